/** The rehearsal of a route that is not published yet, in an office as it is on record: the same on the screen, on the server and on the command line. */
import type { OfficeCalendar } from '../../calendar/calendar';
import type { Instant } from '../../thai/dates';
import { directoryAt, type DirectoryFacts } from '../directory-at';
import type { Route, RouteBook, RouteVersionId } from '../model';
import { booksFrom, type BooksCopy } from './books';
import type { Script } from './script';
import type { RehearsalSetting } from './session';

/** What a rehearsal needs of an office. Nothing of it is changed. */
export type RehearsalOffice = {
  readonly officeId: string;
  readonly people: DirectoryFacts;
  readonly calendar: OfficeCalendar;
  readonly books: BooksCopy;
  /** Published routes that a letter may come to. */
  readonly routes: RouteBook;
  /** The route that each unit runs for what it is given; units without one are left out. */
  readonly unitRoutes: { readonly [unitId: string]: RouteVersionId };
  /** What a post runs that is given a letter; null where the office has no such route. */
  readonly postRoute: RouteVersionId | null;
};

/** Id of the rehearsed route among the published ones. */
const DRAFT: RouteVersionId = 'draft';

/** @param called published routes that the route calls, besides those of the office */
export function settingOf({ people, calendar, books, unitRoutes, postRoute, routes, officeId }: RehearsalOffice, route: Route, called: RouteBook = {}): RehearsalSetting {
  return {
    routes: { ...called, ...routes, [DRAFT]: route }, route: DRAFT, officeId, calendar,
    directoryAt: (at) => directoryAt(people, at), books: booksFrom(books), routeOfUnit: (unitId) => unitRoutes[unitId] ?? null, postRoute,
  };
}

/** A letter that the route takes, coming at that moment. */
export function beginOf({ people }: Pick<RehearsalOffice, 'people'>, { nodes }: Route, at: Instant): Script {
  const start = nodes.find((node) => node.type === 'start');
  const direction = start?.directions[0] ?? 'incoming';
  const isIncoming = direction === 'incoming';
  const { posts, office } = people;
  const drafter = posts.find(({ roles, superiorId }) => roles.includes('officer') && superiorId !== null) ?? posts.find(({ superiorId }) => superiorId !== null);
  return {
    schemaVersion: 1, at, secrecy: 'none', moves: [],
    facts: { direction, kind: start?.kinds[0] ?? 'external_letter', urgency: 'normal', ...(isIncoming ? { channel: 'counter' } : {}) },
    unitId: isIncoming ? office.registryUnitId : (drafter?.unitId ?? null), drafterPost: isIncoming ? null : (drafter?.code ?? null),
  };
}
