/**
 * One transition = one transaction (design §1.2). Unique on (letter, seq) and on (letter, event), so it may be called any
 * number of times for the same event, from any execution, and is applied once.
 */
import type { Pool } from 'pg';
import { CHANNELS } from '#db/channels';
import { withTransaction } from '#db/client';
import { endRefusedCommand } from '#db/repositories/commit/commands';
import type { DirectoryCache } from '#db/repositories/directory';
import type { PersonCache } from '#db/repositories/people-cache';
import { readInbox, type Hints } from '#db/repositories/commit/inbox';
import { lockLetter, readContext, readStored, type LockedLetter } from '#db/repositories/commit/read';
import type { Tx } from '#db/tx';
import type { Subject } from '#domain/access/subject';
import { DomainError, isDomainError } from '#domain/errors';
import type { CommitInput, CommitResult } from '#domain/messages';
import { stateHash } from '#domain/route/hash';
import { settle } from '#domain/route/engine';
import { writeAnew } from './commit/anew';
import { recordTransition } from './commit/audit';
import { acknowledgeDelivery, claimDeliveries } from './commit/deliveries';
import { officeCalendar } from './commit/due';
import { takeIn } from './commit/effects';
import { assertCommand, assertEntitled, assertMachineEvent } from './commit/entitlement';
import { asksForCalendar, needsOf, type Needs } from './commit/needs';
import { issueNumbers } from './commit/numbers';
import { loadPeople } from './commit/people';
import { readReminded } from './commit/reminders';
import { orderRenditions } from './commit/renditions';
import { attachDocuments } from './commit/texts';
import { createWork, writeWork, type Work } from './commit/work';

export type CommitDeps = {
  readonly pool: Pool;
  /** Replaces the database's clock for letters that live in virtual time (seeds, generators). */
  readonly clock?: () => Date;
  /** Directories of the offices of this database, kept between commits; read anew by each where there is none. */
  readonly directories?: DirectoryCache;
  /** Who people are and which posts they have, kept likewise. */
  readonly subjects?: PersonCache<Subject>;
};

type Done = Omit<Extract<CommitResult, { kind: 'applied' }>, 'inbox'> | Omit<Extract<CommitResult, { kind: 'ahead' }>, 'inbox'>;

/**
 * Commits one transition. Expected refusals are an answer and end only the command row; whatever is thrown is a fault of
 * the database or a bug, has changed nothing, and may be tried again.
 */
export async function commitTransition(deps: CommitDeps, input: CommitInput): Promise<CommitResult> {
  const hints: Hints = [];
  try {
    const done = await withTransaction(deps.pool, (tx) => transact(tx, deps, input, hints), { plansOnce: true });
    return { ...done, inbox: await readInbox(deps.pool, input.letterId, hints) };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const refusal = { letterId: input.letterId, commandId: input.eventId, code: error.code, details: error.details };
    await endRefusedCommand(deps.pool, refusal);
    return { kind: 'refused', code: error.code, details: error.details };
  }
}

async function transact(tx: Tx, deps: CommitDeps, input: CommitInput, hints: Hints): Promise<Done> {
  const letter = await lockLetter(tx, { letterId: input.letterId, calendar: asksForCalendar(input.effects) });
  if (letter === null) throw new DomainError('NOT_FOUND', { letterId: input.letterId });
  const needs = needsOf(input, letter);
  const context = await readContext(tx, letter, needs);
  if (context.own !== null || letter.seq !== input.seq - 1) {
    return { kind: 'ahead', ...(await readStored(tx, letter.id)), own: context.own };
  }
  const now = deps.clock?.().toISOString() ?? context.now;
  const work = createWork({ input, letter, context, now, calendar: officeCalendar(context) });
  assertMachineEvent(work);
  assertCommand(work);
  await assertEntitled(tx, work, deps.subjects);
  return apply(tx, deps, { work, needs, letter, hints });
}

async function apply(
  tx: Tx,
  deps: CommitDeps,
  { work: begun, needs, letter, hints }: { readonly work: Work; readonly needs: Needs; readonly letter: LockedLetter; readonly hints: Hints },
): Promise<Done> {
  const { input, context } = begun;
  await claimDeliveries(tx, { effects: input.effects, ownDeliveryId: letter.deliveryId, at: begun.now });
  const people = needs.people
    ? await loadPeople(tx, { directories: deps.directories, officeId: letter.officeId, at: begun.now, version: context.peopleVersion, effects: input.effects })
    : null;
  const reminded = await readReminded(tx, { effects: input.effects, letterId: letter.id, now: begun.now });
  // The counters come last: everybody who wants a number of the same book waits for this transaction from here on.
  const numbers = await issueNumbers(tx, { effects: input.effects, letter, context, personId: begun.actor?.personId ?? null, isStart: begun.event.type === 'start', now: begun.now, clock: deps.clock });
  const work: Work = { ...begun, people, reminded, ...numbers };
  takeIn(work, input.effects);
  orderRenditions(work);
  acknowledgeDelivery(work);
  await attachDocuments(tx, work);
  await writeAnew(tx, work);
  const state = settle(input.state, work.outcome);
  const hash = stateHash(state);
  recordTransition(work, { stateHash: hash });
  await writeWork(tx, work, { state, stateHash: hash });
  hints.push(...hintsOf(work));
  return { kind: 'applied', outcome: work.outcome, stateHash: hash };
}

const MAX_HINTED = 100;

/** What the actor's API, browsers and the relay are told once the transaction is through. */
function hintsOf({ input, letter, hints, outboxNo, actor }: Work): Hints {
  const who = { postIds: [...hints.posts].slice(0, MAX_HINTED), personIds: [...hints.persons].slice(0, MAX_HINTED), letterId: letter.id };
  const toWhom = who.postIds.length + who.personIds.length > 0;
  const messages = [
    { topic: 'letter', letterId: letter.id, postIds: who.postIds, personIds: actor === null ? who.personIds : [...who.personIds, actor.personId] },
    ...(toWhom ? [{ topic: 'inbox', ...who }] : []),
    ...(toWhom && hints.notices ? [{ topic: 'notice', ...who }] : []),
  ];
  return [
    ...(actor === null ? [] : [{ channel: CHANNELS.commands, payload: input.eventId }]),
    ...messages.map((message) => ({ channel: CHANNELS.hints, payload: JSON.stringify(message) })),
    ...(outboxNo > 0 ? [{ channel: CHANNELS.outbox, payload: '' }] : []),
  ];
}
