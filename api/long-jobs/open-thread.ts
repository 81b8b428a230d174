/** Threads beside the API's event loop. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** A file under `api/`, without its ending. From sources a thread needs a loader of TypeScript; what is built needs none. It does not keep the process alive by itself. */
export function openThread(file: string): Worker {
  const path = join(__dirname, '..', file);
  const thread = __filename.endsWith('.js') ? new Worker(`${path}.js`) : new Worker(`require('tsx/cjs'); require(${JSON.stringify(`${path}.ts`)});`, { eval: true });
  thread.unref();
  return thread;
}
