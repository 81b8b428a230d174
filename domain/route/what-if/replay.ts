/**
 * One letter of the past on a draft: the same driver that rehearses letters, fed with what people decided then and how long they took. At a
 * step that the draft shares with the way that was taken, what is on record holds; at a new one, what such a task usually comes to.
 */
import type { OfficeCalendar } from '../../calendar/calendar';
import { workingMinutesBetween } from '../../calendar/calendar';
import { dueAt } from '../../calendar/deadline';
import { canonicalJson } from '../../canonical-json';
import { isDomainError, type ErrorCode } from '../../errors';
import { instantMs, type Instant } from '../../thai/dates';
import { createDriver, type Driver, type Transition } from '../driver';
import { indexOf, type Directory } from '../directory';
import type { ActEvent, LetterEvent } from '../events';
import type { NodeId, RouteBook, RouteNode, RouteVersionId } from '../model';
import { choicesOf } from '../rehearsal/choices';
import { nodeAtPlace } from '../rehearsal/places';
import { inOrder, type Passed } from '../run';
import type { Actor, LetterState, Task, TaskId } from '../state';
import type { Durations, Source } from './durations';
import { createMatcher, type Matcher } from './match';
import { createTracker, type AskedTask, type Happening, type LetterRecord, type Taken, type Tracker, type Visit } from './record';

export type ReplaySetting = {
  /** The draft among them. */
  readonly routes: RouteBook;
  /** What a version is replaced by: the draft for those of its own route, itself for every other. */
  readonly instead: (route: RouteVersionId) => RouteVersionId;
  readonly calendar: OfficeCalendar;
  readonly directoryAt: (at: Instant) => Directory;
  readonly routeOfUnit: (unitId: string) => RouteVersionId | null;
  readonly durations: Durations;
  /** Nothing later is played: what is open then is open. */
  readonly until: Instant;
};

export type ReplayedTask = AskedTask & {
  /** The task of then whose decision and duration hold; null at a step that is new to this letter. */
  readonly then: AskedTask | null;
  readonly source: Source;
  readonly dueAt: Instant | null;
  /** Post at which it lies. */
  readonly post: string | null;
};
export type Replayed = {
  readonly tasks: readonly ReplayedTask[];
  readonly way: readonly Visit[];
  readonly endedAt: Instant | null;
  /** Why the letter could not go on, and where; null where it ended, or stands where it really stands. */
  readonly refusal: { readonly code: ErrorCode; readonly node: NodeId | null } | null;
};

const LETTER = 'letter';
/** Events of one letter at most: a draft that goes round in circles is given up. */
const MAX_EVENTS = 400;
const MORE_TIME = { unit: 'workingDays', amount: 3 } as const;

/** When a task will be acted on. */
type Plan = { readonly task: TaskId; readonly at: Instant; readonly then: AskedTask | null; readonly source: Source; readonly isLastResort: boolean };
type Known = { readonly then: AskedTask | null; readonly source: Source; readonly dueAt: Instant | null; readonly post: string | null };

type Replaying = {
  readonly setting: ReplaySetting;
  readonly driver: Driver;
  readonly tracker: Tracker;
  readonly matcher: Matcher;
  readonly plans: Map<TaskId, Plan>;
  readonly known: Map<TaskId, Known>;
  readonly happenings: Happening[];
  readonly feed: (event: LetterEvent) => void;
  /** By how much the letter is later than then, as of the last act. */
  shiftMs: number;
};

