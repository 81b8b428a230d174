/** Who holds, acts for and signs for posts: lists and changes. A change takes effect on open tasks at once, and streams are told. */
import type * as contract from '#domain/contracts/people';
import type { z } from 'zod';
import { DomainError } from '#domain/errors';
import { bangkokDate } from '#domain/thai/dates';
import * as changes from '#db/repositories/appointments';
import {
  findPlace, findPlacesOf, listAbsences, listAppointments, listDelegations, type AbsenceRow, type AppointmentRow, type DelegationRow, type Place,
} from '#db/repositories/people-lists';
import type { Reader } from '#db/repositories/readers';
import type { Tx } from '#db/tx';
import type { ApiDeps } from '../../deps';
import { changePeople } from './change-people';
import {
  absenceObjects, absenceScope, appointObject, assertMay, canEndAbsence, canEndAppointment, canEndDelegation, delegateObject, officesOf, scopeOf,
} from './people.rights';

type Deps = Pick<ApiDeps, 'pool' | 'now' | 'log'>;
type In<K extends keyof typeof contract> = z.output<(typeof contract)[K]>;
type Appointment = In<'appointmentSchema'>;
type Absence = In<'absenceSchema'>;
type Delegation = In<'delegationSchema'>;
type EndEarly = { readonly id: string; readonly at: string | undefined };

const toUtc = (instant: string): string => new Date(instant).toISOString();
const toUtcOrNull = (instant: string | null): string | null => (instant === null ? null : toUtc(instant));

/** Appointments to posts of the reader's offices. @throws DomainError NOT_FOUND for another office */
export async function readAppointments({ pool, now }: Deps, reader: Reader, query: In<'appointmentListQuerySchema'>): Promise<In<'appointmentListSchema'>> {
  const { officeId, acting, ...rest } = query;
  const rows = await listAppointments(pool, { ...rest, officeIds: scopeOf(reader, officeId), isActing: acting, at: now().toISOString() });
  return { items: rows.map((row) => toAppointment(reader, row)) };
}

/**
 * Appoints somebody to a post of the reader's offices, or to act for it.
 * @throws DomainError POST_UNKNOWN, PERSON_UNKNOWN, FORBIDDEN, PERIOD_INVALID, APPOINTMENT_OVERLAPS, CLEARANCE_TOO_LOW
 */
export async function appoint(deps: Deps, reader: Reader, body: In<'appointmentCreateSchema'>): Promise<Appointment> {
  const at = deps.now().toISOString();
  const { personId, postId, capacity, ownPostId, orderNo, reason } = body;
  const appointment = { personId, postId, capacity, ownPostId, orderNo, from: toUtc(body.validFrom), to: toUtcOrNull(body.validTo) };
  return changePeople(deps, async (tx) => {
    const place = await getPlace(tx, { reader, postId, at });
    await getPlacesOf(tx, { personId, at });
    const by = assertMay(reader, 'people.appoint', [{ ...place, personId, isActing: capacity !== 'own' }], at);
    if (capacity === 'own' && ownPostId !== null) throw new DomainError('VALIDATION_FAILED', { field: 'ownPostId' });
    const { id } = await changes.createAppointment(tx, { appointment, reason, by });
    return toAppointment(reader, await getAppointment(tx, { reader, id, at }));
  });
}

/** @throws DomainError NOT_FOUND for another office's, FORBIDDEN, PERIOD_ENDED, PERIOD_INVALID */
export async function endAppointment(deps: Deps, reader: Reader, { id, at: wanted }: EndEarly): Promise<Appointment> {
  const at = deps.now().toISOString();
  return changePeople(deps, async (tx) => {
    const row = await getAppointment(tx, { reader, id, at });
    const by = assertMay(reader, 'people.appoint', [appointObject(row)], at);
    assertNotEnded(row);
    await changes.endAppointment(tx, { id, endAt: toUtc(wanted ?? at), by });
    return toAppointment(reader, await getAppointment(tx, { reader, id, at }));
  });
}

/** The reader's own absences and those of people whose absences the reader keeps. @throws DomainError NOT_FOUND for another office */
export async function readAbsences({ pool, now }: Deps, reader: Reader, { officeId, state }: In<'peopleScopeQuerySchema'>): Promise<In<'absenceListSchema'>> {
  const officeIds = scopeOf(reader, officeId);
  const rows = await listAbsences(pool, { ...absencesOf(reader), officeIds, state, at: now().toISOString() });
  return { items: rows.map((row) => toAbsence(reader, row)) };
}

/** @throws DomainError PERSON_UNKNOWN for nobody of the reader's offices, FORBIDDEN, PERIOD_INVALID */
export async function recordAbsence(deps: Deps, reader: Reader, body: In<'absenceCreateSchema'>): Promise<Absence> {
  const at = deps.now().toISOString();
  const { personId, kind, note } = body;
  return changePeople(deps, async (tx) => {
    const places = await getPlacesOf(tx, { personId, at });
    const offices = officesOf(reader);
    if (!places.some(({ officeId }) => offices.includes(officeId))) throw new DomainError('PERSON_UNKNOWN', { personId });
    const by = assertMay(reader, 'people.absence', absenceObjects(personId, places), at);
    const { id } = await changes.createAbsence(tx, { personId, kind, note, from: toUtc(body.fromAt), to: toUtc(body.toAt), by });
    return toAbsence(reader, await getAbsence(tx, { reader, id, at }));
  });
}

