/** A route in use: test cases, where its letters stand, and whether letters of other versions could go on by it. */
import type { z } from 'zod';
import { CASES_MAX, type moveCheckSchema, type routeCaseSaveSchema, type routeCasesSchema, type routeLiveSchema } from '#domain/contracts/route-life';
import { DomainError } from '#domain/errors';
import { canMove, type MoveVerdict } from '#domain/route/can-move';
import { withTransaction } from '#db/client';
import { loadRoutes } from '#db/repositories/commit/load';
import type { Reader } from '#db/repositories/readers';
import { listVersions } from '#db/repositories/route-designs';
import { deleteCase, findCaseDraft, insertCase, listMovable, listPractice, listStandings, updateCase, type MovableFrame, type Practice } from '#db/repositories/route-life';
import { listCases } from '#db/repositories/route-proposals';
import type { Tx } from '#db/tx';
import { getReadableRoute, getReadableVersion } from './designs.service';
import { getDraft, lockOwnDraft } from './drafts.service';
import { assertDesigns, type Deps } from './rights';

type Cases = z.output<typeof routeCasesSchema>;
type CaseFields = z.output<typeof routeCaseSaveSchema>;

/** @throws DomainError NOT_FOUND, FORBIDDEN */
export async function readDraftCases(deps: Deps, reader: Reader, draftId: string): Promise<Cases> {
  const draft = await getDraft(deps, reader, draftId);
  return toCases(await listCases(deps.pool, { draftId }), draft.author.id === reader.personId);
}

/** @throws DomainError NOT_FOUND */
export async function readVersionCases(deps: Deps, reader: Reader, versionId: string): Promise<Cases> {
  await getReadableVersion(deps, reader, versionId);
  return toCases(await listCases(deps.pool, { versionId }), false);
}

const toCases = (cases: Awaited<ReturnType<typeof listCases>>, canEdit: boolean): Cases => ({ items: cases.map((each) => ({ ...each, expected: [...each.expected] })), canEdit });

/** @throws DomainError NOT_FOUND, FORBIDDEN, DRAFT_PROPOSED, CASES_FULL */
export async function addCase(deps: Deps, reader: Reader, { draftId, fields }: { readonly draftId: string; readonly fields: CaseFields }): Promise<Cases> {
  const at = deps.now().toISOString();
  await withTransaction(deps.pool, async (tx) => {
    const { officeId } = await lockOwnDraft(tx, reader, { id: draftId, at });
    if ((await listCases(tx, { draftId })).length >= CASES_MAX) throw new DomainError('CASES_FULL', { maximum: CASES_MAX });
    await insertCase(tx, { officeId, draftId, fields, at });
  });
  return readDraftCases(deps, reader, draftId);
}

/** @throws DomainError NOT_FOUND, FORBIDDEN, DRAFT_PROPOSED, DRAFT_STALE */
export async function changeCase(deps: Deps, reader: Reader, { id, rev, fields }: { readonly id: string; readonly rev: number; readonly fields: CaseFields }): Promise<Cases> {
  return onCase(deps, reader, id, (tx) => updateCase(tx, { id, rev, fields }));
}

/** @throws DomainError NOT_FOUND, FORBIDDEN, DRAFT_PROPOSED */
export async function removeCase(deps: Deps, reader: Reader, id: string): Promise<Cases> {
  return onCase(deps, reader, id, (tx) => deleteCase(tx, id));
}

async function onCase(deps: Deps, reader: Reader, id: string, work: (tx: Tx) => Promise<void>): Promise<Cases> {
  const draftId = await withTransaction(deps.pool, async (tx) => {
    const found = await findCaseDraft(tx, id);
    if (found === null) throw new DomainError('NOT_FOUND');
    await lockOwnDraft(tx, reader, { id: found, at: deps.now().toISOString() });
    await work(tx);
    return found;
  });
  return readDraftCases(deps, reader, draftId);
}

/** How far back the drawing is held against practice. */
const PRACTICE_MS = 90 * 86_400_000;

/** @throws DomainError NOT_FOUND */
export async function readLive(deps: Deps, reader: Reader, { routeId, versionId }: { readonly routeId: string; readonly versionId: string | undefined }): Promise<z.output<typeof routeLiveSchema>> {
  const { pool, now } = deps;
  const route = await getReadableRoute({ pool }, reader, routeId);
  const at = now().toISOString();
  const versions = await listVersions(pool, { reader, routeId: route.id, at });
  const version = versions.find(({ id, state }) => (versionId === undefined ? state === 'inForce' : id === versionId));
  if (version === undefined) throw new DomainError('NOT_FOUND');
  const since = new Date(now().getTime() - PRACTICE_MS).toISOString();
  const [nodes, practice] = await Promise.all([listStandings(pool, { reader, versionId: version.id, at }), listPractice(pool, { reader, versionId: version.id, since })]);
  const of = (kind: Exclude<keyof Practice, 'nodeId'>) => practice.filter((each) => each[kind] > 0).map((each) => ({ nodeId: each.nodeId, count: each[kind] }));
  return { version, nodes, since, practice: { fallbacks: of('fallbacks'), adhoc: of('adhoc'), returns: of('returns'), tasks: of('tasks') } };
}

/** Letters named in an answer at most. */
const LETTERS_MAX = 200;

/** Tries the move of every letter of another version on a copy. @throws DomainError NOT_FOUND, FORBIDDEN */
export async function checkMove(deps: Deps, reader: Reader, versionId: string): Promise<z.output<typeof moveCheckSchema>> {
  const { pool } = deps;
  const at = deps.now().toISOString();
  const { route, version } = await getReadableVersion(deps, reader, versionId);
  assertDesigns(reader, route.officeId, at);
  const frames = await listMovable(pool, { reader, versionId });
  const routes = await loadRoutes(pool, [...new Set([versionId, ...frames.flatMap(({ state }) => Object.values(state.frames).map((frame) => frame.route))])]);
  const tried = frames.map((frame) => ({ frame, verdict: canMove(frame.state, { routes, frame: frame.frameId, to: versionId, at }) }));
  return {
    version, total: tried.length, canMove: tried.filter(({ verdict }) => verdict.can).length, blocked: blockedBy(tried.map(({ verdict }) => verdict)),
    letters: tried.filter(({ frame }) => frame.isKnown).slice(0, LETTERS_MAX).map(({ frame, verdict }) => toLetter(frame, verdict)),
  };
}

function blockedBy(verdicts: readonly MoveVerdict[]): z.output<typeof moveCheckSchema>['blocked'] {
  const counts = new Map<string, { code: string; nodeId: string | null; count: number }>();
  for (const verdict of verdicts) {
    if (verdict.can) continue;
    const key = `${verdict.code} ${verdict.nodeId ?? ''}`;
    const known = counts.get(key) ?? { code: verdict.code, nodeId: verdict.nodeId, count: 0 };
    counts.set(key, { ...known, count: known.count + 1 });
  }
  return [...counts.values()];
}

const toLetter = ({ letterId, letterNo, receiveNo, subject }: MovableFrame, verdict: MoveVerdict): z.output<typeof moveCheckSchema>['letters'][number] => ({
  letterId, letterNo, receiveNo, subject, state: verdict.can ? 'canMove' : 'cannot', code: verdict.can ? null : verdict.code, nodeId: verdict.can ? null : verdict.nodeId,
});
