/** Running letters being moved to another version of their route: one row a letter part, so that it goes on after any interruption. */
import { randomUUID } from 'node:crypto';
import { compileFilter } from '#domain/access/filter';
import type { Subject } from '#domain/access/subject';
import { DomainError } from '#domain/errors';
import type { Actor, LetterState } from '#domain/route/state';
import type { Tx } from '../tx';
import type { RecordedBy } from './appointments';
import { toPage } from './cursors';
import { auditOffice } from './edits';
import { createParams } from './params';
import type { Name } from './readers';
import { personRef } from './sql';

type NewMove = { readonly officeId: string; readonly toVersionId: string; readonly actor: Actor; readonly reason: string; readonly startsAt: string; readonly by: RecordedBy };

/** Begins a move at an instant, with its audit event. Which letters it concerns is seen then. */
export async function insertMove(tx: Tx, { officeId, toVersionId, actor, reason, startsAt, by }: NewMove): Promise<string> {
  const id = randomUUID();
  await tx.query(
    'insert into route_move (id, office_id, to_version_id, person_id, post_id, capacity, own_post_id, reason, starts_at, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
    [id, officeId, toVersionId, actor.personId, actor.postId, actor.capacity, actor.ownPostId ?? null, reason, startsAt, by.at],
  );
  await auditOffice(tx, { officeId, by, kind: 'route.moveStarted', data: { moveId: id, versionId: toVersionId, from: startsAt } });
  return id;
}

export type DueMove = { readonly id: string; readonly officeId: string; readonly toVersionId: string; readonly reason: string; readonly isCancelled: boolean; readonly actor: Actor };

/** Moves that have begun and not ended, the oldest first. */
export async function listDueMoves(tx: Tx, at: string): Promise<DueMove[]> {
  const { rows } = await tx.query<Omit<DueMove, 'actor'> & { readonly personId: string; readonly postId: string; readonly capacity: Actor['capacity']; readonly ownPostId: string | null }>(
    `select m.id, m.office_id as "officeId", m.to_version_id as "toVersionId", m.reason, m.cancelled_at is not null as "isCancelled", m.person_id as "personId", m.post_id as "postId", m.capacity, m.own_post_id as "ownPostId"
       from route_move m join route_version v on v.id = m.to_version_id
      where m.ended_at is null and m.starts_at <= $1 and (v.retired_at is null or v.retired_at >= v.in_force_from) order by m.created_at limit 20`,
    [at],
  );
  return rows.map(({ personId, postId, capacity, ownPostId, ...move }) => ({ ...move, actor: { personId, postId, capacity, ...(ownPostId === null ? {} : { ownPostId }) } }));
}

/** Puts every part of an open letter that runs on another version of the route on the list; those that are on it stay as they are. */
export async function fillMove(tx: Tx, { id, toVersionId }: Pick<DueMove, 'id' | 'toVersionId'>): Promise<void> {
  await tx.query(
    `insert into route_move_letter (move_id, letter_id, frame_id)
     select $1, l.id, f.key from route_version v join route r on r.id = v.route_id
       join letter l on l.office_id = r.office_id and l.status in ('running', 'held') and not l.is_generated cross join lateral jsonb_each(l.state->'frames') f
      where v.id = $2 and f.value->>'route' <> v.id::text and f.value->>'route' in (select w.id::text from route_version w where w.route_id = v.route_id)
     on conflict do nothing`,
    [id, toVersionId],
  );
}

export type WaitingPart = { readonly letterId: string; readonly frameId: string; readonly status: string; readonly state: LetterState };

/** Parts that have not been moved or refused yet and are not to be left in peace for now, those that were offered least lately first. */
export async function listWaitingParts(tx: Tx, { moveId, at, limit }: { readonly moveId: string; readonly at: string; readonly limit: number }): Promise<WaitingPart[]> {
  const { rows } = await tx.query<WaitingPart>(
    `select w.letter_id as "letterId", w.frame_id as "frameId", l.status, l.state from route_move_letter w join letter l on l.id = w.letter_id
      where w.move_id = $1 and w.status = 'waiting' and (w.next_at is null or w.next_at <= $2) order by w.next_at nulls first, w.letter_id, w.frame_id limit $3`,
    [moveId, at, limit],
  );
  return rows;
}

/** Longest pause before a part is offered again, in seconds. */
const PAUSE_MAX = 300;

/**
 * Takes a part up to offer it: 2, 4, 8 … seconds pass before the next time. False where it has been taken out meanwhile, so that what
 * a person has stopped is not offered any more.
 */
