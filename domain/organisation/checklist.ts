/**
 * What an office needs before its first letter, told from its data: nobody ticks anything. `missing` stands in the way of a letter,
 * `advice` does not.
 */
import { secrecyRank, type BookKind, type Secrecy } from '../letter/vocabulary';
import type { Route } from '../route/model';
import type { Finding } from '../route/verify';

export const SET_UP_STEPS = ['contact', 'units', 'posts', 'accounts', 'head', 'registry', 'lastResort', 'clearance', 'books', 'routes', 'calendar', 'lists'] as const;
export type SetUpStep = (typeof SET_UP_STEPS)[number];
export const SET_UP_STATES = ['done', 'advice', 'missing'] as const;
export type SetUpState = (typeof SET_UP_STATES)[number];
export const SET_UP_PROBLEMS = [
  'noAddress', 'noPhone', 'noUnits', 'unitsWithoutPost', 'noPosts', 'nobody', 'vacant', 'notInvited', 'noHead', 'headVacant', 'noSuccession', 'successorsVacant', 'noRegistry', 'noClerk', 'clerkVacant',
  'noFallback', 'fallbackVacant', 'noProcessOwner', 'processOwnerVacant', 'noSecretRegistrar', 'secretRegistrarVacant', 'notCleared', 'noBook', 'bookHeld', 'noTaker', 'noTable', 'routeMissing', 'routeNobody', 'routeFault', 'routeNobodyToday', 'routeAdvice',
  'noDays', 'noLists', 'noLead',
] as const;
export type SetUpProblem = (typeof SET_UP_PROBLEMS)[number];

type Name = { readonly th: string; readonly en: string };
export type Problem = { readonly problem: SetUpProblem; readonly names: readonly Name[] };
export type ChecklistStep = { readonly step: SetUpStep; readonly state: SetUpState; readonly count: number; readonly problems: readonly Problem[] };

type Post = { readonly id: string; readonly title: Name; readonly unitId: string; readonly isUnitHead: boolean; readonly roles: readonly string[]; readonly isHeld: boolean };
type Unit = { readonly id: string; readonly parentId: string | null; readonly name: Name };
/** All of it as in force on the day. */
export type OfficeFacts = {
  readonly office: { readonly address: string; readonly phone: string; readonly registryUnitId: string | null; readonly fallbackPostId: string | null; readonly secretRegistrarPostId: string | null; readonly processOwnerPostId: string | null };
  readonly units: readonly Unit[];
  readonly posts: readonly Post[];
  /** Persons with a post, by whether they could sign in, or could have. */
  readonly accounts: readonly { readonly name: Name; readonly isInvited: boolean }[];
  readonly successions: readonly { readonly postId: string; readonly isHeld: boolean }[];
  /** Highest clearance of whoever is in the secret registrar's post now. */
  readonly registrarClearance: Secrecy;
  readonly books: readonly { readonly kind: BookKind; readonly name: Name; readonly isHeld: boolean; readonly isUsed: boolean; readonly hasTaker: boolean }[];
  readonly routes: readonly { readonly code: string; readonly name: Name; readonly definition: Route; readonly findings: readonly Finding[] }[];
  readonly tables: readonly { readonly scope: string; readonly routeCodes: readonly string[] }[];
  readonly daysOfYear: number;
  readonly lists: readonly { readonly name: Name; readonly leads: number }[];
};

const problem = (code: SetUpProblem, names: readonly Name[] = []): Problem => ({ problem: code, names });
const when = (isSo: boolean, code: SetUpProblem, names: readonly Name[] = []): readonly Problem[] => (isSo ? [problem(code, names)] : []);

type Check = { readonly count: number; readonly missing: readonly Problem[]; readonly advice?: readonly Problem[] };

/** Every step in the order in which an administrator goes through them. */
export function checklistOf(facts: OfficeFacts): readonly ChecklistStep[] {
  return SET_UP_STEPS.map((step) => {
    const { count, missing, advice = [] } = CHECKS[step](facts);
    return { step, count, state: missing.length > 0 ? 'missing' : advice.length > 0 ? 'advice' : 'done', problems: [...missing, ...advice] };
  });
}

