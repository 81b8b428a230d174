/** What is made here can be archived: each kind of document is held against PDF/A-2b by veraPDF, an independent validator. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { REGISTER_COLUMNS, registerHeading } from '#domain/numbering/register-row';
import { aPdf } from '#test/support/a-pdf';
import { getVeraPdf } from '#test/support/servers';
import { bindFile } from './bind-file';
import { renderCoverSheet } from './cover-sheet';
import { renderEndorsementSheet } from './endorsement-sheet';
import { renderLabels } from './labels';
import { type LetterDocument, renderLetter } from './letter';
import { renderOutageSheet } from './outage-sheet';
import { type RegisterSheet, renderRegisterSheet } from './register-sheet';
import { renderReceiptStamp } from './receipt-stamp';
import { stampPdf } from './stamp-pdf';

jest.setTimeout(240_000);
const madeAt = '2026-11-22T02:00:00.000Z';
const PARAGRAPH = 'ด้วยจังหวัดได้รับแจ้งว่ามีน้ำท่วมในพื้นที่ จึงเรียนมาเพื่อโปรดทราบ';
const letter: LetterDocument = {
  kind: 'external_letter',
  madeAt: '2026-11-21T03:15:00Z',
  garuda: null,
  secrecy: null,
  urgency: null,
  number: 'มท ๐๒๑๐.๒/๑๒๓๔',
  numberStem: 'มท ๐๒๑๐.๒/',
  date: '๒๑ พฤศจิกายน ๒๕๖๙',
  agency: ['สำนักงานปลัดกระทรวงมหาดไทย', 'ถนนอัษฎางค์ กรุงเทพฯ ๑๐๒๐๐'],
  subject: 'ขอให้รายงานผลการใช้ระบบสารบรรณอิเล็กทรอนิกส์',
  addressee: { salutation: 'เรียน', name: 'ผู้ว่าราชการจังหวัดลพบุรี' },
  references: ['หนังสือสำนักงานปลัดกระทรวงมหาดไทย ที่ มท ๐๒๑๐.๒/ว ๕๖๗ ลงวันที่ ๑ ตุลาคม ๒๕๖๙'],
  enclosures: ['แบบรายงาน จำนวน ๑ ชุด', 'คู่มือการใช้งาน จำนวน ๑ เล่ม'],
  body: [PARAGRAPH, 'จึงเรียนมาเพื่อโปรดพิจารณาดำเนินการต่อไป'],
  closing: 'ขอแสดงความนับถือ',
  signature: { mark: '(ลงนามทางอิเล็กทรอนิกส์)' },
  signer: {
    name: 'ชื่อและนามสกุลของผู้ลงนาม',
    post: 'รองปลัดกระทรวงมหาดไทย',
    capacityLines: ['ปฏิบัติราชการแทน', 'ปลัดกระทรวงมหาดไทย'],
  },
  owner: ['ศูนย์เทคโนโลยีสารสนเทศและการสื่อสาร', 'โทร. ๐ ๒๒๒๒ ๑๑๔๑', 'ไปรษณีย์อิเล็กทรอนิกส์ saraban2569@moi.go.th'],
};
const register: RegisterSheet = {
  lang: 'th', title: 'ทะเบียนหนังสือรับ', office: 'สำนักงานจังหวัดลพบุรี', span: 'พ.ศ. 2569', made: 'จัดทำเมื่อ 22 พ.ย. 69', madeAt,
  headings: Object.fromEntries(REGISTER_COLUMNS.map((column) => [column, registerHeading(column, 'receive').th])) as RegisterSheet['headings'],
  days: [{ day: 'วันที่ 22 พฤศจิกายน พ.ศ. 2569', rows: [{ no: '1', letterNo: 'มท 0210.2/1', dated: '', from: 'กรมที่ดิน', to: 'จังหวัด', subject: 'น้ำท่วม', action: '', remark: '', isCancelled: false }] }],
};
const stamp = renderReceiptStamp({ officeName: 'สำนักงานจังหวัดลพบุรี', receiveNo: '๑๒', date: '๒๒ พ.ย. ๖๙', time: '๐๙.๐๐ น.' });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saraban-archivable-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Of each document by name whether it is a PDF/A-2b; all in one run, since a Java program takes its time to begin. */
async function verdictsOf(documents: { readonly [name: string]: Uint8Array }): Promise<{ readonly [name: string]: string }> {
  const program = await getVeraPdf();
  const files = Object.keys(documents).map((name) => join(folder, `${name}.pdf`));
  await Promise.all(Object.entries(documents).map(([name, pdf]) => writeFile(join(folder, `${name}.pdf`), pdf)));
  // It ends with 1 where one file does not conform: what it says counts.
  const said = await promisify(execFile)(program, ['--format', 'text', '--flavour', '2b', ...files]).then(({ stdout }) => stdout, (error: { readonly stdout: string }) => error.stdout);
  return Object.fromEntries(said.trim().split('\n').map((line) => /^(\w+) .*\/([\w-]+)\.pdf/.exec(line)).filter((match) => match !== null).map(([, verdict = '', name = '']) => [name, verdict]));
}

