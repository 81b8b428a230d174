import '../../i18n/administration-texts';
import CheckIcon from '@mui/icons-material/CheckCircleOutlined';
import InfoIcon from '@mui/icons-material/InfoOutlined';
import MissingIcon from '@mui/icons-material/ErrorOutlined';
import { Alert, Box, Button, Card, LinearProgress, Stack, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { LinkBase, useParams, useTranslate } from 'react-admin';
import type { Checklist } from '#domain/contracts/set-up';
import { Mark } from '../../components/marks';
import { Page } from '../../components/Page';
import { ErrorState, LoadingRows } from '../../components/states';
import { useTell } from '../../hooks/use-tell';
import { useLocalName, useSession } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useErrorText } from '../../providers/i18n/use-error-text';
import { useFormat } from '../../providers/i18n/use-format';
import { CopyDialog } from './CopyDialog';

type Step = Checklist['steps'][number];
type State = Step['state'];

const LOOKS = { done: { tone: 'good', Icon: CheckIcon }, advice: { tone: 'info', Icon: InfoIcon }, missing: { tone: 'hot', Icon: MissingIcon } } as const;
/** Where each step is done. */
const PLACES: { readonly [S in Step['step']]: string } = {
  contact: '/organisation', units: '/organisation', posts: '/organisation?tab=import', accounts: '/organisation?tab=accounts', head: '/organisation?tab=acting', registry: '/organisation', lastResort: '/organisation',
  clearance: '/organisation?tab=accounts', books: '/organisation?tab=books', routes: '/organisation?tab=routes', calendar: '/calendar', lists: '/organisation?tab=lists',
};
const NAMES_SHOWN = 6;

/** What an office has and lacks for its first letter, worked out from its data: nothing is ticked by hand. */
export default function ChecklistPage() {
  const { officeId } = useParams<{ officeId: string }>();
  return officeId === undefined ? null : <OfficeChecklist officeId={officeId} />;
}

export function OfficeChecklist({ officeId }: { readonly officeId: string }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const api = useApi();
  const [isCopying, setIsCopying] = useState(false);
  const list = useQuery({ queryKey: [...keys.setUp, officeId], queryFn: ({ signal }) => api.setUpChecklist({ params: { id: officeId }, signal }), gcTime: 0 });
  return (
    <Page
      title={translate('nav.setUp')}
      subtitle={list.data === undefined ? undefined : localName(list.data.office.name)}
      width={900}
      actions={list.data?.canCopy === true ? <Button variant="outlined" onClick={() => setIsCopying(true)}>{translate('setUp.copyMore')}</Button> : undefined}
    >
      {list.isPending ? <LoadingRows rows={8} /> : null}
      {list.isError ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data === undefined ? null : <Whole checklist={list.data} />}
      {isCopying ? <CopyDialog officeId={officeId} onClose={() => setIsCopying(false)} /> : null}
    </Page>
  );
}

function Whole({ checklist }: { readonly checklist: Checklist }) {
  const translate = useTranslate();
  const format = useFormat();
  const { steps, isReady, canManage } = checklist;
  const done = steps.filter(({ state }) => state !== 'missing').length;
  return (
    <Stack spacing={2}>
      <Box>
        <Typography id="set-up-progress" sx={{ fontWeight: 600 }}>{translate('setUp.progress', { done: format.number(done), all: format.number(steps.length) })}</Typography>
        <LinearProgress variant="determinate" value={(done / steps.length) * 100} aria-labelledby="set-up-progress" color={isReady ? 'success' : 'primary'} sx={{ height: 8, borderRadius: 4, mt: 0.5 }} />
        <Typography variant="body2" color="text.secondary" sx={{ mt: 0.5 }}>{translate('setUp.computed')}</Typography>
      </Box>
      {isReady ? <Ready checklist={checklist} /> : null}
      <Stack component="ol" spacing={1} aria-label={translate('setUp.steps')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {steps.map((step) => <StepRow key={step.step} step={step} canManage={canManage} />)}
      </Stack>
    </Stack>
  );
}

function StepRow({ step: { step, state, count, problems }, canManage }: { readonly step: Step; readonly canManage: boolean }) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Card component="li" data-step={step} data-state={state} sx={{ p: 1.5, display: 'flex', flexDirection: { xs: 'column', sm: 'row' }, gap: 1.5, justifyContent: 'space-between' }}>
      <Box sx={{ minWidth: 0 }}>
        <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
          <Typography sx={{ fontWeight: 600 }}>{translate(`setUp.step.${step}`)}</Typography>
          <StateMark state={state} />
        </Stack>
        <Typography variant="body2" color="text.secondary">{translate(`setUp.has.${step}`, { n: format.number(count) })}</Typography>
        {problems.map((problem) => <ProblemLine key={problem.problem} problem={problem} isAdvice={state === 'advice'} />)}
      </Box>
      {canManage ? (
        <Box sx={{ flexShrink: 0 }}>
          <Button component={LinkBase} to={PLACES[step]} size="small" variant={state === 'missing' ? 'contained' : 'outlined'} aria-label={translate('setUp.goTo', { step: translate(`setUp.step.${step}`) })}>{translate(state === 'missing' ? 'setUp.goFix' : 'setUp.goLook')}</Button>
        </Box>
      ) : null}
    </Card>
  );
}

