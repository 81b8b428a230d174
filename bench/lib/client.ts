import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';

type Json = unknown;
type Answer<T> = { readonly status: number; readonly body: T };

/** An answer that was not the one expected; carries what came instead. */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer';

  constructor(
    readonly method: string,
    readonly path: string,
    readonly status: number,
    readonly body: Json,
  ) {
    super(`${method} ${path} → ${status} ${JSON.stringify(body).slice(0, 400)}`);
  }
}

/**
 * One signed-in person over HTTP: keeps the cookie and the CSRF token, gives every act an idempotency key and repeats an
 * act with the same key when the connection broke, as a browser would.
 */
export type Client = {
  readonly login: string;
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: Json, options?: { readonly key?: string }): Promise<T>;
  put<T>(path: string, body: Json): Promise<T>;
  upload<T>(path: string, file: { readonly name: string; readonly type: string; readonly bytes: Uint8Array }): Promise<T>;
};

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

function send(args: {
  base: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Uint8Array | string | null;
  timeoutMs: number;
}): Promise<Answer<Json> & { readonly cookies: readonly string[] }> {
  return new Promise((resolve, reject) => {
    const url = new URL(args.path, args.base);
    const outgoing = request(url, { method: args.method, headers: args.headers, agent, timeout: args.timeoutMs }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const isJson = (incoming.headers['content-type'] ?? '').includes('json');
        resolve({
          status: incoming.statusCode ?? 0,
          body: isJson && text !== '' ? JSON.parse(text) : text,
          cookies: incoming.headers['set-cookie'] ?? [],
        });
      });
    });
    outgoing.on('timeout', () => outgoing.destroy(new Error('no answer in time')));
    outgoing.on('error', reject);
    outgoing.end(args.body ?? undefined);
  });
}

/** Signs in and returns the person's client. */
export async function signIn(args: { base: string; login: string; password: string; timeoutMs?: number }): Promise<Client> {
  const timeoutMs = args.timeoutMs ?? 30_000;
  const prefix = '/api/v1';
  const opening = await send({
    base: args.base,
    method: 'POST',
    path: `${prefix}/session`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: args.login, password: args.password }),
    timeoutMs,
  });
  if (opening.status !== 200) throw new UnexpectedAnswer('POST', '/session', opening.status, opening.body);
  const cookie = opening.cookies.map((each) => each.split(';')[0]).join('; ');
  // The contract `sessionSchema` names the token; nothing else of it is needed here.
  const { csrfToken } = opening.body as { csrfToken: string };

  const call = async <T>(method: string, path: string, extra: Record<string, string>, body: Uint8Array | string | null): Promise<T> => {
    const headers = { cookie, 'x-csrf-token': csrfToken, 'accept-language': 'en', ...extra };
    const answer = await send({ base: args.base, method, path: prefix + path, headers, body, timeoutMs });
    if (answer.status >= 300) throw new UnexpectedAnswer(method, path, answer.status, answer.body);
    // The caller states the contract's type of this path.
    return answer.body as T;
  };

  return {
    login: args.login,
    get: (path) => call('GET', path, {}, null),
    post: (path, body, options) =>
      call('POST', path, { 'content-type': 'application/json', 'idempotency-key': options?.key ?? randomUUID() }, JSON.stringify(body)),
    put: (path, body) => call('PUT', path, { 'content-type': 'application/json' }, JSON.stringify(body)),
    upload: (path, file) =>
      call('POST', path, { 'content-type': file.type, 'x-file-name': encodeURIComponent(file.name) }, file.bytes),
  };
}
