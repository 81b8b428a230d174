import type { Name } from './readers';
import type { Tx } from '../tx';

export type NamedVersion = { readonly routeVersionId: string; readonly routeCode: string; readonly name: Name; readonly version: number };

/** The name of a route version; null where there is none. */
export async function findRouteChoice(tx: Tx, routeVersionId: string): Promise<NamedVersion | null> {
  return (await listRouteNames(tx, [routeVersionId]))[0] ?? null;
}

export async function listRouteNames(tx: Tx, routeVersionIds: readonly string[]): Promise<NamedVersion[]> {
  const { rows } = await tx.query<NamedVersion>({
    name: 'route_names',
    text: `select v.id as "routeVersionId", r.code as "routeCode", json_build_object('th', r.name_th, 'en', r.name_en) as name, v.version
       from route_version v join route r on r.id = v.route_id where v.id = any($1::uuid[])`,
    values: [routeVersionIds],
  });
  return rows;
}
