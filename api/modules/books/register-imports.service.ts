/** Earlier registers: read from a table, judged row by row, taken over a batch at a time, undone while nothing counts on them. */
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { bookParamsSchema } from '#domain/contracts/register-imports';
import type * as contract from '#domain/contracts/register-imports';
import { DomainError } from '#domain/errors';
import { columnLetter, type ColumnMapping, guessMapping, isMappingUsable, REGISTER_IMPORT_COLUMNS, REGISTER_IMPORT_HEADINGS, type RegisterTable } from '#domain/numbering/import/columns';
import { REGISTER_IMPORT_MAX_LINES } from '#domain/numbering/import/judge';
import { isNote, sayRowProblem } from '#domain/numbering/import/problems';
import { isIssuing } from '#domain/route/formalities';
import { bangkokDate, yearBe } from '#domain/thai/dates';
import { withTransaction } from '#db/client';
import type { RecordedBy } from '#db/repositories/appointments';
import { toPage } from '#db/repositories/cursors';
import { auditOffice } from '#db/repositories/edits';
import type { Reader } from '#db/repositories/readers';
import * as imports from '#db/repositories/register-imports';
import type { Tx } from '#db/tx';
import { writeCsv } from '#platform/csv';
import { type SpreadsheetColumn, writeWorkbook, XLSX_TYPE } from '#platform/spreadsheet';
import type { LongJobs } from '../../long-jobs/long-jobs';
import type { Locale } from '../../messages';
import { disposition } from '../documents/file-checks';
import { keyAfter } from '../paging';
import { knownBook, type Deps as BookDeps, type KnownBook } from './books.service';
import { assertTakes } from './take.rights';

export type ImportDeps = BookDeps & { readonly longJobs: LongJobs };
type In<K extends keyof typeof contract> = (typeof contract)[K] extends z.ZodType ? z.output<(typeof contract)[K]> : never;
type Import = In<'registerImportSchema'>;
type ById = { readonly id: string };

/** Rows shown to tell columns apart. */
const SAMPLES = 5;
/** Judging and writing thousands of rows takes longer than a statement usually may. */
const LONG = 'set local statement_timeout = 60000';

/** @throws DomainError NOT_FOUND for a book that is not to be known, FORBIDDEN */
export async function readImports(deps: ImportDeps, reader: Reader, { bookId }: z.output<typeof bookParamsSchema>): Promise<In<'registerImportsSchema'>> {
  const book = await knownBook(deps, reader, bookId);
  assertTakes(deps, reader, book);
  return { book, items: (await imports.listImports(deps.pool, bookId)).map(({ bookId: _, ...row }) => row) };
}

/**
 * Reads a file, guesses its columns and judges its rows; nothing is taken over yet.
 * @throws DomainError NOT_FOUND, FORBIDDEN, IMPORT_YEAR_AHEAD, IMPORT_UNREADABLE, IMPORT_TOO_LARGE, IMPORT_NOTHING, LONG_JOBS_BUSY
 */
export async function startImport(deps: ImportDeps, reader: Reader, { bookId, yearBe: year, fileName, content }: In<'importStartSchema'> & z.output<typeof bookParamsSchema>): Promise<Import> {
  const book = await knownBook(deps, reader, bookId);
  const by = assertTakes(deps, reader, book);
  if (year > yearBe(by.at)) throw new DomainError('IMPORT_YEAR_AHEAD', { field: 'yearBe', yearBe: year });
  const table = await deps.longJobs.readTable({ bytes: Buffer.from(content, 'base64'), maxLines: REGISTER_IMPORT_MAX_LINES });
  if (table.lines.length === 0) throw new DomainError('IMPORT_NOTHING', { field: 'content' });
  const mapping = guessMapping(table.headings);
  const verdicts = await judge(deps, { book, year, table, mapping });
  const id = await withTransaction(deps.pool, async (tx) => {
    await tx.query(LONG);
    const created = await imports.createImport(tx, { bookId, yearBe: year, fileName, table, mapping, by });
    await imports.saveVerdicts(tx, { importId: created, mapping, verdicts });
    return created;
  });
  return readImport(deps, reader, { id });
}

type ToJudge = { readonly book: KnownBook; readonly year: number; readonly table: RegisterTable; readonly mapping: ColumnMapping };

