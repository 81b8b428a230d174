/** The office's books as they stood when the rehearsal began: numbers are printed as the commit prints them, and none is taken. */
import { DomainError } from '../../errors';
import type { BookKind } from '../../letter/vocabulary';
import { allocate, type Counter } from '../../numbering/allocate';
import { printNumber } from '../../numbering/book';
import type { NumberBooks } from '../driver';

export type BookCopy = {
  readonly id: string;
  readonly kind: BookKind;
  readonly unitId: string | null;
  /** With what is usual for its kind filled in. */
  readonly pattern: string;
  readonly isHeld: boolean;
  /** Books of one series count together. */
  readonly seriesId: string;
  readonly counter: Counter | null;
};
export type BooksCopy = {
  readonly books: readonly BookCopy[];
  readonly agencyCode: string;
  readonly unitCode: string;
  readonly units: readonly { readonly id: string; readonly parentId: string | null }[];
};

const MAX_LEVELS = 20;

/** Fresh books each time. @throws BOOK_NOT_FOUND, BOOK_HELD when a number is asked for, as the commit would */
export function booksFrom({ books, agencyCode, unitCode, units }: BooksCopy): () => NumberBooks {
  const bookOf = (kind: BookKind, unitId: string | null): BookCopy | undefined => {
    const ofKind = books.filter((each) => each.kind === kind);
    let at = unitId;
    for (let level = 0; at !== null && level < MAX_LEVELS; level += 1) {
      const own = ofKind.find((book) => book.unitId === at);
      if (own !== undefined) return own;
      at = units.find(({ id }) => id === at)?.parentId ?? null;
    }
    return unitId === null ? ofKind.find((book) => book.unitId === null) : undefined;
  };
  return () => {
    const counters = new Map(books.map(({ seriesId, counter }) => [seriesId, counter]));
    return ({ book: kind, owner, unitId, at }) => {
      const book = bookOf(kind, owner === 'holder' ? unitId : null);
      if (book === undefined) throw new DomainError('BOOK_NOT_FOUND', { kind });
      if (book.isHeld) throw new DomainError('BOOK_HELD', { bookId: book.id });
      const { no, yearBe, date, counter } = allocate(counters.get(book.seriesId) ?? null, at);
      counters.set(book.seriesId, counter);
      return { entryId: `${book.id}/${yearBe}/${no}`, no, date, printed: printNumber({ kind, pattern: book.pattern, seq: no, yearBe, codes: { agencyCode, unitCode } }) };
    };
  };
}
