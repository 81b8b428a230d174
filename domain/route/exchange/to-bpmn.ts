/** A route as a BPMN 2.0 process: each step an element, its ways out a gateway behind it, all settings beside it. */
import { canonicalJson } from '../../canonical-json';
import { graphOf } from '../graph';
import type { Route, RouteEdge, RouteNode } from '../model';
import { outcomeLabel } from '../outcome-label';
import type { Layout, Place, RouteDraft } from '../operations';
import { stepForms } from '../steps/forms';
import type { BpmnElement } from '../steps/form';
import { ELEMENT_ID, fileName, type Bounds, type Diagram, type DiagramElement, type DiagramFlow, type ElementKind } from './bpmn-diagram';
import { feelOfCondition } from './feel';

/** Sizes in canvas units: tasks, events and gateways as modellers draw them. */
const TASK = { width: 180, height: 64 };
const EVENT = { width: 36, height: 36 };
const GATEWAY = { width: 50, height: 50 };
const GAP = 24;

/** The process of a draft; `draftFromBpmn` reads the very same draft out of it. */
export function draftToBpmn({ route, layout }: RouteDraft): Diagram {
  const { schemaVersion, name, nameEn, description } = route;
  const { nodes, out } = graphOf(route);
  const waysOf = (node: RouteNode): readonly RouteEdge[] => out.get(node.id) ?? [];
  const withWays = new Set(route.nodes.filter((node) => !SPLITTING.has(node.type) && waysOf(node).length > 1).map(({ id }) => id));
  const places = everyPlace(route.nodes, layout);
  return {
    name: fileName(name),
    own: canonicalJson({ schemaVersion, name, nameEn, description }),
    elements: route.nodes.flatMap((node) => [
      stepOf(node, { place: places[node.id]!, isPlaced: Object.hasOwn(layout, node.id), ways: waysOf(node) }),
      ...(withWays.has(node.id) ? [gatewayOf(node, places[node.id]!)] : []),
    ]),
    flows: [
      ...[...withWays].map((id): DiagramFlow => ({ id: ELEMENT_ID.toWays(id), name: '', from: ELEMENT_ID.step(id), to: ELEMENT_ID.ways(id), condition: null, own: null })),
      ...route.edges.map((edge) => flowOf(route, edge, { from: nodes.get(edge.from), withWays })),
    ],
    extras: [],
  };
}

/** Steps that are gateways themselves. */
const SPLITTING: ReadonlySet<RouteNode['type']> = new Set(['decide', 'fork', 'join']);

const KINDS: { readonly [K in BpmnElement]: ElementKind } = {
  startEvent: 'startEvent', endEvent: 'endEvent', userTask: 'userTask', serviceTask: 'serviceTask', businessRuleTask: 'businessRuleTask', sendTask: 'sendTask',
  callActivity: 'callActivity', exclusiveGateway: 'exclusiveGateway', parallelGateway: 'parallelGateway', intermediateCatchEvent: 'timer', subProcess: 'subProcess',
};

/** The kind of element that stands for a step. */
export const kindOf = (node: RouteNode): ElementKind => (node.type === 'wait' && node.event !== undefined ? 'messageEvent' : KINDS[stepForms[node.type].bpmn]);

function stepOf(node: RouteNode, { place, isPlaced, ways }: { readonly place: Place; readonly isPlaced: boolean; readonly ways: readonly RouteEdge[] }): DiagramElement {
  const kind = kindOf(node);
  const otherwise = node.type === 'decide' ? ways.find(({ outcome }) => outcome === node.otherwise) : undefined;
  return {
    id: ELEMENT_ID.step(node.id), kind, name: fileName(node.name), own: canonicalJson({ step: node, isPlaced }), bounds: { ...place, ...sizeOf(kind) },
    defaultFlow: otherwise === undefined ? null : ELEMENT_ID.line(otherwise.id),
  };
}

const gatewayOf = ({ id }: RouteNode, { x, y }: Place): DiagramElement => ({
  id: ELEMENT_ID.ways(id), kind: 'exclusiveGateway', name: '', own: canonicalJson({ waysOf: id }), defaultFlow: null,
  bounds: { x: x + (TASK.width - GATEWAY.width) / 2, y: y + TASK.height + GAP, ...GATEWAY },
});

const sizeOf = (kind: ElementKind): Pick<Bounds, 'width' | 'height'> => (kind.endsWith('Gateway') ? GATEWAY : kind.endsWith('Event') || kind === 'timer' ? EVENT : TASK);

function flowOf(route: Route, edge: RouteEdge, { from, withWays }: { readonly from: RouteNode | undefined; readonly withWays: ReadonlySet<string> }): DiagramFlow {
  const branch = from?.type === 'decide' ? from.branches.find(({ outcome }) => outcome === edge.outcome) : undefined;
  return {
    id: ELEMENT_ID.line(edge.id),
    name: edge.outcome === 'next' || (branch !== undefined && branch.name === undefined) ? '' : fileName(outcomeLabel(from ?? null, edge.outcome, route).th),
    from: withWays.has(edge.from) ? ELEMENT_ID.ways(edge.from) : ELEMENT_ID.step(edge.from),
    to: ELEMENT_ID.step(edge.to),
    condition: branch === undefined ? null : feelOfCondition(branch.when),
    own: canonicalJson({ id: edge.id, outcome: edge.outcome }),
  };
}

/** Where steps stand; those that never stood anywhere are put below each other, beneath all others. */
function everyPlace(nodes: readonly RouteNode[], layout: Layout): Layout {
  const lowest = Math.max(0, ...Object.values(layout).map(({ y }) => y));
  let row = 0;
  return Object.fromEntries(nodes.map(({ id }) => [id, Object.hasOwn(layout, id) ? layout[id]! : { x: 0, y: lowest + (row += 1) * 2 * (TASK.height + GAP) }]));
}
