/**
 * What an appointment, an absence or a delegation must satisfy before it is recorded (reference §6.4).
 */
import { DomainError } from '#domain/errors';
import { secrecyRank, type Secrecy } from '#domain/letter/vocabulary';
import type { AppointmentFact, PersonClearance, PostRequirement } from './facts';

export type NewAppointment = Omit<AppointmentFact, 'id'> & {
  /** The order itself names more than one acting person for the post at once. */
  readonly isJoint?: boolean;
};

/**
 * Asserts that an appointment may be recorded beside those already there.
 * @throws DomainError PERIOD_INVALID when it ends before it begins; VALIDATION_FAILED when an acting appointment lacks its
 * order number or acts for the person's own post; APPOINTMENT_OVERLAPS when the post is held or acted for in the same time
 * (for acting: unless the order says so); CLEARANCE_TOO_LOW when a secret registrar's post is given to an uncleared person.
 */
export function assertAppointment(args: {
  readonly appointment: NewAppointment;
  readonly existing: readonly AppointmentFact[];
  readonly post: PostRequirement;
  readonly person: PersonClearance;
}): void {
  const { appointment, existing, post, person } = args;
  assertPeriod(appointment);
  const isActing = appointment.capacity !== 'own';
  if (isActing && appointment.orderNo.trim() === '') throw new DomainError('VALIDATION_FAILED', { field: 'orderNo' });
  if (isActing && appointment.ownPostId === appointment.postId) throw new DomainError('VALIDATION_FAILED', { field: 'ownPostId' });
  const clash = existing.find(
    (other) =>
      other.postId === appointment.postId &&
      (other.capacity !== 'own') === isActing &&
      overlaps(other, appointment) &&
      !(isActing && appointment.isJoint === true && other.personId !== appointment.personId),
  );
  if (clash !== undefined) throw new DomainError('APPOINTMENT_OVERLAPS', { appointmentId: clash.id, from: clash.from, to: clash.to });
  if (post.roles.includes('secret_registrar') && !mayRegisterSecrets(person.clearance)) {
    throw new DomainError('CLEARANCE_TOO_LOW', { needed: 'secret' });
  }
}

/** Whether somebody of this clearance may be given a secret registrar's post. */
export const mayRegisterSecrets = (clearance: Secrecy): boolean => secrecyRank(clearance) >= secrecyRank('secret');

/** Asserts that a period ends after it begins. @throws DomainError PERIOD_INVALID */
export function assertPeriod({ from, to }: { readonly from: string; readonly to: string | null }): void {
  const start = Date.parse(from);
  const end = to === null ? Infinity : Date.parse(to);
  if (Number.isNaN(start) || Number.isNaN(end) || end <= start) throw new DomainError('PERIOD_INVALID', { from, to });
}

type Period = { readonly from: string; readonly to: string | null };
const startOf = ({ from }: Period): number => Date.parse(from);
const endOf = ({ to }: Period): number => (to === null ? Infinity : Date.parse(to));

/** Whether two periods have an instant in common; one that ends where the other begins has none. */
export const overlaps = (a: Period, b: Period): boolean => startOf(a) < endOf(b) && startOf(b) < endOf(a);
