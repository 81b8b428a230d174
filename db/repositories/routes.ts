/**
 * Routes of an office: immutable versions, the version in force, and the table that chooses a route for a letter.
 */
import { createHash } from 'node:crypto';
import { officeChain } from '#domain/audit/chain';
import { canonicalJson } from '#domain/canonical-json';
import { DomainError } from '#domain/errors';
import type { RouteTableScope } from '#domain/letter/vocabulary';
import type { DecisionTable, Route } from '#domain/route/model';
import type { Layout } from '#domain/route/operations';
import type { Tx } from '../tx';
import { recordAudit } from './audit';

/** A published version, without its definition. */
export type RouteVersion = {
  readonly id: string;
  readonly routeId: string;
  readonly officeId: string;
  readonly code: string;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly version: number;
  readonly sha256: string;
};

const VERSION_COLUMNS = `v.id, v.route_id as "routeId", r.office_id as "officeId", r.code, r.name_th as "nameTh", r.name_en as "nameEn", v.version, v.sha256`;

/** SHA-256 (hexadecimal) of a definition's canonical JSON: what a letter is pinned to besides id and version. */
export const routeDigest = (route: Route): string => createHash('sha256').update(canonicalJson(route)).digest('hex');

/** SQL: whether letters start on version `alias` at an instant, `at` being an SQL expression. */
export const isInForceSql = (alias: string, at = 'clock_timestamp()'): string =>
  `(${alias}.published_at is not null and ${alias}.in_force_from <= ${at} and (${alias}.retired_at is null or ${alias}.retired_at > ${at}))`;

type Publication = {
  readonly officeId: string;
  readonly code: string;
  readonly definition: Route;
  readonly at: string;
  /** Who answers for it: the second person where there is one. */
  readonly by: { readonly personId: string | null; readonly postId: string | null };
  readonly layout?: Layout;
  readonly note?: string;
  readonly authorId?: string | null;
  /** Letters start on it from then on; at once by default. */
  readonly from?: string;
  /** Ids of route and version, where they must be the same at each run (seeds). */
  readonly ids?: { readonly routeId: string; readonly versionId: (version: number) => string };
};

/**
 * Publishes a definition as the next version of an office's route, which ends the one before at the instant from which it holds, in
 * the caller's transaction. A definition equal to the version in force changes nothing. Whoever calls has verified it (design §1.4).
 */
