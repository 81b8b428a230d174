import fc from 'fast-check';
import { compileClearance, compileFilter } from '#domain/access/filter';
import { decideRead, neededRank, type LetterFacts } from '#domain/access/read';
import { readScope, type Subject, type SubjectPost } from '#domain/access/subject';
import { LETTER_KINDS, ROLES, SECRECIES } from '#domain/letter/vocabulary';
import { getTestDatabase, type TestDatabase } from '#test/support/servers';

jest.setTimeout(120_000);
let database: TestDatabase;
beforeAll(async () => {
  database = await getTestDatabase();
});
afterAll(() => database.drop());

const uuid = (kind: number, n: number): string => `00000000-0000-4000-8000-${String(kind).padStart(4, '0')}${String(n).padStart(8, '0')}`;
const idsOf = (kind: number, count: number): readonly string[] => Array.from({ length: count }, (_, n) => uuid(kind, n));
const OFFICES = idsOf(1, 2);
const UNITS = idsOf(2, 3);
const POSTS = idsOf(3, 4);
const PERSONS = idsOf(4, 2);
const KINDS = LETTER_KINDS.slice(0, 2);

const some = <T>(values: readonly T[], maxLength = 2) => fc.uniqueArray(fc.constantFrom(...values), { maxLength });
const posts: fc.Arbitrary<SubjectPost> = fc.record({
  postId: fc.constantFrom(...POSTS),
  capacity: fc.constantFrom('own', 'delegated', 'acting_for'),
  ownPostId: fc.constant(null),
  orderNo: fc.constant(''),
  mayAct: fc.boolean(),
  kinds: fc.option(some(KINDS, 1)),
  until: fc.constant(null),
  officeId: fc.constantFrom(...OFFICES),
  unitId: fc.constantFrom(...UNITS),
  roles: some(ROLES, 2),
  isUnitHead: fc.boolean(),
  isRegistry: fc.boolean(),
  unitIds: some(UNITS),
  officeIds: some(OFFICES),
});
const subjects: fc.Arbitrary<Subject> = fc.record({ personId: fc.constantFrom(...PERSONS), clearance: fc.constantFrom(...SECRECIES), posts: fc.array(posts, { maxLength: 3 }) });
const letters: fc.Arbitrary<LetterFacts> = fc.record({
  officeId: fc.constantFrom(...OFFICES),
  ownerUnitId: fc.option(fc.constantFrom(...UNITS)),
  kind: fc.constantFrom(...KINDS),
  secrecy: fc.constantFrom(...SECRECIES),
  isSealed: fc.boolean(),
  isNew: fc.boolean(),
  readers: fc.uniqueArray(fc.record({ postId: fc.constantFrom(...POSTS), why: fc.constantFrom('task', 'assignment', 'owner', 'registry', 'granted') }), {
    maxLength: 2, selector: ({ postId }) => postId,
  }),
  assignmentUnitIds: some(UNITS),
  tasks: fc.array(
    fc.record({
      kind: fc.constantFrom('sign', 'work'),
      isOpen: fc.boolean(),
      postIds: some(POSTS),
      personId: fc.option(fc.constantFrom(...PERSONS)),
      doneByPersonId: fc.option(fc.constantFrom(...PERSONS)),
    }),
    { maxLength: 2 },
  ),
});

const at = '2026-11-21T00:00:00.000Z';
async function store(all: readonly LetterFacts[]): Promise<readonly string[]> {
  const { pool } = database;
  await pool.query('delete from letter_reader; delete from assignment; delete from task; delete from letter');
  const rows = all.map((letter, n) => ({ id: uuid(9, n), ...letter }));
  await pool.query(
    `insert into letter (id, office_id, route_version_id, direction, kind, urgency, secrecy, is_sealed, owner_unit_id, status, correlation_id, public_code, created_at, enclosure_list)
     select id, office, id, 'incoming', kind, 'normal', secrecy, sealed, owner, status, id, id::text, $2, '{}'
       from json_to_recordset($1) as r(id uuid, office uuid, kind text, secrecy text, sealed boolean, owner uuid, status text)`,
    [JSON.stringify(rows.map((row) => ({ id: row.id, office: row.officeId, kind: row.kind, secrecy: row.secrecy, sealed: row.isSealed, owner: row.ownerUnitId, status: row.isNew ? 'new' : 'running' }))), at],
  );
  await pool.query(
    `insert into letter_reader (letter_id, post_id, why, since) select id, post, why, $2 from json_to_recordset($1) as r(id uuid, post uuid, why text)`,
    [JSON.stringify(rows.flatMap((row) => row.readers.map(({ postId, why }) => ({ id: row.id, post: postId, why })))), at],
  );
  await pool.query(
    `insert into assignment (letter_id, frame_id, unit_id, role, action, opened_at) select id, unit::text, unit, 'main', 'assigned', $2 from json_to_recordset($1) as r(id uuid, unit uuid)`,
    [JSON.stringify(rows.flatMap((row) => row.assignmentUnitIds.map((unit) => ({ id: row.id, unit })))), at],
  );
  await pool.query(
    `insert into task (letter_id, id, office_id, frame_id, node_id, node_name, kind, post_ids, passed_over, person_id, rev, status, opened_at, opened_seq, done_by_person_id)
     select id, task, office, 'f', 'n', 'n', kind, posts, '{}', person, 1, status, $2, 1, done from json_to_recordset($1)
       as r(id uuid, task text, office uuid, kind text, posts uuid[], person uuid, status text, done uuid)`,
    [JSON.stringify(rows.flatMap((row) => row.tasks.map((task, n) => ({
      id: row.id, task: `k${n}`, office: row.officeId, kind: task.kind, posts: `{${task.postIds.join(',')}}`, person: task.personId, status: task.isOpen ? 'open' : 'done', done: task.doneByPersonId,
    })))), at],
  );
  return rows.map(({ id }) => id);
}