/** Plays a letter on the draft. Never throws for what the draft does with it: it says where it could not go on. */
export function replay(setting: ReplaySetting, record: LetterRecord, taken: Taken): Replayed {
  let passed: Passed[] = [];
  const tracker = createTracker();
  const lists = [...taken.listed];
  const driver = createDriver({
    routes: setting.routes, calendar: setting.calendar, directory: setting.directoryAt,
    list: (code) => (lists.length > 0 ? lists.map((deliveryId) => ({ deliveryId })) : [{ deliveryId: `${code}-1` }]),
    watch: (step) => void passed.push(step),
  });
  const keep = ({ event, effects, outcome, state }: Transition): void => {
    tracker.take({ event, effects, outcome, state, passed });
    passed = [];
  };
  const feed = (event: LetterEvent): void => {
    passed = [];
    keep(driver.feed(LETTER, event));
  };
  const playing: Replaying = { setting, driver, tracker, matcher: createMatcher(setting, taken), plans: new Map(), known: new Map(), happenings: [...taken.happenings], feed, shiftMs: 0 };
  let refusal: Replayed['refusal'] = null;
  try {
    keep(driver.start({ ...record.start, letterId: LETTER, routeVersionId: setting.instead(record.start.routeVersionId) }));
    refusal = run(playing);
  } catch (error) {
    if (!isDomainError(error)) throw error;
    refusal = { code: error.code, node: nodeOf(error.details) };
  }
  const last = driver.letterIds().length > 0 ? driver.transitions(LETTER).at(-1) : undefined;
  return {
    tasks: [...tracker.tasks.values()].map((task) => ({ ...task, ...(playing.known.get(task.id) ?? UNKNOWN) })), way: tracker.way, refusal,
    endedAt: last?.state.status === 'ended' ? last.event.at : null,
  };
}

const UNKNOWN: Known = { then: null, source: 'assumed', dueAt: null, post: null };
const nodeOf = (details: object | undefined): NodeId | null => {
  const node = (details as { readonly nodeId?: unknown } | undefined)?.nodeId;
  return typeof node === 'string' ? node : null;
};

/** Until the letter ends, or nothing more is to come. */
function run(playing: Replaying): Replayed['refusal'] {
  const { setting, driver } = playing;
  for (let n = 0; n < MAX_EVENTS; n += 1) {
    const state = driver.state(LETTER);
    if (state.status === 'ended') return null;
    for (const task of inOrder(state.tasks)) if (!playing.known.has(task.id)) plan(playing, task);
    const next = nextOf(playing, state);
    if (next === null || instantMs(next.at) > instantMs(setting.until)) return null;
    const refusal = next.play();
    if (refusal !== null) return refusal;
  }
  return { code: 'LOOP_EXCEEDED', node: null };
}

type Next = { readonly at: Instant; readonly rank: number; readonly play: () => Replayed['refusal'] };

/** What comes first: something from outside, a time limit, or an act. */
function nextOf(playing: Replaying, state: LetterState): Next | null {
  const { driver, plans, feed } = playing;
  const open = inOrder(state.tasks).flatMap((task) => (task.waitsFor === null ? (plans.get(task.id) ?? []) : []));
  const outside = happeningsOf(playing, state);
  const isStanding = inOrder(state.tasks).some(({ id }) => { const then = playing.known.get(id)?.then; return then !== null && then !== undefined && then.closedAt === null; });
  // Whoever was spared a decision then is spared it now, as long as anything else brings the letter on.
  const acts = isStanding || outside.length > 0 || open.some(({ isLastResort }) => !isLastResort) ? open.filter(({ isLastResort }) => !isLastResort) : open;
  const due = driver.timers(LETTER).filter(({ hasFired }) => !hasFired);
  const candidates: Next[] = [
    ...outside,
    ...due.map(({ id, at, nth }): Next => ({ at, rank: 1, play: () => (feed({ type: 'timer', at, timerId: id, nth }), null) })),
    ...acts.map((one): Next => ({ at: one.at, rank: one.isLastResort ? 3 : 2, play: () => decide(playing, one) })),
  ];
  return candidates.toSorted((a, b) => instantMs(a.at) - instantMs(b.at) || a.rank - b.rank)[0] ?? null;
}

/** The next thing from outside: as long after the letter's last act as then. */
function happeningsOf({ happenings, driver, feed, shiftMs }: Replaying, state: LetterState): readonly Next[] {
  const happening = happenings.find((each) => againIn(state, each) !== null);
  if (happening === undefined) return [];
  const at = new Date(Math.max(instantMs(happening.event.at) + shiftMs, instantMs(driver.transitions(LETTER).at(-1)!.event.at))).toISOString();
  return [{
    at, rank: 0,
    play: () => {
      happenings.splice(happenings.indexOf(happening), 1);
      const again = againIn(state, happening);
      // What the draft refuses is passed over, as an execution puts aside what has come too late.
      if (again !== null) attempt(() => feed({ ...again, at }));
      return null;
    },
  }];
}

