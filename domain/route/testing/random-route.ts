/** Routes as chance draws them: well nested ones, and the same with some lines and returns torn. For property tests. */
import * as fc from 'fast-check';
import type { Route } from '../model';
import { approval, endNode, post, route, startNode } from './build';

type Loose = Parameters<typeof route>[0][number];

/** What stands between two points of a route. */
type Block =
  | { readonly kind: 'step' }
  | { readonly kind: 'approval'; readonly returns: boolean }
  | { readonly kind: 'notice' }
  | { readonly kind: 'series'; readonly blocks: readonly Block[] }
  | { readonly kind: 'choice'; readonly ways: readonly Block[] }
  | { readonly kind: 'parallel'; readonly ways: readonly Block[]; readonly isFirst: boolean };

const { block: anyBlock } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constant<Block>({ kind: 'step' }),
    fc.boolean().map((returns): Block => ({ kind: 'approval', returns })),
    fc.constant<Block>({ kind: 'notice' }),
    fc.array(tie('block'), { minLength: 2, maxLength: 4 }).map((blocks): Block => ({ kind: 'series', blocks })),
    fc.array(tie('block'), { minLength: 2, maxLength: 3 }).map((ways): Block => ({ kind: 'choice', ways })),
    fc.tuple(fc.array(tie('block'), { minLength: 2, maxLength: 3 }), fc.boolean()).map(([ways, isFirst]): Block => ({ kind: 'parallel', ways, isFirst })),
  ),
}));

/** Torn lines: which, and to what; numbers beyond what there is go round. */
const anyTears = fc.array(fc.record({ edge: fc.nat({ max: 200 }), to: fc.nat({ max: 200 }), what: fc.constantFrom('retarget', 'remove', 'return') }), { maxLength: 3 });

export const anyWellNested: fc.Arbitrary<Route> = anyBlock.map(drawn);
export const anyTorn: fc.Arbitrary<Route> = fc.tuple(anyBlock, anyTears).map(([block, tears]) => tears.reduce(torn, drawn(block)));

type Drawing = { readonly nodes: Loose[]; readonly edges: string[] };

function drawn(block: Block): Route {
  const drawing: Drawing = { nodes: [startNode], edges: [] };
  const entry = draw(drawing, block, 'end', null);
  return route([...drawing.nodes, endNode], [`start ${entry}`, ...drawing.edges]);
}

/** Draws a block that goes on to `next`; returns where it begins. `before` is the step to return to within the same branch. */
function draw(drawing: Drawing, block: Block, next: string, before: string | null): string {
  const id = `n${drawing.nodes.length}`;
  const add = (node: Loose, ...edges: readonly string[]): string => {
    drawing.nodes.push(node);
    drawing.edges.push(...edges);
    return id;
  };
  switch (block.kind) {
    case 'step':
      return add({ id, type: 'work', assignee: post('clerk'), outcomes: [{ code: 'done', name: 'เสร็จ' }] }, `${id} done ${next}`);
    case 'approval':
      return add(approval(id, 'chief', { returnTo: block.returns && before !== null ? [before] : [] }), `${id} approve ${next}`);
    case 'notice':
      return add({ id, type: 'notify', who: post('clerk'), template: 't' }, `${id} ${next}`);
    case 'choice': {
      add({ id, type: 'work', assignee: post('clerk'), outcomes: block.ways.map((_, i) => ({ code: `w${i}`, name: `ทาง ${i}` })) });
      block.ways.forEach((way, i) => drawing.edges.push(`${id} w${i} ${draw(drawing, way, next, id)}`));
      return id;
    }
    case 'parallel': {
      const join = `${id}j`;
      add({ id, type: 'fork' });
      drawing.nodes.push({ id: join, type: 'join', fork: id, mode: block.isFirst ? { atLeast: 1 } : 'all' });
      drawing.edges.push(`${join} ${next}`);
      block.ways.forEach((way, i) => drawing.edges.push(`${id} b${i} ${draw(drawing, way, join, before)}`));
      return id;
    }
    case 'series':
      return block.blocks.toReversed().reduce((after, each) => draw(drawing, each, after, before), next);
  }
}

function torn(value: Route, { edge, to, what }: { readonly edge: number; readonly to: number; readonly what: string }): Route {
  const target = value.nodes[to % value.nodes.length]!.id;
  const at = edge % value.edges.length;
  if (what === 'retarget') return { ...value, edges: value.edges.map((each, i) => (i === at ? { ...each, to: target } : each)) };
  if (what === 'remove') return { ...value, edges: value.edges.length < 2 ? value.edges : value.edges.filter((_, i) => i !== at) };
  const from = value.edges[at]!.from;
  return { ...value, nodes: value.nodes.map((node) => (node.id === from && node.type === 'work' ? { ...node, returnTo: [target] } : node)) };
}
