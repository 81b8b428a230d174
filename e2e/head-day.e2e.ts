/**
 * A day of those who decide: an executive signs on a phone in three taps, a director sends one draft back and amends another, a governor
 * directs with a date that falls into an absence, a head gives a letter to an officer's post and accepts the report, and the head of an office confirms
 * several letters together.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { signInAt, type ApiPerson } from './support/by-api';
import { openProduct, type OpenProduct } from './support/product';
import { choose, openStage, pick, type Person, type Stage } from './support/stage';

jest.setTimeout(900_000);

/** On a product that runs already the story may be told again: each time under subjects of its own. */
const again = process.env['SARABAN_URL'] === undefined ? '' : ` ${Date.now() % 1_000_000}`;
const PHONE = { width: 360, height: 740, hasTouch: true };
const [TO_SIGN, TO_RETURN, TO_AMEND] = [`ขอให้รายงานผลการใช้ระบบ${again}`, `ขอให้ส่งรายชื่อผู้ประสานงาน${again}`, `ขอเชิญประชุมชี้แจงระบบ${again}`];
const TO_DIRECT = `ขอความอนุเคราะห์ข้อมูลแผนพัฒนาจังหวัด${again}`;
const TO_GIVE = `ขอความร่วมมือเผยแพร่ข่าวการจัดงานประเพณี${again}`;
const TOGETHER = ['หนึ่ง', 'สอง', 'สาม'].map((n) => `ขอความอนุเคราะห์เผยแพร่ข่าว ฉบับที่${n}${again}`);
const RETURN_NOTE = 'โปรดระบุกำหนดส่งให้ชัดเจน';
const DAY = 86_400_000;

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

const keep = (person: Person, name: string): Promise<void> => person.picture(`head-${String((picture += 1)).padStart(2, '0')}-${name}`);
const bar = ({ page }: Person): Locator => page.getByRole('toolbar', { name: 'คำสั่งของเรื่องนี้' });
const heading = ({ page }: Person, subject: string): Locator => page.getByRole('heading', { name: subject });

/** Opens the folder from the bar below, or from the menu. */
async function openFolder(person: Person): Promise<void> {
  await person.page.getByRole('navigation').getByRole('link', { name: 'แฟ้มเสนอ' }).first().click();
  await bar(person).waitFor();
}

/** Walks through the folder until the letter lies open. */
async function turnTo(person: Person, subject: string): Promise<void> {
  const title = person.page.locator('main h2').first();
  await title.waitFor();
  while (!(await heading(person, subject).isVisible())) {
    const open = (await title.textContent()) ?? '';
    await bar(person).getByRole('button', { name: 'เรื่องถัดไป' }).click();
    // The position is told before the next letter has come.
    await title.filter({ hasNotText: open }).waitFor();
  }
}

/** Chooses one of the acts that a phone shows on demand. */
async function more(person: Person, label: string): Promise<Locator> {
  await bar(person).getByRole('button', { name: 'อื่น ๆ' }).tap();
  await person.page.getByRole('dialog', { name: 'อื่น ๆ' }).getByText(label, { exact: true }).tap();
  const dialog = person.page.getByRole('dialog', { name: label });
  await dialog.waitFor();
  return dialog;
}

