/** ใบเลขสำรอง: reserved numbers of a register, to be written beside by hand while the system is down. A4 across. */
import { toThaiDigits } from '#domain/thai/digits';
import { toPrintable } from './printable';
import { releaseDocuments, typeset } from './typst-compiler';
import { PRELUDE } from './typst-prelude';

export type OutageSheet = {
  readonly book: string;
  readonly office: string;
  /** `ปี พ.ศ. 2569`, and until when the numbers may be used. */
  readonly span: string;
  readonly isReceiving: boolean;
  /** As they are written, `5` or `……/5` where the owner's code goes before it. */
  readonly numbers: readonly string[];
  /** `ออกใบเมื่อ …` */
  readonly made: string;
  /** Instant of making, ISO 8601. */
  readonly madeAt: string;
};

const HEADINGS = {
  receiving: ['เลขรับ', 'วันที่และเวลา', 'ที่', 'ลงวันที่', 'จาก', 'ถึง', 'เรื่อง', 'ผู้ลงทะเบียน'],
  issuing: ['เลขที่', 'วันที่และเวลา', 'เจ้าของเรื่อง', 'ผู้ลงนาม', 'จาก', 'ถึง', 'เรื่อง', 'ผู้ขอเลข'],
} as const;

/** As PDF/A-2b, in Thai. A character without a shape in the font is printed as `?`. */
export async function renderOutageSheet({ madeAt, isReceiving, numbers, ...sheet }: OutageSheet): Promise<{ readonly pdf: Uint8Array; readonly pages: number }> {
  const write = (text: string): string => toThaiDigits(toPrintable(text));
  const data = {
    book: write(sheet.book), office: write(sheet.office), span: write(sheet.span), made: write(sheet.made), numbers: numbers.map(write), headings: HEADINGS[isReceiving ? 'receiving' : 'issuing'],
  };
  const { pdf, pages } = typeset(`${PRELUDE}${SHEET}`, data, { archivedAt: new Date(madeAt) });
  await releaseDocuments();
  return { pdf, pages };
}

const SHEET = String.raw`
#set document(title: "ใบเลขสำรองกรณีระบบขัดข้อง " + d.book, date: auto)
#let small(body) = text(size: pts(13), top-edge: 0.95em, bottom-edge: -0.4em, body)
#set page(
  paper: "a4", flipped: true, margin: (left: 1.5cm, right: 1.2cm, top: 3.2cm, bottom: 1.8cm), header-ascent: 0.35cm, footer-descent: 0.3cm,
  header: [#align(center, text(size: pts(18), weight: "bold")[ใบเลขสำรองกรณีระบบขัดข้อง]) #align(center, text(weight: "bold", d.book)) #v(1pt) #small[#d.office #h(1fr) #d.span]],
  footer: context small[ใช้เลขตามลำดับ เขียนวันที่และเวลาจริงทุกครั้ง เมื่อระบบใช้ได้แล้วให้บันทึกตามใบนี้ และยกเลิกเลขที่เหลือ #h(1fr) #d.made · หน้า #digits(here().page()) จาก #digits(counter(page).final().first())],
)
#table(
  columns: (2.6cm, 3.2cm, 3.2cm, 2.6cm, 3.6cm, 3.6cm, 1fr, 2.8cm), rows: 1cm, inset: (x: 3pt, y: 2.5pt), stroke: 0.4pt, align: left + horizon,
  table.header(..d.headings.map(h => table.cell(fill: luma(235), align: center + horizon, small(strong(h))))),
  ..d.numbers.map(n => (strong(n), [], [], [], [], [], [], [])).flatten()
)
`;
