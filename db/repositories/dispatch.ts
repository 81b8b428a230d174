/** What the dispatcher offers again: commands without an answer, and letters that sleep while something waits for them. */
import type { LetterEvent } from '#domain/route/events';
import type { Tx } from '../tx';

export type PendingCommand = {
  readonly id: string;
  readonly letterId: string;
  readonly event: LetterEvent;
  readonly letterStatus: string;
};

/** A command is offered again so long after it was last offered, doubling up to a minute. Seconds. */
const FIRST_PAUSE = 2;
const MOST_DOUBLINGS = 5;

/**
 * Takes pending commands whose last offer has had no answer for a while. Safe with any number of dispatchers. Letters that
 * wait for an operator are left alone.
 */
export async function leaseCommands(db: Tx, limit: number): Promise<readonly PendingCommand[]> {
  const { rows } = await db.query<PendingCommand>({
    name: 'dispatch_commands',
    text: `WITH taken AS (
        SELECT c.id, l.status FROM command c JOIN letter l ON l.id = c.letter_id
        WHERE c.status = 'pending' AND l.ahead_flag IS NULL
          AND coalesce(c.sent_at, c.created_at) < clock_timestamp() - ${FIRST_PAUSE} * power(2, least(greatest(c.attempts - 1, 0), ${MOST_DOUBLINGS})) * interval '1 second'
        ORDER BY c.created_at LIMIT $1 FOR UPDATE OF c SKIP LOCKED)
      UPDATE command c SET sent_at = clock_timestamp(), attempts = c.attempts + 1 FROM taken WHERE c.id = taken.id
      RETURNING c.id, c.letter_id AS "letterId", c.event, taken.status AS "letterStatus"`,
    values: [limit],
  });
  return rows;
}

/** Open letters for which news or a due instant has waited longer than `seconds`: their execution missed a nudge, or is lost. */
export async function listSleepers(db: Tx, { seconds, limit }: { readonly seconds: number; readonly limit: number }): Promise<readonly string[]> {
  const { rows } = await db.query<{ id: string }>({
    name: 'dispatch_sleepers',
    text: `SELECT DISTINCT l.id FROM (
        SELECT letter_id FROM letter_event WHERE consumed_at IS NULL AND created_at < clock_timestamp() - $1 * interval '1 second'
          AND (event->>'type' <> 'effectReported' OR event->>'ok' = 'false')
        UNION ALL SELECT letter_id FROM due_instant WHERE fired_at IS NULL AND at < clock_timestamp() - $1 * interval '1 second') waiting
      JOIN letter l ON l.id = waiting.letter_id
      WHERE l.status <> 'ended' AND NOT l.is_generated AND l.ahead_flag IS NULL LIMIT $2`,
    values: [seconds, limit],
  });
  return rows.map(({ id }) => id);
}

/** Open letters in order of id, for whoever walks over all of them. Generated ones are left alone. */
export async function listOpenLetters(
  db: Tx,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<readonly { readonly id: string; readonly seq: number; readonly stateHash: string | null; readonly isFlagged: boolean }[]> {
  const { rows } = await db.query<{ id: string; seq: number; stateHash: string | null; isFlagged: boolean }>({
    name: 'dispatch_open_letters',
    text: `SELECT id, seq, state_hash AS "stateHash", ahead_flag IS NOT NULL AS "isFlagged" FROM letter
      WHERE status <> 'ended' AND NOT is_generated AND ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2`,
    values: [after, limit],
  });
  return rows;
}

/** Age of the oldest pending command in seconds; 0 where none is pending. */
export async function oldestPendingSeconds(db: Tx): Promise<number> {
  const { rows } = await db.query<{ age: number | null }>(`SELECT extract(epoch FROM clock_timestamp() - min(created_at))::float8 AS age FROM command WHERE status = 'pending'`);
  return rows[0]?.age ?? 0;
}

/** Age of the oldest unsent outbox row in seconds; 0 where none waits. */
export async function oldestUnsentSeconds(db: Tx): Promise<number> {
  const { rows } = await db.query<{ age: number | null }>('SELECT extract(epoch FROM clock_timestamp() - min(created_at))::float8 AS age FROM outbox WHERE sent_at IS NULL');
  return rows[0]?.age ?? 0;
}

/** Versions of the engine that open letters carry. A build that lacks one of them must not drive letters. */
export async function listEnginesInUse(db: Tx): Promise<readonly number[]> {
  const { rows } = await db.query<{ engine: number }>(
    `SELECT DISTINCT (state->>'engine')::int AS engine FROM letter WHERE status <> 'ended' AND state IS NOT NULL AND NOT is_generated ORDER BY 1`,
  );
  return rows.map(({ engine }) => engine);
}
