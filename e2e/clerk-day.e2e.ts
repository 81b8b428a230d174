/**
 * A registry clerk's day, on a desktop and on a phone: letters are taken in by keyboard, a lost tab loses nothing, bad input is named at
 * its field, a letter that came to the wrong office goes back with a reason and out again to the right one.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openProduct, type OpenProduct } from './support/product';
import { confirmDialog, openStage, pick, type Person, type Stage } from './support/stage';

jest.setTimeout(900_000);

const again = process.env['SARABAN_URL'] === undefined ? '' : ` ${Date.now() % 1_000_000}`;
const SUBJECT = `ขอความอนุเคราะห์วิทยากรอบรมงานสารบรรณ${again}`;
const PHONE_SUBJECT = `ขอใช้หอประชุมศาลากลางจังหวัด${again}`;
/** A letter of OPS in the demonstration that Khon Kaen has not registered yet. */
const SENT = 'ขอให้ตรวจสอบและยืนยันข้อมูลหน่วยงานในระบบทะเบียนกลาง';
const REASON = 'ส่งผิดหน่วยงาน ข้อมูลที่ขออยู่ที่จังหวัดลพบุรี';
/** Whether nobody has been through this story on the product yet: what comes back does so once. */
const isFresh = again === '' || process.env['SARABAN_FRESH'] === '1';
/** Keys besides the subject's own letters: so many take a clerk well under half a minute. */
const FEW_KEYS = 45;

let product: OpenProduct;
let stage: Stage;
let picture = 0;
beforeAll(async () => {
  product = await openProduct();
  stage = await openStage({ url: product.url, password: product.password, pictures: process.env['PICTURES'] ?? mkdtempSync(join(tmpdir(), 'saraban-pictures-')) });
});
afterAll(async () => {
  await stage?.close();
  await product?.close();
});

const keep = (person: Person, name: string): Promise<void> => person.picture(`clerk-${String((picture += 1)).padStart(2, '0')}-${name}`);
const clerk = (): Promise<Person> => stage.person('ops.registry.clerk');
/** Phones have the menu behind a button. */
async function open(person: Person, hash: string): Promise<void> {
  await person.page.evaluate(`window.location.hash = ${JSON.stringify(hash)}`);
}
const isWide = (page: Page): Promise<number> => page.evaluate<number>('document.documentElement.scrollWidth');

const PATIENCE = 30_000;
/** Waits for what no locator can see. The page may not evaluate texts itself, so it is asked from outside. */
async function until(page: Page, expression: string): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  while (!(await page.evaluate<boolean>(expression))) if (Date.now() > deadline) throw new Error(`never: ${expression}`);
}
const focusIsIn = (field: string): string => `document.activeElement?.name === '${field}'`;

async function journey(name: string, steps: () => Promise<void>): Promise<void> {
  try {
    await steps();
  } catch (error) {
    await stage.pictureAll(`stopped-${name}`);
    throw error;
  }
}

test('a letter of a known correspondent is in the book with few keys and no mouse, and the next form is open', () =>
  journey('keyboard', async () => {
    const person = await clerk();
    const { page } = person;
    await open(person, '#/intake');
    await page.getByLabel(/^จาก/).waitFor();
    let keys = 0;
    const press = async (key: string): Promise<void> => {
      keys += 1;
      await page.keyboard.press(key);
    };
    const type = async (text: string): Promise<void> => {
      keys += [...text].length;
      await page.keyboard.type(text);
    };
    await type('ก.พ.');
    await page.getByRole('option', { name: /สำนักงาน ก\.พ\./ }).first().waitFor();
    await press('ArrowDown');
    await press('Enter');
    await until(page, focusIsIn('theirNo'));
    await press('End');
    await type('123');
    await press('Enter');
    await type('20/11/69');
    for (let field = 0; field < 2; field += 1) await press('Enter');
    // Urgency and channel are chosen from lists; Tab passes them by.
    for (let tabs = 0; tabs < 12 && !(await page.evaluate<boolean>(focusIsIn('subject'))); tabs += 1) await press('Tab');
    await page.keyboard.type(SUBJECT);
    await keep(person, 'intake');
    await press('Control+Enter');
    await page.getByText(/ลงทะเบียนรับแล้ว เลขรับ \d+/).waitFor();
    expect(keys).toBeLessThanOrEqual(FEW_KEYS);
    await until(page, `document.activeElement?.closest('form') !== null`);
    expect(await page.getByLabel(/^จาก/).inputValue()).toBe('');

    await person.goTo('โต๊ะงานสารบรรณ');
    const row = page.getByRole('listitem').filter({ hasText: SUBJECT });
    await row.getByText(/จาก สำนักงาน ก\.พ\. · .*123/).waitFor();
    await row.getByText(/อยู่ที่ /).waitFor();
    await keep(person, 'desk');
  }));

