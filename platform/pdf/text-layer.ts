import type { PDFPage } from '@libpdf/core';
import { tidy } from '#domain/thai/normalise';
import { openPdf } from './pdf-file';

/** The words that a PDF carries beside its picture; a scanned page carries none. */
export interface TextLayer {
  /** Text of each page that was read, line by line from the top; empty for a page without text. */
  readonly pages: readonly string[];
  /** There is more than was asked for: further pages, or more characters. */
  readonly isCut: boolean;
}

export interface TextLayerLimits {
  readonly maxPages: number;
  readonly maxChars: number;
}

const LIMITS: TextLayerLimits = { maxPages: 50, maxChars: 200_000 };
/** In sizes of the type: what is further apart on a line is parted by a space, and what lies closer in height is one line. */
const SPACE = 0.2;
const SAME_LINE = 0.35;
/** A pen that goes back by more begins another run: marks are drawn a little to the left of where the pen stands. */
const BACK = 1;

/**
 * Reads the text layer of a PDF, as far as the limits let it. What is encrypted, or a page that cannot be read, has no text: nobody's work may
 * fail because a file is odd. No layer is fully right for Thai (some programs leave tone marks out of it): compare it by `norm`, never show it as the
 * letter. Whoever reads files of strangers does so on a thread with a time limit.
 * @throws DomainError FILE_TYPE_REFUSED for what is no PDF or has no page
 */
export async function readTextLayer(bytes: Uint8Array, limits: Partial<TextLayerLimits> = {}): Promise<TextLayer> {
  const { maxPages, maxChars } = { ...LIMITS, ...limits };
  const pdf = await openPdf(bytes);
  if (pdf.isEncrypted) return { pages: [], isCut: false };
  const count = pdf.getPageCount();
  const pages: string[] = [];
  let left = maxChars;
  for (let index = 0; index < Math.min(count, maxPages) && left > 0; index += 1) {
    const page = pdf.getPage(index);
    const text = page === null ? '' : readPage(page);
    pages.push(text.slice(0, left));
    left -= text.length;
  }
  return { pages, isCut: pages.length < count || left < 0 };
}

type Glyph = { readonly text: string; readonly x: number; readonly end: number; readonly baseline: number; readonly size: number };
type Run = { text: string; readonly x: number; end: number; readonly baseline: number; readonly size: number };

function readPage(page: PDFPage): string {
  try {
    return linesOf(runsOf(glyphsOf(page))).map(tidy).filter((line) => line !== '').join('\n');
  } catch {
    // A font or stream that the reader does not know: the page is then as one that was scanned.
    return '';
  }
}

/** In the order in which they were drawn, which for Thai is that of writing; by their places marks would come before their letters. */
function glyphsOf(page: PDFPage): readonly Glyph[] {
  const chars = page.extractText().lines.flatMap(({ spans }) => spans.flatMap((span) => span.chars));
  return chars
    .toSorted((one, other) => (one.sequenceIndex ?? 0) - (other.sequenceIndex ?? 0))
    .filter(({ char, sequenceIndex }) => !/^\p{Cc}+$/u.test(char) && Number.isInteger(sequenceIndex ?? 0))
    .map(({ char, bbox, baseline, fontSize }) => ({ text: char, x: bbox.x, end: bbox.x + bbox.width, baseline, size: fontSize }));
}

function runsOf(glyphs: readonly Glyph[]): readonly Run[] {
  const runs: Run[] = [];
  for (const glyph of glyphs) {
    const run = runs.at(-1);
    const isNext = run !== undefined && isSameLine(run, glyph) && glyph.x > run.end - BACK * glyph.size && glyph.x < run.end + 2 * glyph.size;
    if (!isNext) {
      runs.push({ ...glyph });
      continue;
    }
    if (glyph.x > run.end + SPACE * glyph.size) run.text += ' ';
    run.text += glyph.text;
    run.end = Math.max(run.end, glyph.end);
  }
  return runs;
}

/** Runs of one height, left to right, from the top of the page. */
function linesOf(runs: readonly Run[]): readonly string[] {
  const lines: Run[][] = [];
  for (const run of runs.toSorted((one, other) => other.baseline - one.baseline)) {
    const line = lines.at(-1);
    if (line?.[0] !== undefined && isSameLine(line[0], run)) line.push(run);
    else lines.push([run]);
  }
  return lines.map((line) => line.toSorted((one, other) => one.x - other.x).map(({ text }) => text).join(' '));
}

const isSameLine = (one: { readonly baseline: number; readonly size: number }, other: { readonly baseline: number }): boolean =>
  Math.abs(one.baseline - other.baseline) < SAME_LINE * one.size;
