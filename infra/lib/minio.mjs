/** MinIO as a child process on a free loopback port, for the tests of the S3 store. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, openSync } from 'node:fs';
import { endProcess, freePorts, Trouble, waitFor } from './shell.mjs';

/** Starts MinIO with its data in `folder`. Answers endpoint, keys of a fresh random root account, pid and `stop()`. */
export async function startMinio({ program, folder, logFile }) {
  mkdirSync(folder, { recursive: true });
  const [port, consolePort] = await freePorts(2);
  const accessKey = randomBytes(8).toString('hex');
  const secretKey = randomBytes(16).toString('hex');
  const log = openSync(logFile, 'a');
  const child = spawn(program, ['server', '--quiet', '--address', `127.0.0.1:${port}`, '--console-address', `127.0.0.1:${consolePort}`, folder], {
    env: { ...process.env, MINIO_ROOT_USER: accessKey, MINIO_ROOT_PASSWORD: secretKey, MINIO_BROWSER: 'off' },
    detached: true,
    stdio: ['ignore', log, log],
  });
  child.unref();
  let ended = false;
  child.on('exit', () => {
    ended = true;
  });
  const endpoint = `http://127.0.0.1:${port}`;
  await waitFor('MinIO', async () => (await fetch(`${endpoint}/minio/health/live`)).ok, { stillAlive: () => !ended }).catch((error) => {
    throw new Trouble(`${error.message}\nIts log: ${logFile}`);
  });
  return { endpoint, accessKey, secretKey, pid: child.pid, stop: () => endProcess(child.pid) };
}
