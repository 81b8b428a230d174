import { checkWithCases } from '#domain/route/check';
import type { Route } from '#domain/route/model';
import type { CaseResult } from '#domain/route/rehearsal/cases';
import type { Coverage } from '#domain/route/rehearsal/coverage';
import { settingOf } from '#domain/route/rehearsal/in-office';
import type { TestCase } from '#domain/route/rehearsal/script';
import { type Finding, verifyRoute, type VerifyContext } from '#domain/route/verify';
import type { RehearsalContext } from '../use-designs';

/** With what the test cases of a draft are played: the office as it is on record, and the cases. */
export type Practice = { readonly office: RehearsalContext; readonly cases: readonly TestCase[] };
export type Checked = {
  readonly findings: readonly Finding[];
  /** What each test case came to. */
  readonly cases: readonly CaseResult[];
  /** Which lines the test cases take; null where there is none. */
  readonly coverage: Coverage | null;
};

/** What is wrong with a drawing, its test cases included. */
export function check(route: Route, context: VerifyContext, practice: Practice | null): Checked {
  if (practice === null) return { findings: verifyRoute(route, context), cases: [], coverage: null };
  const { findings, cases, coverage } = checkWithCases({ route, context, setting: settingOf(practice.office, route, context.routes ?? {}), cases: practice.cases });
  return { findings, cases, coverage: practice.cases.length === 0 ? null : coverage };
}
