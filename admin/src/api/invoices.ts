import { call, fetchBlob, queryString, respond } from './http';
import { type Counts, type Engine, type Invoice, type PageWords, type Received, type Summary } from './types';

export interface LineInput {
  readonly description: string | null;
  readonly quantity: string | null;
  readonly unitPrice: string | null;
  readonly netAmount: string | null;
  readonly vatRate: string | null;
  readonly evidence?: readonly { readonly page: number; readonly box: readonly number[] }[];
}

export interface Edit {
  readonly fields?: Readonly<Record<string, string | null>>;
  readonly lines?: readonly LineInput[];
  readonly vatBreakdown?: readonly { readonly rate: string; readonly base: string; readonly amount: string }[];
}

export interface InvoiceQuery {
  readonly page?: number;
  readonly perPage?: number;
  readonly sort?: string;
  readonly order?: string;
  readonly status?: readonly string[];
  readonly supplierId?: number;
  readonly q?: string;
  readonly from?: string;
  readonly to?: string;
}

/** What waits for a person, the oldest first. */
export const REVIEW_QUEUE = { status: ['in_review'], sort: 'receivedAt', order: 'ASC' } as const;

const post = <T>(id: number, act: string, body: unknown): Promise<T> =>
  call<T>(`/invoices/${id}/${act}`, { method: 'POST', body });

export const invoicesApi = {
  list: (query: InvoiceQuery, signal?: AbortSignal) =>
    call<{ data: Summary[]; total: number }>(`/invoices${queryString({ ...query })}`, { signal }),
  counts: (signal?: AbortSignal) => call<Counts>('/invoices/counts', { signal }),
  find: (id: number, signal?: AbortSignal) => call<Invoice>(`/invoices/${id}`, { signal }),
  edit: (id: number, version: number, edit: Edit) =>
    call<Invoice>(`/invoices/${id}`, { method: 'PATCH', body: { ...edit, version } }),
  accept: (id: number, version: number, evenIfDuplicate = false) =>
    post<Invoice>(id, 'accept', { version, evenIfDuplicate }),
  reject: (id: number, version: number, reason: string) => post<Invoice>(id, 'reject', { version, reason }),
  reopen: (id: number) => post<Invoice>(id, 'reopen', {}),
  reprocess: (id: number, engine: string) => post<Received>(id, 'reprocess', { engine }),
  pageImage: (id: number, page: number, signal?: AbortSignal) =>
    fetchBlob(`/invoices/${id}/pages/${page}/image`, signal),
  pageWords: (id: number, page: number, signal?: AbortSignal) =>
    call<PageWords>(`/invoices/${id}/pages/${page}/words`, { signal }),
  file: async (id: number): Promise<Blob> => (await respond(`/invoices/${id}/file`)).blob(),
  engines: (signal?: AbortSignal) => call<Engine[]>('/engines', { signal }),
};
