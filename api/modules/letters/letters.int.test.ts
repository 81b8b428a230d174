import { randomUUID } from 'node:crypto';
import type { LetterPage } from '#domain/contracts/letter-page';
import { act, compose, intakeBody, ok, page, takeIn, taskOn, type Done, type InboxAnswer } from '#test/support/letter-steps';
import { actor, openLiveApp, signIn, type LiveApp, type Person } from '#test/support/test-app';

jest.setTimeout(120_000);
let live: LiveApp;
let clerk: Person;
let head: Person;
let governor: Person;
beforeAll(async () => {
  live = await openLiveApp();
  [clerk, head, governor] = await Promise.all(['lopburi.registry.clerk', 'lopburi.office-head', 'lopburi.governor'].map((login) => signIn(live, login))) as [Person, Person, Person];
});
afterAll(() => live.close());

const inbox = async (person: Person, query = ''): Promise<InboxAnswer> => ok(await person.get<InboxAnswer>(`/tasks${query}`));

test('a clerk registers a letter at the counter and the head of office finds it in the inbox', async () => {
  const started = await clerk.post<Done & { route: object }>('/letters', await intakeBody(clerk, { urgency: 'urgent' }));
  expect(started).toMatchObject({ statusCode: 200, body: { status: 'done', numbers: [{ printed: '1' }], route: { routeCode: 'incoming', rowId: 'in', rowNo: 3 } } });
  const item = (await inbox(head)).items.find(({ letterId }) => letterId === started.body.letterId);
  expect(item).toMatchObject({
    subject: 'ขอความอนุเคราะห์ข้อมูล', theirNo: 'ลบ 52001/123', receiveNo: '1', kind: 'approve', isUnread: true, urgency: 'urgent', capacity: 'own',
    post: { title: { th: expect.stringContaining('หัวหน้าสำนักงานจังหวัด') } },
  });
  expect((await head.post('/tasks/read', { tasks: [{ letterId: item!.letterId, taskId: item!.taskId }] })).statusCode).toBe(200);
  expect((await inbox(head, '?unread=true')).items.map(({ letterId }) => letterId)).not.toContain(item!.letterId);

  const acted = await head.post(`/letters/${item!.letterId}/tasks/${item!.taskId}/acts`, { rev: item!.rev, outcome: 'approve', note: 'เสนอเพื่อโปรดพิจารณา' });
  expect(acted).toMatchObject({ statusCode: 200, body: { status: 'done', letterId: item!.letterId } });
  expect((await inbox(head)).items.map(({ letterId }) => letterId)).not.toContain(item!.letterId);
});

test('the page shows who holds the letter, the chain, the way so far and what may be done', async () => {
  const letterId = await takeIn(clerk);
  ok(await act(head, letterId, { outcome: 'approve', note: 'เห็นควรมอบกลุ่มงานยุทธศาสตร์' }));
  const seen = await page(governor, letterId);
  expect(seen).toMatchObject({
    id: letterId, direction: 'incoming', status: 'running', isRevealed: true, receiveNo: expect.stringMatching(/^\d+$/), letterNo: null,
    holders: [{ kind: 'assign', posts: [{ code: 'governor' }], via: 'rule' }],
    endorsements: [{ action: 'for_decision', text: 'เห็นควรมอบกลุ่มงานยุทธศาสตร์', actor: { post: { code: 'office-head' }, capacity: 'own' } }],
    myTasks: [{ kind: 'assign', can: expect.arrayContaining(['act', 'adhoc']), askedNote: 'เห็นควรมอบกลุ่มงานยุทธศาสตร์', form: { isDueRequired: true, actions: expect.arrayContaining(['assigned']) } }],
  });
  expect(seen.numbers).toMatchObject([{ bookKind: 'receive', status: 'issued' }]);
  expect(seen.myTasks[0]!.form.units.map(({ code }) => code)).toContain('strategy');
  const main = seen.routes[0]!;
  const stateOf = (id: string) => main.nodes.find((node) => node.id === id)?.state;
  expect(['start', 'register', 'propose', 'direct', 'closed'].map(stateOf)).toEqual(['visited', 'visited', 'visited', 'current', 'ahead']);
  expect(stateOf('check')).toBe('ahead');
  expect(main.edges.filter(({ isTaken }) => isTaken).map(({ from, to }) => `${from} ${to}`)).toEqual(
    expect.arrayContaining(['start arrived', 'arrived register', 'level propose', 'propose direct']),
  );
  expect(seen.timeline.map(({ type, outcome }) => [type, outcome])).toEqual([['start', null], ['act', 'approve']]);
  expect(seen.timeline[1]).toMatchObject({ nodeName: { th: 'หัวหน้าสำนักงานจังหวัดเกษียนเสนอ' }, outcomeLabel: { en: 'Approve' }, note: 'เห็นควรมอบกลุ่มงานยุทธศาสตร์', isOwnOffice: true });
  const atHead = await page(head, letterId);
  expect(atHead.myTasks).toEqual([]);
  expect(atHead).toMatchObject({ can: expect.arrayContaining(['takeBack']), takeBackToken: expect.any(String) });
});

