/** Persons of an office and their accounts. A one-time password leaves the API once, in the answer to whoever asked for it. */
import type * as contract from '#domain/contracts/organisation';
import type { z } from 'zod';
import { DomainError } from '#domain/errors';
import { norm } from '#domain/thai/normalise';
import * as accounts from '#db/repositories/accounts';
import type { AccountRow } from '#db/repositories/accounts';
import type { Reader } from '#db/repositories/readers';
import type { Tx } from '#db/tx';
import { changePeople } from '../people/change-people';
import { newOneTimePassword } from './one-time-password';
import { assertManages, assertManagesOf, managedOffice, momentOf, type Deps } from './rights';

type In<K extends keyof typeof contract> = z.output<(typeof contract)[K]>;
type Account = In<'accountSchema'>;

const toAccount = ({ officeId: keptBy, ...row }: AccountRow, officeId: string): Account => ({ ...row, canEdit: keptBy === officeId });

async function getAccount(tx: Tx, args: { readonly officeId: string; readonly at: string; readonly id: string }): Promise<Account> {
  const row = (await accounts.listAccounts(tx, args))[0];
  if (row === undefined) throw new DomainError('NOT_FOUND', { personId: args.id });
  return toAccount(row, args.officeId);
}

/** @throws DomainError NOT_FOUND, FORBIDDEN */
export async function readAccounts(deps: Deps, reader: Reader, { officeId: asked, q }: { readonly officeId?: string | undefined; readonly q?: string | undefined }): Promise<In<'accountListSchema'>> {
  const officeId = managedOffice(reader, asked);
  const rows = await accounts.listAccounts(deps.pool, { officeId, at: momentOf(deps).at, ...(q === undefined ? {} : { q: norm(q) }) });
  return { items: rows.map((row) => toAccount(row, officeId)) };
}

/** @throws DomainError NOT_FOUND, FORBIDDEN, LOGIN_TAKEN, VALIDATION_FAILED */
export async function createPerson(deps: Deps, reader: Reader, { officeId, login, clearanceOrderNo, ...fields }: In<'personCreateSchema'>): Promise<Account> {
  const { at } = momentOf(deps);
  const by = assertManages(reader, officeId, at);
  if (fields.clearance !== 'none' && clearanceOrderNo === '') throw new DomainError('VALIDATION_FAILED', { field: 'clearanceOrderNo' });
  return changePeople(deps, async (tx) => {
    const id = await accounts.createPerson(tx, { officeId, login, fields, orderNo: clearanceOrderNo, by });
    return getAccount(tx, { officeId, at, id });
  });
}

/** @throws DomainError NOT_FOUND, FORBIDDEN, EDIT_CONFLICT, OWN_ACCOUNT, VALIDATION_FAILED */
export async function updatePerson(deps: Deps, reader: Reader, { id, body: { rev, clearanceOrderNo, ...fields } }: { readonly id: string; readonly body: In<'personUpdateSchema'> }): Promise<Account> {
  return change(deps, reader, id, async (tx, owner) => accounts.updatePerson(tx, { id, rev, fields, orderNo: clearanceOrderNo, ...owner }));
}

/** Invites somebody, or gives a new password to somebody who has lost theirs. @throws DomainError NOT_FOUND, FORBIDDEN, OWN_ACCOUNT */
export async function issuePassword(deps: Deps, reader: Reader, id: string): Promise<In<'oneTimePasswordSchema'>> {
  // One's own is changed by one's own password, so that a desk left open gives nobody an account.
  if (id === reader.personId) throw new DomainError('OWN_ACCOUNT');
  const { oneTimePassword, passwordHash, expiresAt } = await newOneTimePassword(momentOf(deps).at);
  const person = await change(deps, reader, id, async (tx, owner) => accounts.setOneTimePassword(tx, { id, passwordHash, expiresAt, ...owner }));
  return { login: person.login, oneTimePassword, expiresAt, person };
}

export const setDisabled = (deps: Deps, reader: Reader, { id, isDisabled }: { readonly id: string; readonly isDisabled: boolean }): Promise<Account> =>
  change(deps, reader, id, async (tx, owner) => accounts.setDisabled(tx, { id, isDisabled, ...owner }));

export const signOutPerson = (deps: Deps, reader: Reader, id: string): Promise<Account> =>
  change(deps, reader, id, async (tx, owner) => accounts.signOutEverywhere(tx, { id, ...owner }));

type Owner = Awaited<ReturnType<typeof assertManagesOf>>;

/** Changes one person whose account the reader's office keeps; of another's nothing is said. */
async function change(deps: Deps, reader: Reader, id: string, work: (tx: Tx, owner: Owner) => Promise<unknown>): Promise<Account> {
  const { at } = momentOf(deps);
  return changePeople(deps, async (tx) => {
    const owner = await assertManagesOf(tx, { reader, at, id, find: accounts.findOfficeOfPerson });
    await work(tx, owner);
    return getAccount(tx, { officeId: owner.officeId, at, id });
  });
}
