import DownIcon from '@mui/icons-material/ArrowDownwardOutlined';
import UpIcon from '@mui/icons-material/ArrowUpwardOutlined';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import { Button, FormControlLabel, FormHelperText, IconButton, Stack, Switch, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { freshCode } from './fresh-code';
import type { FieldEditorProps, SettingValues } from './types';

type Outcomes = SettingValues['outcomes'];

/** Ways to finish the work, in the designer's own words. Their codes stay: the lines hang on them. */
export function OutcomesEditor({ value = [], onChange, label, help, error }: FieldEditorProps<Outcomes>) {
  const translate = useTranslate();
  const put = (index: number, outcome: Outcomes[number] | null): void => onChange(value.flatMap((each, at) => (at === index ? (outcome ?? []) : each)));
  return (
    <Stack spacing={1} role="group" aria-label={label}>
      <Typography variant="subtitle2" component="h4">{label}</Typography>
      {value.map((outcome, index) => (
        <Stack key={outcome.code} spacing={0}>
          <Stack direction="row" spacing={0.5}>
            <TextField label={translate('designer.outcome.nth', { n: index + 1 })} value={outcome.name} error={outcome.name.trim() === ''} slotProps={{ htmlInput: { maxLength: 200 } }} onChange={(event) => put(index, { ...outcome, name: event.target.value })} />
            {value.length === 1 ? null : (
              <>
                <IconButton aria-label={translate('designer.outcome.up', { name: outcome.name })} disabled={index === 0} onClick={() => onChange(swapped(value, index - 1))}><UpIcon /></IconButton>
                <IconButton aria-label={translate('designer.outcome.down', { name: outcome.name })} disabled={index === value.length - 1} onClick={() => onChange(swapped(value, index))}><DownIcon /></IconButton>
              </>
            )}
            {value.length === 1 ? null : <IconButton aria-label={translate('designer.outcome.remove', { name: outcome.name })} onClick={() => put(index, null)}><DeleteIcon /></IconButton>}
          </Stack>
          <TextField size="small" label={translate('designer.outcome.english', { n: index + 1 })} value={outcome.nameEn ?? ''} slotProps={{ htmlInput: { maxLength: 200 } }} onChange={(event) => put(index, withEnglish(outcome, event.target.value))} sx={{ mt: 1 }} />
          <FormControlLabel
            control={<Switch size="small" checked={outcome.noteRequired === true} onChange={(event) => put(index, withNote(outcome, event.target.checked))} />}
            label={translate('designer.outcome.note')}
          />
        </Stack>
      ))}
      <Button size="small" variant="outlined" sx={{ alignSelf: 'flex-start' }} onClick={() => onChange([...value, { code: freshCode(value.map(({ code }) => code), 'outcome'), name: translate('designer.outcome.fresh') }])}>{translate('designer.outcome.add')}</Button>
      {error === undefined && help === undefined ? null : <FormHelperText error={error !== undefined}>{error ?? help}</FormHelperText>}
    </Stack>
  );
}

/** The outcome at this place and the one after it, the other way round. */
const swapped = (outcomes: Outcomes, at: number): Outcomes => outcomes.map((each, index) => (index === at ? (outcomes[at + 1] ?? each) : index === at + 1 ? (outcomes[at] ?? each) : each));

function withEnglish({ nameEn: _before, ...outcome }: Outcomes[number], nameEn: string): Outcomes[number] {
  return nameEn === '' ? outcome : { ...outcome, nameEn };
}

function withNote({ noteRequired: _before, ...outcome }: Outcomes[number], isRequired: boolean): Outcomes[number] {
  return isRequired ? { ...outcome, noteRequired: true } : outcome;
}
