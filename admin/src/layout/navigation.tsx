import ArticleOutlined from '@mui/icons-material/ArticleOutlined';
import InboxOutlined from '@mui/icons-material/InboxOutlined';
import SettingsOutlined from '@mui/icons-material/SettingsOutlined';
import StorefrontOutlined from '@mui/icons-material/StorefrontOutlined';
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { Box, List, ListItem, ListItemButton, ListItemIcon, ListItemText, Tooltip } from '@mui/material';
import { usePermissions, useTranslate } from 'react-admin';
import { NavLink } from 'react-router-dom';
import { type Role } from '../api/types';
import { useCounts } from '../invoices/use-counts';
import { PETROL, PETROL_SOFT, SHADE, TONES } from '../theme/palette';

const ENTRIES = [
  { to: '/', word: 'menu.todo', icon: <InboxOutlined fontSize="small" /> },
  { to: '/read', word: 'menu.read', icon: <UploadFileOutlined fontSize="small" />, editors: true },
  { to: '/invoices', word: 'menu.invoices', icon: <ArticleOutlined fontSize="small" /> },
  { to: '/suppliers', word: 'menu.suppliers', icon: <StorefrontOutlined fontSize="small" /> },
  { to: '/settings', word: 'menu.settings', icon: <SettingsOutlined fontSize="small" /> },
];

export const Navigation = ({ short }: { short: boolean }) => {
  const translate = useTranslate();
  const { data: counts } = useCounts();
  const waiting = counts?.in_review ?? 0;
  const { permissions } = usePermissions<Role>();
  const entries = ENTRIES.filter(({ editors }) => !editors || permissions !== 'auditor');
  return (
    <Box component="nav" aria-label={translate('app.main_menu')}>
      <List disablePadding sx={{ display: 'grid', gap: 0.25 }}>
        {entries.map(({ to, word, icon }) => {
          const label = translate(word);
          const badge = to === '/' && waiting > 0 ? waiting : null;
          return (
            <ListItem key={to} disablePadding>
              <Tooltip title={short ? label : ''} placement="right">
                <ListItemButton
                  component={NavLink}
                  to={to}
                  end={to === '/'}
                  aria-label={short ? label : undefined}
                  sx={{
                    minHeight: 40,
                    px: 1.5,
                    color: 'text.secondary',
                    '&:hover': { background: SHADE },
                    '&.active': { background: PETROL_SOFT, color: PETROL, fontWeight: 600 },
                    '&.active .MuiListItemIcon-root': { color: PETROL },
                  }}
                >
                  <ListItemIcon sx={{ minWidth: short ? 0 : 34, color: 'inherit', position: 'relative' }}>
                    {icon}
                    {short && badge !== null && (
                      <Box
                        aria-hidden
                        sx={{
                          position: 'absolute',
                          top: -3,
                          right: -5,
                          width: 8,
                          height: 8,
                          borderRadius: 4,
                          background: TONES.amber.line,
                        }}
                      />
                    )}
                  </ListItemIcon>
                  {!short && (
                    <ListItemText
                      primary={label}
                      slotProps={{
                        primary: { sx: { fontSize: '0.9375rem', fontWeight: 'inherit', whiteSpace: 'nowrap' } },
                      }}
                    />
                  )}
                  {!short && badge !== null && (
                    <Box
                      component="span"
                      sx={{
                        minWidth: 24,
                        px: 0.875,
                        height: 22,
                        lineHeight: '22px',
                        borderRadius: 11,
                        textAlign: 'center',
                        fontSize: '0.75rem',
                        fontWeight: 650,
                        color: TONES.amber.text,
                        background: TONES.amber.ground,
                        fontVariantNumeric: 'tabular-nums',
                      }}
                    >
                      {badge}
                    </Box>
                  )}
                </ListItemButton>
              </Tooltip>
            </ListItem>
          );
        })}
      </List>
    </Box>
  );
};
