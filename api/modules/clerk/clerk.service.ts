/** The clerk's desk: what the intake form offers while one types, the day, what is waited for, and what came back. */
import type { z } from 'zod';
import type * as contract from '#domain/contracts/clerk';
import { rolePosts } from '#domain/access/subject';
import { DomainError } from '#domain/errors';
import type { BookKind } from '#domain/letter/vocabulary';
import { isReceiving } from '#domain/route/formalities';
import { bangkokDate } from '#domain/thai/dates';
import { listReceived, listSent, type DayScope } from '#db/repositories/clerk-day';
import { listReturned, listWaiting } from '#db/repositories/clerk-waiting';
import { listAnswerable, listCorrespondents } from '#db/repositories/correspondents';
import type { Reader } from '#db/repositories/readers';
import type { ApiDeps } from '../../deps';
import type { Locale } from '../../messages';
import { readBooks } from '../books/books.service';
import { keyAfter } from '../paging';

type Deps = Pick<ApiDeps, 'pool' | 'now'>;
type In<K extends keyof typeof contract> = z.output<(typeof contract)[K]>;
type Localised<Q> = Q & { readonly locale: Locale };

/** Letters of the post's office that a letter taken in may answer. @throws DomainError POST_UNKNOWN for a post that is not the reader's */
export async function findAnswerable({ pool }: Deps, reader: Reader, { postId, q }: In<'answerableQuerySchema'>): Promise<In<'answerableSchema'>> {
  return { items: await listAnswerable(pool, { reader, officeId: officeOf(reader, postId), q }) };
}

/** Who has written to the post's office before. @throws DomainError POST_UNKNOWN for a post that is not the reader's */
export async function findCorrespondents({ pool }: Deps, reader: Reader, { postId, q }: In<'correspondentQuerySchema'>): Promise<In<'correspondentListSchema'>> {
  return { items: await listCorrespondents(pool, { reader, officeId: officeOf(reader, postId), q }) };
}

export async function readReceived(deps: Deps, reader: Reader, query: Localised<In<'receivedQuerySchema'>>): Promise<In<'receivedPageSchema'>> {
  const { page, day } = await ofDay(deps, reader, query, listReceived);
  return { ...page, day, items: page.items.map(({ units, holders, ...row }) => ({ ...shown(row), units: [...units], holders: [...holders] })) };
}

export async function readSent(deps: Deps, reader: Reader, query: Localised<In<'sentQuerySchema'>>): Promise<In<'sentPageSchema'>> {
  const { page, day } = await ofDay(deps, reader, query, listSent);
  return { ...page, day, items: page.items.map(({ recipients, ...row }) => ({ ...shown(row), recipients: [...recipients] })) };
}

export async function readWaiting({ pool, now }: Deps, reader: Reader, { for: wanted, limit, cursor, locale }: Localised<In<'waitingQuerySchema'>>): Promise<In<'waitingPageSchema'>> {
  const today = bangkokDate(now().toISOString());
  const page = await listWaiting(pool, { reader, officeIds: officesOf(reader), today, for: wanted, limit, after: keyAfter(cursor, ['instant', 'id'], locale) });
  return { ...page, items: page.items.map(shown) };
}

export async function readReturned({ pool, now }: Deps, reader: Reader, { limit, cursor, locale }: Localised<In<'returnedQuerySchema'>>): Promise<In<'returnedPageSchema'>> {
  const after = keyAfter(cursor, ['instant', 'text'], locale);
  const page = await listReturned(pool, { reader, officeIds: officesOf(reader), at: now().toISOString(), limit, after });
  return { ...page, items: page.items.map((row) => ({ ...shown(row), details: { ...row.details } })) };
}

type Paged = DayScope & { readonly limit: number; readonly after: readonly (string | number | null)[] | null };
type DayQuery = Localised<In<'receivedQuerySchema'>>;

async function ofDay<Page>(
  deps: Deps,
  reader: Reader,
  { day: asked, limit, cursor, locale }: DayQuery,
  list: (tx: Deps['pool'], args: Paged) => Promise<Page>,
): Promise<{ readonly page: Page; readonly day: string }> {
  const day = asked ?? bangkokDate(deps.now().toISOString());
  const books = await readBooks(deps, reader);
  const bookIds = books.items.filter(({ kind }) => isReceipt(kind)).map(({ id }) => id);
  const page = await list(deps.pool, { reader, day, bookIds, officeIds: officesOf(reader), limit, after: keyAfter(cursor, ['instant', 'id'], locale) });
  return { page, day };
}

const isReceipt = (kind: BookKind): boolean => isReceiving(kind) || kind === 'secret_control';
const officesOf = (reader: Reader): string[] => [...new Set(rolePosts(reader).map(({ officeId }) => officeId))];

function officeOf(reader: Reader, postId: string): string {
  const post = rolePosts(reader).find((each) => each.postId === postId);
  if (post === undefined) throw new DomainError('POST_UNKNOWN', { field: 'postId' });
  return post.officeId;
}

/** Of a letter whose content is not for the reader only its envelope is shown. */
function shown<Row extends { readonly isRevealed: boolean; readonly subject: string | null; readonly secrecy: unknown }>({ isRevealed, ...row }: Row) {
  return { ...row, subject: isRevealed ? row.subject : null, secrecy: isRevealed ? row.secrecy : null } as Omit<Row, 'isRevealed' | 'secrecy'> & { secrecy: Row['secrecy'] | null };
}
