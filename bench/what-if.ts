/** How fast the letters of a quarter are tried on a draft, as its author asks for it: from the request to the result. */
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { Route } from '#domain/route/model';
import { createPool } from '#db/client';
import { DEMO_PASSWORD } from '#db/seeds/demo';
import { officeId } from '#db/seeds/insert-offices';
import { generateQuarter, QUARTER_OFFICE } from '#db/seeds/quarter';
import { signIn } from './lib/client';
import type { Sample } from './lib/measure';
import type { Product } from './lib/product';

const LETTERS = 10_000;
const ASK_MS = 100;

type Run = { readonly id: string; readonly state: string; readonly total: number };
type Draft = { readonly id: string; readonly rev: number; readonly definition: Route };

/** One more approval before the governor directs, so that nearly every letter takes another path. */
const withOneMore = (route: Route): Route => ({
  ...route,
  nodes: [...route.nodes, { id: 'one-more', type: 'approve', name: 'รองผู้ว่าราชการจังหวัดกลั่นกรอง', mode: 'one', assignees: [{ by: 'post', postCode: 'deputy-governor-1' }], returnTo: [] }],
  edges: [...route.edges.map((edge) => (edge.from === 'propose' && edge.to === 'direct' ? { ...edge, to: 'one-more' } : edge)), { id: 'one-more-on', from: 'one-more', outcome: 'approve', to: 'direct' }],
});

/** @throws Error where the run does not end with every letter played */
export async function benchWhatIf(product: Product): Promise<Sample> {
  const { url, databaseUrl } = product.running();
  const pool = createPool(databaseUrl, { max: 2, statementTimeoutMs: 600_000, applicationName: 'bench' });
  const { from, to } = await generateQuarter(pool, { n: LETTERS }).finally(() => pool.end());
  const owner = await signIn({ base: url, login: `${QUARTER_OFFICE}.office-head`, password: DEMO_PASSWORD });
  const office = officeId(QUARTER_OFFICE);
  const { routes } = await owner.get<{ routes: { code: string; inForce: { id: string } }[] }>(`/route-designs?officeId=${office}`);
  const versionId = routes.find(({ code }) => code === 'incoming')!.inForce.id;
  const { definition } = await owner.get<Draft>(`/route-versions/${versionId}`);
  const draft = await owner.post<Draft>('/route-drafts', { officeId: office, from: { kind: 'json', code: 'measured', definition: withOneMore(definition), layout: {} } });
  const begun = performance.now();
  const run = await owner.post<Run>(`/route-drafts/${draft.id}/what-if`, { from, to, letters: 'all' });
  for (;;) {
    const { latest, result } = await owner.get<{ latest: Run; result: { result: { letters: { cannot: number; other: number } } } | null }>(`/route-drafts/${draft.id}/what-if`);
    if (latest.state === 'done') {
      const seconds = (performance.now() - begun) / 1_000;
      if (result === null || result.result.letters.other < run.total / 2) throw new Error('the draft that is measured changes too little');
      return { durations: Array.from({ length: run.total }, () => (seconds * 1_000) / run.total), seconds };
    }
    if (latest.state !== 'running') throw new Error(`the run has ended as ${latest.state}`);
    await pause(ASK_MS);
  }
}
