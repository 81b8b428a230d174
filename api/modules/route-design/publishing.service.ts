/** From a draft to a version in force: checked, proposed, approved by a second person, told to those concerned. */
import type { z } from 'zod';
import type { checkedSchema, proposeSchema, rollBackSchema, RouteProposalInfo } from '#domain/contracts/route-design';
import { decide } from '#domain/access/policy';
import { DomainError } from '#domain/errors';
import { affectedPosts } from '#domain/route/affected';
import type { RouteCheck } from '#domain/route/check';
import type { TestCase } from '#domain/route/rehearsal/script';
import type { Actor } from '#domain/route/state';
import type { Finding } from '#domain/route/verify';
import { bangkokDate, bangkokInstant } from '#domain/thai/dates';
import { withTransaction } from '#db/client';
import type { RecordedBy } from '#db/repositories/appointments';
import { auditOffice } from '#db/repositories/edits';
import type { Reader } from '#db/repositories/readers';
import { loadOfficeContext } from '#db/repositories/route-context';
import { findProposal, getRouteOffice, listRoutes, listVersions } from '#db/repositories/route-designs';
import { deleteDraft } from '#db/repositories/route-drafts';
import {
  endProposal, insertProposal, insertRouteNotices, insertVersionCases, listCases, listDesignerPosts, loadProposal, lockRoute, type NewProposal, type Proposal,
} from '#db/repositories/route-proposals';
import { insertMove } from '#db/repositories/route-moves';
import { findVersionInForce, loadDefinitions, publishRoute, routeDigest, type RouteVersion } from '#db/repositories/routes';
import type { Tx } from '#db/tx';
import type { LongJobs } from '../../long-jobs/long-jobs';
import { getReadableVersion, toProposal } from './designs.service';
import { getDraft, lockOwnDraft } from './drafts.service';
import { moverOf } from './moves.service';
import { loadNames } from './names';
import { assertDesigns, type Deps as BaseDeps } from './rights';

export type Deps = BaseDeps & { readonly longJobs: LongJobs };
type Checked = z.output<typeof checkedSchema>;
type Propose = z.output<typeof proposeSchema>;

/** What the server finds in a draft as it is stored, and what its test cases come to. @throws DomainError NOT_FOUND, FORBIDDEN, LONG_JOBS_BUSY */
export async function checkDraft(deps: Deps, reader: Reader, id: string): Promise<Checked> {
  const draft = await getDraft(deps, reader, id);
  const at = deps.now().toISOString();
  const { findings, cases, coverage } = await check(deps, { ...draft, cases: await listCases(deps.pool, { draftId: id }), at });
  return { rev: draft.rev, checkedAt: at, findings: findings.map(toFinding), cases: cases.map((each) => ({ ...each, path: [...each.path], edges: [...each.edges] })), coverage: { byEdge: { ...coverage.byEdge }, uncovered: [...coverage.uncovered] } };
}

/** A finding as the API answers it. */
export const toFinding = ({ path, nodes, ...rest }: Finding): Checked['findings'][number] => ({ ...rest, nodes: [...nodes], ...(path === undefined ? {} : { path: path.map((step) => ({ ...step })) }) });

type ToCheck = Pick<Proposal, 'officeId' | 'code' | 'definition'> & { readonly cases: readonly TestCase[]; readonly at: string };

export async function check({ pool, longJobs }: Deps, { officeId, code, definition, cases, at }: ToCheck): Promise<RouteCheck> {
  const office = await loadOfficeContext(pool, { officeId, at, also: [definition] });
  return longJobs.check({ code, route: definition, cases, office });
}

/** @throws DomainError ROUTE_FAULTY naming the errors */
function assertSound({ findings }: RouteCheck): void {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new DomainError('ROUTE_FAULTY', { count: errors.length, findings: errors.slice(0, 20).map(toFinding) });
}

/** The instant from which it is to hold; null: as soon as it is approved. @throws DomainError ROUTE_FROM_PAST */
function fromOf(from: Propose['from'], at: string): string | null {
  if (from === 'now') return null;
  if (from <= bangkokDate(at)) throw new DomainError('ROUTE_FROM_PAST', { from });
  return bangkokInstant(from, '00:00');
}

