/**
 * A line of a register as it is written on paper and in files: the columns of form 13 (letters received) and form 14 (letters sent),
 * Regulation on Correspondence B.E. 2526, clauses 38 and 43.
 */
import type { EntryView } from '../contracts/books';
import type { LocalName } from '../contracts/common';
import type { BookKind } from '../letter/vocabulary';
import { formatDate } from '../thai/dates';
import type { AmendedField } from './amendment';
import { sayIn } from '../thai/say-in';

export type RegisterLang = 'th' | 'en';
export type RegisterColumn = 'no' | 'letterNo' | 'dated' | 'from' | 'to' | 'subject' | 'action' | 'remark';
export const REGISTER_COLUMNS: readonly RegisterColumn[] = ['no', 'letterNo', 'dated', 'from', 'to', 'subject', 'action', 'remark'];
export type RegisterRow = { readonly [C in RegisterColumn]: string };
type Entry = Pick<EntryView, 'no' | 'suffix' | 'printed' | 'status' | 'entryDate' | 'isHidden' | 'letterNo' | 'letterDate' | 'fromText' | 'toText' | 'subject' | 'isSealed' | 'action' | 'remark' | 'block' | 'anewNo' | 'insteadOf' | 'amendments'>;

export const isReceiving = (kind: BookKind): boolean => kind === 'receive' || kind === 'secret_receive' || kind === 'secret_control';

const HEADINGS: { readonly [C in RegisterColumn]: LocalName } = {
  no: { th: 'เลขทะเบียนส่ง', en: 'Send no.' },
  letterNo: { th: 'ที่', en: 'Letter no.' },
  dated: { th: 'ลงวันที่', en: 'Dated' },
  from: { th: 'จาก', en: 'From' },
  to: { th: 'ถึง', en: 'To' },
  subject: { th: 'เรื่อง', en: 'Subject' },
  action: { th: 'การปฏิบัติ', en: 'Action' },
  remark: { th: 'หมายเหตุ', en: 'Remarks' },
};
const RECEIVE_NO: LocalName = { th: 'เลขทะเบียนรับ', en: 'Receive no.' };

/** What stands above a column. */
export const registerHeading = (column: RegisterColumn, kind: BookKind): LocalName => (column === 'no' && isReceiving(kind) ? RECEIVE_NO : HEADINGS[column]);

const HIDDEN: LocalName = { th: '(ไม่แสดงรายละเอียด)', en: '(particulars not shown)' };
const SEALED: LocalName = { th: 'ซองปิดผนึก', en: 'Sealed item' };
const STATUS: { readonly [S in Entry['status']]: LocalName | null } = {
  issued: null,
  reserved: { th: 'จองเลข', en: 'Reserved' },
  cancelled: { th: 'ยกเลิกเลข', en: 'Cancelled' },
  record_lost: { th: 'ออกเลขแล้ว หลักฐานสูญหาย', en: 'Issued, record lost' },
};

/** A number of a block says so also once it was used. */
const OF_BLOCK: { readonly [B in NonNullable<Entry['block']>]: { readonly issued: LocalName; readonly reserved: LocalName } } = {
  reserved: { issued: { th: 'ใช้เลขที่จองไว้', en: 'A number reserved before' }, reserved: { th: 'จองเลข', en: 'Reserved' } },
  outage: { issued: { th: 'ออกเลขขณะระบบขัดข้อง', en: 'Issued while the system was down' }, reserved: { th: 'เลขสำรองกรณีระบบขัดข้อง', en: 'Kept for hours in which the system is down' } },
};
const statusOf = ({ status, block }: Pick<Entry, 'status' | 'block'>): LocalName | null =>
  block !== null && (status === 'issued' || status === 'reserved') ? OF_BLOCK[block][status] : STATUS[status];

/** The line of an entry, as far as its reader may see it. Digits are Arabic; paper has them in Thai. */
export function registerRow(entry: Entry, kind: BookKind, lang: RegisterLang): RegisterRow {
  const say = sayIn(lang);
  const { units, answerNo, answerDate, text } = entry.action;
  const dated = entry.letterDate ?? (isReceiving(kind) ? null : entry.entryDate);
  return {
    no: `${entry.no}${entry.suffix}`,
    letterNo: (isReceiving(kind) ? entry.letterNo : entry.printed) ?? '',
    dated: dated === null ? '' : formatDate(dated, 'register', 'arabic'),
    from: entry.fromText,
    to: entry.toText,
    subject: entry.subject ?? say(entry.isHidden ? HIDDEN : entry.isSealed ? SEALED : null),
    action: [...(text === '' ? [] : [text]), ...units.map(say), ...(answerNo === null ? [] : [sayAnswer(answerNo, answerDate, lang)])].join(', '),
    remark: [[say(statusOf(entry)), entry.remark].filter((text) => text !== '').join(': '), sayAnew(entry, lang), ...entry.amendments.map((amendment) => sayAmended(amendment, kind, lang))].filter((text) => text !== '').join(' · '),
  };
}

/** What became of a wrong registration, on both lines. */
function sayAnew({ anewNo, insteadOf }: Pick<Entry, 'anewNo' | 'insteadOf'>, lang: RegisterLang): string {
  if (anewNo !== null) return lang === 'th' ? `ลงทะเบียนใหม่เป็นเลข ${anewNo}` : `registered anew as ${anewNo}`;
  if (insteadOf !== null) return lang === 'th' ? `แทนเลข ${insteadOf} ที่ยกเลิก` : `in place of ${insteadOf}, cancelled`;
  return '';
}

function sayAnswer(no: string, day: string | null, lang: RegisterLang): string {
  const date = day === null ? '' : formatDate(day, 'register', 'arabic');
  return (lang === 'th' ? `ตอบตามหนังสือ ${no} ${date === '' ? '' : `ลงวันที่ ${date}`}` : `answered by ${no} ${date === '' ? '' : `of ${date}`}`).trim();
}

const COLUMN_OF: { readonly [F in AmendedField]: RegisterColumn } = { letterNo: 'letterNo', letterDate: 'dated', fromText: 'from', toText: 'to', subject: 'subject', remark: 'remark' };
const sayValue = (field: AmendedField, value: string): string => (field === 'letterDate' && value !== '' ? formatDate(value, 'register', 'arabic') : value);

/** Who corrected what, when and why. */
function sayAmended({ field, oldValue, reason, at, person }: EntryView['amendments'][number], kind: BookKind, lang: RegisterLang): string {
  const say = sayIn(lang);
  const [column, was, day] = [say(registerHeading(COLUMN_OF[field], kind)), sayValue(field, oldValue), formatDate(at, 'register', 'arabic')];
  return lang === 'th' ? `แก้ไขช่อง${column} เดิม “${was}” โดย${say(person.name)} ${day}: ${reason}` : `${column} corrected, was “${was}”, by ${say(person.name)} ${day}: ${reason}`;
}

/** What corrections have struck out of a line, column by column, the oldest first. */
export function struckOut({ amendments }: Pick<EntryView, 'amendments'>): { readonly [C in RegisterColumn]?: readonly string[] } {
  const struck: { [C in RegisterColumn]?: readonly string[] } = {};
  for (const { field, oldValue } of amendments) if (oldValue !== '') struck[COLUMN_OF[field]] = [...(struck[COLUMN_OF[field]] ?? []), sayValue(field, oldValue)];
  return struck;
}
