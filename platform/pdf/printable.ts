import { readFileSync } from 'node:fs';

import { DomainError } from '#domain/errors';

import { FONT_FILES } from './typst-compiler';

/** Set by the layout itself, never by a glyph. */
const LAYOUT_CHARACTERS = new Set('\n\r\t\u00ad\u200b\u200c\u200d\u2060\ufeff');

let covered: ReadonlySet<number> | undefined;

/**
 * Characters of a text that the document font cannot draw (pictographs, other scripts), each once, in order.
 * An archivable PDF may not hold a character without a shape, so a document with one is refused.
 */
export function listUnprintable(text: string): string[] {
  covered ??= readCoverage(readFileSync(FONT_FILES.regular));
  const found = new Set<string>();
  for (const character of text.normalize('NFC')) {
    const code = character.codePointAt(0) ?? 0;
    if (!covered.has(code) && !LAYOUT_CHARACTERS.has(character)) found.add(character);
  }
  return [...found];
}

/** The text with a `?` for each character that the document font cannot draw: for lists, which are printed whatever stands in them. */
export function toPrintable(text: string): string {
  const missing = new Set(listUnprintable(text));
  return missing.size === 0 ? text : [...text.normalize('NFC')].map((character) => (missing.has(character) ? '?' : character)).join('');
}

/** @throws DomainError TEXT_NOT_PRINTABLE with the characters, when any text of the value has one. */
export function assertPrintable(value: unknown): void {
  const characters = listUnprintable(textsOf(value).join(' '));
  if (characters.length > 0) throw new DomainError('TEXT_NOT_PRINTABLE', told(characters));
}

/**
 * As {@link assertPrintable}, for texts that stand under the names of their fields: the first field with such a character is named.
 * @throws DomainError TEXT_NOT_PRINTABLE
 */
export function assertFieldsPrintable(fields: { readonly [field: string]: unknown }): void {
  for (const [field, value] of Object.entries(fields)) {
    const characters = listUnprintable(textsOf(value).join(' '));
    if (characters.length > 0) throw new DomainError('TEXT_NOT_PRINTABLE', { field, ...told(characters) });
  }
}

const MOST_TOLD = 20;
const told = (characters: readonly string[]) => {
  const first = characters.slice(0, MOST_TOLD);
  return { characters: first, signs: first.join(' ') };
};

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof Uint8Array || value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsOf);
}

/** Code points of a TrueType font's `cmap` subtable of format 4 or 12 (OpenType specification, "cmap"). */
function readCoverage(font: Buffer): ReadonlySet<number> {
  const codes = new Set<number>();
  const cmap = tableOffset(font, 'cmap');
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const at = cmap + font.readUInt32BE(cmap + 8 + i * 8);
    const format = font.readUInt16BE(at);
    if (format === 4) addSegments(font, at, codes);
    if (format === 12) addGroups(font, at, codes);
  }
  return codes;
}

function tableOffset(font: Buffer, tag: string): number {
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const record = 12 + i * 16;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`font without table ${tag}`);
}

function addSegments(font: Buffer, at: number, codes: Set<number>): void {
  const doubled = font.readUInt16BE(at + 6);
  for (let i = 0; i < doubled; i += 2) {
    const end = font.readUInt16BE(at + 14 + i);
    const start = font.readUInt16BE(at + 16 + doubled + i);
    for (let code = start; code <= end && code !== 0xffff; code++) codes.add(code);
  }
}

function addGroups(font: Buffer, at: number, codes: Set<number>): void {
  for (let i = 0; i < font.readUInt32BE(at + 12); i++) {
    const group = at + 16 + i * 12;
    for (let code = font.readUInt32BE(group); code <= font.readUInt32BE(group + 4); code++) codes.add(code);
  }
}
