/** Appointments, absences and delegations as lists show them, each with the places by which rights on it are decided. */
import type { AppointmentCapacity } from '#domain/people/facts';
import type { LetterKind } from '#domain/letter/vocabulary';
import type { Tx } from '../tx';
import { createParams } from './params';
import type { Name } from './readers';
import { personRef, postRef } from './sql';

export type PeriodState = 'future' | 'inForce' | 'ended';
type PersonRef = { readonly id: string; readonly name: Name };
type PostRef = { readonly id: string; readonly code: string; readonly title: Name; readonly unit: Name | null; readonly officeId: string };
/** A post's place: what rules on people ask for. */
export type Place = { readonly postId: string; readonly officeId: string; readonly unitId: string };

export type AppointmentRow = {
  readonly id: string;
  readonly person: PersonRef;
  readonly post: PostRef;
  readonly unitId: string;
  readonly capacity: AppointmentCapacity;
  readonly ownPost: PostRef | null;
  readonly orderNo: string;
  readonly reason: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly endedAt: string | null;
  readonly state: PeriodState;
};
export type AbsenceRow = {
  readonly id: string;
  readonly person: PersonRef;
  /** Own posts of the person, of whatever time. */
  readonly places: readonly Place[];
  readonly kind: 'leave' | 'mission' | 'other';
  readonly note: string;
  readonly fromAt: string;
  readonly toAt: string;
  readonly state: PeriodState;
};
export type DelegationRow = {
  readonly id: string;
  readonly fromPost: PostRef;
  readonly fromUnitId: string;
  readonly toPost: PostRef;
  readonly kinds: LetterKind[];
  readonly orderNo: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly state: PeriodState;
};

type Wanted = { readonly id?: string | undefined; readonly state?: PeriodState | 'all' | undefined; readonly at: string };

/** Rows of one list at most, newest first: what is older is asked for by post or person. */
const LIST_MAX = 1_000;

/** What has ended before it began never was in force. */
const stateSql = (from: string, end: string, at: string): string =>
  `case when coalesce(${end}, 'infinity') <= greatest(${at}, ${from}) then 'ended' when ${from} > ${at} then 'future' else 'inForce' end`;

/** Appointments to posts of these offices, newest first. */
export async function listAppointments(
  tx: Tx,
  wanted: Wanted & { readonly officeIds: readonly string[]; readonly postId?: string | undefined; readonly personId?: string | undefined; readonly isActing?: boolean | undefined },
): Promise<AppointmentRow[]> {
  const { values, add } = createParams();
  const state = stateSql('a.valid_from', 'least(a.valid_to, a.ended_at)', add(wanted.at, 'timestamptz'));
  const where = [`p.office_id = any(${add(wanted.officeIds, 'uuid[]')})`];
  if (wanted.id !== undefined) where.push(`a.id = ${add(wanted.id, 'uuid')}`);
  if (wanted.postId !== undefined) where.push(`a.post_id = ${add(wanted.postId, 'uuid')}`);
  if (wanted.personId !== undefined) where.push(`a.person_id = ${add(wanted.personId, 'uuid')}`);
  if (wanted.isActing !== undefined) where.push(`(a.capacity <> 'own') = ${add(wanted.isActing, 'boolean')}`);
  if (wanted.state !== undefined && wanted.state !== 'all') where.push(`${state} = ${add(wanted.state, 'text')}`);
  const { rows } = await tx.query<AppointmentRow>(
    `select a.id, ${personRef('h')} as person, ${postRef('p', 'u')} as post, p.unit_id as "unitId", a.capacity, ${postRef('q', 'v')} as "ownPost",
            a.order_no as "orderNo", a.reason, a.valid_from as "validFrom", a.valid_to as "validTo", a.ended_at as "endedAt", ${state} as state
       from appointment a join person h on h.id = a.person_id join post p on p.id = a.post_id join unit u on u.id = p.unit_id
       left join post q on q.id = a.own_post_id left join unit v on v.id = q.unit_id
      where ${where.join(' and ')}
      order by a.valid_from desc, u.sort_order, p.code, a.id limit ${LIST_MAX}`,
    values,
  );
  return rows;
}

/** Whether a person who is absent has a post of which this is true. */
const ofPosts = (condition: string): string =>
  `exists (select 1 from appointment a join post p on p.id = a.post_id where a.person_id = b.person_id and a.capacity = 'own' and (${condition}))`;

