/**
 * Working calendars: national days with the office's own over them. Declaring a day moves the open deadlines of that office
 * in the same transaction (reference §9).
 */
import type { LetterFilter } from '#domain/access/filter';
import { officeChain } from '#domain/audit/chain';
import type { AuditKind } from '#domain/audit/kinds';
import { GOVERNMENT_HOURS, mergeCalendars, WEEKEND, type CalendarDay, type CalendarLayer, type OfficeCalendar } from '#domain/calendar/calendar';
import { recomputeDue, type MovedDeadline, type RecomputeSummary, type StoredDeadline } from '#domain/calendar/recompute';
import { REGISTER_WITHIN, type RegisterTimes, type Registry } from '#domain/calendar/register-limit';
import { DomainError } from '#domain/errors';
import { addDays, isCivilDate, type CivilDate } from '#domain/thai/dates';
import type { RecordedBy } from './appointments';
import { recordAudit } from './audit';
import { calendarLock } from './calendar-lock';
import type { Tx } from '../tx';

/** A day as it stands in the table. */
export type DeclaredDay = {
  readonly id: string;
  readonly officeId: string | null;
  readonly day: CivilDate;
  readonly kind: 'holiday' | 'working';
  readonly nameTh: string;
  readonly nameEn: string;
  readonly status: 'confirmed' | 'predicted';
};

/** What a change of the calendar did, or would do. */
export type CalendarChange = { readonly summary: RecomputeSummary; readonly moved: readonly MovedDeadline[]; readonly woken: number };

const DAY_COLUMNS = `id, office_id as "officeId", day, kind, name_th as "nameTh", name_en as "nameEn", status`;

/** Days that an office sees between two dates (both included), national ones and its own, in order. */
export async function listDays(tx: Tx, { officeId, from, to }: { readonly officeId: string; readonly from: CivilDate; readonly to: CivilDate }): Promise<readonly DeclaredDay[]> {
  const { rows } = await tx.query<DeclaredDay>(
    `select ${DAY_COLUMNS} from calendar_day where (office_id is null or office_id = $1) and day between $2 and $3 order by day, office_id nulls first`,
    [officeId, from, to],
  );
  return rows;
}

/** One declared day; null where there is none. */
export async function findDay(tx: Tx, id: string): Promise<DeclaredDay | null> {
  const { rows } = await tx.query<DeclaredDay>(`select ${DAY_COLUMNS} from calendar_day where id = $1`, [id]);
  return rows[0] ?? null;
}

/** A moved deadline with the letter it belongs to, as far as a reader may see. */
export type MovedExample = {
  readonly letterId: string;
  readonly subject: string | null;
  readonly nodeName: { readonly th: string; readonly en: string };
  readonly from: string;
  readonly to: string;
};

/**
 * The first `limit` moved deadlines of tasks of letters that the reader may know of, earliest new instant first. `filter` is
 * compiled with its first parameter at 3, over alias `l`.
 */
export async function listMovedDeadlines(
  tx: Tx,
  { moved, filter, limit }: { readonly moved: readonly MovedDeadline[]; readonly filter: LetterFilter; readonly limit: number },
): Promise<readonly MovedExample[]> {
  if (moved.length === 0) return [];
  const { rows } = await tx.query<MovedExample>(
    `select m."letterId", case when ${filter.reveal} then l.subject end as subject,
            json_build_object('th', t.node_name, 'en', t.node_name_en) as "nodeName", m."from", m."to"
       from json_to_recordset($1::json) as m("letterId" uuid, id text, "from" timestamptz, "to" timestamptz)
       join letter l on l.id = m."letterId"
       join due_instant d on d.letter_id = m."letterId" and d.timer_id = m.id and d.kind = 'due'
       join task t on t.letter_id = d.letter_id and t.id = d.task_id and t.status = 'open'
      where ${filter.sql}
      order by m."to", l.id limit $2`,
    [JSON.stringify(moved), limit, ...filter.params],
  );
  return rows;
}

type Settings = { readonly calendar?: CalendarLayer; readonly registerTimes?: RegisterTimes };
/** How much moved in letters of the classes that a reader is cleared for. */
export type MovedFigures = { readonly open: number; readonly moved: number; readonly later: number; readonly earlier: number; readonly letters: number };

/** Counts open and moved deadlines of an office. `clearance` is compiled with its first parameter at 3, over alias `l`: of other classes not even the number is told. */
export async function countMovedDeadlines(
  tx: Tx,
  { officeId, moved, clearance }: { readonly officeId: string; readonly moved: readonly MovedDeadline[]; readonly clearance: LetterFilter },
): Promise<MovedFigures> {
  const { rows } = await tx.query<MovedFigures>(
    `select (select count(*) from due_instant d join letter l on l.id = d.letter_id where d.office_id = $2 and d.fired_at is null and l.status <> 'ended' and ${clearance.sql})::int as open,
            count(*)::int as moved, count(*) filter (where m."to" > m."from")::int as later, count(*) filter (where m."to" < m."from")::int as earlier, count(distinct m."letterId")::int as letters
       from json_to_recordset($1::json) as m("letterId" uuid, "from" timestamptz, "to" timestamptz) join letter l on l.id = m."letterId"
      where ${clearance.sql}`,
    [JSON.stringify(moved), officeId, ...clearance.params],
  );
  return rows[0]!;
}

