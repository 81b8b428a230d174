/**
 * Rows of an earlier register, judged before anything is written. Pure: what is on record comes in, a verdict a row goes out; the same table twice
 * changes nothing twice.
 */
import { PRINTABLE } from '../../organisation/formats';
import { type CivilDate, yearBe as yearOf } from '../../thai/dates';
import { norm, tidy } from '../../thai/normalise';
import { readWrittenDate } from '../../thai/written-dates';
import { type ColumnMapping, guessMapping, REGISTER_IMPORT_COLUMNS, type RegisterImportColumn, type RegisterTable, type RegisterTableLine } from './columns';
import { readRegisterNo } from './number';
import { isNote, type RowProblem, type RowProblemKind } from './problems';

/** Rows of one table at most. */
export const REGISTER_IMPORT_MAX_LINES = 30_000;

/** An entry of an earlier register as it is kept. */
export type EarlierEntry = {
  readonly no: number;
  /** What was squeezed in behind the number: `.1`, `ก`. */
  readonly suffix: string;
  readonly entryDate: CivilDate | null;
  readonly letterNo: string;
  readonly letterDate: CivilDate | null;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly action: string;
  readonly remark: string;
  readonly isCancelled: boolean;
};
export type RowVerdict = { readonly line: number; readonly status: 'take' | 'same' | 'error'; readonly entry: EarlierEntry | null; readonly problems: readonly RowProblem[] };

export type RegisterKnown = {
  readonly yearBe: number;
  readonly today: CivilDate;
  /** The last part of the letter's number is the register's own: books of what is sent, not of what is received. */
  readonly isIssuing: boolean;
  /** From this number on the system numbers itself; null where it has not numbered in this year. */
  readonly firstLiveNo: number | null;
  /** What has been imported of this year, by {@link numberKey}. */
  readonly earlier: ReadonlyMap<string, EarlierEntry>;
};

export const numberKey = ({ no, suffix }: Pick<EarlierEntry, 'no' | 'suffix'>): string => `${no}${suffix}`;

