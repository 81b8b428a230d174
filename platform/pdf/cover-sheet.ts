import { assertPrintable } from './printable';
import { toQrRows } from './qr';
import { releaseDocuments, typeset } from './typst-compiler';
import { PRELUDE } from './typst-prelude';
import { toPieces } from './words';

export interface CoverSheet {
  /** Instant of making, ISO 8601. */
  readonly madeAt: string;
  readonly office: string;
  readonly subject: string;
  /** Label and value of each fact, in the order printed. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly urgency: string | null;
  readonly secrecy: string | null;
  /** By which the letter is found again; the QR code holds nothing else. */
  readonly code: string;
}

/** Rows in which whoever takes the paper over writes name and time. */
const HAND_OVERS = 8;

/**
 * The sheet that lies on a paper letter on its way through the house (ใบปะหน้า), as PDF/A-2b: what it is, a QR code by which it is found again, and
 * lines for whoever takes it over. Reads what is inside neither aloud nor in the code.
 * @throws DomainError TEXT_NOT_PRINTABLE for characters the font lacks
 */
export async function renderCoverSheet(sheet: CoverSheet): Promise<{ pdf: Uint8Array; pages: number }> {
  assertPrintable(sheet);
  const data = {
    ...sheet, title: `ใบปะหน้าหนังสือ ${sheet.subject}`, rows: HAND_OVERS, qr: toQrRows(sheet.code),
    subject: toPieces(sheet.subject), facts: sheet.facts.map(([label, value]) => [label, toPieces(value)]),
  };
  const { pdf, pages } = typeset(TEMPLATE, data, { archivedAt: new Date(sheet.madeAt) });
  await releaseDocuments();
  return { pdf, pages };
}

const TEMPLATE = String.raw`${PRELUDE}
#set document(title: d.title, date: auto)
#show: sheet.with(2.5cm)

#let black-ink = rgb("#000000")
#let module = 3.6cm / d.qr.len()
#let qr = box(width: 3.6cm, height: 3.6cm, {
  for (y, row) in d.qr.enumerate() {
    for (x, black) in row.enumerate() {
      // A hair wider than its place, so that no line shows between two.
      if black { place(top + left, dx: x * module, dy: y * module, rect(width: module + 0.05pt, height: module + 0.05pt, fill: black-ink)) }
    }
  }
})

#grid(columns: (1fr, auto), column-gutter: 0.6cm, {
  text(size: pts(20), weight: "bold")[ใบปะหน้าหนังสือ]
  linebreak()
  d.office
  if d.urgency != none { linebreak(); text(size: pts(32), weight: "bold", fill: red, top-edge: 1.1em, bottom-edge: -0.4em, d.urgency) }
}, align(center, { qr; v(2pt); text(size: pts(14), d.code) }))
#v(10pt)
#grid(columns: (3.4cm, 1fr), row-gutter: 4pt,
  text(weight: "bold")[เรื่อง], flat(d.subject),
  ..d.facts.map(f => (text(weight: "bold", f.at(0)), flat(f.at(1)))).flatten())
#v(14pt)
#text(weight: "bold")[การส่งต่อ]
#v(4pt)
#table(columns: (1fr, 3.4cm, 3.4cm, 2.6cm), rows: (auto,) + (1.1cm,) * d.rows, stroke: 0.5pt, inset: (x: 4pt, y: 7pt),
  table.header([ผู้รับต่อ], [ลายมือชื่อ], [วันที่], [เวลา]),
  ..range(d.rows * 4).map(_ => []))
`;
