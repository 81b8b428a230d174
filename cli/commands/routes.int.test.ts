import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { loadDefinitions } from '#db/repositories/routes';
import { seedBase } from '#db/seeds/base';
import { seedDemo } from '#db/seeds/demo';
import type { Route } from '#domain/route/model';
import type { Script } from '#domain/route/rehearsal/script';
import { getTestDatabase, type TestDatabase } from '#test/support/servers';
import { addRouteCommands } from './routes';

jest.setTimeout(300_000);

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await getTestDatabase();
  await seedBase(database.pool);
  await seedDemo(database.pool);
  folder = mkdtempSync(join(tmpdir(), 'saraban-routes-'));
  process.env['DATABASE_URL'] = database.url;
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.drop();
});

type Ran = { readonly code: number; readonly out: string; readonly err: string };

/** Runs the program as an operator does. */
function run(...args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['node_modules/.bin/tsx', 'cli/main.ts', ...args], { env: { ...process.env, DATABASE_URL: database.url } }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), out, err });
    });
  });
}

/** The same within this process: a start of the program takes longer than what it does. */
async function saraban(...args: readonly string[]): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []];
  const into = (lines: string[], end: string) => (text: unknown) => {
    lines.push(`${String(text)}${end}`);
    return true;
  };
  const spies = [jest.spyOn(console, 'log').mockImplementation(into(out, '\n')), jest.spyOn(console, 'error').mockImplementation(into(err, '\n')), jest.spyOn(process.stdout, 'write').mockImplementation(into(out, ''))];
  const program = new Command('saraban').exitOverride().configureOutput({ writeErr: into(err, '') });
  addRouteCommands(program);
  let code = 0;
  try {
    await program.parseAsync(args, { from: 'user' });
    code = Number(process.exitCode ?? 0);
  } catch (error) {
    code = 1;
    err.push(String(error));
  } finally {
    process.exitCode = undefined;
    for (const spy of spies) spy.mockRestore();
  }
  return { code, out: out.join(''), err: err.join('') };
}

test('the program ends with 1 and a sentence, and with 0 and what was asked for', async () => {
  expect(await run('route', 'list', 'atlantis')).toEqual({ code: 1, out: '', err: 'There is no office with the code atlantis\n' });
  expect(await run('route', 'list', 'lopburi')).toMatchObject({ code: 0, out: expect.stringMatching(/^incoming\t1\t[0-9a-f]{12}\t/m) as string });
});

