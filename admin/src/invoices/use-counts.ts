import { useQuery } from '@tanstack/react-query';
import { invoicesApi } from '../api/invoices';

/** How many invoices are in each state, kept fresh while the page is looked at. */
export const useCounts = () =>
  useQuery({
    queryKey: ['invoices', 'counts'],
    queryFn: ({ signal }) => invoicesApi.counts(signal),
    refetchInterval: 15_000,
  });
