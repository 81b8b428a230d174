/** The route designer as somebody uses it with a mouse or with the keyboard alone. */
import type { Locator, Page } from 'playwright-core';

/** Opens the list of routes and begins one from nothing. */
export async function beginRoute(page: Page, { url, name, code }: { readonly url: string; readonly name: string; readonly code: string }): Promise<void> {
  await page.goto(`${url}/#/routes`);
  await page.getByRole('button', { name: 'สร้างเส้นทางใหม่' }).click();
  const dialog = page.getByRole('dialog', { name: 'สร้างเส้นทางใหม่' });
  await dialog.getByLabel('ชื่อเส้นทาง').fill(name);
  await dialog.getByLabel('รหัสเส้นทาง').fill(code);
  await dialog.getByRole('button', { name: 'เริ่มออกแบบ' }).click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
}

/** The draft as it stands is kept. */
export const saved = (page: Page) => page.locator('[data-save-state="saved"]').waitFor();

/** What the verifier says of the route as it stands, once it has said it. */
export const sound = (page: Page) => page.getByRole('region', { name: 'ผลการตรวจ' }).getByText('ไม่พบข้อผิดพลาด เผยแพร่ได้', { exact: false }).waitFor();

/** A step on the drawing, by its name. */
export const step = (page: Page, name: RegExp) => page.locator('.react-flow__node', { hasText: name });
/** The lines of the drawing. */
export const lines = (page: Page) => page.locator('.react-flow__edge');

/** Tab by tab to what is wanted, as somebody without a mouse gets there. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let tabs = 0; tabs < 200; tabs += 1) {
    if ((await wanted.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no way by Tab to ${String(wanted)}`);
}

/** Presses what is wanted, once Tab has come to it. */
export async function press(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press('Enter');
}

/** Tabs are one stop of the keyboard; arrows go from one to the next. */
export async function openSheet(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, page.getByRole('tab', { selected: true }));
  for (let keys = 0; keys < 6 && (await page.getByRole('tab', { name }).and(page.locator(':focus')).count()) === 0; keys += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name, selected: true }).waitFor();
}
