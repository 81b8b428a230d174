/** The supervisor's lists as Excel workbooks: streamed as they are read, and on record before the first byte. */
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { sessionChain } from '#domain/audit/chain';
import type * as contract from '#domain/contracts/supervision';
import { bangkokDate } from '#domain/thai/dates';
import { withTransaction } from '#db/client';
import { recordAudit } from '#db/repositories/audit';
import { writeWorkbook, type SpreadsheetColumn, XLSX_TYPE } from '#platform/spreadsheet';
import type { ApiDeps } from '../../deps';
import type { Locale } from '../../messages';
import type { SignedIn } from '../../plugins/context';
import { disposition } from '../documents/file-checks';
import { askDeliveries, readAllDeliveries } from './deliveries.service';
import { deliveryColumns, taskColumns, writtenInstant } from './export-columns';
import { askBoard, readAllRows } from './supervision.service';

/** Rows read at a time. */
const BATCH = 500;

const TITLES = {
  tasks: { th: 'เรื่องในการกำกับ', en: 'Supervised tasks' },
  deliveries: { th: 'หนังสือที่หน่วยงานอื่นยังไม่ลงรับหรือยังไม่ตอบ', en: 'Letters not registered or answered by others' },
} as const;
const AS_OF = { th: 'ข้อมูล ณ', en: 'As of' } as const;

type Who = SignedIn & { readonly locale: Locale; readonly reply: FastifyReply };
type ListName = keyof typeof TITLES;

/** @throws DomainError FORBIDDEN for nobody's supervisor */
export async function exportTasks(deps: ApiDeps, who: Who, filter: z.output<typeof contract.supervisionExportQuerySchema>): Promise<FastifyReply> {
  const asked = await askBoard(deps, who.reader, filter, false);
  await recordExport(deps, who, { list: 'tasks', filter });
  return send(who, { list: 'tasks', at: asked.at, columns: taskColumns(who.locale), batches: readAllRows(deps, asked, BATCH) });
}

/** @throws DomainError FORBIDDEN for nobody's supervisor */
export async function exportDeliveries(deps: ApiDeps, who: Who, filter: z.output<typeof contract.deliveryExportQuerySchema>): Promise<FastifyReply> {
  const asked = await askDeliveries(deps, who.reader, filter);
  await recordExport(deps, who, { list: 'deliveries', filter });
  return send(who, { list: 'deliveries', at: asked.at, columns: deliveryColumns(who.locale), batches: readAllDeliveries(deps, asked, BATCH) });
}

type List<Row> = { readonly list: ListName; readonly at: string; readonly columns: readonly SpreadsheetColumn<Row>[]; readonly batches: AsyncIterable<readonly Row[]> };

function send<Row>({ reply, locale }: Who, { list, at, columns, batches }: List<Row>): FastifyReply {
  const title = TITLES[list][locale];
  const bytes = writeWorkbook({ sheet: title, title: [title, `${AS_OF[locale]} ${writtenInstant(at)}`], columns, batches });
  return reply
    .header('cache-control', 'private, no-store')
    .header('content-disposition', disposition('attachment', `${title} ${bangkokDate(at)}.xlsx`))
    .type(XLSX_TYPE)
    .send(bytes);
}

/** That a list left the system is on record, with how it was narrowed; not what was looked for, which may name people. */
async function recordExport({ pool, now }: ApiDeps, { reader, session }: Who, { list, filter }: { readonly list: ListName; readonly filter: { readonly q?: string | undefined; readonly correspondent?: string | undefined } }): Promise<void> {
  const { q, correspondent, ...codes } = filter;
  const officeId = reader.posts[0]?.officeId ?? null;
  const data = { list, filter: codes, hasSearch: q !== undefined, hasCorrespondent: correspondent !== undefined };
  await withTransaction(pool, (tx) =>
    recordAudit(tx, { chain: sessionChain(session.id), officeId, kind: 'supervision.exported', at: now().toISOString(), personId: reader.personId, postId: null, data }));
}
