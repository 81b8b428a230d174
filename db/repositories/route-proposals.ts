/** What authors ask to have published: written down as it was, decided by a second person, published in one transaction. */
import { randomUUID } from 'node:crypto';
import { DomainError } from '#domain/errors';
import type { Route } from '#domain/route/model';
import type { Layout } from '#domain/route/operations';
import type { TestCase } from '#domain/route/rehearsal/script';
import type { Tx } from '../tx';
import type { RecordedBy } from './appointments';
import { auditOffice, orTaken } from './edits';

type Case = Omit<TestCase, 'id'>;
export type Proposal = {
  readonly id: string; readonly officeId: string; readonly routeId: string | null; readonly code: string; readonly baseVersionId: string | null; readonly draftId: string | null; readonly olderVersionId: string | null;
  readonly definition: Route; readonly layout: Layout; readonly cases: readonly Case[]; readonly note: string; readonly fromAt: string | null; readonly runningLetters: 'stay' | 'move';
  readonly authorId: string; readonly authorPostId: string | null; readonly status: 'waiting' | 'published' | 'returned' | 'withdrawn';
};
const COLUMNS = `id, office_id as "officeId", route_id as "routeId", code, base_version_id as "baseVersionId", draft_id as "draftId", older_version_id as "olderVersionId", definition, layout, cases, note,
  from_at as "fromAt", running_letters as "runningLetters", author_id as "authorId", author_post_id as "authorPostId", status`;

/** Versions of one route are published one after the other: locks the route of this code until the transaction ends. */
export async function lockRoute(tx: Tx, { officeId, code }: { readonly officeId: string; readonly code: string }): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`saraban/route/${officeId}/${code}`]);
}

/** A proposal as it was made; null where there is none. `isLocked`: nobody else decides it meanwhile. */
export async function loadProposal(tx: Tx, id: string, { isLocked = false }: { readonly isLocked?: boolean } = {}): Promise<Proposal | null> {
  const { rows } = await tx.query<Proposal>(`select ${COLUMNS} from route_proposal where id = $1${isLocked ? ' for update' : ''}`, [id]);
  return rows[0] ?? null;
}

export type NewProposal = Omit<Proposal, 'id' | 'status' | 'authorId' | 'authorPostId'>;

