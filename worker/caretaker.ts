/**
 * Looks after executions: when the worker begins, every open letter that has none gets one (Temporal or its database may have
 * been lost); each hour all are compared with PostgreSQL. Of several workers one does it.
 */
import type { Pool } from 'pg';
import { reconcileLetters, resumeLetters } from '#db/letter-repair';
import { withAdvisoryLock } from '#db/advisory-lock';
import type { LetterClient } from '#platform/temporal/letter-client';
import { createLoop } from './loop';
import type { Part, PartLog } from './part';

const HOUR_MS = 3_600_000;
/** After a round that failed: Temporal may still be starting. */
const AGAIN_MS = 5_000;

export function startCaretaker({ pool, letters, log }: { readonly pool: Pool; readonly letters: LetterClient; readonly log: PartLog }): Part {
  let isFirst = true;
  const loop = createLoop(async () => {
    try {
      const done = await withAdvisoryLock(pool, 'saraban/caretaker', () => (isFirst ? resumeLetters(pool, letters) : reconcileLetters(pool, letters)));
      if (done !== null && done.resumed > 0) log.info({ ...done }, 'letters without an execution were resumed');
    } catch (error) {
      log.warn({ err: error }, 'open letters could not all be looked after; another round follows');
      return AGAIN_MS;
    }
    isFirst = false;
    return HOUR_MS;
  }, log);
  return { stop: () => loop.stop() };
}
