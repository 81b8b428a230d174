/** Drafts of routes: begun, saved by their author, discarded. */
import type { z } from 'zod';
import type { draftSaveSchema, draftSavedSchema, draftStartSchema, RouteDraftView } from '#domain/contracts/route-design';
import { DomainError } from '#domain/errors';
import type { Route } from '#domain/route/model';
import type { Layout } from '#domain/route/operations';
import { mapPositions, positionsOf, type PositionMap } from '#domain/route/positions';
import { placeWords } from '#domain/route/place-words';
import { stepForms } from '#domain/route/steps/forms';
import { withTransaction } from '#db/client';
import { listNamesByCode, listPlaceCodes } from '#db/repositories/office-settings';
import type { Reader } from '#db/repositories/readers';
import { findDraftProposal, getRouteOffice, listRoutes, listVersions, type VersionRow } from '#db/repositories/route-designs';
import { deleteDraft, findDraft, insertDraft, saveDraft, type RouteDraft } from '#db/repositories/route-drafts';
import { findVersionInForce } from '#db/repositories/routes';
import type { Tx } from '#db/tx';
import type { Locale } from '../../messages';
import { getReadableVersion, toProposal } from './designs.service';
import { assertDesigns, mayDesign, type Deps } from './rights';

type Start = z.output<typeof draftStartSchema>;
type From<K extends Start['from']['kind']> = Extract<Start['from'], { kind: K }>;
/** What a draft begins with. */
type Beginning = { readonly code: string; readonly definition: Route; readonly layout: Layout; readonly casesOf: string | null };
type Asked<K extends Start['from']['kind']> = { readonly deps: Deps; readonly reader: Reader; readonly officeId: string; readonly from: From<K>; readonly locale: Locale };

/** @throws DomainError NOT_FOUND, FORBIDDEN, CODE_TAKEN, DRAFT_EXISTS, POSITION_UNMAPPED */
export async function startDraft(deps: Deps, reader: Reader, { officeId, from, locale }: Start & { readonly locale: Locale }): Promise<RouteDraftView> {
  const at = deps.now().toISOString();
  const by = assertDesigns(reader, officeId, at);
  // The key picks the function of this very beginning.
  const begin = BEGIN[from.kind] as (asked: Asked<Start['from']['kind']>) => Promise<Beginning>;
  const { casesOf, ...beginning } = await begin({ deps, reader, officeId, from, locale });
  const id = await withTransaction(deps.pool, async (tx) => {
    const route = (await listRoutes(tx, officeId)).find(({ code }) => code === beginning.code);
    const base = await findVersionInForce(tx, { officeId, code: beginning.code, at });
    const draft = { ...beginning, officeId, routeId: route?.id ?? null, baseVersionId: base?.id ?? null };
    return insertDraft(tx, { draft, casesOf, by });
  });
  return readDraft(deps, reader, id);
}

const BEGIN: { readonly [K in Start['from']['kind']]: (asked: Asked<K>) => Promise<Beginning> } = {
  empty: async ({ deps, officeId, from: { code, nameTh, nameEn } }) => {
    await assertCodeFree(deps.pool, officeId, code);
    const definition: Route = { schemaVersion: 1, name: nameTh, ...(nameEn === '' ? {} : { nameEn }), nodes: [stepForms.start.fresh('start')], edges: [] };
    return { code, definition, layout: { start: { x: 0, y: 0 } }, casesOf: null };
  },
  version: async ({ deps, reader, officeId, from: { versionId } }) => {
    const { route, drawing } = await getReadableVersion(deps, reader, versionId);
    if (route.officeId !== officeId) throw new DomainError('NOT_FOUND');
    return { code: route.code, definition: drawing.definition, layout: drawing.layout, casesOf: versionId };
  },
  template: async ({ deps, reader, officeId, from: { versionId, code, positions }, locale }) => {
    const { route, drawing } = await getReadableVersion(deps, reader, versionId);
    await assertMapped(deps.pool, { officeId, of: route.officeId, route: drawing.definition, positions, locale });
    return { code, definition: mapPositions(drawing.definition, positions), layout: drawing.layout, casesOf: versionId };
  },
  json: async ({ from: { code, definition, layout } }) => ({ code, definition, layout, casesOf: null }),
};

/** @throws DomainError CODE_TAKEN where the office has a route of this code */
async function assertCodeFree(tx: Tx, officeId: string, code: string): Promise<void> {
  if ((await listRoutes(tx, officeId)).some((route) => route.code === code)) throw new DomainError('CODE_TAKEN', { code, field: 'code' });
}

type Mapped = { readonly officeId: string; /** Whose route it is. */ readonly of: string; readonly route: Route; readonly positions: PositionMap; readonly locale: Locale };

