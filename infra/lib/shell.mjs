/**
 * Small helpers for the scripts in this folder: progress lines, child processes, ports, locks.
 * Node built-ins only, because `npm start` runs them before anything is installed.
 */
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { accessSync, constants, mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A failure whose message is written for the person at the terminal: no stack trace is shown for it. */
export class Trouble extends Error {}

/** Prints one progress line on stderr, so that a script's stdout stays usable by other programs. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Runs `work`, and says what it was and how long it took. Work shorter than `quietBelowMs` is not mentioned. */
export async function step(label, work, { quietBelowMs = 0 } = {}) {
  const startedAt = Date.now();
  const ticker = setInterval(() => say(`  … ${label}: ${seconds(startedAt)} so far`), 20_000);
  try {
    const result = await work();
    if (Date.now() - startedAt >= quietBelowMs) say(`  ✓ ${label} (${seconds(startedAt)})`);
    return result;
  } catch (error) {
    say(`  ✗ ${label} (${seconds(startedAt)})`);
    throw error;
  } finally {
    clearInterval(ticker);
  }
}

function seconds(startedAt) {
  return `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
}

/**
 * Runs a command to its end and returns its stdout. Throws `Trouble` with the last lines of its output when it fails.
 * `onLine` sees every line of both streams as it comes.
 */
export function run(command, args, { cwd, env, uid, gid, onLine, input, inherit = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      ...(uid === undefined ? {} : { uid, gid }),
      stdio: inherit ? 'inherit' : ['pipe', 'pipe', 'pipe'],
    });
    const stdout = [];
    const tail = [];
    const keep = (line) => {
      if (line.trim() === '') return;
      onLine?.(line);
      tail.push(line);
      if (tail.length > 60) tail.shift();
    };
    child.stdout?.on('data', (chunk) => stdout.push(chunk));
    for (const stream of [child.stdout, child.stderr]) if (stream) createInterface({ input: stream }).on('line', keep);
    child.stdin?.end(input ?? '');
    child.on('error', (error) => reject(new Trouble(`${command} could not be run: ${error.message}`)));
    child.on('close', (code, signal) => {
      if (code === 0) resolve(Buffer.concat(stdout).toString());
      else reject(new Trouble(`${command} ${args.join(' ')} ended with ${signal ?? code}\n${tail.join('\n')}`));
    });
  });
}

/** The full path of an executable found on PATH, or null. */
export function which(name) {
  const suffixes = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const suffix of suffixes) {
      const path = join(folder, name + suffix);
      if (folder !== '' && isExecutable(path)) return path;
    }
  }
  return null;
}

/** Whether the path is a file that this process may execute. */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * `count` different loopback ports that are free at this moment. They lie below 32768: Temporal keeps its ports in a
 * 16-bit signed column, and the system does not hand those out to outgoing connections.
 */
export async function freePorts(count) {
  const ports = new Set();
  while (ports.size < count) {
    const port = randomInt(15_000, 32_000);
    if (await isPortFree(port)) ports.add(port);
  }
  return [...ports];
}

/** Whether this loopback port can be listened on (both on 127.0.0.1 and on all addresses). */
export async function isPortFree(port) {
  for (const host of ['127.0.0.1', '0.0.0.0']) {
    const free = await new Promise((resolve) => {
      const server = createServer();
      server.on('error', () => resolve(false));
      server.listen(port, host, () => server.close(() => resolve(true)));
    });
    if (!free) return false;
  }
  return true;
}

/** Asks `probe` again and again until it answers something truthy; throws `Trouble` naming `what` after `timeoutMs`. */
export async function waitFor(what, probe, { timeoutMs = 60_000, everyMs = 50, stillAlive = () => true } = {}) {
  const deadline = Date.now() + timeoutMs;
  let lastError;
  while (Date.now() < deadline) {
    try {
      const answer = await probe();
      if (answer) return answer;
    } catch (error) {
      lastError = error;
    }
    if (!stillAlive()) throw new Trouble(`${what} ended while it was starting${lastError ? `: ${lastError.message}` : ''}`);
    await pause(everyMs);
  }
  throw new Trouble(`${what} was not ready after ${timeoutMs / 1000} s${lastError ? `: ${lastError.message}` : ''}`);
}

/** Whether a process with this id exists (a zombie does not count). */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3) !== 'Z';
  } catch {
    return true;
  }
}

/** When the process started, as its system tells it: with the id it names one process for ever. Empty where unknown. */
export function startMark(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** Whether `{pid, mark}`, written down earlier, still names a living process and not a newer one with the same id. */
export function isSameProcess({ pid, mark }) {
  return isAlive(pid) && startMark(pid) === mark;
}

/** Ends a process and answers when it is gone: `signal` first, SIGKILL when it is still there after `patienceMs`. */
export async function endProcess(pid, { signal = 'SIGTERM', patienceMs = 15_000 } = {}) {
  if (await isGoneAfter(pid, signal, patienceMs)) return;
  // Nothing survives this one; a process in the middle of a disk write goes when that is done.
  await isGoneAfter(pid, 'SIGKILL', 10_000);
}

async function isGoneAfter(pid, signal, patienceMs) {
  try {
    process.kill(pid, signal);
  } catch {
    return true;
  }
  const deadline = Date.now() + patienceMs;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await pause(25);
  }
  return true;
}

/**
 * Runs `work` while no other process holds the same lock. A lock whose owner is dead is taken over.
 * `waiting` is called once when somebody else holds it.
 */
export async function withLock(path, work, { waiting } = {}) {
  let told = false;
  while (!takeLock(path)) {
    if (!told) waiting?.();
    told = true;
    await pause(50);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function takeLock(path) {
  mkdirSync(join(path, '..'), { recursive: true });
  const mine = JSON.stringify({ pid: process.pid, mark: startMark(process.pid) });
  try {
    writeFileSync(openSync(path, 'wx'), mine);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  try {
    const owner = JSON.parse(readFileSync(path, 'utf8'));
    if (!isSameProcess(owner)) rmSync(path, { force: true });
  } catch {
    // Either the owner has just removed it, or has just made it and not yet signed it. One never signed goes stale.
    try {
      if (Date.now() - statSync(path).mtimeMs > 5_000) rmSync(path, { force: true });
    } catch {
      // It is gone: the next try takes it.
    }
  }
  return false;
}
