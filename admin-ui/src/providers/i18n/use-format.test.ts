import { th } from '../../i18n/th';
import { createFormat, type Format } from './use-format';

const texts: Record<string, string> = {
  'when.justNow': th.when.justNow, 'when.today': th.when.today, 'when.yesterday': th.when.yesterday, 'when.ago.minutes': th.when.ago.minutes,
  'when.left.minutes': th.when.left.minutes, 'when.left.hours': th.when.left.hours, 'when.left.days': th.when.left.days,
  'when.late.minutes': th.when.late.minutes, 'when.late.hours': th.when.late.hours, 'when.late.days': th.when.late.days,
};
const translate = (key: string, options: Record<string, unknown> = {}): string => (texts[key] ?? key).replace(/%\{(\w+)\}/g, (_, name: string) => String(options[name]));
const format = (digits: 'thai' | 'arabic', locale = 'th'): Format => createFormat({ locale, digits, translate });
const NOW = Date.parse('2026-11-21T05:00:00Z');

test('dates are Buddhist in Thai, with the digits that the reader prefers, and of the common era in English', () => {
  expect(format('arabic').date('2026-11-21')).toBe('21 พ.ย. 69');
  expect(format('thai').longDate('2026-11-21')).toBe('๒๑ พฤศจิกายน ๒๕๖๙');
  expect(format('thai', 'en').longDate('2026-11-21')).toBe('21 November 2026');
  expect(format('arabic').yearBe(2569)).toBe('2569');
  expect(format('arabic', 'en').yearBe(2569)).toBe('2026');
});

test('an instant is shown on the day and the clock of Bangkok, wherever the browser is', () => {
  expect(format('arabic').dateTime('2026-12-31T17:30:00Z')).toBe('1 ม.ค. 70 00.30 น.');
});

test('the twenty-ninth of February is written in its own year', () => {
  expect(format('arabic').longDate('2028-02-29')).toBe('29 กุมภาพันธ์ 2571');
});

test('addresses and file names keep their digits', () => {
  expect(format('thai').digits('ที่ มท 0210.2/12 ดู https://example.go.th/2017 และ a4.pdf')).toBe('ที่ มท ๐๒๑๐.๒/๑๒ ดู https://example.go.th/2017 และ a4.pdf');
});

test.each([
  ['2026-11-21T05:30:00Z', 'อีก 30 นาที'],
  ['2026-11-21T09:00:00Z', 'อีก 4 ชั่วโมง'],
  ['2026-11-23T09:30:00Z', 'อีก 2 วัน'],
  ['2026-11-21T04:59:40Z', 'เกินกำหนด 1 นาที'],
  ['2026-11-20T20:00:00Z', 'เกินกำหนด 9 ชั่วโมง'],
  ['2026-11-18T05:00:00Z', 'เกินกำหนด 3 วัน'],
])('what is due at %s is said as %s', (iso, words) => {
  expect(format('arabic').due(iso, NOW)).toBe(words);
});

test.each([
  ['2026-11-21T04:59:50Z', 'เมื่อสักครู่'],
  ['2026-11-21T04:50:00Z', '10 นาทีที่แล้ว'],
  ['2026-11-21T01:30:00Z', 'วันนี้ 08.30 น.'],
  ['2026-11-20T08:00:00Z', 'เมื่อวาน 15.00 น.'],
  ['2026-11-01T08:00:00Z', '1 พ.ย. 69 15.00 น.'],
])('what came at %s is said as %s', (iso, words) => {
  expect(format('arabic').ago(iso, NOW)).toBe(words);
});

test('nothing is written for no date', () => {
  expect([format('thai').date(null), format('thai').longDate(undefined), format('thai').dateTime(null)]).toEqual(['', '', '']);
});
