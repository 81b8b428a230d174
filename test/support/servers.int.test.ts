import { Connection } from '@temporalio/client';
import { getTestDatabase, getTestS3, getTestTemporal, getTimeSkippingEnv } from './servers';

jest.setTimeout(600_000);

test('two databases are migrated and know nothing of each other', async () => {
  const [one, other] = await Promise.all([getTestDatabase(), getTestDatabase()]);
  await one.pool.query(`INSERT INTO session (id, data, expires_at) VALUES ('s', '{}', now())`);
  expect((await one.pool.query('SELECT id FROM session')).rowCount).toBe(1);
  expect((await other.pool.query('SELECT id FROM session')).rowCount).toBe(0);
  await Promise.all([one.drop(), other.drop()]);
});

test('Temporal answers in a namespace of the caller', async () => {
  const { address, namespace } = await getTestTemporal();
  const connection = await Connection.connect({ address });
  const { namespaceInfo } = await connection.workflowService.describeNamespace({ namespace });
  expect(namespaceInfo?.name).toBe(namespace);
  await connection.close();
});

test('the S3 server is up', async () => {
  const { endpoint } = await getTestS3();
  expect((await fetch(`${endpoint}/minio/health/ready`)).status).toBe(200);
});

test('a month passes at once on the server that skips time', async () => {
  const env = await getTimeSkippingEnv();
  const before = await env.currentTimeMs();
  await env.sleep('30 days');
  expect((await env.currentTimeMs()) - before).toBeGreaterThanOrEqual(30 * 86_400_000);
  await env.teardown();
});
