/** A worker of the queue `letters` on a namespace of the test's own. */
import { Client, Connection, WithStartWorkflowOperation, WorkflowIdConflictPolicy } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { letterWorkflowId } from '#domain/ids';
import { COMMAND_UPDATE, LETTER_LIFE, TASK_QUEUES, type CommandAnswer, type CommandUpdate, type LetterActivities, type LetterLifeInput } from '#domain/messages';
import type { letterLife } from '#workflows/letter-life';
import type { LetterEvent } from '#domain/route/events';
import { DomainErrorInterceptor } from '#worker/domain-errors';
import { getTestTemporal } from './servers';
import { workflowBundle } from './workflow-bundle';

export type LetterTemporal = {
  readonly client: Client;
  readonly startWorker: (activities: LetterActivities) => Promise<{ stop(): Promise<void> }>;
  readonly start: (input: LetterLifeInput) => Promise<void>;
  readonly command: (letterId: string, command: CommandUpdate) => Promise<CommandAnswer>;
  readonly startWith: (letterId: string, id: string, event: LetterEvent) => Promise<CommandAnswer>;
  close(): Promise<void>;
};

export async function openTemporal(): Promise<LetterTemporal> {
  const { address, namespace } = await getTestTemporal();
  const connection = await Connection.connect({ address });
  const native = await NativeConnection.connect({ address });
  const client = new Client({ connection, namespace });
  const options = { taskQueue: TASK_QUEUES.letters, workflowTaskTimeout: '5s' } as const;
  return {
    client,
    async startWorker(activities) {
      const worker = await Worker.create({
        connection: native, namespace, taskQueue: TASK_QUEUES.letters, workflowBundle: await workflowBundle(), activities: { ...activities },
        interceptors: { activity: [() => ({ inbound: new DomainErrorInterceptor() })] }, shutdownGraceTime: 100,
      });
      const running = worker.run();
      return {
        async stop() {
          worker.shutdown();
          await running;
        },
      };
    },
    async start(input) {
      await client.workflow.start(LETTER_LIFE, { ...options, workflowId: letterWorkflowId(input.letterId), args: [input] });
    },
    command: (letterId, command) =>
      client.workflow.getHandle(letterWorkflowId(letterId)).executeUpdate<CommandAnswer, [CommandUpdate]>(COMMAND_UPDATE, { updateId: command.id, args: [command] }),
    startWith: (letterId, id, event) =>
      client.workflow.executeUpdateWithStart<typeof letterLife, CommandAnswer, [CommandUpdate]>(COMMAND_UPDATE, {
        updateId: id,
        args: [{ id, event }],
        startWorkflowOperation: new WithStartWorkflowOperation<typeof letterLife>(LETTER_LIFE, {
          ...options, workflowId: letterWorkflowId(letterId), workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING, args: [{ letterId }],
        }),
      }),
    async close() {
      await connection.close();
      await native.close();
    },
  };
}
