import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack, TextField, Typography } from '@mui/material';
import { type FormEvent, useId, useState } from 'react';
import { useAuthProvider, useTranslate } from 'react-admin';
import { useErrorText } from '../../providers/i18n/use-error-text';

/** Sign-in over what is on the screen: the same person, or off to the sign-in page. */
export function SignInAgainDialog({ login, onEnd }: { readonly login: string; readonly onEnd: (isBack: boolean) => void }) {
  const translate = useTranslate();
  const errorText = useErrorText();
  const authProvider = useAuthProvider();
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [isSending, setIsSending] = useState(false);
  const id = useId();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (password === '') return setError(translate('auth.passwordNeeded'));
    setIsSending(true);
    setError(null);
    try {
      await authProvider?.login({ login, password });
      onEnd(true);
    } catch (failure) {
      setError(errorText(failure));
      setPassword('');
      setIsSending(false);
    }
  };
  return (
    // Over any other dialog: the act in it waits for this.
    <Dialog open fullWidth maxWidth="xs" aria-labelledby={id} sx={{ zIndex: (theme) => theme.zIndex.modal + 10 }}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <DialogTitle id={id}>{translate('auth.againTitle')}</DialogTitle>
        <DialogContent>
          <Stack spacing={2}>
            <Typography>{translate('auth.againText')}</Typography>
            {error === null ? null : <Alert severity="error">{error}</Alert>}
            <TextField label={translate('ra.auth.username')} value={login} autoComplete="username" slotProps={{ htmlInput: { readOnly: true } }} />
            <TextField label={translate('ra.auth.password')} type="password" value={password} onChange={(event) => setPassword(event.target.value)} autoComplete="current-password" autoFocus slotProps={{ htmlInput: { maxLength: 200 } }} />
          </Stack>
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={() => onEnd(false)} disabled={isSending}>{translate('auth.againLeave')}</Button>
          <Button type="submit" variant="contained" loading={isSending}>{translate('ra.auth.sign_in')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