function StateMark({ state }: { readonly state: State }) {
  const translate = useTranslate();
  const { tone, Icon } = LOOKS[state];
  return <Mark tone={tone} strong={state === 'missing'} icon={<Icon aria-hidden />}>{translate(`setUp.state.${state}`)}</Mark>;
}

function ProblemLine({ problem: { problem, names }, isAdvice }: { readonly problem: Step['problems'][number]; readonly isAdvice: boolean }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const format = useFormat();
  // Kinds of books come by their code; everything else by its name.
  const said = names.map((name) => (problem === 'noBook' ? translate(`bookKind.${name.th}`) : format.digits(localName(name))));
  const more = said.length - NAMES_SHOWN;
  const rest = more > 0 ? ` ${translate('setUp.andMore', { n: format.number(more) })}` : '';
  return (
    <Typography variant="body2" color={isAdvice ? 'text.primary' : 'error'} sx={{ overflowWrap: 'anywhere' }}>
      {translate(`setUp.problem.${problem}`, { n: format.number(names.length) })}{said.length === 0 ? '' : `: ${said.slice(0, NAMES_SHOWN).join(', ')}${rest}`}
    </Typography>
  );
}

/** Nothing is missing: a trial letter, and then the door may be opened to others. */
function Ready({ checklist: { office, firstReceived } }: { readonly checklist: Checklist }) {
  const translate = useTranslate();
  const format = useFormat();
  const tell = useTell();
  const errorText = useErrorText();
  const api = useApi();
  const queryClient = useQueryClient();
  const canTakeIn = useSession()?.can.includes('intake') === true;
  const open = useMutation({
    mutationFn: () => api.openOffice({ params: { id: office.id } }),
    onSuccess: async (next) => {
      queryClient.setQueryData([...keys.setUp, office.id], next);
      tell(translate('setUp.opened'), 'success');
      await queryClient.invalidateQueries({ queryKey: keys.directory });
    },
    onError: (error) => tell(errorText(error), 'error'),
  });
  return (
    <Alert severity="success" role="status" sx={{ '& .MuiAlert-message': { flex: 1 } }}>
      <Typography sx={{ fontWeight: 600 }}>{translate('setUp.ready')}</Typography>
      <Typography variant="body2">
        {firstReceived !== null ? translate('setUp.firstReceived', { no: format.digits(firstReceived.no), at: format.dateTime(firstReceived.at) }) : translate(canTakeIn ? 'setUp.tryNow' : 'setUp.tryByClerk')}
      </Typography>
      <Typography variant="body2">{translate(office.isLinked ? 'setUp.isOpen' : 'setUp.isShut')}</Typography>
      <Stack direction="row" useFlexGap spacing={1} sx={{ mt: 1, flexWrap: 'wrap' }}>
        {canTakeIn && firstReceived === null ? <Button component={LinkBase} to="/intake" variant="contained" size="small">{translate('setUp.takeIn')}</Button> : null}
        {office.isLinked ? null : <Button variant={firstReceived === null ? 'outlined' : 'contained'} size="small" loading={open.isPending} onClick={() => open.mutate()}>{translate('setUp.open')}</Button>}
      </Stack>
    </Alert>
  );
}
