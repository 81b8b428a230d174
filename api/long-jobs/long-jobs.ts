/**
 * Does what takes long off the event loop: going through a route's states, reading a large file, setting a register. Everybody
 * else's requests must not wait for it. One thread, a few places in its queue, and a bound on each job; a thread that goes over it is
 * given up.
 */
import type { Worker } from 'node:worker_threads';
import { DomainError, type ErrorCode, type ErrorDetails } from '#domain/errors';
import type { RegisterTable } from '#domain/numbering/import/columns';
import type { RowVerdict } from '#domain/numbering/import/judge';
import type { RouteCheck, RouteToCheck } from '#domain/route/check';
import type { ReadDraft } from '#domain/route/exchange/from-bpmn';
import { watchMemory } from '#platform/memory-watch';
import type { PdfFacts } from '#platform/pdf/inspect-pdf';
import type { BoundFile, FileToBind } from '#platform/pdf/bind-file';
import type { RegisterSheet } from '#platform/pdf/register-sheet';
import type { Stamped } from '#platform/pdf/stamp-pdf';
import type { JobKind, Jobs, RegisterToJudge, StampsToLay, TableFile } from './jobs';
import { openThread } from './open-thread';

export type LongJobs = {
  /** @throws DomainError LONG_JOBS_BUSY where many wait or it takes too long */
  check(route: RouteToCheck): Promise<RouteCheck>;
  /** A BPMN file as a draft. @throws DomainError LONG_JOBS_BUSY, and what `readBpmn` refuses */
  readBpmn(xml: string): Promise<ReadDraft>;
  /** Page 1 of somebody's file with its receipt stamps. @throws DomainError LONG_JOBS_BUSY, and what `layReceipts` refuses */
  layStamps(given: StampsToLay): Promise<Stamped>;
  /** Documents of people in one PDF. @throws DomainError LONG_JOBS_BUSY, PRINT_TOO_LONG */
  bindFile(given: FileToBind): Promise<BoundFile>;
  /** A register as PDF. @throws DomainError LONG_JOBS_BUSY */
  printRegister(sheet: RegisterSheet): Promise<Uint8Array>;
  /** Facts of a file that somebody brings. @throws DomainError LONG_JOBS_BUSY, and what `inspectPdf` refuses */
  inspectPdf(bytes: Uint8Array): Promise<PdfFacts>;
  /** A table with its headings. @throws DomainError LONG_JOBS_BUSY, IMPORT_UNREADABLE, IMPORT_TOO_LARGE */
  readTable(file: TableFile): Promise<RegisterTable>;
  /** A verdict for each row. @throws DomainError LONG_JOBS_BUSY */
  judgeRegister(rows: RegisterToJudge): Promise<readonly RowVerdict[]>;
  close(): Promise<void>;
};
type Options = {
  readonly timeoutMs?: number;
  readonly maxWaiting?: number;
  /** How much memory one job may take; as much as it likes where left out. */
  readonly growthMb?: number;
  /** What a job is refused with that goes over its bounds or brings its thread down. */
  readonly gaveUp?: ErrorCode;
};
type Waiting = { readonly id: number; readonly kind: JobKind; readonly given: unknown; resolve(answer: unknown): void; reject(error: Error): void };
type Answer = { readonly id: number; readonly answer?: unknown; readonly refusal?: { readonly code: ErrorCode; readonly details: ErrorDetails }; readonly error?: string };

const TIMEOUT_MS = 20_000;
const MAX_WAITING = 16;
/** A thread that has not begun after this long will not. */
const START_MS = 120_000;
/** Under this number a thread tells that it has loaded; jobs are counted from the next on. */
export const READY = 0;

export function createLongJobs({ timeoutMs = TIMEOUT_MS, maxWaiting = MAX_WAITING, growthMb, gaveUp }: Options = {}): LongJobs {
  const queue: Waiting[] = [];
  let thread: Worker | null = null;
  let running: { readonly waiting: Waiting; readonly stopWatching: () => void } | null = null;
  let lastId = READY;
  let isReady = false;

  const end = (answer: (waiting: Waiting) => void): void => {
    if (running === null) return;
    const { waiting, stopWatching } = running;
    stopWatching();
    running = null;
    answer(waiting);
    next();
  };
  const giveUp = (error: Error): void => {
    void thread?.terminate();
    thread = null;
    end(({ reject }) => reject(error));
  };
  const open = (): Worker => {
    const opened = openThread('long-jobs/long-jobs-worker');
    isReady = false;
    opened.on('message', ({ id, answer, refusal, error }: Answer) => {
      if (id === READY) {
        isReady = opened === thread;
        if (isReady) watch();
        return;
      }
      if (running?.waiting.id !== id) return;
      end(({ resolve, reject }) => (answer !== undefined ? resolve(answer) : reject(refusal === undefined ? new Error(error) : new DomainError(refusal.code, refusal.details))));
    });
    opened.on('error', (error: Error) => (opened === thread ? giveUp(gaveUp === undefined ? error : new DomainError(gaveUp)) : undefined));
    return opened;
  };
  /** The bounds of a job hold from when its thread can begin: how long the thread takes to load says nothing of the job. */
  const watch = (): void => {
    if (running === null) return;
    running.stopWatching();
    const over = (): void => giveUp(new DomainError(gaveUp ?? 'LONG_JOBS_BUSY'));
    const timer = setTimeout(over, timeoutMs);
    const stop = growthMb === undefined ? () => undefined : watchMemory(growthMb, over);
    running = {
      waiting: running.waiting,
      stopWatching: () => {
        clearTimeout(timer);
        stop();
      },
    };
  };
  const next = (): void => {
    const waiting = running === null ? queue.shift() : undefined;
    if (waiting === undefined) return;
    thread ??= open();
    const starting = setTimeout(() => giveUp(new DomainError('LONG_JOBS_BUSY')), START_MS);
    running = { waiting, stopWatching: () => clearTimeout(starting) };
    if (isReady) watch();
    thread.postMessage({ id: waiting.id, kind: waiting.kind, given: waiting.given });
  };

  const run = <K extends JobKind>(kind: K, given: Jobs[K]['given']): Promise<Jobs[K]['answer']> =>
    new Promise((resolve, reject) => {
      if (queue.length >= maxWaiting) {
        reject(new DomainError('LONG_JOBS_BUSY'));
        return;
      }
      lastId += 1;
      // The thread answers each job as its kind says.
      queue.push({ id: lastId, kind, given, resolve: (answer) => resolve(answer as Jobs[K]['answer']), reject });
      next();
    });

  return {
    check: (route) => run('check', route),
    readBpmn: (xml) => run('readBpmn', xml),
    layStamps: (given) => run('layStamps', given),
    bindFile: (given) => run('bindFile', given),
    printRegister: (sheet) => run('printRegister', sheet),
    inspectPdf: (bytes) => run('inspectPdf', bytes),
    readTable: (file) => run('readTable', file),
    judgeRegister: (rows) => run('judgeRegister', rows),
    async close() {
      const closing = thread;
      thread = null;
      for (const { reject } of queue.splice(0)) reject(new DomainError('UNAVAILABLE'));
      end(({ reject }) => reject(new DomainError('UNAVAILABLE')));
      await closing?.terminate();
    },
  };
}
