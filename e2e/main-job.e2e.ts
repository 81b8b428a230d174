/**
 * The job the product is made for, in a browser: OPS asks Lop Buri for a report, Lop Buri answers, OPS judges the answer. The acting
 * appointment is made in the middle. Nobody reloads a page.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aPdf } from '#test/support/a-pdf';
import { toComparable } from '#test/support/poppler';
import { openLetter, readFirstPage } from './support/letter-files';
import { openProduct, type OpenProduct } from './support/product';
import { choose, markPlaces, openStage, pick, typeDay, type Person, type Stage } from './support/stage';

jest.setTimeout(900_000);

/** On a product that runs already the story may be told again: each time under a subject of its own. */
const again = process.env['SARABAN_URL'] === undefined ? '' : ` ${Date.now() % 1_000_000}`;
const SUBJECT = `ขอให้รายงานผลการใช้ระบบสารบรรณอิเล็กทรอนิกส์${again}`;
const REPLY = `รายงานผลการใช้ระบบสารบรรณอิเล็กทรอนิกส์ จังหวัดลพบุรี${again}`;
/** Returned once for this. */
const RETURN_NOTE = 'โปรดระบุห้วงเวลาที่ให้รายงานให้ชัดเจน';
/** Said within Lop Buri only: OPS must never see it. */
const INNER_NOTE = 'เห็นควรมอบกลุ่มงานยุทธศาสตร์การพัฒนาจังหวัด';
/** Comes to Lop Buri while the deputy governor acts, and is still open when that ends. */
const LATER = `ขอเชิญประชุมคณะกรมการจังหวัด${again}`;

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

const keep = (login: string, name: string) => stage.person(login).then((person) => person.picture(`${String((picture += 1)).padStart(2, '0')}-${name}`));

test('a letter of OPS goes to Lop Buri and is answered, with an acting appointment made in the middle', async () => {
  try {
    await opsSends();
    await lopBuriAnswers();
    await opsCloses();
    await actingEnds();
  } catch (error) {
    await stage.pictureAll('stopped');
    throw error;
  }
  expect(stage.troubles).toEqual([]);
});

/** OPS drafts, corrects, signs and sends. */
async function opsSends(): Promise<void> {
  // Everybody has the inbox open before anything arrives.
  await Promise.all(['ops.ict.section-head', 'ops.ict.director', 'ops.deputy-ps-2', 'lopburi.registry.clerk', 'lopburi.office-head'].map((login) => stage.person(login)));
  const officer = await stage.person('ops.ict.officer');
  await officer.goTo('ร่างหนังสือ');
  const { page } = officer;
  await page.getByRole('textbox', { name: /^เรื่อง/ }).fill(SUBJECT);
  await pick(page, /เพิ่มหน่วยงานในระบบ/, 'ลพบุรี');
  await choose(page, /ชั้นความเร็ว/, 'ด่วน');
  await typeDay(page, /ขอให้ตอบภายในวันที่/, '18/12/2569');
  await page.getByLabel('ข้อความ', { exact: true }).fill(
    'ด้วยสำนักงานปลัดกระทรวงมหาดไทยได้เปิดใช้ระบบสารบรรณอิเล็กทรอนิกส์ในสำนักงานจังหวัดนำร่อง ๑๘ จังหวัด\nจึงขอให้จังหวัดรายงานผลการใช้ระบบตามแบบรายงานที่ส่งมาพร้อมนี้\nจึงเรียนมาเพื่อโปรดดำเนินการต่อไป',
  );
  await page.getByRole('textbox', { name: 'สิ่งที่ส่งมาด้วย' }).fill('แบบรายงานผลการใช้ระบบ จำนวน 1 ชุด');
  await page.locator('input[type=file]').last().setInputFiles({ name: 'แบบรายงาน.pdf', mimeType: 'application/pdf', buffer: Buffer.from(aPdf('report form')) });
  // Nothing is proposed before its files have been taken in.
  await page.getByText(/· 1 หน้า/).waitFor();
  await keep('ops.ict.officer', 'compose');
  await page.getByRole('button', { name: 'บันทึกและเสนอ' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'เสนอ', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });

  const [section, director, deputy] = await Promise.all(['ops.ict.section-head', 'ops.ict.director', 'ops.deputy-ps-2'].map((login) => stage.person(login)));
  await section!.open(SUBJECT);
  await section!.act('เห็นชอบ');
  await director!.open(SUBJECT);
  await director!.act('ส่งกลับแก้ไข', { note: RETURN_NOTE });

  await officer.open(SUBJECT);
  await page.getByText(RETURN_NOTE).first().waitFor();
  await keep('ops.ict.officer', 'returned-draft');
  await officer.act('เสนอ');
  await section!.open(SUBJECT);
  await section!.act('เห็นชอบ');
  await director!.open(SUBJECT);
  await director!.act('แก้ไขแล้วส่งต่อ', { fill: (form) => form.getByLabel('ข้อความ', { exact: true }).press('End').then(() => form.getByLabel('ข้อความ', { exact: true }).pressSequentially(' ภายในกำหนด')) });

  await deputy!.open(SUBJECT);
  await keep('ops.deputy-ps-2', 'to-sign');
  await deputy!.act('ลงนาม', { signs: true });
  await deputy!.page.getByText(/ปฏิบัติราชการแทน\s*ปลัดกระทรวงมหาดไทย/).first().waitFor();
  await deputy!.page.getByText(/มท 0210\.2\/\d+/).first().waitFor();
  await keep('ops.deputy-ps-2', 'signed');
}

