/** What an element that another modeller drew becomes here. */
import type { RouteNode } from '../model';
import { stepForms } from '../steps/forms';
import type { DiagramElement, DiagramFlow, ElementKind } from './bpmn-diagram';
import type { ReportCode } from './report';

/** How an element is read: as a step, as the ways out of the step before it, as a mere point on a line, or not at all. */
export type Meaning =
  | { readonly as: 'step'; readonly node: RouteNode; readonly isForeign: boolean }
  | { readonly as: 'ways'; readonly of: string }
  | { readonly as: 'pass' }
  | { readonly as: 'nothing' };

/** An element with its surroundings. */
export type Surrounded = {
  readonly element: DiagramElement;
  readonly into: readonly DiagramFlow[];
  readonly out: readonly DiagramFlow[];
  /** The only element that leads to it, where it leads nowhere else and its ways out may still be named. */
  readonly onlyBefore: DiagramElement | null;
};

type Read = { readonly code: ReportCode; readonly meaning: (id: string) => Meaning };

/** @returns how it is read, given the id that its step would have, and what to report */
export const readForeign = (surrounded: Surrounded): Read => READ[surrounded.element.kind](surrounded);

/** Kinds that become work: the outcomes of it are the designer's own, so a gateway behind it can name them. */
export const isWork = (kind: ElementKind): boolean => WORK.has(kind);
const WORK: ReadonlySet<ElementKind> = new Set(['task', 'userTask', 'manualTask', 'serviceTask', 'scriptTask', 'businessRuleTask', 'callActivity', 'subProcess']);

const MAX_NAME = 200;

function step(type: RouteNode['type'], code: ReportCode): (surrounded: Surrounded) => Read {
  return ({ element }) => ({
    code,
    meaning: (id) => {
      const name = element.name.trim().slice(0, MAX_NAME);
      return { as: 'step', isForeign: true, node: { ...stepForms[type].fresh(id), name: name === '' ? stepForms[type].label.th : name } };
    },
  });
}

/** What another system would be told of, somebody says here. */
function happening({ element }: Surrounded): Read {
  const { label } = stepForms.wait;
  const name = element.name.trim().slice(0, MAX_NAME) || label.th;
  return { code: 'EVENT_AS_WAIT', meaning: (id) => ({ as: 'step', isForeign: true, node: { id, type: 'wait', name, event: name, assignee: { by: 'drafter' } } }) };
}

const as = (code: ReportCode, meaning: Meaning): Read => ({ code, meaning: () => meaning });

/** One way out is no choice; behind work it names the outcomes; else somebody has to say on what it depends. */
function choice(surrounded: Surrounded): Read {
  if (surrounded.out.length < 2) return as('GATEWAY_PASSED', { as: 'pass' });
  if (surrounded.onlyBefore !== null) return as('GATEWAY_AS_WAYS', { as: 'ways', of: surrounded.onlyBefore.id });
  return step('decide', 'GATEWAY_AS_DECISION')(surrounded);
}

function parallel(surrounded: Surrounded): Read {
  const { into, out } = surrounded;
  if (out.length < 2) return into.length < 2 ? as('GATEWAY_PASSED', { as: 'pass' }) : step('join', 'JOIN_TAKEN')(surrounded);
  return step('fork', into.length > 1 ? 'FORK_APPROXIMATED' : 'FORK_TAKEN')(surrounded);
}

const READ: { readonly [K in ElementKind]: (surrounded: Surrounded) => Read } = {
  startEvent: step('start', 'STEP_TAKEN'),
  endEvent: step('end', 'STEP_TAKEN'),
  messageEvent: happening,
  timer: step('wait', 'TIMER_AS_WAIT'),
  otherEvent: () => as('EVENT_PASSED', { as: 'pass' }),
  boundaryEvent: () => as('BOUNDARY_DROPPED', { as: 'nothing' }),
  task: step('work', 'TASK_AS_WORK'),
  userTask: step('work', 'TASK_AS_WORK'),
  manualTask: step('work', 'TASK_AS_WORK'),
  serviceTask: step('work', 'MACHINE_AS_WORK'),
  scriptTask: step('work', 'MACHINE_AS_WORK'),
  businessRuleTask: step('work', 'MACHINE_AS_WORK'),
  sendTask: step('dispatch', 'SENDS_AS_DISPATCH'),
  receiveTask: step('followUp', 'RECEIVES_AS_FOLLOW_UP'),
  callActivity: step('work', 'PARTS_AS_WORK'),
  subProcess: step('work', 'PARTS_AS_WORK'),
  exclusiveGateway: choice,
  inclusiveGateway: choice,
  complexGateway: choice,
  eventBasedGateway: choice,
  parallelGateway: parallel,
};