type CalendarFacts = { readonly id: string; readonly settings: Settings | null; readonly days: readonly DeclaredDay[] };

/** The calendars by which these offices' deadlines count, by office; an unknown office has none. */
export async function listOfficeCalendars(tx: Tx, officeIds: readonly string[]): Promise<ReadonlyMap<string, OfficeCalendar>> {
  return new Map((await calendarFacts(tx, officeIds)).map((row) => [row.id, toCalendar(row)]));
}

/** Calendars and times to register of these offices; an unknown office has none. */
export async function listRegistries(tx: Tx, officeIds: readonly string[]): Promise<ReadonlyMap<string, Registry>> {
  return new Map((await calendarFacts(tx, officeIds)).map((row) => [row.id, { calendar: toCalendar(row), times: row.settings?.registerTimes ?? REGISTER_WITHIN }]));
}

/** Keeps an office's times to register, with the audit event. */
export async function setRegisterTimes(tx: Tx, { officeId, times, by }: { readonly officeId: string; readonly times: RegisterTimes; readonly by: RecordedBy }): Promise<void> {
  await tx.query(`update office set settings = settings || jsonb_build_object('registerTimes', $2::jsonb) where id = $1`, [officeId, JSON.stringify(times)]);
  await audit(tx, officeId, by, 'office.registerTimesChanged', { times });
}

async function calendarFacts(tx: Tx, officeIds: readonly string[]): Promise<readonly CalendarFacts[]> {
  const { rows } = await tx.query<CalendarFacts>(
    `select o.id, o.settings, (select coalesce(json_agg(json_build_object('officeId', office_id, 'day', day, 'kind', kind, 'nameTh', name_th, 'status', status)), '[]')
        from calendar_day where office_id is null or office_id = o.id) as days
       from office o where o.id = any($1::uuid[])`,
    [officeIds],
  );
  return rows;
}

function toCalendar({ settings, days }: CalendarFacts): OfficeCalendar {
  const layer = (isOffice: boolean): OfficeCalendar['days'] =>
    Object.fromEntries(days.filter((day) => (day.officeId !== null) === isOffice).map((day) => [day.day, toCalendarDay(day)]));
  return mergeCalendars({ hours: GOVERNMENT_HOURS, weekend: WEEKEND, days: layer(false) }, null, { ...settings?.calendar, days: layer(true) });
}

/** The calendar by which an office's deadlines count. @throws DomainError NOT_FOUND for an unknown office */
export async function getOfficeCalendar(tx: Tx, officeId: string): Promise<OfficeCalendar> {
  const calendar = (await listOfficeCalendars(tx, [officeId])).get(officeId);
  if (calendar === undefined) throw new DomainError('NOT_FOUND', { officeId });
  return calendar;
}

type NewDay = { readonly officeId: string; readonly day: CivilDate; readonly kind: 'holiday' | 'working'; readonly nameTh: string; readonly nameEn?: string };

/** What declaring a day would move; changes nothing. @throws DomainError NOT_FOUND, CALENDAR_DAY_INVALID */
export async function previewDay(tx: Tx, day: NewDay): Promise<CalendarChange> {
  assertDay(day);
  const before = await getOfficeCalendar(tx, day.officeId);
  const { moved, summary, wake } = recomputeDue(before, withDay(before, day), await openDeadlines(tx, day.officeId));
  return { moved, summary, woken: wake.length };
}

/**
 * Declares a day for one office and moves its open deadlines. The calendar and the office's open letters are locked first, so that
 * no deadline is being set by the old calendar meanwhile, nor by a letter that begins just now; letters that are due earlier than before get a nudge through the outbox.
 * @throws DomainError NOT_FOUND; CALENDAR_DAY_INVALID for no date, a day declared already, or a calendar without working days
 */
