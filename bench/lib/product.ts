/** The product as its users start it, on a data folder of its own, for benchmarks, faults and journeys. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A part as `npm start` writes it down in its data folder. */
export type Part = { readonly pid: number };
/** Contents of `run.json`: how to reach what runs. */
export type Running = {
  readonly url: string;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  readonly parts: { readonly [name: string]: Part };
};
export type Product = {
  readonly folder: string;
  /** Read anew: a part that was restarted has another process id. */
  running(): Running;
  readonly pid: number;
  /** Last lines of what it said. */
  said(): string;
  stop(): Promise<void>;
};

const root = join(__dirname, '..', '..');
const START_MS = 900_000;

/**
 * Starts the product with the demonstration's offices and waits until it answers. With `folder` it goes on with data that is there.
 * Throws with what it said where it does not come up.
 */
export async function startProduct(options: { readonly folder?: string; readonly args?: readonly string[]; readonly env?: NodeJS.ProcessEnv } = {}): Promise<Product> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'saraban-product-'));
  const runFile = join(folder, 'run.json');
  rmSync(runFile, { force: true });
  const lines: string[] = [];
  const child: ChildProcess = spawn(process.execPath, [join(root, 'infra/start.mjs'), '--data', folder, '--port', '0', ...(options.args ?? [])], {
    cwd: root,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const keep = (chunk: Buffer): void => {
    lines.push(...chunk.toString('utf8').split('\n').filter((line) => line !== ''));
    lines.splice(0, Math.max(0, lines.length - 200));
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const said = (): string => lines.join('\n');
  const until = Date.now() + START_MS;
  while (!existsSync(runFile)) {
    if (child.exitCode !== null) throw new Error(`The product ended with ${child.exitCode} before it was ready:\n${said()}`);
    if (Date.now() > until) throw new Error(`The product was not ready in time:\n${said()}`);
    await pause(200);
  }
  return {
    folder,
    pid: child.pid ?? 0,
    said,
    running: () => JSON.parse(readFileSync(runFile, 'utf8')) as Running,
    async stop() {
      if (child.exitCode === null) {
        child.kill('SIGINT');
        await new Promise((resolve) => child.once('exit', resolve));
      }
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
