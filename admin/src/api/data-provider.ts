import {
  type CreateParams,
  type DataProvider,
  type DeleteParams,
  type GetListParams,
  type GetManyParams,
  type GetOneParams,
  type Identifier,
  type QueryFunctionContext,
  type RaRecord,
  type UpdateParams,
} from 'react-admin';
import { call, queryString } from './http';

const MOST_PER_PAGE = 200;
/** Short lists that the server gives whole. */
const WHOLE: readonly string[] = ['users', 'api-keys'];

const unsupported = (): never => {
  throw new Error('Not offered by the API');
};

async function getList({
  pagination,
  sort,
  filter,
  signal,
  resource,
}: GetListParams & QueryFunctionContext & { resource: string }) {
  const { page = 1, perPage = 25 } = pagination ?? {};
  if (WHOLE.includes(resource)) {
    const all = await call<RaRecord[]>(`/${resource}`, { signal });
    const order = sort?.order === 'DESC' ? -1 : 1;
    const key = sort?.field ?? 'id';
    const sorted = [...all].sort(
      (a, b) => order * String(a[key] ?? '').localeCompare(String(b[key] ?? ''), undefined, { numeric: true }),
    );
    return { data: sorted.slice((page - 1) * perPage, page * perPage), total: all.length };
  }
  const sorting = resource === 'invoices' && sort ? { sort: sort.field, order: sort.order } : {};
  const query = { page, perPage: Math.min(perPage, MOST_PER_PAGE), ...sorting, ...(filter as object) };
  return call<{ data: RaRecord[]; total: number }>(`/${resource}${queryString(query)}`, { signal });
}

const find = (resource: string, id: Identifier, signal?: AbortSignal) =>
  call<RaRecord>(`/${resource}/${encodeURIComponent(String(id))}`, { signal });

/** react-admin's way to the API. What a person does with an invoice goes through `invoicesApi`. */
export const dataProvider = {
  supportAbortSignal: true,
  getList: (resource: string, params: GetListParams & QueryFunctionContext) => getList({ ...params, resource }),
  getOne: async (resource: string, { id, signal }: GetOneParams & QueryFunctionContext) => ({
    data: await find(resource, id, signal),
  }),
  getMany: async (resource: string, { ids, signal }: GetManyParams & QueryFunctionContext) => ({
    data: await Promise.all(ids.map((id) => find(resource, id, signal))),
  }),
  create: async (resource: string, { data }: CreateParams) => ({
    data: await call<RaRecord>(`/${resource}`, { method: 'POST', body: data }),
  }),
  update: async (resource: string, { id, data }: UpdateParams) => ({
    data: await call<RaRecord>(`/${resource}/${id}`, { method: 'PATCH', body: data }),
  }),
  delete: async (resource: string, { id }: DeleteParams) => {
    await call<undefined>(`/${resource}/${id}`, { method: 'DELETE' });
    return { data: { id } };
  },
  getManyReference: unsupported,
  updateMany: unsupported,
  deleteMany: unsupported,
} as unknown as DataProvider;
