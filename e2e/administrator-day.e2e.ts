/**
 * An office administrator's day: a unit, a post and somebody in it; who acts and signs for whom, also on paper and in Excel; a day off and
 * what it moves; a list of receivers; people from a table, each line with its verdict; why somebody sees a letter; a leaver; accounts; what
 * is on record; the routes as drawings. Then the same on a phone, and the system's own page.
 */
import { mkdtempSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@protobi/exceljs';
import type { Locator, Page } from 'playwright-core';
import type { Session } from '#domain/contracts/session';
import { readInfo } from '#test/support/poppler';
import { signIn } from '../bench/lib/client';
import { untilDrawn } from './support/look';
import { openProduct, type OpenProduct } from './support/product';
import { choose, openStage, pick, typeDay, type Person, type Stage } from './support/stage';

jest.setTimeout(900_000);

/** On a product that runs already each run has units, posts and people of its own. */
const run = Date.now() % 10_000_000;
const ADMIN = 'lopburi.ict.officer';
const UNIT = `กลุ่มงานข้อมูล ${run}`;
const POST = `นักวิชาการข้อมูล ${run}`;
const NAME = `นางสาวมาลี โอ'แฮร์ ${run}`;
const LOGIN = `lopburi.malee${run}`;
const FOLLOWER = `นายสืบ ต่อมา ${run}`;
const SUBJECT = `ขอข้อมูลประชากร ${run}`;
const OWN_PASSWORD = 'รหัสผ่านที่ตั้งเอง';

let product: OpenProduct;
let stage: Stage;
let pictures: string;
let admin: Person;
let page: Page;

beforeAll(async () => {
  product = await openProduct();
  pictures = process.env['PICTURES'] ?? mkdtempSync(join(tmpdir(), 'saraban-pictures-'));
  stage = await openStage({ url: product.url, password: product.password, pictures });
  admin = await stage.person(ADMIN);
  ({ page } = admin);
});
afterAll(async () => {
  await stage?.pictureAll('administrator-end');
  await stage?.close();
  await product?.close();
});

const dialog = (): Locator => page.getByRole('dialog');
/** Confirms the open dialog and waits until it has gone. */
async function confirm(label = 'บันทึก'): Promise<void> {
  const open = dialog();
  await open.getByRole('button', { name: label, exact: true }).click();
  await open.waitFor({ state: 'detached' });
}
/** Opens a part of the office's page. */
async function openTab(name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'จัดการสำนักงาน' }).first().click();
  await page.getByRole('tab', { name }).click();
  await page.getByRole('tab', { name, selected: true }).waitFor();
}
/** Chooses an act on a unit, a post or a person. */
async function act(name: string, label: string): Promise<void> {
  await page.getByRole('button', { name: `การดำเนินการกับ ${name}`, exact: true }).click();
  await page.getByRole('menuitem', { name: label, exact: true }).click();
}
const row = (text: string): Locator => page.getByRole('main').getByRole('listitem').filter({ hasText: text });
const fits = async (on: Page): Promise<void> => expect(await on.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);

test('a unit and a post in it stand in the tree at once, and a fault is said beside its field', async () => {
  await admin.goTo('จัดการสำนักงาน');
  await page.getByRole('button', { name: 'เพิ่มหน่วยงาน', exact: true }).click();
  await confirmRefused('โปรดกรอก');
  await dialog().getByLabel(/^ชื่อ \(ไทย\)/).fill(UNIT);
  await dialog().getByLabel(/^โทรศัพท์/).fill('0 3641 0000');
  await confirm();
  await page.getByLabel('ค้นหาหน่วยงาน ตำแหน่ง หรือชื่อบุคคล').fill(String(run));
  await act(UNIT, 'เพิ่มตำแหน่งในหน่วยงานนี้');
  await dialog().getByLabel(/^ชื่อตำแหน่ง \(ไทย\)/).fill(POST);
  await confirm();
  await page.getByText(POST).first().waitFor();
  await page.getByText('ว่าง', { exact: true }).first().waitFor();
  await admin.picture('administrator-01-tree');
});

/** Tries to confirm what is not complete: the dialog stays, with the message. */
async function confirmRefused(message: string): Promise<void> {
  await dialog().getByRole('button', { name: 'บันทึก', exact: true }).click();
  await dialog().getByText(message).first().waitFor();
}

