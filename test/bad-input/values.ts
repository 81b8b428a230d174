/** What forms are tried with that they cannot take, by kind of field. */

/** Longer than any text but the body of a letter. */
export const LONG = 'ก'.repeat(5_001);
const MARK_UP = '<script>alert(1)</script>';
const EMOJI = 'กลุ่มงาน 😀';

/** What no name of a unit, a post or a person takes. */
export const NO_NAME = ['', '   ', LONG, 42, { th: 'ก' }, MARK_UP, EMOJI] as const;
/** What no line of print takes that may stay empty. */
export const NO_LINE = [LONG, 42, '<b>ก</b>', EMOJI] as const;
/** Free text takes mark-up and pictures as characters; it has a length and is text. */
export const NO_TEXT = [LONG, 42, null, ['ก']] as const;
/** As {@link NO_TEXT}, where something must be said: blanks and what cannot be seen do not count. */
export const NO_WORDS = ['', '  ', ' \u200b ', ...NO_TEXT] as const;
export const NO_ID = ['', 'lopburi', "o'brien", 42, ['x']] as const;
export const NO_TIME = ['', 'พรุ่งนี้', '31/02/2569', '2569-02-30', 42] as const;
/** Days that no calendar has, a moment where a day is meant, and a Buddhist date as it is written. */
export const NO_DAY = [...NO_TIME, '2027-02-29', '2027-01-04T02:00:00.000Z'] as const;
export const NO_REV = [-1, 1.5, 'x', null] as const;
export const NO_SWITCH = ['ใช่', 1, null] as const;
export const NO_LOGIN = ['', 'ab', "o'brien", 'มาลี', MARK_UP, LONG] as const;
export const NO_CODE = ['รหัส', 'a b', "o'brien", LONG, 42] as const;
export const NO_EMAIL = ['a b', 'x@y', '<a@b.c>', 'ก😀@b.c'] as const;
export const NO_PHONE = ['โทร<b>', '036 😀', LONG, 42] as const;
/** A word of a fixed list: its Thai name, another word, another case. */
export const NO_WORD_OF_LIST = ['ด่วน', 'wizard', 'NORMAL', 1, null] as const;
/** For lists: something that is none, and one with what cannot stand in it. */
export const NO_LIST = ['x', [42], {}] as const;
