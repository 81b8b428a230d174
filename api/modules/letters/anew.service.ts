/** A wrong registration is cancelled and registered anew in one act. */
import { createHash, randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { canonicalJson } from '#domain/canonical-json';
import type { intakeSchema } from '#domain/contracts/letters';
import { DomainError, isDomainError } from '#domain/errors';
import type { CommandContent } from '#domain/letter/content';
import type { RegisteredAnew } from '#domain/letter/new-letter';
import { findCommandByKey, findStartCommand } from '#db/repositories/command-book';
import { findRouteChoice } from '#db/repositories/letter-routes';
import { findDocument } from '#db/repositories/documents';
import type { LetterAccess } from '#db/repositories/letter-access';
import type { Reader } from '#db/repositories/readers';
import { submit, submitWritten, type SubmitDeps } from '../commands/commands.service';
import { assertAllowed, getKnownLetter, officeActor } from './access';
import { assertNew, prepareStart, type Answered, type PreparedStart, type Started } from './start.service';

export type IntakeAnew = z.output<typeof intakeSchema> & { readonly insteadOf: NonNullable<z.output<typeof intakeSchema>['insteadOf']> };
type Anew = { readonly body: IntakeAnew; readonly reader: Reader; readonly idempotencyKey: string; readonly answers: Answered | null };

/**
 * Cancels a registration with its numbers and registers the letter anew: what is cancelled and what takes its place are written by one
 * commit, of the wrong letter; the new one then takes its number like any other.
 * @throws DomainError NOT_FOUND, FORBIDDEN, REGISTRATION_NOT_OURS, what refuses a start, and what the engine refuses
 */
export async function registerAnew(deps: SubmitDeps, { body, reader, idempotencyKey, answers }: Anew): Promise<Started> {
  const { letterId, seq, reason } = body.insteadOf;
  const cancelled = await submit(deps, {
    personId: reader.personId,
    idempotencyKey,
    ask: { path: 'letters', answers: answers?.letterId ?? null, body },
    prepare: async () => {
      const old = await getWrong(deps, reader, letterId);
      const start = await prepareStart(deps, { body, reader, answers, carriedFrom: { letterId, correlationId: old.correlationId } });
      if (start.letter.officeId !== old.officeId) throw new DomainError('POST_UNKNOWN', { field: 'postId' });
      const actor = officeActor(reader, old.officeId, ({ roles, isRegistry }) => isRegistry || roles.includes('secret_registrar'));
      const own = new Set(await listOwn(deps, body, letterId));
      return {
        letterId,
        event: { type: 'registerAnew', at: start.event.at, actor, seq, hasReason: true, anewLetterId: start.letter.id },
        content: { reason, anew: toAnew(start, { wrongId: letterId, personId: reader.personId, own }) },
        write: (tx) => assertNew(tx, { reader, body, letter: start.letter, exceptId: letterId }),
      };
    },
  });
  return goOn(deps, { reader, idempotencyKey, cancelled });
}

/** A registration that may be made anew: from paper, with its content known to the reader. */
async function getWrong({ pool }: SubmitDeps, reader: Reader, letterId: string): Promise<LetterAccess> {
  const { letter, reveal } = await getKnownLetter(pool, reader, letterId).catch((error: unknown) => {
    throw isDomainError(error) ? new DomainError(error.code, { field: 'insteadOf' }) : error;
  });
  assertAllowed(reader, 'letter.registerAnew', { letter });
  if (!reveal || letter.isSealed || letter.direction !== 'incoming' || letter.deliveryId !== null) throw new DomainError('REGISTRATION_NOT_OURS');
  return letter;
}

/** Files named by the body that hang on the wrong registration. */
async function listOwn({ pool }: SubmitDeps, body: IntakeAnew, letterId: string): Promise<string[]> {
  const found = await Promise.all(body.documents.map(({ documentId }) => findDocument(pool, documentId)));
  return found.flatMap((document) => (document?.letterId === letterId ? [document.id] : []));
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What the commit writes: files of the wrong registration stay there and come along as copies. */
function toAnew({ letter, links, event, content }: PreparedStart, { wrongId, personId, own }: { readonly wrongId: string; readonly personId: string; readonly own: ReadonlySet<string> }): RegisteredAnew {
  const copies = (content.documents ?? []).filter(({ documentId }) => own.has(documentId)).map(({ documentId }) => ({ from: documentId, to: randomUUID() }));
  const documents = (content.documents ?? []).map((each) => ({ ...each, documentId: copies.find(({ from }) => from === each.documentId)?.to ?? each.documentId }));
  const carried: CommandContent = documents.length === 0 ? content : { ...content, documents };
  return {
    letter,
    links: [...links, { toLetterId: wrongId, kind: 'replaces' }],
    copies,
    command: { id: randomUUID(), personId, bodyDigest: sha256(canonicalJson(event)), event, eventDigest: sha256(canonicalJson(event)), content: carried },
  };
}

/** Once the wrong one is cancelled the new one takes its number; a repeated request finds both where they stand. */
async function goOn(deps: SubmitDeps, { reader, idempotencyKey, cancelled }: { readonly reader: Reader; readonly idempotencyKey: string; readonly cancelled: Started['submitted'] }): Promise<Started> {
  const { pool } = deps;
  const command = await findCommandByKey(pool, { personId: reader.personId, idempotencyKey });
  const anew = command?.content.anew;
  const route = anew === undefined ? null : await findRouteChoice(pool, anew.letter.routeVersionId);
  if (anew === undefined || route === null) throw new DomainError('NOT_FOUND');
  const started = { ...route, rowId: null, rowNo: null, isOtherwise: false };
  if ('pending' in cancelled) return { submitted: { pending: { ...cancelled.pending, letterId: anew.letter.id } }, route: started };
  const start = await findStartCommand(pool, anew.letter.id);
  if (start === null) throw new DomainError('UNAVAILABLE');
  return { submitted: await submitWritten(deps, start), route: started };
}
