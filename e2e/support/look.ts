/** Going through the pages in a window. */
import type { Page } from 'playwright-core';
import { until } from './until';

/** Goes to an address of the screens and waits until what it shows has come. */
export async function visit(page: Page, path: string): Promise<void> {
  // What stood there before is no sign that the next page has come.
  const hash = JSON.stringify(`#${path}`);
  await page.evaluate(`if (window.location.hash !== ${hash}) { document.querySelector('main h1')?.setAttribute('data-left', ''); window.location.hash = ${hash}; }`);
  await page.locator('main h1:not([data-left])').first().waitFor();
  await untilDrawn(page);
}

export async function untilDrawn(page: Page): Promise<void> {
  await page.locator('main').first().waitFor();
  await page.locator('main :is(h1, [role=status], [role=alert])').first().waitFor();
  await page.locator('main :is(.MuiSkeleton-root, [aria-busy=true])').first().waitFor({ state: 'detached' });
}

/** Chooses light or dark as the device would, and waits until every colour has changed. */
export async function inColours(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  const isStill = `getComputedStyle(document.documentElement).colorScheme === '${colorScheme}'
    && document.getAnimations().every((each) => each.playState !== 'running' || each.effect?.getComputedTiming().endTime === Infinity)`;
  await until(`the page in ${colorScheme} colours`, () => page.evaluate<boolean>(isStill));
}