test('somebody new is invited, signs in with the password handed over, and is appointed', async () => {
  await openTab('บุคคลและบัญชีผู้ใช้');
  for (const [name, login] of [[FOLLOWER, `lopburi.follower${run}`], [NAME, LOGIN]] as const) {
    await page.getByRole('button', { name: 'เพิ่มบุคคล', exact: true }).click();
    await dialog().getByLabel(/^ชื่อและสกุล \(ไทย\)/).fill(name);
    await dialog().getByLabel(/^ชื่อผู้ใช้/).fill(login);
    if (name === FOLLOWER) await dialog().getByLabel('เชิญเข้าใช้ระบบทันทีหลังบันทึก').uncheck();
    await dialog().getByRole('button', { name: 'บันทึก', exact: true }).click();
    await (name === FOLLOWER ? dialog().waitFor({ state: 'detached' }) : page.getByRole('button', { name: 'ออกรหัสผ่านชั่วคราว' }).waitFor());
  }
  const given = await takePassword();
  await firstSignIn(given);
  await admin.goTo('บุคคลและตำแหน่ง');
  await page.getByRole('button', { name: 'บันทึกคำสั่งรักษาราชการแทน' }).click();
  await pick(dialog(), /^บุคคล/, NAME);
  await choose(dialog(), /^ฐานะ/, 'ดำรงตำแหน่ง');
  await pick(dialog(), /^ในตำแหน่ง/, POST);
  await dialog().getByLabel(/^คำสั่งที่/).fill(`คำสั่งจังหวัดลพบุรี ที่ ${run}/2569`);
  await confirm();
  await page.getByLabel('เฉพาะผู้รักษาราชการแทน').click();
  await row(NAME).getByText(`ดำรงตำแหน่ง ${POST}`).waitFor();
});

/** Issues the password that is shown once, and keeps it. */
async function takePassword(): Promise<string> {
  await page.getByRole('button', { name: 'ออกรหัสผ่านชั่วคราว' }).click();
  const shown = page.locator('[data-one-time-password]');
  const text = (await shown.textContent()) ?? '';
  await admin.picture('administrator-02-password');
  await page.getByRole('button', { name: 'จดแล้ว ปิด' }).click();
  await shown.waitFor({ state: 'detached' });
  return text;
}

/** The first sign-in of who was invited, in a window of the own that stays open. */
async function firstSignIn(given: string): Promise<void> {
  const context = await stage.browser.newContext({ locale: 'th-TH', timezoneId: 'Asia/Bangkok' });
  const own = await context.newPage();
  await own.goto(product.url);
  await own.getByLabel('ชื่อผู้ใช้').fill(LOGIN);
  await own.locator('input[type=password]').fill(given);
  await own.getByRole('button', { name: 'เข้าสู่ระบบ', exact: true }).click();
  await own.getByLabel(/^รหัสผ่านชั่วคราว/).fill(given);
  await own.getByLabel(/^รหัสผ่านใหม่(?!อีก)/).fill(OWN_PASSWORD);
  await own.getByLabel(/^รหัสผ่านใหม่อีกครั้ง/).fill(OWN_PASSWORD);
  await own.getByRole('button', { name: 'บันทึกรหัสผ่าน' }).click();
  await own.getByRole('heading', { name: 'งานของฉัน' }).waitFor();
}

test('whoever stands in by order is named for the post at once, and the standing order for later', async () => {
  await page.getByRole('button', { name: 'บันทึกคำสั่งรักษาราชการแทน' }).click();
  await pick(dialog(), /^บุคคล/, FOLLOWER);
  await choose(dialog(), /^ฐานะ/, 'ปฏิบัติหน้าที่แทน');
  await pick(dialog(), /^ในตำแหน่ง/, POST);
  await dialog().getByLabel(/^คำสั่งที่/).fill(`คำสั่งที่ ${run}/2569`);
  await confirm();
  await openTab('ผู้รักษาราชการแทน');
  await page.getByLabel('ค้นหาตำแหน่งหรือชื่อบุคคล').fill(POST);
  await row(POST).getByText(FOLLOWER).waitFor();
  await page.getByRole('button', { name: `กำหนดลำดับ ${POST}` }).click();
  await pick(dialog(), 'เพิ่มตำแหน่งท้ายลำดับ', 'หัวหน้าสำนักงานจังหวัด');
  await confirm();
  await row(POST).getByRole('list', { name: 'ลำดับผู้รักษาราชการแทน' }).getByText(/หัวหน้าสำนักงานจังหวัด/).waitFor();
  await admin.picture('administrator-03-acting');
});

