/**
 * `npm run screenshots`: pictures of every page for the guides, into docs/screenshots, from a product started for it (or the one at
 * SARABAN_URL). Each page in Thai on a desktop and on a phone; the main ones also in English, in dark, empty and without a server;
 * the route designer at work (`designer`) and a route in use (`life`). Pages named on the command line (`npm run screenshots -- routes designer`) are taken alone.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createPool } from '#db/client';
import { generateQuarter } from '#db/seeds/quarter';
import type { PageName } from '../admin-ui/src/paths';
import { signInAt } from './support/by-api';
import { DESIGNER, designerPictures } from './support/designer-pictures';
import { lifePictures } from './support/life-pictures';
import { untilDrawn, visit } from './support/look';
import { openProduct, type OpenProduct } from './support/product';
import { openStage, type Person } from './support/stage';
import { planTour, type Stop } from './support/tour';

const folder = join(__dirname, '..', 'docs/screenshots');
const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };
const MAIN: ReadonlySet<PageName> = new Set<PageName>(['inbox', 'letter', 'compose', 'books', 'supervision', 'organisation']);
/** Somebody whose desk has nothing on it yet. */
const NEWCOMER = 'lopburi.strategy.officer';
const API = /\/api\/v1\/(?!session)/;

/** Keeps a picture, made small by pngquant where that is installed. */
async function keep(page: Page, name: string): Promise<void> {
  const file = join(folder, `${name}.png`);
  writeFileSync(file, await page.screenshot({ animations: 'disabled' }));
  try {
    execFileSync('pngquant', ['--force', '--skip-if-larger', '--ext', '.png', '--quality', '60-85', file], { stdio: 'ignore' });
  } catch {
    // Not installed, or nothing to be gained: the picture stays as it is.
  }
}

async function inThai(page: Page, { name, path }: Stop): Promise<void> {
  await page.setViewportSize(DESKTOP);
  await visit(page, path);
  await keep(page, `${name}-th`);
  await page.setViewportSize(PHONE);
  await untilDrawn(page);
  await keep(page, `${name}-phone`);
  await page.setViewportSize(DESKTOP);
  if (!MAIN.has(name)) return;
  await page.emulateMedia({ colorScheme: 'dark' });
  await keep(page, `${name}-dark`);
  await page.emulateMedia({ colorScheme: 'light' });
}

async function withoutServer(page: Page, { name, path }: Stop): Promise<void> {
  await visit(page, path);
  await page.route(API, (route) => route.abort('connectionrefused'));
  await page.reload({ waitUntil: 'domcontentloaded' });
  await page.getByRole('button', { name: 'ลองอีกครั้ง' }).first().waitFor();
  await keep(page, `${name}-error`);
  await page.unroute(API);
}

async function inEnglish(page: Page, stops: readonly Stop[]): Promise<void> {
  await page.reload({ waitUntil: 'domcontentloaded' });
  await page.locator('html[lang=en]').waitFor({ state: 'attached' });
  for (const { name, path } of stops) {
    await visit(page, path);
    await keep(page, `${name}-en`);
  }
}

/** With the quarter of closed letters, which is written where it is not there yet. */
async function inUse({ url, password, databaseUrl }: OpenProduct, { page }: Person): Promise<void> {
  const pool = createPool(databaseUrl(), { max: 2, statementTimeoutMs: 120_000 });
  try {
    await generateQuarter(pool);
    await lifePictures(page, { author: await signInAt(url, { login: DESIGNER, password }), keep: (name) => keep(page, name) });
  } finally {
    await pool.end();
  }
}

async function main(): Promise<void> {
  const product = await openProduct();
  const stage = await openStage({ url: product.url, password: product.password, pictures: folder });
  try {
    mkdirSync(folder, { recursive: true });
    const stops = await planTour(product);
    const pageOf = async ({ login }: Stop): Promise<Page> => (await stage.person(login)).page;
    const only = new Set(process.argv.slice(2));
    const isWanted = (name: string): boolean => only.size === 0 || only.has(name);
    for (const stop of stops.filter(({ name }) => isWanted(name))) await inThai(await pageOf(stop), stop);
    if (isWanted('designer')) {
      const { page } = await stage.person(DESIGNER);
      await designerPictures(page, (name) => keep(page, name));
    }
    if (isWanted('life')) await inUse(product, await stage.person(DESIGNER));
    if (only.size > 0) return;
    for (const stop of stops.filter(({ name }) => name === 'inbox' || name === 'supervision')) await withoutServer(await pageOf(stop), stop);
    const { page: empty } = await stage.person(NEWCOMER);
    for (const name of ['inbox', 'notices'] as const) {
      await visit(empty, name === 'inbox' ? '/' : `/${name}`);
      await keep(empty, `${name}-empty`);
    }
    const large = stops.filter(({ name }) => MAIN.has(name));
    for (const login of new Set(large.map((stop) => stop.login))) {
      const person = await signInAt(product.url, { login, password: product.password });
      await person.send('PATCH', '/session/preferences', { locale: 'en' });
      try {
        await inEnglish((await stage.person(login)).page, large.filter((each) => each.login === login));
      } finally {
        // Else the next run could not find its way about.
        await person.send('PATCH', '/session/preferences', { locale: 'th' });
      }
    }
  } finally {
    await stage.close();
    await product.close();
  }
}

void main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
