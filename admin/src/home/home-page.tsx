import ArrowForward from '@mui/icons-material/ArrowForward';
import { Box, Button, Skeleton, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { usePermissions, useTranslate } from 'react-admin';
import { Link as RouterLink, useNavigate } from 'react-router-dom';
import { invoicesApi, REVIEW_QUEUE } from '../api/invoices';
import { type Role } from '../api/types';
import { FailedNotice } from '../common/notice';
import { Page } from '../common/page';
import { Panel } from '../common/panel';
import { today } from '../format/dates';
import { listLink } from '../invoices/list-link';
import { useCounts } from '../invoices/use-counts';
import { DropZone } from '../reading/drop-zone';
import { readings } from '../reading/readings';
import { DueList } from './due-list';
import { ReviewList } from './review-list';
import { StateCards } from './state-cards';

const SHOWN = 6;
/** Due dates can be sorted by but not filtered by, so the invoices issued lately are looked through. */
const DUE_FETCHED = 200;
const ISSUED_WITHIN_DAYS = 150;

const HomePage = () => {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { permissions } = usePermissions<Role>();
  const counts = useCounts();
  const queue = useQuery({
    queryKey: ['invoices', 'queue', SHOWN],
    queryFn: ({ signal }) => invoicesApi.list({ ...REVIEW_QUEUE, perPage: SHOWN }, signal),
  });
  const due = useQuery({
    queryKey: ['invoices', 'due'],
    queryFn: ({ signal }) =>
      invoicesApi.list(
        {
          status: ['accepted'],
          sort: 'dueDate',
          order: 'ASC',
          from: daysAgo(ISSUED_WITHIN_DAYS),
          perPage: DUE_FETCHED,
        },
        signal,
      ),
  });
  const take = useCallback(
    (files: File[]) => {
      readings.add(files, 'auto');
      void navigate('/read');
    },
    [navigate],
  );

  const waiting = counts.data?.in_review ?? 0;
  const first = queue.data?.data[0];
  const empty = counts.data !== undefined && waiting === 0;
  return (
    <Page
      title={translate('home.greeting')}
      lead={counts.data && waiting > 0 ? translate('home.summary', { smart_count: waiting }) : undefined}
      actions={
        first &&
        waiting > 0 &&
        permissions !== 'auditor' && (
          <Button
            variant="contained"
            size="large"
            component={RouterLink}
            to={`/invoices/${first.id}`}
            endIcon={<ArrowForward />}
            title={translate('home.start_hint')}
          >
            {translate('home.start')}
          </Button>
        )
      }
    >
      <Box sx={{ display: 'grid', gap: 3 }}>
        {counts.isError ? (
          <FailedNotice error={counts.error} onRetry={() => void counts.refetch()} />
        ) : (
          <StateCards counts={counts.data} />
        )}
        {empty && permissions !== 'auditor' && (
          <DropZone title={translate('home.nothing')} hint={translate('home.nothing_hint')} onFiles={take} />
        )}
        {empty && permissions === 'auditor' && <Typography>{translate('review.all_done')}</Typography>}
        <Box
          sx={{
            display: 'grid',
            gap: 3,
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 2fr)' },
            alignItems: 'start',
          }}
        >
          {!empty && (
            <Panel
              title={translate('home.to_review')}
              flush
              aside={<SeeAll to={listLink({ status: ['in_review'] })} word="home.all_in_review" />}
            >
              {queue.isPending && <ListSkeleton />}
              {queue.isError && <FailedNotice error={queue.error} onRetry={() => void queue.refetch()} />}
              {queue.data && <ReviewList invoices={queue.data.data} />}
            </Panel>
          )}
          <Panel
            title={translate('home.next_due')}
            flush
            aside={<SeeAll to={listLink({ status: ['accepted'] }, 'dueDate')} word="home.all_due" />}
          >
            {due.isPending && <ListSkeleton />}
            {due.isError && <FailedNotice error={due.error} onRetry={() => void due.refetch()} />}
            {due.data && <DueList invoices={due.data.data} shown={SHOWN} />}
          </Panel>
        </Box>
      </Box>
    </Page>
  );
};

const daysAgo = (days: number): string => today(new Date(Date.now() - days * 86_400_000));

const SeeAll = ({ to, word }: { to: string; word: string }) => {
  const translate = useTranslate();
  return (
    <Button size="small" component={RouterLink} to={to}>
      {translate(word)}
    </Button>
  );
};

const ListSkeleton = () => (
  <Box sx={{ px: 2.5, pb: 2.5, display: 'grid', gap: 1.25 }}>
    {[0, 1, 2, 3].map((row) => (
      <Skeleton key={row} variant="rounded" height={44} />
    ))}
  </Box>
);

export default HomePage;
