import { Tab, Tabs } from '@mui/material';
import { LinkBase, useLocation, useTranslate } from 'react-admin';

/** The three parts of supervision, each with an address of its own. */
const TABS = [
  { to: '/supervision', label: 'supervision.tab.board' },
  { to: '/supervision/others', label: 'supervision.tab.others' },
  { to: '/supervision/weekly', label: 'supervision.tab.weekly' },
] as const;

export function SupervisionTabs() {
  const translate = useTranslate();
  const { pathname } = useLocation();
  return (
    <Tabs value={pathname} variant="scrollable" scrollButtons={false} component="nav" aria-label={translate('nav.supervision')} sx={{ mb: 2, displayPrint: 'none' }}>
      {TABS.map(({ to, label }) => (
        <Tab key={to} value={to} label={translate(label)} component={LinkBase} to={to} aria-current={pathname === to ? 'page' : undefined} />
      ))}
    </Tabs>
  );
}
