/**
 * A process owner draws the incoming route of a province from an empty canvas, once with the mouse and once with the
 * keyboard alone, and is told by the verifier that it may be published. Each is rehearsed, proposed, approved by the second
 * owner, chosen in the office's table, and carries a letter.
 */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beginRoute, lines, openSheet, press, saved, sound, step, tabTo } from './support/designer';
import { findBarriers } from './support/faults';
import { openProduct, type OpenProduct } from './support/product';
import { confirmDialog, openStage, type Person, type Stage } from './support/stage';

jest.setTimeout(600_000);
const PICTURES = process.env['SARABAN_PICTURES'] ?? join(__dirname, '../.saraban/e2e');
const OWNER = 'lopburi.office-head';
const SECOND_OWNER = 'lopburi.strategy.head';
/** Names of their own, where somebody went through this story on the same product before. */
const again = process.env['SARABAN_URL'] === undefined ? '' : ` ${Date.now() % 1_000_000}`;
const DRAWN = `รับหนังสือของจังหวัดแบบวาดเอง${again}`;
const TYPED = `รับหนังสือด้วยแป้นพิมพ์${again}`;
const NOTE = 'ลดขั้นตอนให้สารบรรณเสนอเรื่องเองก่อนถึงหัวหน้าสำนักงานจังหวัด';

let product: OpenProduct;
let stage: Stage;
beforeAll(async () => {
  product = await openProduct();
  stage = await openStage({ url: product.url, password: product.password, pictures: join(PICTURES, 'route-designer') });
});
let journey = 0;
afterEach(() => stage?.pictureAll(`end-${(journey += 1)}`));
afterAll(async () => {
  await stage?.close();
  await product?.close();
});

test('a province draws its incoming route with the mouse, rehearses it, has it approved, and a letter goes by it', async () => {
  const owner = await stage.person(OWNER, { width: 1440 });
  await drawByMouse(owner);
  await rehearse(owner);
  await propose(owner);
  await approve(await stage.person(SECOND_OWNER));
  await choose(owner, DRAWN);
  await takeIn(await stage.person('lopburi.registry.clerk'), `ขอเชิญประชุมคณะกรมการจังหวัด${again}`);
  expect(stage.troubles).toEqual([]);
});

