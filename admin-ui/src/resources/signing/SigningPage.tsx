import { FormControlLabel, Radio, RadioGroup, Stack, Switch, TextField, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { BodyOf, endpoints, ResponseOf } from '#domain/contracts/endpoints';
import { ActDialog } from '../../components/ActDialog';
import { Page, Panel } from '../../components/Page';
import { ErrorState, LoadingRows } from '../../components/states';
import { useTell } from '../../hooks/use-tell';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useErrorText } from '../../providers/i18n/use-error-text';

type Signing = ResponseOf<(typeof endpoints)['signing']>;
const RULES = ['always', 'personal'] as const;
const SIGNING = ['signing'] as const;

/** การยืนยันลายมือชื่อ: what the office asks for, and one's own wish where it leaves it to its people. */
export default function SigningPage() {
  const translate = useTranslate();
  const api = useApi();
  const signing = useQuery({ queryKey: SIGNING, queryFn: ({ signal }) => api.signing({ signal }) });
  return (
    <Page title={translate('nav.signing')} subtitle={translate('signing.subtitle')} width={820}>
      {signing.isPending ? <LoadingRows rows={3} /> : null}
      {signing.isError && signing.data === undefined ? <ErrorState error={signing.error} onRetry={() => void signing.refetch()} /> : null}
      {signing.data === undefined ? null : <Settings signing={signing.data} />}
    </Page>
  );
}

/** Takes over what the server kept; open letters ask for their forms anew. */
function useKeep() {
  const translate = useTranslate();
  const tell = useTell();
  const queryClient = useQueryClient();
  return async (kept: Signing): Promise<void> => {
    queryClient.setQueryData(SIGNING, kept);
    tell(translate('signing.kept'), 'success');
    await queryClient.invalidateQueries({ queryKey: keys.letter });
  };
}

function Settings({ signing }: { readonly signing: Signing }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const api = useApi();
  const keep = useKeep();
  const tell = useTell();
  const errorText = useErrorText();
  const [isGivingUp, setIsGivingUp] = useState(false);
  const wish = useMutation({ mutationFn: (body: BodyOf<(typeof endpoints)['setMySigning']>) => api.setMySigning({ body }), onSuccess: keep, onError: (error) => tell(errorText(error), 'error') });
  const rule = useMutation({
    mutationFn: ({ officeId, value }: { readonly officeId: string; readonly value: (typeof RULES)[number] }) => api.setOfficeSigning({ params: { id: officeId }, body: { rule: value } }),
    onSuccess: keep,
    onError: (error) => tell(errorText(error), 'error'),
  });
  const isFree = signing.offices.some((office) => office.rule === 'personal');
  return (
    <Stack spacing={2}>
      <Panel title={translate('signing.mine')}>
        <FormControlLabel
          sx={{ alignItems: 'flex-start' }}
          control={<Switch checked={signing.asksPassword} disabled={wish.isPending} onChange={(_, isOn) => (isOn ? wish.mutate({ asksPassword: true }) : setIsGivingUp(true))} />}
          label={translate('signing.ask')}
        />
        <Typography variant="body2" color="text.secondary">{translate(isFree ? 'signing.mineFree' : 'signing.mineBound')}</Typography>
      </Panel>
      {signing.offices.map(({ office, rule: current, asksPassword, canChange }) => (
        <Panel key={office.id} title={localName(office.name)}>
          <RadioGroup aria-label={translate('signing.officeRule', { office: localName(office.name) })} value={current} onChange={(_, value) => rule.mutate({ officeId: office.id, value: RULES.find((each) => each === value) ?? 'always' })}>
            {RULES.map((each) => <FormControlLabel key={each} value={each} disabled={!canChange || rule.isPending} control={<Radio />} label={translate(`signing.rule.${each}`)} />)}
          </RadioGroup>
          <Typography variant="body2" color="text.secondary">{translate(asksPassword ? 'signing.youAsked' : 'signing.youNotAsked')} {canChange ? '' : translate('signing.officeAdmin')}</Typography>
        </Panel>
      ))}
      {isGivingUp ? <GiveUpDialog onClose={() => setIsGivingUp(false)} /> : null}
    </Stack>
  );
}

/** Giving up the question needs the password once more. */
function GiveUpDialog({ onClose }: { readonly onClose: () => void }) {
  const translate = useTranslate();
  const api = useApi();
  const keep = useKeep();
  const [password, setPassword] = useState('');
  const [wasTried, setWasTried] = useState(false);
  const give = useMutation({
    mutationFn: () => api.setMySigning({ body: { asksPassword: false, password } }),
    onSuccess: async (kept) => {
      await keep(kept);
      onClose();
    },
  });
  const error = wasTried && password === '' ? translate('ra.validation.required') : undefined;
  const confirm = (): void => {
    setWasTried(true);
    if (password !== '') give.mutate();
  };
  return (
    <ActDialog title={translate('signing.giveUp')} confirmLabel={translate('signing.giveUpConfirm')} isRunning={give.isPending} error={give.error} onConfirm={confirm} onClose={onClose}>
      <Typography>{translate('signing.giveUpText')}</Typography>
      <TextField label={translate('signing.password')} type="password" required autoFocus autoComplete="current-password" value={password} error={error !== undefined} helperText={error} onChange={(event) => setPassword(event.target.value)} />
    </ActDialog>
  );
}
