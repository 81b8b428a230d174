/** Blocks of reserved numbers: made, kept for letters and cancelled, each with its audit event in the caller's transaction. */
import { compileFilter } from '#domain/access/filter';
import type { Subject } from '#domain/access/subject';
import type { BlockKind } from '#domain/contracts/number-blocks';
import { DomainError } from '#domain/errors';
import { BOOK_TRAITS, printNumber } from '#domain/numbering/book';
import { cancelUnused, entryOf, reserveNumbers, type BookEntry } from '#domain/numbering/entries';
import { bangkokDate, yearBe as yearOf } from '#domain/thai/dates';
import type { Tx } from '../tx';
import type { RecordedBy } from './appointments';
import { lockCounters } from './commit/locks';
import { toPage } from './cursors';
import { auditOffice } from './edits';
import { createParams } from './params';
import type { Name } from './readers';
import type { BookRow, EntryStatus } from './registers';
import { isoJson, patternSql, personRef } from './sql';

type Person = { readonly id: string; readonly name: Name };
export type BlockRow = {
  readonly id: string; readonly kind: BlockKind; readonly firstNo: number; readonly lastNo: number; readonly untilDay: string; readonly isOverdue: boolean;
  readonly reason: string; readonly forWhom: string; readonly madeAt: string; readonly madeBy: Person | null;
  readonly numbers: {
    readonly id: string; readonly no: number; readonly printed: string; readonly status: EntryStatus; readonly date: string; readonly isKept: boolean;
    readonly letter: { readonly id: string; readonly subject: string | null } | null; readonly reason: string; readonly by: Person | null; readonly at: string | null;
  }[];
};
export type By = RecordedBy & { readonly personId: string };

type Reserving = { readonly id: string; readonly book: BookRow; readonly yearBe: number; readonly kind: BlockKind; readonly count: number; readonly reason: string; readonly forWhom: string; readonly until: string | null; readonly by: By };

/**
 * Reserves the next numbers of a book, under the lock under which letters take theirs.
 * @throws BOOK_HELD, BOOK_YEAR_CLOSED, RESERVED_UNTIL_INVALID, REASON_REQUIRED, VALIDATION_FAILED
 */
