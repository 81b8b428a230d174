import { Alert, Button } from '@mui/material';
import { useTranslate } from 'react-admin';

/** Above a form: it begins with what was typed earlier and not sent. */
export function KeptNotice({ kept, onStartAnew }: { readonly kept: { readonly found: unknown }; readonly onStartAnew: () => void }) {
  const translate = useTranslate();
  if (kept.found === null) return null;
  return (
    <Alert severity="info" action={<Button color="inherit" size="small" onClick={onStartAnew}>{translate('kept.startAnew')}</Button>}>
      {translate('kept.found')}
    </Alert>
  );
}
