import { postId } from '#db/seeds/insert-offices';
import type { Rows } from './table';
import { LONG, NO_DAY, NO_ID, NO_LIST, NO_REV, NO_TEXT, NO_TIME, NO_WORD_OF_LIST, NO_WORDS } from './values';

const ID = '00000000-0000-4000-8000-000000000000';
const POST = postId('lopburi', 'registry-clerk');
const TOO_LONG_A_BODY = 'ก'.repeat(200_001);
const NO_SUBJECT = ['', '   ', ' \u200b ', 'ก'.repeat(300), 42, null] as const;
const NO_CLASS = ['ลับ', 'open', 1] as const;
const NO_LINES = [...NO_LIST, [''], ['ก'.repeat(301)]] as const;
const NO_REFERENCES = [...NO_LIST, [{ letterNo: '', date: null, letterId: null }], [{ letterNo: 'ลบ ๑', date: '31/02/2569', letterId: null }], [{ letterNo: 'ลบ ๑', date: null, letterId: 'x' }]] as const;
const NO_FILES = [...NO_LIST, [{ documentId: 'x', role: 'main' }], [{ documentId: ID, role: 'cover' }]] as const;
const NO_RECIPIENTS = [
  ...NO_LIST, [{ officeCode: '', role: 'lead' }], [{ officeCode: 'lopburi', role: 'boss' }], [{ name: '', address: '', role: 'lead' }], [{ name: LONG, address: '', role: 'lead' }], [{ name: "ร้าน O'Brien", address: LONG, role: 'lead' }],
] as const;
const NO_DUE = ['พรุ่งนี้', { at: '31/02/2569' }, { at: '2027-02-29' }, { unit: 'workingDays', amount: 0 }, { unit: 'workingDays', amount: 1.5 }, { unit: 'fortnights', amount: 1 }, { unit: 'workingDays', amount: 4_000 }] as const;
const NO_ROUTE = ['incoming', { routeVersionId: 'x', reason: 'ก' }, { routeVersionId: ID, reason: '' }, { routeVersionId: ID, reason: LONG }] as const;
const NO_PATCH = ['ข้อความ', { subject: '' }, { subject: 'ก'.repeat(300) }, { body: TOO_LONG_A_BODY }, { dateAsked: '31/02/2569' }, { recipients: 'lopburi' }, { enclosureList: [''] }] as const;
const NO_POINT = [-1, 20_001, '๑๐', null] as const;
const NO_RESERVED = ['1', 42, {}, { entryId: 'x' }, { entryId: ID, usedAt: '31/02/2569' }, { entryId: ID, reason: '' }] as const;
const NO_STEP = [LONG, 42] as const;

const start = { kind: 'external_letter', urgency: 'normal', subject: "ขอเชิญประชุม O'Brien & <b>", postId: POST } as const;
const WRONG_START = {
  type: ['จดหมาย', 1, null], kind: NO_WORD_OF_LIST, urgency: NO_WORD_OF_LIST, urgentBy: NO_TIME, secrecy: NO_CLASS, subject: NO_SUBJECT, dateAsked: NO_DAY, enclosureList: NO_LINES, references: NO_REFERENCES, documents: NO_FILES,
  category: NO_STEP, postId: NO_ID, route: NO_ROUTE,
} as const;
const WRONG_DRAFT = { toText: NO_TEXT, recipients: NO_RECIPIENTS, listCode: NO_STEP, isCircular: ['ใช่', 1], body: [TOO_LONG_A_BODY, 42, ['ก']], note: NO_TEXT } as const;
const WRONG_CONTROL = { type: ['จดหมาย', 1, null], urgency: NO_WORD_OF_LIST, fromText: NO_WORDS, toText: NO_WORDS, theirNo: NO_TEXT, theirDate: NO_DAY, postId: NO_ID } as const;
const WRONG_INTAKE = { ...WRONG_CONTROL, channel: NO_WORD_OF_LIST, urgentBy: NO_TIME } as const;
const letterAct = { seq: 1, reason: 'รอข้อมูล' } as const;
const WRONG_LETTER_ACT = { type: ['พักเรื่อง', 1], seq: NO_REV, reason: NO_WORDS } as const;