/** By pressing, by dragging, by drawing a line; with a step back, one forth, and a copied step that is cut again. */
async function drawByMouse({ page, picture }: Person): Promise<void> {
  await beginRoute(page, { url: product.url, name: DRAWN, code: `drawn-by-mouse${again.trim()}` });
  const palette = page.getByRole('region', { name: 'ขั้นของเส้นทาง' });
  const settings = page.getByRole('region', { name: /^การตั้งค่าขั้น/ });
  await step(page, /เริ่มต้น/).click();
  await palette.getByRole('button', { name: 'ลงทะเบียน', exact: true }).click();
  await step(page, /ลงทะเบียนรับ/).waitFor();
  await palette.getByRole('button', { name: 'ดำเนินการ', exact: true }).click();
  await settings.getByRole('textbox', { name: /^ชื่อขั้น\s?\*?$/ }).fill('เสนอเรื่อง');
  await settings.getByRole('combobox', { name: 'ผู้ปฏิบัติ' }).selectOption('role');
  await palette.getByRole('button', { name: 'พิจารณา/เห็นชอบ' }).click();
  await step(page, /พิจารณา\//).waitFor();
  await palette.getByRole('button', { name: 'สั่งการ (เกษียน)' }).click();
  await step(page, /สั่งการ \(/).waitFor();
  await drawEnd(page);
  await undoAndCopy(page);
  await page.getByRole('tab', { name: /ผลการตรวจ/ }).click();
  await sound(page);
  await page.getByRole('button', { name: 'จัดผังอัตโนมัติ' }).click();
  await page.getByText('จัดผังแล้ว ย้อนกลับได้').waitFor();
  await saved(page);
  await step(page, /เสนอเรื่อง/).click();
  expect(await findBarriers(page)).toEqual([]);
  await picture('drawn-by-mouse');
  await page.reload();
  await step(page, /เสนอเรื่อง/).waitFor();
  expect(await page.locator('.react-flow__node').count()).toBe(6);
  expect(await lines(page).count()).toBe(5);
}

/** The end is dragged to its place and connected by hand. */
async function drawEnd(page: Page): Promise<void> {
  const canvas = page.getByRole('application').first();
  const frame = await canvas.boundingBox();
  if (frame === null) throw new Error('the drawing has no size');
  await page.getByRole('button', { name: 'ดูทั้งแผนผัง' }).click();
  const palette = page.getByRole('region', { name: 'ขั้นของเส้นทาง' });
  await palette.getByRole('button', { name: 'สิ้นสุด' }).dragTo(canvas, { targetPosition: { x: frame.width - 160, y: frame.height - 200 } });
  await step(page, /^สิ้นสุด/).waitFor();
  await step(page, /สั่งการ \(/).locator('.react-flow__handle.source').dragTo(step(page, /^สิ้นสุด/).locator('.react-flow__handle.target'));
  // The step has two ways out: which of them goes there is asked.
  const dialog = page.getByRole('dialog', { name: 'ต่อจาก “สั่งการ”' });
  await dialog.getByRole('combobox', { name: 'เมื่อผลเป็น' }).selectOption({ label: 'ดำเนินการต่อ' });
  await dialog.getByRole('button', { name: 'ต่อเส้น' }).click();
  await dialog.waitFor({ state: 'detached' });
  await lines(page).nth(4).waitFor({ state: 'attached' });
}

async function undoAndCopy(page: Page): Promise<void> {
  const bar = page.getByRole('toolbar', { name: 'คำสั่งของแผนผัง' });
  await bar.getByRole('button', { name: 'ย้อนกลับ' }).click();
  await lines(page).nth(4).waitFor({ state: 'detached' });
  await bar.getByRole('button', { name: 'ทำซ้ำ' }).click();
  await lines(page).nth(4).waitFor({ state: 'attached' });
  await step(page, /เสนอเรื่อง/).click();
  await bar.getByRole('button', { name: 'คัดลอก' }).click();
  await bar.getByRole('button', { name: 'วาง' }).click();
  // What was pasted is selected, and cut as it stands.
  await page.locator('.react-flow__node.selected', { hasText: 'เสนอเรื่อง' }).nth(0).waitFor();
  await step(page, /เสนอเรื่อง/).nth(1).waitFor();
  await bar.getByRole('button', { name: 'ตัด' }).click();
  await step(page, /เสนอเรื่อง/).nth(1).waitFor({ state: 'detached' });
}

async function rehearse({ page, picture }: Person): Promise<void> {
  await page.getByRole('tab', { name: 'ทดลองเดินเรื่อง' }).click();
  await page.getByRole('button', { name: 'เดินจนจบ' }).click();
  await page.getByRole('group', { name: 'ขณะนี้เรื่องอยู่ที่' }).getByText('สิ้นสุด: ปิดเรื่อง').waitFor();
  expect(await findBarriers(page)).toEqual([]);
  // Steps of the unit's own route are told by their names too.
  expect(await page.getByRole('list', { name: 'ลำดับเหตุการณ์' }).textContent()).not.toMatch(/[a-z]{3}/);
  await picture('rehearsed');
}

async function propose({ page, picture }: Person): Promise<void> {
  await page.getByRole('button', { name: 'เสนอเผยแพร่' }).click();
  const dialog = page.getByRole('dialog', { name: 'เสนอเผยแพร่' });
  await dialog.getByRole('textbox', { name: /^เปลี่ยนอะไร เพราะเหตุใด/ }).fill(NOTE);
  await picture('proposing');
  await confirmDialog(page, { label: 'เสนอเผยแพร่', password: null });
  await page.getByRole('button', { name: `รออนุมัติเผยแพร่: ${DRAWN}` }).waitFor();
}

/** Four eyes: whoever drew it is not offered what the second owner does. */
async function approve({ page, picture }: Person): Promise<void> {
  await page.goto(`${product.url}/#/routes`);
  await page.getByRole('button', { name: `รออนุมัติเผยแพร่: ${DRAWN}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(NOTE, { exact: false }).waitFor();
  await dialog.getByText('เส้นทางใหม่ ยังไม่มีฉบับที่ใช้อยู่').waitFor();
  await picture('approving');
  await confirmDialog(page, { label: 'อนุมัติและเผยแพร่', password: null });
  await page.getByRole('region', { name: DRAWN }).getByText(/^ใช้อยู่/).waitFor();
  await picture('in-force');
}

/** Whatever comes in takes the new route from now on. */
async function choose({ page, picture }: Person, name: string): Promise<void> {
  await page.goto(`${product.url}/#/routes/choice`);
  await page.getByRole('button', { name: /^แถวที่ 3 เส้นทาง:/ }).click();
  const cell = page.getByRole('dialog');
  await cell.getByRole('combobox', { name: 'ค่า' }).selectOption({ label: name });
  await cell.getByRole('button', { name: 'เสร็จ' }).click();
  await cell.waitFor({ state: 'detached' });
  await picture('choosing');
  await page.getByRole('button', { name: 'บันทึกและใช้ตารางนี้' }).click();
  await confirmDialog(page, { label: 'บันทึกและใช้ตารางนี้', password: null });
  await page.getByText('ใช้ตารางใหม่แล้ว').waitFor();
}

/** The step that was drawn first asks whom it names, and goes on to the next. */
async function takeIn(clerk: Person, subject: string): Promise<void> {
  const { page } = clerk;
  await clerk.goTo('รับหนังสือ');
  await page.getByLabel(/^จาก/).fill('ที่ทำการปกครองจังหวัดลพบุรี');
  await page.getByRole('textbox', { name: /^เรื่อง/ }).fill(subject);
  await page.getByRole('button', { name: 'ลงทะเบียนรับ', exact: true }).click();
  await page.getByText(/ลงทะเบียนรับแล้ว เลขรับ/).first().waitFor();
  await clerk.open(subject);
  await page.getByRole('region', { name: /^งานของท่าน/ }).getByText('เสนอเรื่อง').first().waitFor();
  await clerk.picture('carries-a-letter');
  await clerk.act('ดำเนินการแล้ว');
}

test('a province draws its incoming route with the keyboard alone, rehearses and proposes it, and a letter goes by it', async () => {
  const owner = await stage.person(OWNER, { width: 1440 });
  await drawByKeys(owner);
  await rehearseByKeys(owner);
  await proposeByKeys(owner);
  await approveByKeys(await stage.person(SECOND_OWNER));
  await choose(owner, TYPED);
  await takeIn(await stage.person('lopburi.registry.clerk'), `ขอหารือการปฏิบัติราชการ${again}`);
  expect(stage.troubles).toEqual([]);
});

async function drawByKeys({ page, picture }: Person): Promise<void> {
  await beginRoute(page, { url: product.url, name: TYPED, code: `drawn-by-keys${again.trim()}` });
  await page.keyboard.press('v');
  const list = page.getByRole('list', { name: 'เค้าโครงเส้นทาง' });
  await list.waitFor();
  const isFocused = (name: RegExp) => list.locator('button:focus', { hasText: name }).waitFor();
  const addNext = async (kind: string, then: RegExp): Promise<void> => {
    await page.keyboard.press('n');
    await page.getByRole('dialog').getByRole('textbox', { name: 'พิมพ์เพื่อค้นหาชนิดของขั้น' }).waitFor();
    await page.keyboard.type(kind);
    await page.keyboard.press('Enter');
    await isFocused(then);
  };
  // Tab by tab to the first step, as somebody without a mouse does.
  for (let tabs = 0; tabs < 60 && (await list.locator('button:focus').count()) === 0; tabs += 1) await page.keyboard.press('Tab');
  await isFocused(/เริ่มต้น/);
  await addNext('ลงทะเบียน', /ลงทะเบียนรับ/);
  await addNext('ดำเนินการ', /3ดำเนินการ/);
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'ชื่อขั้น', exact: true }).waitFor();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('เสนอเรื่อง');
  await page.keyboard.press('Enter');
  await isFocused(/เสนอเรื่อง/);
  // Enter opens the settings, where the clerk of the registry is asked; Escape comes back to the step.
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: /^ชื่อขั้น\s?\*?$/ }).and(page.locator(':focus')).waitFor();
  const asked = page.getByRole('combobox', { name: 'ผู้ปฏิบัติ' });
  await tabTo(page, asked);
  for (let keys = 0; keys < 10 && (await asked.inputValue()) !== 'role'; keys += 1) await page.keyboard.press('ArrowDown');
  await page.getByRole('group', { name: 'ใครจะได้รับเรื่อง' }).getByText('เจ้าพนักงานธุรการ', { exact: false }).first().waitFor();
  await page.keyboard.press('Escape');
  await isFocused(/เสนอเรื่อง/);
  await addNext('พิจารณา', /4พิจารณา/);
  await addNext('สั่งการ', /5สั่งการ/);
  await addNext('สิ้นสุด', /6สิ้นสุด/);
  // A second way out of the directing step: to the end by choosing outcome and target.
  await page.keyboard.press('ArrowUp');
  await isFocused(/5สั่งการ/);
  await page.keyboard.press('c');
  await page.getByRole('dialog', { name: /^ต่อจาก/ }).waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await list.getByRole('button', { name: '→ ไม่อนุมัติ ไปยัง “สิ้นสุด”', exact: true }).waitFor();
  await saved(page);
  expect(await findBarriers(page)).toEqual([]);
  await openSheet(page, /ผลการตรวจ/);
  await sound(page);
  await picture('drawn-by-keys');
  // The same on a phone.
  await page.setViewportSize({ width: 360, height: 780 });
  await page.reload();
  await page.getByRole('button', { name: /^ผลการตรวจ: / }).waitFor();
  await list.waitFor();
  expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  await picture('drawn-by-keys-360');
  await page.setViewportSize({ width: 1440, height: 900 });
}

async function rehearseByKeys({ page, picture }: Person): Promise<void> {
  await openSheet(page, /ทดลองเดินเรื่อง/);
  await press(page, page.getByRole('button', { name: 'เดินจนจบ' }));
  await page.getByRole('group', { name: 'ขณะนี้เรื่องอยู่ที่' }).getByText('สิ้นสุด: ', { exact: false }).waitFor();
  await tabTo(page, page.getByRole('textbox', { name: 'ชื่อกรณีทดสอบ' }));
  await page.keyboard.type('เดินจนจบ');
  await press(page, page.getByRole('button', { name: 'เก็บเป็นกรณีทดสอบ' }));
  // It is played at once, and the outline says which lines it takes.
  await page.getByRole('list', { name: 'เค้าโครงเส้นทาง' }).getByText('กรณีทดสอบผ่าน 1 กรณี').first().waitFor();
  await page.getByRole('list', { name: 'เค้าโครงเส้นทาง' }).getByText('ยังไม่มีกรณีทดสอบผ่าน').first().waitFor();
  await picture('rehearsed-by-keys');
}

async function proposeByKeys({ page }: Person): Promise<void> {
  await press(page, page.getByRole('button', { name: 'เสนอเผยแพร่' }));
  const dialog = page.getByRole('dialog', { name: 'เสนอเผยแพร่' });
  await tabTo(page, dialog.getByRole('textbox', { name: /^เปลี่ยนอะไร เพราะเหตุใด/ }));
  await page.keyboard.type(NOTE);
  await press(page, dialog.getByRole('button', { name: 'เสนอเผยแพร่' }));
  await page.getByRole('button', { name: `รออนุมัติเผยแพร่: ${TYPED}` }).waitFor();
}

async function approveByKeys({ page, picture }: Person): Promise<void> {
  await page.goto(`${product.url}/#/routes`);
  await press(page, page.getByRole('button', { name: `รออนุมัติเผยแพร่: ${TYPED}` }));
  const dialog = page.getByRole('dialog');
  await dialog.getByText(NOTE, { exact: false }).waitFor();
  await press(page, dialog.getByRole('button', { name: 'อนุมัติและเผยแพร่' }));
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('region', { name: TYPED }).getByText(/^ใช้อยู่/).waitFor();
  await picture('in-force-by-keys');
}

test('steps go from one route to another by the keys of copying and pasting', async () => {
  const { page } = await stage.person(OWNER, { width: 1440 });
  await beginRoute(page, { url: product.url, name: `ต้นฉบับ${again}`, code: `copy-from${again.trim()}` });
  await step(page, /เริ่มต้น/).click();
  await page.getByRole('region', { name: 'ขั้นของเส้นทาง' }).getByRole('button', { name: 'ดำเนินการ', exact: true }).click();
  await page.getByRole('region', { name: /^การตั้งค่าขั้น/ }).getByRole('textbox', { name: /^ชื่อขั้น\s?\*?$/ }).fill('ขั้นที่คัดลอก');
  await step(page, /ขั้นที่คัดลอก/).click();
  await page.keyboard.press('Control+c');
  await page.getByText('คัดลอก 1 ขั้นแล้ว').waitFor();
  await saved(page);
  await beginRoute(page, { url: product.url, name: `ปลายทาง${again}`, code: `copy-to${again.trim()}` });
  await step(page, /เริ่มต้น/).waitFor();
  await page.keyboard.press('Control+v');
  await step(page, /ขั้นที่คัดลอก/).waitFor();
  // Once as it was, not as a copy that is tied to the other route.
  await saved(page);
  await page.reload();
  await step(page, /ขั้นที่คัดลอก/).waitFor();
  expect(await page.locator('.react-flow__node').count()).toBe(2);
  expect(stage.troubles).toEqual([]);
});
