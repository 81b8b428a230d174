/** Whose people a reader may look at and change. */
import { decide, type Act, type ObjectOf } from '#domain/access/policy';
import { rolePosts } from '#domain/access/subject';
import { DomainError } from '#domain/errors';
import type { RecordedBy } from '#db/repositories/appointments';
import type { AbsenceRow, AppointmentRow, DelegationRow, Place } from '#db/repositories/people-lists';
import type { Reader } from '#db/repositories/readers';

/** Offices of whose people the reader may know: those of the reader's posts, and those an inspector inspects. */
export const officesOf = (reader: Reader): readonly string[] => [...new Set(reader.posts.flatMap((post) => [post.officeId, ...post.officeIds]))];

/** The office asked for, or all the reader's. @throws DomainError NOT_FOUND for an office that is not the reader's */
export function scopeOf(reader: Reader, officeId: string | undefined): readonly string[] {
  const offices = officesOf(reader);
  if (officeId === undefined) return offices;
  if (!offices.includes(officeId)) throw new DomainError('NOT_FOUND', { officeId });
  return [officeId];
}

/** @throws DomainError FORBIDDEN where the policy allows it for none of the objects */
export function assertMay<A extends Act>(reader: Reader, act: A, objects: readonly ObjectOf[A][], at: string): RecordedBy {
  const object = objects.find((each) => decide(reader, act, each).allow);
  if (object === undefined) throw new DomainError('FORBIDDEN');
  // On the record stands the post by which it was allowed.
  const post = reader.posts.find((each) => decide({ ...reader, posts: [each] }, act, object).allow);
  return { personId: reader.personId, postId: post?.postId ?? null, at };
}

const isAllowed = <A extends Act>(reader: Reader, act: A, objects: readonly ObjectOf[A][]): boolean =>
  objects.some((each) => decide(reader, act, each).allow);

type AppointObject = ObjectOf['people.appoint'];
type PeopleObject = ObjectOf['people.absence'];

export const appointObject = ({ post, unitId, person, capacity }: Pick<AppointmentRow, 'post' | 'unitId' | 'person' | 'capacity'>): AppointObject => ({
  officeId: post.officeId, unitId, personId: person.id, postId: post.id, isActing: capacity !== 'own',
});
export const absenceObjects = (personId: string, places: readonly Place[]): readonly PeopleObject[] => places.map((place) => ({ ...place, personId }));
export const delegateObject = ({ fromPost, fromUnitId }: Pick<DelegationRow, 'fromPost' | 'fromUnitId'>): PeopleObject => ({
  officeId: fromPost.officeId, unitId: fromUnitId, personId: null, postId: fromPost.id,
});

export const canEndAppointment = (reader: Reader, row: AppointmentRow): boolean => row.state !== 'ended' && isAllowed(reader, 'people.appoint', [appointObject(row)]);
export const canEndAbsence = (reader: Reader, row: AbsenceRow): boolean =>
  row.state !== 'ended' && isAllowed(reader, 'people.absence', absenceObjects(row.person.id, row.places));
export const canEndDelegation = (reader: Reader, row: DelegationRow): boolean => row.state !== 'ended' && isAllowed(reader, 'people.delegate', [delegateObject(row)]);

/** Offices and units whose absences the reader keeps; why somebody is away is shown to nobody else. */
export function absenceScope(reader: Reader): { readonly officeIds: readonly string[]; readonly unitIds: readonly string[] } {
  const posts = rolePosts(reader);
  const may = (officeId: string, unitId: string): boolean => decide(reader, 'people.absence', { officeId, unitId, personId: null, postId: null }).allow;
  return {
    officeIds: [...new Set(posts.map(({ officeId }) => officeId))].filter((officeId) => may(officeId, '')),
    unitIds: [...new Set(posts.flatMap(({ unitIds }) => unitIds))].filter((unitId) => may('', unitId)),
  };
}
