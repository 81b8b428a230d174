import { FormControl, FormControlLabel, FormLabel, Radio, RadioGroup } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { BodyOf, endpoints } from '#domain/contracts/endpoints';
import type { MoveCheck as MoveChecked } from '#domain/contracts/route-life';
import { addDays, bangkokDate } from '#domain/thai/dates';
import { DateField } from '../../../components/form/date-fields';
import { Words } from '../../../components/form/Words';
import { useNow } from '../../../hooks/use-now';
import { MoveCheck } from '../moves/MoveCheck';

type Publishing = BodyOf<(typeof endpoints)['proposeRoute']>;
export const NOTHING_ASKED: Publishing = { note: '', from: 'now', runningLetters: 'stay' };

/** What publishing asks: why, from when, and what becomes of the letters that run. */
export function PublishFields({ value, onChange, of, check }: { readonly value: Publishing; readonly onChange: (value: Publishing) => void; /** What is published, and how it is tried on the running letters. */ readonly of: string; readonly check: () => Promise<MoveChecked> }) {
  const translate = useTranslate();
  const now = useNow();
  const tomorrow = addDays(bangkokDate(new Date(now).toISOString()), 1);
  const { note, from, runningLetters } = value;
  return (
    <>
      <Words label={translate('routes.note')} isRequired multiline minRows={2} value={note} onChange={(text) => onChange({ ...value, note: text })} />
      <FormControl>
        <FormLabel id="publish-from">{translate('routes.when')}</FormLabel>
        <RadioGroup aria-labelledby="publish-from" value={from === 'now' ? 'now' : 'day'} onChange={(_, next) => onChange({ ...value, from: next === 'now' ? 'now' : tomorrow })}>
          <FormControlLabel value="now" control={<Radio />} label={translate('routes.now')} />
          <FormControlLabel value="day" control={<Radio />} label={translate('routes.fromDay')} />
        </RadioGroup>
      </FormControl>
      {from === 'now' ? null : <DateField label={translate('routes.day')} value={from} disablePast isRequired onChange={(day) => onChange({ ...value, from: day ?? tomorrow })} />}
      <FormControl>
        <FormLabel id="publish-running">{translate('routes.running')}</FormLabel>
        <RadioGroup aria-labelledby="publish-running" value={runningLetters} onChange={(_, next) => onChange({ ...value, runningLetters: next === 'move' ? 'move' : 'stay' })}>
          <FormControlLabel value="stay" control={<Radio />} label={translate('routes.stay')} />
          <FormControlLabel value="move" control={<Radio />} label={translate('routes.move')} />
        </RadioGroup>
      </FormControl>
      {runningLetters === 'move' ? <MoveCheck of={of} check={check} /> : null}
    </>
  );
}
