import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { FailedNotice } from '../common/notice';
import { Panel } from '../common/panel';
import { TableSkeleton } from '../common/table-skeleton';
import { ToneChip } from '../common/tone-chip';
import { useWords } from '../i18n/words';
import { useEngines } from '../reading/use-engines';
import { LINE } from '../theme/palette';

export const EnginesPanel = () => {
  const translate = useTranslate();
  const words = useWords();
  const { data, error, isPending, refetch } = useEngines();
  return (
    <Panel title={translate('settings.tabs.engines')}>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5 }}>
        {translate('settings.engines_lead')}
      </Typography>
      {isPending && <TableSkeleton rows={4} />}
      {error && <FailedNotice error={error} onRetry={() => void refetch()} />}
      <Box component="ul" sx={{ m: 0, p: 0 }}>
        {data?.map((engine) => (
          <Box
            component="li"
            key={engine.id}
            sx={{
              listStyle: 'none',
              display: 'flex',
              flexWrap: 'wrap',
              alignItems: 'center',
              gap: 2,
              py: 1.5,
              borderTop: `1px solid ${LINE}`,
            }}
          >
            <Box sx={{ flex: '1 1 280px' }}>
              <Box sx={{ fontWeight: 600 }}>
                {words.engine(engine.id)}{' '}
                {engine.default && (
                  <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>
                    ({translate('settings.engine_default')})
                  </Box>
                )}
              </Box>
              <Box sx={{ fontSize: '0.875rem', color: 'text.secondary' }}>
                {engine.available ? translate(`engine_about.${engine.id}`, { _: '' }) : words.engineReason(engine)}
              </Box>
            </Box>
            <ToneChip tone={engine.available ? 'green' : 'neutral'}>
              {translate(engine.available ? 'settings.engine_available' : 'settings.engine_unavailable')}
            </ToneChip>
          </Box>
        ))}
      </Box>
    </Panel>
  );
};