/** Lop Buri registers, directs by the acting deputy governor, and answers. */
async function lopBuriAnswers(): Promise<void> {
  const clerk = await stage.person('lopburi.registry.clerk');
  await clerk.open(SUBJECT);
  await keep('lopburi.registry.clerk', 'arrived');
  await clerk.act('ลงทะเบียนรับ', { fill: (form) => choose(form, /หน่วยงานที่เสนอ|เสนอ/, /ยุทธศาสตร์/) });
  await clerk.page.getByText(/เลขรับ \d+/).first().waitFor();
  await keep('lopburi.registry.clerk', 'registered');

  const head = await stage.person('lopburi.office-head');
  await head.open(SUBJECT);
  await head.act('เห็นชอบ', { note: INNER_NOTE });

  const [governor, deputy] = await Promise.all(['lopburi.governor', 'lopburi.deputy-governor-1'].map((login) => stage.person(login)));
  await governor!.page.locator('a[data-inbox-row]', { hasText: SUBJECT }).first().waitFor();
  await appointDeputy();
  await deputy!.open(SUBJECT);
  await keep('lopburi.deputy-governor-1', 'acting');
  await deputy!.act('สั่งการ', {
    note: 'มอบกลุ่มงานยุทธศาสตร์ฯ ดำเนินการ แจ้งกลุ่มงานข้อมูลสารสนเทศฯ เพื่อทราบ',
    fill: async (form) => {
      await pick(form, /เพื่อทราบ/, 'กลุ่มงานข้อมูลสารสนเทศและการสื่อสาร');
      await form.page().keyboard.press('Escape');
      await typeDay(form, /กำหนดแล้วเสร็จ/, '11/12/2569');
    },
  });
  await governor!.goTo('งานของฉัน');
  await governor!.page.locator('a[data-inbox-row]', { hasText: SUBJECT }).first().waitFor({ state: 'detached' });

  const groupHead = await stage.person('lopburi.strategy.head');
  await groupHead.open(SUBJECT);
  await groupHead.act('เห็นชอบ', { fill: (form) => pick(form, /ผู้ได้รับมอบหมาย/, 'นักวิเคราะห์นโยบายและแผน') });
  const officer = await stage.person('lopburi.strategy.officer');
  await officer.open(SUBJECT);
  // The unit in charge and the one informed have each taken a number of their own.
  await assertStamps(officer, ['สำนักงานจังหวัดลพบุรี', 'กลุ่มงานยุทธศาสตร์การพัฒนาจังหวัด', 'กลุ่มงานข้อมูลสารสนเทศและการสื่อสาร']);
  await keep('lopburi.strategy.officer', 'stamps-of-units');
  await officer.page.getByRole('link', { name: 'ร่างหนังสือตอบ' }).first().click();
  await officer.page.getByRole('textbox', { name: /^เรื่อง/ }).fill(REPLY);
  // The text was set elsewhere: the drafter marks where number, date and signature go.
  await officer.page.getByRole('button', { name: 'แนบไฟล์ PDF' }).click();
  await officer.page.locator('input[type=file]').first().setInputFiles({ name: 'หนังสือตอบ.pdf', mimeType: 'application/pdf', buffer: Buffer.from(aPdf('Lop Buri reports')) });
  await markPlaces(officer.page, { number: { x: 110, y: 130 }, date: { x: 240, y: 170 }, signature: { x: 240, y: 480 } });
  await keep('lopburi.strategy.officer', 'places-marked');
  await officer.page.getByRole('button', { name: 'บันทึกและเสนอ' }).click();
  const dialog = officer.page.getByRole('dialog');
  await dialog.waitFor();
  await choose(dialog, /หน่วยงาน/, /ข้อมูลสารสนเทศ/);
  await dialog.getByRole('button', { name: 'เสนอ', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });

  const second = await stage.person('lopburi.ict.head');
  await second.open(REPLY);
  await second.act('เห็นชอบตามร่าง');
  await groupHead.open(REPLY);
  await groupHead.act('เห็นชอบ');
  await head.open(REPLY);
  await head.act('แก้ไขแล้วส่งต่อ', { fill: (form) => form.getByRole('textbox', { name: /^เรื่อง/ }).fill(`${REPLY} (แก้ไข)`) });
  await deputy!.open(REPLY);
  await keep('lopburi.deputy-governor-1', 'reply-to-sign');
  await deputy!.act('ลงนาม', { signs: true });
  await deputy!.page.getByText(/ลบ 0017\.2\/\d+/).first().waitFor();
  await deputy!.page.getByText(/รักษาราชการแทน\s*ผู้ว่าราชการจังหวัดลพบุรี/).first().waitFor();
  await keep('lopburi.deputy-governor-1', 'reply-signed');
  // The system has filled in the marked places, and nothing else of the uploaded page has changed.
  const { letterNo } = await openLetter(deputy!.page);
  await readFirstPage(deputy!.page, 'rendition', [letterNo ?? 'no number', 'รักษาราชการแทน', 'ผู้ว่าราชการจังหวัดลพบุรี', 'Lop Buri reports']);
}

