import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import englishMessages from 'ra-language-english';
import { RULE_IDS } from '#domain/access/rules';
import { ERROR_CODES } from '#domain/errors';
import { en } from './en';
import { th } from './th';

type Tree = { readonly [key: string]: string | Tree };

function flatten(tree: Tree, before = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[`${before}${key}`, value] as const] : [...flatten(value, `${before}${key}.`)])),
  );
}

const thai = flatten(th as unknown as Tree);
const english = flatten(en as unknown as Tree);
const source = join(__dirname, '..');
const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) && !entry.parentPath.includes('i18n/'))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

test('both languages have the same texts', () => {
  expect([...thai.keys()].sort()).toEqual([...english.keys()].sort());
});

test('react-admin finds every text that it asks for in Thai', () => {
  const missing = [...flatten({ ra: englishMessages.ra } as unknown as Tree).keys()].filter((key) => !thai.has(key));
  expect(missing).toEqual([]);
});

test.each(Object.keys(ERROR_CODES))('the refusal %s is explained in both languages', (code) => {
  expect([thai.get(`errors.${code}`), english.get(`errors.${code}`)]).toEqual([expect.stringMatching(/[ก-๙]/), expect.stringMatching(/[a-z]/)]);
});

test.each(RULE_IDS)('the rule %s is explained in both languages', (id) => {
  expect([thai.get(`rule.${id}`), english.get(`rule.${id}`)]).toEqual([expect.stringMatching(/[ก-๙]/), expect.stringMatching(/[a-z]/)]);
});

test('no text is empty, and what a text fills in is the same in both languages', () => {
  const places = (text: string): string[] => [...new Set(text.match(/%\{\w+\}/g) ?? [])].sort();
  const wrong = [...thai].filter(([key, text]) => {
    const other = english.get(key) ?? '';
    return (text.trim() === '') !== (other.trim() === '') || (!key.startsWith('ra.') && places(text).join() !== places(other).join());
  });
  expect(wrong).toEqual([]);
});

test('no English is left in the Thai texts', () => {
  const allowed = /BPMN|PDF|SVG|PNG|SHA|Excel|CSV|JSON|Ctrl\+Enter|Alt\+A|Enter|Delete|MB|JavaScript|%\{\w+\}/g;
  const wrong = [...thai].filter(([, text]) => /[A-Za-z]{2,}/.test(text.replace(allowed, '')));
  expect(wrong).toEqual([]);
});

test('every text that a page names exists', () => {
  const calls = files.flatMap((text) => [...text.matchAll(/(?:translate|inWords)\(([^{}`]*?)(?:[)]|, [{])/g)].map((match) => match[1] ?? ''));
  const keyed = files.flatMap((text) => [...text.matchAll(/\b(?:label|done): '(\w+\.[\w.]+)'/g)].map((match) => match[1] ?? ''));
  const named = new Set([...calls.flatMap((call) => [...call.matchAll(/'([a-z]\w*(?:\.\w+)+)'/g)].map((match) => match[1] ?? '')), ...keyed]);
  expect(named.size).toBeGreaterThan(200);
  expect([...named].filter((key) => !thai.has(key))).toEqual([]);
});

test('every family of texts that a page composes exists', () => {
  const families = new Set(files.flatMap((text) => [...text.matchAll(/translate\(`([\w.]+)\.\$\{/g)].map((match) => match[1] ?? '')));
  const missing = [...families].filter((family) => ![...thai.keys()].some((key) => key.startsWith(`${family}.`)));
  expect(missing).toEqual([]);
});
