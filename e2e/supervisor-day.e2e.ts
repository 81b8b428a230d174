/**
 * A supervisor's day: what is overdue, one notice for two letters of one person, a task given to somebody with a lighter desk, more time
 * for many with a verdict each, a letter on hold and one taken back, the list in Excel, and the week on one sheet; the same board on a phone.
 */
import { mkdtempSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@protobi/exceljs';
import type { Locator, Page } from 'playwright-core';
import type { LetterPage } from '#domain/contracts/letter-page';
import type { Session } from '#domain/contracts/session';
import { readInfo } from '#test/support/poppler';
import { signIn, type Client } from '../bench/lib/client';
import { openProduct, type OpenProduct } from './support/product';
import { openStage, pick, typeDay, untilShown, type Stage } from './support/stage';

jest.setTimeout(900_000);

/** On a product that runs already each run has letters of its own. */
const run = `ก${Date.now() % 10_000_000}`;
const SUBJECTS = [`ขอข้อมูลเครือข่าย ${run}`, `ขอรายงานระบบสำรอง ${run}`, `ขอแผนบำรุงรักษา ${run}`] as const;
const [NETWORK, BACKUP, UPKEEP] = SUBJECTS;
const SUPERVISOR = 'ops.central.director';
const OFFICER = 'ops.ict.officer';

let product: OpenProduct;
let stage: Stage;
/** Letters by subject. */
const letters = new Map<string, string>();

const enter = (login: string): Promise<Client> => signIn({ base: product.url, login, password: product.password });

beforeAll(async () => {
  product = await openProduct();
  stage = await openStage({ url: product.url, password: product.password, pictures: process.env['PICTURES'] ?? mkdtempSync(join(tmpdir(), 'saraban-pictures-')) });
  await makeOverdue();
});
afterAll(async () => {
  await stage?.close();
  await product?.close();
});

/** Three drafts on one officer's desk, each given a time limit that passes a few seconds later. */
async function makeOverdue(): Promise<void> {
  const [officer, supervisor] = await Promise.all([enter(OFFICER), enter(SUPERVISOR)]);
  const { posts } = await officer.get<Session>('/session');
  for (const subject of SUBJECTS) {
    const { letterId } = await officer.post<{ letterId: string }>('/letters', {
      type: 'outgoing', kind: 'external_letter', urgency: 'urgent', subject, toText: 'ผู้ว่าราชการจังหวัดลพบุรี', body: 'ข้อความ', postId: posts[0]?.id,
      recipients: [{ officeCode: 'lopburi', role: 'lead' }],
    });
    letters.set(subject, letterId);
    const { taskId, rev } = await holderOf(supervisor, letterId);
    await supervisor.post(`/letters/${letterId}/tasks/${taskId}/extend`, { rev, due: { at: new Date(Date.now() + 5_000).toISOString() }, reason: 'กำหนดเวลาเร่งด่วน' });
  }
}

/** The open task of a letter, as its page shows it to whoever supervises it. */
async function holderOf(person: Client, letterId: string): Promise<LetterPage['holders'][number]> {
  const { holders } = await person.get<LetterPage>(`/letters/${letterId}`);
  const [holder] = holders;
  if (holder === undefined) throw new Error(`nobody holds ${letterId}`);
  return holder;
}

const board = (page: Page): Locator => page.getByRole('list', { name: 'กำกับงาน' });
const row = (page: Page, subject: string): Locator => board(page).getByRole('listitem').filter({ hasText: subject });
const chosenAct = (page: Page, act: string): Locator => page.getByRole('group', { name: 'สั่งการเรื่องที่เลือก' }).getByRole('button', { name: act });

/** The board narrowed to this run's overdue letters. */
async function openBoard(page: Page): Promise<void> {
  await page.goto(`${product.url}/#/supervision?state=overdue&q=${encodeURIComponent(run)}`);
  await board(page).waitFor();
}

async function choose(page: Page, subjects: readonly string[]): Promise<void> {
  for (const subject of subjects) await page.getByRole('checkbox', { name: `เลือกเรื่อง ${subject}` }).check();
}

/** Confirms the open dialog's act and gives the line of verdict of each letter. */
async function confirm(page: Page, label: string): Promise<Locator> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: label, exact: true }).click();
  return dialog;
}

async function closeDialog(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: /^(ปิด|ยกเลิก)$/ }).first().click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

test('what has passed its time is on the board without a reload, and the filters stand in the address', async () => {
  const { page, picture, goTo } = await stage.person(SUPERVISOR);
  await goTo('กำกับงาน');
  await page.getByRole('button', { name: /^เกินกำหนด/ }).click();
  await page.getByRole('main').getByLabel('ค้นหาเลขที่หรือเรื่อง').fill(run);
  for (const subject of SUBJECTS) await untilShown(page, row(page, subject));
  await page.getByRole('button', { name: /^เกินกำหนด 3/ }).waitFor();
  expect(decodeURIComponent(page.url())).toContain('state=overdue');
  expect(decodeURIComponent(page.url())).toContain(`q=${run}`);
  await picture('supervisor-01-overdue');
});