/** Whether a first letter may be taken in. */
export const isReady = (steps: readonly ChecklistStep[]): boolean => steps.every(({ state }) => state !== 'missing');

const CHECKS: { readonly [S in SetUpStep]: (facts: OfficeFacts) => Check } = {
  contact: ({ office }) => ({ count: [office.address, office.phone].filter((text) => text !== '').length, missing: when(office.address === '', 'noAddress'), advice: when(office.phone === '', 'noPhone') }),
  units: ({ units, posts }) => {
    const empty = units.filter(({ id }) => !unitsBelow(units, id).some((each) => posts.some(({ unitId }) => unitId === each)));
    return { count: units.length, missing: when(units.length === 0, 'noUnits'), advice: when(empty.length > 0, 'unitsWithoutPost', empty.map(({ name }) => name)) };
  },
  posts: ({ posts }) => {
    const working = posts.filter(({ roles }) => roles.some((role) => role !== 'office_admin'));
    const vacant = working.filter(({ isHeld }) => !isHeld);
    const isNobody = working.length > 0 && vacant.length === working.length;
    return {
      count: posts.filter(({ isHeld }) => isHeld).length, missing: [...when(working.length === 0, 'noPosts'), ...when(isNobody, 'nobody')],
      advice: when(!isNobody && vacant.length > 0, 'vacant', vacant.map(({ title }) => title)),
    };
  },
  accounts: ({ accounts }) => {
    const waiting = accounts.filter(({ isInvited }) => !isInvited);
    return { count: accounts.length - waiting.length, missing: [], advice: when(waiting.length > 0, 'notInvited', waiting.map(({ name }) => name)) };
  },
  head: checkHead,
  registry: ({ office, posts }) => {
    const clerks = posts.filter(({ unitId, roles }) => unitId === office.registryUnitId && roles.includes('clerk'));
    if (office.registryUnitId === null) return { count: 0, missing: [problem('noRegistry')] };
    return { count: clerks.length, missing: [...when(clerks.length === 0, 'noClerk'), ...when(clerks.length > 0 && !clerks.some(({ isHeld }) => isHeld), 'clerkVacant', clerks.map(({ title }) => title))] };
  },
  lastResort: ({ office, posts }) => {
    const fallback = posts.find(({ id }) => id === office.fallbackPostId);
    const owner = posts.find(({ id }) => id === office.processOwnerPostId);
    return {
      count: [fallback, owner].filter((post) => post?.isHeld === true).length,
      missing: [...when(fallback === undefined, 'noFallback'), ...when(fallback?.isHeld === false, 'fallbackVacant', titles(fallback))],
      advice: [...when(owner === undefined, 'noProcessOwner'), ...when(owner?.isHeld === false, 'processOwnerVacant', titles(owner))],
    };
  },
  clearance: ({ office, posts, registrarClearance }) => {
    const registrar = posts.find(({ id }) => id === office.secretRegistrarPostId);
    const isCleared = secrecyRank(registrarClearance) > 0;
    return {
      count: registrar?.isHeld === true && isCleared ? 1 : 0,
      missing: [...when(registrar === undefined, 'noSecretRegistrar'), ...when(registrar?.isHeld === false, 'secretRegistrarVacant', titles(registrar)), ...when(registrar?.isHeld === true && !isCleared, 'notCleared', titles(registrar))],
    };
  },
  books: ({ books, routes }) => {
    const used = books.filter(({ isUsed }) => isUsed);
    const needed = [...new Set<BookKind>(['receive', 'send', ...routes.flatMap(({ definition }) => definition.nodes.flatMap((node) => (node.type === 'register' ? [node.book] : [])))])];
    const missing = needed.filter((kind) => !used.some((book) => book.kind === kind));
    const held = used.filter(({ isHeld }) => isHeld);
    const without = used.filter(({ hasTaker }) => !hasTaker);
    return {
      count: used.length,
      missing: [...when(missing.length > 0, 'noBook', missing.map((kind) => ({ th: kind, en: kind }))), ...when(held.length > 0, 'bookHeld', held.map(({ name }) => name))],
      advice: when(without.length > 0, 'noTaker', without.map(({ name }) => name)),
    };
  },
  routes: checkRoutes,
  calendar: ({ daysOfYear }) => ({ count: daysOfYear, missing: when(daysOfYear === 0, 'noDays') }),
  lists: ({ lists }) => {
    const headless = lists.filter(({ leads }) => leads !== 1);
    return { count: lists.length, missing: when(headless.length > 0, 'noLead', headless.map(({ name }) => name)), advice: when(lists.length === 0, 'noLists') };
  },
};

