/** Offers a command to its letter's execution, and starts or resumes the execution where there is none. */
import { WithStartWorkflowOperation, WorkflowNotFoundError, WorkflowUpdateFailedError, type Client } from '@temporalio/client';
import { letterWorkflowId } from '#domain/ids';
import { COMMAND_UPDATE, LETTER_LIFE, TASK_QUEUES, type CommandAnswer, type CommandUpdate } from '#domain/messages';

/** `unknown`: no answer in time, or the server is away. The command row says what became of it. */
export type Offer = { readonly kind: 'applied'; readonly answer: CommandAnswer } | { readonly kind: 'refused' } | { readonly kind: 'unknown' };
type Args = { readonly client: Client; readonly letterId: string; readonly command: CommandUpdate; readonly timeoutMs: number; readonly isStart: boolean };

/** After a worker is killed the first update on a cached letter waits this long. */
const WORKFLOW_TASK_TIMEOUT = '5s';

/** Executes the update `command` under a deadline. Never throws: what is not known is `unknown`. */
export async function offerCommand(args: Args): Promise<Offer> {
  const { client, timeoutMs, isStart } = args;
  try {
    const answer = await client.withDeadline(Date.now() + timeoutMs, () => (isStart ? withStart(args) : withoutStart(args)));
    return { kind: 'applied', answer };
  } catch (error) {
    return error instanceof WorkflowUpdateFailedError ? { kind: 'refused' } : { kind: 'unknown' };
  }
}

async function withoutStart(args: Args): Promise<CommandAnswer> {
  const { client, letterId, command } = args;
  try {
    const handle = client.workflow.getHandle(letterWorkflowId(letterId));
    return await handle.executeUpdate<CommandAnswer, [CommandUpdate]>(COMMAND_UPDATE, { args: [command], updateId: command.id });
  } catch (error) {
    // Closed, or lost with the server's database: a new execution takes over what PostgreSQL has.
    if (error instanceof WorkflowNotFoundError) return withStart(args);
    throw error;
  }
}

function withStart({ client, letterId, command }: Args): Promise<CommandAnswer> {
  const startWorkflowOperation = new WithStartWorkflowOperation(LETTER_LIFE, {
    workflowId: letterWorkflowId(letterId),
    taskQueue: TASK_QUEUES.letters,
    args: [{ letterId }],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowTaskTimeout: WORKFLOW_TASK_TIMEOUT,
  });
  return client.workflow.executeUpdateWithStart<() => Promise<void>, CommandAnswer, [CommandUpdate]>(COMMAND_UPDATE, {
    args: [command], updateId: command.id, startWorkflowOperation,
  });
}
