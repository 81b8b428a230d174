import type { z } from 'zod';
import type { correspondentListSchema } from '#domain/contracts/clerk';
import type { CorrespondentEntry } from '#domain/contracts/correspondents';
import { postId } from '#db/seeds/insert-offices';
import { ok, ownPost, page, takeIn } from '#test/support/letter-steps';
import { openLiveApp, signIn, type LiveApp, type Person } from '#test/support/test-app';

jest.setTimeout(180_000);
let live: LiveApp;
let clerk: Person;
beforeAll(async () => {
  live = await openLiveApp();
  clerk = await signIn(live, 'lopburi.registry.clerk');
});
afterEach(() => expect(live.logged.filter((line) => line.includes('request failed')).join()).toBe(''));
afterAll(() => live.close());

type Listed = { readonly items: readonly CorrespondentEntry[]; readonly total: number; readonly nextCursor: string | null };
const code = ({ statusCode, body }: { readonly statusCode: number; readonly body: unknown }) => [statusCode, (body as { code?: string }).code];
const directory = async (q: string, { person = clerk, more = '' }: { readonly person?: Person; readonly more?: string } = {}): Promise<Listed> =>
  ok(await person.get<Listed>(`/correspondents/directory?postId=${(await ownPost(person)).id}&q=${encodeURIComponent(q)}${more}`));
const one = async (name: string): Promise<CorrespondentEntry> => (await directory(name)).items.find((entry) => entry.name === name)!;
const offered = async (q: string) =>
  ok(await clerk.get<z.output<typeof correspondentListSchema>>(`/correspondents?postId=${(await ownPost(clerk)).id}&q=${encodeURIComponent(q)}`)).items.map(({ name, letters, letterCode, phone }) => ({ name, letters, letterCode, phone }));
const from = (fromText: string, theirNo: string) => takeIn(clerk, { fromText, theirNo });
const fields = { letterCode: '', phone: '', address: '' };

test('a sender is in the directory once registered, one entry for a spelling that differs in blanks only, and not of a classified letter', async () => {
  await from('สมาคมชาวนา ลพบุรี', 'สช 1/1');
  await from('สมาคมชาวนาลพบุรี', 'สช 1/2');
  expect((await directory('ชาวนา')).items).toMatchObject([{ name: 'สมาคมชาวนา ลพบุรี', merged: [], letterCode: '' }]);
  await takeIn(await signIn(live, 'lopburi.registry.secret'), { fromText: 'หน่วยข่าวชายแดน', secrecy: 'confidential', theirNo: 'ลับ 1/1' });
  expect((await directory('หน่วยข่าว')).items).toEqual([]);
});

test('two spellings are merged: intake offers the kept one with all letters by any spelling, letters keep what is written, and it can be taken back', async () => {
  const wrong = await from('กรมชลประทาน ส่วนจังหวัด', 'กษ 1/1');
  await from('โครงการชลประทานลพบุรี', 'กษ 1/2');
  const [kept, other] = [await one('โครงการชลประทานลพบุรี'), await one('กรมชลประทาน ส่วนจังหวัด')];
  ok(await clerk.send('PUT', `/correspondents/${kept.id}`, { rev: kept.rev, ...fields, name: kept.name, letterCode: 'กษ 0316.30/', phone: '036 411 000', address: 'ตำบลทะเลชุบศร' }) as never);
  ok(await clerk.post(`/correspondents/${other.id}/merge`, { rev: other.rev, intoId: kept.id }));
  expect((await directory('ชลประทาน')).items).toMatchObject([{ id: kept.id, merged: [{ id: other.id, name: 'กรมชลประทาน ส่วนจังหวัด' }] }]);
  expect((await directory('ส่วนจังหวัด')).items.map(({ id }) => id)).toEqual([kept.id]);
  expect(await offered('ส่วนจังหวัด')).toEqual([{ name: 'โครงการชลประทานลพบุรี', letters: 2, letterCode: 'กษ 0316.30/', phone: '036 411 000' }]);
  expect(await page(clerk, wrong)).toMatchObject({ fromText: 'กรมชลประทาน ส่วนจังหวัด', sender: { name: 'โครงการชลประทานลพบุรี', phone: '036 411 000' } });
  const merged = (await directory('ชลประทาน')).items[0]!.merged[0]!;
  ok(await clerk.post(`/correspondents/${merged.id}/separation`, { rev: merged.rev }));
  expect((await directory('ชลประทาน')).total).toBe(2);
  expect((await offered('ส่วนจังหวัด')).map(({ name }) => name)).toEqual(['กรมชลประทาน ส่วนจังหวัด']);
  expect((await page(clerk, wrong)).sender).toMatchObject({ name: 'กรมชลประทาน ส่วนจังหวัด', phone: '' });
});

