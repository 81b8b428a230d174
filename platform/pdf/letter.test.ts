import { crc32, deflateSync } from 'node:zlib';

import { readFontSpecs, readInfo, readPictures, readText, readWords, toComparable as plain } from '#test/support/poppler';

import { type LetterDocument, renderLetter } from './letter';

const PARAGRAPH =
  'ตามหนังสือที่อ้างถึง สำนักงานปลัดกระทรวงมหาดไทยได้แจ้งให้จังหวัดนำร่องใช้งานระบบสารบรรณอิเล็กทรอนิกส์ในการรับ ส่ง และติดตามหนังสือราชการ ตั้งแต่วันที่ ๑ ตุลาคม ๒๕๖๙ เป็นต้นไป นั้น';

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
const memo: LetterDocument = { ...letter, kind: 'memo', agency: ['ศูนย์เทคโนโลยีสารสนเทศและการสื่อสาร โทร. ๐ ๒๒๒๒ ๑๑๔๑'] };
const order: LetterDocument = {
  ...letter,
  kind: 'order',
  agency: ['สำนักงานปลัดกระทรวงมหาดไทย'],
  number: '๑๒๓/๒๕๖๙',
  date: '๒๑ พฤศจิกายน พ.ศ. ๒๕๖๙',
};
const long: LetterDocument = { ...letter, body: [...Array.from({ length: 8 }, () => PARAGRAPH), letter.body[1] ?? ''] };


describe('an external letter', () => {
  test('is one A4 page of archivable PDF that says everything it was given', async () => {
    const { pdf, pages } = await renderLetter(letter);
    expect(pages).toBe(1);
    expect(readInfo(pdf)).toMatchObject({ Pages: '1', 'Page size': '595.276 x 841.89 pts (A4)', Title: letter.subject });
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>B</);
    const text = plain(readText(pdf));
    const given = [letter.number, letter.date, ...letter.agency, letter.subject, ...letter.enclosures, ...letter.body];
    const signed = [letter.closing, letter.signature?.mark, letter.signer?.name, letter.signer?.post, 'ปฏิบัติราชการแทน'];
    for (const part of [...given, ...signed, 'เรียน', 'อ้างถึง', 'สิ่งที่ส่งมาด้วย']) expect(text).toContain(plain(part ?? '-'));
    for (const line of letter.owner ?? []) expect(text).toContain(plain(line));
  });

  test('keeps the words on which Thai type-setting fails', async () => {
    const words = ['น้ำ', 'ปู่', 'ญี่ปุ่น', 'ฟื้น', 'ปั๊ม', 'เอี๊ยด', 'กตัญญู', 'ฐานะ', 'บุหรี่', 'สำนักงาน', 'A วันที่'];
    const text = plain(readText((await renderLetter({ ...letter, body: [words.join(' / ')] })).pdf));
    for (const word of words) expect(text).toContain(plain(word));
  });

  test('prints what a person wrote as it stands, never as instructions to the type-setter', async () => {
    const hostile = '#panic("x") *เด่น* _เอน_ $x^2$ @ref <label> [a] {b} \\ // หมายเหตุ /* */ "#sys.inputs" = หัวข้อ';
    const { pdf } = await renderLetter({ ...letter, subject: hostile, body: [hostile] });
    expect(plain(readText(pdf)).split(plain('_เอน_ $x^2$ @ref <label> [a] {b} \\ //')).length - 1).toBe(2);
    expect(readInfo(pdf).Title).toBe(hostile);
  });

  test('gives the same bytes for the same input', async () => {
    const [first, second] = await Promise.all([renderLetter(letter), renderLetter(letter)]);
    expect(Buffer.from(first.pdf).equals(Buffer.from(second.pdf))).toBe(true);
  });

  test('shows the urgency in red of at least 32 points above the number', async () => {
    const { pdf } = await renderLetter({ ...letter, urgency: 'ด่วนที่สุด', urgencyDetail: 'ภายใน ๒๒ พ.ย. ๖๙' });
    expect(readFontSpecs(pdf).filter(({ size, color }) => size >= 32 && color === '#c00000')).toHaveLength(1);
    expect(readFontSpecs((await renderLetter(letter)).pdf).filter(({ size }) => size >= 32)).toHaveLength(0);
    expect(plain(readText(pdf))).toContain(plain('ภายใน ๒๒ พ.ย. ๖๙'));
  });

  test('starts date and agency at the middle of the ruler', async () => {
    const { pdf, fields } = await renderLetter(letter);
    const middle = ((3 + 8) / 2.54) * 72;
    expect(fields.date.x).toBeCloseTo(middle, 1);
    expect(readWords(pdf).find(({ text }) => text.includes('กระทรวงมหาดไทย'))?.left).toBeCloseTo(middle, 0);
  });
});

