/**
 * The life of a route in use: letters shown where they stand, a version that waits for its day and is called off, a proposal returned
 * and another withdrawn, a version published with its running letters moved and followed, and brought back with them.
 */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { addDays, bangkokDate, formatDate } from '#domain/thai/dates';
import { signInAt } from './support/by-api';
import { drawDraft, incomingRoute } from './support/drafts';
import { findBarriers } from './support/faults';
import { openProduct, type OpenProduct } from './support/product';
import { confirmDialog, openStage, type Person, type Stage } from './support/stage';

jest.setTimeout(600_000);
const PICTURES = process.env['SARABAN_PICTURES'] ?? join(__dirname, '../.saraban/e2e');
const OWNER = 'lopburi.office-head';
const SECOND_OWNER = 'lopburi.strategy.head';
const ROUTE = 'หนังสือรับจังหวัด';

let product: OpenProduct;
let stage: Stage;
let owner: Person;
let second: Person;
let routeId: string;
beforeAll(async () => {
  product = await openProduct();
  stage = await openStage({ url: product.url, password: product.password, pictures: join(PICTURES, 'route-life') });
  const clerk = await signInAt(product.url, { login: 'lopburi.registry.clerk', password: product.password });
  await clerk.send('POST', '/letters', {
    type: 'incoming', kind: 'external_letter', channel: 'counter', urgency: 'normal', subject: 'ขอความอนุเคราะห์ข้อมูลแหล่งน้ำ', fromText: 'เทศบาลเมืองลพบุรี', toText: 'ผู้ว่าราชการจังหวัดลพบุรี',
    theirNo: 'ลบ ๕๒๐๐๑/๑๒๔', theirDate: '2026-11-19', postId: clerk.session.posts[0]?.id,
  });
  owner = await stage.person(OWNER);
  second = await stage.person(SECOND_OWNER);
  routeId = (await incoming()).id;
});
let journey = 0;
afterEach(() => stage?.pictureAll(`end-${(journey += 1)}`));
afterAll(async () => {
  await stage?.close();
  await product?.close();
});

const asOwner = () => signInAt(product.url, { login: OWNER, password: product.password });
const incoming = async () => incomingRoute(await asOwner());

/** A draft that calls the route's first deciding step by another name, as somebody drew it before. */
const draw = async (name: string): Promise<string> =>
  drawDraft(await asOwner(), (route) => ({ ...route, nodes: route.nodes.map((node) => (node.id === 'classify' ? { ...node, name } : node)) }));

const open = (page: Page, path: string) => page.goto(`${product.url}/#${path}`);

/** Proposes the owner's draft; `fill` chooses from when and what becomes of running letters. */
async function propose({ page }: Person, draftId: string, fill: (page: Page) => Promise<void> = async () => undefined): Promise<void> {
  await open(page, `/routes/drafts/${draftId}`);
  await page.getByRole('button', { name: 'เสนอเผยแพร่' }).click();
  const dialog = page.getByRole('dialog', { name: 'เสนอเผยแพร่' });
  await dialog.getByRole('textbox', { name: /^เปลี่ยนอะไร เพราะเหตุใด/ }).fill('ปรับคำให้ตรงกับที่ใช้จริง');
  await fill(page);
  await confirmDialog(page, { label: 'เสนอเผยแพร่', password: null });
  await page.getByRole('button', { name: /^รออนุมัติเผยแพร่: / }).waitFor();
}

async function openProposal({ page }: Person): Promise<void> {
  await open(page, '/routes');
  await page.reload();
  await page.getByRole('button', { name: /^รออนุมัติเผยแพร่: / }).click();
  await page.getByRole('dialog').getByText('ปรับคำให้ตรงกับที่ใช้จริง', { exact: false }).waitFor();
}

async function approve(person: Person): Promise<void> {
  await openProposal(person);
  await confirmDialog(person.page, { label: 'อนุมัติและเผยแพร่', password: null });
}

async function openVersions({ page }: Person): Promise<void> {
  await open(page, `/routes/${routeId}/versions`);
  await page.reload();
  await page.getByRole('list', { name: 'ฉบับของเส้นทาง' }).waitFor();
}

