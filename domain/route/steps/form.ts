/**
 * What the designer needs to know of a step type: the schema of its settings, labels, how each setting is edited, a fresh
 * node for the palette and its counterpart in BPMN. With zod: never imported by what the workflow bundle contains.
 */
import type { z } from 'zod';
import type { NodeOf, NodeType } from '../model';

export type Label = { readonly th: string; readonly en: string };

/** Editors of the generated panel. */
export type Widget =
  | 'text' | 'number' | 'yesNo' | 'choice' | 'choices' | 'assignee' | 'assignees' | 'deadline' | 'escalation' | 'condition' | 'branches'
  | 'table' | 'steps' | 'fork' | 'facts' | 'outcomes' | 'route' | 'joinMode' | 'recipients';

export type FormField = Label & {
  readonly widget: Widget;
  readonly help?: Label;
  /** With `choice` and `choices`: the codes, each with its label. */
  readonly options?: readonly (Label & { readonly value: string })[];
  /** With `facts`: the setting is the name of one, not a list. */
  readonly isOne?: true;
  /** Lines hang on it; nobody reads or types it. */
  readonly isCode?: true;
  /** Shown only while another setting has one of these values. */
  readonly shownWhen?: { readonly field: string; readonly in: readonly string[] };
};

/** Settings of a type, without what every step has. */
export type SettingOf<T extends NodeType> = Exclude<keyof NodeOf<T>, 'id' | 'type' | 'name' | 'nameEn' | 'description'>;

export type BpmnElement =
  | 'startEvent' | 'endEvent' | 'userTask' | 'serviceTask' | 'businessRuleTask' | 'sendTask' | 'callActivity' | 'exclusiveGateway'
  | 'parallelGateway' | 'intermediateCatchEvent' | 'subProcess';

export type StepForm<T extends NodeType> = {
  readonly type: T;
  readonly schema: z.ZodType<NodeOf<T>>;
  readonly label: Label;
  readonly help: Label;
  /** Place in the palette. */
  readonly group: 'people' | 'registry' | 'flow' | 'time';
  /** In the order of the panel. Every setting has one. */
  readonly fields: { readonly [K in SettingOf<T>]-?: FormField };
  /** A fresh node as the palette drops it; to be completed by the designer. */
  readonly fresh: (id: string) => NodeOf<T>;
  readonly bpmn: BpmnElement;
};

/** Every form by its type; a missing one does not compile. */
export type StepForms = { readonly [T in NodeType]: StepForm<T> };
