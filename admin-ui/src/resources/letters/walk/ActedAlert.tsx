import { Alert, Button } from '@mui/material';
import { LinkBase, useTranslate } from 'react-admin';
import type { Acted } from './use-walk';

/** Says what was just done, with the way back to it. */
export function ActedAlert({ acted }: { readonly acted: Acted }) {
  const translate = useTranslate();
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
