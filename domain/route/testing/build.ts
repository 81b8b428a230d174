/** Short ways to write a route and to run a letter on it in a test. */
import { createDriver, type Driver, type DriverOptions, type Transition } from '../driver';
import type { ActEvent, LetterEvent, StartEvent } from '../events';
import type { Facts, NodeType, Route, RouteBook, RouteNode } from '../model';
import type { Actor, LetterState, Task } from '../state';
import { buildDirectory, CALENDAR, holderOf, unitId } from './office';

/** Monday, 09:00 in Bangkok. */
export const AT = '2025-06-02T02:00:00.000Z';

type Loose<N extends RouteNode> = N extends RouteNode ? Omit<N, 'name'> & { readonly name?: string } : never;

/** Nodes without names, and edges as `from outcome to` or `from to` for `next`. */
export function route(nodes: readonly Loose<RouteNode>[], edges: readonly string[]): Route {
  return {
    schemaVersion: 1,
    name: 'เส้นทางทดสอบ',
    // A node with its name filled in is a whole node.
    nodes: nodes.map((node) => ({ name: `ขั้น ${node.id}`, ...node }) as RouteNode),
    edges: edges.map((text, i) => {
      const words = text.split(' ');
      const [from = '', outcome = 'next', to = ''] = words.length === 2 ? [words[0], 'next', words[1]] : words;
      return { id: `e${i}`, from, outcome, to };
    }),
  };
}

export const startNode = { id: 'start', type: 'start', kinds: ['external_letter'], directions: ['incoming'] } as const;
export const endNode = { id: 'end', type: 'end', outcome: 'closed' } as const;
export const refusedNode = { id: 'refused', type: 'end', outcome: 'rejected' } as const;
export const post = (postCode: string) => ({ by: 'post', postCode }) as const;
/** An approval by one post, with everything allowed. */
export const approval = (id: string, postCode: string, more: object = {}) =>
  ({ id, type: 'approve', mode: 'one', assignees: [post(postCode)], returnTo: [], ...more }) as const;

export const INCOMING: Facts = { direction: 'incoming', kind: 'external_letter', urgency: 'normal', channel: 'exchange' };
export const OUTGOING: Facts = { direction: 'outgoing', kind: 'external_letter', urgency: 'normal' };

/** One letter on its way through a route, with the acts a test needs in a line each. */
export type Walk = {
  readonly driver: Driver;
  readonly last: () => Transition;
  readonly state: () => LetterState;
  /** The only open task at a node, or the one with this index. */
  readonly task: (node: string, index?: number) => Task;
  readonly tasks: (node?: string) => readonly Task[];
  readonly act: (node: string, outcome: string, more?: Partial<ActEvent> & { readonly index?: number; readonly by?: Actor }) => Transition;
  readonly feed: (event: LetterEvent) => Transition;
  /** An event on the whole letter by its supervisor, with the present seq and a reason. */
  readonly supervise: (event: { readonly type: string } & Record<string, unknown>) => Transition;
  readonly refusal: (act: () => unknown) => string;
  readonly effects: (type: string) => readonly Record<string, unknown>[];
};

export type WalkOptions = {
  readonly routes: RouteBook;
  readonly route: string;
  readonly facts?: Facts;
  readonly actor?: Actor | null;
  readonly start?: Partial<StartEvent>;
  readonly driver?: Partial<DriverOptions>;
};

export const SUPERVISOR: Actor = { personId: 'H-deputy', postId: 'P-deputy', capacity: 'own' };

export function walk({ routes, route: routeVersionId, facts = INCOMING, actor = null, start = {}, driver: more = {} }: WalkOptions): Walk {
  const driver = createDriver({ routes, directory: buildDirectory(), calendar: CALENDAR, ...more });
  driver.start({
    type: 'start', at: AT, actor, letterId: 'L1', officeId: 'O1', routeVersionId, unitId: unitId('registry'), secrecy: 'none', facts, ...start,
  });
  const state = (): LetterState => driver.state('L1');
  const last = (): Transition => {
    const transition = driver.transitions('L1').at(-1);
    if (!transition) throw new Error('nothing happened yet');
    return transition;
  };
  const tasks = (node?: string): readonly Task[] => Object.values(state().tasks).filter((task) => node === undefined || task.node === node);
  const task = (node: string, index?: number): Task => {
    const found = tasks(node).filter((one) => index === undefined || one.index === index);
    const [only] = found;
    if (!only || found.length > 1) throw new Error(`${found.length} open tasks at ${node}`);
    return only;
  };
  const feed = (event: LetterEvent): Transition => driver.feed('L1', event);
  return {
    driver, last, state, tasks, task, feed,
    act: (node, outcome, { index, by, ...rest } = {}) => {
      const open = task(node, index);
      return feed({ type: 'act', at: AT, actor: by ?? holderOf(open.postIds[0] ?? ''), taskId: open.id, rev: open.rev, outcome, hasNote: false, ...rest });
    },
    // The caller names a type of event with its own fields; what is the same for all is filled in.
    supervise: (event) => feed({ at: AT, actor: SUPERVISOR, seq: state().seq, hasReason: true, ...event } as unknown as LetterEvent),
    refusal: (refused) => {
      const before = JSON.stringify(state());
      try {
        refused();
      } catch (error) {
        if (JSON.stringify(state()) !== before) throw new Error('a refused event changed the state', { cause: error });
        if (error instanceof Error && 'code' in error) return String(error.code);
        throw error;
      }
      throw new Error('not refused');
    },
    effects: (type) => last().effects.filter((effect) => effect.type === type),
  };
}

export const nodeTypes = (value: Route): readonly NodeType[] => value.nodes.map((node) => node.type);
