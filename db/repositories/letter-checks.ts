/**
 * The invariants that must hold after whatever has happened, asked of the database alone. Each query names the letters (or
 * books) at which one does not hold; an empty answer is what everybody wants. Letters made for load have no history and no
 * executions: they are left out.
 */
import type { ChainedEvent } from '#domain/audit/chain';
import type { LetterState } from '#domain/route/state';
import type { Tx } from '../tx';
import type { Name } from './readers';
import { officeRef } from './sql';

/** What a broken invariant means. */
export type Trouble = 'lost' | 'doubled' | 'gaps' | 'duplicates' | 'auditBroken' | 'drift' | 'stuck';
export type Finding = { readonly trouble: Trouble; readonly letterId: string | null; readonly what: string };

type Check = { readonly trouble: Trouble; readonly what: string; readonly sql: string };

/** What keeps a letter from going on for good, by the code under which screens explain it. */
const STUCK: { readonly [K in 'endedWithTasks' | 'ahead']: Check } = {
  endedWithTasks: {
    trouble: 'stuck', what: 'an ended letter has open tasks',
    sql: `SELECT l.id FROM letter l WHERE l.status = 'ended' AND EXISTS (SELECT 1 FROM task t WHERE t.letter_id = l.id AND t.status = 'open')`,
  },
  ahead: { trouble: 'stuck', what: 'its execution was found ahead of the database', sql: 'SELECT id FROM letter WHERE ahead_flag IS NOT NULL' },
};

/** What is on its way; `$1`: seconds after which it should have arrived. */
const WAITING: { readonly [K in 'command' | 'effect' | 'news' | 'due']: Check } = {
  command: {
    trouble: 'stuck', what: 'a command has no outcome', sql: `SELECT letter_id AS id FROM command WHERE status = 'pending' AND created_at < now() - $1 * interval '1 second'`,
  },
  effect: {
    trouble: 'stuck', what: 'an effect has not been carried out',
    sql: `SELECT o.letter_id AS id FROM outbox o WHERE o.sent_at IS NULL AND o.created_at < now() - $1 * interval '1 second'`,
  },
  news: {
    trouble: 'stuck', what: 'news has not been taken in',
    sql: `SELECT e.letter_id AS id FROM letter_event e JOIN letter l ON l.id = e.letter_id WHERE e.consumed_at IS NULL AND l.status <> 'ended'
          AND NOT (e.event->>'type' = 'effectReported' AND e.event->>'ok' = 'true') AND e.created_at < now() - $1 * interval '1 second'`,
  },
  due: {
    trouble: 'stuck', what: 'a due instant has passed unnoticed',
    sql: `SELECT d.letter_id AS id FROM due_instant d JOIN letter l ON l.id = d.letter_id WHERE d.fired_at IS NULL AND l.status <> 'ended'
          AND d.at < now() - $1 * interval '1 second'`,
  },
};