/** Proposes the reader's draft. @throws DomainError NOT_FOUND, FORBIDDEN, DRAFT_PROPOSED, ROUTE_FAULTY, ROUTE_BASE_CHANGED, ROUTE_UNCHANGED, ROUTE_SCHEDULED, ROUTE_PROPOSED, ROUTE_FROM_PAST */
export async function proposeDraft(deps: Deps, reader: Reader, { id, body }: { readonly id: string; readonly body: Propose }): Promise<RouteProposalInfo> {
  const at = deps.now().toISOString();
  const fromAt = fromOf(body.from, at);
  const seen = await getDraft(deps, reader, id);
  assertSound(await check(deps, { ...seen, cases: [], at }));
  return propose(deps, reader, {
    at,
    make: async (tx) => {
      const draft = await lockOwnDraft(tx, reader, { id, at });
      // What was checked is what is proposed.
      if (draft.rev !== seen.rev) throw new DomainError('DRAFT_STALE', { rev: draft.rev, updatedAt: draft.updatedAt });
      const cases = (await listCases(tx, { draftId: id })).map(({ name, script, expected }) => ({ name, script, expected }));
      const { officeId, routeId, code, baseVersionId, definition, layout } = draft;
      return { officeId, routeId, code, baseVersionId, draftId: id, olderVersionId: null, definition, layout, cases, note: body.note, fromAt, runningLetters: body.runningLetters };
    },
  });
}

/** Proposes an older version as the next one. @throws DomainError as {@link proposeDraft} */
export async function rollBack(deps: Deps, reader: Reader, { routeId, body }: { readonly routeId: string; readonly body: z.output<typeof rollBackSchema> }): Promise<RouteProposalInfo> {
  const at = deps.now().toISOString();
  const fromAt = fromOf(body.from, at);
  const { route, drawing: { definition, layout } } = await getReadableVersion(deps, reader, body.versionId);
  if (route.id !== routeId) throw new DomainError('NOT_FOUND');
  assertDesigns(reader, route.officeId, at);
  assertSound(await check(deps, { ...route, definition, cases: [], at }));
  return propose(deps, reader, {
    at,
    make: async (tx) => {
      const base = await findVersionInForce(tx, { ...route, at });
      const cases = (await listCases(tx, { versionId: body.versionId })).map(({ name, script, expected }) => ({ name, script, expected }));
      return {
        officeId: route.officeId, routeId, code: route.code, baseVersionId: base?.id ?? null, draftId: null, olderVersionId: body.versionId, definition, layout, cases, note: body.note, fromAt,
        runningLetters: body.runningLetters,
      };
    },
  });
}

type Make = { readonly at: string; make(tx: Tx): Promise<NewProposal> };

async function propose(deps: Deps, reader: Reader, { at, make }: Make): Promise<RouteProposalInfo> {
  const id = await withTransaction(deps.pool, async (tx) => {
    const proposal = await make(tx);
    const { officeId } = proposal;
    const by = assertDesigns(reader, officeId, at);
    await lockRoute(tx, proposal);
    await assertFollows(tx, reader, { ...proposal, at });
    const proposalId = await insertProposal(tx, { proposal, by });
    const { rules } = await getRouteOffice(tx, officeId);
    if (rules.fourEyes) await tellDesigners(tx, { proposal, proposalId, by });
    else await publish(tx, { proposal: { ...proposal, id: proposalId, status: 'waiting', authorId: reader.personId, authorPostId: by.postId }, by, mover: moverOf(reader, officeId) });
    return proposalId;
  });
  return readInfo(deps, reader, id);
}

/** The version it was drawn from is still in force, none waits for its day, and something differs. @throws DomainError ROUTE_BASE_CHANGED, ROUTE_SCHEDULED, ROUTE_UNCHANGED */
async function assertFollows(tx: Tx, reader: Reader, { officeId, code, baseVersionId, definition, at }: Pick<Proposal, 'officeId' | 'code' | 'baseVersionId' | 'definition'> & { readonly at: string }): Promise<void> {
  const current = await findVersionInForce(tx, { officeId, code, at });
  if ((current?.id ?? null) !== baseVersionId) {
    const [row] = current === null ? [] : await listVersions(tx, { reader, versionId: current.id, at });
    throw new DomainError('ROUTE_BASE_CHANGED', { versionId: current?.id ?? null, version: current?.version ?? null, author: row?.author?.name ?? null, publishedAt: row?.publishedAt ?? null });
  }
  const route = (await listRoutes(tx, officeId)).find((each) => each.code === code);
  const next = route === undefined ? undefined : (await listVersions(tx, { reader, routeId: route.id, at })).find(({ state }) => state === 'scheduled');
  if (next !== undefined) throw new DomainError('ROUTE_SCHEDULED', { versionId: next.id, version: next.version, from: next.from });
  if (current?.sha256 === routeDigest(definition)) throw new DomainError('ROUTE_UNCHANGED', { version: current.version });
}

