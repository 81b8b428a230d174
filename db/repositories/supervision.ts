/** Open tasks that are late or soon will be, for whoever supervises them. */
import { compileFilter } from '#domain/access/filter';
import type { LetterFacts } from '#domain/access/read';
import type { Subject } from '#domain/access/subject';
import type { Urgency } from '#domain/letter/vocabulary';
import type { TaskKind } from '#domain/route/state';
import { norm } from '#domain/thai/normalise';
import type { Tx } from '../tx';
import { likePattern, toPage } from './cursors';
import { createParams, type Params } from './params';
import type { Name } from './readers';
import { postRef, unitRef } from './sql';

type UnitRef = { readonly id: string; readonly code: string; readonly name: Name };
type PostRef = { readonly id: string; readonly code: string; readonly title: Name; readonly unit: Name | null; readonly officeId: string };

/** Offices supervised as a whole, units supervised by their heads, and the offices of both. */
export type SupervisionScope = { readonly officeIds: readonly string[]; readonly unitIds: readonly string[]; readonly allOfficeIds: readonly string[] };
export type SupervisionFilter = {
  readonly state: 'overdue' | 'dueSoon' | 'both';
  readonly unitId?: string | undefined;
  readonly postId?: string | undefined;
  readonly urgency?: Urgency | undefined;
  readonly q?: string | undefined;
};
export type LateTask = {
  readonly letterId: string;
  readonly taskId: string;
  readonly rev: number;
  readonly kind: TaskKind;
  readonly nodeName: Name;
  readonly subject: string | null;
  readonly letterNo: string | null;
  readonly receiveNo: string | null;
  readonly urgency: Urgency;
  readonly postIds: readonly string[];
  readonly posts: readonly PostRef[];
  readonly unitIds: readonly string[];
  /** Set where the task is one person's. */
  readonly person: { readonly id: string; readonly name: Name } | null;
  readonly unit: UnitRef | null;
  readonly openedAt: string;
  readonly dueAt: string;
  readonly isOverdue: boolean;
  readonly remindedAt: string | null;
  readonly firstReadAt: string | null;
};
type Counts = { readonly overdue: number; readonly dueSoon: number };
export type LatePage = {
  readonly items: readonly LateTask[];
  readonly nextCursor: string | null;
  readonly total: number;
  readonly counts: Counts;
  readonly byUnit: readonly (Counts & { readonly unit: UnitRef })[];
};

type Args = {
  readonly scope: SupervisionScope;
  readonly reader: Subject;
  readonly filter: SupervisionFilter;
  readonly at: string;
  readonly limit: number;
  /** Due instant, letter and task after which the page starts. */
  readonly after: readonly (string | number)[] | null;
};

/** How long before its time a task counts as due soon. */
const SOON = `interval '24 hours'`;

/**
 * The latest first. Only letters that the reader may know are found or counted. `counts` leave the wanted state aside, `byUnit` the
 * unit as well, so that both can be chosen from; a task of several posts counts for the unit of the first.
 */
