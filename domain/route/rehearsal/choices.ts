/** What can be done next with a rehearsed letter: every act that its open tasks allow, and what may come from outside. */
import { indexOf, type Directory } from '../directory';
import { returnTargets } from '../graph';
import type { NodeOf, NodeType, RouteBook, RouteNode, RouteVersionId } from '../model';
import { outcomeLabel } from '../outcome-label';
import { inOrder } from '../run';
import type { DeliveryView, LetterState, Task, TaskId } from '../state';
import { WITHOUT_MAIN } from '../steps/assign';
import { nodeAtPlace, placeOf } from './places';
import type { Move } from './script';

export type Choice = {
  readonly move: Move;
  /** The task that is acted on; null for what comes from outside. */
  readonly taskId: TaskId | null;
  readonly outcome: string;
  /** The route's own name of the outcome, or of the step that is returned to. */
  readonly name: { readonly th: string; readonly en: string } | null;
  /** Done to the letter as a whole by a supervisor; never drawn. */
  readonly isRare: boolean;
};

export type ChoiceContext = {
  readonly routes: RouteBook;
  readonly directory: Directory;
  readonly routeOfUnit: (unitId: string) => RouteVersionId | null;
  /** What a post runs that is given a letter; null where the office has no such route. */
  readonly postRoute: RouteVersionId | null;
  /** When the next limit falls due; null where nothing is awaited. */
  readonly nextAt: string | null;
};

const MORE_TIME = { unit: 'workingDays', amount: 3 } as const;

/** Every choice at this standstill, in the order of the tasks. */
export function choicesOf(state: LetterState, context: ChoiceContext): readonly Choice[] {
  if (state.status === 'ended') return [];
  if (state.status === 'held') return [onLetter('resume'), onLetter('cancel')];
  return [
    ...inOrder(state.tasks).flatMap((task) => ofTask(state, task, context)),
    ...deliveries(state, context),
    ...answers(state, context),
    ...(context.nextAt === null ? [] : [{ ...OUTSIDE, move: { kind: 'clock', to: context.nextAt } as const, outcome: 'clock' }]),
    onLetter('hold'),
    onLetter('cancel'),
  ];
}

const OUTSIDE = { taskId: null, name: null, isRare: false } as const;
const onLetter = (act: 'hold' | 'resume' | 'cancel'): Choice => ({ ...OUTSIDE, move: { kind: 'letter', act }, outcome: act, isRare: act !== 'resume' });

type Act = Omit<Extract<Move, { kind: 'act' }>, 'kind' | 'at'> & { readonly name?: Choice['name'] };
type OfType<T extends NodeType> = { readonly node: NodeOf<T>; readonly state: LetterState; readonly task: Task; readonly context: ChoiceContext };

function ofTask(state: LetterState, task: Task, context: ChoiceContext): readonly Choice[] {
  const node = nodeAtPlace(context.routes, state, task);
  if (node === null || task.waitsFor !== null) return [];
  // The key picks the acts of this very step.
  const acts = ACTS[node.type] as ((args: { node: RouteNode; state: LetterState; task: Task; context: ChoiceContext }) => readonly Act[]) | undefined;
  const back = state.signed ? [] : returnTargets(node).map((returnTo): Act => ({ outcome: 'return', returnTo, name: nameAt(state, task, returnTo, context) }));
  return [...(acts?.({ node, state, task, context }) ?? []), ...back].map(({ name = null, ...act }) => ({
    move: { kind: 'act', at: placeOf(state, task), ...act }, taskId: task.id, outcome: act.outcome, name, isRare: false,
  }));
}

function nameAt(state: LetterState, task: Task, id: string, { routes }: ChoiceContext): Choice['name'] {
  const target = nodeAtPlace(routes, state, { frame: task.frame, node: id });
  return target === null ? null : { th: target.name, en: target.nameEn ?? target.name };
}

