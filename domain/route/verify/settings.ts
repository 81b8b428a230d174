/** Settings of single steps: quorums, facts, conditions, decision tables, time limits, calls. */
import type { LocalName } from '../../contracts/common';
import { assertBounded, conditionFaults, OPERATORS } from '../conditions';
import { isDomainError } from '../../errors';
import { factLabel, findFact, fitsFact } from '../facts';
import type { AssigneeRule, ConditionGroup, Deadline, DecisionTable, NodeOf, NodeType, Route, RouteBook, RouteNode } from '../model';
import { MAX_DEPTH } from '../run';
import { DUE_FACT } from '../timers';
import { finding, type Finding } from './finding';
import { behaviourOf } from './structure';
import { tableFacts } from './tables';

export function settingFindings(route: Route, routes: RouteBook | undefined): Finding[] {
  return route.nodes.flatMap((node) => [
    ...numbers(route, node),
    ...facts(route, node),
    ...conditionsOf(node).flatMap((condition) => conditions(route, node, condition)),
    ...(node.type === 'classify' ? table(route, node, node.table) : []),
    ...limits(route, node),
    ...(node.type === 'call' && routes ? calls(route, node, routes) : []),
  ]);
}

function numbers(route: Route, node: RouteNode): Finding[] {
  const wrong = (isWrong: boolean, setting: keyof typeof WRONG): Finding[] => (isWrong ? [finding('SETTING', route, [node.id], setting, WRONG[setting])] : []);
  if (node.type === 'approve') {
    const count = node.assignees.length;
    const quorum = node.quorum ?? 0;
    return [
      ...wrong(count === 0, 'assignees'),
      ...wrong(node.mode === 'one' && count > 1, 'modeOne'),
      ...wrong(node.mode === 'quorum' && !(Number.isInteger(quorum) && quorum >= 1 && quorum <= count), 'quorum'),
    ];
  }
  if (node.type === 'acknowledge') return wrong(node.wait === 'share' && !((node.share ?? 0) >= 1 && (node.share ?? 0) <= 100), 'share');
  if (node.type === 'work') return wrong(node.outcomes.length === 0, 'outcomes');
  if (node.type === 'wait') {
    return [
      ...wrong(node.until === undefined && node.event === undefined, 'untilOrEvent'),
      ...wrong(node.event !== undefined && node.assignee === undefined, 'assignee'),
      ...wrong(node.event === undefined && (node.assignee !== undefined || node.eventEn !== undefined), 'eventless'),
      ...wrong(node.event === undefined && hasLadder(node), 'ladderEventless'),
    ];
  }
  if (node.type === 'assign') return wrong(node.actions.length === 0, 'actions');
  return [];
}

/** What is wrong with a step's own settings. */
const WRONG = {
  assignees: { th: 'ยังไม่ได้กำหนดผู้พิจารณา', en: 'nobody is asked' },
  modeOne: { th: 'ให้พิจารณาคนเดียว แต่กำหนดผู้พิจารณาไว้หลายคน', en: 'one is to decide, but several are asked' },
  quorum: { th: 'จำนวนผู้เห็นชอบที่ต้องการต้องไม่เกินจำนวนผู้พิจารณา', en: 'as many must approve as at most are asked' },
  share: { th: 'สัดส่วนผู้รับทราบต้องเป็นร้อยละ 1 ถึง 100', en: 'the share of acknowledgements is 1 to 100 per cent' },
  outcomes: { th: 'ยังไม่ได้กำหนดผลการดำเนินการ', en: 'it has no outcome' },
  untilOrEvent: { th: 'ต้องกำหนดเวลาหรือเหตุการณ์ที่รออย่างใดอย่างหนึ่ง', en: 'it waits neither for a time nor for an event' },
  assignee: { th: 'ยังไม่ได้กำหนดผู้แจ้งว่าเหตุการณ์ที่รอเกิดขึ้นแล้ว', en: 'nobody is named to report the event' },
  eventless: { th: 'กำหนดผู้แจ้งไว้โดยไม่มีเหตุการณ์ที่รอ', en: 'somebody is to report an event, but none is named' },
  ladderEventless: { th: 'กำหนดการเตือนไว้โดยไม่มีเหตุการณ์ที่รอ จึงไม่มีผู้ใดให้เตือน', en: 'there are reminders, but no event that anybody is to report' },
  actions: { th: 'ยังไม่ได้กำหนดคำสั่งการที่เลือกได้', en: 'no action can be directed' },
} as const satisfies { readonly [setting: string]: LocalName };