type Seen = ReadonlyMap<string, boolean>;
const bySql = async ({ sql, reveal, params }: ReturnType<typeof compileFilter>): Promise<Seen> => {
  const { rows } = await database.pool.query<{ id: string; reveal: boolean }>(`select l.id, ${reveal} as reveal from letter l where ${sql}`, [...params]);
  return new Map(rows.map(({ id, reveal: isRevealed }) => [id, isRevealed]));
};

test('the filter in SQL and the policy agree on which letters are known and which are open', async () => {
  let known = 0;
  let envelopes = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(letters, { minLength: 5, maxLength: 12 }), fc.array(subjects, { minLength: 2, maxLength: 4 }), async (all, readers) => {
      const letterIds = await store(all);
      for (const subject of readers) {
        const expected = new Map(
          all.flatMap((letter, n) => {
            const { allow, reveal } = decideRead(readScope(subject), letter);
            return allow ? [[letterIds[n]!, reveal] as const] : [];
          }),
        );
        const actual = await bySql(compileFilter(subject));
        expect([...actual].toSorted()).toEqual([...expected].toSorted());
        known += expected.size;
        envelopes += [...expected.values()].filter((reveal) => !reveal).length;
      }
    }),
    { numRuns: 150 },
  );
  // The data reach both sides of each rule.
  expect(known).toBeGreaterThan(50);
  expect(envelopes).toBeGreaterThan(3);
});

test('the clearance half lets through what the reader is cleared for, and envelopes of the own registry', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(letters, { minLength: 5, maxLength: 12 }), subjects, async (all, subject) => {
      const letterIds = await store(all);
      const scope = readScope(subject);
      const expected = all.flatMap((letter, n) => {
        const isCleared = neededRank(letter) <= scope.clearanceRank;
        const isEnvelope = letter.isSealed && scope.envelopeOfficeIds.includes(letter.officeId);
        return !letter.isNew && (isCleared || isEnvelope) ? [[letterIds[n]!, isCleared] as const] : [];
      });
      expect([...(await bySql(compileClearance(subject)))].toSorted()).toEqual(expected.toSorted());
    }),
    { numRuns: 60 },
  );
});

test('a task carries the class and seal of its letter, however either is written', async () => {
  const { pool } = database;
  const differing = async (): Promise<number> => {
    const { rows } = await pool.query<{ n: number }>('select count(*)::int as n from task t join letter l on l.id = t.letter_id where (t.secrecy, t.is_sealed) is distinct from (l.secrecy, l.is_sealed)');
    return rows[0]?.n ?? -1;
  };
  await fc.assert(
    fc.asyncProperty(fc.array(letters, { minLength: 5, maxLength: 12 }), fc.array(letters, { minLength: 12, maxLength: 12 }), async (before, after) => {
      const ids = await store(before);
      expect(await differing()).toBe(0);
      await pool.query(
        `update letter l set secrecy = r.secrecy, is_sealed = r.sealed from json_to_recordset($1) as r(id uuid, secrecy text, sealed boolean) where l.id = r.id`,
        [JSON.stringify(ids.map((id, n) => ({ id, secrecy: after[n]!.secrecy, sealed: after[n]!.isSealed })))],
      );
      expect(await differing()).toBe(0);
      await pool.query(`update task set secrecy = 'none', is_sealed = false`);
      expect(await differing()).toBe(0);
    }),
    { numRuns: 40 },
  );
});

test('values of the reader never become part of the statement', () => {
  const hostile = "'; drop table letter; --";
  const { sql, reveal } = compileFilter({ personId: hostile, clearance: 'none', posts: [{ ...(fc.sample(posts, 1)[0]!), postId: hostile, unitIds: [hostile], roles: ['head'] }] });
  expect(sql + reveal).not.toContain('drop table');
});
