import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLetter, type ReadLetter } from '#domain/intake/read-letter';
import { mend, RUNS_MAX, type TextRun, toLines } from '#domain/intake/page-lines';
import { type PdfItem, toRuns } from '#domain/intake/pdf-runs';
import { formatDate, type DateStyle } from '#domain/thai/dates';
import { toThaiDigits } from '#domain/thai/digits';
import { renderLetter } from '#platform/pdf/letter';
import { type DrawnRun, drawRuns } from './support/drawn-letter';

/** What stands on a letter; the corpus draws each in several hands. */
type Sample = {
  readonly form: 'letter' | 'memo' | 'stamped' | 'order';
  readonly urgency?: 'ด่วน' | 'ด่วนมาก' | 'ด่วนที่สุด';
  readonly secrecy?: 'ลับ' | 'ลับมาก';
  readonly no: string;
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly subject: readonly string[];
  readonly references?: readonly (readonly [text: string, no: string, date: string])[];
  readonly enclosures?: readonly string[];
};

const SAMPLES: readonly Sample[] = [
  { form: 'letter', no: 'มท 0210.2/1234', date: '2026-11-21', from: 'สำนักงานปลัดกระทรวงมหาดไทย', to: 'ผู้ว่าราชการจังหวัดลพบุรี', subject: ['ขอให้รายงานผลการใช้ระบบสารบรรณอิเล็กทรอนิกส์'], references: [['หนังสือสำนักงานปลัดกระทรวงมหาดไทย ที่ ', 'มท 0210.2/ว 567', '2026-10-01']], enclosures: ['แบบรายงาน จำนวน 1 ชุด', 'คู่มือการใช้งาน จำนวน 1 เล่ม'] },
  { form: 'letter', urgency: 'ด่วนที่สุด', no: 'นร 0505/ว 83', date: '2026-02-28', from: 'สำนักเลขาธิการคณะรัฐมนตรี', to: 'ปลัดกระทรวงมหาดไทย', subject: ['การจัดทำแผนบริหารจัดการน้ำ', 'ในพื้นที่ลุ่มแม่น้ำเจ้าพระยา'] },
  { form: 'letter', urgency: 'ด่วน', no: 'กค 0402.5/88', date: '2024-02-29', from: 'กรมบัญชีกลาง', to: 'ผู้ว่าราชการจังหวัดขอนแก่น', subject: ['ซ้อมความเข้าใจเกี่ยวกับการเบิกค่าใช้จ่ายในการเดินทาง'], references: [['หนังสือกระทรวงการคลัง ที่ ', 'กค 0409.6/ว 95', '2006-09-06'], ['หนังสือจังหวัดขอนแก่น ที่ ', 'ขก 0017.1/42', '2024-01-15']] },
  { form: 'letter', secrecy: 'ลับ', urgency: 'ด่วนมาก', no: 'ตช (กปร) 0001/5', date: '2026-07-01', from: 'สำนักงานตำรวจแห่งชาติ', to: 'ผู้ว่าราชการจังหวัดปัตตานี', subject: ['ขอความร่วมมือ'] },
  { form: 'memo', no: 'มท 0203.5/893', date: '2026-11-02', from: 'กองการเจ้าหน้าที่ สป.', to: 'ผู้อำนวยการศูนย์เทคโนโลยีสารสนเทศ', subject: ['ขอเชิญประชุมคณะทำงานจัดทำแผนอัตรากำลัง'] },
  { form: 'memo', urgency: 'ด่วนมาก', no: 'ลบ 0017.2/77', date: '2026-12-31', from: 'กลุ่มงานยุทธศาสตร์', to: 'หัวหน้าสำนักงานจังหวัด', subject: ['ส่งรายงานการใช้น้ำมันเชื้อเพลิง', 'ประจำเดือนธันวาคม'] },
  { form: 'stamped', no: 'พง 0017.2/1423', date: '2026-05-09', from: 'จังหวัดพังงา', to: 'สำนักงานปลัดกระทรวงมหาดไทย', subject: [] },
  { form: 'order', no: '81/2569', date: '2026-01-05', from: 'จังหวัดลพบุรี', to: '', subject: ['แต่งตั้งคณะกรรมการตรวจรับพัสดุ'] },
];

