#!/usr/bin/env node
/** `npm run generate`: makes db/generated from prisma/schema.prisma. */
import { generatePrismaClient } from './lib/build.mjs';
import { say } from './lib/shell.mjs';

try {
  await generatePrismaClient();
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
