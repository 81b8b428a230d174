import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { insertRows } from '#db/seeds/insert-rows';
import { OPS } from '#db/seeds/offices-ops';
import { PROVINCE_OFFICES } from '#db/seeds/offices-provinces';
import type { Addressee } from '#domain/letter/content';
import type { Actor } from '#domain/route/state';
import { formatDate, formatTime } from '#domain/thai/dates';
import { createDiskStore } from '#platform/object-store/disk';
import type { ObjectStore } from '#platform/object-store/object-store';
import { withLayers } from '#platform/object-store/create';
import { applied, createRunner, type Runner } from '#test/support/commit-runner';
import { buildLetter, buildOffice, buildRoute, startEvent, type TestOffice } from '#test/support/letters';
import { readText, readWords, toComparable as plain } from '#test/support/poppler';
import { getTestDatabase, type TestDatabase } from '#test/support/servers';
import { render, type RenderResult } from './render';
import { endNode, route, startNode } from '#domain/route/testing/build';

jest.setTimeout(120_000);

const post = (postCode: string) => ({ by: 'post', postCode }) as const;
const OUTGOING = route([
  { id: 'start', type: 'start', name: 'เริ่ม', kinds: ['external_letter'], directions: ['outgoing'] },
  { id: 'sign', type: 'sign', name: 'ลงนาม', assignee: post('deputy-ps-1'), onBehalfOf: post('permanent-secretary'), returnTo: [] },
  { id: 'number', type: 'register', name: 'ออกเลข', book: 'send', owner: 'office' },
  { id: 'keep', type: 'work', name: 'เก็บสำเนา', assignee: post('registry-clerk'), outcomes: [{ code: 'kept', name: 'เก็บแล้ว' }] },
  endNode,
], ['start sign', 'sign sign number', 'number keep', 'keep kept end']);
const UNIT = route([
  startNode,
  { id: 'receive', type: 'register', name: 'ลงรับ', book: 'receive', owner: 'holder' },
  { id: 'do', type: 'work', name: 'ดำเนินการ', assignee: post('strategy-head'), outcomes: [{ code: 'done', name: 'แล้วเสร็จ' }] },
  endNode,
], ['start receive', 'receive do', 'do done end']);
const INCOMING = route([
  startNode,
  { id: 'register', type: 'register', name: 'ลงรับ', book: 'receive', owner: 'office' },
  { id: 'direct', type: 'assign', name: 'สั่งการ', assignee: post('governor'), actions: ['assigned'] },
  endNode,
], ['start register', 'register direct', 'direct done end']);
const BODY = [
  'ตามที่กระทรวงมหาดไทยได้กำหนดให้จังหวัดนำร่องใช้ระบบสารบรรณอิเล็กทรอนิกส์ ตั้งแต่วันที่ 1 ตุลาคม 2569 นั้น',
  'สำนักงานปลัดกระทรวงมหาดไทยขอให้จังหวัดรายงานผลการใช้ระบบ ตามแบบรายงานที่ https://saraban.example.go.th/report/2569 ภายใน 15 วันทำการ',
  'จึงเรียนมาเพื่อโปรดพิจารณาดำเนินการต่อไป',
].join('\n');
const COPY: Addressee = { deliveryId: '0d5c3f0e-7f5d-4f0e-9d1a-1a2b3c4d5e6f', officeId: null, addressId: 'a1', role: 'info', name: 'ผู้ตรวจราชการกระทรวงมหาดไทย', address: '' };

let database: TestDatabase;
let folder: string;
let files: ObjectStore;
let runner: Runner;
let ops: TestOffice;
let lopburi: TestOffice;
let routes: { readonly [name in 'outgoing' | 'incoming' | 'unit']: string };

