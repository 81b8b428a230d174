/**
 * What waits for a letter: machine events in order of arrival, timers that are due, and a start that nobody has applied.
 */
import { machineEventKey } from '#domain/ids';
import type { Inbox } from '#domain/messages';
import type { KeyedEvent, LetterEvent } from '#domain/route/events';
import type { Channel } from '../../channels';
import type { Tx } from '../../tx';

/** Whom to tell that something changed; lost ones only cost time. */
export type Hints = { readonly channel: Channel; readonly payload: string }[];

type InboxRow = {
  readonly events: readonly { readonly id: string; readonly event: LetterEvent }[];
  readonly due: readonly { readonly timerId: string; readonly nth: number; readonly at: string }[];
  readonly nextAt: string | null;
};

const MAX_EVENTS = 50;

/**
 * Reads a letter's inbox by the database's clock. Hints are sent by the same statement: outside the commit's
 * transaction, where a notification would hold back all other commits while the log is flushed.
 */
export async function readInbox(db: Tx, letterId: string, hints: Hints = []): Promise<Inbox> {
  const { rows } = await db.query<InboxRow>({
    name: 'letter_inbox',
    text: `SELECT
      (SELECT coalesce(json_agg(json_build_object('id', e.key, 'event', e.event)), '[]') FROM (
        SELECT key, event FROM letter_event WHERE letter_id = $1 AND consumed_at IS NULL ORDER BY created_at, key LIMIT ${MAX_EVENTS}) e)
        AS events,
      (SELECT coalesce(json_agg(json_build_object('timerId', d.timer_id, 'nth', d.nth, 'at', d.at)), '[]') FROM (
        SELECT timer_id, nth, at FROM due_instant WHERE letter_id = $1 AND fired_at IS NULL AND at <= clock_timestamp()
        ORDER BY at, timer_id LIMIT ${MAX_EVENTS}) d) AS due,
      (SELECT min(at) FROM due_instant WHERE letter_id = $1 AND fired_at IS NULL AND at > clock_timestamp()) AS "nextAt",
      (SELECT count(pg_notify(h.channel, h.payload)) FROM json_to_recordset($2::json) AS h(channel text, payload text)) AS hinted`,
    values: [letterId, JSON.stringify(hints)],
  });
  const row = rows[0];
  if (row === undefined) throw new Error('the inbox could not be read');
  const timers = row.due.map(({ timerId, nth, at }): KeyedEvent => {
    const instant = new Date(at).toISOString();
    return { id: machineEventKey.timer(timerId, nth), event: { type: 'timer', at: instant, timerId, nth } };
  });
  return { events: [...row.events, ...timers], nextAt: row.nextAt === null ? null : new Date(row.nextAt).toISOString() };
}

/** Takes an event that the engine refuses for good out of the inbox. */
export async function dropEvent(tx: Tx, { letterId, key }: { readonly letterId: string; readonly key: string }): Promise<boolean> {
  const event = await tx.query('UPDATE letter_event SET consumed_at = clock_timestamp() WHERE letter_id = $1 AND key = $2 AND consumed_at IS NULL', [letterId, key]);
  if (event.rowCount === 1) return true;
  const timer = /^timer:(.+):(\d+)$/.exec(key);
  if (timer === null) return false;
  const due = await tx.query(
    'UPDATE due_instant SET fired_at = clock_timestamp(), nth = nth + 1 WHERE letter_id = $1 AND timer_id = $2 AND nth = $3 AND fired_at IS NULL',
    [letterId, timer[1], Number(timer[2])],
  );
  return due.rowCount === 1;
}
