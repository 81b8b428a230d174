import { Chip, Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import { addDays, bangkokDate } from '#domain/thai/dates';
import { useNow } from '../../../hooks/use-now';
import { useFormat } from '../../../providers/i18n/use-format';

const DAYS = [0, 1, 3, 7, 15] as const;

/** The time limits given most often, one tap each. */
export function DueChoices({ value, onChange }: { readonly value: string | null; readonly onChange: (day: string) => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const today = bangkokDate(new Date(useNow()).toISOString());
  return (
    <Stack direction="row" useFlexGap spacing={1} role="group" aria-label={translate('dueIn.label')} sx={{ flexWrap: 'wrap' }}>
      {DAYS.map((days) => {
        const day = addDays(today, days);
        return <Chip key={days} clickable variant={day === value ? 'filled' : 'outlined'} color={day === value ? 'primary' : 'default'} label={days === 0 ? translate('dueIn.today') : translate('dueIn.days', { n: format.number(days) })} aria-pressed={day === value} onClick={() => onChange(day)} sx={{ minHeight: 40 }} />;
      })}
    </Stack>
  );
}
