import { writeFile } from 'node:fs/promises';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { z } from 'zod';
import { findNames } from '#db/repositories/names';
import { listPlaceNames } from '#db/repositories/office-settings';
import { loadOfficeContext } from '#db/repositories/route-context';
import { listCases } from '#db/repositories/route-proposals';
import { findVersionByNumber, findVersionInForce, loadDefinitions } from '#db/repositories/routes';
import type { Tx } from '#db/tx';
import type { Route } from '#domain/route/model';
import { drawToEnd, rehearse, type Draw } from '#domain/route/rehearsal';
import { beginOf, settingOf } from '#domain/route/rehearsal/in-office';
import { scriptSchema } from '#domain/route/rehearsal/schema';
import type { TestCase } from '#domain/route/rehearsal/script';
import type { Lang } from '#domain/route/say';
import { readJson, readWhole } from '../route-files';
import { logWords, sayRehearsal } from '../say-rehearsal';
import { withOffice } from '../with-office';

type Options = {
  readonly lang: Lang;
  readonly at?: string;
  readonly script?: string;
  readonly case?: string;
  readonly seed?: number;
  readonly pace: keyof typeof PACES;
  readonly saveScript?: string;
};

/** How long people take to act when acts are drawn. */
const PACES = { 'at-once': null, hour: { unit: 'workingHours', amount: 1 }, day: { unit: 'workingDays', amount: 1 } } as const satisfies { readonly [pace: string]: Draw['pace'] };
const FIRST_SEED = 1;

/** `route simulate`: a letter that exists nowhere goes through a route, on a virtual calendar and over copies of the books. */
export function addSimulateCommand(route: Command): void {
  route
    .command('simulate <office> <route>')
    .description('let a letter that exists nowhere go through a route in an office as it is on record: who is asked, when it is due, what numbers are printed; nothing is changed. '
      + 'The route: the code of one in force, CODE@VERSION, or a JSON or BPMN file. Ends with 1 where the letter cannot reach its end, a move is refused or a test case goes another way')
    .addOption(new Option('--script <file>', 'play these moves: a script or a test case as JSON').conflicts('case'))
    .option('--case <name>', 'play a test case that is kept with the version')
    .option('--seed <number>', `draw what people do, after the moves that are given; ${FIRST_SEED} where none are`, readSeed)
    .addOption(new Option('--pace <pace>', 'how long each person takes where acts are drawn').choices(Object.keys(PACES)).default('hour'))
    .option('--at <instant>', 'when the letter comes, as 2026-04-10T09:00+07:00; now by default', readInstant)
    .option('--save-script <file>', 'write down what was played, to be changed and played again')
    .addOption(new Option('--lang <lang>').choices(['th', 'en']).default('th'))
    .action((office: string, what: string, options: Options) => withOffice(office, async (pool, officeId) => simulate(pool, { officeId, what, options })));
}

function readSeed(text: string): number {
  const seed = Number(text);
  if (text.trim() === '' || !Number.isSafeInteger(seed)) throw new InvalidArgumentError('It takes a whole number.');
  return seed;
}

function readInstant(text: string): string {
  const at = new Date(text);
  if (!/T.*(Z|[+-]\d\d:?\d\d)$/i.test(text) || Number.isNaN(at.getTime())) throw new InvalidArgumentError('It takes a day and a time with its zone, as 2026-04-10T09:00+07:00.');
  return at.toISOString();
}

async function simulate(pool: Tx, { officeId, what, options }: { readonly officeId: string; readonly what: string; readonly options: Options }): Promise<void> {
  const { route, versionId } = await findRoute(pool, { officeId, what });
  const given = await findGiven(pool, { versionId, options });
  const now = options.at ?? new Date().toISOString();
  const office = await loadOfficeContext(pool, { officeId, at: now, also: [route] });
  const setting = settingOf(office, route);
  const begun = given?.script ?? beginOf(office, route, now);
  // A script says when its letter comes, unless another day is asked for.
  const script = options.at === undefined ? begun : { ...begun, at: options.at };
  const { seed = given === null ? FIRST_SEED : null } = options;
  const played = seed === null ? script : drawToEnd(setting, script, { seed, pace: PACES[options.pace] });
  const rehearsal = rehearse(setting, played);
  const [byId, { persons }] = await Promise.all([listPlaceNames(pool, officeId), findNames(pool, { posts: [], units: [], offices: [], persons: new Set(office.people.facts.appointments.map(({ personId }) => personId)) })]);
  // What follows a test case is not of it.
  const expected = options.seed === undefined ? (given?.expected ?? null) : null;
  const { lines, isSound } = sayRehearsal({ rehearsal, setting, route, seed, expected, words: logWords({ lang: options.lang, places: office.places, byId, persons }) });
  for (const line of lines) console.log(line);
  if (options.saveScript !== undefined) await writeFile(options.saveScript, `${JSON.stringify(played, null, 2)}\n`);
  if (!isSound) process.exitCode = 1;
}

const FILE = /\.(json|bpmn|xml)$/i;

/** @throws Error where there is no such route, version or file */
async function findRoute(tx: Tx, { officeId, what }: { readonly officeId: string; readonly what: string }): Promise<{ readonly route: Route; /** Null: from a file. */ readonly versionId: string | null }> {
  if (FILE.test(what)) return { route: await readWhole(what), versionId: null };
  const [code = '', version] = what.split('@');
  const found = version === undefined ? await findVersionInForce(tx, { officeId, code }) : /^\d{1,9}$/.test(version) ? await findVersionByNumber(tx, { officeId, code, version: Number(version) }) : null;
  if (found === null) throw new Error(`This office has no route ${what}${version === undefined ? ' in force' : ''}; a file is known by its ending: .json, .bpmn, .xml`);
  return { route: (await loadDefinitions(tx, [found.id]))[found.id]!, versionId: found.id };
}

type Given = Pick<TestCase, 'script'> & { readonly expected: TestCase['expected'] | null };
const givenSchema = z.union([scriptSchema.transform((script): Given => ({ script, expected: null })), z.object({ script: scriptSchema, expected: z.array(z.string()) })]);

/** The moves that are given; null where all are to be drawn. @throws Error for a file that is no script, and a case that there is not */
async function findGiven(tx: Tx, { versionId, options }: { readonly versionId: string | null; readonly options: Options }): Promise<Given | null> {
  if (options.script !== undefined) {
    const parsed = givenSchema.safeParse(await readJson(options.script));
    if (!parsed.success) throw new Error(`${options.script} holds neither a script nor a test case`);
    return parsed.data;
  }
  if (options.case === undefined) return null;
  if (versionId === null) throw new Error('Test cases are kept with versions: a route from a file has none; give --script');
  const cases = await listCases(tx, { versionId });
  const found = cases.find(({ name }) => name === options.case);
  if (found === undefined) throw new Error(`There is no test case ${options.case}. ${cases.length === 0 ? 'The version has none.' : `There are: ${cases.map(({ name }) => name).join(', ')}`}`);
  return found;
}
