import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * Who may import whom. `type` allows `import type` only; what is not named is forbidden.
 * The table is the one of docs/architecture.md.
 */
const ALLOWED: { readonly [from: string]: { readonly [to: string]: 'value' | 'type' } } = {
  domain: {},
  workflows: { domain: 'value', activities: 'type' },
  activities: { domain: 'value', db: 'value', platform: 'value' },
  db: { domain: 'value' },
  platform: { domain: 'value' },
  api: { domain: 'value', workflows: 'type', db: 'value', platform: 'value' },
  worker: { domain: 'value', activities: 'value', db: 'value', platform: 'value' },
  cli: { domain: 'value', workflows: 'type', activities: 'value', db: 'value', platform: 'value' },
  'admin-ui': { domain: 'value' },
};
/** Packages that only one folder may touch. */
const OWNED_PACKAGES: readonly { readonly name: RegExp; readonly folders: readonly string[] }[] = [
  { name: /^(pg|@prisma\/.*|prisma)$/, folders: ['db'] },
  { name: /^(fastify|@fastify\/.*)$/, folders: ['api'] },
  { name: /^(minio|@myriaddreamin\/.*|@libpdf\/.*|pino|prom-client)$/, folders: ['platform'] },
  { name: /^(react|react-dom|react-admin|@mui\/.*|@xyflow\/.*)$/, folders: ['admin-ui'] },
  { name: /^@temporalio\/workflow$/, folders: ['workflows'] },
];
/** zod in the workflow bundle costs a megabyte per cached letter. */
const WORKFLOW_SAFE_ROOTS = ['workflows', 'domain/route/engine.ts'];

const root = join(__dirname, '..');

type Import = { readonly file: string; readonly specifier: string; readonly typeOnly: boolean };

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.(test|int\.test)\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !file.includes('node_modules') && !file.startsWith('db/generated') && !file.includes('/testing/'));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const pattern = /^\s*(import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
  return [...text.matchAll(pattern)].map((match) => ({ file, specifier: match[3] ?? '', typeOnly: match[2] !== undefined }));
}

const importsByFolder = Object.keys(ALLOWED).map((folder) => ({
  folder,
  imports: sourceFiles(folder).flatMap(importsOf),
}));

describe.each(importsByFolder)('$folder', ({ folder, imports }) => {
  test('imports only the folders that it may', () => {
    const wrong = imports
      .map((each) => ({ ...each, to: /^#([a-z-]+)\//.exec(each.specifier)?.[1] }))
      .filter(({ to, typeOnly }) => {
        if (to === undefined || to === folder) return false;
        const allowed = ALLOWED[folder]?.[to];
        return allowed === undefined || (allowed === 'type' && !typeOnly);
      });
    expect(wrong).toEqual([]);
  });

  test('does not leave its folder by a relative path', () => {
    const wrong = imports.filter(({ file, specifier }) => {
      if (!specifier.startsWith('.')) return false;
      return !join(file, '..', specifier).startsWith(folder);
    });
    expect(wrong).toEqual([]);
  });

  test('leaves packages that have one owner to their owner', () => {
    const wrong = imports.filter(
      ({ specifier, typeOnly }) =>
        !typeOnly && OWNED_PACKAGES.some(({ name, folders }) => name.test(specifier) && !folders.includes(folder)),
    );
    expect(wrong).toEqual([]);
  });
});

test('domain/ imports zod and itself only', () => {
  const wrong = sourceFiles('domain')
    .flatMap(importsOf)
    .filter(({ specifier }) => !specifier.startsWith('.') && !specifier.startsWith('#domain/') && specifier !== 'zod');
  expect(wrong).toEqual([]);
});

test('what the workflow bundle reaches does not import zod', () => {
  const seen = new Set<string>();
  const queue = WORKFLOW_SAFE_ROOTS.flatMap((place) => (place.endsWith('.ts') ? [place] : sourceFiles(place)));
  const offenders: string[] = [];
  const known = new Set(sourceFiles('domain').concat(sourceFiles('workflows')));
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const { specifier, typeOnly } of importsOf(file)) {
      if (typeOnly) continue;
      if (specifier === 'zod') offenders.push(file);
      const target = specifier.startsWith('#') ? specifier.slice(1) : specifier.startsWith('.') ? join(file, '..', specifier) : null;
      if (target === null) continue;
      const next = [`${target}.ts`, join(target, 'index.ts')].find((candidate) => known.has(candidate));
      if (next !== undefined) queue.push(next);
    }
  }
  expect(seen.size).toBeGreaterThan(1);
  expect(offenders).toEqual([]);
});
