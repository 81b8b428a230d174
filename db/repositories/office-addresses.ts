import type { Tx } from '../tx';

/** Postal addresses of offices by their ids; empty where none is kept. */
export async function listOfficeAddresses(tx: Tx, officeIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await tx.query<{ id: string; address: string }>({ name: 'office_addresses', text: 'select id, address_th as address from office where id = any($1::uuid[])', values: [officeIds] });
  return new Map(rows.map(({ id, address }) => [id, address]));
}
