/** Tables that people upload: Excel workbooks (.xlsx) and CSV, read as texts. Formulas are not computed and macros are not looked at. */
import { inflateRawSync } from 'node:zlib';
import { Workbook, type CellValue } from '@protobi/exceljs';
import { DomainError } from '#domain/errors';

export type TableCell = { readonly text: string; readonly isFormula: boolean };
/** Lines with their number in the file, 1 for the first; empty ones left out. */
export type TableLine = { readonly line: number; readonly cells: readonly TableCell[] };

/** What is unpacked from a workbook at most: a small file may hold a very large one. Bytes. */
const UNPACKED_MAX = 40 * 1024 * 1024;
const COLUMNS_MAX = 60;
const CELL_MAX = 2_000;

/**
 * Reads the first sheet of a workbook, or a CSV in UTF-8 or in Windows' Thai code page.
 * @throws DomainError IMPORT_UNREADABLE for anything else; IMPORT_TOO_LARGE beyond the limits
 */
export async function readTable(bytes: Buffer, { maxLines }: { readonly maxLines: number }): Promise<readonly TableLine[]> {
  const isZip = bytes.length > 4 && bytes.readUInt32LE(0) === 0x04034b50;
  const lines = isZip ? await readWorkbook(bytes, maxLines) : readCsv(bytes);
  const filled = lines.filter(({ cells }) => cells.some(({ text, isFormula }) => isFormula || text.trim() !== ''));
  if (filled.length > maxLines) throw new DomainError('IMPORT_TOO_LARGE', { maxLines });
  return filled.map(({ line, cells }) => ({ line, cells: cells.slice(0, COLUMNS_MAX).map((cell) => ({ ...cell, text: cell.text.slice(0, CELL_MAX) })) }));
}

async function readWorkbook(bytes: Buffer, maxLines: number): Promise<TableLine[]> {
  if (unpackedSize(bytes) > UNPACKED_MAX) throw new DomainError('IMPORT_TOO_LARGE', { maxLines });
  const book = new Workbook();
  try {
    // The package types its input as an older Buffer; the bytes are the same.
    await book.xlsx.load(bytes as unknown as Parameters<typeof book.xlsx.load>[0]);
  } catch {
    throw new DomainError('IMPORT_UNREADABLE');
  }
  const sheet = book.worksheets[0];
  if (sheet === undefined) throw new DomainError('IMPORT_UNREADABLE');
  const lines: TableLine[] = [];
  sheet.eachRow({ includeEmpty: false }, (row, line) => {
    const cells: TableCell[] = [];
    for (let column = 1; column <= Math.min(row.cellCount, COLUMNS_MAX); column += 1) cells.push(toCell(row.getCell(column).value));
    lines.push({ line, cells });
  });
  return lines;
}

function toCell(value: CellValue): TableCell {
  if (value === null || value === undefined) return { text: '', isFormula: false };
  if (value instanceof Date) return { text: value.toISOString().slice(0, 10), isFormula: false };
  if (typeof value !== 'object') return { text: String(value), isFormula: false };
  if ('formula' in value || 'sharedFormula' in value) return { text: '', isFormula: true };
  if ('richText' in value) return { text: value.richText.map(({ text }) => text).join(''), isFormula: false };
  if ('hyperlink' in value) return { text: typeof value.text === 'string' ? value.text : '', isFormula: false };
  return { text: '', isFormula: false };
}

/**
 * Unpacks every part and counts what comes out: what the archive's own directory says of sizes may be a lie.
 * @throws DomainError IMPORT_UNREADABLE where there is no such directory
 */
function unpackedSize(bytes: Buffer): number {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length) throw new DomainError('IMPORT_UNREADABLE');
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  let sum = 0;
  for (let entry = 0; entry < count && sum <= UNPACKED_MAX; entry += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw new DomainError('IMPORT_UNREADABLE');
    sum += Math.max(bytes.readUInt32LE(at + 24), unpackedPart(bytes, at, UNPACKED_MAX - sum));
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return sum;
}

/** Size of a part of the archive, or more than `most` where it is larger. */
function unpackedPart(bytes: Buffer, entry: number, most: number): number {
  const local = bytes.readUInt32LE(entry + 42);
  const packed = bytes.readUInt32LE(entry + 20);
  if (local + 30 > bytes.length) throw new DomainError('IMPORT_UNREADABLE');
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  if (bytes.readUInt16LE(entry + 10) === 0) return packed;
  try {
    return inflateRawSync(bytes.subarray(start, start + packed), { maxOutputLength: Math.max(1, most) }).length;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return most + 1;
    throw new DomainError('IMPORT_UNREADABLE');
  }
}

function readCsv(bytes: Buffer): TableLine[] {
  const text = decode(bytes);
  // A file of another kind has bytes that no text has.
  if (text.includes('\u0000')) throw new DomainError('IMPORT_UNREADABLE');
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const separator = [',', ';', '\t'].toSorted((one, other) => head.split(other).length - head.split(one).length)[0] ?? ',';
  return parseCsv(text, separator).map((cells, index) => ({ line: index + 1, cells: cells.map((cell) => ({ text: cell, isFormula: cell.trim().startsWith('=') })) }));
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Excel on a Thai Windows saves CSV in its own code page.
    return new TextDecoder('windows-874').decode(bytes);
  }
}

/** RFC 4180: quotes around cells, doubled inside; line ends of every system. */
function parseCsv(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endCell = (): void => {
    row.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (isQuoted && sign === '"' && text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"' && (isQuoted || cell === '')) isQuoted = !isQuoted;
    else if (!isQuoted && sign === separator) endCell();
    else if (!isQuoted && (sign === '\n' || sign === '\r')) {
      if (sign === '\r' && text[at + 1] === '\n') at += 1;
      endCell();
      rows.push(row);
      row = [];
    } else cell += sign;
  }
  if (cell !== '' || row.length > 0) {
    endCell();
    rows.push(row);
  }
  return rows;
}
