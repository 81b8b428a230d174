/** How whatever is not a workflow reaches a letter's execution. What executions then do they read from PostgreSQL. */
import { WithStartWorkflowOperation, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError, type Client } from '@temporalio/client';
import { letterWorkflowId } from '#domain/ids';
import { ENGINE_VERSION } from '#domain/route/engine';
import {
  CARRY_OUT, CHECKPOINT_SIGNAL, COMMAND_UPDATE, LETTER_LIFE, LIFE_STATE_QUERY, NUDGE_SIGNAL, TASK_QUEUES, type CarryOutInput, type CommandAnswer,
  type CommandUpdate, type LetterLifeInput, type LifeStateView,
} from '#domain/messages';

type Life = (input: LetterLifeInput) => Promise<void>;

/** After a hard kill the first update on a cached letter waits for this timeout. */
const TASK_TIMEOUT = '5s';

/** A letter whose execution closed or was lost starts again under the same id and takes over what PostgreSQL has. */
const lifeOptions = (letterId: string) =>
  ({
    workflowId: letterWorkflowId(letterId),
    taskQueue: TASK_QUEUES.letters,
    args: [{ letterId, engine: ENGINE_VERSION }] as [LetterLifeInput],
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowTaskTimeout: TASK_TIMEOUT,
  }) as const;

export type LetterClient = {
  /** Nudges a letter's execution, and starts it where there is none. */
  wake(letterId: string): Promise<void>;
  /** Starts the short workflow that carries a slow effect out on its own queue; started twice it runs once. */
  carryOut(input: CarryOutInput & { readonly outboxId: string }): Promise<void>;
  /** Offers a command under its own id; the same id is applied once. @throws whatever the update ends with */
  offer(args: CommandUpdate & { readonly letterId: string; readonly timeoutMs: number }): Promise<CommandAnswer>;
  /** Starts the execution of a letter; false where it was running. */
  resume(letterId: string): Promise<boolean>;
  /** What the execution believes; null where none runs. @throws where it does not answer in time */
  view(letterId: string, timeoutMs: number): Promise<LifeStateView | null>;
  /** Makes the execution begin anew at its next quiet point, from what PostgreSQL has. */
  checkpoint(letterId: string): Promise<void>;
};

export function createLetterClient(client: Client): LetterClient {
  return {
    async wake(letterId) {
      await client.workflow.signalWithStart<Life>(LETTER_LIFE, { ...lifeOptions(letterId), signal: NUDGE_SIGNAL, signalArgs: [] });
    },
    async carryOut({ outboxId, ...input }) {
      try {
        await client.workflow.start(CARRY_OUT, {
          workflowId: `effect/${outboxId}`, taskQueue: TASK_QUEUES.letters, args: [input], workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
          workflowIdConflictPolicy: 'USE_EXISTING',
        });
      } catch (error) {
        // Done before: started by a relay that died before it could say so.
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      }
    },
    offer: ({ letterId, id, event, timeoutMs }) => {
      const update = { updateId: id, args: [{ id, event }] as [CommandUpdate] };
      const withStart = (): Promise<CommandAnswer> =>
        client.workflow.executeUpdateWithStart<Life, CommandAnswer, [CommandUpdate]>(COMMAND_UPDATE, {
          ...update, startWorkflowOperation: new WithStartWorkflowOperation<Life>(LETTER_LIFE, lifeOptions(letterId)),
        });
      // The plain update is the cheaper one. Closed, or lost with the server's database: a new execution takes over what PostgreSQL has.
      const toRunning = (): Promise<CommandAnswer> =>
        client.workflow.getHandle(letterWorkflowId(letterId)).executeUpdate<CommandAnswer, [CommandUpdate]>(COMMAND_UPDATE, update).catch((error: unknown) => {
          if (error instanceof WorkflowNotFoundError) return withStart();
          throw error;
        });
      return client.withDeadline(Date.now() + timeoutMs, event.type === 'start' ? withStart : toRunning);
    },
    async view(letterId, timeoutMs) {
      try {
        const handle = client.workflow.getHandle(letterWorkflowId(letterId));
        const { status } = await handle.describe();
        if (status.name !== 'RUNNING') return null;
        return await client.withDeadline(Date.now() + timeoutMs, () => handle.query<LifeStateView>(LIFE_STATE_QUERY));
      } catch (error) {
        if (error instanceof WorkflowNotFoundError) return null;
        throw error;
      }
    },
    async checkpoint(letterId) {
      await client.workflow.getHandle(letterWorkflowId(letterId)).signal(CHECKPOINT_SIGNAL);
    },
    async resume(letterId) {
      try {
        await client.workflow.start<Life>(LETTER_LIFE, { ...lifeOptions(letterId), workflowIdConflictPolicy: 'FAIL' });
        return true;
      } catch (error) {
        if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
        throw error;
      }
    },
  };
}
