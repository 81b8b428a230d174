import type { Command } from 'commander';
import { createPool } from '#db/client';
import { seedBase } from '#db/seeds/base';
import { DEMO_PASSWORD, seedDemo } from '#db/seeds/demo';
import { seedDemoLetters } from '../demo/demo-letters';

/** `seed` writes what the product needs to start; `--demo` adds people to play with and, where there are none, letters in flight. */
export function addSeedCommand(program: Command): void {
  program
    .command('seed')
    .description('write offices, posts, books, holidays and routes; what is there stays')
    .option('--demo', 'also write demonstration accounts with a published password, and letters in flight: never where real letters are kept')
    .action(seed);
}

async function seed({ demo }: { demo?: boolean }): Promise<void> {
  const url = process.env['DATABASE_URL'];
  if (!url) throw new Error('DATABASE_URL is not set. Example: postgresql://saraban:secret@127.0.0.1:5432/saraban');
  const pool = createPool(url, { max: 2 });
  try {
    await seedBase(pool);
    if (demo !== true) {
      console.log('Offices, posts, books, holidays and routes are there.');
      return;
    }
    await seedDemo(pool);
    const letters = await seedDemoLetters(pool, { now: new Date().toISOString() });
    console.log(`Offices, routes and demonstration accounts are there (password: ${DEMO_PASSWORD}); letters written: ${letters}.`);
  } finally {
    await pool.end();
  }
}
