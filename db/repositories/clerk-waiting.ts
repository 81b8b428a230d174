/** What a registry waits for from others, and what came back to somebody and why. */
import { compileFilter } from '#domain/access/filter';
import type { Secrecy, Urgency } from '#domain/letter/vocabulary';
import type { TaskKind } from '#domain/route/state';
import type { Tx } from '../tx';
import { AWAITS_ANSWER } from './correspondents';
import { toPage } from './cursors';
import { scopeOf } from './inbox';
import { createParams } from './params';
import type { Name, Reader } from './readers';

type LetterRow = { readonly letterId: string; readonly isRevealed: boolean; readonly subject: string | null; readonly isSealed: boolean; readonly urgency: Urgency; readonly secrecy: Secrecy };
type After = readonly (string | number | null)[] | null;
type Page<Row> = { readonly items: Row[]; readonly nextCursor: string | null; readonly total: number };

export type WaitingFor = 'registration' | 'answer';
export type WaitingRow = LetterRow & {
  readonly deliveryId: string;
  readonly letterNo: string | null;
  readonly to: Name;
  readonly for: WaitingFor;
  readonly since: string;
  readonly dueOn: string | null;
  readonly isOverdue: boolean;
  readonly receiveNo: string | null;
  readonly phone: string;
};
export type WaitingCounts = { readonly [F in WaitingFor]: number };

type WaitingArgs = {
  readonly reader: Reader;
  readonly officeIds: readonly string[];
  /** Today in Bangkok. */
  readonly today: string;
  readonly for: WaitingFor | undefined;
  readonly limit: number;
  readonly after: After;
};

/** Deliveries of these offices that others have not registered, or not answered; the longest wait first. */
export async function listWaiting(tx: Tx, args: WaitingArgs): Promise<Page<WaitingRow> & { readonly counts: WaitingCounts }> {
  const params = createParams();
  const { add } = params;
  const seen = params.filter((firstParam) => compileFilter(args.reader, { firstParam }));
  const offices = add(args.officeIds, 'uuid[]');
  const wanted = args.for === undefined ? 'true' : `w.why = ${add(args.for, 'text')}`;
  const start = args.after === null ? 'true' : `(w.since, w.id) > (${add(args.after[0], 'timestamptz')}, ${add(args.after[1], 'uuid')})`;
  const { rows } = await tx.query<WaitingRow & { readonly counts: WaitingCounts & { readonly total: number } }>(
    `with w as materialized (
       select d.id, x.why, case x.why when 'registration' then d.sent_at else coalesce(d.registered_at, d.sent_at) end as since, ${seen.reveal} as shown
         from delivery d join letter l on l.id = d.from_letter_id
         cross join lateral (select case when d.status = 'sent' and d.to_office_id is not null then 'registration'
           when ${AWAITS_ANSWER} and l.status <> 'ended' then 'answer' end as why) x
        where d.from_office_id = any(${offices}) and x.why is not null and ${seen.sql}
     ), counts as (
       select json_build_object('registration', (count(*) filter (where why = 'registration'))::int, 'answer', (count(*) filter (where why = 'answer'))::int,
         'total', (count(*) filter (where ${wanted}))::int) as counts from w
     ), page as (select * from w where ${wanted} and ${start} order by w.since, w.id limit ${add(args.limit + 1, 'int')})
     select c.counts, d.id as "deliveryId", l.id as "letterId", w.shown as "isRevealed", l.subject, l.is_sealed as "isSealed", l.urgency, l.secrecy,
       l.letter_no as "letterNo", w.why as for, w.since, d.due_on as "dueOn", coalesce(d.due_on < ${add(args.today, 'date')}, false) as "isOverdue",
       d.receive_no as "receiveNo", coalesce(o.phone, '') as phone,
       json_build_object('th', coalesce(o.name_th, d.to_address->>'name', ''), 'en', coalesce(o.name_en, d.to_address->>'name', '')) as "to"
     from counts c left join page w on true left join delivery d on d.id = w.id left join letter l on l.id = d.from_letter_id left join office o on o.id = d.to_office_id
     order by w.since, w.id`,
    params.values,
  );
  const { total, ...counts } = rows[0]?.counts ?? { total: 0, registration: 0, answer: 0 };
  const found = rows.filter(({ deliveryId }) => deliveryId !== null);
  return { ...toPage<WaitingRow>(found, args.limit, ({ since, deliveryId }) => [since, deliveryId]), total, counts };
}

