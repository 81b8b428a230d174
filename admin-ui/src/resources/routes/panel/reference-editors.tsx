import { Stack, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { AGENCY_ROLES, type AgencyRole } from '#domain/letter/vocabulary';
import { FACTS } from '#domain/route/facts';
import { behaviourOf } from '#domain/route/verify/structure';
import { useLocalName } from '../../../providers/auth/use-session';
import { Select, Several, toOptions } from './plain-editors';
import type { FieldEditorProps, SettingValues } from './types';

/** Steps to which a letter may be sent back: others at which somebody acts. */
export function StepsEditor({ value = [], onChange, context, node, label, help, error }: FieldEditorProps<SettingValues['steps']>) {
  const localName = useLocalName();
  const choices = context.route.nodes.filter((each) => each.id !== node.id && behaviourOf(each).kind === 'people').map((each) => ({ id: each.id, title: localName({ th: each.name, en: each.nameEn ?? '' }) }));
  return <Several label={label} value={value} choices={choices} onChange={onChange} helperText={error ?? help} />;
}

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

export function RouteEditor({ value, onChange, context, label, help, error }: FieldEditorProps<SettingValues['route']>) {
  return <Select label={label} value={value} options={toOptions(context.routes)} onChange={onChange} error={error} help={help} />;
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

export function RecipientsEditor({ value, onChange, context, label, help, error }: FieldEditorProps<SettingValues['recipients']>) {
  const translate = useTranslate();
  const list = typeof value === 'object' ? value : null;
  const choose = (next: string | undefined): void => onChange(next === undefined || next === 'addressees' ? 'addressees' : { listCode: next.slice(1), role: list?.role ?? 'info' });
  return (
    <Stack spacing={1} role="group" aria-label={label}>
      <Select label={label} value={list === null ? 'addressees' : `=${list.listCode}`} options={[{ value: 'addressees', label: translate('designer.recipients.addressees') }, ...context.lists.map(({ id, title }) => ({ value: `=${id}`, label: title }))]} onChange={choose} error={error} help={help} />
      {context.lists.length === 0 ? <Typography variant="body2" color="text.secondary">{translate('designer.recipients.noLists')}</Typography> : null}
      {list === null ? null : <Select label={translate('designer.recipients.role')} value={list.role} options={AGENCY_ROLES.map((role) => ({ value: role, label: translate(`agencyRole.${role}`) }))} onChange={(role) => role !== undefined && onChange({ ...list, role: role as AgencyRole })} />}
    </Stack>
  );
}
