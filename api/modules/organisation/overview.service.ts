/** What an office has set, to look at: routes in force and how one is chosen. */
import type * as contract from '#domain/contracts/organisation';
import type { z } from 'zod';
import type { DecisionTable, Route } from '#domain/route/model';
import { listPlaceNames, listRouteTables, listRoutesInForce } from '#db/repositories/office-settings';
import type { Reader } from '#db/repositories/readers';
import { outcomeLabel } from '#domain/route/outcome-label';
import { managedOffice, type Deps } from './rights';

type In<K extends keyof typeof contract> = z.output<(typeof contract)[K]>;

/** @throws DomainError NOT_FOUND, FORBIDDEN */
export async function readOfficeRoutes(deps: Deps, reader: Reader, asked: string | undefined): Promise<In<'officeRoutesSchema'>> {
  const officeId = managedOffice(reader, asked);
  const [routes, tables, names] = await Promise.all([listRoutesInForce(deps.pool, officeId), listRouteTables(deps.pool, officeId), listPlaceNames(deps.pool, officeId)]);
  return {
    routes: routes.map(({ definition, ...route }) => ({ ...route, ...drawingOf(definition) })),
    tables: tables.map(({ scope, table }) => ({ scope, inputs: [...table.inputs], rows: rowsOf(table) })),
    names,
  };
}

function drawingOf(route: Route): Pick<In<'officeRoutesSchema'>['routes'][number], 'nodes' | 'edges'> {
  const nodes = new Map(route.nodes.map((node) => [node.id, node]));
  return {
    nodes: route.nodes.map(({ id, type, name, nameEn }) => ({ id, type, name: { th: name, en: nameEn ?? '' } })),
    edges: route.edges.map(({ id, from, to, outcome }) => ({
      id, from, to, outcome, label: outcome === 'next' || outcome === 'otherwise' ? { th: '', en: '' } : outcomeLabel(nodes.get(from) ?? null, outcome, route),
    })),
  };
}

function rowsOf({ rules, outputs }: DecisionTable): In<'officeRoutesSchema'>['tables'][number]['rows'] {
  const route = outputs.indexOf('route');
  return rules.map(({ id, when, then }) => ({
    id,
    when: when.map((cell) => (cell === null ? null : { operator: cell.operator, value: Array.isArray(cell.value) ? [...cell.value] : cell.value })) as In<'officeRoutesSchema'>['tables'][number]['rows'][number]['when'],
    routeCode: String(then[route] ?? ''),
    isFallback: when.every((cell) => cell === null),
  }));
}