/** The same in the letter as it stands now; null where there is nothing (yet) that it could be about. */
function againIn(state: LetterState, { event, node }: Happening): Happening['event'] | null {
  if (event.type === 'takeBack') {
    const passed = inOrder(state.tokens).find(({ passedOn }) => passedOn?.personId === event.actor.personId && passedOn.node === node);
    return passed === undefined ? null : { ...event, token: passed.id, seq: state.seq };
  }
  if ('deliveryId' in event && state.deliveries[event.deliveryId] === undefined) return null;
  return 'seq' in event ? { ...event, seq: state.seq } : event;
}

function plan(playing: Replaying, task: Task): void {
  const { setting, tracker, matcher, plans, known, driver } = playing;
  const asked = tracker.tasks.get(task.id);
  if (asked === undefined) return;
  const then = task.kind === 'adhoc' ? null : matcher.match(asked);
  const post = then !== null && isSameRule(then, asked) ? (then.doneBy ?? then.postIds[0] ?? null) : (task.postIds[0] ?? null);
  const limits = inOrder(driver.state(LETTER).timers).flatMap((timer) => (timer.kind === 'due' && timer.task === task.id ? [timer.id] : []));
  const due = driver.timers(LETTER).filter(({ id }) => limits.includes(id)).toSorted((a, b) => instantMs(a.at) - instantMs(b.at))[0]?.at ?? null;
  const usual = setting.durations.expected(task.kind, task.postIds);
  known.set(task.id, { then, source: then === null ? usual.source : 'recorded', dueAt: due, post });
  // Nobody had decided there when the letter was looked at.
  if (then !== null && then.closedAt === null) return;
  const isDecided = then !== null && then.end !== 'withdrawn' && then.end !== 'readMark';
  const at = then !== null ? endingOf(setting, asked, then) : dueAt(setting.calendar, { unit: 'workingMinutes', amount: usual.minutes }, asked.openedAt);
  plans.set(task.id, { task: task.id, at, then: isDecided ? then : null, source: then === null ? usual.source : 'recorded', isLastResort: then !== null && !isDecided });
}

/** When it is done: at the very moment where it begins at the very moment, else after as much working time. */
function endingOf({ calendar }: ReplaySetting, { openedAt }: AskedTask, then: AskedTask): Instant {
  const closedAt = then.closedAt ?? then.openedAt;
  if (instantMs(openedAt) === instantMs(then.openedAt)) return closedAt;
  const minutes = workingMinutesBetween(calendar, then.openedAt, closedAt);
  return minutes === 0 ? new Date(instantMs(openedAt) + Math.max(0, instantMs(closedAt) - instantMs(then.openedAt))).toISOString() : dueAt(calendar, { unit: 'workingMinutes', amount: minutes }, openedAt);
}

const isSameRule = (a: AskedTask, b: AskedTask): boolean => a.node === b.node && canonicalJson(a.rule) === canonicalJson(b.rule);

/** The decision of then, else what such a step usually comes to; the first that the draft accepts. */
function decide(playing: Replaying, { task: id, at, then }: Plan): Replayed['refusal'] {
  const { setting, driver, matcher, feed, plans } = playing;
  const state = driver.state(LETTER);
  const task = state.tasks[id];
  plans.delete(id);
  if (task === undefined) return null;
  const node = nodeAtPlace(setting.routes, state, task);
  const directory = setting.directoryAt(at);
  const common = { type: 'act', at, taskId: id, rev: task.rev, hasNote: true, signature: true } as const;
  const tries: ActEvent[] = [];
  if (then !== null) tries.push({ ...common, actor: actorOf(task, { state, directory, then }), ...decisionOf(setting, then, node) });
  const spare = task.kind === 'assign' ? matcher.direction() : null;
  const own = actorOf(task, { state, directory, then: null });
  if (spare !== null) tries.push({ ...common, actor: own, ...decisionOf(setting, spare, node) });
  let refused: Replayed['refusal'] = null;
  const given = tries.find((event) => {
    const code = attempt(() => feed(event));
    refused = code === null ? null : (refused ?? { code, node: task.node });
    return code === null;
  }) ?? usualChoices({ playing, task, state, directory }).find((choice) => attempt(() => feed({ ...common, actor: own, ...choice })) === null);
  if (given === undefined) return refused ?? { code: 'OUTCOME_UNKNOWN', node: task.node };
  const closedAt = then?.closedAt ?? null;
  if (closedAt !== null) playing.shiftMs = instantMs(at) - instantMs(closedAt);
  return null;
}

