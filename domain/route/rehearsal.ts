/**
 * A dry run: a letter that exists nowhere goes through a route by the same `advance` that real letters go by, on a virtual clock and
 * over copies of the books. At every standstill the rehearsal says who is asked and what they could do; a choice is one more move of
 * its script, and a step back is the script played again without the last one.
 */
import { dueAt, type DeadlineRule } from '../calendar/deadline';
import { isDomainError, type ErrorCode, type ErrorDetails } from '../errors';
import { instantMs, type Instant } from '../thai/dates';
import type { Effect } from './effects';
import type { NodeId } from './model';
import { inOrder, type Passed } from './run';
import type { LetterState, Task } from './state';
import type { Choice } from './rehearsal/choices';
import { logOf, type LogEntry } from './rehearsal/log';
import { MAX_MOVES, type Move, type Script } from './rehearsal/script';
import { openSession, type RehearsalSetting, type Session } from './rehearsal/session';

/** A move that was refused, and why. */
export type Broken = { readonly move: number; readonly code: ErrorCode; readonly details: ErrorDetails };

/** Somebody who is asked now. */
export type Standing = { readonly task: Task; readonly dueAt: Instant | null; readonly choices: readonly Choice[] };

export type Rehearsal = {
  readonly script: Script;
  readonly now: Instant;
  /** Null where the route refused the letter at once. */
  readonly state: LetterState | null;
  readonly asked: readonly Standing[];
  /** Every choice, those of tasks among them. */
  readonly choices: readonly Choice[];
  readonly nextAt: Instant | null;
  readonly log: readonly LogEntry[];
  /** The way through the rehearsed route itself, and what it called and directed. */
  readonly way: readonly Passed[];
  /** The first move that was refused; what follows it was not played. */
  readonly broken: Broken | null;
  /** Nobody is asked, nothing is awaited, and the letter has not ended. */
  readonly isStuck: boolean;
};

/** Plays a script from the beginning. Never throws for what the route or a move does wrong: it says where it broke. */
export function rehearse(setting: RehearsalSetting, script: Script): Rehearsal {
  const { session, broken } = play(setting, script);
  return viewOf(setting, session === null ? { ...script, moves: [] } : { ...script, moves: script.moves.slice(0, broken?.move ?? script.moves.length) }, session, broken);
}

/** One more move. A refused one leaves the rehearsal as it was and says why in `broken`. */
export function choose(setting: RehearsalSetting, { script }: Rehearsal, move: Move): Rehearsal {
  return rehearse(setting, { ...script, moves: [...script.moves, move] });
}

/** The same without the last move. */
export function stepBack(setting: RehearsalSetting, { script }: Rehearsal): Rehearsal {
  return rehearse(setting, { ...script, moves: script.moves.slice(0, -1) });
}

/** How choices are drawn: by a seed, and how long people take to act. */
export type Draw = { readonly seed: number; readonly pace: DeadlineRule | null };

/**
 * The next moves as chance draws them, one act and before it the time it takes. Of all choices one of those that were taken least
 * is drawn, so that a letter does not go round for ever; none where the letter has ended or is stuck.
 */
export function drawNext(setting: RehearsalSetting, script: Script, draw: Draw): Script {
  const { session, broken } = play(setting, script);
  if (session === null || broken !== null) return script;
  return { ...script, moves: [...script.moves, ...drawn(setting, session, script.moves, draw).moves] };
}

/** Draws until the letter ends, is stuck, or the script is as long as it may be. */
export function drawToEnd(setting: RehearsalSetting, script: Script, draw: Draw): Script {
  const { session, broken } = play(setting, script);
  if (session === null || broken !== null) return script;
  const moves: Move[] = [...script.moves];
  while (moves.length < MAX_MOVES - 1) {
    const next = drawn(setting, session, moves, draw);
    moves.push(...next.moves);
    if (next.isLast) break;
  }
  return { ...script, moves };
}

/** Steps of the rehearsed route in the order in which the letter came to them. */
export const pathOf = ({ way }: Pick<Rehearsal, 'way'>, setting: RehearsalSetting): readonly NodeId[] => way.filter(({ route }) => route === setting.route).map(({ node }) => node);

/** Steps of the rehearsed route at which the letter stands now. */
export function standsAt({ state }: Rehearsal, { route }: RehearsalSetting): readonly NodeId[] {
  if (state === null) return [];
  const isHere = (frame: string): boolean => state.frames[frame]?.route === route;
  // Where a unit or a called route has it, the letter stands at the step that gave it there.
  const opened = inOrder(state.scopes).flatMap(({ kind, frame, node }) => (kind !== 'fork' && isHere(frame) ? [node] : []));
  return [...new Set([...inOrder(state.tokens).flatMap(({ frame, node }) => (isHere(frame) ? [node] : [])), ...opened])];
}

