/**
 * Loaded into every thread of the worker process before anything else (`node --require`). The SDK notes for each promise of a workflow
 * where it was made, to answer Temporal's query for stack traces: a quarter of all the time in which workflows run. A letter waits in
 * one place only, and `saraban explain` tells more about it. The SDK goes without where Node offers no such hooks, so they are
 * withheld from its threads; its warning about that is expected. Errors keep their stacks.
 */
import v8 from 'node:v8';
import { isMainThread } from 'node:worker_threads';

if (!isMainThread) {
  v8.promiseHooks.createHook = () => {
    throw new Error('promises of workflows are not tracked');
  };
}
