/** The supervised tasks in SQL, and the columns in which a list shows one. */
import { compileFilter } from '#domain/access/filter';
import type { LetterFacts } from '#domain/access/read';
import type { Subject } from '#domain/access/subject';
import type { Urgency } from '#domain/letter/vocabulary';
import type { TaskKind } from '#domain/route/state';
import type { Tx } from '../tx';
import type { Params } from './params';
import type { Name } from './readers';
import { isoJson, personRef, postRef, unitRef } from './sql';
import type { Supervised } from './supervision';

type PersonRef = { readonly id: string; readonly name: Name };
type UnitRef = { readonly id: string; readonly code: string; readonly name: Name };
type PostRef = { readonly id: string; readonly code: string; readonly title: Name; readonly unit: Name | null; readonly officeId: string };

export type SupervisedTask = {
  readonly letterId: string;
  readonly taskId: string;
  readonly rev: number;
  readonly seq: number;
  readonly kind: TaskKind;
  readonly nodeName: Name;
  readonly subject: string | null;
  readonly letterNo: string | null;
  readonly receiveNo: string | null;
  readonly correspondent: string;
  readonly urgency: Urgency;
  readonly officeId: string;
  readonly postIds: readonly string[];
  readonly posts: readonly PostRef[];
  readonly unitIds: readonly string[];
  /** Set where the task is one person's. */
  readonly person: PersonRef | null;
  /** One of a group has taken it, and may be away now. */
  readonly isClaimed: boolean;
  readonly isAway: boolean;
  readonly unit: UnitRef | null;
  readonly openedAt: string;
  readonly dueAt: string | null;
  readonly isOverdue: boolean;
  readonly isHeld: boolean;
  readonly restSince: string;
  readonly remindedAt: string | null;
  readonly reminders: readonly { readonly person: PersonRef; readonly by: PersonRef; readonly at: string }[];
  readonly firstReadAt: string | null;
  /** Branch that the reader has passed on last, and the post in which they did. */
  readonly takeBack: { readonly token: string; readonly postId: string } | null;
  /** Place in the list; null is the end. */
  readonly sortAt: string | null;
};

const LAST_ACT = `(select max(x.at) from transition x where x.letter_id = t.letter_id and x.person_id is not null and x.event_type <> 'remind' and x.summary->'task'->>'id' = t.id)`;
const CORRESPONDENT = `case when l.direction = 'incoming' then l.from_text else l.to_text end`;

/**
 * Common table `m`: open tasks of letters under way or held within the scope, that the reader may know. The clocks of a held letter
 * stand still, so its tasks are neither late nor at rest. The last act is looked up only where the task is old enough to be at rest.
 */
export function supervisedSql({ scope, reader, at, limits, actors }: Supervised, params: Params, conditions: (reveal: string) => readonly string[]): string {
  const { add } = params;
  const seen = params.filter((firstParam) => compileFilter(reader, { alias: 'l', firstParam }));
  const now = add(at, 'timestamptz');
  const offices = add(limits.map(({ officeId }) => officeId), 'uuid[]');
  const soon = add(limits.map(({ soonAt }) => soonAt), 'timestamptz[]');
  const rest = add(limits.map(({ restAt }) => restAt), 'timestamptz[]');
  const persons = actors.length === 0
    ? 'array[]::uuid[]'
    : `case when t.person_id is not null then array[t.person_id] else coalesce((select array_agg(distinct a.person_id) from act a where a.post_id = any(t.post_ids)), '{}') end`;
  const where = [
    `t.status = 'open' and l.status in ('running', 'held')`,
    `t.office_id = any(${add(scope.allOfficeIds, 'uuid[]')})`,
    `(t.office_id = any(${add(scope.officeIds, 'uuid[]')}) or exists (select 1 from post p where p.id = any(t.post_ids) and p.unit_id = any(${add(scope.unitIds, 'uuid[]')})))`,
    seen.sql,
    ...conditions(seen.reveal),
  ];
  return `lim as (select * from unnest(${offices}, ${soon}, ${rest}) as x(office_id, soon_at, rest_at)),
    act as (select * from unnest(${add(actors.map(({ postId }) => postId), 'uuid[]')}, ${add(actors.map(({ personId }) => personId), 'uuid[]')}) as x(post_id, person_id)),
    m as materialized (
      select t.letter_id, t.id, t.due_at, t.node_name, t.node_name_en, f.unit_id, ${CORRESPONDENT} as correspondent, ${persons} as persons, ${seen.reveal} as shown,
        l.status = 'held' as is_held, r.rest_since, coalesce(l.status = 'running' and t.due_at < ${now}, false) as is_overdue,
        coalesce(l.status = 'running' and t.due_at >= ${now} and t.due_at <= lim.soon_at, false) as is_soon, l.status = 'running' and r.rest_since <= lim.rest_at as is_rest
      from task t join letter l on l.id = t.letter_id join lim on lim.office_id = t.office_id left join post f on f.id = t.post_ids[1]
        cross join lateral (select case when t.opened_at > lim.rest_at then t.opened_at else greatest(t.opened_at, ${LAST_ACT}) end as rest_since) r
      where ${where.join(' and ')})`;
}

