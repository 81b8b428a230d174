import type { Command } from 'commander';
import { assertDatabaseFit, createPool } from '#db/client';
import { applyMigrations, createMigration, diffFromMigrations } from '#db/migrate';
import { loadConfig } from '#platform/config';
import { connectLazily } from '#platform/temporal/connection';
import { ensureNamespace } from '#platform/temporal/namespace';

/** `migrate` brings a database to the present schema; `migration …` are a developer's tools. */
export function addMigrateCommands(program: Command): void {
  program.command('migrate').description('apply the migrations that DATABASE_URL does not have yet; where TEMPORAL_ADDRESS is set, make its namespace ready').action(migrate);
  const migration = program.command('migration').description('write and check migrations (development)');
  migration
    .command('new <name>')
    .option('--empty', 'write the file even when schema and migrations agree, for SQL by hand')
    .description('write the next migration from the difference between schema.prisma and the migrations')
    .action(newMigration);
  migration.command('check').description('fail when schema.prisma and the migrations have drifted apart').action(checkMigrations);
}

async function migrate(): Promise<void> {
  const url = databaseUrl();
  const pool = createPool(url, { max: 1 });
  try {
    await assertDatabaseFit(pool);
  } finally {
    await pool.end();
  }
  const applied = await applyMigrations(url);
  console.log(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`);
  if (!process.env['TEMPORAL_ADDRESS']) return;
  const { temporal } = loadConfig();
  const connection = connectLazily(temporal);
  try {
    await ensureNamespace(connection, temporal.namespace);
  } finally {
    await connection.close();
  }
  console.log(`The namespace ${temporal.namespace} is ready.`);
}

async function newMigration(name: string, { empty }: { empty?: boolean }): Promise<void> {
  const path = await createMigration(databaseUrl(), { name, at: new Date(), allowEmpty: empty ?? false });
  console.log(path ?? 'Schema and migrations agree: nothing to write.');
}

async function checkMigrations(): Promise<void> {
  const sql = await diffFromMigrations(databaseUrl());
  if (sql !== '') throw new Error(`Schema and migrations differ by:\n${sql}`);
  console.log('Schema and migrations agree.');
}

function databaseUrl(): string {
  const url = process.env['DATABASE_URL'];
  if (!url) throw new Error('DATABASE_URL is not set. Example: postgresql://saraban:secret@127.0.0.1:5432/saraban');
  return url;
}
