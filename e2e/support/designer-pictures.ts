/** The route designer as it looks at work, for its guide: a step with its settings, a table, what was found, a rehearsal, the outline. */
import type { Page } from 'playwright-core';
import { untilDrawn, visit } from './look';

/** A process owner of a province, and the route that most letters take there. */
export const DESIGNER = 'lopburi.office-head';
const ROUTE = 'หนังสือรับจังหวัด';
const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };

/** Begins a draft, takes it through what the guide shows, and discards it: the route in force stays as it is. */
export async function designerPictures(page: Page, keep: (name: string) => Promise<void>): Promise<void> {
  await page.setViewportSize(DESKTOP);
  await visit(page, '/routes');
  await page.getByRole('button', { name: `แก้ไขเป็นฉบับใหม่: ${ROUTE}` }).or(page.getByRole('link', { name: 'เปิดฉบับร่างของฉัน' })).first().click();
  await page.getByRole('heading', { name: ROUTE }).waitFor();
  await settings(page, { step: 'หัวหน้าสำนักงานจังหวัดเกษียนเสนอ', until: 'ใครจะได้รับเรื่อง' });
  await keep('designer-step');
  await settings(page, { step: 'จำแนกเรื่อง', until: 'ข้อมูลที่ใช้ตัดสิน' });
  await page.getByRole('table').first().scrollIntoViewIfNeeded();
  await keep('designer-table');
  await findings(page);
  await keep('designer-findings');
  await page.getByRole('button', { name: 'ย้อนกลับ', exact: true }).click();
  await rehearsal(page);
  await keep('designer-rehearsal');
  await page.setViewportSize(PHONE);
  await page.getByRole('button', { name: 'เค้าโครง' }).click();
  await page.getByRole('list', { name: 'เค้าโครงเส้นทาง' }).waitFor();
  await keep('designer-phone');
  await page.setViewportSize(DESKTOP);
  await discard(page);
}

async function settings(page: Page, { step, until }: { readonly step: string; readonly until: string }): Promise<void> {
  const drawn = page.locator('.react-flow__node', { hasText: step }).first();
  // It may stand below the frame: once chosen it comes into sight.
  await drawn.dispatchEvent('click');
  await page.getByRole('region', { name: `การตั้งค่าขั้น ${step}` }).getByText(until).first().waitFor();
  await untilDrawn(page);
}

/** Takes a line away that letters need, and shows what the check says of it. */
async function findings(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'เค้าโครง' }).click();
  await page.getByRole('button', { name: /^ลบเส้น: .* → ผู้ว่าราชการจังหวัดสั่งการ$/ }).click();
  await page.getByRole('button', { name: 'แผนผัง', exact: true }).click();
  await page.locator('.react-flow__node').first().waitFor();
  await page.getByRole('tab', { name: /^ผลการตรวจ/ }).click();
  const found = page.getByRole('region', { name: 'ผลการตรวจ' });
  await found.getByText(/^ต้องแก้ /).waitFor();
  await found.getByRole('button', { name: 'ไปที่ขั้น' }).first().click();
}

/** A letter on its way, in the middle of the route. */
async function rehearsal(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'ทดลองเดินเรื่อง' }).click();
  await page.getByRole('group', { name: 'ขณะนี้เรื่องอยู่ที่' }).getByRole('button', { name: 'เห็นชอบ', exact: true }).click();
  await page.locator('[data-played=at]', { hasText: 'ผู้ว่าราชการจังหวัดสั่งการ' }).waitFor();
  // With nothing selected, no commands lie over the drawing.
  await page.locator('.react-flow__pane').click({ position: { x: 430, y: 300 } });
}

async function discard(page: Page): Promise<void> {
  await page.locator('[data-save-state=saved]').waitFor();
  await page.getByRole('button', { name: 'ทิ้งฉบับร่าง' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'ทิ้งฉบับร่าง' }).click();
  await page.getByRole('heading', { name: 'ออกแบบเส้นทาง' }).first().waitFor();
}
