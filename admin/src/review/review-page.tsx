import { Box, Button, Skeleton } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink, useParams } from 'react-router-dom';
import { hasCode } from '../api/api-error';
import { FailedNotice, Notice } from '../common/notice';
import { usePageTitle } from '../common/page';
import { NotFound } from '../layout/not-found';
import { LINE, PAPER } from '../theme/palette';
import { FieldsSkeleton } from './not-ready';
import { ReviewDesk } from './review-desk';
import { useInvoice } from './use-invoice';

const ReviewPage = () => {
  const translate = useTranslate();
  const { id: text = '' } = useParams();
  const id = /^\d{1,15}$/.test(text) ? Number(text) : null;
  return id === null ? <NotFound /> : <Loaded key={id} id={id} title={translate('review.invoice')} />;
};

const Loaded = ({ id, title }: { id: number; title: string }) => {
  const translate = useTranslate();
  const { data: invoice, isPending, error, refetch } = useInvoice(id);
  usePageTitle([invoice?.sellerName ?? title, invoice?.invoiceNumber].filter(Boolean).join(' '));
  if (invoice) return <ReviewDesk server={invoice} />;
  if (isPending) return <DeskSkeleton />;
  if (!hasCode(error, 'resource.not_found')) return <FailedNotice error={error} onRetry={() => void refetch()} />;
  return (
    <Notice
      title={translate('review.not_found_title')}
      actions={
        <Button variant="outlined" component={RouterLink} to="/invoices">
          {translate('review.back')}
        </Button>
      }
    >
      {translate('review.not_found_body')}
    </Notice>
  );
};

const DeskSkeleton = () => {
  const translate = useTranslate();
  return (
    <Box
      role="status"
      aria-label={translate('app.loading')}
      sx={{ height: '100vh', display: 'flex', flexDirection: 'column' }}
    >
      <Box sx={{ height: 60, background: PAPER, borderBottom: `1px solid ${LINE}`, px: 2, py: 1.5 }}>
        <Skeleton variant="rounded" width={320} height={32} />
      </Box>
      <Box sx={{ flex: 1, display: 'grid', gridTemplateColumns: '3fr 2fr', minHeight: 0 }}>
        <Box sx={{ p: 3, background: '#e9e6df' }}>
          <Skeleton variant="rectangular" height="100%" sx={{ background: '#fff' }} />
        </Box>
        <Box sx={{ p: 2.5, background: PAPER }}>
          <FieldsSkeleton />
        </Box>
      </Box>
    </Box>
  );
};

export default ReviewPage;
