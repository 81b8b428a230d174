/**
 * Letters that an office writes: with an approval chain, to many at once, and orders.
 */
import type { HumanSettings, Route, RouteNode, SignNode } from '#domain/route/model';
import { edges, LADDER, within } from './build';

const STARTS_OUTGOING = { id: 'start', type: 'start', name: 'เริ่มร่าง', nameEn: 'Draft begins', directions: ['outgoing', 'internal'] } as const;

const draft = (template: 'external_letter' | 'internal_memo' | 'order', fields: readonly string[] = []): RouteNode => ({
  id: 'draft', type: 'draft', name: 'ร่างหนังสือ', nameEn: 'Draft', assignee: { by: 'drafter' }, template, fields, ...within(3, 'workingDays'), escalation: LADDER,
});

const signBy = (assignee: HumanSettings['assignee'], name: string, nameEn: string, onBehalfOf?: HumanSettings['assignee']): SignNode => ({
  id: 'sign', type: 'sign', name, nameEn, assignee, ...(onBehalfOf === undefined ? {} : { onBehalfOf }), returnTo: ['draft'], canReject: true,
  noteRequiredFor: ['return', 'reject'], ...within(1, 'workingDays'), escalation: LADDER,
});

/** Where the drafter asks a second unit for its opinion, its head gives it while the drafter's own superior reviews. */
const OPINION: readonly RouteNode[] = [
  {
    id: 'ask-opinion', type: 'decide', name: 'ขอความเห็นหน่วยงานอื่นหรือไม่', nameEn: 'Is another unit asked?',
    branches: [{ outcome: 'asked', name: 'ขอความเห็น', nameEn: 'Another unit is asked', when: { combinator: 'and', rules: [{ field: 'proposedUnit', operator: 'notNull', value: null }] } }], otherwise: 'alone',
  },
  { id: 'fork', type: 'fork', name: 'ตรวจร่างและขอความเห็นพร้อมกัน', nameEn: 'Review and opinion in parallel' },
  {
    id: 'opinion', type: 'work', name: 'ให้ความเห็น', nameEn: 'Give an opinion', assignee: { by: 'unitHead', unit: 'proposed' },
    outcomes: [
      { code: 'agree', name: 'เห็นชอบตามร่าง', nameEn: 'Agrees with the draft' },
      { code: 'comment', name: 'มีความเห็นเพิ่มเติม', nameEn: 'Has comments', noteRequired: true },
    ],
    ...within(1, 'workingDays'), escalation: LADDER,
  },
  reviewer('review-asked'),
  { id: 'join', type: 'join', name: 'รวมความเห็น', nameEn: 'Opinions are in', fork: 'fork', mode: 'all' },
  reviewer('review'),
];
const OPINION_EDGES = [
  'start -> draft', 'draft -> ask-opinion', 'ask-opinion asked -> fork', 'ask-opinion alone -> review', 'fork opinion -> opinion', 'fork review -> review-asked',
  'opinion agree -> join', 'opinion comment -> join', 'review-asked approve -> join', 'join -> chief', 'review approve -> chief',
];

/** After the signature: number, dispatch, and the wait for an answer where a date was asked for. */
const SENDING: readonly RouteNode[] = [
  { id: 'number', type: 'register', name: 'ออกเลขที่หนังสือ', nameEn: 'Number', book: 'send', owner: 'office' },
  { id: 'dispatch', type: 'dispatch', name: 'ส่งหนังสือ', nameEn: 'Dispatch', recipients: 'addressees' },
  {
    id: 'follow-up', type: 'followUp', name: 'ติดตามคำตอบ', nameEn: 'Await the answer', expect: 'reply', until: { fact: 'dateAsked' }, judge: { by: 'drafter' },
    onlyWhen: { combinator: 'and', rules: [{ field: 'dateAsked', operator: 'notNull', value: null }] },
    escalation: [
      { id: 'remind', when: 'beforeDue', offset: { unit: 'workingDays', amount: 2 }, act: 'remind' },
      { id: 'superior', when: 'afterDue', offset: { unit: 'workingDays', amount: 3 }, act: 'remindSuperior' },
    ],
  },
  { id: 'closed', type: 'end', name: 'ปิดเรื่อง', nameEn: 'Closed', outcome: 'closed' },
  { id: 'rejected', type: 'end', name: 'ไม่อนุมัติ', nameEn: 'Refused', outcome: 'rejected' },
];
const SENDING_EDGES = [
  'chief approve -> sign', 'chief reject -> rejected', 'sign sign -> number', 'sign reject -> rejected', 'number -> dispatch', 'dispatch -> follow-up', 'follow-up -> closed',
];

