import { useQuery } from '@tanstack/react-query';
import { invoicesApi, REVIEW_QUEUE } from '../api/invoices';

const MOST = 200;

/** Ids of the invoices that wait for a person, the oldest first. */
export function useQueue(id: number) {
  const { data: ids = [], refetch } = useQuery({
    queryKey: ['invoices', 'queue-ids'],
    queryFn: async ({ signal }) => {
      return (await invoicesApi.list({ ...REVIEW_QUEUE, perPage: MOST }, signal)).data.map((one) => one.id);
    },
  });
  const at = ids.indexOf(id);
  const others = ids.filter((one) => one !== id);
  return {
    previous: at > 0 ? (ids[at - 1] ?? null) : null,
    next: (at === -1 ? others[0] : (ids[at + 1] ?? others[0])) ?? null,
    waiting: others.length,
    refetch,
  };
}
