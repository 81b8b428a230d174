/** Thread on which files of strangers are read: one that is a bomb costs this thread, not the worker. */
import { parentPort } from 'node:worker_threads';
import { isDomainError } from '#domain/errors';
import { readTextLayer } from '#platform/pdf/text-layer';

parentPort?.on('message', async (bytes: Uint8Array) => {
  try {
    parentPort?.postMessage({ text: (await readTextLayer(bytes)).pages.join('\n') });
  } catch (error) {
    // What is no whole PDF has no text: whoever took it in was told so.
    parentPort?.postMessage({ text: '', reason: isDomainError(error) ? error.code : String(error) });
  }
});
