/** An office as its routes are checked and rehearsed against it. */
import type { RouteTableScope } from '#domain/letter/vocabulary';
import { admitsOf } from '#domain/route/admits';
import type { OfficeContext } from '#domain/route/check';
import { decideByTable } from '#domain/route/decision-table';
import { directoryAt } from '#domain/route/directory-at';
import type { DecisionTable, Facts, Route, RouteBook } from '#domain/route/model';
import { routesNeeded } from '#domain/route/routes-needed';
import { ROUTE_OUTPUT } from '#domain/route/which-route';
import { bangkokDate } from '#domain/thai/dates';
import type { Tx } from '../tx';
import { loadBookCopies } from './book-copies';
import { getOfficeCalendar } from './calendars';
import { loadDirectoryFacts } from './directory';
import { listDistributionLists } from './directory-lists';
import { listNamesByCode, listRouteTables } from './office-settings';
import { listVersionsInForce, loadKnownDefinitions } from './routes';

/** What a route of an office is checked against. `also` are routes whose calls must be followed besides those in force. */
export async function loadOfficeContext(tx: Tx, { officeId, at, also }: { readonly officeId: string; readonly at: string; readonly also: readonly Route[] }): Promise<OfficeContext> {
  const day = bangkokDate(at);
  const [people, versions, lists, tables, calendar, places, books] = await Promise.all([
    loadDirectoryFacts(tx, officeId), listVersionsInForce(tx, officeId, at), listDistributionLists(tx, { officeIds: [officeId], day }), listRouteTables(tx, officeId), getOfficeCalendar(tx, officeId), listNamesByCode(tx, officeId),
    loadBookCopies(tx, { officeId, day }),
  ]);
  const tableOf = (wanted: RouteTableScope): DecisionTable | undefined => tables.find(({ scope }) => scope === wanted)?.table;
  const letterTable = tableOf('letter');
  const given = givenBy(tables, versions);
  const called = routesNeeded(Object.fromEntries(also.map((route, i) => [`also-${i}`, route])), null);
  const routes = await loadCalled(tx, officeId, [...new Set([...versions.map(({ id }) => id), ...called])]);
  return {
    officeId, people, routes, calendar, places, books, directory: directoryAt(people, at), postCodes: codesOf(tableOf('post')), lists: lists.map(({ code }) => code),
    admits: letterTable === undefined ? {} : admitsOf(letterTable), unitRoutes: unitRoutesOf(given, people.units), postRoute: given('post'),
  };
}

const codesOf = (table: DecisionTable | undefined): readonly string[] => (table === undefined ? [] : [...new Set(table.rules.map(({ then }) => String(then[table.outputs.indexOf(ROUTE_OUTPUT)] ?? '')))]);

/** The version in force that is run by what is given to a unit or a post; null where the office's table names none. */
export const givenBy = (tables: readonly { readonly scope: RouteTableScope; readonly table: DecisionTable }[], versions: readonly { readonly id: string; readonly code: string }[]) =>
  (wanted: RouteTableScope, facts: Facts = {}): string | null => {
    const table = tables.find(({ scope }) => scope === wanted)?.table;
    const code = table === undefined ? null : decideByTable(table, { assignmentRole: 'main', ...facts }).values['route'];
    return versions.find((version) => version.code === code)?.id ?? null;
  };

/** Route of what each unit is directed to act on; units without one are left out. */
export function unitRoutesOf(given: ReturnType<typeof givenBy>, units: readonly { readonly id: string }[]): { [unitId: string]: string } {
  return Object.fromEntries(units.flatMap(({ id }) => {
    const version = given('unit', { ownerUnitId: id, proposedUnit: id });
    return version === null ? [] : [[id, version]];
  }));
}

/** Versions of this office by id with all that they call; what is unknown is left for the verifier to name. */
export async function loadCalled(tx: Tx, officeId: string, ids: readonly string[]): Promise<RouteBook> {
  let book: RouteBook = {};
  const asked = new Set<string>();
  let missing = ids;
  while (missing.length > 0) {
    for (const id of missing) asked.add(id);
    book = { ...book, ...(await loadKnownDefinitions(tx, { officeId, ids: missing })) };
    missing = routesNeeded(book, null).filter((id) => !asked.has(id));
  }
  return book;
}
