/**
 * Letters that come in: at a province, at the Office of the Permanent Secretary, and what a unit or a post does that was given one.
 */
import type { DecisionTable, Route, RouteNode } from '#domain/route/model';
import { edges, LADDER, within } from './build';

/** Checked and registered by the registry's clerk; a letter entered at the counter was checked while it was entered. */
const INTAKE: readonly RouteNode[] = [
  {
    id: 'start', type: 'start', name: 'หนังสือเข้า', nameEn: 'Letter arrives', kinds: [
      'external_letter', 'internal_memo', 'stamped_letter', 'order', 'regulation', 'rule', 'announcement', 'statement', 'news_release', 'certificate',
      'minutes', 'memo_note', 'other_record',
    ], directions: ['incoming'],
  },
  {
    id: 'arrived', type: 'decide', name: 'ช่องทางรับ', nameEn: 'Channel',
    branches: [{ outcome: 'exchange', name: 'รับทางระบบ', nameEn: 'Through the system', when: { combinator: 'and', rules: [{ field: 'channel', operator: '=', value: 'exchange' }] } }], otherwise: 'counter',
  },
  {
    id: 'check', type: 'work', name: 'ตรวจและลงทะเบียนรับ', nameEn: 'Check and register', assignee: { by: 'role', role: 'clerk', unit: 'registry' },
    outcomes: [
      { code: 'register', name: 'ลงทะเบียนรับ', nameEn: 'Register' },
      { code: 'sendBack', name: 'ส่งคืนผู้ส่ง', nameEn: 'Return to sender', noteRequired: true },
    ],
    fields: ['proposedUnit'], ...within(4, 'workingHours'), escalation: LADDER,
  },
  { id: 'register', type: 'register', name: 'ออกเลขรับ', nameEn: 'Receive number', book: 'receive', owner: 'office' },
  { id: 'returned', type: 'end', name: 'ส่งคืนแล้ว', nameEn: 'Returned', outcome: 'returned' },
  { id: 'closed', type: 'end', name: 'ปิดเรื่อง', nameEn: 'Closed', outcome: 'closed' },
];
const INTAKE_EDGES = ['start -> arrived', 'arrived exchange -> check', 'arrived counter -> register', 'check register -> register', 'check sendBack -> returned'];

/** What a letter is about, as far as its envelope tells; news and announcements stay with the head of office. */
const PROVINCE_TABLE: DecisionTable = {
  hitPolicy: 'first',
  inputs: ['kind', 'dateAsked'],
  outputs: ['subjectClass', 'needsReply'],
  rules: [
    { id: 'directive', when: [{ operator: 'in', value: ['order', 'regulation', 'rule'] }, null], then: ['คำสั่งและระเบียบ', false] },
    { id: 'asked', when: [null, { operator: 'notNull', value: null }], then: ['เรื่องที่ขอให้ตอบ', true] },
    { id: 'news', when: [{ operator: 'in', value: ['news_release', 'announcement', 'statement'] }, null], then: ['ข่าวและประกาศ', false] },
    { id: 'otherwise', when: [null, null], then: ['เรื่องทั่วไป', false] },
  ],
};

