import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import RefreshOutlined from '@mui/icons-material/RefreshOutlined';
import { Alert, Box, Button, LinearProgress, Skeleton, Typography } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { type Invoice } from '../api/types';
import { useWords } from '../i18n/words';
import { useEngines } from '../reading/use-engines';
import { type Decisions } from './use-decisions';

const LONG_MS = 60_000;

/** While the document is read. */
export const WaitingPanel = ({ invoice }: { invoice: Invoice }) => {
  const translate = useTranslate();
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, [invoice.id]);
  return (
    <Box sx={{ p: 2.5 }} role="status">
      <Typography variant="h2">{translate(`review.waiting_${invoice.status}`)}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5 }}>
        {translate(long ? 'review.waiting_long' : 'review.waiting_hint')}
      </Typography>
      <LinearProgress aria-label={translate(`review.waiting_${invoice.status}`)} sx={{ borderRadius: 2, mb: 3 }} />
      <FieldsSkeleton />
    </Box>
  );
};

export const FieldsSkeleton = () => (
  <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2 }} aria-hidden>
    {Array.from({ length: 12 }, (_, index) => (
      <Box key={index}>
        <Skeleton variant="text" width={90} />
        <Skeleton variant="rounded" height={34} />
      </Box>
    ))}
  </Box>
);

interface FailedPanelProps {
  readonly invoice: Invoice;
  readonly decisions: Decisions;
  readonly editor: boolean;
}

/** When reading failed: why, and what to do next. */
export const FailedPanel = ({ invoice, decisions, editor }: FailedPanelProps) => {
  const translate = useTranslate();
  const words = useWords();
  const { data: engines = [] } = useEngines();
  const usable = engines.filter(({ available }) => available);
  return (
    <Box sx={{ p: 2.5, display: 'grid', gap: 2 }}>
      <Alert severity="error" icon={false}>
        <Box sx={{ fontWeight: 650, mb: 0.25 }}>{translate('review.failed_title')}</Box>
        {words.errorCode(invoice.failure?.code ?? 'internal')}
      </Alert>
      {editor && (
        <Box>
          <Typography variant="h2" sx={{ mb: 1 }}>
            {translate('review.failed_next')}
          </Typography>
          <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
            {usable.map(({ id }) => (
              <Button
                key={id}
                variant="outlined"
                startIcon={<RefreshOutlined />}
                disabled={decisions.busy}
                onClick={() => void decisions.reread(id)}
              >
                {translate('review.failed_reread', { engine: words.engine(id) })}
              </Button>
            ))}
            <Button startIcon={<DownloadOutlined />} onClick={() => void decisions.download()}>
              {translate('review.download')}
            </Button>
          </Box>
          <Typography variant="body2" sx={{ mt: 1.5, color: 'text.secondary' }}>
            {translate('review.failed_manual')}
          </Typography>
        </Box>
      )}
    </Box>
  );
};
