import { postId } from '#db/seeds/insert-offices';
import type { CitedLetter, SameLetter } from '#domain/contracts/intake';
import { intakeBody, ok, ownPost, page, takeIn } from '#test/support/letter-steps';
import { listDelivery, listLetter } from '#test/support/listed-letters';
import { openLiveApp, signIn, type LiveApp, type Person } from '#test/support/test-app';

jest.setTimeout(180_000);
let live: LiveApp;
beforeAll(async () => {
  live = await openLiveApp();
});
afterEach(() => expect(live.logged.filter((line) => line.includes('request failed')).join()).toBe(''));
afterAll(() => live.close());

const clerkOf = (office: string): Promise<Person> => signIn(live, `${office}.registry.clerk`);
type Known = { readonly same: readonly SameLetter[]; readonly cited: readonly CitedLetter[] };
const known = async (person: Person, query: { readonly [name: string]: string }): Promise<Known> =>
  ok(await person.get<Known>(`/intake/known?${new URLSearchParams({ postId: (await ownPost(person)).id, ...query }).toString()}`));
const same = async (person: Person, query: { readonly [name: string]: string }): Promise<string[]> => (await known(person, query)).same.map(({ letterId, why }) => `${why} ${letterId}`);
const code = ({ statusCode, body }: { readonly statusCode: number; readonly body: unknown }) => [statusCode, (body as { code?: string }).code];

describe('the same letter in the register', () => {
  test('is found by number and day in any spelling, and not by another day', async () => {
    const letterId = await listLetter(live.pool, { office: 'chiangmai', fromText: 'กรมการปกครอง', theirNo: 'มท 0310.1/ว 25', theirDate: '2026-11-19' });
    const clerk = await clerkOf('chiangmai');
    expect(await same(clerk, { theirNo: 'มท๐๓๑๐.๑/ว๒๕', theirDate: '2026-11-19' })).toEqual([`number ${letterId}`]);
    expect(await same(clerk, { theirNo: 'ที่ มท 0310.1/ว 25' })).toEqual([`number ${letterId}`]);
    expect(await same(clerk, { theirNo: 'มท 0310.1/ว 25', theirDate: '2026-11-18' })).toEqual([]);
    expect(await same(clerk, { theirNo: 'มท 0310.1/ว 255', theirDate: '2026-11-19' })).toEqual([]);
  });

  test('under a number without an office’s code is the same only by the same sender', async () => {
    const letterId = await listLetter(live.pool, { office: 'chiangmai', fromText: 'ชมรมผู้สูงอายุ', theirNo: '12/2569', theirDate: '2026-11-19' });
    const clerk = await clerkOf('chiangmai');
    expect(await same(clerk, { theirNo: '12/2569', fromText: 'ชมรม ผู้สูงอายุ', theirDate: '2026-11-19' })).toEqual([`number ${letterId}`]);
    expect(await same(clerk, { theirNo: '12/2569', fromText: 'ชมรมกีฬา', theirDate: '2026-11-19' })).toEqual([]);
  });

  test('with nearly the same subject by the same sender is pointed out', async () => {
    const letterId = await listLetter(live.pool, { office: 'phuket', fromText: 'เทศบาลนครภูเก็ต', subject: 'ขอเชิญประชุมคณะกรรมการป้องกันอุบัติภัยทางทะเล' });
    const clerk = await clerkOf('phuket');
    expect(await same(clerk, { fromText: 'เทศบาลนครภูเก็ต', subject: 'ขอเชิญประชุมคณะกรรมการป้องกันอุบัติภัยทางน้ำ' })).toEqual([`subject ${letterId}`]);
    expect(await same(clerk, { fromText: 'เทศบาลนครภูเก็ต', subject: 'ขอใช้สนามกีฬากลางจังหวัด' })).toEqual([]);
    expect(await same(clerk, { fromText: 'จังหวัดพังงา', subject: 'ขอเชิญประชุมคณะกรรมการป้องกันอุบัติภัยทางน้ำ' })).toEqual([]);
  });

  test('of another office, and a classified one by its subject, are not given away', async () => {
    const subject = 'แผนรักษาความปลอดภัยสถานที่สำคัญของจังหวัด';
    await listLetter(live.pool, { office: 'songkhla', fromText: 'กองทัพภาค', subject, secrecy: 'secret', theirNo: 'กห 0484/ล 9', theirDate: '2026-11-19' });
    await listLetter(live.pool, { office: 'khonkaen', fromText: 'กองทัพภาค', subject, theirNo: 'กห 0484/9', theirDate: '2026-11-19' });
    const clerk = await clerkOf('songkhla');
    expect(await known(clerk, { fromText: 'กองทัพภาค', subject, theirNo: 'กห 0484/ล 9', theirDate: '2026-11-19' })).toEqual({ same: [], cited: [] });
    expect(await same(clerk, { theirNo: 'กห 0484/9', theirDate: '2026-11-19' })).toEqual([]);
    expect(code(await clerk.get(`/intake/known?postId=${postId('khonkaen', 'registry-clerk')}&theirNo=1/1`))).toEqual([422, 'POST_UNKNOWN']);
  });

  test('that was cancelled does not stand in the way', async () => {
    await listLetter(live.pool, { office: 'phuket', fromText: 'กรมที่ดิน', theirNo: 'มท 0501/7', theirDate: '2026-11-19', status: 'ended', outcome: 'cancelled' });
    expect(await same(await clerkOf('phuket'), { theirNo: 'มท 0501/7', theirDate: '2026-11-19' })).toEqual([]);
  });
});

