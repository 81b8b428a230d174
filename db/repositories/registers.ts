/** Number books and their entries by year, with as much of each letter as the reader may see. */
import { compileFilter } from '#domain/access/filter';
import type { Subject } from '#domain/access/subject';
import type { BookKind, Secrecy, Urgency } from '#domain/letter/vocabulary';
import { amended, type Amendment } from '#domain/numbering/amendment';
import { isIssuing } from '#domain/route/formalities';
import { norm } from '#domain/thai/normalise';
import type { Tx } from '../tx';
import { likePattern, toPage } from './cursors';
import { type AfterNumber, countEarlierEntries, listEarlierEntries, startOf } from './earlier-entries';
import { createParams, type Params } from './params';
import type { Name } from './readers';
import { isoJson, nameJson, officeRef, personRef, postRef, unitRef } from './sql';

export type BookRow = {
  readonly id: string;
  readonly kind: BookKind;
  readonly name: Name;
  readonly office: { readonly id: string; readonly code: string; readonly name: Name; readonly short: string };
  readonly unit: { readonly id: string; readonly code: string; readonly name: Name } | null;
  readonly post: { readonly id: string; readonly code: string; readonly title: Name; readonly unit: Name | null; readonly officeId: string } | null;
  readonly isHeld: boolean;
  readonly isTest: boolean;
  readonly years: { readonly yearBe: number; readonly lastNo: number; readonly lastDate: string | null; readonly isImported: boolean }[];
};

export type EntryStatus = 'issued' | 'reserved' | 'cancelled' | 'record_lost';
export type EntryRow = {
  readonly id: string;
  readonly no: number;
  /** What was squeezed in behind a number of an earlier register. */
  readonly suffix: string;
  readonly yearBe: number;
  readonly printed: string;
  readonly status: EntryStatus;
  readonly entryDate: string | null;
  readonly takenAt: string | null;
  /** Of an earlier register: read-only. */
  readonly isImported: boolean;
  readonly letterId: string | null;
  readonly isHidden: boolean;
  readonly letterNo: string | null;
  readonly letterDate: string | null;
  readonly fromText: string;
  readonly toText: string;
  readonly subject: string | null;
  readonly isSealed: boolean;
  readonly urgency: Urgency | null;
  readonly secrecy: Secrecy | null;
  readonly letterStatus: 'new' | 'running' | 'held' | 'ended' | null;
  readonly action: { readonly units: Name[]; readonly answerNo: string | null; readonly answerDate: string | null; readonly text: string };
  readonly remark: string;
  readonly block: 'reserved' | 'outage' | null;
  /** Of a registration made anew: the number that took its place, or whose place it took. */
  readonly anewNo: string | null;
  readonly insteadOf: string | null;
  readonly amendments: (Amendment & { readonly reason: string; readonly at: string; readonly person: { readonly id: string; readonly name: Name } })[];
  readonly takenBy: { readonly id: string; readonly name: Name } | null;
  readonly cancelledBy: { readonly id: string; readonly name: Name } | null;
  readonly cancelledAt: string | null;
  readonly peers: {
    readonly name: string; readonly status: string; readonly receiveNo: string | null; readonly registeredAt: string | null; readonly acknowledgedAt: string | null;
  }[];
};

const BOOK_SQL = `select b.id, b.kind, ${nameJson('b')} as name, ${officeRef('o')} as office, ${unitRef('u')} as unit, ${postRef('p', 'v')} as post,
    b.is_held as "isHeld", b.is_test as "isTest",
    (select json_agg(json_build_object('yearBe', y.year_be, 'lastNo', y.last_no, 'lastDate', y.last_date, 'isImported', y.is_imported) order by y.year_be desc) from (
       select t.year_be, max(t.last_no) as last_no, max(t.last_date) as last_date, bool_or(t.is_imported) as is_imported from (
         select c.year_be, c.last_no, c.last_date, false as is_imported from number_counter c where c.book_id = b.id and (c.last_no > 0 or c.year_be = $2)
         union all select $2, 0, null, false
         union all select i.year_be, 0, null, true from register_import i where i.book_id = b.id and i.taken_count > 0 and i.state <> 'undone') t group by t.year_be) y) as years
  from book b join office o on o.id = b.office_id left join unit u on u.id = b.unit_id left join post p on p.id = b.post_id left join unit v on v.id = p.unit_id`;

