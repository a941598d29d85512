import { sessionOver } from './session';
import { type Problem } from './types';

/** A failed call: `code` is the server's, or `network` and `timeout` when there was no answer. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    readonly params: Readonly<Record<string, unknown>> = {},
    readonly errors: readonly { readonly field: string; readonly message: string }[] = [],
    readonly requestId: string | null = null,
  ) {
    // The key of the words for it: react-admin translates the message of an error that it shows by itself.
    super(`errors.${code}`);
    this.name = 'ApiError';
  }
}

/** What a failed answer says; a session that is over is ended here, whoever called. */
export function problemOf(status: number, body: unknown, requestId: string | null): ApiError {
  const problem = body as Partial<Problem> | null;
  if (typeof problem?.code !== 'string')
    return new ApiError(status === 413 ? 'document.too_large' : 'internal', status, {}, [], requestId);
  if (problem.code === 'auth.required') sessionOver();
  return new ApiError(problem.code, status, problem.params ?? {}, problem.errors ?? [], problem.requestId ?? requestId);
}

export const asApiError = (error: unknown): ApiError =>
  error instanceof ApiError ? error : new ApiError('internal', 0);

export const hasCode = (error: unknown, code: string): boolean => error instanceof ApiError && error.code === code;
