import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedBase } from '#db/seeds/base';
import { seedDemo } from '#db/seeds/demo';
import type { Route } from '#domain/route/model';
import { getTestDatabase, type TestDatabase } from '#test/support/servers';

jest.setTimeout(300_000);

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await getTestDatabase();
  await seedBase(database.pool);
  await seedDemo(database.pool);
  folder = mkdtempSync(join(tmpdir(), 'saraban-routes-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.drop();
});

/** Runs the program as an operator does. */
function saraban(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['node_modules/.bin/tsx', 'cli/main.ts', ...args], { env: { ...process.env, DATABASE_URL: database.url } }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), out, err });
    });
  });
}

test('a route in force comes out as a file that verifies in its office, and a torn one is refused with the way to the fault', async () => {
  const file = join(folder, 'incoming.json');
  expect(await saraban('route', 'list', 'lopburi')).toMatchObject({ code: 0, out: expect.stringMatching(/^incoming\t1\t[0-9a-f]{12}\t/m) as string });
  expect((await saraban('route', 'export', 'lopburi', 'incoming', '--out', file)).code).toBe(0);
  expect(await saraban('route', 'verify', file, '--office', 'lopburi', '--lang', 'en')).toMatchObject({ code: 0, out: expect.stringMatching(/^0 errors/m) as string });

  const exported = await saraban('route', 'export', 'lopburi', 'incoming');
  const route = JSON.parse(exported.out) as Route;
  const asked = route.nodes.find(({ type }) => type === 'approve')!.id;
  writeFileSync(file, JSON.stringify({ ...route, edges: route.edges.map((edge) => (edge.from === asked && edge.outcome === 'approve' ? { ...edge, to: asked } : edge)) }));
  const whole = join(folder, 'whole.json');
  writeFileSync(whole, exported.out);
  expect(await saraban('route', 'diff', whole, file)).toMatchObject({ code: 1, out: expect.stringMatching(/^เพิ่มทางจาก .*\nตัดทางจาก .*\n$/) as string });
  expect(await saraban('route', 'diff', whole, whole)).toEqual({ code: 0, out: '', err: '' });
  const bpmn = join(folder, 'incoming.bpmn');
  expect((await saraban('route', 'export', 'lopburi', 'incoming', '--format', 'bpmn', '--out', bpmn)).code).toBe(0);
  expect(await saraban('route', 'diff', whole, bpmn)).toEqual({ code: 0, out: '', err: '' });
  const torn = await saraban('route', 'verify', file);
  expect(torn.code).toBe(1);
  expect(torn.out).toContain('✗ DEAD_END');
});

test('a route from a file becomes a draft of a process owner of the office, and of nobody else', async () => {
  const file = join(folder, 'import.json');
  expect((await saraban('route', 'export', 'lopburi', 'incoming', '--out', file)).code).toBe(0);
  const clerk = await saraban('route', 'import', 'lopburi', 'incoming', file, '--author', 'lopburi.registry.clerk');
  expect(clerk).toMatchObject({ code: 1, err: expect.stringContaining('is no process owner') as string });
  const done = await saraban('route', 'import', 'lopburi', 'incoming', file, '--author', 'lopburi.office-head');
  expect(done).toMatchObject({ code: 0, err: '' });
  const { rows } = await database.pool.query(`select d.code, d.rev, d.base_version_id is not null as "hasBase" from route_draft d join person p on p.id = d.author_id where d.id = $1 and p.login = 'lopburi.office-head'`, [done.out.trim()]);
  expect(rows).toEqual([{ code: 'incoming', rev: 0, hasBase: true }]);
  expect(await saraban('route', 'import', 'lopburi', 'incoming', file, '--author', 'lopburi.office-head')).toMatchObject({ code: 1, err: expect.stringContaining('has a draft') as string });
});

test.each<[string, string | null, RegExp]>([
  ['a file that is not there', null, /ENOENT/],
  ['a file that is no JSON', 'สวัสดี', /holds neither JSON nor BPMN/],
  ['a file that is too large', ' '.repeat(2 * 1024 * 1024 + 1), /larger than a route may be/],
])('%s is refused in a sentence', async (_name, text, message) => {
  const file = join(folder, 'bad.json');
  rmSync(file, { force: true });
  if (text !== null) writeFileSync(file, text);
  const { code, err } = await saraban('route', 'verify', file);
  expect(code).toBe(1);
  expect(err).toMatch(message);
});

test('an office that there is not is refused by its code', async () => {
  expect(await saraban('route', 'list', 'atlantis')).toMatchObject({ code: 1, err: expect.stringContaining('atlantis') as string });
});