test('two letters of one person are reminded of by one notice; again on the same day is refused', async () => {
  const { page, picture } = await stage.person(SUPERVISOR);
  await openBoard(page);
  await choose(page, [NETWORK, BACKUP]);
  await chosenAct(page, 'เตือน').click();
  await page.getByRole('dialog').getByLabel(/ข้อความถึงผู้รับผิดชอบ/).fill('โปรดเร่งดำเนินการ');
  const dialog = await confirm(page, 'เตือน');
  await untilCount(dialog.getByText('ดำเนินการแล้ว'), 2);
  await picture('supervisor-02-reminded');
  await closeDialog(page);
  await row(page, NETWORK).getByText(/^เตือน .* โดย /).waitFor();

  const officer = await stage.person(OFFICER);
  await officer.page.goto(`${product.url}/#/notices`);
  const notice = officer.page.getByRole('listitem').filter({ hasText: 'ผู้กำกับงานเตือนให้ดำเนินการ' }).filter({ hasText: NETWORK });
  await notice.first().waitFor();
  expect(await officer.page.getByText('ผู้กำกับงานเตือนให้ดำเนินการ').count()).toBe(1);
  expect(await notice.first().textContent()).toContain(BACKUP);
  await officer.picture('supervisor-03-notice');

  await row(page, NETWORK).getByRole('button', { name: 'เตือน', exact: true }).click();
  await page.getByRole('dialog').getByLabel(/ข้อความถึงผู้รับผิดชอบ/).fill('อีกครั้ง');
  await (await confirm(page, 'เตือน')).getByText(/วันนี้เตือนผู้รับผิดชอบเรื่องนี้แล้ว/).waitFor();
  await closeDialog(page);
});

test('a task goes to another post whose load is shown', async () => {
  const { page, picture } = await stage.person(SUPERVISOR);
  await openBoard(page);
  await row(page, UPKEEP).getByRole('button', { name: 'เปลี่ยนผู้รับผิดชอบ' }).click();
  const dialog = page.getByRole('dialog');
  await pick(dialog, /ตำแหน่งใหม่/, 'กลุ่มงานระบบเครือข่าย');
  await dialog.getByRole('status').filter({ hasText: /งานค้าง \d+ เกินกำหนด \d+/ }).waitFor();
  await picture('supervisor-04-reassign');
  await dialog.getByLabel(/เหตุผล/).fill('เฉลี่ยงาน');
  await confirm(page, 'เปลี่ยนผู้รับผิดชอบ');
  await dialog.waitFor({ state: 'detached' });
  await row(page, UPKEEP).getByText(/อยู่ที่ .*เครือข่าย/).waitFor();
});

test('more time for many: each letter has its verdict, and a refusal keeps the rest', async () => {
  const { page, picture } = await stage.person(SUPERVISOR);
  await openBoard(page);
  await choose(page, SUBJECTS);
  await chosenAct(page, 'ขยายเวลา').click();
  // Meanwhile somebody puts one of them on hold.
  const supervisor = await enter(SUPERVISOR);
  const held = letters.get(BACKUP) ?? '';
  const { seq } = await supervisor.get<LetterPage>(`/letters/${held}`);
  await supervisor.post(`/letters/${held}/acts`, { type: 'hold', seq, reason: 'รอข้อมูล' });
  const dialog = page.getByRole('dialog');
  await typeDay(dialog, /ขยายถึงวันที่/, '31/12/2599');
  await dialog.getByLabel(/เหตุผล/).fill('รอข้อมูลจากจังหวัด');
  await confirm(page, 'ขยายเวลา');
  await untilCount(dialog.getByText('ดำเนินการแล้ว'), 2);
  await dialog.getByRole('listitem').filter({ hasText: BACKUP }).getByText(/ถูกพักไว้/).waitFor();
  await picture('supervisor-05-verdicts');
  await closeDialog(page);
  await page.getByRole('button', { name: /^พักเรื่องไว้ 1/ }).click();
  await row(page, BACKUP).getByRole('button', { name: 'ดำเนินการต่อ' }).click();
  await page.getByRole('dialog').getByLabel(/เหตุผล/).fill('ได้รับข้อมูลแล้ว');
  await confirm(page, 'ดำเนินการต่อ');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('a letter is put on hold and goes on, and a draft just passed on is taken back, each with a reason', async () => {
  const { page, picture } = await stage.person(SUPERVISOR);
  await page.goto(`${product.url}/#/supervision?state=open&q=${encodeURIComponent(run)}`);
  await untilShown(page, row(page, NETWORK));
  await row(page, NETWORK).getByRole('button', { name: 'พักเรื่อง' }).click();
  await page.getByRole('dialog').getByLabel(/เหตุผล/).fill('รอผลการประชุม');
  await confirm(page, 'พักเรื่อง');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^พักเรื่องไว้ 1/ }).click();
  await untilShown(page, row(page, NETWORK));
  await picture('supervisor-09-held');
  await row(page, NETWORK).getByRole('button', { name: 'ดำเนินการต่อ' }).click();
  await page.getByRole('dialog').getByLabel(/เหตุผล/).fill('ประชุมแล้ว');
  await confirm(page, 'ดำเนินการต่อ');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  const officer = await enter(OFFICER);
  const letterId = letters.get(NETWORK) ?? '';
  const { myTasks } = await officer.get<LetterPage>(`/letters/${letterId}`);
  await officer.post(`/letters/${letterId}/tasks/${myTasks[0]?.taskId ?? ''}/acts`, { rev: myTasks[0]?.rev ?? 0, outcome: 'submit' });
  const section = await stage.person('ops.ict.section-head');
  await section.open(NETWORK);
  await section.act('เห็นชอบ', { note: 'เห็นชอบ' });
  await section.page.getByRole('button', { name: 'ดึงเรื่องกลับ' }).click();
  await section.page.getByRole('dialog').getByLabel(/เหตุผล/).fill('แนบเอกสารไม่ครบ');
  await confirm(section.page, 'ดึงเรื่องกลับ');
  await section.page.getByRole('dialog').waitFor({ state: 'detached' });
  await section.page.getByRole('region', { name: /^งานของท่าน/ }).getByRole('button', { name: 'เห็นชอบ', exact: true }).first().waitFor();
});

