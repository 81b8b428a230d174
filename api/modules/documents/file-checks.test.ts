import { deflateRawSync } from 'node:zlib';
import { assertFileName, detectType, disposition, parseRange } from './file-checks';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const code = async (work: () => unknown): Promise<string> => {
  try {
    await work();
    return 'none';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

/** A ZIP archive with one stored or deflated entry. */
function zip(name: string, content: string): Buffer {
  const data = deflateRawSync(Buffer.from(content));
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(data.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name), data]);
}

test('a type is found by content alone', async () => {
  await expect(detectType(bytes('%PDF-1.7\n%âãÏÓ\n'), 'main')).resolves.toBe('application/pdf');
  await expect(detectType(bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0'), 'enclosure')).resolves.toBe('image/png');
  expect(await code(() => detectType(bytes('just text, called letter.pdf'), 'main'))).toBe('FILE_TYPE_REFUSED');
  expect(await code(() => detectType(bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0'), 'main'))).toBe('FILE_TYPE_REFUSED');
  expect(await code(() => detectType(bytes('MZ\x90\0'), 'enclosure'))).toBe('FILE_TYPE_REFUSED');
  expect(await code(() => detectType(bytes('<svg xmlns="http://www.w3.org/2000/svg"></svg>'), 'enclosure'))).toBe('FILE_TYPE_REFUSED');
  expect(await code(() => detectType(Buffer.alloc(0), 'main'))).toBe('FILE_EMPTY');
});

test('an office document is told from any other archive', async () => {
  const types = '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
  await expect(detectType(zip('[Content_Types].xml', types), 'enclosure')).resolves.toMatch(/wordprocessingml/);
  expect(await code(() => detectType(zip('run.exe', 'x'), 'enclosure'))).toBe('FILE_TYPE_REFUSED');
});

test.each(['หนังสือนำส่ง.pdf', 'report (final) 2569.xlsx', 'a'])('%p is a name', (name) => {
  expect(assertFileName(` ${name} `)).toBe(name);
});

test.each(['', '   ', '../../etc/passwd', 'a/b.pdf', 'a\\b.pdf', '.hidden', 'dot.', 'bad\u0000.pdf', 'gnp.\u202epdf', 'a\nb.pdf', 'x'.repeat(201)])('%p is none', async (name) => {
  expect(await code(() => assertFileName(name))).toBe('FILE_NAME_INVALID');
});

test('a name stays readable in both forms of the header', () => {
  expect(disposition('attachment', `รายงาน "1".pdf`)).toBe(`attachment; filename="______ _1_.pdf"; filename*=UTF-8''%E0%B8%A3%E0%B8%B2%E0%B8%A2%E0%B8%87%E0%B8%B2%E0%B8%99%20%221%22.pdf`);
});

test.each([
  ['bytes=0-99', { start: 0, end: 99 }],
  ['bytes=900-', { start: 900, end: 999 }],
  ['bytes=-100', { start: 900, end: 999 }],
  ['bytes=-5000', { start: 0, end: 999 }],
  ['bytes=500-5000', { start: 500, end: 999 }],
  ['bytes=0-0,5-9', null],
  ['pages=1-2', null],
  [undefined, null],
])('range %p of 1000 bytes', (header, range) => {
  expect(parseRange(header, 1000)).toEqual(range);
});

test.each(['bytes=1000-', 'bytes=5-2', 'bytes=-0'])('%p does not lie within 1000 bytes', async (header) => {
  expect(await code(() => parseRange(header, 1000))).toBe('RANGE_INVALID');
});
