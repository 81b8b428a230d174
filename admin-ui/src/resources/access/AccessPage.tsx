import '../../i18n/administration-texts';
import AllowedIcon from '@mui/icons-material/CheckCircleOutlined';
import RefusedIcon from '@mui/icons-material/BlockOutlined';
import { Box, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import { Mark } from '../../components/marks';
import { Page, Panel } from '../../components/Page';
import { PersonPicker } from '../../components/pickers';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states';
import { useAddressFilters } from '../../hooks/use-address-filters';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { OfficeChoice, useMyOffices } from '../setup/OfficeChoice';
import { LetterPicker } from './LetterPicker';
import { PersonRights } from './PersonRights';
import { useReasonText } from './use-reason-text';

type Why = ResponseOf<(typeof endpoints)['accessWhy']>;
type Decision = Why['decisions'][number];

/** Pick a person: what they may do. Pick a letter as well: why they may or may not see it. Both stand in the address. */
export default function AccessPage() {
  const translate = useTranslate();
  const [filters, change] = useAddressFilters();
  const { officeId } = useMyOffices(['office_admin', 'inspector'], filters['officeId']);
  const personId = filters['personId'];
  const letterId = filters['letterId'];
  return (
    <Page title={translate('nav.access')} subtitle={translate('access.subtitle')} width={900}>
      <Stack spacing={2}>
        <OfficeChoice roles={['office_admin', 'inspector']} value={officeId} onChange={(id) => change({ officeId: id, personId: undefined })} />
        <PersonPicker label={translate('access.person')} officeId={officeId} value={personId ?? null} onChange={(person) => change({ personId: person?.id })} />
        <LetterPicker label={translate('access.letter')} helperText={translate('access.letterHelp')} value={letterId} onChange={(id) => change({ letterId: id })} />
        {personId === undefined ? <EmptyState title={translate('access.choose')} text={translate('access.chooseText')} /> : null}
        {personId !== undefined && letterId !== undefined ? <WhyPanel personId={personId} letterId={letterId} /> : null}
        {personId === undefined ? null : <PersonRights personId={personId} />}
      </Stack>
    </Page>
  );
}

function WhyPanel({ personId, letterId }: { readonly personId: string; readonly letterId: string }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const api = useApi();
  const why = useQuery({ queryKey: [...keys.access, 'why', personId, letterId], queryFn: ({ signal }) => api.accessWhy({ query: { personId, letterId }, signal }) });
  if (why.isPending) return <LoadingRows rows={2} />;
  if (why.isError) return <ErrorState error={why.error} onRetry={() => void why.refetch()} />;
  const [read, ...acts] = why.data.decisions;
  if (read === undefined) return null;
  const name = localName(why.data.person.name);
  const title = translate(!read.allow ? 'access.seesNot' : read.reveal ? 'access.sees' : 'access.seesEnvelope', { name });
  return (
    <Panel title={title}>
      <DecisionText decision={read} />
      {acts.length === 0 ? null : (
        <Box sx={{ mt: 2 }}>
          <Typography variant="h3" sx={{ mb: 1 }}>{translate('access.actsOnIt')}</Typography>
          <Stack spacing={1.5}>{acts.map((decision, index) => <DecisionText key={`${decision.act}/${index}`} decision={decision} isNamed />)}</Stack>
        </Box>
      )}
    </Panel>
  );
}

function DecisionText({ decision, isNamed = false }: { readonly decision: Decision; readonly isNamed?: boolean }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const reasonText = useReasonText();
  const { act, task, allow, rule, reasons } = decision;
  const taskName = task === null ? '' : translate('access.onTask', { kind: translate(`taskKind.${task.kind}`), posts: task.posts.map(({ title }) => localName(title)).join(', ') });
  return (
    <Box>
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <Mark tone={allow ? 'good' : 'muted'} strong icon={allow ? <AllowedIcon aria-hidden /> : <RefusedIcon aria-hidden />}>{translate(allow ? 'access.may' : 'access.mayNot')}</Mark>
        {isNamed ? <Typography sx={{ fontWeight: 600 }}>{translate(`access.act.${act.replace('.', '_')}`)}{taskName}</Typography> : null}
      </Stack>
      <Typography sx={{ mt: 0.5 }}>{translate(`rule.${rule}`)}</Typography>
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {reasons.map((reason, index) => <li key={index}><Typography variant="body2">{reasonText(reason)}</Typography></li>)}
      </ul>
      <Typography variant="caption" color="text.secondary">{translate('access.ruleId', { id: rule })}</Typography>
    </Box>
  );
}
