/** Figures over the inbox, and what stands beside a task in it: by the same conditions as the list itself. */
import { actingPosts } from '#domain/access/subject';
import type { Tx } from '../tx';
import { conditions, IS_TO_DECIDE, KEYS, scopeOf, type InboxCounts, type InboxFilter } from './inbox';
import { createParams } from './params';
import type { Reader } from './readers';

export type Figures = InboxCounts & {
  readonly taken: number;
  readonly unreadCopies: number;
  readonly posts: readonly { readonly postId: string; readonly all: number; readonly unread: number }[];
  readonly filters: readonly { readonly id: string; readonly all: number; readonly unread: number }[];
};
type Pair = { readonly all: number; readonly unread: number };

/** How many tasks there are in all, per post in which the reader acts, and per named filter. */
export async function countInbox(
  tx: Tx,
  { reader, at, filters }: { readonly reader: Reader; readonly at: string; readonly filters: readonly { readonly id: string; readonly filter: InboxFilter }[] },
): Promise<Figures> {
  const params = createParams();
  const scope = scopeOf(reader, params);
  const now = params.add(at, 'timestamptz');
  const postIds = [...new Set(actingPosts(reader).map(({ postId }) => postId))];
  const views = [...postIds.map((postId): InboxFilter => ({ postId })), ...filters.map(({ filter }) => filter)];
  const pairs = views.map((view) => {
    const wanted = conditions(view, { now, reveal: scope.reveal }, params.add);
    return `json_build_object('all', (count(*) filter (where ${wanted}))::int, 'unread', (count(*) filter (where ${wanted} and t.first_read_at is null))::int)`;
  });
  const { rows } = await tx.query<{ readonly counts: InboxCounts & Pick<Figures, 'taken' | 'unreadCopies'>; readonly pairs: readonly Pair[] }>(
    `select json_build_object('all', count(*)::int, 'unread', (count(*) filter (where t.first_read_at is null))::int,
         'overdue', (count(*) filter (where t.due_at < ${now}))::int, 'urgent', (count(*) filter (where t.urgency_rank > 0))::int,
         'toDecide', (count(*) filter (where ${IS_TO_DECIDE}))::int, 'taken', (select count(*)::int from task t where ${scope.taken}),
         'unreadCopies', (select count(*)::int from task t where ${scope.copies} and not exists (
           select 1 from task_read r where r.letter_id = t.letter_id and r.task_id = t.id and r.person_id = ${params.add(reader.personId, 'uuid')}))) as counts,
       json_build_array(${pairs.join(', ')}) as pairs
       from task t left join letter l on l.id = t.letter_id where ${scope.where}`,
    params.values,
  );
  const { counts = { all: 0, unread: 0, overdue: 0, urgent: 0, toDecide: 0, taken: 0, unreadCopies: 0 }, pairs: found = [] } = rows[0] ?? {};
  const pairAt = (index: number): Pair => found[index] ?? { all: 0, unread: 0 };
  return {
    ...counts,
    posts: postIds.map((postId, index) => ({ postId, ...pairAt(index) })),
    filters: filters.map(({ id }, index) => ({ id, ...pairAt(postIds.length + index) })),
  };
}

type Neighbour = { readonly letterId: string; readonly taskId: string; readonly subject: string | null; readonly isRecorded: boolean };
export type Neighbours = { readonly position: number | null; readonly total: number; readonly previous: Neighbour | null; readonly next: Neighbour | null };
type NeighbourArgs = {
  readonly reader: Reader;
  readonly at: string;
  readonly filter: InboxFilter;
  readonly sort: 'due' | 'opened';
  readonly letterId: string;
  readonly taskId: string;
};

/**
 * What comes before and after a task in a view of the inbox. A task that the reader has just done keeps its former place, so
 * that the next one is found from there; from any other the walk begins at the top.
 */
export async function findNeighbours(tx: Tx, { reader, at, filter, sort, letterId, taskId }: NeighbourArgs): Promise<Neighbours> {
  const params = createParams();
  const param = params.add;
  const scope = scopeOf(reader, params);
  const now = param(at, 'timestamptz');
  const wanted = conditions(filter, { now, reveal: scope.reveal }, param);
  const isHere = `t.letter_id = ${param(letterId, 'uuid')} and t.id = ${param(taskId, 'text')}`;
  const isDone = `t.status <> 'open' and t.done_by_person_id = ${param(reader.personId, 'uuid')}`;
  const { rows } = await tx.query<{ readonly total: number; readonly position: number | null; readonly previous: Neighbour | null; readonly next: Neighbour | null }>(
    // A parameter must stand somewhere to have a type, and not every filter asks for the time.
    `with clock as (select ${now} as at), seen as (
       select t.letter_id, t.id, t.urgency_rank, t.due_at, t.opened_at, true as is_in, ${isHere} as is_here from task t left join letter l on l.id = t.letter_id
        where ${scope.where} and (${wanted})
       union all
       select t.letter_id, t.id, t.urgency_rank, t.due_at, t.opened_at, false, true from task t left join letter l on l.id = t.letter_id
        where ${isHere} and ((${scope.where} and not (${wanted})) or (${isDone} and ${scope.cleared}))
     ), placed as (
       select t.letter_id, t.id, t.is_in, t.is_here, row_number() over (order by ${KEYS[sort].order}) as n from seen t
     ), here as (select n, is_in from placed where is_here)
     select (select count(*)::int from seen where is_in) as total, (select n::int from here where is_in) as position,
       (select ${neighbour(scope.reveal)} from placed p join task t on t.letter_id = p.letter_id and t.id = p.id join letter l on l.id = p.letter_id where p.n = (select n from here) - 1) as previous,
       (select ${neighbour(scope.reveal)} from placed p join task t on t.letter_id = p.letter_id and t.id = p.id join letter l on l.id = p.letter_id where p.n = coalesce((select n from here), 0) + 1) as next`,
    params.values,
  );
  return rows[0] ?? { position: null, total: 0, previous: null, next: null };
}

const neighbour = (reveal: string): string =>
  `json_build_object('letterId', p.letter_id, 'taskId', p.id, 'subject', case when ${reveal} then l.subject end, 'isRecorded', l.secrecy <> 'none' or l.is_sealed)`;
