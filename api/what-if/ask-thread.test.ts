import { Worker } from 'node:worker_threads';
import { askThread, type Thread } from './ask-thread';

type Asks = { readonly double: { readonly ask: number; readonly answer: number }; readonly end: { readonly ask: null; readonly answer: never } };
const SOURCE = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', ({ id, kind, ask }) => {
    if (kind === 'end') process.exit(1);
    if (ask < 0) parentPort.postMessage({ id, error: 'too small' });
    else parentPort.postMessage({ id, answer: ask * 2 });
  });`;
let thread: Thread<Asks>;
beforeEach(() => {
  thread = askThread<Asks>(new Worker(SOURCE, { eval: true }));
});
afterEach(() => thread.close());

test('each question has its own answer, and what the thread throws is thrown here', async () => {
  const answers = await Promise.allSettled([thread.ask('double', 2), thread.ask('double', -1), thread.ask('double', 3)]);
  expect(answers).toMatchObject([{ value: 4 }, { reason: new Error('too small') }, { value: 6 }]);
});

test('a thread that ends answers nobody: who waits is told, and who asks afterwards too', async () => {
  await expect(thread.ask('end', null)).rejects.toThrow('the thread has ended');
  await expect(thread.ask('double', 1)).rejects.toThrow('the thread has ended');
});
