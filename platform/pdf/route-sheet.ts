/** A route on paper: the drawing by itself, and the work manual that a head signs: drawing, table of steps, place for the signature. */
import { drawRoute, type Drawing } from '#domain/route/drawing';
import { manualRows, type ManualRow } from '#domain/route/manual';
import type { Route } from '#domain/route/model';
import type { Layout } from '#domain/route/operations';
import type { Words } from '#domain/route/say';
import { toThaiDigits } from '#domain/thai/digits';
import { arrange } from '../route-layout';
import { assertPrintable } from './printable';
import { drawPicture, releaseDocuments, typeset } from './typst-compiler';
import { PRELUDE } from './typst-prelude';

export type RouteSheet = {
  readonly route: Route;
  readonly layout: Layout;
  readonly office: string;
  /** `ฉบับที่ 3 ใช้ตั้งแต่ 1 ธันวาคม 2569`, or that it is a draft. */
  readonly version: string;
  readonly isDraft: boolean;
  readonly words: Words;
  /** Instant of making, ISO 8601. */
  readonly madeAt: string;
};

/** The drawing alone on a page of its own size, letters as shapes: looks the same wherever it is opened. @throws DomainError TEXT_NOT_PRINTABLE */
export async function renderRoutePicture(sheet: RouteSheet): Promise<string> {
  assertPrintable(sheet.route);
  const svg = drawPicture(`${PICTURE}${DRAWING}#chart(d.drawing, 1)\n`, dataOf(sheet));
  await releaseDocuments();
  return svg;
}

/** The drawing, or the whole manual, as PDF/A-2b. @throws DomainError TEXT_NOT_PRINTABLE */
export async function renderRouteSheet(sheet: RouteSheet, what: 'drawing' | 'manual'): Promise<{ readonly pdf: Uint8Array; readonly pages: number }> {
  assertPrintable(sheet.route);
  const { pdf, pages } = typeset(`${PRELUDE}${DRAWING}${what === 'manual' ? MANUAL : SHEET}`, dataOf(sheet), { archivedAt: new Date(sheet.madeAt) });
  await releaseDocuments();
  return { pdf, pages };
}

type Data = {
  readonly title: string; readonly office: string; readonly version: string; readonly description: string | null; readonly draft: boolean; readonly digits: 'thai' | 'arabic';
  readonly labels: { readonly [label: string]: string }; readonly drawing: Drawing; readonly rows: readonly ManualRow[];
};

function dataOf({ route, layout, office, version, isDraft, words }: RouteSheet): Data {
  const rows = manualRows(route, words).map((row) => (words.lang === 'th' ? inThaiDigits(row) : row));
  const numbers = new Map(rows.map(({ nodeId, no }) => [nodeId, no]));
  const who = new Map(rows.map((row) => [row.nodeId, row.who.join(', ')]));
  return {
    title: words.lang === 'en' ? (route.nameEn ?? route.name) : route.name, office, version, description: route.description ?? null, draft: isDraft,
    digits: words.lang === 'th' ? 'thai' : 'arabic', labels: LABELS[words.lang],
    drawing: drawRoute(route, arrange(route, layout), { words, numbers, who }), rows,
  };
}

const inThaiDigits = (row: ManualRow): ManualRow => ({
  ...row, time: row.time.map(toThaiDigits), documents: row.documents.map(toThaiDigits), regulation: row.regulation.map(toThaiDigits), next: row.next.map((each) => ({ ...each, outcome: toThaiDigits(each.outcome) })),
});

const LABELS = {
  th: {
    manual: 'คู่มือการปฏิบัติงาน', purpose: 'วัตถุประสงค์', chart: 'ผังขั้นตอน', steps: 'ขั้นตอนการปฏิบัติงาน', no: 'ลำดับ', step: 'ขั้นตอน', who: 'ผู้รับผิดชอบ', time: 'ระยะเวลา', papers: 'เอกสาร',
    clause: 'ระเบียบที่เกี่ยวข้อง', to: 'ไปลำดับ', machine: 'ระบบ', approved: 'เห็นชอบให้ใช้เป็นแนวทางปฏิบัติงาน', signed: 'ลงชื่อ', post: 'ตำแหน่ง', date: 'วันที่',
  },
  en: {
    manual: 'Work manual', purpose: 'Purpose', chart: 'Flow chart', steps: 'Steps', no: 'No.', step: 'Step', who: 'Done by', time: 'Time', papers: 'Documents',
    clause: 'Regulation', to: 'to no.', machine: 'the system', approved: 'Approved as the way to work', signed: 'Signed', post: 'Post', date: 'Date',
  },
} as const;

/** A page of the drawing's own size, 1 unit to the point. */
const PICTURE = String.raw`
#let d = json(bytes(sys.inputs.data))
#let thai-digits = ("๐", "๑", "๒", "๓", "๔", "๕", "๖", "๗", "๘", "๙")
#let digits(n) = if d.digits == "arabic" { str(n) } else { str(n).clusters().map(c => thai-digits.at(int(c))).join() }
#set page(width: d.drawing.width * 1pt, height: d.drawing.height * 1pt, margin: 0pt)
#set text(font: "Sarabun", lang: "th", region: "th", fallback: false)
`;

