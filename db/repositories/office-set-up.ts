/** Takes over from a template what an office is to begin with. Whatever the office has already, by its code, stays as it is. */
import { randomUUID } from 'node:crypto';
import { letterCodeFor, parentAmong, renamer, type OfficeWords, type SetUpPart } from '#domain/organisation/set-up';
import { bangkokDate } from '#domain/thai/dates';
import type { Tx } from '../tx';
import type { RecordedBy } from './appointments';
import { declareDay } from './calendars';
import { auditOffice, lockOffice } from './edits';
import type { OfficeTemplate, TemplateBook } from './office-templates';
import { publishRoute } from './routes';

type Words = OfficeWords & { readonly unitCode: string };
type Job = {
  readonly tx: Tx; readonly officeId: string; readonly template: OfficeTemplate; readonly by: RecordedBy; readonly from: string; readonly words: Words; readonly rename: (text: string) => string;
  /** Units and posts of the template → the office's own. */
  readonly ids: Map<string, string>;
};
/** How much was taken over, by kind. */
export type Copied = { readonly units: number; readonly posts: number; readonly books: number; readonly routes: number; readonly lists: number; readonly days: number };

/** Copies the chosen parts; `unitIds` narrows units (and their posts) down, null takes all. Counts what is new. */
export async function copyTemplate(
  tx: Tx,
  { officeId, template, parts, unitIds, by }: { readonly officeId: string; readonly template: OfficeTemplate; readonly parts: readonly SetUpPart[]; readonly unitIds: readonly string[] | null; readonly by: RecordedBy },
): Promise<Copied> {
  await lockOffice(tx, officeId);
  const { rows } = await tx.query<Words>('select name_th as "nameTh", name_en as "nameEn", short_th as "shortTh", head_title_th as "headTitleTh", unit_code as "unitCode" from office where id = $1', [officeId]);
  const words = rows[0]!;
  const job: Job = { tx, officeId, template, by, from: bangkokDate(by.at), words, rename: renamer(template.office, words), ids: new Map() };
  await findKnown(job);
  const has = (part: SetUpPart): boolean => parts.includes(part);
  const units = has('structure') ? await copyUnits(job, unitIds) : 0;
  const posts = has('structure') ? await copyPosts(job, unitIds) : 0;
  const copied: Copied = {
    units, posts,
    books: has('books') ? await copyBooks(job) : 0,
    routes: has('routes') ? await copyRoutes(job) : 0,
    lists: has('lists') ? await copyLists(job) : 0,
    days: has('calendar') ? await copyDays(job) : 0,
  };
  if (has('settings')) await tx.query('update office set settings = $2::jsonb || settings where id = $1', [officeId, JSON.stringify(template.office.settings)]);
  await auditOffice(tx, { officeId, by, kind: 'office.setUp', data: { sourceId: template.office.id, parts, ...copied } });
  return copied;
}

/** What the office has already under the same code is not made again, and others may refer to it. */
async function findKnown({ tx, officeId, template, ids }: Job): Promise<void> {
  const { rows } = await tx.query<{ id: string; code: string; kind: 'unit' | 'post' }>(`select id, code, 'unit' as kind from unit where office_id = $1 union all select id, code, 'post' from post where office_id = $1`, [officeId]);
  const known = new Map(rows.map(({ id, code, kind }) => [`${kind}/${code}`, id]));
  for (const [kind, items] of [['unit', template.units], ['post', template.posts]] as const) {
    for (const { id, code } of items) {
      const own = known.get(`${kind}/${code}`);
      if (own !== undefined) ids.set(id, own);
    }
  }
}

async function copyUnits({ tx, officeId, template, from, words, rename, ids }: Job, unitIds: readonly string[] | null): Promise<number> {
  const added = template.units.filter(({ id }) => !ids.has(id) && (unitIds === null || unitIds.includes(id)));
  for (const { id, code, nameTh, nameEn, shortTh, letterCode, sortOrder } of added) {
    const own = randomUUID();
    ids.set(id, own);
    await tx.query(
      'insert into unit (id, office_id, code, name_th, name_en, short_th, letter_code, sort_order, valid_from) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [own, officeId, code, rename(nameTh), rename(nameEn), rename(shortTh), letterCodeFor(letterCode, { from: template.office.unitCode, to: words.unitCode }), sortOrder, from],
    );
  }
  const taken = new Set(ids.keys());
  for (const { id } of added) await tx.query('update unit set parent_id = $2 where id = $1', [ids.get(id), own(ids, parentAmong(template.units, taken, id))]);
  const registry = own(ids, template.office.registryUnitId);
  await tx.query('update office set registry_unit_id = coalesce(registry_unit_id, $2) where id = $1', [officeId, registry]);
  return added.length;
}

