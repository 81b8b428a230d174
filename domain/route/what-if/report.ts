/** What a draft would have changed for many letters: sums by step and post, time in all, and how many late then and now. */
import { workingMinutesBetween } from '../../calendar/calendar';
import type { NodeId, RouteBook, RouteVersionId } from '../model';
import { graphOf } from '../graph';
import type { ComparedLetter, Difference } from './compare';
import { medianOf, type Source } from './durations';
import type { AskedTask, Taken } from './record';
import type { Replayed, ReplaySetting } from './replay';

export type Spread = { readonly letters: number; readonly median: number; readonly mean: number };
export type Amount = { readonly tasks: number; readonly minutes: number };
export type StepSum = {
  readonly nodeId: NodeId;
  readonly name: { readonly th: string; readonly en: string };
  /** Times that it was asked, and how long that usually took, in working minutes. */
  readonly then: { readonly tasks: number; readonly median: number | null };
  readonly now: { readonly tasks: number; readonly median: number | null };
  /** Where the durations of now come from. */
  readonly sources: { readonly [S in Source]: number };
};

export type WhatIfReport = {
  readonly letters: { readonly total: number; readonly same: number; readonly other: number; readonly cannot: number };
  readonly reasons: readonly { readonly code: string; readonly nodeId: NodeId | null; readonly count: number }[];
  readonly differences: readonly (Difference & { readonly count: number })[];
  readonly late: { readonly then: number; readonly now: number; readonly became: number; readonly noLonger: number };
  /** Of letters that ended both ways. */
  readonly time: { readonly then: Spread; readonly now: Spread } | null;
  readonly steps: readonly StepSum[];
  /** What steps are called that differences and reasons name. */
  readonly names: { readonly [node: NodeId]: StepSum['name'] };
  readonly posts: readonly { readonly postId: string; readonly then: Amount; readonly now: Amount }[];
};

type Played = { readonly taken: Taken; readonly replayed: Replayed; readonly instead: ReplaySetting['instead'] };
type Common = Omit<ReplaySetting, 'instead'>;
export type Tally = {
  /** Counts a letter, and answers it. */
  readonly add: (compared: ComparedLetter, played: Played | null) => ComparedLetter;
  readonly report: () => WhatIfReport;
};

type Step = { then: number[]; thenTasks: number; now: number[]; nowTasks: number; sources: Record<Source, number> };
type Sum = { then: { tasks: number; minutes: number }; now: { tasks: number; minutes: number } };

export function createTally(setting: Common, draft: RouteVersionId): Tally {
  const counts = { same: 0, other: 0, cannot: 0 };
  const late = { then: 0, now: 0, became: 0, noLonger: 0 };
  const reasons = new Map<string, { code: string; nodeId: NodeId | null; count: number }>();
  const differences = new Map<string, Difference & { count: number }>();
  const steps = new Map<NodeId, Step>();
  const posts = new Map<string, Sum>();
  const times: { readonly then: number; readonly now: number }[] = [];

  const addSums = ({ taken, replayed, instead }: Played): void => {
    for (const task of taken.tasks) {
      if (task.kind === 'adhoc') continue;
      const minutes = minutesOf(setting, task);
      addTo(posts, task.doneBy ?? task.postIds[0] ?? null, 'then', minutes);
      if (instead(task.route) !== draft) continue;
      const step = stepOf(steps, task.node);
      step.thenTasks += 1;
      if (task.end === 'done' && minutes !== null) step.then.push(minutes);
    }
    for (const task of replayed.tasks) {
      const minutes = minutesOf(setting, task);
      addTo(posts, task.post, 'now', minutes);
      if (task.route !== draft) continue;
      const step = stepOf(steps, task.node);
      step.nowTasks += 1;
      step.sources[task.source] += 1;
      if (task.end === 'done' && minutes !== null) step.now.push(minutes);
    }
  };
  return {
    add: (compared, played) => {
      const { verdict, reason, difference, isLateThen, isLateNow, minutesThen, minutesNow } = compared;
      counts[verdict] += 1;
      if (reason !== null) count(reasons, `${reason.code} ${reason.node ?? ''}`, { code: reason.code, nodeId: reason.node });
      if (verdict === 'cannot' || played === null) return compared;
      if (difference !== null) count(differences, JSON.stringify(difference), difference);
      late.then += Number(isLateThen);
      late.now += Number(isLateNow);
      late.became += Number(isLateNow && !isLateThen);
      late.noLonger += Number(isLateThen && !isLateNow);
      if (minutesThen !== null && minutesNow !== null) times.push({ then: minutesThen, now: minutesNow });
      addSums(played);
      return compared;
    },
    report: () => ({
      letters: { total: counts.same + counts.other + counts.cannot, ...counts },
      reasons: mostFirst(reasons), differences: mostFirst(differences), late,
      time: times.length === 0 ? null : { then: spreadOf(times.map(({ then }) => then)), now: spreadOf(times.map(({ now }) => now)) },
      names: Object.fromEntries([...new Set([...[...differences.values()].flatMap(({ after, then, now }) => [after, then, now]), ...[...reasons.values()].map(({ nodeId }) => nodeId)])].flatMap((id) => (id === null ? [] : [[id, nameOf(setting.routes, draft, id)]]))),
      steps: inRouteOrder(setting.routes, draft, steps), posts: [...posts].map(([postId, sum]) => ({ postId, ...sum })).toSorted((a, b) => b.now.minutes - a.now.minutes || b.then.minutes - a.then.minutes || (a.postId < b.postId ? -1 : 1)),
    }),
  };
}

