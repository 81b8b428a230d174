import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { PDF } from '@libpdf/core';

import { isOnPage, isTooClose } from '#domain/letter/stamp-place';
import { readInfo, readSignatures, readText, type SeenWord, readWords, toComparable as plain } from '#test/support/poppler';

import { fillPlaces } from './fill-places';
import { inspectPdf } from './inspect-pdf';
import { renderReceiptStamp } from './receipt-stamp';
import { stampPdf } from './stamp-pdf';

/** `signed.pdf` and `signed-a4.pdf` bear a digital signature of a throw-away key, `linearised.pdf` was rewritten by qpdf --linearize. */
const fixture = (name: string): Uint8Array => readFileSync(join(__dirname, 'fixtures', name));

const central = renderReceiptStamp({ officeName: 'สำนักงานจังหวัดลพบุรี', receiveNo: '๑๒๓๔', date: '๒๒ พ.ย. ๒๕๖๙', time: '๐๙.๑๕ น.', ref: 'c41' });
const group = renderReceiptStamp({ officeName: 'กลุ่มงานยุทธศาสตร์และข้อมูลเพื่อการพัฒนาจังหวัด', receiveNo: '๕๖๗', date: '๒๒ พฤศจิกายน ๒๕๖๙', time: '๑๐.๓๐ น.' });
const third = renderReceiptStamp({ officeName: 'กลุ่มงานอำนวยการ', receiveNo: '๘๙', date: '๒๒ พ.ย. ๒๕๖๙', time: '๑๑.๐๐ น.' });

const STAMP = { w: (5 / 2.54) * 72, h: (2.5 / 2.54) * 72 };

const A4 = [0, 0, 595, 842];

interface PageShape {
  readonly mediaBox: readonly number[];
  readonly cropBox?: readonly number[];
  readonly rotate?: number;
  /** Text and where it starts, in points; the middle of an A4 page unless given. */
  readonly text?: string;
  readonly textAt?: readonly [number, number];
  /** Marks the file as linearised, and leaves object 0 out of its table as some writers do. */
  readonly linearised?: boolean;
}

