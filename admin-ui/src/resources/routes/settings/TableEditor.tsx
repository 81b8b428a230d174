import type { DecisionTable } from '#domain/route/model';
import type { FieldEditorProps } from '../panel/types';
import { DecisionTableEditor } from './DecisionTableEditor';

/** The table of a step that classifies. */
export function TableEditor({ value, onChange, context, label, error }: FieldEditorProps<DecisionTable>) {
  return value === undefined ? null : <DecisionTableEditor table={value} onChange={onChange} context={context} label={label} error={error} />;
}
