import { Client, Connection, WorkflowFailedError } from '@temporalio/client';
import { getTestTemporal } from '#test/support/servers';
import { createKeyFile, readKeyRing } from './codec';
import { createDataConverter } from './data-converter';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

jest.setTimeout(600_000);

const NOTE = 'เห็นควรมอบกลุ่มงานปกครองดำเนินการ';
const folder = mkdtempSync(join(tmpdir(), 'saraban-keys-'));
let connection: Connection;
let client: Client;

beforeAll(async () => {
  writeFileSync(join(folder, 'keys.json'), createKeyFile());
  const { address, namespace } = await getTestTemporal();
  connection = await Connection.connect({ address });
  client = new Client({ connection, namespace, dataConverter: createDataConverter(readKeyRing(join(folder, 'keys.json'))) });
});
afterAll(async () => {
  await connection?.close();
  rmSync(folder, { recursive: true });
});

test('the server keeps neither arguments nor the reason of a failure in readable form', async () => {
  const handle = await client.workflow.start('letterLife', { workflowId: 'letter/1', taskQueue: 'nobody', args: [{ note: NOTE }] });
  await handle.terminate(NOTE.slice(0, 3));
  const history = await handle.fetchHistory();
  const started = history.events?.[0]?.workflowExecutionStartedEventAttributes;
  const payload = started?.input?.payloads?.[0];
  expect(Buffer.from(payload?.metadata?.['encoding'] ?? []).toString()).toBe('binary/encrypted');
  expect(Buffer.from(payload?.data ?? []).includes(Buffer.from(NOTE))).toBe(false);
  await expect(handle.result()).rejects.toBeInstanceOf(WorkflowFailedError);
});
