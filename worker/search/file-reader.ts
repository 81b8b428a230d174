/** Texts of stored PDFs, read on a thread with bounds on size, memory and time. What goes beyond has no text. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ObjectStore } from '#platform/object-store/object-store';
import { watchMemory } from '#platform/memory-watch';
import type { PartLog } from '../part';

const TIME_MS = 15_000;
const LARGEST_BYTES = 60 * 1024 * 1024;
const MEMORY_MB = 512;

export type FileReader = {
  /** Throws where the store does not answer. */
  read(file: { readonly sha256: string; readonly sizeBytes: number }): Promise<string>;
  close(): Promise<void>;
};

export function createFileReader({ files, log, timeMs = TIME_MS }: { readonly files: ObjectStore; readonly log: PartLog; readonly timeMs?: number }): FileReader {
  let thread: Worker | null = null;
  const giveUp = (): void => {
    void thread?.terminate();
    thread = null;
  };
  const ask = (bytes: Buffer): Promise<string | null> =>
    new Promise((resolve) => {
      const asked = (thread ??= openThread());
      const end = (text: string | null): void => {
        clearTimeout(timer);
        stopWatching();
        asked.removeAllListeners();
        // A thread that was given up may still say so.
        asked.on('error', () => undefined);
        if (text === null) giveUp();
        resolve(text);
      };
      const timer = setTimeout(() => end(null), timeMs);
      const stopWatching = watchMemory(MEMORY_MB, () => end(null));
      asked.on('message', ({ text }: { readonly text: string }) => end(text));
      asked.on('error', () => end(null));
      asked.on('exit', () => end(null));
      asked.postMessage(bytes);
    });
  return {
    async read({ sha256, sizeBytes }) {
      if (sizeBytes > LARGEST_BYTES) return '';
      const chunks: Buffer[] = [];
      for await (const chunk of await files.get(sha256)) chunks.push(chunk as Buffer);
      const text = await ask(Buffer.concat(chunks));
      if (text === null) log.warn({ sha256 }, 'a file took too long or too much memory to read; it is found by its name only');
      return text ?? '';
    },
    async close() {
      await thread?.terminate();
      thread = null;
    },
  };
}

/** From sources a thread needs a loader of TypeScript; what is built needs none. */
function openThread(): Worker {
  const path = join(__dirname, 'text-worker');
  const resourceLimits = { maxOldGenerationSizeMb: MEMORY_MB };
  const thread = __filename.endsWith('.js')
    ? new Worker(`${path}.js`, { resourceLimits })
    : new Worker(`require('tsx/cjs'); require(${JSON.stringify(`${path}.ts`)});`, { eval: true, resourceLimits });
  thread.unref();
  return thread;
}
