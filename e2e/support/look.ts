/** Going through the pages in a window. */
import type { Page } from 'playwright-core';
import { until } from './until';

/** Goes to an address of the screens and waits until what it shows has come. */
export async function visit(page: Page, path: string): Promise<void> {
  // What stood there before is no sign that the next page has come; where two pages are of one kind, the next one keeps the heading and changes its words.
  const hash = JSON.stringify(`#${path}`);
  await page.evaluate(`{
    const [to, from] = [${hash}, window.location.hash].map((each) => each.split('?')[0]);
    const left = to === from ? null : document.querySelector('main h1');
    left?.setAttribute('data-left', left.textContent);
    window.location.hash = ${hash};
  }`);
  const hasCome = `[...document.querySelectorAll('main h1')].some((heading) => heading.getAttribute('data-left') !== heading.textContent)`;
  await until(`the heading of ${path}`, () => page.evaluate<boolean>(hasCome));
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
