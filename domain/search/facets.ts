/** By what letters that were found are parted, in the order in which it is shown. */
export const FACETS = ['status', 'year', 'bookId', 'direction', 'kind', 'urgency', 'secrecy', 'officeId'] as const;
export type Facet = (typeof FACETS)[number];
