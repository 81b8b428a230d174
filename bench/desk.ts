/**
 * How long people wait for a page, in a real browser at 10,000 open letters: from the address to what the page is for, and from the
 * confirmation of an act to the next letter. Files come from the browser's cache, as on any day but the first.
 */
import { performance } from 'node:perf_hooks';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { LetterPage } from '#domain/contracts/letter-page';
import type { Session } from '#domain/contracts/session';
import { createPool } from '#db/client';
import { DEMO_PASSWORD } from '#db/seeds/demo';
import { generateLetters } from '#db/seeds/generate';
import { addressOf, enter, openBrowser } from './lib/browser';
import { signIn, type Client } from './lib/client';
import type { Sample } from './lib/measure';
import { pause, type Product } from './lib/product';

export type DeskCase = { readonly case: string; readonly sample: Sample };

const ROUNDS = 20;
const ACTS = 12;
const LETTERS = 10_000;
const SIZE = { width: 1280, height: 900 };

type Place = {
  readonly name: string;
  readonly login: string;
  readonly path: (ids: { readonly letterId: string }) => string;
  /** What must be there before the page is of use. */
  readonly usable: (page: Page) => Locator;
};
const PLACES: readonly Place[] = [
  { name: 'inbox', login: 'ops.ict.director', path: () => '/', usable: (page) => page.locator('a[data-inbox-row]').first() },
  { name: 'letter', login: 'ops.ict.director', path: ({ letterId }) => `/letters/${letterId}`, usable: (page) => page.getByRole('region', { name: /^งานของท่าน/ }).getByRole('button').first() },
  { name: 'folder', login: 'ops.ict.director', path: () => '/folder', usable: (page) => page.getByRole('toolbar', { name: 'คำสั่งของเรื่องนี้' }).getByRole('button').nth(1) },
  { name: 'supervision board', login: 'ops.registry.head', path: () => '/supervision', usable: (page) => page.getByRole('checkbox').first() },
  { name: 'registry desk', login: 'ops.registry.clerk', path: () => '/desk?tab=waiting', usable: (page) => page.getByRole('tab', { selected: true }).and(page.locator(':visible')).first() },
  { name: 'search', login: 'ops.registry.clerk', path: () => `/letters?q=${encodeURIComponent('ขอ')}`, usable: (page) => page.locator('main').getByRole('link', { name: /ขอ/ }).first() },
];

/** Puts the letters there, then opens each page again and again, then acts. */
export async function benchDesk(product: Product, onCase: (found: DeskCase) => void): Promise<void> {
  const { url, databaseUrl } = product.running();
  await fill(databaseUrl);
  const client = (login: string): Promise<Client> => signIn({ base: url, login, password: DEMO_PASSWORD });
  const { items } = await (await client('ops.ict.director')).get<{ items: readonly { letterId: string }[] }>('/tasks?limit=1');
  const letterId = items[0]?.letterId ?? '';
  const browser = await openBrowser();
  try {
    for (const place of PLACES) {
      const context = await browser.newContext({ viewport: SIZE, locale: 'th-TH', timezoneId: 'Asia/Bangkok' });
      onCase({ case: `${place.name} usable`, sample: await openAgainAndAgain(context, { url, place, path: place.path({ letterId }) }) });
      await context.close();
    }
    const context = await browser.newContext({ viewport: SIZE, locale: 'th-TH', timezoneId: 'Asia/Bangkok' });
    onCase({ case: 'act to next letter', sample: await actAndGoOn(context, url, client) });
  } finally {
    await browser.close();
  }
}

async function fill(databaseUrl: string): Promise<void> {
  const pool = createPool(databaseUrl, { max: 4, statementTimeoutMs: 600_000, applicationName: 'bench' });
  try {
    const { rows } = await pool.query<{ n: number }>(`select count(*)::int as n from letter where status <> 'ended'`);
    const missing = LETTERS - (rows[0]?.n ?? 0);
    if (missing > 0) await generateLetters(pool, { n: missing });
    await pool.query('analyze');
  } finally {
    await pool.end();
  }
}

async function openAgainAndAgain(context: BrowserContext, { url, place, path }: { readonly url: string; readonly place: Place; readonly path: string }): Promise<Sample> {
  const page = await enter(context, { url, login: place.login });
  const begin = performance.now();
  const durations: number[] = [];
  // The first time fills the caches and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    await page.goto('about:blank');
    const before = performance.now();
    await page.goto(addressOf(url, path), { waitUntil: 'commit' });
    await place.usable(page).waitFor();
    if (round > 0) durations.push(performance.now() - before);
  }
  return { durations, seconds: (performance.now() - begin) / 1000 };
}

/** Letters that live, above the generated ones, are approved one after the other from the folder. */
async function actAndGoOn(context: BrowserContext, url: string, client: (login: string) => Promise<Client>): Promise<Sample> {
  const clerk = await client('lopburi.registry.clerk');
  const postId = (await clerk.get<Session>('/session')).posts[0]?.id;
  const head = await client('lopburi.office-head');
  for (let no = 0; no <= ACTS + 1; no += 1) {
    const { letterId } = await clerk.post<{ letterId: string }>('/letters', {
      type: 'incoming', kind: 'external_letter', channel: 'counter', urgency: 'most_urgent', subject: `ขอความอนุเคราะห์ข้อมูล ครั้งที่ ${no + 1}`, fromText: 'เทศบาลเมืองลพบุรี',
      toText: 'ผู้ว่าราชการจังหวัดลพบุรี', postId,
    });
    await untilHeld(head, letterId);
  }
  const page = await enter(context, { url, login: 'lopburi.office-head' });
  await page.goto(addressOf(url, '/folder'));
  const bar = page.getByRole('toolbar', { name: 'คำสั่งของเรื่องนี้' });
  const begin = performance.now();
  const durations: number[] = [];
  for (let no = 0; no <= ACTS; no += 1) {
    const subject = await page.locator('main h2').first().textContent();
    await bar.getByRole('button', { name: 'เห็นชอบ', exact: true }).click();
    const confirm = page.getByRole('dialog').getByRole('button', { name: 'เห็นชอบ', exact: true });
    await confirm.waitFor();
    const before = performance.now();
    await confirm.click();
    // What lies beneath the dialog is hidden from whoever reads by ear, and from `getByRole`: the next letter is there once the dialog has gone.
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('heading', { level: 2, name: subject ?? '', exact: true }).waitFor({ state: 'detached' });
    await page.locator('main h2').first().waitFor();
    if (no > 0) durations.push(performance.now() - before);
  }
  return { durations, seconds: (performance.now() - begin) / 1000 };
}

async function untilHeld(client: Client, letterId: string): Promise<void> {
  for (;;) {
    const { myTasks } = await client.get<LetterPage>(`/letters/${letterId}`).catch(() => ({ myTasks: [] }));
    if (myTasks.length > 0) return;
    await pause(100);
  }
}
