import type { TaskAct } from '#domain/contracts/acts';
import type { LetterPage, MyTask } from '#domain/contracts/letter-page';
import type { InboxItem } from '#domain/contracts/tasks';
import { type ActValues, missingParts, type OutcomeHint, startValues, toTaskAct } from './act-values';

type Ready = { readonly item: InboxItem; readonly letter: LetterPage; readonly task: MyTask; readonly outcome: OutcomeHint; readonly values: ActValues };
/** What stands in the way of confirming a letter together with others. */
export type Obstacle = 'unseen' | 'gone' | 'needsMore' | 'classified' | 'notOffered';
export type Entry = { readonly item: InboxItem; readonly ready: Ready | null; readonly obstacle: Obstacle | null };

/** One of several that are confirmed together, in the form of an act of its own; neither ready nor hindered while its letter is fetched. */
export function entryOf({ item, before, letter, choose, fill, asked }: {
  readonly item: InboxItem;
  /** What is known to stand in the way without asking for the letter. */
  readonly before: Obstacle | null;
  readonly letter: LetterPage | undefined;
  readonly choose: (outcomes: readonly OutcomeHint[]) => OutcomeHint | undefined;
  /** What is said once for all of them. */
  readonly fill: (values: ActValues) => ActValues;
  /** Parts that are asked for once for all, and may still be missing. */
  readonly asked: readonly string[];
}): Entry {
  const hindered = (obstacle: Obstacle | null): Entry => ({ item, ready: null, obstacle });
  if (before !== null || letter === undefined) return hindered(before);
  const task = letter.myTasks.find(({ taskId }) => taskId === item.taskId);
  if (task?.can.includes('act') !== true) return hindered('gone');
  const outcome = choose(task.form.outcomes);
  if (outcome === undefined) return hindered('notOffered');
  const values = fill(startValues(letter, task, outcome));
  if (missingParts(task, outcome, values).some((part) => !asked.includes(part))) return hindered('needsMore');
  return { item, ready: { item, letter, task, outcome, values }, obstacle: null };
}

/** The body of an entry's own act. Of decisions the API lets only those be confirmed with others that have been opened. */
export const batchAct = ({ letter, task, outcome, values }: Ready, isDecision: boolean): TaskAct => ({ ...toTaskAct(letter, task, outcome, values), ...(isDecision ? { isBatch: true as const } : {}) });
