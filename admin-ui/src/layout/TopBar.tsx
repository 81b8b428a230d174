import MenuIcon from '@mui/icons-material/Menu';
import SearchIcon from '@mui/icons-material/Search';
import { AppBar, Box, Chip, CircularProgress, IconButton, Toolbar, Typography } from '@mui/material';
import { useIsFetching } from '@tanstack/react-query';
import { LinkBase, useTranslate } from 'react-admin';
import { later, onDemand } from '../components/on-demand';
import { Tip } from '../components/Tip';
import { useSession } from '../providers/auth/use-session';
import { NoticesButton } from '../resources/notices/NoticesButton';
import { ProfileMenu } from './ProfileMenu';

// Not needed to draw the first page.
const LetterSearch = later(onDemand(async () => (await import('../resources/letters/search/LetterSearch')).LetterSearch));

export function TopBar({ onMenu, onShortcuts }: { readonly onMenu: (() => void) | undefined; readonly onShortcuts: () => void }) {
  const translate = useTranslate();
  const session = useSession();
  const canSearch = session?.can.includes('letters') === true;
  return (
    <AppBar position="fixed" color="primary" sx={{ zIndex: (theme) => theme.zIndex.drawer + 1, displayPrint: 'none' }} enableColorOnDark={false}>
      <Toolbar sx={{ gap: 0.5, px: { xs: 1, sm: 2 } }}>
        {onMenu === undefined ? null : (
          <IconButton color="inherit" edge="start" onClick={onMenu} aria-label={translate('ra.action.open_menu')}><MenuIcon /></IconButton>
        )}
        <Box component={LinkBase} to="/" sx={{ color: 'inherit', textDecoration: 'none', display: 'flex', alignItems: 'center', gap: 1, minWidth: 0 }}>
          <Box component="img" src="/favicon.svg" alt="" sx={{ width: 30, height: 30, display: { xs: 'none', sm: 'block' } }} />
          <Typography component="span" noWrap sx={{ fontWeight: 700, fontSize: { xs: 'min(1rem, 4.45vw)', sm: '1.1rem' } }}>{translate('app.name')}</Typography>
        </Box>
        {session?.isDemo === true ? (
          <Chip size="small" label={translate('app.demo')} sx={{ ml: 1, display: { xs: 'none', sm: 'inline-flex' }, color: 'inherit', borderColor: 'currentColor' }} variant="outlined" />
        ) : null}
        <Box sx={{ flexGrow: 1 }} />
        {canSearch ? <Box sx={{ flexGrow: 2, display: { xs: 'none', md: 'flex' }, justifyContent: 'flex-end' }}><LetterSearch /></Box> : null}
        {canSearch ? (
          <Tip text={translate('search.open')}>
            <IconButton color="inherit" component={LinkBase} to="/search" aria-label={translate('search.open')} sx={{ display: { md: 'none' } }}><SearchIcon /></IconButton>
          </Tip>
        ) : null}
        <BusyMark />
        <NoticesButton />
        <ProfileMenu onShortcuts={onShortcuts} />
      </Toolbar>
    </AppBar>
  );
}

/** Something is being fetched; on phones there is no room, and the page says it in its place. */
function BusyMark() {
  const translate = useTranslate();
  const isBusy = useIsFetching() > 0;
  return <Box sx={{ width: 24, display: { xs: 'none', sm: 'flex' } }}>{isBusy ? <CircularProgress size={20} color="inherit" aria-label={translate('ra.page.loading')} /> : null}</Box>;
}
