import { readFile, writeFile } from 'node:fs/promises';
import { Option, type Command } from 'commander';
import type { Pool } from 'pg';
import { createPool, withTransaction } from '#db/client';
import { loadDirectory } from '#db/repositories/directory';
import { listDistributionLists } from '#db/repositories/directory-lists';
import { findOfficeByCode } from '#db/repositories/directory-reads';
import { listNamesByCode } from '#db/repositories/office-settings';
import { findSubject } from '#db/repositories/people';
import { listRoutes } from '#db/repositories/route-designs';
import { insertDraft } from '#db/repositories/route-drafts';
import { findVersionInForce, getVersionInForce, listVersionsInForce, loadDefinitions } from '#db/repositories/routes';
import { findAccount } from '#db/repositories/sessions';
import type { Tx } from '#db/tx';
import { decide } from '#domain/access/policy';
import { actingPosts } from '#domain/access/subject';
import { canonicalJson } from '#domain/canonical-json';
import { isDomainError } from '#domain/errors';
import { diffRoutes, sayChange } from '#domain/route/diff';
import { draftFromBpmn } from '#domain/route/exchange/from-bpmn';
import { sayReport } from '#domain/route/exchange/report';
import { draftToBpmn } from '#domain/route/exchange/to-bpmn';
import type { Route } from '#domain/route/model';
import { isSound, type Finding, type VerifyContext } from '#domain/route/verify';
import { parseAndVerify } from '#domain/route/verify-schema';
import { bangkokDate } from '#domain/thai/dates';
import { readBpmn, writeBpmn } from '#platform/bpmn';
import { loadConfig } from '#platform/config';

/** Largest file that is read as a route, in bytes. */
const MAX_BYTES = 2 * 1024 * 1024;

/** `route list`, `export`, `verify`, `import` and `diff`: routes as files, for whoever keeps them beside the system. */
export function addRouteCommands(program: Command): void {
  const route = program.command('route').description('routes as files');
  route
    .command('list <office>')
    .description('the routes of an office that are in force, by code, version and hash')
    .action((office: string) => withOffice(office, async (pool, officeId) => {
      for (const { code, version, sha256, nameTh } of await listVersionsInForce(pool, officeId)) console.log([code, version, sha256.slice(0, 12), nameTh].join('\t'));
    }));
  route
    .command('export <office> <route>')
    .description('write the version of a route that is in force, as canonical JSON or as BPMN 2.0')
    .addOption(new Option('--format <format>').choices(['json', 'bpmn']).default('json'))
    .option('--out <file>', 'where to write it; to the terminal by default')
    .action((office: string, code: string, { format, out }: { format: 'json' | 'bpmn'; out?: string }) => withOffice(office, async (pool, officeId) => {
      const { id } = await getVersionInForce(pool, { officeId, code });
      const text = await FORMATS[format]((await loadDefinitions(pool, [id]))[id]!);
      if (out === undefined) process.stdout.write(text);
      else await writeFile(out, text);
    }));
  route
    .command('verify <file>')
    .description('say what is wrong with a route in a file; ends with 1 where it could not be published')
    .option('--office <code>', 'also look whether its steps find somebody in this office today')
    .option('--lang <lang>', 'th or en', 'th')
    .action(verify);
  route
    .command('import <office> <route> <file>')
    .description('begin a draft with a route in a file, for a process owner of the office to look at, check and propose')
    .requiredOption('--author <login>', 'the process owner whose draft it will be')
    .action((office: string, code: string, file: string, { author }: { author: string }) => withOffice(office, async (pool, officeId) => importRoute(pool, { officeId, code, file, author })));
  route
    .command('diff <before> <after>')
    .description('say what changed from one file to the other; ends with 1 where something did')
    .option('--lang <lang>', 'th or en', 'th')
    .action(diff);
}

const FORMATS = {
  json: async (definition: Route) => `${canonicalJson(definition)}\n`,
  bpmn: (definition: Route) => writeBpmn(draftToBpmn({ route: definition, layout: {} })),
} as const;

async function diff(before: string, after: string, { lang }: { lang: string }): Promise<void> {
  const [was, is] = await Promise.all([before, after].map(readWhole));
  const changes = diffRoutes(was!, is!);
  for (const change of changes) console.log(sayChange(change, { lang: lang === 'en' ? 'en' : 'th' }));
  if (changes.length > 0) process.exitCode = 1;
}

