/** Who acts for posts at a moment. */
import type { AbsenceFact, AppointmentFact, PostActor, SuccessionFact } from '#domain/people/facts';
import { actorsOf, peopleAt } from '#domain/people/posts-in-force';
import type { Tx } from '../tx';
import { ABSENCE_JSON, APPOINTMENT_JSON, SUCCESSION_JSON } from './people';

type Row = { readonly appointments: readonly AppointmentFact[]; readonly absences: readonly AbsenceFact[]; readonly successions: readonly SuccessionFact[] };

const inForce = `a.valid_from <= $2 and coalesce(least(a.valid_to, a.ended_at), 'infinity') > $2`;
const SQL = `with ladder as (select s.* from succession s where s.post_id = any($1::uuid[])),
held as (
  select a.* from appointment a join person p on p.id = a.person_id and not p.is_disabled
   where ${inForce} and (a.post_id = any($1::uuid[]) or a.post_id in (select successor_post_id from ladder))
)
select (select coalesce(json_agg(${APPOINTMENT_JSON} order by a.valid_from, a.id), '[]') from held a) as appointments,
  (select coalesce(json_agg(${ABSENCE_JSON}), '[]') from absence b where b.from_at <= $2 and b.to_at > $2 and b.person_id in (select person_id from held)) as absences,
  (select coalesce(json_agg(${SUCCESSION_JSON}), '[]') from ladder s) as successions`;

export type ActorsOfPosts = {
  readonly actors: ReadonlyMap<string, readonly PostActor[]>;
  /** Ordinary holders, whether they are there or not. */
  readonly holders: ReadonlyMap<string, readonly string[]>;
  readonly absent: ReadonlySet<string>;
};

/** Acting persons, holders and successors of each post at `at`, by the rules of `domain/people`. */
export async function listPostActors(tx: Tx, { postIds, at }: { readonly postIds: readonly string[]; readonly at: string }): Promise<ActorsOfPosts> {
  const { rows } = await tx.query<Row>({ name: 'post_actors', text: SQL, values: [postIds, at] });
  const facts = rows[0] ?? { appointments: [], absences: [], successions: [] };
  const people = peopleAt({ ...facts, delegations: [] }, at);
  return {
    actors: new Map(postIds.map((postId) => [postId, actorsOf(people, postId)])),
    holders: new Map(postIds.map((postId) => [postId, (people.own.get(postId) ?? []).map(({ personId }) => personId)])),
    absent: people.absent,
  };
}
