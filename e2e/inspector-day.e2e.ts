/**
 * An inspector's day (ผู้ตรวจราชการ): the letters, registers and audit trail of the offices inspected are read, on a desktop and on a phone, and
 * nothing of them can be changed; why somebody sees a letter is answered with the rule.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LetterPage } from '#domain/contracts/letter-page';
import { signInAt } from './support/by-api';
import { overhang } from './support/faults';
import { openProduct, type OpenProduct } from './support/product';
import { openStage, pick, type Person, type Stage } from './support/stage';

jest.setTimeout(300_000);

/** On a product that runs already each run has a letter of its own. */
const SUBJECT = `ขอให้รายงานผลการตรวจราชการ ${Date.now() % 10_000_000}`;
const INSPECTOR = 'ops.inspector';
let product: OpenProduct;
let stage: Stage;
let inspector: Person;
let letterId: string;

beforeAll(async () => {
  product = await openProduct();
  stage = await openStage({ url: product.url, password: product.password, pictures: process.env['PICTURES'] ?? mkdtempSync(join(tmpdir(), 'saraban-pictures-')) });
  const clerk = await signInAt(product.url, { login: 'ops.registry.clerk', password: product.password });
  const started = await clerk.send<{ letterId: string }>('POST', '/letters', {
    type: 'incoming', kind: 'external_letter', channel: 'counter', urgency: 'normal', subject: SUBJECT, fromText: 'สำนักนายกรัฐมนตรี', toText: 'ปลัดกระทรวงมหาดไทย', postId: clerk.session.posts[0]?.id,
  });
  letterId = started.letterId;
  inspector = await stage.person(INSPECTOR);
});
afterAll(async () => {
  await stage?.close();
  await product?.close();
});

test('a letter of an inspected office is found and read, with who holds it and its notes, and nothing can be done to it', async () => {
  const { page, goTo, picture } = inspector;
  await goTo('หนังสือ');
  await page.getByRole('heading', { name: 'หนังสือ', level: 1 }).waitFor();
  await page.getByRole('main').getByRole('searchbox').or(page.getByRole('main').getByLabel(/^ค้นหา/)).first().fill(SUBJECT);
  await page.getByRole('link', { name: SUBJECT }).first().click();
  await page.getByRole('heading', { name: SUBJECT }).waitFor();
  await page.getByText(/^อยู่ที่ /).first().waitFor();
  await picture('inspector-01-letter');
  const seen = await (await signInAt(product.url, { login: INSPECTOR, password: product.password })).get<LetterPage>(`/letters/${letterId}`);
  expect({ can: seen.can, tasks: seen.myTasks }).toEqual({ can: [], tasks: [] });
  for (const act of ['เห็นชอบ', 'พักเรื่อง', 'ดึงเรื่องกลับ', 'ตอบหนังสือ']) expect(await page.getByRole('button', { name: act, exact: true }).count()).toBe(0);
});

test('registers and the audit trail are read, and nothing is taken in or written', async () => {
  const { page, goTo, picture } = inspector;
  for (const part of ['ลงทะเบียนรับ', 'ร่างหนังสือ', 'จัดการสำนักงาน', 'กำกับงาน']) expect(await page.getByRole('navigation').getByRole('link', { name: part }).count()).toBe(0);
  await goTo('ทะเบียน');
  await page.getByRole('link', { name: /^ทะเบียนหนังสือรับ/ }).first().click();
  await page.getByRole('row').filter({ hasText: SUBJECT }).first().waitFor();
  await picture('inspector-02-register');
  await goTo('บันทึกเหตุการณ์');
  await page.getByRole('main').getByRole('listitem').or(page.getByRole('row')).first().waitFor();
  await picture('inspector-03-audit');
});

test('why somebody sees the letter is answered with the rule', async () => {
  const { page, goTo } = inspector;
  await goTo('สิทธิการเข้าถึง');
  await page.getByRole('heading', { name: 'สิทธิการเข้าถึง' }).waitFor();
  await pick(page, 'บุคคล', 'เจ้าหน้าที่สารบรรณ');
  await pick(page, /^หนังสือ \(ไม่บังคับ\)/, SUBJECT);
  await page.getByRole('heading', { name: / เห็นหนังสือนี้$/ }).waitFor();
  await page.getByText(/^กฎ /).first().waitFor();
});

test('on a phone the same letter and registers fit', async () => {
  const { page } = inspector;
  await page.setViewportSize({ width: 360, height: 740 });
  for (const [address, what] of [[`/letters/${letterId}`, SUBJECT], ['/books', 'ทะเบียน'], ['/audit', 'บันทึกเหตุการณ์']] as const) {
    await page.goto(`${product.url}/#${address}`);
    await page.getByRole('heading', { name: what }).first().waitFor();
    expect({ address, over: await overhang(page) }).toEqual({ address, over: 0 });
  }
  expect(stage.troubles).toEqual([]);
});
