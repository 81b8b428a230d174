/** Real servers for tests. Each is started at the first call in a run and shared; databases, buckets and namespaces are a caller's own. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Connection } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Client, type Pool } from 'pg';
import { createPool } from '#db/client';
import { applyMigrations, migrationsHash } from '#db/migrate';
import { ensureNamespace } from '#platform/temporal/namespace';

const root = join(__dirname, '../..');

export type TestDatabase = { readonly url: string; readonly pool: Pool; drop(): Promise<void> };

/** A database of one's own with all migrations applied, copied from a template. Drop it in `afterAll`: that ends the pool too. */
export async function getTestDatabase(): Promise<TestDatabase> {
  const admin = await getServer<{ url: string }>('postgres');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await withAdmin(admin.url, async (client) => {
    const template = await ensureTemplate(client, admin.url);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  const url = withDatabase(admin.url, name);
  const pool = createPool(url, { max: 20, statementTimeoutMs: 15_000, applicationName: 'test' });
  return {
    url,
    pool,
    async drop() {
      if (!pool.ended) await pool.end();
      await withAdmin(admin.url, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

/** The address of an empty PostgreSQL server (database `postgres`, superuser), for tests of migrations and of the start-up check. */
export async function getTestPostgresUrl(): Promise<string> {
  return (await getServer<{ url: string }>('postgres')).url;
}

export type TestTemporal = { readonly address: string; readonly namespace: string };

/** The run's Temporal server with a namespace of one's own, so that task queues of other tests do not mix in. Short timers fire at once. */
export function getTestTemporal(): Promise<TestTemporal> {
  return withNamespace('temporal');
}

/** The same on the command line's development server, which machines without the server's binary get. Built at the first call: minutes. */
export function getTestTemporalDev(): Promise<TestTemporal> {
  return withNamespace('temporalDev');
}

async function withNamespace(server: 'temporal' | 'temporalDev'): Promise<TestTemporal> {
  const { address } = await getServer<{ address: string }>(server);
  const namespace = `test-${randomBytes(6).toString('hex')}`;
  const connection = await Connection.connect({ address });
  try {
    await ensureNamespace(connection, namespace);
  } finally {
    await connection.close();
  }
  return { address, namespace };
}

export type TestS3 = { readonly endpoint: string; readonly accessKey: string; readonly secretKey: string; readonly bucket: string };

/** The run's S3 server, with the name of a bucket that nobody else uses (not made yet). */
export async function getTestS3(): Promise<TestS3> {
  const { endpoint, accessKey, secretKey } = await getServer<Omit<TestS3, 'bucket'>>('s3');
  return { endpoint, accessKey, secretKey, bucket: `test-${randomBytes(6).toString('hex')}` };
}

/** How often the time-skipping server is started before giving up. */
const STARTS_TRIED = 8;

/** A Temporal server of one's own that skips time. Its clock is global to it: one per test file. Tear it down in `afterAll`. */
export async function getTimeSkippingEnv(): Promise<TestWorkflowEnvironment> {
  const { program } = await getServer<{ program: string | null }>('timeSkipping');
  const { TestWorkflowEnvironment: Environment } = await import('@temporalio/testing');
  // The SDK waits five seconds for the server's port; a Java program on a busy machine may need longer for its first start.
  for (let tries = 1; ; tries += 1) {
    try {
      return await Environment.createTimeSkipping(program === null ? {} : { server: { executable: { type: 'existing-path', path: program } } });
    } catch (error) {
      if (tries === STARTS_TRIED || !String(error).includes('did not start within')) throw error;
    }
  }
}

/** veraPDF's command line. Throws with a remedy where neither it nor Java is there. */
export async function getVeraPdf(): Promise<string> {
  const { program } = await getServer<{ program: string | null }>('verapdf');
  if (program === null) throw new Error('PDFs cannot be checked for archiving here. Remedy: install Java 11 or newer (the validator is then fetched from Maven Central), or put `verapdf` on PATH.');
  return program;
}

const asked = new Map<string, Promise<unknown>>();

function getServer<Answer>(name: string): Promise<Answer> {
  const answer = asked.get(name) ?? askFor(name);
  asked.set(name, answer);
  // The starter of each name writes exactly this shape (infra/lib/test-run.mjs).
  return answer as Promise<Answer>;
}

async function askFor(name: string): Promise<unknown> {
  const run = process.env['SARABAN_TEST_RUN'];
  if (!run) throw new Error('Tests with servers belong to the Jest projects `integration` and `e2e` (*.int.test.ts, *.e2e.ts)');
  // A first build of a server takes minutes; the progress goes to the terminal.
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'infra/test-server.mjs'), run, name], { timeout: 1_200_000 });
  return JSON.parse(stdout);
}

async function withAdmin<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The first caller migrates; the others wait for it at an advisory lock. */
async function ensureTemplate(client: Client, adminUrl: string): Promise<string> {
  const template = `template_${migrationsHash().slice(0, 16)}`;
  const exists = async () => (await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template])).rowCount === 1;
  if (await exists()) return template;
  await client.query('SELECT pg_advisory_lock(4101)');
  try {
    if (await exists()) return template;
    const building = `${template}_building`;
    await client.query(`DROP DATABASE IF EXISTS ${building} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${building}`);
    await applyMigrations(withDatabase(adminUrl, building));
    await client.query(`ALTER DATABASE ${building} RENAME TO ${template}`);
    return template;
  } finally {
    await client.query('SELECT pg_advisory_unlock(4101)');
  }
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
}
