/** Letters that a letter refers to (อ้างถึง), a line each as a clerk types them: มท 0210.2/15 ลงวันที่ 1 ต.ค. 2569. */
import { parseLetterNo, printLetterNo } from '../numbering/letter-number';
import { formatDate, parseTypedDate } from '../thai/dates';
import { norm } from '../thai/normalise';
import type { ReadReference } from './read-letter';

const DATED = /^(.+?) ?(?:ลงวันที่|ลว\.?) ?(.+)$/;

/** A line as it was typed; what cannot be read as a number or a day stays in the number, so that nothing is lost. */
export function parseCited(line: string): ReadReference {
  const text = norm(line);
  const [, before = text, behind = ''] = DATED.exec(text) ?? [];
  const date = parseTypedDate(behind);
  const letterNo = date === null ? text : before;
  return { letterNo: asPrinted(letterNo), date };
}

/** As it is shown in the form, with Arabic digits. */
export const printCited = ({ letterNo, date }: ReadReference): string => `${letterNo}${date === null ? '' : ` ลงวันที่ ${formatDate(date, 'register', 'arabic')}`}`;

/** One spelling of a letter number; what is none stays as it is. */
function asPrinted(text: string): string {
  const parsed = parseLetterNo(text);
  return parsed?.form === 'letter' && parsed.inserted === null ? printLetterNo(parsed) : text;
}
