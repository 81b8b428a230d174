/** What was sent to others and is not registered or not answered, for whoever supervises the senders. */
import { compileFilter } from '#domain/access/filter';
import type { Subject } from '#domain/access/subject';
import type { SUPERVISED_DELIVERIES } from '#domain/letter/supervised';
import { URGENCIES, type Urgency } from '#domain/letter/vocabulary';
import { norm } from '#domain/thai/normalise';
import type { Tx } from '../tx';
import { likePattern, toPage } from './cursors';
import { createParams, type Params } from './params';
import type { Name } from './readers';
import { officeRef, unitRef } from './sql';
import type { SupervisionScope } from './supervision';

type OfficeRef = { readonly id: string; readonly code: string; readonly name: Name; readonly short: string };

export type DeliveryState = (typeof SUPERVISED_DELIVERIES)[number];
export type DeliveryFilter = {
  readonly state: DeliveryState;
  readonly toOfficeId?: string | undefined;
  readonly unitId?: string | undefined;
  readonly urgency?: Urgency | undefined;
  readonly q?: string | undefined;
};
/** For a receiver: what was sent by then should be registered by now, by urgency. */
export type ReceiverLimits = { readonly officeId: string; readonly limits: { readonly [U in Urgency]: string } };
export type DeliveryRow = {
  readonly deliveryId: string;
  readonly letterId: string;
  readonly seq: number;
  readonly subject: string | null;
  readonly letterNo: string | null;
  readonly urgency: Urgency;
  readonly urgentBy: string | null;
  readonly unit: { readonly id: string; readonly code: string; readonly name: Name } | null;
  readonly toOffice: OfficeRef | null;
  readonly toName: string;
  readonly phone: string;
  readonly status: string;
  readonly sentAt: string;
  readonly isUnregistered: boolean;
  readonly registeredAt: string | null;
  readonly receiveNo: string | null;
  readonly expect: 'reply' | 'acknowledgement' | 'nothing';
  readonly dueOn: string | null;
  readonly isLate: boolean;
};
export type DeliveryFigures = { readonly unregistered: number; readonly waiting: number; readonly late: number };
export type DeliveryPage = {
  readonly items: readonly DeliveryRow[];
  readonly nextCursor: string | null;
  readonly total: number;
  readonly counts: DeliveryFigures;
  readonly byOffice: readonly (DeliveryFigures & { readonly office: OfficeRef })[];
};
export type SupervisedDeliveries = {
  readonly scope: SupervisionScope;
  readonly reader: Subject;
  readonly filter: DeliveryFilter;
  /** Instant and Bangkok day of the question. */
  readonly at: string;
  readonly day: string;
  readonly receivers: readonly ReceiverLimits[];
};

const STATES: { readonly [S in DeliveryState]: string } = { unregistered: 'm.is_unregistered', late: 'm.is_late', waiting: 'm.is_waiting' };
const FIGURES = `'unregistered', (count(*) filter (where m.is_unregistered))::int, 'waiting', (count(*) filter (where m.is_waiting))::int, 'late', (count(*) filter (where m.is_late))::int`;
const NONE: DeliveryFigures = { unregistered: 0, waiting: 0, late: 0 };
const OFFICES_MAX = 100;

/** Offices that have something of these senders in hand, for whose calendars one has to ask. */
export async function listReceivers(tx: Tx, { allOfficeIds }: SupervisionScope): Promise<readonly string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `select distinct to_office_id as id from delivery where from_office_id = any($1::uuid[]) and status = 'sent' and to_office_id is not null`,
    [allOfficeIds],
  );
  return rows.map(({ id }) => id);
}

