import { useMemo } from 'react';
import { useTranslate } from 'react-admin';
import type { Route } from '#domain/route/model';
import type { DrawnRoute } from '../../../components/RouteDrawing';
import { type ChangeKind, drawChanges, toDrawn } from './drawn';

type Mark = NonNullable<DrawnRoute['nodes'][number]['mark']>;
const SIGNS: { readonly [K in ChangeKind]: Omit<Mark, 'text'> } = { added: { tone: 'good', sign: '+' }, changed: { tone: 'warm', sign: '✎' }, removed: { tone: 'hot', sign: '−', isDashed: true } };

/** A route with what changed since another marked on it; plain where there is none before, or nothing yet. */
export function useDrawnChanges(before: Route | null | undefined, after: Route | undefined): DrawnRoute | null {
  const translate = useTranslate();
  return useMemo(() => {
    if (after === undefined) return null;
    if (before === null || before === undefined) return toDrawn(after);
    const { route, steps, lines } = drawChanges(before, after);
    const mark = (kind: ChangeKind | undefined): { mark?: Mark } => (kind === undefined ? {} : { mark: { ...SIGNS[kind], text: translate(`routeVersions.change.${kind}`) } });
    return { nodes: route.nodes.map((node) => ({ ...node, ...mark(steps.get(node.id)) })), edges: route.edges.map((edge) => ({ ...edge, ...mark(lines.get(edge.id)) })) };
  }, [before, after, translate]);
}