test('a letter is made more urgent by who may: the holders see it, it never goes back, and nobody else can', async () => {
  const letterId = await takeIn(clerk);
  const supervisor = await actor(live, { role: 'supervisor', office: 'lopburi' });
  const { seq, can } = await page(supervisor, letterId);
  expect(can).toContain('urge');
  const urge = (person: Person, body: object) => person.post(`/letters/${letterId}/acts`, { type: 'urge', seq, reason: 'ผู้ว่าราชการจังหวัดสั่งเร่ง', ...body });
  expect((await page(clerk, letterId)).can).not.toContain('urge');
  expect(await urge(clerk, { urgency: 'most_urgent' })).toMatchObject({ statusCode: 403, body: { code: 'FORBIDDEN' } });
  expect(await urge(supervisor, { urgency: 'normal' })).toMatchObject({ statusCode: 422, body: { code: 'URGENCY_NOT_RAISED' } });
  expect(await urge(supervisor, { urgency: 'urgent_by' })).toMatchObject({ statusCode: 422, body: { code: 'DUE_INVALID' } });
  expect(await urge(supervisor, { urgency: 'urgent', reason: ' ' })).toMatchObject({ statusCode: 400, body: { code: 'VALIDATION_FAILED' } });
  expect((await page(head, letterId)).urgency).toBe('normal');
  ok(await urge(supervisor, { urgency: 'most_urgent' }));
  const seen = await page(head, letterId);
  expect(seen).toMatchObject({ urgency: 'most_urgent', timeline: expect.arrayContaining([expect.objectContaining({ type: 'urge', note: 'ผู้ว่าราชการจังหวัดสั่งเร่ง' })]) });
  expect((await inbox(head)).items.find((item) => item.letterId === letterId)).toMatchObject({ urgency: 'most_urgent', dueAt: expect.any(String) });
  expect(ok(await head.get<{ items: readonly { template: string; letterId: string }[] }>('/notices')).items).toContainEqual(expect.objectContaining({ template: 'letterUrged', letterId }));
  expect(await supervisor.post(`/letters/${letterId}/acts`, { type: 'urge', seq: seen.seq, reason: 'ไม่ด่วนแล้ว', urgency: 'urgent' })).toMatchObject({ statusCode: 422, body: { code: 'URGENCY_NOT_RAISED' } });
});