type Hand = {
  readonly name: string;
  readonly digits: (text: string) => string;
  readonly spell: (text: string) => string;
  readonly order: (runs: readonly DrawnRun[]) => readonly DrawnRun[];
};
const asIs = (text: string): string => text;
const inOrder: Hand['order'] = (runs) => runs;
/** One run a letter cluster, as some programs write. */
const inPieces = (runs: readonly DrawnRun[]): readonly DrawnRun[] => runs.flatMap((run) => {
  // As wide as Sarabun sets it, near enough: what matters is that no blank gapes.
  let x = run.x;
  return run.text.split(/(?<= )/).map((text) => {
    const piece = { ...run, text: text.trimEnd(), x };
    x += WIDTHS(text, run.size ?? 16);
    return piece;
  });
});
const WIDTHS = (text: string, size: number): number => text.replace(/[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/g, '').length * size * 0.5;
const HANDS: readonly Hand[] = [
  { name: 'Thai digits', digits: toThaiDigits, spell: asIs, order: inOrder },
  { name: 'Arabic digits', digits: asIs, spell: asIs, order: inOrder },
  { name: 'sara am as circle and stroke', digits: toThaiDigits, spell: (text) => text.replace(/([\u0e48-\u0e4b]?)ำ/g, '\u0e4d$1\u0e32'), order: inOrder },
  { name: 'sara am with a blank in place of its circle', digits: toThaiDigits, spell: (text) => text.replace(/ำ/g, ' \u0e32'), order: inOrder },
  { name: 'blanks behind leading vowels and within labels', digits: asIs, spell: (text) => text.replace(/([เ-ไ])(?=[ก-ฮ])/g, '$1 ').replace(/^(เ รื่อ)(ง)$/, '$1 $2').replace(/^(อ้า)(ง)(ถึง)$/, '$1 $2 $3'), order: inOrder },
  { name: 'last run first', digits: toThaiDigits, spell: asIs, order: (runs) => [...runs].reverse() },
  { name: 'word by word in two passes', digits: toThaiDigits, spell: asIs, order: (runs) => inPieces(runs).map((run, at) => ({ run, at })).sort((one, other) => (one.at % 2) - (other.at % 2)).map(({ run }) => run) },
  { name: 'เเ for แ', digits: toThaiDigits, spell: (text) => text.replace(/แ/g, 'เเ'), order: inOrder },
];

const CORPUS = SAMPLES.flatMap((sample) => HANDS.map((hand) => ({ sample, hand, name: `${sample.form} ${sample.no}, ${hand.name}` })));

let folder: string;
let read: readonly ReadLetter[];
let plain: ReadLetter;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'saraban-letters-'));
  const files = CORPUS.map(({ sample, hand }, at) => keep(String(at), drawRuns(hand.order(FORMS[sample.form](sample)).map((run) => ({ ...run, text: hand.spell(hand.digits(run.text)) })))));
  const own = keep('own', (await renderLetter(TYPESET)).pdf);
  const pages = textOf([...files, own]);
  read = pages.slice(0, -1).map((page) => readLetter(toLines(toRuns(page.items), 1), page));
  const last = pages.at(-1)!;
  plain = readLetter(toLines(toRuns(last.items), 1), last);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

function keep(name: string, bytes: Uint8Array): string {
  const file = join(folder, `${name}.pdf`);
  writeFileSync(file, bytes);
  return file;
}
type Page = { readonly heightPt: number; readonly items: readonly PdfItem[] };
const textOf = (files: readonly string[]): readonly Page[] => JSON.parse(execFileSync(process.execPath, [join(__dirname, 'support/pdf-text.mjs'), ...files], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })) as readonly Page[];

const day = (date: string, style: DateStyle = 'letter'): string => formatDate(date, style, 'arabic');
const marks = ({ urgency, secrecy }: Sample): DrawnRun[] => [
  ...(secrecy === undefined ? [] : [{ text: secrecy, x: 285, y: 810, size: 24 }, { text: secrecy, x: 285, y: 24, size: 24 }]),
  ...(urgency === undefined ? [] : [{ text: urgency, x: 85, y: 745, size: 32 }]),
];
const labelled = (label: string, value: string, y: number, gap = 60): DrawnRun[] => [{ text: label, x: 85, y }, { text: value, x: 85 + gap, y }];
const BODY = [{ text: 'ด้วยกระทรวงมหาดไทยได้รับแจ้งเรื่องดังกล่าว จึงขอให้ดำเนินการ', x: 156, y: 420 }, { text: 'ให้แล้วเสร็จ', x: 85, y: 400 }];
/** Smaller, so that a long line stays on the sheet: what is beside it no reader sees. */
const listed = (label: string, values: readonly string[], y: number): DrawnRun[] =>
  values.flatMap((value, at) => (at === 0 ? labelled(label, values.length > 1 ? `1. ${value}` : value, y, 110).map((run) => ({ ...run, size: 10 })) : [{ text: `${at + 1}. ${value}`, x: 195, y: y - at * 20, size: 10 }]));