/**
 * Books of these offices, each with its years and the current one. A book that numbers on another's series has its entries there
 * and is left out.
 */
export async function listBooks(tx: Tx, { officeIds, yearBe }: { readonly officeIds: readonly string[]; readonly yearBe: number }): Promise<BookRow[]> {
  const { rows } = await tx.query<BookRow>(
    `${BOOK_SQL} where b.office_id = any($1::uuid[]) and b.shares_series_of is null
      order by o.kind, o.code, (b.unit_id is not null or b.post_id is not null), b.kind, u.sort_order, b.name_th, b.id`,
    [officeIds, yearBe],
  );
  return rows;
}

/** One book; null where there is none. */
export async function findBook(tx: Tx, { bookId, yearBe }: { readonly bookId: string; readonly yearBe: number }): Promise<BookRow | null> {
  const { rows } = await tx.query<BookRow>(`${BOOK_SQL} where b.id = $1 and b.shares_series_of is null`, [bookId, yearBe]);
  return rows[0] ?? null;
}

export type EntriesWanted = {
  readonly book: BookRow;
  readonly yearBe: number;
  readonly reader: Subject;
  readonly q?: string | undefined;
  readonly status?: EntryStatus | undefined;
  /** Days on which numbers were taken, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly order: 'asc' | 'desc';
  readonly limit: number;
  /** Number after which the page starts. */
  readonly after: AfterNumber | null;
  /** Number at which the first page begins. */
  readonly at?: number | undefined;
};

/**
 * A page of a book. Every number shows; of a letter that the reader may not know, nothing but that it has one, and a search
 * finds no more than is shown.
 */
export async function listEntries(tx: Tx, wanted: EntriesWanted): Promise<{ readonly items: EntryRow[]; readonly nextCursor: string | null; readonly total: number }> {
  const { book, yearBe, order, limit } = wanted;
  const hasEarlier = book.years.some((year) => year.yearBe === yearBe && year.isImported);
  const total = (await countEntries(tx, wanted)) + (hasEarlier ? await countEarlierEntries(tx, wanted) : 0);
  const earlier = hasEarlier ? await listEarlierEntries(tx, { ...wanted, limit: limit + 1 }) : [];
  const rows = [...(await listLiveEntries(tx, wanted)), ...earlier].toSorted((one, other) => (order === 'asc' ? 1 : -1) * (one.no - other.no || (one.suffix < other.suffix ? -1 : 1)));
  return { ...toPage(rows, limit, ({ no, suffix }) => [no, suffix]), total };
}

