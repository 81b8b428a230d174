/** Standing succession with who acts today or on a day, and distribution lists. */
import type * as contract from '#domain/contracts/organisation';
import type { z } from 'zod';
import { decide } from '#domain/access/policy';
import { DomainError } from '#domain/errors';
import { listDistributionLists } from '#db/repositories/directory-lists';
import * as lists from '#db/repositories/distribution-lists';
import { findOfficeOfPost } from '#db/repositories/post-changes';
import type { Reader } from '#db/repositories/readers';
import { listActing, setSuccession } from '#db/repositories/successions';
import { withTransaction } from '#db/client';
import type { Tx } from '#db/tx';
import { changePeople } from '../people/change-people';
import { scopeOf } from '../people/people.rights';
import { assertManages, assertManagesOf, momentOf, type Deps } from './rights';

type In<K extends keyof typeof contract> = z.output<(typeof contract)[K]>;

/** Who acts for each post of an office, now or at another moment; everybody of the office may know. @throws DomainError NOT_FOUND */
export async function readActing(deps: Deps, reader: Reader, query: In<'actingQuerySchema'>): Promise<In<'actingSchema'>> {
  const officeId = scopeOf(reader, query.officeId ?? reader.posts[0]?.officeId)[0];
  if (officeId === undefined) throw new DomainError('NOT_FOUND');
  const at = query.at === undefined ? momentOf(deps).at : new Date(query.at).toISOString();
  return { at, canManage: decide(reader, 'organisation.manage', { officeId }).allow, items: await listActing(deps.pool, { officeId, at }) };
}

/** @throws DomainError NOT_FOUND, FORBIDDEN, EDIT_CONFLICT, POST_UNKNOWN */
export async function changeSuccession(deps: Deps, reader: Reader, { id, body }: { readonly id: string; readonly body: In<'successionUpdateSchema'> }): Promise<In<'actingSchema'>> {
  const { at } = momentOf(deps);
  const officeId = await changePeople(deps, async (tx) => {
    const owner = await assertManagesOf(tx, { reader, at, id, find: findOfficeOfPost });
    await setSuccession(tx, { postId: id, ...body, ...owner });
    return owner.officeId;
  });
  return readActing(deps, reader, { officeId });
}

/** @throws DomainError NOT_FOUND, FORBIDDEN, CODE_TAKEN, OFFICE_UNKNOWN */
export async function createList(deps: Deps, reader: Reader, { officeId, code, ...fields }: In<'listCreateSchema'>): Promise<In<'savedListSchema'>> {
  const { at, day } = momentOf(deps);
  const by = assertManages(reader, officeId, at);
  return withTransaction(deps.pool, async (tx) => getList(tx, { officeId, day, id: await lists.createList(tx, { officeId, code, fields, by }) }));
}

/** @throws DomainError NOT_FOUND, FORBIDDEN, EDIT_CONFLICT, OFFICE_UNKNOWN */
export async function updateList(deps: Deps, reader: Reader, { id, body: { rev, ...fields } }: { readonly id: string; readonly body: In<'listUpdateSchema'> }): Promise<In<'savedListSchema'>> {
  const { at, day } = momentOf(deps);
  return withTransaction(deps.pool, async (tx) => {
    const owner = await assertManagesOf(tx, { reader, at, id, find: lists.findOfficeOfList });
    await lists.updateList(tx, { id, rev, fields, ...owner });
    return getList(tx, { officeId: owner.officeId, day, id });
  });
}

async function getList(tx: Tx, { officeId, day, id }: { readonly officeId: string; readonly day: string; readonly id: string }): Promise<In<'savedListSchema'>> {
  const found = (await listDistributionLists(tx, { officeIds: [officeId], day })).find((list) => list.id === id);
  if (found === undefined) throw new DomainError('NOT_FOUND', { id });
  return { ...found, members: [...found.members] };
}