/** A route that has at least the shape of one. */
async function readWhole(file: string): Promise<Route> {
  const { route, findings } = parseAndVerify(await readRoute(file));
  if (route === null) throw new Error(`${file} does not hold a route: ${findings[0]?.textEn ?? ''}`);
  return route;
}

async function importRoute(pool: Pool, { officeId, code, file, author }: { readonly officeId: string; readonly code: string; readonly file: string; readonly author: string }): Promise<void> {
  const definition = await readWhole(file);
  const at = new Date().toISOString();
  const account = await findAccount(pool, author);
  const subject = account === null ? null : await findSubject(pool, { personId: account.personId, at });
  const post = subject === null ? undefined : actingPosts(subject).find((each) => decide({ ...subject, posts: [each] }, 'route.design', { officeId }).allow);
  if (subject === null || post === undefined) throw new Error(`${author} is no process owner of this office`);
  const id = await withTransaction(pool, async (tx) => {
    const known = (await listRoutes(tx, officeId)).find((each) => each.code === code);
    const base = await findVersionInForce(tx, { officeId, code, at });
    const draft = { officeId, routeId: known?.id ?? null, code, baseVersionId: base?.id ?? null, definition, layout: {} };
    return insertDraft(tx, { draft, casesOf: null, by: { personId: subject.personId, postId: post.postId, at } });
  }).catch((error: unknown) => {
    throw isDomainError(error) && error.code === 'DRAFT_EXISTS' ? new Error(`${author} has a draft of ${code} already`) : error;
  });
  console.log(id);
}

async function verify(file: string, { office, lang }: { office?: string; lang: string }): Promise<void> {
  const value = await readRoute(file);
  if (office === undefined) say(parseAndVerify(value).findings, lang);
  else await withOffice(office, async (pool, officeId) => say(parseAndVerify(value, await contextOf(pool, officeId)).findings, lang));
}

async function readRoute(file: string): Promise<unknown> {
  const text = await readFile(file);
  if (text.length > MAX_BYTES) throw new Error(`${file} is larger than a route may be (${MAX_BYTES / 1024 / 1024} MiB)`);
  const content = text.toString('utf8');
  if (content.trimStart().startsWith('<')) return readFromBpmn(content);
  try {
    return JSON.parse(content);
  } catch {
    throw new Error(`${file} holds neither JSON nor BPMN`);
  }
}

/** What did not come over as it is, is told beside the result. */
async function readFromBpmn(xml: string): Promise<Route> {
  const { draft, report } = draftFromBpmn(await readBpmn(xml));
  for (const line of report) if (line.verdict !== 'mapped') console.error(`${line.verdict}: ${sayReport(line, 'en')}`);
  return draft.route;
}

async function contextOf(pool: Tx, officeId: string): Promise<VerifyContext> {
  const at = new Date().toISOString();
  const [directory, places, lists] = await Promise.all([loadDirectory(pool, { officeId, at }), listNamesByCode(pool, officeId), listDistributionLists(pool, { officeIds: [officeId], day: bangkokDate(at) })]);
  return { directory, places, lists: lists.map(({ code }) => code) };
}

function say(findings: readonly Finding[], lang: string): void {
  for (const { severity, code, textTh, textEn, path = [] } of findings) {
    console.log(`${severity === 'error' ? '✗' : '!'} ${code}: ${lang === 'en' ? textEn : textTh}`);
    if (path.length > 0) console.log(`    ${path.map(({ node, outcome, to }) => `${node} (${outcome}${to === undefined ? '' : ` → ${to}`})`).join(' → ')}`);
  }
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  console.log(lang === 'en' ? `${errors} errors, ${findings.length - errors} warnings` : `ข้อผิดพลาด ${errors} คำเตือน ${findings.length - errors}`);
  if (!isSound(findings)) process.exitCode = 1;
}

async function withOffice(code: string, work: (pool: Pool, officeId: string) => Promise<void>): Promise<void> {
  const pool = createPool(loadConfig().database.url, { max: 2, applicationName: 'saraban-cli' });
  try {
    const officeId = await findOfficeByCode(pool, code);
    if (officeId === null) throw new Error(`There is no office with the code ${code}`);
    await work(pool, officeId);
  } finally {
    await pool.end();
  }
}
