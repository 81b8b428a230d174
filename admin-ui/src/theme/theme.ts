import { createTheme, type Theme, type ThemeOptions } from '@mui/material/styles';
import type { TextSize } from '#domain/people/looks';

const FONT = '"Sarabun", "Noto Sans Thai", "Thonburi", "Leelawadee UI", sans-serif';

/** Colours of urgency and state: always beside a word or a sign, never alone. Contrast at least 4.5:1 on their ground. */
export type ToneName = 'calm' | 'warm' | 'hot' | 'good' | 'muted' | 'info';
type Tone = { readonly ink: string; readonly ground: string };
export type Tones = { readonly [K in ToneName]: Tone };

declare module '@mui/material/styles' {
  interface Theme {
    tones: Tones;
  }
  interface ThemeOptions {
    tones?: Tones;
  }
}

const LIGHT_TONES: Tones = {
  calm: { ink: '#33475b', ground: '#eaeff4' },
  warm: { ink: '#7a4700', ground: '#fff1d6' },
  hot: { ink: '#a3160f', ground: '#fdeae8' },
  good: { ink: '#1c5e33', ground: '#e3f4e8' },
  muted: { ink: '#5b6671', ground: '#f1f3f5' },
  info: { ink: '#16456b', ground: '#e3eef7' },
};
const DARK_TONES: Tones = {
  calm: { ink: '#c3d0dd', ground: '#2a3540' },
  warm: { ink: '#ffcf86', ground: '#43320f' },
  hot: { ink: '#ffb1a8', ground: '#4d1d19' },
  good: { ink: '#9be0b1', ground: '#163a23' },
  muted: { ink: '#aab4be', ground: '#262d34' },
  info: { ink: '#a9d1f2', ground: '#17344c' },
};

const shared = {
  shape: { borderRadius: 8 },
  typography: {
    fontFamily: FONT,
    fontSize: 15,
    h1: { fontSize: '1.5rem', fontWeight: 700, lineHeight: 1.35 },
    h2: { fontSize: '1.2rem', fontWeight: 700, lineHeight: 1.4 },
    h3: { fontSize: '1.05rem', fontWeight: 600, lineHeight: 1.45 },
    body1: { lineHeight: 1.65 },
    body2: { lineHeight: 1.6 },
    button: { textTransform: 'none', fontWeight: 600 },
    overline: { textTransform: 'none', letterSpacing: 0, lineHeight: 1.8 },
  },
  components: {
    MuiButton: { defaultProps: { disableElevation: true }, styleOverrides: { root: { minHeight: 40 }, sizeSmall: { minHeight: 34 } } },
    MuiTextField: { defaultProps: { size: 'small', fullWidth: true } },
    MuiFormControl: { defaultProps: { size: 'small', fullWidth: true } },
    MuiAutocomplete: { defaultProps: { size: 'small', fullWidth: true } },
    MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiCard: { defaultProps: { variant: 'outlined' } },
    // Text may break anywhere, a figure may not.
    MuiBadge: { styleOverrides: { badge: { whiteSpace: 'nowrap', overflowWrap: 'normal' } } },
    MuiChip: { styleOverrides: { root: { fontWeight: 500 }, label: { overflow: 'visible' } } },
    MuiTableCell: {
      styleOverrides: { root: { padding: '8px 12px', verticalAlign: 'top' }, head: { fontWeight: 600, whiteSpace: 'nowrap' } },
    },
    MuiDialogTitle: { styleOverrides: { root: { fontSize: '1.15rem', fontWeight: 700 } } },
    MuiTooltip: { defaultProps: { arrow: true, enterDelay: 400 } },
    // What is told for a moment is no part of what is printed.
    MuiSnackbar: { styleOverrides: { root: { '@media print': { display: 'none' } } } },
    MuiCssBaseline: {
      styleOverrides: {
        // Thai has vowels and tone marks above and below the line; a visible focus is needed by whoever works by keyboard.
        body: { overflowWrap: 'anywhere' },
        ':focus-visible': { outline: '3px solid #d98a00', outlineOffset: 2 },
        '@media (prefers-reduced-motion: reduce)': { '*': { animationDuration: '0.01ms !important', transitionDuration: '0.01ms !important' } },
      },
    },
  },
} satisfies ThemeOptions;

const light: ThemeOptions = {
  palette: {
    mode: 'light',
    primary: { main: '#16456b', light: '#3d6f99', dark: '#0e304d' },
    secondary: { main: '#8a5a00' },
    error: { main: '#b3261e' },
    success: { main: '#1f6e3c' },
    warning: { main: '#9a5b00' },
    background: { default: '#f5f7f9', paper: '#ffffff' },
    divider: '#d9e0e6',
    text: { primary: '#1c2731', secondary: '#51606d' },
  },
  tones: LIGHT_TONES,
};
const dark: ThemeOptions = {
  palette: {
    mode: 'dark',
    primary: { main: '#8cc1ec', contrastText: '#0b2236' },
    secondary: { main: '#e8b55c' },
    error: { main: '#ff8f84' },
    success: { main: '#7fd09a' },
    warning: { main: '#f0b65a' },
    background: { default: '#12181d', paper: '#1a2229' },
    divider: '#34404a',
    text: { primary: '#e8eef3', secondary: '#a9b6c1' },
  },
  tones: DARK_TONES,
};

/** Size of the root; type and what is measured by it grow together, so that nothing is cut off. */
const ROOT_SIZES: { readonly [K in TextSize]: string } = { normal: '100%', large: '125%' };

/** The one visual language, for light or dark screens and ordinary or large type. */
export function createLooks({ mode, textSize }: { readonly mode: 'light' | 'dark'; readonly textSize: TextSize }): Theme {
  const looks = { ...shared, ...(mode === 'dark' ? dark : light) };
  return createTheme({
    ...looks,
    components: { ...looks.components, MuiCssBaseline: { styleOverrides: { ...shared.components.MuiCssBaseline.styleOverrides, html: { fontSize: ROOT_SIZES[textSize] } } } },
  });
}
