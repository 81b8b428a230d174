/** Routes as files: drawn for paper, as a work manual, for other modellers, and read back from them. */
import type { z } from 'zod';
import { canonicalJson } from '#domain/canonical-json';
import type * as contract from '#domain/contracts/route-design';
import { sayReport } from '#domain/route/exchange/report';
import { draftToBpmn } from '#domain/route/exchange/to-bpmn';
import type { RouteDraft } from '#domain/route/operations';
import { formatDate } from '#domain/thai/dates';
import { sayIn } from '#domain/thai/say-in';
import type { Reader } from '#db/repositories/readers';
import { getRouteOffice } from '#db/repositories/route-designs';
import { writeBpmn } from '#platform/bpmn';
import { renderRoutePicture, renderRouteSheet, type RouteSheet } from '#platform/pdf/route-sheet';
import type { Locale } from '../../messages';
import type { LongJobs } from '../../long-jobs/long-jobs';
import type { Http } from '../../plugins/context';
import { disposition } from '../documents/file-checks';
import { getReadableVersion } from './designs.service';
import { getDraft } from './drafts.service';
import { loadNames } from './names';
import { assertDesignsAnywhere, type Deps } from './rights';

type Format = z.output<typeof contract.routeFileQuerySchema>['format'];
type Asked = { readonly id: string; readonly format: Format; readonly locale: Locale; readonly reply: Http['reply'] };

/** @throws DomainError NOT_FOUND, TEXT_NOT_PRINTABLE */
export async function sendVersionFile(deps: Deps, reader: Reader, { id, ...asked }: Asked): Promise<Http['reply']> {
  const { route, version, drawing } = await getReadableVersion(deps, reader, id);
  const since = formatDate(version.from, 'formal', asked.locale === 'th' ? 'thai' : 'arabic');
  const digits = new Intl.NumberFormat(asked.locale === 'th' ? 'th-TH-u-nu-thai' : 'en').format(version.version);
  const said = asked.locale === 'th' ? `ฉบับที่ ${digits} ใช้ตั้งแต่ ${since}` : `version ${digits}, since ${since}`;
  return send(deps, { draft: { route: drawing.definition, layout: drawing.layout }, officeId: route.officeId, name: `${route.code}-${version.version}`, version: said, isDraft: false, ...asked });
}

/** @throws DomainError NOT_FOUND, FORBIDDEN, TEXT_NOT_PRINTABLE */
export async function sendDraftFile(deps: Deps, reader: Reader, { id, ...asked }: Asked): Promise<Http['reply']> {
  const { definition, layout, officeId, code } = await getDraft(deps, reader, id);
  return send(deps, { draft: { route: definition, layout }, officeId, name: `${code}-draft`, version: asked.locale === 'th' ? 'ฉบับร่าง' : 'draft', isDraft: true, ...asked });
}

/** A file of another modeller as a draft, with a sentence for everything in it; nothing is kept. @throws DomainError FORBIDDEN, LONG_JOBS_BUSY, BPMN_NOT_XML, BPMN_ENTITIES_REFUSED, BPMN_WITHOUT_PROCESS, FILE_TOO_LARGE */
export async function readBpmnFile({ longJobs }: { readonly longJobs: LongJobs }, reader: Reader, { xml, locale }: z.output<typeof contract.bpmnFileSchema> & { readonly locale: Locale }): Promise<z.output<typeof contract.bpmnReadSchema>> {
  assertDesignsAnywhere(reader);
  const { draft: { route, layout }, report } = await longJobs.readBpmn(xml);
  return { definition: route, layout, report: report.map((line) => ({ verdict: line.verdict, text: sayReport(line, locale), elementId: line.element.id, nodeId: line.nodeId })) };
}

type File = Omit<Asked, 'id'> & { readonly draft: RouteDraft; readonly officeId: string; readonly name: string; readonly version: string; readonly isDraft: boolean };

async function send({ pool, now }: Deps, { draft, officeId, format, locale, reply, name, version, isDraft }: File): Promise<Http['reply']> {
  const { type, write, extension } = FILES[format];
  const at = now().toISOString();
  const sheet = async (): Promise<RouteSheet> => {
    const [{ office }, { names }] = await Promise.all([getRouteOffice(pool, officeId), loadNames(pool, { officeId, at })]);
    return { ...draft, office: sayIn(locale)(office.name), version, isDraft, words: names[locale], madeAt: at };
  };
  const content = await write(draft, sheet);
  return reply.type(type).header('content-disposition', disposition('attachment', `route-${name}${extension}`)).send(content);
}

type Writer = { readonly type: string; readonly extension: string; readonly write: (draft: RouteDraft, sheet: () => Promise<RouteSheet>) => Promise<string | Buffer> };
const pdf = (what: 'drawing' | 'manual'): Writer => ({ type: 'application/pdf', extension: `-${what}.pdf`, write: async (_draft, sheet) => Buffer.from((await renderRouteSheet(await sheet(), what)).pdf) });
const FILES: { readonly [F in Format]: Writer } = {
  drawing: pdf('drawing'),
  manual: pdf('manual'),
  svg: { type: 'image/svg+xml', extension: '.svg', write: async (_draft, sheet) => renderRoutePicture(await sheet()) },
  bpmn: { type: 'application/xml; charset=utf-8', extension: '.bpmn', write: (draft) => writeBpmn(draftToBpmn(draft)) },
  json: { type: 'application/json; charset=utf-8', extension: '.json', write: async ({ route }) => `${canonicalJson(route)}\n` },
};
