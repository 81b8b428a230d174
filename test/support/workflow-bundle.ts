/** The workflow bundle of the sources as they are, built outside Jest (whose transforms would reach the bundler) and kept by hash. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(__dirname, '../..');
let built: Promise<{ readonly code: string }> | undefined;

/** One build per state of the sources, shared by all test files. */
export const workflowBundle = (): Promise<{ readonly code: string }> => (built ??= build());

async function build(): Promise<{ readonly code: string }> {
  const path = join(tmpdir(), `saraban-workflow-bundle-${sourcesHash()}.js`);
  if (!existsSync(path)) {
    await promisify(execFile)(process.execPath, ['--import', 'tsx', 'worker/build-bundle.ts', path], { cwd: root, env: { ...process.env, NODE_OPTIONS: '' } });
  }
  return { code: readFileSync(path, 'utf8') };
}

function sourcesHash(): string {
  const hash = createHash('sha256');
  for (const folder of ['workflows', 'domain', 'platform/temporal', 'worker']) {
    const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted();
    for (const file of files) hash.update(file).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 24);
}
