import { Alert, Box, Button, FormControl, InputLabel, OutlinedInput, type OutlinedInputProps, Paper, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, lazy, Suspense, useEffect, useId, useRef, useState } from 'react';
import { useLocaleState, useLogin, useTranslate } from 'react-admin';
import { useApi } from '../../providers/data/data-provider';
import { LOCALES } from '../../providers/i18n/i18n-provider';
import { useErrorText } from '../../providers/i18n/use-error-text';

const DemoAccounts = lazy(() => import('./DemoAccounts'));

/** Sign-in. In a demonstration the accounts stand beside it by office and role; one click fills the form. */
export default function LoginPage() {
  const translate = useTranslate();
  const login = useLogin();
  const api = useApi();
  const errorText = useErrorText();
  const [locale, setLocale] = useLocaleState();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [isSending, setIsSending] = useState(false);
  const passwordField = useRef<HTMLInputElement>(null);
  const submitButton = useRef<HTMLButtonElement>(null);
  const demo = useQuery({ queryKey: ['demoAccounts'], queryFn: ({ signal }) => api.demoAccounts({ query: {}, signal }), retry: false, staleTime: Infinity });
  const title = translate('auth.title');
  const product = translate('app.name');
  useEffect(() => {
    document.title = `${title} · ${product}`;
    document.documentElement.lang = locale;
  }, [title, product, locale]);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (name.trim() === '' || password === '') {
      setError(translate('auth.bothNeeded'));
      return;
    }
    setIsSending(true);
    setError(null);
    try {
      await login({ login: name.trim(), password });
    } catch (failure) {
      setError(errorText(failure));
      setPassword('');
      passwordField.current?.focus();
    } finally {
      setIsSending(false);
    }
  };

  return (
    <Box component="main" sx={{ minHeight: '100vh', bgcolor: 'background.default', display: 'flex', justifyContent: 'center', alignItems: 'flex-start', p: { xs: 1.5, sm: 3 }, pt: { md: '8vh' } }}>
      {/* What comes later stands below: nothing moves away from under the hand. */}
      <Stack spacing={3} sx={{ width: '100%', maxWidth: 720, alignItems: 'center' }}>
        <Paper variant="outlined" sx={{ p: { xs: 2.5, sm: 4 }, width: '100%', maxWidth: 440 }}>
          <Stack component="form" noValidate onSubmit={(event) => void submit(event)} spacing={2}>
            <Stack direction="row" spacing={1.5} sx={{ alignItems: 'center' }}>
              <Box component="img" src="/favicon.svg" alt="" sx={{ width: 44, height: 44 }} />
              <Box>
                <Typography variant="h1">{product}</Typography>
                <Typography color="text.secondary">{translate('app.owner')}</Typography>
              </Box>
            </Stack>
            {error === null ? null : <Alert severity="error">{error}</Alert>}
            <Field
              label={translate('ra.auth.username')}
              value={name}
              onChange={(event) => setName(event.target.value)}
              autoComplete="username"
              autoFocus
              slotProps={{ input: { maxLength: 100, autoCapitalize: 'none', spellCheck: false } }}
            />
            <Field
              label={translate('ra.auth.password')}
              type="password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
              autoComplete="current-password"
              inputRef={passwordField}
              slotProps={{ input: { maxLength: 200 } }}
            />
            <Button ref={submitButton} type="submit" variant="contained" size="large" loading={isSending}>{translate('ra.auth.sign_in')}</Button>
            <Stack direction="row" spacing={1} sx={{ justifyContent: 'center' }}>
              {LOCALES.map((each) => (
                <Button key={each.locale} size="small" lang={each.locale} aria-pressed={locale === each.locale} disabled={locale === each.locale} onClick={() => void setLocale(each.locale)}>
                  {each.name}
                </Button>
              ))}
            </Stack>
          </Stack>
        </Paper>
        {demo.data === undefined ? null : (
          <Suspense fallback={null}>
            <DemoAccounts
              demo={demo.data}
              onPick={(account) => {
                setName(account.login);
                setPassword(demo.data.password);
                setError(null);
                submitButton.current?.focus();
              }}
            />
          </Suspense>
        )}
      </Stack>
    </Box>
  );
}

/** A field of this page. MUI's own brings menus and lists along, which nobody needs in order to sign in. */
function Field({ label, ...props }: OutlinedInputProps & { readonly label: string }) {
  const id = useId();
  return (
    <FormControl size="medium" variant="outlined">
      <InputLabel htmlFor={id}>{label}</InputLabel>
      <OutlinedInput id={id} label={label} {...props} />
    </FormControl>
  );
}
