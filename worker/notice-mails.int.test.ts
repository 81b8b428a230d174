/** Notices by e-mail: to whom, when, and what an e-mail may say; through a mail server of the test's own. */
import { personId } from '#db/seeds/demo';
import { postId } from '#db/seeds/insert-offices';
import { createMailer, type Mailer } from '#platform/mailer';
import { listLetter, listNotice, type ListedLetter } from '#test/support/listed-letters';
import { openMailServer, type MailServer } from '#test/support/mail-server';
import { openTestApp, signIn, type TestApp } from '#test/support/test-app';
import { sendMails, startNoticeMails, writeMails, type NoticeMailsDeps } from './notice-mails';
import { eventually } from '#test/support/worker-stack';

jest.setTimeout(120_000);
let testApp: TestApp;
let server: MailServer;
let mailer: Mailer;
let deps: NoticeMailsDeps;
const warned: string[] = [];
const log = { info: () => undefined, warn: (fields: object, text: string) => void warned.push(`${text} ${JSON.stringify(fields)}`), error: () => undefined };

beforeAll(async () => {
  testApp = await openTestApp();
  server = await openMailServer();
  mailer = createMailer({ url: server.url, from: 'ระบบสารบรรณ <saraban@moi.go.th>' });
  deps = { pool: testApp.pool, log, mailer, publicUrl: 'https://saraban.moi.go.th' };
  await testApp.pool.query(`update person set email = login || '@moi.go.th'`);
}, 120_000);
afterEach(async () => {
  server.mails.length = 0;
  server.refuse(false);
  await testApp.pool.query('delete from notice_mail');
  await testApp.pool.query('delete from notice');
});
afterAll(async () => {
  mailer.close();
  await server.close();
  await testApp.close();
});

type Wish = Partial<ListedLetter> & { readonly office: string; readonly post: string; readonly template?: string };
/** A notice to the holder of a post about a letter that the post has a part in. */
async function tell({ post, template = 'taskOverdue', ...letter }: Wish): Promise<string> {
  const letterId = await listLetter(testApp.pool, { readers: [post], letterNo: 'มท 0201/99', ...letter });
  return listNotice(testApp.pool, { letterId, office: letter.office, posts: [post], template, at: new Date().toISOString() });
}
const choose = (office: string, post: string, ways: object) => testApp.pool.query(`update person set settings = settings || jsonb_build_object('notices', $2::jsonb) where id = $1`, [personId(office, post), JSON.stringify(ways)]);
const NOW = { due: { bell: true, mail: 'now' } };
const due = async (): Promise<readonly Date[]> => (await testApp.pool.query<{ at: Date }>('select next_try_at as at from notice_mail order by 1')).rows.map(({ at }) => new Date(at));
const makeDue = () => testApp.pool.query('update notice_mail set next_try_at = now()');

