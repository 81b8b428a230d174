import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { withTransaction } from '#db/client';
import { createAbsence, createAppointment, createDelegation, endAbsence, endAppointment, endDelegation, findNextPeopleChange, listOfficesChanged } from '#db/repositories/appointments';
import { createDirectoryCache, loadDirectory } from '#db/repositories/directory';
import { createSubjectCache, PEOPLE_VERSION } from '#db/repositories/people-cache';
import { findSubject } from '#db/repositories/people';
import { seedBase } from '#db/seeds/base';
import { personId, seedDemo } from '#db/seeds/demo';
import { officeId, postId } from '#db/seeds/insert-offices';
import type { NewAppointment } from '#domain/people/appointments';
import { findBreak, type ChainedEvent } from '#domain/audit/chain';
import { getTestDatabase, type TestDatabase } from '#test/support/servers';
import { createHash } from 'node:crypto';

let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await getTestDatabase();
  pool = database.pool;
  await seedBase(pool);
  await seedDemo(pool);
}, 300_000);
afterAll(() => database.drop());

const NOW = '2026-11-23T03:00:00.000Z';
const LATER = '2026-11-23T09:00:00.000Z';
const by = (at = NOW) => ({ personId: personId('lopburi', 'registry-clerk'), postId: postId('lopburi', 'registry-clerk'), at });

/** Each test plays in a province of its own. */
const actingFor = (office: string, deputy = 'deputy-governor-1'): NewAppointment => ({
  personId: personId(office, deputy), postId: postId(office, 'governor'), capacity: 'acting_for', ownPostId: postId(office, deputy), orderNo: '9/2569',
  from: NOW, to: null,
});
const appoint = (appointment: NewAppointment) => withTransaction(pool, (tx) => createAppointment(tx, { appointment, by: by() }));
const holdersOf = async (office: string, post: string, at: string): Promise<readonly string[]> => {
  const directory = await loadDirectory(pool, { officeId: officeId(office), at });
  return directory.posts.find(({ code }) => code === post)?.holders ?? [];
};
const subjectOf = async (office: string, post: string, at = NOW) => (await findSubject(pool, { personId: personId(office, post), at }))!;
const governorIn = async (office: string, post: string, at = NOW) =>
  (await subjectOf(office, post, at)).posts.filter(({ postId: id }) => id === postId(office, 'governor')).map(({ capacity, mayAct }) => ({ capacity, mayAct }));

test('an acting appointment moves the post to the acting person at once and back when it is ended', async () => {
  const { id } = await appoint(actingFor('lopburi'));
  expect(await governorIn('lopburi', 'deputy-governor-1')).toEqual([{ capacity: 'acting_for', mayAct: true }]);
  expect(await governorIn('lopburi', 'governor')).toEqual([{ capacity: 'own', mayAct: false }]);
  expect(await holdersOf('lopburi', 'governor', NOW)).toEqual([personId('lopburi', 'deputy-governor-1')]);

  await withTransaction(pool, (tx) => endAppointment(tx, { id, endAt: LATER, by: by() }));
  expect(await governorIn('lopburi', 'deputy-governor-1', LATER)).toEqual([]);
  expect(await governorIn('lopburi', 'governor', LATER)).toEqual([{ capacity: 'own', mayAct: true }]);
  expect(await holdersOf('lopburi', 'governor', LATER)).toEqual([personId('lopburi', 'governor')]);
});

test('recording an absence is enough for the first deputy to act, until the holder is back', async () => {
  const absence = { personId: personId('chonburi', 'governor'), from: NOW, to: '2026-11-30T00:00:00.000Z', kind: 'mission', by: by() } as const;
  const { id, officeIds } = await withTransaction(pool, (tx) => createAbsence(tx, absence));
  expect(officeIds).toEqual([officeId('chonburi')]);
  expect(await governorIn('chonburi', 'deputy-governor-1')).toEqual([{ capacity: 'acting_for', mayAct: true }]);

  await withTransaction(pool, (tx) => endAbsence(tx, { id, endAt: LATER, by: by() }));
  expect(await governorIn('chonburi', 'deputy-governor-1', LATER)).toEqual([]);
  expect(await governorIn('chonburi', 'governor', LATER)).toEqual([{ capacity: 'own', mayAct: true }]);
});