const chief = (assignee: HumanSettings['assignee'], name: string, nameEn: string): RouteNode => ({
  id: 'chief', type: 'approve', name, nameEn, mode: 'one', assignees: [assignee], canAmend: true, fields: ['dateAsked'], returnTo: ['draft'], canReject: true, canForward: true,
  noteRequiredFor: ['return', 'reject'], action: 'for_signature', ...within(1, 'workingDays'), escalation: LADDER,
});

const outgoing = (args: Pick<Route, 'name'> & { nameEn: string; description: string; chief: RouteNode; sign: SignNode }): Route => ({
  schemaVersion: 1,
  name: args.name,
  nameEn: args.nameEn,
  description: args.description,
  nodes: [
    { ...STARTS_OUTGOING, kinds: ['external_letter', 'internal_memo', 'stamped_letter', 'announcement', 'certificate', 'other_record'] },
    draft('external_letter', ['proposedUnit', 'dateAsked']), ...OPINION, args.chief, args.sign, ...SENDING,
  ],
  edges: edges(...OPINION_EDGES, ...SENDING_EDGES),
});

/** สป.มท.: ร่าง → หัวหน้ากลุ่มงาน → ผู้อำนวยการ → รองปลัดกระทรวงลงนามปฏิบัติราชการแทน → ออกเลข → ส่ง → ติดตาม */
export const OPS_OUTGOING: Route = outgoing({
  name: 'หนังสือส่งสำนักงานปลัดกระทรวงมหาดไทย',
  nameEn: 'Outgoing letter of the Office of the Permanent Secretary',
  description: 'เจ้าหน้าที่ร่าง หัวหน้ากลุ่มงานและผู้อำนวยการเห็นชอบ รองปลัดกระทรวงมหาดไทยลงนามปฏิบัติราชการแทนปลัดกระทรวงมหาดไทย ออกเลขตามรหัสหน่วยงานเจ้าของเรื่อง ส่ง และติดตามคำตอบเมื่อกำหนดวันตอบ',
  chief: chief({ by: 'superior', of: 'lastActor' }, 'ผู้อำนวยการเห็นชอบ', 'Division director approves'),
  sign: signBy({ by: 'oversees', unit: 'owner' }, 'รองปลัดกระทรวงมหาดไทยลงนาม', 'Deputy Permanent Secretary signs', { by: 'post', postCode: 'permanent-secretary' }),
});

/** จังหวัด: ร่าง → หัวหน้ากลุ่มงาน (และความเห็นกลุ่มงานอื่น) → หัวหน้าสำนักงานจังหวัด → ผู้ว่าราชการจังหวัดลงนาม → ออกเลข → ส่ง */
export const PROVINCE_OUTGOING: Route = outgoing({
  name: 'หนังสือส่งจังหวัด',
  nameEn: 'Outgoing letter of a province',
  description: 'เจ้าหน้าที่ร่าง หัวหน้ากลุ่มงานตรวจ กลุ่มงานอื่นให้ความเห็นพร้อมกันเมื่อขอ หัวหน้าสำนักงานจังหวัดตรวจแก้ ผู้ว่าราชการจังหวัดหรือผู้รักษาราชการแทนลงนาม ออกเลข และส่ง',
  chief: chief({ by: 'post', postCode: 'office-head' }, 'หัวหน้าสำนักงานจังหวัดตรวจร่าง', 'Head of office reviews'),
  sign: signBy({ by: 'post', postCode: 'governor' }, 'ผู้ว่าราชการจังหวัดลงนาม', 'Governor signs'),
});

