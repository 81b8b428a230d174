/**
 * One commit while it is being worked out: what was read, what is to be written, and what the outcome will say. Effects
 * only fill it; nothing is written before all of them have been taken in.
 */
import type { Names } from '#db/repositories/commit/names';
import type { CommitContext, LockedLetter, TaskFacts } from '#db/repositories/commit/read';
import type { Row } from '#db/repositories/commit/tables';
import { WriteBatch } from '#db/repositories/commit/write-batch';
import type { OutboxKind } from '#db/repositories/outbox';
import type { Tx } from '#db/tx';
import type { OfficeCalendar } from '#domain/calendar/calendar';
import type { CommandContent } from '#domain/letter/content';
import type { TransitionSummary } from '#domain/letter/timeline';
import type { CommitInput } from '#domain/messages';
import type { Counter } from '#domain/numbering/allocate';
import type { Directory } from '#domain/route/directory';
import type { Outcome } from '#domain/route/effects';
import type { LetterEvent } from '#domain/route/events';
import type { Actor, LetterState, TaskKind } from '#domain/route/state';

/** Directory of the office, and what posts, persons and units are called. */
export type People = { readonly directory: Directory; readonly names: Names };

/** A number that this commit has taken. */
export type IssuedNumber = {
  readonly entryId: string;
  readonly bookId: string;
  readonly no: number;
  readonly yearBe: number;
  readonly printed: string;
  readonly date: string;
  /** Of a number that was reserved: when it was really taken; null where it is the next one. */
  readonly takenAt: string | null;
};
export type Issue = { readonly issued: ReadonlyMap<string, IssuedNumber>; readonly counters: readonly (Counter & { readonly bookId: string })[]; readonly now: string };

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export type Work = {
  readonly input: CommitInput;
  readonly event: LetterEvent;
  /** Time of the event. */
  readonly at: string;
  readonly actor: Actor | null;
  readonly letter: LockedLetter;
  readonly context: CommitContext;
  readonly content: CommandContent;
  /** The commit's clock; after the lock where numbers are taken. */
  readonly now: string;
  /** Directory of the office, where a rule is to be resolved. */
  readonly people: People | null;
  readonly calendar: OfficeCalendar | null;
  /** Numbers taken by this commit, by key. */
  readonly issued: ReadonlyMap<string, IssuedNumber>;
  readonly counters: Issue['counters'];
  /** Who has been reminded today of the task in question. */
  readonly reminded: ReadonlySet<string>;

  readonly batch: WriteBatch;
  /** Changed columns of the letter. */
  readonly patch: Row<'letter'>;
  /** Rows that several effects may touch, written once at the end: new tasks and changes of stored ones, by task id. */
  readonly newTasks: Map<string, Row<'task'>>;
  readonly taskChanges: Map<string, Row<'task'>>;
  readonly dues: Map<string, Row<'dueInstant'> | null>;
  readonly readers: Map<string, string>;
  readonly assignments: Map<string, Row<'assignment'>>;
  readonly assignmentChanges: Map<string, Row<'assignment'>>;
  readonly deliveryChanges: Map<string, Row<'delivery'>>;
  /** PDFs that the transition asks for. */
  readonly renditions: { readonly effectId: string; readonly what: 'final' | 'stamps' }[];
  endorsements: number;
  outboxNo: number;
  readonly outcome: { tasks: Mutable<Outcome['tasks']>; numbers: Mutable<Outcome['numbers']>; deliveries: Outcome['deliveries'][number][]; carriedOut?: NonNullable<Outcome['carriedOut']> };
  readonly summary: { -readonly [K in keyof TransitionSummary]: TransitionSummary[K] };
  /** Who should look again. */
  readonly hints: { readonly posts: Set<string>; readonly persons: Set<string>; notices: boolean };
};

/** A task as this commit finds it: stored, or opened by it a moment ago. */
export function knownTask(work: Work, taskId: string): TaskFacts | null {
  const stored = work.context.tasks.find(({ id }) => id === taskId);
  if (stored !== undefined) return stored;
  const opened = work.newTasks.get(taskId);
  if (opened === undefined) return null;
  return {
    id: taskId,
    kind: opened.kind as TaskKind, // written by openTask from the engine's task
    nodeId: opened.nodeId ?? '',
    nodeName: opened.nodeName ?? '',
    nodeNameEn: opened.nodeNameEn ?? '',
    status: opened.status ?? 'open',
    rev: opened.rev ?? 0,
    postIds: opened.postIds ?? [],
    personId: opened.personId ?? null,
    dueAt: opened.dueAt ?? null,
  };
}

/** Change columns of a task, wherever its row is at present. */
export function changeTask(work: Work, taskId: string, change: Row<'task'>): void {
  const opened = work.newTasks.get(taskId);
  if (opened !== undefined) {
    Object.assign(opened, change);
    return;
  }
  const stored = work.taskChanges.get(taskId) ?? { letterId: work.letter.id, id: taskId };
  work.taskChanges.set(taskId, Object.assign(stored, change));
}

