/** Addressees of a letter, as the engine knows them: ids and parts, no names. */
import { DomainError } from '../errors';
import type { Recipient } from './events';
import { inOrder, type Run } from './run';
import type { LetterState } from './state';

const MAX_RECIPIENTS = 500;

/** Keep the addressees an act names; an act that names none keeps the earlier ones. @throws EVENT_INVALID, LETTER_DISPATCHED */
export function setRecipients(run: Run, recipients: readonly Recipient[] | undefined): void {
  if (!recipients) return;
  if (isDispatched(run.state)) throw new DomainError('LETTER_DISPATCHED');
  assertRecipients(recipients);
  run.state.recipients = recipients;
}

/** Each has a delivery of its own and is either an office or an address. @throws EVENT_INVALID */
export function assertRecipients(recipients: readonly Recipient[]): void {
  const ids = new Set(recipients.map((recipient) => recipient.deliveryId));
  const isComplete = recipients.every((recipient) => recipient.deliveryId !== '' && (recipient.officeId === null) !== (recipient.addressId === null));
  if (ids.size !== recipients.length || !isComplete || recipients.length > MAX_RECIPIENTS) throw new DomainError('EVENT_INVALID', { field: 'recipients' });
}

/** Whether the letter is on its way to anybody; a letter recalled from everybody no longer is. */
export const isDispatched = (state: Pick<LetterState, 'deliveries'>): boolean =>
  inOrder(state.deliveries).some((delivery) => delivery.status !== 'recalled');
