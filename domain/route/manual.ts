/**
 * A route as the table of a work manual (คู่มือการปฏิบัติงาน): for each step what is done, by whom, in what time, on which form
 * and by which clause of the Office of the Prime Minister's Regulation on Correspondence B.E. 2526.
 */
import { graphOf } from './graph';
import type { AssigneeRule, NodeId, NodeType, Route, RouteEdge, RouteNode } from './model';
import { outcomeLabel } from './outcome-label';
import { sayCondition, sayDeadline, sayRule, sayRung, type Lang, type Words } from './say';
import { stepForms } from './steps/forms';

export type ManualRow = {
  readonly nodeId: NodeId;
  /** From 1, in the order in which a letter comes to the steps. */
  readonly no: number;
  readonly name: string;
  /** What kind of step it is, and what the designer wrote of it. */
  readonly what: readonly string[];
  /** Empty where nobody acts. */
  readonly who: readonly string[];
  readonly time: readonly string[];
  readonly documents: readonly string[];
  readonly regulation: readonly string[];
  /** Where it goes on: the outcome by name, empty where there is only one way, and the number of the next step. */
  readonly next: readonly { readonly outcome: string; readonly no: number }[];
};

/** Every step that a letter can come to, nearest to the start first; then those that nothing leads to. */
export function manualRows(route: Route, words: Words): readonly ManualRow[] {
  const order = inOrder(route);
  const numbers = new Map(order.map(({ id }, at) => [id, at + 1]));
  const { out } = graphOf(route);
  return order.map((node, at): ManualRow => ({
    nodeId: node.id, no: at + 1, name: words.lang === 'en' ? (node.nameEn ?? node.name) : node.name,
    what: [stepForms[node.type].label[words.lang], ...(node.description === undefined ? [] : [node.description])],
    who: rulesOf(node).map((rule) => sayRule(rule, words)),
    time: timesOf(node, words),
    documents: documentsOf(node).map((each) => each[words.lang]),
    regulation: clausesOf(node).map((each) => each[words.lang]),
    next: (out.get(node.id) ?? []).map(({ outcome, to }) => ({ outcome: wayText(route, { from: node.id, outcome }, words), no: numbers.get(to) ?? 0 })),
  }));
}

/** A way with a name of its own in full: when it is taken stands beside it. */
function wayText(route: Route, way: Pick<RouteEdge, 'from' | 'outcome'>, words: Words): string {
  const node = graphOf(route).nodes.get(way.from);
  const branch = node?.type === 'decide' ? node.branches.find(({ outcome }) => outcome === way.outcome) : undefined;
  const name = wayName(route, way, words);
  return branch?.name === undefined ? name : `${name} (${sayCondition(branch.when, words)})`;
}

/** What a line is called: a way out of a decision by its own name or its condition, else the outcome; nothing for the only way out. */
export function wayName(route: Route, { from, outcome }: Pick<RouteEdge, 'from' | 'outcome'>, words: Words): string {
  const { lang } = words;
  const node = graphOf(route).nodes.get(from);
  if (node === undefined || outcome === 'next') return '';
  // Branches at once are not chosen between.
  if (node.type === 'fork') return '';
  if (node.type === 'decide') {
    const branch = node.branches.find((each) => each.outcome === outcome);
    if (branch !== undefined && branch.name === undefined) return sayCondition(branch.when, words);
    return branch === undefined ? OTHERWISE[lang] : outcomeLabel(node, outcome, route)[lang];
  }
  return (ENDS[outcome] ?? outcomeLabel(node, outcome, route))[lang];
}

type Said = { readonly [L in Lang]: string };
const say = (th: string, en: string): Said => ({ th, en });

const OTHERWISE = say('กรณีอื่น', 'otherwise');
/** How a branch may have ended, where a line is drawn for it. */
const ENDS: { readonly [outcome: string]: Said | undefined } = {
  rejected: say('ไม่รับดำเนินการ', 'refused'), returned: say('ส่งคืน', 'handed back'), noted: say('ทราบ', 'noted'), file: say('เก็บเรื่อง', 'filed'),
};

function inOrder(route: Route): readonly RouteNode[] {
  const { nodes, out } = graphOf(route);
  const order = new Map<NodeId, RouteNode>();
  for (const first of [...route.nodes.filter(({ type }) => type === 'start'), ...route.nodes]) {
    const queue = [first.id];
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      const node = nodes.get(id);
      if (node === undefined || order.has(id)) continue;
      order.set(id, node);
      queue.push(...(out.get(id) ?? []).map(({ to }) => to));
    }
  }
  return [...order.values()];
}

