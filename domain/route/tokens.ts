/** How tokens move: along edges, back to earlier steps, into and out of scopes; and how a letter ends. */
import { DomainError } from '../errors';
import type { Nesting } from './graph';
import type { EndOutcome, NodeId } from './model';
import { getFrame, graphOfFrame, inOrder, nextId, nodeAt, putToken, spend, stepOf, type Run } from './run';
import type { Actor, Frame, FrameId, Scope, ScopeId, Task, Token, TokenId } from './state';
import { closeTask, notify, tasksAt, withdrawTask } from './tasks';
import { clearTimers } from './timers';

const NO_PROGRESS: Token['progress'] = { done: [], sequence: 0 };

/** A new place in the route. It stands nowhere until it enters a node. */
export function createToken(run: Run, at: { frame: FrameId; node: NodeId; scope: ScopeId | null; lastActor: Actor | null }): Token {
  return putToken(run, { id: nextId(run, 't'), ...at, progress: NO_PROGRESS, due: null, passedOn: null });
}

/** Go to a node and do what it does there. @throws LOOP_EXCEEDED, ROUTE_INVALID */
export function enter(run: Run, token: Token, nodeId: NodeId, edge: string | null = null): void {
  spend(run);
  run.watch?.({ frame: token.frame, route: getFrame(run, token.frame).route, node: nodeId, edge });
  clearPlace(run, token);
  const placed = putToken(run, { ...token, node: nodeId, progress: NO_PROGRESS, due: null, passedOn: null });
  const node = nodeAt(run, placed);
  stepOf(run, node).enter(run, placed, node);
}

/** Leave by the edge of this outcome. @throws ROUTE_INVALID when it is not drawn */
export function leave(run: Run, token: Token, outcome: string): void {
  const edge = findEdge(run, token, outcome);
  if (!edge) throw new DomainError('ROUTE_INVALID', { nodeId: token.node, outcome });
  enter(run, token, edge.to, edge.id);
}

/** Leave by this outcome where it is drawn, else by `next`. */
export function leaveBy(run: Run, token: Token, outcome: string): void {
  leave(run, token, findEdge(run, token, outcome) ? outcome : 'next');
}

const findEdge = (run: Run, token: Token, outcome: string) =>
  (graphOfFrame(run, token.frame).out.get(token.node) ?? []).find((edge) => edge.outcome === outcome);

/** Nobody is asked at this place any more. */
function clearPlace(run: Run, token: Token): void {
  for (const task of tasksAt(run, token.id)) if (run.state.tasks[task.id]) withdrawTask(run, task);
  clearTimers(run, (timer) => timer.token === token.id);
}

/** The token has gone into a scope, arrived, or is withdrawn. */
export function removeToken(run: Run, token: Token): void {
  clearPlace(run, token);
  delete run.state.tokens[token.id];
}

export function openScope(run: Run, args: Pick<Scope, 'kind' | 'frame' | 'node' | 'parent' | 'opened'>): Scope {
  const scope: Scope = { id: nextId(run, 's'), ...args, arrived: 0 };
  run.state.scopes[scope.id] = scope;
  run.isFinal = true;
  return scope;
}

/** Open a frame in a scope and return its first token, still to enter the route's start. */
export function openFrame(run: Run, frame: Omit<Frame, 'id' | 'openedAt'>, lastActor: Actor | null): { frame: Frame; token: Token; start: NodeId } {
  const opened: Frame = { id: nextId(run, 'f'), ...frame, openedAt: run.at };
  run.state.frames[opened.id] = opened;
  const start = graphOfFrame(run, opened.id).start;
  if (start === null) throw new DomainError('ROUTE_INVALID', { routeVersionId: frame.route });
  return { frame: opened, token: createToken(run, { frame: opened.id, node: start, scope: frame.scope, lastActor }), start };
}

/** Scopes inside a scope, itself first. With `withInfo: false` for-information branches and what is in them are left out. */
function subtree(run: Run, root: ScopeId, withInfo: boolean): ScopeId[] {
  const found: ScopeId[] = [root];
  for (let i = 0; i < found.length; i += 1) {
    for (const scope of inOrder(run.state.scopes)) {
      if (scope.parent === found[i] && (withInfo || scope.kind !== 'info')) found.push(scope.id);
    }
  }
  return found;
}

/** End every branch of a scope but keep those for information: they live on outside it. */
export function completeScope(run: Run, scope: Scope): void {
  const inside = new Set(subtree(run, scope.id, false));
  for (const info of inOrder(run.state.scopes)) {
    if (info.kind === 'info' && info.parent !== null && inside.has(info.parent) && !inside.has(info.id)) {
      run.state.scopes[info.id] = { ...info, parent: scope.parent };
    }
  }
  dropScopes(run, inside);
}

/** End every branch of a scope: it is left by going back. */
export function abandonScope(run: Run, scope: Scope): void {
  run.isFinal = true;
  dropScopes(run, new Set(subtree(run, scope.id, true)));
}

function dropScopes(run: Run, ids: ReadonlySet<ScopeId>): void {
  for (const token of inOrder(run.state.tokens)) if (token.scope !== null && ids.has(token.scope)) removeToken(run, token);
  for (const frame of inOrder(run.state.frames)) {
    if (frame.scope === null || !ids.has(frame.scope)) continue;
    const kind = run.state.scopes[frame.scope]?.kind;
    if (kind === 'assign' || kind === 'info') run.effects.push({ type: 'closeAssignment', frame: frame.id, outcome: 'withdrawn' });
    run.state.frames[frame.id] = { ...frame, scope: null };
  }
  for (const id of ids) delete run.state.scopes[id];
}

