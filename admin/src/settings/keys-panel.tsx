import Add from '@mui/icons-material/Add';
import DeleteOutline from '@mui/icons-material/DeleteOutlineOutlined';
import {
  Box,
  Button,
  IconButton,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Tooltip,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { Confirm, useDelete, useGetList, useNotify, useTranslate } from 'react-admin';
import { type ApiKey } from '../api/types';
import { FailedNotice } from '../common/notice';
import { Panel } from '../common/panel';
import { TableSkeleton } from '../common/table-skeleton';
import { useFormats, useWords } from '../i18n/words';
import { KeyDialog } from './key-dialog';

const MOST = 200;

export const KeysPanel = () => {
  const translate = useTranslate();
  const formats = useFormats();
  const notify = useNotify();
  const words = useWords();
  const [adding, setAdding] = useState(false);
  const [removed, setRemoved] = useState<ApiKey | null>(null);
  const [remove, { isPending: removing }] = useDelete();
  const { data, error, isPending, refetch } = useGetList<ApiKey>('api-keys', {
    pagination: { page: 1, perPage: MOST },
    sort: { field: 'name', order: 'ASC' },
  });
  const confirm = () => {
    if (!removed) return;
    void remove(
      'api-keys',
      { id: removed.id, previousData: removed },
      {
        mutationMode: 'pessimistic',
        onSuccess: () => notify('settings.key_removed', { type: 'success' }),
        onError: (failure: unknown) => notify(words.error(failure), { type: 'error' }),
        onSettled: () => setRemoved(null),
      },
    );
  };
  return (
    <Panel
      title={translate('settings.tabs.keys')}
      aside={
        <Button size="small" variant="contained" startIcon={<Add />} onClick={() => setAdding(true)}>
          {translate('settings.add_key')}
        </Button>
      }
    >
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5 }}>
        {translate('settings.keys_lead')}
      </Typography>
      {isPending && <TableSkeleton rows={2} />}
      {error && <FailedNotice error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <Typography variant="body2">{translate('settings.no_keys')}</Typography>}
      {data !== undefined && data.length > 0 && (
        <Box sx={{ overflowX: 'auto' }}>
          <Table size="small" sx={{ '& tr:last-of-type td': { borderBottom: 0 } }}>
            <TableHead>
              <TableRow>
                {['key_name', 'user_role', 'key_prefix', 'key_created', 'key_used'].map((word) => (
                  <TableCell key={word}>{translate(`settings.${word}`)}</TableCell>
                ))}
                <TableCell />
              </TableRow>
            </TableHead>
            <TableBody>
              {data.map((key) => (
                <TableRow key={key.id}>
                  <TableCell sx={{ fontWeight: 600 }}>{key.name}</TableCell>
                  <TableCell>{translate(`roles.${key.role}`)}</TableCell>
                  <TableCell>
                    <code>{key.prefix}…</code>
                  </TableCell>
                  <TableCell>{formats.instant(key.createdAt)}</TableCell>
                  <TableCell>{formats.instant(key.lastUsedAt) || translate('settings.key_never')}</TableCell>
                  <TableCell align="right">
                    <Tooltip title={translate('common.remove')}>
                      <IconButton
                        size="small"
                        aria-label={translate('settings.key_remove', { name: key.name })}
                        onClick={() => setRemoved(key)}
                      >
                        <DeleteOutline fontSize="small" />
                      </IconButton>
                    </Tooltip>
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      )}
      {adding && <KeyDialog onClose={() => setAdding(false)} />}
      <Confirm
        isOpen={removed !== null}
        loading={removing}
        title={translate('settings.key_remove_title')}
        content={translate('settings.key_remove_body', { name: removed?.name ?? '' })}
        confirm={translate('common.remove')}
        cancel={translate('common.cancel')}
        confirmColor="warning"
        onConfirm={confirm}
        onClose={() => setRemoved(null)}
      />
    </Panel>
  );
};
