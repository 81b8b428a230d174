/** A year of a register, or some days of it, on paper and as a table: what {@link readEntries} shows the same reader, oldest first. */
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { officeChain } from '#domain/audit/chain';
import { type bookExportQuerySchema, type entryParamsSchema, type EntryView, PRINT_MAX } from '#domain/contracts/books';
import { DomainError } from '#domain/errors';
import { REGISTER_COLUMNS, registerHeading, registerRow, type RegisterColumn, struckOut } from '#domain/numbering/register-row';
import { formatDate, formatTime } from '#domain/thai/dates';
import { sayIn } from '#domain/thai/say-in';
import { withTransaction } from '#db/client';
import { recordAudit } from '#db/repositories/audit';
import type { AfterNumber } from '#db/repositories/earlier-entries';
import type { Reader } from '#db/repositories/readers';
import { type BookRow, listEntries } from '#db/repositories/registers';
import { writeCsv } from '#platform/csv';
import type { RegisterSheet } from '#platform/pdf/register-sheet';
import { type SpreadsheetColumn, writeWorkbook, XLSX_TYPE } from '#platform/spreadsheet';
import type { ApiDeps } from '../../deps';
import type { LongJobs } from '../../long-jobs/long-jobs';
import type { Locale } from '../../messages';
import { disposition } from '../documents/file-checks';
import { openBook } from './books.service';

export type ExportDeps = ApiDeps & { readonly longJobs: LongJobs };
type Query = z.output<typeof bookExportQuerySchema>;
type Asked = z.output<typeof entryParamsSchema> & { readonly query: Query; readonly locale: Locale; readonly reply: FastifyReply };
type Span = { readonly from?: string | undefined; readonly to?: string | undefined };
type Opened = { readonly reader: Reader; readonly book: BookRow; readonly yearBe: number; readonly span: Span; readonly locale: Locale; readonly at: string };

/** Entries read at a time. */
const BATCH = 500;

/**
 * That a register left the system is on record before its first byte.
 * @throws DomainError NOT_FOUND, BOOK_YEAR_UNKNOWN, PERIOD_INVALID, BOOK_PRINT_TOO_LONG, LONG_JOBS_BUSY
 */
export async function sendBook(deps: ExportDeps, reader: Reader, { bookId, yearBe, query: { format, ...span }, locale, reply }: Asked): Promise<FastifyReply> {
  const book = await openBook(deps, reader, { bookId, yearBe });
  if (span.from !== undefined && span.to !== undefined && span.from > span.to) throw new DomainError('PERIOD_INVALID', { field: 'to' });
  const at = deps.now().toISOString();
  const opened: Opened = { reader, book, yearBe, span, locale, at };
  const { type, content } = await WRITERS[format](deps, opened);
  await withTransaction(deps.pool, (tx) =>
    recordAudit(tx, { chain: officeChain(book.office.id), officeId: book.office.id, kind: 'book.exported', data: { bookId, yearBe, format, from: span.from ?? null, to: span.to ?? null }, personId: reader.personId, postId: null, at }));
  return reply
    .header('cache-control', 'private, no-store')
    .header('content-disposition', disposition('attachment', `${titleOf(opened)} ${yearBe}.${format}`))
    .type(type)
    .send(content);
}

type File = { readonly type: string; readonly content: unknown };
const WRITERS: { readonly [F in Query['format']]: (deps: ExportDeps, opened: Opened) => Promise<File> } = {
  pdf: async (deps, opened) => ({ type: 'application/pdf', content: Buffer.from(await deps.longJobs.printRegister(await sheetOf(deps, opened))) }),
  xlsx: async (deps, opened) => ({
    type: XLSX_TYPE,
    content: writeWorkbook({ sheet: titleOf(opened), title: [`${headingOf(opened)} ${ownerOf(opened)}`, sayYear(opened), sayMade(opened)], columns: columnsOf(opened), batches: readAll(deps, opened) }),
  }),
  csv: async (deps, opened) => ({ type: 'text/csv; charset=utf-8', content: writeCsv({ columns: columnsOf(opened), batches: readAll(deps, opened) }) }),
};

