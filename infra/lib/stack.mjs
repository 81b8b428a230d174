/** The product's parts as child processes on one data folder: PostgreSQL, Temporal, worker, API. */
import { spawn } from 'node:child_process';
import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runBuilt } from './build.mjs';
import { startPostgres } from './postgres.mjs';
import { endProcess, freePorts, isPortFree, isSameProcess, say, startMark, step, Trouble, waitFor } from './shell.mjs';
import { createSupervisor } from './supervisor.mjs';
import { isListening, PORTS, startTemporalDevServer, startTemporalServer } from './temporal.mjs';
import { findTemporalCli, findTemporalServer } from './tools.mjs';

const NAMESPACE = 'saraban';
const LARGEST_LOG = 20 * 1024 * 1024;

/**
 * Starts everything that the environment does not already name (`DATABASE_URL`, `TEMPORAL_ADDRESS`) and answers how to reach it.
 * Writes `run.json` into the folder when all of it is ready, and again whenever a part was restarted.
 * `isDemo`: demonstration accounts and letters; `withQuarter`: closed letters of a quarter besides. `port`: wanted port of the API, 0 for any. `stopAsked`: a promise; when it settles
 * all is stopped, also on the way up. `stopped()` waits for that.
 */
export async function startStack({ folder, host, port, isDemo, withQuarter = false, shards, isFast = false, stopAsked }) {
  mkdirSync(join(folder, 'logs'), { recursive: true });
  ensureSecrets(join(folder, 'secrets'));
  const facts = { parts: {} };
  const owner = { pid: process.pid, mark: startMark(process.pid) };
  let isReady = false;
  const onChange = (parts) => {
    facts.parts = parts;
    writePrivately(join(folder, 'parts.json'), { owner, parts });
    if (isReady) writePrivately(join(folder, 'run.json'), facts);
  };
  const supervisor = createSupervisor({ onChange });
  onChange({});
  stopAsked.then(() => supervisor.stopAll());
  const context = { folder, supervisor, ports: readJson(join(folder, 'ports.json')) ?? {}, isFast, shards, log: (name) => openLogPath(folder, name) };
  try {
    const postgres = await ensureDatabase(context);
    const databaseUrl = process.env.DATABASE_URL || (await ensureOwnDatabase(postgres));
    const temporal = await ensureTemporal(context, postgres);
    const env = toEnvironment({ folder, host, databaseUrl, temporal, isDemo });
    await prepareData({ folder, env, isDemo });
    // Written once; asking again finds it there.
    if (withQuarter) await step('write a quarter of closed letters', () => runBuilt('dist/cli/main.js', ['demo', 'quarter'], { env }));
    await startWorker(context, env);
    const onPort = (api) => {
      const url = process.env.PUBLIC_URL || `http://localhost:${api}`;
      if (facts.url !== undefined && url !== facts.url) say(`  The address is now ${url}`);
      facts.url = url;
      rememberPorts(folder, { postgres: postgres?.port, temporal: temporal.ports, api });
    };
    await startApi(context, env, { host, port, onPort });
    Object.assign(facts, { databaseUrl, temporalAddress: temporal.address, temporalNamespace: env.TEMPORAL_NAMESPACE, temporalKind: temporal.kind });
    facts.parts = supervisor.list();
    isReady = true;
    writePrivately(join(folder, 'run.json'), facts);
    return { ...facts, stopped: () => stopAsked.then(supervisor.stopAll).finally(() => forget(folder)) };
  } catch (error) {
    await supervisor.stopAll();
    forget(folder);
    throw error;
  }
}

/** The start that holds this folder now: `{ pid, url }`, or null. */
export function findOwner(folder) {
  const owner = readJson(join(folder, 'parts.json'))?.owner;
  return owner && isSameProcess(owner) ? { pid: owner.pid, url: readJson(join(folder, 'run.json'))?.url ?? 'an address not chosen yet' } : null;
}

function forget(folder) {
  for (const name of ['run.json', 'parts.json']) rmSync(join(folder, name), { force: true });
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** Ends parts of a start that was killed: they would hold ports and data. */
export async function endLeftovers(folder) {
  const before = readJson(join(folder, 'parts.json'));
  for (const name of ['api', 'worker', 'temporal', 'postgres']) {
    const part = before?.parts?.[name];
    if (!part || !isSameProcess(part)) continue;
    say(`  ${name} of an earlier start (process ${part.pid}) is still there and is stopped first.`);
    await endProcess(part.pid, { signal: name === 'postgres' ? 'SIGINT' : 'SIGTERM', patienceMs: 30_000 });
  }
}

/* ---------- PostgreSQL ---------- */

/** Our own PostgreSQL, unless both it and Temporal are given; null where it is not needed. */
async function ensureDatabase({ folder, supervisor, ports, isFast, log }) {
  if (process.env.DATABASE_URL && process.env.TEMPORAL_ADDRESS) return null;
  const port = (await choosePort(0, ports.postgres)) || (await freePorts(1))[0];
  const start = () => startPostgres({ dataDir: join(folder, 'postgres'), port, logFile: log('postgres'), fast: isFast });
  return step('start PostgreSQL', () => supervisor.add({ name: 'postgres', label: 'PostgreSQL', logFile: log('postgres'), start }));
}

async function ensureOwnDatabase(postgres) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: postgres.url('postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query(`SELECT 1 FROM pg_database WHERE datname = 'saraban'`);
    if (rowCount === 0) await client.query('CREATE DATABASE saraban');
  } finally {
    await client.end();
  }
  return postgres.url('saraban');
}

