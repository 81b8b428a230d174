import { composeSchema, type LetterStart, type ReplyStart } from '#domain/contracts/letters';
import { DomainError, isDomainError } from '#domain/errors';
import type { Reader } from '#db/repositories/readers';
import type { ApiDeps } from '../../deps';
import type { SubmitDeps } from '../commands/commands.service';
import { assertAllowed, getKnownLetter } from './access';
import { startLetter, type Answered, type Started } from './start.service';

type Args = { readonly reader: Reader; readonly letterId: string; readonly idempotencyKey: string; readonly body: ReplyStart };

/**
 * Drafts the answer to a letter: it keeps the subject, goes to the sender and cites the letter, unless the author says otherwise.
 * @throws DomainError NOT_FOUND where the letter must not be known, and what refuses a start
 */
export async function startReply(deps: SubmitDeps, { reader, letterId, idempotencyKey, body }: Args): Promise<Started> {
  const { letter } = await getKnownLetter(deps.pool, reader, letterId);
  assertAllowed(reader, 'letter.reply', { letter });
  const reference = letter.theirNo === '' ? [] : [{ letterNo: letter.theirNo, date: letter.theirDate, letterId }];
  const sender = letter.fromOfficeCode === null
    ? { name: letter.fromText, address: '', role: 'lead' as const }
    : { officeCode: letter.fromOfficeCode, role: 'lead' as const };
  const full = composeSchema.parse({
    ...body,
    type: 'outgoing',
    kind: body.kind ?? 'external_letter',
    urgency: body.urgency ?? letter.urgency,
    // A sealed item has no subject to keep.
    subject: body.subject ?? letter.subject ?? letter.theirNo,
    references: body.references.length > 0 ? body.references : reference,
    recipients: body.recipients.length > 0 || body.listCode !== null ? body.recipients : [sender],
    // A reply is never less classified than what it answers.
    secrecy: letter.secrecy === 'secret' || (letter.secrecy === 'confidential' && body.secrecy === 'none') ? letter.secrecy : body.secrecy,
  });
  return startLetter(deps, { body: full, reader, idempotencyKey, answers: { letterId, correlationId: letter.correlationId } });
}

/**
 * The letter of ours that a letter taken in answers: one of those that go out, and that the reader may know.
 * @throws DomainError NOT_FOUND, LETTER_NOT_DISPATCHED
 */
export async function findAnswered({ pool }: ApiDeps, reader: Reader, body: LetterStart): Promise<Answered | null> {
  if (body.type !== 'incoming' || body.answersLetterId === null) return null;
  const { letter } = await getKnownLetter(pool, reader, body.answersLetterId).catch((error: unknown) => {
    // The same for a letter that is not there and one that must not be known; only the field is named.
    throw isDomainError(error) ? new DomainError(error.code, { field: 'answersLetterId' }) : error;
  });
  if (letter.direction !== 'outgoing') throw new DomainError('LETTER_NOT_DISPATCHED', { field: 'answersLetterId' });
  return { letterId: letter.id, correlationId: letter.correlationId };
}
