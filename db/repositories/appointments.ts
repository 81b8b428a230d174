/**
 * Changes of who holds and who acts for posts: appointments, absences, delegations. Each is checked by the pure rules and
 * written with its audit event in the caller's transaction.
 */
import { officeChain } from '#domain/audit/chain';
import type { AuditKind } from '#domain/audit/kinds';
import { DomainError } from '#domain/errors';
import type { LetterKind, Role, Secrecy } from '#domain/letter/vocabulary';
import { assertAppointment, assertPeriod, type NewAppointment } from '#domain/people/appointments';
import type { AppointmentFact } from '#domain/people/facts';
import type { Tx } from '../tx';
import { recordAudit } from './audit';
import { APPOINTMENT_JSON } from './people';

/** Who records the change, and when. */
export type RecordedBy = { readonly personId: string | null; readonly postId: string | null; readonly at: string };

/** What a change concerns, for the hints that follow it. */
export type PeopleChange = { readonly id: string; readonly officeIds: readonly string[] };

type PostRow = { readonly id: string; readonly officeId: string; readonly roles: readonly Role[] };

/**
 * Records an appointment; acting appointments take effect on open tasks at once, since who may act is asked at each act.
 * @throws DomainError NOT_FOUND for an unknown post or person, and what {@link assertAppointment} throws
 */