export async function listLateTasks(tx: Tx, args: Args): Promise<LatePage> {
  const { filter, limit } = args;
  const params = createParams();
  const { add } = params;
  const now = add(args.at, 'timestamptz');
  const late = lateSql(args, params, now);
  const isUnit = filter.unitId === undefined ? 'true' : `m.unit_id = ${add(filter.unitId, 'uuid')}`;
  const isWanted = `${isUnit} and ${{ both: 'true', overdue: 'm.is_overdue', dueSoon: 'not m.is_overdue' }[filter.state]}`;
  const [due, letterId, taskId] = args.after ?? [];
  const start = args.after === null ? 'true' : `(m.due_at, m.letter_id, m.id) > (${add(due, 'timestamptz')}, ${add(letterId, 'uuid')}, ${add(taskId, 'text')})`;
  const counted = `'overdue', (count(*) filter (where m.is_overdue))::int, 'dueSoon', (count(*) filter (where not m.is_overdue))::int`;
  const { rows } = await tx.query<Partial<LateTask> & { readonly sums: Omit<LatePage, 'items' | 'nextCursor'> }>(
    `with m as materialized (${late}), sums as (
       select json_build_object(
         'total', (select count(*)::int from m where ${isWanted}), 'counts', (select json_build_object(${counted}) from m where ${isUnit}),
         'byUnit', (select coalesce(json_agg(json_build_object('unit', ${unitRef('u')}, 'overdue', n.late, 'dueSoon', n.soon) order by n.late desc, n.soon desc, u.sort_order, u.id), '[]')
           from (select m.unit_id, (count(*) filter (where m.is_overdue))::int as late, (count(*) filter (where not m.is_overdue))::int as soon from m group by m.unit_id) n
           join unit u on u.id = n.unit_id)) as sums
     ), page as (
       select m.* from m where ${isWanted} and ${start} order by m.due_at, m.letter_id, m.id limit ${add(limit + 1, 'int')}
     )
     select sums.sums, m.letter_id as "letterId", m.id as "taskId", t.rev, t.kind, json_build_object('th', t.node_name, 'en', t.node_name_en) as "nodeName",
       case when m.shown then l.subject end as subject, l.letter_no as "letterNo", l.receive_no as "receiveNo", l.urgency, t.post_ids as "postIds",
       (select coalesce(json_agg(${postRef('p', 'v')} order by array_position(t.post_ids, p.id)), '[]') from post p join unit v on v.id = p.unit_id where p.id = any(t.post_ids)) as posts,
       (select coalesce(json_agg(distinct p.unit_id), '[]') from post p where p.id = any(t.post_ids)) as "unitIds",
       case when h.id is not null then json_build_object('id', h.id, 'name', json_build_object('th', h.name_th, 'en', h.name_en)) end as person,
       ${unitRef('u')} as unit, t.opened_at as "openedAt", t.due_at as "dueAt", m.is_overdue as "isOverdue", t.reminded_at as "remindedAt", t.first_read_at as "firstReadAt"
     from sums left join page m on true left join task t on t.letter_id = m.letter_id and t.id = m.id left join letter l on l.id = m.letter_id
     left join unit u on u.id = m.unit_id left join person h on h.id = t.person_id
     order by m.due_at, m.letter_id, m.id`,
    params.values,
  );
  const sums = rows[0]?.sums ?? { total: 0, counts: { overdue: 0, dueSoon: 0 }, byUnit: [] };
  // Without a task there is one row for the sums alone; with one, every column is there.
  const found = rows.filter((row) => row.taskId !== null) as unknown as readonly LateTask[];
  return { ...sums, ...toPage(found, limit, (row) => [row.dueAt, row.letterId, row.taskId]) };
}

/** Tasks of letters under way; those of a held letter run on only when it is resumed. */
function lateSql({ scope, reader, filter }: Args, params: Params, now: string): string {
  const { add } = params;
  const seen = params.filter((firstParam) => compileFilter(reader, { alias: 'l', firstParam }));
  const where = [
    `t.status = 'open' and t.due_at < ${now} + ${SOON} and l.status = 'running'`,
    `t.office_id = any(${add(scope.allOfficeIds, 'uuid[]')})`,
    `(t.office_id = any(${add(scope.officeIds, 'uuid[]')}) or exists (select 1 from post p where p.id = any(t.post_ids) and p.unit_id = any(${add(scope.unitIds, 'uuid[]')})))`,
    seen.sql,
  ];
  if (filter.postId !== undefined) where.push(`${add(filter.postId, 'uuid')} = any(t.post_ids)`);
  if (filter.urgency !== undefined) where.push(`l.urgency = ${add(filter.urgency, 'text')}`);
  if (filter.q !== undefined) {
    const like = add(likePattern(norm(filter.q)), 'text');
    where.push(`((${seen.reveal} and l.subject ilike ${like}) or l.letter_no ilike ${like} or l.their_no ilike ${like} or l.receive_no ilike ${like} or l.from_text ilike ${like})`);
  }
  return `select t.letter_id, t.id, t.due_at, t.due_at < ${now} as is_overdue, f.unit_id, ${seen.reveal} as shown
    from task t join letter l on l.id = t.letter_id left join post f on f.id = t.post_ids[1] where ${where.join(' and ')}`;
}

/** Letters as the policy asks for them; by id. Only what it needs to decide on tasks. */
export async function findLetterFacts(tx: Tx, letterIds: readonly string[]): Promise<ReadonlyMap<string, LetterFacts>> {
  const { rows } = await tx.query<{ id: string; facts: LetterFacts }>(
    `select l.id, json_build_object('officeId', l.office_id, 'ownerUnitId', l.owner_unit_id, 'kind', l.kind, 'secrecy', l.secrecy, 'isSealed', l.is_sealed,
        'isNew', l.status = 'new',
        'readers', (select coalesce(json_agg(json_build_object('postId', post_id, 'why', why)), '[]') from letter_reader where letter_id = l.id),
        'assignmentUnitIds', (select coalesce(json_agg(distinct unit_id), '[]') from assignment where letter_id = l.id),
        'tasks', (select coalesce(json_agg(json_build_object('kind', kind, 'isOpen', status = 'open', 'postIds', post_ids, 'personId', person_id,
          'doneByPersonId', done_by_person_id)), '[]') from task where letter_id = l.id)) as facts
       from letter l where l.id = any($1::uuid[])`,
    [letterIds],
  );
  return new Map(rows.map(({ id, facts }) => [id, facts]));
}