test('the table of delegations prints on one sheet of A4 with Thai digits, and opens in Excel', async () => {
  await admin.goTo('บุคคลและตำแหน่ง');
  await page.getByRole('tab', { name: 'การมอบอำนาจ' }).click();
  await page.getByRole('button', { name: 'บันทึกการมอบอำนาจ' }).click();
  await pick(dialog(), /^ผู้มอบอำนาจ/, 'หัวหน้าสำนักงานจังหวัด');
  await pick(dialog(), /^ผู้รับมอบอำนาจ/, POST);
  await dialog().getByLabel(/^คำสั่งที่/).fill(`คำสั่งจังหวัดลพบุรี ที่ ม ${run}/2569`);
  await confirm();
  await row(POST).getByText(new RegExp(`ม ${run}/2569`)).waitFor();
  await admin.picture('administrator-04-delegations');
  const pdf = await page.pdf({ preferCSSPageSize: true, ...(process.env['PICTURES'] === undefined ? {} : { path: join(pictures, 'administrator-delegations.pdf') }) });
  expect(readInfo(pdf)).toMatchObject({ Pages: '1', 'Page size': expect.stringContaining('(A4)') as string });
  const text = (await page.getByRole('article', { name: 'บัญชีการมอบอำนาจให้ปฏิบัติราชการแทน', includeHidden: true }).textContent()) ?? '';
  expect(text).toContain('บัญชีการมอบอำนาจ');
  expect(text).toMatch(/[๐-๙]/);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'ส่งออกเป็น Excel' }).click()]);
  const book = new Workbook();
  await book.xlsx.load((await readFile(await download.path())) as unknown as Parameters<typeof book.xlsx.load>[0]);
  const cells: string[] = [];
  book.worksheets[0]?.eachRow((line) => line.eachCell((cell) => cells.push(cell.text)));
  expect(cells).toEqual(expect.arrayContaining(['บัญชีการมอบอำนาจ', `คำสั่งจังหวัดลพบุรี ที่ ม ${run}/2569`]));
});

test('a day is declared after it was seen what moves, and taken back', async () => {
  const clerk = await signIn({ base: product.url, login: 'lopburi.registry.clerk', password: product.password });
  const { posts } = await clerk.get<Session>('/session');
  await clerk.post('/letters', { type: 'incoming', kind: 'external_letter', channel: 'counter', urgency: 'normal', subject: SUBJECT, fromText: "ร้าน O'Brien", toText: 'ผู้ว่าราชการจังหวัดลพบุรี', postId: posts[0]?.id });
  const { nextWorkingDay } = await clerk.get<{ nextWorkingDay: string }>('/calendar');
  const [year = '', month = '', day = ''] = nextWorkingDay.split('-');
  await admin.goTo('ปฏิทิน');
  await page.getByRole('button', { name: 'ประกาศวัน', exact: true }).click();
  await typeDay(dialog(), /^วัน/, `${day}/${month}/${Number(year) + 543}`);
  await dialog().getByLabel(/^ชื่อวัน \(ไทย\)/).fill(`วันหยุดจังหวัด ${run}`);
  await dialog().getByRole('button', { name: 'ดูผลก่อนประกาศ' }).click();
  await dialog().getByRole('status').getByText(/เลื่อน [1-9]\d* รายการ/).waitFor();
  await admin.picture('administrator-05-day');
  await confirm('ประกาศวัน');
  const declared = page.getByRole('row').filter({ hasText: `วันหยุดจังหวัด ${run}` });
  await declared.getByRole('button', { name: 'ถอนประกาศ' }).click();
  await confirm('ถอนประกาศ');
  await declared.waitFor({ state: 'detached' });
});

test('a list of receivers is kept, with one office that leads', async () => {
  await openTab('บัญชีรายชื่อผู้รับ');
  await page.getByRole('button', { name: 'สร้างบัญชีรายชื่อ' }).first().click();
  await dialog().getByLabel(/^ชื่อ \(ไทย\)/).fill(`จังหวัดใกล้เคียง ${run}`);
  await pick(dialog(), 'เพิ่มหน่วยงาน', 'สำนักงานจังหวัดสระบุรี');
  await pick(dialog(), 'เพิ่มหน่วยงาน', 'สำนักงานจังหวัดชัยนาท');
  await confirm();
  await row(`จังหวัดใกล้เคียง ${run}`).getByText(/2 หน่วยงาน/).waitFor();
});

