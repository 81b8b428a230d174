/** What a draft would have changed for one letter: its path, and whether it would have been late. */
import { workingMinutesBetween } from '../../calendar/calendar';
import { canonicalJson } from '../../canonical-json';
import { instantMs, type Instant } from '../../thai/dates';
import { graphOf } from '../graph';
import type { NodeId, RouteBook, RouteVersionId } from '../model';
import type { AskedTask, LetterRecord, Taken, Visit } from './record';
import type { ReplayedTask, Replayed, ReplaySetting } from './replay';

export const VERDICTS = ['same', 'other', 'cannot'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Where the ways part: after which step, where the letter went then, and where it would go; null where it would stand or end. */
export type Difference = { readonly after: NodeId | null; readonly then: NodeId | null; readonly now: NodeId | null };

export type ComparedLetter = {
  readonly id: string;
  readonly verdict: Verdict;
  readonly difference: Difference | null;
  /** Why it cannot be replayed, and at which step. */
  readonly reason: { readonly code: string; readonly node: NodeId | null } | null;
  readonly isLateThen: boolean;
  readonly isLateNow: boolean;
  /** Working minutes from beginning to end; null while it is open. */
  readonly minutesThen: number | null;
  readonly minutesNow: number | null;
  /** Steps of the draft that it would come to. */
  readonly way: readonly NodeId[];
};

/** Verdict on a letter that could be played. */
export function compareLetter(setting: ReplaySetting, args: { readonly record: LetterRecord; readonly taken: Taken; readonly replayed: Replayed; readonly draft: RouteVersionId }): ComparedLetter {
  const { record, taken, replayed, draft } = args;
  const way = replayed.way.filter(({ route }) => route === draft).map(({ node }) => node);
  const isLateThen = taken.tasks.some((task) => isLate(task, record.dues[task.id] ?? null, setting.until));
  if (replayed.refusal !== null) return { ...NOTHING, id: record.id, verdict: 'cannot', reason: replayed.refusal, isLateThen, way };
  const difference = differenceOf(setting, args);
  const spanOf = (endedAt: Instant | null): number | null => (endedAt === null ? null : workingMinutesBetween(setting.calendar, record.start.at, endedAt));
  return {
    id: record.id, verdict: difference === null ? 'same' : 'other', difference, reason: null, way, isLateThen,
    isLateNow: replayed.tasks.some((task) => isLateInReplay(setting, record, task)),
    minutesThen: spanOf(taken.endedAt), minutesNow: spanOf(replayed.endedAt),
  };
}

const NOTHING = { difference: null, isLateNow: false, minutesThen: null, minutesNow: null } as const;

/** A letter whose record does not say how it went. */
export const notReplayed = (id: string, code: string): ComparedLetter => ({ ...NOTHING, id, verdict: 'cannot', reason: { code, node: null }, isLateThen: false, way: [] });

/** Done after its time, or still not done. What was withdrawn, or only read in the end, kept nobody waiting. */
function isLate({ end, closedAt }: Pick<AskedTask, 'end' | 'closedAt'>, due: Instant | null, until: Instant): boolean {
  if (due === null || end === 'withdrawn' || end === 'readMark') return false;
  return instantMs(closedAt ?? until) > instantMs(due);
}

/** What the record says holds where neither the beginning nor the limit is another: an extension then is one now. */
function isLateInReplay({ routes, instead, until }: ReplaySetting, { dues }: LetterRecord, task: ReplayedTask): boolean {
  const { then } = task;
  if (then === null || !isSameLimit({ routes, instead }, then, task)) return isLate(task, task.dueAt, until);
  const isMoved = instantMs(then.openedAt) !== instantMs(task.openedAt);
  return isMoved && !then.isExtended ? isLate(task, task.dueAt, until) : isLate(then, dues[then.id] ?? null, until);
}

function isSameLimit({ routes, instead }: { readonly routes: RouteBook; readonly instead: ReplaySetting['instead'] }, then: AskedTask, now: AskedTask): boolean {
  const before = limitOf(routes, then.route, then.node);
  return before !== undefined && before === limitOf(routes, instead(now.route), now.node);
}

function limitOf(routes: RouteBook, route: RouteVersionId, id: NodeId): string | undefined {
  const definition = routes[route];
  const node = definition === undefined ? undefined : graphOf(definition).nodes.get(id);
  return node === undefined ? undefined : canonicalJson('deadline' in node ? (node.deadline ?? null) : null);
}

/** Ways differ where a step is come to more or less often; in which order branches side by side went on is no difference. */
function differenceOf({ instead }: ReplaySetting, { taken, replayed, draft }: { readonly taken: Taken; readonly replayed: Replayed; readonly draft: RouteVersionId }): Difference | null {
  const alias = new Map(replayed.tasks.flatMap(({ then, node, route }) => (then === null || route !== draft ? [] : [[node, then.node] as const])));
  const then = taken.way.filter(({ route }) => instead(route) === draft);
  const now = replayed.way.filter(({ route }) => route === draft).map((visit) => ({ visit, key: keyOf(visit, alias.get(visit.node)) }));
  const left = new Map<string, number>();
  for (const visit of then) left.set(keyOf(visit), (left.get(keyOf(visit)) ?? 0) + 1);
  const parted = now.findIndex(({ key }) => {
    const times = left.get(key) ?? 0;
    if (times > 0) left.set(key, times - 1);
    return times === 0;
  });
  const isShared = (visit: Visit, at: number): boolean => then.slice(0, at + 1).filter((one) => keyOf(one) === keyOf(visit)).length <= now.filter(({ key }) => key === keyOf(visit)).length;
  const missedAt = then.findIndex((visit, at) => !isShared(visit, at));
  if (parted < 0 && missedAt < 0) return null;
  if (parted < 0 || (missedAt >= 0 && missedAt < parted)) return leftOut(then, now, missedAt);
  const common = now.slice(0, parted);
  return { after: common.at(-1)?.visit.node ?? null, then: (missedAt < 0 ? afterCommon(then, common) : then[missedAt])?.node ?? null, now: now[parted]!.visit.node };
}

/** A step of then that the draft leaves out, beside what the draft does in its place. */
function leftOut(then: readonly Visit[], now: readonly { readonly visit: Visit; readonly key: string }[], missedAt: number): Difference {
  const before = then.slice(0, missedAt).map((visit) => keyOf(visit));
  const nth = before.filter((key) => key === before.at(-1)).length;
  const places = now.flatMap(({ key }, at) => (key === before.at(-1) ? [at] : []));
  const at = places[nth - 1] ?? -1;
  return { after: now[at]?.visit.node ?? null, then: then[missedAt]!.node, now: now[at + 1]?.visit.node ?? null };
}

/** Where a letter went on then, after the part that both ways have: a step that is only put in leaves out none of then. */
function afterCommon(then: readonly Visit[], common: readonly { readonly key: string }[]): Visit | undefined {
  const last = common.at(-1)?.key;
  const nth = common.filter(({ key }) => key === last).length;
  const places = then.flatMap((visit, at) => (keyOf(visit) === last ? [at] : []));
  return then[last === undefined ? 0 : (places[nth - 1] ?? then.length) + 1];
}

const keyOf = ({ place, node }: Visit, alias: NodeId | undefined = undefined): string => `${place}/${alias ?? node}`;
