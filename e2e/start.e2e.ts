/** `npm start` itself: what it says, keeps, refuses and leaves behind. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

jest.setTimeout(600_000);

type Started = { readonly child: ChildProcess; readonly said: () => string; readonly ended: Promise<number | null> };
type RunFile = { readonly url: string; readonly databaseUrl: string; readonly parts: { readonly [name: string]: { readonly pid: number } } };

const root = join(__dirname, '..');
const folder = join(mkdtempSync(join(tmpdir(), 'saraban-start-')), 'data');
const runFile = join(folder, 'run.json');
const starts: Started[] = [];

/** The first start builds what is not built; the others take what it has built. */
function start(...options: string[]): Started {
  const args = starts.length === 0 ? options : ['--no-build', ...options];
  const child = spawn(process.execPath, [join(root, 'infra/start.mjs'), '--data', folder, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const started = { child, said: () => text, ended: new Promise<number | null>((resolve) => child.once('close', resolve)) };
  starts.push(started);
  return started;
}

async function until<T>(what: string, probe: () => T | null | undefined | false | Promise<T | null | undefined | false>): Promise<T> {
  const deadline = Date.now() + 300_000;
  while (Date.now() < deadline) {
    const answer = await probe();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Not in time: ${what}`);
}

const read = (): RunFile => JSON.parse(readFileSync(runFile, 'utf8')) as RunFile;
const whenReady = (started: Started): Promise<RunFile> =>
  until('ready', () => {
    if (started.child.exitCode !== null) throw new Error(`It ended before it was ready:\n${started.said()}`);
    return existsSync(runFile) && read();
  });
/** A process that has ended and that nobody has asked about yet (a zombie) runs no more. */
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};
const countLetters = async (url: string): Promise<number> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ n: string }>('SELECT count(*) AS n FROM letter');
  await client.end();
  return Number(rows[0]?.n);
};
const stop = async (started: Started): Promise<number | null> => {
  started.child.kill('SIGINT');
  return started.ended;
};

let blocker: Server;
let first: Started;
let running: RunFile;
let taken: number;

beforeAll(async () => {
  blocker = createServer();
  await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
  taken = (blocker.address() as { port: number }).port;
  first = start('--port', String(taken));
  running = await whenReady(first);
});
afterAll(async () => {
  blocker?.close();
  // A signal to one that has ended does nothing.
  await Promise.all(starts.map(stop));
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

// One product for all of it: each test goes on where the one before it ended, as its user would.
test('a port that is taken is replaced by another, and it says so', () => {
  expect(first.said()).toContain(`Port ${taken} is taken`);
  expect(new URL(running.url).port).not.toBe(String(taken));
});

test('it prints the address, the demonstration accounts and how long each step took', async () => {
  await until('the greeting', () => first.said().includes('Ctrl-C'));
  expect(first.said()).toContain(`e-Saraban is ready: ${running.url}`);
  expect(first.said()).toContain('lopburi.registry.clerk');
  expect(first.said()).toMatch(/✓ start PostgreSQL \(\d+\.\d s\)/);
  const page = await fetch(running.url);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('<div id="root">');
});

test('keys and addresses with passwords are readable by their owner only', () => {
  for (const name of ['secrets/codec-keys.json', 'secrets/audit-key.pem', 'postgres.password', 'run.json']) expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
});

test('a second start on the same data is refused and says where it runs', async () => {
  const second = start('--port', '0');
  expect(await second.ended).toBe(1);
  expect(second.said()).toContain(`It runs already, at ${running.url}`);
  expect(isAlive(first.child.pid ?? 0)).toBe(true);
});

test.each(['api', 'worker', 'temporal', 'postgres'])('%s is started again after it was killed, and it says so', async (name) => {
  const before = read().parts[name]?.pid ?? 0;
  process.kill(before, 'SIGKILL');
  await until(`${name} again`, () => read().parts[name] !== undefined && read().parts[name]?.pid !== before);
  await until('healthy', async () => (await fetch(`${running.url}/api/v1/health/live`).catch(() => null))?.ok);
  expect(first.said()).toContain('ended by itself (SIGKILL)');
});

test('the API goes on at another address when its port was taken while it was away, and it says so', async () => {
  const { url, parts } = read();
  const { port } = new URL(url);
  process.kill(parts['api']?.pid ?? 0, 'SIGKILL');
  const thief = createServer();
  // Until the system has taken the dead one's port back.
  await until('the port of the dead API', () => new Promise<boolean>((resolve) => thief.once('error', () => resolve(false)).listen(Number(port), '127.0.0.1', () => resolve(true))));
  await until('another address', () => read().url !== url);
  running = read();
  expect(first.said()).toContain(`The address is now ${running.url}`);
  expect((await fetch(`${running.url}/api/v1/health/live`)).ok).toBe(true);
  thief.close();
});

// The parts may still be recovering from the kills before: that is when a part that has just come up is easily forgotten.
test('Ctrl-C leaves nothing running, whatever is being started again', async () => {
  const pids = Object.values(read().parts).map(({ pid }) => pid);
  expect(await stop(first)).toBe(0);
  expect(pids.filter(isAlive)).toEqual([]);
  expect(existsSync(runFile)).toBe(false);
});

test('the next start keeps what was there, tidies up after a start that was killed, and stops in order', async () => {
  const killed = start('--port', '0');
  const { databaseUrl } = await whenReady(killed);
  const letters = await countLetters(databaseUrl);
  expect(letters).toBeGreaterThan(0);
  const orphans = Object.values(read().parts).map(({ pid }) => pid);
  killed.child.kill('SIGKILL');
  await killed.ended;
  rmSync(runFile);
  const next = start('--port', '0');
  const after = await whenReady(next);
  expect(next.said()).toContain('of an earlier start');
  expect(orphans.filter(isAlive)).toEqual([]);
  expect(await countLetters(after.databaseUrl)).toBe(letters);
  const pids = Object.values(after.parts).map(({ pid }) => pid);
  expect(await stop(next)).toBe(0);
  expect(pids.filter(isAlive)).toEqual([]);
  const order = ['The API stopped', 'The worker stopped', 'Temporal stopped', 'PostgreSQL stopped'].map((line) => next.said().indexOf(line));
  expect(order.every((place) => place > 0)).toBe(true);
  expect(order).toEqual(order.toSorted((one, other) => one - other));
});

test('starting anew deletes nothing when nobody can be asked', async () => {
  const refused = start('--port', '0', '--fresh');
  expect(await refused.ended).toBe(1);
  expect(refused.said()).toContain('--yes');
  expect(existsSync(join(folder, 'postgres', 'PG_VERSION'))).toBe(true);
});

test('starting anew deletes what was kept', async () => {
  const fresh = start('--port', '0', '--fresh', '--yes', '--no-demo');
  const { databaseUrl } = await whenReady(fresh);
  expect(fresh.said()).toContain('delete what was kept');
  expect(await countLetters(databaseUrl)).toBe(0);
  expect(await stop(fresh)).toBe(0);
});

test('stopped on the way up, it leaves nothing running', async () => {
  const early = start('--port', '0');
  await until('PostgreSQL', () => early.said().includes('✓ start PostgreSQL'));
  const { parts } = JSON.parse(readFileSync(join(folder, 'parts.json'), 'utf8')) as RunFile;
  early.child.kill('SIGINT');
  await early.ended;
  expect(parts['postgres']?.pid).toBeGreaterThan(0);
  expect(isAlive(parts['postgres']?.pid ?? 0)).toBe(false);
});

test('an option that it does not know is refused with the list of those it knows', async () => {
  const wrong = start('--prot', '80');
  expect(await wrong.ended).toBe(2);
  expect(wrong.said()).toContain('--port <n>');
});
