import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { openTestApp, type TestApp } from '#test/support/test-app';

let testApp: TestApp;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saraban-ui-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>e-Saraban</title>');
  await writeFile(join(folder, 'assets/app-1a2b3c.js'), 'export {};');
  await writeFile(join(folder, 'assets/app-1a2b3c.js.br'), brotliCompressSync('export {};'));
  await mkdir(join(folder, '.vite'));
  await writeFile(join(folder, '.vite/manifest.json'), '{}');
  testApp = await openTestApp({ config: { uiFolder: folder } });
}, 120_000);
afterAll(async () => {
  await testApp.close();
  await rm(folder, { recursive: true, force: true });
});
const get = (url: string) => testApp.app.inject({ url });

test('the UI is served, its pages by any address, its files by their own', async () => {
  for (const url of ['/', '/letters/7d5c1f0e', '/books?year=2569']) {
    const page = await get(url);
    expect([url, page.statusCode, page.headers['content-type'], page.headers['cache-control']]).toEqual([url, 200, 'text/html; charset=utf-8', 'no-cache']);
    expect(page.body).toContain('e-Saraban');
  }
  expect((await get('/assets/app-1a2b3c.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect((await get('/assets/missing.js')).statusCode).toBe(404);
  expect((await get('/api/v1/missing')).json()).toMatchObject({ code: 'NOT_FOUND' });
  expect((await get('/..%2f..%2fetc%2fpasswd')).body).not.toContain('root:');
});

test('a file that stands there packed is sent packed to whoever takes it', async () => {
  const url = '/assets/app-1a2b3c.js';
  const packed = await testApp.app.inject({ url, headers: { 'accept-encoding': 'gzip, br' } });
  expect(packed.headers).toMatchObject({ 'content-encoding': 'br', 'content-type': expect.stringMatching(/javascript/), 'cache-control': 'public, max-age=31536000, immutable', vary: expect.stringMatching(/accept-encoding/i) });
  expect(brotliDecompressSync(packed.rawPayload).toString()).toBe('export {};');
  expect((await get(url)).headers['content-encoding']).toBeUndefined();
});

test('a file that was built while the API runs is served, and what tells how it was built is not', async () => {
  await writeFile(join(folder, 'assets/later-4d5e6f.js'), 'export {};');
  expect((await get('/assets/later-4d5e6f.js')).statusCode).toBe(200);
  expect((await get('/.vite/manifest.json')).statusCode).toBe(404);
});

test('pages run only what comes from here and stand in nobody’s frame', async () => {
  const { headers } = await get('/');
  const policy = String(headers['content-security-policy']);
  for (const rule of ["default-src 'self'", "object-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"]) expect(policy).toContain(rule);
  expect(/script-src ([^;]*)/.exec(policy)?.[1]).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|https?:/);
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
  expect(headers['strict-transport-security']).toBeUndefined();
});

test('behind https the cookie is bound to host and scheme, and browsers are told to stay there', async () => {
  const secure = await openTestApp({ config: { isHttps: true } });
  try {
    const answer = await secure.app.inject({ method: 'POST', url: '/api/v1/session', payload: { login: 'ops.registry.clerk', password: 'saraban-demo' } });
    expect(String(answer.headers['set-cookie'])).toMatch(/^__Host-saraban=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(answer.headers['strict-transport-security']).toMatch(/max-age=31536000/);
  } finally {
    await secure.close();
  }
}, 60_000);

test('the API can be browsed and its description read', async () => {
  expect((await get('/api/v1/openapi.json')).json()).toMatchObject({ openapi: '3.1.0' });
  const docs = await get('/api/v1/docs/');
  expect(docs.statusCode).toBe(200);
  expect(docs.headers['content-type']).toMatch(/html/);
  // Its page starts itself by a script of its own; nothing else here may.
  expect(String(docs.headers['content-security-policy'])).toMatch(/script-src 'self' 'unsafe-inline'/);
});