describe('a draft', () => {
  const draft: LetterDocument = { ...letter, number: null, date: null, signature: null };

  test('is marked so and leaves number, date and signature blank', async () => {
    const { pdf } = await renderLetter(draft);
    const text = plain(readText(pdf));
    expect(hasDraftMark(pdf)).toBe(true);
    expect(text).toContain(plain('มท ๐๒๑๐.๒/'));
    for (const absent of ['๑๒๓๔', letter.date ?? '', '(ลงนามทางอิเล็กทรอนิกส์)']) expect(text).not.toContain(plain(absent));
    expect(hasDraftMark((await renderLetter(letter)).pdf)).toBe(false);
  });

  test.each([letter, memo, order])('has its places where the final $kind has number, date and signature', async (final) => {
    const before = await renderLetter({ ...final, number: null, date: null, signature: null });
    const after = await renderLetter(final);
    const seen = readWords(after.pdf);
    const wanted = { number: final.number, date: final.date, signature: final.signature?.mark };
    for (const name of ['number', 'date', 'signature'] as const) {
      const { page, x, y, w, h } = before.fields[name];
      expect(after.fields[name]).toMatchObject({ page, y });
      const inside = seen.filter(
        (word) => word.page === page && word.left >= x - 1 && word.right <= x + w + 1 && word.top >= 841.89 - y - h - 4 && word.bottom <= 841.89 - y + 4,
      );
      expect(plain(inside.map(({ text }) => text).join(''))).toContain(plain(wanted[name] ?? '-'));
    }
  });
});

describe('a letter of several pages', () => {
  test('numbers the pages from the second and announces the next page by its first words', async () => {
    // Page breaks inside a paragraph, between two, and before the last one that stays with the signature.
    for (let paragraphs = 4; paragraphs < 16; paragraphs++) {
      const body = Array.from({ length: paragraphs }, (_, i) => `ข้อ ${'กขคงจฉชซญดตถทธนบ'[i]} ${PARAGRAPH}`);
      const { pdf, pages } = await renderLetter({ ...letter, body: [...body, letter.body[1] ?? ''] });
      expect(plain(readText(pdf, 1)).startsWith('-')).toBe(false);
      expect(plain(readText(pdf, pages))).not.toContain('...');
      for (let page = 2; page <= pages; page++) {
        const head = plain(`- ${page} -`);
        const shown = plain(readText(pdf, page));
        const catchword = /\/([^/]+)\.\.\.$/.exec(plain(readText(pdf, page - 1)))?.[1] ?? '';
        expect(shown.startsWith(head)).toBe(true);
        expect(catchword.length).toBeGreaterThan(4);
        expect(shown.slice(head.length, head.length + catchword.length)).toBe(catchword);
      }
    }
  });

  test('counts in Arabic digits when the letter is in English', async () => {
    const { pdf } = await renderLetter({ ...long, digits: 'arabic' });
    expect(plain(readText(pdf, 2)).startsWith('-2-')).toBe(true);
  });

  test('never leaves the signature alone on a page', async () => {
    for (let extra = 5; extra < 12; extra++) {
      const { pdf, pages, fields } = await renderLetter({ ...letter, body: [...Array.from({ length: extra }, () => PARAGRAPH), letter.body[1] ?? ''] });
      expect(fields.signature.page).toBe(pages);
      expect(plain(readText(pdf, pages))).toContain(plain('จึงเรียนมาเพื่อโปรดพิจารณา'));
    }
  });

  test('bears the secrecy mark at top and foot of every page', async () => {
    const { pdf, pages } = await renderLetter({ ...long, secrecy: 'ลับมาก' });
    for (let page = 1; page <= pages; page++) {
      const marks = readWords(pdf).filter((word) => word.page === page && plain(word.text) === plain('ลับมาก'));
      expect(marks.filter(({ top }) => top < 50)).toHaveLength(1);
      expect(marks.filter(({ bottom }) => bottom > 800)).toHaveLength(1);
    }
  });
});

