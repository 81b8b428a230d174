import { Button, IconButton, Stack, Tab, Tabs, Tooltip } from '@mui/material';
import BeforeIcon from '@mui/icons-material/ChevronLeft';
import AfterIcon from '@mui/icons-material/ChevronRight';
import { LinkBase, useTranslate } from 'react-admin';
import { addDays, bangkokDate, isCivilDate } from '#domain/thai/dates';
import { ForWhom } from '../../components/ForWhom';
import { DateField } from '../../components/form/date-fields';
import { Page } from '../../components/Page';
import { oneOf } from '../../hooks/one-of';
import { useAddressFilters } from '../../hooks/use-address-filters';
import { useNow } from '../../hooks/use-now';
import { useShortcuts } from '../../hooks/use-shortcuts';
import { useFormat } from '../../providers/i18n/use-format';
import { ReceivedList, ReturnedList, SentList, WaitingList } from './DeskLists';
import { useDeskCounts } from './use-desk';

const TABS = ['received', 'sent', 'waiting', 'returned'] as const;
type TabName = (typeof TABS)[number];
/** Lists of a single day; the others are of everything that is open. */
const OF_A_DAY: ReadonlySet<TabName> = new Set<TabName>(['received', 'sent']);

/** โต๊ะงานสารบรรณ: the clerk's day at a glance. */
export default function DeskPage() {
  const translate = useTranslate();
  const format = useFormat();
  const [filters, change] = useAddressFilters();
  const today = bangkokDate(new Date(useNow()).toISOString());
  const asked = filters['day'];
  const day = asked !== undefined && isCivilDate(asked) ? asked : today;
  const tab = oneOf(TABS, filters['tab']) ?? 'received';
  const counts = useDeskCounts(day);
  const goTo = (next: string): void => change({ day: next === today ? undefined : next });
  const label = (name: TabName): string => {
    const n = counts[name];
    return n === undefined ? translate(`desk.tab.${name}`) : translate('desk.tabCount', { tab: translate(`desk.tab.${name}`), n: format.number(n) });
  };
  useShortcuts('nav.desk', [
    { keys: '1', label: 'desk.tab.received', run: () => change({ tab: undefined }) },
    { keys: '2', label: 'desk.tab.sent', run: () => change({ tab: 'sent' }) },
    { keys: '3', label: 'desk.tab.waiting', run: () => change({ tab: 'waiting' }) },
    { keys: '4', label: 'desk.tab.returned', run: () => change({ tab: 'returned' }) },
    ...(OF_A_DAY.has(tab)
      ? [
          { keys: 'bracketleft', label: 'desk.previousDay', run: () => goTo(addDays(day, -1)) },
          { keys: 'bracketright', label: 'desk.nextDay', run: () => (day < today ? goTo(addDays(day, 1)) : undefined) },
        ]
      : []),
  ]);

  return (
    <Page
      title={translate('nav.desk')}
      subtitle={translate('desk.subtitle')}
      width={1080}
      actions={<ForIntake />}
    >
      <ForWhom can={['desk']}>
        <Tabs value={tab} onChange={(_, next: TabName) => change({ tab: next === 'received' ? undefined : next })} variant="scrollable" allowScrollButtonsMobile aria-label={translate('nav.desk')} sx={{ mb: 2, borderBottom: 1, borderColor: 'divider' }}>
          {TABS.map((name) => <Tab key={name} value={name} label={label(name)} />)}
        </Tabs>
        {OF_A_DAY.has(tab) ? (
          <Stack direction="row" spacing={1} sx={{ alignItems: 'center', mb: 2, maxWidth: 420 }}>
            <Tooltip title={translate('desk.previousDay')}><IconButton aria-label={translate('desk.previousDay')} onClick={() => goTo(addDays(day, -1))}><BeforeIcon /></IconButton></Tooltip>
            <DateField label={translate('desk.day')} value={day} disableFuture onChange={(next) => (next !== null && isCivilDate(next) ? goTo(next) : undefined)} />
            <Tooltip title={translate('desk.nextDay')}><span><IconButton aria-label={translate('desk.nextDay')} disabled={day >= today} onClick={() => goTo(addDays(day, 1))}><AfterIcon /></IconButton></span></Tooltip>
            {day === today ? null : <Button onClick={() => change({ day: undefined })}>{translate('desk.today')}</Button>}
          </Stack>
        ) : null}
        {tab === 'received' ? <ReceivedList day={day} /> : null}
        {tab === 'sent' ? <SentList day={day} /> : null}
        {tab === 'waiting' ? <WaitingList /> : null}
        {tab === 'returned' ? <ReturnedList /> : null}
      </ForWhom>
    </Page>
  );
}

function ForIntake() {
  const translate = useTranslate();
  return <Button component={LinkBase} to="/intake" variant="contained">{translate('desk.takeIn')}</Button>;
}