const LASTING: readonly Check[] = [
  {
    trouble: 'lost', what: 'transitions are not 1 to seq',
    sql: `SELECT l.id FROM letter l LEFT JOIN LATERAL (SELECT count(*) AS n, coalesce(max(seq), 0) AS last FROM transition WHERE letter_id = l.id) t ON true
          WHERE t.n <> l.seq OR t.last <> l.seq`,
  },
  {
    trouble: 'lost', what: 'a command is done without its transition',
    sql: `SELECT c.letter_id AS id FROM command c WHERE c.status = 'done' AND NOT EXISTS (
            SELECT 1 FROM transition t WHERE t.letter_id = c.letter_id AND t.event_id = c.id::text AND t.seq = c.seq)`,
  },
  {
    trouble: 'lost', what: 'a transition was applied whose command is not done',
    sql: `SELECT c.letter_id AS id FROM command c JOIN transition t ON t.letter_id = c.letter_id AND t.event_id = c.id::text WHERE c.status <> 'done'`,
  },
  { trouble: 'lost', what: 'the letter has begun and has no state', sql: 'SELECT id FROM letter WHERE seq > 0 AND state IS NULL' },
  {
    trouble: 'lost', what: 'a number stands in the state and not in its book',
    sql: `SELECT l.id FROM letter l, jsonb_each(l.state->'numbers') AS n(key, taken)
          WHERE n.taken->>'entryId' IS NULL OR NOT EXISTS (SELECT 1 FROM register_entry e WHERE e.id = (n.taken->>'entryId')::uuid AND e.letter_id = l.id)`,
  },
  {
    trouble: 'lost', what: 'a registered delivery has no letter',
    sql: `SELECT d.from_letter_id AS id FROM delivery d WHERE d.to_office_id IS NOT NULL AND d.receive_no IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM letter l WHERE l.id = d.to_letter_id)`,
  },
  {
    trouble: 'doubled', what: 'a task was acted on twice',
    sql: `SELECT letter_id AS id FROM transition WHERE event_type = 'act' GROUP BY letter_id, summary->'task'->>'id' HAVING count(*) > 1`,
  },
  {
    trouble: 'doubled', what: 'one step has two numbers that count',
    sql: `SELECT letter_id AS id FROM register_entry WHERE letter_id IS NOT NULL AND status <> 'cancelled' GROUP BY letter_id, number_key HAVING count(*) > 1`,
  },
  {
    trouble: 'drift', what: 'the last transition was committed with another state',
    sql: `SELECT l.id FROM letter l JOIN transition t ON t.letter_id = l.id AND t.seq = l.seq WHERE t.state_hash IS DISTINCT FROM l.state_hash`,
  },
  {
    trouble: 'drift', what: 'seq or status of the letter is not that of its state',
    sql: `SELECT id FROM letter WHERE state IS NOT NULL AND ((state->>'seq')::int <> seq OR state->>'status' <> status)`,
  },
  {
    trouble: 'drift', what: 'the open tasks are not those of the state',
    sql: `SELECT l.id FROM letter l WHERE l.state IS NOT NULL AND
          (SELECT coalesce(jsonb_object_agg(t.id, jsonb_build_array(t.rev, to_jsonb(t.post_ids), t.person_id)), '{}') FROM task t WHERE t.letter_id = l.id AND t.status = 'open')
          IS DISTINCT FROM
          (SELECT coalesce(jsonb_object_agg(k.key, jsonb_build_array(k.value->'rev', k.value->'postIds', k.value->'personId')), '{}') FROM jsonb_each(l.state->'tasks') k)`,
  },
  {
    trouble: 'drift', what: 'the timers to come are not those of the state',
    sql: `SELECT l.id FROM letter l WHERE l.state IS NOT NULL AND
          (SELECT coalesce(jsonb_agg(d.timer_id ORDER BY d.timer_id), '[]') FROM due_instant d WHERE d.letter_id = l.id AND d.fired_at IS NULL)
          IS DISTINCT FROM
          (SELECT coalesce(jsonb_agg(k.key ORDER BY k.key), '[]') FROM jsonb_each(l.state->'timers') k WHERE (k.value->>'fired')::int = 0)`,
  },
  ...Object.values(STUCK),
];

/** What may be on its way, and is stuck only when it stays. `$1`: seconds. */
const PASSING: readonly Check[] = Object.values(WAITING);

async function ask(db: Tx, checks: readonly Check[], values: readonly unknown[]): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { trouble, what, sql } of checks) {
    const { rows } = await db.query<{ id: string }>(`SELECT found.id FROM (${sql}) AS found(id) JOIN letter kept ON kept.id = found.id WHERE NOT kept.is_generated`, [...values]);
    findings.push(...rows.map(({ id }) => ({ trouble, letterId: id, what })));
  }
  return findings;
}

/** What is broken for good. */
export const findBroken = (db: Tx): Promise<Finding[]> => ask(db, LASTING, []);

/** What has been on its way for longer than `seconds`. */
export const findWaiting = (db: Tx, seconds: number): Promise<Finding[]> => ask(db, PASSING, [seconds]);

export type StuckReason = keyof typeof STUCK | keyof typeof WAITING;
export type StuckLetter = {
  readonly letterId: string;
  readonly office: { readonly id: string; readonly code: string; readonly name: Name; readonly short: string };
  readonly status: string;
  readonly seq: number;
  readonly lastAt: string | null;
  readonly reasons: readonly StuckReason[];
};

