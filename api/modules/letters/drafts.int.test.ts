/** What a letter's text must be before it goes on its way, and what a draft keeps of its changes. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Uploaded } from '#domain/contracts/documents';
import { projectRoot } from '#platform/project-root';
import { act, compose, intakeBody, ok, ownPost, page, taskOn, takeIn } from '#test/support/letter-steps';
import { openLiveApp, signIn, type Answer, type LiveApp, type Person } from '#test/support/test-app';

jest.setTimeout(120_000);
type Refused = { readonly code: string; readonly message: string; readonly details: { readonly field?: string; readonly characters?: readonly string[] } };
const THAI = { 'accept-language': 'th' };
let live: LiveApp;
let officer: Person;
let section: Person;
let clerk: Person;
beforeAll(async () => {
  live = await openLiveApp();
  [officer, section, clerk] = await Promise.all(['ops.ict.officer', 'ops.ict.section-head', 'lopburi.registry.clerk'].map((login) => signIn(live, login))) as [Person, Person, Person];
});
afterEach(() => expect(live.logged.filter((line) => line.includes('request failed')).join()).toBe(''));
afterAll(() => live.close());

const letters = async (): Promise<number> => (await live.pool.query<{ n: number }>('select count(*)::int as n from letter')).rows[0]!.n;
const refusal = ({ statusCode, body }: Answer): Refused & { readonly statusCode: number } => ({ statusCode, ...(body as Refused) });
/** Saves the open draft with this change. */
async function save(letterId: string, change: object, person = officer): Promise<Answer> {
  const { taskId, rev } = await taskOn(officer, letterId);
  return person.send('PUT', `/letters/${letterId}/draft`, { taskId, rev, text: {}, ...change });
}
let variants = 0;
async function upload(person: Person): Promise<string> {
  const pdf = await readFile(join(projectRoot(), 'platform/pdf/fixtures/linearised.pdf'));
  variants += 1;
  const bytes = Buffer.concat([pdf, Buffer.from(`\n% ${variants}\n`)]);
  return ok(await person.upload<Uploaded>('/documents?role=enclosure', bytes, { 'x-file-name': `${variants}.pdf` })).document.id;
}

describe('signs that the document font lacks', () => {
  test.each([
    ['subject', { subject: 'ขอเชิญประชุม 🙂' }, '🙂'],
    ['body', { body: 'เรียนมาเพื่อทราบ 你好' }, '你 好'],
    ['toText', { toText: 'ผู้ว่าราชการจังหวัด ☃' }, '☃'],
    ['enclosureList', { enclosureList: ['แบบรายงาน', 'แผ่นพับ 📎'] }, '📎'],
    ['recipients', { recipients: [{ name: 'มูลนิธิ ❤', address: '', role: 'lead' }] }, '❤'],
  ])('refuse a new letter, with %s and the signs named', async (field, change, signs) => {
    const before = await letters();
    const body = { type: 'outgoing', kind: 'external_letter', urgency: 'normal', subject: 'ขอเชิญประชุม', recipients: [{ officeCode: 'lopburi', role: 'lead' }], postId: (await ownPost(officer)).id, ...change };
    const refused = refusal(await officer.post('/letters', body, THAI));
    expect(refused).toMatchObject({ statusCode: 422, code: 'TEXT_NOT_PRINTABLE', details: { field } });
    expect(refused.message).toContain(`“${signs}”`);
    expect(refused.message).toMatch(/^[ก-๙/]+ มีเครื่องหมาย/);
    expect(await letters()).toBe(before);
  });

  test('refuse an intake and a reply as well', async () => {
    expect(refusal(await clerk.post('/letters', await intakeBody(clerk, { subject: 'ด่วน ‼🚨' }), THAI))).toMatchObject({ code: 'TEXT_NOT_PRINTABLE', details: { field: 'subject' } });
    const letterId = await takeIn(clerk);
    expect(refusal(await clerk.post(`/letters/${letterId}/reply`, { postId: (await ownPost(clerk)).id, body: 'ตอบแล้ว ✅' }))).toMatchObject({ code: 'TEXT_NOT_PRINTABLE', details: { field: 'body' } });
  });

  test('may stand in a draft that is saved, but are refused when it is submitted or amended; nothing is lost', async () => {
    const letterId = await compose(officer);
    ok(await save(letterId, { text: { body: 'จึงเรียนมาเพื่อทราบ 🎉' } }) as never);
    expect(refusal(await officer.get(`/letters/${letterId}/preview`))).toMatchObject({ statusCode: 422, code: 'TEXT_NOT_PRINTABLE', details: { field: 'body' } });
    expect(refusal(await act(officer, letterId, { outcome: 'submit' }))).toMatchObject({ statusCode: 422, code: 'TEXT_NOT_PRINTABLE', details: { field: 'body', characters: ['🎉'] } });
    expect(await page(officer, letterId)).toMatchObject({ body: 'จึงเรียนมาเพื่อทราบ 🎉', myTasks: [{ kind: 'draft' }] });
    ok(await act(officer, letterId, { outcome: 'submit', text: { body: 'จึงเรียนมาเพื่อทราบ' } }));
    ok(await act(section, letterId, { outcome: 'approve' }));
    const director = await signIn(live, 'ops.ict.director');
    expect(refusal(await act(director, letterId, { outcome: 'amend', text: { subject: 'เรื่อง 🎉' } }))).toMatchObject({ code: 'TEXT_NOT_PRINTABLE', details: { field: 'subject' } });
    expect((await page(director, letterId)).versions).toHaveLength(1);
  });
});

