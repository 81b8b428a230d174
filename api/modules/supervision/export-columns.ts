/** What the workbooks of a supervisor have in them, in the reader's language; dates in Buddhist years. */
import type { SupervisedDelivery, SupervisionItem } from '#domain/contracts/supervision';
import type { LocalName } from '#domain/contracts/common';
import type { Urgency } from '#domain/letter/vocabulary';
import * as english from '#domain/letter/words/en';
import * as thai from '#domain/letter/words/th';
import { bangkokTime, formatDate } from '#domain/thai/dates';
import { type Said, sayIn } from '#domain/thai/say-in';
import type { SpreadsheetColumn } from '#platform/spreadsheet';
import type { Locale } from '../../messages';

const urgencyWords = (urgency: Urgency): Said => ({ th: thai.urgency[urgency], en: english.urgency[urgency] });
const SEALED: Said = { th: 'ซองปิดผนึก ยังไม่เปิด', en: 'Sealed item, not opened' };
const HELD: Said = { th: 'พักเรื่องไว้', en: 'On hold' };
const LATE: Said = { th: 'เกินกำหนด', en: 'Overdue' };
const UNREGISTERED: Said = { th: 'ยังไม่ลงรับภายในเวลา', en: 'Not registered in time' };
const REGISTERED: Said = { th: 'ลงรับแล้ว ยังไม่ตอบ', en: 'Registered, not answered' };
const SENT: Said = { th: 'ส่งแล้ว', en: 'Sent' };

/** 21/11/2569 14.30, in any language of the screen: an office's list has Buddhist years. */
export const writtenInstant = (iso: string | null): string => (iso === null ? '' : `${formatDate(iso, 'numeric', 'arabic')} ${bangkokTime(iso).replace(':', '.')}`);
export const writtenDay = (day: string | null): string => (day === null ? '' : formatDate(day, 'numeric', 'arabic'));

type Column<Row> = { readonly header: Said; readonly width: number; readonly value: SpreadsheetColumn<Row>['value'] };
const toColumns = <Row>(columns: readonly Column<Row>[], locale: Locale): readonly SpreadsheetColumn<Row>[] =>
  columns.map(({ header, width, value }) => ({ header: sayIn(locale)(header), width, value }));

export function taskColumns(locale: Locale): readonly SpreadsheetColumn<SupervisionItem>[] {
  const say = sayIn(locale);
  const list = (names: readonly LocalName[]): string => names.map(say).join(', ');
  return toColumns<SupervisionItem>([
    { header: { th: 'เลขรับ', en: 'Receive no.' }, width: 10, value: ({ receiveNo }) => receiveNo ?? '' },
    { header: { th: 'ที่', en: 'Letter no.' }, width: 18, value: ({ letterNo }) => letterNo ?? '' },
    { header: { th: 'เรื่อง', en: 'Subject' }, width: 44, value: ({ subject }) => subject ?? say(SEALED) },
    { header: { th: 'ผู้ส่งหรือผู้รับ', en: 'Correspondent' }, width: 28, value: ({ correspondent }) => correspondent },
    { header: { th: 'ชั้นความเร็ว', en: 'Urgency' }, width: 12, value: ({ urgency }) => say(urgencyWords(urgency)) },
    { header: { th: 'ขั้นตอน', en: 'Step' }, width: 22, value: ({ nodeName }) => say(nodeName) },
    { header: { th: 'หน่วยงาน', en: 'Unit' }, width: 28, value: ({ unit }) => say(unit?.name) },
    { header: { th: 'ตำแหน่ง', en: 'Post' }, width: 30, value: ({ posts }) => list(posts.map(({ title }) => title)) },
    { header: { th: 'ผู้รับผิดชอบ', en: 'With' }, width: 26, value: ({ persons }) => list(persons.map(({ name }) => name)) },
    { header: { th: 'อยู่ตั้งแต่', en: 'Since' }, width: 17, value: ({ openedAt }) => writtenInstant(openedAt) },
    { header: { th: 'กำหนดแล้วเสร็จ', en: 'Due' }, width: 17, value: ({ dueAt }) => writtenInstant(dueAt) },
    { header: { th: 'สถานะ', en: 'State' }, width: 14, value: ({ isHeld, isOverdue }) => (isHeld ? say(HELD) : isOverdue ? say(LATE) : '') },
    { header: { th: 'เกินกำหนด (วันทำการ)', en: 'Overdue (working days)' }, width: 14, value: ({ late }) => late?.days ?? null },
    { header: { th: 'ไม่มีการดำเนินการ (วันทำการ)', en: 'At rest (working days)' }, width: 16, value: ({ rest }) => rest.days },
    { header: { th: 'เตือนล่าสุด', en: 'Last reminded' }, width: 17, value: ({ remindedAt }) => writtenInstant(remindedAt) },
    { header: { th: 'ผู้ถูกเตือน', en: 'Whom' }, width: 26, value: ({ reminders }) => [...new Set(reminders.map(({ person }) => say(person.name)))].join(', ') },
  ], locale);
}

export function deliveryColumns(locale: Locale): readonly SpreadsheetColumn<SupervisedDelivery>[] {
  const say = sayIn(locale);
  return toColumns<SupervisedDelivery>([
    { header: { th: 'ที่', en: 'Letter no.' }, width: 18, value: ({ letterNo }) => letterNo ?? '' },
    { header: { th: 'เรื่อง', en: 'Subject' }, width: 44, value: ({ subject }) => subject ?? say(SEALED) },
    { header: { th: 'ชั้นความเร็ว', en: 'Urgency' }, width: 12, value: ({ urgency }) => say(urgencyWords(urgency)) },
    { header: { th: 'ส่วนราชการเจ้าของเรื่อง', en: 'Owner unit' }, width: 28, value: ({ unit }) => say(unit?.name) },
    { header: { th: 'ส่งถึง', en: 'Sent to' }, width: 30, value: ({ toOffice, toName }) => (toOffice === null ? toName : say(toOffice.name)) },
    { header: { th: 'โทรศัพท์งานสารบรรณผู้รับ', en: "Receiving registry's telephone" }, width: 18, value: ({ phone }) => phone },
    { header: { th: 'ส่งเมื่อ', en: 'Sent at' }, width: 17, value: ({ sentAt }) => writtenInstant(sentAt) },
    { header: { th: 'ต้องลงรับภายใน', en: 'To be registered by' }, width: 17, value: ({ registerBy }) => writtenInstant(registerBy) },
    { header: { th: 'สถานะ', en: 'State' }, width: 22, value: ({ isUnregistered, registeredAt }) => say(isUnregistered ? UNREGISTERED : registeredAt === null ? SENT : REGISTERED) },
    { header: { th: 'เลขรับของผู้รับ', en: "Receiver's number" }, width: 14, value: ({ receiveNo }) => receiveNo ?? '' },
    { header: { th: 'ขอให้ตอบภายใน', en: 'Answer asked by' }, width: 15, value: ({ dueOn }) => writtenDay(dueOn) },
    { header: { th: 'เกินกำหนดตอบ', en: 'Answer overdue' }, width: 14, value: ({ isLate }) => (isLate ? say(LATE) : '') },
  ], locale);
}
