/** Keeps parts (child processes) running: reports one that ends by itself and starts it again, and stops all in order. */
import { setTimeout as pause } from 'node:timers/promises';
import { say, startMark, Trouble } from './shell.mjs';

/** Pauses before the 1st, 2nd … start after an end; the last one repeats. A part that held a minute begins anew. */
const BACKOFF_MS = [0, 500, 1_000, 2_000, 5_000, 10_000];
const STEADY_MS = 60_000;

/**
 * `start(onSpawn)` of a part answers `{ pid, child, stop() }` once the part is ready; one that takes long says `onSpawn({ stop() })`
 * before, so that it can be stopped on the way. `onChange` is called whenever a process id changes.
 */
export function createSupervisor({ onChange }) {
  const parts = [];
  let isStopping = false;
  let stopping = null;

  /** Whoever awaits `part.starting` finds `part.running` set: stopping waits for it and must not miss a part that has just come up. */
  async function startPart(part) {
    part.starting = launch(part);
    try {
      await part.starting;
    } finally {
      part.starting = null;
      part.spawned = null;
    }
    onChange(list());
    if (!isStopping) watch(part, part.running);
  }

  async function launch(part) {
    part.running = await part.start((spawned) => {
      part.spawned = spawned;
    });
    part.startedAt = Date.now();
  }

  function watch(part, running) {
    const ended = (code, signal) => {
      if (isStopping || part.running !== running) return;
      say(`✗ ${part.label} ended by itself (${signal ?? `code ${code}`}). Its log: ${part.logFile}`);
      part.running = null;
      void restart(part);
    };
    // It may have ended between its readiness and here.
    if (running.child.exitCode !== null || running.child.signalCode !== null) ended(running.child.exitCode, running.child.signalCode);
    else running.child.once('exit', ended);
  }

  async function restart(part) {
    if (Date.now() - part.startedAt > STEADY_MS) part.failures = 0;
    for (; !isStopping && part.running === null; part.failures += 1) {
      await pause(BACKOFF_MS[Math.min(part.failures, BACKOFF_MS.length - 1)]);
      if (isStopping) return;
      const began = Date.now();
      try {
        await startPart(part);
        if (part.running) say(`✓ ${part.label} runs again (${((Date.now() - began) / 1000).toFixed(1)} s)`);
      } catch (error) {
        say(`✗ ${part.label} could not be started again: ${error.message.split('\n')[0]}`);
      }
    }
  }

  const list = () => Object.fromEntries(parts.filter(({ running }) => running).map(({ name, running }) => [name, { pid: running.pid, mark: startMark(running.pid) }]));

  return {
    list,
    /** Starts a part and looks after it from then on. */
    async add({ name, label, logFile, start }) {
      if (isStopping) throw new Trouble('Stopped before everything had started.');
      const part = { name, label, logFile, start, running: null, starting: null, spawned: null, failures: 0, startedAt: Date.now() };
      parts.push(part);
      await startPart(part);
      return part.running;
    },
    /** Stops all, the last started first. May be called again: all callers wait for the same end. */
    stopAll() {
      stopping ??= stopInOrder();
      return stopping;
    },
  };

  async function stopInOrder() {
    isStopping = true;
    for (const part of parts.toReversed()) {
      const began = Date.now();
      await part.spawned?.stop();
      await part.starting?.catch(() => undefined);
      if (!part.running) continue;
      const { child, stop } = part.running;
      await stop();
      // Gone is not yet reaped: a start that ended sooner would leave its dead children to somebody else.
      while (child.exitCode === null && child.signalCode === null) await pause(10);
      say(`  ✓ ${part.label} stopped (${((Date.now() - began) / 1000).toFixed(1)} s)`);
    }
  }
}
