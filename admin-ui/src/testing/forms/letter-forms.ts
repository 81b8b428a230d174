import { REGISTER_WITHIN } from '#domain/calendar/register-limit';
import type { TaskForm } from '#domain/contracts/task-form';
import { buildForm, buildLetter, buildOutcome, buildSession, buildTask, ID, office, post, unit } from '../builders';
import type { Overrides } from '../render-admin';
import { EMPTY, type Form, over, tooMany } from './form';

const route = { routeVersionId: ID.route, routeCode: 'incoming', name: { th: 'หนังสือรับจังหวัด', en: '' }, version: 1, rowId: 'r2', rowNo: 2, isOtherwise: false };
const writing: Overrides = {
  me: async () => buildSession({ can: ['intake', 'compose', 'letters', 'supervision'] }), getLetter: async () => buildLetter(), correspondents: async () => ({ items: [] }), answerableLetters: async () => ({ items: [] }),
  routeChoice: async () => ({ chosen: route, others: [] }),
  listOffices: async () => ({ items: [{ ...office, kind: 'province', headTitle: 'ผู้ว่าราชการจังหวัดลพบุรี', parentId: null, isLinked: true, pilotWave: 1 }] }),
};
/** The letter's page with one act on it. */
const onTask = (label: string, part: Parameters<typeof buildOutcome>[2] = {}, form: Partial<TaskForm> = {}): Pick<Form, 'at' | 'api' | 'opens' | 'confirm'> => ({
  at: `/letters/${ID.letter}`, opens: [label], confirm: label,
  api: { ...writing, getLetter: async () => buildLetter({ body: 'ข้อความเดิม', myTasks: [buildTask({ form: buildForm({ outcomes: [buildOutcome('act', label, { tone: 'primary', ...part })], ...form }) })] }) },
});
const onLetter = (act: 'hold' | 'urge', label: string): Pick<Form, 'at' | 'api' | 'opens' | 'confirm'> => ({ at: `/letters/${ID.letter}`, opens: [label], confirm: label, api: { ...writing, getLetter: async () => buildLetter({ can: [act] }) } });
const text = (isRequired: boolean): TaskForm['fields'][number] => ({ name: 'purpose', label: { th: 'วัตถุประสงค์', en: '' }, type: 'text', options: [], value: null, isRequired });
const NO_SUBJECT = [['   ', EMPTY], [' \u200b ', EMPTY], over(250)] as const;
const NO_REASON = [['  ', 'โปรดระบุเหตุผล'], tooMany(4000)] as const;
const WRITTEN = [[/^เรื่อง/, NO_SUBJECT], [/^เรียน/, [over(300)]], [/^สิ่งที่ส่งมาด้วย/, [[`รายชื่อ\n${'ก'.repeat(301)}`, 'ต้องยาวไม่เกิน 300 ตัวอักษร']]]] as const;
const NO_OUTSIDE = [[/^ชื่อผู้รับ/, [tooMany(200)]], [/^ที่อยู่ หรือ/, [tooMany(500)]]] as const;

const supervised = {
  letterId: ID.letter, taskId: 't1', rev: 2, seq: 5, kind: 'work' as const, nodeName: { th: 'ดำเนินการ', en: '' }, subject: 'ขอให้รายงานผล', letterNo: null, receiveNo: '12', correspondent: 'อำเภอเมือง', urgency: 'urgent' as const, officeId: ID.office,
  posts: [post], persons: [], isAway: false, unit, openedAt: '2026-11-20T03:00:00.000Z', dueAt: null, isOverdue: false, isHeld: false, late: null, restSince: '2026-11-20T03:00:00.000Z', rest: { days: 4, minutes: 0 }, remindedAt: null, reminders: [],
  firstReadAt: null, can: ['remind' as const, 'extend' as const], takeBackToken: null,
};
const board: Overrides = { ...writing, supervision: async () => ({ items: [supervised], total: 1, nextCursor: null, counts: { open: 1, overdue: 0, dueSoon: 0, atRest: 0, held: 0 }, groups: [] }) };

