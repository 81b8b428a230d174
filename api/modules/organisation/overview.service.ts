/** What an office has set, to look at: number books and who numbers in them; routes in force and how one is chosen. */
import type * as contract from '#domain/contracts/organisation';
import type { z } from 'zod';
import { BOOK_TRAITS } from '#domain/numbering/book';
import type { DecisionTable, Route } from '#domain/route/model';
import { yearBe } from '#domain/thai/dates';
import { listBookSettings, listPlaceNames, listRegistryPosts, listRouteTables, listRoutesInForce, type BookSetting } from '#db/repositories/office-settings';
import type { Reader } from '#db/repositories/readers';
import { outcomeLabel } from '#domain/route/outcome-label';
import { managedOffice, momentOf, type Deps } from './rights';

type In<K extends keyof typeof contract> = z.output<(typeof contract)[K]>;
type Registrar = Awaited<ReturnType<typeof listRegistryPosts>>[number];

/** @throws DomainError NOT_FOUND, FORBIDDEN */
export async function readOfficeBooks(deps: Deps, reader: Reader, asked: string | undefined): Promise<In<'officeBooksSchema'>> {
  const officeId = managedOffice(reader, asked);
  const { at, day } = momentOf(deps);
  const [books, registrars] = await Promise.all([listBookSettings(deps.pool, { officeId, yearBe: yearBe(at) }), listRegistryPosts(deps.pool, { officeId, day })]);
  return { items: books.map((book) => ({ ...book, pattern: book.pattern === '' ? BOOK_TRAITS[book.kind].pattern : book.pattern, takers: takersOf(book, registrars) })) };
}

/** Secret books are the secret registrar's; a unit's book its own registry's; all others the central registry's. */
function takersOf({ kind, unit }: BookSetting, registrars: readonly Registrar[]): In<'officeBooksSchema'>['items'][number]['takers'] {
  const takes = ({ roles, unitId, isRegistry }: Registrar): boolean => {
    if (BOOK_TRAITS[kind].isSecret) return roles.includes('secret_registrar');
    return roles.includes('clerk') && (unit === null ? isRegistry : unitId === unit.id);
  };
  return registrars.filter(takes).map(({ id, code, title, unit: place, officeId }) => ({ id, code, title, unit: place, officeId }));
}

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
