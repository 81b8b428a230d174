/** Tables of earlier registers: read in, judged row by row, taken over a batch at a time, undone. No counter is ever touched. */
import { randomUUID } from 'node:crypto';
import { DomainError } from '#domain/errors';
import type { ColumnMapping, RegisterTable, RegisterTableLine } from '#domain/numbering/import/columns';
import { type EarlierEntry, numberKey, type RowVerdict } from '#domain/numbering/import/judge';
import type { RowProblem } from '#domain/numbering/import/problems';
import type { Tx } from '../tx';
import type { RecordedBy } from './appointments';
import type { Name } from './readers';
import { personRef } from './sql';

export type ImportState = 'ready' | 'taking' | 'done' | 'undone';
export type ImportRow = {
  readonly id: string; readonly bookId: string; readonly yearBe: number; readonly fileName: string; readonly headings: string[]; readonly mapping: ColumnMapping; readonly state: ImportState;
  readonly lineCount: number; readonly takenCount: number; readonly madeAt: string; readonly person: { readonly id: string; readonly name: Name };
  readonly doneAt: string | null; readonly undoneAt: string | null; readonly undoneBy: { readonly id: string; readonly name: Name } | null; readonly undoReason: string;
  /** Rows that wait, by verdict. */
  readonly waiting: { readonly take: number; readonly same: number; readonly error: number };
};

const WAITING = (status: string): string => `(select count(*)::int from register_import_line l where l.import_id = i.id and l.status = '${status}')`;
const IMPORT_SQL = `select i.id, i.book_id as "bookId", i.year_be as "yearBe", i.file_name as "fileName", i.headings, i.mapping, i.state, i.line_count as "lineCount", i.taken_count as "takenCount",
    i.made_at as "madeAt", ${personRef('p')} as person, i.done_at as "doneAt", i.undone_at as "undoneAt", ${personRef('u')} as "undoneBy", i.undo_reason as "undoReason",
    json_build_object('take', ${WAITING('take')}, 'same', ${WAITING('same')}, 'error', ${WAITING('error')}) as waiting
  from register_import i join person p on p.id = i.person_id left join person u on u.id = i.undone_by`;

/** Imports of a book, the newest first. */
export async function listImports(tx: Tx, bookId: string): Promise<ImportRow[]> {
  const { rows } = await tx.query<ImportRow>(`${IMPORT_SQL} where i.book_id = $1 order by i.made_at desc, i.id limit 200`, [bookId]);
  return rows;
}

/** One import; null where there is none. */
export async function findImport(tx: Tx, id: string): Promise<ImportRow | null> {
  const { rows } = await tx.query<ImportRow>(`${IMPORT_SQL} where i.id = $1`, [id]);
  return rows[0] ?? null;
}

/** Locks an import for a change. @throws DomainError NOT_FOUND */
export async function lockImport(tx: Tx, id: string): Promise<{ readonly bookId: string; readonly yearBe: number; readonly state: ImportState }> {
  const { rows } = await tx.query<{ bookId: string; yearBe: number; state: ImportState }>('select book_id as "bookId", year_be as "yearBe", state from register_import where id = $1 for update', [id]);
  if (rows[0] === undefined) throw new DomainError('NOT_FOUND');
  return rows[0];
}

type NewImport = { readonly bookId: string; readonly yearBe: number; readonly fileName: string; readonly table: RegisterTable; readonly mapping: ColumnMapping; readonly by: RecordedBy };

/** Keeps what was read of a file until it is taken over or dropped. Answers the import's id. */
export async function createImport(tx: Tx, { bookId, yearBe, fileName, table, mapping, by }: NewImport): Promise<string> {
  const id = randomUUID();
  await tx.query(
    `insert into register_import (id, book_id, year_be, file_name, headings, mapping, line_count, state, made_at, person_id, post_id) values ($1, $2, $3, $4, $5, $6, $7, 'ready', $8, $9, $10)`,
    [id, bookId, yearBe, fileName, table.headings, JSON.stringify(mapping), table.lines.length, by.at, by.personId, by.postId],
  );
  await tx.query(
    `insert into register_import_line (import_id, line, cells, formulas)
     select $1, (l->>'line')::int, array(select jsonb_array_elements_text(l->'cells')), array(select jsonb_array_elements_text(l->'formulas')::int) from jsonb_array_elements($2::jsonb) l`,
    [id, JSON.stringify(table.lines)],
  );
  return id;
}

