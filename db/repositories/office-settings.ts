/** An office's number books and routes as its administrator looks at them: what is set, not what is in them. */
import type { BookKind, LetterKind, RouteTableScope } from '#domain/letter/vocabulary';
import type { DecisionTable, Route } from '#domain/route/model';
import { validityState, type ValidityState } from '#domain/organisation/rules';
import type { Tx } from '../tx';
import { isInForceSql } from './routes';
import type { Name } from './readers';
import { nameJson, patternSql, postRef, titleJson, unitRef } from './sql';

type PostRef = { readonly id: string; readonly code: string; readonly title: Name; readonly unit: Name | null; readonly officeId: string };
export type BookSetting = {
  readonly id: string; readonly rev: number; readonly kind: BookKind; readonly name: Name; readonly unit: { readonly id: string; readonly code: string; readonly name: Name } | null; readonly post: PostRef | null;
  readonly issuerName: string; readonly committeeCode: string; readonly pattern: string; readonly patternsToCome: { readonly fromDay: string; readonly pattern: string }[];
  readonly isHeld: boolean; readonly isTest: boolean; readonly sharesSeriesOf: Name | null; readonly validFrom: string; readonly validTo: string | null; readonly state: ValidityState; readonly lastNo: number;
  readonly rules: { readonly letterKind: LetterKind | null; readonly signerPostId: string | null; readonly signerPost: Name | null; readonly ownerUnitId: string | null; readonly ownerUnit: Name | null }[];
};

/** Every book of an office with the rows of the book table that name it. */
export async function listBookSettings(tx: Tx, { officeId, yearBe, day }: { readonly officeId: string; readonly yearBe: number; readonly day: string }): Promise<BookSetting[]> {
  const { rows } = await tx.query<Omit<BookSetting, 'state'>>(
    `select b.id, b.rev, b.kind, ${nameJson('b')} as name, ${unitRef('u')} as unit, ${postRef('p', 'v')} as post, b.issuer_name as "issuerName", b.committee_code as "committeeCode",
            ${patternSql('b', '$3::date')} as pattern,
            (select coalesce(json_agg(json_build_object('fromDay', k.from_day, 'pattern', k.pattern) order by k.from_day), '[]') from book_pattern k where k.book_id = b.id and k.from_day > $3::date) as "patternsToCome",
            b.is_held as "isHeld", b.is_test as "isTest", case when s.id is not null then ${nameJson('s')} end as "sharesSeriesOf", b.valid_from as "validFrom", b.valid_to as "validTo",
            coalesce((select c.last_no from number_counter c where c.book_id = coalesce(b.shares_series_of, b.id) and c.year_be = $2), 0) as "lastNo",
            (select coalesce(json_agg(json_build_object('letterKind', r.letter_kind, 'signerPostId', r.signer_post_id, 'ownerUnitId', r.owner_unit_id,
                'signerPost', case when q.id is not null then ${titleJson('q')} end, 'ownerUnit', case when w.id is not null then ${nameJson('w')} end) order by r.sort_order), '[]')
               from book_rule r left join post q on q.id = r.signer_post_id left join unit w on w.id = r.owner_unit_id where r.book_id = b.id) as rules
       from book b left join unit u on u.id = b.unit_id left join post p on p.id = b.post_id left join unit v on v.id = p.unit_id left join book s on s.id = b.shares_series_of
      where b.office_id = $1 order by (b.unit_id is not null or b.post_id is not null), b.kind, b.name_th, b.id`,
    [officeId, yearBe, day],
  );
  return rows.map((row) => ({ ...row, state: validityState(row, day) }));
}

/** What stands before the numbers of an office. */
export async function findOfficeCodes(tx: Tx, officeId: string): Promise<{ readonly agencyCode: string; readonly unitCode: string }> {
  const { rows } = await tx.query<{ agencyCode: string; unitCode: string }>('select agency_code as "agencyCode", unit_code as "unitCode" from office where id = $1', [officeId]);
  return rows[0]!;
}

/**
 * Posts by which numbers are taken in a unit's registry: secret registrars, or clerks, in force on a day. `unitId` null means the
 * office's central registry.
 */
