import { useEffect, useRef, useState } from 'react';
import type { Route } from '#domain/route/model';
import type { CaseResult } from '#domain/route/rehearsal/cases';
import type { Coverage } from '#domain/route/rehearsal/coverage';
import type { Finding, VerifyContext } from '#domain/route/verify';
import { useDebounced } from '../../../hooks/use-debounced';
import type { Practice } from './check';
import { createVerifier, type ToVerify, type Verifier } from './verifier';

export type Findings = {
  readonly findings: readonly Finding[];
  /** What each test case came to at the last check. */
  readonly cases: readonly CaseResult[];
  /** Which lines the test cases take; null where there is none, or before the first check. */
  readonly coverage: Coverage | null;
  /** What is shown is of the route as it stands. */
  readonly isCurrent: boolean;
  readonly isFailed: boolean;
  /** How long the last check took; null before the first. */
  readonly ms: number | null;
};
type Last = Pick<Findings, 'findings' | 'cases' | 'coverage' | 'isFailed' | 'ms'> & { readonly of: ToVerify | null };

const NOTHING: Last = { findings: [], cases: [], coverage: null, isFailed: false, ms: null, of: null };

/** What is wrong with the route and what its test cases come to, a moment after each edit. Until a check is done, what was found before is still shown. */
export function useFindings(route: Route, context: VerifyContext | undefined, practice: Practice | null): Findings {
  const settled = useDebounced(route, 250);
  const verifier = useRef<Verifier | null>(null);
  const [{ of, ...last }, setLast] = useState(NOTHING);
  useEffect(() => () => {
    verifier.current?.stop();
    verifier.current = null;
  }, []);
  useEffect(() => {
    if (context === undefined) return;
    verifier.current ??= createVerifier();
    const asked: ToVerify = { route: settled, context, practice };
    verifier.current.verify(
      asked,
      ({ findings, cases, coverage, ms }) => setLast({ of: asked, findings, cases, coverage, ms, isFailed: false }),
      () => setLast((before) => ({ ...before, of: asked, ms: null, isFailed: true })),
    );
  }, [settled, context, practice]);
  return { ...last, isCurrent: of !== null && of.route === route && of.context === context && of.practice === practice };
}
