import { Alert, Button } from '@mui/material';
import { LinkBase, useTranslate } from 'react-admin';
import type { Control } from 'react-hook-form';
import { TextInput } from '../../components/form/fields';
import { Panel } from '../../components/Page';
import { useFormat } from '../../providers/i18n/use-format';
import type { InsteadOf, IntakeValues } from './intake-form';

/** What this registration takes the place of, and why: the number that it had is cancelled with it. */
export function AnewPanel({ control, insteadOf, onLeave }: { readonly control: Control<IntakeValues>; readonly insteadOf: InsteadOf; readonly onLeave: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const no = format.digits(insteadOf.receiveNo);
  return (
    <Panel title={translate('intake.anew', { no })} actions={<Button size="small" component={LinkBase} to={`/letters/${insteadOf.letterId}`} onClick={onLeave}>{translate('intake.leaveAnew')}</Button>}>
      <Alert severity="warning" sx={{ mb: 2 }}>{translate('intake.anewText', { no })}</Alert>
      <TextInput control={control} name="anewReason" label={translate('intake.anewReason')} required multiline maxRows={3} autoComplete="off" />
    </Panel>
  );
}
