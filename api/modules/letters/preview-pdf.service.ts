import type { FastifyReply } from 'fastify';
import { decide } from '#domain/access/policy';
import { DomainError } from '#domain/errors';
import { renderDraftPreview } from '#platform/pdf/draft-preview';
import { findLetterAccess } from '#db/repositories/letter-access';
import { findPrintable } from '#db/repositories/renditions';
import type { Reader } from '#db/repositories/readers';
import type { ApiDeps } from '../../deps';
import { assertTextPrintable } from './text-checks';

/** The draft as it will be printed. @throws DomainError NOT_FOUND, TEXT_NOT_PRINTABLE */
export async function sendPreview({ pool }: ApiDeps, { reader, letterId, reply }: { readonly reader: Reader; readonly letterId: string; readonly reply: FastifyReply }): Promise<FastifyReply> {
  const letter = await findLetterAccess(pool, letterId);
  if (letter === null || letter.direction === 'incoming' || !decide(reader, 'letter.read', { letter }).reveal) throw new DomainError('NOT_FOUND');
  const printable = await findPrintable(pool, letterId);
  if (printable === null) throw new DomainError('NOT_FOUND');
  await assertTextPrintable(pool, letterId, {});
  const { pdf } = await renderDraftPreview(printable);
  return reply.type('application/pdf').header('content-disposition', 'inline; filename="draft.pdf"').send(Buffer.from(pdf));
}
