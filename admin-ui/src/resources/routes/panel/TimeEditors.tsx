import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import { Button, FormHelperText, IconButton, Stack, TextField, Typography } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import type { DeadlineUnit } from '#domain/calendar/deadline';
import { FACTS } from '#domain/route/facts';
import type { Deadline, EscalationRung } from '#domain/route/model';
import { sayDeadline, sayRung } from '#domain/route/say';
import { Select } from './plain-editors';
import type { FieldEditorProps } from './types';

const UNITS: readonly DeadlineUnit[] = ['workingDays', 'workingHours', 'calendarDays', 'clockHours', 'workingMinutes', 'clockMinutes'];
const DATE_FACTS = Object.entries(FACTS).filter(([, { type }]) => type === 'date');

/** A time limit: a span, or a date that the letter carries. */
export function DeadlineEditor({ value, onChange, context, label, help, error, isRequired }: FieldEditorProps<Deadline>) {
  const translate = useTranslate();
  const [locale] = useLocaleState();
  const span = value !== undefined && 'rule' in value && 'unit' in value.rule ? value.rule : null;
  const kind = value === undefined ? undefined : 'fact' in value ? `fact:${value.fact}` : span === null ? 'at' : span.unit;
  const choose = (next: string | undefined): void => {
    if (next === undefined) onChange(undefined);
    else if (next.startsWith('fact:')) onChange({ fact: next.slice(5) });
    else onChange({ rule: { unit: UNITS.find((unit) => unit === next) ?? 'workingDays', amount: span?.amount ?? 1 } });
  };
  const options = [
    ...UNITS.map((unit) => ({ value: unit, label: translate(`designer.span.${unit}`) })),
    ...DATE_FACTS.map(([name, fact]) => ({ value: `fact:${name}`, label: translate('designer.span.fact', { name: locale === 'en' ? fact.en : fact.th }) })),
  ];
  return (
    <Stack spacing={1} role="group" aria-label={label}>
      <Stack direction="row" spacing={1}>
        {span === null ? null : (
          <TextField type="number" label={translate('designer.span.amount')} value={span.amount} sx={{ width: 110, flexShrink: 0 }} slotProps={{ htmlInput: { min: 0, inputMode: 'numeric' } }} onChange={(event) => onChange({ rule: { unit: span.unit, amount: Math.max(0, Math.round(Number(event.target.value))) } })} />
        )}
        <Select label={label} value={kind} options={options} onChange={choose} error={error} help={help} isRequired={isRequired} />
      </Stack>
      {value === undefined ? null : <Typography variant="body2" color="text.secondary">{sayDeadline(value, context.words)}</Typography>}
    </Stack>
  );
}

const ACTS: readonly EscalationRung['act'][] = ['remind', 'remindSuperior', 'handOver', 'flag'];

/** The ladder as a list, each rung said back. */
export function EscalationEditor({ value = [], onChange, context, label, help, error }: FieldEditorProps<readonly EscalationRung[]>) {
  const translate = useTranslate();
  const put = (index: number, rung: EscalationRung | null): void => {
    const next = value.flatMap((each, at) => (at === index ? (rung ?? []) : each));
    onChange(next.length === 0 ? undefined : next);
  };
  const add = (): void => {
    let no = value.length + 1;
    while (value.some(({ id }) => id === `r${no}`)) no += 1;
    onChange([...value, { id: `r${no}`, when: value.length === 0 ? 'beforeDue' : 'afterDue', offset: { unit: 'workingDays', amount: 1 }, act: ACTS[Math.min(value.length, ACTS.length - 1)] ?? 'remind' }]);
  };
  return (
    <Stack spacing={1.5} role="group" aria-label={label}>
      <Typography variant="subtitle2" component="h4">{label}</Typography>
      {value.map((rung, index) => (
        <Stack key={rung.id} spacing={1} sx={{ borderInlineStart: 3, borderColor: 'divider', pl: 1.5 }}>
          <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
            <Typography variant="body2" sx={{ flex: 1 }}>{sayRung(rung, context.words)}</Typography>
            <IconButton size="small" aria-label={translate('designer.setting.removeNth', { label, n: index + 1 })} onClick={() => put(index, null)}><DeleteIcon fontSize="small" /></IconButton>
          </Stack>
          <Stack direction="row" spacing={1}>
            <Select label={translate('designer.rung.when')} value={rung.when} options={(['beforeDue', 'afterDue'] as const).map((when) => ({ value: when, label: translate(`designer.rung.${when}`) }))} onChange={(when) => put(index, { ...rung, when: when === 'beforeDue' ? 'beforeDue' : 'afterDue' })} />
            <TextField type="number" label={translate('designer.span.amount')} value={rung.offset.amount} slotProps={{ htmlInput: { min: 0, inputMode: 'numeric' } }} onChange={(event) => put(index, { ...rung, offset: { ...rung.offset, amount: Math.max(0, Math.round(Number(event.target.value))) } })} />
          </Stack>
          <Select label={translate('designer.span.unit')} value={rung.offset.unit} options={UNITS.map((unit) => ({ value: unit, label: translate(`designer.span.${unit}`) }))} onChange={(unit) => put(index, { ...rung, offset: { ...rung.offset, unit: UNITS.find((each) => each === unit) ?? 'workingDays' } })} />
          <Select label={translate('designer.rung.act')} value={rung.act} options={ACTS.map((act) => ({ value: act, label: translate(`designer.rung.${act}`) }))} onChange={(act) => put(index, { ...rung, act: ACTS.find((each) => each === act) ?? 'remind' })} />
        </Stack>
      ))}
      <Button size="small" variant="outlined" sx={{ alignSelf: 'flex-start' }} onClick={add}>{translate('designer.rung.add')}</Button>
      {error === undefined && help === undefined ? null : <FormHelperText error={error !== undefined}>{error ?? help}</FormHelperText>}
    </Stack>
  );
}
