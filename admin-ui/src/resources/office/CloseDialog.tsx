import { Alert, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { bangkokDate } from '#domain/thai/dates';
import { ActDialog } from '../../components/ActDialog';
import { DateField } from '../../components/form/date-fields';
import { ApiError } from '../../providers/data/api-error';
import { useFormat } from '../../providers/i18n/use-format';
import { useOfficeChange } from './use-office';

type Closing = { readonly rev: number; readonly on: string | null };

/** Closes a unit, a post or an office from a day on, or takes that back. What still uses it is listed, and it stays open. */
export function CloseDialog({ name, rev, isClosed, send, onClose }: { readonly name: string; readonly rev: number; readonly isClosed: boolean; readonly send: (body: Closing) => Promise<unknown>; readonly onClose: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const [on, setOn] = useState<string | null>(() => bangkokDate(new Date().toISOString()));
  const close = useOfficeChange({ change: send, told: 'office.saved', onDone: onClose });
  const used = usedBy(close.error);
  const isDay = on !== null && /^\d{4}-\d\d-\d\d$/.test(on);
  return (
    <ActDialog
      title={translate(isClosed ? 'office.reopen' : 'office.close')}
      confirmLabel={translate(isClosed ? 'office.reopen' : 'office.close')}
      tone={isClosed ? 'primary' : 'danger'}
      isRunning={close.isPending}
      error={close.error}
      canConfirm={isClosed || isDay}
      onConfirm={() => close.mutate({ rev, on: isClosed ? null : on })}
      onClose={onClose}
    >
      <Typography sx={{ fontWeight: 600 }}>{name}</Typography>
      <Typography variant="body2" color="text.secondary">{translate(isClosed ? 'office.reopenText' : 'office.closeText')}</Typography>
      {isClosed ? null : <DateField label={translate('office.closeOn')} helperText={translate('office.closeOnHelp')} value={on} onChange={setOn} disablePast isRequired />}
      {used.length === 0 ? null : (
        <Alert severity="info">
          {translate('office.usedBy')}
          <ul style={{ margin: 0, paddingInlineStart: 20 }}>
            {used.map(([kind, count]) => <li key={kind}>{translate(`office.used.${kind}`, { n: format.number(count), _: kind })}</li>)}
          </ul>
        </Alert>
      )}
    </ActDialog>
  );
}

/** Counts of what stands in the way, as the refusal tells them. */
function usedBy(error: unknown): readonly (readonly [string, number])[] {
  const used = error instanceof ApiError ? error.problem.details['used'] : undefined;
  if (typeof used !== 'object' || used === null) return [];
  return Object.entries(used).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
}
