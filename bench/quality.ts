/**
 * What the pages that people meet first are like: first and largest paint, time that scripts block, shift of the layout, weight, and
 * accessibility by axe; on a desk, and on a middling phone with a slow network. Scores follow the curves and weights of
 * Lighthouse 12 for the four figures that are measured here, out of 100; as there, what blocks counts from the first paint on.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '#db/seeds/demo';
import { addressOf, enter, openBrowser } from './lib/browser';
import { signIn } from './lib/client';
import { percentile } from './lib/measure';
import { pause, type Product } from './lib/product';

/** `good` is the value that scores 90, `half` the one that scores 50. */
type Curve = { readonly weight: number; readonly good: number; readonly half: number };
type Device = {
  readonly name: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly isMobile: boolean;
  readonly cpuSlowdown: number;
  readonly latencyMs: number;
  readonly bytesPerSecond: number;
  readonly curves: { readonly [F in 'fcp' | 'lcp' | 'tbt' | 'cls']: Curve };
};
const CLS = { weight: 25, good: 0.1, half: 0.25 } as const;
const DEVICES: readonly Device[] = [
  {
    name: 'desk', viewport: { width: 1280, height: 900 }, isMobile: false, cpuSlowdown: 1, latencyMs: 40, bytesPerSecond: 10 * 1024 * 128,
    curves: { fcp: { weight: 10, good: 934, half: 1_600 }, lcp: { weight: 25, good: 1_200, half: 2_400 }, tbt: { weight: 30, good: 150, half: 350 }, cls: CLS },
  },
  {
    name: 'phone', viewport: { width: 360, height: 740 }, isMobile: true, cpuSlowdown: 4, latencyMs: 150, bytesPerSecond: 1.6 * 1024 * 128,
    curves: { fcp: { weight: 10, good: 1_800, half: 3_000 }, lcp: { weight: 25, good: 2_500, half: 4_000 }, tbt: { weight: 30, good: 200, half: 600 }, cls: CLS },
  },
];
const ROUNDS = 3;
/** A page is quiet when nothing has blocked it for so long. */
const QUIET_MS = 1_000;
const IMPACT_WEIGHTS: { readonly [impact: string]: number } = { critical: 10, serious: 7, moderate: 3, minor: 1 };

export type Quality = {
  readonly bench: 'quality';
  readonly page: string;
  readonly device: string;
  readonly fcpMs: number;
  readonly lcpMs: number;
  readonly tbtMs: number;
  readonly cls: number;
  readonly scriptKb: number;
  readonly performance: number;
  readonly accessibility: number;
  readonly violations: readonly string[];
};
type Figures = { readonly fcp: number; readonly lcp: number; readonly tbt: number; readonly cls: number; readonly scriptKb: number };

/** Sign-in, inbox and a letter of the one who signs in, on each device; each cold, without anything cached. */
export async function benchQuality(product: Product, onPage: (quality: Quality) => void): Promise<void> {
  const { url } = product.running();
  const login = 'ops.ict.director';
  const client = await signIn({ base: url, login, password: DEMO_PASSWORD });
  const { items } = await client.get<{ items: readonly { letterId: string }[] }>('/tasks?limit=1');
  const pages = [
    { name: 'sign-in', path: '/login', isSignedIn: false, ready: 'input[type=password]' },
    { name: 'inbox', path: '/', isSignedIn: true, ready: 'a[data-inbox-row]' },
    { name: 'letter', path: `/letters/${items[0]?.letterId ?? ''}`, isSignedIn: true, ready: '[role=tabpanel]' },
  ];
  const browser = await openBrowser();
  try {
    for (const device of DEVICES) {
      for (const { name, path, isSignedIn, ready } of pages) {
        const context = await browser.newContext({ viewport: device.viewport, isMobile: device.isMobile, hasTouch: device.isMobile, locale: 'th-TH', timezoneId: 'Asia/Bangkok' });
        if (isSignedIn) await (await enter(context, { url, login })).close();
        const rounds: Figures[] = [];
        for (let round = 0; round < ROUNDS; round += 1) rounds.push(await openCold(context, { device, address: addressOf(url, path), ready }));
        const page = await context.newPage();
        await page.goto(addressOf(url, path));
        await page.locator(ready).first().waitFor();
        onPage(toQuality({ page: name, device, figures: medianOf(rounds), ...(await checkAccess(page)) }));
        await context.close();
      }
    }
  } finally {
    await browser.close();
  }
}