const ACTS: { readonly [T in NodeType]?: (args: OfType<T>) => readonly Act[] } = {
  approve: ({ node, state, task, context }) => [
    { outcome: 'approve' },
    ...(node.canAmend === true && !state.signed ? [{ outcome: 'amend' }] : []),
    ...(node.canReject === true ? [{ outcome: 'reject' }] : []),
    ...(node.canForward === true ? forwards(task, context) : []),
  ],
  work: ({ node }) => node.outcomes.map(({ code, name, nameEn }) => ({ outcome: code, name: { th: name, en: nameEn ?? name } })),
  acknowledge: () => [{ outcome: 'acknowledge' }],
  draft: ({ state }) => (state.signed ? [] : [{ outcome: 'submit' }]),
  sign: ({ node }) => [{ outcome: 'sign' }, ...(node.canReject === true ? [{ outcome: 'reject' }] : [])],
  assign: ({ node, state, task, context }) => node.actions.flatMap((action) => (WITHOUT_MAIN.has(action) ? [{ outcome: 'assign', action, picks: [] }] : directions(state, task, context).map((to): Act => ({ outcome: 'assign', action, picks: [{ ...to, role: 'main' }] })))),
  wait: ({ node }) => [{ outcome: 'happened', name: outcomeLabel(node, 'happened', null) }],
  followUp: ({ state, task }) => judgements(task.about === null ? null : (state.deliveries[task.about] ?? null)),
};

/** To the superior of whoever is asked: one example of all to whom it could be forwarded. */
function forwards(task: Task, { directory }: ChoiceContext): readonly Act[] {
  const superior = indexOf(directory).posts.get(task.postIds[0] ?? '')?.superiorId ?? null;
  return superior === null ? [] : [{ outcome: 'forward', forwardTo: superior }];
}

type Direction = { readonly unitId: string; readonly postId?: string };

/** Where the letter can be directed: to the proposed unit alone where one is, else to every unit that has a route of its own; and to posts right below. */
function directions(state: LetterState, task: Task, context: ChoiceContext): readonly Direction[] {
  const { directory, postRoute } = context;
  const below = postRoute === null ? [] : directory.posts.filter(({ superiorId }) => superiorId !== null && task.postIds.includes(superiorId));
  return [...unitsToDirect(state, task, context).map((unitId) => ({ unitId })), ...below.map(({ id, unitId }) => ({ unitId, postId: id }))];
}

function unitsToDirect(state: LetterState, task: Task, { directory, routeOfUnit }: ChoiceContext): readonly string[] {
  const frame = state.frames[task.frame];
  const proposed = frame?.facts['proposedUnit'];
  const units = directory.units.map(({ id }) => id).filter((id) => id !== frame?.unitId && routeOfUnit(id) !== null);
  return typeof proposed === 'string' && units.includes(proposed) ? [proposed] : units;
}

function judgements(delivery: DeliveryView | null): readonly Act[] {
  if (delivery === null) return [{ outcome: 'moreTime', due: MORE_TIME }, { outcome: 'close' }];
  if (delivery.status === 'returned') return [{ outcome: 'accept' }];
  return [{ outcome: 'full' }, { outcome: 'partial', due: MORE_TIME }, { outcome: 'moreTime', due: MORE_TIME }];
}

type Change = Extract<Move, { kind: 'delivery' }>['change'];
const ONWARD: { readonly [S in DeliveryView['status']]: readonly Change[] } = {
  sent: ['registered', 'returned'], registered: ['acknowledged', 'answered'], acknowledged: ['answered'], answered: [], returned: [], judged: [], recalled: [],
};

/** What addressees may do, while somebody waits for them. */
function deliveries(state: LetterState, { routes }: ChoiceContext): readonly Choice[] {
  const isAwaited = inOrder(state.tokens).some((token) => nodeAtPlace(routes, state, token)?.type === 'followUp');
  if (!isAwaited) return [];
  return inOrder(state.deliveries).flatMap(({ id, status }) =>
    ONWARD[status].map((change): Choice => ({ ...OUTSIDE, move: { kind: 'delivery', deliveryId: id, change }, outcome: `delivery.${change}` })));
}

/** Work that ends by itself once an answer has gone out. */
function answers(state: LetterState, { routes }: ChoiceContext): readonly Choice[] {
  const isOpen = inOrder(state.tasks).some((task) => {
    const node = nodeAtPlace(routes, state, task);
    return node?.type === 'work' && node.answeredOutcome !== undefined;
  });
  return isOpen ? [{ ...OUTSIDE, move: { kind: 'answered' }, outcome: 'answered' }] : [];
}
