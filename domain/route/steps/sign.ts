import { DomainError } from '../../errors';
import { assertNote, assertOutcome, endorse, finishTask, sendBack } from '../acts';
import { isIssuing } from '../formalities';
import { reachableFrom } from '../graph';
import { setRecipients } from '../recipients';
import { contextOf, graphOfFrame, nextId, type Run } from '../run';
import type { Token } from '../state';
import { openTask } from '../tasks';
import { dueFrom } from '../timers';
import { leave } from '../tokens';
import type { Act, Step } from './step';

/** The signatory signs: the text is locked from then on, and what follows up to the next wait is the same act. */
export const sign: Step<'sign'> = {
  type: 'sign',
  kind: 'people',
  outcomes: (node) => (node.canReject === true ? ['sign', 'reject'] : ['sign']),
  asks: (node) => [{ rule: node.assignee, skipsDrafter: false }, ...(node.onBehalfOf ? [{ rule: node.onBehalfOf, skipsDrafter: false }] : [])],
  enter: (run, token, node) => {
    openTask(run, token, { kind: 'sign', rule: node.assignee, due: dueFrom(run, token.frame, node.deadline) });
  },
  act: (run, act) => {
    const { node, event } = act;
    assertOutcome(event, ['sign', ...(node.returnTo.length > 0 ? ['return'] : []), ...(node.canReject === true ? ['reject'] : [])]);
    assertNote(event, node.noteRequiredFor);
    if (event.outcome === 'return') sendBack(run, act, { maxReturns: undefined, skipsDrafter: false });
    else if (event.outcome === 'reject') refuse(run, act);
    else seal(run, act);
  },
};

function refuse(run: Run, act: Act<'sign'>): void {
  endorse(run, act, 'refused');
  leave(run, finishTask(run, act), 'reject');
}

function seal(run: Run, act: Act<'sign'>): void {
  if (act.event.signature !== true) throw new DomainError('SIGNATURE_REQUIRED', { nodeId: act.node.id });
  setRecipients(run, act.event.recipients);
  endorse(run, act, 'signed');
  run.effects.push({ type: 'seal', actor: act.actor, onBehalfOf: act.node.onBehalfOf ?? null, context: contextOf(run, act.token) });
  run.state.signed = true;
  if (!isNumberedLater(run, act.token)) {
    const effectId = nextId(run, 'e');
    run.state.pendingEffects = [...run.state.pendingEffects, effectId];
    run.effects.push({ type: 'render', effectId, what: 'final' });
  }
  leave(run, finishTask(run, act), 'sign');
}

/** The printed form is made once the number is there, where there is to be one. */
function isNumberedLater(run: Run, token: Token): boolean {
  const graph = graphOfFrame(run, token.frame);
  return [...reachableFrom(graph, token.node)].some((id) => {
    const node = graph.nodes.get(id);
    return node?.type === 'register' && isIssuing(node.book);
  });
}
