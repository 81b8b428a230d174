/** Distribution lists of an office: offices that are written to together, each with its part in the matter. */
import { randomUUID } from 'node:crypto';
import { DomainError } from '#domain/errors';
import type { AgencyRole } from '#domain/letter/vocabulary';
import { generatedCode } from '#domain/organisation/rules';
import { bangkokDate } from '#domain/thai/dates';
import type { Tx } from '../tx';
import type { RecordedBy } from './appointments';
import { assertRev, auditOffice, orTaken } from './edits';

export type ListFields = { readonly nameTh: string; readonly nameEn: string; readonly members: readonly { readonly officeId: string; readonly role: AgencyRole }[] };

/** The office of a list; null where there is none. */
export async function findOfficeOfList(tx: Tx, id: string): Promise<string | null> {
  const { rows } = await tx.query<{ officeId: string }>('select office_id as "officeId" from distribution_list where id = $1', [id]);
  return rows[0]?.officeId ?? null;
}

/** @throws DomainError OFFICE_UNKNOWN, CODE_TAKEN */
export async function createList(tx: Tx, { officeId, code, fields, by }: { readonly officeId: string; readonly code: string | null; readonly fields: ListFields; readonly by: RecordedBy }): Promise<string> {
  await assertMembers(tx, fields, by.at);
  const id = randomUUID();
  const used = code ?? generatedCode('l', id);
  await orTaken(
    tx.query('insert into distribution_list (id, office_id, code, name_th, name_en, members) values ($1, $2, $3, $4, $5, $6)', [id, officeId, used, fields.nameTh, fields.nameEn, JSON.stringify(fields.members)]),
    new DomainError('CODE_TAKEN', { code: used, field: 'code' }),
  );
  await auditOffice(tx, { officeId, by, kind: 'list.created', data: { listId: id, code: used, members: fields.members } });
  return id;
}

/** @throws DomainError NOT_FOUND, EDIT_CONFLICT, OFFICE_UNKNOWN */
export async function updateList(tx: Tx, { id, officeId, rev, fields, by }: { readonly id: string; readonly officeId: string; readonly rev: number; readonly fields: ListFields; readonly by: RecordedBy }): Promise<void> {
  const { rows } = await tx.query<{ rev: number; members: unknown }>('select rev, members from distribution_list where id = $1 for update', [id]);
  assertRev(rows[0], rev);
  await assertMembers(tx, fields, by.at);
  await tx.query('update distribution_list set name_th = $2, name_en = $3, members = $4, rev = rev + 1 where id = $1', [id, fields.nameTh, fields.nameEn, JSON.stringify(fields.members)]);
  await auditOffice(tx, { officeId, by, kind: 'list.changed', data: { listId: id, from: rows[0].members, to: fields.members } });
}

async function assertMembers(tx: Tx, { members }: ListFields, at: string): Promise<void> {
  const ids = members.map(({ officeId }) => officeId);
  const { rows } = await tx.query<{ id: string }>(`select id from office where id = any($1::uuid[]) and coalesce(valid_to, 'infinity') > $2::date`, [ids, bangkokDate(at)]);
  const missing = ids.find((id) => !rows.some((row) => row.id === id));
  if (missing !== undefined) throw new DomainError('OFFICE_UNKNOWN', { officeId: missing, field: 'members' });
}
