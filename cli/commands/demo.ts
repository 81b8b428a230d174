import type { Command } from 'commander';
import { createPool } from '#db/client';
import { generateQuarter } from '#db/seeds/quarter';

/** What only a demonstration needs. */
export function addDemoCommands(program: Command): void {
  program
    .command('demo')
    .description('for demonstrations only: never where real letters are kept')
    .command('quarter')
    .description("write a quarter of closed letters of one province, to try drafts of routes on; marked as generated, with numbers that are no book's")
    .option('--letters <n>', 'how many', '1600')
    .action(quarter);
}

async function quarter({ letters }: { letters: string }): Promise<void> {
  const url = process.env['DATABASE_URL'];
  if (!url) throw new Error('DATABASE_URL is not set. Example: postgresql://saraban:secret@127.0.0.1:5432/saraban');
  const n = Number(letters);
  if (!Number.isInteger(n) || n < 1 || n > 20_000) throw new Error('--letters needs a whole number from 1 to 20000');
  const pool = createPool(url, { max: 2, statementTimeoutMs: 600_000 });
  try {
    const { written, from, to } = await generateQuarter(pool, { n });
    console.log(written === 0 ? `The quarter from ${from} to ${to} is there already.` : `Closed letters of Lop Buri from ${from} to ${to} are there: ${written}.`);
  } finally {
    await pool.end();
  }
}
