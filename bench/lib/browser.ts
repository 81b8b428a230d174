/** A signed-in person in a real browser, as benchmarks need one. */
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { DEMO_PASSWORD } from '#db/seeds/demo';

const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: FLAGS });

/** The address of a part of the screens. */
export const addressOf = (url: string, path: string): string => `${url}/#${path}`;

/** Signs somebody in and waits for the inbox. */
export async function enter(context: BrowserContext, { url, login }: { readonly url: string; readonly login: string }): Promise<Page> {
  const page = await context.newPage();
  await page.goto(addressOf(url, '/login'));
  await page.getByLabel('ชื่อผู้ใช้').fill(login);
  await page.locator('input[type=password]').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'เข้าสู่ระบบ', exact: true }).click();
  await page.getByRole('heading', { name: 'งานของฉัน' }).waitFor();
  return page;
}
