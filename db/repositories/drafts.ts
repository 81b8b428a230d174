/** The draft as its holder saves it between two acts; a version of it is kept when it is submitted. */
import type { LetterContent } from '#domain/letter/content';
import { DomainError } from '#domain/errors';
import type { Tx } from '../tx';

export type DraftChange = {
  readonly letterId: string;
  readonly taskId: string;
  readonly rev: number;
  readonly text: Partial<LetterContent>;
  readonly documents: readonly { readonly documentId: string; readonly role: 'main' | 'enclosure' }[];
  readonly at: string;
};

/**
 * Saves a draft. The letter's row is locked, so that no act passes in between: the task must be open, a draft and as it was seen.
 * @throws DomainError TASK_NOT_OPEN, TASK_STALE, LETTER_SIGNED, LETTER_HELD
 */
export async function saveDraft(tx: Tx, { letterId, taskId, rev, text, documents, at }: DraftChange): Promise<void> {
  const { rows } = await tx.query<{ status: string; isSigned: boolean }>(
    `select status, coalesce((state->>'signed')::boolean, false) as "isSigned" from letter where id = $1 for update`,
    [letterId],
  );
  const letter = rows[0];
  const task = (await tx.query<{ rev: number }>(`select rev from task where letter_id = $1 and id = $2 and status = 'open' and kind = 'draft'`, [letterId, taskId])).rows[0];
  if (letter === undefined || task === undefined) throw new DomainError('TASK_NOT_OPEN', { taskId });
  if (letter.status === 'held') throw new DomainError('LETTER_HELD');
  if (letter.isSigned) throw new DomainError('LETTER_SIGNED');
  if (task.rev !== rev) throw new DomainError('TASK_STALE', { taskId, rev: task.rev });
  await writeText(tx, letterId, text);
  await attach(tx, { letterId, text, documents, at });
}

const COLUMNS: { readonly [K in Exclude<keyof LetterContent, 'mainDocumentId'>]: string } = {
  subject: 'subject', toText: 'to_text', body: 'body', enclosureList: 'enclosure_list', references: '"references"', addressees: 'addressees', dateAsked: 'date_asked',
};

async function writeText(tx: Tx, letterId: string, text: Partial<LetterContent>): Promise<void> {
  const values: unknown[] = [letterId];
  const sets = Object.entries(COLUMNS).flatMap(([part, column]) => {
    const value = text[part as keyof typeof COLUMNS]; // keys of COLUMNS are those of the text
    if (value === undefined) return [];
    values.push(column === 'addressees' || column === '"references"' ? JSON.stringify(value) : value);
    return [`${column} = $${values.length}`];
  });
  if (sets.length > 0) await tx.query(`update letter set ${sets.join(', ')} where id = $1`, values);
}

async function attach(tx: Tx, { letterId, text, documents, at }: Pick<DraftChange, 'letterId' | 'text' | 'documents' | 'at'>): Promise<void> {
  const main = documents.find(({ role }) => role === 'main')?.documentId ?? null;
  if (main !== null || text.mainDocumentId === null) {
    await tx.query(`update document set superseded_at = $2 where letter_id = $1 and role = 'main' and superseded_at is null and id is distinct from $3`, [letterId, at, main]);
  }
  for (const [index, { documentId, role }] of documents.entries()) {
    const { rowCount } = await tx.query(
      `update document set letter_id = $1, role = $3, attached_at = coalesce(attached_at, $4), superseded_at = null, sort_order = $5
        where id = $2 and (letter_id is null or letter_id = $1)`,
      [letterId, documentId, role, at, index],
    );
    if (rowCount === 0) throw new DomainError('DOCUMENT_NOT_USABLE', { documentId });
  }
}
