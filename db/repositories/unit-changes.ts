/** Units of an office: made, changed, moved and closed by its administrator. Each change with its audit event in the caller's transaction. */
import { randomUUID } from 'node:crypto';
import { DomainError } from '#domain/errors';
import { assertClosing, assertNoCycle, generatedCode, type TreeNode } from '#domain/organisation/rules';
import { bangkokDate } from '#domain/thai/dates';
import type { Tx } from '../tx';
import type { RecordedBy } from './appointments';
import { assertRev, assertUnused, auditOffice, changesOf, lockOffice, orTaken } from './edits';

export type UnitFields = {
  readonly nameTh: string; readonly nameEn: string; readonly shortTh: string; readonly letterCode: string | null; readonly phone: string; readonly parentId: string | null; readonly sortOrder: number;
};
type UnitRow = UnitFields & { readonly id: string; readonly officeId: string; readonly rev: number; readonly validFrom: string; readonly validTo: string | null };

const COLUMNS = `u.id, u.office_id as "officeId", u.rev, u.name_th as "nameTh", u.name_en as "nameEn", u.short_th as "shortTh", u.letter_code as "letterCode", u.phone,
  u.parent_id as "parentId", u.sort_order as "sortOrder", u.valid_from as "validFrom", u.valid_to as "validTo"`;

/** The office of a unit; null where there is none. */
export async function findUnitOffice(tx: Tx, id: string): Promise<string | null> {
  const { rows } = await tx.query<{ officeId: string }>('select office_id as "officeId" from unit where id = $1', [id]);
  return rows[0]?.officeId ?? null;
}

/** @throws DomainError UNIT_UNKNOWN for a parent of another office, CODE_TAKEN */
export async function createUnit(
  tx: Tx,
  { officeId, code, validFrom, fields, by }: { readonly officeId: string; readonly code: string | null; readonly validFrom: string | null; readonly fields: UnitFields; readonly by: RecordedBy },
): Promise<string> {
  await lockOffice(tx, officeId);
  const id = randomUUID();
  const from = validFrom ?? bangkokDate(by.at);
  await assertParent(tx, { officeId, parentId: fields.parentId, day: from });
  const used = code ?? generatedCode('u', id);
  await orTaken(
    tx.query(
      `insert into unit (id, office_id, code, name_th, name_en, short_th, letter_code, phone, parent_id, sort_order, valid_from) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [id, officeId, used, fields.nameTh, fields.nameEn, fields.shortTh, fields.letterCode, fields.phone, fields.parentId, fields.sortOrder, from],
    ),
    new DomainError('CODE_TAKEN', { code: used, field: 'code' }),
  );
  await auditOffice(tx, { officeId, by, kind: 'unit.created', data: { unitId: id, code: used, nameTh: fields.nameTh, parentId: fields.parentId, validFrom: from } });
  return id;
}

/** @throws DomainError NOT_FOUND, EDIT_CONFLICT, UNIT_UNKNOWN, TREE_CYCLE */
export async function updateUnit(tx: Tx, { id, officeId, rev, fields, by }: { readonly id: string; readonly officeId: string; readonly rev: number; readonly fields: UnitFields; readonly by: RecordedBy }): Promise<void> {
  await lockOffice(tx, officeId);
  const before = await lockUnit(tx, id);
  assertRev(before, rev);
  if (fields.parentId !== before.parentId) {
    await assertParent(tx, { officeId, parentId: fields.parentId, day: bangkokDate(by.at) });
    const { rows } = await tx.query<TreeNode>('select id, parent_id as "parentId" from unit where office_id = $1', [officeId]);
    assertNoCycle(rows, { id, parentId: fields.parentId });
  }
  await tx.query(
    'update unit set name_th = $2, name_en = $3, short_th = $4, letter_code = $5, phone = $6, parent_id = $7, sort_order = $8, rev = rev + 1 where id = $1',
    [id, fields.nameTh, fields.nameEn, fields.shortTh, fields.letterCode, fields.phone, fields.parentId, fields.sortOrder],
  );
  const { nameTh, nameEn, shortTh, letterCode, phone, parentId, sortOrder } = before;
  await auditOffice(tx, { officeId, by, kind: 'unit.changed', data: { unitId: id, changes: changesOf<UnitFields>({ nameTh, nameEn, shortTh, letterCode, phone, parentId, sortOrder }, fields) } });
}

/**
 * Closes a unit from `on`, or takes its closing back.
 * @throws DomainError NOT_FOUND, EDIT_CONFLICT, PERIOD_INVALID; UNIT_IN_USE while units, posts, books or running letters are in it
 */
export async function closeUnit(tx: Tx, { id, officeId, rev, on, by }: { readonly id: string; readonly officeId: string; readonly rev: number; readonly on: string | null; readonly by: RecordedBy }): Promise<void> {
  await lockOffice(tx, officeId);
  const before = await lockUnit(tx, id);
  assertRev(before, rev);
  if (on === null) {
    await assertParent(tx, { officeId, parentId: before.parentId, day: bangkokDate(by.at) });
  } else {
    assertClosing(before, { on, today: bangkokDate(by.at) });
    await assertUnused(tx, 'UNIT_IN_USE', { text: USED, values: [id, on] });
  }
  await tx.query('update unit set valid_to = $2, rev = rev + 1 where id = $1', [id, on]);
  await auditOffice(tx, { officeId, by, kind: on === null ? 'unit.reopened' : 'unit.closed', data: { unitId: id, on } });
}

/** What stands in the way of closing unit $1 on day $2. */
const USED = `'units', (select count(*) from unit c where c.parent_id = $1 and coalesce(c.valid_to, 'infinity') > $2::date),
  'posts', (select count(*) from post p where p.unit_id = $1 and coalesce(p.valid_to, 'infinity') > $2::date),
  'books', (select count(*) from book b where b.unit_id = $1 and coalesce(b.valid_to, 'infinity') > $2::date),
  'letters', (select count(*) from letter l where l.owner_unit_id = $1 and l.status in ('running', 'held')),
  'registry', (select count(*) from office o where o.registry_unit_id = $1)`;

async function lockUnit(tx: Tx, id: string): Promise<UnitRow | undefined> {
  const { rows } = await tx.query<UnitRow>(`select ${COLUMNS} from unit u where u.id = $1 for update`, [id]);
  return rows[0];
}

/** A parent is a unit of the same office that is there on that day. */
async function assertParent(tx: Tx, { officeId, parentId, day }: { readonly officeId: string; readonly parentId: string | null; readonly day: string }): Promise<void> {
  if (parentId === null) return;
  const { rowCount } = await tx.query(
    `select 1 from unit where id = $1 and office_id = $2 and valid_from <= $3 and coalesce(valid_to, 'infinity') > $3`, [parentId, officeId, day],
  );
  if (rowCount === 0) throw new DomainError('UNIT_UNKNOWN', { unitId: parentId, field: 'parentId' });
}
