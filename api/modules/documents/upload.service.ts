import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { compileFilter } from '#domain/access/filter';
import type { uploadQuerySchema, Uploaded } from '#domain/contracts/documents';
import { DomainError, isDomainError } from '#domain/errors';
import { findDocument, insertDocument, isFileKnown, listDuplicates } from '#db/repositories/documents';
import type { Reader } from '#db/repositories/readers';
import type { ApiDeps } from '../../deps';
import type { LongJobs } from '../../long-jobs/long-jobs';
import { toDocumentView } from '../letters/page/page.service';
import { assertFileName, detectType, SAMPLE_BYTES } from './file-checks';

export type UploadDeps = ApiDeps & { readonly fileJobs: Pick<LongJobs, 'inspectPdf'> };
type Query = z.output<typeof uploadQuerySchema>;
type Incoming = { readonly content: Readable; readonly name: string };

/**
 * Takes in one file: streamed into the store under its hash, its row written once it is durable. A file that is known already
 * is taken all the same; the letters that hold it are named, of those the reader may see.
 * @throws DomainError FILE_EMPTY, FILE_TOO_LARGE, FILE_TYPE_REFUSED, FILE_LOCKED, FILE_BROKEN, FILE_TOO_COMPLEX, FILE_HASH_MISMATCH, FILE_NAME_INVALID
 */
export async function takeFile(deps: UploadDeps, { request, query, reader }: { readonly request: FastifyRequest; readonly query: Query; readonly reader: Reader }): Promise<Uploaded> {
  const { pool, now } = deps;
  try {
    const { content, name: given } = await openIncoming(request, query);
    const name = assertFileName(given);
    const { sample, whole } = await peek(content);
    const mime = await detectType(sample, query.role);
    const stored = await store(deps, whole, query.sha256);
    const pages = mime === 'application/pdf' ? await readPages(deps, stored.sha256, query.role) : null;
    const id = await insertDocument(pool, {
      role: query.role, name, mime, pages, sizeBytes: stored.size, sha256: stored.sha256, uploadedBy: reader.personId, uploadedAt: now().toISOString(),
    });
    const document = await findDocument(pool, id);
    if (document === null) throw new DomainError('NOT_FOUND');
    const duplicates = await listDuplicates(pool, { sha256: stored.sha256, filter: compileFilter(reader, { firstParam: 2 }) });
    return { document: toDocumentView(document, document.uploader), duplicates };
  } catch (error) {
    // What is left of the request is not read: the connection is closed after the answer.
    request.raw.unpipe();
    request.raw.resume();
    throw error;
  }
}

async function openIncoming(request: FastifyRequest, query: Query): Promise<Incoming> {
  if (request.isMultipart()) {
    const part = await request.file();
    if (part === undefined) throw new DomainError('FILE_EMPTY');
    return { content: part.file, name: query.name ?? headerName(request) ?? part.filename };
  }
  const content = request.body;
  if (!(content instanceof Readable)) throw new DomainError('FILE_EMPTY');
  return { content, name: query.name ?? headerName(request) ?? '' };
}

function headerName(request: FastifyRequest): string | undefined {
  const header = request.headers['x-file-name'];
  if (typeof header !== 'string') return undefined;
  try {
    return decodeURIComponent(header);
  } catch {
    throw new DomainError('FILE_NAME_INVALID');
  }
}

/** Reads the beginning of a stream; `whole` is the stream with it put back. */
async function peek(content: Readable): Promise<{ readonly sample: Uint8Array; readonly whole: Readable }> {
  const chunks = content[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  const read: Uint8Array[] = [];
  let size = 0;
  while (size < SAMPLE_BYTES) {
    const { done, value } = await chunks.next();
    if (done === true) break;
    read.push(value);
    size += value.length;
  }
  async function* again(): AsyncGenerator<Uint8Array> {
    yield* read;
    for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
  }
  return { sample: Buffer.concat(read), whole: Readable.from(again(), { objectMode: false }) };
}

async function store({ files, config }: ApiDeps, content: Readable, expectedSha256: string | undefined): Promise<{ readonly sha256: string; readonly size: number }> {
  try {
    return await files.put(content, { maxBytes: config.uploadMaxBytes, ...(expectedSha256 === undefined ? {} : { expectedSha256 }) });
  } catch (error) {
    if (isDomainError(error) && error.code === 'FILE_TOO_LARGE') {
      throw new DomainError('FILE_TOO_LARGE', { limitMb: Math.round((config.uploadMaxBytes / 1024 / 1024) * 10) / 10 });
    }
    throw error;
  }
}

/** A letter must be a PDF that opens; of an enclosure the pages are counted where they can be. What is refused is not kept. */
async function readPages({ pool, files, fileJobs }: UploadDeps, sha256: string, role: Query['role']): Promise<number | null> {
  try {
    const { pages, isLocked } = await fileJobs.inspectPdf(await buffer(await files.get(sha256)));
    if (isLocked && role === 'main') throw new DomainError('FILE_LOCKED');
    return isLocked ? null : pages;
  } catch (error) {
    const refusal = isDomainError(error) && error.code === 'FILE_TYPE_REFUSED' ? new DomainError('FILE_BROKEN') : error;
    if (!isDomainError(refusal)) throw error;
    // An enclosure is handed on as it came, unless it would harm whoever opens it.
    if (role !== 'main' && refusal.code === 'FILE_BROKEN') return null;
    if (!(await isFileKnown(pool, sha256))) await files.delete(sha256);
    throw refusal;
  }
}
