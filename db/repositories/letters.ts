/** Letters that a reader may know of, newest first. */
import { compileFilter } from '#domain/access/filter';
import type { Direction, LetterKind, Secrecy, Urgency } from '#domain/letter/vocabulary';
import type { EndOutcome } from '#domain/route/model';
import type { PracticeKind } from '#domain/contracts/letters';
import { addDays, bangkokInstant } from '#domain/thai/dates';
import { norm } from '#domain/thai/normalise';
import type { Tx } from '../tx';
import { likePattern, toPage } from './cursors';
import type { UnitName } from './names';
import { createParams, type Params } from './params';
import type { Name, Reader } from './readers';
import { onVersionSql, PRACTICE_SQL } from './route-practice';
import { unitRef } from './sql';

export type LetterListFilter = {
  readonly direction?: Direction | undefined;
  readonly status?: 'running' | 'held' | 'ended' | undefined;
  readonly kind?: LetterKind | undefined;
  readonly urgency?: Urgency | undefined;
  readonly officeId?: string | undefined;
  readonly unitId?: string | undefined;
  readonly overdue?: boolean | undefined;
  readonly routeVersionId?: string | undefined;
  readonly nodeId?: string | undefined;
  readonly practice?: PracticeKind | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly mine?: boolean | undefined;
  readonly q?: string | undefined;
};
export type LetterRow = {
  readonly id: string;
  readonly officeId: string;
  readonly direction: Direction;
  readonly kind: LetterKind;
  readonly isRevealed: boolean;
  readonly subject: string | null;
  readonly isSealed: boolean;
  readonly fromText: string;
  readonly toText: string;
  readonly letterNo: string | null;
  readonly letterDate: string | null;
  readonly theirNo: string;
  readonly theirDate: string | null;
  readonly receiveNo: string | null;
  readonly receivedAt: string | null;
  readonly urgency: Urgency;
  readonly secrecy: Secrecy;
  readonly status: 'running' | 'held' | 'ended';
  readonly outcome: EndOutcome | null;
  readonly ownerUnit: UnitName | null;
  readonly createdAt: string;
  readonly dueAt: string | null;
  readonly isOverdue: boolean;
  readonly holders: readonly Name[];
  readonly deliveries: { readonly sent: number; readonly registered: number; readonly answered: number };
};

type Args = {
  readonly reader: Reader;
  readonly at: string;
  readonly filter: LetterListFilter;
  readonly limit: number;
  readonly after: readonly (string | number | null)[] | null;
};

/** A page of letters with the total of the filter, within what the reader may know of. */
export async function listLetters(tx: Tx, { reader, at, filter, limit, after }: Args): Promise<{ readonly items: LetterRow[]; readonly nextCursor: string | null; readonly total: number }> {
  const params = createParams();
  const access = params.filter((firstParam) => compileFilter(reader, { firstParam }));
  const now = params.add(at, 'timestamptz');
  const where = [access.sql, ...conditions(filter, { now, reader, reveal: access.reveal }, params)].join(' and ');
  const start = after === null ? 'true' : `(f.created_at, f.id) < (${params.add(after[0], 'timestamptz')}, ${params.add(after[1], 'uuid')})`;
  const { rows } = await tx.query<LetterRow & { readonly total: number }>(
    `with found as materialized (select l.id, l.created_at from letter l where ${where}),
     page as (select f.id, f.created_at from found f where ${start} order by f.created_at desc, f.id desc limit ${params.add(limit + 1, 'int')})
     select (select count(*)::int from found) as total, l.id, l.office_id as "officeId", l.direction, l.kind, ${access.reveal} as "isRevealed", l.subject,
       l.is_sealed as "isSealed", l.from_text as "fromText", l.to_text as "toText", l.letter_no as "letterNo", l.letter_date as "letterDate",
       l.their_no as "theirNo", l.their_date as "theirDate", l.receive_no as "receiveNo", l.received_at as "receivedAt", l.urgency, l.secrecy, l.status, l.outcome,
       l.created_at as "createdAt", ${unitRef('u')} as "ownerUnit", t.due_at as "dueAt", coalesce(t.due_at < ${now}, false) as "isOverdue",
       coalesce((select json_agg(distinct jsonb_build_object('th', p.title_th, 'en', p.title_en)) from task o join post p on p.id = any(o.post_ids)
         where o.letter_id = l.id and o.status = 'open'), '[]') as holders,
       (select json_build_object('sent', count(*), 'registered', count(d.receive_no), 'answered', count(d.answered_at)) from delivery d
         where d.from_letter_id = l.id and d.status <> 'recalled') as deliveries
     from (values (1)) one left join page on true left join letter l on l.id = page.id left join unit u on u.id = l.owner_unit_id
       left join lateral (select min(due_at) as due_at from task where letter_id = l.id and status = 'open') t on true
     order by page.created_at desc, page.id desc`,
    params.values,
  );
  const found = rows.filter(({ id }) => id !== null);
  return { ...toPage(found, limit, (row) => [row.createdAt, row.id]), total: rows[0]?.total ?? 0 };
}

