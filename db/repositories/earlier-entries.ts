/** Entries of earlier registers among those of the present: in the register's pages and among what a search finds. */
import { decide } from '#domain/access/policy';
import { rolePosts } from '#domain/access/subject';
import type { BookKind } from '#domain/letter/vocabulary';
import { isIssuing } from '#domain/route/formalities';
import type { Findable } from '#domain/search/document';
import { bangkokInstant, type CivilDate } from '#domain/thai/dates';
import { norm } from '#domain/thai/normalise';
import type { Tx } from '../tx';
import { likePattern } from './cursors';
import type { FoundRow } from './found-letters';
import { createParams, type Params } from './params';
import type { Reader } from './readers';
import type { EntriesWanted, EntryRow } from './registers';
import { officeRef, unitRef } from './sql';

/** Where a page starts: behind this number. */
export type AfterNumber = { readonly no: number; readonly suffix: string };

/** Where the first page begins, if at a number. */
export const startOf = ({ at, after, order }: EntriesWanted, { add }: Params): string | null => (after === null && at !== undefined ? `e.no ${order === 'asc' ? '>=' : '<='} ${add(at, 'int')}` : null);

/** Those of a year that fit, in order of number. Whoever may open the register may read them: they name no letter of the system. */
export async function listEarlierEntries(tx: Tx, wanted: EntriesWanted): Promise<EntryRow[]> {
  const { book, order, limit, after } = wanted;
  const params = createParams();
  const where = conditions(wanted, params);
  const first = startOf(wanted, params);
  const start = after === null ? (first === null ? '' : ` and ${first}`) : ` and (e.no, e.suffix) ${order === 'asc' ? '>' : '<'} (${params.add(after.no, 'int')}, ${params.add(after.suffix, 'text')})`;
  const issuing = isIssuing(book.kind);
  const { rows } = await tx.query<EntryRow>(
    `select e.id, e.no, e.suffix, e.year_be as "yearBe", ${issuing ? `coalesce(nullif(e.letter_no, ''), e.no || e.suffix)` : 'e.no || e.suffix'} as printed, case when e.is_cancelled then 'cancelled' else 'issued' end as status,
       e.entry_date as "entryDate", null as "takenAt", null as "letterId", false as "isHidden", true as "isImported", nullif(e.letter_no, '') as "letterNo", e.letter_date as "letterDate",
       e.from_text as "fromText", e.to_text as "toText", e.subject, false as "isSealed", null as urgency, null as secrecy, null as "letterStatus",
       json_build_object('units', '[]'::json, 'answerNo', null, 'answerDate', null, 'text', e.action) as action, e.remark, null as block, null as "anewNo", null as "insteadOf", '[]'::json as amendments, null as "takenBy", null as "cancelledBy", null as "cancelledAt", '[]'::json as peers
     from imported_entry e where ${where}${start} order by e.no ${order}, e.suffix ${order} limit ${params.add(limit, 'int')}`,
    params.values,
  );
  return rows;
}

export async function countEarlierEntries(tx: Tx, wanted: EntriesWanted): Promise<number> {
  const params = createParams();
  const { rows } = await tx.query<{ total: number }>(`select count(*)::int as total from imported_entry e where ${conditions(wanted, params)}`, params.values);
  return rows[0]?.total ?? 0;
}

function conditions({ book, yearBe, status, q, from, to }: EntriesWanted, { add }: Params): string {
  const where = [`e.book_id = ${add(book.id, 'uuid')}`, `e.year_be = ${add(yearBe, 'int')}`];
  if (from !== undefined) where.push(`e.entry_date >= ${add(from, 'date')}`);
  if (to !== undefined) where.push(`e.entry_date <= ${add(to, 'date')}`);
  if (status !== undefined) where.push(status === 'cancelled' ? 'e.is_cancelled' : status === 'issued' ? 'not e.is_cancelled' : 'false');
  if (q !== undefined) {
    const like = add(likePattern(norm(q)), 'text');
    where.push(`(${['e.no || e.suffix', 'e.letter_no', 'e.from_text', 'e.to_text', 'e.subject', 'e.action', 'e.remark'].map((text) => `${text} ilike ${like}`).join(' or ')})`);
  }
  return where.join(' and ');
}

