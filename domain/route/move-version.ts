/** Moving a running letter to another version of its route: one frame at a time, every place mapped. */
import { DomainError } from '../errors';
import type { EventOf } from './events';
import { graphOf, type Graph } from './graph';
import type { NodeId, RouteNode } from './model';
import { getFrame, getRoute, graphOfFrame, inOrder, type Run } from './run';
import type { NodeMemory, Scope, ScopeId } from './state';
import { assertCurrent } from './on-letter';

/**
 * Every live token and open scope of the frame must have a node of the same type in the new version, inside the same
 * forks. Open tasks keep id, holder, revision and the moment their time limit counts from.
 * @throws LETTER_STALE, REASON_REQUIRED, MOVE_INVALID, ROUTE_MISSING
 */
export function moveVersion(run: Run, event: EventOf<'moveVersion'>): void {
  assertCurrent(run, event);
  if (!Object.hasOwn(run.state.frames, event.frame)) throw new DomainError('MOVE_INVALID', { frame: event.frame });
  const frame = getFrame(run, event.frame);
  const from = graphOfFrame(run, frame.id);
  const to = graphOf(getRoute(run.routes, event.routeVersionId));
  const map = (id: NodeId): RouteNode => mapped(from, to, event.nodes, id);
  const tokens = inOrder(run.state.tokens).filter((token) => token.frame === frame.id);
  const scopes = inOrder(run.state.scopes).filter((scope) => scope.frame === frame.id);
  for (const scope of scopes) run.state.scopes[scope.id] = { ...scope, node: map(scope.node).id };
  for (const place of [...tokens, ...scopes]) {
    const parent = 'scope' in place ? place.scope : place.parent;
    const there = (to.nesting.get(map(place.node).id) ?? []).map((level) => level.fork);
    if (there.join('\n') !== forksAround(run, frame.id, parent).join('\n')) throw new DomainError('MOVE_INVALID', { nodeId: place.node });
  }
  for (const token of tokens) {
    const passedOn = token.passedOn && to.nodes.has(token.passedOn.node) ? token.passedOn : null;
    run.state.tokens[token.id] = { ...token, node: map(token.node).id, passedOn };
  }
  run.state.frames[frame.id] = { ...frame, route: event.routeVersionId };
  moveMemory(run, frame.id, event.nodes);
  run.effects.push({ type: 'moveVersion', frame: frame.id, isMain: frame.depth === 0, routeVersionId: event.routeVersionId, actor: event.actor });
  for (const task of inOrder(run.state.tasks)) {
    if (task.frame !== frame.id) continue;
    const node = map(task.node);
    const moved = { ...task, node: node.id };
    run.state.tasks[task.id] = moved;
    run.effects.push({ type: 'changeTask', task: moved, why: 'move', nodeName: node.name, nodeNameEn: node.nameEn ?? '' });
  }
}

/** @throws MOVE_INVALID */
function mapped(from: Graph, to: Graph, nodes: { readonly [from: NodeId]: NodeId }, id: NodeId): RouteNode {
  const target = to.nodes.get(Object.hasOwn(nodes, id) ? (nodes[id] ?? id) : id);
  if (!target || target.type !== from.nodes.get(id)?.type) throw new DomainError('MOVE_INVALID', { nodeId: id });
  return target;
}

/** The forks of this frame that a place stands in, outermost first; scopes have their new nodes already. */
function forksAround(run: Run, frameId: string, innermost: ScopeId | null): NodeId[] {
  const forks: NodeId[] = [];
  for (let scope: Scope | undefined = innermost === null ? undefined : run.state.scopes[innermost]; scope; ) {
    if (scope.frame === frameId && scope.kind === 'fork') forks.unshift(scope.node);
    scope = scope.parent === null ? undefined : run.state.scopes[scope.parent];
  }
  return forks;
}

/** What happened at a step is remembered under its new id; numbers already taken stay with their step. */
function moveMemory(run: Run, frameId: string, nodes: { readonly [from: NodeId]: NodeId }): void {
  const memory: Record<string, NodeMemory> = {};
  for (const key of Object.keys(run.state.memory)) {
    const [frame, ...rest] = key.split('/');
    const node = rest.join('/');
    const value = run.state.memory[key];
    if (value) memory[frame === frameId ? `${frameId}/${nodes[node] ?? node}` : key] = value;
  }
  run.state.memory = memory;
  for (const key of Object.keys(run.state.numbers)) {
    const taken = run.state.numbers[key];
    if (taken?.frame === frameId) run.state.numbers[key] = { ...taken, node: nodes[taken.node] ?? taken.node };
  }
}
