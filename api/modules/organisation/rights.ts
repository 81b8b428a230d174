/** Whose organisation a reader may look into and change: the administrator's own office. */
import { decide } from '#domain/access/policy';
import { actingPosts } from '#domain/access/subject';
import { DomainError } from '#domain/errors';
import { bangkokDate } from '#domain/thai/dates';
import type { RecordedBy } from '#db/repositories/appointments';
import type { Reader } from '#db/repositories/readers';
import type { Tx } from '#db/tx';
import type { ApiDeps } from '../../deps';
import { assertMay, officesOf } from '../people/people.rights';

export type Deps = Pick<ApiDeps, 'pool' | 'now' | 'log'>;
export type Moment = { readonly at: string; readonly day: string };
export const momentOf = ({ now }: Pick<ApiDeps, 'now'>): Moment => {
  const at = now().toISOString();
  return { at, day: bangkokDate(at) };
};

/** The office asked for, or the first that the reader administers. @throws DomainError NOT_FOUND for another's, FORBIDDEN */
export function managedOffice(reader: Reader, officeId: string | undefined): string {
  const asked = officeId ?? actingPosts(reader).find((post) => decide(reader, 'organisation.manage', post).allow)?.officeId;
  if (asked === undefined) throw new DomainError('FORBIDDEN');
  assertManages(reader, asked, '');
  return asked;
}

/** Who records a change of this office. @throws DomainError NOT_FOUND where the office is not the reader's to know, FORBIDDEN */
export function assertManages(reader: Reader, officeId: string, at: string): RecordedBy {
  if (!officesOf(reader).includes(officeId)) throw new DomainError('NOT_FOUND');
  return assertMay(reader, 'organisation.manage', [{ officeId }], at);
}

/** As {@link assertManages} for something that belongs to an office. @throws DomainError NOT_FOUND, FORBIDDEN */
export async function assertManagesOf(tx: Tx, args: { readonly reader: Reader; readonly at: string; readonly id: string; readonly find: (tx: Tx, id: string) => Promise<string | null> }): Promise<{ readonly officeId: string; readonly by: RecordedBy }> {
  const officeId = await args.find(tx, args.id);
  if (officeId === null) throw new DomainError('NOT_FOUND');
  return { officeId, by: assertManages(args.reader, officeId, args.at) };
}
