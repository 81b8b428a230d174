/** Number books of an office: opened, changed and closed by its administrator. Each change with its audit event in the caller's transaction. */
import { randomUUID } from 'node:crypto';
import { DomainError } from '#domain/errors';
import type { BookKind, LetterKind } from '#domain/letter/vocabulary';
import { assertClosing } from '#domain/organisation/rules';
import { bangkokDate } from '#domain/thai/dates';
import type { Tx } from '../tx';
import type { RecordedBy } from './appointments';
import { assertRev, assertUnused, auditOffice, changesOf, lockOffice } from './edits';

/** Letters that a book numbers; null fits any. */
export type BookRuleFields = { readonly letterKind: LetterKind | null; readonly signerPostId: string | null; readonly ownerUnitId: string | null };
export type BookFields = { readonly nameTh: string; readonly nameEn: string; readonly rules: readonly BookRuleFields[] };
export type NewBook = BookFields & {
  readonly kind: BookKind; readonly unitId: string | null; readonly postId: string | null; readonly issuerName: string; readonly committeeCode: string; readonly pattern: string; readonly validFrom: string | null;
};
type Owner = { readonly officeId: string; readonly by: RecordedBy };
type BookRow = { readonly id: string; readonly officeId: string; readonly rev: number; readonly kind: BookKind; readonly postId: string | null; readonly nameTh: string; readonly nameEn: string; readonly validFrom: string; readonly validTo: string | null };

/** The office of a book; null where there is none. */
export async function findBookOffice(tx: Tx, id: string): Promise<string | null> {
  const { rows } = await tx.query<{ officeId: string }>('select office_id as "officeId" from book where id = $1', [id]);
  return rows[0]?.officeId ?? null;
}

/**
 * Opens a book. A post's book numbers what the post signs unless something else is said.
 * @throws DomainError UNIT_UNKNOWN, POST_UNKNOWN, BOOK_EXISTS, BOOK_RULE_REQUIRED, BOOK_FROM_PAST
 */
