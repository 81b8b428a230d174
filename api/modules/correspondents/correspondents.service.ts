/** The directory of correspondents: read and kept by the clerks of its office. */
import type { z } from 'zod';
import { decide } from '#domain/access/policy';
import { actingPosts } from '#domain/access/subject';
import type * as contract from '#domain/contracts/correspondents';
import { DomainError } from '#domain/errors';
import { withTransaction } from '#db/client';
import type { RecordedBy } from '#db/repositories/appointments';
import * as book from '#db/repositories/correspondent-book';
import type { Reader } from '#db/repositories/readers';
import type { Tx } from '#db/tx';
import type { ApiDeps } from '../../deps';
import type { Locale } from '../../messages';
import { keyAfter } from '../paging';

type Deps = Pick<ApiDeps, 'pool' | 'now'>;
type In<K extends keyof typeof contract> = z.output<(typeof contract)[K]>;
type ById<B> = { readonly id: string; readonly body: B };

/** @throws DomainError POST_UNKNOWN for a post that is not the reader's, FORBIDDEN */
export async function readDirectory({ pool }: Deps, reader: Reader, { postId, q, cursor, limit, locale }: In<'directoryQuerySchema'> & { readonly locale: Locale }): Promise<In<'directorySchema'>> {
  const post = actingPosts(reader).find((each) => each.postId === postId);
  if (post === undefined) throw new DomainError('POST_UNKNOWN', { field: 'postId' });
  if (clerkOf(reader, post.officeId) === undefined) throw new DomainError('FORBIDDEN');
  return book.listDirectory(pool, { officeId: post.officeId, q, limit, after: keyAfter(cursor, ['text', 'id'], locale) });
}

export const editCorrespondent = (deps: Deps, reader: Reader, { id, body: { rev, ...fields } }: ById<In<'correspondentEditSchema'>>): Promise<{ ok: true }> =>
  change(deps, reader, id, (tx, owner) => book.updateCorrespondent(tx, { id, rev, fields, ...owner }));

export const mergeCorrespondent = (deps: Deps, reader: Reader, { id, body }: ById<In<'correspondentMergeSchema'>>): Promise<{ ok: true }> =>
  change(deps, reader, id, (tx, owner) => book.mergeCorrespondents(tx, { id, ...body, ...owner }));

export const separateCorrespondent = (deps: Deps, reader: Reader, { id, body }: ById<In<'correspondentSeparationSchema'>>): Promise<{ ok: true }> =>
  change(deps, reader, id, (tx, owner) => book.separateCorrespondent(tx, { id, ...body, ...owner }));

/** @throws DomainError NOT_FOUND also for another office's */
async function change({ pool, now }: Deps, reader: Reader, id: string, work: (tx: Tx, owner: { readonly officeId: string; readonly by: RecordedBy }) => Promise<void>): Promise<{ ok: true }> {
  await withTransaction(pool, async (tx) => {
    const officeId = await book.findCorrespondentOffice(tx, id);
    const post = officeId === null ? undefined : clerkOf(reader, officeId);
    if (officeId === null || post === undefined) throw new DomainError('NOT_FOUND');
    await work(tx, { officeId, by: { personId: reader.personId, postId: post.postId, at: now().toISOString() } });
  });
  return { ok: true };
}

/** The post in which the reader takes letters in for this office. */
const clerkOf = (reader: Reader, officeId: string) =>
  actingPosts(reader).find((post) => post.officeId === officeId && decide(reader, 'letter.intake', { postId: post.postId, secrecy: 'none' }).allow);
