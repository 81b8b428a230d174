/** Events that a letter may be given next: what people could do in their inboxes, and what machines could report. */
import type { ActEvent, EventOf, LetterEvent, Pick, Recipient } from '../events';
import { graphOf, returnTargets } from '../graph';
import type { RouteBook, RouteNode } from '../model';
import type { LetterState, Task } from '../state';
import { AT, SUPERVISOR } from './build';
import { holderOf, postId, unitId } from './office';

const DUE = { unit: 'workingDays', amount: 3 } as const;

/** All that is worth trying; some of it may be refused. */
export function possibleEvents(routes: RouteBook, state: LetterState): readonly LetterEvent[] {
  return [...Object.values(state.tasks).flatMap((task) => onTask(routes, state, task)), ...onLetter(state), ...byMachines(state)];
}

function onTask(routes: RouteBook, state: LetterState, task: Task): readonly LetterEvent[] {
  const actor = holderOf(task.postIds[0] ?? postId('chief'));
  const base = { at: AT, actor, taskId: task.id, rev: task.rev } as const;
  const act = (outcome: string, more: Partial<ActEvent> = {}): ActEvent => ({ ...base, type: 'act', outcome, hasNote: true, signature: true, ...more });
  const node = nodeOf(routes, state, task);
  return [
    ...actsAt(task, node, act, state),
    { ...base, type: 'claim' },
    // Rare otherwise: only a group's task that somebody has claimed can be given back.
    ...Array.from({ length: task.claimed ? 4 : 1 }, (): EventOf<'release'> => ({ ...base, type: 'release' })),
    { ...base, actor: SUPERVISOR, type: 'release', byOrder: true, hasReason: true },
    { ...base, type: 'adhoc', postId: postId('registrar'), hasNote: true },
    { ...base, actor: SUPERVISOR, type: 'reassign', postId: postId('ict-second'), hasReason: true },
    { ...base, actor: SUPERVISOR, type: 'extend', due: DUE, hasReason: true },
    { ...base, actor: SUPERVISOR, type: 'remind', hasReason: true },
  ];
}

type Acts = readonly ActEvent[];
type MakeAct = (outcome: string, more?: Partial<ActEvent>) => ActEvent;

function actsAt(task: Task, node: RouteNode, act: MakeAct, state: LetterState): Acts {
  if (task.kind === 'adhoc') return [act('answer')];
  const back = returnTargets(node).map((returnTo) => act('return', { returnTo }));
  const forward = act('forward', { forwardTo: { postId: postId('owner') } });
  const table: { readonly [type: string]: () => Acts } = {
    approve: () => [act('approve'), act('approve'), act('amend'), act('reject'), forward, ...back],
    work: () => (node.type === 'work' ? [...node.outcomes.map((outcome) => act(outcome.code)), ...back] : []),
    acknowledge: () => [act('acknowledge')],
    draft: () => [act('submit', { recipients: recipientsOf(state) })],
    sign: () => [act('sign'), act('reject'), ...back],
    assign: () => [...[...picksOf(), []].flatMap((picks) => [act('assign', { action: 'assigned', picks, due: DUE }), act('assign', { action: 'noted', picks })]), act('assign', { action: 'file' }), ...back],
    wait: () => [act('happened')],
    followUp: () => [act('full'), act('partial', { due: DUE }), act('moreTime', { due: DUE }), act('accept'), act('close')],
  };
  return table[node.type]?.() ?? [];
}

/** Directions downward: to one unit or post, with copies, and to one that directs further. */
const pick = (unit: string, role: Pick['role'], routeVersionId: string): Pick => ({ unitId: unitId(unit), role, routeVersionId });
const toPost = (code: string, unit: string, role: Pick['role']): Pick => ({ ...pick(unit, role, 'postRoute'), postId: postId(code) });
function picksOf(): readonly (readonly Pick[])[] {
  return [
    [pick('ict', 'main', 'unitRoute')],
    [pick('ict', 'main', 'nested'), pick('finance', 'info', 'unitRoute')],
    [pick('finance', 'main', 'unitRoute'), pick('ict', 'info', 'nested'), pick('registry', 'info', 'unitRoute')],
    [pick('registry', 'info', 'unitRoute')],
    [toPost('ict-officer', 'ict', 'main')],
    [toPost('ict-head', 'ict', 'main'), toPost('ict-second', 'ict', 'info'), pick('ict', 'info', 'unitRoute')],
    [pick('finance', 'main', 'unitRoute'), toPost('finance-officer', 'finance', 'info')],
  ];
}

/** Delivery ids differ with every submit, as the API would make them. */
function recipientsOf(state: LetterState): readonly Recipient[] {
  const recipient = (name: string, role: Recipient['role']): Recipient => ({ deliveryId: `D-${state.seq}-${name}`, officeId: `O-${name}`, addressId: null, role });
  return [recipient('north', 'lead'), recipient('south', 'info')];
}

function onLetter(state: LetterState): readonly LetterEvent[] {
  const base = { at: AT, actor: SUPERVISOR, seq: state.seq, hasReason: true } as const;
  return [
    { ...base, type: 'hold' },
    { ...base, type: 'resume' },
    { ...base, type: 'cancel' },
    { ...base, type: 'registerAnew', anewLetterId: 'L2' },
    { ...base, type: 'reclassify', secrecy: state.secrecy === 'none' ? 'confidential' : 'none' },
    { ...base, type: 'urge', urgency: state.facts['urgency'] === 'normal' ? 'very_urgent' : 'most_urgent' },
    ...Object.keys(state.numbers).map((key): EventOf<'cancelNumber'> => ({ ...base, type: 'cancelNumber', key })),
    ...Object.keys(state.deliveries).map((deliveryId): EventOf<'recall'> => ({ ...base, type: 'recall', deliveryId })),
    ...Object.values(state.tokens).flatMap((token): EventOf<'takeBack'>[] =>
      token.passedOn ? [{ ...base, actor: { personId: token.passedOn.personId, postId: token.passedOn.postId, capacity: 'own' }, type: 'takeBack', token: token.id }] : [],
    ),
    ...Object.values(state.frames).map((frame): EventOf<'moveVersion'> => ({ ...base, type: 'moveVersion', frame: frame.id, routeVersionId: frame.route, nodes: {} })),
  ];
}

function byMachines(state: LetterState): readonly LetterEvent[] {
  return [
    ...Object.values(state.timers).map((timer): LetterEvent => ({ type: 'timer', at: AT, timerId: timer.id, nth: timer.fired })),
    ...state.pendingEffects.flatMap((effectId): LetterEvent[] => [true, false].map((ok) => ({ type: 'effectReported', at: AT, effectId, ok }))),
    ...Object.keys(state.deliveries).flatMap((deliveryId): LetterEvent[] =>
      (['registered', 'returned', 'answered', 'acknowledged'] as const).map((change) => ({ type: 'delivery', at: AT, deliveryId, change })),
    ),
    { type: 'answered', at: AT, answerLetterId: 'L2' },
  ];
}

function nodeOf(routes: RouteBook, state: LetterState, task: Task): RouteNode {
  const frame = state.frames[task.frame];
  const route = frame && routes[frame.route];
  const node = route && graphOf(route).nodes.get(task.node);
  if (!node) throw new Error(`no node ${task.node}`);
  return node;
}