export async function publishRoute(tx: Tx, args: Publication): Promise<RouteVersion> {
  const { officeId, code, definition, at, by, ids, from = at } = args;
  const { rows } = await tx.query<{ id: string }>(
    `insert into route (id, office_id, code, name_th, name_en, created_at)
     values (coalesce($1, gen_random_uuid()), $2, $3, $4, $5, $6)
     on conflict (office_id, code) do update set name_th = excluded.name_th, name_en = coalesce($7, nullif(route.name_en, route.name_th), excluded.name_en)
     returning id`,
    // A drawing that says no English name leaves the route the one it has.
    [ids?.routeId ?? null, officeId, code, definition.name, definition.nameEn ?? definition.name, at, definition.nameEn ?? null],
  );
  const routeId = rows[0]!.id;
  const current = await findVersionInForce(tx, { officeId, code, at });
  const sha256 = routeDigest(definition);
  if (current?.sha256 === sha256) return current;
  const latest = await tx.query<{ version: number }>('select coalesce(max(version), 0) as version from route_version where route_id = $1', [routeId]);
  const version = latest.rows[0]!.version + 1;
  await tx.query('update route_version set retired_at = $2 where route_id = $1 and in_force_from <= $2 and (retired_at is null or retired_at > $2)', [routeId, from]);
  const inserted = await tx.query<{ id: string }>(
    `insert into route_version (id, route_id, version, definition, sha256, layout, note, author_id, published_at, published_by, in_force_from)
     values (coalesce($1, gen_random_uuid()), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
    [
      ids?.versionId(version) ?? null, routeId, version, JSON.stringify(definition), sha256, JSON.stringify(args.layout ?? {}), args.note ?? '',
      args.authorId === undefined ? by.personId : args.authorId, at, by.personId, from,
    ],
  );
  const data = { code, version, sha256, ...(from === at ? {} : { from }), ...(args.authorId === undefined || args.authorId === null ? {} : { personId: args.authorId }) };
  await recordAudit(tx, { chain: officeChain(officeId), officeId, kind: 'route.published', data, ...by, at });
  return { id: inserted.rows[0]!.id, routeId, officeId, code, nameTh: definition.name, nameEn: definition.nameEn ?? definition.name, version, sha256 };
}

/** A route by its code, at an instant; now by default. */
type RouteKey = { readonly officeId: string; readonly code: string; readonly at?: string | undefined };

/** The version of a route that letters start on at that instant, or null: one that was published ahead is not used before its time. */
export async function findVersionInForce(tx: Tx, { officeId, code, at }: RouteKey): Promise<RouteVersion | null> {
  const { rows } = await tx.query<RouteVersion>({
    name: 'route_in_force',
    text: `select ${VERSION_COLUMNS} from route r join route_version v on v.route_id = r.id
      where r.office_id = $1 and r.code = $2 and ${isInForceSql('v', 'coalesce($3::timestamptz, clock_timestamp())')}
      order by v.in_force_from desc, v.version desc limit 1`,
    values: [officeId, code, at ?? null],
  });
  return rows[0] ?? null;
}

/** A published version of a route by its number, in force or not. */
export async function findVersionByNumber(tx: Tx, { officeId, code, version }: { readonly officeId: string; readonly code: string; readonly version: number }): Promise<RouteVersion | null> {
  const { rows } = await tx.query<RouteVersion>(
    `select ${VERSION_COLUMNS} from route r join route_version v on v.route_id = r.id where r.office_id = $1 and r.code = $2 and v.version = $3 and v.published_at is not null`, [officeId, code, version],
  );
  return rows[0] ?? null;
}

/** As {@link findVersionInForce}. @throws DomainError ROUTE_MISSING */
export async function getVersionInForce(tx: Tx, key: RouteKey): Promise<RouteVersion> {
  const found = await findVersionInForce(tx, key);
  if (found === null) throw new DomainError('ROUTE_MISSING', { officeId: key.officeId, code: key.code });
  return found;
}

/** Every route of an office in force at an instant, by name; now by default. */
export async function listVersionsInForce(tx: Tx, officeId: string, at?: string): Promise<readonly RouteVersion[]> {
  const { rows } = await tx.query<RouteVersion>({
    name: 'routes_in_force',
    text: `select ${VERSION_COLUMNS} from route r join route_version v on v.route_id = r.id
      where r.office_id = $1 and ${isInForceSql('v', 'coalesce($2::timestamptz, clock_timestamp())')}
      order by r.name_th`,
    values: [officeId, at ?? null],
  });
  return rows;
}

/** Every version of a route that was ever published. */
export async function listVersionIds(tx: Tx, routeId: string): Promise<readonly string[]> {
  const { rows } = await tx.query<{ id: string }>('select id from route_version where route_id = $1 and published_at is not null', [routeId]);
  return rows.map(({ id }) => id);
}

type TableKey = { readonly officeId: string; readonly scope: RouteTableScope };

/** The office's table of a scope. @throws DomainError ROUTE_MISSING where the office has none. */
export async function getRouteTable(tx: Tx, { officeId, scope }: TableKey): Promise<DecisionTable> {
  const table = await findRouteTable(tx, { officeId, scope });
  if (table === null) throw new DomainError('ROUTE_MISSING', { officeId, scope });
  return table;
}

/** As {@link getRouteTable}; null where the office has none. */
export async function findRouteTable(tx: Tx, { officeId, scope }: TableKey): Promise<DecisionTable | null> {
  const { rows } = await tx.query<{ table: DecisionTable }>({
    name: 'route_table', text: 'select "table" from route_table where office_id = $1 and scope = $2', values: [officeId, scope],
  });
  return rows[0]?.table ?? null;
}

/** The definitions of some versions by id; versions are immutable, so callers may keep them for ever. */
export async function loadDefinitions(tx: Tx, ids: readonly string[]): Promise<{ readonly [id: string]: Route }> {
  if (ids.length === 0) return {};
  const { rows } = await tx.query<{ id: string; definition: Route }>('select id, definition from route_version where id = any($1::uuid[])', [ids]);
  const found = Object.fromEntries(rows.map(({ id, definition }) => [id, definition]));
  const missing = ids.filter((id) => found[id] === undefined);
  if (missing.length > 0) throw new DomainError('ROUTE_MISSING', { ids: missing });
  return found;
}

/** As {@link loadDefinitions}, of published versions of one office; what is not among them is left out. */
export async function loadKnownDefinitions(tx: Tx, { officeId, ids }: { readonly officeId: string; readonly ids: readonly string[] }): Promise<{ readonly [id: string]: Route }> {
  const uuids = ids.filter((id) => UUID.test(id));
  const { rows } = await tx.query<{ id: string; definition: Route }>(
    'select v.id, v.definition from route_version v join route r on r.id = v.route_id where v.id = any($1::uuid[]) and r.office_id = $2 and v.published_at is not null', [uuids, officeId],
  );
  return Object.fromEntries(rows.map(({ id, definition }) => [id, definition]));
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
