/** The draft as its holder saves it between two acts; a version of it is kept when it is submitted. */
import { canonicalJson } from '#domain/canonical-json';
import type { LetterContent } from '#domain/letter/content';
import { DomainError } from '#domain/errors';
import type { Tx } from '../tx';
import { recordLetterAudit } from './letter-audit';

export type DraftChange = {
  readonly letterId: string;
  readonly taskId: string;
  readonly rev: number;
  readonly text: Partial<LetterContent>;
  readonly documents: readonly { readonly documentId: string; readonly role: 'main' | 'enclosure' }[];
  /** Files taken out of the draft: their rows stay for the versions that had them. */
  readonly removedDocuments: readonly string[];
  readonly at: string;
  readonly by: { readonly personId: string; readonly postId: string };
};

type Before = LetterContent & {
  readonly status: string;
  readonly isSigned: boolean;
  readonly version: number;
};

const LOCK_SQL = `select status, coalesce((state->>'signed')::boolean, false) as "isSigned", text_version as version,
    subject, to_text as "toText", body, coalesce(enclosure_list, '{}') as "enclosureList", "references", addressees,
    to_char(date_asked, 'YYYY-MM-DD') as "dateAsked"
  from letter where id = $1 for update`;

/**
 * Saves a draft. The letter's row is locked, so that no act passes in between: the task must be open, a draft and as it was seen.
 * Who changed which parts is an event of the letter's chain; the texts are not in it.
 * @throws DomainError TASK_NOT_OPEN, TASK_STALE, LETTER_SIGNED, LETTER_HELD, DOCUMENT_NOT_USABLE
 */
export async function saveDraft(tx: Tx, change: DraftChange): Promise<void> {
  const { letterId, taskId, rev, text } = change;
  const letter = (await tx.query<Before>(LOCK_SQL, [letterId])).rows[0];
  const task = (await tx.query<{ rev: number }>(`select rev from task where letter_id = $1 and id = $2 and status = 'open' and kind = 'draft'`, [letterId, taskId])).rows[0];
  if (letter === undefined || task === undefined) throw new DomainError('TASK_NOT_OPEN', { taskId });
  if (letter.status === 'held') throw new DomainError('LETTER_HELD');
  if (letter.isSigned) throw new DomainError('LETTER_SIGNED');
  if (task.rev !== rev) throw new DomainError('TASK_STALE', { taskId, rev: task.rev });
  await writeText(tx, letterId, text);
  await takeOut(tx, change);
  await attach(tx, change);
  await record(tx, letter, change);
}

const COLUMNS: { readonly [K in Exclude<keyof LetterContent, 'mainDocumentId'>]: string } = {
  subject: 'subject', toText: 'to_text', body: 'body', enclosureList: 'enclosure_list', references: '"references"', addressees: 'addressees', dateAsked: 'date_asked',
};
const PARTS = Object.keys(COLUMNS) as readonly (keyof typeof COLUMNS)[]; // the keys of the table

async function writeText(tx: Tx, letterId: string, text: Partial<LetterContent>): Promise<void> {
  const values: unknown[] = [letterId];
  const sets = PARTS.flatMap((part) => {
    const value = text[part];
    if (value === undefined) return [];
    values.push(part === 'addressees' || part === 'references' ? JSON.stringify(value) : value);
    return [`${COLUMNS[part]} = $${values.length}`];
  });
  if (sets.length > 0) await tx.query(`update letter set ${sets.join(', ')} where id = $1`, values);
}

async function takeOut(tx: Tx, { letterId, removedDocuments, at }: DraftChange): Promise<void> {
  if (removedDocuments.length === 0) return;
  const { rowCount } = await tx.query(
    `update document set superseded_at = $3 where letter_id = $1 and id = any($2::uuid[]) and role in ('main', 'enclosure') and superseded_at is null`,
    [letterId, removedDocuments, at],
  );
  if (rowCount !== new Set(removedDocuments).size) throw new DomainError('DOCUMENT_NOT_USABLE', { field: 'removedDocuments' });
}

async function attach(tx: Tx, { letterId, text, documents, at }: DraftChange): Promise<void> {
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

/** An event of the letter's chain; a save that changes nothing leaves none. */
async function record(tx: Tx, letter: Before, { letterId, taskId, text, documents, removedDocuments, at, by }: DraftChange): Promise<void> {
  const changed = PARTS.filter((part) => text[part] !== undefined && canonicalJson(text[part]) !== canonicalJson(letter[part]));
  const attached = documents.map(({ documentId }) => documentId);
  if (changed.length + attached.length + removedDocuments.length === 0) return;
  // The version that this text will be when it is submitted.
  await recordLetterAudit(tx, { letterId, kind: 'letter.draftSaved', at, by, data: { taskId, version: letter.version + 1, changed, attached, removed: [...removedDocuments] } });
}
