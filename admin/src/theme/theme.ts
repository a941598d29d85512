import '@fontsource-variable/inter/wght.css';
import { defaultTheme, type RaThemeOptions } from 'react-admin';
import { GROUND, INK, INK_SOFT, LINE, LINE_STRONG, PAPER, PETROL, PETROL_SOFT, SHADE, TONES } from './palette';

const FONT = "'Inter Variable', system-ui, sans-serif";

export const theme: RaThemeOptions = {
  ...defaultTheme,
  palette: {
    mode: 'light',
    primary: { main: PETROL, light: '#3a6d71', dark: '#0f3336', contrastText: '#ffffff' },
    secondary: { main: PETROL, contrastText: '#ffffff' },
    error: { main: TONES.red.text },
    warning: { main: TONES.amber.text },
    success: { main: TONES.green.text },
    info: { main: TONES.calm.text },
    text: { primary: INK, secondary: INK_SOFT, disabled: '#8b9296' },
    background: { default: GROUND, paper: PAPER },
    divider: LINE,
  },
  shape: { borderRadius: 4 },
  typography: {
    fontFamily: FONT,
    fontSize: 14,
    h1: { fontSize: '1.5rem', fontWeight: 650, letterSpacing: '-0.015em', lineHeight: 1.25 },
    h2: { fontSize: '1rem', fontWeight: 650, letterSpacing: '-0.005em', lineHeight: 1.4 },
    h3: { fontSize: '0.8125rem', fontWeight: 600, lineHeight: 1.4 },
    body1: { fontSize: '0.9375rem' },
    body2: { fontSize: '0.875rem' },
    caption: { fontSize: '0.75rem', lineHeight: 1.45 },
    button: { textTransform: 'none', fontWeight: 600, letterSpacing: 0 },
  },
  sidebar: { width: 232, closedWidth: 64 },
  components: {
    ...defaultTheme.components,
    MuiCssBaseline: {
      styleOverrides: {
        body: { fontFeatureSettings: "'cv05', 'cv11', 'ss03'", WebkitFontSmoothing: 'antialiased' },
        ':focus-visible': { outline: `2px solid ${PETROL}`, outlineOffset: 2 },
        '::selection': { background: '#f4ddb0' },
        '@media (prefers-reduced-motion: reduce)': {
          '*, *::before, *::after': {
            animationDuration: '0.01ms !important',
            animationIterationCount: '1 !important',
            transitionDuration: '0.01ms !important',
            scrollBehavior: 'auto !important',
          },
        },
      },
    },
    MuiButton: {
      defaultProps: { disableElevation: true },
      styleOverrides: {
        root: { borderRadius: 8, minHeight: 36, paddingInline: 14, whiteSpace: 'nowrap' },
        sizeSmall: { minHeight: 30, paddingInline: 10, fontSize: '0.8125rem' },
        outlined: { borderColor: LINE_STRONG, background: PAPER, '&:hover': { background: SHADE } },
      },
    },
    MuiIconButton: { styleOverrides: { root: { borderRadius: 8 } } },
    MuiPaper: {
      defaultProps: { elevation: 0 },
      styleOverrides: { root: { backgroundImage: 'none' } },
    },
    MuiCard: {
      defaultProps: { elevation: 0 },
      styleOverrides: { root: { border: `1px solid ${LINE}`, borderRadius: 12, boxShadow: 'none' } },
    },
    MuiMenu: {
      defaultProps: { elevation: 0 },
      styleOverrides: {
        paper: { border: `1px solid ${LINE}`, boxShadow: '0 8px 28px rgb(29 42 46 / 14%)', borderRadius: 10 },
      },
    },
    MuiPopover: {
      styleOverrides: { paper: { border: `1px solid ${LINE}`, boxShadow: '0 8px 28px rgb(29 42 46 / 14%)' } },
    },
    MuiDialog: { styleOverrides: { paper: { borderRadius: 14, boxShadow: '0 24px 64px rgb(29 42 46 / 24%)' } } },
    MuiOutlinedInput: {
      styleOverrides: {
        root: {
          borderRadius: 8,
          background: PAPER,
          '&:not(.Mui-focused):not(.Mui-error) .MuiOutlinedInput-notchedOutline': { borderColor: LINE_STRONG },
        },
      },
    },
    MuiInputBase: { styleOverrides: { input: { '&::placeholder': { color: INK_SOFT, opacity: 1 } } } },
    MuiTextField: { defaultProps: { variant: 'outlined', size: 'small', margin: 'none', fullWidth: true } },
    MuiFormControl: { defaultProps: { variant: 'outlined', size: 'small', margin: 'none', fullWidth: true } },
    MuiTooltip: {
      defaultProps: { arrow: true },
      styleOverrides: {
        tooltip: { background: INK, fontSize: '0.8125rem', padding: '6px 10px', maxWidth: 340 },
        arrow: { color: INK },
      },
    },
    MuiTableCell: {
      styleOverrides: {
        root: { borderColor: LINE, fontVariantNumeric: 'tabular-nums' },
        head: { color: INK_SOFT, fontWeight: 600, fontSize: '0.8125rem', background: PAPER },
      },
    },
    MuiTableRow: { styleOverrides: { root: { '&.MuiTableRow-hover:hover': { background: '#faf9f6' } } } },
    MuiTab: {
      styleOverrides: { root: { textTransform: 'none', fontWeight: 600, minHeight: 44, fontSize: '0.9375rem' } },
    },
    MuiTabs: { styleOverrides: { root: { borderBottom: `1px solid ${LINE}` } } },
    MuiAlert: { styleOverrides: { root: { borderRadius: 10, alignItems: 'center' } } },
    MuiSkeleton: { styleOverrides: { root: { background: '#ebe8e1' } } },
    MuiListItemButton: {
      styleOverrides: { root: { borderRadius: 8, '&.Mui-selected': { background: PETROL_SOFT } } },
    },
    MuiAutocomplete: { defaultProps: { fullWidth: true } },
  },
};
