/**
 * A new office from nothing to its first registered letter: the system's administrator begins it from a province's template, its own
 * administrator fills it from an Excel table and is told what is missing, and a clerk takes in a letter on a phone.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@protobi/exceljs';
import type { Locator, Page } from 'playwright-core';
import { openProduct, type OpenProduct } from './support/product';
import { openStage, pick, type Stage, type WindowOptions } from './support/stage';

jest.setTimeout(900_000);

/** On a product that runs already each run has an office of its own. */
const run = Date.now() % 10_000_000;
const PLACE = `ทดสอบ${run}`;
const OFFICE = `สำนักงานจังหวัด${PLACE}`;
const CODE = `t${run}`;
const ADMIN = `${CODE}.admin`;
const CLERK = `${CODE}.clerk`;
const CLERK_NAME = "นางสาวสมศรี โอ'ไบรอัน";
const OWN_PASSWORD = 'รหัสผ่านที่ตั้งเอง';
/** Who is to be in which post of the template. */
const PEOPLE: { readonly [postCode: string]: readonly [login: string, name: string] } = {
  governor: [`${CODE}.governor`, `ผู้ว่าราชการ ${PLACE}`], 'deputy-governor-1': [`${CODE}.deputy`, `รองผู้ว่าราชการ ${PLACE}`], 'general-head': [`${CODE}.general`, `หัวหน้ากลุ่มงาน ${PLACE}`],
  'office-head': [`${CODE}.head`, `หัวหน้าสำนักงาน ${PLACE}`], 'registry-clerk': [CLERK, CLERK_NAME],
};

let product: OpenProduct;
let stage: Stage;
let pictures: string;
/** One-time passwords by login, as handed over. */
const handedOver = new Map<string, string>();

beforeAll(async () => {
  product = await openProduct();
  pictures = process.env['PICTURES'] ?? mkdtempSync(join(tmpdir(), 'saraban-pictures-'));
  stage = await openStage({ url: product.url, password: product.password, pictures });
});
afterAll(async () => {
  await stage?.close();
  await product?.close();
});

/** Somebody's first sign-in with what was handed over, up to the inbox. */
async function firstSignIn(login: string, { width = 1280, height = 900, hasTouch = false }: WindowOptions = {}): Promise<Page> {
  const context = await stage.browser.newContext({ viewport: { width, height }, hasTouch, isMobile: hasTouch, locale: 'th-TH', timezoneId: 'Asia/Bangkok', acceptDownloads: true });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  await page.goto(product.url);
  await page.getByLabel('ชื่อผู้ใช้').fill(login);
  await page.locator('input[type=password]').fill(handedOver.get(login) ?? '');
  await page.getByRole('button', { name: 'เข้าสู่ระบบ', exact: true }).click();
  await page.getByRole('heading', { name: 'ตั้งรหัสผ่านของท่าน' }).waitFor();
  await page.getByLabel(/^รหัสผ่านชั่วคราว/).fill(handedOver.get(login) ?? '');
  await page.getByLabel(/^รหัสผ่านใหม่(?!อีก)/).fill(OWN_PASSWORD);
  await page.getByLabel(/^รหัสผ่านใหม่อีกครั้ง/).fill(OWN_PASSWORD);
  await page.getByRole('button', { name: 'บันทึกรหัสผ่าน' }).click();
  await page.getByRole('heading', { name: 'งานของฉัน' }).waitFor();
  return page;
}

/** Keeps the password that is shown once, and closes it. */
async function takePassword(page: Page, login: string): Promise<void> {
  const shown = page.locator('[data-one-time-password]');
  await shown.waitFor();
  handedOver.set(login, (await shown.textContent()) ?? '');
  await page.getByRole('button', { name: 'จดแล้ว ปิด' }).click();
  await shown.waitFor({ state: 'detached' });
}