/** Working minutes that a task lay with its post, up to now where it is open; null for a mere read mark. */
function minutesOf({ calendar, until }: Common, { openedAt, closedAt, end }: AskedTask): number | null {
  return end === 'readMark' ? null : workingMinutesBetween(calendar, openedAt, closedAt ?? until);
}

function addTo(posts: Map<string, Sum>, postId: string | null, side: 'then' | 'now', minutes: number | null): void {
  if (postId === null) return;
  const sum = posts.get(postId) ?? { then: { tasks: 0, minutes: 0 }, now: { tasks: 0, minutes: 0 } };
  sum[side].tasks += 1;
  sum[side].minutes += minutes ?? 0;
  posts.set(postId, sum);
}

function stepOf(steps: Map<NodeId, Step>, node: NodeId): Step {
  const known = steps.get(node);
  if (known !== undefined) return known;
  const fresh: Step = { then: [], thenTasks: 0, now: [], nowTasks: 0, sources: { recorded: 0, post: 0, kind: 0, assumed: 0 } };
  steps.set(node, fresh);
  return fresh;
}

function count<T extends object>(map: Map<string, T & { count: number }>, key: string, value: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, { ...value, count: 1 });
  else known.count += 1;
}

const mostFirst = <T extends { readonly count: number }>(map: ReadonlyMap<string, T>): readonly T[] => [...map.values()].toSorted((a, b) => b.count - a.count);

const spreadOf = (values: readonly number[]): Spread => ({ letters: values.length, median: medianOf(values) ?? 0, mean: Math.round(values.reduce((sum, value) => sum + value, 0) / values.length) });

/** Steps of the draft as it is drawn, then those of then that it no longer has. */
function inRouteOrder(routes: RouteBook, draft: RouteVersionId, steps: ReadonlyMap<NodeId, Step>): readonly StepSum[] {
  const order = (routes[draft]?.nodes ?? []).map(({ id }) => id);
  const rank = (id: NodeId): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...steps].toSorted(([a], [b]) => rank(a) - rank(b)).map(([nodeId, { then, thenTasks, now, nowTasks, sources }]) => ({
    nodeId, name: nameOf(routes, draft, nodeId), then: { tasks: thenTasks, median: medianOf(then) }, now: { tasks: nowTasks, median: medianOf(now) }, sources,
  }));
}

/** As the draft calls it, else as any version did. */
function nameOf(routes: RouteBook, draft: RouteVersionId, id: NodeId): StepSum['name'] {
  const node = [routes[draft], ...Object.values(routes)].flatMap((route) => (route === undefined ? [] : (graphOf(route).nodes.get(id) ?? [])))[0];
  return { th: node?.name ?? id, en: node?.nameEn ?? node?.name ?? id };
}
