#!/usr/bin/env node
/** `node bench/wipe-temporal.mjs <data folder>`: deletes Temporal's databases of a stopped product, as if its server had been lost. */
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../infra/lib/postgres.mjs';
import { freePorts } from '../infra/lib/shell.mjs';

const [folder] = process.argv.slice(2);
const [port] = await freePorts(1);
const server = await startPostgres({ dataDir: join(folder, 'postgres'), port, logFile: join(folder, 'wipe.log') });
try {
  const client = new pg.Client({ connectionString: server.url('postgres') });
  await client.connect();
  for (const name of ['temporal', 'temporal_visibility']) await client.query(`drop database if exists ${name} with (force)`);
  await client.end();
} finally {
  await server.stop();
}
