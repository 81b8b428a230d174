import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { NodeCompiler, type NodeTypstDocument, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';

/** A picture handed to a template: it refers to it by the returned path. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly format: 'svg' | 'png';
}

export interface Typeset {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** Values of the template's labelled metadata, in document order. */
  readonly marks: (label: string) => readonly unknown[];
}

export interface TypesetOptions {
  /** Writes an archivable PDF/A-2b dated by this instant; without it a plain PDF 1.7 without a date. */
  readonly archivedAt?: Date;
}

/** Files of the document font: full TTF of Sarabun, licence SIL OFL 1.1 (its text travels in the npm package). */
export const FONT_FILES = {
  regular: require.resolve('@expo-google-fonts/sarabun/400Regular/Sarabun_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/sarabun/700Bold/Sarabun_700Bold.ttf'),
} as const;

/** Typst may read nothing from disk: its root is a folder that does not exist, pictures are mapped into it. */
const ROOT = join(tmpdir(), 'saraban-typst-root-of-nothing');

/** Compilations after which an unused cached layout is dropped: bounds memory in a process that lives for weeks. */
const CACHE_AGE = 8;
const PICTURES_KEPT = 16;

let compiler: NodeCompiler | undefined;
const pictures = new Set<string>();

/**
 * Sets a template with the given data. One compiler per process; the work is synchronous and takes milliseconds.
 * The template is our own constant text; whatever a person wrote is in `data` only, which Typst reads as JSON and never
 * as source. Equal input gives equal bytes.
 * @throws Error naming Typst's diagnostics: a bug in a template, never a person's fault.
 */
export function typeset(template: string, data: object, options: TypesetOptions = {}): Typeset {
  const engine = getCompiler();
  const document = compile(template, data);
  const pdf = options.archivedAt
    ? engine.pdf(document, {
        pdfStandard: PdfStandard.A_2b,
        creationTimestamp: Math.floor(options.archivedAt.getTime() / 1000),
      })
    : engine.pdf(document, { pdfTags: false });
  engine.evictCache(CACHE_AGE);
  return {
    pdf: new Uint8Array(pdf),
    pages: document.numOfPages,
    marks: (label) => queryMarks(engine.query(document, { selector: `<${label}>`, field: 'value' })),
  };
}

/** As {@link typeset}, as an SVG picture whose letters are shapes. */
export function drawPicture(template: string, data: object): string {
  const svg = getCompiler().plainSvg(compile(template, data));
  getCompiler().evictCache(CACHE_AGE);
  return svg;
}

function compile(template: string, data: object): NodeTypstDocument {
  const compiled = getCompiler().compile({ mainFileContent: template, inputs: { data: JSON.stringify(data) } });
  const document = compiled.result;
  if (!document) throw new Error(`Typst: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? [])}`);
  return document;
}

/**
 * Lets the event loop turn once. Node frees a set document (megabytes outside the heap) only between turns: a caller
 * that sets one after another without turning would keep them all.
 */
export function releaseDocuments(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** Makes a picture readable by templates; the same bytes keep the same path. */
export function mapPicture(picture: Picture): string {
  const hash = createHash('sha256').update(picture.bytes).digest('hex').slice(0, 24);
  const path = `/${hash}.${picture.format}`;
  if (pictures.has(path)) return path;
  const engine = getCompiler();
  const oldest = pictures.keys().next();
  if (pictures.size >= PICTURES_KEPT && !oldest.done) {
    engine.unmapShadow(join(ROOT, oldest.value));
    pictures.delete(oldest.value);
  }
  engine.mapShadow(join(ROOT, path), Buffer.from(picture.bytes));
  pictures.add(path);
  return path;
}

function getCompiler(): NodeCompiler {
  compiler ??= NodeCompiler.create({
    workspace: ROOT,
    fontArgs: [{ fontBlobs: [readFileSync(FONT_FILES.regular), readFileSync(FONT_FILES.bold)] }],
  });
  return compiler;
}

function queryMarks(found: unknown): readonly unknown[] {
  return Array.isArray(found) ? found : [];
}
