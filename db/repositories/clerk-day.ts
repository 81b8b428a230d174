/** A registry's day: what was given a receive number, and what was sent. Numbers of letters that must not be known are neither shown nor counted. */
import { compileFilter, type LetterFilter } from '#domain/access/filter';
import type { Secrecy, Urgency } from '#domain/letter/vocabulary';
import { addDays, bangkokInstant, yearBe } from '#domain/thai/dates';
import type { Tx } from '../tx';
import { toPage } from './cursors';
import { createParams, type Params } from './params';
import type { Name, Reader } from './readers';

export type DayScope = { readonly reader: Reader; readonly day: string; readonly bookIds: readonly string[]; readonly officeIds: readonly string[] };
export type DayCounts = { readonly received: number; readonly sent: number };
type Paged = DayScope & { readonly limit: number; readonly after: readonly (string | number | null)[] | null };
export type DayPage<Row> = { readonly items: Row[]; readonly nextCursor: string | null; readonly total: number; readonly counts: DayCounts };

type LetterRow = { readonly letterId: string; readonly isRevealed: boolean; readonly subject: string | null; readonly isSealed: boolean; readonly urgency: Urgency; readonly secrecy: Secrecy };
export type ReceivedRow = LetterRow & {
  readonly entryId: string;
  readonly printed: string;
  readonly book: Name;
  readonly isCancelled: boolean;
  readonly takenAt: string;
  readonly fromText: string;
  readonly theirNo: string;
  readonly units: readonly Name[];
  readonly holders: readonly Name[];
  readonly isEnded: boolean;
};
export type SentRow = LetterRow & {
  readonly letterNo: string | null;
  readonly sentAt: string;
  readonly recipients: readonly string[];
  readonly deliveries: { readonly sent: number; readonly registered: number };
};

/** Addressees named in a row; the rest is counted. */
const NAMED = 3;

/** A page of the day's receive numbers, the newest first, with both counts of the day. */
export async function listReceived(tx: Tx, args: Paged): Promise<DayPage<ReceivedRow>> {
  const params = createParams();
  const { ctes, seen } = dayOf(args, params);
  const start = startAfter(args.after, params);
  const { rows } = await tx.query<ReceivedRow & { readonly counts: DayCounts }>(
    `${ctes}, page as (select * from received f where ${start} order by f.at desc, f.id desc limit ${params.add(args.limit + 1, 'int')})
     select c.counts, f.id as "entryId", l.id as "letterId", ${letterColumns(seen)}, e.printed, json_build_object('th', b.name_th, 'en', b.name_en) as book,
       e.status = 'cancelled' as "isCancelled", e.taken_at as "takenAt", l.from_text as "fromText", l.their_no as "theirNo", l.status = 'ended' as "isEnded",
       (select coalesce(json_agg(distinct jsonb_build_object('th', coalesce(q.title_th, u.name_th), 'en', coalesce(q.title_en, u.name_en))), '[]') from assignment a
         join unit u on u.id = a.unit_id left join post q on q.id = a.post_id where a.letter_id = l.id) as units,
       (select coalesce(json_agg(distinct jsonb_build_object('th', p.title_th, 'en', p.title_en)), '[]') from task t join post p on p.id = any(t.post_ids)
         where t.letter_id = l.id and t.status = 'open') as holders
     from counts c left join page f on true left join register_entry e on e.id = f.id left join book b on b.id = e.book_id left join letter l on l.id = e.letter_id
     order by f.at desc, f.id desc`,
    params.values,
  );
  return toDayPage(rows, 'received', args.limit, ({ takenAt, entryId }) => [takenAt, entryId]);
}

/** A page of the letters dispatched that day, the newest first, with both counts of the day. */
export async function listSent(tx: Tx, args: Paged): Promise<DayPage<SentRow>> {
  const params = createParams();
  const { ctes, seen } = dayOf(args, params);
  const start = startAfter(args.after, params);
  const { rows } = await tx.query<SentRow & { readonly counts: DayCounts }>(
    `${ctes}, page as (select * from sent f where ${start} order by f.at desc, f.id desc limit ${params.add(args.limit + 1, 'int')})
     select c.counts, l.id as "letterId", ${letterColumns(seen)}, l.letter_no as "letterNo", f.at as "sentAt",
       coalesce(array(select coalesce(o.name_th, d.to_address->>'name', '') from delivery d left join office o on o.id = d.to_office_id
         where d.from_letter_id = l.id order by (d.role = 'info'), o.name_th, d.id limit ${NAMED}), '{}') as recipients,
       (select json_build_object('sent', count(*)::int, 'registered', count(d.receive_no)::int) from delivery d where d.from_letter_id = l.id and d.status <> 'recalled') as deliveries
     from counts c left join page f on true left join letter l on l.id = f.id
     order by f.at desc, f.id desc`,
    params.values,
  );
  return toDayPage(rows, 'sent', args.limit, ({ sentAt, letterId }) => [sentAt, letterId]);
}

/** What of the day the reader may know, and how much it is. */
function dayOf({ reader, day, bookIds, officeIds }: DayScope, params: Params): { readonly ctes: string; readonly seen: LetterFilter } {
  const { add } = params;
  const seen = params.filter((firstParam) => compileFilter(reader, { firstParam }));
  const books = add(bookIds, 'uuid[]');
  const date = add(day, 'date');
  const year = add(yearBe(day), 'int');
  const offices = add(officeIds, 'uuid[]');
  const [from, to] = [day, addDays(day, 1)].map((each) => add(bangkokInstant(each, '00:00'), 'timestamptz'));
  return {
    seen,
    ctes: `with received as materialized (
       select e.id, e.taken_at as at from register_entry e join letter l on l.id = e.letter_id
        where e.book_id = any(${books}) and e.year_be = ${year} and e.entry_date = ${date} and ${seen.sql}
     ), sent as materialized (
       select l.id, max(d.sent_at) as at from delivery d join letter l on l.id = d.from_letter_id
        where d.from_office_id = any(${offices}) and d.sent_at >= ${from} and d.sent_at < ${to} and d.status <> 'recalled' and ${seen.sql} group by l.id
     ), counts as (select json_build_object('received', (select count(*)::int from received), 'sent', (select count(*)::int from sent)) as counts)`,
  };
}

const letterColumns = ({ reveal }: LetterFilter): string =>
  `${reveal} as "isRevealed", l.subject, l.is_sealed as "isSealed", l.urgency, l.secrecy`;

const startAfter = (after: Paged['after'], { add }: Params): string =>
  after === null ? 'true' : `(f.at, f.id) < (${add(after[0], 'timestamptz')}, ${add(after[1], 'uuid')})`;

function toDayPage<Row extends { readonly letterId: string }>(
  rows: readonly (Row & { readonly counts: DayCounts })[],
  list: keyof DayCounts,
  limit: number,
  keyOf: (row: Row) => readonly (string | number | null)[],
): DayPage<Row> {
  const counts = rows[0]?.counts ?? { received: 0, sent: 0 };
  const found = rows.filter(({ letterId }) => letterId !== null);
  return { ...toPage<Row>(found, limit, keyOf), total: counts[list], counts };
}
