/** Excel workbooks: lists written as streams. The only place that knows the file format. */
import { PassThrough, type Readable } from 'node:stream';
import { stream as excel } from '@protobi/exceljs';

/** Content type of a workbook. */
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A column of a list: its heading, its width in characters, and what a row has in it. */
export type SpreadsheetColumn<Row> = {
  readonly header: string;
  readonly width?: number;
  /** Numbers stay numbers and can be summed; years, dates and numbers of letters are given as texts. */
  readonly value: (row: Row) => string | number | null;
};

export type Workbook<Row> = {
  readonly sheet: string;
  /** Lines above the table: what the list is, when and for whom it was made. */
  readonly title?: readonly string[];
  readonly columns: readonly SpreadsheetColumn<Row>[];
  /** Rows in batches, as they are read; nothing is kept of those that are written. */
  readonly batches: AsyncIterable<readonly Row[]>;
};

/** Longest name of a sheet, and the characters that it may not have. */
const SHEET_NAME_MAX = 31;
const NOT_IN_SHEET_NAME = /[\\/?*[\]:]/g;
/** Controls, but for tab and ends of lines, and what is no character at all: no workbook may hold them. */
const NOT_IN_CELL = /[^\P{Cc}\t\n\r\u007f-\u009f]|[\ufffe\uffff]/gu;
/** Longest text of a cell that programs of the trade open. */
const CELL_MAX = 32_767;

/**
 * A text that no program takes for a formula: one that begins like one gets an apostrophe before it, also where blanks stand
 * before the sign. Characters that a workbook cannot hold are left out.
 */
export function plainCell(text: string): string {
  const clean = text.replace(NOT_IN_CELL, '');
  return (/^[\s]*[=+\-@]/.test(clean) || /^[\t\r\n]/.test(clean) ? `'${clean}` : clean).slice(0, CELL_MAX);
}

/**
 * Writes one sheet as an .xlsx file. The stream fails where reading a batch fails, so that a cut file is never taken for a whole one.
 */
export function writeWorkbook<Row>({ sheet, title = [], columns, batches }: Workbook<Row>): Readable {
  const bytes = new PassThrough();
  void fill(bytes, { sheet, title, columns, batches }).catch((error: Error) => bytes.destroy(error));
  return bytes;
}

async function fill<Row>(bytes: PassThrough, { sheet, title, columns, batches }: Required<Workbook<Row>>): Promise<void> {
  const book = new excel.xlsx.WorkbookWriter({ stream: bytes, useStyles: true, useSharedStrings: false });
  const table = book.addWorksheet(sheet.replace(NOT_IN_SHEET_NAME, ' ').slice(0, SHEET_NAME_MAX), {
    views: [{ state: 'frozen', ySplit: title.length + 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  table.columns = columns.map(({ width = 18 }) => ({ width, style: { alignment: { vertical: 'top', wrapText: true } } }));
  for (const line of title) {
    const row = table.addRow([plainCell(line)]);
    row.getCell(1).alignment = { wrapText: false };
    row.commit();
  }
  const header = table.addRow(columns.map((column) => plainCell(column.header)));
  header.font = { bold: true };
  header.commit();
  for await (const rows of batches) {
    for (const row of rows) table.addRow(columns.map(({ value }) => toCell(value(row)))).commit();
    if (bytes.writableNeedDrain) await drained(bytes);
  }
  table.commit();
  await book.commit();
}

const toCell = (value: string | number | null): string | number | null => (typeof value === 'string' ? plainCell(value) : value);

/** Until the reader has taken what was written, or has gone. */
const drained = (bytes: PassThrough): Promise<void> =>
  new Promise((resolve, reject) => {
    const end = (error?: Error): void => {
      bytes.off('drain', end).off('close', closed);
      if (error === undefined) resolve();
      else reject(error);
    };
    const closed = (): void => end(new Error('the reader of the workbook has gone'));
    bytes.once('drain', end).once('close', closed);
  });
