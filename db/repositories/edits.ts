/** Parts of the changes that an administrator makes: rows are taken by revision, and what changed is put on the record. */
import { officeChain } from '#domain/audit/chain';
import type { AuditKind } from '#domain/audit/kinds';
import { DomainError, type ErrorCode } from '#domain/errors';
import type { Tx } from '../tx';
import type { RecordedBy } from './appointments';
import { recordAudit } from './audit';

/** Structure is changed one change after the other in an office: two moves side by side could close a circle. */
export async function lockOffice(tx: Tx, officeId: string): Promise<void> {
  const { rowCount } = await tx.query('select 1 from office where id = $1 for update', [officeId]);
  if (rowCount === 0) throw new DomainError('NOT_FOUND', { officeId });
}

/** @throws DomainError NOT_FOUND, or EDIT_CONFLICT where somebody else has changed it since it was read */
export function assertRev<Row extends { readonly rev: number }>(row: Row | undefined, rev: number): asserts row is Row {
  if (row === undefined) throw new DomainError('NOT_FOUND');
  if (row.rev !== rev) throw new DomainError('EDIT_CONFLICT', { rev: row.rev });
}

export type Changes = { readonly [field: string]: { readonly from: unknown; readonly to: unknown } };

/** Fields that differ, with both values. */
export function changesOf<T extends object>(before: T, after: T): Changes {
  const fields = Object.keys(after) as (keyof T & string)[];
  return Object.fromEntries(
    fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field])).map((field) => [field, { from: before[field], to: after[field] }]),
  );
}

/** Writes an event into the office's chain. */
export async function auditOffice(tx: Tx, { officeId, by, kind, data }: { readonly officeId: string; readonly by: RecordedBy; readonly kind: AuditKind; readonly data: Record<string, unknown> }): Promise<void> {
  await recordAudit(tx, { chain: officeChain(officeId), officeId, kind, data, personId: by.personId, postId: by.postId, at: by.at });
}

/** What still depends on something that is to be closed: counted by kind, zeros left out. */
export type InUse = { readonly [kind: string]: number };

/** @throws DomainError with the counts, where anything still depends on it */
export async function assertUnused(tx: Tx, code: Extract<ErrorCode, `${string}_IN_USE`>, { text, values }: { readonly text: string; readonly values: unknown[] }): Promise<void> {
  const { rows } = await tx.query<{ counts: { readonly [kind: string]: number } }>(`select json_build_object(${text}) as counts`, values);
  const used = Object.fromEntries(Object.entries(rows[0]!.counts).filter(([, count]) => count > 0));
  if (Object.keys(used).length > 0) throw new DomainError(code, { used });
}

const UNIQUE_VIOLATION = '23505';

/** Runs a statement; a second row of the same key becomes an expected refusal. */
export async function orTaken<T>(work: Promise<T>, refusal: DomainError): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION) throw refusal;
    throw error;
  }
}
