/** Steps that turn a clone into what runs. Each is left out when nothing it depends on has changed since. */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { designerSize } from './designer-size.mjs';
import { run, say, step, Trouble, which, withLock } from './shell.mjs';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Folders that make the server side, as tsconfig.build.json has them. */
const SERVER_FOLDERS = ['domain', 'workflows', 'activities', 'api', 'db', 'platform', 'worker', 'cli'];
const OLDEST_NODE = [20, 19];

/** Throws when this Node is too old to run the product. */
export function assertNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Trouble(`Node ${process.versions.node} is too old. Remedy: install Node 24 LTS (at least ${OLDEST_NODE.join('.')}) from https://nodejs.org`);
}

/** Runs `npm ci` where node_modules is missing or holds other versions than the lockfile names. */
export async function install() {
  if (isInstalled()) return;
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : [which('npm') ?? 'npm'];
  await step('install packages (npm ci)', () => run(npm[0], [...npm.slice(1), 'ci', '--include=dev', '--include=optional'], { cwd: root }));
}

/** npm keeps what it installed in node_modules/.package-lock.json; packages for other systems are missing there by right. */
function isInstalled() {
  try {
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
    const installed = JSON.parse(readFileSync(join(root, 'node_modules/.package-lock.json'), 'utf8')).packages;
    return Object.entries(wanted).every(([path, { version, optional }]) => path === '' || (installed[path]?.version ?? (optional ? version : undefined)) === version);
  } catch {
    return false;
  }
}

/** Runs a program that npm installed, under this very Node. */
export function runTool(script, args, options = {}) {
  return run(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root, ...options });
}

/**
 * Writes db/generated. Generating needs no engine, but Prisma's command line fetches one unless it is told of a file
 * that exists; on a machine without internet that fetch fails. So it is told of Node itself, which it never runs.
 */
export function generatePrismaClient() {
  const env = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' };
  return runTool('prisma/build/index.js', ['generate', '--schema', join(root, 'prisma/schema.prisma')], { env });
}

/** Makes db/generated when it is missing or older than its schema. */
export async function ensureGenerated() {
  await onChange({ name: 'generated', sources: ['prisma/schema.prisma'], outputs: ['db/generated/client.ts'] }, () =>
    step('make the database client', generatePrismaClient),
  );
}

/** Builds server, workflow bundle and admin UI into `dist/`, each only when its sources changed. Two builds at once wait for each other. */
export async function build() {
  const lock = join(root, 'node_modules/.cache/saraban-build.lock');
  await withLock(
    lock,
    async () => {
      await ensureGenerated();
      await Promise.all([buildServer(), buildUi()]);
    },
    { waiting: () => say('  … another build is running, waiting') },
  );
}

async function buildServer() {
  await onChange(
    { name: 'server', sources: [...SERVER_FOLDERS, 'tsconfig.base.json', 'tsconfig.build.json', 'prisma/schema.prisma'], outputs: ['dist/api/main.js', 'dist/worker/main.js', 'dist/cli/main.js'] },
    () => step('build the server', compileServer),
  );
  await onChange({ name: 'bundle', sources: ['domain', 'workflows', 'platform/temporal', 'worker'], outputs: ['dist/worker/workflow-bundle.js'] }, () =>
    step('bundle the workflows', () => runBuilt('dist/worker/build-bundle.js')),
  );
}

/** Compiles beside and exchanges folder by folder, so that nothing of an earlier build is left. */
async function compileServer() {
  mkdirSync(join(root, 'dist'), { recursive: true });
  const next = mkdtempSync(join(root, 'dist/.next-'));
  try {
    await runTool('typescript/bin/tsc', ['-p', 'tsconfig.build.json', '--outDir', next]);
    for (const folder of SERVER_FOLDERS) {
      copyAssets(join(root, folder), join(next, folder));
      rmSync(join(root, 'dist', folder), { recursive: true, force: true });
      if (existsSync(join(next, folder))) renameSync(join(next, folder), join(root, 'dist', folder));
    }
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
}

/** What is neither a source nor a test's (templates, JSON read at run time) goes along. */
function copyAssets(from, to) {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.isDirectory()) {
      if (!['fixtures', 'histories', 'node_modules'].includes(entry.name)) copyAssets(join(from, entry.name), join(to, entry.name));
    } else if (!/\.(tsx?|md)$|^tsconfig\.json$/.test(entry.name)) {
      mkdirSync(to, { recursive: true });
      copyFileSync(join(from, entry.name), join(to, entry.name));
    }
  }
}

async function buildUi() {
  await onChange({ name: 'ui', sources: ['admin-ui', 'domain', 'package-lock.json'], outputs: ['dist/admin-ui/index.html'] }, () =>
    step('build the admin UI', () => runTool('vite/bin/vite.js', ['build', '--config', 'admin-ui/vite.config.ts', '--logLevel', 'warn'])),
  );
  const size = designerSize(join(root, 'dist/admin-ui'));
  if (size !== null) say(`    route designer: ${kB(size.board)} kB of packed script beyond the frame, and ${kB(size.canvas)} kB with its canvas`);
}

const kB = (bytes) => (bytes / 1000).toFixed(0);

/** Runs a program of the built product. */
export function runBuilt(script, args = [], options = {}) {
  return run(process.execPath, ['--conditions=production', join(root, script), ...args], { cwd: root, ...options });
}

/** Does `work` unless the sources (and Node) are what they were when it last ended well and its outputs are still there. */
async function onChange({ name, sources, outputs }, work) {
  const stamp = join(root, 'node_modules/.cache/saraban', `${name}.stamp`);
  const hash = createHash('sha256').update(process.versions.node).update(readFileSync(join(root, 'package-lock.json')));
  for (const source of sources) hashInto(hash, source);
  const now = hash.digest('hex');
  const isThere = outputs.every((output) => existsSync(join(root, output)));
  if (isThere && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  rmSync(stamp, { force: true });
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}

function hashInto(hash, path) {
  const full = join(root, path);
  if (!existsSync(full)) return;
  let entries;
  try {
    entries = readdirSync(full, { withFileTypes: true });
  } catch {
    hash.update(path).update('\0').update(readFileSync(full));
    return;
  }
  for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    const inner = `${path}/${entry.name}`;
    if (inner === 'db/generated' || /\.(test|int\.test|e2e)\.tsx?$/.test(entry.name)) continue;
    if (entry.isDirectory()) hashInto(hash, inner);
    else hash.update(inner).update('\0').update(readFileSync(join(root, inner))).update('\0');
  }
}