/* ---------- Temporal ---------- */

async function ensureTemporal({ folder, supervisor, ports, shards, isFast, log }, postgres) {
  const given = process.env.TEMPORAL_ADDRESS;
  if (given) {
    if (!(await isListening(given))) throw new Trouble(`TEMPORAL_ADDRESS is ${given}, and nothing answers there. Remedy: start that server, or unset the variable.`);
    return { address: given, kind: 'given' };
  }
  const remembered = ports.temporal ?? [];
  const areFree = remembered.length === PORTS && (await Promise.all(remembered.map(isPortFree))).every(Boolean);
  const own = areFree ? remembered : await freePorts(PORTS);
  const place = { folder: join(folder, 'temporal'), logFile: log('temporal') };
  const programs = postgres === null ? null : await findTemporalServer().catch(sayAndGoOn);
  if (programs) {
    const { hostname, port: databasePort, username, password } = new URL(postgres.url('temporal'));
    const account = { host: hostname, port: databasePort, user: username, password };
    const start = () => startTemporalServer({ programs, postgres: account, ...place, ports: own, shards, forTests: isFast });
    const running = await step('start Temporal (server on PostgreSQL)', () => supervisor.add({ name: 'temporal', label: 'Temporal', logFile: place.logFile, start }));
    return { ...running, ports: own };
  }
  const program = await findTemporalCli({ mayDownload: true });
  if (!program) throw new Trouble(NO_TEMPORAL);
  const start = () => startTemporalDevServer({ program, ...place, port: own[0] });
  const running = await step('start Temporal (development server with a file)', () => supervisor.add({ name: 'temporal', label: 'Temporal', logFile: place.logFile, start }));
  return { ...running, ports: own };
}

function sayAndGoOn(error) {
  say(`  ${error.message.split('\n')[0]} Going on with the development server.`);
  return null;
}

const NO_TEMPORAL = [
  'No Temporal server was found. One of these helps:',
  '  - install Go (https://go.dev/dl), and start again: the server is built, once, in some minutes',
  '  - put `temporal` (its command line, https://docs.temporal.io/cli) on PATH',
  '  - connect this machine to the internet, so that it can be downloaded',
  '  - set TEMPORAL_ADDRESS=host:port to a server that runs already',
].join('\n');

/* ---------- our own processes ---------- */

function toEnvironment({ folder, host, databaseUrl, temporal, isDemo }) {
  return {
    NODE_ENV: 'production',
    DATA_DIR: folder,
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: process.env.TEMPORAL_NAMESPACE || NAMESPACE,
    HOST: host,
    DEMO: String(isDemo),
  };
}

async function prepareData({ folder, env, isDemo }) {
  await step('migrate the database and prepare Temporal', () => runBuilt('dist/cli/main.js', ['migrate'], { env }));
  // Seeding can be repeated, but need not: letters of the demonstration are written once.
  const mark = join(folder, 'seeded');
  const what = isDemo ? 'demo' : 'base';
  // A database of our own goes with the folder; one that was given may be another by now.
  if (!process.env.DATABASE_URL && existsSync(mark) && readFileSync(mark, 'utf8') === what) return;
  await step(isDemo ? 'write the demonstration' : 'write offices and routes', () => runBuilt('dist/cli/main.js', isDemo ? ['seed', '--demo'] : ['seed'], { env }));
  writeFileSync(mark, what);
}

async function startWorker({ supervisor, log }, env) {
  const logFile = log('worker');
  const start = (onSpawn) => startNode({ onSpawn, script: 'dist/worker/main.js', options: WORKER_OPTIONS, env, logFile, what: 'The worker', isReady: ({ isReady }) => isReady });
  await step('start the worker', () => supervisor.add({ name: 'worker', label: 'The worker', logFile, start }));
}

/**
 * The API itself takes its port and says which (0: the system gives one), so nobody can take it between a look and the start.
 * Where it finds the port taken all the same, at this start or when it is started again, the next is tried. `onPort` hears of each.
 */
