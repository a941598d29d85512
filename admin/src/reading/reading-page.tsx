import { Alert, Box, Button, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { usePermissions, useTranslate } from 'react-admin';
import { type Role } from '../api/types';
import { Page } from '../common/page';
import { DropZone } from './drop-zone';
import { EngineSelect } from './engine-select';
import { ReadingCard } from './reading-card';
import { readings } from './readings';
import { useEngines } from './use-engines';

const ReadingPage = () => {
  const translate = useTranslate();
  const { permissions } = usePermissions<Role>();
  const list = useSyncExternalStore(readings.subscribe, readings.snapshot);
  const { data: engines } = useEngines();
  const [chosen, setChosen] = useState<string | null>(null);
  const engine = chosen ?? engines?.find((one) => one.default)?.id ?? 'auto';
  const add = useCallback((files: File[]) => readings.add(files, engine), [engine]);
  const finished = list.filter(({ phase }) => phase === 'done' || phase === 'error').length;
  useFreshLists(finished);

  if (permissions === 'auditor') {
    return (
      <Page title={translate('reading.title')} maxWidth={960}>
        <Alert severity="info">{translate('reading.read_only')}</Alert>
      </Page>
    );
  }
  return (
    <Page
      title={translate('reading.title')}
      lead={translate('reading.lead')}
      maxWidth={960}
      actions={<EngineSelect value={engine} onChange={setChosen} />}
    >
      <DropZone
        title={translate('reading.drop')}
        compact={list.length > 0}
        onFiles={add}
        hint={
          <>
            <div>{translate('reading.formats')}</div>
            {list.length === 0 && <div>{translate('reading.paste')}</div>}
          </>
        }
      />
      {list.length > 0 && (
        <Box component="section" aria-label={translate('reading.results')} sx={{ mt: 3.5 }}>
          <Box sx={{ display: 'flex', alignItems: 'center', mb: 1.25, minHeight: 36 }}>
            <Typography variant="h2" sx={{ flex: 1 }}>
              {translate('reading.results')}
            </Typography>
            {finished > 0 && (
              <Button size="small" onClick={() => readings.clearFinished()}>
                {translate('reading.clear')}
              </Button>
            )}
          </Box>
          <Box component="ul" sx={{ m: 0, p: 0, display: 'grid', gap: 1.5 }}>
            {list.map((reading) => (
              <ReadingCard key={reading.key} reading={reading} />
            ))}
          </Box>
        </Box>
      )}
    </Page>
  );
};

/** What was read changes counts and lists. */
function useFreshLists(finished: number): void {
  const client = useQueryClient();
  useEffect(() => {
    if (finished > 0) void client.invalidateQueries({ queryKey: ['invoices'] });
  }, [client, finished]);
}

export default ReadingPage;
