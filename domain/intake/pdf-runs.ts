/** What pdf.js gives for a page's text, as runs at their places. */
import type { TextRun } from './page-lines';

/** An item of pdf.js; its marked content has no text. */
export type PdfItem = { readonly type?: string; readonly str?: string; readonly transform?: readonly number[]; readonly width?: number; readonly height?: number };

/** Runs in the order of the file; what stands on its side is left out. */
export function toRuns(items: readonly PdfItem[]): TextRun[] {
  return items.flatMap(({ str, transform, width = 0, height = 0 }) => {
    const [a = 0, b = 0, , d = 0, x, y] = transform ?? [];
    if (str === undefined || x === undefined || y === undefined || Math.abs(b) > Math.abs(a)) return [];
    return [{ text: str, x, y, w: width, h: height === 0 ? Math.abs(d) : height }];
  });
}
