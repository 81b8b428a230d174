/** Everything that is checked of a route before it is published: what the verifier finds, and whether its test cases still go their way. */
import type { Secrecy } from '../letter/vocabulary';
import type { Directory } from './directory';
import type { Route } from './model';
import type { PlaceNames } from './place-words';
import { runCase, type CaseResult } from './rehearsal/cases';
import { coverageOf, type Coverage } from './rehearsal/coverage';
import { settingOf, type RehearsalOffice } from './rehearsal/in-office';
import type { TestCase } from './rehearsal/script';
import type { RehearsalSetting } from './rehearsal/session';
import { type Finding, verifyContextOf, verifyRoute, type VerifyContext } from './verify';

/** An office as its routes are checked against it. */
export type OfficeContext = RehearsalOffice & {
  readonly directory: Directory;
  readonly lists: readonly string[];
  /** What posts and units are called. */
  readonly places: PlaceNames;
  /** By route code: the highest class of letters that the office's table gives it. */
  readonly admits: { readonly [code: string]: Secrecy };
  /** Codes of the routes that the office's table gives to what is directed to a post. */
  readonly postCodes: readonly string[];
};
export type RouteToCheck = { readonly code: string; readonly route: Route; readonly cases: readonly TestCase[]; readonly office: OfficeContext };
export type RouteCheck = { readonly findings: readonly Finding[]; readonly cases: readonly CaseResult[]; readonly coverage: Coverage };

/** Checks a route of an office. */
export function checkRoute({ code, route, cases, office }: RouteToCheck): RouteCheck {
  return checkWithCases({ route, context: verifyContextOf(office, code), setting: settingOf(office, route), cases });
}

/** What the verifier finds, with what the test cases come to. The same on the server and while somebody draws. */
export function checkWithCases({ route, context, setting, cases }: { readonly route: Route; readonly context: VerifyContext; readonly setting: RehearsalSetting; readonly cases: readonly TestCase[] }): RouteCheck {
  const results = cases.map((each) => runCase(setting, each));
  const findings = verifyRoute(route, { ...context, cases: results.map((result, at) => ({ name: cases[at]?.name ?? '', result })) });
  return { findings, cases: results, coverage: coverageOf(route, results) };
}
