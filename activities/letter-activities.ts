/** What `letterLife` asks of PostgreSQL besides committing. */
import type { Pool } from 'pg';
import { endRefusedCommand, findCommitted } from '#db/repositories/commit/commands';
import { flagAhead as writeFlag } from '#db/repositories/commit/flags';
import { dropEvent, readInbox } from '#db/repositories/commit/inbox';
import { readStored } from '#db/repositories/commit/read';
import { loadLetter, loadRoutes } from '#db/repositories/commit/load';
import type { LetterActivities, RejectResult } from '#domain/messages';
import { commitTransition, type CommitDeps } from './commit-transition';

/** The activities of the queue `letters`, over one database. */
export function createLetterActivities(deps: CommitDeps): LetterActivities {
  const { pool } = deps;
  return {
    loadLetter: ({ letterId }) => loadLetter(pool, letterId),
    loadRoutes: ({ ids }) => loadRoutes(pool, ids),
    readInbox: ({ letterId }) => readInbox(pool, letterId),
    commitTransition: (input) => commitTransition(deps, input),
    rejectCommand: (refused) => rejectCommand(pool, refused),
    flagAhead: ({ letterId, seq, storedSeq }) => writeFlag(pool, { letterId, seq, storedSeq }),
  };
}

async function rejectCommand(pool: Pool, { letterId, commandId, seq, code, details }: Parameters<LetterActivities['rejectCommand']>[0]): Promise<RejectResult> {
  const own = await findCommitted(pool, { letterId, eventId: commandId });
  if (own !== null) return { kind: 'own', ...own };
  const stored = await readStored(pool, letterId);
  if ((stored.state?.seq ?? 0) !== seq) return { kind: 'ahead', ...stored, inbox: await readInbox(pool, letterId) };
  const isMachine = await dropEvent(pool, { letterId, key: commandId });
  if (!isMachine) await endRefusedCommand(pool, { letterId, commandId, code, details });
  return { kind: 'ended' };
}