async function confirm(dialog: Locator, label: string): Promise<void> {
  await dialog.getByRole('button', { name: label, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

test('those who decide do their day from the folder, on a phone and at a desk', async () => {
  try {
    await prepare();
    await letSignersChoose();
    await signInThreeTaps();
    await returnAndAmend();
    await planAbsence();
    await directIntoAbsence();
    await giveToOfficer();
    await confirmTogether();
  } catch (error) {
    await stage.pictureAll('stopped');
    throw error;
  }
  expect(stage.troubles).toEqual([]);
});

/** What lies in the folders when the day begins. */
async function prepare(): Promise<void> {
  const who = (login: string): Promise<ApiPerson> => signInAt(product.url, { login, password: product.password });
  const [officer, section, director, clerk, head] = await Promise.all(['ops.ict.officer', 'ops.ict.section-head', 'ops.ict.director', 'lopburi.registry.clerk', 'lopburi.office-head'].map(who)) as [ApiPerson, ApiPerson, ApiPerson, ApiPerson, ApiPerson];
  const postOf = ({ session }: ApiPerson): string => session.posts.find(({ capacity }) => capacity === 'own')?.id ?? '';
  for (const subject of [TO_SIGN, TO_RETURN, TO_AMEND]) {
    const { letterId } = await officer.send<{ letterId: string }>('POST', '/letters', {
      type: 'outgoing', kind: 'external_letter', urgency: 'most_urgent', subject, body: 'ด้วยสำนักงานปลัดกระทรวงมหาดไทยได้เปิดใช้ระบบสารบรรณอิเล็กทรอนิกส์\nจึงเรียนมาเพื่อโปรดดำเนินการ',
      recipients: [{ officeCode: 'lopburi', role: 'lead' }], postId: postOf(officer),
    });
    await officer.act(letterId, { outcome: 'submit' });
    await section.act(letterId, { outcome: 'approve', note: 'เห็นควรเสนอเพื่อโปรดพิจารณา' });
    if (subject === TO_SIGN) await director.act(letterId, { outcome: 'approve', note: 'เห็นควรลงนาม' });
  }
  const strategy = (await head.get<{ items: readonly { id: string; code: string }[] }>('/units')).items.find(({ code }) => code === 'strategy')?.id;
  for (const subject of [TO_DIRECT, ...TOGETHER]) {
    const { letterId } = await clerk.send<{ letterId: string }>('POST', '/letters', {
      type: 'incoming', kind: 'external_letter', channel: 'counter', urgency: 'most_urgent', subject, fromText: 'เทศบาลเมืองลพบุรี', toText: 'ผู้ว่าราชการจังหวัดลพบุรี', theirNo: 'ลบ 52001/9',
      theirDate: new Date(Date.now() - DAY).toISOString().slice(0, 10), postId: postOf(clerk),
    });
    if (subject === TO_DIRECT) await head.act(letterId, { outcome: 'approve', note: 'เห็นควรมอบกลุ่มงานยุทธศาสตร์ฯ', facts: { proposedUnit: strategy } });
  }
  const phuket = await who('phuket.registry.clerk');
  await phuket.send('POST', '/letters', {
    type: 'incoming', kind: 'news_release', channel: 'counter', urgency: 'most_urgent', subject: TO_GIVE, fromText: 'สำนักงานวัฒนธรรมจังหวัด', toText: 'ผู้ว่าราชการจังหวัดภูเก็ต', postId: postOf(phuket),
  });
}

/** The office's administrator leaves it to each signer; the executive gives the question up with the password, once. */
async function letSignersChoose(): Promise<void> {
  const admin = await stage.person('ops.registry.head');
  await admin.goTo('การยืนยันลายมือชื่อ');
  await admin.page.getByRole('radio', { name: 'ให้ผู้ลงนามแต่ละคนเลือกเอง' }).click();
  await admin.page.locator('input[value=personal]:checked').waitFor({ state: 'attached' });
  await keep(admin, 'office-signing');

  const deputy = await stage.person('ops.deputy-ps-2', PHONE);
  await openFolder(deputy);
  await deputy.page.getByRole('link', { name: 'การยืนยันลายมือชื่อ' }).click();
  const asks = deputy.page.getByRole('switch', { name: 'ถามรหัสผ่านทุกครั้งที่ลงนาม' });
  await asks.waitFor();
  if (await asks.isChecked()) {
    await asks.click();
    const dialog = deputy.page.getByRole('dialog');
    await dialog.getByLabel(/รหัสผ่านของท่าน/).fill(product.password);
    await confirm(dialog, 'ยืนยัน');
  }
  await deputy.page.getByText('ขณะนี้ท่านลงนามได้โดยไม่ต้องกรอกรหัสผ่านซ้ำ').waitFor();
  await deputy.page.getByRole('navigation').getByRole('link', { name: 'งานของฉัน' }).first().click();
}

/** Open the folder, sign, confirm: three taps from the first page, and nothing typed. */
async function signInThreeTaps(): Promise<void> {
  const deputy = await stage.person('ops.deputy-ps-2', PHONE);
  const { page } = deputy;
  await page.getByRole('heading', { name: 'งานของฉัน' }).waitFor();
  let taps = 0;
  const tap = async (target: Locator): Promise<void> => {
    taps += 1;
    await target.tap();
  };
  await tap(page.getByRole('navigation').getByRole('link', { name: 'แฟ้มเสนอ' }).first());
  // On a fresh product it lies on top.
  await turnTo(deputy, TO_SIGN);
  await page.locator('canvas').first().waitFor();
  await keep(deputy, 'phone-to-sign');
  const { width } = page.viewportSize() ?? { width: 0 };
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  await tap(bar(deputy).getByRole('button', { name: 'ลงนาม', exact: true }));
  const dialog = page.getByRole('dialog', { name: 'ลงนาม' });
  await dialog.waitFor();
  await keep(deputy, 'phone-confirm');
  await tap(dialog.getByRole('button', { name: 'ลงนาม', exact: true }));
  await dialog.waitFor({ state: 'detached' });
  await heading(deputy, TO_SIGN).waitFor({ state: 'detached' });
  expect(taps).toBe(3);
}

/** One draft goes back with its reason; another is amended and passed on. By thumb. */
async function returnAndAmend(): Promise<void> {
  const director = await stage.person('ops.ict.director', PHONE);
  await openFolder(director);
  await turnTo(director, TO_RETURN);
  const back = await more(director, 'ส่งกลับแก้ไข');
  await back.getByLabel(/ข้อความเกษียน/).fill(RETURN_NOTE);
  await keep(director, 'phone-return');
  await confirm(back, 'ส่งกลับแก้ไข');

  await openFolder(director);
  await turnTo(director, TO_AMEND);
  const amend = await more(director, 'แก้ไขแล้วส่งต่อ');
  const text = amend.getByLabel('ข้อความ', { exact: true });
  await text.press('End');
  await text.pressSequentially(' ภายในกำหนด');
  await keep(director, 'phone-amend');
  await confirm(amend, 'แก้ไขแล้วส่งต่อ');

  const officer = await stage.person('ops.ict.officer');
  await officer.open(TO_RETURN);
  await officer.page.getByText(RETURN_NOTE).first().waitFor();
}

/** The head of a group records two days away and sees who stands in. */
async function planAbsence(): Promise<void> {
  const groupHead = await stage.person('lopburi.strategy.head');
  await groupHead.goTo('การลาและผู้รักษาราชการแทน');
  await groupHead.page.getByText(/^ถ้าท่านไม่อยู่วันนี้/).first().waitFor();
  await groupHead.page.getByRole('button', { name: 'บันทึกการลา' }).click();
  const dialog = groupHead.page.getByRole('dialog');
  await choose(dialog, /ประเภท/, 'ไปราชการ');
  await dialog.getByText(/^ระหว่างนั้น ผู้รักษาราชการแทนคือ/).waitFor();
  await keep(groupHead, 'absence');
  await confirm(dialog, 'บันทึก');
  await groupHead.page.getByText('กำลังจะถึง').first().waitFor();
}

/** The governor directs to the unit proposed, with a date on which its head is away: a warning, not a refusal. */
async function directIntoAbsence(): Promise<void> {
  const governor = await stage.person('lopburi.governor', PHONE);
  await openFolder(governor);
  await turnTo(governor, TO_DIRECT);
  await bar(governor).getByRole('button', { name: 'สั่งการ' }).tap();
  const dialog = governor.page.getByRole('dialog', { name: 'สั่งการ' });
  await dialog.getByRole('button', { name: 'อีก 1 วัน', exact: true }).tap();
  const warning = dialog.getByText(/^วันครบกำหนดตรงกับช่วงที่ .*ไม่อยู่/).first();
  await warning.waitFor();
  await dialog.getByText(/ระหว่างนั้นงานอยู่ที่ .*รักษาราชการแทน/).first().waitFor();
  await keep(governor, 'phone-direct');
  await dialog.getByRole('button', { name: 'อีก 7 วัน', exact: true }).tap();
  await warning.waitFor({ state: 'detached' });
  await dialog.getByRole('button', { name: 'อีก 1 วัน', exact: true }).tap();
  await warning.waitFor();
  await confirm(dialog, 'สั่งการ');
  await heading(governor, TO_DIRECT).waitFor({ state: 'detached' });
}

/** On a phone a head gives a letter to a post; its holder reports, and the head accepts the report. */
async function giveToOfficer(): Promise<void> {
  const [head, officer] = await Promise.all([stage.person('phuket.office-head', PHONE), stage.person('phuket.strategy.officer')]);
  await head.open(TO_GIVE);
  await head.act('สั่งการ', {
    note: 'มอบดำเนินการเผยแพร่',
    fill: async (form) => {
      await pick(form, /ตำแหน่งที่รับผิดชอบ/, 'นักวิเคราะห์นโยบายและแผน');
      await form.getByRole('button', { name: /^เพิ่ม นักวิเคราะห์นโยบายและแผน/ }).waitFor();
      await keep(head, 'phone-give-to-post');
    },
  });
  await officer.open(TO_GIVE);
  await officer.page.getByText('มอบดำเนินการเผยแพร่').first().waitFor();
  await keep(officer, 'given');
  await officer.act('ดำเนินการแล้ว รายงานผล', { note: 'เผยแพร่ทางเว็บไซต์ของจังหวัดแล้ว' });
  await head.goTo('งานของฉัน');
  await head.open(TO_GIVE);
  await head.page.getByText('เผยแพร่ทางเว็บไซต์ของจังหวัดแล้ว').first().waitFor();
  await keep(head, 'phone-report');
  await head.act('เห็นชอบ');
  await head.page.getByText('ปิดเรื่อง').first().waitFor();
}

/** Three letters at a desk: each opened first, one done by somebody else meanwhile, a result for each. */
async function confirmTogether(): Promise<void> {
  const head = await stage.person('lopburi.office-head');
  const { page } = head;
  await openFolder(head);
  await page.getByRole('button', { name: 'เลือกหลายเรื่อง' }).click();
  for (const subject of TOGETHER) await page.getByRole('checkbox', { name: `เลือกเรื่อง ${subject}` }).check();
  await keep(head, 'choose-several');
  await page.getByRole('button', { name: 'เปิดอ่านและสั่งการ 3 เรื่อง' }).click();
  await page.getByText('อ่านก่อนสั่งการ เรื่องที่ 1 จาก 3').waitFor();
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.getByRole('button', { name: 'อ่านแล้ว เรื่องถัดไป' }).click();
  await page.getByText('อ่านก่อนสั่งการ เรื่องที่ 2 จาก 3').waitFor();
  await page.getByRole('button', { name: 'อ่านแล้ว เรื่องถัดไป' }).click();
  await page.getByRole('button', { name: 'อ่านครบแล้ว ไปยืนยัน' }).click();
  const dialog = page.getByRole('dialog', { name: 'สั่งการ 3 เรื่อง' });
  await dialog.getByRole('button', { name: 'ยืนยัน 3 เรื่อง' }).waitFor();
  // The same person does one of them elsewhere.
  const elsewhere = await signInAt(product.url, { login: 'lopburi.office-head', password: product.password });
  const { items } = await elsewhere.get<{ items: readonly { letterId: string; subject: string | null }[] }>('/tasks?kinds=approve&limit=100');
  await elsewhere.act(items.find(({ subject }) => subject === TOGETHER[1])?.letterId ?? '', { outcome: 'approve' });
  await dialog.getByLabel('ข้อความเกษียน (ใช้กับทุกเรื่อง)').fill('เห็นชอบตามเสนอ');
  await dialog.getByRole('button', { name: /^ยืนยัน \d เรื่อง$/ }).click();
  await dialog.getByText('ดำเนินการแล้ว', { exact: true }).nth(1).waitFor();
  await dialog.getByText(/งานนี้มีผู้ดำเนินการแล้ว|ไม่อยู่ในมือของท่านแล้ว/).waitFor();
  await keep(head, 'verdicts');
}
