import { DomainError } from '../../errors';
import { evaluate } from '../conditions';
import { isIssuing, needsSignature } from '../formalities';
import { nextOnward } from '../graph';
import type { NodeOf, RouteNode } from '../model';
import { factsIn, graphOfFrame, inOrder, nextId, type Run } from '../run';
import type { Token } from '../state';
import { leave } from '../tokens';
import type { Step } from './step';

/** Sends the letter to its addressees or to a distribution list. Nothing goes out without number and signature. */
export const dispatch: Step<'dispatch'> = {
  type: 'dispatch',
  kind: 'passes',
  outcomes: () => ['next'],
  asks: () => [],
  enter: (run, token, node) => {
    assertFit(run);
    send(run, token, node);
    leave(run, token, 'next');
  },
};

/** @throws LETTER_NOT_NUMBERED, SIGNATURE_REQUIRED */
function assertFit(run: Run): void {
  const isSignedKind = needsSignature(run.state.facts);
  if (isSignedKind && !run.state.signed) throw new DomainError('SIGNATURE_REQUIRED');
  const hasNumber = inOrder(run.state.numbers).some((taken) => !taken.cancelled && (!isSignedKind || isIssuing(taken.book)));
  if (!hasNumber) throw new DomainError('LETTER_NOT_NUMBERED');
}

function send(run: Run, token: Token, node: NodeOf<'dispatch'>): void {
  const expect = expectation(run, token);
  const effectId = nextId(run, 'e');
  run.isFinal = true;
  if (node.recipients !== 'addressees') {
    run.effects.push({ type: 'dispatch', effectId, token: token.id, recipients: node.recipients, expect });
    return;
  }
  // Reached again, the step sends only to those who have not been sent to.
  const recipients = run.state.recipients.filter((recipient) => !run.state.deliveries[recipient.deliveryId]);
  if (run.state.recipients.length === 0) throw new DomainError('RECIPIENTS_REQUIRED');
  if (recipients.length === 0) return;
  for (const recipient of recipients) {
    run.state.deliveries[recipient.deliveryId] = { id: recipient.deliveryId, token: token.id, role: recipient.role, status: 'sent' };
  }
  run.effects.push({ type: 'dispatch', effectId, token: token.id, recipients, expect });
}

const isFollowUp = (node: RouteNode): node is NodeOf<'followUp'> => node.type === 'followUp';

/** What the nearest follow-up ahead expects of the addressees. */
function expectation(run: Run, token: Token): 'reply' | 'acknowledgement' | 'nothing' {
  const followUp = nextOnward(graphOfFrame(run, token.frame), token.node, isFollowUp);
  if (!followUp) return 'nothing';
  return followUp.onlyWhen && !evaluate(followUp.onlyWhen, factsIn(run, token.frame)) ? 'nothing' : followUp.expect;
}
