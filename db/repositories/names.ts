/** Names of posts, persons, units and offices by id, in one statement. */
import type { Tx } from '../tx';
import type { Name } from './readers';

export type UnitName = { readonly id: string; readonly code: string; readonly name: Name };
export type OfficeName = { readonly id: string; readonly code: string; readonly name: Name; readonly short: string };
export type PersonName = { readonly id: string; readonly name: Name };
export type PostName = { readonly id: string; readonly code: string; readonly title: Name; readonly unit: Name | null; readonly officeId: string; readonly unitRef: UnitName };

export type Names = {
  readonly posts: ReadonlyMap<string, PostName>;
  readonly persons: ReadonlyMap<string, PersonName>;
  readonly units: ReadonlyMap<string, UnitName>;
  readonly offices: ReadonlyMap<string, OfficeName>;
};
export type NameIds = { readonly posts: Iterable<string>; readonly persons: Iterable<string>; readonly units: Iterable<string>; readonly offices: Iterable<string> };

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> => new Map(rows.map((row) => [row.id, row]));

/** What is not found is left out. */
export async function findNames(tx: Tx, ids: NameIds): Promise<Names> {
  type Row = { posts: PostName[]; persons: PersonName[]; units: UnitName[]; offices: OfficeName[] };
  const { rows } = await tx.query<Row>({
    name: 'names',
    text: `select
      (select coalesce(json_agg(${POST_NAME_JSON}), '[]') from post p join unit u on u.id = p.unit_id where p.id = any($1::uuid[])) as posts,
      (select coalesce(json_agg(json_build_object('id', id, 'name', json_build_object('th', name_th, 'en', name_en))), '[]') from person where id = any($2::uuid[])) as persons,
      (select coalesce(json_agg(json_build_object('id', id, 'code', code, 'name', json_build_object('th', name_th, 'en', name_en))), '[]') from unit where id = any($3::uuid[])) as units,
      (select coalesce(json_agg(json_build_object('id', id, 'code', code, 'name', json_build_object('th', name_th, 'en', name_en), 'short', short_th)), '[]') from office where id = any($4::uuid[])) as offices`,
    values: [[...ids.posts], [...ids.persons], [...ids.units], [...ids.offices]],
  });
  const row = rows[0] ?? { posts: [], persons: [], units: [], offices: [] };
  return { posts: byId(row.posts), persons: byId(row.persons), units: byId(row.units), offices: byId(row.offices) };
}

/** A post with its title and unit, from `post p join unit u`. */
export const POST_NAME_JSON = `json_build_object('id', p.id, 'code', p.code, 'title', json_build_object('th', p.title_th, 'en', p.title_en),
  'unit', json_build_object('th', u.name_th, 'en', u.name_en), 'officeId', p.office_id,
  'unitRef', json_build_object('id', u.id, 'code', u.code, 'name', json_build_object('th', u.name_th, 'en', u.name_en)))`;

const NOBODY: Name = { th: '', en: '' };
/** For ids whose row is gone: never an error on a page. */
export const personOf = ({ persons }: Names, id: string): PersonName => persons.get(id) ?? { id, name: NOBODY };
export const unitOf = ({ units }: Names, id: string): UnitName => units.get(id) ?? { id, code: '', name: NOBODY };
export const officeOf = ({ offices }: Names, id: string): OfficeName => offices.get(id) ?? { id, code: '', name: NOBODY, short: '' };
export const postOf = ({ posts }: Names, id: string): PostName =>
  posts.get(id) ?? { id, code: '', title: NOBODY, unit: null, officeId: id, unitRef: { id, code: '', name: NOBODY } };
