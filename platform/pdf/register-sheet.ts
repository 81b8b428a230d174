/** A register on paper, A4 across: a line a number under the day it was taken, with the sum of each page. */
import { toThaiDigits } from '#domain/thai/digits';
import { REGISTER_COLUMNS, type RegisterColumn, type RegisterRow } from '#domain/numbering/register-row';
import { toPrintable } from './printable';
import { releaseDocuments, typeset } from './typst-compiler';
import { PRELUDE } from './typst-prelude';

export type RegisterSheet = {
  readonly lang: 'th' | 'en';
  /** `ทะเบียนหนังสือรับ` and whose. */
  readonly title: string;
  readonly office: string;
  /** `ปี ๒๕๖๙`, or a span of days. */
  readonly span: string;
  readonly headings: { readonly [C in RegisterColumn]: string };
  readonly days: readonly { readonly day: string; readonly rows: readonly (RegisterRow & { readonly isCancelled: boolean; /** What corrections have struck out. */ readonly struck?: { readonly [C in RegisterColumn]?: readonly string[] } })[] }[];
  /** `พิมพ์เมื่อ …` */
  readonly made: string;
  /** Instant of making, ISO 8601. */
  readonly madeAt: string;
};

/**
 * As PDF/A-2b, digits in Thai where the language is. A character without a shape in the font is printed as `?`: a book is printed
 * whole, whatever stands in it.
 */
export async function renderRegisterSheet({ madeAt, ...sheet }: RegisterSheet): Promise<{ readonly pdf: Uint8Array; readonly pages: number }> {
  const write = (text: string): string => (sheet.lang === 'th' ? toThaiDigits(toPrintable(text)) : toPrintable(text));
  const data = {
    title: write(sheet.title), office: write(sheet.office), span: write(sheet.span), made: write(sheet.made), digits: sheet.lang === 'th' ? 'thai' : 'arabic', labels: LABELS[sheet.lang],
    headings: REGISTER_COLUMNS.map((column) => sheet.headings[column]),
    days: sheet.days.map(({ day, rows }) => ({ day: write(day), rows: rows.map((row) => ({ cells: REGISTER_COLUMNS.map((column) => write(row[column])), struck: REGISTER_COLUMNS.map((column) => (row.struck?.[column] ?? []).map(write)), cancelled: row.isCancelled })) })),
  };
  const { pdf, pages } = typeset(`${PRELUDE}${SHEET}`, data, { archivedAt: new Date(madeAt) });
  await releaseDocuments();
  return { pdf, pages };
}

const LABELS = {
  th: { page: 'หน้า', of: 'จาก', here: 'รวมหน้านี้', all: 'รวมทั้งสิ้น', items: 'รายการ', cancelled: 'ยกเลิก', none: 'ไม่มีรายการในช่วงนี้' },
  en: { page: 'Page', of: 'of', here: 'On this page', all: 'In all', items: 'entries', cancelled: 'cancelled', none: 'No entries in this span' },
} as const;

const SHEET = String.raw`
#set document(title: d.title, date: auto)
#let small(body) = text(size: pts(13), top-edge: 0.95em, bottom-edge: -0.4em, body)
// Entries stand in page order: those before a page are found by halving.
#let upto(all, page) = { let (low, high) = (0, all.len()); while low < high { let middle = calc.quo(low + high, 2); if all.at(middle).location().page() <= page { low = middle + 1 } else { high = middle } }; low }
#let sum(all) = [#digits(all.len()) #d.labels.items#{ let gone = all.filter(m => m.value).len(); if gone > 0 [ (#d.labels.cancelled #digits(gone) #d.labels.items)] }]
#set page(
  paper: "a4", flipped: true, margin: (left: 1.5cm, right: 1.2cm, top: 2.6cm, bottom: 1.6cm), header-ascent: 0.35cm, footer-descent: 0.3cm,
  header: [#align(center, text(size: pts(18), weight: "bold", d.title)) #v(1pt) #small[#d.office #h(1fr) #d.span]],
  footer: context {
    let p = here().page()
    let all = query(<entry>)
    small[#d.labels.here #sum(all.slice(upto(all, p - 1), upto(all, p)))#if p == counter(page).final().first() [ · #d.labels.all #sum(all)] #h(1fr) #d.made · #d.labels.page #digits(p) #d.labels.of #digits(counter(page).final().first())]
  },
)
#table(
  columns: (2.3cm, 2.9cm, 1.9cm, 3.6cm, 3.6cm, 1fr, 3.6cm, 2.6cm), inset: (x: 3pt, y: 2.5pt), stroke: 0.4pt, align: (center + top, left, left, left, left, left, left, left),
  table.header(..d.headings.map(h => table.cell(fill: luma(235), align: center + horizon, small(strong(h))))),
  ..d.days.map(day => (
    table.cell(colspan: 8, fill: luma(248), small(strong(day.day))),
    ..day.rows.map(row => row.cells.enumerate().map(((i, c)) => small({ if i == 0 [#metadata(row.cancelled)<entry>]; for old in row.struck.at(i) [#strike(old) ]; if row.cancelled and i < 7 { strike(c) } else { c } }))).flatten(),
  )).flatten()
)
#if d.days.len() == 0 { v(8pt); align(center, d.labels.none) }
`;
