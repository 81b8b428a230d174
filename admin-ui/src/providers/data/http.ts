import type { Problem } from '#domain/contracts/common';
import { ApiError, isNoAnswer, noAnswer } from './api-error';
import { forgetBegun, takeBegun } from './begun';
import { type Query, queryString } from './call-address';
import type { Connection } from './connection';
import { API_PREFIX } from './routes';

export type CallOptions = {
  readonly query?: Query | undefined;
  readonly body?: unknown;
  /** Idempotency-Key: the same for every repetition of one intent. */
  readonly key?: string | undefined;
  /** If-Match: the revision that the reader had seen. */
  readonly rev?: number | undefined;
  readonly signal?: AbortSignal | undefined;
};
export type UploadOptions = {
  readonly query: Query;
  readonly onProgress?: ((share: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
};
export type Download = { readonly name: string; readonly blob: Blob };
export type Http = {
  call(method: string, path: string, options?: CallOptions): Promise<unknown>;
  /** Fetches a file; its name is the one that the API gives it. */
  download(path: string, options?: Pick<CallOptions, 'query' | 'signal'>): Promise<Download>;
  upload(path: string, file: File, options: UploadOptions): Promise<unknown>;
  /** The token of the present session; null after sign-out. */
  setCsrfToken(token: string | null): void;
};

/**
 * Speaks to the API of the same origin: session cookie, CSRF header, the reader's language, problem answers as
 * {@link ApiError}. A CSRF refusal is answered once by asking for the session's token again.
 */
export function createHttp(args: { readonly getLocale: () => string; readonly connection?: Connection | undefined }): Http {
  let csrfToken: string | null = null;

  const headersFor = (isWrite: boolean, key: string | undefined, rev?: number): Record<string, string> => ({
    accept: 'application/json',
    'accept-language': args.getLocale(),
    ...(isWrite && csrfToken !== null ? { 'x-csrf-token': csrfToken } : {}),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
    ...(rev === undefined ? {} : { 'if-match': `"${rev}"` }),
  });

  const send = async (method: string, path: string, options: CallOptions): Promise<unknown> => {
    const ended = args.connection?.began();
    try {
      const answer = await ask(method, path, options);
      ended?.('answered');
      return answer;
    } catch (error) {
      ended?.(isNoAnswer(error) ? 'unanswered' : error instanceof ApiError ? 'answered' : 'given up');
      throw error;
    }
  };

  const requestOf = (method: string, { body, key, rev, signal }: CallOptions): RequestInit => ({
    method,
    credentials: 'same-origin',
    headers: { ...headersFor(method !== 'GET', key, rev), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });

  const ask = async (method: string, path: string, options: CallOptions): Promise<unknown> => {
    const address = `${API_PREFIX}${path}${queryString(options.query)}`;
    const begun = method === 'GET' ? await takeBegun(address) : null;
    const response = begun ?? (await fetch(address, requestOf(method, options)).catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      throw noAnswer();
    }));
    return readAnswer(response.status, await response.text().catch(() => ''));
  };

  const refreshToken = async (): Promise<void> => {
    const session = await send('GET', '/session', {});
    if (isRecord(session) && typeof session['csrfToken'] === 'string') csrfToken = session['csrfToken'];
  };

  return {
    setCsrfToken(token) {
      if (token === null) forgetBegun();
      csrfToken = token;
    },
    async call(method, path, options = {}) {
      try {
        return await send(method, path, options);
      } catch (error) {
        if (!(error instanceof ApiError) || error.code !== 'CSRF_FAILED') throw error;
        await refreshToken();
        return send(method, path, options);
      }
    },
    async download(path, { query, signal } = {}) {
      const response = await fetch(`${API_PREFIX}${path}${queryString(query)}`, {
        credentials: 'same-origin', headers: headersFor(false, undefined), ...(signal === undefined ? {} : { signal }),
      }).catch((error: unknown) => {
        if (error instanceof DOMException && error.name === 'AbortError') throw error;
        throw noAnswer();
      });
      if (!response.ok) readAnswer(response.status, await response.text().catch(() => ''));
      // A file that breaks off is no answer: nothing of it is kept.
      const blob = await response.blob().catch(() => {
        throw noAnswer();
      });
      return { name: fileName(response.headers.get('content-disposition')), blob };
    },
    upload(path, file, options) {
      return new Promise((resolve, reject) => {
        // fetch cannot report the progress of an upload.
        const request = new XMLHttpRequest();
        request.open('POST', `${API_PREFIX}${path}${queryString(options.query)}`);
        for (const [name, value] of Object.entries(headersFor(true, undefined))) request.setRequestHeader(name, value);
        request.upload.addEventListener('progress', (event) => {
          if (event.lengthComputable) options.onProgress?.(event.loaded / event.total);
        });
        request.addEventListener('error', () => reject(noAnswer()));
        request.addEventListener('abort', () => reject(new DOMException('upload cancelled', 'AbortError')));
        request.addEventListener('load', () => {
          try {
            resolve(readAnswer(request.status, request.responseText));
          } catch (error) {
            reject(error);
          }
        });
        options.signal?.addEventListener('abort', () => request.abort());
        const form = new FormData();
        form.append('file', file, file.name);
        request.send(form);
      });
    },
  };
}

function readAnswer(status: number, text: string): unknown {
  const body = parseJson(text);
  if (status >= 200 && status < 300) return body;
  if (isProblem(body)) throw new ApiError(status, body);
  // A proxy or a crash answered in the API's place.
  if (status === 0 || status >= 502) throw noAnswer();
  const code = status === 401 ? 'UNAUTHENTICATED' : status === 404 ? 'NOT_FOUND' : 'INTERNAL';
  throw new ApiError(status, { code, message: code, details: {}, requestId: '' });
}

/** The name in `content-disposition`, as RFC 6266 writes names that are not plain ASCII. */
function fileName(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  return encoded === undefined ? 'file' : decodeURIComponent(encoded);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isProblem(value: unknown): value is Problem {
  return isRecord(value) && typeof value['code'] === 'string' && typeof value['message'] === 'string' && isRecord(value['details']);
}
