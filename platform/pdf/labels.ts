import { assertPrintable } from './printable';
import { releaseDocuments, typeset } from './typst-compiler';
import { PRELUDE } from './typst-prelude';
import { toPieces } from './words';

export interface LabelSheet {
  /** Instant of making, ISO 8601. */
  readonly madeAt: string;
  /** Printed small above each address. */
  readonly from: string;
  readonly no: string;
  readonly urgency: string | null;
  readonly labels: readonly { readonly to: string; readonly address: string }[];
  /** Labels of a sheet that has been begun: so many are left out at its start. */
  readonly skip: number;
}

/** Address labels for a letter on paper, on A4 sheets of 3 by 8 labels, 70 by 37 millimetres each, edge to edge. @throws DomainError TEXT_NOT_PRINTABLE */
export async function renderLabels(sheet: LabelSheet): Promise<{ pdf: Uint8Array; pages: number }> {
  assertPrintable(sheet);
  const data = {
    ...sheet, title: `ป้ายจ่าหน้า ${sheet.no}`, from: toPieces(sheet.from),
    labels: [...Array.from({ length: sheet.skip }, () => null), ...sheet.labels.map(({ to, address }) => ({ to: toPieces(to), address: toPieces(address) }))],
  };
  const { pdf, pages } = typeset(TEMPLATE, data, { archivedAt: new Date(sheet.madeAt) });
  await releaseDocuments();
  return { pdf, pages };
}

const TEMPLATE = String.raw`${PRELUDE}
#set document(title: d.title, date: auto)
#set page(paper: "a4", margin: (x: 0mm, y: 0.5mm))
#set text(top-edge: 1.05em, bottom-edge: -0.4em)
#let label(l) = box(width: 70mm, height: 37mm, inset: (x: 5mm, y: 3mm), clip: true, if l != none {
  grid(columns: (1fr, auto), text(size: pts(10), flat(d.from)), text(size: pts(10))[ที่ #d.no])
  if d.urgency != none { text(size: pts(16), weight: "bold", fill: red, d.urgency); linebreak() } else { v(2pt) }
  text(size: pts(14))[เรียน #h(0.3em) #text(weight: "bold", flat(l.to))]
  linebreak()
  text(size: pts(12), flat(l.address))
})
#grid(columns: (70mm, 70mm, 70mm), rows: 37mm, ..d.labels.map(label))
`;
