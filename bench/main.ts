/**
 * `npm run bench -- [name …]`: benchmarks over HTTP through the real parts. Prints one JSON line a case, then a table.
 * Names: life, act, start, inbox, desk, quality, search, verify, what-if. Without names, all. `desk` and `quality` go through a real browser; `verify` needs
 * no product and is timed in this process.
 */
import type { Session } from '#domain/contracts/session';
import { createPool, withTransaction } from '#db/client';
import { publishRoute } from '#db/repositories/routes';
import { DEMO_PASSWORD } from '#db/seeds/demo';
import { generateLetters } from '#db/seeds/generate';
import { benchDesk } from './desk';
import { signIn, type Client } from './lib/client';
import { cpuMsOfTree } from './lib/cpu';
import { beginLife, CAST, findTask, LIFE_ROUTE, LIFE_ROUTE_CODE, runLife, type Cast, type LifeContext } from './lib/life';
import { runClosedLoop, runOpenLoop, toRow, toTable, type Cpu, type Row, type Sample } from './lib/measure';
import { startProduct, type Product } from './lib/product';
import { benchQuality } from './quality';
import { benchSearch } from './search';
import { benchVerify } from './verify';
import { benchWhatIf } from './what-if';

type Setting = { readonly product: Product; readonly cast: Cast; readonly context: LifeContext };
const quiet = (): void => undefined;
const rows: Row[] = [];

function report(args: { bench: string; case: string; clients: number; sample: Sample; cpu: Cpu | null }): void {
  const row = toRow({ ...args, now: new Date() });
  rows.push(row);
  console.log(JSON.stringify(row));
}

/** CPU of the measured product, the client's own left out. */
async function withCpu(product: Product, work: () => Promise<Sample>): Promise<{ sample: Sample; cpu: Cpu | null }> {
  const before = cpuOf(product);
  const sample = await work();
  const after = cpuOf(product);
  if (before === null || after === null) return { sample, cpu: null };
  const parts = Object.entries(after.parts).map(([part, ms]) => [part, ms - (before.parts[part] ?? 0)]);
  return { sample, cpu: { total: after.total - before.total, parts: Object.fromEntries(parts) } };
}

function cpuOf(product: Product): Cpu | null {
  const total = cpuMsOfTree(product.pid);
  if (total === null) return null;
  return { total, parts: Object.fromEntries(Object.entries(product.running().parts).map(([part, { pid }]) => [part, cpuMsOfTree(pid) ?? 0])) };
}

const BENCHES: { readonly [name: string]: (setting: Setting) => Promise<void> } = {
  async life({ product, cast, context }) {
    for (const [clients, n] of [[1, 10], [8, 48], [32, 96]] as const) {
      const starts: number[] = [];
      const acts: number[] = [];
      const watch = (kind: 'start' | 'act', ms: number): void => void (kind === 'start' ? starts : acts).push(ms);
      const { sample, cpu } = await withCpu(product, () =>
        runClosedLoop({ clients, n, operation: async () => void (await runLife(cast, context, watch)) }));
      report({ bench: 'life', case: 'whole life', clients, sample, cpu });
      report({ bench: 'life', case: 'act on a task', clients, sample: { durations: acts, seconds: sample.seconds }, cpu: null });
      report({ bench: 'life', case: 'start', clients, sample: { durations: starts, seconds: sample.seconds }, cpu: null });
    }
  },

  async act({ product, cast, context }) {
    const [approver] = cast.approvers;
    const cases = [
      { name: 'alone', clients: 1, n: 50, perSecond: null },
      { name: 'open loop, 10 a second', clients: 0, n: 200, perSecond: 10 },
      { name: 'closed loop', clients: 8, n: 160, perSecond: null },
    ];
    for (const { name, clients, n, perSecond } of cases) {
      const letters: string[] = [];
      await runClosedLoop({ clients: 8, n, operation: async () => void letters.push(await beginLife(cast, context, quiet)) });
      const tasks = await Promise.all(letters.map(async (letterId) => ({ letterId, task: await findTask(approver, letterId) })));
      const operation = async (index: number): Promise<void> => {
        const { letterId, task } = tasks[index] ?? {};
        if (letterId === undefined || task === undefined) throw new Error('more acts than tasks');
        await approver.post(`/letters/${letterId}/tasks/${task.taskId}/acts`, { rev: task.rev, outcome: 'approve' });
      };
      const { sample, cpu } = await withCpu(product, () =>
        perSecond === null ? runClosedLoop({ clients, n, operation }) : runOpenLoop({ perSecond, n, operation }));
      report({ bench: 'act', case: name, clients, sample, cpu });
    }
  },

  async start({ product, cast, context }) {
    for (const [clients, n] of [[1, 40], [8, 160]] as const) {
      const durations: number[] = [];
      const watch = (kind: 'start' | 'act', ms: number): void => void (kind === 'start' && durations.push(ms));
      const { sample, cpu } = await withCpu(product, () =>
        runClosedLoop({ clients, n, operation: async () => void (await beginLife(cast, context, watch)) }));
      report({ bench: 'start', case: 'start of a letter', clients, sample: { durations, seconds: sample.seconds }, cpu });
    }
  },

  async inbox({ product, cast }) {
    const pool = createPool(product.running().databaseUrl, { max: 4, statementTimeoutMs: 600_000, applicationName: 'bench' });
    try {
      await generateLetters(pool, { n: 10_000 });
      await pool.query('analyze');
    } finally {
      await pool.end();
    }
    const readers = [cast.registrar, cast.approvers[1], cast.drafter];
    for (const clients of [1, 8]) {
      const { sample, cpu } = await withCpu(product, () =>
        runClosedLoop({ clients, n: 200 * clients, operation: async (index) => void (await readers[index % readers.length]?.get('/tasks?limit=25')) }));
      report({ bench: 'inbox', case: 'page of 25 at 10,000 open letters', clients, sample, cpu });
    }
  },

  async desk({ product }) {
    await benchDesk(product, ({ case: name, sample }) => report({ bench: 'desk', case: name, clients: 1, sample, cpu: null }));
  },

  async search({ product }) {
    await benchSearch(product, ({ case: name, sample }) => report({ bench: 'search', case: name, clients: 1, sample, cpu: null }));
  },

  async 'what-if'({ product }) {
    const { sample, cpu } = await withCpu(product, () => benchWhatIf(product));
    report({ bench: 'what-if', case: 'letters tried on a draft', clients: 1, sample, cpu });
  },

  async quality({ product }) {
    await benchQuality(product, (quality) => console.log(JSON.stringify(quality)));
  },
};

