import { TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { DateField } from '../../../components/form/date-fields';
import { useOffices } from '../../../components/pickers';
import { useLocalName } from '../../../providers/auth/use-session';
import { type FactDefinition, findFact } from '#domain/route/facts';
import type { ConditionOperator, FactValue } from '#domain/route/model';
import { Select, Several } from '../panel/plain-editors';
import type { Choice, SettingsContext } from '../panel/types';

type Props = {
  readonly fact: string;
  /** With operators that compare with several values, several can be chosen. */
  readonly operator: ConditionOperator;
  readonly value: FactValue;
  readonly onChange: (value: FactValue) => void;
  readonly context: SettingsContext;
  readonly label: string;
  readonly error?: string | undefined;
};

const isSeveral = (operator: ConditionOperator): boolean => operator === 'in' || operator === 'notIn';

/** A value of a fact, picked by the fact's type. */
export function FactValueEditor(props: Props) {
  const { fact: name, operator, value, onChange, label, context, error } = props;
  const translate = useTranslate();
  const fact = findFact(name);
  const choices = useChoices(name, fact, context);
  if (choices !== null && isSeveral(operator)) return <Several label={label} value={Array.isArray(value) ? value : typeof value === 'string' && value !== '' ? [value] : []} choices={choices} onChange={onChange} helperText={error} />;
  if (choices !== null) return <Select label={label} value={typeof value === 'boolean' ? String(value) : typeof value === 'string' && value !== '' ? value : undefined} options={choices.map(({ id, title }) => ({ value: id, label: title }))} error={error} onChange={(next) => onChange(fact?.type === 'yesNo' && next !== undefined ? next === 'true' : (next ?? null))} />;
  if (fact?.type === 'date') return <DateField label={label} value={typeof value === 'string' ? value : null} onChange={onChange} error={error} />;
  if (fact?.type === 'number') return <TextField type="number" label={label} value={typeof value === 'number' ? value : ''} error={error !== undefined} helperText={error} slotProps={{ htmlInput: { inputMode: 'decimal', step: 'any' }, inputLabel: { shrink: true } }} onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))} />;
  return (
    <TextField
      label={label}
      value={Array.isArray(value) ? value.join(', ') : (value ?? '')}
      error={error !== undefined}
      helperText={error ?? (isSeveral(operator) ? translate('routeSetting.value.several') : undefined)}
      slotProps={{ inputLabel: { shrink: true } }}
      onChange={(event) => onChange(isSeveral(operator) ? listOf(event.target.value) : event.target.value === '' ? null : event.target.value)}
    />
  );
}

/** A comma at the end stays while the next value is being typed. */
const listOf = (text: string): readonly string[] => text.split(/,\s*/);

/** What a value can be chosen from; null where it is typed. */
function useChoices(name: string, fact: FactDefinition | null, { words, people, units, posts }: SettingsContext): readonly Choice[] | null {
  const translate = useTranslate();
  const localName = useLocalName();
  const offices = useOffices().data?.items;
  const ofOffice: { readonly [type: string]: () => readonly Choice[] | null } = {
    choice: () => (fact?.values ?? []).map((id) => ({ id, title: words.value?.(name, id) ?? id })),
    yesNo: () => ['true', 'false'].map((id) => ({ id, title: translate(`ra.boolean.${id}`) })),
    unit: () => people?.facts.units.map(({ id, code }) => ({ id, title: units.find((unit) => unit.id === code)?.title ?? code })) ?? null,
    units: () => people?.facts.units.map(({ id, code }) => ({ id, title: units.find((unit) => unit.id === code)?.title ?? code })) ?? null,
    post: () => people?.facts.posts.map(({ id, code }) => ({ id, title: posts.find((post) => post.id === code)?.title ?? code })) ?? null,
    person: () => (people === undefined ? null : [...new Set(people.facts.facts.appointments.map(({ personId }) => personId))].map((id) => ({ id, title: people.personName(id) }))),
    office: () => offices?.map(({ id, name: title }) => ({ id, title: localName(title) })) ?? null,
  };
  return ofOffice[fact?.type ?? '']?.() ?? null;
}

/** What a comparison with a fact begins with. */
export function firstValue(name: string, operator: ConditionOperator): FactValue {
  const fact = findFact(name);
  if (operator === 'null' || operator === 'notNull') return null;
  const one = fact?.type === 'yesNo' ? true : fact?.type === 'number' ? 0 : fact?.type === 'choice' ? (fact.values?.[0] ?? '') : null;
  return isSeveral(operator) ? (typeof one === 'string' ? [one] : []) : one;
}

/** The value as another operator needs it: one of several, or several of one. */
export function fitted(name: string, operator: ConditionOperator, value: FactValue): FactValue {
  if (operator === 'null' || operator === 'notNull') return null;
  if (isSeveral(operator)) return Array.isArray(value) ? value : typeof value === 'string' && value !== '' ? [value] : firstValue(name, operator);
  return Array.isArray(value) ? (value[0] ?? firstValue(name, operator)) : (value ?? firstValue(name, operator));
}
