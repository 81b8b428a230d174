/** Looks through a year of a book for what a registrar has to explain: one pass of windows over its entries. */
import { compileFilter } from '#domain/access/filter';
import type { Subject } from '#domain/access/subject';
import { CHECK_FINDINGS, CHECK_KINDS, CHECK_SHOWN, type CheckFinding } from '#domain/numbering/check';
import { isIssuing } from '#domain/route/formalities';
import type { Tx } from '../tx';
import { createParams } from './params';
import type { Name } from './readers';
import type { BookRow } from './registers';
import { personRef } from './sql';

type Item = {
  readonly no: number; readonly toNo: number; readonly printed: string; readonly date: string | null; readonly against: string | null; readonly reason: string;
  readonly letterId: string | null; readonly person: { readonly id: string; readonly name: Name } | null; readonly at: string | null;
};
export type BookFinding = { readonly kind: CheckFinding; readonly isFault: boolean; readonly total: number; readonly items: Item[] };
export type CheckedBook = { readonly firstNo: number; readonly lastNo: number; readonly entries: number; readonly findings: BookFinding[] };

type Wanted = { readonly book: BookRow; readonly yearBe: number; readonly reader: Subject; readonly day: string };

/**
 * The check shows no more than the register does: of a letter that the reader may not know the number, its date and that it was
 * cancelled, and never that it resembles another.
 */
export async function checkBookYear(tx: Tx, { book, yearBe, reader, day }: Wanted): Promise<CheckedBook> {
  const params = createParams();
  const [bookId, year, today] = [params.add(book.id, 'uuid'), params.add(yearBe, 'int'), params.add(day, 'date')];
  const seen = params.filter((firstParam) => compileFilter(reader, { alias: 'l', firstParam }));
  const { rows } = await tx.query<Item & { kind: CheckFinding; total: number }>(
    `with ${entriesSql(bookId, year)}, known as (
       select base.*, l.id as known_id, l.from_text, l.their_no, l.their_date from base join letter l on l.id = base.letter_id
        where (same_letter > 1 or same_source > 1) and base.status <> 'cancelled' and ${seen.sql}
     ), found as (${found(today, isIssuing(book.kind))}), counted as (
       select found.*, count(*) over (partition by kind) as total, row_number() over (partition by kind order by no) as nth from found
     )
     select f.kind, f.total::int, f.no, f.to_no as "toNo", coalesce(e.printed, '') as printed, e.entry_date as date, f.against,
       case when not s.open then '' when e.status = 'cancelled' then e.cancel_reason else coalesce(e.reason, '') end as reason,
       case when s.known then l.id end as "letterId", case when s.open then ${personRef('p')} end as person,
       case when s.open and e.id is not null then coalesce(e.cancelled_at, e.taken_at) end as at
     from counted f left join register_entry e on e.id = f.entry_id left join letter l on l.id = e.letter_id
     left join person p on p.id = coalesce(e.cancelled_by, e.person_id)
     cross join lateral (select l.id is not null and ${seen.sql} as known) k
     cross join lateral (select coalesce(k.known, false) as known, e.letter_id is null or coalesce(k.known, false) as open) s
     where f.nth <= ${params.add(CHECK_SHOWN, 'int')} order by f.kind, f.no`,
    params.values,
  );
  const findings = CHECK_KINDS.flatMap((kind): BookFinding[] => {
    const items = rows.filter((row) => row.kind === kind);
    return items.length === 0 ? [] : [{ kind, isFault: CHECK_FINDINGS[kind].isFault, total: items[0]!.total, items: items.map(({ kind: _kind, total: _total, ...item }) => item) }];
  });
  return { ...(await extentOf(tx, book.id, yearBe)), findings };
}

async function extentOf(tx: Tx, bookId: string, yearBe: number): Promise<Pick<CheckedBook, 'firstNo' | 'lastNo' | 'entries'>> {
  const { rows } = await tx.query<{ firstNo: number; lastNo: number; entries: number }>(
    `select coalesce(max(first_no), 1) as "firstNo", coalesce(max(last_no), 0) as "lastNo",
       (select count(*)::int from register_entry where book_id = $1 and year_be = $2) as entries from number_counter where book_id = $1 and year_be = $2`,
    [bookId, yearBe],
  );
  return rows[0]!;
}

