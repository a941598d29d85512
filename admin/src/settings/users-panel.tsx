import Add from '@mui/icons-material/Add';
import { Box, Button, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { type User } from '../api/types';
import { FailedNotice } from '../common/notice';
import { Panel } from '../common/panel';
import { TableSkeleton } from '../common/table-skeleton';
import { ToneChip } from '../common/tone-chip';
import { useFormats } from '../i18n/words';
import { UserDialog } from './user-dialog';

const MOST = 200;

export const UsersPanel = () => {
  const translate = useTranslate();
  const formats = useFormats();
  const [edited, setEdited] = useState<User | 'new' | null>(null);
  const { data, error, isPending, refetch } = useGetList<User>('users', {
    pagination: { page: 1, perPage: MOST },
    sort: { field: 'name', order: 'ASC' },
  });
  return (
    <Panel
      title={translate('settings.tabs.users')}
      aside={
        <Button size="small" variant="contained" startIcon={<Add />} onClick={() => setEdited('new')}>
          {translate('settings.add_user')}
        </Button>
      }
    >
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5 }}>
        {translate('settings.users_lead')}
      </Typography>
      {isPending && <TableSkeleton rows={3} />}
      {error && <FailedNotice error={error} onRetry={() => void refetch()} />}
      {data && (
        <Box sx={{ overflowX: 'auto' }}>
          <Table size="small" sx={{ '& td, & th': { py: 1.125 }, '& tr:last-of-type td': { borderBottom: 0 } }}>
            <TableHead>
              <TableRow>
                <TableCell>{translate('settings.user_name')}</TableCell>
                <TableCell>{translate('settings.user_role')}</TableCell>
                <TableCell>{translate('settings.user_since')}</TableCell>
                <TableCell />
              </TableRow>
            </TableHead>
            <TableBody>
              {data.map((user) => (
                <TableRow key={user.id}>
                  <TableCell>
                    <Button
                      onClick={() => setEdited(user)}
                      aria-label={translate('settings.edit_user', { name: user.name })}
                      sx={{ px: 0, minHeight: 0, minWidth: 0 }}
                    >
                      {user.name}
                    </Button>
                    <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>{user.email}</Box>
                  </TableCell>
                  <TableCell>{translate(`roles.${user.role}`)}</TableCell>
                  <TableCell>{formats.instant(user.createdAt)}</TableCell>
                  <TableCell align="right">
                    <ToneChip tone={user.active ? 'green' : 'neutral'}>
                      {translate(user.active ? 'settings.user_active' : 'settings.user_blocked')}
                    </ToneChip>
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      )}
      {edited && <UserDialog user={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Panel>
  );
};
