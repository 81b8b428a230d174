/** The open tasks of a reader's posts in force. */
import { compileClearance } from '#domain/access/filter';
import { actingPosts } from '#domain/access/subject';
import { FOLDER_KINDS, type Direction, type LetterKind, type Secrecy, type Urgency } from '#domain/letter/vocabulary';
import type { TaskKind } from '#domain/route/state';
import { norm } from '#domain/thai/normalise';
import type { Tx } from '../tx';
import { likePattern, toPage } from './cursors';
import { createParams, type Params } from './params';
import type { Name, Reader } from './readers';
import { nameOf } from './sql';

export type InboxFilter = {
  readonly postId?: string | undefined;
  readonly urgency?: Urgency | undefined;
  readonly kind?: TaskKind | undefined;
  readonly kinds?: readonly TaskKind[] | undefined;
  readonly ready?: boolean | undefined;
  readonly direction?: Direction | undefined;
  readonly overdue?: boolean | undefined;
  readonly unread?: boolean | undefined;
  readonly q?: string | undefined;
};
export type InboxRow = {
  /** Open still; a copy for information stands in its list for a while after its letter has ended. */
  readonly isOpen: boolean;
  readonly letterId: string;
  readonly taskId: string;
  readonly rev: number;
  readonly kind: TaskKind;
  readonly nodeId: string;
  readonly nodeName: string;
  readonly nodeNameEn: string;
  readonly isRevealed: boolean;
  readonly subject: string | null;
  readonly isSealed: boolean;
  readonly direction: Direction;
  readonly letterKind: LetterKind;
  readonly fromText: string;
  readonly toText: string;
  readonly letterNo: string | null;
  readonly theirNo: string;
  readonly receiveNo: string | null;
  readonly urgency: Urgency;
  readonly urgentBy: string | null;
  readonly secrecy: Secrecy;
  readonly openedAt: string;
  readonly dueAt: string | null;
  readonly isOverdue: boolean;
  readonly isUnread: boolean;
  readonly isSeen: boolean;
  readonly postIds: readonly string[];
  readonly personId: string | null;
  readonly claimedBy: { readonly id: string; readonly name: Name } | null;
  readonly waitsFor: string | null;
  readonly status: string;
  readonly urgencyRank: number;
};
export type InboxCounts = { readonly all: number; readonly unread: number; readonly overdue: number; readonly urgent: number; readonly toDecide: number };
export type InboxPage = { readonly items: InboxRow[]; readonly nextCursor: string | null; readonly total: number; readonly counts: InboxCounts };

type Args = {
  readonly reader: Reader;
  readonly at: string;
  readonly filter: InboxFilter;
  readonly sort: 'due' | 'opened';
  readonly limit: number;
  readonly after: readonly (string | number | null)[] | null;
};

const NEVER = 'infinity';
const EVERYTHING = 'true';
// A letter with an open task runs or is held. Those held are few and looked up once: counts must not read every letter.
const IS_READY = `(t.waits_for is null and t.letter_id not in (select h.id from letter h where h.status = 'held'))`;
/** A task of the folder (แฟ้มเสนอ) on which one can act now. */
export const IS_TO_DECIDE = `(t.kind in (${FOLDER_KINDS.map((kind) => `'${kind}'`).join(', ')}) and ${IS_READY})`;

/** A page of the inbox with the total of the filter and the counts of the whole inbox. */
export async function listInbox(tx: Tx, { reader, at, filter, sort, limit, after }: Args): Promise<InboxPage> {
  const params = createParams();
  const param = params.add;
  const scope = scopeOf(reader, params);
  const now = param(at, 'timestamptz');
  const wanted = conditions(filter, { now, reveal: scope.reveal }, param);
  const keys = KEYS[sort];
  const start = after === null ? 'true' : keys.after(after, param);
  const order = keys.order;
  // A left join, so that the planner leaves letters alone where the filter asks nothing of them.
  const text = `with mine as materialized (
       select t.letter_id, t.id, t.urgency_rank, t.due_at, t.opened_at, t.first_read_at, ${IS_TO_DECIDE} as is_to_decide,
         ${scope.reveal} as is_revealed, (${wanted}) as is_wanted
         from task t left join letter l on l.id = t.letter_id where ${scope.where}
     ), counts as (
       select json_build_object('all', count(*)::int, 'unread', (count(*) filter (where first_read_at is null))::int,
         'overdue', (count(*) filter (where due_at < ${now}))::int, 'urgent', (count(*) filter (where urgency_rank > 0))::int,
         'toDecide', (count(*) filter (where is_to_decide))::int, 'total', (count(*) filter (where is_wanted))::int) as counts from mine
     ), page as (
       select * from mine t where is_wanted and ${start} order by ${order} limit ${param(limit + 1, 'int')}
     )
     select c.counts, ${columns({ now, me: param(reader.personId, 'uuid') })}
     from counts c left join page g on true left join task t on t.letter_id = g.letter_id and t.id = g.id
       left join letter l on l.id = t.letter_id left join person p on p.id = t.person_id
     order by ${order}`;
  // The whole inbox is what nearly everybody asks for; of filters there are too many to keep a plan of each.
  const name = wanted === EVERYTHING ? { name: nameOf('inbox', text) } : {};
  const { rows } = await tx.query<InboxRow & { readonly counts: InboxCounts & { readonly total: number } }>({ ...name, text, values: params.values });
  const { total, ...counts } = rows[0]?.counts ?? { total: 0, all: 0, unread: 0, overdue: 0, urgent: 0, toDecide: 0 };
  const found = rows.filter(({ taskId }) => taskId !== null);
  return { ...toPage(found, limit, keys.of), total, counts };
}

