import { Alert, Button } from '@mui/material';
import { LinkBase, useTranslate } from 'react-admin';
import { useActed } from './use-walk';

/** What was just done, with the way back to it; stands on the page that came by itself. */
export function ActedNotice() {
  const translate = useTranslate();
  const acted = useActed();
  if (acted === null) return null;
  return (
    <Alert
      severity="success"
      role="status"
      sx={{ mb: 1.5 }}
      action={<Button color="inherit" size="small" component={LinkBase} to={acted.path}>{translate('walk.backToActed')}</Button>}
    >
      {translate('walk.acted', { what: acted.what, subject: acted.subject })}
    </Alert>
  );
}