/** Rows that wait, in their order in the file. */
export async function listWaitingRows(tx: Tx, importId: string): Promise<RegisterTableLine[]> {
  const { rows } = await tx.query<RegisterTableLine>('select line, cells, formulas from register_import_line where import_id = $1 order by line', [importId]);
  return rows;
}

/** Keeps how the columns are understood, and the verdict on every row. */
export async function saveVerdicts(tx: Tx, { importId, mapping, verdicts }: { readonly importId: string; readonly mapping: ColumnMapping; readonly verdicts: readonly RowVerdict[] }): Promise<void> {
  await tx.query('update register_import set mapping = $2 where id = $1', [importId, JSON.stringify(mapping)]);
  await tx.query(
    `update register_import_line l set status = v->>'status', entry = nullif(v->'entry', 'null'), problems = v->'problems' from jsonb_array_elements($2::jsonb) v where l.import_id = $1 and l.line = (v->>'line')::int`,
    [importId, JSON.stringify(verdicts)],
  );
}

export type JudgedRow = { readonly line: number; readonly status: 'take' | 'same' | 'error'; readonly cells: string[]; readonly entry: EarlierEntry | null; readonly problems: RowProblem[] };

/** Rows with their verdicts, from behind `after`; with `withNotes` also those that are taken although something is said of them. */
export async function listJudgedRows(tx: Tx, { importId, status, after, limit }: { readonly importId: string; readonly status: 'take' | 'same' | 'error' | undefined; readonly after: number; readonly limit: number }): Promise<JudgedRow[]> {
  const { rows } = await tx.query<JudgedRow>(
    `select line, status, cells, entry, problems from register_import_line where import_id = $1 and line > $2 and ($3::text is null or status = $3) order by line limit $4`, [importId, after, status ?? null, limit],
  );
  return rows;
}

/** The first number of a year that is the system's own; null where it has not numbered then. A year that is still to be numbered in begins where its counter stands. */
export async function findFirstLiveNo(tx: Tx, { bookId, yearBe, currentYear }: { readonly bookId: string; readonly yearBe: number; readonly currentYear: number }): Promise<number | null> {
  const { rows } = await tx.query<{ firstNo: number; lastNo: number }>('select first_no as "firstNo", last_no as "lastNo" from number_counter where book_id = $1 and year_be = $2', [bookId, yearBe]);
  const counter = rows[0];
  if (counter === undefined) return yearBe >= currentYear ? 1 : null;
  return counter.lastNo >= counter.firstNo || counter.firstNo > 1 || yearBe >= currentYear ? counter.firstNo : null;
}

const ENTRY_JSON = `json_build_object('no', e.no, 'suffix', e.suffix, 'entryDate', e.entry_date, 'letterDate', e.letter_date, 'letterNo', e.letter_no, 'from', e.from_text, 'to', e.to_text, 'subject', e.subject,
    'action', e.action, 'remark', e.remark, 'isCancelled', e.is_cancelled)`;

/** What has been imported of a year, by number. */
export async function loadEarlier(tx: Tx, { bookId, yearBe }: { readonly bookId: string; readonly yearBe: number }): Promise<ReadonlyMap<string, EarlierEntry>> {
  const { rows } = await tx.query<{ entry: EarlierEntry }>(`select ${ENTRY_JSON} as entry from imported_entry e where e.book_id = $1 and e.year_be = $2`, [bookId, yearBe]);
  return new Map(rows.map(({ entry }) => [numberKey(entry), entry]));
}

/** Rows taken over in one transaction. */
export const TAKE_BATCH = 1_000;

