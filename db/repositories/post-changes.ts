/** Posts of an office: made, changed, moved and closed by its administrator. Each change with its audit event in the caller's transaction. */
import { randomUUID } from 'node:crypto';
import { DomainError } from '#domain/errors';
import type { Role } from '#domain/letter/vocabulary';
import { assertClosing, assertNoCycle, assertRoles, generatedCode, type TreeNode } from '#domain/organisation/rules';
import { bangkokDate } from '#domain/thai/dates';
import type { Tx } from '../tx';
import type { RecordedBy } from './appointments';
import { assertRev, assertUnused, auditOffice, changesOf, lockOffice, orTaken } from './edits';

export type PostFields = {
  readonly titleTh: string; readonly titleEn: string; readonly unitId: string; readonly superiorId: string | null; readonly roles: readonly Role[]; readonly isUnitHead: boolean; readonly oversees: readonly string[];
};
type PostRow = PostFields & { readonly id: string; readonly officeId: string; readonly rev: number; readonly validFrom: string; readonly validTo: string | null };
type Where = { readonly officeId: string; readonly by: RecordedBy };

const COLUMNS = `p.id, p.office_id as "officeId", p.rev, p.title_th as "titleTh", p.title_en as "titleEn", p.unit_id as "unitId", p.superior_id as "superiorId", p.roles,
  p.is_unit_head as "isUnitHead", p.oversees_units as oversees, p.valid_from as "validFrom", p.valid_to as "validTo"`;
const isThere = (alias: string, day: string): string => `${alias}.valid_from <= ${day} and coalesce(${alias}.valid_to, 'infinity') > ${day}`;

/** The office of a post, whatever its time; null where there is none. */
export async function findOfficeOfPost(tx: Tx, id: string): Promise<string | null> {
  const { rows } = await tx.query<{ officeId: string }>('select office_id as "officeId" from post where id = $1', [id]);
  return rows[0]?.officeId ?? null;
}