/** ผู้เสนอ → ผู้ให้ความเห็นชอบ → ผู้อนุมัติ: three posts, none of which may be skipped. */
const threePosts = (args: { proposer: HumanSettings['assignee']; consenter: HumanSettings['assignee']; approver: HumanSettings['assignee'] }): Route => ({
  schemaVersion: 1,
  name: 'เสนอ เห็นชอบ อนุมัติ',
  nameEn: 'Propose, consent, approve',
  description: 'บันทึกเสนอผ่านผู้เสนอ ผู้ให้ความเห็นชอบ และผู้อนุมัติ ตามลำดับ ข้ามขั้นไม่ได้',
  nodes: [
    { ...STARTS_OUTGOING, kinds: ['internal_memo', 'memo_note'] },
    draft('internal_memo'),
    step('propose', 'ผู้เสนอ', 'Proposer', args.proposer, 'for_decision'),
    step('consent', 'ผู้ให้ความเห็นชอบ', 'Gives consent', args.consenter, 'agreed'),
    { ...signBy(args.approver, 'ผู้อนุมัติลงนาม', 'Approver signs'), id: 'approve' },
    { id: 'number', type: 'register', name: 'ออกเลขที่บันทึก', nameEn: 'Number', book: 'send', owner: 'office' },
    { id: 'tell', type: 'notify', name: 'แจ้งผู้ร่าง', nameEn: 'Tell the drafter', who: { by: 'drafter' }, template: 'memoApproved' },
    { id: 'closed', type: 'end', name: 'อนุมัติแล้ว', nameEn: 'Approved', outcome: 'closed' },
    { id: 'rejected', type: 'end', name: 'ไม่อนุมัติ', nameEn: 'Refused', outcome: 'rejected' },
  ],
  edges: edges(
    'start -> draft', 'draft -> propose', 'propose approve -> consent', 'propose reject -> rejected', 'consent approve -> approve', 'consent reject -> rejected',
    'approve sign -> number', 'approve reject -> rejected', 'number -> tell', 'tell -> closed',
  ),
});

export const OPS_THREE_POSTS: Route = threePosts({
  proposer: { by: 'post', postCode: 'ict-director' },
  consenter: { by: 'oversees', unit: { unitCode: 'ict' } },
  approver: { by: 'post', postCode: 'permanent-secretary' },
});

export const PROVINCE_THREE_POSTS: Route = threePosts({
  proposer: { by: 'unitHead', unit: 'owner' },
  consenter: { by: 'post', postCode: 'office-head' },
  approver: { by: 'post', postCode: 'governor' },
});

/** หนังสือเวียน: one text, one number, every office of a distribution list; who has not taken note is chased. */
const circular = (args: { chief: RouteNode; sign: SignNode }): Route => ({
  schemaVersion: 1,
  name: 'หนังสือเวียน',
  nameEn: 'Circular',
  description: 'ร่าง เห็นชอบ ลงนาม ออกเลขหนังสือเวียน ส่งตามบัญชีรายชื่อ และติดตามการรับทราบทุกหน่วยงาน',
  nodes: [
    { ...STARTS_OUTGOING, kinds: ['external_letter', 'internal_memo', 'stamped_letter', 'announcement'] },
    draft('external_letter', ['dateAsked']), reviewer('review'), args.chief, args.sign,
    { id: 'number', type: 'register', name: 'ออกเลขหนังสือเวียน', nameEn: 'Circular number', book: 'circular', owner: 'office' },
    // The list chosen while drafting, as it stood then, with whatever addressees were added.
    { id: 'dispatch', type: 'dispatch', name: 'ส่งตามบัญชีรายชื่อ', nameEn: 'Send to the list', recipients: 'addressees' },
    {
      id: 'follow-up', type: 'followUp', name: 'ติดตามการรับทราบ', nameEn: 'Await acknowledgements', expect: 'acknowledgement',
      until: { rule: { unit: 'workingDays', amount: 5 } }, judge: { by: 'drafter' },
      escalation: [{ id: 'remind', when: 'beforeDue', offset: { unit: 'workingDays', amount: 1 }, act: 'remind' }],
    },
    { id: 'closed', type: 'end', name: 'ปิดเรื่อง', nameEn: 'Closed', outcome: 'closed' },
    { id: 'rejected', type: 'end', name: 'ไม่อนุมัติ', nameEn: 'Refused', outcome: 'rejected' },
  ],
  edges: edges(
    'start -> draft', 'draft -> review', 'review approve -> chief', 'chief approve -> sign', 'chief reject -> rejected', 'sign sign -> number', 'sign reject -> rejected',
    'number -> dispatch', 'dispatch -> follow-up', 'follow-up -> closed',
  ),
});

export const OPS_CIRCULAR: Route = circular({
  chief: chief({ by: 'superior', of: 'lastActor' }, 'ผู้อำนวยการเห็นชอบ', 'Division director approves'),
  sign: OPS_OUTGOING.nodes.find((node): node is SignNode => node.type === 'sign')!,
});

