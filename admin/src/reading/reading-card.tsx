import Close from '@mui/icons-material/Close';
import { Box, Button, IconButton, LinearProgress, Tooltip, Typography } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router-dom';
import { RequestId } from '../common/notice';
import { StatusChip } from '../common/status-chip';
import { ToneChip } from '../common/tone-chip';
import { formatBytes } from '../format/bytes';
import { useFormats, useWords } from '../i18n/words';
import { LINE, PAPER } from '../theme/palette';
import { type Reading, readings } from './readings';
import { Verdict } from './verdict';

const SLOW_MS = 90_000;

export const ReadingCard = ({ reading }: { reading: Reading }) => {
  const translate = useTranslate();
  const { locale } = useFormats();
  const { file, phase, invoice, key } = reading;
  const finished = phase === 'done' || phase === 'error';
  return (
    <Box
      component="li"
      data-phase={phase}
      sx={{ listStyle: 'none', background: PAPER, border: `1px solid ${LINE}`, borderRadius: 3, p: 2.25 }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography variant="h2" component="h3" sx={{ overflowWrap: 'anywhere' }}>
            {file.name}
          </Typography>
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {formatBytes(file.size, locale)}
          </Typography>
        </Box>
        {invoice && <StatusChip status={invoice.status} />}
        {phase === 'error' && <StatusChip status="failed" />}
        <Tooltip title={translate(finished ? 'common.remove' : 'reading.cancel')}>
          <IconButton
            size="small"
            aria-label={translate('reading.remove', { name: file.name })}
            onClick={() => readings.remove(key)}
          >
            <Close fontSize="small" />
          </IconButton>
        </Tooltip>
      </Box>
      <Box aria-live="polite">
        {phase === 'error' && <Failed reading={reading} />}
        {invoice && <Result reading={reading} />}
        {!finished && <UnderWay reading={reading} />}
      </Box>
    </Box>
  );
};

const UnderWay = ({ reading: { phase, share, takenAt, id } }: { reading: Reading }) => {
  const translate = useTranslate();
  const formats = useFormats();
  const elapsed = useElapsed(takenAt);
  const text = {
    waiting: translate('reading.waiting'),
    sending: translate('reading.sending', { percent: formats.percent(share) }),
    queued: translate('reading.queued'),
    processing: translate('reading.processing'),
  }[phase as 'waiting' | 'sending' | 'queued' | 'processing'];
  const seconds = Math.round(elapsed / 1000);
  return (
    <Box sx={{ mt: 1.5 }}>
      <LinearProgress
        aria-label={text}
        variant={phase === 'sending' || phase === 'waiting' ? 'determinate' : 'indeterminate'}
        value={share * 100}
        sx={{ borderRadius: 2, height: 5 }}
      />
      <Box
        sx={{
          display: 'flex',
          justifyContent: 'space-between',
          mt: 0.75,
          fontSize: '0.875rem',
          color: 'text.secondary',
        }}
      >
        <span>{text}</span>
        {seconds > 1 && <span>{translate('reading.elapsed', { seconds })}</span>}
      </Box>
      {elapsed > SLOW_MS && id !== null && (
        <Box sx={{ mt: 1, fontSize: '0.875rem' }}>
          {translate('reading.still_working')}{' '}
          <RouterLink to={`/invoices/${id}`}>{translate('reading.open')}</RouterLink>
        </Box>
      )}
    </Box>
  );
};

const Result = ({ reading: { invoice, known, key } }: { reading: Reading }) => {
  const translate = useTranslate();
  const formats = useFormats();
  if (!invoice) return null;
  const failed = invoice.status === 'failed';
  const facts = [
    ['reading.supplier', invoice.sellerName],
    ['reading.number', invoice.invoiceNumber],
    ['reading.total', formats.money(invoice.totalWithVat, invoice.currency)],
    ['reading.due', formats.date(invoice.dueDate)],
  ] as const;
  return (
    <Box sx={{ mt: 1.5 }}>
      {known && (
        <Box sx={{ mb: 1.5 }}>
          <ToneChip tone="calm">{translate('reading.known')}</ToneChip>
        </Box>
      )}
      {!failed && (
        <Box
          component="dl"
          sx={{
            m: 0,
            display: 'grid',
            gridTemplateColumns: { xs: '1fr 1fr', sm: '2fr 1.4fr 1fr 1fr' },
            gap: 2,
            mb: 1.5,
          }}
        >
          {facts.map(([word, value]) => (
            <Box key={word} sx={{ minWidth: 0 }}>
              <Box component="dt" sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>
                {translate(word)}
              </Box>
              <Box
                component="dd"
                sx={{ m: 0, fontWeight: 600, overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' }}
              >
                {value || translate('common.none')}
              </Box>
            </Box>
          ))}
        </Box>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
        <Box sx={{ flex: '1 1 320px', fontSize: '0.875rem', color: 'text.secondary' }}>
          {failed && <strong>{translate('reading.failed_title')}. </strong>}
          <Verdict invoice={invoice} />
        </Box>
        <Button
          component={RouterLink}
          to={`/invoices/${invoice.id}`}
          variant={invoice.status === 'in_review' ? 'contained' : 'outlined'}
          data-key={key}
        >
          {translate(invoice.status === 'in_review' ? 'reading.check' : 'reading.open')}
        </Button>
      </Box>
    </Box>
  );
};

const Failed = ({ reading: { error, key } }: { reading: Reading }) => {
  const translate = useTranslate();
  const words = useWords();
  return (
    <Box role="alert" sx={{ mt: 1.25, display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}>
      <Box sx={{ flex: '1 1 320px', fontSize: '0.9375rem' }}>
        {words.error(error)}
        <RequestId error={error} />
      </Box>
      <Button variant="outlined" onClick={() => readings.retry(key)}>
        {translate('reading.retry')}
      </Button>
    </Box>
  );
};

function useElapsed(since: number | null): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (since === null) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [since]);
  return since === null ? 0 : Math.max(0, now - since);
}
