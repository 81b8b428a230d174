/**
 * Points of the national document font TH Sarabun PSK, in which the regulation's sizes are given, to points of the
 * Sarabun that travels with this product. The same letter stands 400/1000 em high in the one and 586/1000 em in the
 * other (capitals 476 and 700), so 16 pt of TH Sarabun PSK look like 10.9 pt here; a line keeps its 21.3 pt.
 */
export const SARABUN_SCALE = 0.68;

/** What every document shares: font, line, digits and the drawing helpers. Data comes in as JSON by `sys.inputs`. */
export const PRELUDE = String.raw`
#let d = json(bytes(sys.inputs.data))
#let scale = ${SARABUN_SCALE}
#let pts(n) = n * scale * 1pt
#let line-height = 21.3pt
#let above = 1.241 * pts(16)
#let below = 0.716 * pts(16)
#let red = rgb("#c00000")

// Line edges of TH Sarabun PSK, so that one line after another keeps the distance of "single" spacing.
#set text(font: "Sarabun", size: pts(16), lang: "th", region: "th", top-edge: above, bottom-edge: -below, fallback: false)
#set par(leading: 0pt, spacing: 0pt, justify: false)

#let thai-digits = ("๐", "๑", "๒", "๓", "๔", "๕", "๖", "๗", "๘", "๙")
#let digits(n) = if d.at("digits", default: "thai") == "arabic" { str(n) } else { str(n).clusters().map(c => thai-digits.at(int(c))).join() }

// Text that may run on to the next page: every word leaves its place, for the catchword.
#let kept(w) = if type(w) == dictionary { box(baseline: below, w.keep) } else { w }
#let plain(w) = if type(w) == dictionary { w.keep } else { w }
#let flat(pieces) = for w in pieces { kept(w) }
#let flat-lines(lines) = lines.map(flat).join(linebreak())
#let words(pieces) = for w in pieces { kept(w); [#metadata(plain(w))<word>] }
// The space at the end keeps a catchword from running two lines together.
#let running(lines) = lines.map(l => { words(l); [#metadata(" ")<word>] }).join(linebreak())

#let dots = box(width: 1fr, line(length: 100%, stroke: (thickness: 0.7pt, cap: "round", dash: (array: (0pt, 2.6pt)))))

// An area whose place on the page is asked for afterwards (points from the top left of the page).
#let field(name, w, h, body) = box(width: w, height: h, baseline: below, {
  place(top + left, context {
    let p = here().position()
    [#metadata((name: name, page: p.page, x: p.x.pt(), y: p.y.pt(), w: w.pt(), h: h.pt()))<field>]
  })
  body
})
#let text-field(name, min-width, body) = context {
  let w = calc.max(min-width, measure(body).width)
  field(name, w, line-height, body)
}

#let secrecy-mark = text(size: 24pt, weight: "bold", fill: red, top-edge: "bounds", bottom-edge: "baseline", d.at("secrecy", default: none))
#let marks(left-margin, right-margin) = context {
  let p = here().page()
  if d.at("secrecy", default: none) != none {
    place(top + center, dy: 0.45cm, secrecy-mark)
    place(bottom + center, dy: -0.55cm, secrecy-mark)
  }
  if p > 1 {
    place(top + left, dx: left-margin, dy: 1.5cm, box(width: 100% - left-margin - right-margin, align(center, "- " + digits(p) + " -")))
  }
  // Words stand in page order: the first of the next page is found by halving.
  let all = query(<word>)
  let (low, high) = (0, all.len())
  while low < high {
    let middle = calc.quo(low + high, 2)
    if all.at(middle).location().page() <= p { low = middle + 1 } else { high = middle }
  }
  if low < all.len() {
    let first = ""
    for m in all.slice(low, calc.min(low + 40, all.len())) {
      if first.trim().clusters().len() < 10 or m.value.trim() == "" { first += m.value } else { break }
    }
    place(bottom + right, dx: -right-margin, dy: -1cm, "/" + first.trim() + " ...")
  }
}
#let draft-mark = if d.at("draft", default: false) {
  place(center + horizon, rotate(-45deg, text(size: 150pt, weight: "bold", fill: luma(232), top-edge: "bounds", bottom-edge: "bounds")[ร่าง]))
}

#let sheet(top, body) = {
  set page(
    paper: "a4",
    margin: (left: 3cm, right: 2cm, top: top, bottom: 2cm),
    background: draft-mark,
    foreground: marks(3cm, 2cm),
  )
  body
}
`;
