import { ConditionBuilder } from '../settings/ConditionBuilder';
import { LadderEditor } from '../settings/LadderEditor';
import { CallEditor, RecipientsEditor, ReturnsEditor } from '../settings/ReferenceEditors';
import { TableEditor } from '../settings/TableEditor';
import { AssigneeEditor, AssigneesEditor } from './AssigneeEditor';
import { BranchesEditor } from './BranchesEditor';
import { DeadlineEditor } from './DeadlineEditor';
import { OutcomesEditor } from './OutcomesEditor';
import { ChoiceEditor, ChoicesEditor, NumberEditor, TextEditor, YesNoEditor } from './plain-editors';
import { FactsEditor, ForkEditor, JoinModeEditor } from './reference-editors';
import type { FieldEditors } from './types';

/** What each kind of field of a step's form is edited with. A better editor of a kind is put in here. */
export const fieldEditors: FieldEditors = {
  text: TextEditor, number: NumberEditor, yesNo: YesNoEditor, choice: ChoiceEditor, choices: ChoicesEditor,
  assignee: AssigneeEditor, assignees: AssigneesEditor, deadline: DeadlineEditor, escalation: LadderEditor,
  condition: ConditionBuilder, branches: BranchesEditor, table: TableEditor,
  steps: ReturnsEditor, fork: ForkEditor, facts: FactsEditor, outcomes: OutcomesEditor, route: CallEditor, joinMode: JoinModeEditor, recipients: RecipientsEditor,
};
