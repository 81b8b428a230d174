/** BPMN 2.0 files: a process as XML with its drawing, and what other modellers wrote read back (OMG BPMN 2.0.2, chapters 10, 12). */
import { BPMN_MAX } from '#domain/contracts/route-design';
import { DomainError } from '#domain/errors';
import { ELEMENT_KINDS, type Bounds, type Diagram, type DiagramElement, type DiagramExtra, type DiagramFlow, type ElementKind } from '#domain/route/exchange/bpmn-diagram';

/** What this product keeps beside an element. */
const OWN = {
  name: 'eSaraban', uri: 'urn:e-saraban:route:1', prefix: 'saraban', xml: { tagAlias: 'lowerCase' },
  types: [{ name: 'Settings', superClass: ['Element'], properties: [{ name: 'json', isBody: true, type: 'String' }] }],
};

/** An element as the library holds it: properties by name, references resolved. */
type Node = { readonly $type: string; readonly id?: string; readonly name?: string; readonly [property: string]: unknown };
type Moddle = {
  readonly create: (type: string, properties: { readonly [property: string]: unknown }) => Node;
  readonly toXML: (root: Node, options: { readonly format: boolean }) => Promise<{ readonly xml: string }>;
  readonly fromXML: (xml: string) => Promise<Parsed>;
};
type Parsed = { readonly rootElement: Node; readonly warnings: readonly { readonly message: string }[] };

let library: Promise<Moddle> | null = null;

/** Keeps nothing of the files it has read. */
function getModdle(): Promise<Moddle> {
  library ??= import('bpmn-moddle').then(({ BpmnModdle }) => new BpmnModdle({ saraban: OWN }));
  return library;
}

/** The process as a BPMN 2.0 file (UTF-8). */
export async function writeBpmn(diagram: Diagram): Promise<string> {
  const moddle = await getModdle();
  const own = (json: string | null): { readonly extensionElements?: Node } =>
    json === null ? {} : { extensionElements: moddle.create('bpmn:ExtensionElements', { values: [moddle.create('saraban:Settings', { json })] }) };
  const elements = new Map(diagram.elements.map((element) => [element.id, moddle.create(`bpmn:${TYPES[element.kind]}`, { id: element.id, name: element.name, ...own(element.own), ...definitionOf(moddle, element) })]));
  const flows = new Map(diagram.flows.map((flow) => [flow.id, moddle.create('bpmn:SequenceFlow', {
    id: flow.id, ...(flow.name === '' ? {} : { name: flow.name }), sourceRef: elements.get(flow.from), targetRef: elements.get(flow.to), ...own(flow.own),
    ...(flow.condition === null ? {} : { conditionExpression: moddle.create('bpmn:FormalExpression', { language: FEEL, body: flow.condition }) }),
  })]));
  for (const { id, defaultFlow } of diagram.elements) {
    // The library's elements are made to be filled in step by step: a gateway names a flow that names the gateway.
    if (defaultFlow !== null) Object.assign(elements.get(id)!, { default: flows.get(defaultFlow) });
    Object.assign(elements.get(id)!, {
      incoming: diagram.flows.filter(({ to }) => to === id).map((flow) => flows.get(flow.id)),
      outgoing: diagram.flows.filter(({ from }) => from === id).map((flow) => flows.get(flow.id)),
    });
  }
  const process = moddle.create('bpmn:Process', { id: 'route', name: diagram.name, isExecutable: false, ...own(diagram.own), flowElements: [...elements.values(), ...flows.values()] });
  const drawing = drawingOf(moddle, { diagram, process, elements, flows });
  const root = moddle.create('bpmn:Definitions', { id: 'definitions', targetNamespace: OWN.uri, exporter: 'e-Saraban', rootElements: [process], diagrams: [drawing] });
  return (await moddle.toXML(root, { format: true })).xml;
}

/** FEEL as DMN 1.3 names it. */
const FEEL = 'https://www.omg.org/spec/DMN/20191111/FEEL/';

