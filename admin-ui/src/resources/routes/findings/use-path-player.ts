import { useMediaQuery } from '@mui/material';
import { useEffect, useMemo, useState } from 'react';
import type { NodeId, Route } from '#domain/route/model';
import type { Finding } from '#domain/route/verify';
import type { Played } from '../designer-context';

/** One place on the way: where the letter is, how it got there, and what it has passed. */
export type PathFrame = { readonly at: NodeId; readonly outcome: string | null; readonly backTo: NodeId | null; readonly nodes: ReadonlySet<NodeId>; readonly edges: ReadonlySet<string> };

export type PathPlayer = {
  readonly finding: Finding | null;
  readonly frames: readonly PathFrame[];
  readonly index: number;
  readonly isPlaying: boolean;
  readonly played: Played | null;
  readonly show: (finding: Finding) => void;
  readonly toggle: () => void;
  readonly step: (by: 1 | -1) => void;
  readonly close: () => void;
};

const FRAME_MS = 900;

/** The path of a finding, step by step. Whoever wants less motion moves it by hand. */
export function usePathPlayer(route: Route): PathPlayer {
  const isStill = useMediaQuery('(prefers-reduced-motion: reduce)');
  const [playing, setPlaying] = useState<{ readonly finding: Finding; readonly index: number; readonly isPlaying: boolean } | null>(null);
  const shown = playing?.finding ?? null;
  const frames = useMemo(() => (shown === null ? [] : framesOf(route, shown)), [route, shown]);
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
    finding: playing?.finding ?? null,
    frames,
    index,
    isPlaying,
    played,
    show: (finding) => setPlaying({ finding, index: 0, isPlaying: !isStill }),
    toggle: () => setPlaying((now) => (now === null ? now : isPlaying ? { ...now, isPlaying: false } : { ...now, index: index === last ? 0 : index, isPlaying: true })),
    step: (by) => setPlaying((now) => (now === null ? now : { ...now, index: Math.min(Math.max(0, index + by), last), isPlaying: false })),
    close: () => setPlaying(null),
  };
}

/** Each move of the path and, at its end, the step that is meant. */
export function framesOf(route: Route, { path = [], nodes }: Finding): readonly PathFrame[] {
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