/** จังหวัด: งานสารบรรณ → หัวหน้าสำนักงานจังหวัดเสนอ → ผู้ว่าราชการจังหวัดสั่งการ → กลุ่มงานดำเนินการ */
export const PROVINCE_INCOMING: Route = {
  schemaVersion: 1,
  name: 'หนังสือรับจังหวัด',
  nameEn: 'Incoming letter of a province',
  description: 'ลงทะเบียนรับ จำแนกเรื่อง หัวหน้าสำนักงานจังหวัดเกษียนเสนอ ผู้ว่าราชการจังหวัดหรือผู้รักษาราชการแทนสั่งการ กลุ่มงานดำเนินการและปิดเรื่อง',
  nodes: [
    ...INTAKE,
    { id: 'classify', type: 'classify', name: 'จำแนกเรื่อง', nameEn: 'Classify', table: PROVINCE_TABLE },
    {
      id: 'level', type: 'decide', name: 'ระดับการสั่งการ', nameEn: 'Who directs',
      branches: [{ outcome: 'office', name: 'ข่าวและประกาศ', nameEn: 'News and announcements', when: { combinator: 'and', rules: [{ field: 'subjectClass', operator: '=', value: 'ข่าวและประกาศ' }] } }], otherwise: 'governor',
    },
    {
      id: 'propose', type: 'approve', name: 'หัวหน้าสำนักงานจังหวัดเกษียนเสนอ', nameEn: 'Head of office endorses upward', mode: 'one',
      assignees: [{ by: 'post', postCode: 'office-head' }], returnTo: ['check'], canForward: true, action: 'for_decision', fields: ['proposedUnit'], noteRequiredFor: ['return'],
      allowDrafter: true, ...within(4, 'workingHours'), escalation: LADDER,
    },
    {
      id: 'direct', type: 'assign', name: 'ผู้ว่าราชการจังหวัดสั่งการ', nameEn: 'Governor directs', assignee: { by: 'post', postCode: 'governor' },
      actions: ['assigned', 'proceed', 'circulate', 'noted', 'file'], proposalFact: 'proposedUnit', requireDue: true, returnTo: ['propose'], ...within(1, 'workingDays'), escalation: LADDER,
    },
    {
      id: 'direct-office', type: 'assign', name: 'หัวหน้าสำนักงานจังหวัดมอบหมาย', nameEn: 'Head of office directs', assignee: { by: 'post', postCode: 'office-head' },
      actions: ['assigned', 'proceed', 'circulate', 'noted', 'file'], proposalFact: 'proposedUnit', ...within(1, 'workingDays'), escalation: LADDER,
    },
  ],
  edges: edges(
    ...INTAKE_EDGES, 'register -> classify', 'classify -> level', 'level governor -> propose', 'level office -> direct-office', 'propose approve -> direct',
    'direct -> closed', 'direct-office -> closed',
  ),
};

/** สป.มท.: กองกลางลงทะเบียนรับ → ส่งหน่วยงานเจ้าของเรื่อง; คำตอบของหนังสือที่ส่งไปกลับถึงเจ้าของเรื่องโดยตรง */
export const OPS_INCOMING: Route = {
  schemaVersion: 1,
  name: 'หนังสือรับสำนักงานปลัดกระทรวงมหาดไทย',
  nameEn: 'Incoming letter of the Office of the Permanent Secretary',
  description: 'กองกลางลงทะเบียนรับแล้วส่งหน่วยงานเจ้าของเรื่อง หนังสือตอบส่งตรงถึงเจ้าของเรื่องเดิม เรื่องอื่นผู้อำนวยการกองกลางเป็นผู้พิจารณาส่ง',
  nodes: [
    ...INTAKE,
    {
      id: 'is-reply', type: 'decide', name: 'เป็นหนังสือตอบหรือไม่', nameEn: 'Answer to our letter?',
      branches: [{ outcome: 'reply', name: 'หนังสือตอบ', nameEn: 'An answer', when: { combinator: 'and', rules: [{ field: 'isReply', operator: '=', value: true }] } }], otherwise: 'other',
    },
    {
      id: 'route-reply', type: 'assign', name: 'ส่งหน่วยงานเจ้าของเรื่องเดิม', nameEn: 'To the owner of the letter answered',
      assignee: { by: 'role', role: 'clerk', unit: 'registry' }, actions: ['proceed'], proposalFact: 'proposedUnit', ...within(4, 'workingHours'), escalation: LADDER,
    },
    {
      id: 'route-other', type: 'assign', name: 'ผู้อำนวยการกองกลางพิจารณาส่งหน่วยงาน', nameEn: 'Director of the Central Division directs',
      assignee: { by: 'unitHead', unit: { unitCode: 'central' } }, actions: ['assigned', 'proceed', 'circulate', 'noted', 'file'], proposalFact: 'proposedUnit',
      returnTo: ['check'], ...within(1, 'workingDays'), escalation: LADDER,
    },
  ],
  edges: edges(...INTAKE_EDGES, 'register -> is-reply', 'is-reply reply -> route-reply', 'is-reply other -> route-other', 'route-reply -> closed', 'route-other -> closed'),
};