function rulesOf(node: RouteNode): readonly AssigneeRule[] {
  if (node.type === 'approve') return node.assignees;
  if (node.type === 'followUp') return [node.judge];
  if (node.type === 'notify') return [node.who];
  return 'assignee' in node ? [node.assignee] : [];
}

function timesOf(node: RouteNode, words: Words): readonly string[] {
  const limit = 'deadline' in node ? node.deadline : 'until' in node ? node.until : undefined;
  const ladder = 'escalation' in node ? (node.escalation ?? []) : [];
  return [...(limit === undefined ? [] : [sayDeadline(limit, words)]), ...ladder.map((rung) => sayRung(rung, words))];
}

const RECEIVE = [say('ทะเบียนหนังสือรับ (แบบที่ 13) และตรารับหนังสือ (แบบที่ 12)', 'receive register (form 13) and receipt stamp (form 12)')];
const SEND = [say('ทะเบียนหนังสือส่ง (แบบที่ 14)', 'send register (form 14)')];
const BOOKS: { readonly [book: string]: readonly Said[] | undefined } = {
  receive: RECEIVE, send: SEND, circular: [say('ทะเบียนหนังสือส่ง (แบบที่ 14) เลขรหัส ว', 'send register (form 14), circular numbers')],
  order: [say('ทะเบียนคำสั่ง', 'order register')], announcement: [say('ทะเบียนประกาศ', 'announcement register')], certificate: [say('ทะเบียนหนังสือรับรอง', 'certificate register')],
  minutes: [say('ทะเบียนรายงานการประชุม', 'minutes register')],
  secret_receive: [say('ทะเบียนรับข้อมูลข่าวสารลับ (ทขล.1)', 'secret receive register')], secret_send: [say('ทะเบียนส่งข้อมูลข่าวสารลับ (ทขล.2)', 'secret send register')],
  secret_control: [say('ทะเบียนควบคุมข้อมูลข่าวสารลับ (ทขล.3)', 'secret control register')],
};
const TEMPLATES = {
  external_letter: say('หนังสือภายนอก (แบบที่ 1)', 'external letter (form 1)'), internal_memo: say('บันทึกข้อความ (แบบที่ 2)', 'internal memo (form 2)'), order: say('คำสั่ง (แบบที่ 4)', 'order (form 4)'),
} as const;

function documentsOf(node: RouteNode): readonly Said[] {
  if (node.type === 'register') return BOOKS[node.book] ?? [];
  if (node.type === 'draft') return [TEMPLATES[node.template]];
  return PAPERS[node.type] ?? [];
}
const ENDORSEMENT = [say('บันทึกการเกษียนหนังสือ', 'endorsement on the letter')];
const PAPERS: { readonly [T in NodeType]?: readonly Said[] } = {
  approve: ENDORSEMENT, assign: ENDORSEMENT, sign: [say('หนังสือฉบับลงนาม', 'the signed letter')], dispatch: [say('หลักฐานการส่ง (แบบที่ 16 หรือ 17)', 'proof of delivery (form 16 or 17)')],
};

const R26 = (clause: string): Said => say(`ระเบียบงานสารบรรณ พ.ศ. 2526 ข้อ ${clause}`, `Regulation on Correspondence B.E. 2526, clause ${clause}`);
const SECRETS = say('ระเบียบว่าด้วยการรักษาความลับของทางราชการ พ.ศ. 2544', 'Regulation on Official Secrets B.E. 2544');

function clausesOf(node: RouteNode): readonly Said[] {
  if (node.type === 'register') return node.book.startsWith('secret') ? [SECRETS] : CLAUSES_OF_BOOKS[node.book] ?? [];
  if (node.type === 'draft') return [R26({ external_letter: '11', internal_memo: '12', order: '16' }[node.template])];
  return CLAUSES[node.type] ?? [];
}
const CLAUSES_OF_BOOKS: { readonly [book: string]: readonly Said[] | undefined } = { receive: [R26('37–38')], send: [R26('43')], circular: [R26('32')] };
const CLAUSES: { readonly [T in NodeType]?: readonly Said[] } = { approve: [R26('26')], assign: [R26('26')], dispatch: [R26('41–50')] };