test('directing to a unit gives it its own receive number, and its people see the letter from then on', async () => {
  const letterId = await takeIn(clerk);
  const unitHead = await signIn(live, 'lopburi.ict.head');
  ok(await act(head, letterId, { outcome: 'approve' }));
  expect(await unitHead.get(`/letters/${letterId}`)).toMatchObject({ statusCode: 404, body: { code: 'NOT_FOUND' } });
  const { form } = await taskOn(governor, letterId);
  const [main, info] = ['ict', 'strategy'].map((code) => form.units.find((unit) => unit.code === code)?.id);
  const body = { outcome: 'assigned', action: 'assigned', picks: [{ unitId: main, role: 'main' }, { unitId: info, role: 'info' }], due: { unit: 'workingDays', amount: 3 } };
  expect(await act(governor, letterId, body)).toMatchObject({ statusCode: 422, body: { code: 'OUTCOME_UNKNOWN' } });
  const directed = ok(await act(governor, letterId, { ...body, outcome: 'assign' }));
  expect(directed.numbers.length).toBeGreaterThanOrEqual(1);
  const seen = await page(unitHead, letterId);
  expect(seen.assignments).toMatchObject(expect.arrayContaining([expect.objectContaining({ role: 'main', receiveNo: expect.stringMatching(/^\d+$/), closedAt: null })]));
  expect(seen.routes).toHaveLength(3);
  expect(seen.myTasks).toMatchObject([{ kind: 'approve', form: { fields: [{ name: 'actingPerson', type: 'person' }] } }]);
  ok(await act(unitHead, letterId, { outcome: 'approve', facts: { actingPerson: unitHead.personId } }));
  expect(await act(unitHead, letterId, { outcome: 'done' })).toMatchObject({ statusCode: 422, body: { code: 'NOTE_REQUIRED' } });
  expect((await page(unitHead, letterId)).myTasks).toHaveLength(1);
  ok(await act(unitHead, letterId, { outcome: 'done', note: 'ดำเนินการแล้ว' }));
  const closed = await page(governor, letterId);
  expect(closed).toMatchObject({ status: 'ended', outcome: 'closed', myTasks: [], holders: [] });
  expect(closed.routes[0]!.nodes.find(({ id }) => id === 'closed')?.state).toBe('visited');
});

