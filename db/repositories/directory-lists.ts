/** Offices, units, posts and persons for pickers; who is in a post is decided by the rules of `domain/people`. */
import type { AgencyRole, Role } from '#domain/letter/vocabulary';
import type { PeopleFacts } from '#domain/people/facts';
import { actorsOf, peopleAt, type PeopleAt } from '#domain/people/posts-in-force';
import type { Tx } from '../tx';
import { likePattern } from './cursors';
import { ABSENCE_JSON, APPOINTMENT_JSON, SUCCESSION_JSON } from './people';
import type { Name } from './readers';
import { nameJson, officeRef, personRef, titleJson } from './sql';

type PersonRef = { readonly id: string; readonly name: Name };
type PostRef = { readonly id: string; readonly code: string; readonly title: Name; readonly unit: Name | null; readonly officeId: string };
type UnitRef = { readonly id: string; readonly code: string; readonly name: Name };
type OfficeRef = { readonly id: string; readonly code: string; readonly name: Name; readonly short: string };

export type OfficeRow = OfficeRef & {
  readonly kind: string;
  readonly headTitle: string;
  readonly parentId: string | null;
  readonly isLinked: boolean;
  readonly pilotWave: number | null;
};
export type UnitRow = UnitRef & { readonly officeId: string; readonly parentId: string | null; readonly letterCode: string | null; readonly isRegistry: boolean };
export type Holder = PersonRef & { readonly capacity: 'own' | 'acting_for' | 'acting_in_post' | 'acting_duty'; readonly isAbsent: boolean };
export type PostRow = PostRef & {
  readonly unitId: string;
  readonly superiorId: string | null;
  readonly roles: Role[];
  readonly isUnitHead: boolean;
  readonly holders: Holder[];
};
export type PersonRow = PersonRef & { readonly posts: PostRef[] };
export type ListRow = UnitRef & { readonly rev: number; readonly officeId: string; readonly members: { readonly office: OfficeRef; readonly role: AgencyRole }[] };

const validOn = (alias: string, day: string): string => `${alias}.valid_from <= ${day} and coalesce(${alias}.valid_to, 'infinity') > ${day}`;

/** Offices of the installation by kind and name; `q` is part of a name or a code. */
export async function listOffices(tx: Tx, { q, isLinked, day }: { readonly q?: string | undefined; readonly isLinked?: boolean | undefined; readonly day: string }): Promise<OfficeRow[]> {
  const { rows } = await tx.query<OfficeRow>(
    `select o.id, o.code, ${nameJson('o')} as name, o.short_th as short, o.kind, o.head_title_th as "headTitle", o.parent_id as "parentId",
            o.is_linked as "isLinked", o.pilot_wave as "pilotWave"
       from office o
      where ${validOn('o', '$1::date')} and ($2::boolean is null or o.is_linked = $2)
        and ($3::text is null or o.name_th ilike $3 or o.name_en ilike $3 or o.short_th ilike $3 or o.code ilike $3 or o.head_title_th ilike $3)
      order by o.kind, o.name_th, o.id`,
    [day, isLinked ?? null, q === undefined ? null : likePattern(q)],
  );
  return rows;
}

/** Units of these offices, in the offices' own order. */
export async function listUnits(tx: Tx, { officeIds, day }: { readonly officeIds: readonly string[]; readonly day: string }): Promise<UnitRow[]> {
  const { rows } = await tx.query<UnitRow>(
    `select u.id, u.code, ${nameJson('u')} as name, u.office_id as "officeId", u.parent_id as "parentId", u.letter_code as "letterCode",
            coalesce(u.id = o.registry_unit_id, false) as "isRegistry"
       from unit u join office o on o.id = u.office_id
      where u.office_id = any($1::uuid[]) and ${validOn('u', '$2::date')}
      order by o.kind, o.code, u.sort_order, u.code`,
    [officeIds, day],
  );
  return rows;
}

type PostsWanted = {
  readonly officeIds: readonly string[];
  readonly unitId?: string | undefined;
  readonly role?: Role | undefined;
  /** Instant and Bangkok day of the question. */
  readonly at: string;
  readonly day: string;
};

/** Posts of these offices with who holds them and who acts for them at `at`. */
export async function listPosts(tx: Tx, { officeIds, unitId, role, at, day }: PostsWanted): Promise<PostRow[]> {
  const { rows } = await tx.query<Omit<PostRow, 'holders'>>(
    `select p.id, p.code, ${titleJson('p')} as title, ${nameJson('u')} as unit, p.office_id as "officeId", p.unit_id as "unitId",
            p.superior_id as "superiorId", p.roles, p.is_unit_head as "isUnitHead"
       from post p join unit u on u.id = p.unit_id join office o on o.id = p.office_id
      where p.office_id = any($1::uuid[]) and ${validOn('p', '$2::date')} and ($3::uuid is null or p.unit_id = $3) and ($4::text is null or $4 = any(p.roles))
      order by o.kind, o.code, u.sort_order, p.is_unit_head desc, p.code`,
    [officeIds, day, unitId ?? null, role ?? null],
  );
  const { people, persons } = await loadPeople(tx, { postIds: rows.map(({ id }) => id), at });
  return rows.map((row) => ({ ...row, holders: holdersOf({ people, persons }, row.id) }));
}

