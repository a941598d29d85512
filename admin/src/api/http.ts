import { ApiError, problemOf } from './api-error';
import { token } from './session';

const TIMEOUT_MS = 30_000;

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

export const headers = (): Record<string, string> => {
  const bearer = token();
  return bearer ? { Authorization: `Bearer ${bearer}` } : {};
};

/** @throws ApiError; an abort of the caller stays an AbortError */
export async function respond(path: string, { method = 'GET', body, signal }: Call = {}): Promise<Response> {
  const limit = AbortSignal.timeout(TIMEOUT_MS);
  const json: Record<string, string> = body === undefined ? {} : { 'Content-Type': 'application/json' };
  let response: Response;
  try {
    response = await fetch(`/api${path}`, {
      method,
      headers: { Accept: 'application/json, application/problem+json, */*', ...headers(), ...json },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError(limit.aborted ? 'timeout' : 'network', 0);
  }
  if (response.ok) return response;
  const told = (await response.json().catch(() => null)) as unknown;
  throw problemOf(response.status, told, response.headers.get('X-Request-Id'));
}

export async function call<T>(path: string, options?: Call): Promise<T> {
  const response = await respond(path, options);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

export async function fetchBlob(path: string, signal?: AbortSignal): Promise<Blob> {
  return (await respond(path, { signal })).blob();
}

/** `{a: 1, b: ['x', 'y'], c: undefined}` → `?a=1&b=x&b=y`. */
export function queryString(values: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') query.append(name, String(one));
    }
  }
  const text = query.toString();
  return text && `?${text}`;
}
