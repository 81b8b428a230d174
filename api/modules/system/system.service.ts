/** What the system's administrator sees and mends. The same functions as `saraban explain` and `saraban resume`. */
import { ServiceError, isGrpcServiceError } from '@temporalio/client';
import type { z } from 'zod';
import type * as contract from '#domain/contracts/system';
import { SYSTEM_PARTS } from '#domain/contracts/system';
import { decide } from '#domain/access/policy';
import { DomainError } from '#domain/errors';
import { ENGINE_VERSION } from '#domain/route/engine';
import { bangkokDate, bangkokInstant } from '#domain/thai/dates';
import { explainWithExecution, resumeLetter } from '#db/letter-repair';
import type { RecordedBy } from '#db/repositories/appointments';
import { explainLetter } from '#db/repositories/letter-explanation';
import { listStuck } from '#db/repositories/letter-checks';
import type { Reader } from '#db/repositories/readers';
import { readSystemNumbers } from '#db/repositories/system';
import { createLetterClient } from '#platform/temporal/letter-client';
import type { ApiDeps } from '../../deps';
import { probe, temporalVersion } from './parts';

type Out<K extends keyof typeof contract> = (typeof contract)[K] extends z.ZodType ? z.output<(typeof contract)[K]> : never;

/** As `saraban check` waits by default. */
const PATIENCE_SECONDS = 90;
const MOST_SHOWN = 100;

/** @throws DomainError FORBIDDEN */
export async function readSystem(deps: ApiDeps, reader: Reader): Promise<Out<'systemSchema'>> {
  assertOperator(deps, reader, 'system.read');
  const { pool, config, now } = deps;
  const at = now().toISOString();
  const [parts, temporal, numbers, stuck] = await Promise.all([
    Promise.all(SYSTEM_PARTS.map((part) => probe(deps, part))),
    temporalVersion(deps).catch(() => null),
    readSystemNumbers(pool, { since: bangkokInstant(bangkokDate(at), '00:00') }),
    listStuck(pool, { seconds: PATIENCE_SECONDS, limit: 1 }),
  ]);
  const { commands, outbox, letters, database, migration } = numbers;
  return {
    at, parts, commands, outbox, letters: { ...letters, stuck: stuck.total },
    versions: { product: config.version, node: process.versions.node, database, temporal, engine: ENGINE_VERSION, migration },
  };
}

/** Letters that should have gone on. @throws DomainError FORBIDDEN */
export async function readStuck(deps: ApiDeps, reader: Reader, { patience }: Out<'stuckQuerySchema'>): Promise<Out<'stuckListSchema'>> {
  assertOperator(deps, reader, 'system.read');
  const { items, total } = await listStuck(deps.pool, { seconds: patience, limit: MOST_SHOWN });
  // The contract's words for a letter's status are those of the database.
  return { items: items as Out<'stuckListSchema'>['items'], total };
}

/** @throws DomainError FORBIDDEN, NOT_FOUND */
export async function explain(deps: ApiDeps, reader: Reader, letterId: string): Promise<Out<'letterExplanationSchema'>> {
  assertOperator(deps, reader, 'system.read');
  const letter = await explainWithExecution(deps.pool, createLetterClient(deps.temporal), letterId);
  if (letter === null) throw new DomainError('NOT_FOUND', { letterId });
  const { execution, outbox, waiting, tasks, timers, commands } = letter;
  return {
    id: letter.id, office: letter.office, status: letter.status as Out<'letterExplanationSchema'>['status'], seq: letter.seq, isAhead: letter.aheadFlag !== null,
    tasks: tasks.map((task) => ({ ...task, posts: [...task.posts] })),
    // A key may name a correspondent's registry number; its type is enough here.
    waiting: waiting.map(({ type, since }) => ({ type, since })),
    timers: [...timers], commands: [...commands], last: letter.last,
    outbox: outbox.map(({ lastError, ...row }) => ({ ...row, error: lastError === null ? null : errorCode(lastError) })),
    execution: execution.state === 'running' ? { state: 'running', seq: execution.seq, agrees: execution.agrees } : { state: execution.state, seq: null, agrees: null },
  };
}

/** Starts the execution of an open letter that has none. @throws DomainError FORBIDDEN, NOT_FOUND, LETTER_ENDED, UNAVAILABLE */
export async function resume(deps: ApiDeps, reader: Reader, letterId: string): Promise<Out<'resumedSchema'>> {
  const by = assertOperator(deps, reader, 'system.resume');
  const { pool, temporal } = deps;
  const letters = createLetterClient(temporal);
  const known = await explainLetter(pool, letterId);
  if (known === null) throw new DomainError('NOT_FOUND', { letterId });
  if (known.status === 'ended') throw new DomainError('LETTER_ENDED', { letterId });
  const isStarted = await resumeLetter(pool, letters, { letterId, by }).catch((error: unknown) => {
    if (error instanceof ServiceError || isGrpcServiceError(error)) throw new DomainError('UNAVAILABLE');
    throw error;
  });
  return { isStarted: isStarted === true };
}

function assertOperator({ now }: ApiDeps, reader: Reader, act: 'system.read' | 'system.resume'): RecordedBy {
  const object = { scope: 'installation' } as const;
  if (!decide(reader, act, object).allow) throw new DomainError('FORBIDDEN');
  const post = reader.posts.find((each) => decide({ ...reader, posts: [each] }, act, object).allow);
  return { personId: reader.personId, postId: post?.postId ?? null, at: now().toISOString() };
}

/** A code of ours (`TEXT_NOT_PRINTABLE`) or of the network (`ECONNREFUSED`) in an error's text. */
const errorCode = (text: string): string => /\b(E[A-Z]{4,}|[A-Z]+(?:_[A-Z]+)+)\b/.exec(text)?.[1] ?? 'OTHER';
