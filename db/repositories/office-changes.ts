/** Offices themselves: made, changed, moved and closed by the administrators of the installation; their contact by their own. */
import { randomUUID } from 'node:crypto';
import { DomainError } from '#domain/errors';
import { assertClosing, assertNoCycle, type TreeNode } from '#domain/organisation/rules';
import { bangkokDate } from '#domain/thai/dates';
import type { Tx } from '../tx';
import type { RecordedBy } from './appointments';
import { createPerson } from './accounts';
import { assertRev, assertUnused, auditOffice, changesOf, orTaken } from './edits';
import { createPost } from './post-changes';
import { createUnit } from './unit-changes';

export type OfficeFields = {
  readonly nameTh: string; readonly nameEn: string; readonly shortTh: string; readonly agencyCode: string; readonly unitCode: string; readonly headTitleTh: string; readonly parentId: string | null; readonly isLinked: boolean;
};
export type OfficeContact = {
  readonly addressTh: string; readonly phone: string; readonly email: string; readonly registryUnitId: string | null; readonly fallbackPostId: string | null; readonly secretRegistrarPostId: string | null; readonly processOwnerPostId: string | null;
};
type OfficeRow = OfficeFields & OfficeContact & { readonly rev: number; readonly validFrom: string };
type Edit = { readonly id: string; readonly rev: number; readonly by: RecordedBy };

const COLUMNS = `rev, name_th as "nameTh", name_en as "nameEn", short_th as "shortTh", agency_code as "agencyCode", unit_code as "unitCode", head_title_th as "headTitleTh", parent_id as "parentId",
  is_linked as "isLinked", address_th as "addressTh", phone, email, registry_unit_id as "registryUnitId", fallback_post_id as "fallbackPostId",
  secret_registrar_post_id as "secretRegistrarPostId", process_owner_post_id as "processOwnerPostId", valid_from as "validFrom"`;
/** The tree of offices is changed one change after the other. */
const LOCK_TREE = "select pg_advisory_xact_lock(hashtextextended('saraban/offices', 0))";

async function lockRow(tx: Tx, id: string): Promise<OfficeRow | undefined> {
  const { rows } = await tx.query<OfficeRow>(`select ${COLUMNS} from office where id = $1 for update`, [id]);
  return rows[0];
}

export type NewOffice = { readonly code: string; readonly kind: string; readonly fields: OfficeFields };
export type NewAdministrator = { readonly login: string; readonly nameTh: string };