/** กอง กลุ่มงาน: เลขรับของหน่วยงาน → หัวหน้ามอบผู้รับผิดชอบ → ดำเนินการหรือตอบ; เรื่องเพื่อทราบให้รับทราบ */
export const UNIT_INCOMING: Route = {
  schemaVersion: 1,
  name: 'หนังสือรับของหน่วยงานภายใน',
  nameEn: 'Letter given to a unit',
  description: 'หน่วยงานออกเลขรับของตนเอง เรื่องเพื่อทราบให้หัวหน้ารับทราบ เรื่องเพื่อดำเนินการให้หัวหน้ามอบผู้รับผิดชอบ แล้วดำเนินการหรือมีหนังสือตอบ',
  nodes: [
    { ...INTAKE[0]!, name: 'หน่วยงานได้รับเรื่อง', nameEn: 'The unit is given the letter' },
    { id: 'register', type: 'register', name: 'ออกเลขรับของหน่วยงาน', nameEn: "Unit's receive number", book: 'receive', owner: 'holder' },
    {
      id: 'role', type: 'decide', name: 'เพื่อทราบหรือเพื่อดำเนินการ', nameEn: 'For information or action',
      branches: [{ outcome: 'info', when: { combinator: 'and', rules: [{ field: 'assignmentRole', operator: '=', value: 'info' }] } }], otherwise: 'main',
    },
    { id: 'inform', type: 'acknowledge', name: 'รับทราบ', nameEn: 'Take note', readers: [{ by: 'unitHead', unit: 'holder' }], wait: 'all' },
    {
      id: 'appoint', type: 'approve', name: 'หัวหน้าหน่วยงานมอบผู้รับผิดชอบ', nameEn: 'Head of unit appoints who is in charge', mode: 'one',
      assignees: [{ by: 'unitHead', unit: 'holder' }], returnTo: [], canForward: true, canReject: true, noteRequiredFor: ['reject'], action: 'assigned',
      fields: ['actingPerson'], allowDrafter: true, ...within(4, 'workingHours'), escalation: LADDER,
    },
    {
      id: 'in-charge', type: 'decide', name: 'ผู้รับผิดชอบ', nameEn: 'Who is in charge',
      branches: [{ outcome: 'named', name: 'ระบุชื่อแล้ว', nameEn: 'Somebody is named', when: { combinator: 'and', rules: [{ field: 'actingPerson', operator: 'notNull', value: null }] } }], otherwise: 'head',
    },
    {
      id: 'work', type: 'work', name: 'ดำเนินการ', nameEn: 'Act on it', assignee: { by: 'field', fact: 'actingPerson' },
      outcomes: [
        { code: 'done', name: 'ดำเนินการแล้ว', nameEn: 'Done', noteRequired: true },
        { code: 'answered', name: 'มีหนังสือตอบแล้ว', nameEn: 'Answered' },
      ],
      // Due when whoever directed the letter here wants it done.
      answeredOutcome: 'answered', returnTo: ['appoint'], escalation: LADDER,
    },
    {
      id: 'work-head', type: 'work', name: 'หัวหน้าหน่วยงานดำเนินการ', nameEn: 'Head of unit acts on it', assignee: { by: 'unitHead', unit: 'holder' },
      outcomes: [
        { code: 'done', name: 'ดำเนินการแล้ว', nameEn: 'Done', noteRequired: true },
        { code: 'answered', name: 'มีหนังสือตอบแล้ว', nameEn: 'Answered' },
      ],
      answeredOutcome: 'answered', escalation: LADDER,
    },
    { id: 'closed', type: 'end', name: 'เสร็จสิ้น', nameEn: 'Finished', outcome: 'closed' },
    { id: 'handed-back', type: 'end', name: 'ส่งคืนผู้มอบหมาย', nameEn: 'Handed back', outcome: 'returned' },
  ],
  edges: edges(
    'start -> register', 'register -> role', 'role info -> inform', 'role main -> appoint', 'inform -> closed', 'appoint approve -> in-charge', 'appoint reject -> handed-back',
    'in-charge named -> work', 'in-charge head -> work-head', 'work done -> closed', 'work answered -> closed', 'work-head done -> closed', 'work-head answered -> closed',
  ),
};

