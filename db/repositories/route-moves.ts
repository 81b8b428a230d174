/** Running letters being moved to another version of their route: one row a letter part, so that it goes on after any interruption. */
import { randomUUID } from 'node:crypto';
import type { Actor, LetterState } from '#domain/route/state';
import type { Tx } from '../tx';
import type { RecordedBy } from './appointments';
import { auditOffice } from './edits';
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

export type DueMove = { readonly id: string; readonly officeId: string; readonly toVersionId: string; readonly reason: string; readonly actor: Actor };

/** Moves that have begun and not ended, the oldest first. */
export async function listDueMoves(tx: Tx, at: string): Promise<DueMove[]> {
  const { rows } = await tx.query<Omit<DueMove, 'actor'> & { readonly personId: string; readonly postId: string; readonly capacity: Actor['capacity']; readonly ownPostId: string | null }>(
    `select m.id, m.office_id as "officeId", m.to_version_id as "toVersionId", m.reason, m.person_id as "personId", m.post_id as "postId", m.capacity, m.own_post_id as "ownPostId"
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

/** Parts that have not been moved or refused yet. */
export async function listWaitingParts(tx: Tx, { moveId, limit }: { readonly moveId: string; readonly limit: number }): Promise<WaitingPart[]> {
  const { rows } = await tx.query<WaitingPart>(
    `select w.letter_id as "letterId", w.frame_id as "frameId", l.status, l.state from route_move_letter w join letter l on l.id = w.letter_id
      where w.move_id = $1 and w.status = 'waiting' order by w.letter_id, w.frame_id limit $2`,
    [moveId, limit],
  );
  return rows;
}

type PartEnd = { readonly moveId: string; readonly letterId: string; readonly frameId: string; readonly status: 'moved' | 'refused'; readonly code?: string; readonly details?: object; readonly at: string };

/** What became of a part. */
export async function endPart(tx: Tx, { moveId, letterId, frameId, status, code, details, at }: PartEnd): Promise<void> {
  await tx.query(
    `update route_move_letter set status = $4, code = $5, details = $6, at = $7 where move_id = $1 and letter_id = $2 and frame_id = $3 and status = 'waiting'`,
    [moveId, letterId, frameId, status, code ?? null, details === undefined ? null : JSON.stringify(details), at],
  );
}

/** Ends a move of which nothing waits, with its audit event. */
export async function endMove(tx: Tx, { move: { id, officeId, toVersionId, actor }, at }: { readonly move: DueMove; readonly at: string }): Promise<void> {
  const { rowCount } = await tx.query(
    `update route_move set ended_at = $2 where id = $1 and ended_at is null and not exists (select 1 from route_move_letter w where w.move_id = $1 and w.status = 'waiting')`, [id, at],
  );
  if (rowCount === 0) return;
  const { rows } = await tx.query<{ moved: number; refused: number }>(
    `select count(*) filter (where status = 'moved')::int as moved, count(*) filter (where status = 'refused')::int as refused from route_move_letter where move_id = $1`, [id],
  );
  await auditOffice(tx, { officeId, by: { personId: actor.personId, postId: actor.postId, at }, kind: 'route.moveEnded', data: { moveId: id, versionId: toVersionId, count: rows[0]?.moved ?? 0, refused: rows[0]?.refused ?? 0 } });
}

export type MoveRow = {
  readonly id: string; readonly by: { readonly id: string; readonly name: Name }; readonly reason: string; readonly startsAt: string; readonly endedAt: string | null;
  readonly waiting: number; readonly moved: number; readonly refused: readonly { readonly code: string; readonly nodeId: string | null; readonly count: number }[];
};

/** Moves to a version, the newest first, with how far each is. */
export async function listMoves(tx: Tx, versionId: string): Promise<MoveRow[]> {
  const { rows } = await tx.query<MoveRow>(
    `select m.id, ${personRef('p')} as by, m.reason, m.starts_at as "startsAt", m.ended_at as "endedAt",
            (select count(*)::int from route_move_letter w where w.move_id = m.id and w.status = 'waiting') as waiting,
            (select count(*)::int from route_move_letter w where w.move_id = m.id and w.status = 'moved') as moved,
            (select coalesce(json_agg(json_build_object('code', g.code, 'nodeId', g.node_id, 'count', g.n)), '[]')
               from (select w.code, w.details->>'nodeId' as node_id, count(*)::int as n from route_move_letter w where w.move_id = m.id and w.status = 'refused' group by 1, 2 order by 3 desc, 1) g) as refused
       from route_move m join person p on p.id = m.person_id where m.to_version_id = $1 order by m.created_at desc, m.id`,
    [versionId],
  );
  return rows;
}
