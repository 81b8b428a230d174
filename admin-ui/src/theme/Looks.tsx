import { CssBaseline } from '@mui/material';
import { ThemeProvider } from '@mui/material/styles';
import { type ReactNode, useEffect, useMemo } from 'react';
import { createLooks } from './theme';
import { useLooks } from './use-looks';

/** Gives the screens their colours and sizes, as the reader or the device has chosen. */
export function Looks({ children }: { readonly children: ReactNode }) {
  const { mode, textSize } = useLooks();
  const theme = useMemo(() => createLooks({ mode, textSize }), [mode, textSize]);
  useEffect(() => {
    // The bar of a phone's browser takes the colour of ours.
    document.querySelector('meta[name=theme-color]')?.setAttribute('content', mode === 'dark' ? theme.palette.background.paper : theme.palette.primary.main);
  }, [mode, theme]);
  return (
    <ThemeProvider theme={theme}>
      <CssBaseline enableColorScheme />
      {children}
    </ThemeProvider>
  );
}