export const PROVINCE_CIRCULAR: Route = circular({
  chief: chief({ by: 'post', postCode: 'office-head' }, 'หัวหน้าสำนักงานจังหวัดตรวจร่าง', 'Head of office reviews'),
  sign: signBy({ by: 'post', postCode: 'governor' }, 'ผู้ว่าราชการจังหวัดลงนาม', 'Governor signs'),
});

/** คำสั่ง: signed, numbered n/year in the book of the issuing post, and published to those concerned. */
const order = (args: { checker: HumanSettings['assignee']; checkerName: readonly [string, string]; signer: HumanSettings['assignee']; signName: readonly [string, string]; readers: readonly HumanSettings['assignee'][] }): Route => ({
  schemaVersion: 1,
  name: 'คำสั่ง',
  nameEn: 'Order',
  description: 'ร่าง ตรวจร่าง ลงนาม ออกเลขที่คำสั่งต่อปีปฏิทิน และเผยแพร่ให้ผู้เกี่ยวข้องรับทราบ',
  nodes: [
    { ...STARTS_OUTGOING, kinds: ['order', 'regulation', 'rule', 'announcement'] },
    draft('order'), reviewer('review'),
    step('check', args.checkerName[0], args.checkerName[1], args.checker, 'for_signature'),
    signBy(args.signer, args.signName[0], args.signName[1]),
    { id: 'number', type: 'register', name: 'ออกเลขที่คำสั่ง', nameEn: 'Order number', book: 'order', owner: 'office' },
    { id: 'publish', type: 'acknowledge', name: 'เผยแพร่คำสั่งและรับทราบ', nameEn: 'Publish and take note', readers: args.readers, wait: 'all', ...within(3, 'workingDays'), escalation: LADDER },
    { id: 'closed', type: 'end', name: 'เผยแพร่แล้ว', nameEn: 'Published', outcome: 'closed' },
    { id: 'rejected', type: 'end', name: 'ไม่อนุมัติ', nameEn: 'Refused', outcome: 'rejected' },
  ],
  edges: edges(
    'start -> draft', 'draft -> review', 'review approve -> check', 'check approve -> sign', 'check reject -> rejected', 'sign sign -> number', 'sign reject -> rejected',
    'number -> publish', 'publish -> closed',
  ),
});

const headOf = (unitCode: string): HumanSettings['assignee'] => ({ by: 'unitHead', unit: { unitCode } });

export const OPS_ORDER: Route = order({
  checker: headOf('law'), checkerName: ['สำนักกฎหมายตรวจร่าง', 'Law Bureau checks'],
  signer: { by: 'post', postCode: 'permanent-secretary' }, signName: ['ปลัดกระทรวงมหาดไทยลงนาม', 'Permanent Secretary signs'],
  readers: ['central', 'hr', 'finance', 'ict', 'policy', 'provincial-affairs'].map(headOf),
});

export const PROVINCE_ORDER: Route = order({
  checker: { by: 'post', postCode: 'office-head' }, checkerName: ['หัวหน้าสำนักงานจังหวัดตรวจร่าง', 'Head of office checks'],
  signer: { by: 'post', postCode: 'governor' }, signName: ['ผู้ว่าราชการจังหวัดลงนาม', 'Governor signs'],
  readers: ['general', 'strategy', 'ict', 'hr'].map(headOf),
});

function reviewer(id: string): RouteNode {
  return {
    id, type: 'approve', name: 'หัวหน้ากลุ่มงานตรวจร่าง', nameEn: 'Section head reviews', mode: 'one', assignees: [{ by: 'superior', of: 'drafter' }], canAmend: true,
    returnTo: ['draft'], noteRequiredFor: ['return'], action: 'for_decision', ...within(1, 'workingDays'), escalation: LADDER,
  };
}

function step(id: string, name: string, nameEn: string, assignee: HumanSettings['assignee'], action: 'for_decision' | 'agreed' | 'for_signature'): RouteNode {
  return {
    id, type: 'approve', name, nameEn, mode: 'one', assignees: [assignee], canAmend: true, returnTo: ['draft'], canReject: true, noteRequiredFor: ['return', 'reject'],
    action, ...within(1, 'workingDays'), escalation: LADDER,
  };
}
