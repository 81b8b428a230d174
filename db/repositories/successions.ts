/** Standing succession per post, and who acts for each post of an office at a moment. */
import { DomainError } from '#domain/errors';
import type { AppointmentCapacity, PeopleFacts } from '#domain/people/facts';
import { actorsOf, peopleAt } from '#domain/people/posts-in-force';
import { bangkokDate } from '#domain/thai/dates';
import type { Tx } from '../tx';
import type { RecordedBy } from './appointments';
import { assertRev, auditOffice, lockOffice } from './edits';
import { ABSENCE_JSON, APPOINTMENT_JSON, SUCCESSION_JSON } from './people';
import type { Name } from './readers';
import { personRef, postRef } from './sql';

type PostRef = { readonly id: string; readonly code: string; readonly title: Name; readonly unit: Name | null; readonly officeId: string };
type PersonRef = { readonly id: string; readonly name: Name };
type Holder = PersonRef & { readonly isAbsent: boolean };
export type ActingRow = {
  readonly post: PostRef;
  readonly rev: number;
  readonly holders: Holder[];
  readonly actors: { readonly person: PersonRef; readonly capacity: AppointmentCapacity; readonly via: 'own' | 'appointment' | 'succession'; readonly orderNo: string; readonly ownPost: PostRef | null }[];
  readonly successors: { readonly post: PostRef; readonly orderNo: string; readonly holders: Holder[] }[];
};

/** Every post in force at `at` with its holders, its standing succession and whoever acts for it by the rules of `domain/people`. */
export async function listActing(tx: Tx, { officeId, at }: { readonly officeId: string; readonly at: string }): Promise<ActingRow[]> {
  const { rows } = await tx.query<{ posts: readonly { readonly ref: PostRef; readonly rev: number }[]; others: readonly PostRef[]; persons: readonly PersonRef[]; facts: Omit<PeopleFacts, 'delegations'> }>(
    ACTING_SQL, [officeId, at, bangkokDate(at)],
  );
  const { posts, others, persons, facts } = rows[0]!;
  const people = peopleAt({ ...facts, delegations: [] }, at);
  const refs = new Map(others.map((post) => [post.id, post]));
  const named = new Map(persons.map((person) => [person.id, person]));
  const holdersOf = (postId: string): Holder[] =>
    (people.own.get(postId) ?? []).flatMap(({ personId }) => {
      const person = named.get(personId);
      return person === undefined ? [] : [{ ...person, isAbsent: people.absent.has(personId) }];
    });
  return posts.map(({ ref, rev }) => ({
    post: ref,
    rev,
    holders: holdersOf(ref.id),
    actors: actorsOf(people, ref.id).flatMap(({ personId, capacity, via, orderNo, ownPostId }) => {
      const person = named.get(personId);
      return person === undefined ? [] : [{ person, capacity, via, orderNo, ownPost: ownPostId === null ? null : (refs.get(ownPostId) ?? null) }];
    }),
    successors: (people.successions.get(ref.id) ?? []).flatMap(({ successorPostId, orderNo }) => {
      const post = refs.get(successorPostId);
      return post === undefined ? [] : [{ post, orderNo, holders: holdersOf(successorPostId) }];
    }),
  }));
}

const ACTING_SQL = `with mine as (
    select p.*, u.sort_order as place from post p join unit u on u.id = p.unit_id
     where p.office_id = $1 and p.valid_from <= $3::date and coalesce(p.valid_to, 'infinity') > $3::date
  ), ladder as (
    select s.* from succession s where s.post_id in (select id from mine)
  ), held as (
    select a.* from appointment a join person h on h.id = a.person_id and not h.is_disabled
     where (a.post_id in (select id from mine) or a.post_id in (select successor_post_id from ladder))
       and a.valid_from <= $2 and coalesce(least(a.valid_to, a.ended_at), 'infinity') > $2
  )
  select (select coalesce(json_agg(json_build_object('ref', ${postRef('p', 'u')}, 'rev', p.rev) order by p.place, p.is_unit_head desc, p.code), '[]') from mine p join unit u on u.id = p.unit_id) as posts,
    (select coalesce(json_agg(${postRef('p', 'u')}), '[]') from post p join unit u on u.id = p.unit_id
      where p.id in (select post_id from held union select own_post_id from held union select successor_post_id from ladder)) as others,
    (select coalesce(json_agg(${personRef('h')}), '[]') from person h where h.id in (select person_id from held)) as persons,
    json_build_object(
      'appointments', (select coalesce(json_agg(${APPOINTMENT_JSON} order by a.valid_from, a.id), '[]') from held a),
      'absences', (select coalesce(json_agg(${ABSENCE_JSON}), '[]') from absence b where b.person_id in (select person_id from held) and b.from_at <= $2 and b.to_at > $2),
      'successions', (select coalesce(json_agg(${SUCCESSION_JSON}), '[]') from ladder s)) as facts`;

type Rung = { readonly postId: string; readonly orderNo: string };

/**
 * Writes the standing order of a post anew: who is first present acts for it. Takes effect at once on open tasks.
 * @throws DomainError NOT_FOUND, EDIT_CONFLICT; POST_UNKNOWN for the post itself or one that is not there
 */
export async function setSuccession(
  tx: Tx,
  { postId, officeId, rev, items, by }: { readonly postId: string; readonly officeId: string; readonly rev: number; readonly items: readonly Rung[]; readonly by: RecordedBy },
): Promise<void> {
  await lockOffice(tx, officeId);
  const { rows } = await tx.query<{ rev: number }>('select rev from post where id = $1 for update', [postId]);
  assertRev(rows[0], rev);
  const wanted = items.map((item) => item.postId);
  const { rows: known } = await tx.query<{ id: string }>(
    `select id from post where id = any($1::uuid[]) and office_id = $2 and coalesce(valid_to, 'infinity') > $3::date`, [wanted, officeId, bangkokDate(by.at)],
  );
  const missing = wanted.find((id) => id === postId || !known.some((row) => row.id === id));
  if (missing !== undefined) throw new DomainError('POST_UNKNOWN', { postId: missing, field: 'items' });
  await tx.query('delete from succession where post_id = $1', [postId]);
  await tx.query(
    `insert into succession (post_id, sort_order, successor_post_id, order_no)
     select $1, t.ord, t."postId", t."orderNo" from rows from (json_to_recordset($2::json) as ("postId" uuid, "orderNo" text)) with ordinality as t("postId", "orderNo", ord)`,
    [postId, JSON.stringify(items)],
  );
  await tx.query('update post set rev = rev + 1 where id = $1', [postId]);
  await auditOffice(tx, { officeId, by, kind: 'succession.changed', data: { postId, successors: items } });
}