/** A PDF of one page that inherits its box, rotation and font from the page tree, and leaves its drawing state scaled. */
function oddPdf(shape: PageShape): Uint8Array {
  const [x, y] = shape.textAt ?? [260, 400];
  const content = `2 0 0 2 0 0 cm BT /F1 6 Tf 6 TL ${x / 2} ${y / 2} Td (${(shape.text ?? 'body text').replaceAll('\n', ') Tj T* (')}) Tj ET`;
  const objects = [
    shape.linearised ? '<< /Linearized 1 /L 800 /H [1 1] /O 4 /E 5 /N 1 /T 9 >>' : 'null',
    '<< /Type /Catalog /Pages 3 0 R >>',
    `<< /Type /Pages /Kids [4 0 R] /Count 1 /MediaBox [${shape.mediaBox.join(' ')}] ${shape.cropBox ? `/CropBox [${shape.cropBox.join(' ')}]` : ''} /Rotate ${shape.rotate ?? 0} /Resources << /Font << /F1 6 0 R >> >> >>`,
    '<< /Type /Page /Parent 3 0 R /Contents 5 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let out = '%PDF-1.4\n';
  const offsets = objects.map((body, index) => {
    const offset = out.length;
    out += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = out.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const head = shape.linearised ? `1 ${objects.length}\n` : `0 ${objects.length + 1}\n0000000000 65535 f \n`;
  out += `xref\n${head}${rows}trailer\n<< /Size ${objects.length + 1} /Root 2 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
}

const startsWith = (whole: Uint8Array, part: Uint8Array): boolean => Buffer.from(whole).subarray(0, part.length).equals(Buffer.from(part));
const find = (pdf: Uint8Array, text: string): SeenWord | undefined => readWords(pdf).find((word) => plain(word.text).includes(plain(text)));

describe('a receipt stamp', () => {
  test('measures 5 × 2.5 cm and shows office, number, date and time', () => {
    expect(readInfo(central)['Page size']).toMatch(/^141\.732 x 70\.866/);
    const text = plain(readText(central));
    for (const part of ['สำนักงานจังหวัดลพบุรี', 'เลขรับ', '๑๒๓๔', 'วันที่', '๒๒ พ.ย. ๒๕๖๙', 'เวลา', '๐๙.๑๕ น.', 'c41']) {
      expect(text).toContain(plain(part));
    }
  });

  test('keeps a long office name inside its frame', () => {
    for (const word of readWords(group)) {
      expect(word.left).toBeGreaterThan(0);
      expect(word.right).toBeLessThan(STAMP.w);
    }
  });

  test('refuses characters that cannot be printed', () => {
    expect(() => renderReceiptStamp({ officeName: '漢', receiveNo: '๑', date: '', time: '' })).toThrow('TEXT_NOT_PRINTABLE');
  });
});

/** A page on which only what is given is drawn. */
function drawnPdf(content: string, { box = A4, rotate = 0, more = '' }: { readonly box?: readonly number[]; readonly rotate?: number; readonly more?: string } = {}): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [${box.join(' ')}] /Rotate ${rotate} /Contents 4 0 R /Resources << /XObject << /Im 5 0 R /Fm 6 0 R >> /Font << /F1 7 0 R >> >> ${more} >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream',
    '<< /Type /XObject /Subtype /Form /BBox [0 0 100 50] /Resources << /Font << /F1 7 0 R >> >> /Length 31 >>\nstream\nBT /F1 9 Tf 5 5 Td (form) Tj ET \nendstream',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let out = '%PDF-1.4\n';
  const rows = objects.map((body, index) => {
    const offset = out.length;
    out += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
}

const layOne = async (original: Uint8Array) => (await stampPdf(original, [{ stamp: central, page: 1 }])).laid[0]!;
/** The upper right corner of an A4 page, as a place for a stamp. */
const CORNER = { x: 595 - 14 - STAMP.w, y: 842 - 14 - STAMP.h };

describe('where the page is empty', () => {
  test('nothing is drawn: the upper right corner', async () => {
    const laid = await layOne(drawnPdf(''));
    expect(laid).toMatchObject({ found: 'empty', page: { width: 595, height: 842 } });
    expect(laid.x).toBeCloseTo(CORNER.x);
    expect(laid.y).toBeCloseTo(CORNER.y);
  });

  test.each([
    ['a picture', 'q 120 0 0 60 430 760 cm /Im Do Q'],
    ['a filled area', '430 760 100 50 re f'],
    ['a line', '430 790 m 590 790 l S'],
    ['a form with text of its own', 'q 1 0 0 1 430 760 cm /Fm Do Q'],
    ['text', 'BT /F1 12 Tf 430 790 Td (text) Tj ET'],
    ['a picture within a turned space', 'q 0 1 -1 0 595 0 cm q 60 0 0 120 770 30 cm /Im Do Q Q'],
    ['a picture whose bytes stand in the drawing', 'q 120 0 0 60 430 760 cm BI /W 1 /H 1 /CS /G /BPC 8 ID Q EI Q'],
  ])('moves away from %s', async (_, content) => {
    const laid = await layOne(drawnPdf(content));
    expect(laid.found).toBe('empty');
    expect(laid.y < CORNER.y - 20 || laid.x < CORNER.x - 20).toBe(true);
  });

  test('moves away from a field that lies on the page', async () => {
    const laid = await layOne(drawnPdf('', { more: '/Annots [<< /Type /Annot /Subtype /Widget /Rect [430 760 560 820] >>]' }));
    expect(laid.y).toBeLessThan(CORNER.y - 20);
  });

  test.each([
    ['the ground of the page', '1 g 0 0 595 842 re f'],
    ['a path that only cuts off', '400 700 195 142 re W n'],
    ['a frame around the page', '5 5 585 832 re S'],
    ['words in a string that look like drawing', 'BT /F1 12 Tf 40 40 Td (430 760 100 50 re f \\) 430 760 100 50 re f) Tj ET'],
    ['a remark', '% 430 760 100 50 re f\n'],
  ])('is not kept away by %s', async (_, content) => {
    const laid = await layOne(drawnPdf(content));
    expect(laid.found).toBe('empty');
    expect(laid.y).toBeCloseTo(CORNER.y);
  });

  test('goes to the lower half before it covers anything', async () => {
    const laid = await layOne(drawnPdf('10 400 500 440 re f 440 300 150 540 re f'));
    expect(laid.found).toBe('empty');
    expect(laid.y + laid.h).toBeLessThan(421);
  });

  test('says that it covers something where the page is full, and covers least', async () => {
    const rows = Array.from({ length: 280 }, (_, row) => `0 ${row * 3} 595 1 re f`).join('\n');
    expect((await layOne(drawnPdf(`${rows}\n0 500 430 342 re f`))).found).toBe('covers');
  });

  test('says that it does not know of a scanned page, and of one whose drawing cannot be read', async () => {
    const scanned = await layOne(drawnPdf('q 595 0 0 842 0 0 cm /Im Do Q'));
    expect(scanned.found).toBe('unseen');
    expect(scanned.y).toBeCloseTo(CORNER.y);
    const endless = Array.from({ length: 6100 }, () => '1 1 1 1 re f').join('\n');
    expect((await layOne(drawnPdf(endless))).found).toBe('unseen');
  });
});

describe('a stamp with a place', () => {
  test.each([
    ['upright', 0, A4, { width: 595, height: 842 }],
    ['turned by 90 degrees', 90, A4, { width: 842, height: 595 }],
    ['turned by 270 degrees', 270, A4, { width: 842, height: 595 }],
    ['lying', 0, [0, 0, 842, 595], { width: 842, height: 595 }],
    ['of A5', 0, [0, 0, 420, 595], { width: 420, height: 595 }],
    ['of A3', 0, [0, 0, 842, 1191], { width: 842, height: 1191 }],
    ['that begins elsewhere than at nought', 0, [50, 60, 645, 902], { width: 595, height: 842 }],
  ])('stands there on a page %s', async (_, rotate, box, size) => {
    const at = { x: 30, y: 40 };
    const { pdf: stamped, laid: [laid] } = await stampPdf(drawnPdf('', { box, rotate }), [{ stamp: central, page: 1, at }]);
    expect(laid).toMatchObject({ ...at, found: 'person', page: size });
    const label = find(stamped, 'เลขรับ');
    expect(label?.left).toBeGreaterThan(at.x);
    expect(label?.right).toBeLessThan(at.x + STAMP.w);
    expect(label?.top).toBeGreaterThan(size.height - at.y - STAMP.h);
    expect(label?.bottom).toBeLessThan(size.height - at.y);
  });

  test('keeps the signature of a signed file valid', async () => {
    const { pdf: stamped, laid } = await stampPdf(fixture('signed-a4.pdf'), [{ stamp: central, page: 1, at: { x: 20, y: 20 } }, { stamp: group, page: 1 }]);
    expect(startsWith(stamped, fixture('signed-a4.pdf'))).toBe(true);
    expect(readSignatures(stamped)).toContain('Signature is Valid');
    expect(laid.map(({ found }) => found)).toEqual(['person', 'empty']);
  });

  test('is kept away from by the ones that come of themselves, also the older', async () => {
    const { laid } = await stampPdf(drawnPdf(''), [{ stamp: central, page: 1 }, { stamp: group, page: 1, at: CORNER }, { stamp: third, page: 1 }]);
    for (const [index, one] of laid.entries()) for (const other of laid.slice(index + 1)) expect(isTooClose(one, other)).toBe(false);
    expect(laid[1]).toMatchObject({ x: CORNER.x, found: 'person' });
  });

  test.each([{ x: 500, y: 10 }, { x: 10, y: 800 }])('is refused where it does not lie wholly on the page: %j', async (at) => {
    await expect(stampPdf(drawnPdf(''), [{ stamp: central, page: 1, at }])).rejects.toMatchObject({ code: 'PLACE_INVALID' });
  });
});

describe('a tiny page', () => {
  test('gets a stamp made smaller, and no more than fit', async () => {
    const tiny = drawnPdf('', { box: [0, 0, 120, 150] });
    const { laid: [one, other] } = await stampPdf(tiny, [{ stamp: central, page: 1 }, { stamp: group, page: 1 }]);
    for (const each of [one!, other!]) expect(isOnPage(each, { width: 120, height: 150 })).toBe(true);
    expect(one!.w).toBeCloseTo(STAMP.w * 0.75);
    expect(isTooClose(one!, other!)).toBe(false);
    await expect(stampPdf(tiny, [central, group, third, central, group].map((stamp) => ({ stamp, page: 1 })))).rejects.toMatchObject({ code: 'STAMP_NO_ROOM' });
    await expect(stampPdf(drawnPdf('', { box: [0, 0, 40, 30] }), [{ stamp: central, page: 1 }])).rejects.toMatchObject({ code: 'STAMP_NO_ROOM' });
  });
});

describe('stamping', () => {
  test.each([
    ['a plain file', oddPdf({ mediaBox: A4 })],
    ['a linearised file', fixture('linearised.pdf')],
    ['a file that the library would rewrite for being linearised', oddPdf({ mediaBox: A4, linearised: true })],
    ['a signed file', fixture('signed.pdf')],
    ['a file stamped before', central],
  ])('leaves every byte of %s as it was', async (_, original) => {
    const { pdf: stamped } = await stampPdf(original, [{ stamp: group, page: 1, at: { x: 0, y: 0 } }]);
    expect(startsWith(stamped, original)).toBe(true);
    expect(stamped.length).toBeGreaterThan(original.length);
    expect(readInfo(stamped).Pages).toBe('1');
    expect(plain(readText(stamped))).toContain(plain('๕๖๗'));
  });

  test('keeps an earlier digital signature valid', async () => {
    const { pdf: stamped } = await stampPdf(fixture('signed.pdf'), [{ stamp: central, page: 1 }]);
    expect(readSignatures(stamped)).toContain('Signature is Valid');
  });

  test('sets several stamps at the upper right, none over another', async () => {
    const { pdf: stamped } = await stampPdf(oddPdf({ mediaBox: A4 }), [central, group, third].map((stamp) => ({ stamp, page: 1 })));
    const labels = readWords(stamped).filter((word) => plain(word.text) === plain('เลขรับ'));
    expect(labels).toHaveLength(3);
    const [first, ...others] = labels;
    expect(first?.left).toBeGreaterThan(595 - STAMP.w - 20);
    expect(first?.top).toBeLessThan(60);
    for (const label of others) expect(label.top).toBeLessThan(842 / 2);
    for (const a of labels) {
      for (const b of labels.filter((other) => other !== a)) {
        expect(Math.abs(a.left - b.left) >= STAMP.w || Math.abs(a.top - b.top) >= STAMP.h).toBe(true);
      }
    }
  });

  test('leaves the garuda of a letter uncovered', async () => {
    const text = Array.from({ length: 30 }, () => 'x'.repeat(90)).join('\n');
    const { pdf: stamped } = await stampPdf(oddPdf({ mediaBox: A4, text, textAt: [60, 740] }), [{ stamp: central, page: 1 }, { stamp: group, page: 1 }]);
    const labels = readWords(stamped).filter((word) => plain(word.text) === plain('เลขรับ'));
    expect(labels).toHaveLength(2);
    const touching = labels.filter(({ left, top }) => left < 340 && left + STAMP.w > 255 && top < 125);
    expect(touching).toEqual([]);
  });

  test('moves away from text when there is room below it', async () => {
    const busy = oddPdf({ mediaBox: A4, text: 'x'.repeat(90), textAt: [40, 800] });
    const { pdf: stamped } = await stampPdf(busy, [{ stamp: central, page: 1 }]);
    const words = readWords(stamped);
    const text = words.find(({ text: seen }) => seen.startsWith('xxx'));
    const label = words.find((word) => plain(word.text) === plain('เลขรับ'));
    expect(text).toBeDefined();
    expect(text?.top).toBeLessThan(60);
    expect(label?.top).toBeGreaterThan(text?.bottom ?? 0);
  });

  test.each([0, 90, 180, 270, -90, 450])('stands upright at the upper right of a page turned by %i degrees', async (rotate) => {
    const original = oddPdf({ mediaBox: [10, 20, 605, 862], rotate });
    const { pdf: stamped } = await stampPdf(original, [{ stamp: central, page: 1 }]);
    const isOnSide = rotate % 180 !== 0;
    const width = isOnSide ? 842 : 595;
    const name = find(stamped, 'ลพบุรี');
    const label = find(stamped, 'เลขรับ');
    expect(name?.right).toBeGreaterThan(width - STAMP.w);
    expect(name?.right).toBeLessThan(width);
    expect(name?.bottom).toBeLessThan(60);
    // The name stands above the label: upright.
    expect(name?.top ?? 0).toBeLessThan(label?.top ?? 0);
    expect((label?.right ?? 0) - (label?.left ?? 0)).toBeGreaterThan((label?.bottom ?? 0) - (label?.top ?? 0));
  });

  test.each([
    ['cropped', { mediaBox: A4, cropBox: [100, 200, 500, 700] }],
    ['given by its corners the other way round', { mediaBox: [500, 700, 100, 200] }],
  ])('stays on the visible part of a page %s', async (_, shape) => {
    const { pdf: stamped } = await stampPdf(oddPdf(shape), [{ stamp: central, page: 1 }]);
    const width = 400;
    const cropped = readWords(stamped).find((word) => plain(word.text) === plain('เลขรับ'));
    const info = readInfo(stamped);
    expect(info.Pages).toBe('1');
    // Poppler measures from the media box.
    const offset = 'cropBox' in shape ? { x: 100, y: 842 - 700 } : { x: 0, y: 0 };
    expect(cropped?.left).toBeGreaterThan(offset.x + width - STAMP.w - 20);
    expect(cropped?.right).toBeLessThan(offset.x + width);
    expect(cropped?.top).toBeGreaterThan(offset.y);
    expect(cropped?.top).toBeLessThan(offset.y + 60);
  });

  test('keeps the fonts that a page inherits', async () => {
    const { pdf: stamped } = await stampPdf(oddPdf({ mediaBox: A4 }), [{ stamp: central, page: 1 }]);
    expect(readText(stamped)).toContain('body text');
  });

  test.each([
    ['not a PDF', Buffer.from('PK\u0003\u0004 hello'), 'not_a_pdf'],
    ['empty', Buffer.alloc(0), 'not_a_pdf'],
    ['nothing behind the header', Buffer.from('%PDF-1.7\nrubbish'), 'broken'],
    ['cut off', Buffer.from(oddPdf({ mediaBox: A4 })).subarray(0, 300), 'broken'],
    ['without its table of objects', Buffer.from(Buffer.from(oddPdf({ mediaBox: A4 })).toString('latin1').replace(/startxref\n\d+/, 'startxref\n7'), 'latin1'), 'broken'],
  ])('refuses a file that is %s', async (_, bytes, reason) => {
    await expect(stampPdf(bytes, [{ stamp: central, page: 1 }])).rejects.toMatchObject({ code: 'FILE_TYPE_REFUSED', details: { reason } });
  });

  test('refuses an encrypted file', async () => {
    await expect(stampPdf(await encrypted(), [{ stamp: central, page: 1 }])).rejects.toMatchObject({
      code: 'FILE_TYPE_REFUSED',
      details: { reason: 'encrypted' },
    });
  });

  test.each([
    { page: 2 },
    { page: 0 },
    { page: 1, at: { x: 600, y: 10 } },
    { page: 1, at: { x: 10, y: -1 } },
  ])('refuses a place outside the file: %j', async (place) => {
    await expect(stampPdf(oddPdf({ mediaBox: A4 }), [{ stamp: central, ...place }])).rejects.toMatchObject({ code: 'PLACE_INVALID' });
  });
});

describe('filling marked places', () => {
  const places = [
    { page: 1, x: 100, y: 700, w: 120, h: 20, text: 'มท ๐๒๑๐.๒/๙๙๙', kind: 'number' },
    { page: 1, x: 310, y: 650, w: 120, h: 20, text: '๒๒ พฤศจิกายน ๒๕๖๙', kind: 'date' },
    { page: 1, x: 310, y: 200, w: 200, h: 60, text: '(ลงนามทางอิเล็กทรอนิกส์)\nรองปลัดกระทรวงมหาดไทย', kind: 'signature' },
  ] as const;

  test.each([0, 90])('writes number, date and signature inside their places on a page turned by %i degrees', async (rotate) => {
    const original = oddPdf({ mediaBox: [10, 20, 852, 862], rotate });
    const filled = await fillPlaces(original, places);
    expect(startsWith(filled, original)).toBe(true);
    const seen = readWords(filled);
    for (const { x, y, w, h, text } of places) {
      const inside = seen.filter((word) => word.left >= x - 1 && word.right <= x + w + 1 && word.top >= 842 - y - h - 8 && word.bottom <= 842 - y + 8);
      expect(plain(inside.map((word) => word.text).join(''))).toBe(plain(text));
    }
  });

  test('makes too wide a text smaller instead of letting it run out', async () => {
    const filled = await fillPlaces(oddPdf({ mediaBox: A4 }), [{ ...places[0], w: 40 }]);
    const words = readWords(filled).filter(({ top }) => top < 200);
    expect(words.length).toBeGreaterThan(0);
    for (const word of words) expect(word.right).toBeLessThanOrEqual(141);
  });

  test('refuses characters that cannot be printed', async () => {
    await expect(fillPlaces(oddPdf({ mediaBox: A4 }), [{ ...places[0], text: '漢' }])).rejects.toMatchObject({ code: 'TEXT_NOT_PRINTABLE' });
  });

  test('refuses a place off the page', async () => {
    await expect(fillPlaces(oddPdf({ mediaBox: A4 }), [{ ...places[0], y: 900 }])).rejects.toMatchObject({ code: 'PLACE_INVALID' });
  });
});

describe('inspecting', () => {
  test('tells pages, title, signature and encryption', async () => {
    expect(await inspectPdf(oddPdf({ mediaBox: A4 }))).toEqual({ pages: 1, encrypted: false, isLocked: false, hasSignature: false });
    expect(await inspectPdf(fixture('signed.pdf'))).toMatchObject({ hasSignature: true, encrypted: false });
    expect(await inspectPdf(await encrypted())).toMatchObject({ encrypted: true });
    const titled = PDF.create();
    titled.addPage({ size: 'a4' });
    titled.setTitle('หนังสือทดสอบ');
    expect(await inspectPdf(await titled.save())).toMatchObject({ pages: 1, title: 'หนังสือทดสอบ' });
  });

  test('refuses what is not a PDF', async () => {
    await expect(inspectPdf(Buffer.from('<html>'))).rejects.toMatchObject({ code: 'FILE_TYPE_REFUSED', details: { reason: 'not_a_pdf' } });
    await expect(inspectPdf(Buffer.from('%PDF-1.4 no objects'))).rejects.toMatchObject({ details: { reason: 'broken' } });
  });
});

async function encrypted(): Promise<Uint8Array> {
  const pdf = PDF.create();
  pdf.addPage({ size: 'a4' });
  pdf.setProtection({ userPassword: 'secret', ownerPassword: 'owner' });
  return pdf.save();
}
