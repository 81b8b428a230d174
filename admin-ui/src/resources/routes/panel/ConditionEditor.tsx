import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import { Button, FormHelperText, IconButton, Stack, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { FACTS, findFact, type FactDefinition } from '#domain/route/facts';
import type { ConditionGroup, ConditionOperator, ConditionRule, FactValue } from '#domain/route/model';
import { sayCondition } from '#domain/route/say';
import { useLocalName } from '../../../providers/auth/use-session';
import { Select } from './plain-editors';
import type { FieldEditorProps, SettingsContext } from './types';

const OPERATORS: { readonly [T in FactDefinition['type']]: readonly ConditionOperator[] } = {
  choice: ['=', '!=', 'null', 'notNull'], yesNo: ['=', 'null', 'notNull'], text: ['=', '!=', 'null', 'notNull'], number: ['=', '<', '<=', '>', '>=', 'null', 'notNull'],
  date: ['<', '<=', '>', '>=', 'null', 'notNull'], unit: ['null', 'notNull'], post: ['null', 'notNull'], office: ['null', 'notNull'], person: ['null', 'notNull'], units: ['null', 'notNull'],
};
const firstValue = (fact: FactDefinition): FactValue => (fact.type === 'yesNo' ? true : fact.type === 'number' ? 0 : fact.type === 'choice' ? (fact.values?.[0] ?? '') : '');

/** Comparisons that all hold, or of which one holds; said back as a sentence. Groups within stay as they are. */
export function ConditionEditor({ value, onChange, context, label, help, error }: FieldEditorProps<ConditionGroup>) {
  const translate = useTranslate();
  const group = value ?? { combinator: 'and', rules: [] };
  const put = (index: number, rule: ConditionRule | null): void => onChange({ ...group, rules: group.rules.flatMap((each, at) => (at === index ? (rule ?? []) : each)) });
  const add = (): void => onChange({ ...group, rules: [...group.rules, { field: 'urgency', operator: '=', value: 'urgent' }] });
  return (
    <Stack spacing={1} role="group" aria-label={label}>
      {group.rules.length < 2 ? null : (
        <Select label={translate('designer.condition.combinator')} value={group.combinator} options={(['and', 'or'] as const).map((each) => ({ value: each, label: translate(`designer.condition.${each}`) }))} onChange={(next) => onChange({ ...group, combinator: next === 'or' ? 'or' : 'and' })} />
      )}
      {group.rules.map((rule, index) => ('combinator' in rule ? <Typography key={index} variant="body2">{sayCondition(rule, context.words)}</Typography> : <Comparison key={index} rule={rule} context={context} onChange={(next) => put(index, next)} />))}
      <Button size="small" variant="outlined" sx={{ alignSelf: 'flex-start' }} onClick={add}>{translate('designer.condition.add')}</Button>
      <Typography variant="body2" color="text.secondary">{sayCondition(group, context.words)}</Typography>
      {error === undefined && help === undefined ? null : <FormHelperText error={error !== undefined}>{error ?? help}</FormHelperText>}
    </Stack>
  );
}

function Comparison({ rule, context, onChange }: { readonly rule: ConditionRule; readonly context: SettingsContext; readonly onChange: (rule: ConditionRule | null) => void }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const fact = findFact(rule.field);
  const operators = fact === null ? [rule.operator] : OPERATORS[fact.type];
  const chooseFact = (name: string | undefined): void => {
    const next = name === undefined ? null : findFact(name);
    if (name !== undefined && next !== null) onChange({ field: name, operator: OPERATORS[next.type][0] ?? '=', value: firstValue(next) });
  };
  return (
    <Stack spacing={1} direction="row" sx={{ alignItems: 'flex-start' }}>
      <Stack spacing={1} sx={{ flex: 1, minWidth: 0 }}>
        <Select label={translate('designer.condition.fact')} value={rule.field} options={Object.entries(FACTS).map(([name, each]) => ({ value: name, label: localName(each) }))} onChange={chooseFact} />
        <Select label={translate('designer.condition.operator')} value={rule.operator} options={operators.map((operator) => ({ value: operator, label: translate(`designer.operator.${NAMES[operator]}`) }))} onChange={(operator) => operator !== undefined && onChange({ ...rule, operator: operator as ConditionOperator })} />
        {fact === null || rule.operator === 'null' || rule.operator === 'notNull' ? null : <Value fact={fact} rule={rule} context={context} onChange={(value) => onChange({ ...rule, value })} />}
      </Stack>
      <IconButton aria-label={translate('designer.condition.remove')} onClick={() => onChange(null)}><DeleteIcon /></IconButton>
    </Stack>
  );
}

/** Text keys cannot hold the signs themselves. */
const NAMES: { readonly [O in ConditionOperator]: string } = { '=': 'is', '!=': 'isNot', '<': 'below', '<=': 'atMost', '>': 'above', '>=': 'atLeast', in: 'oneOf', notIn: 'noneOf', contains: 'contains', null: 'unknown', notNull: 'known' };

function Value({ fact, rule, context, onChange }: { readonly fact: FactDefinition; readonly rule: ConditionRule; readonly context: SettingsContext; readonly onChange: (value: FactValue) => void }) {
  const translate = useTranslate();
  const label = translate('designer.condition.value');
  if (fact.type === 'choice') return <Select label={label} value={String(rule.value)} options={(fact.values ?? []).map((value) => ({ value, label: context.words.value?.(rule.field, value) ?? value }))} onChange={(value) => onChange(value ?? null)} />;
  if (fact.type === 'yesNo') return <Select label={label} value={String(rule.value)} options={['true', 'false'].map((value) => ({ value, label: translate(`ra.boolean.${value}`) }))} onChange={(value) => onChange(value === 'true')} />;
  if (fact.type === 'number') return <TextField type="number" label={label} value={String(rule.value ?? '')} onChange={(event) => onChange(Number(event.target.value))} />;
  return <TextField type={fact.type === 'date' ? 'date' : 'text'} label={label} value={String(rule.value ?? '')} slotProps={{ inputLabel: { shrink: true } }} onChange={(event) => onChange(event.target.value)} />;
}