describe('a letter that is to be sent has somebody to be sent to', () => {
  test('a draft without addressees is not submitted', async () => {
    const letterId = await compose(officer, { recipients: [] });
    const refused = refusal(await act(officer, letterId, { outcome: 'submit' }));
    expect(refused).toMatchObject({ statusCode: 422, code: 'RECIPIENTS_REQUIRED', details: { field: 'recipients' } });
    expect((await taskOn(officer, letterId)).kind).toBe('draft');
    ok(await act(officer, letterId, { outcome: 'submit', recipients: [{ officeCode: 'lopburi', role: 'lead' }] }));
  });

  test('a distribution list that is not there, or on which nobody can be written to, starts nothing', async () => {
    const postId = (await ownPost(officer)).id;
    const circular = (listCode: string) => officer.post('/letters', { type: 'outgoing', kind: 'external_letter', urgency: 'normal', subject: 'แจ้งเวียน', isCircular: true, listCode, postId });
    await live.pool.query(`insert into distribution_list (office_id, code, name_th, name_en, members) select id, 'nobody', 'ว่าง', 'Empty', '[]' from office where code = 'ops'`);
    const before = await letters();
    expect(refusal(await circular('no-such-list'))).toMatchObject({ code: 'RECIPIENTS_REQUIRED', details: { field: 'listCode' } });
    expect(refusal(await circular('nobody'))).toMatchObject({ code: 'RECIPIENTS_REQUIRED', details: { field: 'listCode' } });
    expect(await letters()).toBe(before);
  });

  test('an order, which its route does not send, needs none', async () => {
    const letterId = await compose(officer, { kind: 'order', recipients: [] });
    ok(await act(officer, letterId, { outcome: 'submit' }));
  });
});