async function openCold(context: BrowserContext, { device, address, ready }: { readonly device: Device; readonly address: string; readonly ready: string }): Promise<Figures> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: device.latencyMs, downloadThroughput: device.bytesPerSecond, uploadThroughput: device.bytesPerSecond / 2 });
  await session.send('Emulation.setCPUThrottlingRate', { rate: device.cpuSlowdown });
  await page.addInitScript(WATCH);
  await page.goto(address);
  await page.locator(ready).first().waitFor();
  // Asked from outside: the page itself may not evaluate texts.
  while (!(await page.evaluate<boolean>(`performance.now() - window.__seen.lastBusyAt > ${QUIET_MS}`))) await pause(100);
  const figures = await page.evaluate<Figures>('({ fcp: window.__seen.fcp, lcp: window.__seen.lcp, tbt: window.__seen.tbt(), cls: window.__seen.cls, scriptKb: window.__seen.scriptBytes() / 1024 })');
  await page.close();
  return figures;
}

/** Runs in the page: what the browser itself tells of paints, long tasks and shifts. */
const WATCH = `
  window.__seen = { fcp: 0, lcp: 0, cls: 0, lastBusyAt: 0, tasks: [],
    tbt: () => window.__seen.tasks.reduce((sum, { startTime, duration }) => sum + Math.max(0, startTime + duration - Math.max(startTime, window.__seen.fcp) - 50), 0),
    scriptBytes: () => performance.getEntriesByType('resource').filter((each) => /\\.js(\\?|$)/.test(each.name)).reduce((sum, each) => sum + each.encodedBodySize, 0) };
  const watch = (type, see) => new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({ type, buffered: true });
  watch('paint', (entry) => { if (entry.name === 'first-contentful-paint') window.__seen.fcp = entry.startTime; });
  watch('largest-contentful-paint', (entry) => { window.__seen.lcp = entry.startTime; window.__seen.lastBusyAt = performance.now(); });
  watch('longtask', (entry) => { window.__seen.tasks.push(entry); window.__seen.lastBusyAt = performance.now(); });
  watch('layout-shift', (entry) => { if (!entry.hadRecentInput) window.__seen.cls += entry.value; });
`;

async function checkAccess(page: Page): Promise<{ readonly accessibility: number; readonly violations: readonly string[] }> {
  const { passes, violations } = await new AxeBuilder({ page }).analyze();
  const weigh = (impact: string | null | undefined): number => IMPACT_WEIGHTS[impact ?? 'minor'] ?? 1;
  const right = passes.reduce((sum, { nodes }) => sum + weigh([...(nodes[0]?.any ?? []), ...(nodes[0]?.all ?? []), ...(nodes[0]?.none ?? [])][0]?.impact), 0);
  const wrong = violations.reduce((sum, { impact }) => sum + weigh(impact), 0);
  return { accessibility: Math.round((100 * right) / Math.max(1, right + wrong)), violations: violations.map(({ id, impact }) => `${id} (${impact ?? 'minor'})`) };
}

function toQuality({ page, device, figures: { fcp, lcp, tbt, cls, scriptKb }, ...rest }: { readonly page: string; readonly device: Device; readonly figures: Figures; readonly accessibility: number; readonly violations: readonly string[] }): Quality {
  const { curves } = device;
  const parts = [score(curves.fcp, fcp), score(curves.lcp, lcp), score(curves.tbt, tbt), score(curves.cls, cls)];
  const weights = [curves.fcp.weight, curves.lcp.weight, curves.tbt.weight, curves.cls.weight];
  const performance = parts.reduce((sum, part, at) => sum + part * (weights[at] ?? 0), 0) / weights.reduce((sum, weight) => sum + weight, 0);
  return {
    bench: 'quality', page, device: device.name, fcpMs: Math.round(fcp), lcpMs: Math.round(lcp), tbtMs: Math.round(tbt), cls: Number(cls.toFixed(3)), scriptKb: Math.round(scriptKb),
    performance: Math.round(performance * 100), ...rest,
  };
}

/** Share of a log-normal distribution that lies above the value: 0.9 at `good`, 0.5 at `half`. */
function score({ good, half }: Curve, value: number): number {
  if (value <= 0) return 1;
  const QUANTILE_90 = 1.2815515655446004;
  const spread = Math.log(half / good) / QUANTILE_90;
  return normalAbove(Math.log(value / half) / spread);
}

/** Upper tail of the normal distribution (Abramowitz and Stegun 7.1.26, good to 1e-7). */
function normalAbove(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const tail = (((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t * Math.exp(-x * x)) / 2;
  return z >= 0 ? tail : 1 - tail;
}

function medianOf(rounds: readonly Figures[]): Figures {
  const of = (name: keyof Figures): number => percentile(rounds.map((each) => each[name]), 0.5);
  return { fcp: of('fcp'), lcp: of('lcp'), tbt: of('tbt'), cls: of('cls'), scriptKb: of('scriptKb') };
}
