import { Box, Tab, Tabs } from '@mui/material';
import { usePermissions, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { type Role } from '../api/types';
import { Page } from '../common/page';
import { AccountPanel } from './account-panel';
import { EnginesPanel } from './engines-panel';
import { KeysPanel } from './keys-panel';
import { UsersPanel } from './users-panel';

const TABS = [
  { id: 'account', panel: <AccountPanel /> },
  { id: 'engines', panel: <EnginesPanel /> },
  { id: 'users', panel: <UsersPanel />, adminOnly: true },
  { id: 'keys', panel: <KeysPanel />, adminOnly: true },
];

const SettingsPage = () => {
  const translate = useTranslate();
  const { permissions } = usePermissions<Role>();
  const [search, setSearch] = useSearchParams();
  const tabs = TABS.filter(({ adminOnly }) => !adminOnly || permissions === 'admin');
  const current = tabs.find(({ id }) => id === search.get('tab')) ?? tabs[0]!;
  return (
    <Page title={translate('settings.title')} maxWidth={960}>
      <Tabs
        value={current.id}
        onChange={(_event, tab: string) => setSearch({ tab }, { replace: true })}
        aria-label={translate('settings.title')}
        variant="scrollable"
      >
        {tabs.map(({ id }) => (
          <Tab
            key={id}
            value={id}
            id={`tab-${id}`}
            aria-controls={`panel-${id}`}
            label={translate(`settings.tabs.${id}`)}
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id={`panel-${current.id}`} aria-labelledby={`tab-${current.id}`} sx={{ pt: 3 }}>
        {current.panel}
      </Box>
    </Page>
  );
};

export default SettingsPage;
