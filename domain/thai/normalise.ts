import { toArabicDigits } from './digits';

/** Zero-width characters, joiners and the soft hyphen: invisible, and different from machine to machine. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
/** A run of vowels and tone marks over or under one consonant, which people and OCR type in either order. */
const MARKS = /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4b]{2,}/g;
const TONE = /[\u0e48-\u0e4b]/;

/**
 * The one form in which texts are compared: used on what is stored for search, on what is searched for and on OCR.
 * Unicode's own forms do not join the spellings of น้ำ (ำ, or ํ + tone + า), nor เเ and แ; this does. Drops what is
 * invisible, turns Thai digits into ASCII and folds white space. Idempotent. Never shown in place of the original.
 */
export function norm(text: string): string {
  let spelled = text.replace(INVISIBLE, '').normalize('NFC');
  // One pass settles every spelling that occurs; garbled marks may need more. Each pass only sorts or shortens, so it ends.
  for (let next = respell(spelled); next !== spelled; next = respell(spelled)) spelled = next;
  return toArabicDigits(spelled).replace(/\s+/g, ' ').trim();
}

/** A text of one line as it is kept: nothing invisible, single spaces. Unlike {@link norm} it changes no letter and no digit. */
export const tidy = (text: string): string => text.replace(INVISIBLE, '').normalize('NFC').replace(/\s+/g, ' ').trim();

/** Without what cannot be seen at either end: a text of nothing but blanks and invisible signs is empty. */
export const trimUnseen = (text: string): string => text.replace(/^[\s\u00ad\u200b-\u200f\u2060\ufeff]+|[\s\u00ad\u200b-\u200f\u2060\ufeff]+$/g, '');

function respell(text: string): string {
  return text
    .replace(MARKS, vowelsFirst)
    .replace(/เ{2}/g, 'แ')
    .replace(/([\u0e48-\u0e4b]*)\u0e4d([\u0e48-\u0e4b]*)\u0e32/g, '$1$2\u0e33')
    .replace(/\u0e33([\u0e48-\u0e4b]+)/g, '$1\u0e33')
    .normalize('NFC');
}

function vowelsFirst(marks: string): string {
  const tones = [...marks].filter((mark) => TONE.test(mark));
  const vowels = [...marks].filter((mark) => !TONE.test(mark));
  return [...vowels, ...tones].join('');
}
