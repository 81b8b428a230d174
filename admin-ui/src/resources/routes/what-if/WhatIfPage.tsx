import '../../../i18n/route-texts';
import { Alert, Box, Button, LinearProgress, Link, MenuItem, Stack, TextField, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { LinkBase, useParams, useTranslate } from 'react-admin';
import { bangkokDate } from '#domain/thai/dates';
import { DateField } from '../../../components/form/date-fields';
import { onDemand } from '../../../components/on-demand';
import { Page, Panel } from '../../../components/Page';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/states';
import { useSession } from '../../../providers/auth/use-session';
import { useLocalName } from '../../../providers/auth/use-session';
import { useApi } from '../../../providers/data/data-provider';
import { keys } from '../../../providers/data/keys';
import { useErrorText } from '../../../providers/i18n/use-error-text';
import { useFormat } from '../../../providers/i18n/use-format';
import { type Preset, PRESETS, spanOf } from './span';
import { useWhatIf, type WhatIf, whatIfKey } from './use-what-if';

// Whoever has tried nothing yet does not wait for it.
const WhatIfResultView = onDemand(() => import('./WhatIfResult').then((module) => module.WhatIfResult), () => <LoadingRows />);

/** Letters of the past on a draft: what would be another path, who would have more to do, and what would be late. */
export default function WhatIfPage() {
  const translate = useTranslate();
  const api = useApi();
  const { draftId = '' } = useParams<{ draftId: string }>();
  const draft = useQuery({ queryKey: [...keys.routeDesigns, 'what-if-draft', draftId], queryFn: ({ signal }) => api.routeDraft({ params: { id: draftId }, signal }) });
  const whatIf = useWhatIf(draftId);
  const localName = useLocalName();
  const name = draft.data === undefined ? '' : localName({ th: draft.data.definition.name, en: draft.data.definition.nameEn ?? draft.data.storedNameEn });
  return (
    <Page
      title={name === '' ? translate('whatIf.title') : translate('whatIf.of', { name })}
      subtitle={<><Typography component="span" variant="body2" sx={{ display: 'block' }}>{translate('whatIf.subtitle')}</Typography><Link component={LinkBase} to={`/routes/drafts/${draftId}`}>{translate('whatIf.back')}</Link></>}
    >
      {whatIf.isPending ? <LoadingRows /> : null}
      {whatIf.isError ? <ErrorState error={whatIf.error} onRetry={() => void whatIf.refetch()} /> : null}
      {whatIf.data === undefined ? null : <WhatIfBoard draftId={draftId} whatIf={whatIf.data} />}
    </Page>
  );
}

function WhatIfBoard({ draftId, whatIf }: { readonly draftId: string; readonly whatIf: WhatIf }) {
  const translate = useTranslate();
  const { latest, result, canStart } = whatIf;
  const stopped = latest !== null && latest.state !== 'done' && latest.state !== 'running' ? latest.state : null;
  return (
    <Stack spacing={2}>
      {canStart ? <Begin draftId={draftId} whatIf={whatIf} /> : <Alert severity="info">{translate('whatIf.readOnly')}</Alert>}
      {latest?.state === 'running' ? <Running draftId={draftId} run={latest} canStop={canStart} /> : null}
      {stopped === null ? null : <Alert severity="warning">{translate(`whatIf.state.${stopped}`)}</Alert>}
      {result === null ? (latest?.state === 'running' ? null : <NothingYet />) : <WhatIfResultView key={result.id} run={result} draftId={draftId} />}
    </Stack>
  );
}

function NothingYet() {
  const translate = useTranslate();
  const session = useSession();
  return (
    <EmptyState title={translate('whatIf.none.title')} text={translate('whatIf.none.text')}>
      {session?.isDemo === true ? <Typography variant="body2">{translate('whatIf.none.demo')} <Box component="code" lang="en" sx={{ whiteSpace: 'nowrap' }}>npm start -- --with-quarter</Box></Typography> : null}
    </EmptyState>
  );
}

function Begin({ draftId, whatIf }: { readonly draftId: string; readonly whatIf: WhatIf }) {
  const translate = useTranslate();
  const api = useApi();
  const errorText = useErrorText();
  const queryClient = useQueryClient();
  const [today] = useState(() => bangkokDate(new Date().toISOString()));
  const [preset, setPreset] = useState<Preset>('quarter');
  const [own, setOwn] = useState(() => spanOf('quarter', today, { from: today, to: today }));
  const [letters, setLetters] = useState<'route' | 'all'>(whatIf.hasRoute ? 'route' : 'all');
  const span = spanOf(preset, today, own);
  const start = useMutation({
    mutationFn: async () => api.startWhatIf({ params: { id: draftId }, body: { ...span, letters } }),
    onSettled: async () => queryClient.invalidateQueries({ queryKey: whatIfKey(draftId) }),
  });
  const isRunning = whatIf.latest?.state === 'running';
  const change = (part: 'from' | 'to', day: string | null): void => {
    if (day === null) return;
    setOwn({ ...span, [part]: day });
    setPreset('own');
  };
  return (
    <Panel title={translate('whatIf.span.title')}>
      <Stack component="form" direction={{ xs: 'column', md: 'row' }} useFlexGap spacing={1.5} sx={{ flexWrap: 'wrap', alignItems: { md: 'flex-start' }, '& > :not(button)': { flex: { md: '1 1 190px' }, width: { md: 'auto' } } }} onSubmit={(event) => { event.preventDefault(); start.mutate(); }}>
        <TextField select label={translate('whatIf.span.preset')} value={preset} onChange={(event) => setPreset(PRESETS.find((each) => each === event.target.value) ?? 'quarter')}>
          {PRESETS.map((each) => <MenuItem key={each} value={each}>{translate(`whatIf.span.${each}`)}</MenuItem>)}
        </TextField>
        <DateField label={translate('whatIf.span.from')} value={span.from} onChange={(day) => change('from', day)} disableFuture />
        <DateField label={translate('whatIf.span.to')} value={span.to} onChange={(day) => change('to', day)} disableFuture />
        {whatIf.hasRoute ? (
          <TextField select label={translate('whatIf.letters.label')} value={letters} onChange={(event) => setLetters(event.target.value === 'all' ? 'all' : 'route')}>
            {(['route', 'all'] as const).map((each) => <MenuItem key={each} value={each}>{translate(`whatIf.letters.${each}`)}</MenuItem>)}
          </TextField>
        ) : null}
        <Button type="submit" variant="contained" loading={start.isPending} disabled={isRunning} sx={{ alignSelf: { md: 'center' } }}>{translate(whatIf.result === null ? 'whatIf.start' : 'whatIf.again')}</Button>
      </Stack>
      {start.isError ? <Alert severity="error" sx={{ mt: 1.5 }}>{errorText(start.error)}</Alert> : null}
    </Panel>
  );
}

function Running({ draftId, run, canStop }: { readonly draftId: string; readonly run: NonNullable<WhatIf['latest']>; readonly canStop: boolean }) {
  const translate = useTranslate();
  const api = useApi();
  const format = useFormat();
  const errorText = useErrorText();
  const queryClient = useQueryClient();
  const cancel = useMutation({ mutationFn: async () => api.cancelWhatIf({ params: { id: run.id } }), onSettled: async () => queryClient.invalidateQueries({ queryKey: whatIfKey(draftId) }) });
  const said = translate('whatIf.running', { done: format.number(run.done), total: format.number(run.total) });
  return (
    <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5} sx={{ alignItems: { sm: 'center' } }}>
      <Box sx={{ flex: 1 }}>
        <Typography role="status">{said}</Typography>
        <LinearProgress variant="determinate" value={run.total === 0 ? 0 : (run.done / run.total) * 100} aria-label={said} sx={{ mt: 0.5, height: 8, borderRadius: 1 }} />
        {cancel.isError ? <Alert severity="error" sx={{ mt: 1 }}>{errorText(cancel.error)}</Alert> : null}
      </Box>
      {canStop ? <Button variant="outlined" color="error" loading={cancel.isPending} onClick={() => cancel.mutate()}>{translate('whatIf.cancel')}</Button> : null}
    </Stack>
  );
}
