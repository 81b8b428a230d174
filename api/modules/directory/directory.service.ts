/** Pickers: all offices, and units, posts and people of the reader's own. */
import type * as contract from '#domain/contracts/people';
import type { z } from 'zod';
import { norm } from '#domain/thai/normalise';
import { bangkokDate } from '#domain/thai/dates';
import { listDistributionLists, listOffices, listPersons, listPosts, listUnits, type PostRow } from '#db/repositories/directory-lists';
import type { Reader } from '#db/repositories/readers';
import type { ApiDeps } from '../../deps';
import { scopeOf } from '../people/people.rights';

type Deps = Pick<ApiDeps, 'pool' | 'now'>;
type In<K extends keyof typeof contract> = z.output<(typeof contract)[K]>;

const normalised = (q: string | undefined): string | undefined => (q === undefined ? undefined : norm(q));
const moment = ({ now }: Deps): { readonly at: string; readonly day: string } => {
  const at = now().toISOString();
  return { at, day: bangkokDate(at) };
};

export async function readOffices(deps: Deps, { q, linked }: In<'officeListQuerySchema'>): Promise<In<'officeListSchema'>> {
  return { items: await listOffices(deps.pool, { q: normalised(q), isLinked: linked, day: moment(deps).day }) };
}

/** @throws DomainError NOT_FOUND for another office */
export async function readUnits(deps: Deps, reader: Reader, { officeId }: In<'unitListQuerySchema'>): Promise<In<'unitListSchema'>> {
  return { items: await listUnits(deps.pool, { officeIds: scopeOf(reader, officeId), day: moment(deps).day }) };
}

/** @throws DomainError NOT_FOUND for another office */
export async function readPosts(deps: Deps, reader: Reader, { officeId, unitId, q, role }: In<'postListQuerySchema'>): Promise<In<'postListSchema'>> {
  const rows = await listPosts(deps.pool, { officeIds: scopeOf(reader, officeId), unitId, role, ...moment(deps) });
  const wanted = normalised(q)?.toLowerCase();
  return { items: wanted === undefined ? rows : rows.filter((row) => textsOf(row).some((text) => text.toLowerCase().includes(wanted))) };
}

/** A post is looked for by its title, its code or whoever is in it. */
const textsOf = ({ title, code, holders }: PostRow): readonly string[] => [title, ...holders.map(({ name }) => name)].flatMap(({ th, en }) => [norm(th), en]).concat(code);

/** @throws DomainError NOT_FOUND for another office */
export async function readPersons(deps: Deps, reader: Reader, { officeId, q }: In<'personListQuerySchema'>): Promise<In<'personListSchema'>> {
  return { items: await listPersons(deps.pool, { officeIds: scopeOf(reader, officeId), q: normalised(q), at: moment(deps).at }) };
}

/** Lists of the offices in which the reader has a post. */
export async function readDistributionLists(deps: Deps, reader: Reader): Promise<In<'distributionListSchema'>> {
  const officeIds = [...new Set(reader.posts.map(({ officeId }) => officeId))];
  return { items: await listDistributionLists(deps.pool, { officeIds, day: moment(deps).day }) };
}