async function tellDesigners(tx: Tx, { proposal, proposalId, by }: { readonly proposal: NewProposal; readonly proposalId: string; readonly by: RecordedBy }): Promise<void> {
  const { officeId, routeId, fromAt, note } = proposal;
  const postIds = (await listDesignerPosts(tx, officeId)).filter((id) => id !== by.postId);
  if (postIds.length === 0) return;
  const route = { routeId, versionId: null, proposalId, officeId, name: nameOf(proposal), from: fromAt, lines: { th: [note], en: [note] } };
  await insertRouteNotices(tx, { key: `route-proposal/${proposalId}`, at: by.at, notices: [{ template: 'routeProposed', postIds, route }] });
}

const nameOf = ({ definition }: Pick<Proposal, 'definition'>) => ({ th: definition.name, en: definition.nameEn ?? definition.name });

/** Key of the notices that a version was published. */
export const publishedKey = (versionId: string): string => `route-version/${versionId}`;

/** Publishes a locked proposal and tells everybody concerned what changes for them. */
async function publish(tx: Tx, { proposal, by, mover }: { readonly proposal: Proposal; readonly by: RecordedBy; readonly mover: Actor }): Promise<RouteVersion> {
  const { officeId, code, definition, layout, note, cases, draftId } = proposal;
  // A day that came while nobody approved is today.
  const from = proposal.fromAt !== null && proposal.fromAt > by.at ? proposal.fromAt : by.at;
  const version = await publishRoute(tx, { officeId, code, definition, layout, note, authorId: proposal.authorId, at: by.at, from, by });
  await insertVersionCases(tx, { officeId, versionId: version.id, cases, at: by.at });
  await endProposal(tx, { id: proposal.id, status: 'published', by, versionId: version.id });
  if (draftId !== null) await deleteDraft(tx, { draft: { id: draftId, officeId, code }, by: null });
  if (proposal.runningLetters === 'move') await insertMove(tx, { officeId, toVersionId: version.id, actor: mover, reason: note, startsAt: from, by });
  await tellAffected(tx, { proposal, version, from, by });
  return version;
}

type Published = { readonly proposal: Proposal; readonly version: RouteVersion; readonly from: string; readonly by: RecordedBy };

async function tellAffected(tx: Tx, { proposal: { officeId, baseVersionId, definition }, version, from, by }: Published): Promise<void> {
  const before = baseVersionId === null ? null : ((await loadDefinitions(tx, [baseVersionId]))[baseVersionId] ?? null);
  const { directory, names } = await loadNames(tx, { officeId, at: by.at });
  const route = { routeId: version.routeId, versionId: version.id, proposalId: null, officeId, name: { th: version.nameTh, en: version.nameEn }, from };
  const notices = affectedPosts(before, definition, { directory, names }).map(({ postId, th, en }) => ({ template: 'routeChanged', postIds: [postId], route: { ...route, lines: { th, en } } }));
  await insertRouteNotices(tx, { key: publishedKey(version.id), notices, at: by.at });
}

/** A waiting proposal that the reader may know of, locked with its route. @throws DomainError NOT_FOUND, FORBIDDEN, PROPOSAL_DECIDED */
async function lockWaiting(tx: Tx, reader: Reader, { id, at }: { readonly id: string; readonly at: string }): Promise<{ readonly proposal: Proposal; readonly by: RecordedBy }> {
  const proposal = await loadProposal(tx, id, { isLocked: true });
  if (proposal === null) throw new DomainError('NOT_FOUND');
  const by = assertDesigns(reader, proposal.officeId, at);
  if (proposal.status !== 'waiting') throw new DomainError('PROPOSAL_DECIDED', { status: proposal.status });
  await lockRoute(tx, proposal);
  return { proposal, by };
}