describe('other kinds', () => {
  test('a memo has its head and no closing phrase', async () => {
    const text = plain(readText((await renderLetter(memo)).pdf));
    for (const part of ['บันทึกข้อความ', 'ส่วนราชการ', 'วันที่', letter.subject]) expect(text).toContain(plain(part));
    expect(text).not.toContain(plain('ขอแสดงความนับถือ'));
  });

  test('an order is headed by its issuer and dated below its text', async () => {
    const text = plain(readText((await renderLetter(order)).pdf));
    expect(text).toContain(plain('คำสั่งสำนักงานปลัดกระทรวงมหาดไทย'));
    expect(text).toContain(plain('ที่ ๑๒๓/๒๕๖๙'));
    expect(text).toContain(plain('สั่ง ณ วันที่ ๒๑ พฤศจิกายน พ.ศ. ๒๕๖๙'));
    expect(text.indexOf(plain('สั่ง ณ'))).toBeGreaterThan(text.indexOf(plain('จึงเรียนมา')));
  });
});

describe('the garuda', () => {
  const SIDE = 250;
  const PNG = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.from([0, 0, 0, SIDE, 0, 0, 0, SIDE, 8, 0, 0, 0, 0])),
    chunk('IDAT', deflateSync(Buffer.alloc((SIDE + 1) * SIDE))),
    chunk('IEND', Buffer.alloc(0)),
  ]);

  test('of the office stands 3 cm high on a letter and 1.5 cm on a memo', async () => {
    expect(await height({ ...letter, garuda: PNG })).toBeCloseTo(3, 1);
    expect(await height({ ...memo, garuda: PNG })).toBeCloseTo(1.5, 1);
    expect(readPictures((await renderLetter(letter)).pdf)).toEqual([]);
  });

  test('must be a PNG or an SVG', async () => {
    await expect(renderLetter({ ...letter, garuda: Buffer.from('GIF89a') })).rejects.toMatchObject({ code: 'FILE_TYPE_REFUSED' });
  });
});

describe('characters', () => {
  test('in an endless run still stay within the margins', async () => {
    const { pdf } = await renderLetter({ ...letter, subject: 'x'.repeat(300), body: [`https://example.go.th/?q=${'y'.repeat(300)}`] });
    for (const word of readWords(pdf)) expect(word.right).toBeLessThan(595.3 - (2 / 2.54) * 72 + 1);
    expect(plain(readText(pdf))).toContain('x'.repeat(300));
  });

  test('the font lacks are refused by name', async () => {
    await expect(renderLetter({ ...letter, body: ['เรียน 😀 漢 ต่อ'] })).rejects.toMatchObject({
      code: 'TEXT_NOT_PRINTABLE',
      details: { characters: ['😀', '漢'] },
    });
  });

  test('that are invisible do no harm', async () => {
    const { pdf } = await renderLetter({ ...letter, body: ['ข้อ\u200bความ\u00ad\u2060ที่\u200c\u200dมี\ufeff อักขระ\tซ่อน\r\nบรรทัดใหม่'] });
    expect(plain(readText(pdf))).toContain(plain('บรรทัดใหม่'));
  });
});

/** A chunk of a PNG file. */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** Height in cm of the only picture of a letter. */
async function height(input: LetterDocument): Promise<number> {
  const [picture] = readPictures((await renderLetter(input)).pdf);
  return ((picture?.height ?? 0) / (picture?.ppi ?? 1)) * 2.54;
}

function hasDraftMark(pdf: Uint8Array): boolean {
  return readFontSpecs(pdf).some(({ size, color }) => size > 100 && color === '#e8e8e8');
}
