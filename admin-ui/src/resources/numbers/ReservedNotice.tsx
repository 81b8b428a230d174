import '../../i18n/register-texts';
import { Alert, Button, Stack } from '@mui/material';
import { useTranslate } from 'react-admin';
import { InstantField } from '../../components/form/date-fields';
import { Words } from '../../components/form/Words';
import { ApiError } from '../../providers/data/api-error';
import { useErrorText } from '../../providers/i18n/use-error-text';
import { useFormat } from '../../providers/i18n/use-format';
import type { ReservedNumber } from './use-reserved-number';

/** Refusals that are about the number and not about what stands in the form. */
const OF_NUMBER = /^(NUMBER_|USED_AT_|BOOK_|SECOND_PERSON_|REASON_)/;

/** Says that the letter takes a number that was reserved; of an outage sheet, when it was written on paper. */
export function ReservedNotice({ reserved, error }: { readonly reserved: ReservedNumber; readonly error: unknown }) {
  const translate = useTranslate();
  const format = useFormat();
  const errorText = useErrorText();
  const isOfNumber = error instanceof ApiError && OF_NUMBER.test(error.code);
  return (
    <Alert severity={isOfNumber ? 'error' : 'info'} role={isOfNumber ? 'alert' : 'status'} action={<Button color="inherit" size="small" onClick={reserved.forget}>{translate('numbers.intake.back')}</Button>} sx={{ '& .MuiAlert-message': { flex: 1 } }}>
      <Stack spacing={1.5}>
        <strong>{translate(`numbers.intake.${reserved.isOutage ? 'outage' : 'reserved'}`, { no: format.digits(reserved.no) })}</strong>
        {reserved.isOutage
          ? <InstantField label={translate('numbers.usedAt')} value={reserved.usedAt} onChange={(usedAt) => reserved.change({ usedAt })} disableFuture isRequired />
          : <Words label={translate('numbers.reason')} helperText={translate('numbers.intake.reasonHelp')} value={reserved.reason} onChange={(reason) => reserved.change({ reason })} />}
        {isOfNumber ? <span>{errorText(error)}</span> : null}
      </Stack>
    </Alert>
  );
}
