/** The papers that go along with a letter: to whoever sees its page. */
import { ok, compose } from '#test/support/letter-steps';
import { listLetter } from '#test/support/listed-letters';
import { readText, toComparable as plain } from '#test/support/poppler';
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
