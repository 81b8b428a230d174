/** People who act without a window: for what must have happened before a journey begins. */
import { randomUUID } from 'node:crypto';
import type { LetterPage } from '#domain/contracts/letter-page';
import type { Session } from '#domain/contracts/session';

export type ApiPerson = {
  readonly session: Session;
  get<T>(path: string): Promise<T>;
  /** `rev`: the revision that was seen, of what is saved over it. */
  send<T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: object, rev?: number): Promise<T>;
  /** Does the usual act of one's only task on a letter. */
  act(letterId: string, body: object): Promise<void>;
};

/** Signs somebody in at the product at `url`. */
export async function signInAt(url: string, { login, password }: { readonly login: string; readonly password: string }): Promise<ApiPerson> {
  const opened = await fetch(`${url}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ login, password }) });
  if (!opened.ok) throw new Error(`${login} cannot sign in: ${opened.status} ${await opened.text()}`);
  const cookie = opened.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
  const session = (await opened.json()) as Session;
  const call = async <T>(method: string, path: string, body?: object, rev?: number): Promise<T> => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { cookie, 'x-csrf-token': session.csrfToken, 'idempotency-key': randomUUID(), ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(rev === undefined ? {} : { 'if-match': String(rev) }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${login} ${method} ${path}: ${answer.status} ${await answer.text()}`);
    // Some answers are only that it is done.
    const text = await answer.text();
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
  const get = <T>(path: string): Promise<T> => call<T>('GET', path);
  return {
    session,
    get,
    send: call,
    async act(letterId, body) {
      const task = (await get<LetterPage>(`/letters/${letterId}`)).myTasks[0];
      if (task === undefined) throw new Error(`${login} has no task on ${letterId}`);
      const answer = await call<{ readonly status: string; readonly commandId: string }>('POST', `/letters/${letterId}/tasks/${task.taskId}/acts`, { rev: task.rev, ...body });
      for (let status = answer.status; status === 'pending'; ) status = (await get<{ readonly status: string }>(`/commands/${answer.commandId}`)).status;
    },
  };
}