/** Each entry beside those before it. A number of a block has a day of its own and says nothing about the days of others. */
const entriesSql = (bookId: string, year: string): string => `counter as (
    select coalesce(max(first_no), 1) as first_no, coalesce(max(last_no), 0) as last_no from number_counter where book_id = ${bookId} and year_be = ${year}
  ), base as (
    select e.*, b.kind as block_kind, b.until_day,
      lag(e.no, 1, c.first_no - 1) over numbers as before,
      max(e.entry_date) filter (where e.block_id is null) over (numbers rows between unbounded preceding and 1 preceding) as latest,
      count(*) filter (where e.status <> 'cancelled') over (partition by e.printed) as same_printed,
      count(*) filter (where e.status <> 'cancelled') over (partition by e.letter_id) as same_letter,
      count(*) filter (where e.status <> 'cancelled') over (partition by l.from_text, nullif(l.their_no, ''), l.their_date) as same_source,
      exists (select 1 from register_amendment a where a.entry_id = e.id) as is_amended
    from register_entry e cross join counter c left join number_block b on b.id = e.block_id left join letter l on l.id = e.letter_id
    where e.book_id = ${bookId} and e.year_be = ${year} window numbers as (order by e.no)
  )`;

type Rule = { readonly when: string; readonly against?: string };
const HAS_REASON: Rule = { when: `(status in ('reserved', 'record_lost') and (reason = '' or person_id is null)) or (status = 'cancelled' and (cancel_reason = '' or cancelled_at is null))` };

/** Which entries belong to a kind of finding; the others are found by comparing entries. */
const RULES: { readonly [K in Exclude<CheckFinding, 'gap' | 'duplicateLetter' | 'duplicateSource'>]: (today: string) => Rule } = {
  duplicateNumber: () => ({ when: `status <> 'cancelled' and same_printed > 1` }),
  dateOrder: () => ({ when: 'block_id is null and entry_date < latest', against: 'latest' }),
  wrongYear: () => ({ when: 'extract(year from entry_date) + 543 <> year_be' }),
  unexplained: () => HAS_REASON,
  overdue: (today) => ({ when: `status = 'reserved' and coalesce(until_day, entry_date) < ${today}`, against: 'coalesce(until_day, entry_date)' }),
  reserved: (today) => ({ when: `status = 'reserved' and coalesce(until_day, entry_date) >= ${today}`, against: 'coalesce(until_day, entry_date)' }),
  filled: () => ({ when: `status = 'issued' and block_kind = 'reserved'` }),
  outage: () => ({ when: `status = 'issued' and block_kind = 'outage'` }),
  cancelled: () => ({ when: `status = 'cancelled'` }),
  lost: () => ({ when: `status = 'record_lost'` }),
  amended: () => ({ when: 'is_amended' }),
};

function found(today: string, issuing: boolean): string {
  const ofEntries = Object.entries(RULES).map(([kind, rule]) => {
    const { when, against = 'null::date' } = rule(today);
    return `select '${kind}' as kind, id as entry_id, no, no as to_no, ${against} as against from base where ${when}`;
  });
  return [
    `select 'gap' as kind, null::uuid as entry_id, before + 1 as no, no - 1 as to_no, null::date as against from base where no - before > 1`,
    `select 'gap', null, coalesce(max(base.no), c.first_no - 1) + 1, c.last_no, null from counter c left join base on true group by c.first_no, c.last_no having coalesce(max(base.no), c.first_no - 1) < c.last_no`,
    ...ofEntries,
    `select 'duplicateLetter', id, no, no, null from (select known.*, count(*) over (partition by known_id) as known_same from known where same_letter > 1) twice where known_same > 1`,
    ...(issuing ? [] : [`select 'duplicateSource', id, no, no, null from (select known.*, count(*) over (partition by from_text, their_no, their_date) as known_same from known where their_no <> '') twice where known_same > 1`]),
  ].join(' union all ');
}