test('people come from a table, each line with its verdict; who is not cleared becomes no secret registrar by it', async () => {
  await openTab('นำเข้าจากตาราง');
  const asked = page.waitForEvent('download');
  await page.getByRole('link', { name: 'ดาวน์โหลดแบบ Excel' }).click();
  const book = new Workbook();
  await book.xlsx.readFile(await (await asked).path());
  const sheet = book.worksheets[0]!;
  const headings = (sheet.getRow(1).values as readonly unknown[]).map(String);
  const lines = [
    { รหัสหน่วยงาน: 'strategy', รหัสตำแหน่ง: `t${run}`, ชื่อตำแหน่ง: 'นักวิเคราะห์นโยบาย', ชื่อผู้ใช้: `lopburi.t${run}`, ชื่อและสกุล: `นายนำ เข้า ${run}` },
    { รหัสหน่วยงาน: 'strategy', รหัสตำแหน่ง: `s${run}`, ชื่อตำแหน่ง: 'นายทะเบียนคนใหม่', หน้าที่ในระบบ: 'นายทะเบียนข้อมูลข่าวสารลับ', ชื่อผู้ใช้: `lopburi.s${run}`, ชื่อและสกุล: `นายลับ ใหม่ ${run}` },
    { รหัสหน่วยงาน: 'no-such-unit', รหัสตำแหน่ง: `x${run}`, ชื่อตำแหน่ง: '<b>นักวิชาการ</b> 😀' },
  ];
  sheet.spliceRows(2, sheet.rowCount);
  for (const line of lines) sheet.addRow(headings.slice(1).map((heading) => (line as Record<string, string>)[heading.replace(/\s*\*$/, '')] ?? ''));
  const file = join(pictures, `people-${run}.xlsx`);
  await book.xlsx.writeFile(file);
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText(/ผู้นี้ยังไม่ได้รับอนุญาตให้เข้าถึงชั้นลับ/).waitFor();
  await page.getByText('ไม่มีหน่วยงานรหัสนี้ โปรดเพิ่มหน่วยงานก่อน').waitFor();
  await page.getByText(/มีอักขระที่พิมพ์ลงในหนังสือไม่ได้/).waitFor();
  await admin.picture('administrator-06-import');
  await page.getByRole('button', { name: 'นำเข้า 1 แถวที่เลือก' }).click();
  await page.getByText(/นำเข้าแล้ว เพิ่มใหม่ 1 แถว .* บุคคลใหม่ 1 คน/).waitFor();
});

test('why somebody sees a letter, and somebody else does not, is answered with the rule', async () => {
  const me = await signIn({ base: product.url, login: ADMIN, password: product.password });
  const { posts, person } = await me.get<Session>('/session');
  const subject = `ขอเชิญประชุม ${run}`;
  await me.post('/letters', { type: 'outgoing', kind: 'external_letter', urgency: 'normal', subject, toText: 'ผู้ว่าราชการจังหวัดชลบุรี', body: 'ข้อความ', postId: posts[0]?.id, recipients: [{ officeCode: 'chonburi', role: 'lead' }] });
  await admin.goTo('สิทธิการเข้าถึง');
  await pick(page, 'บุคคล', NAME);
  await page.getByText(`ตำแหน่งและสิทธิของ ${NAME}`).waitFor();
  await page.getByText(POST).first().waitFor();
  await page.getByText('สิ่งที่ทำได้').waitFor();
  await pick(page, /^หนังสือ \(ไม่บังคับ\)/, subject);
  await page.getByRole('heading', { name: `${NAME} ไม่เห็นหนังสือนี้` }).waitFor();
  await page.getByText(/^กฎ /).first().waitFor();
  await admin.picture('administrator-07-rights');
  await pick(page, 'บุคคล', person.name.th);
  await page.getByRole('heading', { name: `${person.name.th} เห็นหนังสือนี้` }).waitFor();
});

test("a leaver's work is handed over in one act: the post goes to who follows, and the account is closed", async () => {
  await admin.goTo('ส่งต่องาน');
  await pick(page, 'ผู้พ้นหน้าที่', NAME);
  const held = row(POST);
  await pick(held, 'ผู้ดำรงตำแหน่งต่อ', FOLLOWER);
  await held.getByLabel('คำสั่งที่').fill(`คำสั่งที่ ย ${run}/2569`);
  await page.getByLabel('ปิดบัญชีผู้ใช้ด้วย').check();
  await page.getByRole('main').getByRole('button', { name: 'ส่งต่องาน' }).click();
  await dialog().getByLabel(/^เหตุผล/).fill('ย้ายไปรับราชการที่อื่น');
  await admin.picture('administrator-08-leaver');
  await dialog().getByRole('button', { name: 'ส่งต่องาน' }).click();
  await page.getByText(/ส่งต่อครบแล้ว/).waitFor();
  await openTab('บุคคลและบัญชีผู้ใช้');
  await page.getByLabel('ค้นหาชื่อ ชื่อผู้ใช้ หรือตำแหน่ง').fill(String(run));
  await row(NAME).getByText('ปิดบัญชี', { exact: true }).waitFor();
  await row(FOLLOWER).getByText(POST).waitFor();
});

