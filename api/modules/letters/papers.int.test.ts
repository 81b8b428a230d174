/** The papers that go along with a letter: to whoever sees its page. */
import type { Uploaded } from '#domain/contracts/documents';
import { postId } from '#db/seeds/insert-offices';
import { insertRows } from '#db/seeds/insert-rows';
import { aPdf } from '#test/support/a-pdf';
import { ok, compose } from '#test/support/letter-steps';
import { listLetter } from '#test/support/listed-letters';
import { readInfo, readText, toComparable as plain } from '#test/support/poppler';
import { openLiveApp, signIn, type LiveApp, type Person } from '#test/support/test-app';
import type { LetterPage } from '#domain/contracts/letter-page';

jest.setTimeout(120_000);
let live: LiveApp;
let clerk: Person;
let officer: Person;
let stranger: Person;
beforeAll(async () => {
  live = await openLiveApp();
  [clerk, officer, stranger] = (await Promise.all(['lopburi.registry.clerk', 'lopburi.ict.officer', 'phuket.registry.clerk'].map((login) => signIn(live, login)))) as [Person, Person, Person];
});
afterAll(() => live.close());

test('the cover names the letter and its code; a stranger is told that there is none', async () => {
  const id = await compose(officer);
  const page = ok(await officer.get<LetterPage>(`/letters/${id}`));
  const cover = await officer.get(`/letters/${id}/cover`);
  expect(cover).toMatchObject({ statusCode: 200, headers: { 'content-type': 'application/pdf' } });
  const text = plain(readText(cover.raw));
  for (const part of [page.subject ?? '', page.office.name.th, page.publicCode]) expect(text).toContain(plain(part));
  expect((await stranger.get(`/letters/${id}/cover`)).statusCode).toBe(404);
  expect((await stranger.get(`/letters/${id}/labels`)).statusCode).toBe(404);
});

test('there is a label for each addressee, with the address of an office', async () => {
  const id = await compose(officer);
  await live.pool.query(`update office set address_th = 'ถนนอัษฎางค์ กรุงเทพมหานคร 10200' where code = 'ops'`);
  const { addressees } = ok(await officer.get<LetterPage>(`/letters/${id}`));
  const labels = await officer.get(`/letters/${id}/labels?skip=3`);
  expect(labels.statusCode).toBe(200);
  const text = plain(readText(labels.raw));
  expect(addressees.length).toBeGreaterThan(0);
  for (const { name } of addressees) expect(text).toContain(plain(name));
  expect((await officer.get(`/letters/${id}/labels?skip=24`)).statusCode).toBe(400);
});

test('of a sealed item the cover says no more than the envelope, and without addressees there are no labels', async () => {
  const id = await listLetter(live.pool, { office: 'lopburi', subject: 'รายชื่อพยาน', isSealed: true, secrecy: 'secret', fromText: 'สำนักงานอัยการ' });
  const text = plain(readText((await clerk.get(`/letters/${id}/cover`)).raw));
  expect(text).toContain(plain('สำนักงานอัยการ'));
  expect(text).not.toContain(plain('รายชื่อพยาน'));
  expect(text).not.toContain(plain('ลับมาก'));
  expect((await clerk.get(`/letters/${id}/labels`)).statusCode).toBe(404);
});

describe('the whole file', () => {
  const given = async (letterId: string, bytes: Uint8Array, role: 'main' | 'enclosure', name: string): Promise<string> => {
    const { document } = ok(await clerk.upload<Uploaded>(`/documents?role=${role}&name=${encodeURIComponent(name)}`, bytes));
    await live.pool.query('update document set letter_id = $2, role = $3, attached_at = uploaded_at where id = $1', [document.id, letterId, role]);
    return document.id;
  };
  const note = (letterId: string, text: string) =>
    insertRows(live.pool, 'endorsement', [{ letter_id: letterId, seq: 1, no: 1, action: 'assigned', person_id: clerk.personId, post_id: postId('lopburi', 'registry-clerk'), capacity: 'own', text, at: '2026-11-22T03:00:00.000Z', to_unit_ids: [], to_post_ids: [] }]);

  test('is the cover where asked for, the letter, its enclosures and the notes, in this order', async () => {
    const id = await listLetter(live.pool, { office: 'lopburi', subject: 'ขอให้พิมพ์รวม' });
    await given(id, aPdf('the letter'), 'main', 'หนังสือ.pdf');
    await given(id, aPdf('the enclosure'), 'enclosure', 'แผนที่.pdf');
    await note(id, 'เห็นควรมอบกลุ่มยุทธศาสตร์');
    const file = await clerk.get(`/letters/${id}/file`);
    expect(file).toMatchObject({ statusCode: 200, headers: { 'content-type': 'application/pdf' } });
    expect([1, 2].map((number) => readText(file.raw, number).trim())).toEqual(['the letter', 'the enclosure']);
    expect(plain(readText(file.raw, 3))).toContain(plain('เห็นควรมอบกลุ่มยุทธศาสตร์'));
    expect(readInfo(file.raw).Pages).toBe('3');
    const covered = await clerk.get(`/letters/${id}/file?cover=true`);
    expect(readInfo(covered.raw).Pages).toBe('4');
    expect(plain(readText(covered.raw, 1))).toContain(plain('ใบปะหน้าหนังสือ'));
    expect((await stranger.get(`/letters/${id}/file`)).statusCode).toBe(404);
  });

  test('of a letter still being written is its draft; where there is nothing to print there is no file', async () => {
    const id = await compose(officer);
    expect(plain(readText((await officer.get(`/letters/${id}/file`)).raw, 1))).toContain(plain('ขอให้รายงานผลการใช้ระบบสารบรรณอิเล็กทรอนิกส์'));
    expect((await clerk.get(`/letters/${await listLetter(live.pool, { office: 'lopburi' })}/file`)).statusCode).toBe(404);
  });

  test('of a sealed item is not printed by whoever sees the envelope; printing a classified one is on record as reading each document', async () => {
    const registrar = await signIn(live, 'lopburi.registry.secret');
    const sealed = await listLetter(live.pool, { office: 'lopburi', isSealed: true, secrecy: 'secret' });
    await given(sealed, aPdf('sealed'), 'main', 'ก.pdf');
    expect((await clerk.get(`/letters/${sealed}/file`)).statusCode).toBe(404);
    const secret = await listLetter(live.pool, { office: 'lopburi', secrecy: 'secret' });
    const documentId = await given(secret, aPdf('secret'), 'main', 'ข.pdf');
    expect((await clerk.get(`/letters/${secret}/file`)).statusCode).toBe(404);
    expect((await registrar.get(`/letters/${secret}/file`)).statusCode).toBe(200);
    const { rowCount } = await live.pool.query(`select 1 from audit_event where kind = 'document.read' and person_id = $1 and data->>'documentId' = $2`, [registrar.personId, documentId]);
    expect(rowCount).toBe(1);
  });

  test('that is too large is refused before any of it is read', async () => {
    const id = await listLetter(live.pool, { office: 'lopburi' });
    const main = await given(id, aPdf('large'), 'main', 'ใหญ่.pdf');
    await live.pool.query('update document set size_bytes = 104857601 where id = $1', [main]);
    expect(await clerk.get(`/letters/${id}/file`)).toMatchObject({ statusCode: 422, body: { code: 'PRINT_TOO_LONG', details: { megabytes: 101, maximum: 100 } } });
  });
});
