/** What a search finds, as a table to take along: what its reader may see on the screen, newest first. */
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { sessionChain } from '#domain/audit/chain';
import { type FoundLetter, SEARCH_EXPORT_MAX, type searchExportQuerySchema } from '#domain/contracts/search';
import { DomainError } from '#domain/errors';
import { bangkokDate, formatDate, formatTime } from '#domain/thai/dates';
import { withTransaction } from '#db/client';
import { recordAudit } from '#db/repositories/audit';
import { listEarlierBooks } from '#db/repositories/earlier-entries';
import { listFoundRows } from '#db/repositories/found-letters';
import { type FoundKey, listFoundIds } from '#db/repositories/letter-search';
import type { Reader } from '#db/repositories/readers';
import type { SessionRow } from '#db/repositories/sessions';
import { writeCsv } from '#platform/csv';
import { type SpreadsheetColumn, writeWorkbook, XLSX_TYPE } from '#platform/spreadsheet';
import type { ApiDeps } from '../../deps';
import type { Locale } from '../../messages';
import { disposition } from '../documents/file-checks';
import { isAsked, toItem, toSearch } from './search.service';

type Asked = { readonly query: z.output<typeof searchExportQuerySchema>; readonly reader: Reader; readonly session: SessionRow; readonly locale: Locale; readonly reply: FastifyReply };
const BATCH = 500;

/**
 * That a list left the system is on record before its first byte: by whom and how long it is, not what was looked for.
 * @throws DomainError SEARCH_EXPORT_TOO_LONG, SEARCH_EMPTY
 */
export async function sendFound({ pool, now }: Pick<ApiDeps, 'pool' | 'now'>, { query: { format, ...asked }, reader, session, locale, reply }: Asked): Promise<FastifyReply> {
  const at = now().toISOString();
  const search = toSearch(asked, { at });
  if (!isAsked(search)) throw new DomainError('SEARCH_EMPTY', { field: 'q' });
  const earlierBookIds = await listEarlierBooks(pool, reader);
  const keys = await listFoundIds(pool, { reader, earlierBookIds, search, limit: SEARCH_EXPORT_MAX + 1, after: null });
  if (keys.length > SEARCH_EXPORT_MAX) throw new DomainError('SEARCH_EXPORT_TOO_LONG', { maximum: SEARCH_EXPORT_MAX });
  await withTransaction(pool, (tx) =>
    recordAudit(tx, { chain: sessionChain(session.id), officeId: reader.posts[0]?.officeId ?? null, kind: 'search.exported', data: { format, letters: keys.length }, personId: reader.personId, postId: null, at }));
  const batches = readAll(pool, { reader, earlierBookIds, keys, at });
  const title = TITLE[locale];
  const made = `${MADE[locale]} ${formatDate(at, 'register', 'arabic')} ${formatTime(at, 'arabic')}`;
  const columns = columnsIn(locale);
  const content = format === 'csv' ? writeCsv({ columns, batches }) : writeWorkbook({ sheet: title, title: [title, made], columns, batches });
  return reply
    .header('cache-control', 'private, no-store')
    .header('content-disposition', disposition('attachment', `${title} ${bangkokDate(at)}.${format}`))
    .type(format === 'csv' ? 'text/csv; charset=utf-8' : XLSX_TYPE)
    .send(content);
}

type ReadArgs = { readonly reader: Reader; readonly earlierBookIds: readonly string[]; readonly keys: readonly FoundKey[]; readonly at: string };

async function* readAll(pool: ApiDeps['pool'], { reader, earlierBookIds, keys, at }: ReadArgs): AsyncGenerator<readonly FoundLetter[]> {
  for (let from = 0; from < keys.length; from += BATCH) {
    const rows = await listFoundRows(pool, { reader, earlierBookIds, ids: keys.slice(from, from + BATCH).map(({ id }) => id), at });
    yield rows.map((row) => toItem(row, null));
  }
}

const TITLE: { readonly [L in Locale]: string } = { th: 'ผลการค้นหาหนังสือ', en: 'Letters found' };
const MADE: { readonly [L in Locale]: string } = { th: 'จัดทำเมื่อ', en: 'Made' };
const say = (name: { readonly th: string; readonly en: string }, locale: Locale): string => (locale === 'en' && name.en !== '' ? name.en : name.th);
const day = (date: string | null): string => (date === null ? '' : formatDate(date, 'register', 'arabic'));

type Column = { readonly th: string; readonly en: string; readonly width: number; value(letter: FoundLetter, locale: Locale): string };
const COLUMNS: readonly Column[] = [
  { th: 'เลขทะเบียนรับ', en: 'Receive number', width: 14, value: ({ receiveNo }) => receiveNo ?? '' },
  { th: 'ที่', en: 'Number', width: 22, value: ({ letterNo, theirNo }) => letterNo ?? theirNo },
  { th: 'ลงวันที่', en: 'Dated', width: 12, value: ({ letterDate, theirDate }) => day(letterDate ?? theirDate) },
  { th: 'วันที่รับหรือเริ่ม', en: 'Received or begun', width: 14, value: ({ receivedAt, createdAt }) => day(receivedAt ?? createdAt) },
  { th: 'จาก', en: 'From', width: 32, value: ({ fromText, office, direction }, locale) => (direction === 'incoming' ? fromText : say(office.name, locale)) },
  { th: 'ถึง', en: 'To', width: 32, value: ({ toText }) => toText },
  { th: 'เรื่อง', en: 'Subject', width: 60, value: ({ subject }) => subject ?? '' },
  { th: 'อยู่ที่', en: 'With', width: 34, value: ({ holders }, locale) => holders.map(({ post }) => say(post, locale)).join(', ') },
  { th: 'ตั้งแต่', en: 'Since', width: 12, value: ({ holders }) => day(holders[0]?.since ?? null) },
  { th: 'โทรศัพท์', en: 'Telephone', width: 18, value: ({ holders }) => [...new Set(holders.map(({ phone }) => phone))].filter((phone) => phone !== '').join(', ') },
  { th: 'เสร็จเมื่อ', en: 'Ended', width: 12, value: ({ endedAt }) => day(endedAt) },
];
const columnsIn = (locale: Locale): readonly SpreadsheetColumn<FoundLetter>[] =>
  COLUMNS.map(({ value, width, ...header }) => ({ header: header[locale], width, value: (letter) => value(letter, locale) }));