/** So long a copy stays in the list after its letter has ended. */
const COPY_DAYS = 90;

/** Tasks beside the inbox, newest first, with how many there are: those of the reader's groups that somebody else has taken, or copies for information. */
export async function listBeside(
  tx: Tx,
  { reader, at, limit, after, which }: Pick<Args, 'reader' | 'at' | 'limit' | 'after'> & { readonly which: 'taken' | 'copies' },
): Promise<{ readonly items: InboxRow[]; readonly nextCursor: string | null; readonly total: number }> {
  const params = createParams();
  const param = params.add;
  const scope = scopeOf(reader, params);
  const now = param(at, 'timestamptz');
  const keys = KEYS.opened;
  const { rows } = await tx.query<InboxRow & { readonly total: number }>(
    `with g as materialized (select t.letter_id, t.id, ${scope.reveal} as is_revealed from task t where ${scope[which]})
     select (select count(*)::int from g) as total, ${columns({ now, me: param(reader.personId, 'uuid') })}
       from g join task t on t.letter_id = g.letter_id and t.id = g.id join letter l on l.id = t.letter_id left join person p on p.id = t.person_id
      where ${after === null ? 'true' : keys.after(after, param)} order by ${keys.order} limit ${param(limit + 1, 'int')}`,
    params.values,
  );
  return { ...toPage(rows, limit, keys.of), total: rows[0]?.total ?? 0 };
}

/** What a list shows of the tasks `t`, of letters `l`, by persons `p`; `g` says whether their contents may be shown. */
const columns = ({ now, me }: { readonly now: string; readonly me: string }): string =>
  `t.letter_id as "letterId", t.id as "taskId", t.rev, t.status = 'open' as "isOpen", t.kind, t.node_id as "nodeId", t.node_name as "nodeName", t.node_name_en as "nodeNameEn",
   g.is_revealed as "isRevealed", l.subject, l.is_sealed as "isSealed", l.direction, l.kind as "letterKind", l.from_text as "fromText", l.to_text as "toText",
   l.letter_no as "letterNo", l.their_no as "theirNo", l.receive_no as "receiveNo", l.urgency, l.urgent_by as "urgentBy", l.secrecy,
   t.opened_at as "openedAt", t.due_at as "dueAt", coalesce(t.due_at < ${now}, false) as "isOverdue", t.first_read_at is null as "isUnread",
   exists (select 1 from task_read r where r.letter_id = t.letter_id and r.task_id = t.id and r.person_id = ${me}) as "isSeen",
   t.post_ids as "postIds", t.person_id as "personId", t.waits_for as "waitsFor", l.status, t.urgency_rank as "urgencyRank",
   case when p.id is null then null else json_build_object('id', p.id, 'name', json_build_object('th', p.name_th, 'en', p.name_en)) end as "claimedBy"`;

/** Marks tasks as read that are the reader's; others stay as they are. */
export async function markTasksRead(
  tx: Tx,
  { reader, at, tasks }: { readonly reader: Reader; readonly at: string; readonly tasks: readonly { readonly letterId: string; readonly taskId: string }[] },
): Promise<void> {
  const params = createParams();
  const param = params.add;
  const scope = scopeOf(reader, params);
  const letters = param(tasks.map(({ letterId }) => letterId), 'uuid[]');
  const ids = param(tasks.map(({ taskId }) => taskId), 'text[]');
  const now = param(at, 'timestamptz');
  await tx.query(
    `with mine as materialized (
       select t.letter_id, t.id, t.first_read_at from task t, unnest(${letters}, ${ids}) as asked(letter_id, id)
        where t.letter_id = asked.letter_id and t.id = asked.id and ((${scope.where}) or (${scope.copies}))
     ), seen as (
       insert into task_read (letter_id, task_id, person_id, read_at) select letter_id, id, ${param(reader.personId, 'uuid')}, ${now} from mine on conflict do nothing
     )
     update task t set first_read_at = ${now} from mine where t.letter_id = mine.letter_id and t.id = mine.id and mine.first_read_at is null`,
    params.values,
  );
}

/** Whether a person has opened the letter of a task. */
export async function hasRead(tx: Tx, { letterId, taskId, personId }: { readonly letterId: string; readonly taskId: string; readonly personId: string }): Promise<boolean> {
  const { rows } = await tx.query('select 1 from task_read where letter_id = $1 and task_id = $2 and person_id = $3', [letterId, taskId, personId]);
  return rows.length > 0;
}

