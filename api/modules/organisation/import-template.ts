/** The table that is filled in for an import of people and posts. */
import type { z } from 'zod';
import type * as contract from '#domain/contracts/organisation';
import { role as roleWords } from '#domain/letter/words/th';
import { IMPORT_COLUMNS, IMPORT_HEADINGS, type ImportColumn } from '#domain/organisation/import';
import { listPostDetails, listUnitDetails } from '#db/repositories/organisation';
import type { Reader } from '#db/repositories/readers';
import { writeCsv } from '#platform/csv';
import { writeWorkbook, XLSX_TYPE } from '#platform/spreadsheet';
import type { Locale } from '../../messages';
import type { Http } from '../../plugins/context';
import { managedOffice, momentOf, type Deps } from './rights';

type In<K extends keyof typeof contract> = z.output<(typeof contract)[K]>;

/** The table to fill in, with the office's vacant posts in it. @throws DomainError NOT_FOUND, FORBIDDEN */
export async function sendTemplate(deps: Deps, reader: Reader, { officeId: asked, format, locale, reply }: In<'importTemplateQuerySchema'> & { readonly locale: Locale } & Pick<Http, 'reply'>): Promise<Http['reply']> {
  const lines = await linesToFill(deps, managedOffice(reader, asked));
  const table = {
    columns: IMPORT_COLUMNS.map((column) => ({ header: IMPORT_HEADINGS[column][locale], width: 24, value: (row: ImportValues) => row[column] })),
    batches: (async function* () { yield lines; })(),
  };
  void reply.header('content-disposition', `attachment; filename="people-posts.${format}"`);
  if (format === 'csv') return reply.type('text/csv; charset=utf-8').send(writeCsv(table));
  return reply.type(XLSX_TYPE).send(writeWorkbook({ sheet: locale === 'th' ? 'บุคคลและตำแหน่ง' : 'People and posts', ...table }));
}

type ImportValues = { readonly [C in ImportColumn]: string };
const EXAMPLE: ImportValues = {
  unitCode: 'ict', postCode: 'ict-officer-2', titleTh: 'นักวิชาการคอมพิวเตอร์ปฏิบัติการ', titleEn: '', roles: roleWords.officer, isUnitHead: 'ไม่', superiorCode: 'ict-head', login: '', nameTh: '', nameEn: '', email: '', phone: '',
};

/** A line for each vacant post, so that only who is in it need be entered; an example where every post is filled. */
async function linesToFill(deps: Deps, officeId: string): Promise<readonly ImportValues[]> {
  const { at, day } = momentOf(deps);
  const units = new Map((await listUnitDetails(deps.pool, { officeId, day })).map(({ id, code }) => [id, code]));
  const posts = await listPostDetails(deps.pool, { officeId, at, day });
  const codes = new Map(posts.map(({ id, code }) => [id, code]));
  const vacant = posts.filter(({ state, holders }) => state === 'inForce' && holders.length === 0);
  const lines = vacant.map((post): ImportValues => ({
    ...EXAMPLE, unitCode: units.get(post.unitId) ?? '', postCode: post.code, titleTh: post.title.th, titleEn: post.title.en, roles: post.roles.map((role) => roleWords[role]).join(', '),
    isUnitHead: post.isUnitHead ? 'ใช่' : 'ไม่', superiorCode: codes.get(post.superiorId ?? '') ?? '',
  }));
  return lines.length === 0 ? [EXAMPLE] : lines;
}
