/** How a generated letter of a quarter lives: who does what, and how long it takes them, as chance draws it from one seed. */
import { randomUUID } from 'node:crypto';
import { dueAt } from '#domain/calendar/deadline';
import { workingMinutesBetween, type OfficeCalendar } from '#domain/calendar/calendar';
import { actorsOf, peopleAt } from '#domain/people/posts-in-force';
import { createDriver, type Driver } from '#domain/route/driver';
import type { Directory } from '#domain/route/directory';
import type { DirectoryFacts } from '#domain/route/directory-at';
import type { ActEvent, StartEvent } from '#domain/route/events';
import type { Facts, RouteBook, RouteNode, RouteVersionId } from '#domain/route/model';
import { choicesOf } from '#domain/route/rehearsal/choices';
import { nodeAtPlace } from '#domain/route/rehearsal/places';
import type { Actor, Task, TaskId, TaskKind } from '#domain/route/state';

export type QuarterOffice = {
  readonly id: string;
  readonly calendar: OfficeCalendar;
  readonly people: DirectoryFacts;
  readonly directoryAt: (at: string) => Directory;
  readonly routes: RouteBook;
  readonly unitRoutes: { readonly [unitId: string]: RouteVersionId };
};
export type Luck = () => number;
export type QuarterLife = { readonly driver: Driver; readonly dues: { readonly [id: TaskId]: string | null } };

/** Acts of one letter at most. */
const MAX_ACTS = 40;
/** Working minutes that a task usually takes. */
const USUAL: { readonly [K in TaskKind]: number } = { approve: 100, assign: 210, work: 900, acknowledge: 60, draft: 240, sign: 120, judge: 60, report: 60, adhoc: 60 };
/** Of a hundred decisions. */
const RETURNED = 6;
const OTHERWISE = 3;
const NOTED = 8;
const FORGOTTEN = 4;