type Param = Params['add'];
/** `copies`: for information, also what was left unread when its letter ended. `taken`: tasks of groups of which one of the reader's posts is, and which somebody else has taken. */
type Scope = { readonly where: string; readonly taken: string; readonly copies: string; readonly reveal: string; readonly cleared: string };

/** Tasks that lie with the reader now: of posts they act for, or put to them by name, and within their clearance. */
export function scopeOf(reader: Reader, params: Params): Scope {
  const param = params.add;
  const mine = actingPosts(reader);
  const posts = param(mine.filter(({ capacity }) => capacity !== 'delegated').map(({ postId }) => postId), 'uuid[]');
  const me = param(reader.personId, 'uuid');
  const delegated = mine
    .filter(({ capacity }) => capacity === 'delegated')
    .map(({ postId, kinds }) => {
      const ofKinds = kinds === null || kinds.length === 0 ? '' : ` and exists (select 1 from letter k where k.id = t.letter_id and k.kind = any(${param(kinds, 'text[]')}))`;
      return `(t.kind = 'sign' and t.post_ids && ${param([postId], 'uuid[]')}${ofKinds})`;
    });
  const clearance = params.filter((firstParam) => compileClearance(reader, { alias: 't', firstParam }));
  const held = `(${[`t.post_ids && ${posts}`, ...delegated].join(' or ')}) and ${clearance.sql}`;
  const of = `t.status = 'open' and ${held}`;
  const isMine = `(t.person_id is null or t.person_id = ${me})`;
  return {
    where: `${of} and ${isMine}`, taken: `${of} and cardinality(t.post_ids) > 1 and t.person_id <> ${me}`,
    // One scan for each index: of open tasks, and of those that an end has closed.
    copies: `((t.status = 'open' and t.kind = 'acknowledge' and ${held}) or (t.status = 'readMark' and t.closed_at > now() - interval '${COPY_DAYS} days' and ${held})) and ${isMine}`,
    reveal: clearance.reveal, cleared: clearance.sql,
  };
}

/** The filter as a condition on `t` and `l`; the same for lists and for counts. */
export function conditions(filter: InboxFilter, { now, reveal }: { readonly now: string; readonly reveal: string }, param: Param): string {
  const wanted: string[] = [];
  if (filter.postId !== undefined) wanted.push(`t.post_ids && ${param([filter.postId], 'uuid[]')}`);
  if (filter.urgency !== undefined) wanted.push(`l.urgency = ${param(filter.urgency, 'text')}`);
  if (filter.kind !== undefined) wanted.push(`t.kind = ${param(filter.kind, 'text')}`);
  if (filter.kinds !== undefined) wanted.push(`t.kind = any(${param(filter.kinds, 'text[]')})`);
  if (filter.ready !== undefined) wanted.push(`${IS_READY} = ${param(filter.ready, 'boolean')}`);
  if (filter.direction !== undefined) wanted.push(`l.direction = ${param(filter.direction, 'text')}`);
  if (filter.overdue !== undefined) wanted.push(`coalesce(t.due_at < ${now}, false) = ${param(filter.overdue, 'boolean')}`);
  if (filter.unread !== undefined) wanted.push(`(t.first_read_at is null) = ${param(filter.unread, 'boolean')}`);
  if (filter.q !== undefined) {
    const like = param(likePattern(norm(filter.q)), 'text');
    wanted.push(`((${reveal} and (l.subject ilike ${like} or l.letter_no ilike ${like} or l.receive_no ilike ${like})) or l.from_text ilike ${like} or l.their_no ilike ${like})`);
  }
  return wanted.length === 0 ? EVERYTHING : wanted.map((each) => `coalesce(${each}, false)`).join(' and ');
}

type Keys = {
  readonly order: string;
  readonly of: (row: InboxRow) => readonly (string | number | null)[];
  readonly after: (key: readonly (string | number | null)[], param: Param) => string;
};

/** Orders of the inbox, each with its cursor. */
export const KEYS: { readonly [S in 'due' | 'opened']: Keys } = {
  due: {
    order: `t.urgency_rank desc, coalesce(t.due_at, 'infinity'), t.letter_id, t.id`,
    of: (row) => [row.urgencyRank, row.dueAt ?? NEVER, row.letterId, row.taskId],
    after: ([rank = 0, due = NEVER, letterId = null, taskId = null], param) => {
      const r = param(rank, 'int');
      return `(t.urgency_rank < ${r} or (t.urgency_rank = ${r} and (coalesce(t.due_at, 'infinity'), t.letter_id, t.id) > (${param(due, 'timestamptz')}, ${param(letterId, 'uuid')}, ${param(taskId, 'text')})))`;
    },
  },
  opened: {
    order: 't.opened_at desc, t.letter_id desc, t.id desc',
    of: (row) => [row.openedAt, row.letterId, row.taskId],
    after: ([opened = null, letterId = null, taskId = null], param) =>
      `(t.opened_at, t.letter_id, t.id) < (${param(opened, 'timestamptz')}, ${param(letterId, 'uuid')}, ${param(taskId, 'text')})`,
  },
};
