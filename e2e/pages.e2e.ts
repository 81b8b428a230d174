/**
 * Every page of the screens, as `paths.ts` lists them: nothing keeps anybody out in light and dark, nothing is cut off on a phone, every text is there
 * in the language asked for, and what cannot be fetched says so and what to do.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Route } from 'playwright-core';
import { signInAt } from './support/by-api';
import { findBarriers, findKeys, findStrays, overhang } from './support/faults';
import { inColours, untilDrawn, visit } from './support/look';
import { openProduct, type OpenProduct } from './support/product';
import { openStage, type Stage } from './support/stage';
import { planTour, type Stop } from './support/tour';

jest.setTimeout(900_000);

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 740 };
/** Pages whose first sight is made of fetched data: without it there must be a way on. */
const FETCHED = new Set(['inbox', 'letters', 'letter', 'matter', 'books', 'book', 'bookCheck', 'bookNumbers', 'bookImports', 'organisation', 'people', 'supervision', 'calendar', 'notices']);

let product: OpenProduct;
let stage: Stage;
let stops: readonly Stop[];
/** What is wrong, as `page: fault`; told all at once. */
const faults: string[] = [];
beforeAll(async () => {
  product = await openProduct();
  stage = await openStage({ url: product.url, password: product.password, pictures: process.env['PICTURES'] ?? mkdtempSync(join(tmpdir(), 'saraban-pictures-')) });
  stops = await planTour(product);
});
beforeEach(() => void faults.splice(0));
afterAll(async () => {
  await stage?.close();
  await product?.close();
});

const pageOf = async ({ login }: Stop): Promise<Page> => (await stage.person(login)).page;
const tell = (stop: Stop, found: readonly string[]): void => void faults.push(...found.map((each) => `${stop.name}: ${each}`));

test('in Thai every page is whole on a desktop and a phone, and keeps nobody out in light and dark', async () => {
  for (const stop of stops) {
    const page = await pageOf(stop);
    await page.setViewportSize(DESKTOP);
    await inColours(page, 'light');
    await visit(page, stop.path);
    tell(stop, await findKeys(page));
    tell(stop, await findStrays(page, 'th'));
    tell(stop, await findBarriers(page));
    await inColours(page, 'dark');
    tell(stop, (await findBarriers(page, ['color-contrast'])).map((each) => `dark ${each}`));
    await page.setViewportSize(PHONE);
    const wider = await overhang(page);
    if (wider > 0) tell(stop, [`${wider} pixels wider than a phone`]);
    await page.setViewportSize(DESKTOP);
  }
  expect(faults).toEqual([]);
  expect(stage.troubles).toEqual([]);
});

test.each(['index', 'core', 'libraries'])('a page is drawn also where the script %s is the last to come', async (last) => {
  const context = await stage.browser.newContext({ locale: 'th-TH' });
  const page = await context.newPage();
  page.on('pageerror', ({ message }) => faults.push(message));
  const own = page.waitForResponse(/\/LoginPage-[^/]*\.js$/);
  let isHeld = false;
  await page.route(new RegExp(`/${last}-[^/]*\\.js$`), async (route) => {
    isHeld = true;
    await own;
    await route.continue();
  });
  await page.goto(product.url);
  await page.getByLabel('ชื่อผู้ใช้').waitFor();
  expect({ isHeld, faults }).toEqual({ isHeld: true, faults: [] });
  await context.close();
});

test('in English every page has all its texts', async () => {
  const logins = [...new Set(stops.map(({ login }) => login))];
  const choose = (locale: 'th' | 'en') => Promise.all(logins.map(async (login) => (await signInAt(product.url, { login, password: product.password })).send('PATCH', '/session/preferences', { locale })));
  await choose('en');
  try {
    for (const login of logins) {
      const { page } = await stage.person(login);
      await page.reload();
      await page.locator('html[lang=en]').waitFor({ state: 'attached' });
    }
    for (const stop of stops) {
      const page = await pageOf(stop);
      await visit(page, stop.path);
      tell(stop, await findKeys(page));
      tell(stop, await findStrays(page, 'en'));
    }
  } finally {
    await choose('th');
  }
  expect(faults).toEqual([]);
});

test.each([
  ['answers with an error', (route: Route) => route.fulfill({ status: 500, contentType: 'application/problem+json', body: JSON.stringify({ status: 500, code: 'INTERNAL', title: '', requestId: 'a-request' }) })],
  ['cannot be reached', (route: Route) => route.abort('connectionrefused')],
])('where the server %s, the page says so and offers to try again', async (_, refuse) => {
  for (const stop of stops.filter(({ name }) => FETCHED.has(name))) {
    const page = await pageOf(stop);
    // Who sits here is known: the session is asked for at a reload only.
    await page.route(/\/api\/v1\/(?!session)/, refuse);
    await visit(page, stop.path);
    await page.reload();
    await untilDrawn(page);
    const again = page.getByRole('button', { name: /^(ลองอีกครั้ง|Try again)$/ }).first();
    const isOffered = await again.waitFor({ timeout: 20_000 }).then(() => true, () => false);
    if (!isOffered) tell(stop, ['no way to try again']);
    tell(stop, await findKeys(page));
    await page.unroute(/\/api\/v1\/(?!session)/);
  }
  expect(faults).toEqual([]);
});
