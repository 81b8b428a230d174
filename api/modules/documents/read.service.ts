import type { FastifyReply, FastifyRequest } from 'fastify';
import { decide } from '#domain/access/policy';
import type { z } from 'zod';
import type { placesSchema } from '#domain/contracts/documents';
import type { DocumentView } from '#domain/contracts/letter-page';
import { DomainError } from '#domain/errors';
import { findDocument, findRendition, updatePlaces, type StoredDocument } from '#db/repositories/documents';
import { findLetterAccess } from '#db/repositories/letter-access';
import type { Reader } from '#db/repositories/readers';
import type { ApiDeps } from '../../deps';
import type { SignedIn } from '../../plugins/context';
import { recordRead } from '../letters/read-audit';
import { findTaskPost } from '../letters/access';
import { toDocumentView } from '../letters/page/page.service';
import { disposition, parseRange } from './file-checks';

type Http = { readonly request: FastifyRequest; readonly reply: FastifyReply };
type Asked = SignedIn & Http & { readonly id: string; readonly isDownload: boolean };

/** Sends a file as it was uploaded. @throws DomainError NOT_FOUND where the letter it hangs on must not be read, RANGE_INVALID */
export async function sendContent(deps: ApiDeps, asked: Asked): Promise<FastifyReply> {
  return send(deps, asked, await getReadable(deps, asked, asked.id));
}

/** Sends the newest PDF made from a file. @throws DomainError NOT_FOUND */
export async function sendRendition(deps: ApiDeps, asked: Asked): Promise<FastifyReply> {
  const source = await getReadable(deps, asked, asked.id);
  const rendition = await findRendition(deps.pool, source.id);
  if (rendition === null) throw new DomainError('NOT_FOUND');
  return send(deps, asked, rendition);
}

/** A file of a letter that the reader may read, or one that the reader has uploaded and not yet used. */
async function getReadable({ pool, now }: ApiDeps, { reader, session }: SignedIn, id: string): Promise<StoredDocument> {
  const document = await findDocument(pool, id);
  if (document === null) throw new DomainError('NOT_FOUND');
  if (document.letterId === null) {
    if (document.uploadedBy !== reader.personId) throw new DomainError('NOT_FOUND');
    return document;
  }
  const letter = await findLetterAccess(pool, document.letterId);
  const isReadable = letter !== null && decide(reader, 'letter.read', { letter }).reveal;
  if (letter !== null) await recordRead({ pool, now }, { letter, reader, session, kind: isReadable ? 'document.read' : 'document.refused', documentId: id });
  if (!isReadable) throw new DomainError('NOT_FOUND');
  return document;
}

async function send({ files }: ApiDeps, { request, reply, isDownload }: Http & { readonly isDownload: boolean }, document: StoredDocument): Promise<FastifyReply> {
  const etag = `"${document.sha256}"`;
  const kind = !isDownload && SHOWN.has(document.mime) ? 'inline' : 'attachment';
  reply
    .header('etag', etag)
    .header('accept-ranges', 'bytes')
    .header('cache-control', 'private, no-cache')
    .header('content-security-policy', document.mime === PDF ? "script-src 'none'; frame-ancestors 'self'" : "default-src 'none'; sandbox")
    .header('content-disposition', disposition(kind, document.name))
    .type(document.mime);
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  const isSame = request.headers['if-range'] === undefined || request.headers['if-range'] === etag;
  const range = isSame ? parseRange(request.headers.range, document.sizeBytes) : null;
  if (range === null) return reply.header('content-length', document.sizeBytes).send(await files.get(document.sha256));
  return reply
    .code(206)
    .header('content-range', `bytes ${range.start}-${range.end}/${document.sizeBytes}`)
    .header('content-length', range.end - range.start + 1)
    .send(await files.get(document.sha256, range));
}

/** The viewers of browsers show nothing under a sandbox. */
const PDF = 'application/pdf';
/** What a browser may show by itself. */
const SHOWN: ReadonlySet<string> = new Set([PDF, 'image/jpeg', 'image/png', 'image/webp']);

type Places = z.output<typeof placesSchema>['places'];

/**
 * Marks where number, date and signature go, on the uploaded letter: by whoever uploaded it, and later by whoever holds the draft.
 * @throws DomainError NOT_FOUND, FORBIDDEN, PLACE_INVALID
 */
export async function keepPlaces({ pool }: ApiDeps, { reader, id, places }: { readonly reader: Reader; readonly id: string; readonly places: Places }): Promise<DocumentView> {
  const document = await findDocument(pool, id);
  if (document === null) throw new DomainError('NOT_FOUND');
  await assertMayMark({ pool }, reader, document);
  const isPlaceable = document.mime === 'application/pdf' && document.supersededAt === null && (document.role === 'main' || document.letterId === null);
  const kinds = places.map(({ kind }) => kind);
  const isOnPages = places.every(({ page }) => document.pages === null || page <= document.pages);
  if (!isPlaceable || !isOnPages || new Set(kinds).size !== kinds.length) throw new DomainError('PLACE_INVALID', { pages: document.pages });
  await updatePlaces(pool, { id, places });
  return toDocumentView({ ...document, places }, document.uploader);
}

async function assertMayMark({ pool }: Pick<ApiDeps, 'pool'>, reader: Reader, document: StoredDocument): Promise<void> {
  if (document.letterId === null) {
    if (document.uploadedBy !== reader.personId) throw new DomainError('NOT_FOUND');
    return;
  }
  const letter = await findLetterAccess(pool, document.letterId);
  if (letter === null || !decide(reader, 'letter.read', { letter }).reveal) throw new DomainError('NOT_FOUND');
  const holds = letter.tasks.some((task) => task.isOpen && task.kind === 'draft' && findTaskPost(reader, letter, task) !== null);
  if (!holds || letter.isSigned) throw new DomainError('FORBIDDEN');
}