type Decision = Omit<Partial<ActEvent>, 'type' | 'at' | 'taskId' | 'rev' | 'actor'> & { readonly outcome: string };

/** What was decided then, as far as the draft's step can take it. */
function decisionOf({ instead }: ReplaySetting, { act, outcome }: AskedTask, node: RouteNode | null): Decision {
  if (act === null) return { outcome: outcome ?? '' };
  const { returnTo, action, picks, forwardTo, facts, due, recipients } = act;
  const fields: readonly string[] = node !== null && 'fields' in node ? (node.fields ?? []) : [];
  const kept = Object.fromEntries(Object.entries(facts ?? {}).filter(([name]) => fields.includes(name)));
  return {
    outcome: act.outcome,
    ...(returnTo === undefined ? {} : { returnTo }), ...(action === undefined ? {} : { action }), ...(forwardTo === undefined ? {} : { forwardTo }),
    ...(picks === undefined ? {} : { picks: picks.map((pick) => ({ ...pick, routeVersionId: instead(pick.routeVersionId) })) }),
    ...(Object.keys(kept).length === 0 ? {} : { facts: kept }), ...(due === undefined ? {} : { due }), ...(recipients === undefined ? {} : { recipients }),
  };
}

type AtStep = { readonly playing: Replaying; readonly task: Task; readonly state: LetterState; readonly directory: Directory };

/** What can be done at a step, what leads on first. */
function usualChoices({ playing: { setting }, task, state, directory }: AtStep): readonly Decision[] {
  const recipients = state.recipients.length > 0 ? {} : { recipients: [{ deliveryId: 'addressee', officeId: 'addressee', addressId: null, role: 'lead' as const }] };
  return choicesOf(state, { routes: setting.routes, directory, routeOfUnit: setting.routeOfUnit, postRoute: null, nextAt: null }).flatMap(({ taskId, move }): Decision[] => {
    if (taskId !== task.id || move.kind !== 'act') return [];
    const { outcome, returnTo, action, picks, due } = move;
    const named = (picks ?? []).flatMap(({ unitId, role }) => { const route = setting.routeOfUnit(unitId); return route === null ? [] : [{ unitId, role, routeVersionId: setting.instead(route) }]; });
    return [{
      outcome, ...(returnTo === undefined ? {} : { returnTo }), ...(action === undefined ? {} : { action }), ...(picks === undefined ? {} : { picks: named }),
      ...(due === undefined && task.kind !== 'assign' ? {} : { due: due ?? MORE_TIME }), ...(outcome === 'submit' || outcome === 'sign' ? recipients : {}),
    }];
  });
}

/** Null where it went well, else why not. */
function attempt(work: () => void): ErrorCode | null {
  try {
    work();
    return null;
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return error.code;
  }
}

/** Whoever did it then, where the post is asked still; else whoever holds it at that moment, the drafter last. */
function actorOf(task: Task, { state, directory, then }: { readonly state: LetterState; readonly directory: Directory; readonly then: AskedTask | null }): Actor {
  const before = then?.act?.actor;
  if (before !== undefined && task.postIds.includes(before.postId) && (task.personId === null || task.personId === before.personId)) return before;
  const { posts } = indexOf(directory);
  const holders = task.postIds.flatMap((postId) => (posts.get(postId)?.holders ?? []).map((personId) => ({ postId, personId })));
  const named = holders.filter(({ personId }) => task.personId === null || personId === task.personId);
  const found = named.find(({ personId }) => personId !== state.drafter?.personId) ?? named[0];
  return { postId: found?.postId ?? task.postIds[0] ?? '', personId: task.personId ?? found?.personId ?? `vacant:${task.postIds[0] ?? ''}`, capacity: 'own' };
}