/** Draws `d.drawing` at a scale; text stays text. */
const DRAWING = String.raw`
#let shape-fill = (step: white, end: luma(235), choice: rgb("#fff7e0"), machine: rgb("#eaf2fb"))
#let chart(g, k) = block(width: g.width * k * 1pt, height: g.height * k * 1pt, breakable: false, {
  for l in g.lines {
    for i in range(l.points.len() - 1) {
      let (a, b) = (l.points.at(i), l.points.at(i + 1))
      place(top + left, line(start: (a.at(0) * k * 1pt, a.at(1) * k * 1pt), end: (b.at(0) * k * 1pt, b.at(1) * k * 1pt), stroke: 0.7pt))
    }
    let (p, q) = (l.points.at(-2), l.points.at(-1))
    let (vx, vy) = (q.at(0) - p.at(0), q.at(1) - p.at(1))
    let long = calc.max(calc.sqrt(vx * vx + vy * vy), 0.001)
    let (ux, uy) = (vx / long, vy / long)
    let tip = (q.at(0) * k * 1pt, q.at(1) * k * 1pt)
    let s = 5pt * calc.max(k, 0.6)
    place(top + left, polygon(fill: black, tip, (tip.at(0) - ux * s - uy * s / 2, tip.at(1) - uy * s + ux * s / 2), (tip.at(0) - ux * s + uy * s / 2, tip.at(1) - uy * s - ux * s / 2)))
  }
  for s in g.steps {
    place(top + left, dx: s.x * k * 1pt, dy: s.y * k * 1pt, rect(
      width: 200pt * k, height: 72pt * k, inset: 4pt * k, stroke: 0.8pt, fill: shape-fill.at(s.shape), radius: if s.shape == "end" { 36pt * k } else if s.shape == "choice" { 12pt * k } else { 2pt * k },
      align(center + horizon, { set par(leading: 0.1em); text(size: 14pt * k, weight: "bold", top-edge: 0.9em, bottom-edge: -0.35em)[#digits(s.no). #s.name]; if s.who != "" [ \ #text(size: 11.5pt * k, top-edge: 0.9em, bottom-edge: -0.35em, s.who)] })))
  }
  for l in g.lines {
    if l.label != "" {
      place(top + left, dx: l.labelAt.at(0) * k * 1pt, dy: l.labelAt.at(1) * k * 1pt, box(fill: white.transparentize(15%), text(size: 11pt * k, fill: rgb("#1f4e8c"), top-edge: 0.9em, bottom-edge: -0.35em, l.label)))
    }
  }
})
`;

/** On A4 upright where it can be read so, else on A3 across. */
const PAPER = String.raw`
#let fits(w, h) = calc.min(1, w / (d.drawing.width * 1pt), h / (d.drawing.height * 1pt))
#let upright = fits(17cm, 21.5cm)
#let (paper, across, k) = if upright >= 0.5 { ("a4", false, upright) } else { let up = fits(25.7cm, 34cm); let over = fits(38cm, 22cm); if over > up { ("a3", true, over) } else { ("a3", false, up) } }
#let heading = {
  align(center, text(size: pts(20), weight: "bold", d.title))
  align(center, [#d.office #h(1em) #d.version])
  v(6pt)
}
`;

const SHEET = String.raw`${PAPER}
#set document(title: d.title, date: auto)
#set page(paper: paper, flipped: across, margin: 2cm, background: draft-mark)
#heading
#align(center, chart(d.drawing, k))
`;

const MANUAL = String.raw`${PAPER}
#set document(title: d.labels.manual + " " + d.title, date: auto)
#set page(paper: "a4", margin: (left: 2.5cm, right: 1.5cm, top: 2cm, bottom: 2cm), background: draft-mark, footer: context align(center, digits(counter(page).get().first())))
#align(center, text(size: pts(22), weight: "bold", d.labels.manual))
#heading
#if d.description != none { text(weight: "bold", d.labels.purpose); h(0.6em); d.description; v(6pt) }
#text(weight: "bold", [#digits(1). #d.labels.chart])
#v(4pt)
#let room = calc.min(fits(17cm, 19cm), 1)
#if room >= 0.45 { align(center, chart(d.drawing, room)) } else { page(paper: paper, flipped: across, margin: 2cm, align(center + horizon, chart(d.drawing, k))) }
#pagebreak(weak: true)
#text(weight: "bold", [#digits(2). #d.labels.steps])
#v(4pt)
#let lines(all) = all.join(linebreak())
#let cell(body) = text(size: pts(14), top-edge: 0.95em, bottom-edge: -0.4em, body)
#table(
  columns: (auto, 2.5fr, 2fr, 2.1fr, 1.9fr, 1.9fr), inset: 4pt, stroke: 0.4pt, align: (center + top, left, left, left, left, left),
  table.header(..("no", "step", "who", "time", "papers", "clause").map(l => table.cell(fill: luma(235), align: center, cell(strong(d.labels.at(l)))))),
  ..d.rows.map(r => (
    cell(digits(r.no)),
    cell({ strong(r.name); if r.what.len() > 1 { linebreak(); lines(r.what.slice(1)) }; if r.next.len() > 1 { for n in r.next { linebreak(); text(fill: luma(70))[– #if n.outcome != "" [#n.outcome: ] #d.labels.to #digits(n.no)] } } }),
    cell(if r.who.len() == 0 { text(fill: luma(90), d.labels.machine) } else { lines(r.who) }),
    cell(if r.time.len() == 0 [–] else { lines(r.time) }), cell(if r.documents.len() == 0 [–] else { lines(r.documents) }), cell(if r.regulation.len() == 0 [–] else { lines(r.regulation) }),
  )).flatten()
)
#v(18pt)
#block(breakable: false, pad(left: 7.5cm, align(center)[
  #d.labels.approved
  #v(20pt)
  #d.labels.signed #box(width: 5.5cm, dots) \
  (#box(width: 5.5cm, dots)) \
  #d.labels.post #box(width: 5.2cm, dots) \
  #d.labels.date #box(width: 5.6cm, dots)
]))
`;
