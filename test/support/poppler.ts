import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { norm } from '#domain/thai/normalise';

/** Reads produced PDFs by poppler's tools (Debian package poppler-utils): a second opinion beside the libraries that wrote them. */

/** A word as seen: points from the top left of the displayed page. */
export interface SeenWord {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Text of one page (from 1) or of all, in reading order. */
export function readText(pdf: Uint8Array, page?: number): string {
  const range = page === undefined ? [] : ['-f', String(page), '-l', String(page)];
  return withFile(pdf, (file) => run('pdftotext', [...range, '-layout', file, '-']));
}

/**
 * Text as a reader compares it: one spelling of sara am, no spaces, ASCII digits. Poppler gives some consonants with
 * their marks twice (สิ่สิ่ง): the file holds them once, as replacement text and as glyphs. To be used on both sides.
 */
export function toComparable(text: string): string {
  return norm(text)
    .replace(/\s+/g, '')
    .replace(/([ก-ฮ][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]+)\1/g, '$1');
}

export function readWords(pdf: Uint8Array): SeenWord[] {
  const xml = withFile(pdf, (file) => run('pdftotext', ['-bbox', file, '-']));
  return xml.split('<page ').slice(1).flatMap((part, index) =>
    [...part.matchAll(/<word xMin="([^"]+)" yMin="([^"]+)" xMax="([^"]+)" yMax="([^"]+)">([^<]*)</g)].map((match) => ({
      page: index + 1,
      text: match[5] ?? '',
      left: Number(match[1]),
      top: Number(match[2]),
      right: Number(match[3]),
      bottom: Number(match[4]),
    })),
  );
}

/** Facts by name as `pdfinfo` prints them, e.g. "Pages", "Page size". */
export function readInfo(pdf: Uint8Array): { readonly [name: string]: string } {
  const lines = withFile(pdf, (file) => run('pdfinfo', [file])).split('\n');
  return Object.fromEntries(lines.map((line) => [line.split(':')[0] ?? '', line.slice(line.indexOf(':') + 1).trim()]));
}

/** What `pdfsig` says of the signatures in a file. */
export function readSignatures(pdf: Uint8Array): string {
  return withFile(pdf, (file) => run('pdfsig', ['-nocert', file]));
}

/** Fonts in use as pdftohtml sees them: size in points and colour. */
export function readFontSpecs(pdf: Uint8Array): { readonly size: number; readonly color: string }[] {
  // At zoom 1 its pixels are points.
  const xml = withFile(pdf, (file) => run('pdftohtml', ['-xml', '-i', '-stdout', '-zoom', '1', file]));
  return [...xml.matchAll(/<fontspec [^>]*size="(\d+)"[^>]*color="([^"]+)"/g)].map((match) => ({
    size: Number(match[1]),
    color: match[2] ?? '',
  }));
}

/** Width and height in pixels and resolution of the pictures in a file. */
export function readPictures(pdf: Uint8Array): { readonly width: number; readonly height: number; readonly ppi: number }[] {
  return withFile(pdf, (file) => run('pdfimages', ['-list', file]))
    .split('\n')
    .slice(2)
    .filter((line) => line.trim() !== '')
    .map((line) => line.trim().split(/\s+/))
    .map((cells) => ({ width: Number(cells[3]), height: Number(cells[4]), ppi: Number(cells[12]) }));
}

function withFile<T>(pdf: Uint8Array, read: (file: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'saraban-pdf-'));
  try {
    const file = join(folder, 'file.pdf');
    writeFileSync(file, pdf);
    return read(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(tool: string, args: string[]): string {
  return execFileSync(tool, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'ignore'] });
}
