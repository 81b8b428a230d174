/** Commands: what people asked for, once per key. The commit ends them; here they are written down and asked for. */
import type { CommandContent } from '#domain/letter/content';
import type { ErrorCode } from '#domain/errors';
import type { Outcome } from '#domain/route/effects';
import type { LetterEvent } from '#domain/route/events';
import type { Tx } from '../tx';

export type CommandStatus = 'pending' | 'done' | 'rejected';
export type CommandRow = {
  readonly id: string;
  readonly personId: string;
  readonly bodyDigest: string;
  readonly letterId: string;
  readonly kind: string;
  readonly event: LetterEvent;
  readonly content: CommandContent;
  readonly status: CommandStatus;
  readonly code: ErrorCode | null;
  readonly details: { readonly [name: string]: unknown } | null;
  readonly seq: number | null;
  readonly result: { readonly outcome: Outcome } | null;
  readonly createdAt: string;
  readonly endedAt: string | null;
};
export type NewCommand = {
  readonly id: string;
  readonly personId: string;
  readonly idempotencyKey: string;
  readonly bodyDigest: string;
  readonly letterId: string;
  readonly event: LetterEvent;
  readonly eventDigest: string;
  readonly content: CommandContent;
};

const COLUMNS = `id, person_id as "personId", body_digest as "bodyDigest", letter_id as "letterId", kind, event, content, status, code, details, seq,
  result, created_at as "createdAt", ended_at as "endedAt"`;

/** The command that a person gave under a key, or null. */
export async function findCommandByKey(tx: Tx, { personId, idempotencyKey }: { readonly personId: string; readonly idempotencyKey: string }): Promise<CommandRow | null> {
  const { rows } = await tx.query<CommandRow>({
    name: 'command_by_key',
    text: `select ${COLUMNS} from command where person_id = $1 and idempotency_key = $2`,
    values: [personId, idempotencyKey],
  });
  return rows[0] ?? null;
}

export async function findCommand(tx: Tx, id: string): Promise<CommandRow | null> {
  const { rows } = await tx.query<CommandRow>({ name: 'command_by_id', text: `select ${COLUMNS} from command where id = $1`, values: [id] });
  return rows[0] ?? null;
}

/** The command by which a letter starts, or null. */
export async function findStartCommand(tx: Tx, letterId: string): Promise<CommandRow | null> {
  const { rows } = await tx.query<CommandRow>(`select ${COLUMNS} from command where letter_id = $1 and kind = 'start'`, [letterId]);
  return rows[0] ?? null;
}

/** Writes a command down; false where the person has used the key before, also at this very moment. */
export async function insertCommand(tx: Tx, command: NewCommand): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'command_insert',
    text: `insert into command (id, person_id, idempotency_key, body_digest, letter_id, kind, event, event_digest, content, created_at, sent_at, attempts)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, 1) on conflict (person_id, idempotency_key) do nothing`,
    values: [
      command.id, command.personId, command.idempotencyKey, command.bodyDigest, command.letterId, command.event.type, JSON.stringify(command.event),
      command.eventDigest, JSON.stringify(command.content), command.event.at,
    ],
  });
  return rowCount === 1;
}

/** A person's commands that are being applied, and those refused later and not yet looked at. */
export async function listOpenCommands(tx: Tx, personId: string): Promise<CommandRow[]> {
  const { rows } = await tx.query<CommandRow>({
    name: 'command_open',
    text: `select ${COLUMNS} from command where person_id = $1 and (status = 'pending' or (status = 'rejected' and not is_seen)) order by created_at desc limit 50`,
    values: [personId],
  });
  return rows;
}

/** After a 202 a refusal must reach the actor: it stays unseen until looked at. */
export async function markUnseen(tx: Tx, id: string): Promise<void> {
  await tx.query('update command set is_seen = false where id = $1', [id]);
}

export async function markSeen(tx: Tx, { id, personId }: { readonly id: string; readonly personId: string }): Promise<boolean> {
  const { rowCount } = await tx.query('update command set is_seen = true where id = $1 and person_id = $2', [id, personId]);
  return rowCount === 1;
}

/** Ends a command that can no longer be applied; only where it is still pending. */
export async function rejectPending(
  tx: Tx,
  { id, code, details, at }: { readonly id: string; readonly code: ErrorCode; readonly details: { readonly [name: string]: unknown }; readonly at: string },
): Promise<void> {
  await tx.query(`update command set status = 'rejected', code = $2, details = $3, ended_at = $4 where id = $1 and status = 'pending'`, [
    id, code, JSON.stringify(details), at,
  ]);
}