test('a draft is saved, submitted, returned with a note, amended, signed and numbered', async () => {
  const [officer, section, director, deputy] = await Promise.all(
    ['ops.ict.officer', 'ops.ict.section-head', 'ops.ict.director', 'ops.deputy-ps-2'].map((login) => signIn(live, login)),
  ) as [Person, Person, Person, Person];
  const letterId = await compose(officer, { dateAsked: '2026-12-18', recipients: [{ name: 'มหาวิทยาลัยแห่งหนึ่ง', address: 'กรุงเทพมหานคร', role: 'lead' }] });
  const drafting = await taskOn(officer, letterId);
  expect(drafting).toMatchObject({ kind: 'draft', form: { canEditDraft: true, outcomes: [{ code: 'submit' }] } });
  const save = (text: object, rev = drafting.rev, person = officer) => person.send('PUT', `/letters/${letterId}/draft`, { taskId: drafting.taskId, rev, text });
  expect(await save({ subject: 'ขอให้รายงานผลการใช้ระบบ', toText: 'อธิการบดี', dateAsked: '2026-12-25' })).toMatchObject({ statusCode: 200 });
  expect(await save({ subject: 'x' }, drafting.rev + 1)).toMatchObject({ statusCode: 409, body: { code: 'TASK_STALE' } });
  expect(await save({ subject: 'x' }, drafting.rev, section)).toMatchObject({ statusCode: 403 });
  expect(await save({ recipients: [{ officeCode: 'nowhere', role: 'lead' }] })).toMatchObject({ statusCode: 422, body: { code: 'OFFICE_UNKNOWN', message: expect.stringContaining('nowhere') } });
  expect(await page(officer, letterId)).toMatchObject({ subject: 'ขอให้รายงานผลการใช้ระบบ', toText: 'อธิการบดี', letterNo: null });

  ok(await act(officer, letterId, { outcome: 'submit' }));
  // The route waits for the answer until the date that the draft asks for.
  expect((await page(officer, letterId)).facts).toMatchObject({ dateAsked: '2026-12-25' });
  expect(await save({ subject: 'too late' })).toMatchObject({ statusCode: 409, body: { code: 'TASK_NOT_OPEN' } });
  ok(await act(section, letterId, { outcome: 'approve' }));
  expect(await act(director, letterId, { outcome: 'return', returnTo: 'draft' })).toMatchObject({ statusCode: 422, body: { code: 'NOTE_REQUIRED' } });
  ok(await act(director, letterId, { outcome: 'return', returnTo: 'draft', note: 'ขอให้ระบุวันที่ตอบในเนื้อความ' }));
  expect(await page(officer, letterId)).toMatchObject({ myTasks: [{ kind: 'draft', askedNote: 'ขอให้ระบุวันที่ตอบในเนื้อความ' }], versions: [{ version: 2, returnedNote: 'ขอให้ระบุวันที่ตอบในเนื้อความ' }] });
  ok(await act(officer, letterId, { outcome: 'submit', text: { body: 'ภายในวันที่ ๑๘ ธันวาคม ๒๕๖๙' } }));
  ok(await act(section, letterId, { outcome: 'approve' }));
  expect(await act(director, letterId, { outcome: 'approve', text: { subject: 'changed in passing' } })).toMatchObject({ statusCode: 422, body: { code: 'OUTCOME_UNKNOWN' } });
  ok(await act(director, letterId, { outcome: 'amend', text: { subject: 'ขอให้รายงานผลการใช้ระบบสารบรรณ', dateAsked: '2026-12-28' } }));
  expect((await page(officer, letterId)).facts).toMatchObject({ dateAsked: '2026-12-28' });
  const versions = (await page(officer, letterId)).versions;
  expect(versions.map(({ why }) => why)).toEqual(['submitted', 'submitted', 'amended']);
  expect(versions.at(-1)).toMatchObject({ subject: 'ขอให้รายงานผลการใช้ระบบสารบรรณ', body: 'ภายในวันที่ 18 ธันวาคม 2569' });

  expect(await act(deputy, letterId, { outcome: 'sign' })).toMatchObject({ statusCode: 422, body: { code: 'SIGNATURE_REQUIRED' } });
  expect(await act(deputy, letterId, { outcome: 'sign', signature: { password: 'wrong' } })).toMatchObject({ statusCode: 422, body: { code: 'SIGNATURE_WRONG' } });
  const signed = ok(await act(deputy, letterId, { outcome: 'sign', signature: { password: 'saraban-demo' } }));
  expect(signed.numbers).toMatchObject([{ printed: expect.stringMatching(/^มท 0210.*\/\d+$/) }]);
  const sent = await page(officer, letterId);
  expect(sent).toMatchObject({
    letterNo: signed.numbers[0]!.printed, letterDate: expect.any(String),
    signature: { printedCapacity: 'ปฏิบัติราชการแทน', onBehalfOf: { th: expect.stringContaining('ปลัดกระทรวง') } },
    deliveries: [{ name: 'มหาวิทยาลัยแห่งหนึ่ง', office: null, status: 'sent', dueOn: '2026-12-28', expect: 'reply' }],
  });
});

