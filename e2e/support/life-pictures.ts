/** A route in use, for its guide: a draft tried on a quarter of letters, the way of one of them, and where letters stand. */
import type { Page } from 'playwright-core';
import { lastQuarter } from '#db/seeds/quarter';
import { bangkokDate } from '#domain/thai/dates';
import type { ApiPerson } from './by-api';
import { DEPUTY, drawDraft, incomingRoute, withDeputy } from './drafts';
import { visit } from './look';

const DESKTOP = { width: 1280, height: 800 };

/** Tries a draft of its own, which is discarded again. */
export async function lifePictures(page: Page, { author, keep }: { readonly author: ApiPerson; readonly keep: (name: string) => Promise<void> }): Promise<void> {
  await page.setViewportSize(DESKTOP);
  const { id } = await incomingRoute(author);
  const draftId = await drawDraft(author, withDeputy);
  try {
    await tried(page, draftId, keep);
  } finally {
    await author.send('DELETE', `/route-drafts/${draftId}`);
  }
  await visit(page, `/routes/${id}/live`);
  await page.locator('.react-flow__node').first().waitFor();
  await keep('route-live');
  // The letters of the quarter are older than the days that the page begins with.
  const span = lastQuarter(bangkokDate(new Date().toISOString()));
  await visit(page, `/routes/${id}/practice?from=${span.from}&to=${span.to}`);
  await page.getByRole('table').first().waitFor();
  await keep('route-practice');
}

/** Goes along the way of a tried letter, step by step, to the one where it parts from the way of then. Whoever wants less motion moves it by hand. */
export async function playTo(page: Page, step: string): Promise<void> {
  const bar = page.getByRole('region', { name: /^ทางตามร่างของ/ });
  const said = bar.getByRole('status');
  for (let n = 1; !(await said.getByText(`ตามร่างไป “${step}”`, { exact: false }).isVisible()); n += 1) {
    await said.getByText(new RegExp(`^ก้าวที่ ${n} จาก`)).waitFor();
    await bar.getByRole('button', { name: 'ก้าวต่อไป' }).click();
    await said.getByText(new RegExp(`^ก้าวที่ ${n + 1} จาก`)).waitFor();
  }
  await page.locator('.react-flow__node [data-played=at]', { hasText: step }).waitFor();
  await page.mouse.move(2, 2);
}

async function tried(page: Page, draftId: string, keep: (name: string) => Promise<void>): Promise<void> {
  await visit(page, `/routes/drafts/${draftId}/what-if`);
  await page.getByRole('button', { name: 'เริ่มลอง' }).click();
  const result = page.getByRole('heading', { name: /^ผลของ/ });
  await result.waitFor();
  await result.scrollIntoViewIfNeeded();
  await page.getByRole('list', { name: 'หนังสือ', exact: true }).waitFor();
  await keep('what-if-result');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.getByRole('link', { name: /^แสดงทางบนแผนผัง: / }).first().click();
  await playTo(page, DEPUTY);
  await keep('what-if-played');
  await page.emulateMedia({ reducedMotion: null });
}
