import * as fc from 'fast-check';
import { norm, trimUnseen } from './normalise';

const NAM = '\u0e19\u0e49\u0e33';

describe('norm', () => {
  test.each([
    ['nikhahit, tone, sara aa', '\u0e19\u0e4d\u0e49\u0e32'],
    ['tone, nikhahit, sara aa', '\u0e19\u0e49\u0e4d\u0e32'],
    ['sara am before the tone', '\u0e19\u0e33\u0e49'],
    ['a zero-width space inside', '\u0e19\u0e49\u200b\u0e33'],
  ])('the spellings of น้ำ become one: %s', (_name, spelled) => {
    expect(norm(spelled)).toBe(NAM);
  });

  test('ทํา without a tone becomes ทำ', () => {
    expect(norm('\u0e17\u0e4d\u0e32')).toBe('\u0e17\u0e33');
  });

  test('two เ become แ', () => {
    expect(norm('เเผน')).toBe('แผน');
  });

  test('a tone typed before the upper vowel goes after it', () => {
    expect(norm('ท\u0e48\u0e35')).toBe('ท\u0e35\u0e48');
  });

  test('Thai and Arabic digits find the same', () => {
    expect(norm('พ.ศ. ๒๕๕๑')).toBe(norm('พ.ศ. 2551'));
  });

  test('white space of any kind is folded and cut off at the ends', () => {
    expect(norm('  ขอ\u00a0\tรายงาน\r\n ผล ')).toBe('ขอ รายงาน ผล');
  });

  test('composed and decomposed Latin letters become one', () => {
    expect(norm('e\u0301')).toBe('\u00e9');
  });

  const thaiMarks = fc.string({
    unit: fc.constantFrom('น', 'เ', 'า', '\u0e33', '\u0e4d', '\u0e48', '\u0e49', '\u0e35', '\u0e31', '\u0e38', '\u0e47', '๕', ' ', '\u200b', '\u0e4c'),
    maxLength: 14,
  });

  test('property: normal text stays as it is', () => {
    fc.assert(fc.property(fc.oneof(thaiMarks, fc.string({ unit: 'grapheme' })), (text) => {
      expect(norm(norm(text))).toBe(norm(text));
    }), { numRuns: 3000 });
  });
});

test.each([['', ''], [' \u200b ', ''], ['\ufeff\u00ad', ''], ['\u200b ขอเชิญ ประชุม \u200b', 'ขอเชิญ ประชุม'], ['ก\u200bข', 'ก\u200bข']])('what cannot be seen at the ends of %j does not count', (text, kept) => {
  expect(trimUnseen(text)).toBe(kept);
});
