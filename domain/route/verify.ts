/**
 * Says what is wrong with a route before a letter finds out: structure, reachability, joins, loops, formalities, whoever is
 * asked, and by going through the engine's own states (`verify/explore.ts`) whether every letter can end.
 */
import type { Secrecy } from '#domain/letter/vocabulary';
import type { Directory } from './directory';
import type { Route, RouteBook } from './model';
import type { PlaceNames } from './place-words';
import { branchFindings } from './verify/branches';
import { caseFindings, type PlayedCase } from './verify/cases';
import { exploreRoute, type Explored } from './verify/explore';
import { fieldFindings } from './verify/fields';
import { flowFindings } from './verify/flow';
import { finding, type Finding } from './verify/finding';
import { formalityFindings } from './verify/formalities';
import { peopleFindings } from './verify/people';
import { circleFindings, nameFindings, practiceFindings } from './verify/practice';
import { settingFindings } from './verify/settings';
import { structureFindings } from './verify/structure';
import { asksAssignedPost } from './which-route';

export type { Finding, FindingCode } from './verify/finding';

export type VerifyContext = {
  /** People of the office today; without it nobody is looked for. */
  readonly directory?: Directory;
  /** What the office's posts and units are called; without it findings say their codes. */
  readonly places?: PlaceNames;
  /** Highest class of letters that the office's table gives this route; without it, what the route's registers say. */
  readonly admits?: Secrecy;
  /** The office's table has what is directed to a post run this route. */
  readonly isForPosts?: boolean;
  /** Published versions, to follow `call`; without it calls are not followed. */
  readonly routes?: RouteBook;
  /** Codes of the office's distribution lists; without them none is looked for. */
  readonly lists?: readonly string[];
  /** Test cases as they were played on this route; without them nothing is said of lines that none takes. */
  readonly cases?: readonly PlayedCase[];
  /** States after which going through them stops, with a warning; `MAX_STATES` by default. */
  readonly maxStates?: number;
};

type OfOffice = Required<Pick<VerifyContext, 'directory' | 'routes' | 'lists' | 'places'>> & { readonly admits: { readonly [code: string]: Secrecy }; readonly postCodes: readonly string[] };

/** With what {@link verifyRoute} is called for an office's route of this code, here and there. */
export const verifyContextOf = ({ directory, routes, lists, places, admits, postCodes }: OfOffice, code: string): VerifyContext => ({
  directory, routes, lists, places, isForPosts: postCodes.includes(code), ...(admits[code] === undefined ? {} : { admits: admits[code] }),
});

/**
 * Everything found, errors first. A route with no error may be published. The route must have the shape of `Route`
 * (`parseRoute` of `verify-schema.ts` checks what comes from outside).
 */
export function verifyRoute(route: Route, context: VerifyContext = {}): readonly Finding[] {
  const structure = structureFindings(route);
  // Without sound nodes and edges the walks below would only repeat the same fault in other words.
  const isBroken = structure.some(({ severity }) => severity === 'error');
  const deeper = isBroken ? [] : [...flowFindings(route), ...formalityFindings(route, context.routes ?? {}), ...circleFindings(route), ...nameFindings(route), ...fieldFindings(route)];
  const isTangled = deeper.some(({ code }) => TANGLES.has(code));
  const explored = isBroken || isTangled ? null : exploreRoute(route, context.maxStates);
  const found = [
    ...structure, ...settingFindings(route, context.routes), ...branchFindings(route), ...practiceFindings(route, context.directory, context.places), ...deeper,
    ...(context.directory ? peopleFindings(route, { ...context, directory: context.directory }) : []), ...listFindings(route, context.lists),
    ...(context.isForPosts === true && !asksAssignedPost(route) ? [finding('POST_UNASKED', route, [])] : []),
    ...(isBroken || context.cases === undefined ? [] : caseFindings(route, context.cases)),
  ];
  const all = explored === null ? found : [...found.map((each) => withPath(each, explored)), ...exploredFindings(route, explored, deeper)];
  return all.toSorted((a, b) => Number(a.severity !== 'error') - Number(b.severity !== 'error'));
}

/** Whether a route may be published. */
export const isSound = (findings: readonly Finding[]): boolean => findings.every(({ severity }) => severity !== 'error');

/** Faults by which the engine would refuse to go on anywhere near them: naming them is enough. */
const TANGLES: ReadonlySet<Finding['code']> = new Set(['JOIN_MISMATCH', 'RETURN_INTO_BRANCH', 'AUTOMATIC_LOOP']);

/** How a letter gets to the first step that is meant. */
function withPath(each: Finding, { pathTo }: Explored): Finding {
  const path = each.nodes[0] === undefined ? undefined : pathTo.get(each.nodes[0]);
  return path === undefined || path.length === 0 ? each : { ...each, path };
}

/** What only shows by going through the states; dead ends have been named by their step. */
function exploredFindings(route: Route, { stuck, refused, isWhole, states }: Explored, named: readonly Finding[]): readonly Finding[] {
  const dead = new Set(named.flatMap(({ code, nodes }) => (code === 'DEAD_END' ? nodes : [])));
  return [
    ...stuck.filter(({ nodes }) => !nodes.some((id) => dead.has(id))).map(({ nodes, path }) => ({ ...finding('STUCK', route, nodes), path })),
    ...refused.map(({ node, path }) => ({ ...finding('CANNOT_GO_ON', route, [node], path.at(-1)?.outcome ?? ''), path })),
    ...(isWhole ? [] : [finding('TOO_MANY_WAYS', route, [], String(states))]),
  ];
}

function listFindings(route: Route, lists: readonly string[] | undefined): readonly Finding[] {
  if (lists === undefined) return [];
  return route.nodes.flatMap((node) => {
    if (node.type !== 'dispatch' || node.recipients === 'addressees' || lists.includes(node.recipients.listCode)) return [];
    return [finding('LIST_UNKNOWN', route, [node.id], node.recipients.listCode)];
  });
}