/** The last token of a frame has reached its end: whoever opened the frame goes on. */
export function endFrame(run: Run, token: Token, outcome: EndOutcome): void {
  const frame = getFrame(run, token.frame);
  const scope = frame.scope === null ? undefined : run.state.scopes[frame.scope];
  if (!scope) throw new Error(`frame ${frame.id} ends twice`);
  // Before its scope is completed, so that the branch counts as ended and not as withdrawn.
  run.state.frames[frame.id] = { ...frame, scope: null };
  if (scope.kind !== 'call') run.effects.push({ type: 'closeAssignment', frame: frame.id, outcome });
  completeScope(run, scope);
  if (scope.kind === 'info') return;
  const back = createToken(run, { frame: scope.frame, node: scope.node, scope: scope.parent, lastActor: token.lastActor });
  const isRefused = outcome === 'returned' && scope.kind === 'assign' && !findEdge(run, back, 'returned');
  // A unit that hands the letter back sends it to whoever directed it there, who directs anew.
  if (isRefused) enter(run, back, scope.node);
  else leaveBy(run, back, outcome);
}

/** Everything stops. Tasks for information become read marks, others are withdrawn and their holders told, unless they were. */
export function endLetter(run: Run, outcome: EndOutcome, retention: string | null, areToldAlready = false): void {
  for (const task of inOrder(run.state.tasks)) {
    if (isForInformation(run, task)) closeTask(run, task, { end: 'readMark', outcome: null, actor: null });
    else withdrawTask(run, task, areToldAlready);
  }
  clearTimers(run, () => true);
  for (const frame of inOrder(run.state.frames)) {
    const kind = frame.scope === null ? undefined : run.state.scopes[frame.scope]?.kind;
    if (kind === 'assign' || kind === 'info') run.effects.push({ type: 'closeAssignment', frame: frame.id, outcome });
    if (frame.depth > 0) delete run.state.frames[frame.id];
  }
  run.state.tokens = {};
  run.state.scopes = {};
  run.state.memory = {};
  run.state.pendingEffects = [];
  run.state.status = 'ended';
  run.state.outcome = outcome;
  if (outcome === 'returned' && run.state.facts['channel'] === 'exchange') run.effects.push({ type: 'returnDelivery' });
  run.effects.push({ type: 'endLetter', outcome, retention });
}

/** Whether nobody waits for a task: a reader's, or any on a branch for information. */
export function isForInformation(run: Run, task: Task): boolean {
  if (task.kind === 'acknowledge') return true;
  for (let scope = scopeOfToken(run, task.token); scope; scope = scope.parent === null ? undefined : run.state.scopes[scope.parent]) {
    if (scope.kind === 'info') return true;
  }
  return false;
}

function scopeOfToken(run: Run, id: TokenId): Scope | undefined {
  const scope = run.state.tokens[id]?.scope ?? null;
  return scope === null ? undefined : run.state.scopes[scope];
}

/** Send a token back to an earlier step of its frame; leaving forks ends their other branches. @throws RETURN_TARGET_INVALID */
export function goBack(run: Run, token: Token, target: NodeId): void {
  const { nesting } = graphOfFrame(run, token.frame);
  const here: Nesting = nesting.get(token.node) ?? [];
  const there = nesting.get(target);
  if (!there || there.some((level, i) => here[i]?.edge !== level.edge)) throw new DomainError('RETURN_TARGET_INVALID', { nodeId: target });
  let outer: Scope | null = null;
  let parent = token.scope;
  for (let level = here.length; level > there.length; level -= 1) {
    const scope: Scope | undefined = parent === null ? undefined : run.state.scopes[parent];
    if (scope?.kind !== 'fork') throw new DomainError('RETURN_TARGET_INVALID', { nodeId: target });
    outer = scope;
    parent = scope.parent;
  }
  const moved = putToken(run, { ...token, scope: parent });
  if (outer) abandonScope(run, outer);
  enter(run, moved, target);
}

/** Frames in which nothing lives any more are forgotten with what happened in them; their numbers stay. */
export function dropEmptyFrames(run: Run): void {
  const used = new Set<FrameId>();
  for (const token of inOrder(run.state.tokens)) used.add(token.frame);
  for (const scope of inOrder(run.state.scopes)) used.add(scope.frame);
  for (const frame of inOrder(run.state.frames)) {
    if (frame.depth === 0 || used.has(frame.id)) continue;
    delete run.state.frames[frame.id];
    for (const key of Object.keys(run.state.memory)) if (key.startsWith(`${frame.id}/`)) delete run.state.memory[key];
  }
}

/** Tell everybody who has a task of this letter, each post once. */
export function notifyHolders(run: Run, template: 'letterHeld' | 'letterResumed' | 'letterCancelled' | 'letterUrged'): void {
  const posts = new Set<string>();
  for (const task of inOrder(run.state.tasks)) {
    if (task.personId !== null) notify(run, template, { personId: task.personId }, { taskId: task.id });
    else for (const post of task.postIds) posts.add(post);
  }
  notify(run, template, { postIds: [...posts].toSorted() });
}
