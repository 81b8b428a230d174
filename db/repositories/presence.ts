/** What is on record of posts over a time: holders, acting persons, successors and their absences, with names. */
import type { PeopleFacts } from '#domain/people/facts';
import type { Tx } from '../tx';
import { ABSENCE_JSON, APPOINTMENT_JSON, SUCCESSION_JSON } from './people';
import type { Name } from './readers';
import { personRef, postRef } from './sql';

type PersonRef = { readonly id: string; readonly name: Name };
type PostRef = { readonly id: string; readonly code: string; readonly title: Name; readonly unit: Name | null; readonly officeId: string };
export type PeopleOver = { readonly facts: PeopleFacts; readonly persons: ReadonlyMap<string, PersonRef>; readonly posts: ReadonlyMap<string, PostRef> };

type Row = { readonly facts: Omit<PeopleFacts, 'delegations'>; readonly persons: readonly PersonRef[]; readonly posts: readonly PostRef[] };

/** Everything that can matter to who acts for these posts between two instants. */
export async function loadPeopleOver(tx: Tx, { postIds, from, to }: { readonly postIds: readonly string[]; readonly from: string; readonly to: string }): Promise<PeopleOver> {
  const { rows } = await tx.query<Row>(
    `with ladder as (
       select s.* from succession s where s.post_id = any($1::uuid[])
     ), near as (
       select unnest($1::uuid[]) as id union select successor_post_id from ladder
     ), held as (
       select a.* from appointment a join person p on p.id = a.person_id and not p.is_disabled
        where a.post_id in (select id from near) and a.valid_from <= $3 and coalesce(least(a.valid_to, a.ended_at), 'infinity') > $2
     )
     select json_build_object(
         'appointments', (select coalesce(json_agg(${APPOINTMENT_JSON} order by a.valid_from, a.id), '[]') from held a),
         'absences', (select coalesce(json_agg(${ABSENCE_JSON} order by b.from_at, b.id), '[]') from absence b
                       where b.person_id in (select person_id from held) and b.from_at <= $3 and b.to_at > $2),
         'successions', (select coalesce(json_agg(${SUCCESSION_JSON} order by s.sort_order), '[]') from ladder s)) as facts,
       (select coalesce(json_agg(${personRef('p')}), '[]') from person p where p.id in (select person_id from held)) as persons,
       (select coalesce(json_agg(${postRef('q', 'u')}), '[]') from post q join unit u on u.id = q.unit_id
         where q.id in (select id from near union select own_post_id from held)) as posts`,
    [postIds, from, to],
  );
  const { facts, persons, posts } = rows[0]!;
  return { facts: { ...facts, delegations: [] }, persons: new Map(persons.map((each) => [each.id, each])), posts: new Map(posts.map((each) => [each.id, each])) };
}

export type Asked = { readonly postId: string; readonly unitId: string | null; readonly officeId: string };

/** The posts that were asked for, and the heads of the units, with their offices; of what there is not today, nothing. */
export async function findAsked(tx: Tx, { postIds, unitIds, day }: { readonly postIds: readonly string[]; readonly unitIds: readonly string[]; readonly day: string }): Promise<Asked[]> {
  const valid = (alias: string): string => `${alias}.valid_from <= $3::date and coalesce(${alias}.valid_to, 'infinity') > $3::date`;
  const { rows } = await tx.query<Asked>(
    `select p.id as "postId", null as "unitId", p.office_id as "officeId" from post p where p.id = any($1::uuid[]) and ${valid('p')}
     union all
     select h.id, u.id, u.office_id from unit u
       join lateral (select p.id from post p where p.unit_id = u.id and p.is_unit_head and ${valid('p')} order by p.code limit 1) h on true
      where u.id = any($2::uuid[]) and ${valid('u')}`,
    [postIds, unitIds, day],
  );
  return rows;
}

/** Offices of units, for deciding whether they may be asked for. */
export async function findUnitOffices(tx: Tx, unitIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await tx.query<{ officeId: string }>('select distinct office_id as "officeId" from unit where id = any($1::uuid[])', [unitIds]);
  return rows.map(({ officeId }) => officeId);
}

/** Open tasks of each post. */
export async function countOpenTasks(tx: Tx, postIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await tx.query<{ postId: string; n: number }>(
    `select p.id as "postId", (select count(*)::int from task t where t.status = 'open' and t.post_ids && array[p.id]) as n from unnest($1::uuid[]) as p(id)`,
    [postIds],
  );
  return new Map(rows.map(({ postId, n }) => [postId, n]));
}