/** A page, the longest sent first. `counts` leave the state aside, `byOffice` the receiver as well. */
export async function listSupervisedDeliveries(
  tx: Tx,
  args: SupervisedDeliveries & { readonly limit: number; readonly after: readonly (string | number)[] | null },
): Promise<DeliveryPage> {
  const { filter, limit, after } = args;
  const params = createParams();
  const { add } = params;
  const m = deliveriesSql(args, params);
  const isOffice = filter.toOfficeId === undefined ? 'true' : `m.to_office_id = ${add(filter.toOfficeId, 'uuid')}`;
  const wanted = `${isOffice} and ${STATES[filter.state]}`;
  const start = after === null ? 'true' : `(m.sent_at, m.id) > (${add(after[0], 'timestamptz')}, ${add(after[1], 'uuid')})`;
  const { rows } = await tx.query<Partial<DeliveryRow> & { readonly sums: Pick<DeliveryPage, 'total' | 'counts' | 'byOffice'> }>(
    `with ${m}, sums as (
       select json_build_object('total', (select count(*)::int from m where ${wanted}), 'counts', (select json_build_object(${FIGURES}) from m where ${isOffice}),
         'byOffice', (select coalesce(json_agg(n.figures || jsonb_build_object('office', ${officeRef('o')}) order by n.un desc, n.late desc, o.name_th, o.id), '[]') from (
           select m.to_office_id, jsonb_build_object(${FIGURES}) as figures, count(*) filter (where m.is_unregistered) as un, count(*) filter (where m.is_late) as late
             from m where m.to_office_id is not null group by m.to_office_id order by un desc, late desc limit ${OFFICES_MAX}) n join office o on o.id = n.to_office_id)) as sums
     ), page as (
       select m.* from m where ${wanted} and ${start} order by m.sent_at, m.id limit ${add(limit + 1, 'int')}
     )
     select sums.sums, m.id as "deliveryId", m.from_letter_id as "letterId", l.seq, case when m.shown then l.subject end as subject, l.letter_no as "letterNo", l.urgency,
       l.urgent_by as "urgentBy", ${unitRef('u')} as unit, ${officeRef('o')} as "toOffice", coalesce(o.name_th, m.to_address->>'name', '') as "toName",
       coalesce(nullif(registry.phone, ''), o.phone, '') as phone, m.status, m.sent_at as "sentAt", m.is_unregistered as "isUnregistered", m.registered_at as "registeredAt",
       m.receive_no as "receiveNo", m.expect, to_char(m.due_on, 'YYYY-MM-DD') as "dueOn", m.is_late as "isLate"
     from sums left join page m on true left join letter l on l.id = m.from_letter_id left join unit u on u.id = l.owner_unit_id
       left join office o on o.id = m.to_office_id left join unit registry on registry.id = o.registry_unit_id
     order by m.sent_at, m.id`,
    params.values,
  );
  const sums = rows[0]?.sums ?? { total: 0, counts: NONE, byOffice: [] };
  // Without a delivery there is one row for the sums alone; with one, every column is there.
  const found = rows.filter((row) => typeof row.deliveryId === 'string') as unknown as readonly DeliveryRow[];
  return { ...sums, ...toPage(found, limit, (row) => [row.sentAt, row.deliveryId]) };
}

/** Common table `m`: deliveries of letters that the reader may know, not registered in time or still to be answered. */
function deliveriesSql({ scope, reader, filter, at, day, receivers }: SupervisedDeliveries, params: Params): string {
  const { add } = params;
  const seen = params.filter((firstParam) => compileFilter(reader, { alias: 'l', firstParam }));
  const pairs = receivers.flatMap(({ officeId, limits }) => URGENCIES.map((urgency) => ({ officeId, urgency, until: limits[urgency] })));
  const isPast = `case when l.urgency = 'urgent_by' and l.urgent_by is not null then l.urgent_by <= ${add(at, 'timestamptz')} else d.sent_at <= lim.until end`;
  const expects = `d.expect <> 'nothing' and d.status in ('sent', 'registered') and l.status <> 'ended'`;
  const where = [
    `d.from_office_id = any(${add(scope.allOfficeIds, 'uuid[]')}) and d.status in ('sent', 'registered')`,
    `(l.office_id = any(${add(scope.officeIds, 'uuid[]')}) or l.owner_unit_id = any(${add(scope.unitIds, 'uuid[]')}))`,
    seen.sql,
  ];
  if (filter.unitId !== undefined) where.push(`l.owner_unit_id = ${add(filter.unitId, 'uuid')}`);
  if (filter.urgency !== undefined) where.push(`l.urgency = ${add(filter.urgency, 'text')}`);
  if (filter.q !== undefined) {
    const like = add(likePattern(norm(filter.q)), 'text');
    where.push(`((${seen.reveal} and l.subject ilike ${like}) or l.letter_no ilike ${like} or l.to_text ilike ${like})`);
  }
  return `lim as (select * from unnest(${add(pairs.map(({ officeId }) => officeId), 'uuid[]')}, ${add(pairs.map(({ urgency }) => urgency), 'text[]')}, ${add(pairs.map(({ until }) => until), 'timestamptz[]')}) as x(office_id, urgency, until)),
    m as materialized (
      select * from (
        select d.*, ${seen.reveal} as shown, coalesce(d.status = 'sent' and d.to_office_id is not null and ${isPast}, false) as is_unregistered,
          ${expects} as is_waiting, coalesce(${expects} and d.due_on < ${add(day, 'date')}, false) as is_late
        from delivery d join letter l on l.id = d.from_letter_id left join lim on lim.office_id = d.to_office_id and lim.urgency = l.urgency
        where ${where.join(' and ')}) each_delivery
      where is_unregistered or is_waiting)`;
}
