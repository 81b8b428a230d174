#!/usr/bin/env node
/** `node infra/test-server.mjs <run folder> <name>`: starts the run's server if needed, prints how to reach it as JSON. */
import { say, Trouble } from './lib/shell.mjs';
import { getTestServer } from './lib/test-run.mjs';

const [folder, name] = process.argv.slice(2);
try {
  process.stdout.write(`${JSON.stringify(await getTestServer(folder, name))}\n`);
} catch (error) {
  say(error instanceof Trouble ? error.message : error.stack);
  process.exitCode = 1;
}
