/** What is done off the event loop: everything that a designer's file or drawing, or a span of a register, can make long. */
import { type ColumnMapping, findHeadings, type RegisterTable, type RegisterTableLine } from '#domain/numbering/import/columns';
import { judgeRegister, type RegisterKnown, type RowVerdict } from '#domain/numbering/import/judge';
import { checkRoute, type RouteCheck, type RouteToCheck } from '#domain/route/check';
import { draftFromBpmn, type ReadDraft } from '#domain/route/exchange/from-bpmn';
import { readBpmn } from '#platform/bpmn';
import { bindFile, type BoundFile, type FileToBind } from '#platform/pdf/bind-file';
import { layReceipts, type ReceiptToLay } from '#platform/pdf/receipt-page';
import { inspectPdf, type PdfFacts } from '#platform/pdf/inspect-pdf';
import { type RegisterSheet, renderRegisterSheet } from '#platform/pdf/register-sheet';
import type { Stamped } from '#platform/pdf/stamp-pdf';
import { readTable, type TableLine } from '#platform/table-file';

export type StampsToLay = { readonly original: Uint8Array; readonly receipts: readonly ReceiptToLay[] };
/** A file of somebody's register; the bytes are copied to the thread. */
export type TableFile = { readonly bytes: Uint8Array; readonly maxLines: number };
export type RegisterToJudge = { readonly table: RegisterTable; readonly mapping: ColumnMapping; readonly known: RegisterKnown };

/** Jobs by kind: what each is given and what it answers. */
export type Jobs = {
  readonly check: { readonly given: RouteToCheck; readonly answer: RouteCheck };
  readonly readBpmn: { readonly given: string; readonly answer: ReadDraft };
  readonly layStamps: { readonly given: StampsToLay; readonly answer: Stamped };
  readonly inspectPdf: { readonly given: Uint8Array; readonly answer: PdfFacts };
  readonly bindFile: { readonly given: FileToBind; readonly answer: BoundFile };
  readonly printRegister: { readonly given: RegisterSheet; readonly answer: Uint8Array };
  readonly readTable: { readonly given: TableFile; readonly answer: RegisterTable };
  readonly judgeRegister: { readonly given: RegisterToJudge; readonly answer: readonly RowVerdict[] };
};
export type JobKind = keyof Jobs;

/** @throws DomainError as the job itself does */
export const JOBS: { readonly [K in JobKind]: (given: Jobs[K]['given']) => Promise<Jobs[K]['answer']> } = {
  check: async (route) => checkRoute(route),
  readBpmn: async (xml) => draftFromBpmn(await readBpmn(xml)),
  layStamps: ({ original, receipts }) => layReceipts(original, receipts),
  inspectPdf: (bytes) => inspectPdf(bytes),
  bindFile,
  printRegister: async (sheet) => (await renderRegisterSheet(sheet)).pdf,
  readTable: async ({ bytes, maxLines }) => findHeadings((await readTable(Buffer.from(bytes), { maxLines })).map(toLine)),
  judgeRegister: async ({ table, mapping, known }) => judgeRegister(table, mapping, known),
};

const toLine = ({ line, cells }: TableLine): RegisterTableLine => ({ line, cells: cells.map(({ text }) => text), formulas: cells.flatMap(({ isFormula }, place) => (isFormula ? [place] : [])) });