test('the drawing says where letters stand, and its counts open them; practice has a page of its own', async () => {
  const { page, picture } = owner;
  await open(page, '/routes');
  await page.getByRole('link', { name: `เรื่องบนเส้นทางขณะนี้: ${ROUTE}` }).click();
  const link = page.getByRole('list', { name: 'จำนวนเรื่องในแต่ละขั้น' }).getByRole('link', { name: /^ดูเรื่องที่อยู่ที่ขั้น “หัวหน้าสำนักงานจังหวัดเกษียนเสนอ”/ });
  await link.waitFor();
  await page.locator('.react-flow__node', { hasText: /อยู่ \d+ เรื่อง/ }).first().waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await picture('live');
  const count = Number(/\d+/.exec((await link.textContent()) ?? '')?.[0]);
  await link.click();
  await page.getByText('เฉพาะขั้น “หัวหน้าสำนักงานจังหวัดเกษียนเสนอ”').waitFor();
  await page.getByText('ขอความอนุเคราะห์ข้อมูลแหล่งน้ำ').first().waitFor();
  expect(await page.getByRole('list', { name: 'หนังสือ' }).getByRole('listitem').count()).toBe(count);
  await open(page, `/routes/${routeId}/practice`);
  await page.getByRole('group', { name: 'ตั้งแต่วันที่' }).waitFor();
  await page.getByText('นับเฉพาะเรื่องที่ท่านมีสิทธิทราบ').waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await picture('practice');
  expect(stage.troubles).toEqual([]);
});

test('a proposal is returned with a reason, another withdrawn, and a version that waits for its day is called off', async () => {
  const { page, picture } = owner;
  const draftId = await draw('จำแนกเรื่องเข้า');
  await propose(owner, draftId);
  await openProposal(second);
  const dialog = second.page.getByRole('dialog');
  await dialog.getByLabel('เหตุผลที่ส่งคืน').fill('ขอให้คงคำเดิม');
  await dialog.getByRole('button', { name: 'ส่งคืนผู้เสนอ' }).click();
  await dialog.waitFor({ state: 'detached' });
  await propose(owner, draftId);
  await openProposal(owner);
  await page.getByRole('dialog').getByRole('button', { name: 'ถอนข้อเสนอ' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await propose(owner, draftId, async () => page.getByRole('radio', { name: 'ตั้งแต่วันที่กำหนด' }).check());
  await approve(second);
  await openVersions(owner);
  const day = formatDate(addDays(bangkokDate(new Date().toISOString()), 1), 'letter', 'arabic');
  await page.getByRole('button', { name: /รอวันเริ่มใช้/ }).filter({ hasText: day }).click();
  await page.getByRole('button', { name: 'ยกเลิกฉบับที่รอเริ่มใช้' }).click();
  await confirmDialog(page, { label: 'ยกเลิกฉบับที่รอเริ่มใช้', password: null, fill: (asked) => asked.getByLabel(/^เหตุผลที่ยกเลิก/).fill('รอคำสั่งใหม่') });
  await page.getByRole('button', { name: /ยกเลิกก่อนใช้/ }).first().waitFor();
  await picture('called-off');
  expect(stage.troubles).toEqual([]);
});

/** Chooses to move, and waits until every letter has been tried. */
const andMove = async (page: Page): Promise<void> => {
  await page.getByRole('radio', { name: 'ย้ายไปเดินตามฉบับใหม่' }).check();
  await page.getByRole('region', { name: 'ทดลองย้ายก่อน' }).getByText(/^ย้ายได้ (\d+) จาก \1 เรื่อง$/).waitFor();
};

/** Follows the moves of the version in force to their end. */
async function followMove(person: Person, name: string): Promise<void> {
  const { page, picture } = person;
  await openVersions(person);
  const moves = page.getByRole('region', { name: 'การย้ายเรื่องที่เดินอยู่' });
  await moves.getByText('ย้ายเสร็จ', { exact: true }).waitFor();
  await moves.getByRole('status').getByText(/^ย้ายเสร็จ (\d+) จาก \1 เรื่อง · ย้ายแล้ว \1 เรื่อง$/).waitFor();
  await moves.getByRole('button', { name: 'ผลของแต่ละเรื่อง' }).click();
  await moves.getByRole('list', { name: 'ผลของแต่ละเรื่อง' }).getByText('ขอความอนุเคราะห์ข้อมูลแหล่งน้ำ', { exact: false }).first().waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await picture(name);
}

test('a version is published with its running letters moved and followed to the last, and the one before is brought back with them', async () => {
  const { page } = owner;
  const before = (await incoming()).inForce.version;
  await propose(owner, await draw('จำแนกประเภทเรื่อง'), andMove);
  await approve(second);
  await followMove(owner, 'moved');
  expect((await incoming()).inForce.version).toBeGreaterThan(before);
  await page.getByRole('list', { name: 'ฉบับของเส้นทาง' }).getByRole('button', { name: new RegExp(`^ฉบับที่ ${before}(?!\\d)`) }).click();
  await page.getByRole('button', { name: 'นำฉบับนี้กลับมาใช้' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^เปลี่ยนอะไร เพราะเหตุใด/ }).fill('ปรับคำให้ตรงกับที่ใช้จริง');
  await andMove(page);
  await dialog.getByRole('button', { name: 'เสนอเผยแพร่' }).click();
  await dialog.waitFor({ state: 'detached' });
  await approve(second);
  await followMove(owner, 'moved-back');
  expect(stage.troubles).toEqual([]);
});
