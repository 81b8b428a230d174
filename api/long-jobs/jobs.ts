/** What is done off the event loop: everything that a designer's file or drawing, or a span of a register, can make long. */
import { checkRoute, type RouteCheck, type RouteToCheck } from '#domain/route/check';
import { draftFromBpmn, type ReadDraft } from '#domain/route/exchange/from-bpmn';
import { readBpmn } from '#platform/bpmn';
import { layReceipts, type ReceiptToLay } from '#platform/pdf/receipt-page';
import { inspectPdf, type PdfFacts } from '#platform/pdf/inspect-pdf';
import { type RegisterSheet, renderRegisterSheet } from '#platform/pdf/register-sheet';
import type { Stamped } from '#platform/pdf/stamp-pdf';

export type StampsToLay = { readonly original: Uint8Array; readonly receipts: readonly ReceiptToLay[] };

/** Jobs by kind: what each is given and what it answers. */
export type Jobs = {
  readonly check: { readonly given: RouteToCheck; readonly answer: RouteCheck };
  readonly readBpmn: { readonly given: string; readonly answer: ReadDraft };
  readonly layStamps: { readonly given: StampsToLay; readonly answer: Stamped };
  readonly inspectPdf: { readonly given: Uint8Array; readonly answer: PdfFacts };
  readonly printRegister: { readonly given: RegisterSheet; readonly answer: Uint8Array };
};
export type JobKind = keyof Jobs;

/** @throws DomainError as the job itself does */
export const JOBS: { readonly [K in JobKind]: (given: Jobs[K]['given']) => Promise<Jobs[K]['answer']> } = {
  check: async (route) => checkRoute(route),
  readBpmn: async (xml) => draftFromBpmn(await readBpmn(xml)),
  layStamps: ({ original, receipts }) => layReceipts(original, receipts),
  inspectPdf: (bytes) => inspectPdf(bytes),
  printRegister: async (sheet) => (await renderRegisterSheet(sheet)).pdf,
};
