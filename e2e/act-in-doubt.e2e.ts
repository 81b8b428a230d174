/**
 * An act whose answer is not known in time: the part that should apply it stands still, is then killed and comes back. The
 * page says that the act was accepted and settles by itself; the act is done once.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPool } from '#db/client';
import { DEMO_PASSWORD } from '#db/seeds/demo';
import type { Session } from '#domain/contracts/session';
import { signIn } from '../bench/lib/client';
import { startProduct, type Product } from '../bench/lib/product';

import { openStage, type Stage } from './support/stage';

jest.setTimeout(600_000);

const PENDING = 'รับคำสั่งแล้ว กำลังดำเนินการ';
/** Longest wait until a part that was killed is back and what waits for it is done. */
const BACK_MS = 120_000;

// Always a product of its own: its parts are killed.
let product: Product;
let stage: Stage;

beforeAll(async () => {
  product = await startProduct({ args: ['--no-build', '--shards', '4'] });
  stage = await openStage({
    url: product.running().url, password: DEMO_PASSWORD, pictures: process.env['PICTURES'] ?? mkdtempSync(join(tmpdir(), 'saraban-pictures-')),
  });
});
afterAll(async () => {
  await stage?.close();
  await product?.stop();
});

test.each(['worker', 'temporal'])('an act in doubt while %s is away settles by itself and is done once', async (part) => {
  const subject = `ขอความอนุเคราะห์ข้อมูล กรณี ${part} ขัดข้อง`;
  const note = `เห็นควรเสนอผู้ว่าราชการจังหวัดพิจารณา (${part})`;
  const letterId = await takeIn(subject);
  const head = await stage.person('lopburi.office-head');
  const { page } = head;
  await head.open(subject);
  const endorsements = page.getByText(note);
  // Lost with the document, should anything load the page anew.
  await page.evaluate(() => Object.assign(globalThis, { hasStayed: true }));

  process.kill(pidOf(part), 'SIGSTOP');
  await page.getByRole('button', { name: 'เห็นชอบ', exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/ข้อความเกษียน/).fill(note);
  const answered = page.waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith('/acts'));
  await dialog.getByRole('button', { name: 'เห็นชอบ', exact: true }).click();
  expect((await answered).status()).toBe(202);
  await dialog.waitFor({ state: 'detached' });
  // Beside the letter and at the top of the page.
  const pending = page.getByRole('status').filter({ hasText: PENDING }).first();
  await pending.waitFor();
  await head.picture(`in-doubt-${part}`);
  // Nothing that could be done twice is offered meanwhile.
  expect(await page.getByRole('button', { name: 'เห็นชอบ', exact: true }).count()).toBe(0);
  expect(await countActs(letterId)).toBe(0);

  process.kill(pidOf(part), 'SIGKILL');
  await pending.waitFor({ state: 'detached', timeout: BACK_MS });
  await endorsements.first().waitFor();
  await page.getByRole('region', { name: /^งานของท่าน/ }).waitFor({ state: 'detached' });
  await head.picture(`settled-${part}`);
  expect(await page.evaluate(() => 'hasStayed' in globalThis)).toBe(true);
  expect(await endorsements.count()).toBe(1);
  expect(await countActs(letterId)).toBe(1);
});

const pidOf = (part: string): number => {
  const pid = product.running().parts[part]?.pid;
  if (pid === undefined) throw new Error(`the product does not run a part called ${part}`);
  return pid;
};

/** A letter taken in at the counter: it waits for the head of the provincial office. */
async function takeIn(subject: string): Promise<string> {
  const clerk = await signIn({ base: product.running().url, login: 'lopburi.registry.clerk', password: DEMO_PASSWORD });
  const { posts } = await clerk.get<Session>('/session');
  const { letterId } = await clerk.post<{ letterId: string }>('/letters', {
    type: 'incoming', kind: 'external_letter', channel: 'counter', urgency: 'normal', subject, fromText: 'เทศบาลเมืองลพบุรี', toText: 'ผู้ว่าราชการจังหวัดลพบุรี',
    theirNo: 'ลบ 52001/7', postId: posts[0]?.id,
  });
  return letterId;
}

/** Acts applied to a letter, each with its endorsement: what the legal record says. */
async function countActs(letterId: string): Promise<number> {
  const pool = createPool(product.running().databaseUrl, { max: 1, applicationName: 'e2e' });
  try {
    const { rows } = await pool.query<{ acts: number; endorsements: number }>(
      `SELECT (SELECT count(*)::int FROM transition WHERE letter_id = $1 AND event_type = 'act') AS acts,
        (SELECT count(*)::int FROM endorsement WHERE letter_id = $1) AS endorsements`,
      [letterId],
    );
    expect(rows[0]?.endorsements).toBe(rows[0]?.acts);
    return rows[0]?.acts ?? 0;
  } finally {
    await pool.end();
  }
}
