/** An office as a template for a new one: what of it may be taken over, as in force on a day. People are never part of it. */
import { GRANTABLE_ROLES } from '#domain/organisation/rules';
import type { BookKind, LetterKind, Role, RouteTableScope } from '#domain/letter/vocabulary';
import type { DecisionTable, Route } from '#domain/route/model';
import { DomainError } from '#domain/errors';
import type { Tx } from '../tx';
import { isInForceSql } from './routes';

type Dated = { readonly nameTh: string; readonly nameEn: string };
export type TemplateUnit = Dated & { readonly id: string; readonly code: string; readonly parentId: string | null; readonly shortTh: string; readonly letterCode: string | null; readonly sortOrder: number };
export type TemplatePost = {
  readonly id: string; readonly code: string; readonly unitId: string; readonly superiorId: string | null; readonly titleTh: string; readonly titleEn: string; readonly roles: readonly Role[];
  readonly isUnitHead: boolean; readonly oversees: readonly string[];
};
export type TemplateBook = Dated & { readonly id: string; readonly kind: BookKind; readonly unitId: string | null; readonly postId: string | null; readonly pattern: string; readonly sharesSeriesOf: string | null };
export type OfficeTemplate = {
  readonly office: {
    readonly id: string; readonly code: string; readonly kind: string; readonly nameTh: string; readonly nameEn: string; readonly shortTh: string; readonly headTitleTh: string; readonly unitCode: string;
    readonly registryUnitId: string | null; readonly fallbackPostId: string | null; readonly secretRegistrarPostId: string | null; readonly processOwnerPostId: string | null; readonly settings: object;
  };
  readonly units: readonly TemplateUnit[];
  readonly posts: readonly TemplatePost[];
  readonly successions: readonly { readonly postId: string; readonly successorPostId: string; readonly sortOrder: number }[];
  readonly books: readonly TemplateBook[];
  readonly bookRules: readonly { readonly sortOrder: number; readonly bookKind: BookKind; readonly letterKind: LetterKind | null; readonly signerPostId: string | null; readonly ownerUnitId: string | null; readonly bookId: string }[];
  readonly routes: readonly { readonly code: string; readonly nameTh: string; readonly nameEn: string; readonly definition: Route }[];
  readonly tables: readonly { readonly scope: RouteTableScope; readonly table: DecisionTable }[];
  readonly lists: readonly (Dated & { readonly code: string; readonly members: readonly { readonly officeId: string; readonly role: string }[] })[];
  /** Days of the office's own from that day on. */
  readonly days: readonly (Dated & { readonly day: string; readonly kind: 'holiday' | 'working' })[];
};

const isThere = (alias: string): string => `${alias}.valid_from <= $2::date and coalesce(${alias}.valid_to, 'infinity') > $2::date`;
const list = (pairs: string, from: string): string => `(select coalesce(json_agg(json_build_object(${pairs})), '[]') from ${from})`;