const titles = (post: Post | undefined): readonly Name[] => (post === undefined ? [] : [post.title]);

/** A unit and all below it. */
function unitsBelow(units: readonly Unit[], id: string): readonly string[] {
  const found = [id];
  for (const at of found) found.push(...units.filter((unit) => unit.parentId === at && !found.includes(unit.id)).map((unit) => unit.id));
  return found;
}

function checkHead({ units, posts, successions }: OfficeFacts): Check {
  const tops = new Set(units.filter(({ parentId }) => parentId === null).map(({ id }) => id));
  const head = posts.find(({ unitId, isUnitHead, roles }) => tops.has(unitId) && isUnitHead && roles.includes('head'));
  if (head === undefined) return { count: 0, missing: [problem('noHead')] };
  const successors = successions.filter(({ postId }) => postId === head.id);
  return {
    count: (head.isHeld ? 1 : 0) + successors.filter(({ isHeld }) => isHeld).length,
    missing: [...when(!head.isHeld, 'headVacant', titles(head)), ...when(successors.length === 0, 'noSuccession', titles(head))],
    advice: when(successors.length > 0 && !successors.some(({ isHeld }) => isHeld), 'successorsVacant', titles(head)),
  };
}

function checkRoutes({ routes, tables }: OfficeFacts): Check {
  const scopes = ['letter', 'unit'].filter((scope) => !tables.some((table) => table.scope === scope));
  const named = [...new Set(tables.flatMap(({ routeCodes }) => routeCodes))].filter((code) => !routes.some((route) => route.code === code));
  const [nobody, faults] = [routesWithNobody(routes, 'error'), otherFindings(routes, 'error')];
  const [nobodyToday, advice] = [routesWithNobody(routes, 'warning'), otherFindings(routes, 'warning')];
  return {
    count: routes.length,
    missing: [
      ...when(scopes.length > 0, 'noTable'), ...when(named.length > 0, 'routeMissing', named.map((code) => ({ th: code, en: code }))), ...when(nobody.length > 0, 'routeNobody', nobody),
      ...when(faults.length > 0, 'routeFault', faults),
    ],
    advice: [...when(nobodyToday.length > 0, 'routeNobodyToday', nobodyToday), ...when(advice.length > 0, 'routeAdvice', advice)],
  };
}

/** Findings that go away once people are in their posts: one line for each route, not for each of its steps. */
const OF_PEOPLE: readonly Finding['code'][] = ['NOBODY', 'UNCLEARED', 'NOBODY_TODAY', 'UNCLEARED_TODAY', 'LADDER_TO_NOBODY'];

/** Each route in which steps wait for people, with how many do. */
function routesWithNobody(routes: OfficeFacts['routes'], severity: Finding['severity']): readonly Name[] {
  return routes.flatMap(({ name: { th, en }, findings }) => {
    const steps = new Set(findings.filter((found) => found.severity === severity && OF_PEOPLE.includes(found.code)).flatMap(({ nodes }) => nodes)).size;
    return steps === 0 ? [] : [{ th: `${th} (${steps} ขั้นตอน)`, en: `${en === '' ? th : en} (${steps} ${steps === 1 ? 'step' : 'steps'})` }];
  });
}

/** What else is said of the routes, one by one. */
function otherFindings(routes: OfficeFacts['routes'], severity: Finding['severity']): readonly Name[] {
  return routes.flatMap(({ name: { th, en }, findings }) =>
    findings.filter((found) => found.severity === severity && !OF_PEOPLE.includes(found.code)).map(({ textTh, textEn }) => ({ th: `${th}: ${textTh}`, en: `${en === '' ? th : en}: ${textEn}` })));
}
