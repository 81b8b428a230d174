import type { z } from 'zod';
import type { signingSchema } from '#domain/contracts/signing';
import { officeId } from '#db/seeds/insert-offices';
import { act, compose, ok, taskOn } from '#test/support/letter-steps';
import { openLiveApp, signIn, type LiveApp, type Person } from '#test/support/test-app';

jest.setTimeout(120_000);
type Signing = z.output<typeof signingSchema>;

let live: LiveApp;
let admin: Person;
let deputy: Person;
beforeAll(async () => {
  live = await openLiveApp();
  [admin, deputy] = await Promise.all([signIn(live, 'ops.registry.head'), signIn(live, 'ops.deputy-ps-2')]);
}, 120_000);
afterAll(() => live.close());

const ops = officeId('ops');
const setRule = (person: Person, rule: string, office = ops) => person.send<Signing>('PUT', `/signing/offices/${office}`, { rule });
const setWish = (body: object) => deputy.send<Signing>('PATCH', '/signing', body);

/** A letter of OPS that waits for the deputy's signature. */
async function toSign(subject: string): Promise<string> {
  const officer = await signIn(live, 'ops.ict.officer');
  const letterId = await compose(officer, { subject });
  ok(await act(officer, letterId, { outcome: 'submit' }));
  for (const login of ['ops.ict.section-head', 'ops.ict.director']) ok(await act(await signIn(live, login), letterId, { outcome: 'approve' }));
  return letterId;
}

test('the office decides whether signatures are confirmed by password, and leaves it to each signer only where it says so', async () => {
  const letterId = await toSign('ขอให้รายงานผลครั้งที่หนึ่ง');
  const needs = async () => (await taskOn(deputy, letterId)).form.outcomes.find(({ code }) => code === 'sign')?.needs;
  const sign = (signature: object = {}, more: object = {}) => act(deputy, letterId, { outcome: 'sign', signature, ...more });
  expect(ok(await deputy.get<Signing>('/signing'))).toMatchObject({ asksPassword: true, offices: [{ office: { id: ops }, rule: 'always', asksPassword: true, canChange: false }] });

  // Giving up the question needs the password itself, and does nothing while the office wants it.
  expect(await setWish({ asksPassword: false })).toMatchObject({ statusCode: 422, body: { code: 'SIGNATURE_REQUIRED' } });
  expect(await setWish({ asksPassword: false, password: 'wrong' })).toMatchObject({ statusCode: 422, body: { code: 'SIGNATURE_WRONG' } });
  expect(ok(await setWish({ asksPassword: false, password: 'saraban-demo' }))).toMatchObject({ asksPassword: false, offices: [{ asksPassword: true }] });
  expect(await needs()).toEqual(['signature', 'password']);
  expect(await sign()).toMatchObject({ statusCode: 422, body: { code: 'SIGNATURE_REQUIRED' } });

  expect(ok(await setRule(admin, 'personal')).offices).toMatchObject([{ rule: 'personal', asksPassword: true, canChange: true }]);
  expect(await needs()).toEqual(['signature']);
  ok(await setWish({ asksPassword: true }));
  expect(await sign()).toMatchObject({ statusCode: 422, body: { code: 'SIGNATURE_REQUIRED' } });
  ok(await setWish({ asksPassword: false, password: 'saraban-demo' }));
  expect(await sign({ password: 'wrong' })).toMatchObject({ statusCode: 422, body: { code: 'SIGNATURE_WRONG' } });

  // One of a batch: only after it has been opened by whoever signs.
  const { taskId } = await taskOn(deputy, letterId);
  await (await signIn(live, 'ops.ict.director')).post('/tasks/read', { tasks: [{ letterId, taskId }] });
  expect(await sign({}, { isBatch: true })).toMatchObject({ statusCode: 409, body: { code: 'LETTER_NOT_OPENED' } });
  ok(await deputy.post('/tasks/read', { tasks: [{ letterId, taskId }] }));
  ok(await sign({}, { isBatch: true }));
  const confirmed = async (id: string) => (await live.pool.query<{ by: string }>(`select signature->>'confirmedBy' as by from letter where id = $1`, [id])).rows[0]!.by;
  expect(await confirmed(letterId)).toBe('session');

  ok(await setRule(admin, 'always'));
  const second = await toSign('ขอให้รายงานผลครั้งที่สอง');
  expect(await act(deputy, second, { outcome: 'sign', signature: {} })).toMatchObject({ statusCode: 422, body: { code: 'SIGNATURE_REQUIRED' } });
  ok(await act(deputy, second, { outcome: 'sign', signature: { password: 'saraban-demo' } }));
  expect(await confirmed(second)).toBe('password');
});

test('only the office administrator sets the rule, and only of the own office; each change is on record', async () => {
  expect(await setRule(deputy, 'personal')).toMatchObject({ statusCode: 403, body: { code: 'FORBIDDEN' } });
  expect(await setRule(admin, 'personal', officeId('lopburi'))).toMatchObject({ statusCode: 404, body: { code: 'NOT_FOUND' } });
  expect(await setRule(admin, 'never')).toMatchObject({ statusCode: 400, body: { details: { fields: [{ path: 'body.rule' }] } } });
  const { rows } = await live.pool.query<{ data: object }>(`select data from audit_event where kind = 'office.signingChanged' and office_id = $1 order by seq`, [ops]);
  expect(rows.map(({ data }) => data)).toEqual([{ rule: 'personal' }, { rule: 'always' }]);
  const mine = await live.pool.query(`select 1 from audit_event where kind = 'person.signingChanged' and person_id = $1`, [deputy.personId]);
  expect(mine.rowCount).toBe(3);
});
