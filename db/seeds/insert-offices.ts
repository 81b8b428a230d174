import type { Tx } from '../tx';
import { insertRows, type Row } from './insert-rows';
import type { OfficeSeed } from './office-seed';
import { seedId } from './seed-ids';

export const officeId = (office: string): string => seedId('office', office);
export const unitId = (office: string, unit: string): string => seedId('office', office, 'unit', unit);
export const postId = (office: string, post: string): string => seedId('office', office, 'post', post);
export const bookId = (office: string, book: string): string => seedId('office', office, 'book', book);

/**
 * Writes offices with their units, posts, successions and books. Rows that are there already stay as they are: what an
 * administrator has changed since is not undone by seeding again.
 */
export async function insertOffices(tx: Tx, offices: readonly OfficeSeed[]): Promise<void> {
  // Parents first: a province office names OPS, a section names its bureau, a post its superior.
  for (const level of [offices.filter(({ parent }) => parent === null), offices.filter(({ parent }) => parent !== null)]) {
    await insertRows(tx, 'office', level.map(officeRow));
  }
  for (const units of levels(offices.flatMap((office) => office.units.map((unit) => ({ office, unit, up: unit.parent, key: unit.code }))))) {
    await insertRows(tx, 'unit', units.map(({ office, unit, index }) => ({
      id: unitId(office.code, unit.code), office_id: officeId(office.code), parent_id: unit.parent === null ? null : unitId(office.code, unit.parent),
      code: unit.code, name_th: unit.nameTh, name_en: unit.nameEn, short_th: unit.shortTh, letter_code: unit.letterCode, sort_order: index, valid_from: office.validFrom,
    })));
  }
  for (const posts of levels(offices.flatMap((office) => office.posts.map((post) => ({ office, post, up: post.superior, key: post.code }))))) {
    await insertRows(tx, 'post', posts.map(({ office, post }) => ({
      id: postId(office.code, post.code), office_id: officeId(office.code), unit_id: unitId(office.code, post.unit), code: post.code,
      title_th: post.titleTh, title_en: post.titleEn, superior_id: post.superior === null ? null : postId(office.code, post.superior),
      roles: post.roles, is_unit_head: post.isUnitHead ?? false, oversees_units: (post.oversees ?? []).map((unit) => unitId(office.code, unit)),
      valid_from: office.validFrom,
    })));
  }
  for (const office of offices.filter(({ posts }) => posts.length > 0)) await pointOffice(tx, office);
  await insertRows(tx, 'succession', offices.flatMap(successionRows));
  await insertRows(tx, 'book', offices.flatMap(bookRows));
  await insertRows(tx, 'book_rule', offices.flatMap(bookRuleRows));
}

const officeRow = (office: OfficeSeed): Row => ({
  id: officeId(office.code), code: office.code, kind: office.kind, parent_id: office.parent === null ? null : officeId(office.parent),
  name_th: office.nameTh, name_en: office.nameEn, short_th: office.shortTh, agency_code: office.agencyCode, unit_code: office.unitCode,
  head_title_th: office.headTitleTh, address_th: office.addressTh, province_iso: office.provinceIso, is_linked: office.isLinked, is_template: office.isTemplate === true,
  pilot_wave: office.pilotWave, valid_from: office.validFrom,
});

/** Posts that an office falls back on exist only after it: written once, never over a choice made since. */
async function pointOffice(tx: Tx, office: OfficeSeed): Promise<void> {
  const post = (code: string | null): string | null => (code === null ? null : postId(office.code, code));
  await tx.query(
    `update office set fallback_post_id = coalesce(fallback_post_id, $2), secret_registrar_post_id = coalesce(secret_registrar_post_id, $3),
            process_owner_post_id = coalesce(process_owner_post_id, $4), registry_unit_id = coalesce(registry_unit_id, $5)
      where id = $1`,
    [
      officeId(office.code), post(office.fallbackPost), post(office.secretRegistrarPost), post(office.processOwnerPost),
      office.registryUnit === null ? null : unitId(office.code, office.registryUnit),
    ],
  );
}

const successionRows = (office: OfficeSeed): Row[] =>
  office.successions.flatMap(({ post, successors }) =>
    successors.map((successor, index) => ({
      post_id: postId(office.code, post), sort_order: index + 1, successor_post_id: postId(office.code, successor),
    })),
  );

const bookRows = (office: OfficeSeed): Row[] =>
  office.books.map((book) => ({
    id: bookId(office.code, book.code), office_id: officeId(office.code), unit_id: book.unit === undefined ? null : unitId(office.code, book.unit),
    post_id: book.post === undefined ? null : postId(office.code, book.post), kind: book.kind, name_th: book.nameTh, name_en: book.nameEn,
    shares_series_of: book.sharesSeriesOf === undefined ? null : bookId(office.code, book.sharesSeriesOf), valid_from: office.validFrom,
  }));

const bookRuleRows = (office: OfficeSeed): Row[] =>
  office.bookRules.map((rule, index) => ({
    office_id: officeId(office.code), sort_order: (index + 1) * 10, book_kind: rule.bookKind, letter_kind: rule.letterKind ?? null,
    signer_post_id: rule.signerPost === undefined ? null : postId(office.code, rule.signerPost),
    owner_unit_id: rule.ownerUnit === undefined ? null : unitId(office.code, rule.ownerUnit), book_id: bookId(office.code, rule.book),
  }));

type InTree = { readonly office: OfficeSeed; readonly key: string; readonly up: string | null };

/** Rows of a tree level by level, so that a parent is there before its children. */
function levels<T extends InTree>(items: readonly T[]): (T & { readonly index: number })[][] {
  const result: (T & { readonly index: number })[][] = [];
  const done = new Set<string>();
  let rest = items.map((item, index) => ({ ...item, index }));
  while (rest.length > 0) {
    const level = rest.filter(({ office, up }) => up === null || done.has(`${office.code}/${up}`));
    if (level.length === 0) throw new Error(`A seed names a parent that is not there: ${rest.map(({ key }) => key).join(', ')}`);
    for (const { office, key } of level) done.add(`${office.code}/${key}`);
    rest = rest.filter((item) => !level.includes(item));
    result.push(level);
  }
  return result;
}