type KnownPeople = { readonly people: PeopleAt; readonly persons: ReadonlyMap<string, PersonRef> };

/** Who can have to do with these posts: holders, acting persons, and the holders of their successors. */
async function loadPeople(tx: Tx, { postIds, at }: { readonly postIds: readonly string[]; readonly at: string }): Promise<KnownPeople> {
  const { rows } = await tx.query<{ facts: Omit<PeopleFacts, 'delegations'>; persons: readonly PersonRef[] }>(
    `with ladder as (
       select s.* from succession s where s.post_id = any($1::uuid[])
     ), held as (
       select a.* from appointment a join person p on p.id = a.person_id and not p.is_disabled
        where (a.post_id = any($1) or a.post_id in (select successor_post_id from ladder))
          and a.valid_from <= $2 and coalesce(least(a.valid_to, a.ended_at), 'infinity') > $2
     )
     select json_build_object(
         'appointments', (select coalesce(json_agg(${APPOINTMENT_JSON} order by a.valid_from, a.id), '[]') from held a),
         'absences', (select coalesce(json_agg(${ABSENCE_JSON}), '[]') from absence b
                       where b.person_id in (select person_id from held) and b.from_at <= $2 and b.to_at > $2),
         'successions', (select coalesce(json_agg(${SUCCESSION_JSON}), '[]') from ladder s)) as facts,
       (select coalesce(json_agg(${personRef('p')}), '[]') from person p where p.id in (select person_id from held)) as persons`,
    [postIds, at],
  );
  const { facts, persons } = rows[0]!;
  return { people: peopleAt({ ...facts, delegations: [] }, at), persons: new Map(persons.map((person) => [person.id, person])) };
}

/** First the post's own holders, then whoever acts for it now. */
function holdersOf({ people, persons }: KnownPeople, postId: string): Holder[] {
  const own = (people.own.get(postId) ?? []).map(({ personId }) => ({ personId, capacity: 'own' as const }));
  const acting = actorsOf(people, postId).filter(({ capacity }) => capacity !== 'own');
  return [...own, ...acting].flatMap(({ personId, capacity }): Holder[] => {
    const person = persons.get(personId);
    return person === undefined ? [] : [{ ...person, capacity, isAbsent: people.absent.has(personId) }];
  });
}

/** Who is in each of these posts at `at`: asked once, answered by post. */
export async function loadHolders(tx: Tx, args: { readonly postIds: readonly string[]; readonly at: string }): Promise<(postId: string) => Holder[]> {
  const known = await loadPeople(tx, args);
  return (postId) => holdersOf(known, postId);
}

/** Who may act now for each of these posts; by post. */
export async function findActors(tx: Tx, { postIds, at }: { readonly postIds: readonly string[]; readonly at: string }): Promise<ReadonlyMap<string, PersonRef[]>> {
  const { people, persons } = await loadPeople(tx, { postIds, at });
  return new Map(
    postIds.map((postId) => [postId, actorsOf(people, postId).flatMap(({ personId }) => persons.get(personId) ?? [])]),
  );
}

/** People of these offices: whoever holds a post there at `at` or has the account there, each with all their own posts there. */
export async function listPersons(
  tx: Tx,
  { officeIds, q, at }: { readonly officeIds: readonly string[]; readonly q?: string | undefined; readonly at: string },
): Promise<PersonRow[]> {
  const { rows } = await tx.query<PersonRow>(
    `select h.id, ${nameJson('h')} as name,
            coalesce(json_agg(json_build_object('id', p.id, 'code', p.code, 'title', ${titleJson('p')}, 'unit', ${nameJson('u')}, 'officeId', p.office_id)
              order by u.sort_order, p.code) filter (where p.id is not null), '[]') as posts
       from person h
       left join (appointment a join post p on p.id = a.post_id and p.office_id = any($1::uuid[]) join unit u on u.id = p.unit_id)
         on a.person_id = h.id and a.capacity = 'own' and a.valid_from <= $2 and coalesce(least(a.valid_to, a.ended_at), 'infinity') > $2
      where (p.id is not null or h.office_id = any($1::uuid[])) and not h.is_disabled and ($3::text is null or h.name_th ilike $3 or h.name_en ilike $3)
      group by h.id order by h.name_th, h.id`,
    [officeIds, at, q === undefined ? null : likePattern(q)],
  );
  return rows;
}

/** Distribution lists of these offices; members that are no longer on the installation are left out. */
export async function listDistributionLists(tx: Tx, { officeIds, day }: { readonly officeIds: readonly string[]; readonly day: string }): Promise<ListRow[]> {
  const { rows } = await tx.query<ListRow>(
    `select l.id, l.code, l.rev, l.office_id as "officeId", ${nameJson('l')} as name,
            (select coalesce(json_agg(json_build_object('office', ${officeRef('o')}, 'role', coalesce(m.role, 'secondary')) order by o.name_th), '[]')
               from jsonb_to_recordset(l.members) as m("officeId" uuid, role text) join office o on o.id = m."officeId" and ${validOn('o', '$2::date')}) as members
       from distribution_list l where l.office_id = any($1::uuid[]) order by l.code, l.id`,
    [officeIds, day],
  );
  return rows;
}
