import { useEffect, useRef, useState } from 'react';
import type { Route } from '#domain/route/model';
import type { Finding, VerifyContext } from '#domain/route/verify';
import { useDebounced } from '../../../hooks/use-debounced';
import { createVerifier, type Verifier } from './verifier';

export type Findings = {
  readonly findings: readonly Finding[];
  /** What is shown is of the route as it stands. */
  readonly isCurrent: boolean;
  readonly isFailed: boolean;
  /** How long the last check took; null before the first. */
  readonly ms: number | null;
};

const NONE: readonly Finding[] = [];

/** What is wrong with the route, a moment after each edit. Until a check is done, what was found before is still shown. */
export function useFindings(route: Route, context: VerifyContext | undefined): Findings {
  const settled = useDebounced(route, 250);
  const verifier = useRef<Verifier | null>(null);
  const [checked, setChecked] = useState<{ readonly route: Route; readonly context: VerifyContext; readonly findings: readonly Finding[]; readonly ms: number | null; readonly isFailed: boolean } | null>(null);
  useEffect(() => () => {
    verifier.current?.stop();
    verifier.current = null;
  }, []);
  useEffect(() => {
    if (context === undefined) return;
    verifier.current ??= createVerifier();
    verifier.current.verify(
      settled,
      context,
      ({ findings, ms }) => setChecked({ route: settled, context, findings, ms, isFailed: false }),
      () => setChecked((before) => ({ route: settled, context, findings: before?.findings ?? NONE, ms: null, isFailed: true })),
    );
  }, [settled, context]);
  return { findings: checked?.findings ?? NONE, isCurrent: checked !== null && checked.route === route && checked.context === context, isFailed: checked?.isFailed ?? false, ms: checked?.ms ?? null };
}
