/** The directory of an office's correspondents. Each change with its audit event in the caller's transaction. */
import { senderKey } from '#domain/intake/same-letter';
import { DomainError } from '#domain/errors';
import type { NewLetter } from '#domain/letter/new-letter';
import { norm } from '#domain/thai/normalise';
import type { Tx } from '../tx';
import type { RecordedBy } from './appointments';
import { likePattern, toPage } from './cursors';
import { assertRev, auditOffice, lockOffice } from './edits';
import { createParams } from './params';

type Owner = { readonly officeId: string; readonly by: RecordedBy };
type Row = { readonly id: string; readonly rev: number; readonly name: string; readonly letterCode: string; readonly phone: string; readonly address: string; readonly keptId: string; readonly mergedInto: string | null };
export type CorrespondentRow = Omit<Row, 'keptId' | 'mergedInto'> & { readonly written: string; readonly merged: { readonly id: string; readonly name: string; readonly rev: number }[] };
export type CorrespondentFields = { readonly name: string; readonly letterCode: string; readonly phone: string; readonly address: string };

/** Who sent a letter is known from then on. Of classified letters and sealed items nothing is kept here: the directory is open to the registry. */
export async function rememberSender(tx: Tx, { direction, secrecy, isSealed, officeId, fromText, createdAt }: NewLetter): Promise<void> {
  const key = senderKey(fromText);
  if (direction !== 'incoming' || secrecy !== 'none' || isSealed || key === '') return;
  await tx.query(
    `insert into correspondent (id, office_id, written, key, name, name_key, kept_id, created_at)
     select n.id, $1, $2, $3, $2, $3, n.id, $4 from (select gen_random_uuid() as id) n
      where not exists (select 1 from correspondent c where c.office_id = $1 and (c.key = $3 or c.name_key = $3)) on conflict (office_id, key) do nothing`,
    [officeId, fromText, key, createdAt],
  );
}

/** The office of a correspondent; null where there is none. */
export async function findCorrespondentOffice(tx: Tx, id: string): Promise<string | null> {
  const { rows } = await tx.query<{ officeId: string }>('select office_id as "officeId" from correspondent where id = $1', [id]);
  return rows[0]?.officeId ?? null;
}

export type DirectoryWanted = { readonly officeId: string; readonly q: string | undefined; readonly limit: number; readonly after: readonly (string | number | null)[] | null };

/** Correspondents that count as themselves, by name, each with what was merged into it; found by any spelling, code or telephone. */
export async function listDirectory(tx: Tx, { officeId, q, limit, after }: DirectoryWanted): Promise<{ readonly items: CorrespondentRow[]; readonly nextCursor: string | null; readonly total: number }> {
  const params = createParams();
  const where = [`c.office_id = ${params.add(officeId, 'uuid')}`, 'c.merged_into is null'];
  if (q !== undefined) {
    const like = params.add(likePattern(norm(q)), 'text');
    where.push(`exists (select 1 from correspondent s where s.kept_id = c.id and (s.name ilike ${like} or s.written ilike ${like} or s.letter_code ilike ${like} or s.phone ilike ${like}))`);
  }
  const { rows: counted } = await tx.query<{ total: number }>(`select count(*)::int as total from correspondent c where ${where.join(' and ')}`, params.values);
  if (after !== null) where.push(`(c.name, c.id) > (${params.add(after[0] ?? '', 'text')}, ${params.add(after[1] ?? '', 'uuid')})`);
  const { rows } = await tx.query<CorrespondentRow>(
    `select c.id, c.rev, c.name, c.letter_code as "letterCode", c.phone, c.address, c.written,
        (select coalesce(json_agg(json_build_object('id', s.id, 'name', s.name, 'rev', s.rev) order by s.name, s.id), '[]') from correspondent s where s.merged_into = c.id) as merged
      from correspondent c where ${where.join(' and ')} order by c.name, c.id limit ${params.add(limit + 1, 'int')}`,
    params.values,
  );
  return { ...toPage(rows, limit, ({ name, id }) => [name, id]), total: counted[0]?.total ?? 0 };
}

/** Whom the sender of a letter counts as in this office; null where nobody knows more than what is written. */
export async function findSender(tx: Tx, { officeId, fromText }: { readonly officeId: string; readonly fromText: string }): Promise<CorrespondentFields | null> {
  const { rows } = await tx.query<CorrespondentFields>({
    name: 'sender_of_letter',
    text: `select k.name, k.letter_code as "letterCode", k.phone, k.address from correspondent c join correspondent k on k.id = c.kept_id
      where c.office_id = $1 and (c.key = $2 or c.name_key = $2) order by (c.key = $2) desc limit 1`,
    values: [officeId, senderKey(fromText)],
  });
  return rows[0] ?? null;
}