const FORMS: { readonly [F in Sample['form']]: (sample: Sample) => DrawnRun[] } = {
  letter: (sample) => [
    ...marks(sample), ...labelled('ที่', sample.no, 700, 24), { text: sample.from, x: 340, y: 700 }, { text: 'ถนนอัษฎางค์ กทม. 10200', x: 340, y: 680 },
    { text: day(sample.date), x: 312, y: 655 },
    ...labelled('เรื่อง', sample.subject[0] ?? '', 630, 40), ...sample.subject.slice(1).map((text, at) => ({ text, x: 125, y: 612 - at * 18 })),
    ...labelled('เรียน', sample.to, 580, 40),
    ...listed('อ้างถึง', (sample.references ?? []).map(([text, no, date]) => `${text}${no} ลงวันที่ ${day(date)}`), 555),
    ...listed('สิ่งที่ส่งมาด้วย', sample.enclosures ?? [], 500),
    ...BODY,
  ],
  memo: (sample) => [
    ...marks(sample), { text: 'บันทึกข้อความ', x: 240, y: 770, size: 29 }, ...labelled('ส่วนราชการ', `${sample.from} โทร. 0 2222 1141`, 715, 100),
    { text: 'ที่', x: 85, y: 690 }, { text: sample.no, x: 110, y: 690 }, { text: 'วันที่', x: 312, y: 690 }, { text: day(sample.date), x: 350, y: 690 },
    ...labelled('เรื่อง', sample.subject[0] ?? '', 665, 45), ...sample.subject.slice(1).map((text, at) => ({ text, x: 130, y: 647 - at * 18 })),
    ...labelled('เรียน', sample.to, 620, 45), ...BODY,
  ],
  stamped: (sample) => [
    ...marks(sample), { text: `ที่ ${sample.no}`, x: 85, y: 700 }, ...labelled('ถึง', sample.to, 660, 40), ...BODY,
    { text: sample.from, x: 340, y: 300 }, { text: day(sample.date), x: 340, y: 270 },
  ],
  order: (sample) => [
    { text: `คำสั่ง${sample.from}`, x: 240, y: 700 }, { text: `ที่ ${sample.no}`, x: 260, y: 680 }, { text: `เรื่อง ${sample.subject[0] ?? ''}`, x: 200, y: 655 }, ...BODY,
    { text: `สั่ง ณ วันที่ ${day(sample.date).replace(/ (\d{4})$/, ' พ.ศ. $1')}`, x: 250, y: 300 },
  ],
};

const URGENCY = { ด่วน: 'urgent', ด่วนมาก: 'very_urgent', ด่วนที่สุด: 'most_urgent' } as const;
const SECRECY = { ลับ: 'confidential', ลับมาก: 'secret' } as const;
const KINDS = { letter: 'external_letter', memo: 'internal_memo', stamped: 'stamped_letter', order: 'order' } as const;

test.each(CORPUS.map((each, at) => ({ ...each, at })))('$name', ({ sample, at }) => {
  const found = read[at]!;
  const value = Object.fromEntries(Object.entries(found).map(([field, each]) => [field, (each as { value: unknown } | null)?.value ?? null]));
  expect(value).toEqual({
    kind: KINDS[sample.form],
    urgency: sample.urgency === undefined ? null : URGENCY[sample.urgency],
    secrecy: sample.secrecy === undefined ? null : SECRECY[sample.secrecy],
    theirNo: sample.no,
    theirDate: sample.date,
    // A letter under seal names its office only beside the seal.
    fromText: sample.form === 'stamped' ? null : sample.from,
    toText: sample.to === '' ? null : sample.to,
    subject: sample.subject.length === 0 ? null : sample.subject.join(''),
    references: sample.references === undefined ? null : sample.references.map(([, letterNo, date]) => ({ letterNo, date })),
    enclosures: sample.enclosures === undefined ? null : sample.enclosures,
  });
});