/** Change columns of a delivery once. */
export function changeDelivery(work: Work, deliveryId: string, change: Row<'delivery'>): void {
  work.deliveryChanges.set(deliveryId, { ...(work.deliveryChanges.get(deliveryId) ?? { id: deliveryId }), ...change });
}

/** Posts that have a part in the letter from now on. */
export function addReaders(work: Work, postIds: readonly string[], why: 'task' | 'assignment' | 'owner' | 'registry'): void {
  for (const postId of postIds) if (!work.readers.has(postId)) work.readers.set(postId, why);
}

/** News for another letter: a row in its inbox, and a nudge that may be lost. */
export function tellLetter(work: Work, { letterId, key, event }: { readonly letterId: string; readonly key: string; readonly event: LetterEvent }): void {
  work.batch.insertOrKeep('letterEvent', { letterId, key, event, createdAt: work.now });
  addOutbox(work, { effectId: `nudge:${letterId}:${key}`, orderKey: `nudge:${letterId}`, kind: 'nudge', payload: { letterId } });
}

/** Something that must leave the database because of this transition. */
export function addOutbox(
  work: Work,
  row: { readonly effectId: string; readonly orderKey: string; readonly kind: OutboxKind; readonly payload: unknown },
): void {
  work.outboxNo += 1;
  work.batch.insert('outbox', { ...row, effectId: `${work.letter.id}:${work.input.seq}:${row.effectId}`, letterId: work.letter.id });
}



/** An empty unit of work over what was read. People and numbers are added once they are known. */
export function createWork(args: Pick<Work, 'input' | 'letter' | 'context' | 'now' | 'calendar'>): Work {
  const { event } = args.input;
  return {
    ...args,
    event,
    at: event.at,
    actor: 'actor' in event ? event.actor : null,
    content: args.context.command?.content ?? {},
    people: null,
    issued: new Map(),
    counters: [],
    reminded: new Set(),
    batch: new WriteBatch(),
    patch: {},
    newTasks: new Map(),
    taskChanges: new Map(),
    dues: new Map(),
    readers: new Map(),
    assignments: new Map(),
    assignmentChanges: new Map(),
    deliveryChanges: new Map(),
    renditions: [],
    endorsements: 0,
    outboxNo: 0,
    outcome: { tasks: {}, numbers: {}, deliveries: [] },
    summary: emptySummary(args.context, event),
    hints: { posts: new Set(), persons: new Set(), notices: false },
  };
}

function emptySummary({ tasks }: CommitContext, event: LetterEvent): TransitionSummary {
  const task = 'taskId' in event ? tasks.find(({ id }) => id === event.taskId) : undefined;
  return {
    node: task === undefined ? null : { id: task.nodeId, name: task.nodeName, nameEn: task.nodeNameEn },
    task: task === undefined ? null : { id: task.id, kind: task.kind },
    outcome: 'outcome' in event ? event.outcome : null,
    numbers: [],
    opened: [],
    units: [],
    deliveries: [],
    status: null,
  };
}

/** Writes everything in one statement. */
export async function writeWork(tx: Tx, work: Work, { state, stateHash }: { readonly state: LetterState; readonly stateHash: string }): Promise<void> {
  const { batch, letter, input, event, actor } = work;
  if (actor !== null) addReaders(work, [actor.postId], event.type === 'start' ? 'owner' : 'task');
  for (const row of work.newTasks.values()) batch.insert('task', row);
  for (const row of work.taskChanges.values()) batch.update('task', ['letterId', 'id'], row);
  for (const [timerId, row] of work.dues) {
    if (row === null) batch.remove('dueInstant', { letterId: letter.id, timerId });
    else batch.upsert('dueInstant', ['letterId', 'timerId'], row);
  }
  for (const [postId, why] of work.readers) batch.insertOrKeep('letterReader', { letterId: letter.id, postId, why, since: work.now });
  for (const row of work.assignments.values()) batch.insert('assignment', row);
  for (const row of work.assignmentChanges.values()) batch.update('assignment', ['letterId', 'frameId'], row);
  for (const row of work.deliveryChanges.values()) batch.update('delivery', ['id'], row);
  for (const { bookId, yearBe, lastNo, lastDate } of work.counters) batch.update('numberCounter', ['bookId', 'yearBe'], { bookId, yearBe, lastNo, lastDate });
  consumeEvent(work);
  batch.update('letter', ['id'], { id: letter.id, ...work.patch, seq: input.seq, status: state.status, state, stateHash });
  await batch.apply(tx);
}

/** The event is no longer waiting: its command is done, its inbox row read, its timer fired. */
function consumeEvent(work: Work): void {
  const { batch, letter, input, event, context } = work;
  if (context.command !== null) {
    batch.update('command', ['id'], {
      id: context.command.id, status: 'done', seq: input.seq, result: { outcome: work.outcome }, endedAt: work.now,
    });
  } else if (event.type === 'timer') {
    const isGone = work.dues.has(event.timerId);
    if (!isGone) batch.update('dueInstant', ['letterId', 'timerId'], { letterId: letter.id, timerId: event.timerId, firedAt: work.now, nth: event.nth + 1 });
  } else {
    batch.update('letterEvent', ['letterId', 'key'], { letterId: letter.id, key: input.eventId, consumedAt: work.now });
  }
}
