/** Routes with one fault each, by what the verifier must say of them, and routes that nothing is wrong with. */
import type { Route } from '../model';
import type { FindingCode, VerifyContext } from '../verify';
import { approval, endNode, post, refusedNode, route, startNode } from './build';
import { buildDirectory } from './office';
import { ROUTES } from './routes';

type Loose = Parameters<typeof route>[0][number];
export type BadRoute = { readonly code: FindingCode; readonly what: string; readonly route: Route; readonly context?: VerifyContext };

const work = (id: string, codes: readonly string[] = ['done'], more: object = {}): Loose => ({ id, type: 'work', assignee: post('clerk'), outcomes: codes.map((code) => ({ code, name: code })), ...more });
const human = (id: string, more: object): Loose => work(id, ['done'], more);
const fork: Loose = { id: 'f', type: 'fork' };
const join: Loose = { id: 'j', type: 'join', fork: 'f', mode: 'all' };
const tell = (id: string): Loose => ({ id, type: 'notify', who: post('clerk'), template: 't' });
const sign: Loose = { id: 'sign', type: 'sign', assignee: post('deputy'), returnTo: [] };
const number = (book: string): Loose => ({ id: 'number', type: 'register', book, owner: 'office' }) as Loose;
const send: Loose = { id: 'send', type: 'dispatch', recipients: 'addressees' };
const outgoing: Loose = { ...startNode, directions: ['outgoing'] };
const is = (field: string, value: unknown, operator = '=') => ({ combinator: 'and', rules: [{ field, operator, value }] });
const decide = (...branches: readonly [string, object][]): Loose => ({ id: 'd', type: 'decide', otherwise: 'no', branches: branches.map(([outcome, when]) => ({ outcome, when })) }) as Loose;
const table = (more: object): Loose => ({ id: 'x', type: 'classify', table: { hitPolicy: 'first', inputs: ['urgency'], outputs: ['subjectClass'], rules: [{ id: 'r', when: [null], then: ['a'] }], ...more } }) as Loose;
const row = (id: string, cell: object | null) => ({ id, when: [cell], then: ['a'] });
const rung = (act: string) => [{ id: 'r', when: 'afterDue', offset: { unit: 'workingDays', amount: 1 }, act }];
const days = (amount: number) => ({ deadline: { rule: { unit: 'workingDays', amount } } });

/** A step between start and end, left by one outcome. */
const around = (node: Loose, outcome = 'next', start: Loose = startNode): Route => route([start, node, endNode], [`start ${node.id}`, `${node.id} ${outcome} end`]);
const line = (nodes: readonly Loose[], start: Loose = startNode): Route => {
  const all = [start, ...nodes, endNode];
  const wayOut: { readonly [type: string]: string } = { work: 'done', approve: 'approve', sign: 'sign' };
  return route(all, all.slice(1).map((node, i) => `${all[i]!.id} ${wayOut[all[i]!.type] ?? 'next'} ${node.id}`));
};
const branches = (a: Loose, b: Loose, edges: readonly string[], more: readonly Loose[] = []): Route => route([startNode, fork, a, b, join, ...more, endNode], ['start f', 'f x a', 'f y b', ...edges]);
const withEdges = (value: Route, change: (edges: Route['edges']) => Route['edges']): Route => ({ ...value, edges: change(value.edges) });
const simple = line([work('a'), work('b')]);
const calling = (id: string): Route => around({ id: 'x', type: 'call', routeVersionId: id });
const unknownRule = { ...simple, nodes: simple.nodes.map((node) => ({ ...node, magic: true })) } as unknown as Route;
const directory = buildDirectory();
const nobodySpare = buildDirectory({}, { fallbackPostId: null });
const noRegistrar = buildDirectory({}, { secretRegistrarPostId: null, parentSecretRegistrarPostId: null });
const passing = (edges: readonly string[]) => ({ name: 'เดิม', result: { id: 'c', path: [], edges, verdict: { kind: 'passed', outcome: 'closed' } } }) as const;
const secret = (code: string): Route => line([number('secret_receive'), human('a', { assignee: post(code) })]);