/** @throws DomainError NOT_FOUND for an absence that the reader does not keep, PERIOD_ENDED, PERIOD_INVALID */
export async function endAbsence(deps: Deps, reader: Reader, { id, at: wanted }: EndEarly): Promise<Absence> {
  const at = deps.now().toISOString();
  return changePeople(deps, async (tx) => {
    const row = await getAbsence(tx, { reader, id, at });
    const by = assertMay(reader, 'people.absence', absenceObjects(row.person.id, row.places), at);
    assertNotEnded(row);
    await changes.endAbsence(tx, { id, endAt: toUtc(wanted ?? at), by });
    return toAbsence(reader, await getAbsence(tx, { reader, id, at }));
  });
}

/** Delegations from or to posts of the reader's offices. @throws DomainError NOT_FOUND for another office */
export async function readDelegations({ pool, now }: Deps, reader: Reader, { officeId, state }: In<'peopleScopeQuerySchema'>): Promise<In<'delegationListSchema'>> {
  const rows = await listDelegations(pool, { officeIds: scopeOf(reader, officeId), state, at: now().toISOString() });
  return { items: rows.map((row) => toDelegation(reader, row)) };
}

/** Delegates from a post of the reader's offices, to any post. @throws DomainError POST_UNKNOWN, FORBIDDEN, PERIOD_INVALID */
export async function delegate(deps: Deps, reader: Reader, body: In<'delegationCreateSchema'>): Promise<Delegation> {
  const at = deps.now().toISOString();
  const { fromPostId, toPostId, kinds, orderNo } = body;
  return changePeople(deps, async (tx) => {
    const place = await getPlace(tx, { reader, postId: fromPostId, at });
    if ((await findPlace(tx, { postId: toPostId, day: bangkokDate(at) })) === null) throw new DomainError('POST_UNKNOWN', { postId: toPostId });
    const by = assertMay(reader, 'people.delegate', [{ ...place, personId: null }], at);
    const { id } = await changes.createDelegation(tx, { fromPostId, toPostId, kinds, orderNo, from: toUtc(body.validFrom), to: toUtcOrNull(body.validTo), by });
    return toDelegation(reader, await getDelegation(tx, { reader, id, at }));
  });
}

/** @throws DomainError NOT_FOUND for another office's, FORBIDDEN, PERIOD_ENDED, PERIOD_INVALID */
export async function endDelegation(deps: Deps, reader: Reader, { id, at: wanted }: EndEarly): Promise<Delegation> {
  const at = deps.now().toISOString();
  return changePeople(deps, async (tx) => {
    const row = await getDelegation(tx, { reader, id, at });
    const by = assertMay(reader, 'people.delegate', [delegateObject(row)], at);
    assertNotEnded(row);
    await changes.endDelegation(tx, { id, endAt: toUtc(wanted ?? at), by });
    return toDelegation(reader, await getDelegation(tx, { reader, id, at }));
  });
}

type Asked = { readonly reader: Reader; readonly id: string; readonly at: string };

async function getAppointment(tx: Tx, { reader, id, at }: Asked): Promise<AppointmentRow> {
  return found(await listAppointments(tx, { officeIds: officesOf(reader), id, at }), id);
}
async function getAbsence(tx: Tx, { reader, id, at }: Asked): Promise<AbsenceRow> {
  return found(await listAbsences(tx, { ...absencesOf(reader), officeIds: officesOf(reader), id, at }), id);
}
async function getDelegation(tx: Tx, { reader, id, at }: Asked): Promise<DelegationRow> {
  return found(await listDelegations(tx, { officeIds: officesOf(reader), id, at }), id);
}
function found<Row>([row]: readonly Row[], id: string): Row {
  if (row === undefined) throw new DomainError('NOT_FOUND', { id });
  return row;
}

const absencesOf = (reader: Reader): { readonly personId: string; readonly within: ReturnType<typeof absenceScope> } => ({ personId: reader.personId, within: absenceScope(reader) });

/** A post of the reader's offices; of another's nothing is said. @throws DomainError POST_UNKNOWN */
async function getPlace(tx: Tx, { reader, postId, at }: { readonly reader: Reader; readonly postId: string; readonly at: string }): Promise<Place> {
  const place = await findPlace(tx, { postId, day: bangkokDate(at) });
  if (place === null || !officesOf(reader).includes(place.officeId)) throw new DomainError('POST_UNKNOWN', { postId });
  return place;
}

async function getPlacesOf(tx: Tx, { personId, at }: { readonly personId: string; readonly at: string }): Promise<readonly Place[]> {
  const places = await findPlacesOf(tx, { personId, at });
  if (places === null) throw new DomainError('PERSON_UNKNOWN', { personId });
  return places;
}

function assertNotEnded({ id, state }: { readonly id: string; readonly state: string }): void {
  if (state === 'ended') throw new DomainError('PERIOD_ENDED', { id });
}

function toAppointment(reader: Reader, row: AppointmentRow): Appointment {
  const { unitId: _unitId, ...view } = row;
  return { ...view, canEnd: canEndAppointment(reader, row) };
}
function toAbsence(reader: Reader, row: AbsenceRow): Absence {
  const { places: _places, ...view } = row;
  return { ...view, canEnd: canEndAbsence(reader, row) };
}
function toDelegation(reader: Reader, row: DelegationRow): Delegation {
  const { fromUnitId: _fromUnitId, ...view } = row;
  return { ...view, canEnd: canEndDelegation(reader, row) };
}
