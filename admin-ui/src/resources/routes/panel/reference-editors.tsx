import { Stack, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { FACTS } from '#domain/route/facts';
import { useLocalName } from '../../../providers/auth/use-session';
import { Select, Several } from './plain-editors';
import type { FieldEditorProps, SettingValues } from './types';

export function ForkEditor({ value, onChange, context, label, help, error }: FieldEditorProps<SettingValues['fork']>) {
  const localName = useLocalName();
  const forks = context.route.nodes.filter(({ type }) => type === 'fork').map((each) => ({ value: each.id, label: localName({ th: each.name, en: each.nameEn ?? '' }) }));
  return <Select label={label} value={value} options={forks} onChange={onChange} error={error} help={help} />;
}

/** Facts that people may set, or that the setting speaks of. */
export function FactsEditor({ value, onChange, field, label, help, error, isRequired }: FieldEditorProps<SettingValues['facts']>) {
  const localName = useLocalName();
  const facts = Object.entries(FACTS);
  if (field.isOne === true) {
    const units = facts.filter(([, { type }]) => type === 'unit').map(([name, fact]) => ({ value: name, label: localName(fact) }));
    return <Select label={label} value={typeof value === 'string' ? value : undefined} options={units} onChange={onChange} error={error} help={help} isRequired={isRequired} />;
  }
  const choices = facts.filter(([, { isSettable }]) => isSettable).map(([name, fact]) => ({ id: name, title: localName(fact) }));
  return <Several label={label} value={typeof value === 'string' ? [value] : (value ?? [])} choices={choices} onChange={(names) => onChange(names.length === 0 && !isRequired ? undefined : names)} helperText={error ?? help} />;
}

export function JoinModeEditor({ value, onChange, label, help, error }: FieldEditorProps<SettingValues['joinMode']>) {
  const translate = useTranslate();
  const atLeast = typeof value === 'object' ? value.atLeast : null;
  return (
    <Stack direction="row" spacing={1}>
      <Select label={label} value={atLeast === null ? 'all' : 'some'} options={(['all', 'some'] as const).map((mode) => ({ value: mode, label: translate(`designer.join.${mode}`) }))} onChange={(mode) => onChange(mode === 'some' ? { atLeast: 1 } : 'all')} error={error} help={help} />
      {atLeast === null ? null : <TextField type="number" label={translate('designer.join.atLeast')} value={atLeast} sx={{ width: 130, flexShrink: 0 }} slotProps={{ htmlInput: { min: 1, inputMode: 'numeric' } }} onChange={(event) => onChange({ atLeast: Math.max(1, Math.round(Number(event.target.value))) })} />}
    </Stack>
  );
}
