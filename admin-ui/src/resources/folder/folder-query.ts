import { FOLDER_KINDS } from '#domain/letter/vocabulary';

/** The first sight of the stack, with as many letters as are fetched at once. */
export const FOLDER_PAGE = { kinds: FOLDER_KINDS.join(','), ready: 'true', sort: 'due', limit: 100 } as const;
