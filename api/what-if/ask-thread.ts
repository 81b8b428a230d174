/** Questions to a thread, and its answers, one promise each. */
import type { Worker } from 'node:worker_threads';

/** What a thread may be asked, by kind, and what it answers. */
type Book = { readonly [kind: string]: { readonly ask: unknown; readonly answer: unknown } };
export type Thread<Asks extends Book> = {
  /** Rejects with what the thread threw, and where it has ended. */
  ask<K extends keyof Asks>(kind: K, ask: Asks[K]['ask']): Promise<Asks[K]['answer']>;
  close(): Promise<void>;
};
type Waiting = { resolve(answer: never): void; reject(error: Error): void };

/** The thread must answer every `{ id, kind, ask }` with `{ id, answer }` or `{ id, error }`. */
export function askThread<Asks extends Book>(worker: Worker): Thread<Asks> {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let ended: Error | null = null;
  const fail = (error: Error): void => {
    ended ??= error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('message', ({ id, answer, error }: { readonly id: number; readonly answer: never; readonly error?: string }) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(answer);
    else asked?.reject(new Error(error));
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the thread has ended')));
  return {
    ask: (kind, ask) => new Promise((resolve, reject) => {
      // Nobody answers any more, not even with an end.
      if (ended !== null) {
        reject(ended);
        return;
      }
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      worker.postMessage({ id: lastId, kind, ask });
    }),
    close: async () => void (await worker.terminate()),
  };
}
