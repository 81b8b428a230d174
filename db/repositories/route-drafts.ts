/** Drafts of routes: each its author's own, saved by revision so that two screens never overwrite each other. */
import { randomUUID } from 'node:crypto';
import { DomainError } from '#domain/errors';
import type { Route } from '#domain/route/model';
import type { Layout } from '#domain/route/operations';
import type { Tx } from '../tx';
import type { RecordedBy } from './appointments';
import { auditOffice, orTaken } from './edits';
import type { Name } from './readers';
import { personRef } from './sql';
import { forgetRuns } from './what-if';

export type RouteDraft = {
  readonly id: string; readonly officeId: string; readonly routeId: string | null; readonly code: string; readonly baseVersionId: string | null;
  readonly author: { readonly id: string; readonly name: Name }; readonly authorPostId: string | null;
  /** English name of the route that it is to follow; empty where it has none of its own. */
  readonly storedNameEn: string;
  readonly definition: Route; readonly layout: Layout; readonly note: string; readonly rev: number; readonly createdAt: string; readonly updatedAt: string;
};
const COLUMNS = `d.id, d.office_id as "officeId", d.route_id as "routeId", d.code, d.base_version_id as "baseVersionId", ${personRef('a')} as author, d.author_post_id as "authorPostId",
  coalesce((select r.name_en from route r where r.id = d.route_id and r.name_en <> r.name_th), '') as "storedNameEn",
  d.definition, d.layout, d.note, d.rev, d.created_at as "createdAt", d.updated_at as "updatedAt"`;

/** A draft; null where there is none. `isLocked` keeps others from changing it until the transaction ends. */
export async function findDraft(tx: Tx, id: string, { isLocked = false }: { readonly isLocked?: boolean } = {}): Promise<RouteDraft | null> {
  const { rows } = await tx.query<RouteDraft>(`select ${COLUMNS} from route_draft d join person a on a.id = d.author_id where d.id = $1${isLocked ? ' for update of d' : ''}`, [id]);
  return rows[0] ?? null;
}

/** What is being drawn in an office. */
export async function listDraftRoutes(tx: Tx, officeId: string): Promise<readonly Route[]> {
  const { rows } = await tx.query<{ definition: Route }>('select definition from route_draft where office_id = $1', [officeId]);
  return rows.map(({ definition }) => definition);
}

type NewDraft = Pick<RouteDraft, 'officeId' | 'routeId' | 'code' | 'baseVersionId' | 'definition' | 'layout'>;

/** Begins a draft; its test cases are those of the version it begins from. @throws DomainError DRAFT_EXISTS naming the draft that the author has of this route */
export async function insertDraft(tx: Tx, { draft, casesOf, by }: { readonly draft: NewDraft; readonly casesOf: string | null; readonly by: RecordedBy }): Promise<string> {
  const known = await tx.query<{ id: string }>('select id from route_draft where office_id = $1 and code = $2 and author_id = $3', [draft.officeId, draft.code, by.personId]);
  if (known.rows[0] !== undefined) throw new DomainError('DRAFT_EXISTS', { draftId: known.rows[0].id });
  const id = randomUUID();
  await orTaken(
    tx.query(
      `insert into route_draft (id, office_id, route_id, code, base_version_id, author_id, author_post_id, definition, layout, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)`,
      [id, draft.officeId, draft.routeId, draft.code, draft.baseVersionId, by.personId, by.postId, JSON.stringify(draft.definition), JSON.stringify(draft.layout), by.at],
    ),
    new DomainError('DRAFT_EXISTS'),
  );
  await tx.query(
    'insert into route_case (office_id, draft_id, name, script, expected, created_at) select office_id, $1, name, script, expected, created_at from route_case where version_id = $2', [id, casesOf],
  );
  await auditOffice(tx, { officeId: draft.officeId, by, kind: 'route.draftStarted', data: { draftId: id, code: draft.code } });
  return id;
}

type DraftSave = Pick<RouteDraft, 'id' | 'rev' | 'definition' | 'layout'> & { readonly note: string | undefined; readonly baseVersionId: string | undefined; readonly at: string };

/** Saves a draft over the revision that its author had seen. @throws DomainError NOT_FOUND, DRAFT_STALE with what is stored */
export async function saveDraft(tx: Tx, { id, rev, definition, layout, note, baseVersionId, at }: DraftSave): Promise<{ readonly rev: number; readonly updatedAt: string }> {
  const { rows } = await tx.query<{ rev: number; updatedAt: string }>(
    `update route_draft set definition = $3, layout = $4, note = coalesce($5, note), base_version_id = coalesce($7, base_version_id), rev = rev + 1, updated_at = $6 where id = $1 and rev = $2 returning rev, updated_at as "updatedAt"`,
    [id, rev, JSON.stringify(definition), JSON.stringify(layout), note ?? null, at, baseVersionId ?? null],
  );
  if (rows[0] !== undefined) return rows[0];
  const stored = await findDraft(tx, id);
  if (stored === null) throw new DomainError('NOT_FOUND');
  throw new DomainError('DRAFT_STALE', { rev: stored.rev, updatedAt: stored.updatedAt });
}

/** Removes a draft with its test cases and what was tried on it; who published it needs no event of its own. */
export async function deleteDraft(tx: Tx, { draft, by }: { readonly draft: Pick<RouteDraft, 'id' | 'officeId' | 'code'>; readonly by: RecordedBy | null }): Promise<void> {
  await tx.query('delete from route_case where draft_id = $1', [draft.id]);
  await forgetRuns(tx, { draftId: draft.id, except: null });
  await tx.query('delete from route_draft where id = $1', [draft.id]);
  if (by !== null) await auditOffice(tx, { officeId: draft.officeId, by, kind: 'route.draftDiscarded', data: { draftId: draft.id, code: draft.code } });
}
