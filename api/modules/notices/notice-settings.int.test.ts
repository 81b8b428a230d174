import type { NoticeSettingsView } from '#domain/contracts/notices';
import { USUAL_WAYS } from '#domain/notices/kinds';
import { listLetter, listNotice } from '#test/support/listed-letters';
import { ok } from '#test/support/letter-steps';
import { openTestApp, signIn, type TestApp } from '#test/support/test-app';

jest.setTimeout(120_000);
let testApp: TestApp;
beforeAll(async () => {
  testApp = await openTestApp();
}, 120_000);
afterAll(() => testApp.close());

test('who has chosen nothing has the usual; what is changed is kept for that person alone, the rest stays', async () => {
  const [officer, other] = [await signIn(testApp, 'lopburi.ict.officer'), await signIn(testApp, 'lopburi.hr.officer')];
  expect(ok(await officer.get<NoticeSettingsView>('/notices/settings'))).toMatchObject({ kinds: USUAL_WAYS, canMail: true, email: expect.any(String), nextDigest: expect.stringMatching(/T01:30:00\.000Z$/) });
  ok(await officer.send('PATCH', '/notices/settings', { due: { bell: true, mail: 'now' } }));
  const kept = ok(await officer.send<NoticeSettingsView>('PATCH', '/notices/settings', { route: { bell: false, mail: 'none' } }));
  expect(kept.kinds).toEqual({ ...USUAL_WAYS, due: { bell: true, mail: 'now' }, route: { bell: false, mail: 'none' } });
  ok(await officer.send('PATCH', '/session/preferences', { theme: 'dark' }));
  expect(ok(await officer.get<NoticeSettingsView>('/notices/settings')).kinds).toEqual(kept.kinds);
  expect(ok(await other.get<NoticeSettingsView>('/notices/settings')).kinds).toEqual(USUAL_WAYS);
});

test('a kind that is not counted at the bell still stands on the page', async () => {
  const officer = await signIn(testApp, 'phuket.ict.officer');
  const letterId = await listLetter(testApp.pool, { office: 'phuket', readers: ['ict-officer'] });
  for (const template of ['taskOverdue', 'letterHeld', 'ส่งสำเนาให้จังหวัด']) await listNotice(testApp.pool, { letterId, office: 'phuket', posts: ['ict-officer'], template });
  const figures = async () => {
    const { total, unread } = ok(await officer.get<{ total: number; unread: number }>('/notices'));
    return { total, unread };
  };
  expect(await figures()).toEqual({ total: 3, unread: 3 });
  ok(await officer.send('PATCH', '/notices/settings', { letter: { bell: false, mail: 'none' } }));
  expect(await figures()).toEqual({ total: 3, unread: 2 });
  ok(await officer.send('PATCH', '/notices/settings', { custom: { bell: false, mail: 'none' } }));
  expect(await figures()).toEqual({ total: 3, unread: 1 });
});
