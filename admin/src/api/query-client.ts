import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error';

/** An answer of the server is not asked for again; a call without an answer is, once. */
const retry = (failures: number, error: unknown): boolean =>
  failures < 1 && error instanceof ApiError && (error.status === 0 || error.status >= 502);

export const queryClient = new QueryClient({
  defaultOptions: { queries: { retry, retryDelay: 800, refetchOnWindowFocus: true, staleTime: 2_000 } },
});
