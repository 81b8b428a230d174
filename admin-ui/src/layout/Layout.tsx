import { Box, Link, Paper, Toolbar, useMediaQuery, useTheme } from '@mui/material';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useLocation, useTranslate } from 'react-admin';
import { useSession } from '../providers/auth/use-session';
import { LiveUpdates } from '../providers/live/live-updates';
import { useLooksOfSession } from '../theme/use-looks';
import { LoadingRows } from '../components/states';
import { onDemand } from '../components/on-demand';
import { BOTTOM_BAR_HEIGHT, NAVIGATION_WIDTH } from './frame-sizes';
import { ConnectionBanner } from './ConnectionBanner';
import { ErrorBoundary } from './ErrorBoundary';
import { Navigation } from './Navigation';
import { FrameShortcuts, ShortcutsProvider } from './Shortcuts';
import { SignInAgainProvider } from './SignInAgain';
import { TopBar } from './TopBar';

const FirstPasswordPage = lazy(() => import('../resources/session/FirstPasswordPage'));

// Phones and tablets only.
const BottomBar = onDemand(async () => (await import('./BottomBar')).BottomBar);
const MenuDrawer = onDemand(async () => (await import('./MenuDrawer')).MenuDrawer);

/** Everything around a page, and what the page may rely on. Who has signed in by a one-time password sees nothing else before it is changed. */
export default function Layout({ children }: { children: ReactNode }) {
  const session = useSession();
  useLooksOfSession();
  return (
    <SignInAgainProvider>
      {session?.mustChangePassword === true ? <Suspense fallback={<LoadingRows />}><FirstPasswordPage /></Suspense> : <ShortcutsProvider><Frame>{children}</Frame></ShortcutsProvider>}
    </SignInAgainProvider>
  );
}

/** Frame of every page: top bar, navigation (beside the page on wide screens, below it and in a drawer on others), content. */
function Frame({ children }: { readonly children: ReactNode }) {
  const theme = useTheme();
  const isWide = useMediaQuery(theme.breakpoints.up('md'), { noSsr: true });
  const isPhone = useMediaQuery(theme.breakpoints.down('sm'), { noSsr: true });
  // The drawer belongs to the page it was opened on; going to another one closes it.
  const [openedOn, setOpenedOn] = useState<string | null>(null);
  const [isSheetOpen, setIsSheetOpen] = useState(false);
  const { pathname } = useLocation();
  const openMenu = (): void => setOpenedOn(pathname);

  return (
    <>
      <FrameShortcuts isSheetOpen={isSheetOpen} onSheet={setIsSheetOpen} />
      <Box sx={{ display: 'flex', minHeight: '100vh', bgcolor: 'background.default' }}>
        <SkipLink />
        <LiveUpdates />
        <TopBar onMenu={isWide || isPhone ? undefined : openMenu} onShortcuts={() => setIsSheetOpen(true)} />
        {isWide ? <SideMenu /> : <MenuDrawer anchor={isPhone ? 'right' : 'left'} isOpen={openedOn === pathname} onClose={() => setOpenedOn(null)} />}
        <Box component="main" id="content" tabIndex={-1} sx={{ flexGrow: 1, minWidth: 0, outline: 'none', pb: isPhone ? `calc(${BOTTOM_BAR_HEIGHT}px + env(safe-area-inset-bottom))` : 0 }}>
          <Toolbar sx={{ displayPrint: 'none' }} />
          <ConnectionBanner />
          <ErrorBoundary key={pathname}>
            <Suspense fallback={<Box sx={{ p: 3 }}><LoadingRows /></Box>}>{children}</Suspense>
          </ErrorBoundary>
        </Box>
        {isPhone ? <BottomBar onMenu={openMenu} /> : null}
      </Box>
    </>
  );
}

/** The menu beside the page, where there is room for it. */
function SideMenu() {
  return (
    <Box sx={{ width: NAVIGATION_WIDTH, flexShrink: 0, displayPrint: 'none' }}>
      <Paper square sx={{ position: 'fixed', insetBlock: 0, left: 0, width: NAVIGATION_WIDTH, display: 'flex', flexDirection: 'column', borderRight: 1, borderColor: 'divider' }}>
        <Toolbar />
        <Navigation />
      </Paper>
    </Box>
  );
}

function SkipLink() {
  const translate = useTranslate();
  return (
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
  );
}
