import type { HintPayload } from '#domain/contracts/events';
import { CHANNELS } from '../channels';
import type { Tx } from '../tx';

/**
 * Tells open streams that something changed. To be called on a pool once the change is committed: a notification inside a
 * transaction holds back all other commits while the log is flushed. A lost hint only costs time.
 */
export async function sendHint(tx: Tx, hint: HintPayload): Promise<void> {
  await tx.query('select pg_notify($1, $2)', [CHANNELS.hints, JSON.stringify(hint)]);
}