type Playing = { readonly session: Session | null; readonly broken: Rehearsal['broken'] };

function play(setting: RehearsalSetting, script: Script): Playing {
  let session: Session | null = null;
  let at = -1;
  try {
    session = openSession(setting, script);
    for (const move of script.moves.slice(0, MAX_MOVES)) {
      at += 1;
      session.apply(move);
    }
    return { session, broken: null };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return { session, broken: { move: at, code: error.code, details: error.details } };
  }
}

function viewOf(setting: RehearsalSetting, script: Script, session: Session | null, broken: Rehearsal['broken']): Rehearsal {
  if (session === null) return { script, now: script.at, state: null, asked: [], choices: [], nextAt: null, log: [], way: [], broken, isStuck: false };
  const state = session.state();
  const choices = session.choices();
  const due = dueOf(session);
  const played = session.played();
  const log = played.flatMap((each, i) =>
    logOf({ played: each, before: played[i - 1]?.transition.state ?? null, directory: setting.directoryAt(each.transition.event.at), dueAt: (task) => dueAtOpening(setting, each.transition.effects, task) }));
  return {
    script, now: session.now(), state, choices, nextAt: session.nextAt(), log, broken,
    asked: inOrder(state.tasks).map((task) => ({ task, dueAt: due(task.id), choices: choices.filter(({ taskId }) => taskId === task.id) })),
    way: played.flatMap(({ passed }) => passed),
    isStuck: state.status === 'running' && choices.every(({ isRare }) => isRare),
  };
}

/** When a task is due, by the timers that run. */
function dueOf(session: Session): (taskId: string) => Instant | null {
  const timers = new Map(session.driver.timers('rehearsal').map(({ id, at }) => [id, at]));
  const limits = inOrder(session.state().timers).filter(({ kind }) => kind === 'due');
  return (taskId) => limits.flatMap(({ id, task }) => (task === taskId ? (timers.get(id) ?? []) : [])).toSorted((a, b) => instantMs(a) - instantMs(b))[0] ?? null;
}

/** When a task that was opened by this very transition is due. */
function dueAtOpening({ calendar }: RehearsalSetting, effects: readonly Effect[], taskId: string): Instant | null {
  const limit = effects.find((effect) => effect.type === 'setTimer' && effect.kind === 'due' && effect.taskId === taskId);
  return limit?.type === 'setTimer' && 'at' in limit.anchor ? dueAt(calendar, limit.rule, limit.anchor.at) : null;
}

type Drawn = { readonly moves: readonly Move[]; readonly isLast: boolean };

function drawn(setting: RehearsalSetting, session: Session, moves: readonly Move[], { seed, pace }: Draw): Drawn {
  const used = new Map<string, number>();
  for (const move of moves) used.set(keyOf(move), (used.get(keyOf(move)) ?? 0) + 1);
  const open = session.choices().filter(({ isRare }) => !isRare);
  const ranked = open.map(({ move }, i) => ({ move, used: used.get(keyOf(move)) ?? 0, luck: noise(seed, moves.length * 64 + i) })).toSorted((a, b) => a.used - b.used || a.luck - b.luck);
  const [first] = ranked;
  if (first === undefined) return { moves: [], isLast: true };
  const waits: readonly Move[] = pace === null || first.move.kind === 'clock' ? [] : [{ kind: 'clock', to: dueAt(setting.calendar, pace, session.now()) }];
  const before = session.state();
  for (const wait of waits) session.apply(wait);
  // What fell due in the meantime may have changed who is asked.
  if (session.state() !== before) return { moves: waits, isLast: false };
  for (const { move } of ranked) if (isAccepted(session, move)) return { moves: [...waits, move], isLast: false };
  // Refused whatever is done: the move goes into the script, so that playing it says why.
  return { moves: [...waits, first.move], isLast: true };
}

function isAccepted(session: Session, move: Move): boolean {
  try {
    session.apply(move);
    return true;
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return false;
  }
}

/** Moves that are the same choice, whenever they are made. */
const keyOf = (move: Move): string => (move.kind === 'clock' ? 'clock' : JSON.stringify(move));

/** A number from 0 to 1 that is the same for the same seed and place. */
function noise(seed: number, at: number): number {
  let mixed = Math.imul(seed ^ Math.imul(at + 1, 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 4_294_967_296;
}
