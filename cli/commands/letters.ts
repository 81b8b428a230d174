import type { Command } from 'commander';
import type { Pool } from 'pg';
import { createPool } from '#db/client';
import { explainWithExecution, reconcileLetters, resumeLetter, resumeLetters } from '#db/letter-repair';
import { loadConfig } from '#platform/config';
import { readKeyRing } from '#platform/temporal/codec';
import { connectLazily, createTemporalClient } from '#platform/temporal/connection';
import { createDataConverter } from '#platform/temporal/data-converter';
import { createLetterClient, type LetterClient } from '#platform/temporal/letter-client';
import { checkLetters, isSound } from '../check/check-letters';

/** Longer than a commit may take: these walk over all letters. Milliseconds. */
const STATEMENT_TIMEOUT_MS = 120_000;
const MOST_SHOWN = 50;

/** `check`, `reconcile`, `resume`, `explain`: what an operator does about letters, without SQL. */
export function addLetterCommands(program: Command): void {
  program
    .command('check')
    .description('check that nothing was lost, doubled, skipped, broken or left behind; ends with 1 where something was')
    .option('--json', 'print the findings on stderr and one JSON line at the end')
    .option('--database-only', 'do not ask Temporal')
    .option('--patience <seconds>', 'how long what is on its way may take to arrive', '90')
    .action(check);
  program
    .command('reconcile')
    .description('compare every open letter with its execution; start what is missing, begin anew what differs')
    .action(() => withParts(async (pool, letters) => console.log(JSON.stringify(await reconcileLetters(pool, letters)))));
  program
    .command('resume')
    .description('start an execution for every open letter that has none, after Temporal or its database was lost')
    .option('--letter <id>', 'only this letter, also where it was flagged as ahead of a restored database')
    .action(({ letter }: { letter?: string }) =>
      withParts(async (pool, letters) =>
        console.log(JSON.stringify(letter === undefined ? await resumeLetters(pool, letters) : await resumeOne(pool, letters, letter))),
      ),
    );
  program
    .command('explain <letter>')
    .description('say how a letter stands: with whom, what it waits for, and what its execution believes')
    .action((letterId: string) => withParts((pool, letters) => explain(pool, letters, letterId)));
}

async function check({ json, databaseOnly, patience }: { json?: boolean; databaseOnly?: boolean; patience: string }): Promise<void> {
  const settleSeconds = Number(patience);
  if (!(settleSeconds >= 0)) throw new Error('--patience takes a number of seconds');
  await withParts(async (pool, letters) => {
    const { report, findings } = await checkLetters({ pool, letters: databaseOnly === true ? null : letters, settleSeconds });
    for (const { trouble, letterId, what } of findings.slice(0, MOST_SHOWN)) console.error(`${trouble}: ${what}${letterId === null ? '' : ` (letter ${letterId})`}`);
    if (findings.length > MOST_SHOWN) console.error(`… and ${findings.length - MOST_SHOWN} more`);
    if (json !== true) console.error(isSound(report) ? 'Everything is as it should be.' : 'Something is wrong; see above.');
    console.log(JSON.stringify(report));
    if (!isSound(report)) process.exitCode = 1;
  });
}

async function explain(pool: Pool, letters: LetterClient, letterId: string): Promise<void> {
  const letter = await explainWithExecution(pool, letters, letterId);
  if (letter === null) throw new Error(`There is no letter ${letterId}`);
  console.log(JSON.stringify(letter, null, 2));
}

async function resumeOne(pool: Pool, letters: LetterClient, letterId: string): Promise<{ resumed: number }> {
  // At a command line nobody is signed in: on the record stands that it was done there.
  const isStarted = await resumeLetter(pool, letters, { letterId, by: { personId: null, postId: null, at: new Date().toISOString() } });
  if (isStarted === null) throw new Error(`There is no letter ${letterId}`);
  return { resumed: isStarted ? 1 : 0 };
}

async function withParts(work: (pool: Pool, letters: LetterClient) => Promise<void>): Promise<void> {
  const config = loadConfig();
  const pool = createPool(config.database.url, { max: 4, applicationName: 'saraban-cli', statementTimeoutMs: STATEMENT_TIMEOUT_MS });
  const connection = connectLazily(config.temporal);
  const dataConverter = createDataConverter(readKeyRing(config.codecKeysFile));
  try {
    await work(pool, createLetterClient(createTemporalClient({ connection, config: config.temporal, dataConverter })));
  } finally {
    await connection.close();
    await pool.end();
  }
}