/** Writes a proposal with its audit event. @throws DomainError ROUTE_PROPOSED where one of this route waits already */
export async function insertProposal(tx: Tx, { proposal, by }: { readonly proposal: NewProposal; readonly by: RecordedBy }): Promise<string> {
  const id = randomUUID();
  const { officeId, code } = proposal;
  await orTaken(
    tx.query(
      `insert into route_proposal (id, office_id, route_id, code, base_version_id, draft_id, older_version_id, definition, layout, cases, note, from_at, running_letters, author_id, author_post_id, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [
        id, officeId, proposal.routeId, code, proposal.baseVersionId, proposal.draftId, proposal.olderVersionId, JSON.stringify(proposal.definition), JSON.stringify(proposal.layout), JSON.stringify(proposal.cases),
        proposal.note, proposal.fromAt, proposal.runningLetters, by.personId, by.postId, by.at,
      ],
    ),
    new DomainError('ROUTE_PROPOSED', { code }),
  );
  await auditOffice(tx, { officeId, by, kind: 'route.proposed', data: { proposalId: id, code, ...(proposal.olderVersionId === null ? {} : { olderVersionId: proposal.olderVersionId }) } });
  return id;
}

type End = { readonly id: string; readonly status: 'published' | 'returned' | 'withdrawn'; readonly by: RecordedBy; readonly reason?: string; readonly versionId?: string };

/** Ends a proposal that the caller has locked. */
export async function endProposal(tx: Tx, { id, status, by, reason = '', versionId }: End): Promise<void> {
  await tx.query('update route_proposal set status = $2, decided_by = $3, decided_at = $4, reason = $5, version_id = $6 where id = $1', [id, status, by.personId, by.at, reason, versionId ?? null]);
}

/** Test cases of a draft or of a version, in the order in which they were made. */
export async function listCases(tx: Tx, of: { readonly draftId: string } | { readonly versionId: string }): Promise<(TestCase & { readonly rev: number; readonly createdAt: string })[]> {
  const [column, id] = 'draftId' in of ? ['draft_id', of.draftId] : ['version_id', of.versionId];
  const { rows } = await tx.query<TestCase & { readonly rev: number; readonly createdAt: string }>(
    `select id, name, script, expected, rev, created_at as "createdAt" from route_case where ${column} = $1 order by created_at, id`, [id],
  );
  return rows;
}

/** Carries test cases into a version, for ever. */
export async function insertVersionCases(tx: Tx, { officeId, versionId, cases, at }: { readonly officeId: string; readonly versionId: string; readonly cases: readonly Case[]; readonly at: string }): Promise<void> {
  for (const { name, script, expected } of cases) {
    await tx.query('insert into route_case (office_id, version_id, name, script, expected, created_at) values ($1, $2, $3, $4, $5, $6)', [officeId, versionId, name, JSON.stringify(script), JSON.stringify(expected), at]);
  }
}

/**
 * Calls a version off that is still to come; the one before it goes on. The caller holds the route's lock.
 * @throws DomainError VERSION_IN_USE where it has begun, has been called off, or was never scheduled
 */
export async function callOffVersion(tx: Tx, { versionId, at }: { readonly versionId: string; readonly at: string }): Promise<void> {
  const { rows } = await tx.query<{ routeId: string; from: string }>(
    `update route_version set retired_at = $2 where id = $1 and in_force_from > $2 and retired_at is null returning route_id as "routeId", in_force_from as "from"`, [versionId, at],
  );
  if (rows[0] === undefined) throw new DomainError('VERSION_IN_USE');
  await tx.query('update route_version set retired_at = null where route_id = $1 and retired_at = $2 and id <> $3', [rows[0].routeId, rows[0].from, versionId]);
}

/** What a notice says of a route. `lines`: what changes for whoever gets it. */
export type RouteNotice = {
  readonly routeId: string | null; readonly versionId: string | null; readonly proposalId: string | null; readonly officeId: string; readonly name: { readonly th: string; readonly en: string }; readonly from: string | null;
  readonly lines: { readonly th: readonly string[]; readonly en: readonly string[] };
};
type NewNotice = { readonly template: string; readonly postIds: readonly string[]; readonly personId?: string | null; readonly route: RouteNotice };

/** Writes notices about a route; each is told once, by its key. */
export async function insertRouteNotices(tx: Tx, { key, notices, at }: { readonly key: string; readonly notices: readonly NewNotice[]; readonly at: string }): Promise<void> {
  for (const { template, postIds, personId = null, route } of notices) {
    await tx.query(
      `insert into notice (effect_id, template, post_ids, person_id, why, route, created_at) values ($1, $2, $3, $4, $5, $6, $7)`,
      [key, template, postIds, personId, template === 'routeChanged' || template === 'routeCalledOff' ? 'route' : 'processOwner', JSON.stringify(route), at],
    );
  }
}

/** Whom notices under a key have told of a route. */
export async function listNoticedPosts(tx: Tx, key: string): Promise<readonly string[]> {
  const { rows } = await tx.query<{ postId: string }>('select distinct unnest(post_ids) as "postId" from notice where effect_id = $1 and letter_id is null', [key]);
  return rows.map(({ postId }) => postId);
}

/** Posts of an office whose holders design its routes. */
export async function listDesignerPosts(tx: Tx, officeId: string): Promise<readonly string[]> {
  const { rows } = await tx.query<{ id: string }>(`select id from post where office_id = $1 and 'process_owner' = any(roles) and coalesce(valid_to, 'infinity') > (clock_timestamp() at time zone 'Asia/Bangkok')::date order by code`, [officeId]);
  return rows.map(({ id }) => id);
}
