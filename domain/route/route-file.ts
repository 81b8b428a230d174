/** A route as a file brings it: what is wrong with the file is said before anybody is asked to keep it. */
import { isDeeperThan } from '../json-depth';
import type { Layout } from './operations';
import type { Route } from './model';
import { MAX_NODES, routeSchema } from './verify-schema';

/** Bytes of a file at most. */
export const ROUTE_FILE_MAX = 2_000_000;
/** Levels of one step at most: far more than any condition may have. */
const MAX_LEVELS = 60;

export type RouteFile = { readonly route: Route; readonly layout: Layout };
export type RouteFileFault =
  | { readonly code: 'notJson' }
  | { readonly code: 'tooManySteps'; readonly count: number; readonly max: number }
  | { readonly code: 'tooDeep'; readonly step: string }
  | { readonly code: 'noRoute' }
  /** `where`: the first place that is not as a route has it. */
  | { readonly code: 'wrongAt'; readonly where: string };

/** Reads a route by itself, or as the designer exports it, with its places. */
export function readRouteFile(text: string): RouteFile | RouteFileFault {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { code: 'notJson' };
  }
  const whole = isObject(value) && 'definition' in value ? value : { definition: value };
  const steps = isObject(whole['definition']) && Array.isArray(whole['definition']['nodes']) ? (whole['definition']['nodes'] as readonly unknown[]) : [];
  if (steps.length > MAX_NODES) return { code: 'tooManySteps', count: steps.length, max: MAX_NODES };
  const deep = steps.findIndex((step) => isDeeperThan(step, MAX_LEVELS));
  if (deep >= 0) return { code: 'tooDeep', step: nameOf(steps[deep]) ?? String(deep + 1) };
  const parsed = routeSchema.safeParse(whole['definition']);
  if (!parsed.success) return faultAt(parsed.error.issues[0]?.path ?? [], steps);
  // Places are checked by the API; one that is no place is refused there with its name.
  return { route: parsed.data, layout: (whole['layout'] ?? {}) as Layout };
}

const isObject = (value: unknown): value is { readonly [name: string]: unknown } => typeof value === 'object' && value !== null && !Array.isArray(value);
const nameOf = (step: unknown): string | null => (isObject(step) && typeof step['name'] === 'string' && step['name'] !== '' ? step['name'] : null);

/** A step by its name where it has one, anything else by its path. */
function faultAt(path: readonly PropertyKey[], steps: readonly unknown[]): RouteFileFault {
  if (path.length === 0) return { code: 'noRoute' };
  const name = path[0] === 'nodes' && typeof path[1] === 'number' ? nameOf(steps[path[1]]) : null;
  return { code: 'wrongAt', where: (name === null ? path : [`“${name}”`, ...path.slice(2)]).map(String).join('.') };
}