/** @throws DomainError UNIT_UNKNOWN, POST_UNKNOWN, UNIT_HEAD_TAKEN, ROLE_NOT_GRANTABLE, CODE_TAKEN */
export async function createPost(
  tx: Tx,
  { officeId, code, validFrom, fields, by }: Where & { readonly code: string | null; readonly validFrom: string | null; readonly fields: PostFields },
): Promise<string> {
  await lockOffice(tx, officeId);
  const id = randomUUID();
  const from = validFrom ?? bangkokDate(by.at);
  assertRoles({ before: [], after: fields.roles, isOwn: false });
  await assertPlaces(tx, { id, officeId, fields, day: from });
  const used = code ?? generatedCode('p', id);
  await orTaken(
    tx.query(
      `insert into post (id, office_id, unit_id, code, title_th, title_en, superior_id, roles, is_unit_head, oversees_units, valid_from) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [id, officeId, fields.unitId, used, fields.titleTh, fields.titleEn, fields.superiorId, fields.roles, fields.isUnitHead, fields.oversees, from],
    ),
    new DomainError('CODE_TAKEN', { code: used, field: 'code' }),
  );
  const { titleTh, unitId, superiorId, roles } = fields;
  await auditOffice(tx, { officeId, by, kind: 'post.created', data: { postId: id, code: used, titleTh, unitId, superiorId, roles, validFrom: from } });
  return id;
}

/** @throws DomainError NOT_FOUND, EDIT_CONFLICT, UNIT_UNKNOWN, POST_UNKNOWN, TREE_CYCLE, UNIT_HEAD_TAKEN, ROLE_NOT_GRANTABLE, OWN_ACCOUNT */
export async function updatePost(tx: Tx, { id, officeId, rev, fields, by }: Where & { readonly id: string; readonly rev: number; readonly fields: PostFields }): Promise<void> {
  await lockOffice(tx, officeId);
  const before = await lockPost(tx, id);
  assertRev(before, rev);
  assertRoles({ before: before.roles, after: fields.roles, isOwn: await isHeldBy(tx, { postId: id, by }) });
  await assertPlaces(tx, { id, officeId, fields, day: bangkokDate(by.at) });
  await tx.query(
    'update post set title_th = $2, title_en = $3, unit_id = $4, superior_id = $5, roles = $6, is_unit_head = $7, oversees_units = $8, rev = rev + 1 where id = $1',
    [id, fields.titleTh, fields.titleEn, fields.unitId, fields.superiorId, fields.roles, fields.isUnitHead, fields.oversees],
  );
  const { titleTh, titleEn, unitId, superiorId, roles, isUnitHead, oversees } = before;
  await auditOffice(tx, { officeId, by, kind: 'post.changed', data: { postId: id, changes: changesOf<PostFields>({ titleTh, titleEn, unitId, superiorId, roles, isUnitHead, oversees }, fields) } });
}

/**
 * Closes a post from `on`, or takes its closing back.
 * @throws DomainError NOT_FOUND, EDIT_CONFLICT, PERIOD_INVALID; POST_IN_USE while somebody holds it, tasks lie with it or rules name it
 */
export async function closePost(tx: Tx, { id, officeId, rev, on, by }: Where & { readonly id: string; readonly rev: number; readonly on: string | null }): Promise<void> {
  await lockOffice(tx, officeId);
  const before = await lockPost(tx, id);
  assertRev(before, rev);
  if (on === null) {
    await assertPlaces(tx, { id, officeId, fields: before, day: bangkokDate(by.at) });
  } else {
    assertClosing(before, { on, today: bangkokDate(by.at) });
    await assertUnused(tx, 'POST_IN_USE', { text: USED, values: [id, on] });
  }
  await tx.query('update post set valid_to = $2, rev = rev + 1 where id = $1', [id, on]);
  await auditOffice(tx, { officeId, by, kind: on === null ? 'post.reopened' : 'post.closed', data: { postId: id, on } });
}

/** What stands in the way of closing post $1 on day $2 (Bangkok). */
const USED = `'holders', (select count(*) from appointment a where a.post_id = $1 and coalesce(least(a.valid_to, a.ended_at), 'infinity') > ($2::date)::timestamp at time zone 'Asia/Bangkok'),
  'tasks', (select count(*) from task t where t.status = 'open' and t.post_ids @> array[$1::uuid]),
  'inferiors', (select count(*) from post c where c.superior_id = $1 and coalesce(c.valid_to, 'infinity') > $2::date),
  'successions', (select count(*) from succession s where s.successor_post_id = $1),
  'delegations', (select count(*) from delegation d where $1 in (d.from_post_id, d.to_post_id) and coalesce(d.valid_to, 'infinity') > ($2::date)::timestamp at time zone 'Asia/Bangkok'),
  'books', (select count(*) from book b where b.post_id = $1 and coalesce(b.valid_to, 'infinity') > $2::date),
  'lastResort', (select count(*) from office o where $1 in (o.fallback_post_id, o.secret_registrar_post_id, o.process_owner_post_id))`;

async function lockPost(tx: Tx, id: string): Promise<PostRow | undefined> {
  const { rows } = await tx.query<PostRow>(`select ${COLUMNS} from post p where p.id = $1 for update`, [id]);
  return rows[0];
}

/** Whether whoever records the change holds or acts for the post. */
async function isHeldBy(tx: Tx, { postId, by }: { readonly postId: string; readonly by: RecordedBy }): Promise<boolean> {
  const { rowCount } = await tx.query(
    `select 1 from appointment a where a.post_id = $1 and a.person_id = $2 and coalesce(least(a.valid_to, a.ended_at), 'infinity') > $3`, [postId, by.personId, by.at],
  );
  return rowCount !== 0;
}

/** Unit, superior and units overseen are the office's own and there on that day; a unit has one head; nobody is their own superior. */
async function assertPlaces(tx: Tx, { id, officeId, fields, day }: { readonly id: string; readonly officeId: string; readonly fields: PostFields; readonly day: string }): Promise<void> {
  const { unitId, superiorId, isUnitHead, oversees } = fields;
  const units = await tx.query<{ id: string }>(`select u.id from unit u where u.office_id = $1 and u.id = any($2::uuid[]) and ${isThere('u', '$3::date')}`, [officeId, [unitId, ...oversees], day]);
  const known = new Set(units.rows.map((row) => row.id));
  if (!known.has(unitId)) throw new DomainError('UNIT_UNKNOWN', { unitId, field: 'unitId' });
  if (oversees.some((each) => !known.has(each))) throw new DomainError('UNIT_UNKNOWN', { field: 'oversees' });
  const { rows } = await tx.query<TreeNode & { readonly unitId: string; readonly isUnitHead: boolean; readonly isThere: boolean }>(
    `select p.id, p.superior_id as "parentId", p.unit_id as "unitId", p.is_unit_head as "isUnitHead", ${isThere('p', '$2::date')} as "isThere" from post p where p.office_id = $1`, [officeId, day],
  );
  if (superiorId !== null && !rows.some((row) => row.id === superiorId && row.isThere)) throw new DomainError('POST_UNKNOWN', { postId: superiorId, field: 'superiorId' });
  assertNoCycle(rows, { id, parentId: superiorId });
  const head = rows.find((row) => row.unitId === unitId && row.isUnitHead && row.isThere && row.id !== id);
  if (isUnitHead && head !== undefined) throw new DomainError('UNIT_HEAD_TAKEN', { postId: head.id, field: 'isUnitHead' });
}