async function startApi({ supervisor, ports, log }, env, { host, port, onPort }) {
  const logFile = log('api');
  let chosen = await choosePort(port, ports.api);
  const start = async (onSpawn) => {
    for (;;) {
      const running = await launchApi({ onSpawn, env, host, port: chosen, logFile }).catch(passOnUnlessTaken);
      if (running) {
        chosen = running.told.port;
        onPort(chosen);
        return running;
      }
      chosen = await choosePort(port === 0 ? 0 : chosen);
    }
  };
  await step('start the API', () => supervisor.add({ name: 'api', label: 'The API', logFile, start }));
}

function launchApi({ onSpawn, env, host, port, logFile }) {
  const address = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  // 503 while a part it needs does not answer.
  const isReady = async (told) => told.port !== undefined && (await fetch(`http://${address}:${told.port}/api/v1/health/ready`, { signal: AbortSignal.timeout(5_000) })).status < 500;
  return startNode({ onSpawn, script: 'dist/api/main.js', options: ['--enable-source-maps'], env: { ...env, PORT: String(port) }, logFile, what: 'The API', isReady });
}

function passOnUnlessTaken(error) {
  if (!(error instanceof PortTaken)) throw error;
  return null;
}

class PortTaken extends Trouble {}

/** Without source maps: in the worker's threads they would be looked up for everything that is compiled, at every task of a workflow. */
const WORKER_OPTIONS = ['--require', join(root, 'dist/worker/untracked-promises.js')];

/** Starts a Node process of ours with its output in a log file, and waits until `isReady(what it has told of itself)`. */
async function startNode({ script, options, env, logFile, what, isReady, onSpawn }) {
  const log = openSync(logFile, 'a');
  const from = statSync(logFile).size;
  const child = spawn(process.execPath, ['--conditions=production', ...options, join(root, script)], {
    cwd: root,
    env: { ...process.env, ...env },
    // Its own group: Ctrl-C reaches this process only, which stops the parts in order.
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  let ended = false;
  // Not 'exit': what it told as its last is read before 'close'.
  child.once('close', () => {
    ended = true;
  });
  const told = {};
  child.on('message', (news) => Object.assign(told, news));
  const stop = () => endProcess(child.pid, { signal: 'SIGTERM', patienceMs: 40_000 });
  onSpawn({ stop });
  await waitFor(what, () => isReady(told), { stillAlive: () => !ended, timeoutMs: 120_000, everyMs: 100 }).catch(async (error) => {
    await endProcess(child.pid);
    if (told.isPortTaken) throw new PortTaken(error.message);
    const logged = readFileSync(logFile).subarray(from).toString('utf8');
    throw new Trouble(`${error.message}\nIts log: ${logFile}\n${logged.split('\n').slice(-12).join('\n')}`);
  });
  return { pid: child.pid, child, stop, told };
}

/* ---------- files of the data folder ---------- */

/**
 * Made once: keys that encrypt what Temporal keeps (without them, letters in flight must be resumed from the database), and the key
 * that signs the audit trail, with its public part for whoever is to verify it.
 */
function ensureSecrets(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  makeOnce(process.env.CODEC_KEYS_FILE || join(folder, 'codec-keys.json'), () => `${JSON.stringify({ active: 'k1', keys: { k1: randomBytes(32).toString('base64') } }, null, 2)}\n`);
  const auditKey = process.env.AUDIT_KEY_FILE || join(folder, 'audit-key.pem');
  makeOnce(auditKey, () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
  makeOnce(auditKey.replace(/(\.pem)?$/, '.pub.pem'), () => createPublicKey(readFileSync(auditKey)).export({ type: 'spki', format: 'pem' }));
}

function makeOnce(path, content) {
  if (!existsSync(path)) writeFileSync(path, content(), { mode: 0o600, flag: 'wx' });
}

/** `run.json` names the database with its password. */
function writePrivately(path, facts) {
  writeFileSync(`${path}.part`, JSON.stringify(facts, null, 2), { mode: 0o600 });
  renameSync(`${path}.part`, path);
}

function rememberPorts(folder, ports) {
  writeFileSync(join(folder, 'ports.json'), JSON.stringify(ports));
}

/**
 * The wanted port; where it is taken the next free one, and it says so. 0: the one used before if it is free, else any (0 again).
 */
async function choosePort(wanted, before) {
  if (wanted === 0) return before !== undefined && (await isPortFree(before)) ? before : 0;
  for (let port = wanted; port < wanted + 50 && port < 65_536; port += 1) {
    if (!(await isPortFree(port))) continue;
    if (port !== wanted) say(`  Port ${wanted} is taken by another program: ${port} is used instead.`);
    return port;
  }
  throw new Trouble(`Ports ${wanted} to ${wanted + 49} are all taken. Remedy: set PORT to a free one.`);
}

/** Path of a part's log; a long one is put aside once. */
function openLogPath(folder, name) {
  const path = join(folder, 'logs', `${name}.log`);
  if (existsSync(path) && statSync(path).size > LARGEST_LOG) renameSync(path, `${path}.1`);
  return path;
}
