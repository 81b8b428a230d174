/** Notices to a reader: by name, or to a post that the reader holds or acts for. One that is read is read for all of that post. */
import { compileFilter } from '#domain/access/filter';
import { rolePosts, type Subject } from '#domain/access/subject';
import type { Tx } from '../tx';
import { toPage } from './cursors';
import { createParams, type Params } from './params';

export type NoticeRow = {
  readonly id: string;
  readonly template: string;
  readonly letterId: string;
  readonly taskId: string | null;
  readonly subject: string | null;
  readonly letterNo: string | null;
  readonly createdAt: string;
  readonly readAt: string | null;
};

type Wanted = {
  readonly reader: Subject;
  readonly isUnread?: boolean | undefined;
  readonly limit: number;
  /** Instant and id after which the page starts. */
  readonly after: readonly (string | number)[] | null;
};

/** A page of notices, newest first. Nothing is shown or counted of a letter that the reader may not know. */
export async function listNotices(
  tx: Tx,
  { reader, isUnread, limit, after }: Wanted,
): Promise<{ readonly items: readonly NoticeRow[]; readonly nextCursor: string | null; readonly total: number; readonly unread: number }> {
  const params = createParams();
  const { add } = params;
  const mine = mineSql(reader, params);
  const wanted = isUnread === undefined ? 'true' : `(m.read_at is null) = ${add(isUnread, 'boolean')}`;
  const start = after === null ? 'true' : `(m.created_at, m.id) < (${add(after[0], 'timestamptz')}, ${add(after[1], 'uuid')})`;
  const { rows } = await tx.query<NoticeRow & { readonly total: number; readonly unread: number }>(
    `with m as materialized (
       select n.*, l.letter_no, case when ${mine.reveal} then l.subject end as subject from notice n join letter l on l.id = n.letter_id where ${mine.sql}
     ), sums as (
       select (count(*) filter (where ${wanted}))::int as total, (count(*) filter (where m.read_at is null))::int as unread from m
     ), page as (
       select * from m where ${wanted} and ${start} order by m.created_at desc, m.id desc limit ${add(limit + 1, 'int')}
     )
     select sums.total, sums.unread, m.id, m.template, m.letter_id as "letterId", m.task_id as "taskId", m.subject, m.letter_no as "letterNo",
            m.created_at as "createdAt", m.read_at as "readAt"
       from sums left join page m on true order by m.created_at desc, m.id desc`,
    params.values,
  );
  const { total, unread } = rows[0] ?? { total: 0, unread: 0 };
  // Without a notice there is one row for the sums alone.
  const found = rows.filter((row) => (row.id as string | null) !== null);
  return { ...toPage(found, limit, (row) => [row.createdAt, row.id]), total, unread };
}

/** Marks notices as read that are the reader's and unread; others stay as they are. */
export async function markNoticesRead(tx: Tx, { reader, ids, at }: { readonly reader: Subject; readonly ids: readonly string[]; readonly at: string }): Promise<number> {
  const params = createParams();
  const mine = mineSql(reader, params);
  const { rowCount } = await tx.query(
    `update notice n set read_at = ${params.add(at, 'timestamptz')} from letter l
      where l.id = n.letter_id and n.id = any(${params.add(ids, 'uuid[]')}) and n.read_at is null and ${mine.sql}`,
    params.values,
  );
  return rowCount ?? 0;
}

function mineSql(reader: Subject, params: Params): { readonly sql: string; readonly reveal: string } {
  const { add } = params;
  const posts = add(rolePosts(reader).map(({ postId }) => postId), 'uuid[]');
  const me = add(reader.personId, 'uuid');
  const seen = params.filter((firstParam) => compileFilter(reader, { alias: 'l', firstParam }));
  return { sql: `(n.person_id = ${me} or (n.person_id is null and n.post_ids && ${posts})) and ${seen.sql}`, reveal: seen.reveal };
}
