import { ERROR_CODES } from '#domain/errors';
import { MESSAGES, VALIDATION_TEXTS, fill, localeOf, messageOf } from './messages';

describe.each(['th', 'en'] as const)('texts in %s', (locale) => {
  test('there is one for every code, and none for codes that do not exist', () => {
    expect(Object.keys(MESSAGES[locale].errors).toSorted()).toEqual(Object.keys(ERROR_CODES).toSorted());
    for (const text of Object.values(MESSAGES[locale].errors)) expect(text.trim()).not.toBe('');
  });

  test('there is one for every kind of invalid input', () => {
    expect(Object.keys(MESSAGES[locale].validation).toSorted()).toEqual([...VALIDATION_TEXTS].toSorted());
  });
});

test('both languages name the same fields', () => {
  expect(Object.keys(MESSAGES.th.fields).toSorted()).toEqual(Object.keys(MESSAGES.en.fields).toSorted());
});

test('Thai texts are Thai and English texts are English', () => {
  for (const text of Object.values(MESSAGES.th.errors)) expect(text).toMatch(/[ก-๙]/);
  for (const text of Object.values(MESSAGES.en.errors)) expect(text).not.toMatch(/[ก-๙]/);
});

test.each([
  [undefined, 'th'],
  ['', 'th'],
  ['en', 'en'],
  ['en-US,en;q=0.9,th;q=0.8', 'en'],
  ['en;q=0.5, th', 'th'],
  ['fr,de', 'th'],
  ['fr, en;q=0.1', 'en'],
  ['en;q=0, th;q=0.1', 'th'],
])('Accept-Language %p is answered in %s', (header, locale) => {
  expect(localeOf(header)).toBe(locale);
});

test('values go into their places and a missing one leaves no hole', () => {
  expect(fill('at most {maximum} items', { maximum: 3 })).toBe('at most 3 items');
  expect(messageOf('en', 'FILE_TOO_LARGE', { limitMb: 50 })).toBe('The file is larger than allowed (50 MB).');
  expect(messageOf('en', 'FILE_TOO_LARGE')).toBe('The file is larger than allowed.');
});
