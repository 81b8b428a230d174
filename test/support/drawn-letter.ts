import { writePdf } from './a-pdf';

/** A run of text where a word processor would have put it: points from the bottom left of a sheet of A4. */
export type DrawnRun = { readonly text: string; readonly x: number; readonly y: number; readonly size?: number };

/** Marks above and below a consonant take no room; every other letter is as wide as Sarabun's are on average. */
const MARKS = [0x0e31, ...span(0x0e34, 0x0e3a), ...span(0x0e47, 0x0e4e)];
function span(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
const TO_UNICODE = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
2 beginbfrange <0020> <007e> <0020> <0e01> <0e5b> <0e01> endbfrange endcmap end end`;

/** A one-page PDF whose text layer holds exactly these runs, in this order, letter by letter as they are spelled. */
export function drawRuns(runs: readonly DrawnRun[]): Uint8Array {
  const hex = (text: string): string => [...text].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('');
  const content = runs.map(({ text, x, y, size = 16 }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET`).join('\n');
  return writePdf(content, [
    '<< /Type /Font /Subtype /Type0 /BaseFont /Sarabun /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>',
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Sarabun /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /W [${MARKS.map((code) => `${code} [0]`).join(' ')}] /FontDescriptor 8 0 R >>`,
    `<< /Length ${TO_UNICODE.length} >>\nstream\n${TO_UNICODE}\nendstream`,
    '<< /Type /FontDescriptor /FontName /Sarabun /Flags 4 /FontBBox [0 -250 1000 1000] /ItalicAngle 0 /Ascent 1000 /Descent -250 /CapHeight 700 /StemV 80 >>',
  ]);
}
