import '../../i18n/register-texts';
import { Alert, Button, Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import { InstantField } from '../../components/form/date-fields';
import { Words } from '../../components/form/Words';
import { useFormat } from '../../providers/i18n/use-format';
import type { ReservedNumber } from './use-reserved-number';

/** Says that the letter takes a number that was reserved; of an outage sheet, when it was written on paper. */
export function ReservedNotice({ reserved }: { readonly reserved: ReservedNumber }) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Alert severity="info" action={<Button color="inherit" size="small" onClick={reserved.forget}>{translate('numbers.intake.back')}</Button>} sx={{ '& .MuiAlert-message': { flex: 1 } }}>
      <Stack spacing={1.5}>
        <strong>{translate(`numbers.intake.${reserved.isOutage ? 'outage' : 'reserved'}`, { no: format.digits(reserved.no) })}</strong>
        {reserved.isOutage
          ? <InstantField label={translate('numbers.usedAt')} value={reserved.usedAt} onChange={(usedAt) => reserved.change({ usedAt })} disableFuture isRequired />
          : <Words label={translate('numbers.reason')} helperText={translate('numbers.intake.reasonHelp')} value={reserved.reason} onChange={(reason) => reserved.change({ reason })} />}
      </Stack>
    </Alert>
  );
}