/** One more than a page of what the system itself has numbered. */
async function listLiveEntries(tx: Tx, wanted: EntriesWanted): Promise<EntryRow[]> {
  const { book, order, limit, after } = wanted;
  const params = createParams();
  const seen = params.filter((firstParam) => compileFilter(wanted.reader, { alias: 'l', firstParam }));
  const answer = isIssuing(book.kind) ? ANSWER_OF_PEERS : answerOfOffice(params.filter((firstParam) => compileFilter(wanted.reader, { alias: 'x', firstParam })));
  const other = params.filter((firstParam) => compileFilter(wanted.reader, { alias: 'x', firstParam }));
  const where = conditions(wanted, params, seen);
  const start = startOf(wanted, params) ?? (after === null ? 'true' : `e.no ${order === 'asc' ? '>' : '<'} ${params.add(after.no, 'int')}`);
  const unit = params.add(book.unit?.id ?? null, 'uuid');
  const { rows } = await tx.query<EntryRow>(
    `with page as (
       select e.* from register_entry e left join letter l on l.id = e.letter_id where ${where} and ${start}
        order by e.no ${order} limit ${params.add(limit + 1, 'int')}
     )
     select e.id, e.no, '' as suffix, false as "isImported", e.year_be as "yearBe", e.printed, e.status, e.entry_date as "entryDate", e.taken_at as "takenAt",
       case when s.known then l.id end as "letterId", not s.open as "isHidden",
       ${LETTER_COLUMNS[isIssuing(book.kind) ? 'issuing' : 'receiving']},
       case when s.known then l.to_text else '' end as "toText", case when s.shown then l.subject end as subject, s.known and l.is_sealed as "isSealed",
       case when s.known then l.urgency end as urgency, case when s.shown then l.secrecy end as secrecy, case when s.known then l.status end as "letterStatus",
       json_build_object('units', case when s.known and e.status <> 'cancelled' then ${unitsSql(unit)} else '[]' end,
         'answerNo', answer.no, 'answerDate', answer.day, 'text', '') as action,
       case when not s.open then '' when e.status = 'cancelled' then e.cancel_reason else e.reason end as remark, nb.kind as block,
       case when s.shown then ${anewSql(other)} end as "anewNo", case when s.shown then ${INSTEAD_OF} end as "insteadOf",
       case when s.open then ${AMENDMENTS} else '[]' end as amendments,
       case when s.open then ${personRef('taker')} end as "takenBy", case when s.open then ${personRef('canceller')} end as "cancelledBy",
       case when s.open then e.cancelled_at end as "cancelledAt", ${isIssuing(book.kind) ? PEERS : "'[]'::json"} as peers
     from page e left join letter l on l.id = e.letter_id left join unit owner on owner.id = l.owner_unit_id
     left join number_block nb on nb.id = e.block_id left join person taker on taker.id = e.person_id left join person canceller on canceller.id = e.cancelled_by
     cross join lateral (select l.id is not null and ${seen.sql} as known, l.id is not null and ${seen.sql} and ${seen.reveal} as shown) k
     cross join lateral (select coalesce(k.known, false) as known, coalesce(k.shown, false) as shown, e.letter_id is null or coalesce(k.known, false) as open) s
     left join lateral (${answer}) answer on s.known and e.status <> 'cancelled'
     order by e.no ${order}`,
    params.values,
  );
  return rows.map((row) => amended(row, row.amendments));
}

/** Corrections of an entry; of a subject only where the subject may be shown. */
const AMENDMENTS = `(select coalesce(json_agg(json_build_object('field', a.field, 'oldValue', a.old_value, 'newValue', a.new_value, 'reason', a.reason, 'at', ${isoJson('a.at')}, 'person', ${personRef('amender')}) order by a.seq), '[]')
    from register_amendment a join person amender on amender.id = a.person_id where a.entry_id = e.id and (a.field <> 'subject' or l.id is null or s.shown))`;

async function countEntries(tx: Tx, wanted: EntriesWanted): Promise<number> {
  const params = createParams();
  const seen = wanted.q === undefined ? NO_FILTER : params.filter((firstParam) => compileFilter(wanted.reader, { alias: 'l', firstParam }));
  const { rows } = await tx.query<{ total: number }>(
    `select count(*)::int as total from register_entry e left join letter l on l.id = e.letter_id where ${conditions(wanted, params, seen)}`,
    params.values,
  );
  return rows[0]?.total ?? 0;
}

const NO_FILTER = { sql: 'false', reveal: 'false' };

function conditions({ book, yearBe, status, q, from, to }: EntriesWanted, { add }: Params, seen: { readonly sql: string; readonly reveal: string }): string {
  const where = [`e.book_id = ${add(book.id, 'uuid')}`, `e.year_be = ${add(yearBe, 'int')}`];
  if (from !== undefined) where.push(`e.entry_date >= ${add(from, 'date')}`);
  if (to !== undefined) where.push(`e.entry_date <= ${add(to, 'date')}`);
  if (status !== undefined) where.push(`e.status = ${add(status, 'text')}`);
  if (q !== undefined) {
    const like = add(likePattern(norm(q)), 'text');
    const inLetter = `l.from_text ilike ${like} or l.to_text ilike ${like} or l.their_no ilike ${like} or l.letter_no ilike ${like} or (${seen.reveal} and l.subject ilike ${like})`;
    const inAmended = `exists (select 1 from register_amendment a where a.entry_id = e.id and a.new_value ilike ${like} and (l.id is null or (${seen.sql} and (a.field <> 'subject' or ${seen.reveal}))))`;
    where.push(`(e.printed ilike ${like} or ${inAmended} or (l.id is not null and ${seen.sql} and (${inLetter})))`);
  }
  return where.join(' and ');
}

