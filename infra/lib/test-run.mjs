/**
 * Servers shared by one run of the tests. Each is started when a test first asks for it, by whichever process asks,
 * and all are ended with the run. A folder under the system's temporary one says what runs; runs whose owner was killed
 * are swept by the next.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endProcess, freePorts, isSameProcess, startMark, Trouble, withLock } from './shell.mjs';
import { startMinio } from './minio.mjs';
import { startPostgres } from './postgres.mjs';
import { startTemporalDevServer, startTemporalServer } from './temporal.mjs';
import { findTemporalCli, findTemporalServer, findTemporalTestServer, findVeraPdf, getMinio } from './tools.mjs';

const PREFIX = 'saraban-test-';
/** In the order in which they are ended. */
const SERVERS = ['temporal', 'temporalDev', 's3', 'postgres'];

/** Opens a run owned by this process; answers its folder. */
export async function openTestRun() {
  await sweep();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  writeFileSync(join(folder, 'owner.json'), JSON.stringify({ pid: process.pid, mark: startMark(process.pid) }));
  return folder;
}

/** Ends the run's servers, those that need others first, and removes its folder. */
export async function closeTestRun(folder) {
  for (const name of SERVERS) {
    const server = readServer(folder, name);
    if (server?.pid) await endProcess(server.pid, { signal: name === 'postgres' ? 'SIGINT' : 'SIGTERM', patienceMs: 10_000 });
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** The run's server of that name, started now if nobody has yet. `timeSkipping` is a program to start, not a server. */
export function getTestServer(folder, name) {
  const start = STARTERS[name];
  if (!start) throw new Trouble(`There is no test server called ${name}. There are: ${Object.keys(STARTERS).join(', ')}`);
  return withLock(join(folder, `${name}.lock`), async () => {
    const running = readServer(folder, name);
    if (running && (running.pid === undefined || isSameProcess(running))) return running;
    const server = await start(folder);
    const entry = { ...server, ...(server.pid === undefined ? {} : { mark: startMark(server.pid) }) };
    // Written beside and moved, so that a reader never sees half of it.
    writeFileSync(join(folder, `${name}.json.part`), JSON.stringify(entry));
    renameSync(join(folder, `${name}.json.part`), join(folder, `${name}.json`));
    return entry;
  });
}

const STARTERS = {
  async postgres(folder) {
    const [port] = await freePorts(1);
    const server = await startPostgres({ dataDir: join(folder, 'postgres'), port, logFile: join(folder, 'postgres.log'), fast: true });
    return { pid: server.pid, url: server.url('postgres') };
  },
  async temporal(folder) {
    const programs = await findTemporalServer();
    if (!programs) return STARTERS.temporalDev(folder);
    const place = { folder: join(folder, 'temporal'), logFile: join(folder, 'temporal.log') };
    const { url } = await getTestServer(folder, 'postgres');
    const { hostname: host, port, username: user, password } = new URL(url);
    const { pid, address } = await startTemporalServer({ programs, postgres: { host, port, user, password }, ...place, shards: 4, forTests: true });
    return { pid, address };
  },
  /** The fallback of machines without the server's binary. */
  async temporalDev(folder) {
    const program = await findTemporalCli();
    if (!program) throw new Trouble('This test needs Temporal’s command line. Remedy: put `temporal` on PATH, or install Go so that it can be built.');
    const { pid, address } = await startTemporalDevServer({ program, folder: join(folder, 'temporal-dev'), logFile: join(folder, 'temporal-dev.log') });
    return { pid, address };
  },
  async s3(folder) {
    const { pid, endpoint, accessKey, secretKey } = await startMinio({ program: await getMinio(), folder: join(folder, 's3'), logFile: join(folder, 's3.log') });
    return { pid, endpoint, accessKey, secretKey };
  },
  async timeSkipping() {
    return { program: await findTemporalTestServer() };
  },
  async verapdf() {
    return { program: await findVeraPdf() };
  },
};

function readServer(folder, name) {
  try {
    return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  } catch {
    return null;
  }
}

async function sweep() {
  for (const name of readdirSync(tmpdir())) {
    const folder = join(tmpdir(), name);
    if (!name.startsWith(PREFIX) || !existsSync(join(folder, 'owner.json'))) continue;
    try {
      const owner = JSON.parse(readFileSync(join(folder, 'owner.json'), 'utf8'));
      if (!isSameProcess(owner)) await sweepOne(folder);
    } catch {
      // Another run is sweeping it at the same moment.
    }
  }
}

/** Only processes that are still the ones written down are ended: an id may have been given to another since. */
async function sweepOne(folder) {
  for (const name of SERVERS) {
    const server = readServer(folder, name);
    if (server?.pid && isSameProcess(server)) await endProcess(server.pid, { patienceMs: 3_000 });
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