const picture = (page: Page, name: string): Promise<Buffer> => page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
const step = (page: Page, name: string): Locator => page.locator(`[data-step="${name}"]`);
const inState = (page: Page, name: string, state: string): Promise<void> => page.locator(`[data-step="${name}"][data-state="${state}"]`).waitFor();
const openChecklist = async (page: Page): Promise<void> => {
  await page.goto(`${product.url}/#/set-up`);
  await page.getByRole('list', { name: 'รายการตรวจความพร้อม' }).waitFor();
};
let admin: Page;

test("the system's administrator begins the office from a province's template and hands a password over", async () => {
  const { page, goTo } = await stage.person('ops.admin');
  await goTo('จัดเตรียมสำนักงาน');
  await page.getByRole('link', { name: 'เปิดสำนักงานใหม่' }).click();
  await page.getByLabel(/^ชื่อสำนักงาน \(ไทย\)/).fill(OFFICE);
  for (const [label, value] of [['ชื่อย่อ', `สนจ.${PLACE}`], ['ตำแหน่งหัวหน้าสำนักงาน', `ผู้ว่าราชการจังหวัด${PLACE}`], ['รหัสตัวพยัญชนะ', 'ทส'], ['เลขประจำของเจ้าของเรื่อง', '0017'], ['รหัสในระบบ', CODE]] as const) {
    await page.getByLabel(new RegExp(`^${label}`)).fill(value);
  }
  await pick(page, 'สำนักงานต้นสังกัด', 'สำนักงานปลัดกระทรวงมหาดไทย');
  await pick(page, 'แม่แบบ', 'สำนักงานจังหวัดลพบุรี');
  // The new office's own words stand there before anything is made.
  await page.getByRole('group', { name: 'หน่วยงานที่นำมา' }).getByText(new RegExp(`^จังหวัด${PLACE}`)).first().waitFor();
  await page.getByLabel(/^ชื่อและสกุล/).fill('ผู้ดูแลสำนักงาน');
  await page.getByLabel(/^ชื่อผู้ใช้/).fill('ops.admin');
  await page.getByRole('button', { name: 'เปิดสำนักงาน', exact: true }).click();
  // A login that somebody has is refused beside it, and the rest stays.
  await page.getByText(/มีผู้ใช้แล้ว/).first().waitFor();
  expect(await page.getByLabel(/^ชื่อสำนักงาน \(ไทย\)/).inputValue()).toBe(OFFICE);
  await page.getByLabel(/^ชื่อผู้ใช้/).fill(ADMIN);
  await picture(page, 'office-setup-01-new');
  await page.getByRole('button', { name: 'เปิดสำนักงาน', exact: true }).click();
  await takePassword(page, ADMIN);
  await page.getByRole('list', { name: 'รายการตรวจความพร้อม' }).waitFor();
  await page.getByText(OFFICE).first().waitFor();
  expect(await step(page, 'posts').getAttribute('data-state')).toBe('missing');
});

test('its administrator signs in, sets a password and is told what is missing', async () => {
  admin = await firstSignIn(ADMIN);
  await admin.getByRole('navigation').getByRole('link', { name: 'จัดเตรียมสำนักงาน' }).click();
  await admin.getByRole('list', { name: 'รายการตรวจความพร้อม' }).waitFor();
  for (const name of ['contact', 'posts', 'head', 'registry', 'clearance', 'routes']) expect([name, await step(admin, name).getAttribute('data-state')]).toEqual([name, 'missing']);
  for (const name of ['units', 'books', 'calendar', 'lists']) expect([name, await step(admin, name).getAttribute('data-state')]).toEqual([name, 'done']);
  await picture(admin, 'office-setup-02-missing');
});