export async function declareDay(tx: Tx, { day, by }: { readonly day: NewDay; readonly by: RecordedBy }): Promise<CalendarChange & { readonly id: string }> {
  assertDay(day);
  const before = await getOfficeCalendar(tx, day.officeId);
  const { rows } = await tx.query<{ id: string }>(
    `insert into calendar_day (office_id, day, kind, name_th, name_en, status, declared_by, declared_at) values ($1, $2, $3, $4, $5, 'confirmed', $6, $7)
     on conflict do nothing returning id`,
    [day.officeId, day.day, day.kind, day.nameTh, day.nameEn ?? '', by.personId, by.at],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new DomainError('CALENDAR_DAY_INVALID', { day: day.day, reason: 'declared' });
  const change = await moveDeadlines(tx, { officeId: day.officeId, before, after: withDay(before, day), cause: id });
  await audit(tx, day.officeId, by, 'calendar.declared', { dayId: id, day: day.day, kind: day.kind, ...change.summary });
  return { id, ...change };
}

/** Takes an office's own day back and moves its open deadlines. @throws DomainError NOT_FOUND for a day of no office */
export async function withdrawDay(tx: Tx, { id, by }: { readonly id: string; readonly by: RecordedBy }): Promise<CalendarChange & { readonly day: DeclaredDay }> {
  const { rows } = await tx.query<DeclaredDay>(`select ${DAY_COLUMNS} from calendar_day where id = $1 and office_id is not null for update`, [id]);
  const day = rows[0];
  if (day === undefined || day.officeId === null) throw new DomainError('NOT_FOUND', { id });
  const before = await getOfficeCalendar(tx, day.officeId);
  await tx.query('delete from calendar_day where id = $1', [id]);
  const after = await getOfficeCalendar(tx, day.officeId);
  const change = await moveDeadlines(tx, { officeId: day.officeId, before, after, cause: `${id}:withdrawn` });
  await audit(tx, day.officeId, by, 'calendar.withdrawn', { dayId: id, day: day.day, kind: day.kind, ...change.summary });
  return { day, ...change };
}

type Recalculation = { readonly officeId: string; readonly before: OfficeCalendar; readonly after: OfficeCalendar; readonly cause: string };

async function moveDeadlines(tx: Tx, { officeId, before, after, cause }: Recalculation): Promise<CalendarChange> {
  await tx.query('set local statement_timeout = 60000');
  await tx.query(`select pg_advisory_xact_lock(${calendarLock('$1')})`, [officeId]);
  await tx.query(`select 1 from letter where office_id = $1 and status <> 'ended' order by id for update`, [officeId]);
  const { moved, summary, wake } = recomputeDue(before, after, await openDeadlines(tx, officeId));
  await tx.query(
    `with moved as (select * from json_to_recordset($1::json) as m("letterId" uuid, id text, "to" timestamptz)),
     dues as (update due_instant d set at = m."to" from moved m where d.letter_id = m."letterId" and d.timer_id = m.id and d.fired_at is null
       returning d.letter_id, d.task_id, d.kind, d.at)
     -- A task may have two limits: the sooner of them shows.
     update task t set due_at = (select min(coalesce(m."to", i.at)) from due_instant i left join moved m on m."letterId" = i.letter_id and m.id = i.timer_id
       where i.letter_id = t.letter_id and i.task_id = t.id and i.kind = 'due')
     from (select distinct letter_id, task_id from dues where kind = 'due') d where t.letter_id = d.letter_id and t.id = d.task_id and t.status = 'open'`,
    [JSON.stringify(moved)],
  );
  await tx.query(
    `insert into outbox (effect_id, letter_id, order_key, kind, payload)
     select 'calendar:' || $2 || ':' || id, id, 'nudge:' || id, 'nudge', json_build_object('letterId', id) from unnest($1::uuid[]) as id`,
    [wake, cause],
  );
  return { moved, summary, woken: wake.length };
}

/** Deadlines of an office's open letters; fired ones too, since others may count from them. */
async function openDeadlines(tx: Tx, officeId: string): Promise<readonly StoredDeadline[]> {
  const { rows } = await tx.query<StoredDeadline>(
    `select d.letter_id as "letterId", d.timer_id as id, d.rule, d.anchor, d.at, d.fired_at is not null as "isFired"
       from due_instant d join letter l on l.id = d.letter_id
      where d.office_id = $1 and l.status <> 'ended'`,
    [officeId],
  );
  return rows;
}

const toCalendarDay = ({ officeId, kind, nameTh, status }: DeclaredDay): CalendarDay => ({
  kind, name: nameTh, scope: officeId === null ? 'national' : 'office', isPredicted: status === 'predicted',
});

const withDay = (calendar: OfficeCalendar, { day, kind, nameTh }: NewDay): OfficeCalendar => ({
  ...calendar,
  days: { ...calendar.days, [day]: { kind, name: nameTh, scope: 'office' } },
});

function assertDay({ day }: NewDay): void {
  if (!isCivilDate(day) || addDays(day, 0) !== day) throw new DomainError('CALENDAR_DAY_INVALID', { day });
}

async function audit(tx: Tx, officeId: string, by: RecordedBy, kind: AuditKind, data: Record<string, unknown>): Promise<void> {
  await recordAudit(tx, { chain: officeChain(officeId), officeId, kind, data, personId: by.personId, postId: by.postId, at: by.at });
}
