/** What a person holds at a moment: appointments with the work that stays with the post, and tasks bound to the person. */
import { compileFilter } from '#domain/access/filter';
import type { Subject } from '#domain/access/subject';
import type { Capacity } from '#domain/letter/vocabulary';
import type { TaskKind } from '#domain/route/state';
import type { Tx } from '../tx';
import { createParams } from './params';
import type { Name } from './readers';
import { postRef } from './sql';

export type HeldPost = {
  readonly id: string;
  readonly post: { readonly id: string; readonly code: string; readonly title: Name; readonly unit: Name | null; readonly officeId: string };
  readonly unitId: string;
  readonly capacity: Exclude<Capacity, 'delegated'>;
  readonly openTasks: number;
  readonly drafts: number;
  readonly delegations: number;
};
export type BoundTask = {
  readonly letterId: string;
  readonly taskId: string;
  readonly rev: number;
  readonly kind: TaskKind;
  readonly postIds: readonly string[];
  readonly no: string;
  readonly subject: string | null;
  readonly isKnown: boolean;
};

/** Appointments in force at `at`, in whatever office. */
export async function listHeldPosts(tx: Tx, { personId, at }: { readonly personId: string; readonly at: string }): Promise<readonly HeldPost[]> {
  const tasks = (condition: string): string => `(select count(*)::int from task t where t.status = 'open' and t.post_ids @> array[p.id]${condition})`;
  const { rows } = await tx.query<HeldPost>(
    `select a.id, ${postRef('p', 'u')} as post, p.unit_id as "unitId", a.capacity, ${tasks('')} as "openTasks", ${tasks(` and t.kind = 'draft'`)} as drafts,
       (select count(*)::int from delegation d where p.id in (d.from_post_id, d.to_post_id) and d.valid_from <= $2 and coalesce(d.valid_to, 'infinity') > $2) as delegations
     from appointment a join post p on p.id = a.post_id join unit u on u.id = p.unit_id
     where a.person_id = $1 and a.valid_from <= $2 and coalesce(least(a.valid_to, a.ended_at), 'infinity') > $2 order by a.capacity <> 'own', p.code, a.id`,
    [personId, at],
  );
  return rows;
}

/** Open tasks bound to the person, oldest first; of letters that the reader may not know, nothing but that they are there. */
export async function listBoundTasks(tx: Tx, { personId, reader, officeIds }: { readonly personId: string; readonly reader: Subject; readonly officeIds: readonly string[] }): Promise<readonly BoundTask[]> {
  const params = createParams();
  const access = params.filter((firstParam) => compileFilter(reader, { alias: 'l', firstParam }));
  const { rows } = await tx.query<BoundTask>(
    `select t.letter_id as "letterId", t.id as "taskId", t.rev, t.kind, t.post_ids as "postIds", coalesce(l.letter_no, l.receive_no, l.their_no) as no,
       case when ${access.reveal} then l.subject end as subject, ${access.sql} as "isKnown"
     from task t join letter l on l.id = t.letter_id
     where t.status = 'open' and t.person_id = ${params.add(personId, 'uuid')} and t.office_id = any(${params.add(officeIds, 'uuid[]')}) order by t.opened_at, t.letter_id, t.id`,
    params.values,
  );
  return rows;
}