/** What needs nothing but this process. */
const ALONE: { readonly [name: string]: () => void } = {
  verify: () => benchVerify(({ case: name, sample }) => report({ bench: 'verify', case: name, clients: 1, sample, cpu: null })),
};

async function prepare(product: Product): Promise<Setting> {
  const { url, databaseUrl } = product.running();
  const enter = (login: string): Promise<Client> => signIn({ base: url, login, password: DEMO_PASSWORD });
  const [drafter, registrar, ...others] = await Promise.all([CAST.drafter, CAST.registrar, ...CAST.approvers, ...CAST.reviewers].map(enter));
  const [a, b, c, d, e] = others;
  if (!drafter || !registrar || !a || !b || !c || !d || !e) throw new Error('not everybody could sign in');
  const postOf = async (client: Client): Promise<string> => (await client.get<Session>('/session')).posts[0]?.id ?? '';
  const pool = createPool(databaseUrl, { max: 2, applicationName: 'bench' });
  try {
    const routeVersion = await withTransaction(pool, async (tx) => {
      const office = await tx.query<{ id: string }>("select id from office where code = 'ops'");
      return publishRoute(tx, {
        officeId: office.rows[0]?.id ?? '', code: LIFE_ROUTE_CODE, definition: LIFE_ROUTE, at: new Date().toISOString(), by: { personId: null, postId: null },
      });
    });
    return {
      product,
      cast: { drafter, registrar, approvers: [a, b, c], reviewers: [d, e] },
      context: { routeVersionId: routeVersion.id, drafterPostId: await postOf(drafter), registrarPostId: await postOf(registrar) },
    };
  } finally {
    await pool.end();
  }
}

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const known = [...Object.keys(BENCHES), ...Object.keys(ALONE)];
  const unknown = wanted.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`No benchmark is called ${unknown.join(', ')}. There are: ${known.join(', ')}`);
  for (const [name, bench] of Object.entries(ALONE)) if (wanted.length === 0 || wanted.includes(name)) bench();
  if (wanted.length > 0 && wanted.every((name) => ALONE[name] !== undefined)) {
    console.log(toTable(rows));
    return;
  }
  console.error('Starting the product …');
  const product = await startProduct();
  try {
    const setting = await prepare(product);
    // Not counted: code paths, caches and connections get warm.
    await runClosedLoop({ clients: 2, n: 6, operation: async () => void (await runLife(setting.cast, setting.context, quiet)) });
    for (const [name, bench] of Object.entries(BENCHES)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      const clientBefore = process.cpuUsage();
      await bench(setting);
      const used = process.cpuUsage(clientBefore);
      console.error(`${name}: the client itself used ${((used.user + used.system) / 1e6).toFixed(1)} s of CPU`);
    }
    console.log(toTable(rows));
  } finally {
    await product.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.stack : error);
  process.exitCode = 1;
});
