import { Alert, Button, Stack, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect } from 'react';
import { useTranslate } from 'react-admin';
import { PASSWORD_MIN, passwordChangeSchema } from '#domain/contracts/organisation';
import { TextInput } from '../../components/form/fields';
import { useContractForm } from '../../components/form/use-contract-form';
import '../../i18n/work-texts';
import { SESSION_KEY } from '../../providers/auth/auth-provider';
import { useApi } from '../../providers/data/data-provider';
import { useErrorText } from '../../providers/i18n/use-error-text';
import { useFormat } from '../../providers/i18n/use-format';

type Values = { current: string; next: string; again: string };

/** Sets one's own password; what was typed twice must be the same. */
export function PasswordForm({ isFirst, onDone }: { readonly isFirst: boolean; readonly onDone: () => void }) {
  const translate = useTranslate();
  const api = useApi();
  const errorText = useErrorText();
  const format = useFormat();
  const queryClient = useQueryClient();
  const toBody = ({ current, next }: Values) => ({ current, next });
  const { control, handleSubmit, setError, showRefusal } = useContractForm({ schema: passwordChangeSchema, defaultValues: { current: '', next: '', again: '' } as Values, toBody });
  const save = useMutation({
    mutationFn: (values: Values) => api.changePassword({ body: toBody(values) }),
    onSuccess: (session) => {
      queryClient.setQueryData(SESSION_KEY, session);
      void queryClient.invalidateQueries();
      onDone();
    },
  });
  useEffect(() => showRefusal(save.error), [save.error, showRefusal]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void handleSubmit((values) => {
      if (values.next !== values.again) setError('again', { type: 'same', message: translate('password.notSame') }, { shouldFocus: true });
      else save.mutate(values);
    })();
  };
  return (
    <Stack component="form" noValidate onSubmit={submit} spacing={2}>
      <Typography color="text.secondary">{translate(isFirst ? 'password.firstText' : 'password.text', { n: format.number(PASSWORD_MIN) })}</Typography>
      {save.error === null ? null : <Alert severity="error">{errorText(save.error)}</Alert>}
      <TextInput control={control} name="current" type="password" label={translate(isFirst ? 'account.oneTime' : 'password.current')} autoComplete="current-password" required autoFocus size="medium" />
      <TextInput control={control} name="next" type="password" label={translate('password.next')} autoComplete="new-password" required size="medium" />
      <TextInput control={control} name="again" type="password" label={translate('password.again')} autoComplete="new-password" required size="medium" />
      <Button type="submit" variant="contained" size="large" loading={save.isPending}>{translate('password.save')}</Button>
    </Stack>
  );
}