export async function reserveBlock(tx: Tx, { id, book, yearBe, kind, count, reason, forWhom, until, by }: Reserving): Promise<void> {
  const { rows: held } = await tx.query<{ isHeld: boolean }>('select is_held as "isHeld" from book where id = $1', [book.id]);
  if (held[0]?.isHeld !== false) throw new DomainError('BOOK_HELD', { bookId: book.id });
  const [row] = await lockCounters(tx, yearBe, [book.id]);
  if (row === undefined) throw new Error('a counter was not locked');
  const { rowCount: had } = await tx.query('select 1 from number_block where id = $1 and book_id = $2 and year_be = $3', [id, book.id, yearBe]);
  if (had === 1) return;
  const last = kind === 'outage' ? `${yearBe - 543}-12-31` : undefined;
  const end = until ?? last;
  const { entries, counter } = reserveNumbers({
    counter: row.lastNo === 0 && row.lastDateOfBook === null ? null : { lastNo: row.lastNo, lastDate: row.lastDateOfBook, yearBe }, yearBe, count, act: { actorId: by.personId, reason, at: by.at }, ...(end === undefined ? {} : { until: end }),
  });
  const [first, final] = [entries[0]!, entries.at(-1)!];
  await tx.query(
    `insert into number_block (id, book_id, year_be, kind, first_no, last_no, until_day, reason, for_whom, made_at, person_id, post_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [id, book.id, yearBe, kind, first.no, final.no, first.reservedUntil, reason, forWhom, by.at, by.personId, by.postId],
  );
  const print = await printerOf(tx, { bookId: book.id, day: first.date, yearBe });
  await tx.query(
    `insert into register_entry (id, book_id, year_be, no, printed, status, entry_date, taken_at, person_id, post_id, reason, block_id)
     select gen_random_uuid(), $1, $2, n.no, n.printed, 'reserved', $3, $4, $5, $6, $7, $8 from unnest($9::int[], $10::text[]) as n(no, printed)`,
    [book.id, yearBe, first.date, by.at, by.personId, by.postId, reason, id, entries.map(({ no }) => no), entries.map(({ no }) => print(no))],
  );
  await tx.query('update number_counter set last_no = $3, last_date = $4 where book_id = $1 and year_be = $2', [book.id, yearBe, counter.lastNo, counter.lastDate]);
  await auditOffice(tx, { officeId: book.office.id, by, kind: 'numbers.reserved', data: { bookId: book.id, yearBe, blockId: id, kind, firstNo: first.no, lastNo: final.no } });
}

/** How the number will look unless the letter has another code: the office's, as it is printed on the sheet. */
async function printerOf(tx: Tx, { bookId, day, yearBe }: { readonly bookId: string; readonly day: string; readonly yearBe: number }): Promise<(no: number) => string> {
  const { rows } = await tx.query<{ kind: BookRow['kind']; pattern: string; agencyCode: string; unitCode: string; committeeCode: string }>(
    `select b.kind, ${patternSql('b', '$2::date')} as pattern, o.agency_code as "agencyCode", coalesce(u.letter_code, o.unit_code) as "unitCode", b.committee_code as "committeeCode"
       from book b join office o on o.id = b.office_id left join unit u on u.id = b.unit_id where b.id = $1`,
    [bookId, day],
  );
  const { kind, pattern, agencyCode, unitCode, committeeCode } = rows[0]!;
  const codes = { agencyCode, unitCode, committeeCode: committeeCode === '' ? null : committeeCode };
  return (no) => printNumber({ kind, pattern: pattern === '' ? BOOK_TRAITS[kind].pattern : pattern, seq: no, yearBe, codes });
}

export type BlocksWanted = { readonly book: BookRow; readonly yearBe: number; readonly reader: Subject; readonly day: string; readonly openOnly: boolean; readonly limit: number; readonly after: number | null; readonly blockId?: string };

/** Blocks of a year, the newest first, with as much of their letters as the reader may see. */
export async function listBlocks(tx: Tx, { book, yearBe, reader, day, openOnly, limit, after, blockId }: BlocksWanted): Promise<{ readonly items: BlockRow[]; readonly nextCursor: string | null; readonly total: number }> {
  const params = createParams();
  const [bookId, year, today] = [params.add(book.id, 'uuid'), params.add(yearBe, 'int'), params.add(day, 'date')];
  const seen = params.filter((firstParam) => compileFilter(reader, { alias: 'l', firstParam }));
  const left = `exists (select 1 from register_entry e where e.block_id = b.id and e.status = 'reserved')`;
  const where = [`b.book_id = ${bookId} and b.year_be = ${year}`, ...(openOnly ? [left] : []), ...(blockId === undefined ? [] : [`b.id = ${params.add(blockId, 'uuid')}`])].join(' and ');
  const { rows } = await tx.query<BlockRow & { total: number }>(
    `with wanted as (select b.*, count(*) over ()::int as total from number_block b where ${where})
     select b.id, b.kind, b.first_no as "firstNo", b.last_no as "lastNo", b.until_day as "untilDay", b.until_day < ${today} and ${left} as "isOverdue", b.reason, b.for_whom as "forWhom",
       b.made_at as "madeAt", ${personRef('maker')} as "madeBy", b.total,
       (select json_agg(json_build_object('id', e.id, 'no', e.no, 'printed', e.printed, 'status', e.status, 'date', e.entry_date,
           'isKept', e.status = 'reserved' and e.given_to is not null, 'letter', case when s.known then json_build_object('id', l.id, 'subject', case when s.shown then l.subject end) end,
           'reason', case when not s.open then '' when e.status = 'cancelled' then e.cancel_reason else e.given_reason end,
           'by', case when s.open and e.status <> 'reserved' then ${personRef('p')} end,
           'at', case when e.status = 'cancelled' then ${isoJson('e.cancelled_at')} when e.status = 'issued' then ${isoJson('e.taken_at')} end) order by e.no)
          from register_entry e left join letter l on l.id = case when e.status = 'reserved' then e.given_to else e.letter_id end
          left join person p on p.id = coalesce(e.cancelled_by, e.person_id)
          cross join lateral (select coalesce(l.id is not null and ${seen.sql}, false) as known, coalesce(l.id is not null and ${seen.sql} and ${seen.reveal}, false) as shown) k
          cross join lateral (select k.known, k.shown, l.id is null or k.known as open) s
         where e.block_id = b.id) as numbers
     from wanted b left join person maker on maker.id = b.person_id
     where ${after === null ? 'true' : `b.first_no < ${params.add(after, 'int')}`} order by b.first_no desc limit ${params.add(limit + 1, 'int')}`,
    params.values,
  );
  const page = toPage(rows, limit, ({ firstNo }) => [firstNo]);
  return { items: page.items.map(({ total: _total, ...block }) => block), nextCursor: page.nextCursor, total: rows[0]?.total ?? 0 };
}

type OfBlock = { readonly book: BookRow; readonly yearBe: number; readonly blockId: string; readonly by: By };

/** @throws NOT_FOUND for a block of another book; NUMBER_NOT_RESERVED, REASON_REQUIRED */
export async function cancelBlockNumbers(tx: Tx, { book, yearBe, blockId, by, numbers, reason }: OfBlock & { readonly numbers: readonly number[] | null; readonly reason: string }): Promise<void> {
  const { rows } = await tx.query<{ id: string; no: number; date: string; status: EntryStatus; letterId: string | null; takenAt: string; personId: string | null }>(
    `select e.id, e.no, e.entry_date as date, e.status, e.letter_id as "letterId", e.taken_at as "takenAt", e.person_id as "personId" from register_entry e join number_block b on b.id = e.block_id
      where b.id = $1 and b.book_id = $2 and b.year_be = $3 order by e.no for update of e`,
    [blockId, book.id, yearBe],
  );
  if (rows.length === 0) throw new DomainError('NOT_FOUND', { blockId });
  const entries = rows.map(({ no, date, status, letterId, takenAt, personId }): BookEntry => entryOf({ no, yearBe, date, status, letterId, taken: { actorId: personId ?? '', reason: '', at: takenAt } }));
  const cancelled = cancelUnused(entries, { numbers, act: { actorId: by.personId, reason, at: by.at } }).map(({ no }) => no);
  await tx.query(
    `update register_entry set status = 'cancelled', cancelled_at = $3, cancelled_by = $4, cancel_reason = $5, given_to = null where block_id = $1 and no = any($2::int[])`,
    [blockId, cancelled, by.at, by.personId, reason],
  );
  await auditOffice(tx, { officeId: book.office.id, by, kind: 'numbers.cancelled', data: { bookId: book.id, yearBe, blockId, numbers: cancelled } });
}

/** Books of reserved numbers by entry: whose they are and of which year. */
export async function findReservedPlace(tx: Tx, entryId: string): Promise<{ readonly bookId: string; readonly yearBe: number; readonly blockId: string } | null> {
  const { rows } = await tx.query<{ bookId: string; yearBe: number; blockId: string }>('select book_id as "bookId", year_be as "yearBe", block_id as "blockId" from register_entry where id = $1 and block_id is not null', [entryId]);
  return rows[0] ?? null;
}

export type Keeping = OfBlock & { readonly entryId: string; readonly letterId: string | null; readonly reason: string; readonly usedAt: string | null };

/**
 * Keeps a reserved number for a letter, or for none any more. The letter is held first, as its own commit does.
 * @throws NOT_FOUND, BOOK_YEAR_CLOSED, NUMBER_NOT_RESERVED, NUMBER_GIVEN, LETTER_NUMBERED_THERE, LETTER_ENDED, USED_AT_REQUIRED
 */
export async function keepNumber(tx: Tx, { book, yearBe, blockId, entryId, letterId, reason, usedAt, by }: Keeping): Promise<void> {
  if (letterId !== null) await assertMayTake(tx, { letterId, book });
  const { rows } = await tx.query<{ status: EntryStatus; kind: BlockKind; no: number; isTaken: boolean; untilDay: string }>(
    `select e.status, b.kind, e.no, b.until_day as "untilDay", e.given_to is distinct from $4::uuid and exists (select 1 from letter l where l.id = e.given_to and (l.status <> 'new' or exists (select 1 from command c where c.letter_id = l.id and c.status = 'pending'))) as "isTaken"
       from register_entry e join number_block b on b.id = e.block_id where e.id = $1 and e.book_id = $2 and e.year_be = $5 and b.id = $3 for update of e`,
    [entryId, book.id, blockId, letterId, yearBe],
  );
  const [entry] = rows;
  if (entry === undefined) throw new DomainError('NOT_FOUND', { entryId });
  if (letterId !== null && entry.kind === 'reserved' && yearBe !== yearOf(by.at)) throw new DomainError('BOOK_YEAR_CLOSED', { yearBe, current: yearOf(by.at) });
  const isOver = entry.kind === 'reserved' && entry.untilDay < bangkokDate(by.at);
  if (entry.status !== 'reserved' || (letterId !== null && isOver)) throw new DomainError('NUMBER_NOT_RESERVED', { no: entry.no });
  if (letterId !== null && entry.isTaken) throw new DomainError('NUMBER_GIVEN', { no: entry.no });
  if (letterId !== null && entry.kind === 'outage' && usedAt === null) throw new DomainError('USED_AT_REQUIRED', { field: 'usedAt' });
  await tx.query('update register_entry set given_to = $2, given_by = $3, given_reason = $4, used_at = $5 where id = $1', [entryId, letterId, letterId === null ? null : by.personId, reason, usedAt]);
  await auditOffice(tx, { officeId: book.office.id, by, kind: 'numbers.given', data: { bookId: book.id, yearBe, blockId, no: entry.no, letterId } });
}

async function assertMayTake(tx: Tx, { letterId, book }: { readonly letterId: string; readonly book: BookRow }): Promise<void> {
  const { rows } = await tx.query<{ status: string }>('select status from letter where id = $1 and office_id = $2 for share', [letterId, book.office.id]);
  if (rows[0] === undefined) throw new DomainError('NOT_FOUND', { letterId });
  if (rows[0].status === 'ended') throw new DomainError('LETTER_ENDED');
  const { rows: had } = await tx.query<{ status: EntryStatus }>(
    `select status from register_entry where book_id = $1 and ((letter_id = $2 and status <> 'cancelled') or (given_to = $2 and status = 'reserved')) limit 1`,
    [book.id, letterId],
  );
  if (had[0]?.status === 'issued') throw new DomainError('LETTER_NUMBERED_THERE');
  if (had[0] !== undefined) throw new DomainError('NUMBER_GIVEN');
}
