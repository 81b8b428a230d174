import type { Desk, DeskChange } from '#domain/contracts/desk';
import { rolePosts } from '#domain/access/subject';
import { DomainError } from '#domain/errors';
import { FIRST_PHRASES } from '#domain/letter/phrases';
import { countPostsOf, countUnitsOf, findDesk, saveDesk } from '#db/repositories/desks';
import type { Reader } from '#db/repositories/readers';
import type { ApiDeps } from '../../deps';

type Deps = Pick<ApiDeps, 'pool' | 'now'>;

/** What the reader has arranged; the phrases that stand ready where nothing has been arranged yet. */
export async function getDesk({ pool }: Pick<Deps, 'pool'>, { personId }: Pick<Reader, 'personId'>): Promise<Desk> {
  return (await findDesk(pool, personId)) ?? { rev: 0, filters: [], phrases: [...FIRST_PHRASES], favouriteUnitIds: [], favouritePostIds: [] };
}

/** Puts the lists that are named in the place of the former ones. @throws DomainError DESK_CHANGED, FILTER_NAME_TAKEN, UNIT_UNKNOWN, POST_UNKNOWN */
export async function changeDesk(deps: Deps, reader: Reader, { rev, ...lists }: DeskChange): Promise<Desk> {
  const current = await getDesk(deps, reader);
  if (current.rev !== rev) throw new DomainError('DESK_CHANGED');
  const wanted: Desk = {
    rev,
    filters: lists.filters ?? current.filters,
    phrases: [...new Set(lists.phrases ?? current.phrases)],
    favouriteUnitIds: [...new Set(lists.favouriteUnitIds ?? current.favouriteUnitIds)],
    favouritePostIds: [...new Set(lists.favouritePostIds ?? current.favouritePostIds)],
  };
  if (lists.filters !== undefined) assertNamesDiffer(lists.filters);
  if (lists.favouriteUnitIds !== undefined) await assertOwnUnits(deps, reader, wanted.favouriteUnitIds);
  if (lists.favouritePostIds !== undefined) await assertOwnPosts(deps, reader, wanted.favouritePostIds);
  if (!(await saveDesk(deps.pool, { personId: reader.personId, desk: wanted, at: deps.now().toISOString() }))) throw new DomainError('DESK_CHANGED');
  return { ...wanted, rev: rev + 1 };
}

function assertNamesDiffer(filters: Desk['filters']): void {
  const twice = filters.find(({ name }, index) => filters.findIndex((each) => each.name === name) !== index);
  if (twice !== undefined) throw new DomainError('FILTER_NAME_TAKEN', { name: twice.name });
}

async function assertOwnUnits({ pool }: Pick<Deps, 'pool'>, reader: Reader, unitIds: readonly string[]): Promise<void> {
  if (unitIds.length > 0 && (await countUnitsOf(pool, { unitIds, officeIds: officesOf(reader) })) !== unitIds.length) throw new DomainError('UNIT_UNKNOWN');
}

async function assertOwnPosts({ pool }: Pick<Deps, 'pool'>, reader: Reader, postIds: readonly string[]): Promise<void> {
  if (postIds.length > 0 && (await countPostsOf(pool, { postIds, officeIds: officesOf(reader) })) !== postIds.length) throw new DomainError('POST_UNKNOWN');
}

const officesOf = (reader: Reader): readonly string[] => [...new Set(rolePosts(reader).map(({ officeId }) => officeId))];