/** A generator of numbers from 0 to 1 that gives the same for the same seed. */
export function createLuck(seed: number): Luck {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Lives a letter to its end; null where it came to none. */
export function liveToEnd(office: QuarterOffice, start: StartEvent, luck: Luck): QuarterLife | null {
  const { letterId } = start;
  const driver = createDriver({ routes: office.routes, directory: office.directoryAt, calendar: office.calendar });
  driver.start(start);
  const dues: Record<TaskId, string | null> = {};
  const done = new Map<TaskId, string>();
  for (let acts = 0; acts < MAX_ACTS; acts += 1) {
    const state = driver.state(letterId);
    if (state.status === 'ended') return { driver, dues };
    for (const task of Object.values(state.tasks)) {
      dues[task.id] ??= dueOf(driver, letterId, task.id);
      if (!done.has(task.id)) done.set(task.id, dueAt(office.calendar, { unit: 'workingMinutes', amount: minutesOf(task.kind, limitOf(office, task, dues[task.id] ?? null), luck) }, task.openedAt));
    }
    const next = Object.values(state.tasks).toSorted((a, b) => Date.parse(done.get(a.id)!) - Date.parse(done.get(b.id)!))[0];
    if (next === undefined) return null;
    const at = done.get(next.id)!;
    driver.runUntil(at);
    const task = driver.state(letterId).tasks[next.id];
    if (task !== undefined) driver.feed(letterId, actAt(office, driver, { letterId, task, at, luck }), randomUUID());
  }
  return null;
}

function dueOf(driver: Driver, letterId: string, task: TaskId): string | null {
  const limits = new Set(Object.values(driver.state(letterId).timers).filter((timer) => timer.kind === 'due' && timer.task === task).map(({ id }) => id));
  return driver.timers(letterId).filter(({ id }) => limits.has(id)).map(({ at }) => at).toSorted()[0] ?? null;
}

/** Working minutes that the task's limit gives; null where it has none. */
const limitOf = ({ calendar }: QuarterOffice, { openedAt }: Task, due: string | null): number | null => (due === null ? null : workingMinutesBetween(calendar, openedAt, due));

/** Mostly near to what is usual and within the limit; seldom far beyond: things are forgotten, and people away. */
function minutesOf(kind: TaskKind, limit: number | null, luck: Luck): number {
  const usual = USUAL[kind] * (0.35 + luck() + luck() * luck());
  const isForgotten = luck() * 100 < FORGOTTEN;
  const inTime = limit === null ? usual : Math.min(usual, limit * (0.4 + 0.5 * luck()));
  const beyond = limit === null ? usual * 5 : limit * (1.1 + 1.5 * luck());
  return Math.max(3, Math.round(isForgotten ? beyond : inTime));
}

type AtTask = { readonly letterId: string; readonly task: Task; readonly at: string; readonly luck: Luck };

function actAt(office: QuarterOffice, driver: Driver, { letterId, task, at, luck }: AtTask): ActEvent {
  const state = driver.state(letterId);
  const directory = office.directoryAt(at);
  const routeOfUnit = (unitId: string): RouteVersionId | null => office.unitRoutes[unitId] ?? null;
  const moves = choicesOf(state, { routes: office.routes, directory, routeOfUnit, postRoute: null, nextAt: null }).flatMap(({ taskId, move }) => (taskId === task.id && move.kind === 'act' ? [move] : []));
  const node = nodeAtPlace(office.routes, state, task);
  const dice = luck() * 100;
  const isBack = (outcome: string): boolean => outcome === 'return' || outcome === 'reject' || outcome === 'forward';
  const onward = moves.filter(({ outcome, picks }) => !isBack(outcome) && outcome !== 'answered' && (picks === undefined || picks.length > 0));
  const noted = moves.filter(({ action }) => action === 'noted');
  const back = moves.filter(({ outcome }) => outcome === 'return');
  const wanted = dice < RETURNED && back.length > 0 ? back : task.kind === 'assign' && dice < RETURNED + NOTED && noted.length > 0 ? noted : onward;
  const among = wanted.length > 0 ? wanted : moves;
  const isFirst = task.kind !== 'assign' && luck() * 100 >= OTHERWISE;
  const move = among[isFirst ? 0 : Math.floor(luck() * among.length)];
  if (move === undefined) throw new Error(`nothing can be done at ${task.node}`);
  const { kind: _kind, at: _place, forwardTo, picks, ...rest } = move;
  const facts = move.outcome === 'return' ? {} : factsAt(office, { node, task, at, luck, unitId: state.frames[task.frame]?.unitId ?? null });
  return {
    type: 'act', at, actor: actorAt(office, task, at), taskId: task.id, rev: task.rev, hasNote: true, signature: true, ...rest,
    ...(Object.keys(facts).length === 0 ? {} : { facts }), ...(forwardTo === undefined ? {} : { forwardTo: { postId: forwardTo } }),
    ...(picks === undefined ? {} : { picks: picks.flatMap((pick) => { const routeVersionId = routeOfUnit(pick.unitId); return routeVersionId === null ? [] : [{ ...pick, routeVersionId }]; }) }),
    ...(picks === undefined || picks.length === 0 ? {} : { due: { unit: 'workingDays', amount: 3 + Math.floor(luck() * 5) } }),
  };
}

type Setting = { readonly node: RouteNode | null; readonly task: Task; readonly at: string; readonly luck: Luck; readonly unitId: string | null };

/** What the step asks to be filled in: a unit that could act, and whoever is to be in charge of it there. */
function factsAt({ people, unitRoutes }: QuarterOffice, { node, at, luck, unitId }: Setting): Facts {
  const fields: readonly string[] = node !== null && 'fields' in node ? (node.fields ?? []) : [];
  const among = <T>(values: readonly T[]): T | undefined => values[Math.floor(luck() * values.length)];
  const unit = among(people.units.filter(({ id, headPostId, parentId }) => headPostId !== null && parentId !== null && id !== unitId && unitRoutes[id] !== undefined).map(({ id }) => id));
  const here = new Set(people.posts.filter((post) => post.unitId === unitId && post.roles.includes('officer')).map(({ id }) => id));
  const person = among(people.facts.appointments.filter(({ postId, capacity, from, to }) => here.has(postId) && capacity === 'own' && from <= at && (to === null || to > at)).map(({ personId }) => personId));
  return {
    ...(fields.includes('proposedUnit') && unit !== undefined ? { proposedUnit: unit } : {}),
    ...(fields.includes('actingPerson') && person !== undefined ? { actingPerson: person } : {}),
  };
}

/** Who holds or acts for the post then. */
function actorAt({ people }: QuarterOffice, { postIds, personId }: Task, at: string): Actor {
  const then = peopleAt({ ...people.facts, delegations: [] }, at);
  const actors = postIds.flatMap((postId) => actorsOf(then, postId).map((actor) => ({ ...actor, postId })));
  const found = actors.find((actor) => personId === null || actor.personId === personId) ?? actors[0];
  if (found === undefined) return { personId: personId ?? '', postId: postIds[0] ?? '', capacity: 'own' };
  return { personId: personId ?? found.personId, postId: found.postId, capacity: found.capacity, ...(found.ownPostId === null ? {} : { ownPostId: found.ownPostId }) };
}
