/** What must hold of a letter after every event. Each check says in words what is broken. */
import type { Transition } from '../driver';
import { graphOf } from '../graph';
import type { RouteBook } from '../model';
import type { LetterState } from '../state';

/** Everything that is wrong with this state; empty is sound. */
export function faultsOf(routes: RouteBook, state: LetterState): readonly string[] {
  return state.status === 'ended' ? faultsAtEnd(state) : [...faultsOfTokens(routes, state), ...faultsOfFrames(state), ...faultsOfScopes(state), ...faultsOfTasks(state), ...faultsOfTimers(state)];
}

function faultsAtEnd(state: LetterState): readonly string[] {
  const left = (['tokens', 'scopes', 'tasks', 'timers', 'memory', 'pendingEffects'] as const).filter((map) => Object.keys(state[map]).length > 0);
  const frames = Object.values(state.frames).filter((frame) => frame.depth > 0);
  return [...left.map((map) => `ended with ${map}`), ...frames.map((frame) => `ended with frame ${frame.id}`), ...(state.outcome === null ? ['ended without an outcome'] : [])];
}

function faultsOfTokens(routes: RouteBook, state: LetterState): readonly string[] {
  return Object.values(state.tokens).flatMap((token) => {
    const frame = state.frames[token.frame];
    const route = frame && routes[frame.route];
    const node = route && graphOf(route).nodes.get(token.node);
    const faults: string[] = [];
    if (!frame) faults.push(`token ${token.id} in no frame`);
    if (!node) faults.push(`token ${token.id} at no node`);
    if (token.scope !== null && !state.scopes[token.scope]) faults.push(`token ${token.id} in a scope that is gone`);
    const hasTask = Object.values(state.tasks).some((task) => task.token === token.id);
    const stands = node !== undefined && (node.type === 'wait' || node.type === 'followUp' || hasTask);
    if (!stands) faults.push(`token ${token.id} stands at ${token.node} where nobody is asked`);
    return faults;
  });
}

function faultsOfFrames(state: LetterState): readonly string[] {
  const used = new Set([...Object.values(state.tokens), ...Object.values(state.scopes)].map((place) => place.frame));
  return [
    ...Object.values(state.frames).flatMap((frame) => [
      ...(frame.scope === null || state.scopes[frame.scope] ? [] : [`frame ${frame.id} in a scope that is gone`]),
      ...(frame.depth === 0 || used.has(frame.id) ? [] : [`nothing lives in frame ${frame.id}`]),
    ]),
    ...Object.keys(state.memory).flatMap((key) => (state.frames[key.split('/')[0] ?? ''] ? [] : [`memory of ${key}, whose frame is gone`])),
  ];
}

/** A branch is one token in its scope or one scope opened inside it; branches for information are not counted. */
function faultsOfScopes(state: LetterState): readonly string[] {
  const tokens = Object.values(state.tokens);
  const scopes = Object.values(state.scopes);
  const branches = (scope: string | null): number =>
    tokens.filter((token) => token.scope === scope).length + scopes.filter((one) => one.parent === scope && one.kind !== 'info').length;
  const faults = scopes.flatMap((scope) => [
    ...(branches(scope.id) === scope.opened - scope.arrived ? [] : [`scope ${scope.id}: ${branches(scope.id)} branches, ${scope.opened} opened, ${scope.arrived} arrived`]),
    ...(scope.arrived < scope.opened ? [] : [`scope ${scope.id} should have been left`]),
    ...(scope.parent === null || state.scopes[scope.parent] ? [] : [`scope ${scope.id} inside a scope that is gone`]),
    ...(state.frames[scope.frame] ? [] : [`scope ${scope.id} in a frame that is gone`]),
  ]);
  return branches(null) === 1 ? faults : [...faults, `${branches(null)} main branches`];
}

function faultsOfTasks(state: LetterState): readonly string[] {
  return Object.values(state.tasks).flatMap((task) => {
    const token = state.tokens[task.token];
    const faults: string[] = [];
    if (!token) faults.push(`task ${task.id} of no token`);
    else if (token.node !== task.node || token.frame !== task.frame) faults.push(`task ${task.id} at ${task.node}, its token at ${token.node}`);
    if (task.postIds.length === 0) faults.push(`task ${task.id} with nobody to act`);
    if (task.waitsFor !== null && !state.tasks[task.waitsFor]) faults.push(`task ${task.id} waits for a task that is gone`);
    if (task.kind === 'adhoc' && !Object.values(state.tasks).some((one) => one.waitsFor === task.id)) faults.push(`nobody waits for ${task.id}`);
    return faults;
  });
}

function faultsOfTimers(state: LetterState): readonly string[] {
  if (state.status === 'held') return Object.keys(state.timers).length > 0 ? ['timers run while held'] : [];
  return Object.values(state.timers).flatMap((timer) => [
    ...(state.tokens[timer.token] ? [] : [`timer ${timer.id} of no token`]),
    ...(timer.task === null || state.tasks[timer.task] ? [] : [`timer ${timer.id} of no task`]),
  ]);
}

/** What must hold between two states of a letter: effects speak of what lives, ids are never used twice. */
export function faultsOfStep(before: LetterState | null, { effects, state }: Transition): readonly string[] {
  const closed = new Set(effects.flatMap((effect) => (effect.type === 'closeTask' ? [effect.taskId] : [])));
  // Put before its readers by the event that ended the letter.
  const marked = new Set(effects.flatMap((effect) => (effect.type === 'closeTask' && effect.end === 'readMark' && !before?.tasks[effect.taskId] ? [effect.taskId] : [])));
  const openedNow = new Set(effects.flatMap((effect) => (effect.type === 'openTask' ? [effect.task.id] : [])));
  const isTask = (id: string): boolean => Boolean(before?.tasks[id] ?? state.tasks[id]);
  const faults = effects.flatMap((effect): string[] => {
    if (effect.type === 'openTask') {
      const isFresh = !before?.tasks[effect.task.id];
      return isFresh && (marked.has(effect.task.id) || (state.tasks[effect.task.id] && !closed.has(effect.task.id))) ? [] : [`opened ${effect.task.id} for nothing`];
    }
    if (effect.type === 'closeTask') return (before?.tasks[effect.taskId] || (marked.has(effect.taskId) && openedNow.has(effect.taskId))) && !state.tasks[effect.taskId] ? [] : [`closed ${effect.taskId}, which was not open`];
    if (effect.type === 'changeTask') return isTask(effect.task.id) ? [] : [`changed ${effect.task.id}, which is not open`];
    if (effect.type === 'setTimer') return state.timers[effect.timerId] || state.status === 'ended' || cleared(effects, effect.timerId) ? [] : [`set ${effect.timerId} for nothing`];
    if (effect.type === 'dispatch') return before === null || before.status !== 'ended' ? [] : ['dispatched after the end'];
    return [];
  });
  if (openedNow.size !== effects.filter(({ type }) => type === 'openTask').length) faults.push('a task opened twice');
  const gone = Object.keys(before?.tasks ?? {}).filter((id) => !state.tasks[id] && !closed.has(id));
  if (gone.length > 0) faults.push(`tasks lost without a word: ${gone.join(' ')}`);
  if (before && state.nextId < before.nextId) faults.push('ids go backwards');
  if (state.seq !== (before?.seq ?? 0) + 1) faults.push('seq does not rise by one');
  return faults;
}

const cleared = (effects: Transition['effects'], id: string): boolean => effects.some((effect) => effect.type === 'clearTimer' && effect.timerId === id);
