import { PRELUDE } from './typst-prelude';

/** The receipt stamp, form 12: a box of 5 × 2.5 cm, office name on top, three ruled lines. Nothing behind the ink. */
export const RECEIPT_STAMP_TEMPLATE = String.raw`${PRELUDE}
#set page(width: 5cm, height: 2.5cm, margin: 0pt, fill: none)
#let ink = rgb("#1a3a8f")
#set text(fill: ink, top-edge: 1em, bottom-edge: -0.3em)

// Long names shrink until they fit, at worst to two lines.
#let fitted(size, width, body) = context {
  let natural = measure(text(size: size, body)).width
  text(size: calc.max(size * 0.62, calc.min(size, size * (width / calc.max(natural, 1pt)))), body)
}
#let row(label, value) = box(width: 4.4cm, height: 0.5cm, {
  place(left + bottom, text(size: 9pt, label))
  place(left + bottom, dx: 1.05cm, dy: 0.02cm, line(length: 3.35cm, stroke: (paint: ink, thickness: 0.5pt, dash: (0.6pt, 1.4pt))))
  place(left + bottom, dx: 1.05cm, box(width: 3.35cm, align(center, fitted(10pt, 3.3cm, text(weight: "bold", value)))))
})

#place(top + left, dx: 0.6pt, dy: 0.6pt, rect(width: 5cm - 1.2pt, height: 2.5cm - 1.2pt, stroke: ink + 1.2pt))
#place(top + center, dy: 0.08cm, box(width: 4.7cm, height: 0.68cm, align(center + horizon, fitted(10.5pt, 4.6cm, text(weight: "bold", d.officeName)))))
#place(top + center, dy: 0.76cm, row([เลขรับ], d.receiveNo))
#place(top + center, dy: 1.28cm, row([วันที่], d.date))
#place(top + center, dy: 1.8cm, row([เวลา], d.time))
#if d.ref != none { place(bottom + right, dx: -0.12cm, dy: -0.03cm, text(size: 4.5pt, d.ref)) }
`;

/** Text over a place of an uploaded PDF; a margin around it leaves room for tone marks and descenders. */
export const PLACE_TEMPLATE = String.raw`${PRELUDE}
#let pad-by = d.pad * 1pt
#let width = d.w * 1pt
#let height = d.h * 1pt
#set page(width: width + 2 * pad-by, height: height + 2 * pad-by, margin: pad-by, fill: none)
#let body = d.lines.map(flat).join(linebreak())
#context {
  let natural = measure(body)
  let factor = calc.min(1, width / calc.max(natural.width, 1pt))
  let side = if d.kind == "signature" { center } else { left }
  set text(size: pts(d.size) * factor, top-edge: above / pts(16) * 1em, bottom-edge: -below / pts(16) * 1em)
  place(side + horizon, body)
}
`;
