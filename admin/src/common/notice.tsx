import { Box, Button, Typography } from '@mui/material';
import { type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { asApiError } from '../api/api-error';
import { useWords } from '../i18n/words';

interface NoticeProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly picture?: ReactNode;
}

/** An empty or failed state: what is so, and what to do next. */
export const Notice = ({ title, children, actions, picture }: NoticeProps) => (
  <Box
    sx={{
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'center',
      textAlign: 'center',
      gap: 1.25,
      py: 6,
      px: 3,
    }}
  >
    {picture && <Box sx={{ color: 'text.secondary', mb: 0.5 }}>{picture}</Box>}
    <Typography variant="h2" component="p">
      {title}
    </Typography>
    {children && <Box sx={{ color: 'text.secondary', maxWidth: 520 }}>{children}</Box>}
    {actions && (
      <Box sx={{ display: 'flex', gap: 1, mt: 1.5, flexWrap: 'wrap', justifyContent: 'center' }}>{actions}</Box>
    )}
  </Box>
);

/** A failed load, in words, with the request id when nobody expected it. */
export const FailedNotice = ({ error, onRetry }: { error: unknown; onRetry?: () => void }) => {
  const translate = useTranslate();
  const words = useWords();
  return (
    <Box role="alert">
      <Notice
        title={words.error(error)}
        actions={
          onRetry && (
            <Button variant="outlined" onClick={onRetry}>
              {translate('app.retry')}
            </Button>
          )
        }
      >
        <RequestId error={error} />
      </Notice>
    </Box>
  );
};

/** Only for what was not expected: a person can do nothing with the id of a wrong password. */
export const RequestId = ({ error }: { error: unknown }) => {
  const translate = useTranslate();
  const { code, requestId } = asApiError(error);
  if (!requestId || code !== 'internal') return null;
  return (
    <Typography variant="caption" component="p" sx={{ mt: 0.5, overflowWrap: 'anywhere' }}>
      {translate('app.request_id', { id: requestId })}
    </Typography>
  );
};
