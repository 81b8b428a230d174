/** Notices to a reader: by name, or to a post that the reader holds or acts for. One that is read is read for all of that post. */
import { compileFilter } from '#domain/access/filter';
import { rolePosts, type Subject } from '#domain/access/subject';
import type { NoticeReason } from '#domain/letter/vocabulary';
import type { Tx } from '../tx';
import { toPage } from './cursors';
import { createParams, type Params } from './params';
import type { RouteNotice } from './route-proposals';

export type NoticeLetter = { readonly letterId: string; readonly subject: string | null; readonly letterNo: string | null };
export type NoticeRow = { readonly letterId: string | null; readonly subject: string | null; readonly letterNo: string | null } & {
  readonly id: string;
  /** What it says of a route, where it is about one. */
  readonly route: RouteNotice | null;
  readonly template: string;
  readonly taskId: string | null;
  /** All letters of a reminder, the newest first; of other notices the one that it is about. */
  readonly letters: readonly NoticeLetter[];
  readonly postIds: readonly string[];
  readonly personId: string | null;
  readonly why: NoticeReason;
  readonly createdAt: string;
  readonly readAt: string | null;
};

type Wanted = {
  /** Templates not counted as unread: named ones, and all that are of no known kind. */
  readonly muted?: { readonly templates: readonly string[]; readonly isCustomMuted: boolean; readonly known: readonly string[] } | undefined;
  readonly reader: Subject;
  readonly isUnread?: boolean | undefined;
  readonly limit: number;
  /** Instant and id after which the page starts. */
  readonly after: readonly (string | number)[] | null;
};

/** A page of notices, newest first. Nothing is shown or counted of a letter that the reader may not know. */
export async function listNotices(
  tx: Tx,
  { reader, isUnread, limit, after, muted }: Wanted,
): Promise<{ readonly items: readonly NoticeRow[]; readonly nextCursor: string | null; readonly total: number; readonly unread: number }> {
  const params = createParams();
  const { add } = params;
  const mine = mineSql(reader, params);
  const wanted = isUnread === undefined ? 'true' : `(m.read_at is null) = ${add(isUnread, 'boolean')}`;
  const counted = muted === undefined ? 'true' : `not (m.template = any(${add(muted.templates, 'text[]')}) or (${add(muted.isCustomMuted, 'boolean')} and not m.template = any(${add(muted.known, 'text[]')})))`;
  const start = after === null ? 'true' : `(m.created_at, m.id) < (${add(after[0], 'timestamptz')}, ${add(after[1], 'uuid')})`;
  const { rows } = await tx.query<Omit<NoticeRow, keyof NoticeLetter> & { readonly total: number; readonly unread: number }>(
    `with m as materialized (
       select n.*, v.letters from notice n cross join lateral (
         select json_agg(json_build_object('letterId', l.id, 'subject', case when ${mine.reveal} then l.subject end, 'letterNo', l.letter_no) order by l.id = n.letter_id desc, l.created_at desc, l.id) as letters
           from letter l where ${mine.about}) v
        where ${mine.own} and (v.letters is not null or n.route is not null)
     ), sums as (
       select (count(*) filter (where ${wanted}))::int as total, (count(*) filter (where m.read_at is null and ${counted}))::int as unread from m
     ), page as (
       select * from m where ${wanted} and ${start} order by m.created_at desc, m.id desc limit ${add(limit + 1, 'int')}
     )
     select sums.total, sums.unread, m.id, m.template, m.task_id as "taskId", m.route, coalesce(m.letters, '[]') as letters, m.post_ids as "postIds", m.person_id as "personId", m.why, m.created_at as "createdAt", m.read_at as "readAt"
       from sums left join page m on true order by m.created_at desc, m.id desc`,
    params.values,
  );
  const { total, unread } = rows[0] ?? { total: 0, unread: 0 };
  // Without a notice there is one row for the sums alone.
  const found = rows.filter((row) => (row.id as string | null) !== null).map((row): NoticeRow => ({ ...row, ...(row.letters[0] ?? { letterId: null, subject: null, letterNo: null }) }));
  return { ...toPage(found, limit, (row) => [row.createdAt, row.id]), total, unread };
}

/** Marks notices as read that are the reader's and unread; others stay as they are. */
export async function markNoticesRead(tx: Tx, { reader, ids, at }: { readonly reader: Subject; readonly ids: readonly string[]; readonly at: string }): Promise<number> {
  const params = createParams();
  const mine = mineSql(reader, params);
  const { rowCount } = await tx.query(
    `update notice n set read_at = ${params.add(at, 'timestamptz')}
      where n.id = any(${params.add(ids, 'uuid[]')}) and n.read_at is null and ${mine.own} and (n.route is not null or exists (select 1 from letter l where ${mine.about}))`,
    params.values,
  );
  return rowCount ?? 0;
}

/** `own`: it is to the reader; `about`: a letter `l` that it is about and the reader may know. */
export function mineSql(reader: Subject, params: Params): { readonly own: string; readonly about: string; readonly reveal: string } {
  const { add } = params;
  const posts = add(rolePosts(reader).map(({ postId }) => postId), 'uuid[]');
  const me = add(reader.personId, 'uuid');
  const seen = params.filter((firstParam) => compileFilter(reader, { alias: 'l', firstParam }));
  return {
    own: `(n.person_id = ${me} or (n.person_id is null and n.post_ids && ${posts}))`,
    about: `l.id = any(array(select r.letter_id from reminder r where r.notice_id = n.id) || n.letter_id) and ${seen.sql}`,
    reveal: seen.reveal,
  };
}
