/** A proposal as whoever approves it looks at it; versions called off; the office's rules for publishing. */
import type { z } from 'zod';
import type { routeProposalSchema, routeRulesSchema, versionCalledOffSchema } from '#domain/contracts/route-design';
import { DomainError } from '#domain/errors';
import { affectedPosts, sayChanges } from '#domain/route/affected';
import { withTransaction } from '#db/client';
import { listPosts } from '#db/repositories/directory-lists';
import { auditOffice } from '#db/repositories/edits';
import type { Reader } from '#db/repositories/readers';
import { findProposal, getRouteOffice, listVersions, setRouteRules } from '#db/repositories/route-designs';
import { callOffVersion, insertRouteNotices, listNoticedPosts, loadProposal, lockRoute } from '#db/repositories/route-proposals';
import { loadDefinitions } from '#db/repositories/routes';
import { bangkokDate } from '#domain/thai/dates';
import { officesOf, assertMay } from '../people/people.rights';
import { getReadableVersion, toProposal } from './designs.service';
import { loadNames } from './names';
import { check, publishedKey, toFinding, type Deps } from './publishing.service';
import { assertDesigns } from './rights';

/** @throws DomainError NOT_FOUND, FORBIDDEN, LONG_JOBS_BUSY */
export async function readProposal(deps: Deps, reader: Reader, id: string): Promise<z.output<typeof routeProposalSchema>> {
  const { pool } = deps;
  const at = deps.now().toISOString();
  const [info, proposal] = await Promise.all([findProposal(pool, id), loadProposal(pool, id)]);
  if (info === null || proposal === null) throw new DomainError('NOT_FOUND');
  const { officeId, baseVersionId, definition, layout } = proposal;
  assertDesigns(reader, officeId, at);
  const [{ rules }, { directory, names }, posts, versions, bases, { findings }] = await Promise.all([
    getRouteOffice(pool, officeId), loadNames(pool, { officeId, at }), listPosts(pool, { officeIds: [officeId], at, day: bangkokDate(at) }),
    baseVersionId === null ? [] : listVersions(pool, { reader, versionId: baseVersionId, at }), baseVersionId === null ? {} : loadDefinitions(pool, [baseVersionId]),
    check(deps, { ...proposal, cases: [], at }),
  ]);
  const before = baseVersionId === null ? null : ((bases as { readonly [id: string]: typeof definition })[baseVersionId] ?? null);
  const changes = sayChanges(before, definition, names);
  return {
    proposal: toProposal(reader, rules, info), definition, layout, base: versions[0] ?? null, baseDefinition: before,
    changes: { th: [...changes.th], en: [...changes.en] },
    affected: affectedPosts(before, definition, { directory, names }).flatMap(({ postId, th, en }) => {
      const post = posts.find((each) => each.id === postId);
      return post === undefined ? [] : [{ post: { id: post.id, code: post.code, title: post.title, unit: post.unit, officeId: post.officeId }, th: [...th], en: [...en] }];
    }),
    findings: findings.map(toFinding), cases: proposal.cases.length,
  };
}

/** Takes a version back before its day. @throws DomainError NOT_FOUND, FORBIDDEN, VERSION_IN_USE */
export async function callOff(deps: Deps, reader: Reader, { id, reason }: { readonly id: string; readonly reason: string }): Promise<z.output<typeof versionCalledOffSchema>> {
  const at = deps.now().toISOString();
  const { route, version } = await getReadableVersion(deps, reader, id);
  const { officeId, code } = route;
  const by = assertDesigns(reader, officeId, at);
  await withTransaction(deps.pool, async (tx) => {
    await lockRoute(tx, { officeId, code });
    await callOffVersion(tx, { versionId: id, at });
    await auditOffice(tx, { officeId, by, kind: 'route.calledOff', data: { code, version: version.version, reason } });
    const postIds = await listNoticedPosts(tx, publishedKey(id));
    if (postIds.length === 0) return;
    const told = { routeId: route.id, versionId: id, proposalId: null, officeId, name: route.name, from: version.from, lines: { th: [reason], en: [reason] } };
    await insertRouteNotices(tx, { key: `${publishedKey(id)}/off`, at, notices: [{ template: 'routeCalledOff', postIds, route: told }] });
  });
  const [now] = await listVersions(deps.pool, { reader, versionId: id, at });
  return { version: now! };
}

type Rules = z.output<typeof routeRulesSchema>;

/** @throws DomainError NOT_FOUND, FORBIDDEN */
export async function changeRules({ pool, now }: Deps, reader: Reader, { officeId, reason, ...rules }: Rules & { readonly officeId: string; readonly reason: string }): Promise<Rules> {
  if (!officesOf(reader).includes(officeId)) throw new DomainError('NOT_FOUND');
  const by = assertMay(reader, 'route.rules', [{ officeId }], now().toISOString());
  await withTransaction(pool, async (tx) => {
    await setRouteRules(tx, { officeId, rules });
    await auditOffice(tx, { officeId, by, kind: 'office.routeRulesChanged', data: { ...rules, reason } });
  });
  return rules;
}
