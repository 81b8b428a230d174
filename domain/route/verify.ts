/**
 * The first verifier: says what is wrong with a route before a letter finds out. Structure, reachability, joins, loops,
 * formalities and whoever is asked; it does not yet explore the engine's state space.
 */
import type { Secrecy } from '#domain/letter/vocabulary';
import type { Directory } from './directory';
import type { Route, RouteBook } from './model';
import { flowFindings } from './verify/flow';
import type { Finding } from './verify/finding';
import { formalityFindings } from './verify/formalities';
import { peopleFindings } from './verify/people';
import { settingFindings } from './verify/settings';
import { structureFindings } from './verify/structure';

export type { Finding, FindingCode } from './verify/finding';

export type VerifyContext = {
  /** People of the office today; without it nobody is looked for. */
  readonly directory?: Directory;
  /** Highest class of letters that the office's table gives this route; without it, what the route's registers say. */
  readonly admits?: Secrecy;
  /** Published versions, to follow `call`; without it calls are not followed. */
  readonly routes?: RouteBook;
};

/**
 * Everything found, errors first. A route with no error may be published. The route must have the shape of `Route`
 * (`parseRoute` of `verify-schema.ts` checks what comes from outside).
 */
export function verifyRoute(route: Route, context: VerifyContext = {}): readonly Finding[] {
  const structure = structureFindings(route);
  // Without sound nodes and edges the walks below would only repeat the same fault in other words.
  const isBroken = structure.some((finding) => finding.severity === 'error');
  const deeper = isBroken ? [] : [...flowFindings(route), ...formalityFindings(route, context.routes ?? {})];
  const all = [...structure, ...settingFindings(route, context.routes), ...deeper, ...(context.directory ? peopleFindings(route, context.directory, context.admits) : [])];
  return all.toSorted((a, b) => Number(a.severity !== 'error') - Number(b.severity !== 'error'));
}

/** Whether a route may be published. */
export const isSound = (findings: readonly Finding[]): boolean => findings.every((finding) => finding.severity !== 'error');
