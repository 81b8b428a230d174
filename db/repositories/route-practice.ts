/** Where a route's drawing does not fit practice: tasks of its own steps that took another way than was drawn. */
import { compileFilter } from '#domain/access/filter';
import type { Subject } from '#domain/access/subject';
import type { PracticeKind } from '#domain/contracts/letters';
import type { Tx } from '../tx';
import { createParams } from './params';
import type { Name } from './readers';

/** SQL over table `task` under `t`, by kind: opened at the step, for want of anybody else, out of turn, ended by sending back. */
export const PRACTICE_SQL: { readonly [K in PracticeKind]: string } = {
  tasks: `t.kind <> 'adhoc'`,
  fallbacks: `(t.via <> 'rule' and t.kind <> 'adhoc')`,
  adhoc: `t.kind = 'adhoc'`,
  returns: `t.outcome = 'return'`,
};

/** SQL: task `t` of letter `l` was opened on that version; a part of the letter that has ended is no longer known by its version. */
export const onVersionSql = (version: string): string => `coalesce(l.state->'frames'->t.frame_id->>'route', case when t.frame_id = 'f1' then l.route_version_id::text end) = ${version}::text`;

export type Happened = { readonly times: number; readonly letters: number };
export type PracticeRow = { readonly nodeId: string; readonly name: Name } & { readonly [K in PracticeKind]: Happened };
type Wanted = { readonly reader: Subject; readonly versionId: string; readonly since: string; readonly until: string };

const KINDS = Object.entries(PRACTICE_SQL).map(([kind, sql]) => `json_build_object('times', count(*) filter (where ${sql}), 'letters', count(distinct t.letter_id) filter (where ${sql})) as ${kind}`).join(', ');

/** Tasks of a version's own steps opened between two instants, within what the reader may know of. */
export async function listPractice(tx: Tx, { reader, versionId, since, until }: Wanted): Promise<PracticeRow[]> {
  const params = createParams();
  const version = params.add(versionId, 'uuid');
  const [start, end] = [params.add(since, 'timestamptz'), params.add(until, 'timestamptz')];
  const seen = params.filter((firstParam) => compileFilter(reader, { alias: 'l', firstParam }));
  const { rows } = await tx.query<PracticeRow>(
    `select t.node_id as "nodeId", json_build_object('th', max(t.node_name), 'en', max(t.node_name_en)) as name, ${KINDS}
       from letter l join task t on t.letter_id = l.id and t.opened_at >= ${start} and t.opened_at < ${end}
      where (l.route_version_id = ${version} or l.state->'frames'->t.frame_id->>'route' = ${version}::text) and ${onVersionSql(version)} and ${seen.sql}
      group by t.node_id order by t.node_id`,
    params.values,
  );
  return rows;
}
