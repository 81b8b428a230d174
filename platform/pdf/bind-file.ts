/** One PDF of several documents, to be printed at once. */
import { PDF, PdfStream } from '@libpdf/core';
import { DomainError, isDomainError } from '#domain/errors';
import { PRINTED_PAGES_MAX } from '#domain/letter/printed-file';
import { openPdf } from './pdf-file';
import { assertPrintable } from './printable';
import { releaseDocuments, typeset } from './typst-compiler';
import { PRELUDE } from './typst-prelude';
import { toPieces } from './words';

export interface FilePart {
  /** As it is called on the list of what could not be bound. */
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}
/** Why a document is not in the file: of a kind that is no page, locked by a password, damaged. */
export type LeftOutWhy = 'kind' | 'encrypted' | 'broken';
export interface FileToBind {
  /** Instant of making, ISO 8601. */
  readonly madeAt: string;
  readonly title: string;
  /** In the order in which they lie. */
  readonly parts: readonly FilePart[];
  readonly maxPages?: number;
}
export type BoundFile = { readonly pdf: Uint8Array; readonly pages: number; readonly leftOut: readonly { readonly name: string; readonly why: LeftOutWhy }[] };

/** A4 in points, and what a picture keeps from its edges. */
const SHEET = { width: 595.28, height: 841.89 };
const MARGIN = 28;

/**
 * Binds documents into one PDF. What cannot be bound is named on a sheet at the end, never dropped unsaid. Where every part is archivable the
 * file is, too; else it claims nothing. Digital signatures are left behind: they vouch for the documents, which stay as they are.
 * @throws DomainError PRINT_TOO_LONG
 */
export async function bindFile({ madeAt, title, parts, maxPages = PRINTED_PAGES_MAX }: FileToBind): Promise<BoundFile> {
  const opened = await Promise.all(parts.map(open));
  const leftOut = opened.flatMap((each) => (typeof each.pdf === 'string' ? [{ name: each.name, why: each.pdf }] : []));
  const sheets = opened.flatMap(({ pdf }) => (typeof pdf === 'string' ? [] : [pdf]));
  if (leftOut.length > 0) sheets.push(await PDF.load(await listLeftOut(leftOut, madeAt)));
  const pages = sheets.reduce((sum, pdf) => sum + pdf.getPageCount(), 0);
  if (pages > maxPages) throw new DomainError('PRINT_TOO_LONG', { pages, maximum: maxPages });
  const { base, own } = await beginFile(sheets, title);
  for (const pdf of sheets) await base.copyPagesFrom(pdf, Array.from({ length: pdf.getPageCount() }, (_, index) => index));
  for (let page = 0; page < own; page += 1) base.removePage(0);
  return { pdf: await base.save(), pages, leftOut };
}

type Opened = { readonly name: string; readonly pdf: PDF | LeftOutWhy };

async function open({ name, mime, bytes }: FilePart): Promise<Opened> {
  try {
    if (mime === 'image/png' || mime === 'image/jpeg') return { name, pdf: toSheet(bytes) };
    if (mime !== 'application/pdf') return { name, pdf: 'kind' };
    const pdf = await openPdf(bytes);
    return { name, pdf: pdf.isEncrypted ? 'encrypted' : pdf };
  } catch (error) {
    // Whatever is wrong with somebody's file costs that file only; the sheet at the end says so.
    if (isDomainError(error) || error instanceof Error) return { name, pdf: 'broken' };
    throw error;
  }
}

/** A picture on a sheet of A4, upright or across as it is itself, made smaller but never larger than it is at 96 dots an inch. */
function toSheet(bytes: Uint8Array): PDF {
  const pdf = PDF.create();
  const image = pdf.embedImage(bytes);
  const isAcross = image.width > image.height;
  const [width, height] = isAcross ? [SHEET.height, SHEET.width] : [SHEET.width, SHEET.height];
  const scale = Math.min(0.75, (width - 2 * MARGIN) / image.width, (height - 2 * MARGIN) / image.height);
  const [w, h] = [image.width * scale, image.height * scale];
  pdf.addPage({ width, height }).drawImage(image, { x: (width - w) / 2, y: height - MARGIN - h, width: w, height: h });
  return pdf;
}

/** What the pages are put into: a copy of the first part where all are archivable, since it carries what that takes; its own pages go at the end. */
async function beginFile(sheets: readonly PDF[], title: string): Promise<{ readonly base: PDF; readonly own: number }> {
  const [first] = sheets;
  if (first === undefined) throw new DomainError('NOT_FOUND');
  if (!sheets.every(isArchivable)) {
    const base = PDF.create();
    base.setTitle(title);
    return { base, own: 0 };
  }
  const base = await PDF.load(await first.save());
  for (const key of ['AcroForm', 'StructTreeRoot', 'MarkInfo', 'Outlines', 'Names', 'OpenAction']) base.getCatalog().delete(key);
  return { base, own: base.getPageCount() };
}

function isArchivable(pdf: PDF): boolean {
  const metadata = pdf.getCatalog().get('Metadata', pdf.context.resolve.bind(pdf.context));
  return metadata instanceof PdfStream && /pdfaid:part[^\d]*2/.test(Buffer.from(metadata.getDecodedData()).toString('latin1'));
}

const WHY: { readonly [W in LeftOutWhy]: string } = { kind: 'ชนิดไฟล์ที่พิมพ์รวมไม่ได้ โปรดพิมพ์แยก', encrypted: 'ไฟล์มีรหัสผ่าน', broken: 'ไฟล์เสียหาย' };

async function listLeftOut(leftOut: BoundFile['leftOut'], madeAt: string): Promise<Uint8Array> {
  const rows = leftOut.map(({ name, why }) => ({ name: toPieces(name), why: WHY[why] }));
  assertPrintable(rows);
  const { pdf } = typeset(LEFT_OUT, { rows }, { archivedAt: new Date(madeAt) });
  await releaseDocuments();
  return pdf;
}

const LEFT_OUT = String.raw`${PRELUDE}
#set document(title: "เอกสารที่ไม่ได้รวมอยู่ในแฟ้มนี้", date: auto)
#show: sheet.with(2.5cm)
#text(size: pts(20), weight: "bold")[เอกสารที่ไม่ได้รวมอยู่ในแฟ้มนี้]
#v(6pt)
#table(columns: (1.2cm, 1fr, 5.5cm), stroke: 0.5pt, inset: (x: 4pt, y: 6pt),
  table.header([ที่], [ชื่อไฟล์], [เหตุผล]),
  ..d.rows.enumerate().map(((i, r)) => (digits(i + 1), flat(r.name), r.why)).flatten())
`;
