import { Connection } from '@temporalio/client';
import { getTestTemporal, getTestTemporalDev } from '#test/support/servers';

// The servers may have to be built first.
jest.setTimeout(900_000);

describe.each([
  ['the production server on PostgreSQL', getTestTemporal],
  ['the command line’s development server', getTestTemporalDev],
])('%s', (_name, getServer) => {
  let connection: Connection;
  let namespace: string;
  beforeAll(async () => {
    const server = await getServer();
    ({ namespace } = server);
    connection = await Connection.connect({ address: server.address });
  });
  afterAll(() => connection?.close());

  test('starts a workflow under our namespace and finds it among those that run', async () => {
    const workflowId = 'letter/1';
    await connection.workflowService.startWorkflowExecution({
      namespace,
      workflowId,
      workflowType: { name: 'letterLife' },
      taskQueue: { name: 'nobody' },
      requestId: 'once',
    });
    const find = async () => (await connection.workflowService.countWorkflowExecutions({ namespace, query: "WorkflowId = 'letter/1' and ExecutionStatus = 'Running'" })).count.toNumber();
    const deadline = Date.now() + 30_000;
    // Visibility follows the start by some milliseconds.
    while ((await find()) === 0 && Date.now() < deadline);
    expect(await find()).toBe(1);
  });

  test('knows worker deployments', async () => {
    const answer = await connection.workflowService.listWorkerDeployments({ namespace });
    expect(answer.workerDeployments).toEqual([]);
  });
});
