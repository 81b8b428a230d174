import { composeNotices } from './mail';

const letter = { letterId: 'l1', isClassified: false, subject: 'ขอให้รายงานผล', letterNo: 'มท 0201/1' };
const compose = (notices: Parameters<typeof composeNotices>[0]['notices'], locale: 'th' | 'en' = 'th') => composeNotices({ name: 'สมศรี มีสุข', locale, notices, publicUrl: 'https://saraban.example.go.th' });

test('one notice is called by what it is, several by how many there are; each letter with its address', () => {
  const one = compose([{ template: 'taskOverdue', letters: [letter], route: null }]);
  expect(one.subject).toBe('งานเกินกำหนด');
  expect(one.text).toContain('ขอให้รายงานผล · ที่ มท 0201/1\n  https://saraban.example.go.th/#/letters/l1');
  expect(compose([{ template: 'taskOverdue', letters: [letter], route: null }, { template: 'news', letters: [letter], route: null }]).subject).toBe('ระบบสารบรรณ: แจ้งเตือน 2 รายการ');
});

test.each(['th', 'en'] as const)('of a classified letter neither subject nor number is said, whatever is handed in (%s)', (locale) => {
  const { subject, text } = compose([{ template: 'taskOverdue', letters: [{ ...letter, isClassified: true }], route: null }], locale);
  expect(`${subject} ${text}`).not.toMatch(/รายงานผล|0201/);
  expect(text).toContain('/#/letters/l1');
});

test('a notice about a route names it in the reader’s language', () => {
  const route = { name: { th: 'หนังสือรับ', en: 'Incoming' } };
  expect(compose([{ template: 'routeChanged', letters: [], route }]).text).toContain('เส้นทาง หนังสือรับ');
  expect(compose([{ template: 'routeChanged', letters: [], route }], 'en').text).toContain('Route Incoming');
});
