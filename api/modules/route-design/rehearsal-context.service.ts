/** What a rehearsal stands on. Nothing in it is changed by rehearsing: it is played in the reader's own browser. */
import type { RehearsalContext } from '#domain/contracts/route-rehearsal';
import { decideByTable } from '#domain/route/decision-table';
import type { DirectoryFacts } from '#domain/route/directory-at';
import { bangkokDate } from '#domain/thai/dates';
import { loadBookCopies } from '#db/repositories/book-copies';
import { getOfficeCalendar } from '#db/repositories/calendars';
import { loadDirectoryFacts } from '#db/repositories/directory';
import { findNames } from '#db/repositories/names';
import { listRouteTables } from '#db/repositories/office-settings';
import type { Reader } from '#db/repositories/readers';
import { listVersionsInForce } from '#db/repositories/routes';
import { loadCalled } from './context.service';
import { assertDesigns, routeOffice, type Deps } from './rights';

/** @throws DomainError NOT_FOUND, FORBIDDEN */
export async function readRehearsalContext({ pool, now }: Deps, reader: Reader, asked: string | undefined): Promise<RehearsalContext> {
  const officeId = routeOffice(reader, asked);
  const at = now().toISOString();
  assertDesigns(reader, officeId, at);
  const [people, calendar, books, tables, versions] = await Promise.all([
    loadDirectoryFacts(pool, officeId), getOfficeCalendar(pool, officeId), loadBookCopies(pool, { officeId, day: bangkokDate(at) }), listRouteTables(pool, officeId), listVersionsInForce(pool, officeId, at),
  ]);
  const unitTable = tables.find(({ scope }) => scope === 'unit')?.table;
  const routeOf = (unitId: string): string | undefined => {
    const code = unitTable === undefined ? undefined : decideByTable(unitTable, { assignmentRole: 'main', ownerUnitId: unitId, proposedUnit: unitId }).values['route'];
    return versions.find((version) => version.code === code)?.id;
  };
  const unitRoutes = Object.fromEntries(people.units.flatMap(({ id }) => { const route = routeOf(id); return route === undefined ? [] : [[id, route]]; }));
  const [names, routes] = await Promise.all([
    findNames(pool, { posts: [], units: [], offices: [], persons: new Set(people.facts.appointments.map(({ personId }) => personId)) }),
    loadCalled(pool, officeId, [...new Set(Object.values(unitRoutes))]),
  ]);
  return { officeId, at, people: ofHere(people), calendar, books, unitRoutes, routes, persons: Object.fromEntries([...names.persons].map(([id, { name }]) => [id, name])) };
}

/** Only what the contract names: an order's other particulars stay where they are kept. */
const ofHere = ({ office, units, posts, facts: { appointments, absences, successions }, clearances }: DirectoryFacts): DirectoryFacts => ({ office, units, posts, clearances, facts: { appointments, absences, successions } });
