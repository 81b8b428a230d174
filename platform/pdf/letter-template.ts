import { PRELUDE } from './typst-prelude';

/**
 * Layout of external letter, memo and order (forms 1, 2 and 4 of the regulation). Ruler 0–16 cm; garuda, date and the
 * right half hang on its middle, 8 cm.
 */
export const LETTER_TEMPLATE = String.raw`${PRELUDE}
#set document(title: d.title, date: auto)

#let emblem(height) = image(d.emblem, height: height, alt: d.emblemAlt)
#let urgency = if d.urgency != none {
  text(size: 32pt, weight: "bold", fill: red, top-edge: 1em, bottom-edge: -0.25em, d.urgency)
  if d.urgencyDetail != none { linebreak(); text(weight: "bold", fill: red, flat(d.urgencyDetail)) }
}

#let labelled(label, gap, body) = grid(columns: (auto, 1fr), column-gutter: gap, label, body)
#let number-text = if d.number != none { d.number } else { d.numberStem }
#let numbered(items) = if items.len() == 1 { flat(items.first()) } else {
  grid(columns: (auto, 1fr), column-gutter: 0.5em, ..items.enumerate().map(((i, t)) => ([#digits(i + 1).], flat(t))).flatten())
}

#let paragraphs(items) = {
  set par(first-line-indent: (amount: 2.5cm, all: true))
  for (i, p) in items.enumerate() {
    let last = i == items.len() - 1
    if last and d.keepLast { block(sticky: true, breakable: false, spacing: 0pt, par(running(p))) } else { par(running(p)) }
  }
}

#let right-half(body) = pad(left: 8cm, align(center, body))
#let sign-off(closing) = right-half({
  if closing != none { words(closing) }
  block(spacing: 0pt, field("signature", 8cm, 3 * line-height, if d.signature != none { align(center + horizon, d.signature.mark) }))
  if d.signer != none [
    (#d.signer.name) \
    #d.signer.post
    #for l in d.signer.capacityLines [ \ #l ]
  ]
})

// The owner unit hangs at the foot of the last page, below the signature; where the page is short of room a narrow one
// may stand to the left of the signer's name and post, but no higher.
#let owner-block = if d.owner != none or d.copiesTo.len() > 0 {
  block(spacing: 0pt, {
    set align(top + left)
    if d.owner != none { flat-lines(d.owner) }
    if d.copiesTo.len() > 0 {
      if d.owner != none { linebreak() }
      labelled([สำเนาส่ง], 1em, flat-lines(d.copiesTo))
    }
  })
}
#let ending(closing, gap) = {
  block(breakable: false, spacing: 0pt, width: 100%, {
    v(gap)
    sign-off(closing)
    if owner-block != none {
      context {
        let owner = measure(owner-block, width: 16cm)
        let beside = if owner.width < 7.5cm and d.signer != none { (2 + d.signer.capacityLines.len()) * line-height } else { -0.5 * line-height }
        v(calc.max(0pt, owner.height - beside))
      }
    }
  })
  if owner-block != none { place(bottom + left, owner-block) }
}

#let external = {
  place(top + center, dy: -1cm, emblem(3cm))
  v(2.1cm)
  if urgency != none { place(top + left, dy: 1.9cm, box(height: 0pt, width: 7cm, place(bottom + left, urgency))) }
  grid(columns: (8cm, 8cm),
    [ที่ #h(0.5em) #text-field("number", 4cm, number-text)],
    flat-lines(d.agency))
  v(6pt)
  pad(left: 8cm, text-field("date", 5cm, d.date))
  v(6pt)
  labelled([เรื่อง], 1.2em, flat(d.subject))
  v(6pt)
  if d.addressee != none { labelled(d.addressee.salutation, 1.2em, flat(d.addressee.name)) }
  if d.references.len() > 0 { v(6pt); labelled([อ้างถึง], 1.2em, numbered(d.references)) }
  if d.enclosures.len() > 0 { v(6pt); labelled([สิ่งที่ส่งมาด้วย], 1.2em, numbered(d.enclosures)) }
  v(6pt)
  paragraphs(d.body)
  ending(d.closing, 12pt)
}

#let memo = {
  let label(t) = text(size: pts(20), weight: "bold", t)
  let ruled(body) = [#body #h(0.4em) #dots]
  place(top + left, dy: -1cm, emblem(1.5cm))
  place(top + center, dy: -0.8cm, text(size: pts(29), weight: "bold", top-edge: 1em, bottom-edge: -0.3em)[บันทึกข้อความ])
  v(0.8cm)
  if urgency != none { urgency; linebreak() }
  labelled(label[ส่วนราชการ], 0.6em, ruled(d.agency.map(flat).join(" ")))
  let leader-field(name, body) = layout(cell => field(name, cell.width, line-height, [#body #h(0.2em) #dots]))
  grid(columns: (7.7cm, 8cm), column-gutter: 0.3cm,
    labelled(label[ที่], 0.6em, leader-field("number", number-text)),
    labelled(label[วันที่], 0.6em, leader-field("date", d.date)))
  labelled(label[เรื่อง], 0.6em, ruled(flat(d.subject)))
  v(6pt)
  if d.addressee != none { labelled(d.addressee.salutation, 1.2em, flat(d.addressee.name)) }
  v(6pt)
  paragraphs(d.body)
  ending(none, 12pt)
}

#let order = {
  place(top + center, dy: -1cm, emblem(3cm))
  v(2.1cm)
  if urgency != none { place(top + left, dy: 1.9cm, box(height: 0pt, width: 7cm, place(bottom + left, urgency))) }
  set align(center)
  [คำสั่ง#d.agency.map(flat).join(" ")]
  linebreak()
  [ที่ #h(0.3em)]
  text-field("number", 2.5cm, number-text)
  linebreak()
  [เรื่อง #h(0.3em) #flat(d.subject)]
  v(4pt)
  line(length: 4cm, stroke: 0.5pt)
  v(10pt)
  set align(left)
  paragraphs(d.body)
  block(breakable: false, sticky: true, spacing: 0pt, { v(6pt); pad(left: 5cm, [สั่ง #h(0.5em) ณ #h(0.5em) วันที่ #h(0.3em) #text-field("date", 5cm, d.date)]) })
  ending(none, 12pt)
}

#show: sheet.with(2.5cm)
#(if d.kind == "memo" { memo } else if d.kind == "order" { order } else { external })
`;