export const BAD_ROUTES: readonly BadRoute[] = [
  { code: 'SCHEMA', what: 'a setting that no step has', route: unknownRule },
  { code: 'SCHEMA', what: 'a name that is empty', route: { ...simple, name: ' ' } },
  { code: 'NO_START', what: 'no start', route: route([work('a'), endNode], ['a done end']) },
  { code: 'NO_START', what: 'nothing but an end', route: route([endNode], []) },
  { code: 'MANY_STARTS', what: 'two starts', route: route([startNode, { ...startNode, id: 's2' }, endNode], ['start end', 's2 end']) },
  { code: 'MANY_STARTS', what: 'three starts', route: route([startNode, { ...startNode, id: 's2' }, { ...startNode, id: 's3' }, endNode], ['start end', 's2 end', 's3 end']) },
  { code: 'NO_END', what: 'a circle and no end', route: route([startNode, work('a'), work('b')], ['start a', 'a done b', 'b done a']) },
  { code: 'NO_END', what: 'steps that lead nowhere', route: route([startNode, work('a')], ['start a']) },
  { code: 'DUPLICATE_NODE', what: 'two ends of one id', route: route([startNode, endNode, endNode], ['start end']) },
  { code: 'DUPLICATE_NODE', what: 'two steps of one id', route: route([startNode, work('a'), tell('a'), endNode], ['start a', 'a done end']) },
  { code: 'DUPLICATE_EDGE', what: 'lines that all have one id', route: withEdges(simple, (edges) => edges.map((edge) => ({ ...edge, id: 'same' }))) },
  { code: 'DUPLICATE_EDGE', what: 'two lines of one id', route: withEdges(simple, (edges) => edges.map((edge, i) => (i === 2 ? { ...edge, id: 'e0' } : edge))) },
  { code: 'EDGE_DANGLING', what: 'a line into nothing', route: route([startNode, endNode], ['start end', 'start x gone']) },
  { code: 'EDGE_DANGLING', what: 'a line from nothing', route: route([startNode, endNode], ['start end', 'gone x end']) },
  { code: 'EDGE_INTO_START', what: 'a way back to the start', route: route([startNode, work('a', ['done', 'x']), endNode], ['start a', 'a done end', 'a x start']) },
  { code: 'EDGE_INTO_START', what: 'a start that leads to itself', route: route([startNode, endNode], ['start start', 'start x end']) },
  { code: 'OUTCOME_UNWIRED', what: 'a refusal without a line', route: route([startNode, approval('a', 'chief', { canReject: true }), endNode], ['start a', 'a approve end']) },
  { code: 'OUTCOME_UNWIRED', what: 'a decision without its other case', route: route([startNode, decide(['yes', is('urgency', 'urgent')]), endNode], ['start d', 'd yes end']) },
  { code: 'OUTCOME_DOUBLED', what: 'two lines for one outcome', route: route([startNode, work('a'), work('b'), endNode], ['start a', 'a done b', 'a done end', 'b done end']) },
  { code: 'OUTCOME_DOUBLED', what: 'two lines out of the start', route: route([startNode, work('a'), endNode], ['start a', 'start end', 'a done end']) },
  { code: 'OUTCOME_UNKNOWN', what: 'a line for an outcome that the step has not', route: route([startNode, work('a'), endNode], ['start a', 'a done end', 'a other end']) },
  { code: 'OUTCOME_UNKNOWN', what: 'a line for a refusal that is not allowed', route: route([startNode, approval('a', 'chief'), endNode, refusedNode], ['start a', 'a approve end', 'a reject refused']) },
  { code: 'FORK_NARROW', what: 'a fork with one branch', route: route([startNode, fork, work('a'), join, endNode], ['start f', 'f x a', 'a done j', 'j end']) },
  { code: 'FORK_NARROW', what: 'a fork without branches', route: route([startNode, fork, join, endNode], ['start f', 'j end']) },
  { code: 'RETURN_UNKNOWN', what: 'a return to the start', route: around(approval('a', 'chief', { returnTo: ['start'] }), 'approve') },
  { code: 'RETURN_UNKNOWN', what: 'a return to a step that is gone', route: around(human('a', { returnTo: ['gone'] }), 'done') },
  { code: 'RETURN_INTO_BRANCH', what: 'a return from behind the join into a branch', route: branches(work('a'), work('b'), ['a done j', 'b done j', 'j c', 'c done end'], [human('c', { returnTo: ['a'] })]) },
  { code: 'RETURN_INTO_BRANCH', what: 'a return from one branch into the other', route: branches(work('a'), human('b', { returnTo: ['a'] }), ['a done j', 'b done j', 'j end']) },
  { code: 'JOIN_FORK_UNKNOWN', what: 'a join of no fork', route: around({ ...join, fork: 'gone' } as Loose) },
  { code: 'JOIN_FORK_UNKNOWN', what: 'a join that names a step', route: route([startNode, work('a'), { ...join, fork: 'a' } as Loose, endNode], ['start a', 'a done j', 'j end']) },
  { code: 'FORK_WITHOUT_JOIN', what: 'branches that end by themselves', route: route([startNode, fork, work('a'), work('b'), endNode], ['start f', 'f x a', 'f y b', 'a done end', 'b done end']) },
  { code: 'FORK_WITHOUT_JOIN', what: 'two joins of one fork', route: branches(work('a'), work('b'), ['a done j', 'b done k', 'j end', 'k end'], [{ ...join, id: 'k' } as Loose]) },
  { code: 'JOIN_MISMATCH', what: 'a branch that leaves past its join', route: branches(work('a', ['done', 'out']), work('b'), ['a done j', 'a out c', 'b done j', 'j c', 'c done end'], [work('c')]) },
  { code: 'JOIN_MISMATCH', what: 'a way into a branch from outside', route: route([startNode, work('s', ['in', 'on']), fork, work('a'), work('b'), join, endNode], ['start s', 's on f', 's in a', 'f x a', 'f y b', 'a done j', 'b done j', 'j end']) },
  { code: 'JOIN_STARVES', what: 'a join that waits for a branch which ends', route: branches(work('a'), work('b'), ['a done j', 'b done end2', 'j end'], [{ ...endNode, id: 'end2' }]) },
  { code: 'JOIN_STARVES', what: 'a join that waits for three of two', route: route([startNode, fork, work('a'), work('b'), { ...join, mode: { atLeast: 3 } } as Loose, endNode], ['start f', 'f x a', 'f y b', 'a done j', 'b done j', 'j end']) },
  { code: 'END_IN_BRANCH', what: 'a branch that may end the letter', route: branches(work('a', ['done', 'stop']), work('b'), ['a done j', 'a stop end2', 'b done j', 'j end'], [{ ...endNode, id: 'end2' }]) },
  { code: 'END_IN_BRANCH', what: 'a refusal within a branch', route: branches(approval('a', 'chief', { canReject: true }), work('b'), ['a approve j', 'a reject refused', 'b done j', 'j end'], [refusedNode]) },
  { code: 'UNREACHABLE', what: 'a step that no way leads to', route: route([startNode, work('lost'), endNode], ['start end', 'lost done end']) },
  { code: 'UNREACHABLE', what: 'two steps that lead only to each other', route: route([startNode, work('a', ['done', 'x']), work('b'), endNode], ['start end', 'a done b', 'b done a', 'a x end']) },
  { code: 'DEAD_END', what: 'a step that leads to itself', route: route([startNode, work('a', ['done', 'more']), work('b'), endNode], ['start a', 'a done end', 'a more b', 'b done b']) },
  { code: 'DEAD_END', what: 'a branch that goes round in a circle', route: branches(work('a'), work('b', ['done', 'x']), ['a done j', 'b done j', 'b x c', 'c done d', 'd done c', 'j end'], [work('c'), work('d')]) },
  { code: 'AUTOMATIC_LOOP', what: 'notices that go round in a circle', route: route([startNode, work('a', ['done', 'x']), tell('n'), tell('m'), endNode], ['start a', 'a done end', 'a x n', 'n m', 'm n']) },
  { code: 'AUTOMATIC_LOOP', what: 'a decision that comes back to itself', route: route([startNode, tell('n'), decide(['yes', is('urgency', 'urgent')]), endNode], ['start n', 'n d', 'd yes n', 'd no end']) },
  { code: 'SETTING', what: 'a quorum of more than are asked', route: around({ ...approval('x', 'clerk'), mode: 'quorum', quorum: 3 } as Loose, 'approve') },
  { code: 'SETTING', what: 'a field that nobody may set', route: around(human('a', { fields: ['secrecy'] }), 'done') },
  { code: 'CONDITION', what: 'a condition on a fact that there is not', route: route([startNode, decide(['yes', is('subject', 'x')]), endNode], ['start d', 'd yes end', 'd no end']) },
  { code: 'CONDITION', what: 'a table with a cell that does not fit', route: around(table({ rules: [row('r', { operator: '<', value: 'normal' })] })) },
  { code: 'TABLE_OPEN', what: 'a table without its other case', route: around(table({ rules: [row('r', { operator: '=', value: 'normal' })] })) },
  { code: 'TABLE_OPEN', what: 'a table that forgets what is not known', route: around(table({ inputs: ['isReply'], rules: [row('r', { operator: '=', value: true }), row('s', { operator: '=', value: false })] })) },
  { code: 'TABLE_ROW_DEAD', what: 'a row after the one that always fits', route: around(table({ rules: [row('r', null), row('s', null)] })) },
  { code: 'TABLE_ROW_DEAD', what: 'a row that the one before it swallows', route: around(table({ rules: [row('r', { operator: 'in', value: ['urgent', 'normal'] }), row('s', { operator: '=', value: 'urgent' }), row('t', null)] })) },
  { code: 'TABLE_OVERLAP', what: 'two rows for one value where one may decide', route: around(table({ hitPolicy: 'unique', rules: [row('r', { operator: '=', value: 'urgent' }), row('s', { operator: 'in', value: ['urgent', 'normal'] })] })) },
  { code: 'TABLE_OVERLAP', what: 'a row that fits everything where one may decide', route: around(table({ hitPolicy: 'unique', rules: [row('r', { operator: '=', value: 'urgent' }), row('s', null)] })) },
  { code: 'BRANCH_BARE', what: 'a branch without a condition', route: route([startNode, decide(['yes', { combinator: 'and', rules: [] }]), endNode], ['start d', 'd yes end', 'd no end']) },
  { code: 'BRANCH_BARE', what: 'a second branch without a condition', route: route([startNode, decide(['yes', is('urgency', 'urgent')], ['maybe', { combinator: 'or', rules: [] }]), endNode], ['start d', 'd yes end', 'd maybe end', 'd no end']) },
  { code: 'BRANCH_DEAD', what: 'a branch that the one before it swallows', route: route([startNode, decide(['yes', is('urgency', ['urgent', 'normal'], 'in')], ['maybe', is('urgency', 'urgent')]), endNode], ['start d', 'd yes end', 'd maybe end', 'd no end']) },
  { code: 'BRANCH_DEAD', what: 'a condition that contradicts itself', route: route([startNode, decide(['yes', { combinator: 'and', rules: [...is('urgency', 'urgent').rules, ...is('urgency', 'normal').rules] }]), endNode], ['start d', 'd yes end', 'd no end']) },
  { code: 'BRANCH_OVERLAP', what: 'two conditions that can both hold', route: route([startNode, decide(['yes', is('urgency', 'urgent')], ['maybe', is('isReply', true)]), endNode], ['start d', 'd yes end', 'd maybe end', 'd no end']) },
  { code: 'BRANCH_OVERLAP', what: 'two spans that overlap', route: route([startNode, decide(['yes', is('dateAsked', '2026-03-01', '<')], ['maybe', is('dateAsked', '2026-01-01', '>')]), endNode], ['start d', 'd yes end', 'd maybe end', 'd no end']) },
  { code: 'LABEL_REPEATED', what: 'two steps of one name, one after another', route: line([human('a', { name: 'ตรวจร่าง' }), human('b', { name: 'ตรวจร่าง' })]) },
  { code: 'LABEL_REPEATED', what: 'two steps of one name, side by side', route: branches(human('a', { name: 'ให้ความเห็น' }), human('b', { name: 'ให้ความเห็น' }), ['a done j', 'b done j', 'j end']) },
  { code: 'SELF_APPROVAL', what: 'the drafter approves', route: around({ ...approval('a', 'x'), assignees: [{ by: 'drafter' }] } as Loose, 'approve', outgoing) },
  { code: 'SELF_APPROVAL', what: 'the drafter is one of those who approve', route: around({ ...approval('a', 'x'), mode: 'all', assignees: [post('chief'), { by: 'drafter' }] } as Loose, 'approve', outgoing) },
  { code: 'CIRCLE_UNBOUNDED', what: 'a way back that may be gone for ever', route: route([startNode, work('a'), work('b', ['done', 'again']), endNode], ['start a', 'a done b', 'b again a', 'b done end']) },
  { code: 'CIRCLE_UNBOUNDED', what: 'a step that may come back to itself', route: route([startNode, work('a', ['done', 'again']), endNode], ['start a', 'a again a', 'a done end']) },
  { code: 'FIELD_UNFILLED', what: 'a decision on what nobody fills in', route: route([startNode, decide(['yes', is('amount', 500, '>')]), endNode], ['start d', 'd yes end', 'd no end']) },
  { code: 'FIELD_UNFILLED', what: 'a step for somebody whom only a later step names', route: line([human('a', { assignee: { by: 'field', fact: 'actingPerson' } }), human('b', { fields: ['actingPerson'] })]) },
  { code: 'LADDER_WITHOUT_LIMIT', what: 'reminders of no time limit', route: around({ ...approval('a', 'chief'), escalation: rung('remind') } as Loose, 'approve') },
  { code: 'LADDER_WITHOUT_LIMIT', what: 'reminders of readers without a time limit', route: around({ id: 'x', type: 'acknowledge', readers: [post('clerk')], wait: 'all', escalation: rung('remind') } as Loose) },
  { code: 'LADDER_TO_NOBODY', what: 'handing over what the highest post has', route: around({ ...approval('a', 'governor', days(1)), escalation: rung('handOver') } as Loose, 'approve'), context: { directory } },
  { code: 'LADDER_TO_NOBODY', what: 'handing over what the highest post works on', route: around(human('a', { assignee: post('governor'), ...days(2), escalation: rung('handOver') }), 'done'), context: { directory } },
  { code: 'WAITS_FOR_EVER', what: 'a follow-up without a time limit', route: around({ id: 'x', type: 'followUp', expect: 'reply', judge: post('clerk') }) },
  { code: 'WAITS_FOR_EVER', what: 'an event waited for without a time limit', route: around({ id: 'x', type: 'wait', event: 'ที่ประชุมมีมติ', assignee: post('clerk') }) },
  { code: 'SETTING', what: 'an event that nobody may report', route: around({ id: 'x', type: 'wait', event: 'ที่ประชุมมีมติ', until: { rule: { unit: 'workingDays', amount: 2 } } }) },
  { code: 'SETTING', what: 'somebody to report an event that has no name', route: around({ id: 'x', type: 'wait', assignee: post('clerk'), until: { rule: { unit: 'workingDays', amount: 2 } } }) },
  { code: 'SETTING', what: 'an event that has a name in English only', route: around({ id: 'x', type: 'wait', eventEn: 'the meeting has decided', until: { rule: { unit: 'workingDays', amount: 2 } } }) },
  { code: 'SETTING', what: 'a wait for nothing', route: around({ id: 'x', type: 'wait' }) },
  { code: 'WAITS_FOR_EVER', what: 'acknowledgements without a time limit', route: around({ id: 'x', type: 'followUp', expect: 'acknowledgement', judge: post('chief') }) },
  { code: 'LADDER_AFTER_WAIT', what: 'a reminder after an event is waited for no longer', route: around({ id: 'x', type: 'wait', event: 'ที่ประชุมมีมติ', assignee: post('clerk'), until: { rule: { unit: 'workingDays', amount: 2 } }, escalation: rung('remind') } as Loose) },
  { code: 'LADDER_AFTER_WAIT', what: 'a report handed over when it is too late', route: around({ id: 'x', type: 'wait', event: 'ที่ประชุมมีมติ', assignee: post('clerk'), until: { fact: 'dateAsked' }, escalation: rung('handOver') } as Loose) },
  { code: 'SETTING', what: 'reminders of a mere span of time', route: around({ id: 'x', type: 'wait', until: { rule: { unit: 'workingDays', amount: 2 } }, escalation: rung('remind') } as Loose) },
  { code: 'CALL_UNKNOWN', what: 'a call of a route that there is not', route: calling('gone'), context: { routes: {} } },
  { code: 'CALL_UNKNOWN', what: 'a call of a route of another name', route: calling('gone'), context: { routes: { other: simple } } },
  { code: 'CALL_CIRCLE', what: 'a route that calls itself', route: calling('again'), context: { routes: { again: calling('again') } } },
  { code: 'CALL_CIRCLE', what: 'two routes that call each other', route: calling('one'), context: { routes: { one: calling('two'), two: calling('one') } } },
  { code: 'NUMBER_BEFORE_SIGNATURE', what: 'a number before the signature', route: line([number('send'), sign, send], outgoing) },
  { code: 'NUMBER_BEFORE_SIGNATURE', what: 'a way to the number past the signature', route: route([outgoing, work('a', ['done', 'quick']), sign, number('send'), send, endNode], ['start a', 'a done sign', 'a quick number', 'sign sign number', 'number send', 'send end']) },
  { code: 'DISPATCH_BEFORE_NUMBER', what: 'sending before there is a number', route: line([sign, send, number('send')], outgoing) },
  { code: 'DISPATCH_BEFORE_NUMBER', what: 'sending with a receive number only', route: line([sign, number('receive'), send], outgoing) },
  { code: 'POST_UNASKED', what: 'given to posts, of which no step asks one', route: simple, context: { isForPosts: true } },
  { code: 'POST_UNASKED', what: 'given to posts, asking whoever gave it', route: around(human('a', { assignee: { by: 'field', fact: 'assignedBy' } }), 'done'), context: { isForPosts: true } },
  { code: 'LIST_UNKNOWN', what: 'a distribution list that there is not', route: line([sign, number('send'), { ...send, recipients: { listCode: 'gone', role: 'info' } } as Loose], outgoing), context: { lists: ['pilot'] } },
  { code: 'LIST_UNKNOWN', what: 'any list where the office has none', route: line([sign, number('send'), { ...send, recipients: { listCode: 'pilot', role: 'lead' } } as Loose], outgoing), context: { lists: [] } },
  { code: 'NOBODY', what: 'a post that nobody holds, without a fallback', route: around(human('a', { assignee: post('gone') }), 'done'), context: { directory: nobodySpare } },
  { code: 'NOBODY', what: 'a group in which there is nobody, without a fallback', route: around(human('a', { assignee: { by: 'group', postCodes: ['gone', 'none'] } }), 'done'), context: { directory: nobodySpare } },
  { code: 'NOBODY_TODAY', what: 'a post that nobody holds', route: around(human('a', { assignee: post('gone') }), 'done'), context: { directory } },
  { code: 'NOBODY_TODAY', what: 'a role that nobody has', route: around(human('a', { assignee: { by: 'role', role: 'inspector' } }), 'done'), context: { directory } },
  { code: 'UNCLEARED', what: 'nobody cleared and no secret registrar', route: secret('clerk'), context: { directory: noRegistrar } },
  { code: 'UNCLEARED', what: 'a head who is not cleared enough and no secret registrar', route: secret('chief'), context: { directory: noRegistrar } },
  { code: 'UNCLEARED_TODAY', what: 'nobody cleared', route: secret('clerk'), context: { directory } },
  { code: 'UNCLEARED_TODAY', what: 'nobody cleared for what the table gives the route', route: around(human('a', {}), 'done'), context: { directory, admits: 'confidential' } },
  { code: 'TOO_MANY_WAYS', what: 'more states than may be looked at', route: simple, context: { maxStates: 2 } },
  { code: 'TOO_MANY_WAYS', what: 'one state more than may be looked at', route: simple, context: { maxStates: 1 } },
  { code: 'NO_CASES', what: 'a route of one step without test cases', route: around(human('a', {}), 'done'), context: { cases: [] } },
  { code: 'NO_CASES', what: 'a route with a refusal without test cases', route: simple, context: { cases: [] } },
  { code: 'CASE_ASTRAY', what: 'a case that goes another way than it did', route: simple, context: { cases: [{ name: 'เดิม', result: { id: 'c', path: ['start'], edges: [], verdict: { kind: 'otherWay', step: 1, expected: 'gone', actual: 'check' } } }] } },
  { code: 'CASE_ASTRAY', what: 'a case with a move that is not possible any more', route: simple, context: { cases: [{ name: 'เดิม', result: { id: 'c', path: [], edges: [], verdict: { kind: 'refused', move: 0, code: 'OUTCOME_UNKNOWN', details: {} } } }] } },
  { code: 'LINES_UNCOVERED', what: 'a line that no case takes', route: simple, context: { cases: [passing(simple.edges.slice(1).map(({ id }) => id))] } },
  { code: 'LINES_UNCOVERED', what: 'no line that any case takes', route: simple, context: { cases: [passing([])] } },
];