test('two clerks who appoint for the same post at the same moment do not both succeed', async () => {
  const results = await Promise.allSettled([appoint(actingFor('phuket', 'deputy-governor-1')), appoint(actingFor('phuket', 'deputy-governor-2'))]);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'APPOINTMENT_OVERLAPS' } });
});

test('somebody acts only from a post that is their own', async () => {
  await expect(appoint({ ...actingFor('songkhla'), ownPostId: postId('songkhla', 'deputy-governor-2') })).rejects.toMatchObject({
    code: 'VALIDATION_FAILED', details: { field: 'ownPostId' },
  });
});

test('an unknown post or person is refused, and nothing is recorded', async () => {
  const before = (await pool.query('select 1 from audit_event')).rowCount;
  await expect(appoint({ ...actingFor('songkhla'), postId: randomUUID() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(appoint({ ...actingFor('songkhla'), personId: randomUUID() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await pool.query('select 1 from audit_event')).rowCount).toBe(before);
});

test('an appointment cannot be ended twice, nor later than planned', async () => {
  const { id } = await appoint({ ...actingFor('udonthani'), to: LATER });
  const end = (endAt: string, at = NOW) => withTransaction(pool, (tx) => endAppointment(tx, { id, endAt, by: by(at) }));
  await expect(end('2026-11-24T00:00:00.000Z')).rejects.toMatchObject({ code: 'PERIOD_INVALID' });
  await end('2026-11-23T04:00:00.000Z');
  await expect(end('2026-11-23T05:00:00.000Z', '2026-11-23T05:00:00.000Z')).rejects.toMatchObject({ code: 'PERIOD_INVALID' });
});

test('an appointment ended before it begins never takes effect', async () => {
  const { id } = await appoint({ ...actingFor('sakonnakhon'), from: LATER });
  await withTransaction(pool, (tx) => endAppointment(tx, { id, endAt: NOW, by: by() }));
  expect(await governorIn('sakonnakhon', 'deputy-governor-1', LATER)).toEqual([]);
});

test('a delegation lets its receiver sign for the giver until it is withdrawn', async () => {
  const delegation = {
    fromPostId: postId('khonkaen', 'governor'), toPostId: postId('khonkaen', 'office-head'), kinds: ['external_letter'], orderNo: '3/2569', from: NOW, to: null, by: by(),
  } as const;
  const { id } = await withTransaction(pool, (tx) => createDelegation(tx, delegation));
  expect(await governorIn('khonkaen', 'office-head')).toEqual([{ capacity: 'delegated', mayAct: true }]);
  await withTransaction(pool, (tx) => endDelegation(tx, { id, endAt: LATER, by: by() }));
  expect(await governorIn('khonkaen', 'office-head', LATER)).toEqual([]);
});

test('a closed account has no posts, and its post passes to the succession', async () => {
  await pool.query('update person set is_disabled = true where id = $1', [personId('chiangmai', 'governor')]);
  expect(await findSubject(pool, { personId: personId('chiangmai', 'governor'), at: NOW })).toBeNull();
  expect(await holdersOf('chiangmai', 'governor', NOW)).toEqual([personId('chiangmai', 'deputy-governor-1')]);
});

test('a person of two offices has the posts of both', async () => {
  await appoint({ ...actingFor('chiangrai'), personId: personId('phitsanulok', 'deputy-governor-1'), ownPostId: postId('phitsanulok', 'deputy-governor-1') });
  const offices = (await subjectOf('phitsanulok', 'deputy-governor-1')).posts.map((post) => post.officeId);
  expect(offices).toEqual(expect.arrayContaining([officeId('phitsanulok'), officeId('chiangrai')]));
});

test('the subject knows the units below each post and the offices below an inspector', async () => {
  const [inspector] = (await subjectOf('ops', 'inspector')).posts;
  const head = (await subjectOf('lopburi', 'office-head')).posts.find(({ postId: id }) => id === postId('lopburi', 'office-head'));
  expect(inspector!.officeIds).toHaveLength(77);
  expect(head).toMatchObject({ isRegistry: false, officeIds: [officeId('lopburi')] });
  expect(head!.unitIds).toHaveLength(6);
});

test('the next change is when the next appointment begins or ends, and says whose inboxes to refresh', async () => {
  await appoint({ ...actingFor('nakhonpathom'), from: '2027-03-01T00:00:00.000Z', to: '2027-03-08T00:00:00.000Z' });
  expect(await findNextPeopleChange(pool, '2027-02-01T00:00:00.000Z')).toBe('2027-03-01T00:00:00.000Z');
  expect(await findNextPeopleChange(pool, '2027-03-01T00:00:00.000Z')).toBe('2027-03-08T00:00:00.000Z');
  expect(await listOfficesChanged(pool, { after: '2027-02-01T00:00:00.000Z', until: '2027-03-01T00:00:00.000Z' })).toEqual([officeId('nakhonpathom')]);
});

test('every change is an event of the chain of its office', async () => {
  const { rows } = await pool.query<ChainedEvent>(
    `select chain, seq, at, office_id as "officeId", person_id as "personId", post_id as "postId", kind, data, prev_hash as "prevHash", hash
       from audit_event where chain = $1 order by seq`,
    [`office/${officeId('udonthani')}`],
  );
  expect(rows.map(({ kind }) => kind).filter((kind) => kind.startsWith('appointment'))).toEqual(['appointment.created', 'appointment.ended']);
  expect(findBreak(rows, (text) => createHash('sha256').update(text).digest('hex'))).toBeNull();
});

describe('a directory kept in memory', () => {
  const governor = async (cache: ReturnType<typeof createDirectoryCache>, office: string, at: string) =>
    (await cache.load(pool, { officeId: officeId(office), at })).posts.find(({ code }) => code === 'governor')!;

  test('is the same object while nothing has changed', async () => {
    const cache = createDirectoryCache();
    const load = () => cache.load(pool, { officeId: officeId('nakhonsawan'), at: NOW });
    expect(await load()).toBe(await load());
  });

  test('never answers from before an appointment that has been committed', async () => {
    const cache = createDirectoryCache();
    expect((await governor(cache, 'nakhonsawan', NOW)).holders).toEqual([personId('nakhonsawan', 'governor')]);
    await appoint(actingFor('nakhonsawan'));
    expect((await governor(cache, 'nakhonsawan', NOW)).holders).toEqual([personId('nakhonsawan', 'deputy-governor-1')]);
  });

  test('changes by itself when an appointment ends', async () => {
    const cache = createDirectoryCache();
    await appoint({ ...actingFor('phetchaburi'), to: LATER });
    expect((await governor(cache, 'phetchaburi', NOW)).holders).toEqual([personId('phetchaburi', 'deputy-governor-1')]);
    expect((await governor(cache, 'phetchaburi', LATER)).holders).toEqual([personId('phetchaburi', 'governor')]);
    expect((await governor(cache, 'phetchaburi', NOW)).holders).toEqual([personId('phetchaburi', 'deputy-governor-1')]);
  });

  test('notices a changed clearance, a closed account and an absence', async () => {
    const cache = createDirectoryCache();
    const before = await governor(cache, 'suratthani', NOW);
    await pool.query(`update person set clearance = 'none' where id = $1`, [personId('suratthani', 'governor')]);
    const uncleared = await governor(cache, 'suratthani', NOW);
    await withTransaction(pool, (tx) => createAbsence(tx, { personId: personId('suratthani', 'governor'), from: NOW, to: LATER, kind: 'leave', by: by() }));
    const absent = await governor(cache, 'suratthani', NOW);
    expect([before.clearance, uncleared.clearance, absent.holders]).toEqual(['secret', 'none', [personId('suratthani', 'deputy-governor-1')]]);
  });

  test('keeps nothing of a transaction that is rolled back', async () => {
    const cache = createDirectoryCache();
    await governor(cache, 'ubonratchathani', NOW);
    const rolledBack = withTransaction(pool, async (tx) => {
      await createAppointment(tx, { appointment: actingFor('ubonratchathani'), by: by() });
      const { posts } = await cache.load(tx, { officeId: officeId('ubonratchathani'), at: NOW });
      expect(posts.find(({ code }) => code === 'governor')?.holders).toEqual([personId('ubonratchathani', 'deputy-governor-1')]);
      throw new Error('rolled back');
    });
    await expect(rolledBack).rejects.toThrow('rolled back');
    // The next change takes the version number that was rolled back.
    await pool.query(`update office set phone = '-' where id = $1`, [officeId('ubonratchathani')]);
    expect((await governor(cache, 'ubonratchathani', NOW)).holders).toEqual([personId('ubonratchathani', 'governor')]);
  });

  test('says so for an office that is not there', async () => {
    await expect(createDirectoryCache().load(pool, { officeId: randomUUID(), at: NOW })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a post that is closed while a task still lies with it', () => {
  const DAY_BEFORE = '2026-11-30T16:59:00.000Z';
  const DAY_AFTER = '2026-11-30T17:01:00.000Z';
  /** An officer's post that ends with the first of December, Bangkok time, its holder gone; answers the id of its task's letter. */
  const closing = async (office: string, { successor = null }: { readonly successor?: string | null } = {}): Promise<string> => {
    const id = postId(office, 'hr-officer');
    await pool.query(`update post set valid_to = '2026-12-01' where id = $1`, [id]);
    await pool.query(`update appointment set ended_at = $2 where post_id = $1`, [id, NOW]);
    await pool.query('delete from succession where post_id = $1', [id]);
    if (successor !== null) await pool.query('insert into succession (post_id, sort_order, successor_post_id) values ($1, 0, $2)', [id, postId(office, successor)]);
    const { rows } = await pool.query<{ id: string }>(
      `insert into letter (office_id, route_version_id, direction, kind, urgency, correlation_id, public_code, created_at, enclosure_list)
       select $1, v.id, 'incoming', 'external_letter', 'normal', gen_random_uuid(), $2, now(), '{}' from route_version v limit 1 returning id`, [officeId(office), `closing-${office}`],
    );
    const letterId = rows[0]!.id;
    await pool.query(
      `insert into task (letter_id, id, office_id, frame_id, node_id, node_name, kind, post_ids, rev, status, opened_at, opened_seq) values ($1, 't1', $2, 'f', 'n', 'ดำเนินการ', 'work', array[$3::uuid], 0, 'open', now(), 1)`,
      [letterId, officeId(office), id],
    );
    return letterId;
  };
  const holds = async (office: string, post: string, at: string) =>
    (await subjectOf(office, post, at)).posts.filter(({ postId: id }) => id === postId(office, 'hr-officer')).map(({ capacity, mayAct, roles }) => ({ capacity, mayAct, roles }));
  const END = async (letterId: string): Promise<void> => void (await pool.query(`update task set status = 'done' where letter_id = $1`, [letterId]));

  test("comes to the office's post of last resort from the first minute of that day, without the post's roles, until the task is done", async () => {
    const letterId = await closing('phuket');
    expect(await holds('phuket', 'general-head', DAY_BEFORE)).toEqual([]);
    expect(await holds('phuket', 'general-head', DAY_AFTER)).toEqual([{ capacity: 'acting_for', mayAct: true, roles: [] }]);
    expect(await holds('phuket', 'strategy-head', DAY_AFTER)).toEqual([]);
    await END(letterId);
    expect(await holds('phuket', 'general-head', DAY_AFTER)).toEqual([]);
  });

  test('comes first to whoever stands in the standing order', async () => {
    const letterId = await closing('songkhla', { successor: 'hr-head' });
    expect(await holds('songkhla', 'hr-head', DAY_AFTER)).toEqual([{ capacity: 'acting_for', mayAct: true, roles: [] }]);
    expect(await holds('songkhla', 'general-head', DAY_AFTER)).toEqual([]);
    await END(letterId);
    expect(await holds('songkhla', 'hr-head', DAY_AFTER)).toEqual([]);
  });
});

describe('who people are, kept in memory', () => {
  const open = () => {
    const cache = createSubjectCache();
    const version = async (): Promise<number> => (await pool.query<{ version: number }>(`select ${PEOPLE_VERSION} as version`)).rows[0]!.version;
    const subject = async (office: string, post: string, at = NOW) => (await cache.load(pool, { personId: personId(office, post), at, version: await version() }))!;
    const asGovernor = async (office: string, post: string, at = NOW) =>
      (await subject(office, post, at)).posts.filter(({ postId: id }) => id === postId(office, 'governor')).map(({ capacity, mayAct }) => ({ capacity, mayAct }));
    return { cache, version, subject, asGovernor };
  };

  test('is the same object while nothing has changed', async () => {
    const { subject } = open();
    expect(await subject('chachoengsao', 'governor')).toBe(await subject('chachoengsao', 'governor'));
  });

  test('never answers from before an appointment, an absence, a delegation, a changed post or clearance, or a closed account', async () => {
    const { cache, version, subject, asGovernor } = open();
    await subject('chachoengsao', 'deputy-governor-1');
    const power = { fromPostId: postId('chachoengsao', 'governor'), toPostId: postId('chachoengsao', 'deputy-governor-1'), kinds: [], orderNo: '4/2569', from: NOW, to: null };
    const delegated = await withTransaction(pool, (tx) => createDelegation(tx, { ...power, by: by() }));
    expect(await asGovernor('chachoengsao', 'deputy-governor-1')).toEqual([{ capacity: 'delegated', mayAct: true }]);
    await withTransaction(pool, (tx) => endDelegation(tx, { id: delegated.id, endAt: NOW, by: by() }));
    expect(await asGovernor('chachoengsao', 'deputy-governor-1')).toEqual([]);
    await withTransaction(pool, (tx) => createAbsence(tx, { personId: personId('chachoengsao', 'governor'), from: NOW, to: LATER, kind: 'leave', by: by() }));
    expect(await asGovernor('chachoengsao', 'deputy-governor-1')).toEqual([{ capacity: 'acting_for', mayAct: true }]);
    await appoint(actingFor('chachoengsao', 'deputy-governor-2'));
    expect(await asGovernor('chachoengsao', 'deputy-governor-1')).toEqual([]);
    await pool.query(`update post set roles = '{}' where id = $1`, [postId('chachoengsao', 'deputy-governor-1')]);
    expect((await subject('chachoengsao', 'deputy-governor-1')).posts.map(({ roles }) => roles)).toEqual([[]]);
    await pool.query(`update person set clearance = 'none' where id = $1`, [personId('chachoengsao', 'deputy-governor-1')]);
    expect((await subject('chachoengsao', 'deputy-governor-1')).clearance).toBe('none');
    await pool.query('update person set is_disabled = true where id = $1', [personId('chachoengsao', 'deputy-governor-1')]);
    expect(await cache.load(pool, { personId: personId('chachoengsao', 'deputy-governor-1'), at: NOW, version: await version() })).toBeNull();
  });

  test('changes by itself when an absence begins and when it ends', async () => {
    const { asGovernor } = open();
    const [begins, during, ends] = ['2026-11-23T05:00:00.000Z', '2026-11-23T06:00:00.000Z', '2026-11-23T07:00:00.000Z'];
    await withTransaction(pool, (tx) => createAbsence(tx, { personId: personId('phranakhonsiayutthaya', 'governor'), from: begins, to: ends, kind: 'leave', by: by() }));
    expect(await asGovernor('phranakhonsiayutthaya', 'deputy-governor-1')).toEqual([]);
    expect(await asGovernor('phranakhonsiayutthaya', 'deputy-governor-1', during)).toEqual([{ capacity: 'acting_for', mayAct: true }]);
    expect(await asGovernor('phranakhonsiayutthaya', 'deputy-governor-1', ends)).toEqual([]);
    expect(await asGovernor('phranakhonsiayutthaya', 'deputy-governor-1', during)).toEqual([{ capacity: 'acting_for', mayAct: true }]);
  });

  test('keeps nothing for a request that another has overtaken', async () => {
    const { cache, version, asGovernor } = open();
    const old = await version();
    await appoint(actingFor('nakhonratchasima'));
    await asGovernor('nakhonratchasima', 'deputy-governor-1');
    const overtaken = () => cache.load(pool, { personId: personId('nakhonratchasima', 'governor'), at: NOW, version: old });
    expect(await overtaken()).not.toBe(await overtaken());
  });
});