export async function createAppointment(
  tx: Tx,
  { appointment, reason = '', by }: { readonly appointment: NewAppointment; readonly reason?: string; readonly by: RecordedBy },
): Promise<PeopleChange> {
  const post = await lockPost(tx, appointment.postId);
  const person = await getPerson(tx, appointment.personId);
  if (appointment.ownPostId !== null) await assertHolds(tx, { personId: appointment.personId, postId: appointment.ownPostId, at: appointment.from });
  const existing = await tx.query<{ fact: AppointmentFact }>(`select ${APPOINTMENT_JSON} as fact from appointment a where a.post_id = $1`, [post.id]);
  assertAppointment({ appointment, existing: existing.rows.map(({ fact }) => fact), post, person });
  const { rows } = await tx.query<{ id: string }>(
    `insert into appointment (person_id, post_id, capacity, own_post_id, order_no, reason, valid_from, valid_to, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
    [
      appointment.personId, appointment.postId, appointment.capacity, appointment.ownPostId, appointment.orderNo, reason, appointment.from, appointment.to,
      by.personId, by.at,
    ],
  );
  const id = rows[0]!.id;
  const { personId, postId, capacity, orderNo, from, to, isJoint } = appointment;
  await audit(tx, post.officeId, by, 'appointment.created', { appointmentId: id, personId, postId, capacity, orderNo, from, to, isJoint: isJoint ?? false });
  return { id, officeIds: [post.officeId] };
}

/**
 * Ends an appointment early: at `endAt`, or before it has begun when that is earlier still. Open tasks move back at that instant.
 * @throws DomainError NOT_FOUND; PERIOD_INVALID when it has ended already or would end later than planned
 */
export async function endAppointment(tx: Tx, { id, endAt, by }: { readonly id: string; readonly endAt: string; readonly by: RecordedBy }): Promise<PeopleChange> {
  const { rows } = await tx.query<{ from: string; to: string | null; officeId: string }>(
    `select a.valid_from as "from", least(a.valid_to, a.ended_at) as "to", p.office_id as "officeId"
       from appointment a join post p on p.id = a.post_id where a.id = $1 for update of a`,
    [id],
  );
  const found = rows[0];
  if (found === undefined) throw new DomainError('NOT_FOUND', { id });
  assertEndsEarlier(found, endAt, by.at);
  // One that has not begun never will: it ends where it would have begun.
  const endedAt = Date.parse(endAt) < Date.parse(found.from) ? found.from : endAt;
  await tx.query('update appointment set ended_at = $2 where id = $1', [id, endedAt]);
  await audit(tx, found.officeId, by, 'appointment.ended', { appointmentId: id, endedAt });
  return { id, officeIds: [found.officeId] };
}

/**
 * Records that somebody is away; the first present successor of each of their posts acts meanwhile.
 * @throws DomainError NOT_FOUND, PERIOD_INVALID
 */
export async function createAbsence(
  tx: Tx,
  absence: { readonly personId: string; readonly from: string; readonly to: string; readonly kind: 'leave' | 'mission' | 'other'; readonly note?: string; readonly by: RecordedBy },
): Promise<PeopleChange> {
  const { personId, from, to, kind, note = '', by } = absence;
  assertPeriod({ from, to });
  await getPerson(tx, personId);
  const { rows } = await tx.query<{ id: string }>(
    'insert into absence (person_id, from_at, to_at, kind, note, created_by) values ($1, $2, $3, $4, $5, $6) returning id',
    [personId, from, to, kind, note, by.personId],
  );
  const id = rows[0]!.id;
  return auditAbsence(tx, { id, personId, by, kind: 'absence.created', data: { from, to, reason: kind } });
}

/** The person is back at `endAt`. @throws DomainError NOT_FOUND; PERIOD_INVALID when the absence is over */
export async function endAbsence(tx: Tx, { id, endAt, by }: { readonly id: string; readonly endAt: string; readonly by: RecordedBy }): Promise<PeopleChange> {
  const { rows } = await tx.query<{ personId: string; from: string; to: string }>(
    'select person_id as "personId", from_at as "from", to_at as "to" from absence where id = $1 for update',
    [id],
  );
  const found = rows[0];
  if (found === undefined) throw new DomainError('NOT_FOUND', { id });
  assertEndsEarlier(found, endAt, by.at);
  const to = Date.parse(endAt) < Date.parse(found.from) ? found.from : endAt;
  await tx.query('update absence set to_at = $2 where id = $1', [id, to]);
  return auditAbsence(tx, { id, personId: found.personId, by, kind: 'absence.ended', data: { to } });
}

/**
 * Records a power to sign, given in writing by a post to another.
 * @throws DomainError NOT_FOUND; PERIOD_INVALID; VALIDATION_FAILED for a post that delegates to itself or an order without number
 */
export async function createDelegation(
  tx: Tx,
  delegation: {
    readonly fromPostId: string; readonly toPostId: string; readonly kinds: readonly LetterKind[]; readonly orderNo: string;
    readonly from: string; readonly to: string | null; readonly by: RecordedBy;
  },
): Promise<PeopleChange> {
  const { fromPostId, toPostId, kinds, orderNo, from, to, by } = delegation;
  assertPeriod({ from, to });
  if (fromPostId === toPostId) throw new DomainError('VALIDATION_FAILED', { field: 'toPostId' });
  if (orderNo.trim() === '') throw new DomainError('VALIDATION_FAILED', { field: 'orderNo' });
  const giver = await lockPost(tx, fromPostId);
  await lockPost(tx, toPostId);
  const { rows } = await tx.query<{ id: string }>(
    'insert into delegation (from_post_id, to_post_id, kinds, order_no, valid_from, valid_to) values ($1, $2, $3, $4, $5, $6) returning id',
    [fromPostId, toPostId, kinds, orderNo, from, to],
  );
  const id = rows[0]!.id;
  await audit(tx, giver.officeId, by, 'delegation.created', { delegationId: id, fromPostId, toPostId, kinds, orderNo, from, to });
  return { id, officeIds: [giver.officeId] };
}

/** Withdraws a delegation from `endAt` on. @throws DomainError NOT_FOUND; PERIOD_INVALID when it is over */
export async function endDelegation(tx: Tx, { id, endAt, by }: { readonly id: string; readonly endAt: string; readonly by: RecordedBy }): Promise<PeopleChange> {
  const { rows } = await tx.query<{ from: string; to: string | null; officeId: string }>(
    `select d.valid_from as "from", d.valid_to as "to", p.office_id as "officeId"
       from delegation d join post p on p.id = d.from_post_id where d.id = $1 for update of d`,
    [id],
  );
  const found = rows[0];
  if (found === undefined) throw new DomainError('NOT_FOUND', { id });
  assertEndsEarlier(found, endAt, by.at);
  const to = Date.parse(endAt) < Date.parse(found.from) ? found.from : endAt;
  await tx.query('update delegation set valid_to = $2 where id = $1', [id, to]);
  await audit(tx, found.officeId, by, 'delegation.ended', { delegationId: id, to });
  return { id, officeIds: [found.officeId] };
}

/**
 * The next instant after `after` at which any appointment, absence or delegation begins or ends; null where none is planned.
 * What streams show stays true until then.
 */
export async function findNextPeopleChange(tx: Tx, after: string): Promise<string | null> {
  const { rows } = await tx.query<{ at: string | null }>(`select min(at) as at from (${BOUNDARIES}) b where at > $1`, [after]);
  return rows[0]?.at ?? null;
}

/** Offices in which something began or ended in (`after`, `until`]: their people's inboxes are to be refreshed. */
export async function listOfficesChanged(tx: Tx, { after, until }: { readonly after: string; readonly until: string }): Promise<readonly string[]> {
  const { rows } = await tx.query<{ id: string }>(`select distinct office_id as id from (${BOUNDARIES}) b where at > $1 and at <= $2 order by id`, [after, until]);
  return rows.map(({ id }) => id);
}

/** Instants at which facts begin or end, with the office whose posts they concern. */
const BOUNDARIES = `
  select t.at, p.office_id from appointment a join post p on p.id = a.post_id
    cross join lateral (values (a.valid_from), (least(a.valid_to, a.ended_at))) t(at)
  union all
  select t.at, p.office_id from absence b join appointment a on a.person_id = b.person_id join post p on p.id = a.post_id
    cross join lateral (values (b.from_at), (b.to_at)) t(at)
  union all
  select t.at, p.office_id from delegation d join post p on p.id in (d.from_post_id, d.to_post_id)
    cross join lateral (values (d.valid_from), (d.valid_to)) t(at)`;

/** Appointments to a post are made one after the other, so that two cannot pass the check for overlap side by side. */
async function lockPost(tx: Tx, id: string): Promise<PostRow> {
  const { rows } = await tx.query<PostRow>('select id, office_id as "officeId", roles from post where id = $1 for update', [id]);
  const post = rows[0];
  if (post === undefined) throw new DomainError('NOT_FOUND', { postId: id });
  return post;
}

async function getPerson(tx: Tx, id: string): Promise<{ readonly id: string; readonly clearance: Secrecy }> {
  const { rows } = await tx.query<{ id: string; clearance: Secrecy }>('select id, clearance from person where id = $1 and not is_disabled', [id]);
  const person = rows[0];
  if (person === undefined) throw new DomainError('NOT_FOUND', { personId: id });
  return person;
}

/** The post from which somebody acts is printed under the signature: it must be their own. */
async function assertHolds(tx: Tx, { personId, postId, at }: { readonly personId: string; readonly postId: string; readonly at: string }): Promise<void> {
  const { rowCount } = await tx.query(
    `select 1 from appointment a where a.person_id = $1 and a.post_id = $2 and a.capacity = 'own'
        and a.valid_from <= $3 and coalesce(least(a.valid_to, a.ended_at), 'infinity') > $3`,
    [personId, postId, at],
  );
  if (rowCount === 0) throw new DomainError('VALIDATION_FAILED', { field: 'ownPostId' });
}

function assertEndsEarlier({ from, to }: { readonly from: string; readonly to: string | null }, endAt: string, now: string): void {
  const isOver = to !== null && Date.parse(to) <= Date.parse(now);
  const isLater = to !== null && Date.parse(endAt) > Date.parse(to);
  const isPast = Date.parse(endAt) < Date.parse(now);
  if (isOver || isLater || isPast || Number.isNaN(Date.parse(endAt))) throw new DomainError('PERIOD_INVALID', { from, to, endAt });
}

/** An absence is on the record of every office in which the person has a post. */
async function auditAbsence(
  tx: Tx,
  { id, personId, by, kind, data }: { readonly id: string; readonly personId: string; readonly by: RecordedBy; readonly kind: AuditKind; readonly data: Record<string, unknown> },
): Promise<PeopleChange> {
  const { rows } = await tx.query<{ id: string }>(
    'select distinct p.office_id as id from appointment a join post p on p.id = a.post_id where a.person_id = $1 order by id',
    [personId],
  );
  const officeIds = rows.map((row) => row.id);
  for (const officeId of officeIds) await audit(tx, officeId, by, kind, { absenceId: id, personId, ...data });
  return { id, officeIds };
}

async function audit(tx: Tx, officeId: string, by: RecordedBy, kind: AuditKind, data: Record<string, unknown>): Promise<void> {
  await recordAudit(tx, { chain: officeChain(officeId), officeId, kind, data, personId: by.personId, postId: by.postId, at: by.at });
}
