/**
 * Moves running letters to another version of their route, one after the other: each by a command of whoever has asked for it, so that
 * the letter's own workflow applies it, checked, audited and never twice. What has been done stands in the database: it goes on after
 * any interruption. A letter that does not answer is offered again after longer and longer pauses; a move that somebody has stopped is
 * ended when the letters that had been offered it have answered.
 */
import { createHash, randomUUID } from 'node:crypto';
import { WorkflowUpdateFailedError } from '@temporalio/client';
import type { Pool } from 'pg';
import { withTransaction } from '#db/client';
import { findCommand, findCommandByKey, insertCommand } from '#db/repositories/command-book';
import { loadRoutes } from '#db/repositories/commit/load';
import { endMove, endPart, fillMove, listDueMoves, listWaitingParts, takePart, type DueMove, type WaitingPart } from '#db/repositories/route-moves';
import { canonicalJson } from '#domain/canonical-json';
import { canMove } from '#domain/route/can-move';
import type { EventOf } from '#domain/route/events';
import type { LetterClient } from '#platform/temporal/letter-client';
import { createLoop } from './loop';
import type { Part, PartLog } from './part';

const BATCH = 10;
const ROUND_MS = 2_000;
const OFFER_MS = 10_000;

type MoverDeps = { readonly pool: Pool; readonly letters: Pick<LetterClient, 'offer'>; readonly log: PartLog };

export function startRouteMover(deps: MoverDeps): Part {
  const loop = createLoop(async () => ((await moveRound(deps)) ? 0 : ROUND_MS), deps.log);
  return { stop: () => loop.stop() };
}

/** Takes some letters of every move that has begun a step on; true where more can be done at once. */
export async function moveRound(deps: MoverDeps, at = now()): Promise<boolean> {
  const { pool } = deps;
  let hasMore = false;
  for (const move of await listDueMoves(pool, at)) {
    if (!move.isCancelled) await fillMove(pool, move);
    const parts = await listWaitingParts(pool, { moveId: move.id, at, limit: BATCH });
    for (const part of parts) await movePart(deps, { move, part, at });
    hasMore ||= parts.length === BATCH;
    await withTransaction(pool, (tx) => endMove(tx, { move, at: now() }));
  }
  return hasMore;
}

const now = (): string => new Date().toISOString();
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

type PartOfMove = { readonly move: DueMove; readonly part: WaitingPart; readonly at: string };

async function movePart(deps: MoverDeps, { move, part, at }: PartOfMove): Promise<void> {
  const { pool } = deps;
  const { letterId, frameId, state, status } = part;
  const end = (result: { readonly status: 'moved' | 'refused' | 'cancelled'; readonly code?: string; readonly details?: object }): Promise<void> => endPart(pool, { moveId: move.id, letterId, frameId, at: now(), ...result });
  const frame = state.frames[frameId];
  if (frame?.route === move.toVersionId) return end({ status: 'moved' });
  if (status === 'ended' || frame === undefined) return end({ status: 'refused', code: 'LETTER_ENDED' });
  const routes = await loadRoutes(pool, [...new Set([move.toVersionId, ...Object.values(state.frames).map(({ route }) => route)])]);
  const verdict = canMove(state, { routes, frame: frameId, to: move.toVersionId, at: now() });
  if (!verdict.can) return end({ status: 'refused', code: verdict.code, details: { nodeId: verdict.nodeId } });
  if (!(await takePart(pool, { moveId: move.id, letterId, frameId, at }))) return;
  const command = await writeDown(pool, { move, part });
  const refusal = await offer(deps, { id: command.id, letterId, event: command.event });
  if (refusal === null) return end({ status: 'moved' });
  // It went on meanwhile, or has no answer yet: it is tried again as it is then.
  if (refusal.code === 'LETTER_STALE' && move.isCancelled) await end({ status: 'cancelled' });
  else if (refusal.code !== null && refusal.code !== 'LETTER_STALE') await end({ status: 'refused', code: refusal.code, details: refusal.details });
}

/** The command of this part for the letter as it is now: the same one, however often it is asked for. */
async function writeDown(pool: Pool, { move, part: { letterId, frameId, state } }: Omit<PartOfMove, 'at'>): Promise<{ readonly id: string; readonly event: EventOf<'moveVersion'> }> {
  const key = { personId: move.actor.personId, idempotencyKey: `move/${sha256([move.id, letterId, frameId, String(state.seq)].join('/')).slice(0, 40)}` };
  const event: EventOf<'moveVersion'> = { type: 'moveVersion', at: now(), actor: move.actor, seq: state.seq, hasReason: true, frame: frameId, routeVersionId: move.toVersionId, nodes: {} };
  const command = { id: randomUUID(), ...key, bodyDigest: sha256(key.idempotencyKey), letterId, event, eventDigest: sha256(canonicalJson(event)), content: { reason: move.reason } };
  if (await insertCommand(pool, command)) return command;
  const known = await findCommandByKey(pool, key);
  // The key is the very one that was just found taken, and rows are not removed while a letter is open.
  return { id: known!.id, event: known!.event as EventOf<'moveVersion'> };
}

type Refusal = { readonly code: string | null; readonly details: object };

/** Null where it was applied; a code where the letter refused it, none where it is not known yet. */
async function offer({ pool, letters, log }: MoverDeps, { id, letterId, event }: { readonly id: string; readonly letterId: string; readonly event: EventOf<'moveVersion'> }): Promise<Refusal | null> {
  try {
    await letters.offer({ id, letterId, event, timeoutMs: OFFER_MS });
  } catch (error) {
    if (!(error instanceof WorkflowUpdateFailedError)) log.warn({ err: error, letterId }, 'a letter to be moved has not answered yet');
  }
  const row = await findCommand(pool, id);
  if (row?.status === 'done') return null;
  return row?.status === 'rejected' ? { code: row.code, details: row.details ?? {} } : { code: null, details: {} };
}