test('what was merged into one that is merged in its turn follows it, and goes back with it', async () => {
  for (const [index, name] of ['วัดเขาวง ก', 'วัดเขาวง ข', 'วัดเขาวง ค'].entries()) await from(name, `วด 1/${index}`);
  const [a, b, c] = [await one('วัดเขาวง ก'), await one('วัดเขาวง ข'), await one('วัดเขาวง ค')];
  ok(await clerk.post(`/correspondents/${a.id}/merge`, { rev: a.rev, intoId: b.id }));
  ok(await clerk.post(`/correspondents/${b.id}/merge`, { rev: b.rev, intoId: c.id }));
  expect(await offered('วัดเขาวง ก')).toMatchObject([{ name: 'วัดเขาวง ค', letters: 3 }]);
  expect(code(await clerk.post(`/correspondents/${c.id}/merge`, { rev: c.rev, intoId: a.id }))).toEqual([409, 'CORRESPONDENT_MERGED']);
  ok(await clerk.post(`/correspondents/${b.id}/separation`, { rev: b.rev + 1 }));
  expect(await offered('วัดเขาวง ก')).toMatchObject([{ name: 'วัดเขาวง ข', letters: 2 }]);
});

test('a name that another has, an older version, and a merge into itself are refused and change nothing', async () => {
  await from('เทศบาลตำบลหนึ่ง', 'ทต 1/1');
  await from('เทศบาลตำบลสอง', 'ทต 1/2');
  const [first, second] = [await one('เทศบาลตำบลหนึ่ง'), await one('เทศบาลตำบลสอง')];
  expect(code(await clerk.send('PUT', `/correspondents/${first.id}`, { rev: first.rev, ...fields, name: 'เทศบาล ตำบลสอง' }) as never)).toEqual([409, 'CORRESPONDENT_EXISTS']);
  expect(code(await clerk.post(`/correspondents/${first.id}/merge`, { rev: first.rev, intoId: first.id }))).toEqual([422, 'CORRESPONDENT_SAME']);
  expect(code(await clerk.post(`/correspondents/${first.id}/separation`, { rev: first.rev }))).toEqual([409, 'CORRESPONDENT_NOT_MERGED']);
  ok(await clerk.send('PUT', `/correspondents/${first.id}`, { rev: first.rev, ...fields, name: 'เทศบาลตำบลหนึ่งใหม่' }) as never);
  expect(code(await clerk.post(`/correspondents/${first.id}/merge`, { rev: first.rev, intoId: second.id }))).toEqual([409, 'EDIT_CONFLICT']);
  // Under its old spelling it is still found, and not entered again.
  await from('เทศบาลตำบลหนึ่ง', 'ทต 1/3');
  expect((await directory('ตำบลหนึ่ง')).items.map(({ name }) => name)).toEqual(['เทศบาลตำบลหนึ่งใหม่']);
});

test('another office’s directory is neither read nor changed, and only clerks read their own', async () => {
  await from('ชมรมจักรยานลพบุรี', 'ชม 1/1');
  const entry = await one('ชมรมจักรยานลพบุรี');
  const [elsewhere, head] = [await signIn(live, 'khonkaen.registry.clerk'), await signIn(live, 'lopburi.office-head')];
  expect((await directory('ชมรมจักรยาน', { person: elsewhere })).items).toEqual([]);
  expect(code(await elsewhere.get(`/correspondents/directory?postId=${postId('lopburi', 'registry-clerk')}`))).toEqual([422, 'POST_UNKNOWN']);
  expect(code(await elsewhere.post(`/correspondents/${entry.id}/merge`, { rev: 0, intoId: entry.id }))).toEqual([404, 'NOT_FOUND']);
  expect(code(await head.get(`/correspondents/directory?postId=${(await ownPost(head)).id}`))).toEqual([403, 'FORBIDDEN']);
});

test('the directory comes page by page, in order of names', async () => {
  for (const name of ['ศูนย์เด็กเล็ก 1', 'ศูนย์เด็กเล็ก 2', 'ศูนย์เด็กเล็ก 3']) await from(name, `ศด ${name.at(-1)}/1`);
  const first = await directory('ศูนย์เด็กเล็ก', { more: '&limit=2' });
  const second = await directory('ศูนย์เด็กเล็ก', { more: `&limit=2&cursor=${first.nextCursor}` });
  expect([first.total, ...first.items, ...second.items].map((each) => (typeof each === 'number' ? each : each.name))).toEqual([3, 'ศูนย์เด็กเล็ก 1', 'ศูนย์เด็กเล็ก 2', 'ศูนย์เด็กเล็ก 3']);
  expect(code(await clerk.get(`/correspondents/directory?postId=${(await ownPost(clerk)).id}&cursor=x`))).toEqual([400, 'VALIDATION_FAILED']);
});
