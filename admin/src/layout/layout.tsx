import ChevronLeft from '@mui/icons-material/ChevronLeft';
import ChevronRight from '@mui/icons-material/ChevronRight';
import Logout from '@mui/icons-material/Logout';
import { Box, IconButton, Tooltip, useMediaQuery } from '@mui/material';
import { type ReactNode, Suspense, useEffect } from 'react';
import { useGetIdentity, useLocale, useLogout, useNotify, usePermissions, useStore, useTranslate } from 'react-admin';
import { Link as RouterLink, useLocation } from 'react-router-dom';
import { onSessionOver } from '../api/session';
import { type Role } from '../api/types';
import { LINE, PAPER, PETROL } from '../theme/palette';
import { ErrorBoundary } from './error-boundary';
import { LanguageSwitch } from './language-switch';
import { Navigation } from './navigation';
import { PageSkeleton } from './page-skeleton';
import { Wordmark } from './wordmark';

export const Layout = ({ children }: { children: ReactNode }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const { pathname } = useLocation();
  const wide = useMediaQuery('(min-width: 1280px)');
  const narrow = useMediaQuery('(max-width: 899px)');
  const [open, setOpen] = useStore<boolean | null>('menu.open', null);
  const short = !narrow && !(open ?? wide);

  const logout = useLogout();
  const notify = useNotify();
  useEffect(
    () =>
      onSessionOver(() => {
        notify('errors.auth.required', { type: 'warning' });
        void logout();
      }),
    [logout, notify],
  );
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);

  return (
    <Box sx={{ display: 'flex', flexDirection: narrow ? 'column' : 'row', minHeight: '100vh' }}>
      <Box
        component="a"
        href="#content"
        sx={{
          position: 'absolute',
          left: 8,
          top: -60,
          zIndex: 1500,
          px: 2,
          py: 1,
          borderRadius: 2,
          background: PETROL,
          color: '#fff',
          '&:focus': { top: 8 },
        }}
      >
        {translate('app.skip')}
      </Box>
      <Box
        component="header"
        sx={{
          flex: 'none',
          width: narrow ? '100%' : short ? 64 : 232,
          height: narrow ? 'auto' : '100vh',
          position: narrow ? 'static' : 'sticky',
          top: 0,
          display: 'flex',
          flexDirection: 'column',
          gap: narrow ? 1 : 2.5,
          px: short ? 1.25 : 1.5,
          py: narrow ? 1.25 : 2,
          background: PAPER,
          borderRight: narrow ? 0 : `1px solid ${LINE}`,
          borderBottom: narrow ? `1px solid ${LINE}` : 0,
          overflow: 'hidden auto',
        }}
      >
        <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', px: short ? 0.75 : 1 }}>
          <RouterLink to="/" aria-label={translate('app.name')} style={{ textDecoration: 'none' }}>
            <Wordmark size={short ? 30 : 32} short={short} />
          </RouterLink>
          {narrow && <Account short={false} inline />}
        </Box>
        <Box sx={narrow ? { overflowX: 'auto', '& ul': { gridAutoFlow: 'column', justifyContent: 'start' } } : {}}>
          <Navigation short={short} />
        </Box>
        {!narrow && (
          <Box sx={{ mt: 'auto', display: 'grid', gap: 1.5 }}>
            <Account short={short} />
            <Tooltip title={translate(short ? 'app.expand_menu' : 'app.collapse_menu')} placement="right">
              <IconButton
                size="small"
                aria-label={translate(short ? 'app.expand_menu' : 'app.collapse_menu')}
                onClick={() => setOpen(short)}
                sx={{ justifySelf: short ? 'center' : 'end' }}
              >
                {short ? <ChevronRight fontSize="small" /> : <ChevronLeft fontSize="small" />}
              </IconButton>
            </Tooltip>
          </Box>
        )}
      </Box>
      <Box component="main" id="content" tabIndex={-1} sx={{ flex: 1, minWidth: 0, outline: 'none' }}>
        <ErrorBoundary key={pathname}>
          <Suspense fallback={<PageSkeleton />}>{children}</Suspense>
        </ErrorBoundary>
      </Box>
    </Box>
  );
};

const Account = ({ short, inline = false }: { short: boolean; inline?: boolean }) => {
  const translate = useTranslate();
  const logout = useLogout();
  const { identity } = useGetIdentity();
  const { permissions } = usePermissions<Role>();
  const name = identity?.fullName ?? '';
  return (
    <Box
      sx={{
        display: 'flex',
        flexDirection: inline ? 'row' : 'column',
        gap: 1.25,
        alignItems: inline || short ? 'center' : 'stretch',
      }}
    >
      <Box sx={{ px: inline || short ? 0 : 1 }}>
        <LanguageSwitch upright={short} />
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, pl: short || inline ? 0 : 1 }}>
        {!short && !inline && (
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Box
              aria-label={translate('app.signed_in_as', { name })}
              sx={{ fontSize: '0.8125rem', fontWeight: 600, overflow: 'hidden', textOverflow: 'ellipsis' }}
              title={name}
            >
              {name}
            </Box>
            <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>
              {permissions ? translate(`roles.${permissions}`) : '\u00a0'}
            </Box>
          </Box>
        )}
        <Tooltip title={translate('app.sign_out')} placement="right">
          <IconButton size="small" aria-label={translate('app.sign_out')} onClick={() => void logout()}>
            <Logout fontSize="small" />
          </IconButton>
        </Tooltip>
      </Box>
    </Box>
  );
};