const TEMPLATE_SQL = `with units as (select * from unit u where u.office_id = $1 and ${isThere('u')} order by u.sort_order, u.code),
  posts as (select * from post p where p.office_id = $1 and p.unit_id in (select id from units) and ${isThere('p')} order by p.code),
  books as (select * from book b where b.office_id = $1 and not b.is_test and b.issuer_name = '' and ${isThere('b')} order by b.kind, b.name_th)
select json_build_object(
  'office', (select json_build_object('id', o.id, 'code', o.code, 'kind', o.kind, 'nameTh', o.name_th, 'nameEn', o.name_en, 'shortTh', o.short_th, 'headTitleTh', o.head_title_th, 'unitCode', o.unit_code,
    'registryUnitId', o.registry_unit_id, 'fallbackPostId', o.fallback_post_id, 'secretRegistrarPostId', o.secret_registrar_post_id, 'processOwnerPostId', o.process_owner_post_id, 'settings', o.settings)
    from office o where o.id = $1),
  'units', ${list(`'id', id, 'code', code, 'parentId', parent_id, 'nameTh', name_th, 'nameEn', name_en, 'shortTh', short_th, 'letterCode', letter_code, 'sortOrder', sort_order`, 'units')},
  'posts', ${list(`'id', id, 'code', code, 'unitId', unit_id, 'superiorId', superior_id, 'titleTh', title_th, 'titleEn', title_en, 'roles', roles, 'isUnitHead', is_unit_head, 'oversees', oversees_units`, 'posts')},
  'successions', ${list(`'postId', post_id, 'successorPostId', successor_post_id, 'sortOrder', sort_order`, 'succession where post_id in (select id from posts) and successor_post_id in (select id from posts)')},
  'books', ${list(`'id', id, 'kind', kind, 'unitId', unit_id, 'postId', post_id, 'nameTh', name_th, 'nameEn', name_en, 'pattern', pattern, 'sharesSeriesOf', shares_series_of`, 'books')},
  'bookRules', ${list(`'sortOrder', sort_order, 'bookKind', book_kind, 'letterKind', letter_kind, 'signerPostId', signer_post_id, 'ownerUnitId', owner_unit_id, 'bookId', book_id`, 'book_rule where office_id = $1 and book_id in (select id from books)')},
  'routes', ${list(`'code', r.code, 'nameTh', r.name_th, 'nameEn', r.name_en, 'definition', v.definition`, `route r join route_version v on v.route_id = r.id and ${isInForceSql('v')} where r.office_id = $1`)},
  'tables', ${list(`'scope', scope, 'table', "table"`, 'route_table where office_id = $1')},
  'lists', ${list(`'code', code, 'nameTh', name_th, 'nameEn', name_en, 'members', members`, 'distribution_list where office_id = $1')},
  'days', ${list(`'day', day, 'kind', kind, 'nameTh', name_th, 'nameEn', name_en`, 'calendar_day where office_id = $1 and day >= $2::date')}
) as template`;

/** What may be taken over from an office. @throws DomainError NOT_FOUND */
export async function loadTemplate(tx: Tx, { officeId, day }: { readonly officeId: string; readonly day: string }): Promise<OfficeTemplate> {
  const { rows } = await tx.query<{ template: Omit<OfficeTemplate, 'office'> & { readonly office: OfficeTemplate['office'] | null } }>(TEMPLATE_SQL, [officeId, day]);
  const { office, posts, ...rest } = rows[0]!.template;
  if (office === null) throw new DomainError('NOT_FOUND', { officeId });
  return { ...rest, office, posts: posts.flatMap(withOwnRoles) };
}

/** Roles that reach beyond an office are not taken over; neither is a post that has no other. */
function withOwnRoles(post: TemplatePost): readonly TemplatePost[] {
  const roles = post.roles.filter((role) => GRANTABLE_ROLES.includes(role));
  return roles.length === 0 && post.roles.length > 0 ? [] : [{ ...post, roles }];
}

export type TemplateOffice = { readonly id: string; readonly code: string; readonly kind: string; readonly name: { readonly th: string; readonly en: string }; readonly short: string; readonly units: number; readonly posts: number };

/** Offices that are marked as templates, or are the reader's own, and have units and routes, so that others can begin as they are. */
export async function listTemplates(tx: Tx, { day, ownIds }: { readonly day: string; readonly ownIds: readonly string[] }): Promise<TemplateOffice[]> {
  const { rows } = await tx.query<TemplateOffice>(
    `select o.id, o.code, o.kind, json_build_object('th', o.name_th, 'en', o.name_en) as name, o.short_th as short,
            (select count(*) from unit u where u.office_id = o.id and ${isThere('u').replaceAll('$2', '$1')})::int as units,
            (select count(*) from post p where p.office_id = o.id and ${isThere('p').replaceAll('$2', '$1')})::int as posts
       from office o
      where (o.is_template or o.id = any($2::uuid[])) and ${isThere('o').replaceAll('$2', '$1')} and exists (select 1 from route_table t where t.office_id = o.id) and exists (select 1 from unit u where u.office_id = o.id)
      order by o.kind, o.name_th, o.id`,
    [day, ownIds],
  );
  return rows;
}

/** Marks an office as a template, or takes that back. False where it was so already. @throws DomainError NOT_FOUND */
export async function markTemplate(tx: Tx, { officeId, isTemplate }: { readonly officeId: string; readonly isTemplate: boolean }): Promise<boolean> {
  const { rows } = await tx.query<{ was: boolean }>('select is_template as was from office where id = $1 for update', [officeId]);
  if (rows[0] === undefined) throw new DomainError('NOT_FOUND', { officeId });
  await tx.query('update office set is_template = $2 where id = $1', [officeId, isTemplate]);
  return rows[0].was !== isTemplate;
}
