/**
 * Removes each guard once and asks whether a test notices: `node test/guards/main.mjs [word …]` (only groups or files with a word in their
 * name). A guard is an `if` that leaves by throw or return, one condition of an `&&` or `||`, or a uniqueness rule or trigger of the
 * database. The file is put back after each; survivors are listed, and are a failure unless `accepted.json` says why nothing can be seen of them.
 */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from '@swc/core';
import { GROUPS } from './groups.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const accepted = JSON.parse(readFileSync(join(root, 'test/guards/accepted.json'), 'utf8'));
const words = process.argv.slice(2);
/** Without a guard against a circle a test may never end: that is noticed, too. */
const ENDLESS_MS = { unit: 120_000, integration: 900_000 };
const say = (line) => process.stdout.write(`${line}\n`);

/** Places of a TypeScript source where one condition can be taken out: byte offsets and what stands there instead. */
function guardsOf(source) {
  const bytes = Buffer.from(source);
  const module = parseSync(source, { syntax: 'typescript', target: 'es2022' });
  // Offsets count on from source to source; the module ends with its last sign.
  const base = module.span.end - Buffer.byteLength(source.trimEnd());
  const found = new Map();
  const put = (node, by) => found.set(`${node.span.start}/${node.span.end}/${by}`, { from: node.span.start - base, to: node.span.end - base, by });
  const leaves = (node) => {
    if (node?.type === 'ParenthesisExpression') return leaves(node.expression);
    if (node?.type !== 'BinaryExpression' || (node.operator !== '&&' && node.operator !== '||')) return;
    for (const side of [node.left, node.right]) {
      const inner = side.type === 'ParenthesisExpression' ? side.expression : side;
      if (inner.type !== 'BinaryExpression' || inner.operator !== node.operator) put(side, node.operator === '&&' ? 'true' : 'false');
    }
  };
  const isExit = (node) => ['ThrowStatement', 'ReturnStatement'].includes(node?.type === 'BlockStatement' ? node.stmts[0]?.type : node?.type);
  const walk = (node) => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (node === null || typeof node !== 'object') return;
    if (node.type === 'IfStatement' && isExit(node.consequent)) put(node.test, 'false');
    leaves(node);
    Object.values(node).forEach(walk);
  };
  walk(module.body);
  return [...found.values()].map(({ from, to, by }) => ({
    line: bytes.subarray(0, from).toString().split('\n').length,
    text: `${bytes.subarray(from, to)} → ${by}`,
    changed: Buffer.concat([bytes.subarray(0, from), Buffer.from(by), bytes.subarray(to)]).toString(),
  }));
}

/** Rules that only the database keeps: each statement that makes one, taken out. */
function rulesOf(sql) {
  return [...sql.matchAll(/^(CREATE UNIQUE INDEX|CREATE TRIGGER)[^;]*;/gm)].map((match) => ({
    line: sql.slice(0, match.index).split('\n').length,
    text: `${match[0].replace(/\s+/g, ' ').slice(0, 90)} → nothing`,
    changed: sql.replace(match[0], ''),
  }));
}

function run({ project, tests }) {
  return new Promise((resolve) => {
    const args = ['node_modules/jest/bin/jest.js', '--selectProjects', project, '--maxWorkers=1', '--bail', '--silent', '--testPathPatterns', ...tests];
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk) => (said += chunk));
    let isEndless = false;
    const patience = setTimeout(() => {
      isEndless = true;
      child.kill('SIGKILL');
    }, ENDLESS_MS[project]);
    child.once('close', (code) => {
      clearTimeout(patience);
      if (isEndless) return resolve({ isGreen: false, first: 'it never ends' });
      if (said.includes('Test suite failed to run')) throw new Error(`The change does not even load:\n${said}`);
      resolve({ isGreen: code === 0, first: /● (.*)/.exec(said)?.[1] ?? '' });
    });
  });
}

async function attempt(group, file, guard) {
  const path = join(root, file);
  const before = readFileSync(path);
  const restore = () => writeFileSync(path, before);
  process.once('exit', restore);
  try {
    writeFileSync(path, guard.changed);
    return await run(group);
  } finally {
    restore();
    process.off('exit', restore);
  }
}

process.once('SIGINT', () => process.exit(130));
const survivors = [];
let tried = 0;
for (const group of GROUPS) {
  for (const file of group.files) {
    if (words.length > 0 && !words.some((word) => file.includes(word) || group.name === word)) continue;
    const source = readFileSync(join(root, file), 'utf8');
    for (const guard of file.endsWith('.sql') ? rulesOf(source) : guardsOf(source)) {
      tried += 1;
      const place = `${file}: ${guard.text.replace(/\s+/g, ' ')}`;
      const { isGreen, first } = await attempt(group, file, guard);
      const isKnown = Object.hasOwn(accepted, place);
      if (isGreen && !isKnown) survivors.push(`${file}:${guard.line} ${guard.text}`);
      say(`${isGreen ? (isKnown ? 'accepted' : 'SURVIVED') : 'noticed '} ${file}:${guard.line} ${guard.text.replace(/\s+/g, ' ')}${isGreen ? '' : ` (${first})`}`);
    }
  }
}
say(`\n${tried} guards removed, ${survivors.length} of them unnoticed${survivors.map((each) => `\n  ${each}`).join('')}`);
process.exitCode = survivors.length === 0 ? 0 : 1;
