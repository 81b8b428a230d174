#!/usr/bin/env node
/** `npm run build`: database client, server, workflow bundle and admin UI, into dist/. */
import { assertNode, build } from './lib/build.mjs';
import { say, Trouble } from './lib/shell.mjs';

try {
  assertNode();
  await build();
} catch (error) {
  say(error instanceof Trouble ? error.message : error.stack);
  process.exitCode = 1;
}