export type ReturnedRow = LetterRow & {
  readonly kind: 'delivery' | 'task' | 'command';
  readonly id: string;
  readonly at: string;
  readonly letterNo: string | null;
  readonly by: Name | null;
  readonly reason: string;
  readonly code: string | null;
  readonly details: Readonly<Record<string, unknown>> | null;
  readonly taskId: string | null;
  readonly taskKind: TaskKind | null;
};

/** A returned delivery is shown while its letter is open, and this long after. */
const KEPT = `interval '30 days'`;

/**
 * What came back, the newest first: deliveries that their addressees returned, tasks that were sent back to the reader's posts, and acts
 * of the reader that were refused after they had been accepted.
 */
export async function listReturned(
  tx: Tx,
  { reader, officeIds, at, limit, after }: { readonly reader: Reader; readonly officeIds: readonly string[]; readonly at: string; readonly limit: number; readonly after: After },
): Promise<Page<ReturnedRow>> {
  const params = createParams();
  const { add } = params;
  const seen = params.filter((firstParam) => compileFilter(reader, { firstParam }));
  const mine = scopeOf(reader, params);
  const start = after === null ? 'true' : `(b.at, b.id) < (${add(after[0], 'timestamptz')}, ${add(after[1], 'text')})`;
  const { rows } = await tx.query<ReturnedRow & { readonly total: number }>(
    `with back as materialized (
       select 'delivery' as kind, d.id::text as id, d.from_letter_id as letter_id, coalesce(d.returned_at, d.arrived_at, d.sent_at) as at, null as task_id, null as task_kind
         from delivery d join letter l on l.id = d.from_letter_id
        where d.from_office_id = any(${add(officeIds, 'uuid[]')}) and d.status = 'returned' and ${seen.sql}
          and (l.status <> 'ended' or d.returned_at > ${add(at, 'timestamptz')} - ${KEPT})
       union all
       select 'task', t.letter_id || '/' || t.id, t.letter_id, t.opened_at, t.id, t.kind from task t join letter l on l.id = t.letter_id
         join transition s on s.letter_id = t.letter_id and s.seq = t.opened_seq
        where ${mine.where} and s.event_type = 'act' and (s.summary->>'outcome' = 'return' or (s.summary->>'outcome' = 'reject' and t.kind = 'assign'))
       union all
       select 'command', c.id::text, c.letter_id, coalesce(c.ended_at, c.created_at), null, null from command c
        where c.person_id = ${add(reader.personId, 'uuid')} and c.status = 'rejected' and not c.is_seen
     ), page as (select b.* from back b where ${start} order by b.at desc, b.id desc limit ${add(limit + 1, 'int')})
     select (select count(*)::int from back) as total, b.kind, b.id, b.letter_id as "letterId", b.at, b.task_id as "taskId", b.task_kind as "taskKind",
       coalesce(${seen.sql} and ${seen.reveal}, false) as "isRevealed", l.subject, coalesce(l.is_sealed, false) as "isSealed", coalesce(l.urgency, 'normal') as urgency,
       coalesce(l.secrecy, 'none') as secrecy, l.letter_no as "letterNo", c.code, c.details,
       case b.kind when 'delivery' then json_build_object('th', coalesce(o.name_th, d.to_address->>'name', ''), 'en', coalesce(o.name_en, d.to_address->>'name', ''))
         when 'task' then json_build_object('th', p.title_th, 'en', p.title_en) end as by,
       coalesce(case b.kind when 'delivery' then d.return_reason when 'task' then e.text else coalesce(c.content->>'note', c.content->>'reason') end, '') as reason
     from (values (1)) one left join page b on true left join letter l on l.id = b.letter_id
       left join delivery d on b.kind = 'delivery' and d.id::text = b.id left join office o on o.id = d.to_office_id
       left join task t on b.kind = 'task' and t.letter_id = b.letter_id and t.id = b.task_id
       left join transition s on s.letter_id = t.letter_id and s.seq = t.opened_seq left join post p on p.id = s.post_id
       left join lateral (select text from endorsement where letter_id = t.letter_id and seq = t.opened_seq order by no limit 1) e on true
       left join command c on b.kind = 'command' and c.id::text = b.id
     order by b.at desc, b.id desc`,
    params.values,
  );
  const found = rows.filter(({ id }) => id !== null);
  return { ...toPage<ReturnedRow>(found, limit, (row) => [row.at, row.id]), total: rows[0]?.total ?? 0 };
}
