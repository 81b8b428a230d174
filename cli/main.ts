#!/usr/bin/env node
import { Command } from 'commander';
import { addAuditCommands } from './commands/audit';
import { addDemoCommands } from './commands/demo';
import { addLetterCommands } from './commands/letters';
import { addMigrateCommands } from './commands/migrate';
import { addRouteCommands } from './commands/routes';
import { addSeedCommand } from './commands/seed';

const program = new Command('saraban').description('Commands for operators of the e-Saraban');

addMigrateCommands(program);
addSeedCommand(program);
addDemoCommands(program);
addLetterCommands(program);
addAuditCommands(program);
addRouteCommands(program);

program.parseAsync().catch((error: unknown) => {
  // A command fails with a sentence for the operator; the stack helps only who debugs it.
  console.error(process.env['DEBUG'] ? error : error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
