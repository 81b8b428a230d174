/**
 * Routes that come from elsewhere and the rules by which they are published: a route goes out as BPMN and comes in again, a file of another
 * modeller is told of part by part, a template of OPS becomes the start of an office's own route, an office does without a second person,
 * and a move of running letters is stopped.
 */
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { signInAt, type ApiPerson } from './support/by-api';
import { drawDraft, incomingRoute } from './support/drafts';
import { findBarriers } from './support/faults';
import { openProduct, type OpenProduct } from './support/product';
import { confirmDialog, openStage, type Person, type Stage } from './support/stage';

jest.setTimeout(600_000);
const PICTURES = process.env['SARABAN_PICTURES'] ?? join(__dirname, '../.saraban/e2e');
const OWNER = 'lopburi.office-head';
const ADMIN = 'lopburi.ict.officer';
/** Names of their own, where somebody went through this story on the same product before. */
const again = process.env['SARABAN_URL'] === undefined ? '' : `-${Date.now() % 1_000_000}`;
const FOREIGN = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t"><process id="p" name="ตรวจคำขอ">
  <startEvent id="s"/><sequenceFlow id="f1" sourceRef="s" targetRef="x"/><scriptTask id="x" name="คำนวณ"/><sequenceFlow id="f2" sourceRef="x" targetRef="e"/><endEvent id="e"/>
  <textAnnotation id="t"><text>หมายเหตุ</text></textAnnotation></process></definitions>`;

let product: OpenProduct;
let stage: Stage;
let owner: Person;
let author: ApiPerson;
beforeAll(async () => {
  product = await openProduct();
  stage = await openStage({ url: product.url, password: product.password, pictures: join(PICTURES, 'route-rules') });
  author = await signInAt(product.url, { login: OWNER, password: product.password });
  owner = await stage.person(OWNER);
});
let journey = 0;
afterEach(() => stage?.pictureAll(`end-${(journey += 1)}`));
afterAll(async () => {
  await stage?.close();
  await product?.close();
});

const open = (page: Page, path: string) => page.goto(`${product.url}/#${path}`);

/** Opens what begins a new route, at one of its ways. */
async function beginFrom(page: Page, way: string): Promise<Locator> {
  await open(page, '/routes');
  await page.getByRole('button', { name: 'สร้างเส้นทางใหม่' }).click();
  const dialog = page.getByRole('dialog', { name: 'สร้างเส้นทางใหม่' });
  await dialog.getByRole('radio', { name: way }).check();
  return dialog;
}

async function startDesigning(page: Page, dialog: Locator, { code, name }: { readonly code: string; readonly name: string }): Promise<void> {
  await dialog.getByRole('textbox', { name: 'รหัสเส้นทาง' }).fill(`${code}${again}`);
  await dialog.getByRole('button', { name: 'เริ่มออกแบบ' }).click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  await page.locator('.react-flow__node').first().waitFor();
}

const BPMN = 'นำเข้าจากไฟล์ BPMN ของโปรแกรมอื่น';
const asFile = (name: string, text: string) => ({ name, mimeType: 'application/xml', buffer: Buffer.from(text) });

test('a route goes out as BPMN and comes in again whole; a file of another modeller says what became of each part, and a dangerous one is refused', async () => {
  const { page, picture } = owner;
  const draftId = await drawDraft(author, (route) => route);
  await open(page, `/routes/drafts/${draftId}`);
  const steps = page.locator('.react-flow__node');
  await steps.first().waitFor();
  const count = await steps.count();
  await page.getByRole('button', { name: 'ไฟล์', exact: true }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /^BPMN 2\.0/ }).click()]);
  const dialog = await beginFrom(page, BPMN);
  await dialog.locator('input[type=file]').setInputFiles(await download.path());
  await dialog.getByText('นำเข้าได้ครบทุกส่วน ไม่มีสิ่งใดถูกแปลงหรือตัดออก').waitFor();
  await startDesigning(page, dialog, { code: 'bpmn-again', name: 'หนังสือรับจังหวัด' });
  expect(await steps.count()).toBe(count);
  await author.send('DELETE', `/route-drafts/${draftId}`);

  const foreign = await beginFrom(page, BPMN);
  await foreign.locator('input[type=file]').setInputFiles(asFile('outside.bpmn', `<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>${FOREIGN}`));
  await foreign.getByRole('alert').getByText(/อ้างถึงข้อมูลภายนอกไฟล์/).waitFor();
  expect(await foreign.getByRole('button', { name: 'เริ่มออกแบบ' }).isDisabled()).toBe(true);
  await foreign.locator('input[type=file]').setInputFiles(asFile('other.bpmn', FOREIGN));
  const report = foreign.getByRole('region', { name: 'รายงานการนำเข้า' });
  await report.getByText(/^≈ นำเข้าโดยประมาณ \d+ รายการ$/).waitFor();
  await report.getByText(/^✕ ไม่ได้นำเข้า \d+ รายการ$/).waitFor();
  await report.getByText(/scriptTask “คำนวณ”/).waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await picture('bpmn-report');
  await startDesigning(page, foreign, { code: 'bpmn-other', name: 'ตรวจคำขอ' });
  await steps.filter({ hasText: 'คำนวณ' }).waitFor();
  expect(stage.troubles).toEqual([]);
});

