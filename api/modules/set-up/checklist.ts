/** Gathers what an office has, and lets the domain say what it lacks. */
import { checklistOf, type ChecklistStep, type OfficeFacts } from '#domain/organisation/checklist';
import { BOOK_TRAITS } from '#domain/numbering/book';
import { indexOf } from '#domain/route/directory';
import { verifyRoute } from '#domain/route/verify';
import { yearBe } from '#domain/thai/dates';
import { listAccounts } from '#db/repositories/accounts';
import { loadDirectory } from '#db/repositories/directory';
import { listBookSettings, listNamesByCode, listRegistryPosts, listRouteTables, listRoutesInForce } from '#db/repositories/office-settings';
import { findOffice, listPostDetails, listUnitDetails } from '#db/repositories/organisation';
import { loadSetUpExtras, type SetUpExtras } from '#db/repositories/set-up-facts';
import { listActing } from '#db/repositories/successions';
import type { Tx } from '#db/tx';

/** The office's steps and its first letter. The office is there: the caller has found it. */
export async function readSteps(tx: Tx, { officeId, at, day }: { readonly officeId: string; readonly at: string; readonly day: string }): Promise<{ readonly steps: readonly ChecklistStep[] } & SetUpExtras> {
  const office = (await findOffice(tx, { id: officeId, day }))!;
  const units = (await listUnitDetails(tx, { officeId, day })).filter(({ state }) => state === 'inForce');
  const details = (await listPostDetails(tx, { officeId, at, day })).filter(({ state }) => state === 'inForce');
  const acting = await listActing(tx, { officeId, at });
  const directory = await loadDirectory(tx, { officeId, at });
  const extras = await loadSetUpExtras(tx, { officeId, year: Number(day.slice(0, 4)) });
  const accounts = await listAccounts(tx, { officeId, at });
  const facts: OfficeFacts = {
    office, units,
    posts: details.map(({ id, title, unitId, isUnitHead, roles, holders }) => ({ id, title, unitId, isUnitHead, roles, isHeld: holders.length > 0 })),
    accounts: accounts.filter(({ posts, account }) => posts.length > 0 && account !== 'disabled').map(({ name, account }) => ({ name, isInvited: account !== 'none' })),
    successions: acting.flatMap(({ post, successors }) => successors.map(({ holders }) => ({ postId: post.id, isHeld: holders.length > 0 }))),
    registrarClearance: indexOf(directory).posts.get(office.secretRegistrarPostId ?? '')?.clearance ?? 'none',
    books: await readBooks(tx, { officeId, at, day }),
    ...(await readRoutes(tx, { officeId, directory })),
    daysOfYear: extras.daysOfYear,
    lists: extras.lists,
  };
  return { steps: checklistOf(facts), ...extras };
}

async function readBooks(tx: Tx, { officeId, at, day }: { readonly officeId: string; readonly at: string; readonly day: string }): Promise<OfficeFacts['books']> {
  const settings = await listBookSettings(tx, { officeId, yearBe: yearBe(at), day });
  const registrars = await listRegistryPosts(tx, { officeId, day });
  return settings.filter(({ validTo, isTest }) => !isTest && (validTo === null || validTo > day)).map(({ kind, name, isHeld, unit, rules }) => ({
    kind, name, isHeld, isUsed: rules.length > 0,
    hasTaker: registrars.some(({ roles, unitId, isRegistry }) => (BOOK_TRAITS[kind].isSecret ? roles.includes('secret_registrar') : roles.includes('clerk') && (unit === null ? isRegistry : unitId === unit.id))),
  }));
}

async function readRoutes(tx: Tx, { officeId, directory }: { readonly officeId: string; readonly directory: Awaited<ReturnType<typeof loadDirectory>> }): Promise<Pick<OfficeFacts, 'routes' | 'tables'>> {
  const routes = await listRoutesInForce(tx, officeId);
  const tables = await listRouteTables(tx, officeId);
  const places = await listNamesByCode(tx, officeId);
  return {
    routes: routes.map(({ code, name, definition }) => ({ code, name, definition, findings: verifyRoute(definition, { directory, places }) })),
    tables: tables.map(({ scope, table }) => ({ scope, routeCodes: table.rules.map(({ then }) => String(then[table.outputs.indexOf('route')] ?? '')) })),
  };
}
