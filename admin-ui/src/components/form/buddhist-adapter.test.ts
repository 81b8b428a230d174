import 'dayjs/locale/th';
import { BuddhistAdapter } from './buddhist-adapter';

const adapter = new BuddhistAdapter({ locale: 'th' });
const read = (text: string, format = 'DD/MM/BBBB'): string | undefined => {
  const date = adapter.parse(text, format);
  return date?.isValid() ? date.format('YYYY-MM-DD HH:mm') : undefined;
};

test.each([
  ['29/02/2567', '2024-02-29 00:00'],
  ['21/11/2569', '2026-11-21 00:00'],
  ['01/01/2570', '2027-01-01 00:00'],
])('%s is read as %s', (text, date) => {
  expect(read(text)).toBe(date);
});

test.each(['29/02/2568', '31/04/2569', '00/01/2569', '21/11/0012'])('%s is no date', (text) => {
  expect(read(text)).toBeUndefined();
});

test('date and time are read together, also without separators', () => {
  expect(read('29/02/2567 16:30', 'DD/MM/BBBB HH:mm')).toBe('2024-02-29 16:30');
  expect(read('29 02 2567', 'DD MM BBBB')).toBe('2024-02-29 00:00');
});

test('nothing typed is no date at all', () => {
  expect(adapter.parse('', 'DD/MM/BBBB')).toBeNull();
});

test('a date is shown in the Buddhist era', () => {
  expect(adapter.formatByString(adapter.parse('29/02/2567', 'DD/MM/BBBB')!, 'DD/MM/BBBB')).toBe('29/02/2567');
});