/** OPS sees the receive number, takes the answer in and closes the matter. */
async function opsCloses(): Promise<void> {
  const registry = await stage.person('ops.registry.clerk');
  await registry.open(REPLY);
  await registry.act('ลงทะเบียนรับ');
  await registry.open(REPLY);
  await registry.act('สั่งการ');
  await assertStamps(registry, ['สำนักงานปลัดกระทรวงมหาดไทย', 'ศูนย์เทคโนโลยีสารสนเทศและการสื่อสาร']);
  await keep('ops.registry.clerk', 'reply-two-stamps');
  const officer = await stage.person('ops.ict.officer');
  await officer.open(SUBJECT);
  await officer.page.getByText(/ตอบแล้ว ตามหนังสือที่ ลบ 0017\.2/).first().waitFor();
  await keep('ops.ict.officer', 'to-be-judged');
  await officer.page.getByRole('tab', { name: 'ลำดับเหตุการณ์' }).click();
  await officer.page.getByText(/สำนักงานจังหวัดลพบุรี/).first().waitFor();
  await keep('ops.ict.officer', 'timeline');
  expect(await officer.page.getByText(INNER_NOTE).count()).toBe(0);
  await officer.act('ตอบครบถ้วน');
  await officer.page.getByText('สิ้นสุดแล้ว').first().waitFor();
  await officer.page.getByRole('tab', { name: 'เส้นทาง', exact: true }).click();
  await officer.page.locator('.react-flow__node').first().waitFor();
  await keep('ops.ict.officer', 'closed-route');

  await registry.goTo('ทะเบียน');
  await registry.page.getByRole('link', { name: /ทะเบียนหนังสือส่ง/ }).first().click();
  await registry.page.getByText(SUBJECT).first().waitFor();
  await registry.page.getByText(/สำนักงานจังหวัดลพบุรี|ผู้ว่าราชการจังหวัดลพบุรี/).first().waitFor();
  await keep('ops.registry.clerk', 'send-book');
}

