import { once } from 'node:events';
import { join } from 'node:path';
import v8 from 'node:v8';
import { Worker } from 'node:worker_threads';

/** Whether a thread that loads the module before anything else can hook promises. */
async function canHook(first: string): Promise<unknown> {
  const code = `
    ${first}
    const { parentPort } = require('node:worker_threads');
    let can = true;
    try { require('node:v8').promiseHooks.createHook({ init() {} })(); } catch { can = false; }
    parentPort.postMessage(can);`;
  const worker = new Worker(code, { eval: true });
  const [answer] = (await once(worker, 'message')) as [unknown];
  await worker.terminate();
  return answer;
}

test('threads cannot hook promises, the main thread and other threads can', async () => {
  const tsx = JSON.stringify(require.resolve('tsx/cjs'));
  const path = JSON.stringify(join(__dirname, 'untracked-promises.ts'));
  expect(await canHook(`require(${tsx}); require(${path});`)).toBe(false);
  expect(await canHook('')).toBe(true);
  expect(() => v8.promiseHooks.createHook({ init() {} })()).not.toThrow();
});
