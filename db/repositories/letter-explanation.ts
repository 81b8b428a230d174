import type { Tx } from '../tx';
import type { Name } from './readers';
import { isoJson, officeRef } from './sql';

/** How a letter stands, for an operator: ids, codes and times only, never what it says. */
export type Explanation = {
  readonly id: string;
  readonly office: { readonly id: string; readonly code: string; readonly name: Name; readonly short: string };
  readonly status: string;
  readonly seq: number;
  readonly stateHash: string | null;
  readonly isGenerated: boolean;
  readonly aheadFlag: unknown;
  readonly tasks: readonly { readonly id: string; readonly kind: string; readonly nodeId: string; readonly posts: readonly string[]; readonly openedAt: string; readonly dueAt: string | null }[];
  readonly waiting: readonly { readonly key: string; readonly type: string; readonly since: string }[];
  readonly timers: readonly { readonly id: string; readonly kind: string; readonly at: string }[];
  readonly commands: readonly { readonly id: string; readonly kind: string; readonly createdAt: string; readonly attempts: number }[];
  readonly outbox: readonly { readonly id: number; readonly kind: string; readonly attempts: number; readonly nextTryAt: string; readonly lastError: string | null }[];
  readonly last: { readonly seq: number; readonly eventType: string; readonly committedAt: string } | null;
};

const list = (sql: string): string => `(SELECT coalesce(json_agg(x), '[]') FROM (${sql}) x)`;

/** Null where there is no such letter. */
export async function explainLetter(db: Tx, letterId: string): Promise<Explanation | null> {
  const { rows } = await db.query<Explanation>(
    `SELECT l.id, ${officeRef('o')} AS office, l.status, l.seq, l.state_hash AS "stateHash", l.is_generated AS "isGenerated", l.ahead_flag AS "aheadFlag",
       ${list(`SELECT t.id, t.kind, t.node_id AS "nodeId", (SELECT coalesce(array_agg(p.code), '{}') FROM post p WHERE p.id = ANY(t.post_ids)) AS posts, ${isoJson('t.opened_at')} AS "openedAt", ${isoJson('t.due_at')} AS "dueAt"
         FROM task t WHERE t.letter_id = l.id AND t.status = 'open' ORDER BY t.opened_at`)} AS tasks,
       ${list(`SELECT key, event->>'type' AS type, ${isoJson('created_at')} AS since FROM letter_event WHERE letter_id = l.id AND consumed_at IS NULL ORDER BY created_at`)} AS waiting,
       ${list(`SELECT timer_id AS id, kind, ${isoJson('at')} AS at FROM due_instant WHERE letter_id = l.id AND fired_at IS NULL ORDER BY due_instant.at`)} AS timers,
       ${list(`SELECT id, kind, ${isoJson('created_at')} AS "createdAt", attempts FROM command WHERE letter_id = l.id AND status = 'pending' ORDER BY command.created_at`)} AS commands,
       ${list(`SELECT id, kind, attempts, ${isoJson('next_try_at')} AS "nextTryAt", last_error AS "lastError" FROM outbox WHERE letter_id = l.id AND sent_at IS NULL ORDER BY id`)} AS outbox,
       (SELECT json_build_object('seq', t.seq, 'eventType', t.event_type, 'committedAt', ${isoJson('t.committed_at')}) FROM transition t WHERE t.letter_id = l.id ORDER BY t.seq DESC LIMIT 1) AS last
     FROM letter l JOIN office o ON o.id = l.office_id WHERE l.id = $1`,
    [letterId],
  );
  return rows[0] ?? null;
}
