/** Number books of an office as its administrator sets them. */
import type { z } from 'zod';
import type * as contract from '#domain/contracts/office-books';
import type { closeSchema } from '#domain/contracts/organisation';
import { BOOK_TRAITS } from '#domain/numbering/book';
import { yearBe } from '#domain/thai/dates';
import { withTransaction } from '#db/client';
import * as changes from '#db/repositories/book-changes';
import { findOfficeCodes, listBookSettings, listRegistryPosts, type BookSetting } from '#db/repositories/office-settings';
import type { Reader } from '#db/repositories/readers';
import type { Tx } from '#db/tx';
import { assertManages, assertManagesOf, managedOffice, momentOf, type Deps, type Moment } from './rights';

type In<K extends keyof typeof contract> = z.output<(typeof contract)[K]>;
type Books = In<'officeBooksSchema'>;
type Registrar = Awaited<ReturnType<typeof listRegistryPosts>>[number];
type ById<B> = { readonly id: string; readonly body: B };

/** @throws DomainError NOT_FOUND, FORBIDDEN */
export const readOfficeBooks = async (deps: Deps, reader: Reader, asked: string | undefined): Promise<Books> => loadBooks(deps.pool, { officeId: managedOffice(reader, asked), ...momentOf(deps) });

async function loadBooks(tx: Tx, { officeId, at, day }: Moment & { readonly officeId: string }): Promise<Books> {
  const year = yearBe(at);
  const books = await listBookSettings(tx, { officeId, yearBe: year, day });
  const registrars = await listRegistryPosts(tx, { officeId, day });
  return {
    codes: await findOfficeCodes(tx, officeId), yearBe: year,
    items: books.map((book) => ({ ...book, pattern: book.pattern === '' ? BOOK_TRAITS[book.kind].pattern : book.pattern, takers: takersOf(book, registrars) })),
  };
}

/** Secret books are the secret registrar's; a unit's book its own registry's; all others the central registry's. */
function takersOf({ kind, unit }: Pick<BookSetting, 'kind' | 'unit'>, registrars: readonly Registrar[]): Books['items'][number]['takers'] {
  const takes = ({ roles, unitId, isRegistry }: Registrar): boolean => {
    if (BOOK_TRAITS[kind].isSecret) return roles.includes('secret_registrar');
    return roles.includes('clerk') && (unit === null ? isRegistry : unitId === unit.id);
  };
  return registrars.filter(takes).map(({ id, code, title, unit: place, officeId }) => ({ id, code, title, unit: place, officeId }));
}

/** Changes a book and answers all of them as they are then. */
const change = (deps: Deps, work: (tx: Tx, at: string) => Promise<string>): Promise<Books> => {
  const moment = momentOf(deps);
  return withTransaction(deps.pool, async (tx) => loadBooks(tx, { officeId: await work(tx, moment.at), ...moment }));
};

export const createBook = (deps: Deps, reader: Reader, { officeId, ...book }: In<'bookCreateSchema'>): Promise<Books> =>
  change(deps, async (tx, at) => {
    await changes.createBook(tx, { officeId, by: assertManages(reader, officeId, at), book });
    return officeId;
  });

const ofOffice = (deps: Deps, reader: Reader, id: string, work: (tx: Tx, owner: Awaited<ReturnType<typeof assertManagesOf>>) => Promise<void>): Promise<Books> =>
  change(deps, async (tx, at) => {
    const owner = await assertManagesOf(tx, { reader, at, id, find: changes.findBookOffice });
    await work(tx, owner);
    return owner.officeId;
  });

export const updateBook = (deps: Deps, reader: Reader, { id, body: { rev, ...fields } }: ById<In<'bookUpdateSchema'>>): Promise<Books> =>
  ofOffice(deps, reader, id, (tx, owner) => changes.updateBook(tx, { id, rev, fields, ...owner }));

export const setBookPattern = (deps: Deps, reader: Reader, { id, body }: ById<In<'bookPatternSchema'>>): Promise<Books> =>
  ofOffice(deps, reader, id, (tx, owner) => changes.setBookPattern(tx, { id, ...body, ...owner }));

export const closeBook = (deps: Deps, reader: Reader, { id, body }: ById<z.output<typeof closeSchema>>): Promise<Books> =>
  ofOffice(deps, reader, id, (tx, owner) => changes.closeBook(tx, { id, ...body, ...owner }));
