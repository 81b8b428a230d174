import { randomUUID } from 'node:crypto';
import type { RecipientInput } from '#domain/contracts/acts';
import { DomainError } from '#domain/errors';
import type { Addressee } from '#domain/letter/content';
import { AGENCY_ROLES, type AgencyRole } from '#domain/letter/vocabulary';
import type { Recipient } from '#domain/route/events';
import { findList, findOfficesByCode, findOfficesById } from '#db/repositories/letter-start';
import type { Tx } from '#db/tx';

/**
 * Addressees as they are kept with the draft. Whoever was there before keeps the delivery id, so that saving twice sends once.
 * @throws DomainError OFFICE_UNKNOWN, OFFICE_NOT_LINKED
 */
export async function toAddressees(tx: Tx, { recipients, before }: { readonly recipients: readonly RecipientInput[]; readonly before: readonly Addressee[] }): Promise<Addressee[]> {
  const codes = recipients.flatMap((each) => ('officeCode' in each ? [each.officeCode] : []));
  const offices = new Map((await findOfficesByCode(tx, codes)).map((office) => [office.code, office]));
  const addressees = recipients.map((each): Addressee => {
    if (!('officeCode' in each)) {
      const known = before.find(({ officeId, name, address }) => officeId === null && name === each.name && address === each.address);
      return { deliveryId: known?.deliveryId ?? randomUUID(), officeId: null, addressId: known?.addressId ?? randomUUID(), role: each.role, name: each.name, address: each.address };
    }
    const office = offices.get(each.officeCode);
    if (office === undefined) throw new DomainError('OFFICE_UNKNOWN', { officeCode: each.officeCode });
    if (!office.isLinked) throw new DomainError('OFFICE_NOT_LINKED', { officeCode: each.officeCode });
    const known = before.find(({ officeId }) => officeId === office.id);
    return { deliveryId: known?.deliveryId ?? randomUUID(), officeId: office.id, addressId: null, role: each.role, name: office.headTitleTh, address: '' };
  });
  return onceEach(addressees);
}

/**
 * The members of a distribution list as addressees.
 * @throws DomainError RECIPIENTS_REQUIRED where the office has no such list, or nobody on it can be written to
 */
export async function listAddressees(tx: Tx, { officeId, listCode }: { readonly officeId: string; readonly listCode: string }): Promise<Addressee[]> {
  const members = await findList(tx, { officeId, code: listCode });
  if (members === null) throw new DomainError('RECIPIENTS_REQUIRED', { field: 'listCode', listCode });
  const offices = new Map((await findOfficesById(tx, members.map((member) => member.officeId))).map((office) => [office.id, office]));
  const addressees = members.flatMap((member): readonly Addressee[] => {
    const office = offices.get(member.officeId);
    if (office === undefined || !office.isLinked) return [];
    return [{ deliveryId: randomUUID(), officeId: office.id, addressId: null, role: roleOf(member.role), name: office.headTitleTh, address: '' }];
  });
  if (addressees.length === 0) throw new DomainError('RECIPIENTS_REQUIRED', { field: 'listCode', listCode });
  return addressees;
}

const roleOf = (role: string | null): AgencyRole => AGENCY_ROLES.find((known) => known === role) ?? 'info';

/** Nobody is written to twice: the first mention counts. */
export function onceEach(addressees: readonly Addressee[]): Addressee[] {
  const seen = new Set<string>();
  return addressees.filter(({ officeId, name, address }) => {
    const key = officeId ?? `${name} ${address}`;
    return seen.has(key) ? false : Boolean(seen.add(key));
  });
}

/** What the engine knows of them: ids and parts. */
export const toRecipients = (addressees: readonly Addressee[]): Recipient[] =>
  addressees.map(({ deliveryId, officeId, addressId, role }) => ({ deliveryId, officeId, addressId, role }));
