import { isDomainError } from '#domain/errors';
import { beginHistory, edit, redo, undo, type EditHistory } from '#domain/route/edit-history';
import type { NodeId } from '#domain/route/model';
import type { Operation, RouteDraft } from '#domain/route/operations';

export type Selection = { readonly nodes: readonly NodeId[]; readonly edges: readonly string[] };
export const NOTHING: Selection = { nodes: [], edges: [] };
export const only = (node: NodeId): Selection => ({ nodes: [node], edges: [] });

/** A draft being edited: what undo goes back to, and what is selected. Selecting is no edit. */
export type EditorState = {
  readonly history: EditHistory;
  readonly selection: Selection;
  /** How often an edit could not be done, to say so each time. */
  readonly refusals: number;
};
export type EditorAction =
  | { readonly do: 'edit'; readonly operation: Operation; readonly gesture?: string | null; readonly select?: Selection }
  | { readonly do: 'undo' }
  | { readonly do: 'redo' }
  | { readonly do: 'select'; readonly selection: Selection }
  /** Another draft altogether, with nothing to undo: what was saved elsewhere. */
  | { readonly do: 'open'; readonly draft: RouteDraft };
type ActionOf<T extends EditorAction['do']> = Extract<EditorAction, { do: T }>;

export const openEditor = (draft: RouteDraft): EditorState => ({ history: beginHistory(draft), selection: NOTHING, refusals: 0 });

export function reduceEditor(state: EditorState, action: EditorAction): EditorState {
  // The key picks the handler of this very action.
  return (ACTIONS[action.do] as (state: EditorState, action: EditorAction) => EditorState)(state, action);
}

const ACTIONS: { readonly [T in EditorAction['do']]: (state: EditorState, action: ActionOf<T>) => EditorState } = {
  edit: (state, { operation, gesture = null, select }) => {
    try {
      return settled({ ...state, history: edit(state.history, operation, gesture), selection: select ?? state.selection });
    } catch (error) {
      if (!isDomainError(error)) throw error;
      return { ...state, refusals: state.refusals + 1 };
    }
  },
  undo: (state) => settled({ ...state, history: undo(state.history) }),
  redo: (state) => settled({ ...state, history: redo(state.history) }),
  select: (state, { selection }) => (isSame(state.selection, selection) ? state : { ...state, selection }),
  open: (_state, { draft }) => openEditor(draft),
};

/** What is no longer there is not selected. */
function settled(state: EditorState): EditorState {
  const { nodes, edges } = state.history.draft.route;
  const selection = {
    nodes: state.selection.nodes.filter((id) => nodes.some((node) => node.id === id)),
    edges: state.selection.edges.filter((id) => edges.some((edge) => edge.id === id)),
  };
  return isSame(selection, state.selection) ? state : { ...state, selection };
}

const isSame = (one: Selection, other: Selection): boolean => sameList(one.nodes, other.nodes) && sameList(one.edges, other.edges);
const sameList = (one: readonly string[], other: readonly string[]): boolean => one.length === other.length && one.every((id, at) => id === other[at]);
