/** What a designer needs of an office: the same that the server's own check of a route stands on. */
import type { RouteTableScope } from '#domain/letter/vocabulary';
import type { DesignContext } from '#domain/contracts/route-design';
import { admitsOf } from '#domain/route/admits';
import type { OfficeContext } from '#domain/route/check';
import { decideByTable } from '#domain/route/decision-table';
import { type DirectoryFacts, directoryAt } from '#domain/route/directory-at';
import type { DecisionTable, Facts, Route, RouteBook } from '#domain/route/model';
import { routesNeeded } from '#domain/route/routes-needed';
import { ROUTE_OUTPUT } from '#domain/route/which-route';
import { bangkokDate, yearBe } from '#domain/thai/dates';
import { loadBookCopies } from '#db/repositories/book-copies';
import { getOfficeCalendar } from '#db/repositories/calendars';
import { loadDirectoryFacts } from '#db/repositories/directory';
import { listDistributionLists, listPosts, listUnits } from '#db/repositories/directory-lists';
import { findNames } from '#db/repositories/names';
import { listBookSettings, listNamesByCode, listRouteTables } from '#db/repositories/office-settings';
import type { Reader } from '#db/repositories/readers';
import { getRouteOffice, listTemplateRoutes } from '#db/repositories/route-designs';
import { listDraftRoutes } from '#db/repositories/route-drafts';
import { listVersionsInForce, loadKnownDefinitions } from '#db/repositories/routes';
import type { Tx } from '#db/tx';
import { assertDesigns, routeOffice, type Deps } from './rights';

/** What a route of an office is checked against. `also` are routes whose calls must be followed besides those in force. */
export async function loadOfficeContext(tx: Tx, { officeId, at, also }: { readonly officeId: string; readonly at: string; readonly also: readonly Route[] }): Promise<OfficeContext> {
  const [facts, versions, lists, rows, calendar, places] = await Promise.all([
    loadDirectoryFacts(tx, officeId), listVersionsInForce(tx, officeId, at), listDistributionLists(tx, { officeIds: [officeId], day: bangkokDate(at) }), listRouteTables(tx, officeId), getOfficeCalendar(tx, officeId), listNamesByCode(tx, officeId),
  ]);
  const letterTable = rows.find(({ scope }) => scope === 'letter')?.table ?? null;
  const given = givenBy(rows, versions);
  const called = routesNeeded(Object.fromEntries(also.map((route, i) => [`also-${i}`, route])), null);
  const routes = await loadCalled(tx, officeId, [...new Set([...versions.map(({ id }) => id), ...called])]);
  return {
    officeId, facts, routes, calendar, places, directory: directoryAt(facts, at), postCodes: codesOf(rows.find(({ scope }) => scope === 'post')?.table), lists: lists.map(({ code }) => code), admits: letterTable === null ? {} : admitsOf(letterTable),
    unitRoute: given('unit'), postRoute: given('post'),
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

/** @throws DomainError NOT_FOUND, FORBIDDEN */
export async function readContext({ pool, now }: Deps, reader: Reader, query: { readonly officeId?: string | undefined; readonly at?: string | undefined }): Promise<DesignContext> {
  const officeId = routeOffice(reader, query.officeId);
  assertDesigns(reader, officeId, now().toISOString());
  const at = query.at === undefined ? now().toISOString() : new Date(query.at).toISOString();
  const day = bangkokDate(at);
  const [{ office }, context, posts, units, books, bookCopies, lists, templates, versions, tables] = await Promise.all([
    getRouteOffice(pool, officeId), loadOfficeContext(pool, { officeId, at, also: await listDraftRoutes(pool, officeId) }), listPosts(pool, { officeIds: [officeId], at, day }), listUnits(pool, { officeIds: [officeId], day }),
    listBookSettings(pool, { officeId, yearBe: yearBe(at) }), loadBookCopies(pool, { officeId, day }), listDistributionLists(pool, { officeIds: [officeId], day }), listTemplateRoutes(pool, { officeId, at }),
    listVersionsInForce(pool, officeId, at), listRouteTables(pool, officeId),
  ]);
  const { directory, routes, places, postCodes, lists: listCodes, admits, calendar, facts } = context;
  const unitRoutes = unitRoutesOf(givenBy(tables, versions), facts.units);
  return {
    office, at, admits, postCodes: [...postCodes], templates, calendar, people: ofHere(facts), bookCopies, unitRoutes, postRoute: context.postRoute, persons: await nameHolders(pool, facts),
    verify: { directory, routes, lists: [...listCodes], places },
    posts: posts.map(({ id, code, title, unit, officeId: ofOffice, unitId, roles, isUnitHead }) => ({ id, code, title, unit, officeId: ofOffice, unitId, roles, isUnitHead })),
    units: units.map(({ id, code, name, parentId }) => ({ id, code, name, parentId })),
    books: books.map(({ id, kind, name, unit, isHeld }) => ({ id, kind, name, unitId: unit?.id ?? null, isHeld })),
    lists: lists.map(({ id, code, name, members }) => ({ id, code, name, members: members.map(({ office: member, role }) => ({ office: member, role })) })),
    routes: versions.map(({ id, routeId, code, nameTh, nameEn, version }) => ({ id, routeId, code, name: { th: nameTh, en: nameEn }, version })),
  };
}

/** Everybody who is appointed to a post of the office, at any time. */
async function nameHolders(tx: Tx, { facts }: DirectoryFacts): Promise<DesignContext['persons']> {
  const names = await findNames(tx, { posts: [], units: [], offices: [], persons: new Set(facts.appointments.map(({ personId }) => personId)) });
  return Object.fromEntries([...names.persons].map(([id, { name }]) => [id, name]));
}

/** Only what the contract names: an order's other particulars stay where they are kept. */
const ofHere = ({ office, units, posts, facts: { appointments, absences, successions }, clearances }: DirectoryFacts): DirectoryFacts => ({ office, units, posts, clearances, facts: { appointments, absences, successions } });
