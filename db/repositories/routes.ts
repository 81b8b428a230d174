/**
 * Routes of an office: immutable versions, the version in force, and the table that chooses a route for a letter.
 */
import { createHash } from 'node:crypto';
import { officeChain } from '#domain/audit/chain';
import { canonicalJson } from '#domain/canonical-json';
import { DomainError } from '#domain/errors';
import type { DecisionTable, Route } from '#domain/route/model';
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

/** `letter`: which route a letter takes; `unit`: which route a unit runs for what it is given. */
export type RouteTableScope = 'letter' | 'unit';

const VERSION_COLUMNS = `v.id, v.route_id as "routeId", r.office_id as "officeId", r.code, r.name_th as "nameTh", r.name_en as "nameEn", v.version, v.sha256`;

/** SHA-256 (hexadecimal) of a definition's canonical JSON: what a letter is pinned to besides id and version. */
export const routeDigest = (route: Route): string => createHash('sha256').update(canonicalJson(route)).digest('hex');

/**
 * Publishes a definition as the next version of an office's route and retires the one before, in the caller's transaction. A
 * definition equal to the version in force changes nothing. Whoever calls has verified it (design §1.4).
 */
export async function publishRoute(
  tx: Tx,
  args: {
    readonly officeId: string;
    readonly code: string;
    readonly definition: Route;
    readonly at: string;
    readonly by: { readonly personId: string | null; readonly postId: string | null };
    /** Ids of route and version, where they must be the same at each run (seeds). */
    readonly ids?: { readonly routeId: string; readonly versionId: (version: number) => string };
  },
): Promise<RouteVersion> {
  const { officeId, code, definition, at, by, ids } = args;
  const { rows } = await tx.query<{ id: string }>(
    `insert into route (id, office_id, code, name_th, name_en, created_at)
     values (coalesce($1, gen_random_uuid()), $2, $3, $4, $5, $6)
     on conflict (office_id, code) do update set name_th = excluded.name_th, name_en = excluded.name_en
     returning id`,
    [ids?.routeId ?? null, officeId, code, definition.name, definition.nameEn ?? definition.name, at],
  );
  const routeId = rows[0]!.id;
  const current = await findVersionInForce(tx, { officeId, code });
  const sha256 = routeDigest(definition);
  if (current?.sha256 === sha256) return current;
  const latest = await tx.query<{ version: number }>('select coalesce(max(version), 0) as version from route_version where route_id = $1', [routeId]);
  const version = latest.rows[0]!.version + 1;
  await tx.query('update route_version set retired_at = $2 where route_id = $1 and retired_at is null', [routeId, at]);
  await tx.query(
    `insert into route_version (id, route_id, version, definition, sha256, published_at, published_by)
     values (coalesce($1, gen_random_uuid()), $2, $3, $4, $5, $6, $7)`,
    [ids?.versionId(version) ?? null, routeId, version, JSON.stringify(definition), sha256, at, by.personId],
  );
  await recordAudit(tx, { chain: officeChain(officeId), officeId, kind: 'route.published', data: { code, version, sha256 }, ...by, at });
  return getVersionInForce(tx, { officeId, code });
}

/** The version of a route that letters start on now, or null. */
export async function findVersionInForce(tx: Tx, { officeId, code }: { readonly officeId: string; readonly code: string }): Promise<RouteVersion | null> {
  const { rows } = await tx.query<RouteVersion>(
    `select ${VERSION_COLUMNS} from route r join route_version v on v.route_id = r.id
      where r.office_id = $1 and r.code = $2 and v.published_at is not null and v.retired_at is null
      order by v.version desc limit 1`,
    [officeId, code],
  );
  return rows[0] ?? null;
}

/** As {@link findVersionInForce}. @throws DomainError ROUTE_MISSING */
export async function getVersionInForce(tx: Tx, key: { readonly officeId: string; readonly code: string }): Promise<RouteVersion> {
  const found = await findVersionInForce(tx, key);
  if (found === null) throw new DomainError('ROUTE_MISSING', key);
  return found;
}

/** Every route of an office in force now, by name. */
export async function listVersionsInForce(tx: Tx, officeId: string): Promise<readonly RouteVersion[]> {
  const { rows } = await tx.query<RouteVersion>(
    `select ${VERSION_COLUMNS} from route r join route_version v on v.route_id = r.id
      where r.office_id = $1 and v.published_at is not null and v.retired_at is null
      order by r.name_th`,
    [officeId],
  );
  return rows;
}

/** The office's table of a scope. @throws DomainError ROUTE_MISSING where the office has none. */
export async function getRouteTable(tx: Tx, { officeId, scope }: { readonly officeId: string; readonly scope: RouteTableScope }): Promise<DecisionTable> {
  const { rows } = await tx.query<{ table: DecisionTable }>('select "table" from route_table where office_id = $1 and scope = $2', [officeId, scope]);
  const table = rows[0]?.table;
  if (table === undefined) throw new DomainError('ROUTE_MISSING', { officeId, scope });
  return table;
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
