/** Why somebody may or may not see a letter, as an office's administrator is told. */
import type { z } from 'zod';
import type { accessPersonSchema, accessWhySchema } from '#domain/contracts/access';
import { personId, } from '#db/seeds/demo';
import { postId } from '#db/seeds/insert-offices';
import { ok, takeIn } from '#test/support/letter-steps';
import { openLiveApp, signIn, type LiveApp, type Person } from '#test/support/test-app';

jest.setTimeout(180_000);
type Why = z.output<typeof accessWhySchema>;
type Profile = z.output<typeof accessPersonSchema>;

let live: LiveApp;
let admin: Person;
let letterId: string;

beforeAll(async () => {
  live = await openLiveApp();
  // In the provinces the ICT group's officer administers the office: an ordinary letter of another group is not theirs to see.
  admin = await signIn(live, 'lopburi.ict.officer');
  letterId = await takeIn(await signIn(live, 'lopburi.registry.clerk'));
});
afterAll(() => live.close());

const why = (post: string, letter = letterId, person = admin) => person.get<Why>(`/access/why?personId=${personId('lopburi', post)}&letterId=${letter}`);
const knows = (letter: string, post: string): Promise<unknown> =>
  live.pool.query(`insert into letter_reader (letter_id, post_id, why, since) values ($1, $2, 'granted', now()) on conflict do nothing`, [letter, post]);

test('a letter that the administrator may not know is not found', async () => {
  expect(await why('office-head')).toMatchObject({ statusCode: 404, body: { code: 'NOT_FOUND' } });
});

describe('of a letter that the administrator may know', () => {
  beforeAll(() => knows(letterId, postId('lopburi', 'ict-officer')));

  test('the holder sees it by the part of the post, and may act on the task', async () => {
    const { decisions, letter } = ok(await why('office-head'));
    expect(letter.subject).toBe('ขอความอนุเคราะห์ข้อมูล');
    expect(decisions[0]).toMatchObject({ act: 'letter.read', allow: true, rule: 'read.part', reasons: [{ kind: 'post', post: { id: postId('lopburi', 'office-head'), capacity: 'own' }, parts: ['task'] }] });
    expect(decisions.find(({ act }) => act === 'task.act')).toMatchObject({ allow: true, rule: 'act.holder', task: { kind: 'approve', posts: [{ code: 'office-head' }] } });
    expect(decisions.find(({ act }) => act === 'letter.hold')).toMatchObject({ allow: true, rule: 'hold.supervisor' });
  });

  test('the registry sees it as the office’s; a group that has no part does not see it', async () => {
    expect(ok(await why('registry-clerk')).decisions[0]).toMatchObject({ allow: true, rule: 'read.part' });
    expect(ok(await why('hr-officer')).decisions).toEqual([expect.objectContaining({ act: 'letter.read', allow: false, rule: 'read.none', reasons: [] })]);
  });

  test('acting for a post is named with the order, and the holder is told that somebody acts', async () => {
    await live.pool.query(
      `insert into appointment (person_id, post_id, capacity, own_post_id, order_no, valid_from) values ($1, $2, 'acting_for', $3, '81/2569', now() - interval '1 hour')`,
      [personId('lopburi', 'general-head'), postId('lopburi', 'office-head'), postId('lopburi', 'general-head')],
    );
    const acting = ok(await why('general-head')).decisions[0];
    expect(acting?.reasons).toEqual(expect.arrayContaining([expect.objectContaining({ post: expect.objectContaining({ capacity: 'acting_for', orderNo: '81/2569', ownPost: expect.anything() }) })]));
    const holder = ok(await why('office-head')).decisions;
    expect(holder.find(({ act }) => act === 'task.act')).toMatchObject({ allow: false, rule: 'act.none', reasons: [{ kind: 'actedFor', post: { mayAct: false } }] });
    await live.pool.query(`delete from appointment where capacity = 'acting_for'`);
  });

  test('that it was asked is on the office’s record, with ids only', async () => {
    ok(await why('office-head'));
    const { rows } = await live.pool.query(`select data, person_id as by from audit_event where kind = 'access.explained' order by id desc limit 1`);
    expect(rows).toEqual([{ by: admin.personId, data: { personId: personId('lopburi', 'office-head'), letterId, rule: 'read.part' } }]);
  });

  test('too little clearance is the reason only where the person has a part', async () => {
    const { rows } = await live.pool.query<{ clearance: string }>('select clearance from person where id = $1', [admin.personId]);
    await live.pool.query(`update person set clearance = 'secret' where id = $1`, [admin.personId]);
    await live.pool.query(`update letter set secrecy = 'confidential' where id = $1`, [letterId]);
    expect(ok(await why('registry-clerk')).decisions[0]).toMatchObject({ allow: false, rule: 'read.none', reasons: [{ kind: 'clearance', clearance: 'none', post: null }] });
    expect(ok(await why('hr-officer')).decisions[0]).toMatchObject({ allow: false, reasons: [] });
    await live.pool.query(`update person set clearance = $2 where id = $1`, [admin.personId, rows[0]!.clearance]);
    expect((await why('registry-clerk')).statusCode).toBe(404);
    await live.pool.query(`update letter set secrecy = 'none' where id = $1`, [letterId]);
  });
});

test('a person’s posts, clearance and abilities are told by the rules that allow them', async () => {
  const profile = ok(await admin.get<Profile>(`/access/persons/${personId('lopburi', 'registry-clerk')}`));
  expect(profile).toMatchObject({ isDisabled: false, clearance: 'none', posts: [{ capacity: 'own', roles: ['clerk'], mayAct: true }] });
  const rules = profile.abilities.map(({ rule }) => rule);
  expect(rules).toEqual(expect.arrayContaining(['read.office', 'intake.post', 'appoint.registry']));
  expect(rules).not.toContain('reassign.head');
});

test('a closed account may do nothing', async () => {
  const id = personId('lopburi', 'hr-clerk');
  await live.pool.query('update person set is_disabled = true where id = $1', [id]);
  expect(ok(await admin.get<Profile>(`/access/persons/${id}`))).toMatchObject({ isDisabled: true, posts: [], abilities: [] });
});

test('nobody else’s people are explained, and to nobody who does not administer or inspect', async () => {
  const foreign = personId('khonkaen', 'office-head');
  expect((await admin.get(`/access/persons/${foreign}`)).statusCode).toBe(404);
  expect((await admin.get(`/access/why?personId=${foreign}&letterId=${letterId}`)).statusCode).toBe(404);
  const head = await signIn(live, 'lopburi.office-head');
  expect((await head.get(`/access/persons/${personId('lopburi', 'ict-head')}`)).statusCode).toBe(404);
  expect((await why('ict-head', letterId, head)).statusCode).toBe(404);
});
