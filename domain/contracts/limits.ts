/** Longest texts and lists, in characters and entries. Apart from the schemas, so that a page can know them without carrying zod. */

/** Subject (เรื่อง). */
export const SUBJECT_MAX = 250;
/** Addressee as written (เรียน). */
export const ADDRESSED_TO_MAX = 300;
export const BODY_MAX = 200_000;
/** Note or reason. */
export const NOTE_MAX = 4000;
export const FILTERS_MAX = 20;
export const PHRASES_MAX = 30;
export const FAVOURITES_MAX = 20;
/** Name of a saved filter. */
export const FILTER_NAME_MAX = 60;
/** Quick phrase: a line, not a letter. */
export const PHRASE_MAX = 300;
/** A name or title, of whatever. */
export const NAME_MAX = 200;
/** Where an outside addressee is found. */
export const ADDRESS_MAX = 500;
/** One of several things listed a line each, such as enclosures. */
export const LINE_MAX = 300;
/** What a route or a step is for. */
export const DESCRIPTION_MAX = 2000;
/** Number and date of an order, as it is written. */
export const ORDER_NO_MAX = 100;
/** Longest text of a search, name of one that is kept, and how many of them somebody keeps. */
export const QUERY_MAX = 200;
export const SAVED_SEARCH_NAME_MAX = 60;
export const SAVED_SEARCHES_MAX = 50;
/** A file of an earlier register, in bytes. */
export const REGISTER_FILE_MAX = 8 * 1024 * 1024;
