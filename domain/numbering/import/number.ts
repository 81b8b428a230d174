/** Numbers of earlier registers, read as they were written: with codes, years, Thai digits, or squeezed in between (123.1, ๑๒๓ก). */
import { norm } from '../../thai/normalise';
import { isSeq, parseLetterNo } from '../letter-number';

export type NumberProblem = 'notNumber' | 'range' | 'severalNumbers' | 'zero' | 'negative' | 'numberTooLarge' | 'fraction' | 'isDate' | 'otherYear' | 'numberUnclear';
export type ReadNumber =
  | { readonly no: number; readonly suffix: string; /** A code that orders do not carry: มท 619/2561. */ readonly isStray: boolean }
  | { readonly problem: NumberProblem };

const LEAD = /^(?:เลขทะเบียนรับ|เลขทะเบียนส่ง|เลขทะเบียน|เลขที่รับ|เลขที่ส่ง|เลขรับ|เลขส่ง|รับที่|ส่งที่|เลขที่|คำสั่งที่|ลำดับที่|ที่|no\.?) ?:? ?/i;
/** What cannot be a number, and why; the first that fits says it. */
const WRONG: readonly (readonly [RegExp, NumberProblem])[] = [
  [/^-\s*\d/, 'negative'],
  [/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/, 'isDate'],
  [/^\d{4}-\d\d-\d\d/, 'isDate'],
  [/^\d+ ?(?:-|–|ถึง) ?\d+$/, 'range'],
  [/^\d+ ?(?:,|;|และ|\+) ?\d+/, 'severalNumbers'],
  [/^\d+(?:\.\d+){2,}$/, 'fraction'],
  [/^\d+\.\d{3,}$/, 'fraction'],
  [/^\d+(?:\.\d+)?e\+?\d+$/i, 'fraction'],
];
const PLAIN = /^(\d+)(?:\.0+)?(?:(\.[1-9]\d?)| ?([ก-ฮ]))?$/;
const YEARLY = /^(\d+)(\.[1-9]\d?| ?[ก-ฮ])?\/(2[45]\d\d)$/;
/** 1,234 is one number; 12,13 are two. */
const THOUSANDS = /^\d{1,3}(?:,\d{3})+$/;

/** @param yearBe year of the register, which a number may name behind a stroke */
export function readRegisterNo(text: string, yearBe: number): ReadNumber {
  const said = norm(text).replace(LEAD, '').trim();
  const folded = THOUSANDS.test(said) ? said.replaceAll(',', '') : said;
  const wrong = WRONG.find(([pattern]) => pattern.test(folded))?.[1];
  if (wrong !== undefined) return { problem: wrong };
  const [, digits, point, letter] = PLAIN.exec(folded) ?? [];
  if (digits !== undefined) return counted(Number(digits), point ?? letter ?? '', false);
  const [, seq, squeezed, year] = YEARLY.exec(folded) ?? [];
  if (seq !== undefined) return Number(year) === yearBe ? counted(Number(seq), (squeezed ?? '').trim(), false) : { problem: 'otherYear' };
  return readPrinted(folded, yearBe);
}

/** มท 0210.2/123, มท 619/2561, ว 10. */
function readPrinted(folded: string, yearBe: number): ReadNumber {
  const parsed = parseLetterNo(folded);
  if (parsed === null) return { problem: /\d/.test(folded) ? 'numberUnclear' : 'notNumber' };
  if (parsed.form !== 'yearly') return counted(parsed.seq, parsed.form === 'letter' ? (parsed.inserted ?? '') : '', false);
  return parsed.yearBe === yearBe ? counted(parsed.seq, '', parsed.strayAgencyCode !== null) : { problem: 'otherYear' };
}

function counted(no: number, suffix: string, isStray: boolean): ReadNumber {
  if (no === 0) return { problem: 'zero' };
  return isSeq(no) ? { no, suffix, isStray } : { problem: 'numberTooLarge' };
}
