/** The office's tables that choose a route: read by whoever may read its routes, put in force by its process owner. */
import type { RouteTableScope } from '#domain/letter/vocabulary';
import type { RouteTables } from '#domain/contracts/route-tables';
import { DomainError } from '#domain/errors';
import type { DecisionTable } from '#domain/route/model';
import { asksAssignedPost, routeTableFaults } from '#domain/route/which-route';
import { withTransaction } from '#db/client';
import { listRouteTables } from '#db/repositories/office-settings';
import type { Reader } from '#db/repositories/readers';
import { saveRouteTable } from '#db/repositories/route-tables';
import { listVersionsInForce } from '#db/repositories/routes';
import type { Tx } from '#db/tx';
import { getDefinitions } from '../letters/route-choice';
import { assertDesigns, mayDesign, routeOffice, type Deps } from './rights';

/** @throws DomainError NOT_FOUND */
export async function readTables({ pool, now }: Deps, reader: Reader, wanted: string | undefined): Promise<RouteTables> {
  const officeId = routeOffice(reader, wanted);
  const [tables, versions] = await Promise.all([listRouteTables(pool, officeId), listVersionsInForce(pool, officeId, now().toISOString())]);
  const asked = await askingPosts(pool, versions);
  return { officeId, canEdit: mayDesign(reader, officeId), tables: [...tables], routes: versions.map(({ id, code, nameTh, nameEn }) => ({ code, name: { th: nameTh, en: nameEn }, asksPost: asked.has(id) })) };
}

type Save = { readonly officeId: string; readonly scope: RouteTableScope; readonly rev: number; readonly table: DecisionTable };

/** Checked against the routes that are in force at that moment. @throws DomainError NOT_FOUND, FORBIDDEN, ROUTE_TABLE_FAULTY, EDIT_CONFLICT */
export async function putTable({ pool, now }: Deps, reader: Reader, { table, ...save }: Save): Promise<{ rev: number }> {
  const at = now().toISOString();
  const by = assertDesigns(reader, save.officeId, at);
  return withTransaction(pool, async (tx) => {
    const versions = await listVersionsInForce(tx, save.officeId, at);
    const asked = save.scope === 'post' ? await askingPosts(tx, versions) : null;
    const codes = versions.filter(({ id }) => asked?.has(id) ?? true).map(({ code }) => code);
    const faults = routeTableFaults(table, codes);
    if (faults.length > 0) throw new DomainError('ROUTE_TABLE_FAULTY', { faults: faults.map((fault) => ('rowId' in fault ? `${fault.kind} ${fault.rowId}` : fault.kind)).join(', '), list: faults });
    return { rev: await saveRouteTable(tx, { ...save, table, by }) };
  });
}

/** Versions that ask the post that was given the letter; no other may be run by what is given to a post. */
async function askingPosts(tx: Tx, versions: readonly { readonly id: string }[]): Promise<ReadonlySet<string>> {
  const definitions = await getDefinitions(tx, versions.map(({ id }) => id));
  return new Set([...definitions].filter(([, route]) => asksAssignedPost(route)).map(([id]) => id));
}
