/** The figure beside the bell. */
export const BELL_QUERY = { limit: 1, unread: 'true' } as const;
