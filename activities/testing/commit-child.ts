/** A process of its own that commits one transition and then never answers, to be killed by its test. */
import { text } from 'node:stream/consumers';
import { createPool } from '#db/client';
import type { CommitInput } from '#domain/messages';
import { commitTransition } from '../commit-transition';

async function main(): Promise<void> {
  const input = JSON.parse(await text(process.stdin)) as CommitInput; // written by the test
  const pool = createPool(process.env['DATABASE_URL'] ?? '', { applicationName: 'commit-child', statementTimeoutMs: 60_000 });
  process.stdout.write('begun\n');
  await commitTransition({ pool }, input);
  process.stdout.write('committed\n');
  await new Promise(() => setInterval(() => undefined, 60_000));
}

void main();
