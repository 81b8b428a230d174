/** Whose routes a reader may look at and design. */
import { decide } from '#domain/access/policy';
import { actingPosts } from '#domain/access/subject';
import { DomainError } from '#domain/errors';
import type { RecordedBy } from '#db/repositories/appointments';
import type { Reader } from '#db/repositories/readers';
import type { ApiDeps } from '../../deps';
import { assertMay, officesOf } from '../people/people.rights';

export type Deps = Pick<ApiDeps, 'pool' | 'now' | 'log'>;

/** The office asked for, else the first that the reader designs for, else the first of the reader's. @throws DomainError NOT_FOUND */
export function routeOffice(reader: Reader, asked: string | undefined): string {
  const designed = actingPosts(reader).find((post) => decide(reader, 'route.design', post).allow)?.officeId;
  const officeId = asked ?? designed ?? reader.posts[0]?.officeId;
  if (officeId === undefined) throw new DomainError('NOT_FOUND');
  assertReads(reader, { officeId, isTemplate: false });
  return officeId;
}

/** @throws DomainError NOT_FOUND: somebody who may not read an office's routes does not learn which there are */
export function assertReads(reader: Reader, route: { readonly officeId: string; readonly isTemplate: boolean }): void {
  if (!decide(reader, 'route.read', route).allow) throw new DomainError('NOT_FOUND');
}

/** Who records a change of this office's routes. @throws DomainError NOT_FOUND where the office is not the reader's to know, FORBIDDEN */
export function assertDesigns(reader: Reader, officeId: string, at: string): RecordedBy {
  if (!officesOf(reader).includes(officeId)) throw new DomainError('NOT_FOUND');
  return assertMay(reader, 'route.design', [{ officeId }], at);
}

/** @throws DomainError FORBIDDEN for nobody's process owner */
export function assertDesignsAnywhere(reader: Reader): void {
  if (!actingPosts(reader).some((post) => decide(reader, 'route.design', post).allow)) throw new DomainError('FORBIDDEN');
}

export const mayDesign = (reader: Reader, officeId: string): boolean => decide(reader, 'route.design', { officeId }).allow;
