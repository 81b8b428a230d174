import type { ActionWord } from '#domain/letter/vocabulary';
import { DomainError } from '../../errors';
import { assertOutcome, endorse, finishTask, sendBack } from '../acts';
import type { ActEvent, Pick } from '../events';
import type { EndOutcome, NodeOf } from '../model';
import { getFrame, getRoute, MAX_DEPTH, type Run } from '../run';
import type { Due, Token } from '../state';
import { openTask } from '../tasks';
import { assertDueAhead, dueFrom } from '../timers';
import { enter, leaveBy, openFrame, openScope, removeToken } from '../tokens';
import type { Act, Step } from './step';

/** Action words that send the letter to nobody who must act. */
export const WITHOUT_MAIN: ReadonlySet<ActionWord> = new Set<ActionWord>(['noted', 'file', 'circulate']);
const MAX_PICKS = 100;
const ENDS: readonly EndOutcome[] = ['rejected', 'returned', 'cancelled', 'forwarded', 'closed'];

/** An endorsement that directs: one unit or post acts and is waited for, others get it for information. */
export const assign: Step<'assign'> = {
  type: 'assign',
  kind: 'people',
  outcomes: () => ['next'],
  optionalOutcomes: (node) => [...ENDS, ...node.actions.filter((action) => WITHOUT_MAIN.has(action))],
  asks: (node) => [{ rule: node.assignee, skipsDrafter: false }],
  enter: (run, token, node) => {
    openTask(run, token, { kind: 'assign', rule: node.assignee, due: dueFrom(run, token.frame, node.deadline) });
  },
  act: (run, act) => {
    assertOutcome(act.event, act.node.returnTo?.length ? ['assign', 'return'] : ['assign']);
    if (act.event.outcome === 'return') sendBack(run, act, { maxReturns: undefined, skipsDrafter: false });
    else direct(run, act);
  },
};

function direct(run: Run, act: Act<'assign'>): void {
  const { node, event } = act;
  const action = event.action;
  if (action === undefined || !node.actions.includes(action)) throw new DomainError('OUTCOME_UNKNOWN', { action: action ?? null });
  const picks = event.picks ?? [];
  assertPicks(run, act, picks);
  const main = picks.find((pick) => pick.role === 'main');
  if (!main && !WITHOUT_MAIN.has(action)) throw new DomainError('ASSIGN_MAIN_REQUIRED', { action });
  const due = dueOf(run, node, event, main !== undefined);
  endorse(run, act, action, {
    unitIds: picks.flatMap(({ unitId, postId }) => (postId === undefined ? [unitId] : [])), postIds: picks.flatMap(({ postId }) => postId ?? []),
  });
  const token = finishTask(run, act);
  // The main branch first, so that its unit's number and tasks come before the copies'.
  const infos = picks.filter((pick) => pick.role === 'info');
  if (main) {
    const opened = prepare(run, act, token, main, action, due);
    const copies = infos.map((pick) => prepare(run, act, token, pick, action, due));
    removeToken(run, token);
    for (const { branch, start } of [opened, ...copies]) if (run.state.tokens[branch.id]) enter(run, branch, start);
    return;
  }
  const copies = infos.map((pick) => prepare(run, act, token, pick, action, due));
  for (const { branch, start } of copies) if (run.state.tokens[branch.id]) enter(run, branch, start);
  leaveBy(run, token, action);
}

/** Open the scope and frame of one pick, without moving its token yet. */
function prepare(run: Run, act: Act<'assign'>, token: Token, pick: Pick, action: ActionWord, due: Due | null): { branch: Token; start: string } {
  const frame = getFrame(run, token.frame);
  const scope = openScope(run, {
    kind: pick.role === 'main' ? 'assign' : 'info', frame: token.frame, node: token.node, parent: token.scope, opened: 1,
  });
  const opened = openFrame(
    run,
    {
      route: pick.routeVersionId, scope: scope.id, unitId: pick.unitId, depth: frame.depth + 1, due: due ?? frame.due,
      // Nothing of what this unit wrote down of its own handling: whom it named is nobody to the other.
      facts: {
        assignmentRole: pick.role, assignmentAction: action,
        ...(pick.postId === undefined ? {} : { assignedPost: pick.postId, assignedBy: act.actor.postId }),
      },
    },
    act.actor,
  );
  run.effects.push({
    type: 'openAssignment', frame: opened.frame.id, unitId: pick.unitId, ...(pick.postId === undefined ? {} : { postId: pick.postId }),
    role: pick.role, action, due: due?.rule ?? null, by: act.actor,
  });
  return { branch: opened.token, start: opened.start };
}

/** @throws ASSIGN_PICK_INVALID, ROUTE_MISSING, DEPTH_EXCEEDED */
function assertPicks(run: Run, { token, actor }: Act<'assign'>, picks: readonly Pick[]): void {
  const keys = new Set(picks.map(({ unitId, postId }) => postId ?? unitId));
  const mains = picks.filter((pick) => pick.role === 'main').length;
  // Nobody gives a letter to the post in which they act.
  const isWrong = picks.some(({ unitId, postId }) => unitId === '' || postId === '' || postId === actor.postId);
  if (keys.size !== picks.length || mains > 1 || picks.length > MAX_PICKS || isWrong) throw new DomainError('ASSIGN_PICK_INVALID', { field: 'picks' });
  for (const pick of picks) getRoute(run.routes, pick.routeVersionId);
  if (picks.length > 0 && getFrame(run, token.frame).depth + 1 > MAX_DEPTH) throw new DomainError('DEPTH_EXCEEDED', { limit: MAX_DEPTH });
}

/** @throws DUE_INVALID */
function dueOf(run: Run, node: NodeOf<'assign'>, event: ActEvent, hasMain: boolean): Due | null {
  if (event.due) {
    assertDueAhead(event.due, run.at);
    return { rule: event.due, anchor: run.at };
  }
  if (node.requireDue === true && hasMain) throw new DomainError('DUE_INVALID', { due: null });
  return null;
}
