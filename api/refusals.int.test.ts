/**
 * What follows from how things stand cannot be accepted either, over HTTP: each attempt is answered with a code and a sentence in the reader's
 * language, and leaves the database as it was. (Wrong values, form by form: bad-input.int.test.ts. What the screens make of it: e2e/bad-input.e2e.ts.)
 */
import type { MyTask } from '#domain/contracts/letter-page';
import { act, compose, intakeBody, ok, ownPost, page, takeIn, taskOn } from '#test/support/letter-steps';
import { openLiveApp, signIn, type Answer, type LiveApp, type Person } from '#test/support/test-app';

jest.setTimeout(180_000);

const MAX_UPLOAD = 64 * 1024;
const NOBODYS = '00000000-0000-4000-8000-000000000000';
type Problem = { readonly code: string; readonly message: string; readonly details: { readonly fields?: readonly { readonly path: string; readonly label: string; readonly message: string }[] }; readonly requestId: string };
type Language = { readonly 'accept-language': 'th' | 'en' };

let live: LiveApp;
let clerk: Person;
let officer: Person;
let head: Person;
let stranger: Person;
let letterId: string;
let outgoing: string;
/** A task that its holder has done. */
let done: Pick<MyTask, 'taskId' | 'rev'> & { readonly letterId: string };
let gone: Person;

beforeAll(async () => {
  live = await openLiveApp({ config: { uploadMaxBytes: MAX_UPLOAD } });
  [clerk, officer, head, stranger] = (await Promise.all(['lopburi.registry.clerk', 'ops.ict.officer', 'lopburi.office-head', 'khonkaen.registry.clerk'].map((login) => signIn(live, login)))) as [Person, Person, Person, Person];
  const acted = await takeIn(clerk);
  done = { ...(await taskOn(head, acted)), letterId: acted };
  ok(await act(head, acted, { outcome: 'approve' }));
  letterId = await takeIn(clerk);
  outgoing = await compose(officer);
  gone = await signIn(live, 'lopburi.strategy.officer');
  ok(await gone.send('DELETE', '/session'));
});
afterAll(() => live?.close());

/** All that a refused attempt could have left behind. Commands are kept, with how they ended. */
async function fingerprint(): Promise<unknown> {
  const { rows } = await live.pool.query(
    `select (select count(*) from letter) as letters, (select sum(seq) from letter) as seqs, (select count(*) from transition) as transitions, (select count(*) from task) as tasks,
       (select count(*) from register_entry) as entries, (select sum(last_no) from number_counter) as numbers, (select count(*) from document) as documents,
       (select count(*) from endorsement) as notes, (select count(*) from delivery) as deliveries, (select count(*) from outbox) as effects,
       (select count(*) from letter_version) as versions, (select count(*) from session) as sessions, (select count(*) from audit_event) as events`,
  );
  return rows[0];
}

const PDF_HEAD = Buffer.from('%PDF-1.7\n');
const upload = (language: Language, bytes: Uint8Array) => clerk.upload('/documents?role=main', bytes, { 'x-file-name': encodeURIComponent('หนังสือ.pdf'), ...language });
const intake = async (language: Language, change: object) => clerk.post('/letters', await intakeBody(clerk, change), language);
const draft = async (language: Language, change: object) => {
  const { post } = await taskOn(officer, outgoing);
  return officer.post('/letters', { type: 'outgoing', kind: 'external_letter', urgency: 'normal', subject: 'ขอข้อมูล', body: 'ด้วย', recipients: [{ officeCode: 'lopburi', role: 'lead' }], postId: post.id, ...change }, language);
};
const actAgain = (language: Language) => head.post(`/letters/${done.letterId}/tasks/${done.taskId}/acts`, { rev: done.rev, outcome: 'approve' }, language);
/** The task of the head of office, by somebody else. */
async function actFor(by: Person, language: Language): Promise<Answer> {
  const { taskId, rev } = await taskOn(head, letterId);
  return by.post(`/letters/${letterId}/tasks/${taskId}/acts`, { rev, outcome: 'approve' }, language);
}
async function entriesOf(year: string, language: Language): Promise<Answer> {
  const { items } = ok(await clerk.get<{ items: readonly { id: string }[] }>('/books'));
  return clerk.get(`/books/${items[0]?.id ?? ''}/years/${year}/entries`, language);
}
async function replyTo(letter: string, language: Language): Promise<Answer> {
  return stranger.post(`/letters/${letter}/reply`, { postId: (await ownPost(stranger)).id, body: 'ขอตอบ' }, language);
}

