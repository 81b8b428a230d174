/** Classified letters and sealed items: known to nobody who must not know, by whatever way they ask. */
import type { LetterPage } from '#domain/contracts/letter-page';
import { act, compose, ok, ownPost, page, taskOn, type Done, type InboxAnswer } from '#test/support/letter-steps';
import { openLiveApp, signIn, type LiveApp, type Person } from '#test/support/test-app';

jest.setTimeout(120_000);
let live: LiveApp;
let clerk: Person;
let registrar: Person;
let governor: Person;
let officeHead: Person;
let inspector: Person;
let admin: Person;
beforeAll(async () => {
  live = await openLiveApp();
  [clerk, registrar, governor, officeHead, inspector, admin] = await Promise.all(
    ['lopburi.registry.clerk', 'lopburi.registry.secret', 'lopburi.governor', 'lopburi.office-head', 'ops.inspector', 'ops.admin'].map((login) => signIn(live, login)),
  ) as [Person, Person, Person, Person, Person, Person];
});
afterAll(() => live.close());

const SECRET_SUBJECT = 'แผนรักษาความปลอดภัยพื้นที่';
const secretIntake = async (): Promise<Done> => {
  const body = {
    type: 'incoming', kind: 'external_letter', channel: 'counter', urgency: 'normal', secrecy: 'secret', subject: SECRET_SUBJECT, fromText: 'หน่วยงานความมั่นคง', toText: 'ผู้ว่าราชการจังหวัดลพบุรี',
    theirNo: 'นร 0101/ล 7', postId: (await ownPost(registrar)).id,
  };
  return ok(await registrar.post<Done>('/letters', body));
};
type List = { readonly items: readonly { readonly id: string; readonly letterId?: string }[]; readonly total: number };
const listed = async (person: Person, query = ''): Promise<List> => ok(await person.get<List>(`/letters${query}`));

test('a secret letter is seen by its registrar and by those it is put to, and by nobody else in any way', async () => {
  const { letterId } = await secretIntake();
  ok(await act(registrar, letterId, { outcome: 'register' }));
  expect(await page(registrar, letterId)).toMatchObject({ subject: SECRET_SUBJECT, secrecy: 'secret', numbers: [{ bookKind: 'secret_receive' }] });
  expect(await page(governor, letterId)).toMatchObject({ subject: SECRET_SUBJECT, myTasks: [{ kind: 'approve' }] });
  for (const person of [clerk, officeHead, inspector, admin]) {
    expect(await person.get(`/letters/${letterId}`)).toMatchObject({ statusCode: 404, body: { code: 'NOT_FOUND', details: {} } });
    expect(await person.post(`/letters/${letterId}/acts`, { type: 'hold', seq: 2, reason: 'x' })).toMatchObject({ statusCode: 404 });
    expect(await person.post(`/letters/${letterId}/reply`, { postId: (await person.get<{ posts: readonly { id: string }[] }>('/session')).body.posts[0]!.id })).toMatchObject({ statusCode: 404 });
    expect((await listed(person, `?q=${encodeURIComponent('แผนรักษา')}`)).total).toBe(0);
    expect((await listed(person)).items.map(({ id }) => id)).not.toContain(letterId);
    expect(ok(await person.get<InboxAnswer>('/tasks')).items.map((item) => item.letterId)).not.toContain(letterId);
    const board = await person.get<{ items?: readonly { letterId: string }[] }>('/supervision');
    expect((board.body.items ?? []).map((item) => item.letterId)).not.toContain(letterId);
  }
});

