import { ThemeContext } from '@emotion/react';
import { CssBaseline } from '@mui/material';
import DefaultPropsProvider from '@mui/material/DefaultPropsProvider';
import { type ReactNode, useEffect, useMemo } from 'react';
import { createLooks } from './theme';
import { useLooks } from './use-looks';

/**
 * Gives the screens their colours and sizes, as the reader or the device has chosen. MUI's own provider does the same and brings along the keeping of
 * themes as CSS variables, for which there is no use here.
 */
export function Looks({ children }: { readonly children: ReactNode }) {
  const { mode, textSize } = useLooks();
  const theme = useMemo(() => createLooks({ mode, textSize }), [mode, textSize]);
  // The provider names every component; ours are some of them.
  const defaults: object = theme.components ?? {};
  useEffect(() => {
    // The bar of a phone's browser takes the colour of ours.
    document.querySelector('meta[name=theme-color]')?.setAttribute('content', mode === 'dark' ? theme.palette.background.paper : theme.palette.primary.main);
  }, [mode, theme]);
  return (
    <ThemeContext.Provider value={theme}>
      <DefaultPropsProvider value={defaults}>
        <CssBaseline enableColorScheme />
        {children}
      </DefaultPropsProvider>
    </ThemeContext.Provider>
  );
}