test('a password is issued anew, and every browser of a person is signed out', async () => {
  const clerk = await signIn({ base: product.url, login: 'lopburi.strategy.officer', password: product.password });
  await act(FOLLOWER, 'เชิญเข้าใช้ระบบ');
  const given = await takePassword();
  expect(given.length).toBeGreaterThanOrEqual(12);
  await row(FOLLOWER).getByText('เชิญแล้ว รอเข้าใช้').waitFor();
  await page.getByLabel('ค้นหาชื่อ ชื่อผู้ใช้ หรือตำแหน่ง').fill('lopburi.strategy.officer');
  const person = row('lopburi.strategy.officer');
  await person.getByText(/กำลังใช้งาน \d+ เครื่อง/).waitFor();
  await person.getByRole('button', { name: /^การดำเนินการกับ / }).click();
  await page.getByRole('menuitem', { name: 'ให้ออกจากระบบทุกเครื่อง' }).click();
  await confirm('ให้ออกจากระบบทุกเครื่อง');
  await person.getByText(/กำลังใช้งาน/).waitFor({ state: 'detached' });
  await expect(clerk.get('/session')).rejects.toThrow('401');
});

test('what was done today is on record, by whom and in which post', async () => {
  await admin.goTo('บันทึกเหตุการณ์');
  await choose(page, 'ประเภท', 'การตั้งค่าสำนักงาน');
  await row('เพิ่มหน่วยงานภายใน').first().waitFor();
  await row('ถอนประกาศวัน').first().waitFor();
  await choose(page, 'ประเภท', 'บุคคลและตำแหน่ง');
  await row('ส่งออกบัญชีการมอบอำนาจ').first().waitFor();
  expect(page.url()).toContain('group=people');
  await admin.picture('administrator-09-audit');
});

test('the routes in force are drawings, with the tables that choose them', async () => {
  await openTab('เส้นทางหนังสือ');
  await page.getByRole('table', { name: 'หนังสือใดเดินเส้นทางใด' }).waitFor();
  await page.getByRole('region', { name: 'เส้นทางที่ใช้อยู่' }).locator('svg').first().waitFor();
  await admin.picture('administrator-10-routes');
});

test('on a phone every part of it fits, and an account is found and opened by thumb', async () => {
  const phone = await stage.browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, locale: 'th-TH', timezoneId: 'Asia/Bangkok', storageState: await page.context().storageState() });
  const small = await phone.newPage();
  for (const address of ['/organisation?tab=accounts', '/organisation?tab=acting', '/organisation?tab=lists', '/organisation?tab=routes', '/organisation?tab=import', '/people?tab=delegations', '/calendar', '/hand-over', '/audit', '/access', '/organisation']) {
    await small.goto(`${product.url}/#${address}`);
    await untilDrawn(small);
    await fits(small);
  }
  await small.getByLabel('ค้นหาหน่วยงาน ตำแหน่ง หรือชื่อบุคคล').fill(POST);
  await small.getByRole('button', { name: `การดำเนินการกับ ${POST}` }).tap();
  await small.getByRole('menuitem', { name: 'แก้ไขหรือย้ายตำแหน่ง' }).tap();
  const edit = small.getByRole('dialog');
  await edit.getByLabel(/^ชื่อตำแหน่ง \(ไทย\)/).fill(`${POST} ชำนาญการ`);
  await small.screenshot({ path: join(pictures, 'administrator-11-phone.png') });
  await edit.getByRole('button', { name: 'บันทึก' }).tap();
  await edit.waitFor({ state: 'detached' });
  await small.getByText(`${POST} ชำนาญการ`).first().waitFor();
  await phone.close();
});

test("the system's administrator sees how the parts are and what waits, and no letter's content", async () => {
  const keeper = await stage.person('ops.admin');
  await keeper.goTo('สถานะระบบ');
  await keeper.page.getByText('ตัวขับเคลื่อน').or(keeper.page.getByText('ฐานข้อมูล')).first().waitFor();
  await keeper.page.getByText(/^ใช้งานได้ ตอบใน/).first().waitFor();
  expect(await keeper.page.getByText(SUBJECT).count()).toBe(0);
  await keeper.picture('administrator-12-system');
  // A refusal offers no second try: it would be refused again.
  await keeper.page.goto(`${product.url}/#/audit`);
  await keeper.page.getByText('เรียกข้อมูลไม่สำเร็จ').waitFor();
  expect(await keeper.page.getByRole('button', { name: 'ลองอีกครั้ง' }).count()).toBe(0);
  expect(stage.troubles).toEqual([]);
});