/** @throws DomainError NOT_FOUND, EDIT_CONFLICT, CORRESPONDENT_EXISTS where another one has that name, CORRESPONDENT_MERGED */
export async function updateCorrespondent(tx: Tx, { id, officeId, rev, fields, by }: Owner & { readonly id: string; readonly rev: number; readonly fields: CorrespondentFields }): Promise<void> {
  const before = await lock(tx, { id, officeId, rev });
  const nameKey = senderKey(fields.name);
  const { rows: others } = await tx.query<{ name: string }>('select name from correspondent where office_id = $1 and kept_id <> $2 and (key = $3 or name_key = $3) limit 1', [officeId, id, nameKey]);
  if (others[0] !== undefined) throw new DomainError('CORRESPONDENT_EXISTS', { field: 'name', name: others[0].name });
  await tx.query('update correspondent set name = $2, name_key = $3, letter_code = $4, phone = $5, address = $6, rev = rev + 1 where id = $1', [id, fields.name, nameKey, fields.letterCode, fields.phone, fields.address]);
  await auditOffice(tx, { officeId, by, kind: 'correspondent.changed', data: { correspondentId: id, from: before.name, to: fields.name } });
}

/**
 * From now on one counts as the other, with everything merged into it before. Letters keep what is written on them.
 * @throws DomainError NOT_FOUND, EDIT_CONFLICT, CORRESPONDENT_MERGED where either was merged before, CORRESPONDENT_SAME
 */
export async function mergeCorrespondents(tx: Tx, { id, officeId, rev, intoId, by }: Owner & { readonly id: string; readonly rev: number; readonly intoId: string }): Promise<void> {
  if (id === intoId) throw new DomainError('CORRESPONDENT_SAME', { field: 'intoId' });
  const from = await lock(tx, { id, officeId, rev });
  const into = await lock(tx, { id: intoId, officeId, rev: null });
  await tx.query('update correspondent set kept_id = $2 where kept_id = $1', [id, intoId]);
  await tx.query('update correspondent set merged_into = $2, merged_at = $3, merged_by = $4, rev = rev + 1 where id = $1', [id, intoId, by.at, by.personId]);
  await auditOffice(tx, { officeId, by, kind: 'correspondent.merged', data: { correspondentId: id, name: from.name, intoId, into: into.name } });
}

/** Takes a merge back: it counts as itself again, with what was merged into it. @throws DomainError NOT_FOUND, EDIT_CONFLICT, CORRESPONDENT_NOT_MERGED */
export async function separateCorrespondent(tx: Tx, { id, officeId, rev, by }: Owner & { readonly id: string; readonly rev: number }): Promise<void> {
  await lockOffice(tx, officeId);
  const { rows } = await tx.query<Row>(`${ROW_SQL} for update`, [id, officeId]);
  const row = rows[0];
  assertRev(row, rev);
  if (row.mergedInto === null) throw new DomainError('CORRESPONDENT_NOT_MERGED');
  await tx.query('update correspondent set merged_into = null, merged_at = null, merged_by = null, rev = rev + 1 where id = $1', [id]);
  await tx.query(
    `with recursive below(id) as (select $1::uuid union select c.id from below b join correspondent c on c.merged_into = b.id)
     update correspondent set kept_id = $1 where id in (select id from below)`,
    [id],
  );
  await auditOffice(tx, { officeId, by, kind: 'correspondent.separated', data: { correspondentId: id, name: row.name } });
}

const ROW_SQL = 'select id, rev, name, letter_code as "letterCode", phone, address, kept_id as "keptId", merged_into as "mergedInto" from correspondent where id = $1 and office_id = $2';

/** One that counts as itself. Changes of a directory come one after the other: what one merges another may not merge elsewhere at that moment. */
async function lock(tx: Tx, { id, officeId, rev }: { readonly id: string; readonly officeId: string; readonly rev: number | null }): Promise<Row> {
  await lockOffice(tx, officeId);
  const { rows } = await tx.query<Row>(`${ROW_SQL} for update`, [id, officeId]);
  const row = rows[0];
  assertRev(row, rev ?? row?.rev ?? 0);
  if (row.mergedInto !== null) throw new DomainError('CORRESPONDENT_MERGED', { name: row.name });
  return row;
}
