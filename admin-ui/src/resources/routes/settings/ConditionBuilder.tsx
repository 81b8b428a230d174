import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import { Box, Button, FormControlLabel, FormHelperText, IconButton, Stack, Switch, Typography } from '@mui/material';
import { createContext, use, useState } from 'react';
import { useTranslate } from 'react-admin';
import {
  type ActionProps, type FieldSelectorProps, type FullOptionList, type NotToggleProps, type OperatorSelectorProps, QueryBuilder, type RuleGroupType, type RuleType, type ValueEditorProps, type VersatileSelectorProps,
} from 'react-querybuilder';
import { conditionFaults, MAX_CONDITION_DEPTH, OPERATORS } from '#domain/route/conditions';
import { FACTS, findFact } from '#domain/route/facts';
import type { ConditionGroup, ConditionOperator, ConditionRule, FactValue } from '#domain/route/model';
import { sayCondition, sayOperator } from '#domain/route/say';
import { useLocalName } from '../../../providers/auth/use-session';
import { useLang } from '../../../providers/i18n/use-lang';
import { Select } from '../panel/plain-editors';
import type { FieldEditorProps, SettingsContext } from '../panel/types';
import { FactValueEditor, firstValue, fitted } from './FactValueEditor';

const EMPTY: ConditionGroup = { combinator: 'and', rules: [] };
/** The builder's own controls read what surrounds them from here: it must not make them anew at every key. */
const Surroundings = createContext<SettingsContext | null>(null);

/** A condition over the facts of a letter, in groups; said back as a sentence. */
export function ConditionBuilder({ value = EMPTY, onChange, context, label, help, error }: FieldEditorProps<ConditionGroup>) {
  const translate = useTranslate();
  const localName = useLocalName();
  const lang = useLang();
  const [typed, setTyped] = useState<RuleGroupType>(() => toQuery(value));
  // What came from elsewhere (undo, another step) takes the place of what was typed; what was typed keeps its fields.
  const query = isSame(fromQuery(typed), value) ? typed : toQuery(value);
  if (query !== typed) setTyped(query);
  const change = (next: RuleGroupType): void => {
    setTyped(next);
    const condition = fromQuery(next);
    if (!isSame(condition, value)) onChange(condition);
  };
  const faults = conditionFaults(value);
  return (
    <Stack spacing={1} role="group" aria-label={label}>
      <Typography variant="subtitle2" component="h4">{label}</Typography>
      <Surroundings value={context}>
        <Box sx={LOOKS}>
          <QueryBuilder
            query={query}
            onQueryChange={change}
            enableMountQueryChange={false}
            fields={Object.entries(FACTS).map(([name, fact]) => ({ name, value: name, label: localName(fact) }))}
            getOperators={(name: string) => operatorsOf(name).map((operator) => ({ name: operator, value: operator, label: sayOperator(name, operator, lang) }))}
            getDefaultField="urgency"
            getDefaultValue={(rule: RuleType) => firstValue(rule.field, operatorIn(rule))}
            resetOnFieldChange
            combinators={(['and', 'or'] as const).map((name) => ({ name, value: name, label: translate(`designer.condition.${name}`) }))}
            addRuleToNewGroups
            showNotToggle
            maxLevels={MAX_CONDITION_DEPTH - 1}
            translations={{
              fields: { title: translate('designer.condition.fact') }, operators: { title: translate('designer.condition.operator') }, value: { title: translate('designer.condition.value') },
              combinators: { title: translate('designer.condition.combinator') }, notToggle: { label: translate('routeSetting.condition.not'), title: translate('routeSetting.condition.not') },
              addRule: { label: translate('designer.condition.add'), title: translate('designer.condition.add') }, addGroup: { label: translate('routeSetting.condition.addGroup'), title: translate('routeSetting.condition.addGroup') },
              removeRule: { label: translate('designer.condition.remove'), title: translate('designer.condition.remove') }, removeGroup: { label: translate('routeSetting.condition.removeGroup'), title: translate('routeSetting.condition.removeGroup') },
            }}
            controlElements={CONTROLS}
            accessibleDescriptionGenerator={({ path }) => (path.length === 0 ? label : translate('routeSetting.condition.group', { n: path.map((at) => at + 1).join('.') }))}
          />
        </Box>
      </Surroundings>
      <Typography variant="body2" color="text.secondary" aria-live="polite">{sayCondition(value, context.words)}</Typography>
      {faults.length === 0 ? null : <FormHelperText error>{translate('routeSetting.condition.faults', { names: faults.map(({ field }) => (findFact(field) === null ? field : localName(findFact(field)))).join(', ') })}</FormHelperText>}
      {error === undefined && help === undefined ? null : <FormHelperText error={error !== undefined}>{error ?? help}</FormHelperText>}
    </Stack>
  );
}