/** What a list shows of the tasks in the common table `page`, which `from` names `m`. */
export function taskColumns({ add }: Params, { reader, at, from }: { readonly reader: Subject; readonly at: string; readonly from: string }): string {
  const me = add(reader.personId, 'text');
  const token = `l.state->'tasks'->t.id->>'token'`;
  return `m.letter_id as "letterId", m.id as "taskId", t.rev, l.seq, t.kind, json_build_object('th', t.node_name, 'en', t.node_name_en) as "nodeName",
    case when m.shown then l.subject end as subject, l.letter_no as "letterNo", l.receive_no as "receiveNo", m.correspondent, l.urgency, t.office_id as "officeId", t.post_ids as "postIds",
    (select coalesce(json_agg(${postRef('p', 'v')} order by array_position(t.post_ids, p.id)), '[]') from post p join unit v on v.id = p.unit_id where p.id = any(t.post_ids)) as posts,
    (select coalesce(json_agg(distinct p.unit_id), '[]') from post p where p.id = any(t.post_ids)) as "unitIds",
    ${personRef('h')} as person, coalesce((l.state->'tasks'->t.id->>'claimed')::boolean, false) as "isClaimed",
    exists (select 1 from absence b where b.person_id = t.person_id and b.from_at <= ${add(at, 'timestamptz')} and b.to_at > ${add(at, 'timestamptz')}) as "isAway", ${unitRef('u')} as unit, t.opened_at as "openedAt", t.due_at as "dueAt", m.is_overdue as "isOverdue", m.is_held as "isHeld",
    greatest(t.opened_at, ${LAST_ACT}) as "restSince", t.reminded_at as "remindedAt", t.first_read_at as "firstReadAt", nullif(m.sort_at, 'infinity') as "sortAt",
    (select coalesce(json_agg(json_build_object('person', ${personRef('who')}, 'by', ${personRef('boss')}, 'at', ${isoJson('n.at')}) order by n.at desc), '[]')
       from (select * from reminder n where n.letter_id = m.letter_id and n.task_id = m.id order by n.at desc limit 5) n join person who on who.id = n.person_id join person boss on boss.id = n.by_person_id) as reminders,
    case when l.status = 'running' and l.state->'tokens'->(${token})->'passedOn'->>'personId' = ${me}
      then json_build_object('token', ${token}, 'postId', l.state->'tokens'->(${token})->'passedOn'->>'postId') end as "takeBack"
    from ${from} left join task t on t.letter_id = m.letter_id and t.id = m.id left join letter l on l.id = m.letter_id
      left join unit u on u.id = m.unit_id left join person h on h.id = t.person_id`;
}

/** What the policy asks of a letter for acts on it and its tasks. */
export type SupervisedLetter = LetterFacts & { readonly drafterPostId: string | null };

/** Letters as the policy asks for them; by id. Only what it needs to decide on tasks and on acts of supervisors. */
export async function findLetterFacts(tx: Tx, letterIds: readonly string[]): Promise<ReadonlyMap<string, SupervisedLetter>> {
  const { rows } = await tx.query<{ id: string; facts: SupervisedLetter }>(
    `select l.id, json_build_object('officeId', l.office_id, 'ownerUnitId', l.owner_unit_id, 'kind', l.kind, 'secrecy', l.secrecy, 'isSealed', l.is_sealed,
        'isNew', l.status = 'new', 'drafterPostId', l.drafter_post_id,
        'readers', (select coalesce(json_agg(json_build_object('postId', post_id, 'why', why)), '[]') from letter_reader where letter_id = l.id),
        'assignmentUnitIds', (select coalesce(json_agg(distinct unit_id), '[]') from assignment where letter_id = l.id),
        'tasks', (select coalesce(json_agg(json_build_object('kind', kind, 'isOpen', status = 'open', 'postIds', post_ids, 'personId', person_id,
          'doneByPersonId', done_by_person_id)), '[]') from task where letter_id = l.id)) as facts
       from letter l where l.id = any($1::uuid[])`,
    [letterIds],
  );
  return new Map(rows.map(({ id, facts }) => [id, facts]));
}