describe('letters of ours that one refers to', () => {
  const sent = async (office: string, letterNo: string, change: object = {}): Promise<string> => {
    const letterId = await listLetter(live.pool, { office, direction: 'outgoing', letterNo, letterDate: '2026-10-01', subject: 'ขอข้อมูล', ...change });
    await listDelivery(live.pool, { letterId, from: office, to: 'lopburi', sentAt: '2026-10-01T02:00:00.000Z' });
    return letterId;
  };

  test('are found by number and day, within the reader’s office and clearance', async () => {
    const letterId = await sent('udonthani', 'นน 0017.2/15');
    await sent('udonthani', 'นน 0017.2/16', { secrecy: 'secret' });
    await sent('khonkaen', 'พร 0017.2/17');
    const clerk = await clerkOf('udonthani');
    const cites = 'นน ๐๐๑๗.๒/๑๕ ลงวันที่ ๑ ต.ค. ๒๕๖๙\nนน 0017.2/16\nพร 0017.2/17\nไม่มีเลข';
    expect((await known(clerk, { cites })).cited).toMatchObject([{ letterId, letterNo: 'นน 0017.2/15', isAnswerable: true }]);
    expect((await known(clerk, { cites: 'นน 0017.2/15 ลงวันที่ 2 ต.ค. 2569' })).cited).toEqual([]);
  });

  test('are tied to the letter when it is registered', async () => {
    const letterId = await sent('lopburi', 'ลบ 0017.2/4711');
    const clerk = await clerkOf('lopburi');
    const id = await takeIn(clerk, { references: [{ letterNo: 'ลบ 0017.2/4711', date: '2026-10-01', letterId: null }, { letterNo: 'นร 0505/1', date: null, letterId }] });
    const { rows } = await live.pool.query('select to_letter_id as "to", kind from letter_link where from_letter_id = $1', [id]);
    expect(rows).toEqual([{ to: letterId, kind: 'refers' }]);
    expect((await page(clerk, id)).links.map((link) => link.letterId)).toEqual([letterId]);
  });
});

describe('two clerks with the same letter', () => {
  const body = async (clerk: Person, change: object = {}) => intakeBody(clerk, { theirNo: 'มท 0820.3/777', theirDate: '2026-11-20', onSame: 'refuse', ...change });

  test('at the same moment: one registers, the other is told, and nothing is registered twice', async () => {
    const [one, other] = await Promise.all([clerkOf('lopburi'), clerkOf('lopburi')]);
    const answers = await Promise.all([one.post('/letters', await body(one)), other.post('/letters', await body(other))]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(answers.find(({ statusCode }) => statusCode === 409)!.body).toMatchObject({ code: 'LETTER_TAKEN_IN' });
    const { rows } = await live.pool.query<{ n: number }>(`select count(*)::int as n from letter where their_no = 'มท 0820.3/777'`);
    expect(rows[0]!.n).toBe(1);
  });

  test('the same request again is answered by what the first came to, not refused as another clerk’s', async () => {
    const clerk = await clerkOf('lopburi');
    const asked = await body(clerk, { theirNo: 'มท 0820.3/779' });
    const key = { 'idempotency-key': crypto.randomUUID() };
    const first = await clerk.post('/letters', asked, key);
    expect([first.statusCode, (await clerk.post('/letters', asked, key)).body]).toEqual([200, first.body]);
  });

  test('later: the second is asked, and may register it all the same', async () => {
    const clerk = await clerkOf('lopburi');
    expect(code(await clerk.post('/letters', await body(clerk, { theirNo: 'มท๐๘๒๐.๓/๗๗๗' })))).toEqual([409, 'LETTER_TAKEN_IN']);
    expect((await clerk.post('/letters', await body(clerk, { onSame: 'take' }))).statusCode).toBe(200);
  });

  test('a classified one that the second may not know of is not given away by a refusal', async () => {
    const clerk = await clerkOf('lopburi');
    await listLetter(live.pool, { office: 'lopburi', fromText: 'กองทัพภาค', secrecy: 'secret', theirNo: 'กห 0484/55', theirDate: '2026-11-19' });
    expect((await clerk.post('/letters', await body(clerk, { theirNo: 'กห 0484/55', theirDate: '2026-11-19' }))).statusCode).toBe(200);
  });
});

test.each([['2026-02-30', 400, 'VALIDATION_FAILED'], ['1926-11-19', 400, 'VALIDATION_FAILED'], ['2469-11-19', 422, 'LETTER_DATE_AHEAD']])('a letter dated %s is refused at its field and takes no number', async (theirDate, status, why) => {
  const clerk = await clerkOf('lopburi');
  const answer = await clerk.post('/letters', await intakeBody(clerk, { theirDate }));
  expect([...code(answer), JSON.stringify(answer.body).includes('theirDate')]).toEqual([status, why, true]);
});