/** ตำแหน่งที่ได้รับมอบเรื่อง: รับทราบ หรือดำเนินการแล้วรายงานผู้มอบ; สั่งการต่อหรือส่งคืนได้ */
export const POST_INCOMING: Route = {
  schemaVersion: 1,
  name: 'หนังสือที่มอบให้ตำแหน่ง',
  nameEn: 'Letter given to a post',
  description: 'เรื่องเพื่อทราบให้ผู้ดำรงตำแหน่งรับทราบ เรื่องเพื่อดำเนินการให้ดำเนินการ สั่งการต่อ หรือส่งคืน แล้วรายงานผลต่อผู้มอบเรื่อง',
  nodes: [
    { ...INTAKE[0]!, name: 'ตำแหน่งได้รับเรื่อง', nameEn: 'The post is given the letter' },
    {
      id: 'share', type: 'decide', name: 'เพื่อทราบหรือเพื่อดำเนินการ', nameEn: 'For information or action',
      branches: [{ outcome: 'info', when: { combinator: 'and', rules: [{ field: 'assignmentRole', operator: '=', value: 'info' }] } }], otherwise: 'main',
    },
    { id: 'note', type: 'acknowledge', name: 'รับทราบเรื่องที่ได้รับมอบ', nameEn: 'Take note of what was given', readers: [{ by: 'field', fact: 'assignedPost' }], wait: 'all' },
    {
      id: 'handle', type: 'work', name: 'ดำเนินการเรื่องที่ได้รับมอบ', nameEn: 'Act on what was given', assignee: { by: 'field', fact: 'assignedPost' },
      outcomes: [
        { code: 'done', name: 'ดำเนินการแล้ว รายงานผล', nameEn: 'Done, report it', noteRequired: true },
        { code: 'answered', name: 'มีหนังสือตอบแล้ว', nameEn: 'Answered' },
        { code: 'onward', name: 'สั่งการต่อ', nameEn: 'Direct it onward' },
        { code: 'reject', name: 'ส่งคืนผู้มอบหมาย', nameEn: 'Hand it back', noteRequired: true },
      ],
      // Due when whoever gave it wants it done.
      answeredOutcome: 'answered', escalation: LADDER,
    },
    {
      id: 'direct-onward', type: 'assign', name: 'สั่งการต่อ', nameEn: 'Direct it onward', assignee: { by: 'field', fact: 'assignedPost' },
      actions: ['assigned', 'proceed', 'circulate', 'noted', 'file'], returnTo: ['handle'], ...within(1, 'workingDays'), escalation: LADDER,
    },
    {
      id: 'report', type: 'approve', name: 'ผู้มอบเรื่องพิจารณารายงาน', nameEn: 'Whoever gave it considers the report', mode: 'one', assignees: [{ by: 'field', fact: 'assignedBy' }],
      returnTo: ['handle'], noteRequiredFor: ['return'], allowDrafter: true, ...within(1, 'workingDays'), escalation: LADDER,
    },
    { id: 'closed', type: 'end', name: 'เสร็จสิ้น', nameEn: 'Finished', outcome: 'closed' },
    { id: 'handed-back', type: 'end', name: 'ส่งคืนผู้มอบหมาย', nameEn: 'Handed back', outcome: 'returned' },
  ],
  edges: edges(
    'start -> share', 'share info -> note', 'share main -> handle', 'note -> closed', 'handle done -> report', 'handle answered -> closed', 'handle onward -> direct-onward',
    'handle reject -> handed-back', 'direct-onward -> report', 'report approve -> closed',
  ),
};
