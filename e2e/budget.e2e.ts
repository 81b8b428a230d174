/** What a page costs before its first paint: all script that it asks for at once, in the packed form that browsers take over HTTPS. */
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { PATHS } from '../admin-ui/src/paths';

type Chunk = { readonly file: string; readonly name?: string; readonly imports?: readonly string[] };

const root = join(__dirname, '..');
const built = join(root, 'dist/admin-ui');
const manifest = JSON.parse(readFileSync(join(built, '.vite/manifest.json'), 'utf8')) as { readonly [source: string]: Chunk | undefined };
/** By source; a page whose parts others use as well stands there by its name. */
const chunkOf = (source: string): Chunk | undefined => manifest[source] ?? Object.values(manifest).find((chunk) => chunk?.name === basename(source).replace(/\.tsx?$/, ''));
const ENTRY = 'index.html';
/** The first script of all, which fetches what the address asks for. */
const AHEAD = 'src/ahead.ts';
const page = readFileSync(join(built, 'index.html'), 'utf8');
const LAYOUT = 'src/layout/Layout.tsx';
const LOGIN = 'src/resources/session/LoginPage.tsx';
/** Texts without which only the inbox is drawn. */
const TEXTS = 'src/i18n/work-texts.ts';
const KB = 1_000;
const MOST = 300 * KB;
/** The two pages that everybody opens first stand at 175 and 197 kB, of which 150 are React, its router and queries, react-admin's core, and MUI with its styles. */
const MOST_SIGN_IN = 180 * KB;
const MOST_INBOX = 200 * KB;
/** Each file costs a question to the server; a browser has six under way at once. */
const MOST_FILES = 24;

/** Source of each page, as `page-scripts.ts` fetches it. */
const sources = new Map(
  [...readFileSync(join(root, 'admin-ui/src/page-scripts.ts'), 'utf8').matchAll(/(\w+): (?:withTexts\()?\(\) => import\('\.\/([\w/-]+)'\)/g)].map(([, name = '', path = '']) => [name, `src/${path}.tsx`] as const),
);

/** The scripts behind these, each once: what they import, and so on, but not what comes on demand. */
function scriptsOf(names: readonly string[], found = new Set<string>()): ReadonlySet<string> {
  for (const name of names) {
    const chunk = chunkOf(name);
    if (chunk === undefined) throw new Error(`${name} is not among what was built`);
    if (found.has(chunk.file)) continue;
    found.add(chunk.file);
    scriptsOf(chunk.imports ?? [], found);
  }
  return found;
}

const packed = (files: Iterable<string>): number => [...files].reduce((sum, file) => sum + statSync(join(built, `${file}.br`)).size, 0);
const filesOf = (...names: readonly string[]): readonly string[] => [...scriptsOf([ENTRY, AHEAD, ...names])].filter((file) => file.endsWith('.js'));
const costOf = (...names: readonly string[]): number => packed(filesOf(...names));

test('every page is known to the budget', () => {
  expect([...sources.keys()].sort()).toEqual(Object.keys(PATHS).sort());
});

test.each(Object.keys(PATHS))('the page %s is drawn with no more than 300 kB of script', (name) => {
  const source = sources.get(name) ?? name;
  if (name === 'inbox') expect(costOf(LAYOUT, source)).toBeLessThanOrEqual(MOST_INBOX);
  else expect(costOf(LAYOUT, source, TEXTS)).toBeLessThanOrEqual(MOST);
});

test('the pages that everybody opens first come in few files', () => {
  expect(filesOf(LOGIN).length).toBeLessThanOrEqual(MOST_FILES);
  expect(filesOf(LAYOUT, sources.get('inbox') ?? '').length).toBeLessThanOrEqual(MOST_FILES);
});

test('the first script that the page names is the one that fetches what the address asks for, and it waits for no library', () => {
  const first = chunkOf(AHEAD)?.file ?? 'missing';
  expect(/<script[^>]*>/.exec(page)?.[0]).toMatch(new RegExp(`async.*src="/${first}"`));
  expect(packed(scriptsOf([AHEAD]))).toBeLessThanOrEqual(10 * KB);
  for (const file of scriptsOf([AHEAD])) expect(page).toContain(file);
});

test('the sign-in page fetches neither the frame nor a page', () => {
  expect(scriptsOf([ENTRY, LOGIN]).has(chunkOf(LAYOUT)?.file ?? '')).toBe(false);
  expect(costOf(LOGIN)).toBeLessThanOrEqual(MOST_SIGN_IN);
});

test('a page is drawn before the pickers of days, the schemas of forms and the viewer of files have come', () => {
  const late = Object.entries(manifest).filter(([source]) => /date-pickers|contracts\/|PdfViewer/.test(source)).map(([, chunk]) => chunk?.file);
  expect(late.length).toBeGreaterThan(3);
  for (const source of sources.values()) expect([...scriptsOf([ENTRY, LAYOUT, source])].filter((file) => late.includes(file))).toEqual([]);
});
