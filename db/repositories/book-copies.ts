/** Where an office's number books stand, read without taking anything from them: for rehearsals. */
import { DEFAULT_SETTINGS, patternFor, type NumberingSettings } from '#domain/numbering/book';
import type { BookCopy, BooksCopy } from '#domain/route/rehearsal/books';
import type { Tx } from '../tx';
import { patternSql } from './sql';

type Row = {
  readonly office: { readonly agencyCode: string; readonly unitCode: string; readonly settings: { readonly numbering?: Partial<NumberingSettings> } | null } | null;
  readonly books: readonly BookCopy[];
  readonly units: BooksCopy['units'];
};

/** Books of post holders and trial books are left out: a route never asks for them by itself. */
export async function loadBookCopies(tx: Tx, { officeId, day }: { readonly officeId: string; readonly day: string }): Promise<BooksCopy> {
  const { rows } = await tx.query<Row>(
    `select (select json_build_object('agencyCode', o.agency_code, 'unitCode', o.unit_code, 'settings', o.settings) from office o where o.id = $1) as office,
       (select coalesce(json_agg(json_build_object('id', b.id, 'kind', b.kind, 'unitId', b.unit_id, 'pattern', ${patternSql('b', '$2::date')}, 'isHeld', b.is_held, 'seriesId', coalesce(b.shares_series_of, b.id),
           'counter', (select json_build_object('lastNo', c.last_no, 'lastDate', c.last_date, 'yearBe', c.year_be) from number_counter c
                        where c.book_id = coalesce(b.shares_series_of, b.id) order by c.year_be desc limit 1)) order by b.kind, b.id), '[]')
          from book b where b.office_id = $1 and b.post_id is null and b.issuer_name = '' and not b.is_test and coalesce(b.valid_to, 'infinity') > $2::date) as books,
       (select coalesce(json_agg(json_build_object('id', u.id, 'parentId', u.parent_id)), '[]') from unit u where u.office_id = $1) as units`,
    [officeId, day],
  );
  const { office, books, units } = rows[0]!;
  const settings = { ...DEFAULT_SETTINGS, ...office?.settings?.numbering };
  return {
    agencyCode: office?.agencyCode ?? '', unitCode: office?.unitCode ?? '', units,
    books: books.map((book) => ({ ...book, pattern: book.pattern === '' ? patternFor(book.kind, settings) : book.pattern })),
  };
}
