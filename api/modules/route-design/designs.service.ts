/** Routes of an office and their versions, to look at. */
import type { z } from 'zod';
import type * as contract from '#domain/contracts/route-design';
import { decide } from '#domain/access/policy';
import { DomainError } from '#domain/errors';
import type { LocalName } from '#domain/contracts/common';
import type { Route } from '#domain/route/model';
import { positionsOf } from '#domain/route/positions';
import { listNamesByCode } from '#db/repositories/office-settings';
import type { Reader } from '#db/repositories/readers';
import {
  findRoute, findVersionDrawing, getRouteOffice, listDrafts, listRoutes, listVersions, listWaitingProposals, type DraftSummary, type ProposalRow, type RouteRules, type VersionRow,
} from '#db/repositories/route-designs';
import { assertReads, mayDesign, routeOffice, type Deps } from './rights';

type In<K extends keyof typeof contract> = (typeof contract)[K] extends z.ZodType ? z.output<(typeof contract)[K]> : never;

/** Every route of an office as the reader may know it. @throws DomainError NOT_FOUND */
export async function readDesigns({ pool, now }: Deps, reader: Reader, asked: string | undefined): Promise<In<'routeDesignsSchema'>> {
  const officeId = routeOffice(reader, asked);
  const canDesign = mayDesign(reader, officeId);
  const { office, rules } = await getRouteOffice(pool, officeId);
  const [routes, versions, drafts, proposals] = await Promise.all([
    listRoutes(pool, officeId), listVersions(pool, { reader, officeId, at: now().toISOString() }),
    canDesign ? listDrafts(pool, officeId) : [], canDesign ? listWaitingProposals(pool, officeId) : [],
  ]);
  const waiting = (code: string) => {
    const found = proposals.find((proposal) => proposal.code === code);
    return found === undefined ? null : toProposal(reader, rules, found);
  };
  return {
    office, rules, canDesign, canSetRules: decide(reader, 'route.rules', { officeId }).allow,
    routes: routes.map(({ id, code, name }) => {
      const own = versions.filter(({ routeId }) => routeId === id);
      const drawn = drafts.filter((draft) => draft.code === code);
      return {
        id, code, name, inForce: own.find(({ state }) => state === 'inForce') ?? null, next: own.find(({ state }) => state === 'scheduled') ?? null,
        myDraft: toSummary(drawn.find(({ author }) => author.id === reader.personId)),
        otherDrafts: canDesign ? drawn.filter(({ author }) => author.id !== reader.personId).length : null, proposal: waiting(code),
      };
    }),
    newRoutes: newRoutes({ reader, rules, known: new Set(routes.map(({ code }) => code)), drafts, proposals }),
  };
}

type NewRoutes = { readonly reader: Reader; readonly rules: RouteRules; readonly known: ReadonlySet<string>; readonly drafts: readonly DraftSummary[]; readonly proposals: readonly ProposalRow[] };

function newRoutes({ reader, rules, known, drafts, proposals }: NewRoutes): In<'routeDesignsSchema'>['newRoutes'] {
  return drafts.filter(({ code }) => !known.has(code)).map((draft) => {
    const proposal = proposals.find(({ draftId }) => draftId === draft.id);
    return {
      code: draft.code, name: draft.name, author: draft.author, isMine: draft.author.id === reader.personId, draft: toSummary(draft),
      proposal: proposal === undefined ? null : toProposal(reader, rules, proposal),
    };
  });
}

const toSummary = (draft: DraftSummary | undefined): In<'routeDesignsSchema'>['routes'][number]['myDraft'] =>
  draft === undefined ? null : { id: draft.id, rev: draft.rev, updatedAt: draft.updatedAt };

/** A proposal with what the reader may do about it. */
export function toProposal(reader: Reader, rules: RouteRules, row: ProposalRow): contract.RouteProposalInfo {
  const isWaiting = row.state === 'waiting';
  const { officeId, author } = row;
  return {
    ...row,
    canApprove: isWaiting && decide(reader, 'route.approve', { officeId, authorId: author.id, needsFourEyes: rules.fourEyes }).allow,
    canWithdraw: isWaiting && author.id === reader.personId && mayDesign(reader, officeId),
  };
}

/** Every version of a route. @throws DomainError NOT_FOUND */
export async function readVersions({ pool, now }: Deps, reader: Reader, routeId: string): Promise<In<'routeVersionsSchema'>> {
  const { isTemplate, ...route } = await getReadableRoute({ pool }, reader, routeId);
  const versions = await listVersions(pool, { reader, routeId, at: now().toISOString() });
  return { route, canDesign: mayDesign(reader, route.officeId), versions: isTemplate && !isOwn(reader, route.officeId) ? versions.filter(({ state }) => state === 'inForce') : versions };
}

const isOwn = (reader: Reader, officeId: string): boolean => decide(reader, 'route.read', { officeId, isTemplate: false }).allow;

/** @throws DomainError NOT_FOUND */
export async function getReadableRoute({ pool }: Pick<Deps, 'pool'>, reader: Reader, routeId: string): Promise<NonNullable<Awaited<ReturnType<typeof findRoute>>>> {
  const route = await findRoute(pool, routeId);
  if (route === null) throw new DomainError('NOT_FOUND');
  assertReads(reader, route);
  return route;
}

type ReadableVersion = { readonly route: Awaited<ReturnType<typeof getReadableRoute>>; readonly version: VersionRow; readonly drawing: NonNullable<Awaited<ReturnType<typeof findVersionDrawing>>> };

/** A version that the reader may look at; of a template only the one in force. @throws DomainError NOT_FOUND */
export async function getReadableVersion({ pool, now }: Pick<Deps, 'pool' | 'now'>, reader: Reader, versionId: string): Promise<ReadableVersion> {
  const drawing = await findVersionDrawing(pool, versionId);
  if (drawing === null) throw new DomainError('NOT_FOUND');
  const route = await getReadableRoute({ pool }, reader, drawing.routeId);
  const [version] = await listVersions(pool, { reader, versionId, at: now().toISOString() });
  if (version === undefined || (version.state !== 'inForce' && !isOwn(reader, route.officeId))) throw new DomainError('NOT_FOUND');
  return { route, version, drawing };
}

/** @throws DomainError NOT_FOUND */
export async function readVersion(deps: Deps, reader: Reader, versionId: string): Promise<In<'routeVersionDetailSchema'>> {
  const { route: { isTemplate: _isTemplate, ...route }, version, drawing: { definition, layout } } = await getReadableVersion(deps, reader, versionId);
  return { route, canDesign: mayDesign(reader, route.officeId), version, definition, layout, places: await placesOf(deps, route.officeId, definition) };
}

async function placesOf({ pool }: Deps, officeId: string, { nodes }: Route): Promise<In<'routeVersionDetailSchema'>['places']> {
  const { postCodes, unitCodes } = positionsOf(nodes);
  const { posts, units } = await listNamesByCode(pool, officeId);
  const named = (codes: readonly string[], names: { readonly [code: string]: LocalName }) => Object.fromEntries(codes.flatMap((code) => (names[code] === undefined ? [] : [[code, names[code]]])));
  return { posts: named(postCodes, posts), units: named(unitCodes, units) };
}