/** Without a number and a subject nothing can be read; no row has a verdict then. */
async function judge({ pool, now, longJobs }: ImportDeps, { book, year, table, mapping }: ToJudge) {
  if (!isMappingUsable(mapping)) return table.lines.map(({ line }) => ({ line, status: 'error' as const, entry: null, problems: [] }));
  const at = now().toISOString();
  const firstLiveNo = await imports.findFirstLiveNo(pool, { bookId: book.id, yearBe: year, currentYear: yearBe(at) });
  const earlier = await imports.loadEarlier(pool, { bookId: book.id, yearBe: year });
  return longJobs.judgeRegister({ table, mapping, known: { yearBe: year, today: bangkokDate(at), isIssuing: isIssuing(book.kind), firstLiveNo, earlier } });
}

/** @throws DomainError NOT_FOUND, FORBIDDEN */
export async function readImport(deps: ImportDeps, reader: Reader, { id }: ById): Promise<Import> {
  const { row, book } = await kept(deps, deps.pool, reader, id);
  const samples = await imports.listJudgedRows(deps.pool, { importId: id, status: undefined, after: 0, limit: SAMPLES });
  const { bookId: _, ...rest } = row;
  return { ...rest, book, samples: samples.map(({ cells }) => cells) };
}

async function kept(deps: ImportDeps, tx: Tx, reader: Reader, id: string): Promise<{ readonly row: imports.ImportRow; readonly book: KnownBook; readonly by: RecordedBy }> {
  const row = await imports.findImport(tx, id);
  if (row === null) throw new DomainError('NOT_FOUND');
  const book = await knownBook(deps, reader, row.bookId);
  return { row, book, by: assertTakes(deps, reader, book) };
}

/** @throws DomainError NOT_FOUND, FORBIDDEN, IMPORT_STATE, IMPORT_COLUMN_TWICE, LONG_JOBS_BUSY */
export async function mapImport(deps: ImportDeps, reader: Reader, { id, mapping: asked }: In<'importMappingSchema'> & ById): Promise<Import> {
  const { row, book } = await kept(deps, deps.pool, reader, id);
  const mapping = Object.fromEntries(REGISTER_IMPORT_COLUMNS.map((column) => [column, asked[column] ?? null])) as ColumnMapping;
  const places = Object.values(mapping).filter((place) => place !== null);
  if (new Set(places).size < places.length) throw new DomainError('IMPORT_COLUMN_TWICE', { field: 'mapping' });
  if (row.state !== 'ready') throw new DomainError('IMPORT_STATE');
  const lines = await imports.listWaitingRows(deps.pool, id);
  const verdicts = await judge(deps, { book, year: row.yearBe, table: { headings: row.headings, lines }, mapping });
  await withTransaction(deps.pool, async (tx) => {
    await tx.query(LONG);
    await inState(tx, id, ['ready']);
    await imports.saveVerdicts(tx, { importId: id, mapping, verdicts });
  });
  return readImport(deps, reader, { id });
}

async function inState(tx: Tx, id: string, states: readonly imports.ImportState[]): Promise<void> {
  const { state } = await imports.lockImport(tx, id);
  if (!states.includes(state)) throw new DomainError('IMPORT_STATE');
}

/** @throws DomainError NOT_FOUND, FORBIDDEN, VALIDATION_FAILED for a cursor that is none of ours */
export async function readRows(deps: ImportDeps, reader: Reader, { id, status, cursor, limit, locale }: In<'importRowsQuerySchema'> & ById & { readonly locale: Locale }): Promise<In<'importRowsSchema'>> {
  await kept(deps, deps.pool, reader, id);
  const [after = 0] = keyAfter(cursor, ['number'], locale) ?? [];
  const rows = await imports.listJudgedRows(deps.pool, { importId: id, status, after: Number(after), limit: limit + 1 });
  return toPage(rows, limit, ({ line }) => [line]);
}

/**
 * Takes the next rows over. Asked again it goes on where it was; rows whose number was taken meanwhile are told and left.
 * @throws DomainError NOT_FOUND, FORBIDDEN, IMPORT_STATE
 */
export async function takeRows(deps: ImportDeps, reader: Reader, { id }: ById): Promise<Import> {
  const { row, book, by } = await kept(deps, deps.pool, reader, id);
  await withTransaction(deps.pool, async (tx) => {
    await tx.query(LONG);
    await inState(tx, id, ['ready', 'taking']);
    const firstLiveNo = await imports.findFirstLiveNo(tx, { bookId: book.id, yearBe: row.yearBe, currentYear: yearBe(by.at) });
    const left = await imports.takeRows(tx, { importId: id, firstLiveNo, at: by.at });
    if (left > 0) return;
    const { takenCount, waiting } = (await imports.findImport(tx, id))!;
    await auditOffice(tx, { officeId: book.office.id, by, kind: 'register.imported', data: { bookId: book.id, yearBe: row.yearBe, fileName: row.fileName, entries: takenCount, left: waiting.error } });
  });
  return readImport(deps, reader, { id });
}

