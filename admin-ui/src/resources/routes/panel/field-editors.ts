import { ConditionEditor } from './ConditionEditor';
import { AssigneeEditor, AssigneesEditor } from './AssigneeEditor';
import { BranchesEditor, OutcomesEditor } from './OutcomesEditor';
import { DeadlineEditor, EscalationEditor } from './TimeEditors';
import { ChoiceEditor, ChoicesEditor, NumberEditor, TextEditor, YesNoEditor } from './plain-editors';
import { FactsEditor, ForkEditor, JoinModeEditor, RecipientsEditor, RouteEditor, StepsEditor } from './reference-editors';
import { TableEditor } from './TableEditor';
import type { FieldEditors } from './types';

/** What each kind of field of a step's form is edited with. A better editor of a kind is put in here. */
export const fieldEditors: FieldEditors = {
  text: TextEditor, number: NumberEditor, yesNo: YesNoEditor, choice: ChoiceEditor, choices: ChoicesEditor,
  assignee: AssigneeEditor, assignees: AssigneesEditor, deadline: DeadlineEditor, escalation: EscalationEditor,
  condition: ConditionEditor, branches: BranchesEditor, table: TableEditor,
  steps: StepsEditor, fork: ForkEditor, facts: FactsEditor, outcomes: OutcomesEditor, route: RouteEditor, joinMode: JoinModeEditor, recipients: RecipientsEditor,
};
