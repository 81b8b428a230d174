/** The notes on a letter as a sheet to print: what its page shows, to whoever sees the page. */
import { officeId, postId } from '#db/seeds/insert-offices';
import { act, intakeBody, ok, type Done } from '#test/support/letter-steps';
import { readText, toComparable as plain } from '#test/support/poppler';
import { openLiveApp, signIn, type LiveApp, type Person } from '#test/support/test-app';

jest.setTimeout(120_000);
let live: LiveApp;
let clerk: Person;
let deputy: Person;
let stranger: Person;
beforeAll(async () => {
  live = await openLiveApp();
  [clerk, deputy, stranger] = await Promise.all(['lopburi.registry.clerk', 'lopburi.deputy-governor-1', 'phuket.registry.clerk'].map((login) => signIn(live, login))) as [Person, Person, Person];
});
afterAll(() => live.close());

const sheetOf = (person: Person, letterId: string) => person.get(`/letters/${letterId}/endorsements`);
const begin = async (body: object): Promise<string> => ok(await clerk.post<Done>('/letters', await intakeBody(clerk, { kind: 'news_release', ...body }))).letterId;

test('names each note with its action, post, capacity and time; signs that cannot be printed do not hold it back', async () => {
  const letterId = await begin({ subject: 'ข่าวประชาสัมพันธ์ 12', theirNo: 'ภน 12/2569' });
  // The deputy governor acts for the head of the office.
  const { rows } = await live.pool.query<{ id: string }>(
    `insert into appointment (person_id, post_id, capacity, own_post_id, order_no, valid_from) values ($1, $2, 'acting_for', $3, '9/2569', now() - interval '1 hour') returning id`,
    [deputy.personId, postId('lopburi', 'office-head'), postId('lopburi', 'deputy-governor-1')],
  );
  try {
    ok(await act(deputy, letterId, {
      outcome: 'assign', action: 'assigned', note: 'มอบดำเนินการภายใน 3 วัน 😀', picks: [{ postId: postId('lopburi', 'strategy-officer'), role: 'main' }], due: { unit: 'workingDays', amount: 3 },
    }));
  } finally {
    await live.pool.query('delete from appointment where id = $1', [rows[0]!.id]);
  }
  const sheet = await sheetOf(clerk, letterId);
  expect(sheet).toMatchObject({ statusCode: 200, headers: { 'content-type': 'application/pdf', 'content-disposition': 'inline; filename="endorsements.pdf"' } });
  const text = plain(readText(sheet.raw));
  const office = await live.pool.query<{ name: string }>('select name_th as name from office where id = $1', [officeId('lopburi')]);
  for (const part of [
    office.rows[0]!.name, 'ภน ๑๒/๒๕๖๙', 'ข่าวประชาสัมพันธ์ ๑๒', 'มอบดำเนินการ', 'มอบดำเนินการภายใน ๓ วัน ?', 'เรียน', 'นักวิเคราะห์นโยบายและแผน',
    'รองผู้ว่าราชการจังหวัดลพบุรี', 'รักษาราชการแทน หัวหน้าสำนักงานจังหวัดลพบุรี',
  ]) expect(text).toContain(plain(part));
});

test('is not found where there is no note yet, and by whoever must not know of the letter', async () => {
  const letterId = await begin({});
  expect(await sheetOf(clerk, letterId)).toMatchObject({ statusCode: 404, body: { code: 'NOT_FOUND' } });
  expect(await sheetOf(stranger, letterId)).toMatchObject({ statusCode: 404, body: { code: 'NOT_FOUND' } });
});