test('bad input is named at its field, and what was typed outlives a lost tab', () =>
  journey('bad-input', async () => {
    const person = await clerk();
    const { page } = person;
    await open(person, '#/intake');
    const subject = page.getByRole('textbox', { name: /^เรื่อง/ });
    await page.getByLabel(/^จาก/).fill('เทศบาลเมืองแห่งหนึ่ง');
    await page.getByLabel('ลงวันที่', { exact: true }).fill('31/2/69');
    await subject.fill('ขอเชิญร่วมงาน 🎉');
    await page.keyboard.press('Control+Enter');
    await page.getByText('วันที่ไม่ถูกต้อง').waitFor();
    expect(await page.getByLabel('ลงวันที่', { exact: true }).inputValue()).toBe('31/2/69');
    await page.getByLabel('ลงวันที่', { exact: true }).fill('20/11/69');
    await subject.press('Control+Enter');
    await page.getByText(/เรื่อง มีเครื่องหมายที่พิมพ์ลงในหนังสือไม่ได้ “🎉”/).first().waitFor();
    expect(await subject.inputValue()).toBe('ขอเชิญร่วมงาน 🎉');
    await keep(person, 'refused');
    await subject.fill('ขอเชิญร่วมงานประเพณี');
    await until(page, `Object.values({ ...localStorage }).some((text) => String(text).includes('ขอเชิญร่วมงานประเพณี'))`);
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.getByText(/นำสิ่งที่ท่านพิมพ์ค้างไว้กลับมา/).waitFor();
    expect(await subject.inputValue()).toBe('ขอเชิญร่วมงานประเพณี');
    expect(await page.getByLabel('ลงวันที่', { exact: true }).inputValue()).toContain('69');
    await keep(person, 'kept');
    await page.getByRole('button', { name: 'เริ่มใหม่' }).click();
    expect(await subject.inputValue()).toBe('');
  }));

test('on a phone of 360 pixels a letter is taken in, and one that came by mistake goes back to its sender with a reason', () =>
  journey('phone', async () => {
    const person = await stage.person('khonkaen.registry.clerk', { width: 360, height: 780 });
    const { page } = person;
    await open(person, '#/intake');
    await page.getByLabel(/^จาก/).fill('ชมรมผู้สูงอายุจังหวัดขอนแก่น');
    await page.getByLabel('ลงวันที่', { exact: true }).fill('20/11/69');
    await page.getByRole('textbox', { name: /^เรื่อง/ }).fill(PHONE_SUBJECT);
    expect(await isWide(page)).toBeLessThanOrEqual(360);
    await page.getByRole('button', { name: 'ลงทะเบียนรับ', exact: true }).click();
    await page.getByText(/ลงทะเบียนรับแล้ว เลขรับ \d+/).waitFor();
    await open(person, '#/desk');
    await page.getByText(PHONE_SUBJECT).waitFor();
    expect(await isWide(page)).toBeLessThanOrEqual(360);
    await keep(person, 'phone-desk');

    if (!isFresh) return;
    await open(person, '#/');
    await person.open(SENT);
    await person.act('ส่งคืนผู้ส่ง', { note: REASON });
    await page.getByText('ส่งคืนผู้ส่ง').first().waitFor();
    await keep(person, 'phone-returned');
  }));

test('the sender sees why it came back and sends it again to the right office', () =>
  journey('resend', async () => {
    if (!isFresh) return;
    const registry = await clerk();
    await open(registry, '#/desk?tab=returned');
    await registry.page.getByText(`เหตุผล: ${REASON}`).waitFor();
    await keep(registry, 'came-back');
    const officer = await stage.person('ops.ict.officer');
    await officer.open(SENT);
    await officer.page.getByRole('region', { name: /^งานของท่าน/ }).getByRole('button', { name: 'ส่งใหม่', exact: true }).first().click();
    await confirmDialog(officer.page, {
      label: 'ส่งใหม่', password: null,
      fill: async (dialog) => {
        await dialog.getByRole('button', { name: /^นำ .*ขอนแก่น.* ออก$/ }).click();
        await pick(dialog, 'เพิ่มหน่วยงานในระบบ', 'สำนักงานจังหวัดลพบุรี');
        await keep(officer, 'resend');
      },
    });
    await open(registry, '#/desk?tab=waiting');
    await registry.page.getByRole('listitem').filter({ hasText: SENT }).getByText(/ถึง สำนักงานจังหวัดลพบุรี/).waitFor();
    await keep(registry, 'waiting');
    const lopburi = await stage.person('lopburi.registry.clerk');
    await lopburi.open(SENT);
    expect(stage.troubles).toEqual([]);
  }));
