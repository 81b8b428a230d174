import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { addWorkingDays } from '#domain/calendar/calendar';
import type { Deadline } from '#domain/route/model';
import { bangkokInstant, type Instant } from '#domain/thai/dates';
import { useFormat } from '../../../providers/i18n/use-format';
import { dueFrom, nextSongkran, type PeopleView } from './people';

/** The date that a limit comes to, for a letter that comes now and for one that comes before the long holiday. */
export function DeadlinePreview({ deadline, people }: { readonly deadline: Deadline; readonly people: PeopleView | undefined }) {
  const translate = useTranslate();
  const format = useFormat();
  if (people === undefined || 'fact' in deadline) return null;
  const eve = bangkokInstant(addWorkingDays(people.calendar, nextSongkran(people.now), -1), '15:00');
  const line = (key: 'now' | 'eve', from: Instant) => {
    const due = dueFrom(people.calendar, deadline, from);
    return <Typography variant="body2" component="li" key={key}>{translate(`routeSetting.due.${key}`, { from: format.dateTime(from), due: format.dateTime(due) })}</Typography>;
  };
  return (
    <Box component="ul" aria-label={translate('routeSetting.due.title')} sx={{ m: 0, p: 1, pl: 3, borderRadius: 1, bgcolor: 'action.hover' }}>
      {line('now', people.now)}
      {line('eve', eve)}
    </Box>
  );
}
