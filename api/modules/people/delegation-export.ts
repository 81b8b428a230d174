/** The table of powers given in writing as an Excel workbook, as an office keeps it in its files. */
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { officeChain } from '#domain/audit/chain';
import type * as contract from '#domain/contracts/people';
import type { LetterKind } from '#domain/letter/vocabulary';
import { bangkokDate } from '#domain/thai/dates';
import { type Said, sayIn } from '#domain/thai/say-in';
import { withTransaction } from '#db/client';
import { recordAudit } from '#db/repositories/audit';
import type { Reader } from '#db/repositories/readers';
import { writeWorkbook, type SpreadsheetColumn, XLSX_TYPE } from '#platform/spreadsheet';
import type { ApiDeps } from '../../deps';
import type { Locale } from '../../messages';
import { disposition } from '../documents/file-checks';
import { writtenInstant } from '../supervision/export-columns';
import { readDelegations } from './people.service';

type Delegation = z.output<typeof contract.delegationSchema>;
type Asked = { readonly reader: Reader; readonly reply: FastifyReply; readonly locale: Locale; readonly query: z.output<typeof contract.delegationExportQuerySchema> };

const TITLE: Said = { th: 'บัญชีการมอบอำนาจ', en: 'Delegations' };
const AS_OF: Said = { th: 'ข้อมูล ณ', en: 'As of' };
const ALL_KINDS: Said = { th: 'หนังสือทุกชนิด', en: 'All kinds of letters' };
const OPEN_END: Said = { th: 'จนกว่าจะมีคำสั่งเปลี่ยนแปลง', en: 'Until changed by order' };
const KINDS: { readonly [K in LetterKind]: Said } = {
  external_letter: { th: 'หนังสือภายนอก', en: 'External letter' }, internal_memo: { th: 'บันทึกข้อความ', en: 'Internal memo' }, stamped_letter: { th: 'หนังสือประทับตรา', en: 'Stamped letter' },
  order: { th: 'คำสั่ง', en: 'Order' }, regulation: { th: 'ระเบียบ', en: 'Regulation' }, rule: { th: 'ข้อบังคับ', en: 'Rule' }, announcement: { th: 'ประกาศ', en: 'Announcement' },
  statement: { th: 'แถลงการณ์', en: 'Statement' }, news_release: { th: 'ข่าว', en: 'News release' }, certificate: { th: 'หนังสือรับรอง', en: 'Certificate' }, minutes: { th: 'รายงานการประชุม', en: 'Minutes' },
  memo_note: { th: 'บันทึก', en: 'Note' }, other_record: { th: 'หนังสืออื่น', en: 'Other record' },
};
const STATES: { readonly [S in Delegation['state']]: Said } = { inForce: { th: 'มีผลอยู่', en: 'In force' }, future: { th: 'ยังไม่มีผล', en: 'Not yet in force' }, ended: { th: 'สิ้นสุดแล้ว', en: 'Ended' } };

/** Sends what {@link readDelegations} lists of one office; that it was exported is itself on record. @throws DomainError NOT_FOUND for another office */
export async function exportDelegations(deps: ApiDeps, { reader, reply, locale, query }: Asked): Promise<FastifyReply> {
  const { items } = await readDelegations(deps, reader, query);
  const at = deps.now().toISOString();
  await withTransaction(deps.pool, (tx) =>
    recordAudit(tx, { chain: officeChain(query.officeId), officeId: query.officeId, kind: 'delegations.exported', data: { state: query.state, count: items.length }, personId: reader.personId, postId: null, at }));
  const title = TITLE[locale];
  return reply
    .header('cache-control', 'private, no-store')
    .header('content-disposition', disposition('attachment', `${title} ${bangkokDate(at)}.xlsx`))
    .type(XLSX_TYPE)
    .send(writeWorkbook({ sheet: title, title: [title, `${AS_OF[locale]} ${writtenInstant(at)}`], columns: columnsOf(locale), batches: inOne(items) }));
}

async function* inOne(items: readonly Delegation[]): AsyncGenerator<readonly Delegation[]> {
  yield items;
}

function columnsOf(locale: Locale): readonly SpreadsheetColumn<Delegation>[] {
  const say = sayIn(locale);
  const column = (header: Said, width: number, value: SpreadsheetColumn<Delegation>['value']): SpreadsheetColumn<Delegation> => ({ header: say(header), width, value });
  return [
    column({ th: 'ผู้มอบอำนาจ (ตำแหน่ง)', en: 'From (post)' }, 38, ({ fromPost }) => say(fromPost.title)),
    column({ th: 'ผู้รับมอบอำนาจ (ตำแหน่ง)', en: 'To (post)' }, 38, ({ toPost }) => say(toPost.title)),
    column({ th: 'ชนิดหนังสือ', en: 'Kinds of letters' }, 34, ({ kinds }) => (kinds.length === 0 ? say(ALL_KINDS) : kinds.map((kind) => say(KINDS[kind])).join(', '))),
    column({ th: 'คำสั่งที่', en: 'Order no.' }, 26, ({ orderNo }) => orderNo),
    column({ th: 'ตั้งแต่', en: 'From' }, 17, ({ validFrom }) => writtenInstant(validFrom)),
    column({ th: 'ถึง', en: 'Until' }, 26, ({ validTo }) => (validTo === null ? say(OPEN_END) : writtenInstant(validTo))),
    column({ th: 'สถานะ', en: 'State' }, 14, ({ state }) => say(STATES[state])),
  ];
}