test('the address is entered where the checklist leads', async () => {
  await step(admin, 'contact').getByRole('link').click();
  await admin.getByRole('button', { name: 'ที่ตั้งและผู้รับสำรอง' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel('ที่ตั้ง').fill('ศาลากลางจังหวัด');
  await dialog.getByLabel('โทรศัพท์').fill('0 0000 0017');
  await dialog.getByRole('button', { name: 'บันทึก' }).click();
  await dialog.waitFor({ state: 'detached' });
  await openChecklist(admin);
  await inState(admin, 'contact', 'done');
});

test('the posts come filled from the Excel table that was handed out, each line with its verdict', async () => {
  await step(admin, 'posts').getByRole('link').click();
  const asked = admin.waitForEvent('download');
  await admin.getByRole('link', { name: 'ดาวน์โหลดแบบ Excel' }).click();
  const book = new Workbook();
  await book.xlsx.readFile(await (await asked).path());
  const sheet = book.worksheets[0]!;
  const headings = (sheet.getRow(1).values as readonly unknown[]).map(String);
  const cell = (row: number, heading: string) => sheet.getRow(row).getCell(headings.indexOf(heading));
  for (let row = 2; row <= sheet.rowCount; row += 1) {
    const person = PEOPLE[cell(row, 'รหัสตำแหน่ง').text];
    if (person === undefined) continue;
    cell(row, 'ชื่อผู้ใช้').value = person[0];
    cell(row, 'ชื่อและสกุล').value = person[1];
  }
  // One line that cannot be taken.
  cell(sheet.rowCount + 1, 'รหัสหน่วยงาน').value = 'no-such-unit';
  cell(sheet.rowCount, 'รหัสตำแหน่ง').value = 'extra';
  cell(sheet.rowCount, 'ชื่อตำแหน่ง').value = 'นักวิชาการ';
  const file = join(pictures, `people-${run}.xlsx`);
  await book.xlsx.writeFile(file);
  await admin.locator('input[type=file]').setInputFiles(file);
  await admin.getByText('ไม่มีหน่วยงานรหัสนี้ โปรดเพิ่มหน่วยงานก่อน').waitFor();
  await picture(admin, 'office-setup-03-verdicts');
  await admin.getByRole('button', { name: /^นำเข้า \d+ แถวที่เลือก/ }).click();
  await admin.getByText(/นำเข้าแล้ว .* บุคคลใหม่ 5 คน/).waitFor();
});

test('the clerk is invited, and only the secret registrar is still missing', async () => {
  await admin.getByRole('tab', { name: 'บุคคลและบัญชีผู้ใช้' }).click();
  await admin.getByRole('button', { name: `การดำเนินการกับ ${CLERK_NAME}` }).click();
  await admin.getByRole('menuitem', { name: 'เชิญเข้าใช้ระบบ' }).click();
  await admin.getByRole('button', { name: 'ออกรหัสผ่านชั่วคราว' }).click();
  await takePassword(admin, CLERK);
  await openChecklist(admin);
  for (const name of ['head', 'registry']) await inState(admin, name, 'done');
  await inState(admin, 'clearance', 'missing');
  expect(await admin.getByRole('button', { name: 'เปิดรับหนังสือจากหน่วยงานอื่น' }).count()).toBe(0);
  await picture(admin, 'office-setup-04-nearly');
});

test('the clerk registers the first letter on a phone', async () => {
  const clerk = await firstSignIn(CLERK, { width: 360, height: 740, hasTouch: true });
  await clerk.goto(`${product.url}/#/intake`);
  await clerk.getByLabel(/^จาก/).fill('สำนักงาน ก.พ.');
  await clerk.getByRole('textbox', { name: /^เรื่อง/ }).fill('ทดลองรับหนังสือฉบับแรก');
  await clerk.getByRole('button', { name: 'ลงทะเบียนรับ', exact: true }).click();
  await clerk.getByText(/ลงทะเบียนรับแล้ว เลขรับ 1/).first().waitFor();
  await picture(clerk, 'office-setup-05-first-letter-phone');
  expect(stage.troubles).toEqual([]);
});
