/**
 * What of a BPMN 2.0 process this product reads and writes, without XML: `platform/bpmn.ts` turns it into a file and back. What
 * only this product knows of a step travels beside it as `own`: the JSON of an extension element that other modellers keep.
 */
import { z } from 'zod';
import type { RouteNode } from '../model';
import { codeSchema, idSchema, labelSchema } from '../steps/form-parts';

/** Elements with a place in the flow, by their BPMN name; a `timer` and a `messageEvent` are intermediate events that wait. */
export const ELEMENT_KINDS = [
  'startEvent', 'endEvent', 'messageEvent', 'timer', 'otherEvent', 'boundaryEvent',
  'task', 'userTask', 'manualTask', 'serviceTask', 'scriptTask', 'businessRuleTask', 'sendTask', 'receiveTask', 'callActivity', 'subProcess',
  'exclusiveGateway', 'parallelGateway', 'inclusiveGateway', 'complexGateway', 'eventBasedGateway',
] as const;
export type ElementKind = (typeof ELEMENT_KINDS)[number];

/** In units of the canvas, from the upper left. */
export type Bounds = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type DiagramElement = {
  readonly id: string;
  readonly kind: ElementKind;
  readonly name: string;
  readonly own: string | null;
  /** Absent where the file has no drawing of it. */
  readonly bounds: Bounds | null;
  /** The flow that a gateway takes where no condition holds. */
  readonly defaultFlow: string | null;
};
export type DiagramFlow = {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** In FEEL, or whatever the other modeller wrote. */
  readonly condition: string | null;
  readonly own: string | null;
};
/** What a process may hold besides: lanes, data, notes, message flows. Read only to be reported. */
export type DiagramExtra = { readonly id: string; readonly kind: string; readonly name: string };

export type Diagram = {
  readonly name: string;
  readonly own: string | null;
  readonly elements: readonly DiagramElement[];
  readonly flows: readonly DiagramFlow[];
  readonly extras: readonly DiagramExtra[];
};

/** `own` of a process: what a route is besides its steps and lines. */
export const ownRouteSchema = z.strictObject({
  schemaVersion: z.literal(1),
  name: labelSchema,
  nameEn: z.string().trim().max(200).exactOptional(),
  description: z.string().trim().max(2000).exactOptional(),
});
/** `own` of a step: the whole step, and whether it stood anywhere. A gateway that only carries a step's ways out names the step. */
export const ownStepSchema = z.strictObject({ step: z.record(z.string(), z.unknown()), isPlaced: z.boolean() });
export const ownWaysSchema = z.strictObject({ waysOf: idSchema });
/** `own` of a line. */
export const ownLineSchema = z.strictObject({ id: idSchema, outcome: codeSchema });

export type OwnStep = { readonly step: RouteNode; readonly isPlaced: boolean };

/** Ids within a file: steps, lines and gateways of a route may be called the same, those of a file may not. */
export const ELEMENT_ID = {
  step: (id: string): string => `step_${id}`,
  ways: (id: string): string => `ways_${id}`,
  toWays: (id: string): string => `toWays_${id}`,
  line: (id: string): string => `line_${id}`,
} as const;

/** A name as an attribute of a file can hold it: control characters and line ends are spaces there. */
export const fileName = (name: string): string => name.replaceAll(/[\u0000-\u001f\u007f\ufffe\uffff]/g, ' ');
