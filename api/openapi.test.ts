import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { API_PREFIX, endpoints } from '#domain/contracts/endpoints';
import { projectRoot } from '#platform/project-root';
import { openApiJson } from './openapi';

type Operation = { readonly responses: { readonly [status: string]: unknown }; readonly security?: readonly object[]; readonly parameters?: readonly { readonly name: string; readonly in: string }[] };
type Document = { readonly openapi: string; readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } } };

let json: string;
let document: Document;
beforeAll(async () => {
  json = await openApiJson();
  document = JSON.parse(json) as Document;
}, 30_000);

test('docs/api/openapi.json is what the API says of itself (npm run openapi)', () => {
  expect(readFileSync(join(projectRoot(), 'docs/api/openapi.json'), 'utf8')).toBe(json);
});

test('every endpoint of the table is described, and no other', () => {
  const described = Object.entries(document.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
  const expected = Object.values(endpoints).map(({ method, path }) => `${method} ${API_PREFIX}${path.replace(/:(\w+)/g, '{$1}')}`);
  expect(described.toSorted()).toEqual(expected.toSorted());
  expect(document.openapi).toBe('3.1.0');
});

test('no part of the contract is left open', () => {
  const open: string[] = [];
  const walk = (value: unknown, place: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      if (typeof part === 'object' && part !== null && !Array.isArray(part) && Object.keys(part).length === 0) open.push(`${place}/${key}`);
      walk(part, `${place}/${key}`);
    }
  };
  walk(document, '');
  expect(open).toEqual([]);
});

test('acts are described with their key, what goes on after the answer with 202; endpoints with a session ask for it', () => {
  for (const endpoint of Object.values(endpoints)) {
    const operation = document.paths[`${API_PREFIX}${endpoint.path.replace(/:(\w+)/g, '{$1}')}`]?.[endpoint.method.toLowerCase()];
    const isAct = 'isAct' in endpoint;
    expect(operation?.parameters?.some(({ name }) => name === 'idempotency-key') ?? false).toBe(isAct);
    expect('202' in (operation?.responses ?? {})).toBe('pending' in endpoint);
    expect((operation?.security ?? []).length > 0).toBe(endpoint.access === 'session');
  }
});