test('a template of OPS becomes the start of the own route, its positions exchanged on one screen', async () => {
  const { page, picture } = owner;
  const dialog = await beginFrom(page, 'เริ่มจากเส้นทางของสำนักงานที่สังกัด');
  const template = dialog.getByRole('combobox', { name: 'เส้นทางต้นแบบ' });
  const offered = template.getByRole('option', { name: /สำนักงานปลัดกระทรวงมหาดไทย/ });
  await template.selectOption({ label: (await offered.first().textContent()) ?? '' });
  await picture('template');
  const name = ((await offered.first().textContent()) ?? '').replace(/ \(.*$/, '');
  const positions = dialog.getByRole('region', { name: 'ตำแหน่งและหน่วยงานในเส้นทาง' }).getByRole('combobox');
  await positions.first().waitFor();
  for (const field of await positions.all()) await field.selectOption({ index: 1 });
  await startDesigning(page, dialog, { code: 'from-ops', name });
  expect(stage.troubles).toEqual([]);
});

/** Sets the office's rules by its administrator. */
async function setFourEyes({ page, picture }: Person, isOn: boolean): Promise<void> {
  await open(page, '/routes/rules');
  await page.reload();
  const rule = page.getByRole('switch', { name: 'ต้องมีผู้อนุมัติคนที่สอง' });
  await rule.waitFor();
  await rule.setChecked(isOn);
  await page.getByRole('button', { name: 'บันทึกกติกา' }).click();
  await confirmDialog(page, {
    label: 'บันทึกกติกา', password: null,
    fill: async (dialog) => {
      if (!isOn) await dialog.getByText(/โดยไม่มีผู้อื่นตรวจ/).waitFor();
      await dialog.getByRole('textbox', { name: /^เหตุผลที่เปลี่ยน/ }).fill('มีผู้ดูแลเส้นทางหนังสือคนเดียว');
      await picture(`rules-${isOn ? 'on' : 'off'}`);
    },
  });
  await page.getByText('บันทึกกติกาแล้ว').waitFor();
}

test('an office that does without a second person publishes at once; a move of its running letters is stopped with a reason', async () => {
  const { page, picture } = owner;
  const clerk = await signInAt(product.url, { login: 'lopburi.registry.clerk', password: product.password });
  await clerk.send('POST', '/letters', {
    type: 'incoming', kind: 'external_letter', channel: 'counter', urgency: 'normal', subject: 'ขอความอนุเคราะห์สถานที่', fromText: 'เทศบาลเมืองลพบุรี', toText: 'ผู้ว่าราชการจังหวัดลพบุรี', theirNo: 'ลบ 52001/9', postId: clerk.session.posts[0]?.id,
  });
  const admin = await stage.person(ADMIN);
  await setFourEyes(admin, false);
  const before = await incomingRoute(author);
  const draftId = await drawDraft(author, (route) => ({ ...route, nodes: route.nodes.map((node) => (node.id === 'classify' ? { ...node, name: `แยกประเภท${again}` } : node)) }));
  await open(page, `/routes/drafts/${draftId}`);
  await page.getByRole('button', { name: 'เสนอเผยแพร่' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: /^เปลี่ยนอะไร เพราะเหตุใด/ }).fill('ปรับคำให้ตรงกับที่ใช้จริง');
  await confirmDialog(page, { label: 'เสนอเผยแพร่', password: null });
  await page.getByText(/^เผยแพร่แล้ว/).waitFor();
  expect((await incomingRoute(author)).inForce.version).toBe(before.inForce.version + 1);
  await setFourEyes(admin, true);

  // While the part that moves letters stands still, there is something to stop.
  const worker = product.product?.running().parts['worker']?.pid;
  if (worker !== undefined) process.kill(worker, 'SIGSTOP');
  try {
    await stopMove(owner, before.id);
  } finally {
    if (worker !== undefined) process.kill(worker, 'SIGCONT');
  }
  const moves = page.getByRole('region', { name: 'การย้ายเรื่องที่เดินอยู่' });
  await moves.getByText('หยุดแล้ว', { exact: true }).first().waitFor();
  // Letters are where they were.
  const versions = page.getByRole('list', { name: 'ฉบับของเส้นทาง' });
  await versions.getByRole('button', { name: new RegExp(`^ฉบับที่ ${before.inForce.version + 1}(?!\\d).*เรื่องที่เดินอยู่ 0 เรื่อง`) }).waitFor();
  await versions.getByRole('button', { name: new RegExp(`^ฉบับที่ ${before.inForce.version}(?!\\d).*เรื่องที่เดินอยู่ [1-9]`) }).waitFor();
  await picture('move-stopped');
  expect(stage.troubles).toEqual([]);
});

async function stopMove({ page }: Person, routeId: string): Promise<void> {
  await open(page, `/routes/${routeId}/versions`);
  await page.getByRole('button', { name: 'ย้ายเรื่องที่เดินอยู่มาฉบับนี้' }).click();
  await page.getByRole('dialog').getByText(/^ย้ายได้ \d+ จาก \d+ เรื่อง$/).waitFor();
  await confirmDialog(page, { label: 'ย้ายเรื่องที่เดินอยู่มาฉบับนี้', password: null, fill: (dialog) => dialog.getByRole('textbox', { name: /^เหตุผลที่ย้าย/ }).fill('ใช้ฉบับเดียวกันทั้งหมด') });
  const moves = page.getByRole('region', { name: 'การย้ายเรื่องที่เดินอยู่' });
  await moves.getByText('กำลังย้าย', { exact: true }).waitFor();
  await moves.getByRole('button', { name: 'หยุดการย้าย' }).click();
  await confirmDialog(page, { label: 'หยุดการย้าย', password: null, fill: (dialog) => dialog.getByRole('textbox', { name: /^เหตุผลที่หยุด/ }).fill('รอประชุมก่อน') });
  await moves.getByText(/^หยุดโดย .*: รอประชุมก่อน$/).waitFor();
}
