/**
 * A day at the desk, on a large screen and on a phone: a filter of one's own, letter after letter by quick phrases, back to the
 * same place in the list, a search; a draft that came back, corrected beside the reason; and a notice that says why it comes.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session } from '#domain/contracts/session';
import { signIn } from '../bench/lib/client';
import { openProduct, type OpenProduct } from './support/product';
import { choose, openStage, type Stage } from './support/stage';

jest.setTimeout(600_000);

const again = Date.now() % 1_000_000;
const PHONE = { width: 360, height: 740 } as const;
const DESK = { width: 1280, height: 900 } as const;

let product: OpenProduct;
let stage: Stage;

beforeAll(async () => {
  product = await openProduct();
  stage = await openStage({ url: product.url, password: product.password, pictures: process.env['PICTURES'] ?? mkdtempSync(join(tmpdir(), 'saraban-pictures-')) });
});
afterAll(async () => {
  await stage?.close();
  await product?.close();
});
afterEach(() => expect(stage.troubles).toEqual([]));

/** Registers letters at the counter of an office, without the screens. */
async function takeIn(office: string, subjects: readonly string[]): Promise<void> {
  const clerk = await signIn({ base: product.url, login: `${office}.registry.clerk`, password: product.password });
  const { posts } = await clerk.get<Session>('/session');
  for (const subject of subjects) {
    await clerk.post('/letters', {
      type: 'incoming', kind: 'external_letter', channel: 'counter', urgency: 'most_urgent', subject, fromText: 'เทศบาลเมือง', toText: 'ผู้ว่าราชการจังหวัด', postId: posts[0]?.id,
    });
  }
}