test('who wants each at once gets it with subject, number and address, once', async () => {
  await choose('lopburi', 'ict-officer', NOW);
  await tell({ office: 'lopburi', post: 'ict-officer', subject: 'ขอให้รายงานผล' });
  expect(await writeMails(deps)).toBe(1);
  await sendMails(deps);
  expect(server.mails).toMatchObject([{ to: ['lopburi.ict.officer@moi.go.th'], subject: 'งานเกินกำหนด' }]);
  expect(server.mails[0]!.text).toMatch(/ขอให้รายงานผล · ที่ มท 0201\/99\s+https:\/\/saraban\.moi\.go\.th\/#\/letters\//);
  expect(server.mails[0]!.raw).toMatch(/^Auto-Submitted: auto-generated/m);
  expect(await writeMails(deps)).toBe(0);
  await makeDue();
  await sendMails(deps);
  expect(server.mails).toHaveLength(1);
});

test('all of a day go together as the office opens, on a working day', async () => {
  // A Friday afternoon in Bangkok.
  const clock = (): Date => new Date('2026-11-20T08:00:00.000Z');
  await tell({ office: 'lopburi', post: 'strategy-officer' });
  await tell({ office: 'lopburi', post: 'strategy-officer', template: 'draftReturned' });
  await writeMails({ ...deps, clock });
  expect(await due()).toEqual([new Date('2026-11-23T01:30:00.000Z'), new Date('2026-11-23T01:30:00.000Z')]);
  await testApp.pool.query(`update notice_mail set next_try_at = now() + interval '1 hour'`);
  expect(await sendMails(deps)).toBe(0);
  await makeDue();
  await sendMails(deps);
  expect(server.mails).toMatchObject([{ to: ['lopburi.strategy.officer@moi.go.th'], subject: 'ระบบสารบรรณ: แจ้งเตือน 2 รายการ' }]);
});

test('nothing goes to whoever wants none, has no address, or may not sign in', async () => {
  await choose('phuket', 'ict-officer', { due: { bell: true, mail: 'none' } });
  await choose('phuket', 'ict-clerk', NOW);
  await choose('phuket', 'hr-officer', NOW);
  await testApp.pool.query(`update person set email = '' where id = $1`, [personId('phuket', 'ict-clerk')]);
  await testApp.pool.query('update person set is_disabled = true where id = $1', [personId('phuket', 'hr-officer')]);
  for (const post of ['ict-officer', 'ict-clerk', 'hr-officer']) await tell({ office: 'phuket', post });
  expect(await writeMails(deps)).toBe(3);
  expect(await due()).toEqual([]);
});

test('of a classified letter neither subject nor number leaves the system', async () => {
  await choose('chonburi', 'governor', NOW);
  await tell({ office: 'chonburi', post: 'governor', secrecy: 'secret', subject: 'เรื่องลับมาก', letterNo: 'ลับ 7' });
  await writeMails(deps);
  await sendMails(deps);
  expect(server.mails).toHaveLength(1);
  expect(`${server.mails[0]!.subject} ${server.mails[0]!.text}`).not.toMatch(/เรื่องลับมาก|ลับ 7/);
  expect(server.mails[0]!.text).toContain('หนังสือมีชั้นความลับ โปรดอ่านในระบบ');
});

test('what may not be known any more when it is sent, or was read meanwhile, is not told', async () => {
  await choose('khonkaen', 'ict-officer', NOW);
  await choose('khonkaen', 'ict-clerk', NOW);
  await tell({ office: 'khonkaen', post: 'ict-officer' });
  const read = await tell({ office: 'khonkaen', post: 'ict-clerk' });
  await writeMails(deps);
  await testApp.pool.query(`update letter set secrecy = 'secret' where id in (select letter_id from notice where $1 = any(post_ids))`, [postId('khonkaen', 'ict-officer')]);
  await testApp.pool.query('update notice set read_at = now() where id = $1', [read]);
  expect(await sendMails(deps)).toBe(2);
  expect(server.mails).toEqual([]);
  await makeDue();
  expect(await sendMails(deps)).toBe(0);
});

test('a server that refuses loses nothing: it is tried again, and the log names no address', async () => {
  await choose('udonthani', 'ict-officer', NOW);
  await tell({ office: 'udonthani', post: 'ict-officer' });
  await writeMails(deps);
  server.refuse(true);
  await sendMails(deps);
  expect(server.mails).toEqual([]);
  const [again] = await due();
  expect(again!.getTime()).toBeGreaterThan(Date.now() + 30_000);
  expect(warned.join('\n')).not.toMatch(/@moi\.go\.th/);
  server.refuse(false);
  await makeDue();
  await sendMails(deps);
  expect(server.mails).toHaveLength(1);
});

test('two workers send each mail once', async () => {
  await choose('songkhla', 'ict-officer', NOW);
  await tell({ office: 'songkhla', post: 'ict-officer' });
  await Promise.all([writeMails(deps), writeMails(deps)]);
  await Promise.all([sendMails(deps), sendMails(deps)]);
  expect(server.mails).toHaveLength(1);
});

test('the worker does it by itself; older news than three days is left in the app', async () => {
  await choose('suratthani', 'ict-officer', NOW);
  const old = await tell({ office: 'suratthani', post: 'ict-officer', subject: 'ข่าวเก่า' });
  await testApp.pool.query(`update notice set created_at = now() - interval '73 hours' where id = $1`, [old]);
  await tell({ office: 'suratthani', post: 'ict-officer', subject: 'ข่าวใหม่' });
  const part = startNoticeMails({ ...deps, mailer: createMailer({ url: server.url, from: 'saraban@moi.go.th' }) });
  await eventually(async () => server.mails[0], 'the mail');
  await part.stop();
  expect(server.mails).toHaveLength(1);
  expect(server.mails[0]!.text).toContain('ข่าวใหม่');
  expect((await (await signIn(testApp, 'suratthani.ict.officer')).get<{ unread: number }>('/notices')).body.unread).toBe(2);
});
