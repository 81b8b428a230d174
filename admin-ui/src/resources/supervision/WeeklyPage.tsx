import ChevronLeftIcon from '@mui/icons-material/ChevronLeft';
import ChevronRightIcon from '@mui/icons-material/ChevronRight';
import PrintIcon from '@mui/icons-material/PrintOutlined';
import { Box, Button, GlobalStyles, Stack } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { addDays, isCivilDate } from '#domain/thai/dates';
import { Page } from '../../components/Page';
import { ErrorState, LoadingRows } from '../../components/states';
import { useAddressFilters } from '../../hooks/use-address-filters';
import { useApi } from '../../providers/data/data-provider';
import { keys } from '../../providers/data/keys';
import { SupervisionTabs } from './SupervisionTabs';
import { WeeklySheet } from './WeeklySheet';

/** One sheet of A4 and nothing of the screen around it. */
const PRINT = {
  '@page': { size: 'A4 portrait', margin: '12mm' },
  '@media print': { 'html, body': { background: '#fff !important' }, '#content': { padding: '0 !important' } },
};

/** สรุปประจำสัปดาห์: how a week went and how things stand now, to be printed on one sheet. */
export default function WeeklyPage() {
  const translate = useTranslate();
  const api = useApi();
  const [filters, change] = useAddressFilters();
  const day = filters['day'] !== undefined && isCivilDate(filters['day']) ? filters['day'] : undefined;
  const weekly = useQuery({ queryKey: [...keys.supervision, 'weekly', day], queryFn: ({ signal }) => api.weekly({ query: day === undefined ? {} : { day }, signal }) });
  const from = weekly.data?.from;
  const go = (days: number): void => (from === undefined ? undefined : change({ day: addDays(from, days) }));
  return (
    <>
      <GlobalStyles styles={PRINT} />
      <Box sx={{ displayPrint: 'none' }}>
        <Page
          title={translate('nav.supervision')}
          subtitle={translate('supervision.weekly.subtitle')}
          actions={<Button variant="contained" startIcon={<PrintIcon />} disabled={weekly.data === undefined} onClick={() => window.print()}>{translate('supervision.weekly.print')}</Button>}
        >
          <SupervisionTabs />
          <Stack direction="row" spacing={1} sx={{ mb: 2, flexWrap: 'wrap', rowGap: 1 }}>
            <Button startIcon={<ChevronLeftIcon />} disabled={from === undefined} onClick={() => go(-7)}>{translate('supervision.weekly.before')}</Button>
            <Button disabled={day === undefined} onClick={() => change({ day: undefined })}>{translate('supervision.weekly.this')}</Button>
            <Button endIcon={<ChevronRightIcon />} disabled={from === undefined || day === undefined} onClick={() => go(7)}>{translate('supervision.weekly.after')}</Button>
          </Stack>
          {weekly.isPending ? <LoadingRows /> : null}
          {weekly.isError ? <ErrorState error={weekly.error} onRetry={() => void weekly.refetch()} /> : null}
        </Page>
      </Box>
      {weekly.data === undefined ? null : <WeeklySheet weekly={weekly.data} />}
    </>
  );
}