function deadlinesOf(node: RouteNode): readonly Deadline[] {
  if (node.type === 'wait' || node.type === 'followUp') return node.until ? [node.until] : [];
  return 'deadline' in node && node.deadline ? [node.deadline] : [];
}

/** Facts by name: those people set must be settable, those that hold a date must be dates. */
function facts(route: Route, node: RouteNode): Finding[] {
  const fields = 'fields' in node ? (node.fields ?? []) : [];
  const dates = deadlinesOf(node).flatMap((deadline) => ('fact' in deadline ? [deadline.fact] : []));
  // `node` belongs to the step that was looked up by its type.
  const rules: readonly AssigneeRule[] = behaviourOf(node).asks(node as NodeOf<NodeType>).map((asked) => asked.rule);
  const named = rules.flatMap((rule) => (rule.by === 'field' ? [rule.fact] : []));
  const proposal = node.type === 'assign' && node.proposalFact !== undefined ? [node.proposalFact] : [];
  const required = node.type === 'start' ? (node.requiredFacts ?? []) : [];
  const wrong = [
    ...fields.filter((name) => findFact(name)?.isSettable !== true),
    ...dates.filter((name) => name !== DUE_FACT && findFact(name)?.type !== 'date'),
    ...named.filter((name) => !['post', 'person', 'unit'].includes(findFact(name)?.type ?? '')),
    ...[...proposal, ...required].filter((name) => !findFact(name)),
  ];
  return [...new Set(wrong)].map((name) => finding('SETTING', route, [node.id], name, unfit(name)));
}

const unfit = (name: string): LocalName => {
  const { th, en } = factLabel(name);
  return { th: `ใช้ข้อมูล "${th}" ในที่นี้ไม่ได้`, en: `“${en}” cannot be used here` };
};

function conditionsOf(node: RouteNode): readonly ConditionGroup[] {
  if (node.type === 'decide') return node.branches.map((branch) => branch.when);
  return node.type === 'followUp' && node.onlyWhen ? [node.onlyWhen] : [];
}

function conditions(route: Route, node: RouteNode, condition: ConditionGroup): Finding[] {
  try {
    assertBounded(condition);
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return [finding('CONDITION', route, [node.id], 'size', { th: 'มีข้อเปรียบเทียบหรือซ้อนกันมากเกินไป', en: 'it has too many comparisons, or nests too deep' })];
  }
  return conditionFaults(condition).map((fault) => finding('CONDITION', route, [node.id], fault.field, factLabel(fault.field)));
}

function table(route: Route, node: RouteNode, decisions: DecisionTable): Finding[] {
  const faults = tableFaults(decisions);
  return faults.length > 0 ? faults.map(({ detail, said }) => finding('CONDITION', route, [node.id], detail, said)) : coverage(route, node, decisions);
}

type CellFault = { readonly detail: string; readonly said: LocalName };

