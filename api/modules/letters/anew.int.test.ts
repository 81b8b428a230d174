import { bookId, postId } from '#db/seeds/insert-offices';
import type { EntryView } from '#domain/contracts/books';
import { aPdf } from '#test/support/a-pdf';
import { act, type Done, intakeBody, ok, page, takeIn, taskOn } from '#test/support/letter-steps';
import { listLetter } from '#test/support/listed-letters';
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

const REASON = 'ลงชื่อผู้ส่งผิด';
const code = ({ statusCode, body }: { readonly statusCode: number; readonly body: unknown }) => [statusCode, (body as { code?: string }).code];
const upload = async (person: Person, text: string): Promise<string> =>
  ok(await person.upload<{ document: { id: string } }>('/documents?role=main', aPdf(text), { 'x-file-name': 'letter.pdf' })).document.id;
const anewBody = async (person: Person, letterId: string, change: object = {}): Promise<object> => {
  const { seq } = await page(person, letterId);
  return intakeBody(person, { fromText: 'เทศบาลเมืองบ้านหมี่', onSame: 'refuse', insteadOf: { letterId, seq, reason: REASON }, ...change });
};
const entries = async (): Promise<readonly EntryView[]> => ok(await clerk.get<{ items: EntryView[] }>(`/books/${bookId('lopburi', 'receive')}/years/2569/entries?limit=20`)).items;
const entryOf = async (letterId: string): Promise<EntryView | undefined> => (await entries()).find((entry) => entry.letterId === letterId);

describe('a wrong registration', () => {
  test('is cancelled with its reason and registered anew in one act; register and letters tell of each other', async () => {
    const documentId = await upload(clerk, 'wrongly registered');
    const wrong = await takeIn(clerk, { theirNo: 'ลบ 52001/881', documents: [{ documentId, role: 'main' }] });
    const before = await page(clerk, wrong);
    expect(before.can).toContain('registerAnew');
    const answer = ok(await clerk.post<Done>('/letters', await anewBody(clerk, wrong, { theirNo: 'ลบ 52001/881', documents: [{ documentId, role: 'main' }] })));
    const [old, anew] = [await page(clerk, wrong), await page(clerk, answer.letterId)];
    expect(answer).toMatchObject({ status: 'done', numbers: [{ printed: anew.receiveNo }] });
    expect(old).toMatchObject({ status: 'ended', outcome: 'cancelled', receiveNo: null, holders: [], numbers: [{ printed: before.receiveNo, status: 'cancelled', cancelReason: REASON }] });
    expect(anew).toMatchObject({ status: 'running', fromText: 'เทศบาลเมืองบ้านหมี่' });
    expect([old.links, anew.links]).toMatchObject([[{ letterId: anew.id, kind: 'replacedBy', receiveNo: anew.receiveNo }], [{ letterId: wrong, kind: 'replaces', receiveNo: before.receiveNo }]]);
    expect(await entryOf(wrong)).toMatchObject({ status: 'cancelled', remark: REASON, anewNo: anew.receiveNo, insteadOf: null });
    expect(await entryOf(anew.id)).toMatchObject({ status: 'issued', anewNo: null, insteadOf: before.receiveNo });
    // The file stays with the old letter and comes along with the new one.
    const mains = [old, anew].map(({ documents }) => documents.find(({ role }) => role === 'main'));
    expect(mains[0]!.sha256).toBe(mains[1]!.sha256);
    expect(mains[0]!.id).not.toBe(mains[1]!.id);
  });

  test('is made anew once, however often the request is sent', async () => {
    const wrong = await takeIn(clerk, { theirNo: 'ลบ 52001/882' });
    const body = await anewBody(clerk, wrong, { theirNo: 'ลบ 52001/882' });
    const key = { 'idempotency-key': crypto.randomUUID() };
    const answers = [await clerk.post<Done>('/letters', body, key), await clerk.post<Done>('/letters', body, key)].map(ok);
    expect(answers[0]).toEqual(answers[1]);
    const { rows } = await live.pool.query<{ n: number }>(`select count(*)::int as n from letter where their_no = 'ลบ 52001/882'`);
    expect(rows[0]!.n).toBe(2);
    expect(code(await clerk.post('/letters', await anewBody(clerk, wrong)))).toEqual([409, 'LETTER_ENDED']);
  });

  test('that somebody has acted on since is not cancelled by who has not seen it, and nothing is registered', async () => {
    const wrong = await takeIn(clerk, { theirNo: 'ลบ 52001/883' });
    const body = await anewBody(clerk, wrong, { theirNo: 'ลบ 52001/883' });
    const head = await signIn(live, 'lopburi.office-head');
    const task = await taskOn(head, wrong);
    ok(await act(head, wrong, { outcome: task.form.outcomes[0]!.code, note: 'เสนอ' }));
    expect(code(await clerk.post('/letters', body))).toEqual([409, 'LETTER_STALE']);
    const { rows } = await live.pool.query<{ n: number }>(`select count(*)::int as n from letter where their_no = 'ลบ 52001/883'`);
    expect(rows[0]!.n).toBe(1);
    expect((await page(clerk, wrong)).status).toBe('running');
  });

  test('needs a reason, a registry, and a letter from paper', async () => {
    const wrong = await takeIn(clerk, { theirNo: 'ลบ 52001/884' });
    const { seq } = await page(clerk, wrong);
    expect(code(await clerk.post('/letters', await intakeBody(clerk, { insteadOf: { letterId: wrong, seq, reason: ' ' } })))).toEqual([400, 'VALIDATION_FAILED']);
    const unit = await signIn(live, 'lopburi.strategy.clerk');
    expect([403, 404]).toContain((await unit.post('/letters', await intakeBody(unit, { insteadOf: { letterId: wrong, seq, reason: REASON } }))).statusCode);
    const elsewhere = await signIn(live, 'khonkaen.registry.clerk');
    expect(code(await elsewhere.post('/letters', await intakeBody(elsewhere, { insteadOf: { letterId: wrong, seq, reason: REASON } })))).toEqual([404, 'NOT_FOUND']);
    const sealed = await listLetter(live.pool, { office: 'lopburi', isSealed: true, subject: null, secrecy: 'confidential' });
    expect([403, 409]).toContain((await clerk.post('/letters', await intakeBody(clerk, { insteadOf: { letterId: sealed, seq: 1, reason: REASON } }))).statusCode);
    expect((await page(clerk, wrong)).status).toBe('running');
  });

  test('of an office is not made anew in a post of another', async () => {
    const wrong = await takeIn(clerk, { theirNo: 'ลบ 52001/885' });
    expect(code(await clerk.post('/letters', await anewBody(clerk, wrong, { postId: postId('khonkaen', 'registry-clerk') })))).toEqual([403, 'FORBIDDEN']);
  });
});
