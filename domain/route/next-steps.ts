/**
 * What comes next on a branch of a letter when the present step ends as it usually does: read off the definition and the state,
 * for the line "held by … since … next: …". It promises nothing: a step may be sent back, and what is set in the present step
 * may lead elsewhere. Where only that decides, every way is named.
 */
import { evaluate } from './conditions';
import { graphOf } from './graph';
import type { ConditionGroup, EndOutcome, Facts, NodeId, RouteBook, RouteNode } from './model';
import type { Frame, LetterState, TokenId } from './state';

export type NextStep =
  /** People act there, the letter waits there, or is sent. */
  | { readonly kind: 'step'; readonly nodeId: NodeId; readonly type: RouteNode['type']; readonly name: string; readonly nameEn: string | null }
  /** The unit that is given the letter works on it. */
  | { readonly kind: 'unit' }
  | { readonly kind: 'end'; readonly outcome: EndOutcome };

type Place = { readonly frame: Frame; readonly node: RouteNode };
type Walk = {
  readonly state: LetterState;
  readonly routes: RouteBook;
  readonly facts: Facts;
  /** Facts that may still change before the letter gets that far. */
  readonly open: ReadonlySet<string>;
  readonly seen: Set<string>;
};

/** Steps that follow the one at which a token stands, nearest first, each once; none where its route is not at hand. */
export function nextSteps(state: LetterState, routes: RouteBook, tokenId: TokenId): readonly NextStep[] {
  const token = state.tokens[tokenId];
  const frame = token === undefined ? undefined : state.frames[token.frame];
  const node = frame === undefined || token === undefined ? undefined : nodeOf(routes, frame, token.node);
  if (token === undefined || frame === undefined || node === undefined) return [];
  if (node.type === 'approve' && node.mode === 'sequence' && token.progress.sequence + 1 < node.assignees.length) return [toStep(node)];
  if (node.type === 'assign') return [{ kind: 'unit' }];
  const facts = { ...state.facts, ...frame.facts, secrecy: state.secrecy };
  const walk: Walk = { state, routes, facts, open: new Set('fields' in node ? node.fields : []), seen: new Set([`${frame.id}/${node.id}`]) };
  const found = usualOutcomes(node).flatMap((outcome) => leave(walk, { frame, node }, outcome));
  return found.filter((step, index) => found.findIndex((each) => JSON.stringify(each) === JSON.stringify(step)) === index);
}

const nodeOf = (routes: RouteBook, frame: Frame, id: NodeId): RouteNode | undefined => {
  const route = routes[frame.route];
  return route === undefined ? undefined : graphOf(route).nodes.get(id);
};
const toStep = ({ id, type, name, nameEn }: RouteNode): NextStep => ({ kind: 'step', nodeId: id, type, name, nameEn: nameEn ?? null });

/** Ways by which a step is left when nothing is objected to. */
function usualOutcomes(node: RouteNode): readonly string[] {
  if (node.type === 'approve') return ['approve'];
  if (node.type === 'sign') return ['sign'];
  if (node.type !== 'work') return ['next'];
  // The first is what is offered first, also where a report must go with it.
  return node.outcomes.filter(({ noteRequired }, at) => at === 0 || noteRequired !== true).map(({ code }) => code);
}

function leave(walk: Walk, { frame, node }: Place, outcome: string): readonly NextStep[] {
  const route = walk.routes[frame.route];
  const edges = route === undefined ? [] : (graphOf(route).out.get(node.id) ?? []);
  const edge = edges.find((each) => each.outcome === outcome) ?? edges.find((each) => each.outcome === 'next');
  return edge === undefined ? [] : arrive(walk, frame, edge.to);
}

function arrive(walk: Walk, frame: Frame, id: NodeId): readonly NextStep[] {
  const key = `${frame.id}/${id}`;
  const node = nodeOf(walk.routes, frame, id);
  if (node === undefined || walk.seen.has(key)) return [];
  walk.seen.add(key);
  const place = { frame, node };
  if (node.type === 'end') return atEnd(walk, frame, node.outcome);
  if (node.type === 'decide') return waysOf(walk, node).flatMap((outcome) => leave(walk, place, outcome));
  if (node.type === 'fork') return (graphOf(walk.routes[frame.route]!).out.get(id) ?? []).flatMap(({ to }) => arrive(walk, frame, to));
  if (node.type === 'classify') return leave({ ...walk, open: new Set([...walk.open, ...node.table.outputs]) }, place, 'next');
  if (passes(walk, node)) return leave(walk, place, 'next');
  return [toStep(node)];
}

/** Steps at which nobody acts and nothing is waited for. Sending passes too, but it is what the reader waits for. */
const PASSING: ReadonlySet<RouteNode['type']> = new Set(['start', 'register', 'join', 'notify']);
function passes(walk: Walk, node: RouteNode): boolean {
  if (node.type === 'acknowledge') return node.wait === 'none';
  if (node.type === 'followUp') return node.onlyWhen !== undefined && isSettled(walk, node.onlyWhen) && !evaluate(node.onlyWhen, walk.facts);
  return PASSING.has(node.type);
}

/** The one way that the known facts choose; every way where one of them may still change. */
function waysOf(walk: Walk, node: Extract<RouteNode, { type: 'decide' }>): readonly string[] {
  if (!node.branches.every(({ when }) => isSettled(walk, when))) return [...new Set([...node.branches.map(({ outcome }) => outcome), node.otherwise])];
  return [node.branches.find(({ when }) => evaluate(when, walk.facts))?.outcome ?? node.otherwise];
}

const isSettled = (walk: Walk, condition: ConditionGroup): boolean =>
  condition.rules.every((rule) => ('combinator' in rule ? isSettled(walk, rule) : !walk.open.has(rule.field)));

/** The end of a unit's or a called route leads back to the step that opened it; the end of the main route ends the letter. */
function atEnd(walk: Walk, frame: Frame, outcome: EndOutcome): readonly NextStep[] {
  const scope = frame.scope === null ? undefined : walk.state.scopes[frame.scope];
  const around = scope === undefined || scope.kind === 'info' ? undefined : walk.state.frames[scope.frame];
  const opener = around === undefined || scope === undefined ? undefined : nodeOf(walk.routes, around, scope.node);
  // What a unit got for information ends with the unit; nothing follows it.
  if (around === undefined || opener === undefined) return frame.depth === 0 ? [{ kind: 'end', outcome }] : [];
  const facts = { ...walk.state.facts, ...around.facts, secrecy: walk.state.secrecy };
  return leave({ ...walk, facts }, { frame: around, node: opener }, outcome);
}