/** Takes the next rows over; what stands in the register keeps its row of the file. Answers how many are left. The caller holds the import's lock. */
export async function takeRows(tx: Tx, { importId, firstLiveNo, at }: { readonly importId: string; readonly firstLiveNo: number | null; readonly at: string }): Promise<number> {
  await tx.query(
    `with batch as (select line, cells, entry from register_import_line where import_id = $1 and status = 'take' order by line limit ${TAKE_BATCH}),
     written as (
       insert into imported_entry (import_id, book_id, year_be, no, suffix, entry_date, letter_no, letter_date, from_text, to_text, subject, action, remark, is_cancelled, line, original)
       select i.id, i.book_id, i.year_be, (entry->>'no')::int, entry->>'suffix', (entry->>'entryDate')::date, entry->>'letterNo', (entry->>'letterDate')::date, entry->>'from', entry->>'to', entry->>'subject',
         entry->>'action', entry->>'remark', (entry->>'isCancelled')::boolean, line, cells
       from batch join register_import i on i.id = $1 where $2::int is null or (entry->>'no')::int < $2
       on conflict (book_id, year_be, no, suffix) do nothing returning line),
     gone as (delete from register_import_line l using written w where l.import_id = $1 and l.line = w.line),
     refused as (
       update register_import_line l set status = 'error', entry = null, problems = l.problems || jsonb_build_array(jsonb_build_object('column', 'no', 'problem',
         case when (b.entry->>'no')::int >= $2 then 'liveNumber' else 'taken' end, 'details', jsonb_build_object('value', concat(b.entry->>'no', b.entry->>'suffix'), 'first', $2::text)))
       from batch b where l.import_id = $1 and l.line = b.line and not exists (select 1 from written w where w.line = b.line))
     update register_import set state = 'taking', taken_count = taken_count + (select count(*)::int from written) where id = $1`,
    [importId, firstLiveNo],
  );
  const { rows } = await tx.query<{ left: number }>(`select count(*)::int as left from register_import_line where import_id = $1 and status = 'take'`, [importId]);
  const left = rows[0]!.left;
  if (left === 0) await tx.query(`update register_import set state = 'done', done_at = $2 where id = $1`, [importId, at]);
  return left;
}

/** What counts on the numbers of an import: the numbering of this system that goes on behind them. */
export async function findImportUse(tx: Tx, importId: string): Promise<number | null> {
  const { rows } = await tx.query<{ firstNo: number }>(
    `select c.first_no as "firstNo" from register_import i join number_counter c on c.book_id = i.book_id and c.year_be = i.year_be
      where i.id = $1 and c.first_no > 1 and c.last_no >= c.first_no and exists (select 1 from imported_entry e where e.import_id = i.id and e.no < c.first_no)`,
    [importId],
  );
  return rows[0]?.firstNo ?? null;
}

/** Takes everything that came with an import out of the register again; that it was there stays on record. */
export async function undoImport(tx: Tx, { importId, reason, by }: { readonly importId: string; readonly reason: string; readonly by: RecordedBy }): Promise<number> {
  const { rowCount } = await tx.query('delete from imported_entry where import_id = $1', [importId]);
  await tx.query('delete from register_import_line where import_id = $1', [importId]);
  await tx.query(`update register_import set state = 'undone', undone_at = $2, undone_by = $3, undo_reason = $4 where id = $1`, [importId, by.at, by.personId, reason]);
  return rowCount ?? 0;
}

/** Forgets a file of which nothing has been taken over. */
export async function dropImport(tx: Tx, importId: string): Promise<void> {
  await tx.query('delete from register_import where id = $1', [importId]);
}

export type OriginalRow = { readonly importId: string; readonly bookId: string; readonly yearBe: number; readonly no: number; readonly suffix: string; readonly fileName: string; readonly line: number; readonly importedAt: string; readonly person: { readonly id: string; readonly name: Name }; readonly cells: { readonly heading: string; readonly text: string }[] };

/** The row of the file from which an entry of an earlier register came; null where there is none. */
export async function findOriginalRow(tx: Tx, entryId: string): Promise<OriginalRow | null> {
  const { rows } = await tx.query<OriginalRow>(
    `select i.id as "importId", e.book_id as "bookId", e.year_be as "yearBe", e.no, e.suffix, i.file_name as "fileName", e.line, i.made_at as "importedAt", ${personRef('p')} as person,
       (select coalesce(json_agg(json_build_object('heading', coalesce(i.headings[n], ''), 'text', e.original[n]) order by n), '[]') from generate_subscripts(e.original, 1) n where e.original[n] <> '') as cells
     from imported_entry e join register_import i on i.id = e.import_id join person p on p.id = i.person_id where e.id = $1`,
    [entryId],
  );
  return rows[0] ?? null;
}
