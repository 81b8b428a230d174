/** A route in use: its test cases, where letters stand on it, where it does not fit practice, and letters of other versions. */
import type { LetterFilter } from '#domain/access/filter';
import { compileFilter } from '#domain/access/filter';
import type { Subject } from '#domain/access/subject';
import { DomainError } from '#domain/errors';
import type { TestCase } from '#domain/route/rehearsal/script';
import type { LetterState } from '#domain/route/state';
import type { Tx } from '../tx';
import { createParams, type Params } from './params';
import { openFramesSql } from './route-designs';

type CaseFields = Omit<TestCase, 'id'>;

/** Adds a test case to a draft. */
export async function insertCase(tx: Tx, { officeId, draftId, fields, at }: { readonly officeId: string; readonly draftId: string; readonly fields: CaseFields; readonly at: string }): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    'insert into route_case (office_id, draft_id, name, script, expected, created_at) values ($1, $2, $3, $4, $5, $6) returning id',
    [officeId, draftId, fields.name, JSON.stringify(fields.script), JSON.stringify(fields.expected), at],
  );
  return rows[0]!.id;
}

/** The draft of a test case; null where there is none, or where it belongs to a version and stays as it is. */
export async function findCaseDraft(tx: Tx, id: string): Promise<string | null> {
  const { rows } = await tx.query<{ draftId: string | null }>('select draft_id as "draftId" from route_case where id = $1', [id]);
  return rows[0]?.draftId ?? null;
}

/** Changes a test case of a draft over the revision that was seen. @throws DomainError DRAFT_STALE */
export async function updateCase(tx: Tx, { id, rev, fields }: { readonly id: string; readonly rev: number; readonly fields: CaseFields }): Promise<void> {
  const { rowCount } = await tx.query('update route_case set name = $3, script = $4, expected = $5, rev = rev + 1 where id = $1 and rev = $2', [id, rev, fields.name, JSON.stringify(fields.script), JSON.stringify(fields.expected)]);
  if (rowCount === 0) throw new DomainError('DRAFT_STALE');
}

/** Removes a test case of a draft. */
export async function deleteCase(tx: Tx, id: string): Promise<void> {
  await tx.query('delete from route_case where id = $1 and draft_id is not null', [id]);
}

type OnVersion = { readonly reader: Subject; readonly versionId: string; readonly at: string };
export type Standing = { readonly nodeId: string; readonly letters: number; readonly late: number };

/** Letters that stand at each step of a version now, and those with a task there that is past its time. */
export async function listStandings(tx: Tx, { reader, versionId, at }: OnVersion): Promise<Standing[]> {
  const params = createParams();
  const version = params.add(versionId, 'uuid');
  const now = params.add(at, 'timestamptz');
  const open = openFramesSql(reader, params, `(select r.office_id from route_version v join route r on r.id = v.route_id where v.id = ${version})`);
  const { rows } = await tx.query<Standing>(
    `with open as (${open}), here as (
       select o.letter_id, o.frame_id, t.value->>'node' as node_id from open o join letter l on l.id = o.letter_id cross join lateral jsonb_each(l.state->'tokens') t
        where o.version_id = ${version}::text and t.value->>'frame' = o.frame_id
     )
     select h.node_id as "nodeId", count(distinct h.letter_id)::int as letters,
            count(distinct h.letter_id) filter (where exists (select 1 from task k where k.letter_id = h.letter_id and k.frame_id = h.frame_id and k.node_id = h.node_id and k.status = 'open' and k.due_at < ${now}))::int as late
       from here h group by h.node_id order by h.node_id`,
    params.values,
  );
  return rows;
}

export type Practice = { readonly nodeId: string; readonly tasks: number; readonly fallbacks: number; readonly adhoc: number; readonly returns: number };

/** Tasks of a version's own steps opened since an instant: how many, how many for want of anybody else, out of turn, and sent back. */
export async function listPractice(tx: Tx, { reader, versionId, since }: { readonly reader: Subject; readonly versionId: string; readonly since: string }): Promise<Practice[]> {
  const params = createParams();
  const version = params.add(versionId, 'uuid');
  const start = params.add(since, 'timestamptz');
  const seen = params.filter((firstParam) => compileFilter(reader, { alias: 'l', firstParam }));
  const { rows } = await tx.query<Practice>(
    `select t.node_id as "nodeId", (count(*) filter (where t.kind <> 'adhoc'))::int as tasks, (count(*) filter (where t.via not in ('rule') and t.kind <> 'adhoc'))::int as fallbacks,
            (count(*) filter (where t.kind = 'adhoc'))::int as adhoc, (count(*) filter (where t.outcome = 'return'))::int as returns
       from letter l join task t on t.letter_id = l.id and t.opened_at >= ${start}
      where (l.route_version_id = ${version} or l.state->'frames'->t.frame_id->>'route' = ${version}::text)
        and coalesce(l.state->'frames'->t.frame_id->>'route', case when t.frame_id = 'f1' then l.route_version_id::text end) = ${version}::text and ${seen.sql}
      group by t.node_id order by t.node_id`,
    params.values,
  );
  return rows;
}

export type MovableFrame = {
  readonly letterId: string; readonly frameId: string; readonly fromVersionId: string; readonly state: LetterState; readonly letterNo: string | null; readonly receiveNo: string | null; readonly subject: string | null;
  /** The reader may know of the letter. */
  readonly isKnown: boolean;
};

/** Parts of open letters that run on another version of the same route, whether or not the reader may know of them. */
export async function listMovable(tx: Tx, { reader, versionId }: Omit<OnVersion, 'at'>): Promise<MovableFrame[]> {
  const params: Params = createParams();
  const version = params.add(versionId, 'uuid');
  const seen: LetterFilter = params.filter((firstParam) => compileFilter(reader, { alias: 'l', firstParam }));
  const { rows } = await tx.query<MovableFrame>(
    `select l.id as "letterId", f.key as "frameId", f.value->>'route' as "fromVersionId", l.state, l.letter_no as "letterNo", l.receive_no as "receiveNo",
            case when ${seen.reveal} then l.subject end as subject, ${seen.sql} as "isKnown"
       from route_version v join route r on r.id = v.route_id join letter l on l.office_id = r.office_id and l.status in ('running', 'held') and not l.is_generated
       cross join lateral jsonb_each(l.state->'frames') f
      where v.id = ${version} and f.value->>'route' <> v.id::text and f.value->>'route' in (select w.id::text from route_version w where w.route_id = v.route_id)
      order by l.created_at, l.id, f.key`,
    params.values,
  );
  return rows;
}
