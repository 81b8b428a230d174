/** The audit trail of an office for its administrator and for inspectors: a list, and the same as a file. */
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type * as contract from '#domain/contracts/audit';
import type { AuditEventView } from '#domain/contracts/audit';
import { decide } from '#domain/access/policy';
import { officeChain } from '#domain/audit/chain';
import { kindName, kindsOf } from '#domain/audit/kinds';
import { DomainError } from '#domain/errors';
import { addDays, bangkokDate, bangkokInstant, formatDate, formatTime } from '#domain/thai/dates';
import { sayIn } from '#domain/thai/say-in';
import { withTransaction } from '#db/client';
import { recordAudit } from '#db/repositories/audit';
import { listTrail, type TrailEvent, type TrailFilter } from '#db/repositories/audit-trail';
import { toPage } from '#db/repositories/cursors';
import { findNames } from '#db/repositories/names';
import type { Reader } from '#db/repositories/readers';
import { writeCsv } from '#platform/csv';
import { writeWorkbook, type SpreadsheetColumn, XLSX_TYPE } from '#platform/spreadsheet';
import type { ApiDeps } from '../../deps';
import { MESSAGES, type Locale } from '../../messages';
import { disposition } from '../documents/file-checks';
import { keyAfter } from '../paging';
import { detailsOf, idsIn } from './details';

type In<K extends keyof typeof contract> = (typeof contract)[K] extends z.ZodType ? z.output<(typeof contract)[K]> : never;
type Query = In<'auditQuerySchema'>;
type ExportQuery = In<'auditExportQuerySchema'>;

/** @throws DomainError NOT_FOUND for another office, FORBIDDEN where the reader may read no office's trail */
export async function readTrail(deps: ApiDeps, reader: Reader, { cursor, limit, ...query }: Query & { readonly locale: Locale }): Promise<In<'auditPageSchema'>> {
  const officeId = officeOf(reader, query.officeId);
  const key = keyAfter(cursor, ['instant', 'number'], query.locale);
  const after = key === null ? null : ([String(key[0]), Number(key[1])] as const);
  const events = await listTrail(deps.pool, { filter: filterOf(query, officeId), reader, after, limit: limit + 1 });
  const page = toPage(events, limit, ({ at, id }) => [at, id]);
  return { officeId, items: await toViews(deps, page.items), nextCursor: page.nextCursor };
}

/** Rows of an exported file at most; who needs more asks for a shorter time. */
const EXPORT_MAX = 50_000;
const BATCH = 500;
const TYPES = { xlsx: XLSX_TYPE, csv: 'text/csv; charset=utf-8' } as const;

/** Sends what {@link readTrail} lists as a file; that it was exported is itself on record. @throws as {@link readTrail} */
export async function exportTrail(deps: ApiDeps, { reader, reply, query, locale }: { readonly reader: Reader; readonly reply: FastifyReply; readonly query: ExportQuery; readonly locale: Locale }): Promise<FastifyReply> {
  const officeId = officeOf(reader, query.officeId);
  const at = deps.now().toISOString();
  const post = reader.posts.find((each) => decide({ ...reader, posts: [each] }, 'audit.read', { officeId }).allow);
  await withTransaction(deps.pool, (tx) =>
    recordAudit(tx, { chain: officeChain(officeId), officeId, kind: 'audit.exported', data: { format: query.format }, personId: reader.personId, postId: post?.postId ?? null, at }));
  const batches = readAll(deps, reader, filterOf(query, officeId));
  const columns = columnsOf(locale);
  const file = query.format === 'csv' ? writeCsv({ columns, batches }) : writeWorkbook({ sheet: MESSAGES[locale].fields['auditTrail'] ?? 'audit', columns, batches });
  return reply.type(TYPES[query.format]).header('content-disposition', disposition('attachment', `audit-${bangkokDate(at)}.${query.format}`)).send(file);
}

async function* readAll(deps: ApiDeps, reader: Reader, filter: TrailFilter): AsyncGenerator<AuditEventView[]> {
  let after: readonly [string, number] | null = null;
  for (let read = 0; read < EXPORT_MAX; read += BATCH) {
    const events: readonly TrailEvent[] = await listTrail(deps.pool, { filter, reader, after, limit: BATCH });
    yield await toViews(deps, events);
    const last = events.at(-1);
    if (last === undefined || events.length < BATCH) return;
    after = [last.at, last.id];
  }
}

/** The office asked for; without one, the first whose trail the reader may read. */
function officeOf(reader: Reader, wanted: string | undefined): string {
  const may = (officeId: string): boolean => decide(reader, 'audit.read', { officeId }).allow;
  const officeId = wanted ?? reader.posts.flatMap((post) => [post.officeId, ...post.officeIds]).find(may);
  if (officeId === undefined) throw new DomainError('FORBIDDEN');
  if (may(officeId)) return officeId;
  throw new DomainError(reader.posts.some((post) => post.officeId === officeId) ? 'FORBIDDEN' : 'NOT_FOUND');
}

/** Days are those of Bangkok; the last one belongs to it. */
const filterOf = ({ personId, letterNo, group, from, to }: Pick<Query, 'personId' | 'letterNo' | 'group' | 'from' | 'to'>, officeId: string): TrailFilter => ({
  officeId, personId, letterNo, kinds: group === undefined ? undefined : kindsOf(group),
  from: from === undefined ? undefined : bangkokInstant(from, '00:00'), to: to === undefined ? undefined : bangkokInstant(addDays(to, 1), '00:00'),
});

async function toViews({ pool }: Pick<ApiDeps, 'pool'>, events: readonly TrailEvent[]): Promise<AuditEventView[]> {
  const names = await findNames(pool, idsIn(events));
  return events.map((event) => ({
    id: event.id, at: event.at, kind: event.kind, what: kindName(event.kind), person: event.person, post: event.post, letter: event.letter, details: detailsOf(event, names),
  }));
}

function columnsOf(locale: Locale): readonly SpreadsheetColumn<AuditEventView>[] {
  const { fields } = MESSAGES[locale];
  const header = (name: string): string => fields[name] ?? name;
  const named = sayIn(locale);
  return [
    { header: header('auditAt'), width: 22, value: ({ at }) => `${formatDate(at, locale === 'en' ? 'english' : 'register', 'arabic')} ${formatTime(at, 'arabic')}` },
    { header: header('auditWhat'), width: 34, value: ({ what }) => named(what) },
    { header: header('auditWho'), width: 34, value: ({ person }) => named(person?.name) },
    { header: header('auditPost'), width: 34, value: ({ post }) => named(post?.title) },
    { header: header('auditLetterNo'), width: 18, value: ({ letter }) => letter?.no ?? '' },
    { header: header('auditSubject'), width: 40, value: ({ letter }) => letter?.subject ?? '' },
    { header: header('auditDetails'), width: 60, value: ({ details }) => details.map(({ field, value }) => `${header(`audit_${field}`)}: ${named(value)}`).join('; ') },
  ];
}
