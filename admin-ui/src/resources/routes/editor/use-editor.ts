import { useMemo, useReducer } from 'react';
import { addNext, addStep, connect, insertInto, openOutcomes, STEP_DOWN } from '#domain/route/edits';
import type { NodeId, NodeType, RouteNode } from '#domain/route/model';
import type { Operation, Place, RouteDraft } from '#domain/route/operations';
import { copyPart, pastePart, type RoutePart } from '#domain/route/route-part';
import { openEditor, only, reduceEditor, type Selection } from './editor-state';

/** Everything that can be done to a draft, the same from canvas, outline and panel. */
export type Editor = {
  readonly draft: RouteDraft;
  readonly selection: Selection;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly refusals: number;
  readonly select: (selection: Selection) => void;
  readonly apply: (operation: Operation, options?: { readonly gesture?: string; readonly select?: Selection }) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly open: (draft: RouteDraft) => void;
  /** A step at a place of the canvas. */
  readonly add: (type: NodeType, at: Place) => void;
  readonly addNext: (from: NodeId, type: NodeType) => void;
  readonly insert: (edgeId: string, type: NodeType) => void;
  readonly connect: (from: NodeId, to: NodeId, outcome: string | null) => void;
  readonly remove: (selection: Selection) => void;
  readonly paste: (part: RoutePart) => void;
  readonly duplicate: (ids: readonly NodeId[]) => void;
  readonly change: (node: RouteNode, gesture: string, renamed?: { readonly [outcome: string]: string }) => void;
};

/** How far a copy stands from what it was copied from, in canvas units. */
const ASIDE: Place = { x: 48, y: 48 };

export function useEditor(initial: RouteDraft): Editor {
  const [state, dispatch] = useReducer(reduceEditor, initial, openEditor);
  const { history, selection, refusals } = state;
  const { draft } = history;
  return useMemo((): Editor => {
    const apply: Editor['apply'] = (operation, options = {}) => dispatch({ do: 'edit', operation, ...options });
    const paste = (part: RoutePart): void => {
      const { operation, nodeIds } = pastePart(draft, part, ASIDE);
      apply(operation, { select: { nodes: nodeIds, edges: [] } });
    };
    return {
      draft,
      selection,
      canUndo: history.past.length > 0,
      canRedo: history.future.length > 0,
      refusals,
      select: (next) => dispatch({ do: 'select', selection: next }),
      apply,
      undo: () => dispatch({ do: 'undo' }),
      redo: () => dispatch({ do: 'redo' }),
      open: (next) => dispatch({ do: 'open', draft: next }),
      add: (type, at) => {
        const { operation, nodeId } = addStep(draft, type, freePlace(draft, at));
        apply(operation, { select: only(nodeId) });
      },
      addNext: (from, type) => {
        const { operation, nodeId } = addAfter(draft, from, type);
        apply(operation, { select: only(nodeId) });
      },
      insert: (edgeId, type) => {
        const { operation, nodeId } = insertInto(draft, edgeId, type);
        apply(operation, { select: only(nodeId) });
      },
      connect: (from, to, outcome) => apply(connect(draft, from, to, outcome)),
      remove: ({ nodes, edges }) => {
        if (nodes.length + edges.length > 0) apply({ type: 'remove', nodes, edges }, { select: before(draft, nodes) });
      },
      paste,
      duplicate: (ids) => {
        const part = copyPart(draft, ids);
        if (part.nodes.length > 0) paste(part);
      },
      change: (node, gesture, renamed) => apply({ type: 'change', node, ...(renamed === undefined ? {} : { renamed }) }, { gesture }),
    };
  }, [draft, selection, history, refusals]);
}

/** The next step with its line; without one where every way out of the step before is drawn already. */
function addAfter(draft: RouteDraft, from: NodeId, type: NodeType): { readonly operation: Operation; readonly nodeId: NodeId } {
  const node = draft.route.nodes.find(({ id }) => id === from);
  if (node !== undefined && openOutcomes(draft.route, node).length > 0) return addNext(draft, from, type);
  const above = draft.layout[from] ?? { x: 0, y: 0 };
  return addStep(draft, type, freePlace(draft, { x: above.x, y: above.y + STEP_DOWN }));
}

/** A place where no other step stands, as near as possible to the right of the one that is wanted. */
function freePlace({ layout }: RouteDraft, wanted: Place): Place {
  const taken = Object.values(layout);
  let { x } = wanted;
  while (taken.some((place) => Math.abs(place.x - x) < 120 && Math.abs(place.y - wanted.y) < 60)) x += 240;
  return { x, y: wanted.y };
}

/** What is selected once steps are gone: the one that led to the first of them, so that the keyboard goes on from there. */
function before({ route }: RouteDraft, gone: readonly NodeId[]): Selection {
  const into = route.edges.find(({ from, to }) => to === gone[0] && !gone.includes(from));
  return into === undefined ? { nodes: [], edges: [] } : only(into.from);
}
