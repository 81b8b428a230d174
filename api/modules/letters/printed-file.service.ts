/** The whole file of a letter in one PDF: cover where asked for, the letter as it stands, its enclosures, the notes on it. */
import { buffer } from 'node:stream/consumers';
import type { FastifyReply } from 'fastify';
import type { DocumentView, LetterPage } from '#domain/contracts/letter-page';
import { DomainError } from '#domain/errors';
import { documentsToPrint, PRINTED_BYTES_MAX } from '#domain/letter/printed-file';
import { findLetterAccess } from '#db/repositories/letter-access';
import { findPrintable } from '#db/repositories/renditions';
import type { FilePart } from '#platform/pdf/bind-file';
import { renderDraftPreview } from '#platform/pdf/draft-preview';
import { toPrintable } from '#platform/pdf/printable';
import type { ApiDeps } from '../../deps';
import type { LongJobs } from '../../long-jobs/long-jobs';
import { endorsementSheetOf } from './endorsement-sheet.service';
import { getLetterPage } from './page/page.service';
import { coverSheetOf } from './papers.service';
import { recordRead } from './read-audit';

type Deps = Parameters<typeof getLetterPage>[0] & Pick<ApiDeps, 'files'> & { readonly longJobs: LongJobs };
type Asked = Parameters<typeof getLetterPage>[1] & { readonly reply: FastifyReply; readonly cover: boolean };

const PDF = 'application/pdf';
const MB = 1024 * 1024;

/** @throws DomainError NOT_FOUND, also where there is nothing to print; PRINT_TOO_LONG, LONG_JOBS_BUSY */
export async function sendPrintedFile(deps: Deps, { reply, cover, ...asked }: Asked): Promise<FastifyReply> {
  const page = await getLetterPage(deps, asked);
  if (!page.isRevealed) throw new DomainError('NOT_FOUND');
  const madeAt = deps.now().toISOString();
  const { letter, enclosures } = documentsToPrint(page.documents);
  const documents = [...(letter === null ? [] : [letter]), ...enclosures];
  const bytes = documents.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  if (bytes > PRINTED_BYTES_MAX) throw new DomainError('PRINT_TOO_LONG', { megabytes: Math.ceil(bytes / MB), maximum: PRINTED_BYTES_MAX / MB });
  const notes = page.endorsements.length === 0 ? [] : [own('notes', await endorsementSheetOf(page, madeAt))];
  const draft = letter === null ? await draftOf(deps, page) : [];
  if (documents.length + notes.length + draft.length === 0) throw new DomainError('NOT_FOUND');
  await recordReads(deps, asked, documents);
  const read = async ({ name, mime, sha256 }: DocumentView): Promise<FilePart> => ({ name: toPrintable(name), mime, bytes: await buffer(await deps.files.get(sha256)) });
  const parts = [...(cover ? [own('cover', await coverSheetOf(page, madeAt))] : []), ...draft, ...(await Promise.all(documents.map(read))), ...notes];
  const { pdf } = await deps.longJobs.bindFile({ madeAt, title: page.subject ?? page.publicCode, parts });
  return reply.type(PDF).header('content-disposition', 'inline; filename="file.pdf"').send(Buffer.from(pdf));
}

const own = (name: string, bytes: Uint8Array): FilePart => ({ name, mime: PDF, bytes });

/** A letter of ours that has no page yet is printed as a draft, which says so itself. */
async function draftOf({ pool }: Deps, { id, direction }: LetterPage): Promise<readonly FilePart[]> {
  const printable = direction === 'incoming' ? null : await findPrintable(pool, id);
  return printable === null ? [] : [own('draft', (await renderDraftPreview(printable)).pdf)];
}

/** Whoever prints a classified file has read each of its documents. */
async function recordReads(deps: Deps, { letterId, reader, session }: Omit<Asked, 'reply' | 'cover'>, documents: readonly DocumentView[]): Promise<void> {
  const letter = await findLetterAccess(deps.pool, letterId);
  if (letter === null) throw new DomainError('NOT_FOUND');
  for (const { id } of documents) await recordRead(deps, { letter, reader, session, kind: 'document.read', documentId: id });
}