/** What the intermediate events that wait are defined by. */
const DEFINITIONS: { readonly [K in ElementKind]?: string } = { timer: 'bpmn:TimerEventDefinition', messageEvent: 'bpmn:MessageEventDefinition' };
function definitionOf(moddle: Moddle, { kind }: DiagramElement): object {
  const type = DEFINITIONS[kind];
  return type === undefined ? {} : { eventDefinitions: [moddle.create(type, {})] };
}

type Drawn = { readonly diagram: Diagram; readonly process: Node; readonly elements: ReadonlyMap<string, Node>; readonly flows: ReadonlyMap<string, Node> };

function drawingOf(moddle: Moddle, { diagram, process, elements, flows }: Drawn): Node {
  const bounds = new Map(diagram.elements.flatMap(({ id, bounds: at }) => (at === null ? [] : [[id, at] as const])));
  const shapes = [...bounds].map(([id, at]) => moddle.create('bpmndi:BPMNShape', { id: `${id}_shape`, bpmnElement: elements.get(id), bounds: moddle.create('dc:Bounds', at) }));
  const lines = diagram.flows.flatMap(({ id, from, to }) => {
    const [start, end] = [bounds.get(from), bounds.get(to)];
    const points = start === undefined || end === undefined ? [] : [{ x: start.x + start.width / 2, y: start.y + start.height }, { x: end.x + end.width / 2, y: end.y }];
    return points.length === 0 ? [] : [moddle.create('bpmndi:BPMNEdge', { id: `${id}_edge`, bpmnElement: flows.get(id), waypoint: points.map((point) => moddle.create('dc:Point', point)) })];
  });
  return moddle.create('bpmndi:BPMNDiagram', { id: 'drawing', plane: moddle.create('bpmndi:BPMNPlane', { id: 'plane', bpmnElement: process, planeElement: [...shapes, ...lines] }) });
}

/**
 * What a BPMN file holds of its first process with steps.
 * @throws DomainError FILE_TOO_LARGE, BPMN_ENTITIES_REFUSED (entities are never followed), BPMN_NOT_XML or BPMN_WITHOUT_PROCESS
 */
export async function readBpmn(xml: string): Promise<Diagram> {
  if (xml.length > BPMN_MAX) throw new DomainError('FILE_TOO_LARGE', { limitMb: BPMN_MAX / 1024 / 1024 });
  if (/<!\s*(?:DOCTYPE|ENTITY)/i.test(xml)) throw new DomainError('BPMN_ENTITIES_REFUSED');
  const { rootElement: root, warnings } = await parse(xml);
  const all = nodesOf(root, 'rootElements');
  const processes = all.filter(({ $type }) => $type === 'bpmn:Process');
  const process = processes.find((each) => nodesOf(each, 'flowElements').length > 0);
  if (process === undefined) throw new DomainError('BPMN_WITHOUT_PROCESS');
  const bounds = boundsOf(root);
  const parts = nodesOf(process, 'flowElements');
  const elements = parts.flatMap((part) => elementOf(part, bounds));
  const known = new Set(elements.map(({ id }) => id));
  const flows = parts.filter(({ $type }) => $type === 'bpmn:SequenceFlow').map(flowOf);
  return {
    name: textOf(process.name), own: ownOf(process), elements, flows,
    extras: [
      ...parts.filter(({ $type, id }) => $type !== 'bpmn:SequenceFlow' && !known.has(textOf(id))).map(extraOf),
      ...nodesOf(process, 'artifacts').map(extraOf),
      ...nodesOf(process, 'laneSets').flatMap((set) => nodesOf(set, 'lanes')).map(extraOf),
      ...all.filter((each) => each !== process && EXTRA_ROOTS.has(each.$type)).map(extraOf),
      ...warnings.map(({ message }, no) => ({ id: `${no + 1}`, kind: 'xml', name: message.replaceAll(/\s+/g, ' ').slice(0, 200) })),
    ],
  };
}

/** Parts of a file beside its process that a reader would miss. */
const EXTRA_ROOTS: ReadonlySet<string> = new Set(['bpmn:Process', 'bpmn:Collaboration', 'bpmn:Choreography']);

async function parse(xml: string): Promise<Parsed> {
  const moddle = await getModdle();
  try {
    return await moddle.fromXML(xml);
  } catch {
    throw new DomainError('BPMN_NOT_XML');
  }
}