/** The row of a new office, with nothing in it yet. @throws DomainError CODE_TAKEN, OFFICE_UNKNOWN */
export async function insertOffice(tx: Tx, { code, kind, fields, by }: NewOffice & { readonly by: RecordedBy }): Promise<string> {
  await tx.query(LOCK_TREE);
  await assertParent(tx, fields.parentId, by);
  const officeId = randomUUID();
  await orTaken(
    tx.query(
      `insert into office (id, code, kind, parent_id, name_th, name_en, short_th, agency_code, unit_code, head_title_th, is_linked, valid_from) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [officeId, code, kind, fields.parentId, fields.nameTh, fields.nameEn, fields.shortTh, fields.agencyCode, fields.unitCode, fields.headTitleTh, fields.isLinked, bangkokDate(by.at)],
    ),
    new DomainError('CODE_TAKEN', { code, field: 'code' }),
  );
  await auditOffice(tx, { officeId, by, kind: 'office.created', data: { officeId, code, nameTh: fields.nameTh, parentId: fields.parentId } });
  return officeId;
}

/** The post that administers an office, in the office's first unit (made where there is none), and the person in it. @throws DomainError LOGIN_TAKEN */
export async function addAdministrator(tx: Tx, { officeId, admin, by }: { readonly officeId: string; readonly admin: NewAdministrator; readonly by: RecordedBy }): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `select id from unit where office_id = $1 and parent_id is null and valid_from <= $2 and coalesce(valid_to, 'infinity') > $2 order by sort_order, code limit 1`, [officeId, bangkokDate(by.at)],
  );
  const unitId = rows[0]?.id ?? (await createUnit(tx, {
    officeId, code: 'general', validFrom: null, by, fields: { nameTh: 'งานบริหารทั่วไป', nameEn: 'General Administration', shortTh: '', letterCode: null, phone: '', parentId: null, sortOrder: 0 },
  }));
  const postId = await createPost(tx, {
    officeId, code: 'office-admin', validFrom: null, by,
    fields: { titleTh: 'ผู้ดูแลสำนักงาน', titleEn: 'Office administrator', unitId, superiorId: null, roles: ['office_admin'], isUnitHead: false, oversees: [] },
  });
  const personId = await createPerson(tx, { officeId, login: admin.login, orderNo: '', by, fields: { nameTh: admin.nameTh, nameEn: '', email: '', phone: '', clearance: 'none' } });
  await tx.query(`insert into appointment (person_id, post_id, capacity, valid_from, created_by, created_at) values ($1, $2, 'own', $3, $4, $3)`, [personId, postId, by.at, by.personId]);
  await tx.query('update office set fallback_post_id = coalesce(fallback_post_id, $2) where id = $1', [officeId, postId]);
  return personId;
}

/**
 * A new office with its first unit, the administrator's post and the person in it: the rest is theirs to set up.
 * @throws DomainError CODE_TAKEN, LOGIN_TAKEN, OFFICE_UNKNOWN
 */
export async function createOffice(tx: Tx, { admin, ...office }: NewOffice & { readonly admin: NewAdministrator; readonly by: RecordedBy }): Promise<{ readonly officeId: string; readonly personId: string }> {
  const officeId = await insertOffice(tx, office);
  return { officeId, personId: await addAdministrator(tx, { officeId, admin, by: office.by }) };
}

/** @throws DomainError NOT_FOUND, EDIT_CONFLICT, OFFICE_UNKNOWN, TREE_CYCLE */
export async function updateOffice(tx: Tx, { id, rev, fields, by }: Edit & { readonly fields: OfficeFields }): Promise<void> {
  await tx.query(LOCK_TREE);
  const before = await lockRow(tx, id);
  assertRev(before, rev);
  if (fields.parentId !== before.parentId) {
    await assertParent(tx, fields.parentId, by);
    const { rows } = await tx.query<TreeNode>('select id, parent_id as "parentId" from office');
    assertNoCycle(rows, { id, parentId: fields.parentId });
  }
  await tx.query(
    `update office set name_th = $2, name_en = $3, short_th = $4, agency_code = $5, unit_code = $6, head_title_th = $7, parent_id = $8, is_linked = $9, rev = rev + 1 where id = $1`,
    [id, fields.nameTh, fields.nameEn, fields.shortTh, fields.agencyCode, fields.unitCode, fields.headTitleTh, fields.parentId, fields.isLinked],
  );
  const { nameTh, nameEn, shortTh, agencyCode, unitCode, headTitleTh, parentId, isLinked } = before;
  await auditOffice(tx, { officeId: id, by, kind: 'office.changed', data: { changes: changesOf<OfficeFields>({ nameTh, nameEn, shortTh, agencyCode, unitCode, headTitleTh, parentId, isLinked }, fields) } });
}

/** @throws DomainError NOT_FOUND, EDIT_CONFLICT; UNIT_UNKNOWN, POST_UNKNOWN for what is not the office's */
export async function updateContact(tx: Tx, { id, rev, fields, by }: Edit & { readonly fields: OfficeContact }): Promise<void> {
  const before = await lockRow(tx, id);
  assertRev(before, rev);
  const day = bangkokDate(by.at);
  const own = await tx.query<{ id: string }>(
    `select id from unit where office_id = $1 and coalesce(valid_to, 'infinity') > $2::date union all select id from post where office_id = $1 and coalesce(valid_to, 'infinity') > $2::date`, [id, day],
  );
  const known = new Set(own.rows.map((row) => row.id));
  if (fields.registryUnitId !== null && !known.has(fields.registryUnitId)) throw new DomainError('UNIT_UNKNOWN', { field: 'registryUnitId' });
  for (const field of ['fallbackPostId', 'secretRegistrarPostId', 'processOwnerPostId'] as const) {
    const postId = fields[field];
    if (postId !== null && !known.has(postId)) throw new DomainError('POST_UNKNOWN', { postId, field });
  }
  await tx.query(
    `update office set address_th = $2, phone = $3, email = $4, registry_unit_id = $5, fallback_post_id = $6, secret_registrar_post_id = $7, process_owner_post_id = $8, rev = rev + 1 where id = $1`,
    [id, fields.addressTh, fields.phone, fields.email, fields.registryUnitId, fields.fallbackPostId, fields.secretRegistrarPostId, fields.processOwnerPostId],
  );
  const { addressTh, phone, email, registryUnitId, fallbackPostId, secretRegistrarPostId, processOwnerPostId } = before;
  const changes = changesOf<OfficeContact>({ addressTh, phone, email, registryUnitId, fallbackPostId, secretRegistrarPostId, processOwnerPostId }, fields);
  await auditOffice(tx, { officeId: id, by, kind: 'office.contactChanged', data: { changes } });
}

/** @throws DomainError NOT_FOUND, EDIT_CONFLICT, PERIOD_INVALID; OFFICE_IN_USE while offices are below it or letters run in it */
export async function closeOffice(tx: Tx, { id, rev, on, by }: Edit & { readonly on: string | null }): Promise<void> {
  await tx.query(LOCK_TREE);
  const before = await lockRow(tx, id);
  assertRev(before, rev);
  if (on === null) {
    await assertParent(tx, before.parentId, by);
  } else {
    assertClosing(before, { on, today: bangkokDate(by.at) });
    await assertUnused(tx, 'OFFICE_IN_USE', {
      text: `'offices', (select count(*) from office c where c.parent_id = $1 and coalesce(c.valid_to, 'infinity') > $2::date),
        'letters', (select count(*) from letter l where l.office_id = $1 and l.status in ('new', 'running', 'held')),
        'deliveries', (select count(*) from delivery d where d.to_office_id = $1 and d.status = 'sent')`,
      values: [id, on],
    });
  }
  await tx.query('update office set valid_to = $2, rev = rev + 1 where id = $1', [id, on]);
  await auditOffice(tx, { officeId: id, by, kind: on === null ? 'office.reopened' : 'office.closed', data: { on } });
}

async function assertParent(tx: Tx, parentId: string | null, by: RecordedBy): Promise<void> {
  if (parentId === null) return;
  const { rowCount } = await tx.query(`select 1 from office where id = $1 and coalesce(valid_to, 'infinity') > $2::date`, [parentId, bangkokDate(by.at)]);
  if (rowCount === 0) throw new DomainError('OFFICE_UNKNOWN', { officeId: parentId, field: 'parentId' });
}
