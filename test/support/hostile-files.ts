/** Files that somebody may bring to harm whoever opens them, or that simply cannot be read. */
import { createDeflate } from 'node:zlib';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { PDF } from '@libpdf/core';
import { aPdf, writePdf } from './a-pdf';

/** Asks for a password before it shows anything. */
export async function lockedPdf(): Promise<Uint8Array> {
  const pdf = await PDF.load(aPdf('locked'));
  pdf.setProtection({ userPassword: 'only-they-know', ownerPassword: 'only-they-know-more' });
  return pdf.save();
}

/** Opens for everybody, and asks programs not to change it. */
export async function guardedPdf(): Promise<Uint8Array> {
  const pdf = await PDF.load(aPdf('guarded'));
  pdf.setProtection({ ownerPassword: 'only-they-know' });
  return pdf.save();
}

export function longPdf(pages: number): Uint8Array {
  const kids = Array.from({ length: pages }, (_, at) => `${at + 4} 0 R`).join(' ');
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`, '<< /Length 0 >>\nstream\n\nendstream', ...Array.from({ length: pages }, () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R >>')];
  return fromObjects(objects.map((text) => Buffer.from(text)));
}

export const cutPdf = (): Uint8Array => aPdf('cut off in the middle').subarray(0, 250);

/** A page of the web to a browser that guesses, and a PDF to a reader that looks for one. */
export const htmlAndPdf = (): Uint8Array => Buffer.concat([Buffer.from('<!doctype html><script>fetch("/api/v1/session")</script>\n'), aPdf('page')]);
const EMPTY_ZIP = Buffer.from('504b050600000000000000000000000000000000000000', 'hex').subarray(0, 22);
export const pdfAndZip = (): Uint8Array => Buffer.concat([aPdf('archive'), EMPTY_ZIP]);
/** Runs a script when it is opened, in readers that do so. */
export const scriptPdf = (): Uint8Array => Buffer.from(Buffer.from(writePdf('BT /F1 18 Tf 72 720 Td (script) Tj ET', ['<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'])).toString('latin1').replace('/Pages 2 0 R', '/Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>'), 'latin1');

/** A table of its objects that unpacks to so many megabytes. */
export async function bombPdf(unpackedMb: number): Promise<Uint8Array> {
  const packed = await zeros(unpackedMb);
  const head = Buffer.from('%PDF-1.7\n');
  const catalog = Buffer.from('1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n');
  const table = Buffer.from(`3 0 obj\n<< /Type /XRef /Size 4 /W [1 4 2] /Root 1 0 R /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`);
  const tail = Buffer.from(`\nendstream\nendobj\nstartxref\n${head.length + catalog.length}\n%%EOF\n`);
  return Buffer.concat([head, catalog, table, packed, tail]);
}

/** So many megabytes of nothing, packed. */
export function zeros(mb: number, { isRaw = false }: { readonly isRaw?: boolean } = {}): Promise<Buffer> {
  const block = Buffer.alloc(1024 * 1024);
  const blocks = Readable.from((function* () { for (let at = 0; at < mb; at += 1) yield block; })());
  const pack = createDeflate();
  return buffer(blocks.pipe(pack)).then((all) => (isRaw ? all.subarray(2, -4) : all));
}

function fromObjects(objects: readonly Buffer[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  let at = parts[0]!.length;
  const offsets = objects.map((object, index) => {
    const offset = at;
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    parts.push(part);
    at += part.length;
    return offset;
  });
  parts.push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`));
  return Buffer.concat(parts);
}
