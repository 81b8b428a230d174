/** What carries an outbox row out, and what may become of it. */
import type { Pool } from 'pg';
import type { OutboxRow } from '#db/repositories/outbox';
import type { LetterClient } from '#platform/temporal/letter-client';

/** `later`: it waits for something, or cannot be done yet; tried again after so many seconds. */
export type EffectResult = 'sent' | { readonly later: number; readonly why: string | null };


export type EffectDeps = {
  readonly pool: Pool;
  readonly letters: Pick<LetterClient, 'wake' | 'carryOut'>;
  /** Folder into which mails are written; null where none are sent. */
  readonly mailFolder: string | null;
  /** False where nobody renders documents: a letter is then delivered without its final PDF. */
  readonly hasRenderer: boolean;
};

export type CarryOut = (deps: EffectDeps, row: OutboxRow) => Promise<EffectResult>;

/** A text of the payload. @throws Error where a row was written without it */
export function textOf(row: OutboxRow, name: string): string {
  const value = row.payload[name];
  if (typeof value !== 'string') throw new Error(`outbox row ${row.id} has no ${name}`);
  return value;
}