/** What is written into letters, and acts on them and on their tasks. */
export const LETTER_FORMS: Rows<'startLetter' | 'saveDraft' | 'reply' | 'actOnLetter' | 'actOnTask' | 'claim' | 'release' | 'adhoc' | 'reassign' | 'extend' | 'remind' | 'savePlaces' | 'linkLetter' | 'unlinkLetter' | 'moveStamp'> = {
  startLetter: {
    incoming: { body: { type: 'incoming', channel: 'counter', fromText: "ร้าน O'Brien", toText: 'ผู้ว่าราชการจังหวัดลพบุรี', ...start }, wrong: { ...WRONG_START, ...WRONG_INTAKE, answersLetterId: NO_ID, proposedUnitId: NO_ID, onSame: NO_WORD_OF_LIST, reserved: NO_RESERVED, insteadOf: ['x', { letterId: 'x', seq: 1, reason: 'ก' }, { letterId: ID, seq: -1, reason: 'ก' }, { letterId: ID, seq: 1, reason: ' ' }, { letterId: ID, seq: 1, reason: LONG }] } },
    sealed: { body: { type: 'sealed', channel: 'counter', urgency: 'normal', fromText: 'กรมการปกครอง', toText: 'ผู้ว่าราชการจังหวัดลพบุรี', postId: POST }, wrong: { ...WRONG_INTAKE, channel: ['web', ...NO_WORD_OF_LIST] } },
    control: { body: { type: 'control', urgency: 'normal', fromText: 'กรมการปกครอง', toText: 'ผู้ว่าราชการจังหวัดลพบุรี', postId: POST }, wrong: WRONG_CONTROL },
    outgoing: { body: { type: 'outgoing', ...start }, wrong: { ...WRONG_START, ...WRONG_DRAFT } },
  },
  saveDraft: { body: { taskId: 'draft-1', rev: 0, text: { subject: 'ก' } }, wrong: { taskId: NO_STEP, rev: NO_REV, text: NO_PATCH, documents: NO_FILES, removedDocuments: [...NO_LIST, ['x']] } },
  reply: {
    body: { postId: POST, body: 'ตามที่ขอ' },
    wrong: {
      ...WRONG_DRAFT, postId: NO_ID, kind: NO_WORD_OF_LIST, urgency: NO_WORD_OF_LIST, subject: NO_SUBJECT, secrecy: NO_CLASS, dateAsked: NO_DAY, enclosureList: NO_LINES, references: NO_REFERENCES, documents: NO_FILES, category: NO_STEP, route: NO_ROUTE,
    },
  },
  linkLetter: { body: { letterId: ID, reason: 'เรื่องเดียวกัน' }, wrong: { letterId: NO_ID, reason: NO_WORDS } },
  unlinkLetter: { body: { reason: 'เชื่อมผิดฉบับ' }, wrong: { reason: NO_WORDS } },
  moveStamp: { body: { x: 1, y: 1, rev: 0 }, wrong: { x: NO_POINT, y: NO_POINT, rev: NO_REV } },
  actOnLetter: {
    hold: { body: { type: 'hold', ...letterAct }, wrong: WRONG_LETTER_ACT },
    resume: { body: { type: 'resume', ...letterAct }, wrong: WRONG_LETTER_ACT },
    cancel: { body: { type: 'cancel', ...letterAct }, wrong: WRONG_LETTER_ACT },
    takeBack: { body: { type: 'takeBack', seq: 1, token: '1' }, wrong: { type: WRONG_LETTER_ACT.type, seq: NO_REV, token: NO_STEP, reason: NO_TEXT } },
    cancelNumber: { body: { type: 'cancelNumber', key: 'outgoing', ...letterAct }, wrong: { ...WRONG_LETTER_ACT, key: NO_STEP } },
    recall: { body: { type: 'recall', deliveryId: ID, ...letterAct }, wrong: { ...WRONG_LETTER_ACT, deliveryId: NO_ID } },
    reclassify: { body: { type: 'reclassify', secrecy: 'none', ...letterAct }, wrong: { ...WRONG_LETTER_ACT, secrecy: NO_CLASS } },
    urge: { body: { type: 'urge', urgency: 'urgent', ...letterAct }, wrong: { ...WRONG_LETTER_ACT, urgency: NO_WORD_OF_LIST, urgentBy: NO_TIME } },
  },
  actOnTask: {
    body: { rev: 0, outcome: 'approve' },
    wrong: {
      rev: NO_REV, outcome: ['', LONG, 42], note: NO_TEXT, returnTo: NO_STEP, forwardTo: NO_ID, action: NO_WORD_OF_LIST, picks: [...NO_LIST, [{ unitId: 'x', role: 'main' }], [{ unitId: ID, role: 'boss' }], [{ postId: "o'brien", role: 'info' }]],
      due: NO_DUE, facts: ['ก', { budget: { baht: 1 } }, { [LONG]: 1 }, { purpose: LONG }], recipients: NO_RECIPIENTS, text: NO_PATCH, documents: NO_FILES, signature: ['ลงนาม', { password: '' }, { password: LONG }], isBatch: [false, 'ใช่'],
    },
  },
  claim: { body: { rev: 0 }, wrong: { rev: NO_REV } },
  release: { body: { rev: 0, reason: 'ติดราชการ' }, wrong: { rev: NO_REV, reason: NO_WORDS } },
  adhoc: { body: { rev: 0, postId: POST, note: 'ขอความเห็น' }, wrong: { rev: NO_REV, postId: NO_ID, note: NO_WORDS, due: NO_DUE } },
  reassign: { body: { rev: 0, postId: POST, reason: 'เฉลี่ยงาน' }, wrong: { rev: NO_REV, postId: NO_ID, reason: NO_WORDS } },
  extend: { body: { rev: 0, due: { at: '2027-01-04' }, reason: 'รอข้อมูล' }, wrong: { rev: NO_REV, due: NO_DUE, reason: NO_WORDS } },
  remind: { body: { rev: 0, reason: 'โปรดเร่ง' }, wrong: { rev: NO_REV, reason: NO_WORDS } },
  savePlaces: {
    body: { places: [{ kind: 'number', page: 1, x: 0, y: 0, w: 10, h: 10 }] },
    wrong: { places: [...NO_LIST, [{ kind: 'stamp', page: 1, x: 0, y: 0, w: 10, h: 10 }], [{ kind: 'number', page: 0, x: 0, y: 0, w: 10, h: 10 }], [{ kind: 'number', page: 1, x: -1, y: 0, w: 10, h: 10 }], [{ kind: 'number', page: 1, x: 0, y: 0, w: 0, h: 10 }]] },
  },
};