/** What is written into letters, and beside acts on them. */
export const LETTER_FORMS: { readonly [name: string]: Form } = {
  'a draft': { at: '/compose', api: writing, opens: [], confirm: 'บันทึกร่าง', fields: WRITTEN },
  'an outside addressee of a draft': { at: '/compose', api: writing, opens: ['ผู้รับภายนอกระบบ'], isOnPage: true, confirm: 'เพิ่ม', fields: NO_OUTSIDE },
  'an answer': { at: `/letters/${ID.letter}/reply`, api: writing, opens: [], confirm: 'บันทึกร่าง', fields: WRITTEN },
  'an intake': {
    at: '/intake', api: writing, opens: [], confirm: 'ลงทะเบียนรับ',
    fields: [[/^เรื่อง/, NO_SUBJECT], [/^จาก/, [[' \u200b ', EMPTY], over(300)]], [/^ถึง/, [['  ', EMPTY], over(300)]], [/^ที่$/, [over(100)]], [/^ลงวันที่/, [['31/02/2569', 'วันที่ไม่ถูกต้อง'], ['พรุ่งนี้', 'วันที่ไม่ถูกต้อง']]]],
  },
  'a note beside an act': { ...onTask('เห็นชอบ'), fields: [[/^ข้อความเกษียน/, [tooMany(4000)]]] },
  'a note that must be written': { ...onTask('ส่งกลับแก้ไข', { isNoteRequired: true }), fields: [[/^ข้อความเกษียน/, [['  ', EMPTY], tooMany(4000)]]] },
  'a text amended in passing': {
    ...onTask('แก้ไขแล้วส่งต่อ', { needs: ['text'] }), days: [/^ขอให้ตอบภายในวันที่/],
    fields: [[/^เรื่อง/, [['  ', EMPTY], tooMany(250)]], [/^ถึง/, [tooMany(300)]], [/^สิ่งที่ส่งมาด้วย/, [[`รายชื่อ\n${'ก'.repeat(301)}`, 'ยาวเกินไป 1 ตัวอักษร (ไม่เกิน 300 ตัวอักษร)']]]],
  },
  'a fact that a step asks for': { ...onTask('ลงทะเบียนรับ', {}, { fields: [text(true)] }), fields: [[/^วัตถุประสงค์/, [tooMany(4000)]]] },
  'a time limit of a direction': { ...onTask('สั่งการ', { needs: ['due'] }, { isDueRequired: true }), fields: [], days: [/^กำหนดแล้วเสร็จ/] },
  'a question to somebody out of turn': {
    at: `/letters/${ID.letter}`, opens: ['ขอความเห็น'], confirm: 'ส่งคำขอ', api: { ...writing, getLetter: async () => buildLetter({ myTasks: [buildTask({ can: ['act', 'adhoc'] })] }) },
    fields: [[/^ประเด็นที่ขอความเห็น/, [['  ', EMPTY], tooMany(4000)]]],
  },
  'a task given back to its group': {
    at: `/letters/${ID.letter}`, opens: ['คืนให้กลุ่ม'], confirm: 'คืนให้กลุ่ม', api: { ...writing, getLetter: async () => buildLetter({ myTasks: [buildTask({ can: ['act', 'release'] })] }) },
    fields: [[/^เหตุผล/, [['  ', EMPTY], tooMany(4000)]]],
  },
  'an act on the whole letter': { ...onLetter('hold', 'พักเรื่อง'), fields: [[/^เหตุผล/, NO_REASON]] },
  'a reminder': { at: '/supervision', api: board, opens: ['เตือน'], confirm: 'เตือน', fields: [[/^ข้อความถึงผู้รับผิดชอบ/, [tooMany(4000)]]] },
  'more time by a supervisor': { at: '/supervision', api: board, opens: ['ขยายเวลา'], confirm: 'ขยายเวลา', fields: [[/^เหตุผล/, [tooMany(4000)]]], days: [/^ขยายถึงวันที่/] },
};

const calendar: Overrides['calendar'] = async () => ({ officeId: ID.office, yearBe: 2569, hours: { start: '08:30', end: '16:30', lunchStart: '12:00', lunchEnd: '13:00' }, registerTimes: REGISTER_WITHIN, nextWorkingDay: '2026-11-23', days: [], canDeclare: false });

/** What people set for themselves. */
export const OWN_FORMS: { readonly [name: string]: Form } = {
  'the name of a filter': { at: '/?q=ประชุม', opens: ['บันทึกตัวกรองนี้'], fields: [[/^ชื่อตัวกรอง/, [['  ', EMPTY], tooMany(60)]]] },
  'a phrase in the list of phrases': { ...onTask('เห็นชอบ'), opens: ['เห็นชอบ', 'จัดการข้อความ'], confirm: 'บันทึก', fields: [[/^ข้อความ 1/, [['  ', EMPTY], tooMany(300)]]] },
  'an absence of one’s own': {
    at: '/absences', opens: ['บันทึกการลา'], fields: [[/^หมายเหตุ/, [over(500)]]], days: [/^ตั้งแต่/, /^ถึง/],
    api: { me: async () => buildSession(), calendar, listAbsences: async () => ({ items: [] }), standIns: async () => ({ items: [] }) },
  },
  'a password of one’s own': { at: '/', api: { me: async () => buildSession({ mustChangePassword: true }) }, opens: [], confirm: 'บันทึกรหัสผ่าน', fields: [[/^รหัสผ่านชั่วคราว/, [['', EMPTY], over(200)]], [/^รหัสผ่านใหม่/, [['สั้นไป', 'ต้องไม่น้อยกว่า 12'], over(200)]]] },
};
