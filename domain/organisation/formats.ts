/** How names, codes and addresses of offices and people are written: the same in forms and in tables that are taken over. */

/** Stable short name within an office. */
export const CODE = /^[a-z0-9][a-z0-9-]{0,39}$/;
export const LOGIN = /^[a-z0-9][a-z0-9._-]{2,59}$/;
/** Letters, digits and punctuation: no mark-up, no pictographs, since names are printed in letters. */
export const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{Zs}+]*$/u;
/** May be empty. Letters of any script, as names of hosts have them too; no mark-up, no pictographs. */
export const EMAIL = /^$|^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~.-]+@[\p{L}\p{M}\p{N}-]+(\.[\p{L}\p{M}\p{N}-]+)+$/u;
/** May be empty; with words such as ต่อ. */
export const PHONE = /^[0-9๐-๙+()\-,. ก-๙]*$/;
