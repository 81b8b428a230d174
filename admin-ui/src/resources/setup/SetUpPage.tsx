import '../../i18n/administration-texts';
import { Box, Button, Card, Stack, TextField, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { LinkBase, useTranslate } from 'react-admin';
import type { SetUpOffice } from '#domain/contracts/set-up';
import { ForWhom } from '../../components/ForWhom';
import { Mark } from '../../components/marks';
import { Page } from '../../components/Page';
import { EmptyState, ErrorState, LoadingRows } from '../../components/states';
import { useAddressFilters } from '../../hooks/use-address-filters';
import { useTell } from '../../hooks/use-tell';
import { useLocalName } from '../../providers/auth/use-session';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { useErrorText } from '../../providers/i18n/use-error-text';
import { useFormat } from '../../providers/i18n/use-format';
import { OfficeChecklist } from './ChecklistPage';

/** The offices that one may set up; whoever keeps one office sees its checklist at once. */
export default function SetUpPage() {
  return <ForWhom can={['setUp']}><Offices /></ForWhom>;
}

export function useSetUpOffices() {
  const api = useApi();
  return useQuery({ queryKey: [...keys.setUp, 'offices'], queryFn: ({ signal }) => api.setUpOffices({ signal }) });
}

function Offices() {
  const translate = useTranslate();
  const localName = useLocalName();
  const [filters, change] = useAddressFilters();
  const offices = useSetUpOffices();
  const items = offices.data?.items ?? [];
  const only = items.length === 1 ? items[0] : undefined;
  if (only !== undefined) return <OfficeChecklist officeId={only.id} />;
  const words = (filters['q'] ?? '').toLowerCase();
  const found = items.filter(({ name, code }) => `${localName(name)} ${name.th} ${code}`.toLowerCase().includes(words));
  return (
    <Page
      title={translate('nav.setUp')}
      subtitle={translate('setUp.subtitle')}
      width={900}
      actions={offices.data?.canCreate === true ? <Button variant="contained" component={LinkBase} to="/set-up/new">{translate('setUp.newOffice')}</Button> : undefined}
    >
      <TextField label={translate('setUp.search')} value={filters['q'] ?? ''} onChange={(event) => change({ q: event.target.value === '' ? undefined : event.target.value })} sx={{ mb: 2, width: { xs: '100%', sm: 360 } }} />
      {offices.isPending ? <LoadingRows /> : null}
      {offices.isError ? <ErrorState error={offices.error} onRetry={() => void offices.refetch()} /> : null}
      {offices.data !== undefined && found.length === 0 ? <EmptyState title={translate('setUp.noOffice')} isFiltered /> : null}
      <Stack component="ul" spacing={1} aria-label={translate('setUp.offices')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {found.map((office) => <OfficeRow key={office.id} office={office} canMark={offices.data?.canMark === true} />)}
      </Stack>
    </Page>
  );
}

/** How far an office is, in one word. */
export const stageOf = ({ isLinked, administrators, hasLetters }: SetUpOffice): 'open' | 'begun' | 'none' => (isLinked ? 'open' : administrators > 0 || hasLetters ? 'begun' : 'none');
const TONES = { open: 'good', begun: 'info', none: 'muted' } as const;

function OfficeRow({ office, canMark }: { readonly office: SetUpOffice; readonly canMark: boolean }) {
  const translate = useTranslate();
  const localName = useLocalName();
  const format = useFormat();
  const stage = stageOf(office);
  const name = localName(office.name);
  return (
    <Card component="li" sx={{ p: 1.5, display: 'flex', gap: 1.5, flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between' }}>
      <Box sx={{ minWidth: 0, flex: '1 1 240px' }}>
        <Typography sx={{ fontWeight: 600 }}>{name}</Typography>
        <Stack direction="row" useFlexGap spacing={1} sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
          <Mark tone={TONES[stage]}>{translate(`setUp.stage.${stage}`)}</Mark>
          {office.isTemplate ? <Mark tone="calm">{translate('setUp.template')}</Mark> : null}
          {office.units === 0 ? null : <Typography variant="body2" color="text.secondary">{translate('setUp.unitsOf', { n: format.number(office.units) })}</Typography>}
        </Stack>
      </Box>
      {canMark && office.units > 0 ? <MarkButton office={office} name={name} /> : null}
      {stage === 'none' ? (
        <Button size="small" variant="outlined" component={LinkBase} to={`/set-up/new?officeId=${office.id}`} aria-label={translate('setUp.beginOf', { name })}>{translate('setUp.begin')}</Button>
      ) : (
        <Button size="small" component={LinkBase} to={`/set-up/${office.id}`} aria-label={translate('setUp.lookAt', { name })}>{translate('setUp.steps')}</Button>
      )}
    </Card>
  );
}

/** Says whether others may begin as this office: who sets one up can read its structure then. */
function MarkButton({ office: { id, isTemplate }, name }: { readonly office: SetUpOffice; readonly name: string }) {
  const translate = useTranslate();
  const api = useApi();
  const tell = useTell();
  const errorText = useErrorText();
  const queryClient = useQueryClient();
  const mark = useMutation({
    mutationFn: () => api.markTemplate({ params: { id }, body: { isTemplate: !isTemplate } }),
    onSuccess: async (next) => {
      queryClient.setQueryData([...keys.setUp, 'offices'], next);
      tell(translate(isTemplate ? 'setUp.templateTakenBack' : 'setUp.templateMarked', { name }), 'success');
      await queryClient.invalidateQueries({ queryKey: [...keys.setUp, 'templates'] });
    },
    onError: (error) => tell(errorText(error), 'error'),
  });
  const text = translate(isTemplate ? 'setUp.takeTemplateBack' : 'setUp.markTemplate');
  return <Button size="small" loading={mark.isPending} onClick={() => mark.mutate()} aria-label={`${text} ${name}`}>{text}</Button>;
}
