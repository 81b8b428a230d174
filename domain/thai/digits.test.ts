import * as fc from 'fast-check';
import { toArabicDigits, toThaiDigits } from './digits';

describe('toThaiDigits', () => {
  test.each([
    ['มท 0210.2/ว 123', 'มท ๐๒๑๐.๒/ว ๑๒๓'],
    ['มท0210.2/ว123', 'มท๐๒๑๐.๒/ว๑๒๓'],
    ['21 พฤศจิกายน 2569', '๒๑ พฤศจิกายน ๒๕๖๙'],
    ['โทร. 0 2222 1141-55', 'โทร. ๐ ๒๒๒๒ ๑๑๔๑-๕๕'],
    ['งบประมาณ 1,234,567.50 บาท', 'งบประมาณ ๑,๒๓๔,๕๖๗.๕๐ บาท'],
    ['ข้อ 1.2.3.4 ร้อยละ 80%', 'ข้อ ๑.๒.๓.๔ ร้อยละ ๘๐%'],
    ['เวลา 09.30 น. (2 ชั่วโมง)', 'เวลา ๐๙.๓๐ น. (๒ ชั่วโมง)'],
  ])('an official text gets Thai digits: %s', (text, expected) => {
    expect(toThaiDigits(text)).toBe(expected);
  });

  test.each([
    'https://www.example.go.th/2017/report?id=12&page=3#s4',
    'http://เอกสาร2569.ไทย/แผน/2570',
    'www.moi.go.th/เรื่อง/2551',
    'edocument2.moi.go.th',
    'example.go.th:8443/app1/index2',
    'saraban0017@lopburi.go.th',
    'หนังสือ2569.pdf',
    'แผนปี-2569_v2.DOCX',
    'C:\\งาน\\2569\\แผน1',
    '\\\\server1\\แผน2569',
    '/srv/data1/2569',
    '192.168.1.10',
    '10.0.0.255/24',
    'TH-16',
    'A4',
    'COVID-19',
    'EG123456789TH',
    'PDF/A-3',
    '5G',
    '1,000USD',
    'sha256:0a1b2c3d',
    '2569-PDF',
    'ISO/IEC 27001:2022',
    'RFC 3339',
  ])('an address, a file name or a code keeps its digits: %s', (text) => {
    expect(toThaiDigits(text)).toBe(text);
    expect(toThaiDigits(`ข้อ 7 ${text} ลำดับที่ 8`)).toBe(`ข้อ ๗ ${text} ลำดับที่ ๘`);
  });

  test('a sentence with addresses in it is unharmed around and inside them (3-25)', () => {
    expect(toThaiDigits('ดูข้อ 3 ที่ https://a.go.th/2017/05 (ค้นเมื่อ 15 มิ.ย. 2560) หรือแฟ้ม รายงาน2560.xlsx จำนวน 2 แผ่น กระดาษ A4')).toBe(
      'ดูข้อ ๓ ที่ https://a.go.th/2017/05 (ค้นเมื่อ ๑๕ มิ.ย. ๒๕๖๐) หรือแฟ้ม รายงาน2560.xlsx จำนวน ๒ แผ่น กระดาษ A4',
    );
  });

  test('a code glued to Thai words is kept while the figures beside it are converted', () => {
    expect(toThaiDigits('ระบบ5Gใน3จังหวัด')).toBe('ระบบ5Gใน๓จังหวัด');
  });

  const pieces = fc.constantFrom(
    'มท 0210.2/123 ', '1 ม.ค. 2569 ', 'https://a.go.th/2017 ', 'a1@b.go.th ', 'แผน2.pdf ', 'ข้อ 12', 'A4', '(3)', '1.2.3', '-', '/', '@', '.', ':', 'ก', '9', ' ', '10.0.0.255', 'ISO 9001 ',
  );
  const texts = fc.oneof(fc.string({ unit: 'grapheme' }), fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')));

  test('property: converting back gives the text that was stored', () => {
    fc.assert(fc.property(texts.filter((text) => !/[๐-๙]/.test(text)), (text) => {
      expect(toArabicDigits(toThaiDigits(text))).toBe(text);
    }), { numRuns: 500 });
  });

  test('property: converting twice changes nothing more', () => {
    fc.assert(fc.property(texts, (text) => {
      expect(toThaiDigits(toThaiDigits(text))).toBe(toThaiDigits(text));
    }), { numRuns: 2000 });
  });

  test('property: a web address set off by spaces survives whatever stands around it', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), texts, texts, (url, before, after) => {
        expect(toThaiDigits(`${before} ${url} ${after}`)).toContain(` ${url} `);
      }),
    );
  });

  test('property: an e-mail address set off by spaces survives', () => {
    fc.assert(fc.property(fc.emailAddress(), texts, (email, text) => {
      expect(toThaiDigits(`${text} ${email} 5`).endsWith(` ${email} ๕`)).toBe(true);
    }));
  });
});

describe('toArabicDigits', () => {
  test('every Thai digit becomes its ASCII twin and nothing else changes', () => {
    expect(toArabicDigits('๐๑๒๓๔๕๖๗๘๙ พ.ศ. ๒๕๕๑ ฯลฯ')).toBe('0123456789 พ.ศ. 2551 ฯลฯ');
  });
});