const TYPES: { readonly [K in ElementKind]: string } = {
  startEvent: 'StartEvent', endEvent: 'EndEvent', messageEvent: 'IntermediateCatchEvent', timer: 'IntermediateCatchEvent', otherEvent: 'IntermediateThrowEvent', boundaryEvent: 'BoundaryEvent', task: 'Task', userTask: 'UserTask',
  manualTask: 'ManualTask', serviceTask: 'ServiceTask', scriptTask: 'ScriptTask', businessRuleTask: 'BusinessRuleTask', sendTask: 'SendTask', receiveTask: 'ReceiveTask', callActivity: 'CallActivity',
  subProcess: 'SubProcess', exclusiveGateway: 'ExclusiveGateway', parallelGateway: 'ParallelGateway', inclusiveGateway: 'InclusiveGateway', complexGateway: 'ComplexGateway', eventBasedGateway: 'EventBasedGateway',
};
/** Events that something from outside ends. */
const MESSAGES: ReadonlySet<string> = new Set(['bpmn:MessageEventDefinition', 'bpmn:SignalEventDefinition', 'bpmn:ConditionalEventDefinition']);
/** One kind for each type of the file; which of the events that wait it is, its definition says. */
const KINDS: ReadonlyMap<string, ElementKind> = new Map([
  ...ELEMENT_KINDS.map((kind) => [`bpmn:${TYPES[kind]}`, kind] as const),
  ['bpmn:Transaction', 'subProcess'], ['bpmn:AdHocSubProcess', 'subProcess'],
]);

function elementOf(part: Node, bounds: ReadonlyMap<string, Bounds>): DiagramElement[] {
  const kind = KINDS.get(part.$type);
  if (kind === undefined) return [];
  const id = textOf(part.id);
  return [{
    id, kind: part.$type === 'bpmn:IntermediateCatchEvent' ? waitingKind(part) : kind, name: textOf(part.name), own: ownOf(part), bounds: bounds.get(id) ?? null,
    defaultFlow: isNode(part['default']) ? textOf(part['default'].id) : null,
  }];
}

function waitingKind(part: Node): ElementKind {
  const definitions = nodesOf(part, 'eventDefinitions').map(({ $type }) => $type);
  if (definitions.includes('bpmn:TimerEventDefinition')) return 'timer';
  return definitions.some((type) => MESSAGES.has(type)) ? 'messageEvent' : 'otherEvent';
}

function flowOf(part: Node): DiagramFlow {
  const [from, to, condition] = [part['sourceRef'], part['targetRef'], part['conditionExpression']];
  return {
    id: textOf(part.id), name: textOf(part.name), from: isNode(from) ? textOf(from.id) : '', to: isNode(to) ? textOf(to.id) : '',
    condition: isNode(condition) ? textOf(condition['body']) : null, own: ownOf(part),
  };
}

const extraOf = ({ id, name, $type }: Node): DiagramExtra => ({ id: textOf(id), name: textOf(name), kind: $type.replace('bpmn:', '') });

function boundsOf(root: Node): ReadonlyMap<string, Bounds> {
  const planes = nodesOf(root, 'diagrams').flatMap((diagram) => (isNode(diagram['plane']) ? nodesOf(diagram['plane'], 'planeElement') : []));
  return new Map(planes.flatMap((shape) => {
    const [element, at] = [shape['bpmnElement'], shape['bounds']];
    if (!isNode(element) || !isNode(at)) return [];
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((side) => Number(at[side]));
    return [x, y].every(Number.isFinite) ? [[textOf(element.id), { x: x!, y: y!, width: width!, height: height! }] as const] : [];
  }));
}

function ownOf(part: Node): string | null {
  const extension = part['extensionElements'];
  const own = isNode(extension) ? nodesOf(extension, 'values').find(({ $type }) => $type === 'saraban:Settings') : undefined;
  return own === undefined ? null : textOf(own['json']);
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && '$type' in value;
const nodesOf = (of: Node, property: string): readonly Node[] => (Array.isArray(of[property]) ? (of[property] as readonly unknown[]).filter(isNode) : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
