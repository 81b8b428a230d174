#!/usr/bin/env node
/** `node infra/with-postgres.mjs <command> …`: runs the command with DATABASE_URL naming an empty scratch PostgreSQL. */
import { run, say, Trouble } from './lib/shell.mjs';
import { closeTestRun, getTestServer, openTestRun } from './lib/test-run.mjs';

const [command, ...args] = process.argv.slice(2);
const folder = await openTestRun();
try {
  const { url } = await getTestServer(folder, 'postgres');
  await run(command, args, { env: { DATABASE_URL: url }, inherit: true });
} catch (error) {
  say(error instanceof Trouble ? error.message : error.stack);
  process.exitCode = 1;
} finally {
  await closeTestRun(folder);
}