/** The registry records the order by which the deputy governor acts for the governor from now on. */
async function appointDeputy(): Promise<void> {
  const clerk = await stage.person('lopburi.registry.clerk');
  await clerk.goTo('บุคคลและตำแหน่ง');
  await clerk.page.getByRole('button', { name: 'บันทึกคำสั่งรักษาราชการแทน' }).click();
  const dialog = clerk.page.getByRole('dialog');
  await pick(dialog, /บุคคล/, 'รองผู้ว่าราชการจังหวัดลพบุรี');
  await pick(dialog, /ในตำแหน่ง/, 'ผู้ว่าราชการจังหวัดลพบุรี');
  await dialog.getByLabel(/คำสั่งที่/).fill('คำสั่งจังหวัดลพบุรี ที่ 81/2569');
  await dialog.getByRole('button', { name: 'บันทึก', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await keep('lopburi.registry.clerk', 'acting-appointment');
}

/** The order ends before its time: what waits for the governor's post is the governor's own again, at once. */
async function actingEnds(): Promise<void> {
  const [clerk, head, governor, deputy] = await Promise.all(
    ['lopburi.registry.clerk', 'lopburi.office-head', 'lopburi.governor', 'lopburi.deputy-governor-1'].map((login) => stage.person(login)),
  );
  await takeInLater(clerk!);
  await head!.open(LATER);
  await head!.act('เห็นชอบ');
  await Promise.all([governor!, deputy!].map((each) => each.goTo('งานของฉัน')));
  await inboxRow(deputy!).waitFor();
  expect(await inboxRow(governor!).count()).toBe(0);

  await clerk!.goTo('บุคคลและตำแหน่ง');
  await clerk!.page.getByRole('listitem').filter({ hasText: 'คำสั่งจังหวัดลพบุรี ที่ 81/2569' }).getByRole('button', { name: 'สิ้นสุดก่อนกำหนด' }).first().click();
  const dialog = clerk!.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'สิ้นสุดก่อนกำหนด', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });

  await inboxRow(governor!).waitFor();
  await inboxRow(deputy!).waitFor({ state: 'detached' });
  await keep('lopburi.governor', 'acting-ended');
  await governor!.open(LATER);
  await governor!.act('สั่งการ', { fill: (form) => choose(form, /หน่วยงานที่ดำเนินการ|หน่วยงานหลัก/, /อำนวยการ/).then(() => typeDay(form, /กำหนดแล้วเสร็จ/, '18/12/2569')) });
}

const inboxRow = (person: Person) => person.page.locator('a[data-inbox-row]', { hasText: LATER }).first();

async function takeInLater(clerk: Person): Promise<void> {
  await clerk.goTo('รับหนังสือ');
  await clerk.page.getByLabel(/^จาก/).fill('ที่ทำการปกครองจังหวัดลพบุรี');
  await clerk.page.getByRole('textbox', { name: /^เรื่อง/ }).fill(LATER);
  await clerk.page.getByRole('button', { name: 'ลงทะเบียนรับ', exact: true }).click();
  await clerk.page.getByText(/ลงทะเบียนรับแล้ว เลขรับ/).first().waitFor();
}

/** Page 1 bears the stamp of each of these registries, and no other. */
async function assertStamps(person: Person, places: readonly string[]): Promise<void> {
  const text = await readFirstPage(person.page, 'stamped', places);
  await person.page.locator('.react-pdf__Page canvas').first().waitFor();
  expect(text.split(toComparable('เลขรับ'))).toHaveLength(places.length + 1);
}
