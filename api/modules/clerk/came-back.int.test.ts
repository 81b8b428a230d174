/** A letter that was delivered to the wrong office goes back before it is registered, and out again to the right one. */
import type { z } from 'zod';
import type { returnedPageSchema, waitingPageSchema } from '#domain/contracts/clerk';
import { act, compose, ok, page, taskOn, type InboxAnswer } from '#test/support/letter-steps';
import { openWholeApp, signIn, type Person } from '#test/support/test-app';
import { eventually } from '#test/support/worker-stack';

jest.setTimeout(180_000);
let whole: Awaited<ReturnType<typeof openWholeApp>>;
beforeAll(async () => {
  whole = await openWholeApp({ config: { actTimeoutMs: 60_000 } });
}, 180_000);
afterAll(() => whole.close());

const arrives = (person: Person, subject: string): Promise<string> =>
  eventually(async () => ok(await person.get<InboxAnswer>('/tasks')).items.find((item) => item.subject === subject)?.letterId, `${subject} for ${person.login}`);
const returned = async (person: Person) => ok(await person.get<z.output<typeof returnedPageSchema>>('/clerk/returned')).items;
const waiting = async (person: Person) => ok(await person.get<z.output<typeof waitingPageSchema>>('/clerk/waiting')).items;

test('the sender is told why, sends it again to a corrected addressee, and waits for that answer', async () => {
  const [officer, section, director, deputy, opsClerk, wrong, right] = (await Promise.all(
    ['ops.ict.officer', 'ops.ict.section-head', 'ops.ict.director', 'ops.deputy-ps-2', 'ops.registry.clerk', 'lopburi.registry.clerk', 'chonburi.registry.clerk'].map((login) => signIn(whole, login)),
  )) as [Person, Person, Person, Person, Person, Person, Person];
  const subject = 'ขอข้อมูลนิคมอุตสาหกรรม';
  const letterId = await compose(officer, { subject, dateAsked: '2027-01-15', recipients: [{ officeCode: 'lopburi', role: 'lead' }] });
  ok(await act(officer, letterId, { outcome: 'submit' }));
  ok(await act(section, letterId, { outcome: 'approve' }));
  ok(await act(director, letterId, { outcome: 'approve' }));
  ok(await act(deputy, letterId, { outcome: 'sign', signature: { password: 'saraban-demo' } }));

  const misled = await arrives(wrong, subject);
  expect(await act(wrong, misled, { outcome: 'sendBack' })).toMatchObject({ statusCode: 422, body: { code: 'NOTE_REQUIRED' } });
  const { numbers } = ok(await act(wrong, misled, { outcome: 'sendBack', note: 'ส่งผิดหน่วยงาน นิคมอยู่ที่จังหวัดชลบุรี' }));
  expect(numbers).toEqual([]);
  expect(await page(wrong, misled)).toMatchObject({ status: 'ended', outcome: 'returned', receiveNo: null });

  const reason = 'ส่งผิดหน่วยงาน นิคมอยู่ที่จังหวัดชลบุรี';
  const question = await eventually(async () => (await page(officer, letterId)).myTasks[0], 'the question what becomes of it');
  expect(question.form.outcomes.map(({ code, needs }) => [code, needs])).toEqual([['resend', ['recipients']], ['accept', []]]);
  expect((await page(officer, letterId)).deliveries).toMatchObject([{ status: 'returned', returnReason: reason }]);
  expect(await returned(opsClerk)).toMatchObject([{ kind: 'delivery', letterId, reason, by: { th: expect.stringContaining('ลพบุรี') } }]);

  expect(await act(officer, letterId, { outcome: 'resend' })).toMatchObject({ statusCode: 422, body: { code: 'RECIPIENTS_REQUIRED', details: { field: 'recipients' } } });
  expect(await act(officer, letterId, { outcome: 'resend', recipients: [{ officeCode: 'nowhere', role: 'lead' }] })).toMatchObject({ statusCode: 422, body: { code: 'OFFICE_UNKNOWN' } });
  ok(await act(officer, letterId, { outcome: 'resend', recipients: [{ officeCode: 'chonburi', role: 'lead' }] }));
  expect((await page(officer, letterId)).deliveries.map(({ office, status }) => [office?.code, status]).toSorted()).toEqual([['chonburi', 'sent'], ['lopburi', 'returned']]);
  expect((await waiting(opsClerk)).filter((item) => item.letterId === letterId)).toMatchObject([{ for: 'registration', to: { th: expect.stringContaining('ชลบุรี') }, dueOn: '2027-01-15' }]);

  const there = await arrives(right, subject);
  expect(await page(right, there)).toMatchObject({ cameBy: { office: { code: 'ops' } }, documents: [expect.objectContaining({ role: 'main' })] });
  ok(await act(right, there, { outcome: 'register' }));
  await eventually(async () => (await waiting(opsClerk)).find((item) => item.letterId === letterId && item.for === 'answer'), 'an answer is waited for');
  expect(await taskOn(officer, letterId).catch(() => null)).toBeNull();
});
