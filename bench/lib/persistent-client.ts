import { randomUUID } from 'node:crypto';
import { UnexpectedAnswer, type Client } from './client';
import { pause } from './product';

/** An act that was accepted but not yet applied, as the API answers it with 202. */
type Pending = { readonly status: 'pending'; readonly commandId: string };
type CommandState = { readonly status: 'pending' | 'done' | 'rejected'; readonly code: string | null };

const isPending = (body: unknown): body is Pending =>
  typeof body === 'object' && body !== null && 'status' in body && body.status === 'pending' && 'commandId' in body;

/**
 * A client as a browser is one in bad times: what gets no answer, or 5xx, is sent again under the same idempotency key; what is
 * accepted but not yet applied is asked for until it has settled. Gives up after `patienceMs` of trying one request.
 */
export function persist(client: Client, { patienceMs = 180_000 }: { readonly patienceMs?: number } = {}): Client & { readonly retries: () => number } {
  let retries = 0;
  const insist = async <T>(work: () => Promise<T>): Promise<T> => {
    const until = Date.now() + patienceMs;
    for (;;) {
      try {
        return await work();
      } catch (error) {
        const mayPass = !(error instanceof UnexpectedAnswer) || error.status >= 500 || error.status === 429;
        if (!mayPass || Date.now() > until) throw error;
        retries += 1;
        await pause(300);
      }
    }
  };
  const settle = async <T>(answer: T): Promise<T> => {
    if (!isPending(answer)) return answer;
    const until = Date.now() + patienceMs;
    for (;;) {
      const state = await insist(() => client.get<CommandState>(`/commands/${answer.commandId}`));
      if (state.status === 'done') return answer;
      if (state.status === 'rejected') throw new UnexpectedAnswer('POST', '(pending act)', 409, { code: state.code });
      if (Date.now() > until) throw new Error(`act ${answer.commandId} did not settle`);
      await pause(200);
    }
  };
  return {
    login: client.login,
    retries: () => retries,
    get: (path) => insist(() => client.get(path)),
    put: (path, body) => insist(() => client.put(path, body)),
    upload: (path, file) => insist(() => client.upload(path, file)),
    post: async (path, body, options) => {
      const key = options?.key ?? randomUUID();
      return settle(await insist(() => client.post(path, body, { key })));
    },
  };
}