describe('enclosures of a draft', () => {
  const inForce = async (letterId: string) => (await page(officer, letterId)).documents.filter(({ isSuperseded }) => !isSuperseded).map(({ id }) => id);

  test('are taken out again; the file stays for the versions that had it', async () => {
    const [first, second] = [await upload(officer), await upload(officer)];
    const letterId = await compose(officer, { documents: [first, second].map((documentId) => ({ documentId, role: 'enclosure' })) });
    ok(await save(letterId, { removedDocuments: [first] }) as never);
    expect(await inForce(letterId)).toEqual([second]);
    expect((await officer.get(`/documents/${first}/content`)).statusCode).toBe(200);
  });

  test('of another letter, or taken out before, cannot be taken out, and nothing changes', async () => {
    const [own, foreign] = [await upload(officer), await upload(officer)];
    const letterId = await compose(officer, { documents: [{ documentId: own, role: 'enclosure' }] });
    await compose(officer, { documents: [{ documentId: foreign, role: 'enclosure' }] });
    expect(refusal(await save(letterId, { text: { subject: 'เปลี่ยน' }, removedDocuments: [own, foreign] }))).toMatchObject({ statusCode: 422, code: 'DOCUMENT_NOT_USABLE' });
    expect(refusal(await save(letterId, { removedDocuments: [randomUUID()] }))).toMatchObject({ code: 'DOCUMENT_NOT_USABLE' });
    expect(await inForce(letterId)).toEqual([own]);
    expect((await page(officer, letterId)).subject).not.toBe('เปลี่ยน');
    expect((await save(letterId, { removedDocuments: [own] }, section)).statusCode).toBe(403);
  });
});

test('saving a draft is on record: who, which version and which parts, and nothing of the text', async () => {
  const letterId = await compose(officer, { subject: 'เรื่องเดิม' });
  const document = await upload(officer);
  const events = async () => (await live.pool.query<{ kind: string; person_id: string; post_id: string; data: object }>(
    `select kind, person_id, post_id, data from audit_event where chain = $1 order by seq`, [`letter/${letterId}`],
  )).rows.filter(({ kind }) => kind === 'letter.draftSaved');
  ok(await save(letterId, { text: { subject: 'ถ้อยคำลับเฉพาะ', body: (await page(officer, letterId)).body }, documents: [{ documentId: document, role: 'enclosure' }] }) as never);
  ok(await save(letterId, { text: { subject: 'ถ้อยคำลับเฉพาะ' } }) as never);
  ok(await save(letterId, { removedDocuments: [document] }) as never);
  const { taskId } = await taskOn(officer, letterId);
  const saved = await events();
  expect(saved).toMatchObject([
    { person_id: officer.personId, post_id: (await ownPost(officer)).id, data: { taskId, version: 2, changed: ['subject'], attached: [document], removed: [] } },
    { data: { changed: [], removed: [document] } },
  ]);
  expect(JSON.stringify(saved)).not.toContain('ถ้อยคำ');
  // The next act goes on from the end of the chain.
  ok(await act(officer, letterId, { outcome: 'submit' }));
  const { rows } = await live.pool.query<{ whole: boolean }>(
    `select bool_and(prev_hash = coalesce(before, '')) as whole from (select prev_hash, lag(hash) over (order by seq) as before from audit_event where chain = $1) e`, [`letter/${letterId}`],
  );
  expect(rows[0]?.whole).toBe(true);
});

test('of a start that is refused nothing remains, and its files can be used again', async () => {
  const document = await upload(clerk);
  const count = async () => (await live.pool.query(`select (select count(*) from letter) as letters, (select count(*) from letter_link) as links, (select count(*) from register_entry) as entries`)).rows[0];
  const sent = await live.pool.query<{ id: string }>(`select id from book where kind = 'receive' and unit_id is null and office_id = (select id from office where code = 'lopburi')`);
  const before = await count();
  await live.pool.query('update book set is_held = true where id = $1', [sent.rows[0]!.id]);
  const wish = await intakeBody(clerk, { documents: [{ documentId: document, role: 'enclosure' }] });
  const refused = await clerk.post<Refused>('/letters', wish);
  expect(refused).toMatchObject({ statusCode: 409, body: { code: 'BOOK_HELD' } });
  expect(await count()).toEqual(before);
  await live.pool.query('update book set is_held = false where id = $1', [sent.rows[0]!.id]);
  ok(await clerk.post('/letters', wish) as never);
});