const then = (id: string, codes: readonly string[] = ['done'], more: object = {}): Loose => work(id, codes, { name: `ขั้น ${id}`, ...more });
const good = (nodes: readonly Loose[], edges: readonly string[]): Route => route(nodes, edges);

export const GOOD_ROUTES: { readonly [what: string]: Route } = {
  ...Object.fromEntries(Object.entries(ROUTES).filter(([name]) => !['council', 'caller'].includes(name))),
  'straight to the end': good([startNode, endNode], ['start end']),
  'one step': around(then('a'), 'done'),
  'three steps': line([then('a'), then('b'), then('c')]),
  'an approval that may refuse': good([startNode, approval('a', 'chief', { canReject: true }), endNode, refusedNode], ['start a', 'a approve end', 'a reject refused']),
  'a return to the step before': line([then('a'), approval('b', 'chief', { returnTo: ['a'] })]),
  'returns over two steps': line([then('a'), approval('b', 'chief', { returnTo: ['a'] }), approval('c', 'deputy', { returnTo: ['a', 'b'] })]),
  'an approval of all': around({ ...approval('a', 'chief'), mode: 'all', assignees: [post('chief'), post('deputy')] } as Loose, 'approve'),
  'a quorum of two of three': around({ ...approval('a', 'chief'), mode: 'quorum', quorum: 2, assignees: [post('chief'), post('deputy'), post('owner')] } as Loose, 'approve'),
  'one after another': around({ ...approval('a', 'chief'), mode: 'sequence', assignees: [post('chief'), post('deputy')] } as Loose, 'approve'),
  'whoever is first': around({ ...approval('a', 'chief'), mode: 'first', assignees: [post('chief'), post('deputy')] } as Loose, 'approve'),
  'two branches that meet': branches(then('a'), then('b'), ['a done j', 'b done j', 'j end']),
  'one branch is enough': good([startNode, fork, then('a'), then('b'), { ...join, mode: { atLeast: 1 } } as Loose, endNode], ['start f', 'f x a', 'f y b', 'a done j', 'b done j', 'j end']),
  'a fork within a branch': good(
    [startNode, fork, { id: 'g', type: 'fork' }, then('a'), then('b'), then('c'), { id: 'k', type: 'join', fork: 'g', mode: 'all' }, join, endNode],
    ['start f', 'f x g', 'f y c', 'g x a', 'g y b', 'a done k', 'b done k', 'k j', 'c done j', 'j end'],
  ),
  'a return out of a branch': good([startNode, then('s'), fork, then('a', ['done'], { returnTo: ['s'] }), then('b'), join, endNode], ['start s', 's done f', 'f x a', 'f y b', 'a done j', 'b done j', 'j end']),
  'two ways by urgency': good([startNode, decide(['yes', is('urgency', 'urgent')]), then('a'), endNode], ['start d', 'd yes a', 'd no end', 'a done end']),
  'three ways that do not overlap': good([startNode, decide(['yes', is('urgency', 'urgent')], ['maybe', is('urgency', 'most_urgent')]), endNode], ['start d', 'd yes end', 'd maybe end', 'd no end']),
  'two conditions for one way': good([startNode, decide(['yes', is('urgency', 'urgent')], ['yes', is('isReply', true)]), endNode], ['start d', 'd yes end', 'd no end']),
  'alternatives of one name': good([startNode, decide(['yes', is('urgency', 'urgent')]), human('a', { name: 'เสนอ' }), human('b', { name: 'เสนอ' }), endNode], ['start d', 'd yes a', 'd no b', 'a done end', 'b done end']),
  'a table with its other case': around(table({})),
  'a table in which one row decides': around(table({ hitPolicy: 'unique', rules: [row('r', { operator: '=', value: 'urgent' }), row('s', { operator: '!=', value: 'urgent' })] })),
  'a field that an earlier step fills in': line([human('a', { name: 'มอบ', fields: ['actingPerson'] }), human('b', { name: 'ทำ', assignee: { by: 'field', fact: 'actingPerson' } })]),
  'an amount that the first step asks for': good([startNode, human('a', { fields: ['amount'] }), decide(['yes', is('amount', 500, '>')]), endNode], ['start a', 'a done d', 'd yes end', 'd no end']),
  'a time limit with a ladder': around({ ...approval('a', 'chief', days(2)), escalation: rung('handOver') } as Loose, 'approve'),
  'an event waited for with a reminder before its limit': around({ id: 'x', type: 'wait', event: 'ที่ประชุมมีมติ', assignee: post('clerk'), until: { rule: { unit: 'workingDays', amount: 5 } }, escalation: [{ id: 'r', when: 'beforeDue', offset: { unit: 'workingDays', amount: 1 }, act: 'remind' }] }),
  'an event waited for at most two days': around({ id: 'x', type: 'wait', event: 'ที่ประชุมมีมติ', assignee: post('clerk'), until: { rule: { unit: 'workingDays', amount: 2 } } }),
  'a wait of two days': around({ id: 'x', type: 'wait', until: { rule: { unit: 'workingDays', amount: 2 } } }),
  'readers whom nobody waits for': around({ id: 'x', type: 'acknowledge', readers: [post('clerk'), post('owner')], wait: 'none' } as Loose),
  'a follow-up with a time limit': around({ id: 'x', type: 'followUp', expect: 'reply', judge: post('clerk'), until: { rule: { unit: 'workingDays', amount: 15 } } }),
  'signed, numbered, sent': line([sign, number('send'), send], outgoing),
  'a record that needs no signature': line([number('send'), send], { ...outgoing, kinds: ['other_record'] } as Loose),
  'a letter that is sent to a list': line([sign, number('send'), { ...send, recipients: { listCode: 'pilot', role: 'lead' } } as Loose], outgoing),
  'a classified letter for whom it may': secret('governor'),
};

export const GOOD_CONTEXT: VerifyContext = { directory, routes: ROUTES, lists: ['pilot', 'all'] };