async function copyPosts({ tx, officeId, template, from, rename, ids }: Job, unitIds: readonly string[] | null): Promise<number> {
  const added = template.posts.filter(({ id, unitId }) => !ids.has(id) && ids.has(unitId) && (unitIds === null || unitIds.includes(unitId)));
  const { rows: headed } = await tx.query<{ unitId: string }>('select unit_id as "unitId" from post where office_id = $1 and is_unit_head and valid_to is null', [officeId]);
  for (const { id, code, unitId, titleTh, titleEn, roles, isUnitHead, oversees } of added) {
    const postId = randomUUID();
    const place = ids.get(unitId)!;
    ids.set(id, postId);
    await tx.query(
      'insert into post (id, office_id, unit_id, code, title_th, title_en, roles, is_unit_head, oversees_units, valid_from) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
      [postId, officeId, place, code, rename(titleTh), rename(titleEn), roles, isUnitHead && !headed.some((head) => head.unitId === place), oversees.flatMap((unit) => ids.get(unit) ?? []), from],
    );
  }
  const taken = new Set(ids.keys());
  const line = template.posts.map(({ id, superiorId }) => ({ id, parentId: superiorId }));
  for (const { id } of added) await tx.query('update post set superior_id = $2 where id = $1', [ids.get(id), own(ids, parentAmong(line, taken, id))]);
  const fresh = new Set(added.map(({ id }) => id));
  for (const { postId, successorPostId, sortOrder } of template.successions.filter((each) => fresh.has(each.postId) && ids.has(each.successorPostId))) {
    await tx.query('insert into succession (post_id, sort_order, successor_post_id) values ($1, $2, $3)', [ids.get(postId), sortOrder, ids.get(successorPostId)]);
  }
  const { fallbackPostId, secretRegistrarPostId, processOwnerPostId } = template.office;
  await tx.query(
    `update office set fallback_post_id = coalesce(fallback_post_id, $2), secret_registrar_post_id = coalesce(secret_registrar_post_id, $3), process_owner_post_id = coalesce(process_owner_post_id, $4) where id = $1`,
    [officeId, own(ids, fallbackPostId), own(ids, secretRegistrarPostId), own(ids, processOwnerPostId)],
  );
  return added.length;
}

/** Books and the table that chooses among them; an office that numbers already keeps its own. */
async function copyBooks({ tx, officeId, template, from, rename, ids }: Job): Promise<number> {
  const { rowCount } = await tx.query('select 1 from book where office_id = $1', [officeId]);
  if (rowCount !== 0) return 0;
  const hasIssuer = ({ unitId, postId }: TemplateBook): boolean => (unitId === null || ids.has(unitId)) && (postId === null || ids.has(postId));
  const books = template.books.filter(hasIssuer);
  const bookIds = new Map(books.map(({ id }) => [id, randomUUID()]));
  for (const { id, kind, unitId, postId, nameTh, nameEn, pattern } of books) {
    await tx.query('insert into book (id, office_id, unit_id, post_id, kind, name_th, name_en, pattern, valid_from) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
      bookIds.get(id), officeId, own(ids, unitId), own(ids, postId), kind, rename(nameTh), rename(nameEn), pattern, from,
    ]);
  }
  for (const { id, sharesSeriesOf } of books) if (sharesSeriesOf !== null) await tx.query('update book set shares_series_of = $2 where id = $1', [bookIds.get(id), bookIds.get(sharesSeriesOf) ?? null]);
  const rules = template.bookRules.filter(({ bookId, signerPostId, ownerUnitId }) => bookIds.has(bookId) && (signerPostId === null || ids.has(signerPostId)) && (ownerUnitId === null || ids.has(ownerUnitId)));
  for (const { sortOrder, bookKind, letterKind, signerPostId, ownerUnitId, bookId } of rules) {
    await tx.query('insert into book_rule (office_id, sort_order, book_kind, letter_kind, signer_post_id, owner_unit_id, book_id) values ($1, $2, $3, $4, $5, $6, $7)', [
      officeId, sortOrder, bookKind, letterKind, own(ids, signerPostId), own(ids, ownerUnitId), bookIds.get(bookId),
    ]);
  }
  return books.length;
}

/** Routes speak of posts and units by code, which are the same here; what they name by id is exchanged. */
async function copyRoutes({ tx, officeId, template, by, ids }: Job): Promise<number> {
  const { rows } = await tx.query<{ code: string }>('select code from route where office_id = $1', [officeId]);
  const added = template.routes.filter(({ code }) => !rows.some((row) => row.code === code));
  for (const { code, definition } of added) await publishRoute(tx, { officeId, code, definition: exchanged(definition, ids), at: by.at, by });
  for (const { scope, table } of template.tables) {
    await tx.query('insert into route_table (office_id, scope, "table") values ($1, $2, $3) on conflict do nothing', [officeId, scope, JSON.stringify(exchanged(table, ids))]);
  }
  return added.length;
}

function exchanged<T>(value: T, ids: ReadonlyMap<string, string>): T {
  // Ids are unlike any other word of a definition.
  return JSON.parse(JSON.stringify(value).replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => ids.get(id) ?? id)) as T;
}

/** Lists of whom the office writes to; it is not on its own lists, and somebody leads each. */
async function copyLists({ tx, officeId, template, rename }: Job): Promise<number> {
  let added = 0;
  for (const { code, nameTh, nameEn, members } of template.lists) {
    const others = members.filter((member) => member.officeId !== officeId);
    const led = others.some(({ role }) => role === 'lead') ? others : others.map((member, index) => (index === 0 ? { ...member, role: 'lead' } : member));
    if (led.length === 0) continue;
    const { rowCount } = await tx.query('insert into distribution_list (office_id, code, name_th, name_en, members) values ($1, $2, $3, $4, $5) on conflict do nothing', [officeId, code, rename(nameTh), rename(nameEn), JSON.stringify(led)]);
    added += rowCount ?? 0;
  }
  return added;
}

async function copyDays({ tx, officeId, template, by }: Job): Promise<number> {
  const { rows } = await tx.query<{ day: string }>('select day from calendar_day where office_id = $1', [officeId]);
  const added = template.days.filter(({ day }) => !rows.some((row) => row.day === day));
  for (const day of added) await declareDay(tx, { day: { officeId, ...day }, by });
  return added.length;
}

const own = (ids: ReadonlyMap<string, string>, id: string | null): string | null => (id === null ? null : (ids.get(id) ?? null));
