/** Rehearsals in the test office. */
import { PLAIN_CALENDAR } from '#domain/calendar/calendar';
import type { Route, RouteBook } from '../model';
import type { Script } from '../rehearsal/script';
import type { RehearsalSetting } from '../rehearsal/session';
import { AT, INCOMING } from './build';
import { buildDirectory, unitId } from './office';
import { ROUTES } from './routes';

/** A route by name of the test routes, or one of its own. */
export function settingFor(route: string | Route, more: Partial<RehearsalSetting> = {}): RehearsalSetting {
  const routes: RouteBook = typeof route === 'string' ? ROUTES : { ...ROUTES, draft: route };
  return {
    routes, route: typeof route === 'string' ? route : 'draft', officeId: 'O1', calendar: PLAIN_CALENDAR, directoryAt: () => buildDirectory(),
    routeOfUnit: (id) => (id === unitId('ict') || id === unitId('finance') ? 'unitRoute' : null), postRoute: 'postRoute', ...more,
  };
}

export const script = (more: Partial<Script> = {}): Script => ({
  schemaVersion: 1, at: AT, facts: INCOMING, secrecy: 'none', unitId: unitId('registry'), drafterPost: null, moves: [], ...more,
});
