import { createHash, randomUUID } from 'node:crypto';
import { WorkflowUpdateFailedError } from '@temporalio/client';
import type { Pool } from 'pg';
import type { z } from 'zod';
import { canonicalJson } from '#domain/canonical-json';
import type { commandDoneSchema, commandPendingSchema, CommandView, numberTakenSchema } from '#domain/contracts/commands';
import { DomainError } from '#domain/errors';
import type { CommandContent } from '#domain/letter/content';
import type { Outcome } from '#domain/route/effects';
import type { LetterEvent } from '#domain/route/events';
import { withTransaction } from '#db/client';
import { findCommand, findCommandByKey, insertCommand, markUnseen, type CommandRow } from '#db/repositories/command-book';
import type { Tx } from '#db/tx';
import type { CommandAnswer } from '#domain/messages';
import type { LetterClient } from '#platform/temporal/letter-client';
import type { ApiDeps } from '../../deps';
import { messageOf, type Locale } from '../../messages';
import type { CommandNews } from './command-news';

type Done = z.infer<typeof commandDoneSchema>;
type Pending = z.infer<typeof commandPendingSchema>;
export type Submitted = Done | { readonly pending: Pending };

/** What an act needs besides the API's own parts: the way to the letter's execution, and the news of what became of it. */
export type SubmitDeps = ApiDeps & { readonly letters: LetterClient; readonly news: CommandNews };

export type Submission = {
  readonly personId: string;
  readonly idempotencyKey: string;
  /** What the caller asked for: address and body, without secrets. Equal asks have equal digests. */
  readonly ask: unknown;
  /** Decides and prepares the command; changes nothing. Throws what refuses it. `write` runs in the transaction that writes the command. */
  prepare(): Promise<{
    readonly letterId: string;
    readonly event: LetterEvent;
    readonly content: CommandContent;
    readonly write?: (tx: Tx) => Promise<void>;
  }>;
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Takes an act from request to outcome: the same key answers from its row, a new one is written down and offered to the letter.
 * The row is the answer; no answer in time means only that it is not known yet.
 * @throws DomainError IDEMPOTENCY_KEY_REUSED, and whatever refuses the act
 */
export async function submit(deps: SubmitDeps, submission: Submission): Promise<Submitted> {
  const { pool } = deps;
  const { personId, idempotencyKey } = submission;
  const bodyDigest = sha256(canonicalJson(submission.ask));
  const prepared = await submission.prepare().catch(async (refusal: unknown) => {
    // What was done under this key may be why it can no longer be done.
    const known = await findCommandByKey(pool, { personId, idempotencyKey });
    if (known === null) throw refusal;
    return known;
  });
  if ('bodyDigest' in prepared) return repeat(deps, prepared, bodyDigest);
  const { letterId, event, content, write } = prepared;
  const command = { id: randomUUID(), personId, idempotencyKey, bodyDigest, letterId, event, eventDigest: sha256(canonicalJson(event)), content };
  const isNew = await writeDown(pool, command, write).catch(async (refusal: unknown) => {
    // So here: the first request under this key may have written what refuses the second.
    if ((await findCommandByKey(pool, { personId, idempotencyKey })) === null) throw refusal;
    return false;
  });
  if (!isNew) {
    const other = await findCommandByKey(pool, { personId, idempotencyKey });
    if (other === null) throw new DomainError('UNAVAILABLE');
    return repeat(deps, other, bodyDigest);
  }
  return offer(deps, { id: command.id, letterId, event });
}

class KeyTaken extends Error {}

async function writeDown(pool: Pool, command: Parameters<typeof insertCommand>[1], write: ((tx: Tx) => Promise<void>) | undefined): Promise<boolean> {
  if (write === undefined) return insertCommand(pool, command);
  try {
    await withTransaction(pool, async (tx) => {
      await write(tx);
      if (!(await insertCommand(tx, command))) throw new KeyTaken();
    });
    return true;
  } catch (error) {
    if (error instanceof KeyTaken) return false;
    throw error;
  }
}

async function repeat(deps: SubmitDeps, known: CommandRow, bodyDigest: string): Promise<Submitted> {
  if (known.bodyDigest !== bodyDigest) throw new DomainError('IDEMPOTENCY_KEY_REUSED');
  return known.status === 'pending' ? offer(deps, known) : answerOf(known);
}

/** Offers a command that another one's commit has written, and answers what became of it. */
export const submitWritten = (deps: SubmitDeps, known: CommandRow): Promise<Submitted> => (known.status === 'pending' ? offer(deps, known) : Promise.resolve(answerOf(known)));

type Command = Pick<CommandRow, 'id' | 'letterId' | 'event'>;

/**
 * Offers the command and waits for its row to end. The commit itself tells of that, while the execution still has its own record to
 * write; the execution's answer is waited for as well, since news may be lost.
 */
async function offer(deps: SubmitDeps, command: Command): Promise<Submitted> {
  const { pool, news, metrics } = deps;
  const { id, letterId, event } = command;
  const end = metrics.acts.startTimer({ kind: event.type });
  const told = news.expect(id);
  try {
    const first = await Promise.race([told.ended, offerToLetter(deps, command)]);
    if (first !== null && 'outcome' in first) {
      end({ result: 'done' });
      return { status: 'done', commandId: id, letterId, seq: first.seq, numbers: numbersOf(first.outcome) };
    }
    const row = first ?? (await findCommand(pool, id));
    if (row === null || row.status === 'pending') {
      end({ result: 'pending' });
      await markUnseen(pool, id);
      return { pending: { status: 'pending', commandId: id, letterId } };
    }
    end({ result: row.status });
    return answerOf(row);
  } finally {
    told.forget();
  }
}

/** What the execution answers; null where it refuses or is not heard in time: the row says what became of the command. Never throws. */
async function offerToLetter({ letters, config, log }: SubmitDeps, { id, letterId, event }: Command): Promise<CommandAnswer | null> {
  try {
    return await letters.offer({ id, letterId, event, timeoutMs: config.actTimeoutMs });
  } catch (error) {
    if (!(error instanceof WorkflowUpdateFailedError)) log.warn({ err: error, commandId: id }, 'a letter does not answer yet');
    return null;
  }
}

function answerOf(row: CommandRow): Done {
  if (row.status === 'rejected') throw new DomainError(row.code ?? 'INTERNAL', row.details ?? {});
  return { status: 'done', commandId: row.id, letterId: row.letterId, seq: row.seq ?? 0, numbers: numbersOf(row.result?.outcome ?? null) };
}

const numbersOf = (outcome: Outcome | null): z.infer<typeof numberTakenSchema>[] =>
  Object.entries(outcome?.numbers ?? {}).map(([key, { no, printed, date }]) => ({ key, no, printed, date }));

/** A command as its owner sees it. */
export function toCommandView(row: CommandRow, locale: Locale): CommandView {
  return {
    id: row.id,
    letterId: row.letterId,
    kind: row.kind,
    status: row.status,
    code: row.code,
    message: row.code === null ? null : messageOf(locale, row.code, row.details ?? {}),
    details: { ...row.details },
    seq: row.seq,
    numbers: numbersOf(row.result?.outcome ?? null),
    note: row.content.note ?? row.content.reason ?? null,
    createdAt: row.createdAt,
    endedAt: row.endedAt,
  };
}