export async function listRegistryPosts(tx: Tx, { officeId, day }: { readonly officeId: string; readonly day: string }): Promise<readonly (PostRef & { readonly unitId: string; readonly isRegistry: boolean; readonly roles: readonly string[] })[]> {
  const { rows } = await tx.query<{ ref: PostRef; unitId: string; isRegistry: boolean; roles: readonly string[] }>(
    `select ${postRef('p', 'u')} as ref, p.unit_id as "unitId", coalesce(p.unit_id = o.registry_unit_id, false) as "isRegistry", p.roles
       from post p join unit u on u.id = p.unit_id join office o on o.id = p.office_id
      where p.office_id = $1 and p.roles && array['clerk', 'secret_registrar'] and p.valid_from <= $2::date and coalesce(p.valid_to, 'infinity') > $2::date
      order by u.sort_order, p.code`,
    [officeId, day],
  );
  return rows.map(({ ref, ...rest }) => ({ ...ref, ...rest }));
}

export type RouteInForce = { readonly id: string; readonly code: string; readonly name: Name; readonly version: number; readonly publishedAt: string | null; readonly openLetters: number; readonly definition: Route };

/** Routes of an office in force, each with its definition and the open letters that run on this version. */
export async function listRoutesInForce(tx: Tx, officeId: string): Promise<RouteInForce[]> {
  const { rows } = await tx.query<RouteInForce>(
    `select v.id, r.code, ${nameJson('r')} as name, v.version, v.published_at as "publishedAt", v.definition,
            (select count(*) from letter l where l.route_version_id = v.id and l.status in ('running', 'held')) as "openLetters"
       from route r join route_version v on v.route_id = r.id and ${isInForceSql('v')}
      where r.office_id = $1 order by r.name_th, r.code`,
    [officeId],
  );
  return rows;
}

/** The tables by which an office chooses routes. */
export async function listRouteTables(tx: Tx, officeId: string): Promise<readonly { readonly scope: RouteTableScope; readonly table: DecisionTable; readonly rev: number }[]> {
  const { rows } = await tx.query<{ scope: RouteTableScope; table: DecisionTable; rev: number }>('select scope, "table", rev from route_table where office_id = $1 order by scope', [officeId]);
  return rows;
}

/** Names of an office's units and posts, by id and by code: tables speak of both. */
export async function listPlaceNames(tx: Tx, officeId: string): Promise<{ readonly [key: string]: Name }> {
  const { rows } = await tx.query<{ id: string; code: string; name: Name }>(
    `select u.id::text, u.code, ${nameJson('u')}::jsonb as name from unit u where u.office_id = $1
     union all select p.id::text, p.code, ${titleJson('p')}::jsonb from post p where p.office_id = $1`,
    [officeId],
  );
  return Object.fromEntries(rows.flatMap(({ id, code, name }) => [[id, name], [code, name]]));
}

/** What posts and units of an office are called, each by their codes. */
export async function listNamesByCode(tx: Tx, officeId: string): Promise<{ readonly posts: { readonly [code: string]: Name }; readonly units: { readonly [code: string]: Name } }> {
  const { rows } = await tx.query<{ posts: { readonly [code: string]: Name }; units: { readonly [code: string]: Name } }>(
    `select coalesce((select json_object_agg(p.code, ${titleJson('p')}) from post p where p.office_id = $1), '{}') as posts,
       coalesce((select json_object_agg(u.code, ${nameJson('u')}) from unit u where u.office_id = $1), '{}') as units`,
    [officeId],
  );
  return rows[0]!;
}

/** Codes of an office's posts and units that are there today. */
export async function listPlaceCodes(tx: Tx, officeId: string): Promise<{ readonly posts: readonly string[]; readonly units: readonly string[] }> {
  const there = `office_id = $1 and coalesce(valid_to, 'infinity') > (clock_timestamp() at time zone 'Asia/Bangkok')::date`;
  const { rows } = await tx.query<{ posts: readonly string[]; units: readonly string[] }>(
    `select array(select code from post where ${there} order by code) as posts, array(select code from unit where ${there} order by code) as units`, [officeId],
  );
  return rows[0]!;
}