test('letters, note sheets, registers, cover sheets and labels conform, a stamped letter of ours too; a file of anybody does not', async () => {
  const { pdf } = await renderLetter(letter);
  const documents = {
    letter: pdf,
    stamped: (await stampPdf(pdf, [{ stamp, page: 1 }])).pdf,
    endorsements: (await renderEndorsementSheet({ madeAt, office: 'สำนักงานจังหวัดลพบุรี', letterNo: 'ลบ 0017.2/1', subject: 'น้ำท่วม', entries: [{ seq: 1, to: null, action: 'ทราบ', text: '', name: 'ก', post: 'ข', capacityLine: null, dateText: '', timeText: '' }] })).pdf,
    register: (await renderRegisterSheet(register)).pdf,
    cover: (await renderCoverSheet({ madeAt, office: 'สำนักงานจังหวัดลพบุรี', subject: 'น้ำท่วม', facts: [['ที่', 'ลบ ๐๐๑๗/๑']], urgency: 'ด่วน', secrecy: 'ลับ', code: 'AB12' })).pdf,
    labels: (await renderLabels({ madeAt, from: 'จังหวัดลพบุรี', no: 'ลบ ๐๐๑๗/๑', urgency: null, skip: 0, labels: [{ to: 'ผู้ว่าราชการจังหวัด', address: 'ศาลากลาง' }] })).pdf,
    outage: (await renderOutageSheet({ madeAt, book: 'ทะเบียนหนังสือรับ', office: 'จังหวัดลพบุรี', span: 'ปี พ.ศ. 2569', isReceiving: true, numbers: ['5', '6'], made: 'ออกใบเมื่อ 22 พ.ย. 69' })).pdf,
    foreign: aPdf('plain'),
  };
  const part = (bytes: Uint8Array) => ({ name: 'ก.pdf', mime: 'application/pdf', bytes });
  const { cover, stamped, endorsements, foreign } = documents;
  const file = (await bindFile({ madeAt, title: 'แฟ้ม', parts: [cover, stamped, endorsements].map(part) })).pdf;
  const mixed = (await bindFile({ madeAt, title: 'แฟ้ม', parts: [cover, stamped, foreign, endorsements].map(part) })).pdf;
  // What cannot be archived does not say that it can.
  expect(Buffer.from(mixed).toString('latin1')).not.toContain('pdfaid');
  expect(await verdictsOf({ ...documents, file })).toEqual({ file: 'PASS', letter: 'PASS', stamped: 'PASS', endorsements: 'PASS', register: 'PASS', cover: 'PASS', labels: 'PASS', outage: 'PASS', foreign: 'FAIL' });
});
