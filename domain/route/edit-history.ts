/** Undo and redo over a draft: every edit is one step back, a gesture of many edits (typing, dragging) too. */
import { applyOperation, type Operation, type RouteDraft } from './operations';

export type EditHistory = {
  readonly draft: RouteDraft;
  /** Drafts before each edit, oldest first; they share everything that the edits left alone. */
  readonly past: readonly RouteDraft[];
  /** Drafts that undoing has left, nearest first. */
  readonly future: readonly RouteDraft[];
  /** The gesture that the last edit belongs to. */
  readonly gesture: string | null;
};

export const beginHistory = (draft: RouteDraft): EditHistory => ({ draft, past: [], future: [], gesture: null });

/**
 * The history after an edit; what was undone before can no longer be redone. An edit that changes nothing leaves no step.
 * @param gesture edits of one gesture, one after another, are undone as one: letters typed into the same field
 * @throws DomainError EDIT_INVALID
 */
export function edit(history: EditHistory, operation: Operation, gesture: string | null = null): EditHistory {
  const draft = applyOperation(history.draft, operation);
  if (draft === history.draft) return history;
  const isGoingOn = gesture !== null && gesture === history.gesture && history.past.length > 0;
  return { draft, past: isGoingOn ? history.past : [...history.past, history.draft], future: [], gesture };
}

/** One step back; the same history where there is none. */
export function undo(history: EditHistory): EditHistory {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return { draft: before, past: history.past.slice(0, -1), future: [history.draft, ...history.future], gesture: null };
}

/** One step forward again; the same history where there is none. */
export function redo(history: EditHistory): EditHistory {
  const [after, ...future] = history.future;
  if (after === undefined) return history;
  return { draft: after, past: [...history.past, history.draft], future, gesture: null };
}
