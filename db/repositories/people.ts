/**
 * Who a person is at a moment: clearance and the posts in force, as access rules need them. One statement fetches the facts
 * that can matter; the pure rules of `domain/people` decide.
 */
import type { Subject, SubjectPost } from '#domain/access/subject';
import type { Role, Secrecy } from '#domain/letter/vocabulary';
import type { PeopleFacts } from '#domain/people/facts';
import { peopleAt, postsInForce as decidePosts } from '#domain/people/posts-in-force';
import type { Tx } from '../tx';

type PostPlace = {
  readonly id: string;
  readonly officeId: string;
  readonly unitId: string;
  readonly roles: readonly Role[];
  readonly isUnitHead: boolean;
  readonly isRegistry: boolean;
  readonly unitIds: readonly string[];
  readonly officeIds: readonly string[];
};

type SubjectRow = {
  readonly clearance: Secrecy;
  readonly isDisabled: boolean;
  readonly isSteady: boolean;
  readonly facts: PeopleFacts;
  readonly posts: readonly PostPlace[];
};

/** Instants in JSON as the domain writes them. */
const iso = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Columns of the JSON of an appointment, an absence, a succession and a delegation, as {@link PeopleFacts} names them. */
export const APPOINTMENT_JSON = `json_build_object('id', a.id, 'personId', a.person_id, 'postId', a.post_id, 'capacity', a.capacity, 'ownPostId', a.own_post_id,
  'orderNo', a.order_no, 'from', ${iso('a.valid_from')}, 'to', ${iso('least(a.valid_to, a.ended_at)')})`;
export const ABSENCE_JSON = `json_build_object('personId', b.person_id, 'from', ${iso('b.from_at')}, 'to', ${iso('b.to_at')})`;
export const SUCCESSION_JSON = `json_build_object('postId', s.post_id, 'order', s.sort_order, 'successorPostId', s.successor_post_id, 'orderNo', s.order_no)`;
export const DELEGATION_JSON = `json_build_object('fromPostId', d.from_post_id, 'toPostId', d.to_post_id, 'kinds', d.kinds, 'orderNo', d.order_no,
  'from', ${iso('d.valid_from')}, 'to', ${iso('d.valid_to')})`;

/** After every rung of a standing order. */
const LAST_RUNG = 1_000_000;
const inForce = (alias: string, end: string): string => `${alias}.valid_from <= $2 and coalesce(${end}, 'infinity') > $2`;

/** Days are those of Bangkok. */
const DAY = `($2::timestamptz at time zone 'Asia/Bangkok')::date`;
const hasEnded = (alias: string): string => `coalesce(${alias}.valid_to <= ${DAY}, false)`;
/** Tasks may still have come to a post on its last day. */
const holdsTasks = (alias: string): string => `exists (select 1 from task t where t.status = 'open' and t.post_ids @> array[${alias}.id])`;

/**
 * A closed post that still holds tasks is acted for like a vacant one, by its standing order and at last by the office's post of last
 * resort (`left_over`), so that nothing is stranded; its roles are over.
 *
 * `near`: posts the person may have to do with: held, acted for, next in a succession, delegated. `rel` adds the successors of
 * those, whose presence decides.
 */
const SUBJECT_SQL = `
with mine as (
  select a.post_id from appointment a where a.person_id = $1 and ${inForce('a', 'least(a.valid_to, a.ended_at)')}
), left_over as (
  select q.id as post_id, o.fallback_post_id from office o join post q on q.office_id = o.id
   where o.fallback_post_id in (select post_id from mine) and q.id <> o.fallback_post_id and q.valid_to is not null and ${hasEnded('q')} and ${holdsTasks('q')}
), direct as (
  select post_id from mine union select s.post_id from succession s where s.successor_post_id in (select post_id from mine) union select post_id from left_over
), granted as (
  select d.* from delegation d where d.to_post_id in (select post_id from direct) and ${inForce('d', 'd.valid_to')}
), near as (
  select post_id from direct union select from_post_id from granted
), ladder as (
  select s.post_id, s.sort_order, s.successor_post_id, s.order_no from succession s where s.post_id in (select post_id from direct)
  union all select post_id, ${LAST_RUNG}, fallback_post_id, '' from left_over
), held as (
  select a.* from appointment a join person p on p.id = a.person_id and not p.is_disabled
   where a.post_id in (select post_id from direct union select successor_post_id from ladder) and ${inForce('a', 'least(a.valid_to, a.ended_at)')}
)
select p.clearance, p.is_disabled as "isDisabled",
  not exists (select 1 from post q where q.valid_to is not null
    and (q.id in (select post_id from near) or q.office_id in (select o.id from office o where o.fallback_post_id in (select post_id from mine)))) as "isSteady",
  json_build_object(
    'appointments', (select coalesce(json_agg(${APPOINTMENT_JSON}), '[]') from held a),
    'absences', (select coalesce(json_agg(${ABSENCE_JSON}), '[]') from absence b
                  where b.person_id in (select person_id from held) and b.from_at <= $2 and b.to_at > $2),
    'successions', (select coalesce(json_agg(${SUCCESSION_JSON}), '[]') from ladder s),
    'delegations', (select coalesce(json_agg(${DELEGATION_JSON}), '[]') from granted d)
  ) as facts,
  (select coalesce(json_agg(json_build_object('id', q.id, 'officeId', q.office_id, 'unitId', q.unit_id, 'roles', case when ${hasEnded('q')} then '{}' else q.roles end, 'isUnitHead', q.is_unit_head and not ${hasEnded('q')},
      'isRegistry', coalesce(q.unit_id = o.registry_unit_id, false),
      'unitIds', (with recursive below as (
          select u.id from unit u where u.id = q.unit_id or u.id = any(q.oversees_units)
          union select c.id from unit c join below on c.parent_id = below.id) select json_agg(id) from below),
      'officeIds', case when 'inspector' = any(q.roles) then (with recursive below as (
          select q.office_id as id union select c.id from office c join below on c.parent_id = below.id) select json_agg(id) from below)
        else json_build_array(q.office_id) end)), '[]')
     from post q join office o on o.id = q.office_id
    where q.id in (select post_id from near) and q.valid_from <= ${DAY} and (not ${hasEnded('q')} or ${holdsTasks('q')})) as posts
 from person p where p.id = $1`;

/** A person with the posts in force at `at`; null where there is no such person or the account is closed. */
export const findSubject = async (tx: Tx, args: PersonAt): Promise<Subject | null> => (await lookUpSubject(tx, args))?.subject ?? null;

export type PersonAt = { readonly personId: string; readonly at: string };
/** `isSteady`: it stays so until somebody changes people or time does; no closed post comes or goes with its last tasks. */
export type FoundSubject = { readonly subject: Subject; readonly isSteady: boolean };

/** As {@link findSubject}, for whoever keeps what was found. */
export async function lookUpSubject(tx: Tx, { personId, at }: PersonAt): Promise<FoundSubject | null> {
  const { rows } = await tx.query<SubjectRow>({ name: 'people_subject', text: SUBJECT_SQL, values: [personId, at] });
  const row = rows[0];
  if (row === undefined || row.isDisabled) return null;
  const places = new Map(row.posts.map((post) => [post.id, post]));
  const posts = decidePosts(peopleAt(row.facts, at), personId).flatMap((post): SubjectPost[] => {
    const place = places.get(post.postId);
    if (place === undefined) return [];
    const { id: _id, ...rest } = place;
    return [{ ...post, ...rest }];
  });
  return { subject: { personId, clearance: row.clearance, posts }, isSteady: row.isSteady };
}
