import { writeFile } from 'node:fs/promises';
import { Option, type Command } from 'commander';
import type { Pool } from 'pg';
import { withTransaction } from '#db/client';
import { findSubject } from '#db/repositories/people';
import { loadOfficeContext } from '#db/repositories/route-context';
import { listRoutes } from '#db/repositories/route-designs';
import { insertDraft } from '#db/repositories/route-drafts';
import { findVersionInForce, getVersionInForce, listVersionsInForce, loadDefinitions } from '#db/repositories/routes';
import { findAccount } from '#db/repositories/sessions';
import { decide } from '#domain/access/policy';
import { actingPosts } from '#domain/access/subject';
import { canonicalJson } from '#domain/canonical-json';
import { isDomainError } from '#domain/errors';
import { diffRoutes, sayChange } from '#domain/route/diff';
import { draftToBpmn } from '#domain/route/exchange/to-bpmn';
import type { Route } from '#domain/route/model';
import { isSound, type Finding, verifyRoute } from '#domain/route/verify';
import { parseAndVerify } from '#domain/route/verify-schema';
import { writeBpmn } from '#platform/bpmn';
import { readRoute, readWhole } from '../route-files';
import { withOffice } from '../with-office';
import { addSimulateCommand } from './route-simulate';

/** `route list`, `export`, `verify`, `simulate`, `import` and `diff`: routes as files, for whoever keeps them beside the system. */
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
  addSimulateCommand(route);
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
  const { route, findings } = parseAndVerify(await readRoute(file));
  if (office === undefined || route === null) say(findings, lang);
  else {
    await withOffice(office, async (pool, officeId) => {
      const { directory, routes, lists, places } = await loadOfficeContext(pool, { officeId, at: new Date().toISOString(), also: [route] });
      say(verifyRoute(route, { directory, routes, lists, places }), lang);
    });
  }
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
