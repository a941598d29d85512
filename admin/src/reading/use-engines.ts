import { useQuery } from '@tanstack/react-query';
import { invoicesApi } from '../api/invoices';

export const useEngines = () =>
  useQuery({ queryKey: ['engines'], queryFn: ({ signal }) => invoicesApi.engines(signal), staleTime: 30_000 });