const LOOKS = {
  '& .ruleGroup': { border: 1, borderColor: 'divider', borderRadius: 1.5, p: 1, display: 'flex', flexDirection: 'column', gap: 1 },
  '& .ruleGroup-header': { display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' },
  '& .ruleGroup-body': { display: 'flex', flexDirection: 'column', gap: 1 },
  '& .ruleGroup-body:empty': { display: 'none' },
  '& .rule': { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: 1, alignItems: 'start', borderInlineStart: 3, borderColor: 'divider', pl: 1 },
  '& .rule-fields, & .rule-operators, & .rule-value': { gridColumn: 1 },
  '& .rule-remove': { gridColumn: 2, gridRow: 1 },
} as const;

function Chooser({ options, value, handleOnChange, title }: Pick<VersatileSelectorProps, 'options' | 'value' | 'title'> & { readonly handleOnChange: (value: string) => void }) {
  return <Select label={title ?? ''} value={value} options={plain(options)} onChange={(next) => next !== undefined && handleOnChange(next)} />;
}
const plain = (options: FullOptionList<{ name: string; value: string; label: string }>): readonly { value: string; label: string }[] =>
  options.flatMap((option) => ('options' in option ? option.options : [option])).map(({ name, label }) => ({ value: name, label }));

const FactChooser = ({ className, ...props }: FieldSelectorProps) => <Box className={className ?? ''}><Chooser {...props} /></Box>;
const OperatorChooser = ({ className, ...props }: OperatorSelectorProps) => <Box className={className ?? ''}><Chooser {...props} /></Box>;
const Combinator = ({ rules = [], ...props }: VersatileSelectorProps) => (rules.length < 2 ? null : <Box sx={{ minWidth: 150 }}><Chooser {...props} /></Box>);

function Value({ field, operator, value, handleOnChange, title, className }: ValueEditorProps) {
  const context = use(Surroundings);
  // Only operators of the domain are offered.
  const known = operator as ConditionOperator;
  if (context === null || known === 'null' || known === 'notNull') return null;
  return <Box className={className ?? ''}><FactValueEditor fact={field} operator={known} value={value as FactValue} onChange={handleOnChange} context={context} label={title ?? ''} /></Box>;
}
const Add = ({ label, handleOnClick, disabled = false }: ActionProps) => <Button size="small" variant="outlined" disabled={disabled} onClick={(event) => handleOnClick(event)}>{label}</Button>;
const Remove = ({ title, handleOnClick, className }: ActionProps) => <IconButton className={className ?? ''} aria-label={title ?? ''} onClick={(event) => handleOnClick(event)}><DeleteIcon /></IconButton>;
const Not = ({ label, checked = false, handleOnChange }: NotToggleProps) => <FormControlLabel sx={{ ml: 0 }} control={<Switch size="small" checked={checked} onChange={(event) => handleOnChange(event.target.checked)} />} label={label} />;

// Defined once: another component each time would take the focus out of the field that is being typed into.
const CONTROLS = {
  fieldSelector: FactChooser, operatorSelector: OperatorChooser, combinatorSelector: Combinator, valueEditor: Value,
  addRuleAction: Add, addGroupAction: Add, removeRuleAction: Remove, removeGroupAction: Remove, notToggle: Not,
};

const operatorsOf = (name: string): readonly ConditionOperator[] => {
  const fact = findFact(name);
  return fact === null ? ['='] : OPERATORS[fact.type];
};
const operatorIn = ({ field, operator }: RuleType): ConditionOperator => operatorsOf(field).find((each) => each === operator) ?? operatorsOf(field)[0] ?? '=';

const isSame = (one: ConditionGroup, other: ConditionGroup): boolean => JSON.stringify(normal(one)) === JSON.stringify(normal(other));
const normal = (group: ConditionGroup): unknown => [group.combinator, group.not === true, group.rules.map((rule) => ('combinator' in rule ? normal(rule) : [rule.field, rule.operator, rule.value]))];

let serial = 0;
const freshId = (): string => `condition-${(serial += 1)}`;

/** The builder tells its fields apart by ids, which are not part of the condition. */
function toQuery({ combinator, not, rules }: ConditionGroup): RuleGroupType {
  return {
    id: freshId(), combinator, not: not === true,
    rules: rules.map((rule) => ('combinator' in rule ? toQuery(rule) : { id: freshId(), field: rule.field, operator: rule.operator, value: rule.value as unknown })),
  };
}

function fromQuery({ combinator, not, rules }: RuleGroupType): ConditionGroup {
  const kept = rules.map((rule): ConditionGroup | ConditionRule => ('rules' in rule ? fromQuery(rule) : ruleOf(rule)));
  return { combinator: combinator === 'or' ? 'or' : 'and', ...(not === true ? { not: true } : {}), rules: kept };
}

/** The value as the operator needs it. */
function ruleOf(rule: RuleType): ConditionRule {
  // What the builder holds came from a condition, or from the pickers of this file.
  const operator = rule.operator as ConditionOperator;
  return { field: rule.field, operator, value: fitted(rule.field, operator, rule.value as FactValue) };
}
