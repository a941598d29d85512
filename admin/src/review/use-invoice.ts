import { useQuery } from '@tanstack/react-query';
import { invoicesApi } from '../api/invoices';
import { type Invoice, type InvoiceStatus } from '../api/types';

export const invoiceKey = (id: number) => ['invoice', id] as const;

const UNDER_WAY: readonly InvoiceStatus[] = ['queued', 'processing'];
export const isUnderWay = (status: InvoiceStatus): boolean => UNDER_WAY.includes(status);

/**
 * Asked for again only while it is being read: what the person looks at changes under their hands by their own acts
 * alone, so that somebody else's change is met as a conflict and told.
 */
export const useInvoice = (id: number) =>
  useQuery<Invoice>({
    queryKey: invoiceKey(id),
    queryFn: ({ signal }) => invoicesApi.find(id, signal),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data.status) ? 1_500 : false),
  });