/** ที่, ลงวันที่ and จาก: of a letter received the sender's, of a letter issued what this entry gave it. */
const LETTER_COLUMNS = {
  receiving: `case when s.known then nullif(l.their_no, '') end as "letterNo", case when s.known then l.their_date end as "letterDate",
       case when s.known then l.from_text else '' end as "fromText"`,
  issuing: `case when s.known then e.printed end as "letterNo", case when s.known then e.entry_date end as "letterDate",
       case when s.known then coalesce(owner.name_th, l.from_text) else '' end as "fromText"`,
} as const;

/** Units and posts to which the letter went; in a unit's own book, those to which that unit passed it on. */
const unitsSql = (unit: string): string => `(select coalesce(json_agg(json_build_object('th', g.name_th, 'en', g.name_en) order by g.role desc, g.opened_at, g.name_th), '[]') from (
    select distinct on (coalesce(a.post_id, a.unit_id)) coalesce(q.title_th, g.name_th) as name_th, coalesce(q.title_en, g.name_en) as name_en, a.role, a.opened_at
      from assignment a join unit g on g.id = a.unit_id left join post q on q.id = a.post_id left join post b on b.id = a.by_post_id
     where a.letter_id = l.id and (${unit} is null or (b.unit_id = ${unit} and (a.unit_id <> ${unit} or a.post_id is not null))) order by coalesce(a.post_id, a.unit_id), a.opened_at) g)`;

/** The number of the letter registered in the place of a cancelled one, if the reader may know of it. */
const anewSql = (filter: { readonly sql: string }): string => `(select x.receive_no from letter_link k join letter x on x.id = k.from_letter_id
    where e.status = 'cancelled' and k.to_letter_id = l.id and k.kind = 'replaces' and ${filter.sql} limit 1)`;
/** The cancelled number of the same book whose place this one took. */
const INSTEAD_OF = `(select x.printed from letter_link k join register_entry x on x.letter_id = k.to_letter_id and x.book_id = e.book_id and x.status = 'cancelled'
    where k.from_letter_id = l.id and k.kind = 'replaces' order by x.taken_at limit 1)`;

const PEERS = `(select coalesce(json_agg(json_build_object('name', coalesce(o.name_th, d.to_address->>'name', ''), 'status', d.status, 'receiveNo', d.receive_no,
    'registeredAt', ${isoJson('d.registered_at')}, 'acknowledgedAt', ${isoJson('d.acknowledged_at')}) order by o.name_th, d.to_address->>'name', d.id), '[]')
    from delivery d left join office o on o.id = d.to_office_id where d.from_letter_id = l.id and s.known and e.status <> 'cancelled')`;

/** The last answer to a letter issued, as the addressee's office reported it. */
const ANSWER_OF_PEERS = `select d.answer_no as no, (d.answered_at at time zone 'Asia/Bangkok')::date as day from delivery d
    where d.from_letter_id = l.id and d.answer_no is not null order by d.answered_at desc nulls last, d.id limit 1`;

/** The first letter with which the office answered a letter received, if the reader may know of it. */
const answerOfOffice = (filter: { readonly sql: string }): string => `select x.letter_no as no, x.letter_date as day from letter_link k join letter x on x.id = k.from_letter_id
    where k.to_letter_id = l.id and k.kind = 'answers' and x.office_id = l.office_id and x.letter_no is not null and ${filter.sql} order by x.letter_date, x.id limit 1`;