function conditions(filter: LetterListFilter, { now, reader, reveal }: { readonly now: string; readonly reader: Reader; readonly reveal: string }, params: Params): readonly string[] {
  const equals = (column: string, value: string | undefined, type = 'text'): readonly string[] => (value === undefined ? [] : [`${column} = ${params.add(value, type)}`]);
  const step = stepOf(filter, params);
  const overdue = `exists (select 1 from task t where t.letter_id = l.id and t.status = 'open' and t.due_at < ${now}${step === null || filter.practice !== undefined ? '' : ` and ${step.task}`})`;
  return [
    ...equals('l.direction', filter.direction),
    ...equals('l.status', filter.status),
    ...equals('l.kind', filter.kind),
    ...equals('l.urgency', filter.urgency),
    ...equals('l.office_id', filter.officeId, 'uuid'),
    ...(filter.unitId === undefined ? [] : [ofUnit(params.add(filter.unitId, 'uuid'))]),
    ...(filter.overdue === undefined ? [] : [filter.overdue ? overdue : `not ${overdue}`]),
    ...(filter.practice === undefined ? (step === null ? [] : [step.standing]) : [`exists (select 1 from task t where t.letter_id = l.id and ${step?.task ?? 'true'} and ${PRACTICE_SQL[filter.practice]}${spanSql(filter, params)})`]),
    ...(filter.mine === true ? [`${params.add(reader.personId, 'uuid')} in (l.drafter_person_id, l.created_by)`] : []),
    ...(filter.q === undefined ? [] : [matches(params.add(likePattern(norm(filter.q)), 'text'), reveal)]),
  ];
}

/** SQL of a version, a step, or a step of a version: letters that stand there now, and tasks `t` there. */
function stepOf({ routeVersionId, nodeId }: LetterListFilter, params: Params): { readonly standing: string; readonly task: string } | null {
  if (routeVersionId === undefined && nodeId === undefined) return null;
  const version = routeVersionId === undefined ? null : params.add(routeVersionId, 'uuid');
  const node = nodeId === undefined ? null : params.add(nodeId, 'text');
  const both = (atNode: string | null, atVersion: string | null): string => [atNode, atVersion].filter((sql) => sql !== null).join(' and ');
  const token = both(node && `k.value->>'node' = ${node}`, version && `l.state->'frames'->(k.value->>'frame')->>'route' = ${version}::text`);
  const frame = `exists (select 1 from jsonb_each(l.state->'frames') f where f.value->>'route' = ${version}::text)`;
  return {
    standing: `(l.status in ('running', 'held') and ${node === null ? frame : `exists (select 1 from jsonb_each(l.state->'tokens') k where ${token})`})`,
    task: both(node && `t.node_id = ${node}`, version && onVersionSql(version)),
  };
}

/** SQL: task `t` was opened within the days asked for. */
function spanSql({ from, to }: LetterListFilter, params: Params): string {
  const since = from === undefined ? '' : ` and t.opened_at >= ${params.add(bangkokInstant(from, '00:00'), 'timestamptz')}`;
  return to === undefined ? since : `${since} and t.opened_at < ${params.add(bangkokInstant(addDays(to, 1), '00:00'), 'timestamptz')}`;
}

const ofUnit = (unit: string): string =>
  `(l.owner_unit_id = ${unit} or exists (select 1 from assignment w where w.letter_id = l.id and w.unit_id = ${unit}))`;
/** What is hidden is not searched either. */
const matches = (like: string, reveal: string): string =>
  `((${reveal} and (l.subject ilike ${like} or l.letter_no ilike ${like} or l.receive_no ilike ${like})) or l.from_text ilike ${like} or l.to_text ilike ${like} or l.their_no ilike ${like})`;