test('an unknown letter and a forbidden one are answered alike', async () => {
  const { letterId } = await secretIntake();
  const forbidden = await clerk.get<{ requestId: string }>(`/letters/${letterId}`);
  const unknown = await clerk.get<{ requestId: string }>('/letters/00000000-0000-4000-8000-000000000000');
  expect({ ...forbidden.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
  const headers = ({ headers: all }: typeof unknown) => Object.keys(all).filter((name) => name !== 'date').toSorted();
  expect(headers(forbidden)).toEqual(headers(unknown));
  expect(forbidden.headers['content-length']).toBe(unknown.headers['content-length']);
});

test('reading a secret letter and being refused it are on record, without its subject', async () => {
  const { letterId } = await secretIntake();
  ok(await registrar.get(`/letters/${letterId}`));
  await clerk.get(`/letters/${letterId}`);
  const { rows } = await live.pool.query<{ kind: string; personId: string; data: object }>(
    `select kind, person_id as "personId", data from audit_event where data->>'letterId' = $1 and chain like 'session/%' order by id`, [letterId],
  );
  expect(rows).toEqual([
    { kind: 'letter.read', personId: registrar.personId, data: { letterId } },
    { kind: 'letter.refused', personId: clerk.personId, data: { letterId } },
  ]);
});

test('a sealed item is an envelope to the clerk who took it in, and the secret registrar opens it', async () => {
  const body = { type: 'sealed', channel: 'counter', urgency: 'urgent', fromText: 'กองบังคับการ', toText: 'ผู้ว่าราชการจังหวัดลพบุรี', theirNo: 'ลับ 1', postId: (await ownPost(clerk)).id };
  const { letterId, numbers } = ok(await clerk.post<Done>('/letters', body));
  expect(numbers).toEqual([]);
  const envelope = await page(clerk, letterId);
  expect(envelope).toMatchObject({
    isSealed: true, isRevealed: false, secrecy: null, subject: null, facts: {}, documents: [], endorsements: [], routes: [], versions: [], fromText: 'กองบังคับการ', theirNo: 'ลับ 1', myTasks: [],
  } satisfies { [K in keyof LetterPage]?: unknown });
  expect((await listed(clerk)).items.find(({ id }) => id === letterId)).toMatchObject({ subject: null, secrecy: null, isSealed: true });
  expect(await taskOn(registrar, letterId)).toMatchObject({ kind: 'work', nodeId: 'open' });
  const { seq } = await page(registrar, letterId);
  ok(await registrar.post<Done>(`/letters/${letterId}/acts`, { type: 'reclassify', seq, secrecy: 'secret', reason: 'ตามตราประทับชั้นใน' }));
  ok(await act(registrar, letterId, { outcome: 'register' }));
  expect(await page(registrar, letterId)).toMatchObject({ isRevealed: true, secrecy: 'secret' });
  expect(await page(clerk, letterId)).toMatchObject({ isRevealed: false, secrecy: null, receiveNo: null, numbers: [] });
  const book = await clerk.get<{ items: readonly { kind: string }[] }>('/books');
  expect(ok(book).items.filter(({ kind }) => kind.startsWith('secret'))).toEqual([]);
});

test('what is top secret leaves only a control entry, without subject and file', async () => {
  const control = { type: 'control', urgency: 'normal', fromText: 'สำนักงาน', toText: 'ผู้ว่าราชการจังหวัด', postId: (await ownPost(registrar)).id };
  const { letterId, numbers } = ok(await registrar.post<Done>('/letters', control));
  expect(numbers).toHaveLength(1);
  expect(await page(registrar, letterId)).toMatchObject({ secrecy: 'top_secret', subject: null, body: null, documents: [] });
  expect(await registrar.post('/letters', { ...control, subject: 'ห้ามมี' })).toMatchObject({ statusCode: 400, body: { code: 'VALIDATION_FAILED' } });
  expect(await clerk.post('/letters', { ...control, postId: (await ownPost(clerk)).id })).toMatchObject({ statusCode: 403 });
  expect((await governor.get(`/letters/${letterId}`)).statusCode).toBe(404);
});

test('a post acted for gives no clearance: the acting person’s own counts', async () => {
  const { letterId } = await secretIntake();
  ok(await act(registrar, letterId, { outcome: 'register' }));
  const { rows } = await live.pool.query<{ id: string }>(
    `insert into appointment (person_id, post_id, capacity, own_post_id, order_no, valid_from)
     select p.id, g.id, 'acting_for', o.id, '1/2569', now() - interval '1 minute' from person p, post g, post o, office f
      where p.login = 'lopburi.hr.head' and f.code = 'lopburi' and g.office_id = f.id and g.code = 'governor' and o.office_id = f.id and o.code = 'hr-head' returning id`,
  );
  const acting = await signIn(live, 'lopburi.hr.head');
  expect(ok(await acting.get<{ posts: readonly { code: string; capacity: string }[] }>('/session')).posts).toEqual(expect.arrayContaining([expect.objectContaining({ code: 'governor', capacity: 'acting_for' })]));
  expect((await acting.get(`/letters/${letterId}`)).statusCode).toBe(404);
  expect(ok(await acting.get<InboxAnswer>('/tasks')).items.map((item) => item.letterId)).not.toContain(letterId);
  await live.pool.query('delete from appointment where id = $1', [rows[0]!.id]);
});

test('a classified letter is drafted only by whoever is cleared, and takes the classified route', async () => {
  const officer = await signIn(live, 'lopburi.ict.officer');
  await expect(compose(officer, { secrecy: 'confidential' })).rejects.toThrow('FORBIDDEN');
  const letterId = await compose(officeHead, { secrecy: 'confidential', recipients: [{ name: 'หน่วยงานหนึ่ง', address: '', role: 'lead' }] });
  expect(await page(officeHead, letterId)).toMatchObject({ secrecy: 'confidential', routes: [{ name: { th: 'หนังสือลับส่ง' } }] });
  expect((await clerk.get(`/letters/${letterId}`)).statusCode).toBe(404);
  expect((await officer.get(`/letters/${letterId}`)).statusCode).toBe(404);
});
