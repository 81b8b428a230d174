/** A route in use: test cases, and where its letters stand. */
import type { z } from 'zod';
import { CASES_MAX, type routeCaseSaveSchema, type routeCasesSchema, type routeLiveSchema } from '#domain/contracts/route-life';
import { DomainError } from '#domain/errors';
import { withTransaction } from '#db/client';
import type { Reader } from '#db/repositories/readers';
import { listVersions } from '#db/repositories/route-designs';
import { deleteCase, findCaseDraft, insertCase, listStandings, updateCase } from '#db/repositories/route-life';
import { listCases } from '#db/repositories/route-proposals';
import type { Tx } from '#db/tx';
import { getReadableRoute, getReadableVersion } from './designs.service';
import { getDraft, lockOwnDraft } from './drafts.service';
import type { Deps } from './rights';

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

type Which = { readonly routeId: string; readonly versionId: string | undefined };

/** A route with the version asked for, else the one in force. @throws DomainError NOT_FOUND */
export async function getLiveVersion({ pool, now }: Deps, reader: Reader, { routeId, versionId }: Which) {
  const { id, officeId, code, name } = await getReadableRoute({ pool }, reader, routeId);
  const versions = await listVersions(pool, { reader, routeId: id, at: now().toISOString() });
  const version = versions.find((each) => (versionId === undefined ? each.state === 'inForce' : each.id === versionId));
  if (version === undefined) throw new DomainError('NOT_FOUND');
  return { route: { id, officeId, code, name }, version };
}

/** Where letters stand now. @throws DomainError NOT_FOUND */
export async function readLive(deps: Deps, reader: Reader, which: Which): Promise<z.output<typeof routeLiveSchema>> {
  const { route, version } = await getLiveVersion(deps, reader, which);
  return { route, version, nodes: await listStandings(deps.pool, { reader, versionId: version.id, at: deps.now().toISOString() }) };
}
