import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack } from '@mui/material';
import { useId } from 'react';
import { useTranslate } from 'react-admin';
import { OPERATORS } from '#domain/route/conditions';
import { findFact } from '#domain/route/facts';
import type { ConditionOperator, DecisionCell, DecisionTable, FactValue } from '#domain/route/model';
import { sayOperator } from '#domain/route/say';
import { useLang } from '../../../providers/i18n/use-lang';
import { Select } from '../panel/plain-editors';
import type { Choice, SettingsContext } from '../panel/types';
import { FactValueEditor, firstValue, fitted } from './FactValueEditor';

/** A cell that is being edited: of what a row asks, or of what it sets. */
export type OpenCell = { readonly rule: string; readonly part: 'when' | 'then'; readonly at: number; readonly name: string };
type Props = {
  readonly cell: OpenCell;
  readonly table: DecisionTable;
  readonly context: SettingsContext;
  readonly title: string;
  /** What is set, where it is no fact. */
  readonly choices: readonly Choice[] | null;
  readonly onWhen: (cell: DecisionCell | null) => void;
  readonly onThen: (value: FactValue) => void;
  readonly onClose: () => void;
};
const ANY = 'any';

/** One cell, by the kind of its field; what is chosen stands in the table at once. */
export function CellDialog({ cell, table, context, title, choices, onWhen, onThen, onClose }: Props) {
  const translate = useTranslate();
  const heading = useId();
  const rule = table.rules.find(({ id }) => id === cell.rule);
  if (rule === undefined) return null;
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby={heading}>
      <DialogTitle id={heading}>{title}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {cell.part === 'when' ? <When name={cell.name} cell={rule.when[cell.at] ?? null} context={context} onChange={onWhen} /> : <Then name={cell.name} value={rule.then[cell.at] ?? null} isSeveral={table.hitPolicy === 'collect'} context={context} choices={choices} onChange={onThen} />}
        </Stack>
      </DialogContent>
      <DialogActions><Button variant="contained" onClick={onClose}>{translate('routeSetting.table.done')}</Button></DialogActions>
    </Dialog>
  );
}

function When({ name, cell, context, onChange }: { readonly name: string; readonly cell: DecisionCell | null; readonly context: SettingsContext; readonly onChange: (cell: DecisionCell | null) => void }) {
  const translate = useTranslate();
  const lang = useLang();
  const operators: readonly ConditionOperator[] = OPERATORS[findFact(name)?.type ?? 'text'];
  const choose = (next: string | undefined): void => {
    const operator = operators.find((each) => each === next);
    onChange(operator === undefined ? null : { operator, value: cell === null ? firstValue(name, operator) : fitted(name, operator, cell.value) });
  };
  const options = [{ value: ANY, label: translate('officeRoute.any') }, ...operators.map((operator) => ({ value: operator, label: sayOperator(name, operator, lang) }))];
  const hasValue = cell !== null && cell.operator !== 'null' && cell.operator !== 'notNull';
  return (
    <>
      <Select label={translate('designer.condition.operator')} value={cell?.operator ?? ANY} options={options} onChange={choose} />
      {hasValue ? <FactValueEditor fact={name} operator={cell.operator} value={cell.value} onChange={(value) => onChange({ ...cell, value })} context={context} label={translate('designer.condition.value')} /> : null}
    </>
  );
}

function Then({ name, value, isSeveral, context, choices, onChange }: { readonly name: string; readonly value: FactValue; readonly isSeveral: boolean; readonly context: SettingsContext; readonly choices: readonly Choice[] | null; readonly onChange: (value: FactValue) => void }) {
  const translate = useTranslate();
  const label = translate('designer.condition.value');
  if (choices !== null) return <Select label={label} value={typeof value === 'string' ? value : undefined} options={choices.map(({ id, title }) => ({ value: id, label: title }))} onChange={(next) => onChange(next ?? null)} />;
  return <FactValueEditor fact={name} operator={isSeveral || findFact(name)?.type === 'units' ? 'in' : '='} value={value} onChange={onChange} context={context} label={label} />;
}
