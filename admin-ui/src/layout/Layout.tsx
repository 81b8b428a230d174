import { Box, Drawer, Link, Toolbar, useMediaQuery, useTheme } from '@mui/material';
import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { useLocaleState, useLocation, useTranslate } from 'react-admin';
import { useSession } from '../providers/auth/use-session';
import { LiveUpdates } from '../providers/live/live-updates';
import { LoadingRows } from '../components/states';
import { ErrorBoundary } from './ErrorBoundary';
import { Navigation } from './Navigation';
import { TopBar } from './TopBar';

const NAVIGATION_WIDTH = 244;

/** Frame of every page: top bar, navigation (a drawer on small screens), content. */
export function Layout({ children }: { children: ReactNode }) {
  const theme = useTheme();
  const isWide = useMediaQuery(theme.breakpoints.up('md'), { noSsr: true });
  // The drawer belongs to the page it was opened on; going to another one closes it.
  const [openedOn, setOpenedOn] = useState<string | null>(null);
  const location = useLocation();
  const translate = useTranslate();
  useSessionLocale();

  return (
    <Box sx={{ display: 'flex', minHeight: '100vh', bgcolor: 'background.default' }}>
      <Link
        href="#content"
        onClick={(event) => {
          // The hash is the router's; the jump is done here.
          event.preventDefault();
          document.getElementById('content')?.focus();
        }}
        sx={{ position: 'fixed', left: 8, top: -60, zIndex: 2000, bgcolor: 'background.paper', p: 1.5, borderRadius: 1, '&:focus': { top: 8 } }}
      >
        {translate('ra.navigation.skip_nav')}
      </Link>
      <LiveUpdates />
      <TopBar onMenu={isWide ? undefined : () => setOpenedOn(location.pathname)} />
      <Drawer
        variant={isWide ? 'permanent' : 'temporary'}
        open={isWide || openedOn === location.pathname}
        onClose={() => setOpenedOn(null)}
        ModalProps={{ keepMounted: false }}
        sx={{ width: isWide ? NAVIGATION_WIDTH : 0, flexShrink: 0 }}
        slotProps={{ paper: { sx: { width: NAVIGATION_WIDTH, maxWidth: '86vw' } } }}
      >
        <Toolbar />
        <Navigation />
      </Drawer>
      <Box component="main" id="content" tabIndex={-1} sx={{ flexGrow: 1, minWidth: 0, outline: 'none' }}>
        <Toolbar />
        <ErrorBoundary key={location.pathname}>
          <Suspense fallback={<Box sx={{ p: 3 }}><LoadingRows /></Box>}>{children}</Suspense>
        </ErrorBoundary>
      </Box>
    </Box>
  );
}

/** The language chosen on the server is taken over once after sign-in. */
function useSessionLocale(): void {
  const session = useSession();
  const [locale, setLocale] = useLocaleState();
  const wanted = session?.locale;
  useEffect(() => {
    if (wanted !== undefined && wanted !== locale) void setLocale(wanted);
    // Only when the session's language changes, not when the reader has just switched here.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted]);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
}