/** Absences of the person `personId` and of everybody with a post in these offices or units. */
export async function listAbsences(
  tx: Tx,
  wanted: Wanted & { readonly personId: string | null; readonly within: { readonly officeIds: readonly string[]; readonly unitIds: readonly string[] }; readonly officeIds: readonly string[] },
): Promise<AbsenceRow[]> {
  const { values, add } = createParams();
  const state = stateSql('b.from_at', 'b.to_at', add(wanted.at, 'timestamptz'));
  const where = [
    ofPosts(`p.office_id = any(${add(wanted.officeIds, 'uuid[]')})`),
    `(b.person_id = ${add(wanted.personId, 'uuid')} or ${ofPosts(`p.office_id = any(${add(wanted.within.officeIds, 'uuid[]')}) or p.unit_id = any(${add(wanted.within.unitIds, 'uuid[]')})`)})`,
  ];
  if (wanted.id !== undefined) where.push(`b.id = ${add(wanted.id, 'uuid')}`);
  if (wanted.state !== undefined && wanted.state !== 'all') where.push(`${state} = ${add(wanted.state, 'text')}`);
  const { rows } = await tx.query<AbsenceRow>(
    `select b.id, ${personRef('h')} as person, b.kind, b.note, b.from_at as "fromAt", b.to_at as "toAt", ${state} as state,
            (select coalesce(json_agg(${PLACE_JSON}), '[]') from appointment a join post p on p.id = a.post_id
              where a.person_id = b.person_id and a.capacity = 'own') as places
       from absence b join person h on h.id = b.person_id
      where ${where.join(' and ')}
      order by b.from_at desc, b.id limit ${LIST_MAX}`,
    values,
  );
  return rows;
}

/** Delegations from or to posts of these offices, newest first. */
export async function listDelegations(tx: Tx, wanted: Wanted & { readonly officeIds: readonly string[] }): Promise<DelegationRow[]> {
  const { values, add } = createParams();
  const state = stateSql('d.valid_from', 'd.valid_to', add(wanted.at, 'timestamptz'));
  const offices = add(wanted.officeIds, 'uuid[]');
  const where = [`(p.office_id = any(${offices}) or q.office_id = any(${offices}))`];
  if (wanted.id !== undefined) where.push(`d.id = ${add(wanted.id, 'uuid')}`);
  if (wanted.state !== undefined && wanted.state !== 'all') where.push(`${state} = ${add(wanted.state, 'text')}`);
  const { rows } = await tx.query<DelegationRow>(
    `select d.id, ${postRef('p', 'u')} as "fromPost", p.unit_id as "fromUnitId", ${postRef('q', 'v')} as "toPost", d.kinds, d.order_no as "orderNo",
            d.valid_from as "validFrom", d.valid_to as "validTo", ${state} as state
       from delegation d join post p on p.id = d.from_post_id join unit u on u.id = p.unit_id
       join post q on q.id = d.to_post_id join unit v on v.id = q.unit_id
      where ${where.join(' and ')}
      order by d.valid_from desc, p.code, d.id limit ${LIST_MAX}`,
    values,
  );
  return rows;
}

const PLACE_JSON = `json_build_object('postId', p.id, 'officeId', p.office_id, 'unitId', p.unit_id)`;

/** Where a post is; null where there is none of that id today. */
export async function findPlace(tx: Tx, { postId, day }: { readonly postId: string; readonly day: string }): Promise<Place | null> {
  const { rows } = await tx.query<{ place: Place }>(
    `select ${PLACE_JSON} as place from post p where p.id = $1 and p.valid_from <= $2 and coalesce(p.valid_to, 'infinity') > $2`,
    [postId, day],
  );
  return rows[0]?.place ?? null;
}

/** Posts that a person holds at `at` or will hold; null for an unknown person or a closed account. */
export async function findPlacesOf(tx: Tx, { personId, at }: { readonly personId: string; readonly at: string }): Promise<readonly Place[] | null> {
  const { rows } = await tx.query<{ places: readonly Place[] }>(
    `select (select coalesce(json_agg(${PLACE_JSON} order by a.valid_from, p.id), '[]') from appointment a join post p on p.id = a.post_id
        where a.person_id = h.id and a.capacity = 'own' and coalesce(least(a.valid_to, a.ended_at), 'infinity') > $2) as places
       from person h where h.id = $1 and not h.is_disabled`,
    [personId, at],
  );
  return rows[0]?.places ?? null;
}