test('the same key answers the same, with another body it is refused, and nothing happens twice', async () => {
  const key = { 'idempotency-key': `intake-${randomUUID()}` };
  const body = await intakeBody(clerk, { subject: 'ครั้งเดียวเท่านั้น' });
  const [first, second] = await Promise.all([clerk.post<Done>('/letters', body, key), clerk.post<Done>('/letters', body, key)]);
  expect([first.statusCode, second.statusCode]).toEqual([200, 200]);
  expect(second.body).toMatchObject({ letterId: first.body.letterId, numbers: first.body.numbers, commandId: first.body.commandId });
  expect(await clerk.post('/letters', { ...body, subject: 'อีกเรื่อง' }, key)).toMatchObject({ statusCode: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
  const { rows } = await live.pool.query(`select 1 from letter where subject = 'ครั้งเดียวเท่านั้น'`);
  expect(rows).toHaveLength(1);

  const task = await taskOn(head, first.body.letterId);
  const acts = `/letters/${first.body.letterId}/tasks/${task.taskId}/acts`;
  const once = { 'idempotency-key': `act-${randomUUID()}` };
  const done = ok(await head.post<Done>(acts, { rev: task.rev, outcome: 'approve' }, once));
  expect(ok(await head.post<Done>(acts, { rev: task.rev, outcome: 'approve' }, once)).seq).toBe(done.seq);
  expect(await head.post(acts, { rev: task.rev, outcome: 'approve' })).toMatchObject({ statusCode: 409, body: { code: 'TASK_NOT_OPEN' } });
  expect(await head.post(acts, { rev: task.rev, outcome: 'approve' }, { 'idempotency-key': 'short' })).toMatchObject({ statusCode: 400, body: { code: 'IDEMPOTENCY_KEY_MISSING' } });
});

test('an act without an answer in time is accepted, applied once when a worker is back, and its refusal reaches the actor', async () => {
  const slow = await openLiveApp({ config: { actTimeoutMs: 1_500 } });
  try {
    const person = await signIn(slow, 'lopburi.registry.clerk');
    const chief = await signIn(slow, 'lopburi.office-head');
    const letterId = await takeIn(person);
    const task = await taskOn(chief, letterId);
    await slow.worker.stop();
    const key = { 'idempotency-key': randomUUID() };
    const acts = `/letters/${letterId}/tasks/${task.taskId}/acts`;
    const accepted = await chief.post<Done>(acts, { rev: task.rev, outcome: 'approve' }, key);
    expect(accepted).toMatchObject({ statusCode: 202, body: { status: 'pending', letterId } });
    expect((await page(chief, letterId)).pendingCommands).toMatchObject([{ id: accepted.body.commandId, status: 'pending' }]);
    await slow.worker.start();
    const settled = ok(await chief.post<Done>(acts, { rev: task.rev, outcome: 'approve' }, key));
    expect(settled).toMatchObject({ status: 'done', commandId: accepted.body.commandId });
    expect(await chief.get(`/commands/${accepted.body.commandId}`)).toMatchObject({ statusCode: 200, body: { status: 'done', seq: settled.seq } });
    expect(await person.get(`/commands/${accepted.body.commandId}`)).toMatchObject({ statusCode: 404 });
  } finally {
    await slow.close();
  }
});

test('a letter whose execution was lost is resumed by the next act', async () => {
  const letterId = await takeIn(clerk);
  await live.deps.temporal.workflow.getHandle(`letter/${letterId}`).terminate('lost');
  expect(await act(head, letterId, { outcome: 'approve' })).toMatchObject({ statusCode: 200, body: { status: 'done' } });
});

test('acts on the whole letter need the right and the revision that was seen', async () => {
  const letterId = await takeIn(clerk);
  const { seq } = await page(head, letterId);
  const hold = (person: Person, change: object = {}) => person.post(`/letters/${letterId}/acts`, { type: 'hold', seq, reason: 'รอเอกสารเพิ่มเติม', ...change });
  expect(await hold(clerk)).toMatchObject({ statusCode: 403, body: { code: 'FORBIDDEN' } });
  const supervisor = await signIn(live, await supervisorLogin());
  expect(await hold(supervisor, { reason: '' })).toMatchObject({ statusCode: 400, body: { code: 'VALIDATION_FAILED', details: { fields: [{ path: 'body.reason' }] } } });
  expect(await hold(supervisor, { seq: seq + 5 })).toMatchObject({ statusCode: 409, body: { code: 'LETTER_STALE' } });
  ok(await hold(supervisor) as { statusCode: number; body: Done } as never);
  expect(await act(head, letterId, { outcome: 'approve' })).toMatchObject({ statusCode: 409, body: { code: 'LETTER_HELD' } });
  const held = await page(supervisor, letterId);
  expect(held).toMatchObject({ status: 'held', can: expect.arrayContaining(['resume']) } satisfies Partial<Record<keyof LetterPage, unknown>>);
  expect(await supervisor.post(`/letters/${letterId}/acts`, { type: 'resume', seq: held.seq, reason: 'ได้รับเอกสารแล้ว' })).toMatchObject({ statusCode: 200 });
  ok(await act(head, letterId, { outcome: 'approve' }));
});

const supervisorLogin = async (): Promise<string> =>
  (await live.pool.query<{ login: string }>(
    `select person.login from person join appointment a on a.person_id = person.id join post p on p.id = a.post_id join office o on o.id = p.office_id
      where o.code = 'lopburi' and 'supervisor' = any(p.roles) limit 1`,
  )).rows[0]!.login;

test('a task can be handed on, asked about out of turn and given more time', async () => {
  const letterId = await takeIn(clerk);
  const supervisor = await signIn(live, await supervisorLogin());
  const asked = await signIn(live, 'lopburi.strategy.head');
  const task = await taskOn(head, letterId);
  const on = (path: string) => `/letters/${letterId}/tasks/${task.taskId}/${path}`;
  const strategyHead = (await asked.get<{ posts: readonly { id: string }[] }>('/session')).body.posts[0]!.id;
  ok(await head.post(on('adhoc'), { rev: task.rev, postId: strategyHead, note: 'ขอความเห็น' }));
  expect(await page(head, letterId)).toMatchObject({ myTasks: [{ isWaiting: true, can: expect.arrayContaining(['release']) }] });
  expect(await taskOn(asked, letterId)).toMatchObject({ kind: 'adhoc', askedNote: 'ขอความเห็น', askedBy: { post: { code: 'office-head' } }, form: { outcomes: [{ code: 'answer', isNoteRequired: true }] } });
  ok(await act(asked, letterId, { outcome: 'answer', note: 'ไม่ขัดข้อง' }));
  const back = await taskOn(head, letterId);
  expect(await clerk.post(on('extend'), { rev: back.rev, due: { unit: 'workingDays', amount: 5 }, reason: 'x' })).toMatchObject({ statusCode: 403 });
  ok(await supervisor.post(on('extend'), { rev: back.rev, due: { at: '2027-01-15' }, reason: 'รอข้อมูล' }));
  const extended = (await page(supervisor, letterId)).holders[0]!;
  expect(extended).toMatchObject({ dueAt: '2027-01-15T09:30:00.000Z', can: ['reassign', 'extend'] });
  expect(await supervisor.post(on('reassign'), { rev: extended.rev, postId: randomUUID(), reason: 'ไม่อยู่' })).toMatchObject({ statusCode: 422, body: { code: 'POST_UNKNOWN' } });
  ok(await supervisor.post(on('reassign'), { rev: extended.rev, postId: strategyHead, reason: 'ไม่อยู่' }));
  expect((await page(head, letterId)).myTasks).toEqual([]);
  expect(await taskOn(asked, letterId)).toMatchObject({ kind: 'approve' });
});

test('a reply keeps subject, sender and matter, and only readers of the letter may write it', async () => {
  const letterId = await takeIn(clerk, { subject: 'ขอข้อมูลประชากร' });
  const stranger = await signIn(live, 'ops.ict.officer');
  const reply = async (person: Person) => person.post<Done>(`/letters/${letterId}/reply`, { postId: (await person.get<{ posts: readonly { id: string }[] }>('/session')).body.posts[0]!.id });
  expect(await reply(stranger)).toMatchObject({ statusCode: 404, body: { code: 'NOT_FOUND' } });
  const answer = ok(await reply(head));
  const seen = await page(head, answer.letterId);
  expect(seen).toMatchObject({
    subject: 'ขอข้อมูลประชากร', direction: 'outgoing', toText: 'เทศบาลเมืองลพบุรี', references: [{ letterNo: 'ลบ 52001/123', date: '2026-11-19', letterId }],
    links: [{ letterId, kind: 'answers' }], addressees: [{ name: 'เทศบาลเมืองลพบุรี', officeId: null }],
  });
  expect((await page(head, letterId)).links).toMatchObject([{ letterId: answer.letterId, kind: 'answeredBy' }]);
  // Without a link of their own, letters of one matter still find each other.
  const other = await takeIn(clerk, { subject: 'เรื่องเดียวกัน' });
  expect((await page(head, other)).links).toEqual([]);
  await live.pool.query('update letter set correlation_id = (select correlation_id from letter where id = $1) where id = $2', [letterId, other]);
  expect((await page(head, other)).links.map(({ kind }) => kind)).toEqual(['sameMatter', 'sameMatter']);
});

test('the list shows the letters one may know of, page by page', async () => {
  const officer = await signIn(live, 'lopburi.strategy.officer');
  const list = async (person: Person, query: string) => ok(await person.get<{ items: readonly { id: string; createdAt: string }[]; total: number; nextCursor: string | null }>(`/letters${query}`));
  const first = await list(clerk, '?limit=2');
  expect(first.items).toHaveLength(2);
  const second = await list(clerk, `?limit=100&cursor=${first.nextCursor}`);
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(first.total);
  expect((await list(officer, '')).total).toBe(0);
  expect((await list(clerk, `?q=${encodeURIComponent('ประชากร')}`)).items.length).toBeGreaterThan(0);
  expect((await list(clerk, `?q=${encodeURIComponent('%')}`)).items).toEqual([]);
  expect((await list(clerk, '?direction=outgoing&mine=true')).total).toBe(0);
  expect(await clerk.get('/letters?cursor=nonsense')).toMatchObject({ statusCode: 400, body: { code: 'VALIDATION_FAILED', details: { fields: [{ path: 'query.cursor' }] } } });
});

test('another name, title or holder shows at the next look', async () => {
  const letterId = await takeIn(clerk);
  const holder = async () => (await page(clerk, letterId)).holders[0]!;
  const before = await holder();
  const [holding, post] = [before.persons[0]!, before.posts[0]!];
  await live.pool.query(`update person set name_th = 'ชื่อใหม่' where id = $1`, [holding.id]);
  await live.pool.query(`update post set title_th = 'ตำแหน่งใหม่' where id = $1`, [post.id]);
  expect(await holder()).toMatchObject({ persons: [{ id: holding.id, name: { th: 'ชื่อใหม่' } }], posts: [{ id: post.id, title: { th: 'ตำแหน่งใหม่' } }] });
  await live.pool.query(`update appointment set ended_at = now() - interval '1 second' where person_id = $1 and post_id = $2`, [holding.id, post.id]);
  expect((await holder()).persons.map(({ id }) => id)).not.toContain(holding.id);
  await live.pool.query('update appointment set ended_at = null where person_id = $1 and post_id = $2', [holding.id, post.id]);
  await live.pool.query('update person set name_th = $2 where id = $1', [holding.id, holding.name.th]);
  await live.pool.query('update post set title_th = $2 where id = $1', [post.id, post.title.th]);
  expect(await holder()).toEqual(before);
});

test('bad input names the field and starts nothing', async () => {
  const before = (await live.pool.query('select count(*) from letter')).rows;
  const tryWith = async (change: object) => clerk.post<{ code: string; message: string; details: { fields?: readonly { path: string; message: string }[] } }>('/letters', await intakeBody(clerk, change), { 'accept-language': 'th' });
  const field = async (change: object) => (await tryWith(change)).body.details.fields?.[0];
  expect(await field({ subject: '   ' })).toEqual({ path: 'body.subject', label: 'เรื่อง', message: 'ต้องไม่ว่าง' });
  expect(await field({ subject: 'ก'.repeat(300) })).toEqual({ path: 'body.subject', label: 'เรื่อง', message: 'ยาวเกิน 250 ตัวอักษร' });
  expect(await field({ theirDate: '2026-02-30' })).toMatchObject({ path: 'body.theirDate', message: 'วันที่ไม่ถูกต้อง' });
  expect(await field({ urgency: 'hurry' })).toMatchObject({ path: 'body.urgency', message: 'ไม่อยู่ในตัวเลือก' });
  expect(await field({ secret: true })).toMatchObject({ message: 'ไม่รู้จักช่อง secret' });
  expect(await tryWith({ proposedUnitId: randomUUID() })).toMatchObject({ statusCode: 422, body: { code: 'UNIT_UNKNOWN' } });
  expect(await tryWith({ documents: [{ documentId: randomUUID(), role: 'main' }] })).toMatchObject({ statusCode: 422, body: { code: 'DOCUMENT_NOT_USABLE' } });
  expect(await tryWith({ postId: randomUUID() })).toMatchObject({ statusCode: 403, body: { code: 'FORBIDDEN', message: 'ท่านไม่มีสิทธิดำเนินการนี้' } });
  expect(await tryWith({ secrecy: 'secret' })).toMatchObject({ statusCode: 403 });
  expect(await tryWith({ route: { routeVersionId: randomUUID(), reason: 'ลอง' } })).toMatchObject({ statusCode: 422, body: { code: 'ROUTE_NOT_ALLOWED' } });
  expect((await live.pool.query('select count(*) from letter')).rows).toEqual(before);
});

test('nobody acts on a task of somebody else, and nothing changes by trying', async () => {
  const letterId = await takeIn(clerk);
  const { taskId, rev } = await taskOn(head, letterId);
  const before = await page(head, letterId);
  const acts = `/letters/${letterId}/tasks/${taskId}/acts`;
  expect(await clerk.post(acts, { rev, outcome: 'approve' })).toMatchObject({ statusCode: 403, body: { code: 'FORBIDDEN' } });
  expect(await (await signIn(live, 'ops.ict.officer')).post(acts, { rev, outcome: 'approve' })).toMatchObject({ statusCode: 404, body: { code: 'NOT_FOUND' } });
  expect(await head.post(acts, { rev: rev + 1, outcome: 'approve' })).toMatchObject({ statusCode: 409, body: { code: 'TASK_STALE' } });
  expect(await head.post(`/letters/${letterId}/tasks/k999/acts`, { rev, outcome: 'approve' })).toMatchObject({ statusCode: 409, body: { code: 'TASK_NOT_OPEN' } });
  expect(await head.post(acts, { rev, outcome: 'approve', forwardTo: 'nobody' })).toMatchObject({ statusCode: 400, body: { details: { fields: [{ path: 'body.forwardTo' }] } } });
  expect((await page(head, letterId)).seq).toBe(before.seq);
});

test('only offices that are there and linked are written to', async () => {
  const officer = await signIn(live, 'ops.ict.officer');
  const to = (officeCode: string) => compose(officer, { recipients: [{ officeCode, role: 'lead' }] });
  const { rows } = await live.pool.query<{ code: string }>('select code from office where not is_linked limit 1');
  await expect(to('atlantis')).rejects.toThrow('OFFICE_UNKNOWN');
  await expect(to(rows[0]!.code)).rejects.toThrow('OFFICE_NOT_LINKED');
});

test('which route a letter would take is shown beforehand, with the others that may be chosen', async () => {
  const postId = (await clerk.get<{ posts: readonly { id: string }[] }>('/session')).body.posts[0]!.id;
  const { body } = await clerk.get<{ chosen: { routeCode: string; isOtherwise: boolean }; others: readonly { routeCode: string }[] }>(`/routes/choice?type=incoming&kind=external_letter&postId=${postId}`);
  expect(body.chosen).toMatchObject({ routeCode: 'incoming', rowNo: 3, isOtherwise: false });
  expect(body.others.map(({ routeCode }) => routeCode)).toContain('unit-incoming');
});

test('a letter taken in may answer a letter of ours that went out, but no other', async () => {
  const received = await takeIn(clerk);
  expect(await clerk.post('/letters', await intakeBody(clerk, { answersLetterId: received }))).toMatchObject({ statusCode: 409, body: { code: 'LETTER_NOT_DISPATCHED' } });
  const elsewhere = await signIn(live, 'ops.registry.clerk');
  expect((await elsewhere.post('/letters', await intakeBody(elsewhere, { answersLetterId: received }))).statusCode).toBe(404);
  expect((await elsewhere.post('/letters', await intakeBody(elsewhere, { answersLetterId: randomUUID() }))).statusCode).toBe(404);
});
