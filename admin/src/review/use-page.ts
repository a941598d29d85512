import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { invoicesApi } from '../api/invoices';
import { type Word } from '../api/types';

const FOR_LONG = 10 * 60_000;
const NO_WORDS: readonly Word[] = [];

const imageQuery = (id: number, page: number) => ({
  queryKey: ['page-image', id, page],
  queryFn: ({ signal }: { signal: AbortSignal }) => invoicesApi.pageImage(id, page, signal),
  staleTime: Infinity,
  gcTime: FOR_LONG,
});

/** The picture of a page, as an address that an `<img>` can show. */
export function usePageImage(id: number, page: number) {
  const query = useQuery(imageQuery(id, page));
  const url = useMemo(() => (query.data ? URL.createObjectURL(query.data) : null), [query.data]);
  useEffect(() => () => (url === null ? undefined : URL.revokeObjectURL(url)), [url]);
  return { url, isError: query.isError, retry: () => void query.refetch() };
}

/** Words of a page; they change when the document is read again. */
export function usePageWords(id: number, page: number, readAt: string | null) {
  const query = useQuery({
    queryKey: ['page-words', id, page, readAt],
    queryFn: ({ signal }) => invoicesApi.pageWords(id, page, signal),
    staleTime: Infinity,
    enabled: readAt !== null,
  });
  return { words: query.data?.words ?? NO_WORDS, isError: query.isError };
}

/** Fetches ahead what will be looked at next. */
export function usePrefetch(id: number | null): void {
  const client = useQueryClient();
  useEffect(() => {
    if (id === null) return;
    const timer = setTimeout(() => void client.prefetchQuery(imageQuery(id, 1)), 1_200);
    return () => clearTimeout(timer);
  }, [client, id]);
}
