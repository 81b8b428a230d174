#!/usr/bin/env node
/**
 * `npm test`: everything, with its own servers on free ports. The last line is `N passed, N failed, N skipped`.
 * `npm test -- unit integration` runs only the kinds named; `npm run check` is `lint types unit`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { assertNode, build, ensureGenerated, install, root } from './lib/build.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { run, say, step, Trouble } from './lib/shell.mjs';
import { findTemporalServer, findTemporalTestServer, findVeraPdf, getMinio } from './lib/tools.mjs';

const TYPE_PROJECTS = ['tsconfig.json', 'domain/tsconfig.json', 'workflows/tsconfig.json', 'admin-ui/tsconfig.json', 'tsconfig.build.json'];
const WORKERS = String(Math.max(2, Math.min(4, availableParallelism())));
/** Each journey has a product and a browser of its own, which wait for each other most of the time. */
const JOURNEYS_AT_ONCE = '2';

/** Kinds in the order in which they run; each answers its counts. */
const KINDS = {
  lint: () => check('lint', () => runNpm('oxlint/bin/oxlint', ['--type-aware', '--quiet'])),
  types: async () => sum(await inTurn(TYPE_PROJECTS, (project) => check(`types of ${project}`, () => runNpm('typescript/bin/tsc', ['-p', project, '--noEmit'])))),
  unit: () => jest('unit'),
  ui: () => jest('ui'),
  integration: async () => {
    await step('have the servers ready', () => prepared, { quietBelowMs: 500 });
    return jest('integration');
  },
  e2e: async () => {
    process.env.CHROMIUM_PATH = await ensureChromium();
    await prepared;
    await build();
    return jest('e2e');
  },
};

let prepared = Promise.resolve();
process.exitCode = await main(process.argv.slice(2)).catch((error) => {
  say(error instanceof Trouble ? error.message : error.stack);
  process.stdout.write('0 passed, 1 failed, 0 skipped\n');
  return 1;
});

async function main(asked) {
  const unknown = asked.find((kind) => !(kind in KINDS));
  if (unknown) throw new Trouble(`There is no kind of test called ${unknown}. There are: ${Object.keys(KINDS).join(', ')}`);
  const kinds = asked.length === 0 ? Object.keys(KINDS) : asked;
  assertNode();
  await install();
  await ensureGenerated();
  if (kinds.includes('integration') || kinds.includes('e2e')) prepared = prepareServers();
  // A failure here is told where the servers are needed.
  prepared.catch(() => undefined);

  const servers = await openRun(kinds);
  const counts = [];
  try {
    for (const kind of kinds) {
      say(`\n── ${kind} ${'─'.repeat(60 - kind.length)}`);
      counts.push(await KINDS[kind]().catch((error) => failedAsWhole(kind, error)));
    }
  } finally {
    await servers.close();
  }
  const { passed, failed, skipped } = sum(counts);
  say('');
  for (const [index, kind] of kinds.entries()) say(`  ${kind.padEnd(12)} ${toLine(counts[index])}`);
  process.stdout.write(`${toLine({ passed, failed, skipped })}\n`);
  return failed === 0 ? 0 : 1;
}

/** Programs that must be built come while the quick kinds run, one after the other: each takes all processors. */
async function prepareServers() {
  await findTemporalServer();
  await getMinio();
  await findTemporalTestServer();
  await findVeraPdf();
}

/** One run of servers for all kinds; opened only where they are needed, because its module needs the packages. */
async function openRun(kinds) {
  if (!kinds.includes('integration') && !kinds.includes('e2e')) return { close: async () => undefined };
  const { closeTestRun, openTestRun } = await import('./lib/test-run.mjs');
  const folder = await openTestRun();
  process.env.SARABAN_TEST_RUN = folder;
  const onSignal = () => closeTestRun(folder).finally(() => process.exit(130));
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  return { close: () => closeTestRun(folder) };
}

async function check(name, work) {
  try {
    await step(name, work);
    return { passed: 1, failed: 0, skipped: 0 };
  } catch (error) {
    say(error.message);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** Runs one Jest project; a file that cannot be loaded counts as one failure. */
async function jest(project) {
  const folder = mkdtempSync(join(tmpdir(), 'saraban-jest-'));
  const report = join(folder, 'report.json');
  const args = ['--selectProjects', project, '--ci', '--json', `--outputFile=${report}`, `--maxWorkers=${project === 'e2e' ? JOURNEYS_AT_ONCE : WORKERS}`, '--passWithNoTests'];
  // Jest says everything on stderr; with --json it also prints the report on stdout, which nobody needs.
  const child = spawn(process.execPath, [join(root, 'node_modules/jest/bin/jest.js'), ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(child, 'close');
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    // Jest may fail for another reason than a test, such as its own setup.
    return { passed: numPassedTests, failed: code !== 0 && failed === 0 ? 1 : failed, skipped: numPendingTests + numTodoTests };
  } catch {
    return failedAsWhole(project, new Trouble(`Jest ended with ${code} and wrote no report`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function failedAsWhole(kind, error) {
  say(`${kind}: ${error instanceof Trouble ? error.message : error.stack}`);
  return { passed: 0, failed: 1, skipped: 0 };
}

async function inTurn(items, work) {
  const results = [];
  for (const item of items) results.push(await work(item));
  return results;
}

function runNpm(script, args) {
  return run(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root });
}

function sum(counts) {
  const add = (key) => counts.reduce((total, each) => total + each[key], 0);
  return { passed: add('passed'), failed: add('failed'), skipped: add('skipped') };
}

function toLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
