/**
 * Tries the letters of a span on a draft, off the event loop: reads them in batches, has them played on a thread, and writes down how far
 * it is. Whoever calls a run off does so in the database, so that it holds whichever process works on it; without a sign of life it counts as
 * interrupted, and may be begun anew.
 */
import type { Pool } from 'pg';
import { DomainError } from '#domain/errors';
import type { WhatIfSetting } from '#domain/route/what-if';
import type { LetterRecord } from '#domain/route/what-if/record';
import type { Route, RouteBook } from '#domain/route/model';
import { routesNeeded } from '#domain/route/routes-needed';
import { withTransaction } from '#db/client';
import { loadKnownDefinitions } from '#db/repositories/routes';
import { beatRun, endRun, finishRun, insertCompared } from '#db/repositories/what-if';
import { loadLetterRecords } from '#db/repositories/what-if-records';
import type { ApiLog } from '../deps';
import { openThread } from '../long-jobs/open-thread';
import { askThread, type Thread } from './ask-thread';
import type { Asks } from './what-if-worker';

export type WhatIfJob = { readonly id: string; readonly officeId: string; readonly letterIds: readonly string[]; readonly setting: WhatIfSetting };
export type WhatIfRunner = {
  /** @throws DomainError LONG_JOBS_BUSY where as many run as may */
  assertFree(): void;
  start(job: WhatIfJob): void;
  /** Until nothing runs any more: for tests. */
  idle(): Promise<void>;
  close(): Promise<void>;
};
type Deps = { readonly pool: Pool; readonly now: () => Date; readonly log: ApiLog };

/** Runs of one process at a time. */
const MAX_RUNNING = 2;
/** Letters read, and played, between two signs of life. */
const BATCH = 200;

/** The run was called off, or this process is ending: nothing to report. */
class Stopped extends Error {}

export function createWhatIfRunner(deps: Deps): WhatIfRunner {
  const running = new Map<string, Promise<void>>();
  let isClosing = false;
  return {
    assertFree: () => {
      if (running.size >= MAX_RUNNING) throw new DomainError('LONG_JOBS_BUSY');
    },
    start: (job) => {
      const work = runJob(deps, job, () => isClosing).finally(() => running.delete(job.id));
      running.set(job.id, work);
    },
    idle: async () => {
      while (running.size > 0) await Promise.all(running.values());
    },
    close: async () => {
      isClosing = true;
      await Promise.all(running.values());
    },
  };
}

async function runJob(deps: Deps, job: WhatIfJob, isClosing: () => boolean): Promise<void> {
  const { pool, now, log } = deps;
  const thread = askThread<Asks>(openThread('what-if/what-if-worker'));
  const end = (state: 'cancelled' | 'interrupted' | 'failed'): Promise<void> => withTransaction(pool, (tx) => endRun(tx, { id: job.id, state, at: now().toISOString() }));
  try {
    await playAll(deps, { job, thread, isClosing });
  } catch (error) {
    if (!(error instanceof Stopped)) log.error({ err: error, runId: job.id }, 'letters could not be tried on a draft');
    // Called off already, the row keeps that state; what was written for it goes.
    await end(isClosing() ? 'interrupted' : error instanceof Stopped ? 'cancelled' : 'failed').catch((failed: unknown) => log.error({ err: failed, runId: job.id }, 'a run could not be ended'));
  } finally {
    await thread.close();
  }
}

type Playing = { readonly job: WhatIfJob; readonly thread: Thread<Asks>; readonly isClosing: () => boolean };

async function playAll({ pool, now }: Deps, { job, thread, isClosing }: Playing): Promise<void> {
  const { id, letterIds, setting } = job;
  const beat = async (done: number): Promise<void> => {
    if (isClosing() || !(await beatRun(pool, { id, done }))) throw new Stopped();
  };
  await thread.ask('open', setting);
  let routes: RouteBook = setting.routes;
  for (let from = 0; from < letterIds.length; from += BATCH) {
    const letters = await loadLetterRecords(pool, letterIds.slice(from, from + BATCH));
    const more = await missingRoutes(pool, { officeId: job.officeId, routes, records: letters.flatMap(({ record }) => record ?? []) });
    routes = { ...routes, ...more };
    await thread.ask('add', { letters, routes: more });
    // Reading is the smaller half: how far it is, is told in letters of both halves.
    await beat(Math.floor(Math.min(letterIds.length, from + BATCH) / 2));
  }
  const half = Math.floor(letterIds.length / 2);
  for (let played = 0, batch = await thread.ask('next', BATCH); batch !== null; batch = await thread.ask('next', BATCH)) {
    const letters = batch;
    await withTransaction(pool, async (tx) => insertCompared(tx, { runId: id, from: played, letters }));
    played += letters.length;
    await beat(Math.min(letterIds.length - 1, half + Math.floor(played / 2)));
  }
  const result = await thread.ask('report', null);
  if (!(await withTransaction(pool, (tx) => finishRun(tx, { id, result, at: now().toISOString() })))) throw new Stopped();
}

type Missing = { readonly officeId: string; readonly routes: RouteBook; readonly records: readonly LetterRecord[] };

/** Versions that these letters ran on and that are not at hand yet, with all that they call. */
async function missingRoutes(pool: Pool, { officeId, routes, records }: Missing): Promise<RouteBook> {
  const found: Record<string, Route> = {};
  const asked = new Set<string>();
  const named = new Set(records.flatMap(({ start, events }) => [start, ...events.map(({ event }) => event)]).flatMap((event) => routesNeeded({}, event)));
  let missing = [...named].filter((id) => routes[id] === undefined);
  while (missing.length > 0) {
    for (const id of missing) asked.add(id);
    Object.assign(found, await loadKnownDefinitions(pool, { officeId, ids: missing }));
    missing = routesNeeded({ ...found }, null).filter((id) => routes[id] === undefined && !asked.has(id));
  }
  return found;
}