test.each([
  ['a large screen', 'lopburi', DESK],
  ['a phone', 'phuket', PHONE],
])('letter after letter on %s, without going back to the list', async (kind, office, size) => {
  const subjects = ['หนึ่ง', 'สอง', 'สาม'].map((word) => `เรื่องที่${word}ของวัน ${office} ${again}`);
  await takeIn(office, subjects);
  const head = await stage.person(`${office}.office-head`, size);
  const { page } = head;
  const row = (subject: string) => page.locator('a[data-inbox-row]', { hasText: subject });
  await row(subjects[2]!).or(page.getByRole('button', { name: /มีเรื่องใหม่/ })).first().waitFor();

  // A filter of one's own, by address, under a name.
  await page.getByRole('button', { name: 'ตัวกรองเพิ่มเติม' }).click();
  await choose(page, /^ชั้นความเร็ว ทั้งหมด/, 'ด่วนที่สุด');
  await page.getByLabel('ค้นหาเลขที่หรือเรื่อง').fill(`${office} ${again}`);
  await page.getByText('แสดง 3 จาก 3 รายการ').waitFor();
  await page.getByRole('button', { name: 'บันทึกตัวกรองนี้' }).click();
  await page.getByRole('dialog').getByLabel(/ชื่อตัวกรอง/).fill(`ด่วนที่สุด ${again}`);
  await page.getByRole('dialog').getByRole('button', { name: 'บันทึก', exact: true }).click();
  const chip = page.getByRole('button', { name: new RegExp(`^ด่วนที่สุด ${again} \\d+`) });
  await chip.waitFor();
  expect(page.url()).toContain('urgency=most_urgent');
  expect(await chip.textContent()).toBe(`ด่วนที่สุด ${again} 3 (ใหม่ 3)`);
  await head.picture(`officer-day-${office}-filter`);

  // The first of the view; the next ones come by themselves.
  const listed = (await page.locator('a[data-inbox-row]').allTextContents()).map((text) => subjects.find((subject) => text.includes(subject))).filter((subject) => subject !== undefined);
  expect(listed.toSorted()).toEqual(subjects.toSorted());
  await row(listed[0]!).click();
  await page.getByRole('heading', { level: 1, name: listed[0]! }).waitFor();
  await page.getByText(/อยู่ที่ .*หัวหน้าสำนักงานจังหวัด.*ถัดไป: /).first().waitFor();
  await head.picture(`officer-day-${office}-letter`);
  await page.getByRole('group', { name: 'ใช้บ่อย' }).getByRole('button', { name: 'เพื่อโปรดพิจารณา' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'เห็นชอบ', exact: true }).click();
  await page.getByText(`ดำเนินการแล้ว: เห็นชอบ · ${listed[0]!}`).waitFor();
  await page.getByRole('heading', { level: 1, name: listed[1]! }).waitFor();
  await head.picture(`officer-day-${office}-next`);

  // On by hand (or by key), and back: the list stands at the same letter.
  if (kind === 'a phone') await page.getByRole('button', { name: 'ถัดไป', exact: true }).click();
  else await page.keyboard.press('j');
  await page.getByRole('heading', { level: 1, name: listed[2]! }).waitFor();
  await page.getByRole('link', { name: 'กลับไปที่รายการงาน' }).click();
  await row(listed[2]!).waitFor();
  await page.locator('a[data-inbox-row]:focus', { hasText: listed[2]! }).waitFor();
  expect(await row(listed[0]!).count()).toBe(0);

  // The one that is done is found by a fragment of its subject; the note stands in it.
  if (kind === 'a phone') {
    await page.getByRole('link', { name: 'เปิดช่องค้นหา' }).click();
    await page.getByRole('heading', { level: 1, name: 'ค้นหาหนังสือ' }).waitFor();
    await page.getByRole('main').getByRole('searchbox').fill(listed[0]!);
    await page.keyboard.press('Enter');
    await page.locator('mark').first().waitFor();
    await page.getByRole('main').getByRole('link', { name: listed[0]! }).click();
  } else {
    await page.keyboard.press('Slash');
    await page.keyboard.type(listed[0]!);
    await page.getByRole('option', { name: listed[0]! }).locator('mark').first().waitFor();
    await head.picture(`officer-day-${office}-search`);
    await page.getByRole('option', { name: listed[0]! }).click();
  }
  await page.getByRole('heading', { level: 1, name: listed[0]! }).waitFor();
  await page.getByRole('region', { name: 'การเกษียนหนังสือ' }).getByText('เพื่อโปรดพิจารณา').first().waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);

  // A filter that is no longer needed goes.
  await page.goBack();
  await head.goTo('งานของฉัน');
  await page.getByRole('button', { name: 'จัดการตัวกรอง' }).click();
  await page.getByRole('dialog').getByRole('button', { name: `ลบ ด่วนที่สุด ${again}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'บันทึก', exact: true }).click();
  await chip.waitFor({ state: 'detached' });
});

test.each([['a large screen', 'ops.ict.officer', DESK]])('a returned draft shows the reason beside both versions, and its notice why it comes, on %s', async (_kind, login, size) => {
  const officer = await stage.person(login, size);
  const { page } = officer;
  const returned = 'แนวทางปฏิบัติเมื่อเกิดเหตุคุกคามทางไซเบอร์ต่อระบบสารสนเทศของสำนักงานจังหวัด';
  await officer.open(returned);
  const section = page.getByRole('region', { name: 'ร่างถูกส่งกลับให้แก้ไข' });
  await section.getByText('โปรดเพิ่มหมายเลขโทรศัพท์ผู้ประสานงานส่วนกลางในย่อหน้าที่สอง').first().waitFor();

  await page.getByRole('link', { name: 'แก้ไขร่าง' }).click();
  const text = page.getByLabel('ข้อความ', { exact: true });
  await text.press('End');
  await text.pressSequentially(` โทร. ${again}`);
  await page.getByRole('button', { name: 'บันทึกร่าง', exact: true }).click();
  await page.getByText(/บันทึกร่างแล้วเมื่อ/).first().waitFor();
  await page.getByRole('link', { name: 'ไปหน้าหนังสือ' }).click();
  await section.getByText('ฉบับปัจจุบัน ยังไม่ได้เสนอ').first().waitFor();
  await section.locator('ins', { hasText: String(again) }).first().waitFor();
  await officer.picture('officer-day-returned');

  await page.getByRole('link', { name: /การแจ้งเตือน/ }).click();
  const notice = page.getByRole('listitem').filter({ hasText: 'ร่างของท่านถูกส่งกลับให้แก้ไข' }).first();
  await notice.getByText('เหตุที่ได้รับ: ท่านเป็นผู้ร่างหรือผู้เริ่มเรื่อง').waitFor();
  await officer.picture('officer-day-notices');
});
