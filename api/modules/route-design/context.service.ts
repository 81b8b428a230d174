/** What a designer needs of an office: the same that the server's own check of a route stands on. */
import type { DesignContext } from '#domain/contracts/route-design';
import type { DirectoryFacts } from '#domain/route/directory-at';
import { bangkokDate, yearBe } from '#domain/thai/dates';
import { listDistributionLists, listPosts, listUnits } from '#db/repositories/directory-lists';
import { findNames } from '#db/repositories/names';
import { listBookSettings } from '#db/repositories/office-settings';
import type { Reader } from '#db/repositories/readers';
import { loadOfficeContext } from '#db/repositories/route-context';
import { getRouteOffice, listTemplateRoutes } from '#db/repositories/route-designs';
import { listDraftRoutes } from '#db/repositories/route-drafts';
import { listVersionsInForce } from '#db/repositories/routes';
import type { Tx } from '#db/tx';
import { assertDesigns, routeOffice, type Deps } from './rights';

/** @throws DomainError NOT_FOUND, FORBIDDEN */
export async function readContext({ pool, now }: Deps, reader: Reader, query: { readonly officeId?: string | undefined; readonly at?: string | undefined }): Promise<DesignContext> {
  const officeId = routeOffice(reader, query.officeId);
  assertDesigns(reader, officeId, now().toISOString());
  const at = query.at === undefined ? now().toISOString() : new Date(query.at).toISOString();
  const day = bangkokDate(at);
  const [{ office }, context, posts, units, books, lists, templates, versions] = await Promise.all([
    getRouteOffice(pool, officeId), loadOfficeContext(pool, { officeId, at, also: await listDraftRoutes(pool, officeId) }), listPosts(pool, { officeIds: [officeId], at, day }), listUnits(pool, { officeIds: [officeId], day }),
    listBookSettings(pool, { officeId, yearBe: yearBe(at), day }), listDistributionLists(pool, { officeIds: [officeId], day }), listTemplateRoutes(pool, { officeId, at }),
    listVersionsInForce(pool, officeId, at),
  ]);
  const { directory, routes, places, postCodes, lists: listCodes, admits, calendar, people } = context;
  return {
    office, at, admits, postCodes: [...postCodes], templates, calendar, people: ofHere(people), bookCopies: context.books, unitRoutes: { ...context.unitRoutes }, postRoute: context.postRoute, persons: await nameHolders(pool, people),
    verify: { directory, routes, lists: [...listCodes], places },
    posts: posts.map(({ id, code, title, unit, officeId: ofOffice, unitId, roles, isUnitHead }) => ({ id, code, title, unit, officeId: ofOffice, unitId, roles, isUnitHead })),
    units: units.map(({ id, code, name, parentId }) => ({ id, code, name, parentId })),
    books: books.map(({ id, kind, name, unit, isHeld }) => ({ id, kind, name, unitId: unit?.id ?? null, isHeld })),
    lists: lists.map(({ id, code, name, members }) => ({ id, code, name, members: members.map(({ office: member, role }) => ({ office: member, role })) })),
    routes: versions.map(({ id, routeId, code, nameTh, nameEn, version }) => ({ id, routeId, code, name: { th: nameTh, en: nameEn }, version })),
  };
}

/** Everybody who is appointed to a post of the office, at any time. */
async function nameHolders(tx: Tx, { facts }: DirectoryFacts): Promise<DesignContext['persons']> {
  const names = await findNames(tx, { posts: [], units: [], offices: [], persons: new Set(facts.appointments.map(({ personId }) => personId)) });
  return Object.fromEntries([...names.persons].map(([id, { name }]) => [id, name]));
}

/** Only what the contract names: an order's other particulars stay where they are kept. */
const ofHere = ({ office, units, posts, facts: { appointments, absences, successions }, clearances }: DirectoryFacts): DirectoryFacts => ({ office, units, posts, clearances, facts: { appointments, absences, successions } });
