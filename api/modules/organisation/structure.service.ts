/** The tree of an office: units and posts, and the tree of offices themselves. */
import type * as contract from '#domain/contracts/organisation';
import type { z } from 'zod';
import { DomainError } from '#domain/errors';
import * as offices from '#db/repositories/office-changes';
import { findOffice, listAllOffices, listPostDetails, listUnitDetails, type OfficeDetail } from '#db/repositories/organisation';
import * as posts from '#db/repositories/post-changes';
import type { Reader } from '#db/repositories/readers';
import * as units from '#db/repositories/unit-changes';
import type { Tx } from '#db/tx';
import { changePeople } from '../people/change-people';
import { assertMay } from '../people/people.rights';
import { assertManages, assertManagesOf, managedOffice, momentOf, type Deps } from './rights';
import { newOneTimePassword } from './one-time-password';
import { setOneTimePassword } from '#db/repositories/accounts';

type In<K extends keyof typeof contract> = z.output<(typeof contract)[K]>;
type Organisation = In<'organisationSchema'>;
type ById<B> = { readonly id: string; readonly body: B };

/** @throws DomainError NOT_FOUND, FORBIDDEN */
export async function readOrganisation(deps: Deps, reader: Reader, asked: string | undefined): Promise<Organisation> {
  return loadOrganisation(deps.pool, { officeId: managedOffice(reader, asked), ...momentOf(deps) });
}

async function loadOrganisation(tx: Tx, { officeId, at, day }: { readonly officeId: string; readonly at: string; readonly day: string }): Promise<Organisation> {
  const office = await getOffice(tx, officeId, day);
  return { office, units: await listUnitDetails(tx, { officeId, day }), posts: await listPostDetails(tx, { officeId, at, day }) };
}

async function getOffice(tx: Tx, id: string, day: string): Promise<OfficeDetail> {
  const office = await findOffice(tx, { id, day });
  if (office === null) throw new DomainError('NOT_FOUND', { officeId: id });
  return office;
}

/** Changes the structure and answers all of it as it is then: the caller shows a tree. */
async function change(deps: Deps, work: (tx: Tx, at: string) => Promise<string>): Promise<Organisation> {
  const moment = momentOf(deps);
  return changePeople(deps, async (tx) => loadOrganisation(tx, { officeId: await work(tx, moment.at), ...moment }));
}

export const createUnit = (deps: Deps, reader: Reader, { officeId, code, validFrom, ...fields }: In<'unitCreateSchema'>): Promise<Organisation> =>
  change(deps, async (tx, at) => {
    await units.createUnit(tx, { officeId, code, validFrom, fields, by: assertManages(reader, officeId, at) });
    return officeId;
  });

export const updateUnit = (deps: Deps, reader: Reader, { id, body: { rev, ...fields } }: ById<In<'unitUpdateSchema'>>): Promise<Organisation> =>
  change(deps, async (tx, at) => {
    const owner = await assertManagesOf(tx, { reader, at, id, find: units.findUnitOffice });
    await units.updateUnit(tx, { id, rev, fields, ...owner });
    return owner.officeId;
  });

export const closeUnit = (deps: Deps, reader: Reader, { id, body }: ById<In<'closeSchema'>>): Promise<Organisation> =>
  change(deps, async (tx, at) => {
    const owner = await assertManagesOf(tx, { reader, at, id, find: units.findUnitOffice });
    await units.closeUnit(tx, { id, ...body, ...owner });
    return owner.officeId;
  });

export const createPost = (deps: Deps, reader: Reader, { officeId, code, validFrom, ...fields }: In<'postCreateSchema'>): Promise<Organisation> =>
  change(deps, async (tx, at) => {
    await posts.createPost(tx, { officeId, code, validFrom, fields, by: assertManages(reader, officeId, at) });
    return officeId;
  });

export const updatePost = (deps: Deps, reader: Reader, { id, body: { rev, ...fields } }: ById<In<'postUpdateSchema'>>): Promise<Organisation> =>
  change(deps, async (tx, at) => {
    const owner = await assertManagesOf(tx, { reader, at, id, find: posts.findOfficeOfPost });
    await posts.updatePost(tx, { id, rev, fields, ...owner });
    return owner.officeId;
  });

export const closePost = (deps: Deps, reader: Reader, { id, body }: ById<In<'closeSchema'>>): Promise<Organisation> =>
  change(deps, async (tx, at) => {
    const owner = await assertManagesOf(tx, { reader, at, id, find: posts.findOfficeOfPost });
    await posts.closePost(tx, { id, ...body, ...owner });
    return owner.officeId;
  });

/** Address, telephone, registry and posts of last resort: the office's own administrator keeps them. */
export const updateContact = (deps: Deps, reader: Reader, { id, body: { rev, ...fields } }: ById<In<'officeContactSchema'>>): Promise<Organisation> =>
  change(deps, async (tx, at) => {
    await offices.updateContact(tx, { id, rev, fields, by: assertManages(reader, id, at) });
    return id;
  });

/** Every office, closed ones too. @throws DomainError FORBIDDEN for anybody but a system administrator */
export async function readOfficeTree(deps: Deps, reader: Reader): Promise<In<'officeTreeSchema'>> {
  const { at, day } = momentOf(deps);
  assertMay(reader, 'offices.manage', [{}], at);
  return { items: await listAllOffices(deps.pool, day) };
}

/** A new office with its first administrator, whose one-time password is answered once. */
export async function createOffice(deps: Deps, reader: Reader, body: In<'officeCreateSchema'>): Promise<In<'officeCreatedSchema'>> {
  const { at, day } = momentOf(deps);
  const by = assertMay(reader, 'offices.manage', [{}], at);
  const { code, kind, adminLogin, adminNameTh, ...fields } = body;
  const { oneTimePassword, passwordHash, expiresAt } = await newOneTimePassword(at);
  return changePeople(deps, async (tx) => {
    const made = await offices.createOffice(tx, { code, kind, fields, admin: { login: adminLogin, nameTh: adminNameTh }, by });
    await setOneTimePassword(tx, { officeId: made.officeId, id: made.personId, passwordHash, expiresAt, by });
    return { office: await getOffice(tx, made.officeId, day), login: adminLogin, oneTimePassword, expiresAt };
  });
}

export async function updateOffice(deps: Deps, reader: Reader, { id, body: { rev, ...fields } }: ById<In<'officeUpdateSchema'>>): Promise<OfficeDetail> {
  const { at, day } = momentOf(deps);
  const by = assertMay(reader, 'offices.manage', [{}], at);
  return changePeople(deps, async (tx) => {
    await offices.updateOffice(tx, { id, rev, fields, by });
    return getOffice(tx, id, day);
  });
}

export async function closeOffice(deps: Deps, reader: Reader, { id, body }: ById<In<'closeSchema'>>): Promise<OfficeDetail> {
  const { at, day } = momentOf(deps);
  const by = assertMay(reader, 'offices.manage', [{}], at);
  return changePeople(deps, async (tx) => {
    await offices.closeOffice(tx, { id, ...body, by });
    return getOffice(tx, id, day);
  });
}
