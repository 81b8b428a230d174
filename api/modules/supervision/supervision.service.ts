/** The supervisor's board. What is done about a late task goes through the letter's own workflow; here it is only found. */
import type * as contract from '#domain/contracts/supervision';
import type { z } from 'zod';
import type { LetterFacts } from '#domain/access/read';
import { decide } from '#domain/access/policy';
import { rolePosts } from '#domain/access/subject';
import { DomainError } from '#domain/errors';
import { findActors } from '#db/repositories/directory-lists';
import type { Reader } from '#db/repositories/readers';
import { findLetterFacts, listLateTasks, type LateTask, type SupervisionScope } from '#db/repositories/supervision';
import type { ApiDeps } from '../../deps';
import type { Locale } from '../../messages';
import { keyAfter } from '../paging';

type Deps = Pick<ApiDeps, 'pool' | 'now'>;
type Page = z.output<typeof contract.supervisionPageSchema>;
type Item = Page['items'][number];
type Query = z.output<typeof contract.supervisionQuerySchema>;

/** A page of late tasks of what the reader supervises. @throws DomainError FORBIDDEN for nobody's supervisor */
export async function readLateTasks({ pool, now }: Deps, reader: Reader, { limit, cursor, locale, ...filter }: Query & { readonly locale: Locale }): Promise<Page> {
  const scope = scopeOf(reader);
  if (scope.allOfficeIds.length === 0) throw new DomainError('FORBIDDEN');
  const at = now().toISOString();
  const after = keyAfter(cursor, ['instant', 'id', 'text'], locale);
  const page = await listLateTasks(pool, { scope, reader, filter, at, limit, after });
  const facts = await findLetterFacts(pool, [...new Set(page.items.map(({ letterId }) => letterId))]);
  const actors = await findActors(pool, { postIds: [...new Set(page.items.flatMap(({ postIds }) => postIds))], at });
  const { total, nextCursor, counts } = page;
  return {
    total, nextCursor, counts,
    byUnit: [...page.byUnit],
    items: page.items.map((task) => toItem(task, { persons: personsOf(task, actors), can: rightsOn(reader, task, facts.get(task.letterId)) })),
  };
}

/** Whole offices and units for which the policy lets the reader look. */
function scopeOf(reader: Reader): SupervisionScope {
  const posts = rolePosts(reader);
  const may = (officeId: string, unitId: string | null): boolean => decide(reader, 'supervision.read', { officeId, unitId }).allow;
  const officeIds = [...new Set(posts.map(({ officeId }) => officeId))].filter((officeId) => may(officeId, null));
  const unitIds = [...new Set(posts.flatMap((post) => post.unitIds))].filter((unitId) => may('', unitId));
  const ofUnits = posts.filter((post) => post.unitIds.some((unitId) => unitIds.includes(unitId))).map(({ officeId }) => officeId);
  return { officeIds, unitIds, allOfficeIds: [...new Set([...officeIds, ...ofUnits])] };
}

function rightsOn(reader: Reader, task: LateTask, letter: LetterFacts | undefined): Item['can'] {
  if (letter === undefined) return [];
  const facts = { kind: task.kind, isOpen: true, postIds: task.postIds, personId: task.person?.id ?? null, unitIds: task.unitIds };
  return (['reassign', 'extend'] as const).filter((act) => decide(reader, `task.${act}`, { letter, task: facts }).allow);
}

/** With whom it is: whoever has taken it, else all who may act for its posts now. */
function personsOf({ person, postIds }: LateTask, actors: ReadonlyMap<string, Item['persons']>): Item['persons'] {
  if (person !== null) return [person];
  return [...new Map(postIds.flatMap((postId) => actors.get(postId) ?? []).map((each) => [each.id, each])).values()];
}

function toItem({ postIds: _postIds, unitIds: _unitIds, person: _person, posts, ...task }: LateTask, rest: Pick<Item, 'persons' | 'can'>): Item {
  return { ...task, posts: [...posts], ...rest };
}
