/** Open tasks for whoever supervises them: late, soon due, at rest or held. */
import type { SUPERVISION_GROUPS, SUPERVISION_STATES } from '#domain/letter/supervised';
import type { Urgency } from '#domain/letter/vocabulary';
import type { Subject } from '#domain/access/subject';
import { norm } from '#domain/thai/normalise';
import type { Tx } from '../tx';
import { likePattern, toPage } from './cursors';
import { createParams, type Params } from './params';
import type { Name } from './readers';
import { supervisedSql, taskColumns, type SupervisedTask } from './supervision-rows';
import { nameJson } from './sql';

/** Offices supervised as a whole, units supervised by their heads, and the offices of both. */
export type SupervisionScope = { readonly officeIds: readonly string[]; readonly unitIds: readonly string[]; readonly allOfficeIds: readonly string[] };
/** By an office's calendar: until when a task is due soon, and since when one without an act is at rest. */
export type OfficeLimits = { readonly officeId: string; readonly soonAt: string; readonly restAt: string };
export type SupervisionState = (typeof SUPERVISION_STATES)[number];
export type SupervisionGroupBy = (typeof SUPERVISION_GROUPS)[number];
export type SupervisionFilter = {
  readonly state: SupervisionState;
  readonly unitId?: string | undefined;
  readonly postId?: string | undefined;
  readonly personId?: string | undefined;
  readonly step?: string | undefined;
  readonly correspondent?: string | undefined;
  readonly urgency?: Urgency | undefined;
  readonly q?: string | undefined;
};
export type Figures = { readonly open: number; readonly overdue: number; readonly dueSoon: number; readonly atRest: number; readonly held: number };
export type GroupRow = Figures & { readonly key: string; readonly name: Name };
export type SupervisedPage = {
  readonly items: readonly SupervisedTask[];
  readonly nextCursor: string | null;
  readonly total: number;
  readonly counts: Figures;
  readonly groups: readonly GroupRow[];
};

/** What is supervised, by whom, at what moment. */
export type Supervised = {
  readonly scope: SupervisionScope;
  readonly reader: Subject;
  readonly filter: SupervisionFilter;
  readonly at: string;
  readonly limits: readonly OfficeLimits[];
  /** Who may act now for each post of the offices: needed to filter or group by person. */
  readonly actors: readonly { readonly postId: string; readonly personId: string }[];
};
type Args = Supervised & {
  readonly limit: number;
  /** Sort instant (or never), letter and task after which the page starts. */
  readonly after: readonly (string | number)[] | null;
};

const NO_FIGURES: Figures = { open: 0, overdue: 0, dueSoon: 0, atRest: 0, held: 0 };
const GROUPS_MAX = 60;

const STATES: { readonly [S in SupervisionState]: string } = {
  both: '(m.is_overdue or m.is_soon)', overdue: 'm.is_overdue', dueSoon: 'm.is_soon', atRest: 'm.is_rest', held: 'm.is_held', open: 'true',
};
/** The latest first; of what is at rest, what has rested longest. */
const sortOf = (state: SupervisionState): string => (state === 'atRest' ? 'm.rest_since' : `coalesce(m.due_at, 'infinity')`);
const FIGURES = `'open', count(*)::int, 'overdue', (count(*) filter (where m.is_overdue))::int, 'dueSoon', (count(*) filter (where m.is_soon))::int,
  'atRest', (count(*) filter (where m.is_rest))::int, 'held', (count(*) filter (where m.is_held))::int`;

/** What a task is grouped by, and what the group is called. */
const GROUPS: { readonly [G in SupervisionGroupBy]: { readonly keys: string; readonly name: string; readonly join: string } } = {
  unit: { keys: 'select m.unit_id::text as key', name: nameJson('u'), join: 'join unit u on u.id = n.key::uuid' },
  person: { keys: 'select unnest(m.persons)::text as key', name: nameJson('h'), join: 'join person h on h.id = n.key::uuid' },
  step: { keys: 'select m.node_name as key', name: `json_build_object('th', n.key, 'en', n.en)`, join: '' },
  correspondent: { keys: 'select m.correspondent as key', name: `json_build_object('th', n.key, 'en', '')`, join: '' },
};

/**
 * A page of tasks with its sums. Only letters that the reader may know are found or counted. A task of several posts counts for
 * the unit of the first, and for every person who may act on it.
 */