/** Letters that should have gone on for longer than `seconds`, the one at rest longest first, with why; how many there are in all. */
export async function listStuck(db: Tx, { seconds, limit }: { readonly seconds: number; readonly limit: number }): Promise<{ readonly items: readonly StuckLetter[]; readonly total: number }> {
  const reasons = Object.entries({ ...WAITING, ...STUCK }).map(([reason, { sql }]) => `SELECT found.id, '${reason}' AS reason FROM (${sql}) AS found(id)`);
  const { rows } = await db.query<StuckLetter & { readonly total: number }>(
    `WITH stuck AS (SELECT id, array_agg(DISTINCT reason ORDER BY reason) AS reasons FROM (${reasons.join(' UNION ALL ')}) each GROUP BY id)
     SELECT l.id AS "letterId", ${officeRef('o')} AS office, l.status, l.seq, t.committed_at AS "lastAt", s.reasons, (count(*) OVER ())::int AS total
       FROM stuck s JOIN letter l ON l.id = s.id JOIN office o ON o.id = l.office_id LEFT JOIN transition t ON t.letter_id = l.id AND t.seq = l.seq
      WHERE NOT l.is_generated ORDER BY t.committed_at NULLS FIRST, l.id LIMIT $2`,
    [seconds, limit],
  );
  return { items: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** How the books stand: numbers issued, numbers missing between 1 and the last, numbers given twice. */
export async function countNumbers(db: Tx): Promise<{ readonly issued: number; readonly gaps: number; readonly duplicates: number }> {
  const { rows } = await db.query<{ issued: number; gaps: number; duplicates: number }>(
    `SELECT coalesce(sum(b.issued), 0)::int AS issued, coalesce(sum(greatest(b.last, c.last_no) - b.distinct_numbers), 0)::int AS gaps,
       coalesce(sum(b.n - b.distinct_numbers), 0)::int AS duplicates
     FROM number_counter c FULL JOIN (
       SELECT book_id, year_be, count(*) AS n, count(DISTINCT no) AS distinct_numbers, max(no) AS last, count(*) FILTER (WHERE status = 'issued') AS issued
       FROM register_entry GROUP BY 1, 2) b USING (book_id, year_be)
     WHERE b.n IS NOT NULL`,
  );
  const { rows: empty } = await db.query<{ gaps: number }>(
    `SELECT coalesce(sum(c.last_no), 0)::int AS gaps FROM number_counter c WHERE NOT EXISTS (SELECT 1 FROM register_entry e WHERE e.book_id = c.book_id AND e.year_be = c.year_be)`,
  );
  const found = rows[0] ?? { issued: 0, gaps: 0, duplicates: 0 };
  return { ...found, gaps: found.gaps + (empty[0]?.gaps ?? 0) };
}

export type CheckedLetter = {
  readonly id: string;
  readonly state: LetterState | null;
  readonly stateHash: string | null;
  readonly auditSeq: number;
  readonly auditHash: string;
  readonly events: readonly ChainedEvent[];
};

/** Letters in order of id with their stored state and their audit chain, for checks that need more than SQL. */
export async function listForCheck(db: Tx, { after, limit }: { readonly after: string | null; readonly limit: number }): Promise<readonly CheckedLetter[]> {
  const { rows } = await db.query<CheckedLetter>(
    `SELECT l.id, l.state, l.state_hash AS "stateHash", l.audit_seq AS "auditSeq", l.audit_hash AS "auditHash",
       (SELECT coalesce(json_agg(json_build_object('chain', a.chain, 'seq', a.seq, 'at', to_char(a.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
           'officeId', a.office_id, 'personId', a.person_id, 'postId', a.post_id, 'kind', a.kind, 'data', a.data, 'prevHash', a.prev_hash, 'hash', a.hash) ORDER BY a.seq), '[]')
         FROM audit_event a WHERE a.chain = 'letter/' || l.id) AS events
     FROM letter l WHERE NOT l.is_generated AND ($1::uuid IS NULL OR l.id > $1) ORDER BY l.id LIMIT $2`,
    [after, limit],
  );
  return rows;
}