/** @throws DomainError NOT_FOUND, FORBIDDEN, IMPORT_STATE, IMPORT_IN_USE where the system numbers on behind what was imported */
export async function undoImport(deps: ImportDeps, reader: Reader, { id, reason }: In<'importUndoSchema'> & ById): Promise<Import> {
  const { row, book, by } = await kept(deps, deps.pool, reader, id);
  await withTransaction(deps.pool, async (tx) => {
    await tx.query(LONG);
    await inState(tx, id, ['taking', 'done']);
    const firstNo = await imports.findImportUse(tx, id);
    if (firstNo !== null) throw new DomainError('IMPORT_IN_USE', { firstNo });
    const entries = await imports.undoImport(tx, { importId: id, reason, by });
    await auditOffice(tx, { officeId: book.office.id, by, kind: 'register.importUndone', data: { bookId: book.id, yearBe: row.yearBe, fileName: row.fileName, entries, reason } });
  });
  return readImport(deps, reader, { id });
}

/** @throws DomainError NOT_FOUND, FORBIDDEN, IMPORT_STATE */
export async function dropImport(deps: ImportDeps, reader: Reader, { id }: ById): Promise<{ readonly ok: true }> {
  await kept(deps, deps.pool, reader, id);
  await withTransaction(deps.pool, async (tx) => {
    await inState(tx, id, ['ready']);
    await imports.dropImport(tx, id);
  });
  return { ok: true };
}

/** Whoever may open the register may see what it was taken from. @throws DomainError NOT_FOUND */
export async function readOriginalRow(deps: BookDeps, reader: Reader, { id }: ById): Promise<In<'originalRowSchema'>> {
  const row = await imports.findOriginalRow(deps.pool, id);
  if (row === null) throw new DomainError('NOT_FOUND');
  await knownBook(deps, reader, row.bookId);
  return row;
}

type Faults = ById & In<'importFaultsQuerySchema'> & { readonly locale: Locale; readonly reply: FastifyReply };
const FAULTS_NAME: { readonly [L in Locale]: string } = { th: 'แถวที่ต้องแก้ไข', en: 'Rows to correct' };
const FAULT: { readonly [L in Locale]: string } = { th: 'สิ่งที่ต้องแก้ไข', en: 'What to correct' };

/** Rows that were not taken over, as they stood, with what is wrong: to be corrected and read in again. @throws DomainError NOT_FOUND, FORBIDDEN */
export async function sendFaults(deps: ImportDeps, reader: Reader, { id, format, locale, reply }: Faults): Promise<FastifyReply> {
  const { row: { headings, mapping, fileName } } = await kept(deps, deps.pool, reader, id);
  const say = (row: imports.JudgedRow): string =>
    row.problems.filter(({ problem }) => !isNote(problem)).map((problem) => sayRowProblem({ line: row.line, heading: headings[mapping[problem.column] ?? -1] ?? REGISTER_IMPORT_HEADINGS[problem.column][locale], lang: locale, problem })).join('\n');
  const columns: readonly SpreadsheetColumn<imports.JudgedRow>[] = [
    ...headings.map((heading, place) => ({ header: heading || columnLetter(place), value: ({ cells }: imports.JudgedRow) => cells[place] ?? '' })),
    { header: FAULT[locale], width: 60, value: say },
  ];
  const batches = (async function* () {
    for (let after = 0; ;) {
      const rows = await imports.listJudgedRows(deps.pool, { importId: id, status: 'error', after, limit: 500 });
      if (rows.length === 0) return;
      yield rows;
      after = rows.at(-1)!.line;
    }
  })();
  const content = format === 'csv' ? writeCsv({ columns, batches }) : writeWorkbook({ sheet: FAULTS_NAME[locale], columns, batches });
  return reply
    .header('cache-control', 'private, no-store')
    .header('content-disposition', disposition('attachment', `${FAULTS_NAME[locale]} ${fileName.replace(/\.[a-z]+$/i, '')}.${format}`))
    .type(format === 'csv' ? 'text/csv; charset=utf-8' : XLSX_TYPE)
    .send(content);
}