type Attempt = readonly [what: string, attempt: (language: Language) => Promise<Answer>, expected: { readonly status: number; readonly code: string; readonly field?: string }];
const ATTEMPTS: readonly Attempt[] = [
  ['an empty subject', (language) => intake(language, { subject: '' }), { status: 400, code: 'VALIDATION_FAILED', field: 'body.subject' }],
  ['a subject of blanks', (language) => intake(language, { subject: ' \u200b ' }), { status: 400, code: 'VALIDATION_FAILED', field: 'body.subject' }],
  ['a subject of 300 characters', (language) => intake(language, { subject: 'ก'.repeat(300) }), { status: 400, code: 'VALIDATION_FAILED', field: 'body.subject' }],
  ['a draft with a subject of 300 characters', (language) => draft(language, { subject: 'ก'.repeat(300) }), { status: 400, code: 'VALIDATION_FAILED', field: 'body.subject' }],
  ['an unknown office', (language) => draft(language, { recipients: [{ officeCode: 'atlantis', role: 'lead' }] }), { status: 422, code: 'OFFICE_UNKNOWN' }],
  ['a PDF that is not one', (language) => upload(language, Buffer.from('<html>not a pdf</html>')), { status: 415, code: 'FILE_TYPE_REFUSED' }],
  ['a PDF that only begins like one', (language) => upload(language, Buffer.concat([PDF_HEAD, Buffer.from('and then nothing')])), { status: 422, code: 'FILE_BROKEN' }],
  ['a file of 0 bytes', (language) => upload(language, Buffer.alloc(0)), { status: 422, code: 'FILE_EMPTY' }],
  ['a file that is too large', (language) => upload(language, Buffer.concat([PDF_HEAD, Buffer.alloc(MAX_UPLOAD)])), { status: 413, code: 'FILE_TOO_LARGE' }],
  ['a wrong CSRF token', (language) => clerk.post(`/letters/${letterId}/acts`, { type: 'hold', seq: 1, reason: 'x' }, { ...language, 'x-csrf-token': 'made-up' }), { status: 403, code: 'CSRF_FAILED' }],
  ['a session that has ended', (language) => gone.post(`/letters/${letterId}/acts`, { type: 'hold', seq: 1, reason: 'x' }, language), { status: 401, code: 'SESSION_EXPIRED' }],
  ['acting twice', actAgain, { status: 409, code: 'TASK_NOT_OPEN' }],
  ['acting on another’s task', (language) => actFor(clerk, language), { status: 403, code: 'FORBIDDEN' }],
  ['acting on a task of an office where one has no part', (language) => actFor(stranger, language), { status: 404, code: 'NOT_FOUND' }],
  ['a year that does not exist', (language) => entriesOf('2400', language), { status: 404, code: 'BOOK_YEAR_UNKNOWN' }],
  ['a year that is none', (language) => entriesOf('twenty', language), { status: 400, code: 'VALIDATION_FAILED', field: 'params.yearBe' }],
  ['a reply to a letter one may not see', (language) => replyTo(letterId, language), { status: 404, code: 'NOT_FOUND' }],
  ['a reply to a letter that does not exist', (language) => replyTo(NOBODYS, language), { status: 404, code: 'NOT_FOUND' }],
];

const THAI = /[\u0e00-\u0e7f]/;
const ENGLISH = /^[^\u0e00-\u0e7f]*[A-Za-z][^\u0e00-\u0e7f]*$/;

test.each(ATTEMPTS)('%s is refused in Thai and in English, and nothing is changed', async (_what, attempt, { status, code, field }) => {
  const before = await fingerprint();
  for (const [language, looks] of [['th', THAI], ['en', ENGLISH]] as const) {
    const { statusCode, body } = (await attempt({ 'accept-language': language })) as Answer<Problem>;
    expect({ statusCode, code: body.code }).toEqual({ statusCode: status, code });
    expect(body.message).toMatch(looks);
    expect(body.requestId).not.toBe('');
    if (field === undefined) continue;
    const named = body.details.fields?.find(({ path }) => path === field);
    expect(named?.label).toMatch(looks);
    expect(named?.message).toMatch(looks);
  }
  expect(await fingerprint()).toEqual(before);
});

test('what one may not see and what is not there are answered alike', async () => {
  const answers = await Promise.all([letterId, NOBODYS].map(async (each) => {
    const { statusCode, body } = (await replyTo(each, { 'accept-language': 'th' })) as Answer<Problem>;
    return { statusCode, body: { ...body, requestId: '', details: {} } };
  }));
  expect(answers[0]).toEqual(answers[1]);
});

test('what was refused does not stand in the way: the same task is done by whoever has it', async () => {
  ok(await act(head, letterId, { outcome: 'approve' }));
  expect((await page(head, letterId)).myTasks).toEqual([]);
});