test('the list as filtered opens in Excel', async () => {
  const { page } = await stage.person(SUPERVISOR);
  await page.goto(`${product.url}/#/supervision?state=open&q=${encodeURIComponent(run)}`);
  for (const subject of SUBJECTS) await untilShown(page, row(page, subject));
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'ส่งออกเป็น Excel' }).click()]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
  const book = new Workbook();
  await book.xlsx.load((await readFile(await download.path())) as unknown as Parameters<typeof book.xlsx.load>[0]);
  const cells: string[][] = [];
  book.worksheets[0]?.eachRow((line) => cells.push([...Array(line.cellCount).keys()].map((column) => line.getCell(column + 1).text)));
  expect(cells[2]).toEqual(expect.arrayContaining(['เรื่อง', 'ผู้รับผิดชอบ', 'กำหนดแล้วเสร็จ']));
  const subjects = cells.slice(3).map((line) => line[2]);
  expect(subjects.toSorted()).toEqual([...SUBJECTS].toSorted());
  expect(cells.slice(3).every((line) => line.some((text) => /\/25\d\d /.test(text)))).toBe(true);
});

test('the week prints on one sheet of A4, with Thai digits', async () => {
  const { page, picture } = await stage.person(SUPERVISOR);
  await page.getByRole('tab', { name: 'สรุปประจำสัปดาห์' }).click();
  const sheet = page.getByRole('article', { name: /สรุปการกำกับงานสารบรรณ/ });
  await sheet.waitFor();
  await picture('supervisor-06-weekly');
  const pdf = await page.pdf({ preferCSSPageSize: true, ...(process.env['PICTURES'] === undefined ? {} : { path: join(process.env['PICTURES'], 'supervisor-weekly.pdf') }) });
  expect(readInfo(pdf)).toMatchObject({ Pages: '1', 'Page size': expect.stringContaining('(A4)') as string });
  const text = (await sheet.textContent()) ?? '';
  expect(text).toMatch(/[๐-๙]/);
  expect(text).not.toMatch(/\d/);
});

test('on a phone a head sees the own unit and acts by thumb', async () => {
  const head = await stage.person('ops.ict.director', { width: 360, height: 740 });
  await head.page.goto(`${product.url}/#/supervision?state=open&q=${encodeURIComponent(run)}`);
  await row(head.page, UPKEEP).waitFor();
  expect(await head.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  await head.picture('supervisor-07-phone');
  await row(head.page, UPKEEP).getByRole('button', { name: 'เตือน', exact: true }).click();
  await head.page.getByRole('dialog').getByLabel(/ข้อความถึงผู้รับผิดชอบ/).fill('โปรดเร่ง');
  await head.picture('supervisor-08-phone-dialog');
  await confirm(head.page, 'เตือน');
  await head.page.getByRole('dialog').waitFor({ state: 'detached' });
  await row(head.page, UPKEEP).getByText(/^เตือน .* โดย /).first().waitFor();
  for (const address of ['/supervision/others', '/supervision/weekly']) {
    await head.page.goto(`${product.url}/#${address}`);
    await head.page.getByRole('tab', { selected: true }).waitFor();
    expect(await head.page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  }
  expect(stage.troubles).toEqual([]);
});

/** Waits until so many of something are there. */
async function untilCount(found: Locator, count: number): Promise<void> {
  await found.nth(count - 1).waitFor();
  expect(await found.count()).toBe(count);
}
