/** Lists as comma-separated text, for programs that take no workbook. */
import { Readable } from 'node:stream';
import { plainCell, type SpreadsheetColumn } from './spreadsheet';

/** By this mark programs of the trade know that the text is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** One line a row, every text in quotation marks, lines ended as RFC 4180 has it; no text is taken for a formula. */
export function writeCsv<Row>({ columns, batches }: { readonly columns: readonly SpreadsheetColumn<Row>[]; readonly batches: AsyncIterable<readonly Row[]> }): Readable {
  return Readable.from(lines(columns, batches));
}

async function* lines<Row>(columns: readonly SpreadsheetColumn<Row>[], batches: AsyncIterable<readonly Row[]>): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + toLine(columns.map(({ header }) => header));
  for await (const rows of batches) yield rows.map((row) => toLine(columns.map(({ value }) => value(row)))).join('');
}

const toLine = (cells: readonly (string | number | null)[]): string => `${cells.map(toCell).join(',')}\r\n`;
const toCell = (value: string | number | null): string => (typeof value === 'string' ? `"${plainCell(value).replaceAll('"', '""')}"` : (value ?? '').toString());
