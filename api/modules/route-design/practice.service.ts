/** Where a route's drawing does not fit practice: last resorts, steps out of turn and returns of each step in a span of days. */
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { RoutePractice, routePracticeQuerySchema } from '#domain/contracts/route-life';
import { addDays, bangkokDate, bangkokInstant, formatDate } from '#domain/thai/dates';
import { sayIn } from '#domain/thai/say-in';
import type { Reader } from '#db/repositories/readers';
import { findVersionDrawing } from '#db/repositories/route-designs';
import { listPractice } from '#db/repositories/route-practice';
import { writeWorkbook, type SpreadsheetColumn, XLSX_TYPE } from '#platform/spreadsheet';
import type { Locale } from '../../messages';
import { invalidField } from '../../plugins/problems';
import { disposition } from '../documents/file-checks';
import { getLiveVersion } from './life.service';
import type { Deps } from './rights';

type Asked = { readonly routeId: string; readonly query: z.output<typeof routePracticeQuerySchema>; readonly locale: Locale };

/** Days looked at where none are named. */
const DAYS = 90;

/** @throws DomainError NOT_FOUND, VALIDATION_FAILED for a span that ends before it begins */
export async function readPractice(deps: Deps, reader: Reader, { routeId, query, locale }: Asked): Promise<RoutePractice> {
  const { route, version } = await getLiveVersion(deps, reader, { routeId, versionId: query.versionId });
  const to = query.to ?? bangkokDate(deps.now().toISOString());
  const from = query.from ?? addDays(to, 1 - DAYS);
  if (from > to) throw invalidField('query.to', locale);
  const [rows, drawing] = await Promise.all([
    listPractice(deps.pool, { reader, versionId: version.id, since: bangkokInstant(from, '00:00'), until: bangkokInstant(addDays(to, 1), '00:00') }), findVersionDrawing(deps.pool, version.id),
  ]);
  // In the order of the drawing; steps that are no longer on it come last, by the name that they had.
  const nodes = drawing?.definition.nodes ?? [];
  const place = new Map(nodes.map(({ id }, at) => [id, at]));
  const steps = rows.map(({ name, ...row }) => {
    const node = nodes[place.get(row.nodeId) ?? -1];
    return { ...row, name: node === undefined ? name : { th: node.name, en: node.nameEn ?? '' } };
  });
  return { route, version, from, to, steps: steps.sort((a, b) => (place.get(a.nodeId) ?? nodes.length) - (place.get(b.nodeId) ?? nodes.length)) };
}

const TITLE = { th: 'จุดที่แผนผังไม่ตรงกับการทำงานจริง', en: 'Where the drawing does not fit practice' } as const;
const TO = { th: 'ถึง', en: 'to' } as const;
const VERSION = { th: 'ฉบับที่', en: 'version' } as const;

type Step = RoutePractice['steps'][number];
const HEADERS = {
  step: { th: 'ขั้น', en: 'Step' },
  tasks: { th: 'งานทั้งหมด', en: 'Tasks' },
  fallbacks: { th: 'ไม่พบผู้ปฏิบัติ ส่งตำแหน่งสำรอง', en: 'Nobody found, went to the last resort' },
  adhoc: { th: 'ขอความเห็นนอกแผนผัง', en: 'Out of turn' },
  returns: { th: 'ส่งกลับแก้ไข', en: 'Returned' },
} as const;
const TIMES = { th: 'ครั้ง', en: 'times' } as const;
const LETTERS = { th: 'เรื่อง', en: 'letters' } as const;

/** @throws DomainError as {@link readPractice} */
export async function sendPractice(deps: Deps, reader: Reader, { reply, ...asked }: Asked & { readonly reply: FastifyReply }): Promise<FastifyReply> {
  const { locale } = asked;
  const { route, version, from, to, steps } = await readPractice(deps, reader, asked);
  const say = sayIn(locale);
  const counts = (['tasks', 'fallbacks', 'adhoc', 'returns'] as const).flatMap((kind): SpreadsheetColumn<Step>[] => [
    { header: `${HEADERS[kind][locale]} (${TIMES[locale]})`, width: 18, value: (step) => step[kind].times },
    { header: `${HEADERS[kind][locale]} (${LETTERS[locale]})`, width: 18, value: (step) => step[kind].letters },
  ]);
  const bytes = writeWorkbook<Step>({
    sheet: TITLE[locale],
    title: [`${TITLE[locale]}: ${say(route.name)} (${VERSION[locale]} ${version.version})`, `${formatDate(from, 'numeric', 'arabic')} ${TO[locale]} ${formatDate(to, 'numeric', 'arabic')}`],
    columns: [{ header: HEADERS.step[locale], width: 36, value: (step) => say(step.name) }, ...counts], batches: once(steps),
  });
  return reply.header('cache-control', 'private, no-store').header('content-disposition', disposition('attachment', `${TITLE[locale]} ${say(route.name)}.xlsx`)).type(XLSX_TYPE).send(bytes);
}

async function* once<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield rows;
}
