/** How fast letters are found at 200,000 of them, by kind of query, over HTTP as the page asks: with counts, facets, ranking and who has each. */
import { createSearchReader } from '#activities/search/read-letters';
import { createPool } from '#db/client';
import { DEMO_PASSWORD } from '#db/seeds/demo';
import { createRandom, insertCorpus, makeCorpus, withoutTermsIndex } from '#db/seeds/corpus';
import { DISTRICTS, INSIDE, SENDERS, SIGNERS, TOPICS } from '#db/seeds/corpus-words';
import { signIn } from './lib/client';
import { runClosedLoop, type Sample } from './lib/measure';
import type { Product } from './lib/product';

const LETTERS = 200_000;
const SEED = 2569;
/** Queries of each kind, none of them twice the same. */
const EACH = 60;

type Pick = <T>(values: readonly T[]) => T;
const KINDS: { readonly [kind: string]: (pick: Pick, n: number) => { readonly [name: string]: string } } = {
  'whole number': (pick, n) => ({ q: `${pick(SENDERS).agency} ${pick(SENDERS).unit}/${n * 97 + 5}` }),
  'short circular': (_, n) => ({ q: `ว ${n * 13 + 7}` }),
  'receive number of a year': (_, n) => ({ q: `เลขรับ ${n * 211 + 3}/${2564 + (n % 6)}` }),
  'only digits': (_, n) => ({ q: String(n * 31 + 11) }),
  subject: (pick) => ({ q: pick(TOPICS) }),
  'subject and place': (pick) => ({ q: `${pick(TOPICS)} ${pick(DISTRICTS)}` }),
  'inside the files': (pick) => ({ q: pick(INSIDE) }),
  'sender and days': (pick) => ({ q: `${pick(SENDERS).name} ${pick(['เดือนที่แล้ว', 'ปี 2568', '3 เดือนที่ผ่านมา', 'ต.ค. 68'])}` }),
  'signer, one facet': (pick) => ({ q: pick(SIGNERS).split(' ')[1]!, status: 'running' }),
  'while it is typed': (pick, n) => ({ q: n % 2 === 0 ? pick(TOPICS).slice(0, 8 + (n % 5)) : `มท 02${10 + (n % 3)}.2/${n}`, limit: '8', typing: 'true' }),
};

export async function benchSearch(product: Product, report: (row: { readonly case: string; readonly sample: Sample }) => void): Promise<void> {
  const { url, databaseUrl } = product.running();
  const pool = createPool(databaseUrl, { max: 4, statementTimeoutMs: 600_000, applicationName: 'bench' });
  try {
    const read = createSearchReader({ pool, readFile: () => Promise.resolve('') });
    await withoutTermsIndex(pool, async () => {
      await insertCorpus(pool, makeCorpus({ n: LETTERS, seed: SEED }), SEED);
      while ((await read(4_000)) > 0);
    });
    await pool.query('vacuum analyze');
  } finally {
    await pool.end();
  }
  const clerk = await signIn({ base: url, login: 'ops.registry.clerk', password: DEMO_PASSWORD });
  const random = createRandom(SEED);
  const pick: Pick = (values) => values[Math.floor(random() * values.length)]!;
  for (const [kind, make] of Object.entries(KINDS)) {
    const paths = Array.from({ length: EACH }, (_, n) => `/search?${new URLSearchParams(make(pick, n)).toString()}`);
    const sample = await runClosedLoop({ clients: 1, n: EACH, operation: async (index) => void (await clerk.get(paths[index] ?? '/search')) });
    report({ case: kind, sample });
  }
}
