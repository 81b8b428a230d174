/** Everything that is checked of a route before it is published: what the verifier finds, and whether its test cases still go their way. */
import type { OfficeCalendar } from '../calendar/calendar';
import type { Secrecy } from '../letter/vocabulary';
import { directoryAt, type DirectoryFacts } from './directory-at';
import type { Directory } from './directory';
import type { Route, RouteBook, RouteVersionId } from './model';
import { runCase, type CaseResult } from './rehearsal/cases';
import { coverageOf, type Coverage } from './rehearsal/coverage';
import type { TestCase } from './rehearsal/script';
import type { RehearsalSetting } from './rehearsal/session';
import type { PlaceNames } from './verify/places';
import { type Finding, verifyContextOf, verifyRoute, type VerifyContext } from './verify';

/** An office as its routes are checked against it. */
export type OfficeContext = {
  readonly officeId: string;
  readonly directory: Directory;
  readonly facts: DirectoryFacts;
  readonly routes: RouteBook;
  readonly lists: readonly string[];
  /** What posts and units are called. */
  readonly places: PlaceNames;
  /** By route code: the highest class of letters that the office's table gives it. */
  readonly admits: { readonly [code: string]: Secrecy };
  /** Codes of the routes that the office's table gives to what is directed to a post. */
  readonly postCodes: readonly string[];
  readonly calendar: OfficeCalendar;
  /** The route that a unit runs for what it is given. */
  readonly unitRoute: RouteVersionId | null;
  /** What a post runs that is given a letter. */
  readonly postRoute: RouteVersionId | null;
};
export type RouteToCheck = { readonly code: string; readonly route: Route; readonly cases: readonly TestCase[]; readonly office: OfficeContext };
export type RouteCheck = { readonly findings: readonly Finding[]; readonly cases: readonly CaseResult[]; readonly coverage: Coverage };

/** Under what id a route that is not published yet is rehearsed. */
const DRAFT: RouteVersionId = 'draft';

/** Checks a route of an office. */
export function checkRoute({ code, route, cases, office }: RouteToCheck): RouteCheck {
  const setting = {
    routes: { ...office.routes, [DRAFT]: route }, route: DRAFT, officeId: office.officeId, calendar: office.calendar,
    directoryAt: (at: string) => directoryAt(office.facts, at), routeOfUnit: () => office.unitRoute, postRoute: office.postRoute,
  };
  return checkWithCases({ route, context: verifyContextOf(office, code), setting, cases });
}

/** What the verifier finds, with what the test cases come to. The same on the server and while somebody draws. */
export function checkWithCases({ route, context, setting, cases }: { readonly route: Route; readonly context: VerifyContext; readonly setting: RehearsalSetting; readonly cases: readonly TestCase[] }): RouteCheck {
  const results = cases.map((each) => runCase(setting, each));
  const findings = verifyRoute(route, { ...context, cases: results.map((result, at) => ({ name: cases[at]?.name ?? '', result })) });
  return { findings, cases: results, coverage: coverageOf(route, results) };
}