/** @throws DomainError SECOND_PERSON_REQUIRED where the author would approve what needs four eyes */
async function assertSecond(tx: Tx, reader: Reader, { officeId, authorId }: Proposal): Promise<void> {
  const { rules } = await getRouteOffice(tx, officeId);
  if (!decide(reader, 'route.approve', { officeId, authorId, needsFourEyes: rules.fourEyes }).allow) throw new DomainError('SECOND_PERSON_REQUIRED');
}

/** Approves and so publishes a proposal, checked once more as things are now. @throws DomainError NOT_FOUND, FORBIDDEN, PROPOSAL_DECIDED, SECOND_PERSON_REQUIRED, ROUTE_FAULTY, ROUTE_BASE_CHANGED */
export async function approve(deps: Deps, reader: Reader, id: string): Promise<RouteProposalInfo> {
  const at = deps.now().toISOString();
  const seen = await loadProposal(deps.pool, id);
  if (seen === null) throw new DomainError('NOT_FOUND');
  assertDesigns(reader, seen.officeId, at);
  if (seen.status === 'waiting') {
    await assertSecond(deps.pool, reader, seen);
    assertSound(await check(deps, { ...seen, cases: [], at }));
  }
  await withTransaction(deps.pool, async (tx) => {
    const { proposal, by } = await lockWaiting(tx, reader, { id, at });
    await assertSecond(tx, reader, proposal);
    await assertFollows(tx, reader, { ...proposal, at });
    const version = await publish(tx, { proposal, by, mover: moverOf(reader, proposal.officeId) });
    const route = { routeId: version.routeId, versionId: version.id, proposalId: id, officeId: proposal.officeId, name: nameOf(proposal), from: proposal.fromAt ?? at, lines: { th: [], en: [] } };
    await insertRouteNotices(tx, { key: `route-proposal/${id}`, at, notices: [{ template: 'routeApproved', postIds: [], personId: proposal.authorId, route }] });
  });
  return readInfo(deps, reader, id);
}

/** Sends a proposal back to its author, who is told why. @throws DomainError NOT_FOUND, FORBIDDEN, PROPOSAL_DECIDED, SECOND_PERSON_REQUIRED */
export async function returnProposal(deps: Deps, reader: Reader, { id, reason }: { readonly id: string; readonly reason: string }): Promise<RouteProposalInfo> {
  const at = deps.now().toISOString();
  await withTransaction(deps.pool, async (tx) => {
    const { proposal, by } = await lockWaiting(tx, reader, { id, at });
    await assertSecond(tx, reader, proposal);
    await endProposal(tx, { id, status: 'returned', by, reason });
    await auditOffice(tx, { officeId: proposal.officeId, by, kind: 'route.returned', data: { proposalId: id, code: proposal.code } });
    const route = { routeId: proposal.routeId, versionId: null, proposalId: id, officeId: proposal.officeId, name: nameOf(proposal), from: null, lines: { th: [reason], en: [reason] } };
    await insertRouteNotices(tx, { key: `route-proposal/${id}`, at, notices: [{ template: 'routeReturned', postIds: [], personId: proposal.authorId, route }] });
  });
  return readInfo(deps, reader, id);
}

/** Its author takes a proposal back. @throws DomainError NOT_FOUND, FORBIDDEN, PROPOSAL_DECIDED */
export async function withdrawProposal(deps: Deps, reader: Reader, id: string): Promise<RouteProposalInfo> {
  const at = deps.now().toISOString();
  await withTransaction(deps.pool, async (tx) => {
    const { proposal, by } = await lockWaiting(tx, reader, { id, at });
    if (proposal.authorId !== reader.personId) throw new DomainError('FORBIDDEN');
    await endProposal(tx, { id, status: 'withdrawn', by });
    await auditOffice(tx, { officeId: proposal.officeId, by, kind: 'route.proposalWithdrawn', data: { proposalId: id, code: proposal.code } });
  });
  return readInfo(deps, reader, id);
}

async function readInfo({ pool }: Deps, reader: Reader, id: string): Promise<RouteProposalInfo> {
  const proposal = await findProposal(pool, id);
  if (proposal === null) throw new DomainError('NOT_FOUND');
  const { rules } = await getRouteOffice(pool, proposal.officeId);
  return toProposal(reader, rules, proposal);
}
