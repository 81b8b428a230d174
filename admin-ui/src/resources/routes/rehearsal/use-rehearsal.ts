import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { nearestWorkingDay, readCalendar } from '#domain/calendar/calendar';
import type { DeadlineRule } from '#domain/calendar/deadline';
import { choose, drawNext, drawToEnd, type Rehearsal, rehearse, stepBack } from '#domain/route/rehearsal';
import { MAX_MOVES, type Move, type Script } from '#domain/route/rehearsal/script';
import type { RehearsalSetting } from '#domain/route/rehearsal/session';
import { bangkokInstant, dateOfDay, dayNumber, instantMs } from '#domain/thai/dates';
import { nextSongkran } from '../settings/people';

export const SPEEDS = { slow: 2_000, usual: 1_000, fast: 300 } as const;
export type Speed = keyof typeof SPEEDS;
/** How long people take to act when acts are drawn. */
export const PACES = { atOnce: null, hour: { unit: 'workingHours', amount: 1 }, day: { unit: 'workingDays', amount: 1 } } as const satisfies { readonly [pace: string]: DeadlineRule | null };
export type Pace = keyof typeof PACES;

export type Rehearsing = {
  readonly rehearsal: Rehearsal;
  readonly isPlaying: boolean;
  /** Nothing more can be drawn: the letter has ended, is stuck or a move was refused. */
  readonly isOver: boolean;
  readonly begin: (script: Script) => void;
  readonly choose: (move: Move) => void;
  readonly step: () => void;
  readonly back: () => void;
  readonly toEnd: () => void;
  readonly play: () => void;
  readonly pause: () => void;
  readonly toNextLimit: () => void;
  readonly overSongkran: () => void;
};

type How = { readonly speed: Speed; readonly pace: Pace; readonly seed: number };

/** A rehearsal on the screen. Played anew where the drawing changes: it always shows what the route does now. */
export function useRehearsal(setting: RehearsalSetting, first: Script, { speed, pace, seed }: How): Rehearsing {
  const [script, setScript] = useState(first);
  // A refused choice is said until the next one.
  const [refused, setRefused] = useState<Rehearsal['broken']>(null);
  const [isPlaying, setPlaying] = useState(false);
  const played = useMemo(() => rehearse(setting, script), [setting, script]);
  const rehearsal = useMemo(() => (refused === null ? played : { ...played, broken: refused }), [played, refused]);
  const draw = { seed, pace: PACES[pace] };
  const isOver = isEnd(played);
  const take = (next: Rehearsal): void => {
    setRefused(next.broken);
    setScript(next.script);
  };
  const drawn = (next: Script): void => {
    const after = rehearse(setting, next);
    // The end, or nothing new to draw: the play stops there.
    if (isEnd(after) || next.moves.length === script.moves.length) setPlaying(false);
    take(after);
  };
  const step = useEffectEvent(() => drawn(drawNext(setting, script, draw)));
  // One step for each state of the rehearsal.
  useEffect(() => {
    if (!isPlaying || isOver) return undefined;
    const timer = setTimeout(() => step(), SPEEDS[speed]);
    return () => clearTimeout(timer);
  }, [isPlaying, isOver, script, setting, speed]);
  const until = (to: string): void => {
    if (instantMs(to) > instantMs(played.now)) take(choose(setting, played, { kind: 'clock', to }));
  };
  return {
    rehearsal, isOver, isPlaying: isPlaying && !isOver,
    begin: (next) => { setPlaying(false); setRefused(null); setScript(next); },
    choose: (move) => take(choose(setting, played, move)),
    step: () => drawn(drawNext(setting, script, draw)),
    back: () => { setPlaying(false); take(stepBack(setting, played)); },
    toEnd: () => { setPlaying(false); drawn(drawToEnd(setting, script, draw)); },
    play: () => setPlaying(true),
    pause: () => setPlaying(false),
    toNextLimit: () => played.nextAt !== null && until(played.nextAt),
    overSongkran: () => until(afterSongkran(setting, played.now)),
  };
}

/** Nothing follows any more: it has ended, cannot go on, was refused a move, or has had as many as may be. */
const isEnd = ({ state, isStuck, broken, script }: Rehearsal): boolean => state === null || state.status === 'ended' || isStuck || broken !== null || script.moves.length >= MAX_MOVES;

/** The morning of the first working day after the coming Songkran. */
function afterSongkran({ calendar }: RehearsalSetting, now: string): string {
  const day = nearestWorkingDay(readCalendar(calendar), dayNumber(nextSongkran(now)) + 1, 1);
  return bangkokInstant(dateOfDay(day), calendar.hours.start);
}