beforeAll(async () => {
  database = await getTestDatabase();
  folder = mkdtempSync(join(tmpdir(), 'saraban-render-'));
  files = withLayers(createDiskStore(folder));
  runner = createRunner(database.pool);
  ops = await buildOffice(database.pool, OPS);
  lopburi = await buildOffice(database.pool, PROVINCE_OFFICES.find(({ code }) => code === 'lopburi')!);
  await database.pool.query(`INSERT INTO delegation (from_post_id, to_post_id, kinds, order_no, valid_from) VALUES ($1, $2, '{}', '1/2569', '2026-01-04T17:00:00Z')`, [
    ops.post('permanent-secretary'), ops.post('deputy-ps-1'),
  ]);
  await database.pool.query(`UPDATE office SET phone = '0 2222 1141', email = 'saraban@moi.go.th' WHERE code = 'ops'`);
  await database.pool.query(`UPDATE unit SET phone = '0 2222 4150' WHERE id = $1`, [ops.unit('ict')]);
  routes = {
    outgoing: await buildRoute(database.pool, ops, OUTGOING, 'test-outgoing'),
    incoming: await buildRoute(database.pool, lopburi, INCOMING, 'test-incoming'),
    unit: await buildRoute(database.pool, lopburi, UNIT, 'test-unit'),
  };
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

type DocumentRow = { readonly id: string; readonly role: string; readonly sha256: string; readonly sourceId: string | null; readonly isSuperseded: boolean; readonly pages: number; readonly name: string };

async function documents(letterId: string, role: string): Promise<readonly DocumentRow[]> {
  const { rows } = await database.pool.query<DocumentRow>(
    `SELECT id, role, sha256, source_id AS "sourceId", superseded_at IS NOT NULL AS "isSuperseded", pages, name FROM document
     WHERE letter_id = $1 AND role = $2 ORDER BY uploaded_at`,
    [letterId, role],
  );
  return rows;
}
const pdfOf = async ({ sha256 }: Pick<DocumentRow, 'sha256'>): Promise<Uint8Array> => buffer(await files.get(sha256));
async function textOf(letterId: string, role: string): Promise<string> {
  const current = (await documents(letterId, role)).find(({ isSuperseded }) => !isSuperseded);
  return plain(readText(await pdfOf(current!)));
}

/** Carries out what the letter asked for, as the relay does. */
async function renderAsked(letterId: string): Promise<readonly RenderResult[]> {
  const { rows } = await database.pool.query<{ payload: { effectId: string; what: 'final' | 'stamps' } }>(
    `SELECT payload FROM outbox WHERE letter_id = $1 AND kind = 'render' ORDER BY id`,
    [letterId],
  );
  const results: RenderResult[] = [];
  for (const { payload } of rows) results.push(await render({ pool: database.pool, files }, { letterId, ...payload }));
  return results;
}
const forget = (letterId: string) => database.pool.query(`DELETE FROM letter_event WHERE letter_id = $1 AND key LIKE 'effect:%'`, [letterId]);

async function signedLetter(change: Readonly<Record<string, unknown>> = {}, upload: { readonly pdf: Uint8Array; readonly places?: readonly object[] } | null = null): Promise<string> {
  const letterId = await buildLetter(database.pool, {
    office: ops, routeVersionId: routes.outgoing, direction: 'outgoing', ownerUnit: ops.unit('ict-systems'), by: 'ict-officer', urgency: 'urgent', addressees: [COPY],
  });
  const columns = {
    subject: 'ขอให้รายงานผลการใช้ระบบสารบรรณอิเล็กทรอนิกส์', to_text: 'ผู้ว่าราชการจังหวัดลพบุรี', body: BODY, enclosure_list: ['แบบรายงาน จำนวน 1 ชุด'],
    references: JSON.stringify([{ letterNo: 'มท 0210.2/ว 567', date: '2026-10-01', letterId: null }]), ...change,
  };
  for (const [name, value] of Object.entries(columns)) await database.pool.query(`UPDATE letter SET "${name}" = $2 WHERE id = $1`, [letterId, value]);
  if (upload !== null) await attachMain(letterId, upload.pdf, upload.places);
  applied(await runner.send(letterId, {
    ...startEvent({ letterId, office: ops, routeVersionId: routes.outgoing, actor: ops.actor('ict-officer'), facts: { direction: 'outgoing', kind: 'external_letter' } }),
  }));
  applied(await runner.act(letterId, ops.actor('deputy-ps-1'), 'sign', { signature: true }));
  return letterId;
}

const letterRow = async (letterId: string) =>
  (await database.pool.query<{ letter_no: string; letter_date: string }>('SELECT letter_no, letter_date FROM letter WHERE id = $1', [letterId])).rows[0]!;

/** A PDF of the sender in the receiver's hands, registered and given to a group, with both receive numbers taken. */
async function receivedLetter(pdf: Uint8Array): Promise<string> {
  const letterId = await buildLetter(database.pool, { office: lopburi, routeVersionId: routes.incoming, by: 'registry-clerk' });
  await attachMain(letterId, pdf);
  applied(await runner.send(letterId, startEvent({ letterId, office: lopburi, routeVersionId: routes.incoming, actor: lopburi.actor('registry-clerk') })));
  return letterId;
}
async function attachMain(letterId: string, pdf: Uint8Array, places: readonly object[] | null = null): Promise<void> {
  const { sha256, size } = await files.put(Readable.from([pdf]));
  await insertRows({ query: database.pool.query.bind(database.pool) } as never, 'document', [{
    letter_id: letterId, role: 'main', name: 'หนังสือ.pdf', mime: 'application/pdf', size_bytes: size, sha256, pages: 1, places: JSON.stringify(places),
    uploaded_at: new Date().toISOString(), attached_at: new Date().toISOString(),
  }]);
}

test('a signed and numbered letter is set with its number, date and the capacity of its signer', async () => {
  const letterId = await signedLetter();
  const [result] = await renderAsked(letterId);
  const [rendition] = await documents(letterId, 'rendition');
  expect(result).toEqual({ ok: true, documentId: rendition!.id });
  expect(rendition).toMatchObject({ sourceId: null, isSuperseded: false, pages: 1, name: 'มท 0210.2-1.pdf' });
  const { letter_date: date } = await letterRow(letterId);
  const pdf = await pdfOf(rendition!);
  const text = plain(readText(pdf));
  for (const part of [
    'มท ๐๒๑๐.๒/๑', formatDate(date, 'letter'), 'สำนักงานปลัดกระทรวงมหาดไทย', 'เรียน ผู้ว่าราชการจังหวัดลพบุรี', 'ขอแสดงความนับถือ', '(ลงนามทางอิเล็กทรอนิกส์)', 'ด่วน',
    'หนังสือ ที่ มท ๐๒๑๐.๒/ว ๕๖๗ ลงวันที่ ๑ ตุลาคม ๒๕๖๙', 'แบบรายงาน จำนวน ๑ ชุด', 'โทร. ๐ ๒๒๒๒ ๔๑๕๐', 'saraban@moi.go.th', 'สำเนาส่ง', COPY.name,
  ]) expect(text).toContain(plain(part));
  const lines = readWords(pdf).map((word) => ({ ...word, text: plain(word.text) }));
  const top = (wanted: string, from = 0) => lines.find((word) => word.text === plain(wanted) && word.top > from)?.top ?? Number.NaN;
  const ownPost = top('รองปลัดกระทรวงมหาดไทย', top('(ลงนามทางอิเล็กทรอนิกส์)'));
  expect(top('ปฏิบัติราชการแทน')).toBeGreaterThan(ownPost);
  expect(top('ปลัดกระทรวงมหาดไทย', top('ปฏิบัติราชการแทน'))).toBeGreaterThan(top('ปฏิบัติราชการแทน'));
  const { rows } = await database.pool.query(`SELECT event->>'ok' AS ok FROM letter_event WHERE letter_id = $1`, [letterId]);
  expect(rows).toEqual([{ ok: 'true' }]);
});

test('addresses and codes in the text keep their digits', async () => {
  const letterId = await signedLetter();
  await renderAsked(letterId);
  const text = readText(await pdfOf((await documents(letterId, 'rendition'))[0]!));
  expect(text).toContain('https://saraban.example.go.th/report/2569');
  expect(text).toContain('๑๕');
});

test('carried out again, also after its report was lost, it makes no second row', async () => {
  const letterId = await signedLetter();
  const first = await renderAsked(letterId);
  expect(await renderAsked(letterId)).toEqual(first);
  await forget(letterId);
  expect(await renderAsked(letterId)).toEqual(first);
  expect(await documents(letterId, 'rendition')).toHaveLength(1);
});

test('carried out by many at once it is made once', async () => {
  const letterId = await signedLetter();
  const results = await Promise.all(Array.from({ length: 4 }, () => renderAsked(letterId)));
  expect(new Set(results.flat().map(({ documentId }) => documentId)).size).toBe(1);
  expect(await documents(letterId, 'rendition')).toHaveLength(1);
});

test('an effect that was reported does not print what has changed since', async () => {
  const letterId = await signedLetter();
  const [first] = await renderAsked(letterId);
  await database.pool.query(`UPDATE letter SET letter_no = 'มท 0210.2/99' WHERE id = $1`, [letterId]);
  expect(await renderAsked(letterId)).toEqual([first]);
  expect(await textOf(letterId, 'rendition')).not.toContain(plain('มท ๐๒๑๐.๒/๙๙'));
});

test('what was read before the letter changed is printed anew, never over the newer one', async () => {
  const letterId = await signedLetter();
  const slow: ObjectStore = {
    ...files,
    async put(content, options) {
      const stored = await files.put(content, options);
      await database.pool.query(`UPDATE letter SET letter_no = 'มท 0210.2/77' WHERE id = $1`, [letterId]);
      return stored;
    },
  };
  await render({ pool: database.pool, files: slow }, { letterId, effectId: 'e-slow', what: 'final' });
  expect(await documents(letterId, 'rendition')).toHaveLength(1);
  expect(await textOf(letterId, 'rendition')).toContain(plain('มท ๐๒๑๐.๒/๗๗'));
});

test('a rendition of another number supersedes the earlier one, which stays readable', async () => {
  const letterId = await signedLetter();
  await renderAsked(letterId);
  await database.pool.query(`UPDATE letter SET letter_no = 'มท 0210.2/88' WHERE id = $1`, [letterId]);
  await render({ pool: database.pool, files }, { letterId, effectId: 'e-next', what: 'final' });
  const all = await documents(letterId, 'rendition');
  expect(all.map(({ isSuperseded }) => isSuperseded)).toEqual([true, false]);
  expect(plain(readText(await pdfOf(all[0]!)))).not.toContain(plain('๐๒๑๐.๒/๘๘'));
  expect(await textOf(letterId, 'rendition')).toContain(plain('มท ๐๒๑๐.๒/๘๘'));
});

test('a letter that is not signed has no final form', async () => {
  const letterId = await buildLetter(database.pool, { office: ops, routeVersionId: routes.outgoing, direction: 'outgoing', by: 'ict-officer' });
  expect(await render({ pool: database.pool, files }, { letterId, effectId: 'e1', what: 'final' })).toEqual({ ok: true, documentId: null });
  expect(await documents(letterId, 'rendition')).toEqual([]);
});

test('a text that no font can draw is reported as failed instead of being tried for ever', async () => {
  const letterId = await signedLetter({ body: 'เรียนมาเพื่อทราบ 🙂' });
  expect(await renderAsked(letterId)).toEqual([{ ok: false, documentId: null }]);
  expect(await renderAsked(letterId)).toEqual([{ ok: false, documentId: null }]);
});

test('on an uploaded PDF the marked places are filled in and the upload stays as it was', async () => {
  const letterId = await signedLetter();
  await renderAsked(letterId);
  const upload = await pdfOf((await documents(letterId, 'rendition'))[0]!);
  const place = { page: 1, w: 150, h: 20 };
  const other = await signedLetter({ body: null }, { pdf: upload, places: [
    { kind: 'number', ...place, x: 60, y: 60 }, { kind: 'date', ...place, x: 60, y: 36 }, { kind: 'signature', page: 1, w: 220, h: 110, x: 340, y: 20 },
  ] });
  await renderAsked(other);
  const [main] = await documents(other, 'main');
  const [rendition] = await documents(other, 'rendition');
  expect(rendition).toMatchObject({ sourceId: main!.id });
  const filled = await pdfOf(rendition!);
  expect(Buffer.from(filled.subarray(0, upload.length)).equals(Buffer.from(upload))).toBe(true);
  const seen = readWords(filled).filter(({ top, left }) => top > 841 - 140 && (left > 330 || top > 841 - 90)).map(({ text }) => plain(text)).join('');
  const { letter_no: number, letter_date: date } = await letterRow(other);
  for (const part of [number, formatDate(date, 'letter'), 'รองปลัดกระทรวงมหาดไทย', 'ปฏิบัติราชการแทน']) expect(seen).toContain(plain(part));
});

test('an uploaded PDF without marked places is the letter as it is', async () => {
  const other = await signedLetter();
  await renderAsked(other);
  const letterId = await signedLetter({ body: null }, { pdf: await pdfOf((await documents(other, 'rendition'))[0]!) });
  expect(await renderAsked(letterId)).toEqual([{ ok: true, documentId: null }]);
});

const pending = async (letterId: string): Promise<readonly string[]> => (await runner.load(letterId)).pendingEffects;
const ordered = async (letterId: string): Promise<number> =>
  (await database.pool.query(`SELECT 1 FROM outbox WHERE letter_id = $1 AND kind = 'render'`, [letterId])).rowCount ?? 0;
async function cancelNumber(letterId: string, actor: Actor): Promise<void> {
  const { rows } = await database.pool.query<{ key: string; seq: number }>('SELECT e.number_key AS key, l.seq FROM register_entry e JOIN letter l ON l.id = e.letter_id WHERE l.id = $1', [letterId]);
  const event = { type: 'cancelNumber', at: new Date().toISOString(), actor, key: rows[0]!.key, seq: rows[0]!.seq, hasReason: true } as const;
  applied(await runner.send(letterId, event, { reason: 'ออกเลขผิด' }));
}

test('a letter with neither text nor file orders no PDF, and nobody waits for one', async () => {
  const letterId = await signedLetter({ body: '  ' });
  expect(await ordered(letterId)).toBe(0);
  expect(await pending(letterId)).toEqual([]);
  await cancelNumber(letterId, ops.actor('registry-clerk'));
  expect(await ordered(letterId)).toBe(0);
});

test('a page in force that has lost what it shows is looked at again', async () => {
  const letterId = await signedLetter();
  await renderAsked(letterId);
  await runner.drain(letterId);
  await database.pool.query('UPDATE letter SET body = NULL WHERE id = $1', [letterId]);
  await cancelNumber(letterId, ops.actor('registry-clerk'));
  expect(await ordered(letterId)).toBe(2);
  await renderAsked(letterId);
  expect((await documents(letterId, 'rendition')).every(({ isSuperseded }) => isSuperseded)).toBe(true);
});

test('each registry on the way adds its stamp to page 1, and the original stays as it came', async () => {
  const sent = await signedLetter();
  await renderAsked(sent);
  const original = await pdfOf((await documents(sent, 'rendition'))[0]!);
  const letterId = await receivedLetter(original);
  await renderAsked(letterId);
  applied(await runner.act(letterId, lopburi.actor('governor'), 'assign', {
    action: 'assigned', picks: [{ unitId: lopburi.unit('strategy'), role: 'main', routeVersionId: routes.unit }],
  }));
  const results = await renderAsked(letterId);
  const all = await documents(letterId, 'stamped');
  const [main] = await documents(letterId, 'main');
  expect(all.map(({ isSuperseded, sourceId }) => ({ isSuperseded, sourceId }))).toEqual([{ isSuperseded: true, sourceId: main!.id }, { isSuperseded: false, sourceId: main!.id }]);
  expect(results.at(-1)).toEqual({ ok: true, documentId: all[1]!.id });
  const stamped = await pdfOf(all[1]!);
  expect(Buffer.from(stamped.subarray(0, original.length)).equals(Buffer.from(original))).toBe(true);
  const { rows: entries } = await database.pool.query<{ printed: string; taken_at: string; entry_date: string }>(
    'SELECT printed, taken_at, entry_date FROM register_entry WHERE letter_id = $1 ORDER BY taken_at', [letterId],
  );
  expect(entries).toHaveLength(2);
  const text = plain(readText(stamped, 1));
  for (const part of ['สำนักงานจังหวัดลพบุรี', 'กลุ่มงานยุทธศาสตร์การพัฒนาจังหวัด']) expect(text).toContain(plain(part));
  for (const { taken_at, entry_date } of entries) for (const part of [formatDate(entry_date, 'register'), formatTime(taken_at)]) expect(text).toContain(plain(part));
  expect(text.split(plain('เลขรับ'))).toHaveLength(3);
  expect(plain(readText(await pdfOf(all[0]!), 1)).split(plain('เลขรับ'))).toHaveLength(2);
});

test('stamps carried out again make no second row', async () => {
  const sent = await signedLetter();
  await renderAsked(sent);
  const letterId = await receivedLetter(await pdfOf((await documents(sent, 'rendition'))[0]!));
  const first = await renderAsked(letterId);
  await forget(letterId);
  expect(await renderAsked(letterId)).toEqual(first);
  expect(await documents(letterId, 'stamped')).toHaveLength(1);
});

test('the stamp of a cancelled receive number is not on the next stamped page', async () => {
  const sent = await signedLetter();
  await renderAsked(sent);
  const letterId = await receivedLetter(await pdfOf((await documents(sent, 'rendition'))[0]!));
  await renderAsked(letterId);
  await database.pool.query(`UPDATE register_entry SET status = 'cancelled' WHERE letter_id = $1`, [letterId]);
  await database.pool.query(
    `INSERT INTO register_entry (book_id, year_be, no, printed, letter_id, number_key, unit_id, status, entry_date, taken_at)
     SELECT book_id, year_be, 4321, '4321', letter_id, number_key || '#2', unit_id, 'issued', entry_date, taken_at FROM register_entry WHERE letter_id = $1`,
    [letterId],
  );
  await render({ pool: database.pool, files }, { letterId, effectId: 'e-later', what: 'stamps' });
  const text = await textOf(letterId, 'stamped');
  expect(text).toContain(plain('๔๓๒๑'));
  expect(text.split(plain('เลขรับ'))).toHaveLength(2);
});

test('cancelling a receive number asks for the page without its stamp, and for none where it was the only one', async () => {
  const sent = await signedLetter();
  await renderAsked(sent);
  const letterId = await receivedLetter(await pdfOf((await documents(sent, 'rendition'))[0]!));
  applied(await runner.act(letterId, lopburi.actor('governor'), 'assign', {
    action: 'assigned', picks: [{ unitId: lopburi.unit('strategy'), role: 'main', routeVersionId: routes.unit }],
  }));
  await renderAsked(letterId);
  const cancel = async (order: 'desc' | 'asc') => {
    const { rows } = await database.pool.query<{ key: string }>(`SELECT number_key AS key FROM register_entry WHERE letter_id = $1 AND status = 'issued' ORDER BY taken_at ${order}`, [letterId]);
    const { seq } = (await database.pool.query<{ seq: number }>('SELECT seq FROM letter WHERE id = $1', [letterId])).rows[0]!;
    const event = { type: 'cancelNumber', at: new Date().toISOString(), actor: lopburi.actor('registry-clerk'), key: rows[0]!.key, seq, hasReason: true } as const;
    applied(await runner.send(letterId, event, { reason: 'ลงรับผิดเรื่อง' }));
    await renderAsked(letterId);
  };
  await cancel('desc');
  const text = await textOf(letterId, 'stamped');
  expect(text).toContain(plain('สำนักงานจังหวัดลพบุรี'));
  expect(text).not.toContain(plain('กลุ่มงานยุทธศาสตร์การพัฒนาจังหวัด'));
  await cancel('asc');
  const all = await documents(letterId, 'stamped');
  expect(all.every(({ isSuperseded }) => isSuperseded)).toBe(true);
  expect(all.length).toBeGreaterThanOrEqual(2);
});

test('a damaged upload is reported as failed', async () => {
  const letterId = await receivedLetter(Buffer.from('%PDF-1.7 ขาดตอน'));
  expect(await renderAsked(letterId)).toEqual([{ ok: false, documentId: null }]);
});

test('an earlier letter of the office is cited by who wrote it, unless it is more secret than this one', async () => {
  const [cited, secret] = await Promise.all(['none', 'secret'].map((secrecy) => buildLetter(database.pool, { office: ops, routeVersionId: routes.outgoing, by: 'ict-officer', secrecy: secrecy as 'none' | 'secret' })));
  const references = [cited, secret].map((letterId, index) => ({ letterNo: `ลบ 0017.2/${index + 1}`, date: null, letterId }));
  const letterId = await signedLetter({ references: JSON.stringify(references) });
  await renderAsked(letterId);
  const text = await textOf(letterId, 'rendition');
  expect(text).toContain(plain('หนังสือจังหวัดลพบุรี ที่ ลบ ๐๐๑๗.๒/๑'));
  expect(text).toContain(plain('หนังสือ ที่ ลบ ๐๐๑๗.๒/๒'));
});

test('a sealed item and a control entry are neither set nor stamped', async () => {
  const sent = await signedLetter();
  await renderAsked(sent);
  const original = await pdfOf((await documents(sent, 'rendition'))[0]!);
  for (const change of [`is_sealed = true`, `secrecy = 'top_secret'`]) {
    const letterId = await receivedLetter(original);
    await database.pool.query(`UPDATE letter SET ${change} WHERE id = $1`, [letterId]);
    expect(await renderAsked(letterId)).toEqual([{ ok: true, documentId: null }]);
    expect(await documents(letterId, 'stamped')).toEqual([]);
  }
});
