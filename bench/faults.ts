/**
 * `npm run faults [-- --seed N] [--kills N] [--letters N] [--wipe-temporal]`: under load, kill -9 in turn worker, API, Temporal and PostgreSQL, then
 * run the invariant checker (`saraban check`). Its last line is JSON; the exit code is not zero where anything was lost, doubled,
 * skipped, broken, stuck or adrift. With `--wipe-temporal`, Temporal's databases are deleted half-way: every open letter must
 * come back from PostgreSQL.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import type { Session } from '#domain/contracts/session';
import { createPool, withTransaction } from '#db/client';
import { publishRoute } from '#db/repositories/routes';
import { DEMO_PASSWORD } from '#db/seeds/demo';
import { signIn } from './lib/client';
import { CAST, LIFE_ROUTE, LIFE_ROUTE_CODE, runLife, type Cast, type LifeContext } from './lib/life';
import { persist } from './lib/persistent-client';
import { pause, startProduct, type Product } from './lib/product';

const PARTS = ['worker', 'api', 'temporal', 'postgres'] as const;
/** Longest time a part may take to be back. */
const BACK_MS = 120_000;

type Report = {
  faults: 'letter-life';
  seed: number;
  kills: number;
  letters: number;
  acts: number;
  lost: number;
  doubled: number;
  numbersIssued: number;
  gaps: number;
  duplicates: number;
  auditBroken: number;
  drift: number;
  stuck: number;
  seconds: number;
};
type Check = Pick<Report, 'lost' | 'doubled' | 'numbersIssued' | 'gaps' | 'duplicates' | 'auditBroken' | 'drift' | 'stuck'>;

/** Small seeded generator (mulberry32): the same seed gives the same kills. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

async function killInTurn(product: Product, { kills, random, isOver }: { kills: number; random: () => number; isOver: () => boolean }): Promise<number> {
  let done = 0;
  while (done < kills) {
    await pause(500 + random() * 3_000);
    const name = PARTS[done % PARTS.length] ?? 'worker';
    const before = product.running().parts[name]?.pid;
    if (before === undefined) throw new Error(`the product does not run a part called ${name}`);
    process.kill(before, 'SIGKILL');
    done += 1;
    console.error(`kill ${done}: ${name} (${before})${isOver() ? ', after the load' : ''}`);
    const until = Date.now() + BACK_MS;
    while (product.running().parts[name]?.pid === before) {
      if (Date.now() > until) throw new Error(`${name} did not come back:\n${product.said()}`);
      await pause(100);
    }
  }
  return done;
}

async function check(product: Product): Promise<Check> {
  const { databaseUrl, temporalAddress, temporalNamespace } = product.running();
  const env = { ...process.env, DATABASE_URL: databaseUrl, TEMPORAL_ADDRESS: temporalAddress, TEMPORAL_NAMESPACE: temporalNamespace, DATA_DIR: product.folder };
  // A failed check prints its report too, with exit code 1.
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--conditions=production', 'dist/cli/main.js', 'check', '--json'], { env, maxBuffer: 1e8 }).catch(
    (error: { stdout?: string; stderr?: string }) => ({ stdout: error.stdout ?? '', stderr: error.stderr ?? '' }),
  );
  if (stderr !== '') console.error(stderr.trimEnd());
  // The checker's own report, of which these are the counts.
  const { lost, doubled, numbersIssued, gaps, duplicates, auditBroken, drift, stuck } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Check;
  return { lost, doubled, numbersIssued, gaps, duplicates, auditBroken, drift, stuck };
}

async function prepare(product: Product): Promise<{ cast: Cast; context: LifeContext; retries: () => number }> {
  const { url, databaseUrl } = product.running();
  const enter = async (login: string): Promise<ReturnType<typeof persist>> => persist(await signIn({ base: url, login, password: DEMO_PASSWORD, timeoutMs: 15_000 }));
  const people = await Promise.all([CAST.drafter, CAST.registrar, ...CAST.approvers, ...CAST.reviewers].map(enter));
  const [drafter, registrar, a, b, c, d, e] = people;
  if (!drafter || !registrar || !a || !b || !c || !d || !e) throw new Error('not everybody could sign in');
  const pool = createPool(databaseUrl, { max: 2, applicationName: 'faults' });
  try {
    const version = await withTransaction(pool, async (tx) => {
      const office = await tx.query<{ id: string }>("select id from office where code = 'ops'");
      return publishRoute(tx, {
        officeId: office.rows[0]?.id ?? '', code: LIFE_ROUTE_CODE, definition: LIFE_ROUTE, at: new Date().toISOString(), by: { personId: null, postId: null },
      });
    });
    const postOf = async (person: typeof drafter): Promise<string> => (await person.get<Session>('/session')).posts[0]?.id ?? '';
    return {
      cast: { drafter, registrar, approvers: [a, b, c], reviewers: [d, e] },
      context: { routeVersionId: version.id, drafterPostId: await postOf(drafter), registrarPostId: await postOf(registrar) },
      retries: () => people.reduce((sum, person) => sum + person.retries(), 0),
    };
  } finally {
    await pool.end();
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: String(Math.floor(Math.random() * 1e9)) },
      kills: { type: 'string', default: '20' },
      letters: { type: 'string', default: '50' },
      'wipe-temporal': { type: 'boolean', default: false },
    },
  });
  const [seed, kills, letters] = [Number(values.seed), Number(values.kills), Number(values.letters)];
  console.error(`seed ${seed}`);
  const begin = Date.now();
  // Of its own, so that what is stopped half-way can go on with its data.
  const folder = mkdtempSync(join(tmpdir(), 'saraban-faults-'));
  let product = await startProduct({ folder });
  try {
    const { url } = product.running();
    const { cast, context, retries } = await prepare(product);
    let acts = 0;
    let ended = 0;
    const failures: string[] = [];
    let next = 0;
    const load = Promise.all(
      Array.from({ length: 8 }, async () => {
        while (next++ < letters) {
          await runLife(cast, context, () => void (acts += 1)).then(
            () => void (ended += 1),
            (error: unknown) => void failures.push(error instanceof Error ? error.message : String(error)),
          );
        }
      }),
    );
    const done = await killInTurn(product, { kills, random: seeded(seed), isOver: () => ended + failures.length >= letters });
    if (values['wipe-temporal']) {
      await product.stop();
      await promisify(execFile)(process.execPath, ['bench/wipe-temporal.mjs', folder]);
      // At the same address, so that the load's clients find it again.
      product = await startProduct({ folder, args: ['--port', new URL(url).port] });
    }
    await load;
    for (const failure of failures) console.error(`a life did not end: ${failure}`);
    console.error(`${ended} of ${letters} lives ended; ${retries()} requests were sent again`);
    const found = await check(product);
    const report: Report = {
      faults: 'letter-life', seed, kills: done, letters, acts, ...found, stuck: found.stuck + failures.length, seconds: Math.round((Date.now() - begin) / 1000),
    };
    const { lost, doubled, gaps, duplicates, auditBroken, drift, stuck } = report;
    process.exitCode = [lost, doubled, gaps, duplicates, auditBroken, drift, stuck].every((count) => count === 0) ? 0 : 1;
    console.log(JSON.stringify(report));
  } finally {
    await product.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.stack : error);
  process.exitCode = 1;
});
