/**
 * Offers commands again that had no answer, under the same id, and wakes letters that sleep while something waits for them. So
 * no act is lost while Temporal or the workers are away, and a lost execution comes back by itself.
 */
import { WorkflowUpdateFailedError } from '@temporalio/client';
import type { Pool } from 'pg';
import { endRefusedCommand } from '#db/repositories/commit/commands';
import { leaseCommands, listSleepers, type PendingCommand } from '#db/repositories/dispatch';
import type { LetterClient } from '#platform/temporal/letter-client';
import { createLoop } from './loop';
import type { Part, PartLog } from './part';

const BATCH = 20;
const ROUND_MS = 500;
const OFFER_MS = 10_000;
const SWEEP_MS = 20_000;
/** News younger than this is still being told the ordinary way. Seconds. */
const SLEEPING_S = 15;

export type DispatcherDeps = { readonly pool: Pool; readonly letters: LetterClient; readonly log: PartLog };

export function startDispatcher(deps: DispatcherDeps): Part {
  const commands = createLoop(async () => {
    const pending = await leaseCommands(deps.pool, BATCH);
    await Promise.all(pending.map((command) => offer(deps, command)));
    return pending.length === BATCH ? 0 : ROUND_MS;
  }, deps.log);
  const sleepers = createLoop(async () => {
    for (const letterId of await listSleepers(deps.pool, { seconds: SLEEPING_S, limit: 200 })) await deps.letters.wake(letterId);
    return SWEEP_MS;
  }, deps.log);
  return {
    async stop() {
      await Promise.all([commands.stop(), sleepers.stop()]);
    },
  };
}

async function offer({ pool, letters, log }: DispatcherDeps, { id, letterId, event, letterStatus }: PendingCommand): Promise<void> {
  if (letterStatus === 'ended') {
    await endRefusedCommand(pool, { letterId, commandId: id, code: 'LETTER_ENDED', details: {} });
    return;
  }
  try {
    await letters.offer({ id, letterId, event, timeoutMs: OFFER_MS });
  } catch (error) {
    // Refused: the row says so. Anything else is not known yet; the row stays pending and comes again.
    if (!(error instanceof WorkflowUpdateFailedError)) log.warn({ err: error, commandId: id }, 'a command has no answer yet');
  }
}
