import type { ReactFlowInstance } from '@xyflow/react';
import { type RefObject, useEffect, useEffectEvent } from 'react';
import type { Layout } from '#domain/route/operations';
import type { NodeId, Route } from '#domain/route/model';
import { STEP_HEIGHT, STEP_WIDTH } from '../../../components/StepBox';
import type { DrawnLine } from './StepEdge';
import type { DrawnStep } from './StepNode';

type Size = { readonly width: number; readonly height: number };

/** Drawn smaller, what is written on a step cannot be read. */
const READABLE = 0.85;
const MARGIN = 24;

/**
 * Where the drawing begins: all of it where that can be read, else as much as can be, with the start in sight. Null where there is
 * nothing to see or no room.
 */
export function firstView({ nodes }: Route, layout: Layout, frame: Size): { readonly x: number; readonly y: number; readonly zoom: number } | null {
  const places = nodes.map(({ id }) => layout[id] ?? { x: 0, y: 0 });
  const start = places[Math.max(0, nodes.findIndex(({ type }) => type === 'start'))];
  if (start === undefined || frame.width === 0 || frame.height === 0) return null;
  const [left, top] = [Math.min(...places.map(({ x }) => x)), Math.min(...places.map(({ y }) => y))];
  const width = Math.max(...places.map(({ x }) => x)) + STEP_WIDTH - left;
  const height = Math.max(...places.map(({ y }) => y)) + STEP_HEIGHT - top;
  const room = { width: frame.width - 2 * MARGIN, height: frame.height - 2 * MARGIN };
  const zoom = Math.min(1, Math.max(READABLE, Math.min(room.width / width, room.height / height)));
  const isWide = width * zoom > room.width;
  const isTall = height * zoom > room.height;
  return {
    zoom,
    x: frame.width / 2 - (isWide ? start.x + STEP_WIDTH / 2 : left + width / 2) * zoom,
    y: isTall ? MARGIN - start.y * zoom : (frame.height - height * zoom) / 2 - top * zoom,
  };
}

/** A step that has just been added or chosen comes into sight where it is not; what can be seen stays where it is. */
export function useInSight({ flow, frame, chosen, duration }: { readonly flow: ReactFlowInstance<DrawnStep, DrawnLine>; readonly frame: RefObject<HTMLDivElement | null>; readonly chosen: NodeId | null; readonly duration: number }): void {
  const show = useEffectEvent((id: NodeId) => {
    const node = flow.getNode(id);
    const box = frame.current?.getBoundingClientRect();
    if (node === undefined || box === undefined || box.width === 0) return;
    const centre = { x: node.position.x + STEP_WIDTH / 2, y: node.position.y + STEP_HEIGHT / 2 };
    const at = flow.flowToScreenPosition(centre);
    const isSeen = at.x > box.left + MARGIN && at.x < box.right - MARGIN && at.y > box.top + MARGIN && at.y < box.bottom - MARGIN;
    if (!isSeen) void flow.setCenter(centre.x, centre.y, { zoom: flow.getZoom(), duration });
  });
  useEffect(() => {
    if (chosen === null) return undefined;
    // Once it is drawn.
    const soon = setTimeout(() => show(chosen), 0);
    return () => clearTimeout(soon);
  }, [chosen]);
}
