import { booksFrom, type BookCopy } from './books';

const book = (change: Partial<BookCopy> = {}): BookCopy => ({ id: 'b1', kind: 'send', unitId: null, pattern: '{code}/{n}', isHeld: false, seriesId: 'b1', counter: { lastNo: 122, lastDate: '2026-04-10', yearBe: 2569 }, ...change });
const office = { agencyCode: 'ลบ', unitCode: '0017', units: [{ id: 'U1', parentId: 'U0' }, { id: 'U0', parentId: null }] };
const ask = { officeId: 'O', book: 'send', owner: 'office', unitId: null, at: '2026-04-16T03:00:00.000Z' } as const;

test('numbers go on from where the books stand, printed as the book prints them', () => {
  const take = booksFrom({ ...office, books: [book()] })();
  expect([take(ask), take(ask)]).toMatchObject([{ no: 123, printed: 'ลบ 0017/123', date: '2026-04-16' }, { no: 124 }]);
});

test('each rehearsal has books of its own, and nothing is taken from the office', () => {
  const fresh = booksFrom({ ...office, books: [book()] });
  fresh()(ask);
  expect(fresh()(ask).no).toBe(123);
});

test('books of one series count together; a new year begins at 1', () => {
  const take = booksFrom({ ...office, books: [book(), book({ id: 'b2', kind: 'circular', pattern: '{code}/ว {n}' })] })();
  expect([take(ask).printed, take({ ...ask, book: 'circular' }).printed]).toEqual(['ลบ 0017/123', 'ลบ 0017/ว 124']);
  expect(take({ ...ask, at: '2027-01-02T03:00:00.000Z' }).no).toBe(1);
});

test("the holder's book is that of its unit or of the nearest unit above it", () => {
  const take = booksFrom({ ...office, books: [book(), book({ id: 'own', unitId: 'U0', seriesId: 'own', counter: null, pattern: '{n}' })] })();
  expect(take({ ...ask, owner: 'holder', unitId: 'U1' })).toMatchObject({ no: 1, printed: '1' });
});

test('a book that is not there, or is held, refuses as it would a real letter', () => {
  const take = booksFrom({ ...office, books: [book({ isHeld: true })] })();
  expect(() => take(ask)).toThrow('BOOK_HELD');
  expect(() => take({ ...ask, book: 'order' })).toThrow('BOOK_NOT_FOUND');
  expect(() => take({ ...ask, owner: 'holder', unitId: 'U1' })).toThrow('BOOK_NOT_FOUND');
});