export async function listSupervised(tx: Tx, args: Args & { readonly groupBy: SupervisionGroupBy }): Promise<SupervisedPage> {
  const { filter, groupBy } = args;
  const params = createParams();
  const narrowed = narrowing(filter, params);
  const all = Object.values(narrowed).join(' and ');
  const others = Object.entries(narrowed).flatMap(([kind, sql]) => (kind === groupBy ? [] : [sql])).join(' and ');
  const { keys, name, join } = GROUPS[groupBy];
  const { rows } = await tx.query<Partial<SupervisedTask> & { readonly sums: Pick<SupervisedPage, 'total' | 'counts' | 'groups'> }>(
    `with ${supervisedSql(args, params, conditions(filter, params))}, sums as (
       select json_build_object('total', (select count(*)::int from m where ${all} and ${STATES[filter.state]}),
         'counts', (select json_build_object(${FIGURES}) from m where ${all}),
         'groups', (select coalesce(json_agg((n.figures || jsonb_build_object('key', n.key, 'name', ${name})) order by n.late desc, n.soon desc, n.open desc, n.key), '[]') from (
           select k.key, max(m.node_name_en) as en, count(*) filter (where m.is_overdue) as late, count(*) filter (where m.is_soon) as soon, count(*) as open, jsonb_build_object(${FIGURES}) as figures
             from m cross join lateral (${keys}) k where ${others} and coalesce(k.key, '') <> '' group by k.key order by late desc, soon desc, open desc, k.key limit ${GROUPS_MAX}) n ${join})) as sums
     ), page as (${pageSql(args, params, all)})
     select sums.sums, ${taskColumns(params, { reader: args.reader, at: args.at, from: 'sums left join page m on true' })} order by m.sort_at, m.letter_id, m.id`,
    params.values,
  );
  const sums = rows[0]?.sums ?? { total: 0, counts: NO_FIGURES, groups: [] };
  return { ...sums, ...toTasks(rows, args.limit) };
}

/** The same page without sums, for whoever reads them all. */
export async function listSupervisedRows(tx: Tx, args: Args): Promise<{ readonly items: readonly SupervisedTask[]; readonly nextCursor: string | null }> {
  const params = createParams();
  const all = Object.values(narrowing(args.filter, params)).join(' and ');
  const { rows } = await tx.query<Partial<SupervisedTask>>(
    `with ${supervisedSql(args, params, conditions(args.filter, params))}, page as (${pageSql(args, params, all)})
     select ${taskColumns(params, { reader: args.reader, at: args.at, from: 'page m' })} order by m.sort_at, m.letter_id, m.id`,
    params.values,
  );
  return toTasks(rows, args.limit);
}

function toTasks(rows: readonly Partial<SupervisedTask>[], limit: number): { readonly items: SupervisedTask[]; readonly nextCursor: string | null } {
  // Without a task there is one row for the sums alone; with one, every column is there.
  const found = rows.filter((row) => row.taskId !== undefined && row.taskId !== null) as unknown as readonly SupervisedTask[];
  return toPage(found, limit, (row) => [row.sortAt ?? 'infinity', row.letterId, row.taskId]);
}

function pageSql({ filter, limit, after }: Args, { add }: Params, all: string): string {
  const sort = sortOf(filter.state);
  const [at, letterId, taskId] = after ?? [];
  const start = after === null ? 'true' : `(${sort}, m.letter_id, m.id) > (${add(at, 'timestamptz')}, ${add(letterId, 'uuid')}, ${add(taskId, 'text')})`;
  return `select m.*, ${sort} as sort_at from m where ${all} and ${STATES[filter.state]} and ${start} order by ${sort}, m.letter_id, m.id limit ${add(limit + 1, 'int')}`;
}

/** Filters that can also be grouped by; `m` is the supervised task. */
function narrowing({ unitId, personId, step, correspondent }: SupervisionFilter, { add }: Params): { readonly [G in SupervisionGroupBy]: string } {
  return {
    unit: unitId === undefined ? 'true' : `m.unit_id = ${add(unitId, 'uuid')}`,
    person: personId === undefined ? 'true' : `${add(personId, 'uuid')} = any(m.persons)`,
    step: step === undefined ? 'true' : `m.node_name = ${add(step, 'text')}`,
    correspondent: correspondent === undefined ? 'true' : `m.correspondent = ${add(correspondent, 'text')}`,
  };
}

/** Filters that every figure follows. */
const conditions = ({ postId, urgency, q }: SupervisionFilter, { add }: Params) => (reveal: string): readonly string[] => {
  const where: string[] = [];
  if (postId !== undefined) where.push(`${add(postId, 'uuid')} = any(t.post_ids)`);
  if (urgency !== undefined) where.push(`l.urgency = ${add(urgency, 'text')}`);
  if (q !== undefined) {
    const like = add(likePattern(norm(q)), 'text');
    where.push(`((${reveal} and l.subject ilike ${like}) or l.letter_no ilike ${like} or l.their_no ilike ${like} or l.receive_no ilike ${like} or l.from_text ilike ${like})`);
  }
  return where;
};
