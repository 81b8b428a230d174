import { Stack, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { DeadlineUnit } from '#domain/calendar/deadline';
import { FACTS } from '#domain/route/facts';
import type { Deadline } from '#domain/route/model';
import { sayDeadline } from '#domain/route/say';
import { useLang } from '../../../providers/i18n/use-lang';
import { DeadlinePreview } from '../settings/DeadlinePreview';
import { Select } from './plain-editors';
import type { FieldEditorProps } from './types';

const UNITS: readonly DeadlineUnit[] = ['workingDays', 'workingHours', 'calendarDays', 'clockHours', 'workingMinutes', 'clockMinutes'];
const DATE_FACTS = Object.entries(FACTS).filter(([, { type }]) => type === 'date');

/** A time limit: a span, or a date that the letter carries. */
export function DeadlineEditor({ value, onChange, context, label, help, error, isRequired }: FieldEditorProps<Deadline>) {
  const translate = useTranslate();
  const lang = useLang();
  const span = value !== undefined && 'rule' in value && 'unit' in value.rule ? value.rule : null;
  const kind = value === undefined ? undefined : 'fact' in value ? `fact:${value.fact}` : span === null ? 'at' : span.unit;
  const choose = (next: string | undefined): void => {
    if (next === undefined) onChange(undefined);
    else if (next.startsWith('fact:')) onChange({ fact: next.slice(5) });
    else onChange({ rule: { unit: UNITS.find((unit) => unit === next) ?? 'workingDays', amount: span?.amount ?? 1 } });
  };
  const options = [
    ...UNITS.map((unit) => ({ value: unit, label: translate(`designer.span.${unit}`) })),
    ...DATE_FACTS.map(([name, fact]) => ({ value: `fact:${name}`, label: translate('designer.span.fact', { name: lang === 'en' ? fact.en : fact.th }) })),
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
      {value === undefined ? null : <DeadlinePreview deadline={value} people={context.people} />}
    </Stack>
  );
}
