/**
 * What of a letter can be found, and by which forms. What is inside (text of the letter, of its files) is left out for classified and sealed letters:
 * they are found by number, subject and correspondents only, by those who may read them.
 */
import { bangkokDate, yearBe } from '../thai/dates';
import { norm } from '../thai/normalise';
import { fragmentKey, numberKeys, receiveKeys } from './keys';

export type Findable = {
  readonly subject: string | null;
  readonly fromText: string;
  readonly toText: string;
  readonly signerText: string;
  readonly letterNo: string | null;
  readonly letterDate: string | null;
  readonly theirNo: string;
  /** On the cover sheet, as a QR code too. */
  readonly publicCode: string;
  readonly theirDate: string | null;
  readonly createdAt: string;
  /** Every number in a register of ours, of this office's units, and those by which receivers know it. */
  readonly registered: readonly { readonly printed: string; readonly yearBe: number; readonly isReceived: boolean }[];
  /** A number squeezed in between two of an earlier register (123.1): found as a whole too. */
  readonly squeezedIn?: string;
  /** Numbers of the letters that it refers to. */
  readonly references: readonly string[];
  readonly enclosures: readonly string[];
  readonly body: string;
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** Classified or sealed. */
  readonly isClosed: boolean;
};
export type SearchDocument = {
  readonly numbers: readonly string[];
  /** Fragments of subject, correspondents and signer, and the numbers, parted by spaces. */
  readonly head: string;
  readonly headWords: readonly string[];
  /** What stands on the envelope, for whoever may see no more. */
  readonly envelope: string;
  /** What is inside, to cut snippets from. */
  readonly inside: string;
  readonly insideWords: readonly string[];
};

/** So much of the text of a letter with its files is kept; a law in the enclosure is not what the letter is found by. */
const INSIDE_MAX = 60_000;

export function toSearchDocument(letter: Findable, wordsOf: (text: string) => readonly string[]): SearchDocument {
  const createdIn = yearBe(bangkokDate(letter.createdAt));
  const theirs = numberKeys(letter.theirNo, letter.theirDate === null ? createdIn : yearBe(letter.theirDate));
  const ours = letter.letterNo === null ? [] : numberKeys(letter.letterNo, letter.letterDate === null ? createdIn : yearBe(letter.letterDate));
  const squeezedIn = norm(letter.squeezedIn ?? '');
  const numbers = [...new Set([...(squeezedIn === '' ? [] : [squeezedIn]), ...ours, ...theirs, ...letter.registered.flatMap((entry) => [...numberKeys(entry.printed, entry.yearBe), ...(entry.isReceived ? receiveKeys(entry) : [])])])];
  const heads = [letter.subject ?? '', letter.fromText, letter.toText, letter.signerText].filter((text) => text !== '');
  const inside = letter.isClosed
    ? ''
    : [letter.body, ...letter.enclosures, ...letter.references, ...letter.files.flatMap(({ name, text }) => [name, text])].filter((text) => text !== '').join('\n').slice(0, INSIDE_MAX);
  return {
    numbers,
    head: parted([...heads.map(fragmentKey), fragmentKey(letter.publicCode), ...numbers]),
    headWords: wordsOf([...heads, letter.letterNo ?? '', letter.theirNo, squeezedIn].join(' ')),
    envelope: parted([fragmentKey(letter.fromText), fragmentKey(letter.toText), fragmentKey(letter.publicCode), ...theirs]),
    inside: norm(inside),
    insideWords: wordsOf(inside),
  };
}

/** A space on either side of each, so that a whole one can be told from a part. */
const parted = (parts: readonly string[]): string => ` ${parts.filter((part) => part !== '').join(' ')} `;
