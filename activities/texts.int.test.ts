/** What people wrote, as a commit takes it into the letter: texts and signatures. */
import type { Route } from '#domain/route/model';
import { approval, endNode, post, route, startNode } from '#domain/route/testing/build';
import { applied, createRunner, type Runner } from '#test/support/commit-runner';
import { buildLetter, buildOffice, buildRoute, startEvent, type TestOffice } from '#test/support/letters';
import { getTestDatabase, type TestDatabase } from '#test/support/servers';

jest.setTimeout(120_000);
const outgoing = { ...startNode, directions: ['outgoing'] } as const;
const SIGNED: Route = route([outgoing, { id: 'sign', type: 'sign', name: 'ลงนาม', assignee: post('chief'), returnTo: [] }, endNode], ['start sign', 'sign sign end']);
const AMENDED: Route = route([outgoing, approval('check', 'chief', { canAmend: true }), endNode], ['start check', 'check approve end']);

let database: TestDatabase;
let office: TestOffice;
let runner: Runner;
beforeAll(async () => {
  database = await getTestDatabase();
  office = await buildOffice(database.pool);
  runner = createRunner(database.pool);
});
afterAll(() => database.drop());

async function begin(definition: Route, code: string): Promise<string> {
  const routeVersionId = await buildRoute(database.pool, office, definition, code);
  const letterId = await buildLetter(database.pool, { office, routeVersionId, direction: 'outgoing' });
  applied(await runner.send(letterId, startEvent({ letterId, office, routeVersionId, actor: office.actor('clerk'), facts: { direction: 'outgoing' } })));
  return letterId;
}
const letterOf = async (letterId: string): Promise<Record<string, unknown>> =>
  (await database.pool.query('select subject, to_text, body, text_version, signature from letter where id = $1', [letterId])).rows[0]!;

test('who signs at a step that names no other post signs for no other', async () => {
  const letterId = await begin(SIGNED, 'signed');
  applied(await runner.act(letterId, office.actor('chief'), 'sign', { find: { kind: 'sign' }, signature: true }));
  expect(await letterOf(letterId)).toMatchObject({ signature: { postId: office.post('chief'), onBehalfOfPostId: null, onBehalfOfTitleTh: null } });
});

test('an amended text changes only what was amended; which file is the letter stands in the version, not in the letter’s own columns', async () => {
  const letterId = await begin(AMENDED, 'amended');
  const before = await letterOf(letterId);
  applied(await runner.act(letterId, office.actor('chief'), 'amend', { find: { kind: 'approve' }, content: { text: { subject: 'เรื่องที่แก้แล้ว', mainDocumentId: null } } }));
  expect(await letterOf(letterId)).toEqual({ ...before, subject: 'เรื่องที่แก้แล้ว', text_version: Number(before['text_version']) + 1 });
  const { rows } = await database.pool.query<{ content: object; why: string }>('select content, why from letter_version where letter_id = $1 order by version desc limit 1', [letterId]);
  expect(rows[0]).toMatchObject({ why: 'amended', content: { subject: 'เรื่องที่แก้แล้ว', toText: before['to_text'], mainDocumentId: null } });
});
