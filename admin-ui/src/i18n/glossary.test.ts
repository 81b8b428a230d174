import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as english from '#domain/letter/words/en';
import { nodeType as kindsInEnglish } from './en/fields';
import { th } from './th';
import { nodeType as kindsInThai } from './th/fields';
import * as thai from '#domain/letter/words/th';
import { stepForms } from '#domain/route/steps/forms';

type Words = { readonly [code: string]: string };
type Families = { readonly [family: string]: Words };
type Tree = { readonly [key: string]: string | Tree };

const root = join(__dirname, '../../..');
const glossary = readFileSync(join(root, 'docs/glossary.md'), 'utf8');
const rowsOf = (part: string): readonly (readonly string[])[] =>
  part.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| ---')).slice(1).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
const parts = glossary.split(/^## /m).slice(1);
const partOf = (ending: string): string => parts.find((part) => part.split('\n')[0]?.endsWith(ending)) ?? '';

test.each(Object.keys(thai))('the glossary has the words of %s as the screens show them', (family) => {
  const [inThai, inEnglish] = [(thai as Families)[family] ?? {}, (english as Families)[family] ?? {}];
  const wanted = Object.keys(inThai).map((code) => [inThai[code], inEnglish[code], `\`${code}\``]);
  expect(rowsOf(partOf(`(\`${family}\`)`))).toEqual(wanted);
});

test('a kind of step is called the same on every drawing as where routes are drawn', () => {
  const labels = Object.values(stepForms).map(({ type, label }) => [type, label] as const);
  expect(kindsInThai).toEqual(Object.fromEntries(labels.map(([type, { th: label }]) => [type, label])));
  expect(kindsInEnglish).toEqual(Object.fromEntries(labels.map(([type, { en }]) => [type, en])));
});

test('every main word is the name of something in the domain', () => {
  const sources = readdirSync(join(root, 'domain'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  const names = rowsOf(partOf('Main words')).map(([, , name = '']) => name.replaceAll('`', ''));
  expect(names.length).toBeGreaterThan(15);
  expect(names.filter((name) => !sources.some((text) => new RegExp(`\\b${name}\\b`).test(text)))).toEqual([]);
});

test('no text of the screens uses a word that the glossary replaces', () => {
  const textsOf = (tree: Tree): readonly string[] => Object.values(tree).flatMap((value) => (typeof value === 'string' ? [value] : textsOf(value)));
  const replaced = rowsOf(partOf('Words not used')).map(([word = '']) => word);
  expect(replaced).toContain('อีเมล');
  // A catalogue is texts within texts, nothing else.
  expect(textsOf(th as unknown as Tree).filter((text) => replaced.some((word) => text.includes(word)))).toEqual([]);
});

test.each(['th', 'en'])('no two files of %s have texts of the same name: one would hide the other', (language) => {
  const folder = join(__dirname, language);
  const names = readdirSync(folder).filter((file) => file !== 'index.ts').flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(/^export const (\w+)/gm)].map(([, name]) => name));
  expect(names.length).toBeGreaterThan(20);
  // Refusals come with the pages that may show them, and are put together in `index.ts`; catalogues.test.ts looks for each.
  expect(names.filter((name, index) => name !== 'errors' && names.indexOf(name) !== index)).toEqual([]);
});
