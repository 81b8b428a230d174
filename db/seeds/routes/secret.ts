/**
 * Classified items: only the secret registrar registers them, in books of their own (reference §4.3). Every step stands
 * with a post whose holder is cleared; the engine drops the others.
 */
import type { Route } from '#domain/route/model';
import { edges, LADDER, within } from './build';

const ALL_KINDS = [
  'external_letter', 'internal_memo', 'stamped_letter', 'order', 'regulation', 'rule', 'announcement', 'statement', 'news_release', 'certificate', 'minutes',
  'memo_note', 'other_record',
] as const;

/** ลับ ลับมาก และซองปิดผนึก: นายทะเบียนข้อมูลข่าวสารลับเปิด ลงทะเบียน และเสนอหัวหน้าหน่วยงาน */
export const secretIncoming = (headPost: string): Route => ({
  schemaVersion: 1,
  name: 'หนังสือลับรับ',
  nameEn: 'Classified letter received',
  description: 'นายทะเบียนข้อมูลข่าวสารลับเป็นผู้เปิดและลงทะเบียน เสนอหัวหน้าส่วนราชการสั่งการ และเก็บรักษา',
  nodes: [
    { id: 'start', type: 'start', name: 'หนังสือลับเข้า', nameEn: 'Classified item arrives', kinds: ALL_KINDS, directions: ['incoming'] },
    {
      id: 'open', type: 'work', name: 'เปิดและลงทะเบียนหนังสือลับ', nameEn: 'Open and register', assignee: { by: 'role', role: 'secret_registrar', unit: 'registry' },
      outcomes: [
        { code: 'register', name: 'ลงทะเบียน', nameEn: 'Register' },
        { code: 'sendBack', name: 'ส่งคืนผู้ส่ง', nameEn: 'Return to sender', noteRequired: true },
      ],
      ...within(4, 'workingHours'), escalation: LADDER,
    },
    { id: 'register', type: 'register', name: 'ออกเลขทะเบียนรับข้อมูลข่าวสารลับ', nameEn: 'Secret receive number', book: 'secret_receive', owner: 'office' },
    {
      id: 'direct', type: 'approve', name: 'หัวหน้าส่วนราชการสั่งการ', nameEn: 'Head of office directs', mode: 'one', assignees: [{ by: 'post', postCode: headPost }],
      returnTo: [], canForward: true, action: 'proceed', ...within(1, 'workingDays'), escalation: LADDER,
    },
    {
      id: 'keep', type: 'work', name: 'ดำเนินการและเก็บรักษา', nameEn: 'Act and keep', assignee: { by: 'role', role: 'secret_registrar', unit: 'registry' },
      outcomes: [{ code: 'done', name: 'ดำเนินการแล้ว', nameEn: 'Done' }, { code: 'answered', name: 'มีหนังสือตอบแล้ว', nameEn: 'Answered' }],
      answeredOutcome: 'answered', ...within(3, 'workingDays'), escalation: LADDER,
    },
    { id: 'closed', type: 'end', name: 'ปิดเรื่อง', nameEn: 'Closed', outcome: 'closed' },
    { id: 'returned', type: 'end', name: 'ส่งคืนแล้ว', nameEn: 'Returned', outcome: 'returned' },
  ],
  edges: edges('start -> open', 'open register -> register', 'open sendBack -> returned', 'register -> direct', 'direct approve -> keep', 'keep done -> closed', 'keep answered -> closed'),
});

/** หนังสือลับส่ง: ร่างโดยผู้มีสิทธิ ลงนามโดยหัวหน้าส่วนราชการ ออกเลขในทะเบียนส่งข้อมูลข่าวสารลับ */
export const secretOutgoing = (headPost: string): Route => ({
  schemaVersion: 1,
  name: 'หนังสือลับส่ง',
  nameEn: 'Classified letter sent',
  description: 'ร่างโดยผู้มีระดับการเข้าถึงชั้นความลับ หัวหน้าส่วนราชการลงนาม ออกเลขในทะเบียนส่งข้อมูลข่าวสารลับ และส่ง',
  nodes: [
    { id: 'start', type: 'start', name: 'เริ่มร่างหนังสือลับ', nameEn: 'Draft begins', kinds: ALL_KINDS, directions: ['outgoing', 'internal'] },
    { id: 'draft', type: 'draft', name: 'ร่างหนังสือลับ', nameEn: 'Draft', assignee: { by: 'drafter' }, template: 'external_letter', ...within(3, 'workingDays') },
    {
      id: 'sign', type: 'sign', name: 'หัวหน้าส่วนราชการลงนาม', nameEn: 'Head of office signs', assignee: { by: 'post', postCode: headPost }, returnTo: ['draft'], canReject: true,
      noteRequiredFor: ['return', 'reject'], ...within(1, 'workingDays'), escalation: LADDER,
    },
    { id: 'number', type: 'register', name: 'ออกเลขทะเบียนส่งข้อมูลข่าวสารลับ', nameEn: 'Secret send number', book: 'secret_send', owner: 'office' },
    { id: 'dispatch', type: 'dispatch', name: 'ส่งหนังสือลับ', nameEn: 'Dispatch', recipients: 'addressees' },
    { id: 'closed', type: 'end', name: 'ปิดเรื่อง', nameEn: 'Closed', outcome: 'closed' },
    { id: 'rejected', type: 'end', name: 'ไม่อนุมัติ', nameEn: 'Refused', outcome: 'rejected' },
  ],
  edges: edges('start -> draft', 'draft -> sign', 'sign sign -> number', 'sign reject -> rejected', 'number -> dispatch', 'dispatch -> closed'),
});

/** ลับที่สุด: a control entry and nothing else: no subject, no file. */
export const TOP_SECRET_CONTROL: Route = {
  schemaVersion: 1,
  name: 'ทะเบียนควบคุมหนังสือลับที่สุด',
  nameEn: 'Control entry of a top-secret item',
  description: 'ลงทะเบียนควบคุมเท่านั้น ระบบไม่เก็บชื่อเรื่องและไม่เก็บแฟ้ม',
  nodes: [
    { id: 'start', type: 'start', name: 'ได้รับหนังสือลับที่สุด', nameEn: 'Top-secret item arrives', kinds: ALL_KINDS, directions: ['incoming'] },
    { id: 'register', type: 'register', name: 'ลงทะเบียนควบคุมข้อมูลข่าวสารลับ', nameEn: 'Control register', book: 'secret_control', owner: 'office' },
    {
      id: 'hold', type: 'work', name: 'เก็บรักษา', nameEn: 'In keeping', assignee: { by: 'role', role: 'secret_registrar', unit: 'registry' },
      outcomes: [{ code: 'handedOver', name: 'ส่งมอบแล้ว', nameEn: 'Handed over', noteRequired: true }, { code: 'destroyed', name: 'ทำลายแล้ว', nameEn: 'Destroyed', noteRequired: true }],
    },
    { id: 'closed', type: 'end', name: 'ปิดรายการ', nameEn: 'Closed', outcome: 'closed' },
  ],
  edges: edges('start -> register', 'register -> hold', 'hold handedOver -> closed', 'hold destroyed -> closed'),
};
