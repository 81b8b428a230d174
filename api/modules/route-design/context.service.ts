/** What a designer needs of an office: the same that the server's own check of a route stands on. */
import type { DesignContext } from '#domain/contracts/route-design';
import { admitsOf } from '#domain/route/admits';
import type { OfficeContext } from '#domain/route/check';
import { decideByTable } from '#domain/route/decision-table';
import { directoryAt } from '#domain/route/directory-at';
import type { Route, RouteBook } from '#domain/route/model';
import { routesNeeded } from '#domain/route/routes-needed';
import { bangkokDate, yearBe } from '#domain/thai/dates';
import { getOfficeCalendar } from '#db/repositories/calendars';
import { loadDirectoryFacts } from '#db/repositories/directory';
import { listDistributionLists, listPosts, listUnits } from '#db/repositories/directory-lists';
import { listBookSettings, listRouteTables } from '#db/repositories/office-settings';
import type { Reader } from '#db/repositories/readers';
import { getRouteOffice, listTemplateRoutes } from '#db/repositories/route-designs';
import { listDraftRoutes } from '#db/repositories/route-drafts';
import { listVersionsInForce, loadKnownDefinitions } from '#db/repositories/routes';
import type { Tx } from '#db/tx';
import { assertDesigns, routeOffice, type Deps } from './rights';

/** What a route of an office is checked against. `also` are routes whose calls must be followed besides those in force. */
export async function loadOfficeContext(tx: Tx, { officeId, at, also }: { readonly officeId: string; readonly at: string; readonly also: readonly Route[] }): Promise<OfficeContext> {
  const [facts, versions, lists, rows, calendar] = await Promise.all([
    loadDirectoryFacts(tx, officeId), listVersionsInForce(tx, officeId, at), listDistributionLists(tx, { officeIds: [officeId], day: bangkokDate(at) }), listRouteTables(tx, officeId), getOfficeCalendar(tx, officeId),
  ]);
  const tables = { letter: rows.find(({ scope }) => scope === 'letter')?.table ?? null, unit: rows.find(({ scope }) => scope === 'unit')?.table ?? null };
  const called = routesNeeded(Object.fromEntries(also.map((route, i) => [`also-${i}`, route])), null);
  const routes = await loadCalled(tx, officeId, [...new Set([...versions.map(({ id }) => id), ...called])]);
  const unitCode = tables.unit === null ? null : decideByTable(tables.unit, { assignmentRole: 'main' }).values['route'];
  return {
    officeId, facts, routes, calendar, directory: directoryAt(facts, at), lists: lists.map(({ code }) => code), admits: tables.letter === null ? {} : admitsOf(tables.letter),
    unitRoute: versions.find(({ code }) => code === unitCode)?.id ?? null,
  };
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
  const [{ office }, context, posts, units, books, lists, templates, versions] = await Promise.all([
    getRouteOffice(pool, officeId), loadOfficeContext(pool, { officeId, at, also: await listDraftRoutes(pool, officeId) }), listPosts(pool, { officeIds: [officeId], at, day }), listUnits(pool, { officeIds: [officeId], day }),
    listBookSettings(pool, { officeId, yearBe: yearBe(at) }), listDistributionLists(pool, { officeIds: [officeId], day }), listTemplateRoutes(pool, { officeId, at }),
    listVersionsInForce(pool, officeId, at),
  ]);
  const { directory, routes, lists: listCodes, admits, calendar } = context;
  return {
    office, at, admits, templates, calendar: { ...calendar, days: ofTwoYears(calendar.days, day) },
    verify: { directory, routes, lists: [...listCodes] },
    posts: posts.map(({ id, code, title, unit, officeId: ofOffice, unitId, roles, isUnitHead }) => ({ id, code, title, unit, officeId: ofOffice, unitId, roles, isUnitHead })),
    units: units.map(({ id, code, name, parentId }) => ({ id, code, name, parentId })),
    persons: Object.fromEntries(posts.flatMap(({ holders }) => holders.map(({ id, name }) => [id, name]))),
    books: books.map(({ id, kind, name, unit, isHeld }) => ({ id, kind, name, unitId: unit?.id ?? null, isHeld })),
    lists: lists.map(({ id, code, name, members }) => ({ id, code, name, members: members.map(({ office: member, role }) => ({ office: member, role })) })),
    routes: versions.map(({ id, routeId, code, nameTh, nameEn, version }) => ({ id, routeId, code, name: { th: nameTh, en: nameEn }, version })),
  };
}

/** Days of a calendar from the beginning of a day's year to the end of the next. */
function ofTwoYears<Day>(days: { readonly [date: string]: Day }, day: string): { readonly [date: string]: Day } {
  const year = Number(day.slice(0, 4));
  return Object.fromEntries(Object.entries(days).filter(([date]) => date >= `${year}-01-01` && date <= `${year + 1}-12-31`));
}
