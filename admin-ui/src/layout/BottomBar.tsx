import MenuIcon from '@mui/icons-material/Menu';
import { Badge, BottomNavigation, BottomNavigationAction, Paper } from '@mui/material';
import { LinkBase, useLocation, useTranslate } from 'react-admin';
import { useFormat } from '../providers/i18n/use-format';
import { useInboxCounts } from '../resources/tasks/use-inbox';
import { BOTTOM_BAR_HEIGHT } from './frame-sizes';
import { currentItem, useNavItems } from './nav-items';

/** Parts that fit beside the menu on 360 pixels. */
const PLACES = 4;
/** Large type is held to what a fifth of the screen takes: a word cut off would say less. */
const LABEL = 'min(0.8rem, 3.55vw)';

/** On phones: the first parts within reach of a thumb, all others in the menu. */
export function BottomBar({ onMenu }: { readonly onMenu: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const { pathname } = useLocation();
  const items = useNavItems();
  const current = currentItem(items, pathname);
  const unread = useInboxCounts()?.unread ?? 0;
  const shown = items.slice(0, PLACES);
  return (
    <Paper component="nav" square variant="outlined" aria-label={translate('nav.short')} sx={{ position: 'fixed', insetInline: 0, bottom: 0, zIndex: 'appBar', borderWidth: '1px 0 0', pb: 'env(safe-area-inset-bottom)' }}>
      <BottomNavigation showLabels value={current?.to ?? null} sx={{ height: BOTTOM_BAR_HEIGHT, '& .MuiBottomNavigationAction-root': { minWidth: 0, px: 0.5 }, '& .MuiBottomNavigationAction-label': { fontSize: LABEL, whiteSpace: 'nowrap', maxWidth: '100%', overflow: 'hidden', textOverflow: 'ellipsis', '&.Mui-selected': { fontSize: LABEL, fontWeight: 700 } } }}>
        {shown.map((item) => (
          <BottomNavigationAction
            key={item.to}
            component={LinkBase}
            to={item.to}
            value={item.to}
            label={translate(item.shortLabel ?? item.label)}
            aria-current={item === current ? 'page' : undefined}
            icon={item.to === '/' ? <Badge color="error" badgeContent={format.number(unread)} invisible={unread === 0} aria-hidden><item.icon /></Badge> : <item.icon />}
          />
        ))}
        <BottomNavigationAction value="menu" label={translate('nav.more')} icon={<MenuIcon />} onClick={onMenu} />
      </BottomNavigation>
    </Paper>
  );
}
