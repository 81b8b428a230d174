import type { ComponentType } from 'react';
import type { AgencyRole } from '#domain/letter/vocabulary';
import type { AssigneeRule, ConditionGroup, Deadline, DecisionTable, EscalationRung, NodeId, NodeOf, Route, RouteNode } from '#domain/route/model';
import type { Words } from '#domain/route/say';
import type { FormField, Widget } from '#domain/route/steps/form';
import type { PeopleView } from '../settings/people';

/** One of many that a setting may name: what is stored, and what it is called. */
export type Choice = { readonly id: string; readonly title: string; readonly detail?: string };

/** What the editors of settings know of the office and of the route around the step. */
export type SettingsContext = {
  readonly officeId: string | undefined;
  readonly route: Route;
  /** How posts, units and values are called, in the reader's language. */
  readonly words: Words;
  /** Posts and units of the office, by the codes that routes write. */
  readonly posts: readonly Choice[];
  readonly units: readonly Choice[];
  /** Distribution lists by code, with who is on them. */
  readonly lists: readonly (Choice & { readonly members: readonly { readonly title: string; readonly role: AgencyRole }[] })[];
  /** Routes that may be called, by the version in force. */
  readonly routes: readonly (Choice & { readonly version: number })[];
  /** Who acts for which post and when, and the calendar; undefined while they are on their way. */
  readonly people: PeopleView | undefined;
};

/** What the setting of each kind of field holds. */
export type SettingValues = {
  readonly text: string;
  readonly number: number;
  readonly yesNo: boolean;
  readonly choice: string;
  readonly choices: readonly string[];
  readonly assignee: AssigneeRule;
  readonly assignees: readonly AssigneeRule[];
  readonly deadline: Deadline;
  readonly escalation: readonly EscalationRung[];
  readonly condition: ConditionGroup;
  readonly branches: NodeOf<'decide'>['branches'];
  readonly table: DecisionTable;
  readonly steps: readonly NodeId[];
  readonly fork: NodeId;
  /** A name by itself where the field `isOne`. */
  readonly facts: string | readonly string[];
  readonly outcomes: NodeOf<'work'>['outcomes'];
  readonly route: string;
  readonly joinMode: NodeOf<'join'>['mode'];
  readonly recipients: NodeOf<'dispatch'>['recipients'];
};

/** Outcomes that got another code, old to new: their lines follow. */
export type Renamed = { readonly [outcome: string]: string };

/** Every editor of a setting: controlled, with nothing of its own that could be lost. */
export type FieldEditorProps<V> = {
  /** Undefined where the setting is left out. */
  readonly value: V | undefined;
  /** Undefined takes the setting away. */
  readonly onChange: (value: V | undefined, renamed?: Renamed) => void;
  readonly context: SettingsContext;
  readonly field: FormField;
  readonly node: RouteNode;
  /** Name of the field in the reader's language. */
  readonly label: string;
  readonly help: string | undefined;
  readonly error: string | undefined;
  /** The step is not whole without it. */
  readonly isRequired: boolean;
};

/** One editor per kind of field; a missing one does not compile. */
export type FieldEditors = { readonly [W in Widget]: ComponentType<FieldEditorProps<SettingValues[W]>> };