export async function createBook(tx: Tx, { officeId, by, book }: Owner & { readonly book: NewBook }): Promise<string> {
  await lockOffice(tx, officeId);
  const today = bangkokDate(by.at);
  const from = book.validFrom ?? today;
  if (from < today) throw new DomainError('BOOK_FROM_PAST', { field: 'validFrom', earliest: today });
  await assertPlaces(tx, { officeId, day: from, book });
  const rules = book.rules.length === 0 && book.postId !== null ? [{ letterKind: null, signerPostId: book.postId, ownerUnitId: null }] : book.rules;
  if (book.issuerName !== '' && rules.length === 0) throw new DomainError('BOOK_RULE_REQUIRED', { field: 'rules' });
  await assertOnlyOne(tx, { officeId, from, book, hasRules: rules.length > 0 });
  const id = randomUUID();
  await tx.query(
    `insert into book (id, office_id, unit_id, post_id, kind, name_th, name_en, pattern, issuer_name, committee_code, valid_from) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [id, officeId, book.unitId, book.postId, book.kind, book.nameTh, book.nameEn, book.pattern, book.issuerName, book.committeeCode, from],
  );
  await putRules(tx, { officeId, bookId: id, kind: book.kind, rules });
  await auditOffice(tx, { officeId, by, kind: 'book.created', data: { bookId: id, nameTh: book.nameTh, bookKind: book.kind, unitId: book.unitId, postId: book.postId, issuerName: book.issuerName, pattern: book.pattern, validFrom: from } });
  return id;
}

/** @throws DomainError NOT_FOUND, EDIT_CONFLICT, UNIT_UNKNOWN, POST_UNKNOWN */
export async function updateBook(tx: Tx, { id, officeId, rev, fields, by }: Owner & { readonly id: string; readonly rev: number; readonly fields: BookFields }): Promise<void> {
  const before = await lockBook(tx, { id, officeId, rev });
  await assertPlaces(tx, { officeId, day: bangkokDate(by.at), book: { ...fields, unitId: null, postId: null } });
  await tx.query('update book set name_th = $2, name_en = $3, rev = rev + 1 where id = $1', [id, fields.nameTh, fields.nameEn]);
  const { rows: rules } = await tx.query<BookRuleFields>(`delete from book_rule where office_id = $1 and book_id = $2 returning letter_kind as "letterKind", signer_post_id as "signerPostId", owner_unit_id as "ownerUnitId"`, [officeId, id]);
  await putRules(tx, { officeId, bookId: id, kind: before.kind, rules: fields.rules });
  const { nameTh, nameEn } = before;
  await auditOffice(tx, { officeId, by, kind: 'book.changed', data: { bookId: id, changes: changesOf<BookFields>({ nameTh, nameEn, rules }, fields) } });
}

/** Numbers are printed by this pattern from `fromDay` on; those of earlier days stay as they are. @throws DomainError NOT_FOUND, EDIT_CONFLICT, BOOK_FROM_PAST */
export async function setBookPattern(tx: Tx, { id, officeId, rev, fromDay, pattern, by }: Owner & { readonly id: string; readonly rev: number; readonly fromDay: string; readonly pattern: string }): Promise<void> {
  const before = await lockBook(tx, { id, officeId, rev });
  const today = bangkokDate(by.at);
  if (fromDay < today || fromDay < before.validFrom) throw new DomainError('BOOK_FROM_PAST', { field: 'fromDay', earliest: today < before.validFrom ? before.validFrom : today });
  await tx.query('insert into book_pattern (book_id, from_day, pattern) values ($1, $2, $3) on conflict (book_id, from_day) do update set pattern = excluded.pattern', [id, fromDay, pattern]);
  await tx.query('update book set rev = rev + 1 where id = $1', [id]);
  await auditOffice(tx, { officeId, by, kind: 'book.patternSet', data: { bookId: id, fromDay, pattern } });
}

/**
 * Closes a book from `on`, or takes its closing back. Its years stay to be read.
 * @throws DomainError NOT_FOUND, EDIT_CONFLICT, PERIOD_INVALID; BOOK_IN_USE while numbers are reserved in it or another book counts on it; BOOK_EXISTS
 */
export async function closeBook(tx: Tx, { id, officeId, rev, on, by }: Owner & { readonly id: string; readonly rev: number; readonly on: string | null }): Promise<void> {
  const before = await lockBook(tx, { id, officeId, rev });
  if (on === null) {
    const { rows } = await tx.query<NewBook>(`select kind, unit_id as "unitId", post_id as "postId", issuer_name as "issuerName" from book where id = $1`, [id]);
    const { rowCount } = await tx.query('select 1 from book_rule where book_id = $1', [id]);
    await assertOnlyOne(tx, { officeId, from: bangkokDate(by.at), book: rows[0]!, hasRules: (rowCount ?? 0) > 0, except: id });
  } else {
    assertClosing(before, { on, today: bangkokDate(by.at) });
    await assertUnused(tx, 'BOOK_IN_USE', { text: USED, values: [id, on] });
  }
  await tx.query('update book set valid_to = $2, rev = rev + 1 where id = $1', [id, on]);
  await auditOffice(tx, { officeId, by, kind: on === null ? 'book.reopened' : 'book.closed', data: { bookId: id, on } });
}

/** What stands in the way of closing book $1 on day $2. */
const USED = `'reserved', (select count(*) from register_entry e where e.book_id = $1 and e.status = 'reserved'),
  'shared', (select count(*) from book c where c.shares_series_of = $1 and coalesce(c.valid_to, 'infinity') > $2::date)`;

async function lockBook(tx: Tx, { id, officeId, rev }: { readonly id: string; readonly officeId: string; readonly rev: number }): Promise<BookRow> {
  await lockOffice(tx, officeId);
  const { rows } = await tx.query<BookRow>(
    `select id, office_id as "officeId", rev, kind, post_id as "postId", name_th as "nameTh", name_en as "nameEn", valid_from as "validFrom", valid_to as "validTo"
       from book where id = $1 and office_id = $2 for update`,
    [id, officeId],
  );
  const row = rows[0];
  assertRev(row, rev);
  return row;
}

/** The first row that fits decides: rows of the newest book are asked first, since they say more than those that were there. */
async function putRules(tx: Tx, { officeId, bookId, kind, rules }: { readonly officeId: string; readonly bookId: string; readonly kind: BookKind; readonly rules: readonly BookRuleFields[] }): Promise<void> {
  const { rows } = await tx.query<{ first: number }>('select coalesce(min(sort_order), 0) as first from book_rule where office_id = $1', [officeId]);
  for (const [index, { letterKind, signerPostId, ownerUnitId }] of rules.entries()) {
    await tx.query('insert into book_rule (office_id, sort_order, book_kind, letter_kind, signer_post_id, owner_unit_id, book_id) values ($1, $2, $3, $4, $5, $6, $7)', [
      officeId, rows[0]!.first - rules.length + index, kind, letterKind, signerPostId, ownerUnitId, bookId,
    ]);
  }
}

type Places = Pick<NewBook, 'unitId' | 'postId' | 'rules'>;

/** Units and posts are the office's and there on that day. */
async function assertPlaces(tx: Tx, { officeId, day, book }: { readonly officeId: string; readonly day: string; readonly book: Places }): Promise<void> {
  const there = `office_id = $1 and valid_from <= $2::date and coalesce(valid_to, 'infinity') > $2::date`;
  const { rows } = await tx.query<{ units: readonly string[]; posts: readonly string[] }>(`select array(select id::text from unit where ${there}) as units, array(select id::text from post where ${there}) as posts`, [officeId, day]);
  const asked = (field: string, id: string | null) => (id === null ? [] : [{ field, id }]);
  const wrongUnit = [...asked('unitId', book.unitId), ...book.rules.flatMap(({ ownerUnitId }) => asked('rules', ownerUnitId))].find(({ id }) => !rows[0]!.units.includes(id));
  if (wrongUnit !== undefined) throw new DomainError('UNIT_UNKNOWN', { unitId: wrongUnit.id, field: wrongUnit.field });
  const posts = [...asked('postId', book.postId), ...book.rules.flatMap(({ signerPostId }) => asked('rules', signerPostId))];
  const wrongPost = posts.find(({ id }) => !rows[0]!.posts.includes(id));
  if (wrongPost !== undefined) throw new DomainError('POST_UNKNOWN', { postId: wrongPost.id, field: wrongPost.field });
}

/** Two books of one issuer and kind would leave open which of them numbers: only where rows say so may the second be there. */
async function assertOnlyOne(
  tx: Tx,
  { officeId, from, book, hasRules, except = null }: { readonly officeId: string; readonly from: string; readonly book: Pick<NewBook, 'kind' | 'unitId' | 'postId' | 'issuerName'>; readonly hasRules: boolean; readonly except?: string | null },
): Promise<void> {
  if (hasRules && book.unitId === null) return;
  const { rowCount } = await tx.query(
    `select 1 from book where office_id = $1 and kind = $2 and unit_id is not distinct from $3::uuid and post_id is not distinct from $4::uuid and issuer_name = $5 and not is_test
        and coalesce(valid_to, 'infinity') > $6::date and id is distinct from $7::uuid`,
    [officeId, book.kind, book.unitId, book.postId, book.issuerName, from, except],
  );
  if ((rowCount ?? 0) > 0) throw new DomainError('BOOK_EXISTS', { field: 'kind' });
}
