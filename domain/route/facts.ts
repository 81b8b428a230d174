/**
 * The catalogue of what the engine may know of a letter: conditions, decision tables, assignee rules and time limits speak
 * only of these. Never the subject, a text somebody wrote, or anything else that is secret (design §1.5).
 */
import { ACTION_WORDS, CHANNELS, DIRECTIONS, LETTER_KINDS, SECRECIES, URGENCIES } from '#domain/letter/vocabulary';
import { DomainError } from '../errors';
import type { Facts, FactValue } from './model';

export type FactType = 'choice' | 'text' | 'number' | 'yesNo' | 'date' | 'unit' | 'post' | 'office' | 'person' | 'units';
export type FactDefinition = {
  readonly type: FactType;
  readonly th: string;
  readonly en: string;
  /** With `choice`: the codes it may have. */
  readonly values?: readonly string[];
  /** People may set it while they act, where the step says so. */
  readonly isSettable: boolean;
  /**
   * Whom it belongs to once it is set: the letter, or the unit that holds the letter. What one unit has written down of its
   * own handling is neither known to another unit nor handed down to the unit it directs the letter to.
   */
  readonly scope: 'letter' | 'frame';
};

export const FACTS = {
  direction: { type: 'choice', th: 'ทิศทางหนังสือ', en: 'Direction', values: DIRECTIONS, isSettable: false, scope: 'letter' },
  kind: { type: 'choice', th: 'ชนิดหนังสือ', en: 'Kind of letter', values: LETTER_KINDS, isSettable: false, scope: 'letter' },
  urgency: { type: 'choice', th: 'ชั้นความเร็ว', en: 'Urgency', values: URGENCIES, isSettable: true, scope: 'letter' },
  secrecy: { type: 'choice', th: 'ชั้นความลับ', en: 'Secrecy', values: SECRECIES, isSettable: false, scope: 'letter' },
  channel: { type: 'choice', th: 'ช่องทางรับ', en: 'Channel', values: CHANNELS, isSettable: false, scope: 'letter' },
  subjectClass: { type: 'text', th: 'หมวดเรื่อง', en: 'Subject class', isSettable: true, scope: 'letter' },
  fromOfficeId: { type: 'office', th: 'หน่วยงานผู้ส่ง', en: 'Sending office', isSettable: false, scope: 'letter' },
  addresseePost: { type: 'post', th: 'ตำแหน่งผู้รับหนังสือ', en: "Addressee's post", isSettable: false, scope: 'letter' },
  ownerUnitId: { type: 'unit', th: 'หน่วยงานเจ้าของเรื่อง', en: 'Owner unit', isSettable: true, scope: 'letter' },
  proposedUnit: { type: 'unit', th: 'หน่วยงานที่เสนอให้ดำเนินการ', en: 'Unit proposed to act', isSettable: true, scope: 'frame' },
  proposedInfoUnits: { type: 'units', th: 'หน่วยงานที่เสนอให้ทราบ', en: 'Units proposed for information', isSettable: true, scope: 'frame' },
  signerPost: { type: 'post', th: 'ตำแหน่งผู้ลงนาม', en: "Signatory's post", isSettable: true, scope: 'letter' },
  actingPerson: { type: 'person', th: 'ผู้ได้รับมอบหมาย', en: 'Person in charge', isSettable: true, scope: 'frame' },
  dateAsked: { type: 'date', th: 'วันที่ขอให้ตอบ', en: 'Date asked for', isSettable: true, scope: 'letter' },
  urgentBy: { type: 'date', th: 'ด่วนภายในเวลา', en: 'Urgent by', isSettable: false, scope: 'letter' },
  dueOn: { type: 'date', th: 'กำหนดแล้วเสร็จที่สั่งการ', en: 'Due date directed', isSettable: true, scope: 'letter' },
  isCircular: { type: 'yesNo', th: 'เป็นหนังสือเวียน', en: 'Circular', isSettable: true, scope: 'letter' },
  isReply: { type: 'yesNo', th: 'เป็นหนังสือตอบ', en: 'Reply to another letter', isSettable: false, scope: 'letter' },
  isAnswered: { type: 'yesNo', th: 'ตอบกลับแล้ว', en: 'Answered by a letter of this office', isSettable: false, scope: 'letter' },
  needsReply: { type: 'yesNo', th: 'ต้องตอบกลับ', en: 'Needs a reply', isSettable: true, scope: 'letter' },
  needsConsent: { type: 'yesNo', th: 'ต้องขอความเห็นชอบ', en: 'Needs consent', isSettable: true, scope: 'letter' },
  hasEnclosures: { type: 'yesNo', th: 'มีสิ่งที่ส่งมาด้วย', en: 'Has enclosures', isSettable: false, scope: 'letter' },
  amount: { type: 'number', th: 'วงเงิน (บาท)', en: 'Amount (baht)', isSettable: true, scope: 'letter' },
  assignmentRole: { type: 'choice', th: 'บทบาทที่ได้รับมอบหมาย', en: 'Part in the assignment', values: ['main', 'info'], isSettable: false, scope: 'frame' },
  assignedPost: { type: 'post', th: 'ตำแหน่งที่ได้รับมอบเรื่อง', en: 'Post given the letter', isSettable: false, scope: 'frame' },
  assignedBy: { type: 'post', th: 'ตำแหน่งผู้มอบเรื่อง', en: 'Post that gave the letter', isSettable: false, scope: 'frame' },
  assignmentAction: { type: 'choice', th: 'คำสั่งการ', en: 'Action directed', values: ACTION_WORDS, isSettable: false, scope: 'frame' },
} as const satisfies { readonly [name: string]: FactDefinition };