/** Books with an earlier register that the reader may open: the right to find what stands in them. */
export async function listEarlierBooks(tx: Tx, reader: Reader): Promise<readonly string[]> {
  const officeIds = [...new Set(rolePosts(reader).flatMap((post) => [post.officeId, ...post.officeIds]))];
  const { rows } = await tx.query<{ id: string; officeId: string; unitId: string | null; kind: BookKind }>({
    name: 'earlier_books',
    text: `select b.id, b.office_id as "officeId", b.unit_id as "unitId", b.kind from book b
      where b.office_id = any($1::uuid[]) and exists (select 1 from register_import i where i.book_id = b.id and i.taken_count > 0)`,
    values: [officeIds],
  });
  return rows.filter((book) => decide(reader, 'book.read', book).allow).map(({ id }) => id);
}

/** Of the ids asked for those that are entries of these books, as a result shows them. */
export async function listFoundEarlier(tx: Tx, { bookIds, ids }: { readonly bookIds: readonly string[]; readonly ids: readonly string[] }): Promise<FoundRow[]> {
  if (bookIds.length === 0 || ids.length === 0) return [];
  type Row = Pick<FoundRow, 'inside' | 'id' | 'direction' | 'kind' | 'subject' | 'fromText' | 'toText' | 'office' | 'ownerUnit'> & {
    readonly bookId: string; readonly yearBe: number; readonly no: number; readonly suffix: string; readonly letterNo: string; readonly letterDate: CivilDate | null; readonly day: CivilDate;
  };
  const { rows } = await tx.query<Row>({
    name: 'found_earlier',
    text: `select e.id, s.direction, s.kind, e.subject, e.from_text as "fromText", e.to_text as "toText", ${officeRef('o')} as office, ${unitRef('u')} as "ownerUnit",
        e.book_id as "bookId", e.year_be as "yearBe", e.no, e.suffix, e.letter_no as "letterNo", e.letter_date as "letterDate", s.entry_day as day, s.inside
      from imported_entry e join letter_search s on s.id = e.id join book b on b.id = e.book_id join office o on o.id = b.office_id left join unit u on u.id = b.unit_id
      where e.id = any($1::uuid[]) and e.book_id = any($2::uuid[])`,
    values: [ids, bookIds],
  });
  return rows.map(({ bookId, yearBe, no, suffix, letterNo, letterDate, day, ...row }) => {
    const isReceived = row.direction === 'incoming';
    const at = bangkokInstant(day, '00:00');
    return {
      ...row, isSealed: false, letterNo: isReceived ? null : letterNo || `${no}${suffix}`, letterDate: isReceived ? null : letterDate, theirNo: isReceived ? letterNo : '', theirDate: isReceived ? letterDate : null,
      receiveNo: isReceived ? `${no}${suffix}` : null, receivedAt: isReceived ? at : null, createdAt: at, endedAt: null, urgency: 'normal', secrecy: null, status: 'ended', outcome: null, isOverdue: false, holders: [], isRevealed: true,
      earlier: { bookId, yearBe, no, suffix },
    };
  });
}

export type FindableEarlier = Findable & { readonly id: string; readonly bookIds: readonly string[] };

/** What entries of earlier registers can be found by: the same as of a letter, as far as a register says it. */
export async function listFindableEarlier(tx: Tx, ids: readonly string[]): Promise<FindableEarlier[]> {
  type Row = { readonly id: string; readonly bookId: string; readonly kind: BookKind; readonly yearBe: number; readonly no: number; readonly suffix: string; readonly letterNo: string; readonly letterDate: string | null; readonly fromText: string; readonly toText: string; readonly subject: string; readonly inside: string };
  const { rows } = await tx.query<Row>({
    name: 'search_findable_earlier',
    text: `select e.id, e.book_id as "bookId", b.kind, e.year_be as "yearBe", e.no, e.suffix, e.letter_no as "letterNo", e.letter_date as "letterDate", e.from_text as "fromText", e.to_text as "toText", e.subject,
        concat_ws(E'\\n', nullif(e.action, ''), nullif(e.remark, '')) as inside
      from imported_entry e join book b on b.id = e.book_id where e.id = any($1::uuid[])`,
    values: [ids],
  });
  return rows.map(({ id, bookId, kind, yearBe, no, suffix, letterNo, letterDate, fromText, toText, subject, inside }) => {
    const issuing = isIssuing(kind);
    return {
      id, bookIds: [bookId], subject, fromText, toText, signerText: '', letterNo: issuing && letterNo !== '' ? letterNo : null, letterDate: issuing ? letterDate : null,
      theirNo: issuing ? '' : letterNo, theirDate: issuing ? null : letterDate, publicCode: '', createdAt: bangkokInstant(`${yearBe - 543}-01-01`, '00:00'),
      registered: [{ printed: String(no), yearBe, isReceived: !issuing }], squeezedIn: suffix === '' ? '' : `${no}${suffix}`, references: [], enclosures: [], body: inside, files: [], isClosed: false,
    };
  });
}
