/**
 * `letterLife` on the time-skipping server, over letters in memory. One per test file: the server's clock is global to it.
 * `finish` replays every history that the tests have made, and writes those that are named where RECORD_HISTORIES is set.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WorkflowUpdateFailedError, WithStartWorkflowOperation } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import type { temporal } from '@temporalio/proto';
import { Runtime, Worker } from '@temporalio/worker';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { letterWorkflowId } from '#domain/ids';
import {
  CHECKPOINT_SIGNAL, COMMAND_UPDATE, LETTER_LIFE, LIFE_STATE_QUERY, NUDGE_SIGNAL, TASK_QUEUES, type CommandAnswer, type CommandUpdate, type LetterLifeInput, type LifeStateView,
} from '#domain/messages';
import { buildDirectory, holderOf, unitId } from '#domain/route/testing/office';
import { ROUTES } from '#domain/route/testing/routes';
import type { LetterEvent, StartEvent } from '#domain/route/events';
import type { Facts, RouteBook } from '#domain/route/model';
import type { Task } from '#domain/route/state';
import { createMemoryLetters, type MemoryLetters } from '#workflows/testing/memory-letters';
import { DomainErrorInterceptor } from '#worker/domain-errors';
import { getTimeSkippingEnv } from './servers';
import { workflowBundle } from './workflow-bundle';

type Life = (input: LetterLifeInput) => Promise<void>;
type History = temporal.api.history.v1.IHistory;
export const HISTORIES = join(__dirname, '../../workflows/histories');

export type WorkflowRig = {
  readonly env: TestWorkflowEnvironment;
  readonly letters: MemoryLetters;
  /** The server's clock as an ISO instant. */
  readonly now: () => Promise<string>;
  /** A letter with its start in the inbox, and its execution, waiting for its first task. */
  readonly begin: (options: { readonly route: string; readonly facts?: Facts; readonly waits?: boolean }) => Promise<string>;
  readonly start: (letterId: string, input?: Partial<LetterLifeInput>) => Promise<void>;
  readonly startWith: (letterId: string, id: string, event: LetterEvent) => Promise<CommandAnswer>;
  readonly send: (letterId: string, event: LetterEvent, id?: string) => Promise<CommandAnswer>;
  /** An act on the open task of a node by its holder. */
  readonly act: (letterId: string, node: string, outcome: string, more?: Partial<Extract<LetterEvent, { type: 'act' }>> & { readonly id?: string }) => Promise<CommandAnswer>;
  readonly task: (letterId: string, node: string) => Task;
  readonly nudge: (letterId: string) => Promise<void>;
  readonly checkpoint: (letterId: string) => Promise<void>;
  readonly view: (letterId: string) => Promise<LifeStateView>;
  readonly sleepUntil: (instant: string) => Promise<void>;
  readonly history: (letterId: string, runId?: string) => Promise<History>;
  /** Waits, without skipping time, until `look` holds. */
  readonly until: (look: () => boolean | Promise<boolean>, what: string) => Promise<void>;
  /** Replays the history of a letter's newest run; with a name it is one of those that are kept. */
  readonly keep: (letterId: string, name?: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Monday, 09:00 in Bangkok: where every rig's clock is moved to at first, so that instants in tests can be read. */
export const MONDAY = '2101-01-03T02:00:00.000Z';

export async function openWorkflowRig(routes: RouteBook = ROUTES): Promise<WorkflowRig> {
  const env = await getTimeSkippingEnv();
  const bundle = await workflowBundle();
  const now = async (): Promise<string> => new Date(await env.currentTimeMs()).toISOString();
  const letters = createMemoryLetters({ routes, directory: buildDirectory(), now: () => env.currentTimeMs() });
  const worker = await Worker.create({
      connection: env.nativeConnection, taskQueue: TASK_QUEUES.letters, workflowBundle: bundle, activities: { ...letters.activities },
      interceptors: { activity: [() => ({ inbound: new DomainErrorInterceptor() })] }, shutdownGraceTime: 100,
  });
  const running = worker.run();
  let serial = 0;
  const handle = (letterId: string) => env.client.workflow.getHandle(letterWorkflowId(letterId));
  const send: WorkflowRig['send'] = (letterId, event, id = `c${(serial += 1)}`) =>
    handle(letterId).executeUpdate<CommandAnswer, [CommandUpdate]>(COMMAND_UPDATE, { updateId: id, args: [{ id, event }] });
  const task: WorkflowRig['task'] = (letterId, node) => {
    const open = Object.values(letters.driver.state(letterId).tasks).find((each) => each.node === node);
    if (open === undefined) throw new Error(`no open task at ${node} of ${letterId}`);
    return open;
  };
  const until: WorkflowRig['until'] = async (look, what) => {
    const deadline = Date.now() + 20_000;
    while (!(await look())) {
      if (Date.now() > deadline) throw new Error(`not in time: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const start: WorkflowRig['start'] = async (letterId, input = {}) => {
    await env.client.workflow.start<Life>(LETTER_LIFE, {
      workflowId: letterWorkflowId(letterId), taskQueue: TASK_QUEUES.letters, args: [{ letterId, ...input }], workflowTaskTimeout: '5s',
    });
  };
  const history: WorkflowRig['history'] = async (letterId, runId) => env.client.workflow.getHandle(letterWorkflowId(letterId), runId).fetchHistory();
  const ahead = Date.parse(MONDAY) - (await env.currentTimeMs());
  await env.sleep(ahead);
  return {
    env, letters, now, send, task, until, start, history,
    async begin({ route, facts = {}, waits = true }) {
      const letterId = `L${(serial += 1)}`;
      const event: StartEvent = {
        type: 'start', at: await now(), actor: null, letterId, officeId: 'O1', routeVersionId: route, unitId: unitId('registry'), secrecy: 'none',
        facts: { direction: 'incoming', kind: 'external_letter', urgency: 'normal', channel: 'counter', ...facts },
      };
      letters.add(letterId, { id: `start:${letterId}`, event });
      await start(letterId);
      if (waits) {
        await until(() => letters.transitions(letterId).length > 0, 'the letter begins');
        // Its first workflow task is over once it answers: what the test does next comes after it.
        await until(async () => (await handle(letterId).query<LifeStateView>(LIFE_STATE_QUERY)).seq > 0, 'the letter waits');
      }
      return letterId;
    },
    startWith: (letterId, id, event) =>
      env.client.workflow.executeUpdateWithStart<Life, CommandAnswer, [CommandUpdate]>(COMMAND_UPDATE, {
        updateId: id, args: [{ id, event }],
        startWorkflowOperation: new WithStartWorkflowOperation<Life>(LETTER_LIFE, {
          workflowId: letterWorkflowId(letterId), taskQueue: TASK_QUEUES.letters, args: [{ letterId }], workflowIdConflictPolicy: 'USE_EXISTING',
        }),
      }),
    async act(letterId, node, outcome, { id, ...more } = {}) {
      const open = task(letterId, node);
      const event: LetterEvent = {
        type: 'act', at: await now(), actor: holderOf(open.postIds[0] ?? ''), taskId: open.id, rev: open.rev, outcome, hasNote: false, ...more,
      };
      return send(letterId, event, id);
    },
    nudge: (letterId) => handle(letterId).signal(NUDGE_SIGNAL),
    checkpoint: (letterId) => handle(letterId).signal(CHECKPOINT_SIGNAL),
    view: (letterId) => handle(letterId).query<LifeStateView>(LIFE_STATE_QUERY),
    async sleepUntil(instant) {
      await env.sleep(Math.max(1, Date.parse(instant) - (await env.currentTimeMs())));
    },
    async keep(letterId, name) {
      const made = await history(letterId);
      await Worker.runReplayHistory({ workflowBundle: bundle }, made, letterWorkflowId(letterId));
      if (name === undefined || process.env['RECORD_HISTORIES'] === undefined) return;
      mkdirSync(HISTORIES, { recursive: true });
      writeFileSync(join(HISTORIES, `${name}.json`), `${JSON.stringify(anonymous(JSON.parse(historyToJSON(made))), null, 1)}\n`);
    },
    async close() {
      worker.shutdown();
      await running;
      await env.teardown();
    },
  };
}

/** A history without what tells of the machine that made it: paths in stack traces, process identities. */
function anonymous(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(anonymous);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]): [string, unknown] => {
      if (key === 'stackTrace') return [key, ''];
      if (key === 'identity') return [key, 'worker'];
      if (key !== 'data' || typeof inner !== 'string') return [key, anonymous(inner)];
      const text = Buffer.from(inner, 'base64').toString();
      return [key, text.includes('"stack_trace"') ? Buffer.from(JSON.stringify({ ...JSON.parse(text), stack_trace: '' })).toString('base64') : inner];
    }),
  );
}

/** Code and facts with which an update was refused. */
export async function refusalOf(update: Promise<unknown>): Promise<{ readonly code: string | null; readonly details: unknown }> {
  const error: unknown = await update.then(() => null, (thrown: unknown) => thrown);
  if (!(error instanceof WorkflowUpdateFailedError)) throw new Error(`not refused: ${String(error)}`);
  const cause = error.cause as { readonly type?: string; readonly details?: readonly unknown[] } | undefined;
  return { code: cause?.type ?? null, details: cause?.details?.[0] };
}

/** Events of a history by type. */
export const eventsOf = (history: History, attribute: keyof temporal.api.history.v1.IHistoryEvent): temporal.api.history.v1.IHistoryEvent[] =>
  (history.events ?? []).filter((event) => event[attribute] !== null && event[attribute] !== undefined);

/** Quiet runs: the SDK logs to the test's output otherwise. */
export const silence = (): void => {
  Runtime.install({ logger: { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {} } });
};
