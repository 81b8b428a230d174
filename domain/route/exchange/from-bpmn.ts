/** A BPMN 2.0 process as a route: what this product wrote is the very same again, what others drew is taken over as far as it goes. */
import { freshId } from '../edits';
import type { NodeId, Route } from '../model';
import { MAX_PLACE, type Place, type RouteDraft } from '../operations';
import { stepForms } from '../steps/forms';
import { labelSchema } from '../steps/form-parts';
import { nodeSchema } from '../verify-schema';
import { ELEMENT_ID, fileName, ownRouteSchema, ownStepSchema, ownWaysSchema, type Diagram, type DiagramElement, type DiagramFlow, type OwnStep } from './bpmn-diagram';
import { isWork, readForeign, type Meaning } from './foreign';
import { readLines } from './lines';
import { verdictOf, type ReportCode, type ReportLine } from './report';
import { kindOf } from './to-bpmn';

export type ReadDraft = { readonly draft: RouteDraft; readonly report: readonly ReportLine[] };
export type Note = (code: ReportCode, element: ReportLine['element'], nodeId?: NodeId) => void;

/** The draft, unfinished as it may be, and what became of each element that this product did not write itself. */
export function draftFromBpmn(diagram: Diagram): ReadDraft {
  const report: ReportLine[] = [];
  const note: Note = (code, { id, kind, name }, nodeId) => report.push({ verdict: verdictOf(code), code, element: { id, kind, name }, nodeId: nodeId ?? null });
  const meanings = readElements(diagram, note);
  const nodes = diagram.elements.flatMap(({ id }) => {
    const meaning = meanings.get(id);
    return meaning?.as === 'step' ? [meaning.node] : [];
  });
  const route = readLines({ ...headOf(diagram), nodes, edges: [] }, { flows: diagram.flows, meanings, note });
  for (const extra of diagram.extras) note('EXTRA_DROPPED', extra);
  return { draft: { route, layout: layoutOf(diagram, meanings) }, report };
}

function headOf({ own, name }: Diagram): Omit<Route, 'nodes' | 'edges'> {
  const read = ownRouteSchema.safeParse(json(own));
  const said = labelSchema.safeParse(name.slice(0, 200));
  if (!read.success) return { schemaVersion: 1, name: said.success ? said.data : UNNAMED };
  return { ...read.data, name: said.success && said.data !== fileName(read.data.name).trim() ? said.data : read.data.name };
}

const UNNAMED = 'เส้นทางที่นำเข้า';

type Meanings = ReadonlyMap<string, Meaning>;

function readElements({ elements, flows }: Diagram, note: Note): Meanings {
  const byId = new Map(elements.map((element) => [element.id, element]));
  const [out, into] = [grouped(flows, 'from'), grouped(flows, 'to')];
  const taken = new Set<NodeId>();
  const fresh = (wanted: string): NodeId => {
    const id = taken.has(wanted) ? freshId({ ...EMPTY, nodes: [...taken].map((each) => stepForms.work.fresh(each)) }, wanted.slice(0, 55)) : wanted;
    taken.add(id);
    return id;
  };
  return new Map(elements.map((element): [string, Meaning] => {
    const ways = ownWaysSchema.safeParse(json(element.own));
    const step = ways.success ? byId.get(ELEMENT_ID.step(ways.data.waysOf)) : undefined;
    if (step !== undefined) return [element.id, { as: 'ways', of: step.id }];
    const own = ownStep(element);
    if (own !== null && kindOf(own.step) === element.kind) return [element.id, ownMeaning(element, own, { fresh, note, isCopy: taken.has(own.step.id) })];
    const surrounded = { element, into: into.get(element.id) ?? [], out: out.get(element.id) ?? [], onlyBefore: onlyBefore(element, { byId, out, into }) };
    const { code, meaning } = readForeign(surrounded);
    const read = meaning(fresh(idFrom(element.id)));
    note(own !== null ? 'KIND_CHANGED' : element.own !== null && !ways.success ? 'SETTINGS_UNREADABLE' : code, element, read.as === 'step' ? read.node.id : undefined);
    return [element.id, read];
  }));
}

const EMPTY: Route = { schemaVersion: 1, name: UNNAMED, nodes: [], edges: [] };

function ownMeaning(element: DiagramElement, { step }: OwnStep, { fresh, note, isCopy }: { readonly fresh: (wanted: string) => NodeId; readonly note: Note; readonly isCopy: boolean }): Meaning {
  const id = fresh(step.id);
  if (isCopy) note('STEP_COPIED', element, id);
  const name = element.name.trim().slice(0, 200);
  const isRenamed = name !== '' && name !== fileName(step.name).trim();
  if (isRenamed) note('STEP_RENAMED', element, id);
  return { as: 'step', isForeign: false, node: { ...step, id, name: isRenamed ? name : step.name } };
}

/** What this product wrote beside an element, where it is still whole. */
function ownStep({ own }: DiagramElement): OwnStep | null {
  const read = ownStepSchema.safeParse(json(own));
  const step = read.success ? nodeSchema.safeParse(read.data.step) : null;
  return read.success && step?.success === true ? { step: step.data, isPlaced: read.data.isPlaced } : null;
}

type Around = { readonly byId: ReadonlyMap<string, DiagramElement>; readonly out: ReadonlyMap<string, readonly DiagramFlow[]>; readonly into: ReadonlyMap<string, readonly DiagramFlow[]> };

/** The work before a gateway whose only way out is the gateway. */
function onlyBefore({ id }: DiagramElement, { byId, out, into }: Around): DiagramElement | null {
  const [flow, ...more] = into.get(id) ?? [];
  const before = flow === undefined || more.length > 0 ? undefined : byId.get(flow.from);
  return before !== undefined && isWork(before.kind) && ownStep(before) === null && out.get(before.id)?.length === 1 ? before : null;
}

function grouped(flows: readonly DiagramFlow[], end: 'from' | 'to'): ReadonlyMap<string, readonly DiagramFlow[]> {
  const groups = new Map<string, DiagramFlow[]>();
  for (const flow of flows) groups.set(flow[end], [...(groups.get(flow[end]) ?? []), flow]);
  return groups;
}

/** An id as a route may hold it; an element need not have one. */
function idFrom(id: string): string {
  const safe = id.replaceAll(/[^A-Za-z0-9_-]/g, '_').slice(0, 55);
  return /^[A-Za-z_]/.test(safe) ? safe : `s${safe}`;
}

/** Where the steps stand in the file; those that stood nowhere before it was written do not now. */
function layoutOf({ elements }: Diagram, meanings: Meanings): RouteDraft['layout'] {
  return Object.fromEntries(elements.flatMap((element): [NodeId, Place][] => {
    const meaning = meanings.get(element.id);
    const { bounds } = element;
    const isPlaced = bounds !== null && Math.max(Math.abs(bounds.x), Math.abs(bounds.y)) <= MAX_PLACE && ownStep(element)?.isPlaced !== false;
    return meaning?.as === 'step' && isPlaced ? [[meaning.node.id, { x: bounds.x, y: bounds.y }]] : [];
  }));
}

function json(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