export async function takePart(tx: Tx, { moveId, letterId, frameId, at }: { readonly moveId: string; readonly letterId: string; readonly frameId: string; readonly at: string }): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update route_move_letter set attempts = attempts + 1, next_at = $4::timestamptz + make_interval(secs => least(${PAUSE_MAX}, power(2, least(attempts, 10) + 1)))
      where move_id = $1 and letter_id = $2 and frame_id = $3 and status = 'waiting'`,
    [moveId, letterId, frameId, at],
  );
  return rowCount === 1;
}

type PartEnd = { readonly moveId: string; readonly letterId: string; readonly frameId: string; readonly status: 'moved' | 'refused' | 'cancelled'; readonly code?: string; readonly details?: object; readonly at: string };

/** What became of a part. */
export async function endPart(tx: Tx, { moveId, letterId, frameId, status, code, details, at }: PartEnd): Promise<void> {
  await tx.query(
    `update route_move_letter set status = $4, code = $5, details = $6, at = $7 where move_id = $1 and letter_id = $2 and frame_id = $3 and status = 'waiting'`,
    [moveId, letterId, frameId, status, code ?? null, details === undefined ? null : JSON.stringify(details), at],
  );
}

/** Ends a move of which nothing waits, with its audit event. */
export async function endMove(tx: Tx, { move: { id, officeId, toVersionId, actor }, at }: { readonly move: Pick<DueMove, 'id' | 'officeId' | 'toVersionId'> & { readonly actor: Pick<Actor, 'personId' | 'postId'> }; readonly at: string }): Promise<void> {
  const { rowCount } = await tx.query(
    `update route_move set ended_at = $2 where id = $1 and ended_at is null and not exists (select 1 from route_move_letter w where w.move_id = $1 and w.status = 'waiting')`, [id, at],
  );
  if (rowCount === 0) return;
  // No counts: who reads the office's record may not be cleared for every letter in them. The move's own rows are counted for each reader.
  await auditOffice(tx, { officeId, by: { personId: actor.personId, postId: actor.postId, at }, kind: 'route.moveEnded', data: { moveId: id, versionId: toVersionId } });
}

const counted = (status: string): string => `(count(*) filter (where w.status = '${status}'))::int as ${status}`;

export type MoveToCancel = { readonly id: string; readonly officeId: string; readonly toVersionId: string };

/** A move; null where there is none. */
export async function findMove(tx: Tx, id: string, { isLocked = false } = {}): Promise<MoveToCancel | null> {
  const { rows } = await tx.query<MoveToCancel>(`select id, office_id as "officeId", to_version_id as "toVersionId" from route_move where id = $1${isLocked ? ' for update' : ''}`, [id]);
  return rows[0] ?? null;
}

/**
 * Stops a move, with its audit event. What has not been offered to its letter stays where it is; what has been offered waits for the
 * letter's answer, so that the rows say what became of it. @throws DomainError MOVE_ENDED
 */
export async function cancelMove(tx: Tx, { move, by, reason }: { readonly move: MoveToCancel; readonly by: RecordedBy; readonly reason: string }): Promise<void> {
  const { rowCount } = await tx.query('update route_move set cancelled_at = $2, cancelled_by = $3, cancel_reason = $4 where id = $1 and ended_at is null and cancelled_at is null', [move.id, by.at, by.personId, reason]);
  if (rowCount === 0) throw new DomainError('MOVE_ENDED');
  await tx.query(`update route_move_letter set status = 'cancelled', at = $2 where move_id = $1 and status = 'waiting' and attempts = 0`, [move.id, by.at]);
  await auditOffice(tx, { officeId: move.officeId, by, kind: 'route.moveCancelled', data: { moveId: move.id, versionId: move.toVersionId, reason } });
}

type Blocked = { readonly code: string; readonly nodeId: string | null; readonly nodeName: Name | null; readonly count: number };
type Person = { readonly id: string; readonly name: Name };
export type MoveRow = {
  readonly id: string; readonly by: Person; readonly reason: string; readonly startsAt: string; readonly endedAt: string | null; readonly waiting: number; readonly moved: number; readonly cancelled: number;
  readonly refused: readonly Blocked[]; readonly cancel: { readonly at: string; readonly by: Person; readonly reason: string } | null;
};

/** SQL: how the newest version of the route that has a step calls it. */
const stepName = (nodeId: string): string => `(select json_build_object('th', n->>'name', 'en', coalesce(n->>'nameEn', '')) from route_version x cross join lateral jsonb_array_elements(x.definition->'nodes') n
  where x.route_id = (select y.route_id from route_version y where y.id = m.to_version_id) and n->>'id' = ${nodeId} order by x.version desc limit 1)`;

/** Moves to a version, the newest first, with how far each is, within what the reader may know of. */
export async function listMoves(tx: Tx, { reader, versionId }: { readonly reader: Subject; readonly versionId: string }): Promise<MoveRow[]> {
  const params = createParams();
  const version = params.add(versionId, 'uuid');
  const seen = params.filter((firstParam) => compileFilter(reader, { alias: 'l', firstParam }));
  const { rows } = await tx.query<MoveRow>(
    `with seen as materialized (
       select w.* from route_move m join route_move_letter w on w.move_id = m.id join letter l on l.id = w.letter_id where m.to_version_id = ${version} and ${seen.sql}
     )
     select m.id, ${personRef('p')} as by, m.reason, m.starts_at as "startsAt", m.ended_at as "endedAt", g.waiting, g.moved, g.cancelled,
            coalesce((select json_agg(json_build_object('code', r.code, 'nodeId', r.node_id, 'nodeName', ${stepName('r.node_id')}, 'count', r.times) order by r.times desc, r.code)
               from (select w.code, w.details->>'nodeId' as node_id, count(*)::int as times from seen w where w.move_id = m.id and w.status = 'refused' group by 1, 2) r), '[]') as refused,
            case when m.cancelled_at is not null then json_build_object('at', m.cancelled_at, 'by', ${personRef('c')}, 'reason', m.cancel_reason) end as cancel
       from route_move m join person p on p.id = m.person_id left join person c on c.id = m.cancelled_by
       cross join lateral (select ${counted('waiting')}, ${counted('moved')}, ${counted('cancelled')} from seen w where w.move_id = m.id) g
      where m.to_version_id = ${version} order by m.created_at desc, m.id`,
    params.values,
  );
  return rows.map(({ cancel, ...move }) => ({ ...move, cancel: cancel === null ? null : { ...cancel, at: new Date(cancel.at).toISOString() } }));
}

export type MoveLetterRow = {
  readonly letterId: string; readonly frameId: string; readonly letterNo: string | null; readonly receiveNo: string | null; readonly subject: string | null; readonly state: 'waiting' | 'moved' | 'refused' | 'cancelled';
  readonly code: string | null; readonly nodeId: string | null; readonly nodeName: Name | null; readonly at: string | null; readonly attempts: number; readonly nextAt: string | null;
};
type LettersWanted = { readonly reader: Subject; readonly moveId: string; readonly state: MoveLetterRow['state'] | undefined; readonly limit: number; readonly after: readonly (string | number)[] | null };

/** What became of each letter of a move, within what the reader may know of. */
export async function listMoveLetters(tx: Tx, { reader, moveId, state, limit, after }: LettersWanted): Promise<{ readonly items: MoveLetterRow[]; readonly total: number; readonly nextCursor: string | null }> {
  const params = createParams();
  const move = params.add(moveId, 'uuid');
  const seen = params.filter((firstParam) => compileFilter(reader, { alias: 'l', firstParam }));
  const ofState = state === undefined ? '' : ` and w.status = ${params.add(state, 'text')}`;
  const start = after === null ? 'true' : `(f.letter_id, f.frame_id) > (${params.add(after[0], 'uuid')}, ${params.add(after[1], 'text')})`;
  const { rows } = await tx.query<MoveLetterRow & { readonly total: number }>(
    `with found as materialized (
       select w.*, l.letter_no, l.receive_no, l.subject, ${seen.reveal} as shown from route_move_letter w join letter l on l.id = w.letter_id where w.move_id = ${move} and ${seen.sql}${ofState}
     ), page as (select * from found f where ${start} order by f.letter_id, f.frame_id limit ${params.add(limit + 1, 'int')})
     select (select count(*)::int from found) as total, f.letter_id as "letterId", f.frame_id as "frameId", case when f.shown then f.letter_no end as "letterNo", case when f.shown then f.receive_no end as "receiveNo",
            case when f.shown then f.subject end as subject, f.status as state, f.code, f.details->>'nodeId' as "nodeId", ${stepName(`f.details->>'nodeId'`)} as "nodeName", f.at, f.attempts, f.next_at as "nextAt"
       from (values (1)) one left join page f on true left join route_move m on m.id = f.move_id order by f.letter_id, f.frame_id`,
    params.values,
  );
  const total = rows[0]?.total ?? 0;
  const found = rows.filter(({ letterId }) => letterId !== null).map(({ total: _total, ...row }) => row);
  return { ...toPage(found, limit, ({ letterId, frameId }) => [letterId, frameId]), total };
}