/** What is wrong with single cells. */
function tableFaults(table: DecisionTable): readonly CellFault[] {
  const { inputs, outputs, rules, hitPolicy } = table;
  const inCell = (id: string, name = ''): CellFault => ({ detail: `${id} ${name}`, said: inRow(rowName(table, id), factLabel(name)) });
  const unknown = [...inputs.filter((name) => !findFact(name)), ...outputs.filter((name) => findFact(name)?.isSettable !== true)];
  const ragged = rules.filter((rule) => rule.when.length !== inputs.length || rule.then.length !== outputs.length).map(({ id }) => ({ detail: id, said: rowName(table, id) }));
  const cells = rules.flatMap((rule) =>
    rule.when.flatMap((cell, i) => {
      const fact = findFact(inputs[i] ?? '');
      return cell && fact && !OPERATORS[fact.type].includes(cell.operator) ? [inCell(rule.id, inputs[i])] : [];
    }),
  );
  const values = rules.flatMap((rule) =>
    rule.then.flatMap((value, i) => (hitPolicy !== 'collect' && !fitsFact(outputs[i] ?? '', value) ? [inCell(rule.id, outputs[i])] : [])),
  );
  return [...unknown.map((name) => ({ detail: name, said: factLabel(name) })), ...ragged, ...cells, ...values];
}

/** A row as its reader counts it. */
function rowName({ rules }: DecisionTable, id: string): LocalName {
  const at = rules.findIndex((rule) => rule.id === id) + 1;
  return { th: `แถวที่ ${at}`, en: `row ${at}` };
}

const both = (one: LocalName, other: LocalName): LocalName => ({ th: `${one.th} และ${other.th}`, en: `${one.en} and ${other.en}` });
const inRow = (one: LocalName, other: LocalName): LocalName => ({ th: `${one.th} ${other.th}`, en: `${one.en}, ${other.en}` });

/** Cases without a row, rows without a case, and rows that fit at once where only one may. */
function coverage(route: Route, node: RouteNode, decisions: DecisionTable): Finding[] {
  const { overlaps, dead, isComplete } = tableFacts(decisions);
  const hasOtherwise = decisions.rules.some((rule) => rule.when.every((cell) => cell === null));
  return [
    ...((isComplete ?? hasOtherwise) ? [] : [finding('TABLE_OPEN', route, [node.id])]),
    ...(dead ?? []).map((id) => finding('TABLE_ROW_DEAD', route, [node.id], id, rowName(decisions, id))),
    ...overlaps.map(([one, other]) => finding('TABLE_OVERLAP', route, [node.id], `${one}, ${other}`, both(rowName(decisions, one), rowName(decisions, other)))),
  ];
}

const hasLadder = (node: RouteNode): boolean => 'escalation' in node && (node.escalation?.length ?? 0) > 0;

function limits(route: Route, node: RouteNode): Finding[] {
  const hasLimit = deadlinesOf(node).length > 0 || node.type === 'work';
  return [
    ...(hasLadder(node) && !hasLimit ? [finding('LADDER_WITHOUT_LIMIT', route, [node.id])] : []),
    ...(node.type === 'wait' && node.escalation?.some(({ when }) => when === 'afterDue') === true ? [finding('LADDER_AFTER_WAIT', route, [node.id])] : []),
    ...((node.type === 'followUp' || (node.type === 'wait' && node.event !== undefined)) && !node.until ? [finding('WAITS_FOR_EVER', route, [node.id])] : []),
  ];
}

function calls(route: Route, node: NodeOf<'call'>, routes: RouteBook): Finding[] {
  if (!routes[node.routeVersionId]) return [finding('CALL_UNKNOWN', route, [node.id])];
  const way = endlessCalls(node.routeVersionId, routes, []);
  if (way === null) return [];
  const names = way.map((id) => routes[id]?.name ?? id).join(' → ');
  return [finding('CALL_CIRCLE', route, [node.id], way.join(' '), { th: names, en: names })];
}

/** The calls, one in the other, by which a route comes back to itself or nests too deep; null where they end. */
function endlessCalls(id: string, routes: RouteBook, way: readonly string[]): readonly string[] | null {
  if (way.includes(id)) return [...way.slice(way.indexOf(id)), id];
  if (way.length >= MAX_DEPTH) return [...way, id];
  const called = new Set((routes[id]?.nodes ?? []).flatMap((node) => (node.type === 'call' ? [node.routeVersionId] : [])));
  for (const next of called) {
    const endless = endlessCalls(next, routes, [...way, id]);
    if (endless !== null) return endless;
  }
  return null;
}
