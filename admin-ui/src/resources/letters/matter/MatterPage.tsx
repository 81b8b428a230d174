import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LinkBase, useParams, useTranslate } from 'react-admin';
import type { Matter } from '#domain/contracts/matters';
import { DateField } from '../../../components/form/date-fields';
import { onDemand } from '../../../components/on-demand';
import { Page, Panel } from '../../../components/Page';
import { EmptyState, ErrorState, LoadingRows } from '../../../components/states';
import { useAddressFilters } from '../../../hooks/use-address-filters';
import { useApi } from '../../../providers/data/data-provider';
import { keys } from '../../../providers/data/keys';
import { useFormat } from '../../../providers/i18n/use-format';
import { ExchangeRow, MatterRow } from './MatterRows';
import { HandLinks } from './HandLinks';

const LinkDialog = onDemand(() => import('./LinkDialogs').then((module) => module.LinkDialog));
const UnlinkDialog = onDemand(() => import('./LinkDialogs').then((module) => module.UnlinkDialog));

/** แฟ้มเรื่อง: the letters of one affair in order of time, now or at the end of a day. */
export default function MatterPage() {
  const translate = useTranslate();
  const format = useFormat();
  const api = useApi();
  const { letterId = '' } = useParams<{ letterId: string }>();
  const [{ on }, change] = useAddressFilters();
  const [dialog, setDialog] = useState<'link' | Matter['byHand'][number] | null>(null);
  const found = useQuery({ queryKey: [...keys.letter, 'matter', letterId, on ?? ''], queryFn: ({ signal }) => api.matter({ params: { letterId }, query: on === undefined ? {} : { on }, signal }) });
  const matter = found.data;
  const own = matter?.letters.find((each) => each.letterId === letterId);
  return (
    <Page
      title={translate('matter.title')}
      subtitle={own?.subject ? translate('matter.of', { subject: own.subject }) : translate('matter.help')}
      actions={
        <>
          <Button component={LinkBase} to={`/letters/${letterId}`}>{translate('matter.back')}</Button>
          {matter?.canLink === true && matter.on === null ? <Button variant="contained" onClick={() => setDialog('link')}>{translate('matter.link')}</Button> : null}
        </>
      }
    >
      <Stack spacing={2}>
        <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5} sx={{ alignItems: { sm: 'center' }, maxWidth: 520 }}>
          <DateField label={translate('matter.on')} value={on ?? null} disableFuture onChange={(day) => change({ on: day ?? undefined })} />
          {on === undefined ? null : <Button onClick={() => change({ on: undefined })} sx={{ flexShrink: 0 }}>{translate('matter.now')}</Button>}
        </Stack>
        {matter === undefined || matter.on === null ? null : <Alert severity="info">{translate('matter.asOf', { date: format.longDate(matter.on) })}</Alert>}
        {found.isPending ? <LoadingRows /> : null}
        {found.isError && matter === undefined ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : null}
        {matter === undefined ? null : <MatterView matter={matter} onUnlink={setDialog} />}
      </Stack>
      {dialog === 'link' ? <LinkDialog letterId={letterId} known={matter?.letters.map((each) => each.letterId) ?? []} onClose={() => setDialog(null)} /> : null}
      {dialog === null || dialog === 'link' ? null : <UnlinkDialog letterId={dialog.fromLetterId === letterId ? letterId : dialog.toLetterId} link={dialog} onClose={() => setDialog(null)} />}
    </Page>
  );
}

function MatterView({ matter, onUnlink }: { readonly matter: Matter; readonly onUnlink: (link: Matter['byHand'][number]) => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const { letters, exchanges } = matter;
  if (letters.length === 0) return <EmptyState title={translate('matter.nothingThen', { date: format.longDate(matter.on) })} />;
  // Each delivery at its own time among the letters.
  const rows = [...letters.map((letter) => ({ at: letter.at, letter })), ...exchanges.map((exchange) => ({ at: exchange.at, exchange }))].sort((one, other) => one.at.localeCompare(other.at));
  return (
    <>
      {matter.isCut ? <Alert severity="warning">{translate('matter.cut')}</Alert> : null}
      <Panel title={translate('matter.letters')} actions={<Typography variant="body2" color="text.secondary">{translate('matter.count', { n: format.number(letters.length) })}</Typography>}>
        <Box component="ol" aria-label={translate('matter.letters')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {rows.map((row) => ('letter' in row
            ? <MatterRow key={row.letter.letterId} letter={row.letter} matter={matter} />
            : <ExchangeRow key={row.exchange.deliveryId} exchange={row.exchange} />))}
        </Box>
        {letters.length + exchanges.length === 1 ? <Typography sx={{ mt: 1.5 }}>{translate('matter.alone')}</Typography> : null}
      </Panel>
      <HandLinks matter={matter} onUnlink={onUnlink} />
    </>
  );
}
