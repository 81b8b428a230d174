import { placeAt } from './address';
import { type PageName, PATHS } from './paths';

test.each(Object.entries(PATHS) as [PageName, string][])('the address of the page %s names it', (name, path) => {
  expect(placeAt(`#${path.replace(/:\w+/g, '7d5c')}`)?.name).toBe(name);
});

test('an address says of its page what stands in it', () => {
  expect(placeAt('#/books/7d5c/2569?q=%E0%B8%82%E0%B8%AD')).toEqual({ name: 'book', params: { bookId: '7d5c', yearBe: '2569' }, filters: { q: 'ขอ' } });
  expect(placeAt('#/letters/100%')).toMatchObject({ name: 'letter', params: { letterId: '100%' } });
});

test('no address is the first page, and an unknown one is none', () => {
  expect(placeAt('')?.name).toBe('inbox');
  expect(placeAt('#/login')).toBeUndefined();
  expect(placeAt('#/nowhere/at/all')).toBeUndefined();
});
