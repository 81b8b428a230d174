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

export type MovableFrame = {
  readonly letterId: string; readonly frameId: string; readonly state: LetterState; readonly letterNo: string | null; readonly receiveNo: string | null; readonly subject: string | null;
};

/** Parts of open letters that run on a version of this route, other than the one named, within what the reader may know of. */
export async function listMovable(tx: Tx, { reader, routeId, exceptVersionId }: { readonly reader: Subject; readonly routeId: string; readonly exceptVersionId: string | null }): Promise<MovableFrame[]> {
  const params: Params = createParams();
  const route = params.add(routeId, 'uuid');
  const except = params.add(exceptVersionId, 'uuid');
  const seen: LetterFilter = params.filter((firstParam) => compileFilter(reader, { alias: 'l', firstParam }));
  const { rows } = await tx.query<MovableFrame>(
    `select l.id as "letterId", f.key as "frameId", l.state, case when ${seen.reveal} then l.letter_no end as "letterNo", case when ${seen.reveal} then l.receive_no end as "receiveNo",
            case when ${seen.reveal} then l.subject end as subject
       from route r join letter l on l.office_id = r.office_id and l.status in ('running', 'held') and not l.is_generated
       cross join lateral jsonb_each(l.state->'frames') f
      where r.id = ${route} and (${except} is null or f.value->>'route' <> ${except}::text) and f.value->>'route' in (select w.id::text from route_version w where w.route_id = r.id) and ${seen.sql}
      order by l.created_at, l.id, f.key`,
    params.values,
  );
  return rows;
}
