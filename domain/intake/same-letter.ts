/** When two registrations are of one letter. */
import { letterNoKey, parseLetterNo } from '../numbering/letter-number';
import { norm } from '../thai/normalise';

export type NumberMatch = {
  /** Without blanks and lead-in words. */
  readonly key: string;
  /** For ILIKE, so that an index may be used: the key with anything between its parts. */
  readonly pattern: string;
  /** It carries the code of an office: nobody else gives it. A bare number is another's in another office. */
  readonly isWhole: boolean;
};

/** How a letter number is looked for; null where there is nothing to go by. */
export function numberMatch(theirNo: string): NumberMatch | null {
  const key = letterNoKey(theirNo);
  if (!/\d/.test(key)) return null;
  const parts = key.split(/(?<=[^\d./-])(?=\d)|(?<=\d)(?=[^\d./-])|(?<=\/)/).map((part) => part.replace(/[\\%_]/g, '\\$&'));
  return { key, pattern: `%${parts.join('%')}%`, isWhole: parseLetterNo(theirNo)?.form === 'letter' };
}

/** A sender as it is compared: neither blanks nor spellings count. */
export const senderKey = (name: string): string => norm(name).replace(/[\s.]/g, '').toLowerCase();

/** From this length on a subject says something. */
export const SUBJECT_MIN = 12;
/** Share of trigrams that two subjects have in common when they are nearly one. */
export const NEAR = 0.55;
/** Letters further back are no slip of a busy morning. */
export const NEAR_DAYS = 60;
/** A number without a day is given anew each year. */
export const SAME_NUMBER_DAYS = 400;