const MAX: { readonly [C in RegisterImportColumn]: number } = { no: 40, entryDate: 60, letterNo: 120, letterDate: 60, from: 300, to: 300, subject: 1_000, action: 1_000, remark: 1_000 };
/** Letters older than this many years do not come in any more: the year is a slip of the pen (2469 for 2569). */
const OLDEST_YEARS = 30;
const DITTO = /^(?:["“”〃″'’]{1,2}|,,|〃|-\s*["”]\s*-)$/;
const ERROR_VALUE = /^#(?:n\/a|ref!|value!|name\?|div\/0!|num!|null!|####*)/i;
const GARBLED = /\ufffd|à¸|à¹|Ã|\?{4,}/;
const CANCELLED = /^[*( ]*(?:ยกเลิก|เลขว่าง|ไม่ใช้เลข|void|cancel)/i;
const SUM = /^(?:รวม|ยอดรวม|รวมทั้งสิ้น|total)(?![ก-ฮ])/i;
/** Signs of every writing: PRINTABLE and the marks of sums and currencies that subjects have. */
const printable = (text: string): boolean => PRINTABLE.test(text.replace(/[=<>฿$^~|`\n]/g, ''));

type Reading = { readonly line: RegisterTableLine; readonly mapping: ColumnMapping; readonly known: RegisterKnown; readonly above: Above; readonly problems: RowProblem[] };
/** What the last row above said, for rows that only say "the same". */
type Above = { -readonly [C in RegisterImportColumn]?: string };

/** A verdict for each row, as if all rows without a fault were taken together. */
export function judgeRegister({ headings, lines }: RegisterTable, mapping: ColumnMapping, known: RegisterKnown): readonly RowVerdict[] {
  const above: Above = {};
  const rows = lines.map((line) => {
    const reading: Reading = { line, mapping, known, above, problems: [] };
    const entry = readRow(reading, headings);
    return { line: line.line, entry, problems: reading.problems };
  });
  tellDoubles(rows);
  return rows.map(({ line, entry, problems }) => {
    const isWrong = entry === null || problems.some(({ problem }) => !isNote(problem));
    const there = entry === null ? undefined : known.earlier.get(numberKey(entry));
    if (isWrong || there === undefined) return { line, status: isWrong ? 'error' : 'take', entry: isWrong ? null : entry, problems };
    if (isSameEntry(entry, there)) return { line, status: 'same', entry: null, problems };
    return { line, status: 'error', entry: null, problems: [...problems, { column: 'no', problem: 'taken', details: { value: numberKey(entry) } }] };
  });
}

export const isSameEntry = (one: EarlierEntry, other: EarlierEntry): boolean =>
  (Object.keys(one) as (keyof EarlierEntry)[]).every((field) => one[field] === other[field]);

type Row = { readonly line: number; readonly entry: EarlierEntry | null; readonly problems: RowProblem[] };

/** The same number in several rows: all are told, since none of them is known to be right. */
function tellDoubles(rows: readonly Row[]): void {
  const byNumber = new Map<string, Row[]>();
  for (const row of rows) if (row.entry !== null) byNumber.set(numberKey(row.entry), [...(byNumber.get(numberKey(row.entry)) ?? []), row]);
  for (const [value, same] of byNumber) {
    if (same.length < 2) continue;
    const lines = same.slice(0, 10).map(({ line }) => line).join(', ');
    for (const { problems } of same) problems.push({ column: 'no', problem: 'twice', details: { value, lines } });
  }
}

const complain = ({ problems }: Reading, column: RegisterImportColumn, problem: RowProblemKind, details: RowProblem['details'] = {}): null => {
  problems.push({ column, problem, details });
  return null;
};

function readRow(reading: Reading, headings: readonly string[]): EarlierEntry | null {
  const { line, mapping } = reading;
  if (isNoEntry(reading, headings)) return null;
  const extra = line.cells.slice(headings.length).find((cell) => cell.trim() !== '');
  if (extra !== undefined) complain(reading, 'remark', 'extraCells', { value: shown(extra) });
  const text = Object.fromEntries(REGISTER_IMPORT_COLUMNS.map((column) => [column, mapping[column] === null ? '' : readText(reading, column)])) as { [C in RegisterImportColumn]: string };
  const isCancelled = [text.subject, text.remark, text.action, text.letterNo].some((said) => CANCELLED.test(norm(said)));
  if (isCancelled) complain(reading, 'remark', 'cancelled');
  const number = readNumber(reading, text);
  const entryDate = readDay(reading, 'entryDate', text.entryDate);
  const letterDate = readDay(reading, 'letterDate', text.letterDate);
  if (entryDate !== null && letterDate !== null && entryDate < letterDate) complain(reading, 'entryDate', 'receivedBefore');
  if (text.subject === '' && !isCancelled && !hasFault(reading, 'subject')) complain(reading, 'subject', 'required');
  else if (text.subject !== '' && !/[\p{L}]/u.test(text.subject)) complain(reading, 'subject', 'noWords', { value: shown(text.subject) });
  if (number === null) return null;
  return { ...number, entryDate, letterDate, letterNo: text.letterNo, from: text.from, to: text.to, subject: text.subject, action: text.action, remark: text.remark, isCancelled };
}

const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
const hasFault = ({ problems }: Reading, column: RegisterImportColumn): boolean => problems.some((each) => each.column === column && !isNote(each.problem));

/** Headings that a print-out repeats, and sums below it. */
function isNoEntry(reading: Reading, headings: readonly string[]): boolean {
  const { cells } = reading.line;
  const isHeading = cells.filter((cell) => cell.trim() !== '').length >= 2 && (cells.every((cell, place) => cell.trim() === '' || norm(cell) === norm(headings[place] ?? '')) || looksLikeHeadings(cells));
  if (isHeading) return complain(reading, 'no', 'headingAgain') === null;
  const first = cells.find((cell) => cell.trim() !== '') ?? '';
  return SUM.test(norm(first)) ? complain(reading, 'no', 'sumLine', { value: shown(first) }) === null : false;
}
const looksLikeHeadings = (cells: readonly string[]): boolean => cells.every((cell) => !/[\d๐-๙]/.test(cell)) && Object.values(guessMapping(cells)).filter((place) => place !== null).length >= 4;

/** A cell as it is kept; a sign for "as above" is what stands above. */
function readText(reading: Reading, column: RegisterImportColumn): string {
  const { line, mapping, above } = reading;
  const place = mapping[column]!;
  const said = tidy(line.cells[place] ?? '');
  const wrong = (problem: RowProblemKind, details: RowProblem['details'] = { value: shown(said) }): string => complain(reading, column, problem, details) ?? '';
  if (line.formulas.includes(place)) return wrong('formula', {});
  if (ERROR_VALUE.test(said)) return wrong('errorValue');
  if (GARBLED.test(said)) return wrong('garbled');
  if (!printable(said)) return wrong('notPrintable');
  if (said.length > MAX[column]) return wrong('tooLong', { max: String(MAX[column]) });
  if (!DITTO.test(said)) return (above[column] = said);
  if (column === 'no' || column === 'subject') return wrong('noWords');
  return above[column] === undefined || above[column] === '' ? wrong('nothingAbove') : above[column];
}

function readNumber(reading: Reading, text: { readonly no: string; readonly letterNo: string }): Pick<EarlierEntry, 'no' | 'suffix'> | null {
  const { mapping, known } = reading;
  // A register of what was sent may have the whole number only.
  const column = mapping.no === null || (text.no === '' && known.isIssuing) ? 'letterNo' : 'no';
  if (hasFault(reading, column)) return null;
  if (text[column] === '') return complain(reading, column, 'required');
  const read = readRegisterNo(text[column], known.yearBe);
  if ('problem' in read) return complain(reading, column, read.problem, { value: shown(text[column]), year: String(known.yearBe) });
  if (known.isIssuing && column === 'no' && text.letterNo !== '') {
    const printed = readRegisterNo(text.letterNo, known.yearBe);
    if (!('problem' in printed) && printed.no !== read.no) return complain(reading, 'letterNo', 'numbersDiffer', { value: shown(text.letterNo) });
  }
  if (known.firstLiveNo !== null && read.no >= known.firstLiveNo) return complain(reading, column, 'liveNumber', { value: String(read.no), first: String(known.firstLiveNo) });
  if (read.isStray) complain(reading, column, 'stray', { value: shown(text[column]) });
  if (read.suffix !== '') complain(reading, column, 'inserted', { value: numberKey(read) });
  return { no: read.no, suffix: read.suffix };
}

function readDay(reading: Reading, column: 'entryDate' | 'letterDate', said: string): CivilDate | null {
  const { yearBe, today } = reading.known;
  if (said === '' || said === '-') return null;
  const read = readWrittenDate(said, { assumedYearBe: column === 'entryDate' ? yearBe : null });
  const value = shown(said);
  if ('problem' in read) return complain(reading, column, read.problem, { value });
  const year = yearOf(read.date);
  if (column === 'entryDate' && year !== yearBe) return complain(reading, column, 'notInYear', { value, year: String(yearBe) });
  if (year < yearBe - OLDEST_YEARS || year > yearBe + 1) return complain(reading, column, 'yearUnlikely', { value, said: String(year), year: String(yearBe) });
  if (read.date > today) return complain(reading, column, 'future', { value });
  if (read.yearWasAssumed) complain(reading, column, 'yearAssumed', { year: String(yearBe) });
  return read.date;
}
