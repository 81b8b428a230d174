/** A route as shapes on a plane, for paper: boxes, lines with their labels, and how large it all is. Canvas units. */
import { wayName } from './manual';
import type { NodeId, NodeType, Route } from './model';
import type { Layout } from './operations';
import type { Words } from './say';

export const BOX = { width: 200, height: 72 } as const;
/** Room around the drawing, and beside it for lines that lead back up. */
const MARGIN = 24;
const LANE = 18;

export type Shape = 'step' | 'end' | 'choice' | 'machine';
export type DrawnStep = { readonly id: NodeId; readonly x: number; readonly y: number; readonly shape: Shape; readonly no: number; readonly name: string; readonly who: string };
type Point = readonly [number, number];
export type DrawnLine = { readonly points: readonly Point[]; readonly label: string; /** Upper left corner of the label. */ readonly labelAt: Point };
export type Drawing = { readonly width: number; readonly height: number; readonly steps: readonly DrawnStep[]; readonly lines: readonly DrawnLine[] };

/** What a box says beside its name. */
export type Captions = { readonly words: Words; readonly numbers: ReadonlyMap<NodeId, number>; readonly who: ReadonlyMap<NodeId, string> };

/** Where the steps stand, every one of them, and the ways of lines (by id) that were worked out with them. */
export type Arranged = { readonly layout: Layout; readonly ways: ReadonlyMap<string, readonly Point[]> };

/** The drawing with its upper left corner at the origin. */
export function drawRoute(route: Route, { layout, ways }: Arranged, { words, numbers, who }: Captions): Drawing {
  const left = Math.min(...route.nodes.map(({ id }) => layout[id]!.x)) - MARGIN;
  const top = Math.min(...route.nodes.map(({ id }) => layout[id]!.y)) - MARGIN;
  const steps = route.nodes.map((node): DrawnStep => ({
    id: node.id, x: layout[node.id]!.x - left, y: layout[node.id]!.y - top, shape: SHAPES[node.type] ?? 'step', no: numbers.get(node.id) ?? 0,
    name: words.lang === 'en' ? (node.nameEn ?? node.name) : node.name, who: who.get(node.id) ?? '',
  }));
  const byId = new Map(steps.map((step) => [step.id, step]));
  const right = Math.max(...steps.map(({ x }) => x)) + BOX.width;
  let lanes = 0;
  const lines = route.edges.map(({ id, from, to, outcome }): DrawnLine => {
    const [start, end] = [byId.get(from)!, byId.get(to)!];
    const label = short(wayName(route, { from, outcome }, words));
    const known = ways.get(id)?.map(([x, y]): Point => [x - left, y - top]);
    if (known !== undefined) return { label, points: known, labelAt: beside(known.at(-1)!) };
    return { label, ...(end.y > start.y ? downward(start, end) : upward(start, end, right + (lanes += 1) * LANE)) };
  });
  return { width: right + lanes * LANE + MARGIN, height: Math.max(...steps.map(({ y }) => y)) + BOX.height + MARGIN, steps, lines };
}

const SHAPES: { readonly [T in NodeType]?: Shape } = {
  start: 'end', end: 'end', decide: 'choice', fork: 'choice', join: 'choice', register: 'machine', classify: 'machine', notify: 'machine', dispatch: 'machine', wait: 'machine', call: 'machine',
};

/** Longer ones would run into the next box: the table says them whole. */
const MAX_LABEL = 36;
const short = (label: string): string => ([...label].length > MAX_LABEL ? `${[...label].slice(0, MAX_LABEL - 1).join('')}…` : label);

const beside = ([x, y]: Point): Point => [x + 5, y - 18];

type Way = Pick<DrawnLine, 'points' | 'labelAt'>;

/** Down from the middle of one to the middle of the other, turning shortly above it; its label stands where no other line is. */
function downward(start: DrawnStep, end: DrawnStep): Way {
  const [from, to] = [start.x + BOX.width / 2, end.x + BOX.width / 2];
  const [bottom, above] = [start.y + BOX.height, end.y];
  const turn = Math.max(bottom + 6, above - 20);
  if (from === to) return { points: [[from, bottom], [to, above]], labelAt: beside([to, above]) };
  return { points: [[from, bottom], [from, turn], [to, turn], [to, above]], labelAt: beside([to, above]) };
}

/** Back up along the side, each line in a lane of its own. */
const upward = (start: DrawnStep, end: DrawnStep, lane: number): Way => ({
  points: [[start.x + BOX.width, start.y + BOX.height / 2], [lane, start.y + BOX.height / 2], [lane, end.y + BOX.height / 3], [end.x + BOX.width, end.y + BOX.height / 3]],
  labelAt: [start.x + BOX.width + 4, start.y + BOX.height / 2 - 16],
});
