/** Columns of an earlier register, and which column of a table is which: guessed from its headings, set by a person. */
import type { LocalName } from '../../contracts/common';
import { norm } from '../../thai/normalise';

export const REGISTER_IMPORT_COLUMNS = ['no', 'entryDate', 'letterNo', 'letterDate', 'from', 'to', 'subject', 'action', 'remark'] as const;
export type RegisterImportColumn = (typeof REGISTER_IMPORT_COLUMNS)[number];
/** Place of each column in the table, from 0; null where the table has none. */
export type ColumnMapping = { readonly [C in RegisterImportColumn]: number | null };

export const REGISTER_IMPORT_HEADINGS: { readonly [C in RegisterImportColumn]: LocalName } = {
  no: { th: 'เลขทะเบียน', en: 'Register number' },
  entryDate: { th: 'วันที่ลงทะเบียน', en: 'Registered on' },
  letterNo: { th: 'ที่', en: 'Letter no.' },
  letterDate: { th: 'ลงวันที่', en: 'Dated' },
  from: { th: 'จาก', en: 'From' },
  to: { th: 'ถึง', en: 'To' },
  subject: { th: 'เรื่อง', en: 'Subject' },
  action: { th: 'การปฏิบัติ', en: 'Action' },
  remark: { th: 'หมายเหตุ', en: 'Remarks' },
};

/** What offices write above a column, without spaces and signs. The first list in which a heading stands decides; what only contains a word comes after. */
const SAID: { readonly [C in RegisterImportColumn]: readonly string[] } = {
  no: ['เลขทะเบียนรับ', 'เลขทะเบียนส่ง', 'เลขทะเบียน', 'ทะเบียนรับ', 'ทะเบียนส่ง', 'เลขรับ', 'เลขที่รับ', 'รับที่', 'เลขส่ง', 'เลขที่ส่ง', 'เลขที่คำสั่ง', 'ลำดับ', 'ลำดับที่', 'ลำดับทะเบียน', 'receiveno', 'sendno', 'registerno', 'registernumber', 'runningno', 'no'],
  entryDate: ['วันที่ลงทะเบียน', 'วันที่รับ', 'วันรับ', 'รับวันที่', 'วันที่ส่ง', 'วันส่ง', 'ส่งวันที่', 'วันเดือนปีที่รับ', 'วันเดือนปีที่ส่ง', 'วันเดือนปี', 'registeredon', 'receiveddate', 'datereceived', 'received', 'sentdate', 'datesent'],
  letterNo: ['ที่', 'ที่หนังสือ', 'เลขที่', 'เลขที่หนังสือ', 'เลขหนังสือ', 'หนังสือที่', 'letterno', 'letternumber', 'refno', 'reference', 'ourref', 'theirref'],
  letterDate: ['ลงวันที่', 'ลว', 'วันที่หนังสือ', 'วันที่ของหนังสือ', 'วันที่', 'dated', 'letterdate', 'date'],
  from: ['จาก', 'ผู้ส่ง', 'หน่วยงานผู้ส่ง', 'จากหน่วยงาน', 'เจ้าของเรื่อง', 'from', 'sender'],
  to: ['ถึง', 'เรียน', 'ผู้รับ', 'ส่งถึง', 'ถึงหน่วยงาน', 'to', 'recipient', 'addressee'],
  subject: ['เรื่อง', 'ชื่อเรื่อง', 'รายการ', 'สาระสำคัญ', 'subject', 'title'],
  action: ['การปฏิบัติ', 'การดำเนินการ', 'ผู้ปฏิบัติ', 'มอบหมาย', 'ส่งต่อ', 'action', 'handledby', 'assignedto'],
  remark: ['หมายเหตุ', 'บันทึก', 'remark', 'remarks', 'note', 'notes'],
};
/** Words that tell a column wherever they stand in its heading; asked where no whole heading fits, the more telling first. */
const PARTS: readonly (readonly [RegisterImportColumn, readonly string[]])[] = [
  ['no', ['เลขทะเบียน', 'เลขรับ', 'เลขส่ง']], ['letterDate', ['ลงวันที่']], ['entryDate', ['วันที่', 'วันเดือนปี']], ['letterNo', ['เลขที่', 'หนังสือที่']],
  ['subject', ['เรื่อง']], ['from', ['จาก', 'ผู้ส่ง']], ['to', ['ถึง', 'ผู้รับ']], ['action', ['ปฏิบัติ', 'ดำเนินการ']], ['remark', ['หมายเหตุ']],
];
const keyOf = (heading: string): string => norm(heading).toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '');

const NOTHING = Object.fromEntries(REGISTER_IMPORT_COLUMNS.map((column) => [column, null])) as ColumnMapping;

/** The likeliest place of each column; a heading is taken once. */
export function guessMapping(headings: readonly string[]): ColumnMapping {
  const left = new Map(headings.map((heading, place) => [place, keyOf(heading)]).filter(([, key]) => key !== '') as [number, string][]);
  const found: { -readonly [C in RegisterImportColumn]: number | null } = { ...NOTHING };
  const take = (column: RegisterImportColumn, fits: (key: string) => boolean): void => {
    const place = found[column] === null ? [...left].find(([, key]) => fits(key))?.[0] : undefined;
    if (place === undefined) return;
    found[column] = place;
    left.delete(place);
  };
  for (const column of REGISTER_IMPORT_COLUMNS) for (const said of SAID[column]) take(column, (key) => key === said);
  for (const [column, parts] of PARTS) take(column, (key) => parts.some((part) => key.includes(part)));
  return found;
}

export type RegisterTableLine = { readonly line: number; readonly cells: readonly string[]; /** Places of cells that hold a formula: they are not computed. */ readonly formulas: readonly number[] };
export type RegisterTable = { readonly headings: readonly string[]; readonly lines: readonly RegisterTableLine[] };

/** A title or the name of the office may stand above the headings. */
const HEADINGS_WITHIN = 15;

/** The line that looks most like headings, and what stands below it. Where none does, the columns have letters and every line is data. */
export function findHeadings(table: readonly RegisterTableLine[]): RegisterTable {
  const known = (cells: readonly string[]): number => Object.values(guessMapping(cells)).filter((place) => place !== null).length;
  const scores = table.slice(0, HEADINGS_WITHIN).map(({ cells }) => known(cells));
  const best = Math.max(0, ...scores);
  const width = Math.max(0, ...table.slice(0, 200).map(({ cells }) => cells.length));
  if (best < 2) return { headings: Array.from({ length: width }, (_, place) => columnLetter(place)), lines: table };
  const at = scores.indexOf(best);
  const said = table[at]!.cells;
  return { headings: Array.from({ length: Math.max(width, said.length) }, (_, place) => (said[place] ?? '').trim() || columnLetter(place)), lines: table.slice(at + 1) };
}

/** A, B … Z, AA: as spreadsheets name a column without a heading. */
export const columnLetter = (place: number): string => (place < 26 ? '' : String.fromCodePoint(64 + Math.floor(place / 26))) + String.fromCodePoint(65 + (place % 26));

/** Whether a table so understood can be read at all: each row needs a number and what it is about. */
export const isMappingUsable = ({ no, letterNo, subject }: ColumnMapping): boolean => (no !== null || letterNo !== null) && subject !== null;