/** Every post and unit that the template names must have a counterpart here. @throws DomainError POSITION_UNMAPPED naming those that have none */
async function assertMapped(tx: Tx, { officeId, of, route, positions: { posts, units }, locale }: Mapped): Promise<void> {
  const { postCodes, unitCodes } = positionsOf(route.nodes);
  const here = await listPlaceCodes(tx, officeId);
  const without = (codes: readonly string[], map: { readonly [code: string]: string }, known: readonly string[]): readonly string[] =>
    codes.filter((code) => !known.includes(map[code] ?? code));
  const [noPost, noUnit] = [without(postCodes, posts, here.posts), without(unitCodes, units, here.units)];
  if (noPost.length + noUnit.length === 0) return;
  const { post = String, unit = String } = placeWords(await listNamesByCode(tx, of), locale);
  throw new DomainError('POSITION_UNMAPPED', { names: [...noPost.map(post), ...noUnit.map(unit)].join(', ') });
}

/** A draft that the reader may look at: anybody's who designs for that office. @throws DomainError NOT_FOUND, FORBIDDEN */
export async function getDraft({ pool, now }: Deps, reader: Reader, id: string): Promise<RouteDraft> {
  const draft = await findDraft(pool, id);
  if (draft === null) throw new DomainError('NOT_FOUND');
  assertDesigns(reader, draft.officeId, now().toISOString());
  return draft;
}

/** @throws DomainError NOT_FOUND, FORBIDDEN */
export async function readDraft(deps: Deps, reader: Reader, id: string): Promise<RouteDraftView> {
  const { baseVersionId, authorPostId: _post, ...draft } = await getDraft(deps, reader, id);
  const { pool } = deps;
  const at = deps.now().toISOString();
  const [{ rules }, proposal, versions] = await Promise.all([
    getRouteOffice(pool, draft.officeId), findDraftProposal(pool, id),
    draft.routeId === null ? ([] as VersionRow[]) : listVersions(pool, { reader, routeId: draft.routeId, at }),
  ]);
  const inForce = versions.find(({ state }) => state === 'inForce') ?? null;
  return {
    ...draft, base: versions.find((version) => version.id === baseVersionId) ?? null, isBaseCurrent: baseVersionId === (inForce?.id ?? null), inForce,
    canEdit: draft.author.id === reader.personId && mayDesign(reader, draft.officeId) && proposal?.state !== 'waiting',
    proposal: proposal === null ? null : toProposal(reader, rules, proposal),
  };
}

/** The reader's own draft, locked, while it is not proposed. @throws DomainError NOT_FOUND, FORBIDDEN, DRAFT_PROPOSED */
export async function lockOwnDraft(tx: Tx, reader: Reader, { id, at }: { readonly id: string; readonly at: string }): Promise<RouteDraft> {
  const draft = await findDraft(tx, id, { isLocked: true });
  if (draft === null) throw new DomainError('NOT_FOUND');
  assertDesigns(reader, draft.officeId, at);
  if (draft.author.id !== reader.personId) throw new DomainError('FORBIDDEN');
  if ((await findDraftProposal(tx, id))?.state === 'waiting') throw new DomainError('DRAFT_PROPOSED');
  return draft;
}

type Save = z.output<typeof draftSaveSchema> & { readonly id: string; readonly rev: number };

/** @throws DomainError NOT_FOUND, FORBIDDEN, DRAFT_PROPOSED, DRAFT_STALE, ROUTE_BASE_CHANGED */
export async function saveOwnDraft({ pool, now }: Deps, reader: Reader, { id, rev, definition, layout, note, baseVersionId }: Save): Promise<z.output<typeof draftSavedSchema>> {
  const at = now().toISOString();
  return withTransaction(pool, async (tx) => {
    const draft = await lockOwnDraft(tx, reader, { id, at });
    if (baseVersionId !== undefined) await assertCurrent(tx, { ...draft, at, baseVersionId });
    return saveDraft(tx, { id, rev, definition, layout, note, baseVersionId, at });
  });
}

/** @throws DomainError ROUTE_BASE_CHANGED where another version is in force than the one that the author has looked at */
async function assertCurrent(tx: Tx, { officeId, code, at, baseVersionId }: Pick<RouteDraft, 'officeId' | 'code' | 'baseVersionId'> & { readonly at: string }): Promise<void> {
  const current = await findVersionInForce(tx, { officeId, code, at });
  if (current?.id !== baseVersionId) throw new DomainError('ROUTE_BASE_CHANGED', { versionId: current?.id ?? null, version: current?.version ?? null });
}

/** @throws DomainError NOT_FOUND, FORBIDDEN, DRAFT_PROPOSED */
export async function discardDraft({ pool, now }: Deps, reader: Reader, id: string): Promise<void> {
  const at = now().toISOString();
  await withTransaction(pool, async (tx) => {
    const draft = await lockOwnDraft(tx, reader, { id, at });
    await deleteDraft(tx, { draft, by: assertDesigns(reader, draft.officeId, at) });
  });
}
