/** Posts and units that a route names by their codes, to be mapped where it is taken over by another office. */
import type { AssigneeRule, Route, RouteNode, UnitRef } from './model';

/** Codes that belong to one office and mean nothing in another. */
export type Positions = { readonly postCodes: readonly string[]; readonly unitCodes: readonly string[] };
/** New codes by the old ones; a code that is not named stays as it is. */
export type PositionMap = { readonly posts: { readonly [code: string]: string }; readonly units: { readonly [code: string]: string } };

/** Every post and unit code that these steps name, each once, in order. */
export function positionsOf(nodes: readonly RouteNode[]): Positions {
  const posts = new Set<string>();
  const units = new Set<string>();
  const collect = (set: Set<string>) => (code: string): string => {
    set.add(code);
    return code;
  };
  for (const node of nodes) mapNode(node, { post: collect(posts), unit: collect(units) });
  return { postCodes: [...posts].toSorted(), unitCodes: [...units].toSorted() };
}

/** The route with other codes for posts and units; everything else as it was. */
export function mapPositions(route: Route, { posts, units }: PositionMap): Route {
  const by = (codes: { readonly [code: string]: string }) => (code: string): string => (Object.hasOwn(codes, code) ? (codes[code] ?? code) : code);
  return { ...route, nodes: route.nodes.map((node) => mapNode(node, { post: by(posts), unit: by(units) })) };
}

type Codes = { readonly post: (code: string) => string; readonly unit: (code: string) => string };

/** Settings that hold a rule or several, whatever the step. */
const ONE_RULE = ['assignee', 'onBehalfOf', 'judge', 'who'] as const;
const MANY_RULES = ['assignees', 'readers'] as const;

function mapNode(node: RouteNode, codes: Codes): RouteNode {
  const settings: Record<string, unknown> = { ...node };
  for (const name of ONE_RULE) if (name in settings) settings[name] = mapRule(settings[name] as AssigneeRule, codes);
  for (const name of MANY_RULES) if (name in settings) settings[name] = (settings[name] as AssigneeRule[]).map((rule) => mapRule(rule, codes));
  // The same settings under the same names: only codes within its rules differ.
  return settings as RouteNode;
}

function mapRule(rule: AssigneeRule, codes: Codes): AssigneeRule {
  if (rule.by === 'post') return { ...rule, postCode: codes.post(rule.postCode) };
  if (rule.by === 'group') return { ...rule, postCodes: rule.postCodes.map(codes.post) };
  if (rule.by === 'unitHead' || rule.by === 'oversees') return { ...rule, unit: mapUnit(rule.unit, codes) };
  if (rule.by === 'role' && rule.unit !== undefined) return { ...rule, unit: mapUnit(rule.unit, codes) };
  return rule;
}

const mapUnit = (unit: UnitRef, { unit: code }: Codes): UnitRef => (typeof unit === 'string' ? unit : { unitCode: code(unit.unitCode) });
