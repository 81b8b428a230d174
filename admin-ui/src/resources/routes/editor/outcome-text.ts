import { useCallback } from 'react';
import { useTranslate } from 'react-admin';
import type { Route, RouteNode } from '#domain/route/model';
import { outcomeLabel } from '#domain/route/outcome-label';
import { useLocalName } from '../../../providers/auth/use-session';
import { useFormat } from '../../../providers/i18n/use-format';

const ENDS: ReadonlySet<string> = new Set(['closed', 'rejected', 'cancelled', 'forwarded', 'returned']);

/** Whether test cases take a line, in words; empty where nothing is known of it. */
export function useCoveredText(): (cases: number | null) => string {
  const translate = useTranslate();
  const format = useFormat();
  return useCallback((cases) => (cases === null ? '' : cases === 0 ? translate('designer.coverage.none') : translate('designer.coverage.by', { n: format.number(cases) })), [translate, format]);
}

/** A way out of a step as a reader says it; empty for the one way of a step that has no other. */
export function useOutcomeText(): (node: RouteNode | undefined, outcome: string, route: Route) => string {
  const translate = useTranslate();
  const localName = useLocalName();
  return useCallback((node, outcome, route) => {
    if (outcome === 'next' || node?.type === 'fork') return '';
    if (node?.type === 'assign' || node?.type === 'call') return translate(ENDS.has(outcome) ? `designer.ended.${outcome}` : `actionWord.${outcome}`, { _: outcome });
    return localName(outcomeLabel(node ?? null, outcome, route));
  }, [translate, localName]);
}
