import { MenuItem, Tab, Tabs, TextField } from '@mui/material';
import { type ComponentType, lazy, Suspense } from 'react';
import { useTranslate } from 'react-admin';
import { Page } from '../../components/Page';
import { EmptyState, LoadingRows } from '../../components/states';
import { oneOf } from '../../hooks/one-of';
import { useAddressFilters } from '../../hooks/use-address-filters';
import { useLocalName, useOfficeShort } from '../../providers/auth/use-session';
import { StructureTab } from './StructureTab';
import type { TabProps } from './types';
import { useManagedOffices } from './use-office';

const TABS = ['structure', 'accounts', 'acting', 'lists', 'books', 'routes', 'import'] as const;
const VIEWS: { readonly [K in (typeof TABS)[number]]: ComponentType<TabProps> } = {
  structure: StructureTab,
  accounts: lazy(() => import('./AccountsTab')),
  acting: lazy(() => import('./ActingTab')),
  lists: lazy(() => import('./ListsTab')),
  books: lazy(() => import('./BooksTab')),
  routes: lazy(() => import('./RoutesTab')),
  import: lazy(() => import('./ImportTab')),
};

/** What an office administrator keeps. */
export default function OfficePage() {
  const translate = useTranslate();
  const localName = useLocalName();
  const officeShort = useOfficeShort();
  const [filters, change] = useAddressFilters();
  const offices = useManagedOffices();
  const tab = oneOf(TABS, filters['tab']) ?? 'structure';
  const office = offices.find(({ id }) => id === filters['officeId']) ?? offices[0];
  const View = VIEWS[tab];
  if (office === undefined) return <Page title={translate('nav.organisation')}><EmptyState title={translate('errors.FORBIDDEN')} /></Page>;
  return (
    <Page
      title={translate('nav.organisation')}
      subtitle={localName(office.name)}
      actions={offices.length < 2 ? undefined : (
        <TextField select label={translate('field.office')} value={office.id} onChange={(event) => change({ officeId: event.target.value })} sx={{ width: { xs: '100%', sm: 260 } }}>
          {offices.map((each) => <MenuItem key={each.id} value={each.id}>{officeShort(each)}</MenuItem>)}
        </TextField>
      )}
    >
      <Tabs value={tab} onChange={(_, next: string) => change({ tab: next === 'structure' ? undefined : next, q: undefined })} variant="scrollable" allowScrollButtonsMobile sx={{ mb: 2, '& .MuiTab-root': { px: 1.5 } }} aria-label={translate('nav.organisation')}>
        {TABS.map((each) => <Tab key={each} value={each} label={translate(`office.tab.${each}`)} />)}
      </Tabs>
      <Suspense fallback={<LoadingRows />}><View key={office.id} officeId={office.id} /></Suspense>
    </Page>
  );
}
