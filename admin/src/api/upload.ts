import { ApiError, problemOf } from './api-error';
import { headers } from './http';
import { type Received } from './types';

export interface Uploaded extends Received {
  /** The same bytes were here before. */
  readonly known: boolean;
}

/**
 * Sends a file; `fetch` cannot tell how much of it has gone out, XMLHttpRequest can.
 * @param onProgress share that has been sent, 0–1
 * @throws ApiError
 */
export function uploadInvoice(
  file: File,
  engine: string,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/invoices');
    for (const [name, value] of Object.entries(headers())) request.setRequestHeader(name, value);
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new ApiError('network', 0));
    request.onabort = () => reject(new DOMException('', 'AbortError'));
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300) {
        resolve({ ...(body as Received), known: request.status === 200 });
      } else {
        reject(problemOf(request.status, body, request.getResponseHeader('X-Request-Id')));
      }
    };
    signal.addEventListener('abort', () => request.abort(), { once: true });
    const form = new FormData();
    form.append('engine', engine);
    form.append('file', file, file.name);
    request.send(form);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
