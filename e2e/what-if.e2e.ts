/**
 * A process owner of Lop Buri tries a draft on the letters of the last quarter: sees how far it is, calls it off, runs it again, finds the
 * result with the draft, has the way of one letter played on the drawing, and takes along where the drawing does not fit practice.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Workbook } from '@protobi/exceljs';
import type { Page } from 'playwright-core';
import { createPool } from '#db/client';
import { generateQuarter, type QuarterSpan } from '#db/seeds/quarter';
import { readInfo } from '#test/support/poppler';
import { signInAt, type ApiPerson } from './support/by-api';
import { DEPUTY, drawDraft, incomingRoute, withDeputy } from './support/drafts';
import { findBarriers } from './support/faults';
import { playTo } from './support/life-pictures';
import { openProduct, type OpenProduct } from './support/product';
import { openStage, type Person, type Stage } from './support/stage';

jest.setTimeout(600_000);
const PICTURES = process.env['SARABAN_PICTURES'] ?? join(__dirname, '../.saraban/e2e');
const OWNER = 'lopburi.office-head';
/** So many that a run takes several times as long as it takes to call it off. */
const LETTERS = 900;
const SECRET = 3;

let product: OpenProduct;
let stage: Stage;
let pool: ReturnType<typeof createPool>;
let owner: Person;
let author: ApiPerson;
let draftId: string;
let quarter: QuarterSpan;
let total: number;
beforeAll(async () => {
  product = await openProduct();
  pool = createPool(product.databaseUrl(), { max: 2, statementTimeoutMs: 120_000 });
  quarter = await generateQuarter(pool, { n: LETTERS });
  await pool.query(`update letter set secrecy = 'top_secret' where id in (select id from letter where is_generated and status = 'ended' order by created_at limit ${SECRET})`);
  author = await signInAt(product.url, { login: OWNER, password: product.password });
  draftId = await drawDraft(author, withDeputy);
  stage = await openStage({ url: product.url, password: product.password, pictures: join(PICTURES, 'what-if') });
  owner = await stage.person(OWNER);
});
let journey = 0;
afterEach(() => stage?.pictureAll(`end-${(journey += 1)}`));
afterAll(async () => {
  await stage?.close();
  await author?.send('DELETE', `/route-drafts/${draftId}`);
  await pool?.end();
  await product?.close();
});

const begin = (page: Page, label: string) => page.getByRole('button', { name: label, exact: true }).click();

test('letters of a quarter are tried on a draft: progress, calling off, and a result that stays with the draft', async () => {
  const { page, picture } = owner;
  const progress = page.getByRole('progressbar', { name: /^กำลังลอง [\d,]+ จาก [\d,]+ ฉบับ$/ });
  await page.goto(`${product.url}/#/routes/drafts/${draftId}`);
  await page.getByRole('link', { name: 'ลองกับหนังสือจริง' }).click();
  await page.getByText('ยังไม่ได้ลอง', { exact: true }).waitFor();
  await begin(page, 'เริ่มลอง');
  await progress.waitFor();
  await begin(page, 'ยกเลิก');
  await page.getByText('การลองครั้งล่าสุดถูกยกเลิก ลองใหม่ได้').waitFor();
  await begin(page, 'เริ่มลอง');
  await progress.waitFor();
  total = Number(/จาก ([\d,]+)/.exec((await progress.getAttribute('aria-label')) ?? '')?.[1]?.replace(',', ''));
  expect(total).toBeGreaterThanOrEqual(LETTERS);
  await page.getByRole('heading', { name: /^ผลของ/ }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: /^ผลของ/ }).waitFor();
  const paths = page.getByRole('list', { name: 'ทางที่ต่างไป' });
  await paths.getByText(`ตามร่างไป “${DEPUTY}”`, { exact: false }).first().waitFor();
  await page.getByRole('table', { name: 'เวลาของแต่ละขั้น' }).getByRole('row', { name: new RegExp(DEPUTY) }).waitFor();
  await page.getByRole('row', { name: /รองผู้ว่าราชการจังหวัด/ }).getByText(/^เพิ่ม \d+ งาน$/).first().waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await picture('result');
  expect(stage.troubles).toEqual([]);
});

test('letters of a class that the reader is not cleared for are counted and not shown; the way of another is played on the drawing', async () => {
  const { page, picture } = owner;
  await page.goto(`${product.url}/#/routes/drafts/${draftId}/what-if?show=all`);
  await page.getByRole('note').getByText(`ท่านดูได้ ${(total - SECRET).toLocaleString('en')} จาก ${total.toLocaleString('en')} ฉบับ ฉบับอื่นนับรวมแต่ไม่แสดง`).waitFor();
  await page.goto(`${product.url}/#/routes/drafts/${draftId}/what-if?show=other`);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.getByRole('list', { name: 'หนังสือ', exact: true }).getByRole('link', { name: /^แสดงทางบนแผนผัง: / }).first().click();
  await page.getByRole('region', { name: /^ทางตามร่างของ/ }).getByRole('status').waitFor();
  expect(await findBarriers(page)).toEqual([]);
  await playTo(page, DEPUTY);
  await picture('played');
  await page.goBack();
  await page.getByRole('heading', { name: /^ผลของ/ }).waitFor();
  await page.getByRole('combobox', { name: 'แสดง' }).getByText('เดินทางอื่น').waitFor();
  expect(stage.troubles).toEqual([]);
});

test('where the drawing did not fit the practice of the quarter is printed on A4 and opens in Excel with the same figures', async () => {
  const { page, picture } = owner;
  const { id } = await incomingRoute(author);
  await page.goto(`${product.url}/#/routes/${id}/practice?from=${quarter.from}&to=${quarter.to}`);
  const table = page.getByRole('table', { name: 'จุดที่แผนผังไม่ตรงกับการทำงานจริง' });
  const returned = table.getByRole('link', { name: /ส่งกลับแก้ไข: / }).first();
  await returned.waitFor();
  const [times, letters] = [...((await returned.textContent()) ?? '').matchAll(/[\d,]+/g)].map(([figure]) => Number(figure.replace(',', '')));
  const step = ((await returned.getAttribute('aria-label')) ?? '').split(' ส่งกลับแก้ไข')[0];
  await picture('practice');

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'ส่งออกเป็น Excel' }).click()]);
  const book = new Workbook();
  await book.xlsx.load((await readFile(await download.path())) as unknown as Parameters<typeof book.xlsx.load>[0]);
  const lines: string[][] = [];
  book.worksheets[0]?.eachRow((line) => lines.push([...Array(line.cellCount).keys()].map((column) => line.getCell(column + 1).text)));
  const at = lines.find((line) => line[0] === 'ขั้น')?.indexOf('ส่งกลับแก้ไข (ครั้ง)') ?? -1;
  expect(lines.find((line) => line[0] === step)?.slice(at, at + 2)).toEqual([String(times), String(letters)]);

  await page.evaluate('window.print = () => { window.hasPrinted = true; }');
  await page.getByRole('button', { name: 'พิมพ์', exact: true }).click();
  expect(await page.evaluate<boolean>('window.hasPrinted')).toBe(true);
  const pdf = await page.pdf({ preferCSSPageSize: true, path: join(PICTURES, 'what-if', 'practice.pdf') });
  expect(readInfo(pdf)).toMatchObject({ Pages: '1', 'Page size': expect.stringContaining('(A4)') as string });
  expect(stage.troubles).toEqual([]);
});