/** A name in {@link FACTS}. */
export type FactName = keyof typeof FACTS;

/** Definition by name; null for a name that is not in the catalogue. */
export function findFact(name: string): FactDefinition | null {
  return Object.hasOwn(FACTS, name) ? FACTS[name as FactName] : null;
}

/** What a fact is called; a name that is not in the catalogue as it is. */
export function factLabel(name: string): { readonly th: string; readonly en: string } {
  const { th, en } = findFact(name) ?? { th: name, en: name };
  return { th, en };
}

const UUID_LIKE = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
const DATE_LIKE = /^\d{4}-\d{2}-\d{2}(T[0-9:.]+(Z|[+-]\d{2}:\d{2}))?$/;
const MAX_TEXT = 64;
const MAX_LIST = 100;

const FITS: { readonly [T in FactType]: (value: Exclude<FactValue, null>, definition: FactDefinition) => boolean } = {
  choice: (value, { values }) => typeof value === 'string' && values?.includes(value) === true,
  // A code, not a sentence.
  text: (value) => typeof value === 'string' && value.length <= MAX_TEXT,
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  yesNo: (value) => typeof value === 'boolean',
  date: (value) => typeof value === 'string' && DATE_LIKE.test(value) && !Number.isNaN(Date.parse(value)),
  unit: isId,
  post: isId,
  office: isId,
  person: isId,
  units: (value) => Array.isArray(value) && value.length <= MAX_LIST && value.every((item) => isId(item)),
};

function isId(value: FactValue): boolean {
  return typeof value === 'string' && UUID_LIKE.test(value);
}

/** Whether a fact may hold a value; `null` (not known) always may. */
export function fitsFact(name: string, value: FactValue): boolean {
  const definition = findFact(name);
  return definition !== null && (value === null || FITS[definition.type](value, definition));
}

/** What a person sets while acting: listed by the step, settable and of the right type. @throws EVENT_INVALID */
export function assertSettable(facts: Facts, allowed: readonly string[]): void {
  for (const [name, value] of Object.entries(facts)) {
    const isAllowed = allowed.includes(name) && findFact(name)?.isSettable === true;
    if (!isAllowed || !fitsFact(name, value)) throw new DomainError('EVENT_INVALID', { field: name });
  }
}
