/** Command rows: `done` is written only by the commit, `rejected` only where a row is still pending. */
import type { ErrorCode, ErrorDetails } from '#domain/errors';
import type { Outcome } from '#domain/route/effects';
import { CHANNELS } from '../../channels';
import type { Tx } from '../../tx';

type Refusal = { readonly letterId: string; readonly commandId: string; readonly code: ErrorCode; readonly details: ErrorDetails };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Ends a refused command where it is still pending. Once it has been answered with 202 (the dispatcher has taken it up)
 * the refusal waits for its actor to see it. Of a letter whose start is refused nothing remains but the command.
 */
export async function endRefusedCommand(db: Tx, { letterId, commandId, code, details }: Refusal): Promise<void> {
  if (!UUID.test(commandId)) return;
  await db.query({
    name: 'command_reject',
    text: `WITH ended AS (
        UPDATE command SET status = 'rejected', code = $3, details = $4, ended_at = clock_timestamp(), is_seen = is_seen AND attempts <= 1
        WHERE id = $1 AND letter_id = $2 AND status = 'pending' RETURNING person_id, kind),
      gone AS (DELETE FROM letter WHERE id = $2 AND status = 'new' AND EXISTS (SELECT 1 FROM ended WHERE kind = 'start') RETURNING id),
      unlinked AS (DELETE FROM letter_link WHERE from_letter_id IN (SELECT id FROM gone))
      SELECT pg_notify('${CHANNELS.commands}', $1::text),
        pg_notify('${CHANNELS.hints}', json_build_object('topic', 'command', 'personIds', json_build_array(person_id), 'letterId', $2::text)::text) FROM ended`,
    values: [commandId, letterId, code, JSON.stringify(details)],
  });
}

/** The stored outcome of an event that was committed before; null where it was not. */
export async function findCommitted(db: Tx, { letterId, eventId }: { readonly letterId: string; readonly eventId: string }): Promise<{ readonly seq: number; readonly outcome: Outcome } | null> {
  const { rows } = await db.query<{ seq: number; outcome: Outcome }>({
    name: 'transition_of_event',
    text: 'SELECT seq, outcome FROM transition WHERE letter_id = $1 AND event_id = $2',
    values: [letterId, eventId],
  });
  return rows[0] ?? null;
}
