import { useMediaQuery } from '@mui/material';
import { useEffect, useMemo, useState } from 'react';
import type { NodeId, Route } from '#domain/route/model';
import type { Finding } from '#domain/route/verify';
import type { Played } from '../designer-context';

/** One place on the way: where the letter is, how it goes on from there, and what it has passed. */
export type PathFrame = { readonly at: NodeId; readonly outcome: string | null; readonly backTo: NodeId | null; readonly nodes: ReadonlySet<NodeId>; readonly edges: ReadonlySet<string> };

/** A way through the route that can be played on its drawing, whatever it comes from. */
export type PlayablePath = {
  readonly framesOn: (route: Route) => readonly PathFrame[];
  /** Of what it is the way; null where the way is the whole point. */
  readonly title: string | null;
  /** What is to be said at one of its steps. */
  readonly note: { readonly at: NodeId; readonly text: string } | null;
};

export type PathPlayer = {
  readonly path: PlayablePath | null;
  readonly frames: readonly PathFrame[];
  readonly index: number;
  readonly isPlaying: boolean;
  readonly played: Played | null;
  readonly show: (path: PlayablePath) => void;
  readonly toggle: () => void;
  readonly step: (by: 1 | -1) => void;
  readonly close: () => void;
};

const FRAME_MS = 900;

/** Plays a path step by step. Whoever wants less motion moves it by hand. */
export function usePathPlayer(route: Route): PathPlayer {
  const isStill = useMediaQuery('(prefers-reduced-motion: reduce)');
  const [playing, setPlaying] = useState<{ readonly path: PlayablePath; readonly index: number; readonly isPlaying: boolean } | null>(null);
  const path = playing?.path ?? null;
  const frames = useMemo(() => path?.framesOn(route) ?? [], [route, path]);
  const last = frames.length - 1;
  const index = Math.min(playing?.index ?? 0, Math.max(0, last));
  const isPlaying = playing?.isPlaying === true && index < last;
  useEffect(() => {
    if (!isPlaying) return undefined;
    const timer = setTimeout(() => setPlaying((now) => (now === null ? now : { ...now, index: now.index + 1 })), FRAME_MS);
    return () => clearTimeout(timer);
  }, [isPlaying, index]);
  const frame = frames[index];
  const played = useMemo((): Played | null => (frame === undefined ? null : { at: [frame.at], nodes: frame.nodes, edges: frame.edges }), [frame]);
  return {
    path,
    frames,
    index,
    isPlaying,
    played,
    show: (shown) => setPlaying({ path: shown, index: 0, isPlaying: !isStill }),
    toggle: () => setPlaying((now) => (now === null ? now : isPlaying ? { ...now, isPlaying: false } : { ...now, index: index === last ? 0 : index, isPlaying: true })),
    step: (by) => setPlaying((now) => (now === null ? now : { ...now, index: Math.min(Math.max(0, index + by), last), isPlaying: false })),
    close: () => setPlaying(null),
  };
}

/** The way by which a letter comes to a fault. */
export const pathOfFinding = (finding: Finding): PlayablePath => ({ framesOn: (route) => framesOf(route, finding), title: null, note: null });

/** Each move of the path and, at its end, the step that is meant. */
function framesOf(route: Route, { path = [], nodes }: Finding): readonly PathFrame[] {
  const passed = new Set<NodeId>();
  const lines = new Set<string>();
  const frames: PathFrame[] = [];
  let end: NodeId | undefined;
  for (const move of path) {
    passed.add(move.node);
    const edge = route.edges.find(({ from, outcome }) => from === move.node && outcome === move.outcome);
    frames.push({ at: move.node, outcome: move.outcome, backTo: move.to ?? null, nodes: new Set(passed), edges: new Set(lines) });
    if (move.to === undefined && edge !== undefined) lines.add(edge.id);
    end = move.to ?? edge?.to;
  }
  const at = nodes[0] ?? end;
  if (at !== undefined && frames.at(-1)?.at !== at) frames.push({ at, outcome: null, backTo: null, nodes: new Set([...passed, at]), edges: new Set(lines) });
  return frames;
}

/**
 * The steps that a letter came to, one after another. No line leads from one to the next where the letter was returned, or where
 * branches take turns: then the line is that of the step before which it follows.
 */
export function framesOfWay(route: Route, way: readonly NodeId[]): readonly PathFrame[] {
  const known = way.filter((id) => route.nodes.some((node) => node.id === id));
  const lines = new Set<string>();
  return known.map((at, i) => {
    const before = known.slice(0, i).toReversed();
    const came = before.flatMap((from) => route.edges.filter((edge) => edge.from === from && edge.to === at))[0];
    const isReturned = came?.from !== before[0] && before.includes(at);
    if (came !== undefined && !isReturned) lines.add(came.id);
    const next = known[i + 1];
    const onward = route.edges.filter((edge) => edge.from === at && edge.to === next);
    return {
      at, nodes: new Set(known.slice(0, i + 1)), edges: new Set(lines),
      // Which of two outcomes led to the same step is not known from the steps alone.
      outcome: onward.length === 1 ? onward[0]!.outcome : null,
      backTo: next !== undefined && onward.length === 0 && known.slice(0, i + 1).includes(next) ? next : null,
    };
  });
}
