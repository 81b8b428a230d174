/** Figures of a week, and what the posts of an office have to do: within what the reader may know. */
import { compileFilter } from '#domain/access/filter';
import type { Subject } from '#domain/access/subject';
import type { Tx } from '../tx';
import { createParams } from './params';
import type { Name } from './readers';
import { isoJson, officeRef, unitRef } from './sql';
import type { SupervisionScope } from './supervision';

export type WeekFigures = { readonly received: number; readonly sent: number; readonly ended: number; readonly reminded: number };
type Week = { readonly scope: SupervisionScope; readonly reader: Subject; readonly from: string; readonly to: string };

/** Letters that came in, were sent and ended between two instants, and reminders given; each letter counts once. */
export async function countWeek(tx: Tx, { scope, reader, from, to }: Week): Promise<WeekFigures> {
  const params = createParams();
  const { add } = params;
  const seen = params.filter((firstParam) => compileFilter(reader, { alias: 'l', firstParam }));
  const offices = add(scope.officeIds, 'uuid[]');
  const units = add(scope.unitIds, 'uuid[]');
  const within = (column: string): string => `${column} >= ${since} and ${column} < ${until}`;
  const since = add(from, 'timestamptz');
  const until = add(to, 'timestamptz');
  const mine = `l.office_id = any(${add(scope.allOfficeIds, 'uuid[]')}) and (l.office_id = any(${offices}) or l.owner_unit_id = any(${units})
    or exists (select 1 from assignment s where s.letter_id = l.id and s.unit_id = any(${units}))) and ${seen.sql}`;
  const { rows } = await tx.query<WeekFigures>(
    `select (select count(*)::int from letter l where l.direction = 'incoming' and ${within('l.created_at')} and ${mine}) as received,
       (select count(distinct l.id)::int from delivery d join letter l on l.id = d.from_letter_id where ${within('d.sent_at')} and ${mine}) as sent,
       (select count(*)::int from letter l where ${within('l.ended_at')} and ${mine}) as ended,
       (select count(*)::int from reminder r join letter l on l.id = r.letter_id where ${within('r.at')} and ${mine}) as reminded`,
    params.values,
  );
  return rows[0] ?? { received: 0, sent: 0, ended: 0, reminded: 0 };
}

type Ref = { readonly id: string; readonly code: string; readonly name: Name };
export type ScopeNames = { readonly offices: readonly (Ref & { readonly short: string })[]; readonly units: readonly Ref[] };

/** What the offices and units are called; units only where their office is not supervised as a whole. */
export async function nameScope(tx: Tx, { officeIds, unitIds }: SupervisionScope): Promise<ScopeNames> {
  const { rows } = await tx.query<ScopeNames>(
    `select (select coalesce(json_agg(${officeRef('o')} order by o.name_th), '[]') from office o where o.id = any($1::uuid[])) as offices,
       (select coalesce(json_agg(${unitRef('u')} order by u.sort_order, u.code), '[]') from unit u
         where u.id = any($2::uuid[]) and u.office_id <> all($1::uuid[]) and (u.parent_id is null or u.parent_id <> all($2::uuid[]))) as units`,
    [officeIds, unitIds],
  );
  return rows[0] ?? { offices: [], units: [] };
}

export type Load = { readonly postId: string; readonly open: number; readonly overdue: number };

/** Open and overdue tasks of each post of an office, of letters that the reader may know. */
export async function listLoads(tx: Tx, { reader, officeId, at }: { readonly reader: Subject; readonly officeId: string; readonly at: string }): Promise<readonly Load[]> {
  const params = createParams();
  const { add } = params;
  const seen = params.filter((firstParam) => compileFilter(reader, { alias: 'l', firstParam }));
  const { rows } = await tx.query<Load>(
    `select p.id as "postId", count(*)::int as open, (count(*) filter (where t.due_at < ${add(at, 'timestamptz')} and l.status = 'running'))::int as overdue
       from task t join letter l on l.id = t.letter_id cross join lateral unnest(t.post_ids) as p(id)
      where t.status = 'open' and t.office_id = ${add(officeId, 'uuid')} and l.status in ('running', 'held') and ${seen.sql} group by p.id`,
    params.values,
  );
  return rows;
}

export type PlannedAbsence = { readonly personId: string; readonly kind: 'leave' | 'mission' | 'other'; readonly fromAt: string; readonly toAt: string };

/** Absences of these people that touch a span of time. */
export async function listAbsencesOf(
  tx: Tx,
  { personIds, from, to }: { readonly personIds: readonly string[]; readonly from: string; readonly to: string },
): Promise<readonly PlannedAbsence[]> {
  const { rows } = await tx.query<{ absences: readonly PlannedAbsence[] }>(
    `select coalesce(json_agg(json_build_object('personId', b.person_id, 'kind', b.kind, 'fromAt', ${isoJson('b.from_at')}, 'toAt', ${isoJson('b.to_at')}) order by b.from_at), '[]') as absences
       from absence b where b.person_id = any($1::uuid[]) and b.from_at < $3::timestamptz and b.to_at > $2::timestamptz`,
    [personIds, from, to],
  );
  return rows[0]?.absences ?? [];
}

/** Posts of these offices, whatever they are for. */
export async function listPostIds(tx: Tx, officeIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await tx.query<{ id: string }>('select id from post where office_id = any($1::uuid[])', [officeIds]);
  return rows.map(({ id }) => id);
}
