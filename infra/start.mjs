#!/usr/bin/env node
/**
 * `npm start`: from a clean clone to a running product. `npm start -- --help` tells the options.
 * Only Node's own modules until `npm ci` has run.
 */
import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { assertNode, build, install, root } from './lib/build.mjs';
import { say, step, Trouble } from './lib/shell.mjs';
import { endLeftovers, findOwner, startStack } from './lib/stack.mjs';
import { findTemporalServer } from './lib/tools.mjs';

const HELP = `npm start -- [options]

  --data <folder>   where everything is kept (DATA_DIR, else .saraban)
  --port <n>        port of the web address (PORT, else 8080; 0: any free one)
  --host <address>  address to listen at (HOST, else 127.0.0.1: this machine only)
  --fresh           ask, then delete what is kept and start anew (--yes: do not ask)
  --no-demo         no demonstration accounts and letters
  --with-quarter    also 1,600 closed letters of Lop Buri in the last quarter, to try drafts of routes on
  --shards <n>      history shards of a new Temporal server (128)
  --no-build        start what is in dist/

With DATABASE_URL, TEMPORAL_ADDRESS or S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY, S3_SECRET_KEY set, those are used instead of the embedded parts.`;

/** Those who take a letter from OPS to Lop Buri and back; the sign-in page lists the others. */
const CAST = [
  ...['ops.ict.officer', 'ops.ict.section-head', 'ops.ict.director', 'ops.deputy-ps-1', 'ops.registry.clerk', 'ops.central.clerk', 'ops.admin'],
  ...['lopburi.registry.clerk', 'lopburi.office-head', 'lopburi.deputy-governor-1', 'lopburi.strategy.head', 'lopburi.strategy.officer'],
];

const began = Date.now();
const options = readOptions();
const folder = resolve(root, options.data ?? (process.env.DATA_DIR || '.saraban'));

try {
  await main();
} catch (error) {
  say(error instanceof Trouble ? `\n${error.message}` : error.stack);
  process.exitCode = 1;
}

async function main() {
  if (options.help) return process.stdout.write(`${HELP}\n`);
  assertNode();
  const owner = findOwner(folder);
  if (owner) throw new Trouble(`It runs already, at ${owner.url} (process ${owner.pid}). Stop it there with Ctrl-C, or use another folder with --data.`);
  const isToDelete = options.fresh && existsSync(folder);
  if (isToDelete && !(await mayDelete())) return;
  // Temporal's server takes the longest to build: it begins before anything else, and what becomes of it is seen later.
  if (!process.env.TEMPORAL_ADDRESS) findTemporalServer().catch(() => undefined);
  await install();
  if (options.build) await build();
  await endLeftovers(folder);
  if (isToDelete) await step('delete what was kept', async () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  rmSync(join(folder, 'run.json'), { force: true });

  const stopAsked = listenForStop();
  const stack = await startStack({
    folder,
    host: options.host ?? (process.env.HOST || '127.0.0.1'),
    port: Number(options.port ?? (process.env.PORT || 8080)),
    isDemo: options.demo,
    withQuarter: options.demo && options['with-quarter'],
    shards: Number(options.shards ?? 128),
    stopAsked,
  });
  await greet(stack);
  await stack.stopped();
  say('Stopped. What is kept lies in ' + folder);
  process.exit(0);
}

function readOptions() {
  try {
    const { values } = parseArgs({
      allowNegative: true,
      options: {
        data: { type: 'string' },
        port: { type: 'string' },
        host: { type: 'string' },
        shards: { type: 'string' },
        fresh: { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
        demo: { type: 'boolean', default: process.env.DEMO !== 'false' },
        'with-quarter': { type: 'boolean', default: false },
        build: { type: 'boolean', default: true },
        help: { type: 'boolean', default: false },
      },
    });
    for (const [name, most] of [['port', 65_535], ['shards', 16_384]]) {
      if (values[name] !== undefined && !(Number.isInteger(Number(values[name])) && Number(values[name]) >= 0 && Number(values[name]) <= most)) throw new Error(`--${name} needs a number up to ${most}`);
    }
    return values;
  } catch (error) {
    say(`${error.message}\n\n${HELP}`);
    process.exit(2);
  }
}

/** Whether the person wants the data folder deleted. Throws where nobody can be asked, and for a folder that is not ours. */
async function mayDelete() {
  if (!isDataFolder()) throw new Trouble(`${folder} does not look like a data folder of ours, so it is not deleted.`);
  if (options.yes) return true;
  if (!process.stdin.isTTY) throw new Trouble('--fresh deletes letters and files, and nobody is there to be asked. To do it anyway, add --yes.');
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await prompt.question(`Everything in ${folder} will be deleted: letters, files, accounts. Type "yes" to go on: `);
  prompt.close();
  if (answer.trim().toLowerCase() === 'yes') return true;
  say('Nothing was deleted.');
  return false;
}

function isDataFolder() {
  return ['secrets', 'postgres', 'logs'].some((name) => existsSync(join(folder, name)));
}

/**
 * Settles at the first signal. A second one, for the impatient, ends this process at once; the same key press may arrive twice,
 * from the terminal and from npm, so it counts only a second later.
 */
function listenForStop() {
  let askedAt = null;
  return new Promise((ask) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => {
        if (askedAt === null) {
          askedAt = Date.now();
          say('\nStopping …');
          ask();
        } else if (Date.now() - askedAt > 1_000) {
          say('Ended at once. The next start tidies up.');
          process.exit(130);
        }
      });
    }
  });
}

async function greet(stack) {
  const lines = ['', `e-Saraban is ready: ${stack.url}   (after ${((Date.now() - began) / 1000).toFixed(1)} s)`, ''];
  if (options.demo) lines.push(...(await demoLines(stack.url)));
  lines.push(`  Data    ${folder}`, `  Logs    ${join(folder, 'logs')}`, `  Temporal ${stack.temporalAddress} (${stack.temporalKind})`, '', 'Ctrl-C stops everything in order.');
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function demoLines(url) {
  const ask = async (login) => {
    const answer = await fetch(`${url}/api/v1/demo/accounts?q=${login}`).catch(() => null);
    return answer?.ok ? answer.json() : null;
  };
  const answers = (await Promise.all(CAST.map(ask))).filter((answer) => answer !== null);
  if (answers.length === 0) return [];
  const [{ password, offices }] = answers;
  const accounts = answers.flatMap((answer) => answer.accounts);
  const all = offices.reduce((sum, office) => sum + office.accounts, 0);
  const shown = CAST.flatMap((login) => accounts.find((account) => account.login === login) ?? []);
  return [
    `  Demonstration accounts, all with the password ${password}:`,
    ...shown.map(({ login, post, officeCode }) => `    ${login.padEnd(28)} ${post.th} · ${offices.find(({ code }) => code === officeCode)?.name.th ?? officeCode}`),
    ...(all > shown.length ? [`    … and ${all - shown.length} more, listed on the sign-in page`] : []),
    '',
  ];
}