async function* readAll({ pool }: ExportDeps, { reader, book, yearBe, span }: Opened): AsyncGenerator<readonly EntryView[]> {
  for (let after: AfterNumber | null = null; ;) {
    const { items, nextCursor } = await listEntries(pool, { ...span, reader, book, yearBe, order: 'asc', limit: BATCH, after });
    yield items;
    if (nextCursor === null) return;
    const { no, suffix } = items.at(-1)!;
    after = { no, suffix };
  }
}

const WIDTHS: { readonly [C in RegisterColumn]: number } = { no: 12, letterNo: 22, dated: 12, from: 34, to: 34, subject: 60, action: 40, remark: 30 };

function columnsOf({ book, locale }: Opened): readonly SpreadsheetColumn<EntryView>[] {
  return REGISTER_COLUMNS.map((column) => ({
    header: registerHeading(column, book.kind)[locale], width: WIDTHS[column],
    // Only the register's own number is one: the others are written with codes, or are words.
    value: (entry) => (column === 'no' && entry.suffix === '' ? entry.no : registerRow(entry, book.kind, locale)[column]),
  }));
}

async function sheetOf(deps: ExportDeps, opened: Opened): Promise<RegisterSheet> {
  const { reader, book, yearBe, span, locale, at } = opened;
  const { items, total } = await listEntries(deps.pool, { ...span, reader, book, yearBe, order: 'asc', limit: PRINT_MAX, after: null });
  if (total > PRINT_MAX) throw new DomainError('BOOK_PRINT_TOO_LONG', { field: 'from', total, maximum: PRINT_MAX });
  const rows = items.map((entry) => ({ ...registerRow(entry, book.kind, locale), isCancelled: entry.status === 'cancelled', struck: struckOut(entry), day: entry.entryDate ?? '' }));
  const days = [...new Set(rows.map(({ day }) => day))].map((day) => ({ day: day === '' ? UNDATED[locale] : sayDay(day, locale), rows: rows.filter((row) => row.day === day) }));
  return {
    lang: locale, title: headingOf(opened), office: ownerOf(opened), span: sayYear(opened), made: sayMade(opened), madeAt: at, days,
    headings: Object.fromEntries(REGISTER_COLUMNS.map((column) => [column, registerHeading(column, book.kind)[locale]])) as RegisterSheet['headings'],
  };
}

/** Above entries of an earlier register that do not say their day. */
const UNDATED: { readonly [L in Locale]: string } = { th: 'ไม่ระบุวันที่', en: 'No day given' };
const titleOf = ({ book, locale }: Opened): string => sayIn(locale)(book.name);
/** The name without its office or unit at the end, where these are written beside it. */
function headingOf(opened: Opened): string {
  const { book: { office, unit }, locale } = opened;
  const title = titleOf(opened);
  const owner = [unit?.name, office.name].map(sayIn(locale)).find((name) => name !== '' && name !== title && title.endsWith(name)) ?? '';
  return title.slice(0, title.length - owner.length).replace(/[\s,]+$/, '');
}
const sayDay = (day: string, locale: Locale): string => formatDate(day, locale === 'en' ? 'english' : 'formal', 'arabic');
const ownerOf = ({ book: { office, unit }, locale }: Opened): string => [...(unit === null ? [] : [sayIn(locale)(unit.name)]), sayIn(locale)(office.name)].join(' ');
const sayMade = ({ at, locale }: Opened): string => `${locale === 'en' ? 'Made' : 'จัดทำเมื่อ'} ${formatDate(at, 'register', 'arabic')} ${formatTime(at, 'arabic')}`;

function sayYear({ yearBe, span: { from, to }, locale }: Opened): string {
  const year = locale === 'en' ? `Year ${yearBe}` : `พ.ศ. ${yearBe}`;
  if (from === undefined && to === undefined) return year;
  if (from === to) return sayDay(from!, locale);
  const since = from === undefined ? '' : locale === 'en' ? `from ${sayDay(from, locale)}` : `ตั้งแต่${sayDay(from, locale)}`;
  const until = to === undefined ? '' : locale === 'en' ? `to ${sayDay(to, locale)}` : `ถึง${sayDay(to, locale)}`;
  return [since, until].filter((part) => part !== '').join(' ');
}