test('a route in force comes out as a file that verifies in its office, and a torn one is refused with the way to the fault', async () => {
  const file = join(folder, 'incoming.json');
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

describe('simulate', () => {
  const MONDAY = ['--at', '2026-11-23T09:00+07:00'];

  test('a route in force is played to its end by a seed: who is asked, when it is due and what number is printed, the same each time, and no number is taken', async () => {
    const counters = async () => (await database.pool.query('select book_id, last_no from number_counter order by 1, 2')).rows;
    const before = await counters();
    const first = await saraban('route', 'simulate', 'lopburi', 'incoming', '--seed', '3', ...MONDAY);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(/^23 พ\.ย\. 69 09\.00 น\.\t.*: ส่งให้ .* \(.+\) ตามเกณฑ์ /m);
    expect(first.out).toMatch(/ออกเลข \S+ จากทะเบียนหนังสือรับ/);
    expect(first.out).toMatch(/ครบกำหนด \d+ พ\.ย\. 69/);
    expect(first.out).toMatch(/\nทางที่ผ่าน: .+ → .+\nสุ่มการดำเนินการด้วยเลขตั้งต้น 3\n$/);
    expect(await saraban('route', 'simulate', 'lopburi', 'incoming', '--seed', '3', ...MONDAY)).toEqual(first);
    expect(await counters()).toEqual(before);
    const english = await saraban('route', 'simulate', 'lopburi', 'incoming@1', '--seed', '3', '--lang', 'en', ...MONDAY);
    expect(english.out).toMatch(/^23 November 2026 09:00\t.* by the rule: /m);
    expect(english.out).toMatch(/\nWay: .+\nActs drawn with the seed 3\n$/);
    expect(english.out).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  });

  test('what was played is written down and played again; a move that the route does not allow is refused with its number', async () => {
    const script = join(folder, 'script.json');
    expect((await saraban('route', 'simulate', 'lopburi', 'incoming', '--save-script', script, ...MONDAY)).code).toBe(0);
    const written = JSON.parse(readFileSync(script, 'utf8')) as Script;
    const whole = await saraban('route', 'simulate', 'lopburi', 'incoming', '--script', script);
    expect(whole).toMatchObject({ code: 0, out: expect.not.stringContaining('✗') as string });
    writeFileSync(script, JSON.stringify({ ...written, moves: [] }));
    expect((await saraban('route', 'simulate', 'lopburi', 'incoming', '--script', script, '--lang', 'en')).out).toMatch(/^Stands at: .+ \(.+\)/m);
    writeFileSync(script, JSON.stringify({ ...written, moves: [{ kind: 'act', at: { node: 'nowhere', index: 0, within: '', about: null }, outcome: 'approve' }] }));
    expect(await saraban('route', 'simulate', 'lopburi', 'incoming', '--script', script)).toMatchObject({ code: 1, out: expect.stringContaining('✗ ก้าวที่ 1 ทำไม่ได้: TASK_NOT_OPEN {"nodeId":"nowhere"}') as string });
  });

  test('a test case that is kept with a version goes its way, and ends with 1 where the way is another', async () => {
    const script = join(folder, 'case.json');
    const played = await saraban('route', 'simulate', 'lopburi', 'incoming', '--save-script', script, ...MONDAY);
    const { rows: [version] } = await database.pool.query<{ id: string; officeId: string }>(`select v.id, r.office_id as "officeId" from route_version v join route r on r.id = v.route_id join office o on o.id = r.office_id where o.code = 'lopburi' and r.code = 'incoming'`);
    const definition = (await loadDefinitions(database.pool, [version!.id]))[version!.id]!;
    const byName = new Map(definition.nodes.map(({ id, name }) => [name, id]));
    const way = /ทางที่ผ่าน: (.*)/.exec(played.out)![1]!.split(' → ').map((name) => byName.get(name)!);
    const keep = (name: string, expected: readonly string[]) => database.pool.query('insert into route_case (office_id, version_id, name, script, expected, created_at) values ($1, $2, $3, $4, $5, now())', [version!.officeId, version!.id, name, readFileSync(script, 'utf8'), JSON.stringify(expected)]);
    await keep('ตรง', way);
    await keep('คลาด', way.slice(0, -1));
    expect(await saraban('route', 'simulate', 'lopburi', 'incoming', '--case', 'ตรง')).toMatchObject({ code: 0, out: expect.not.stringContaining('✗') as string });
    expect(await saraban('route', 'simulate', 'lopburi', 'incoming', '--case', 'คลาด')).toMatchObject({ code: 1, out: expect.stringMatching(new RegExp(`✗ ขั้นที่ ${way.length} ควรเป็น ไม่มี แต่เป็น “`)) as string });
    expect(await saraban('route', 'simulate', 'lopburi', 'incoming', '--case', 'อื่น')).toMatchObject({ code: 1, err: expect.stringContaining('There are: ตรง, คลาด') as string });
  });

  test('a drawing in a file is played too, and one in which the letter can go nowhere ends with 1', async () => {
    const file = join(folder, 'stuck.bpmn');
    expect((await saraban('route', 'export', 'lopburi', 'incoming', '--format', 'bpmn', '--out', file)).code).toBe(0);
    expect(await saraban('route', 'simulate', 'lopburi', file, ...MONDAY)).toMatchObject({ code: 0, err: '' });
    const json = join(folder, 'stuck.json');
    // Nobody is to report what is waited for, and no time limit ends the waiting.
    const starving = {
      schemaVersion: 1, name: 'ค้าง', edges: [{ id: 'a', from: 's', outcome: 'next', to: 'w' }, { id: 'b', from: 'w', outcome: 'next', to: 'e' }],
      nodes: [{ id: 's', type: 'start', name: 'เริ่ม', kinds: ['external_letter'], directions: ['incoming'] }, { id: 'w', type: 'wait', name: 'รอ', event: 'ประชุม', until: { fact: 'dueOn' } }, { id: 'e', type: 'end', name: 'จบ', outcome: 'closed' }],
    };
    writeFileSync(json, JSON.stringify(starving));
    expect(await saraban('route', 'simulate', 'lopburi', json, '--lang', 'en')).toMatchObject({ code: 1, out: expect.stringContaining('✗ The letter is stuck') as string });
  });

  test.each<[string, readonly string[], RegExp]>([
    ['a route that the office does not have', ['nothing'], /has no route nothing in force/],
    ['a version that there is not', ['incoming@99'], /has no route incoming@99;/],
    ['a version that is no number', ['incoming@one'], /has no route incoming@one;/],
    ['a day without its time', ['incoming', '--at', '2026-11-23'], /a day and a time with its zone/],
    ['a seed that is no number', ['incoming', '--seed', 'ab'], /a whole number/],
    ['a script and a case at once', ['incoming', '--script', 'a.json', '--case', 'b'], /cannot be used with/],
    ['a script that is none', ['incoming', '--script', 'package.json'], /holds neither a script nor a test case/],
  ])('%s is refused in a sentence', async (_name, args, message) => {
    const { code, err } = await saraban('route', 'simulate', 'lopburi', ...args);
    expect(code).toBe(1);
    expect(err).toMatch(message);
  });
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
