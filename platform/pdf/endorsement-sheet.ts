import { assertPrintable } from './printable';
import { releaseDocuments, typeset } from './typst-compiler';
import { PRELUDE } from './typst-prelude';
import { type Piece, toPieces, toWordLines } from './words';

/** One note of the chain (เกษียน), as printed. `seq` counts from 1 in the order of the log. */
export interface EndorsementEntry {
  readonly seq: number;
  readonly to: string | null;
  readonly action: string | null;
  readonly text: string;
  readonly name: string;
  readonly post: string;
  readonly capacityLine: string | null;
  readonly dateText: string;
  readonly timeText: string;
}

export interface EndorsementSheet {
  /** Instant of making, ISO 8601. */
  readonly madeAt: string;
  readonly office: string;
  readonly letterNo: string;
  readonly subject: string;
  readonly secrecy?: string | null;
  readonly entries: readonly EndorsementEntry[];
}

/**
 * The chain of endorsements of one letter in one office, in the order of the log, as PDF/A-2b to go behind the letter
 * (R26 clause 26).
 * @throws DomainError TEXT_NOT_PRINTABLE for characters the font lacks.
 */
export async function renderEndorsementSheet(sheet: EndorsementSheet): Promise<{ pdf: Uint8Array; pages: number }> {
  assertPrintable(sheet);
  const data = {
    title: `บันทึกการเกษียนหนังสือ ${sheet.letterNo}`,
    secrecy: sheet.secrecy ?? null,
    office: toPieces(sheet.office),
    letterNo: toPieces(sheet.letterNo),
    subject: toPieces(sheet.subject),
    entries: sheet.entries.map((entry) => ({
      ...entry,
      to: entry.to === null ? null : toPieces(entry.to),
      text: toWordLines(entry.text) satisfies Piece[][],
    })),
  };
  const { pdf, pages } = typeset(TEMPLATE, data, { archivedAt: new Date(sheet.madeAt) });
  await releaseDocuments();
  return { pdf, pages };
}

const TEMPLATE = String.raw`${PRELUDE}
#set document(title: d.title, date: auto)
#show: sheet.with(2.5cm)

#align(center, text(size: pts(20), weight: "bold")[บันทึกการเกษียนหนังสือ])
#align(center, flat(d.office))
#v(6pt)
#grid(columns: (auto, 1fr), column-gutter: 1em, row-gutter: 2pt,
  text(weight: "bold")[หนังสือที่], flat(d.letterNo),
  text(weight: "bold")[เรื่อง], flat(d.subject))
#v(4pt)
#line(length: 100%, stroke: 0.8pt)

#let entry(e) = {
  block(spacing: 0pt, width: 100%, breakable: true, {
    v(6pt)
    grid(columns: (1cm, 1fr), [#digits(e.seq).], {
      if e.to != none [เรียน #h(0.5em) #flat(e.to)]
      if e.to != none and e.action != none { linebreak() }
      if e.action != none { text(weight: "bold", e.action) }
      if (e.to != none or e.action != none) and e.text.flatten().len() > 0 { linebreak() }
      running(e.text)
    })
  })
  block(spacing: 0pt, width: 100%, breakable: false, {
    v(4pt)
    pad(left: 8cm, align(center)[
      (#e.name) \
      #e.post
      #if e.capacityLine != none [ \ #e.capacityLine ] \
      #e.dateText #h(0.4em) #e.timeText
    ])
    v(6pt)
    line(length: 100%, stroke: 0.3pt + luma(140))
  })
}
#for e in d.entries { entry(e) }
`;
