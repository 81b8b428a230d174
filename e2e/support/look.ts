/** Going through the pages in a window. */
import type { Page } from 'playwright-core';

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
  await page.locator('main .MuiSkeleton-root').first().waitFor({ state: 'detached' });
}