test('each proposal says where on the page it was read', () => {
  const found = read[CORPUS.findIndex(({ sample }) => sample === SAMPLES[0])]!;
  expect(found.theirNo!.place).toMatchObject({ page: 1 });
  expect(found.theirNo!.place.y).toBeLessThan(700);
  expect(found.theirNo!.place.y + found.theirNo!.place.h).toBeGreaterThan(700);
  expect(found.theirNo!.place.x).toBeGreaterThan(95);
  expect(found.subject!.place.y).toBeLessThan(found.theirDate!.place.y);
});

const TYPESET = {
  kind: 'external_letter', madeAt: '2026-11-21T03:15:00Z', garuda: null, secrecy: null, urgency: null, number: 'มท ๐๒๑๐.๒/๑๒๓๔', date: '๒๑ พฤศจิกายน ๒๕๖๙', agency: ['สำนักงานปลัดกระทรวงมหาดไทย'],
  subject: 'ขอให้รายงานผลการใช้ระบบ', addressee: { salutation: 'เรียน', name: 'ผู้ว่าราชการจังหวัดลพบุรี' }, references: [], enclosures: [], body: ['ด้วยเหตุผลดังกล่าว'], closing: null, signature: { mark: '(ลงนาม)' }, signer: null, owner: null,
} as const;

test('a text layer that does not say what is seen gives no proposal rather than a wrong one', () => {
  const said = Object.values(plain).flatMap((each: { value: unknown } | null) => (each === null ? [] : [each.value]));
  expect(said.filter((value) => !['มท 0210.2/1234', '2026-11-21', 'external_letter'].includes(String(value)))).toEqual([]);
});

const run = (text: string, y: number, x = 85): TextRun => ({ text, x, y, w: text.length * 8, h: 16 });
const readRuns = (runs: readonly TextRun[]): ReadLetter => readLetter(toLines(runs, 1), { heightPt: 842 });

test('30 February is no date, and nothing is made of it', () => {
  expect(readRuns([run('ที่ มท 0210/1', 700), run('30 กุมภาพันธ์ 2569', 660, 320), run('เรื่อง ทดสอบ', 630)]).theirDate).toBeNull();
});

test('the day inside a receipt stamp is not taken for the day of the letter', () => {
  const stamp = [run('เลขรับ 12', 800, 430), run('วันที่ 22 พฤศจิกายน 2569', 785, 430), run('เวลา 09.00 น.', 770, 430)];
  expect(readRuns([...stamp, run('ที่ มท 0210/1', 700), run('21 พฤศจิกายน 2569', 660, 320), run('เรื่อง ทดสอบ', 630)]).theirDate?.value).toBe('2026-11-21');
});

test('a memo names what it refers to in its text', () => {
  const found = readRuns([run('บันทึกข้อความ', 780, 240), run('ที่ มท 0203/9', 700), run('เรื่อง ตอบข้อหารือ', 670), run('เรียน ปลัดกระทรวง', 650), run('ตามบันทึกที่ มท 0210.2/77 ลงวันที่ 3 พ.ย. 2569 ความแจ้งแล้ว นั้น', 620, 150)]);
  expect(found.references?.value).toEqual([{ letterNo: 'มท 0210.2/77', date: '2026-11-03' }]);
});

test('an empty page, and one made to keep a reader busy, are read in no time', () => {
  expect(Object.values(readRuns([])).every((each) => each === null)).toBe(true);
  const bomb = Array.from({ length: RUNS_MAX * 50 }, (_, at) => run('เ ร ื่ อ ง '.repeat(20), at % 840, at % 500));
  const started = performance.now();
  readRuns(bomb);
  expect(performance.now() - started).toBeLessThan(3_000);
});

test.each([
  ['สํานักงาน', 'สำนักงาน'],
  ['ส านักงาน', 'สำนักงาน'],
  ['น้ า', 'น้ำ'],
  ['น\u0e49\u0e4d\u0e32', 'น้ำ'],
  ['ปู\uf70aย\uf70e', 'ปู่ย์'],
  ['เ รื ่ อง', 'เรื่ อง'],
  ['เเผน ๒๕๖๙', 'แผน 2569'],
])('%p becomes %p', (broken, whole) => {
  expect(mend(broken)).toBe(whole);
});
