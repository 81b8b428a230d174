/** The API on a database of its own, and people who speak to it as browsers do. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { Pool } from 'pg';
import { buildApp } from '#api/app';
import type { ApiConfig, ApiDeps } from '#api/deps';
import { createMetrics } from '#platform/metrics';
import { createDiskStore } from '#platform/object-store/disk';
import { withLayers } from '#platform/object-store/create';
import type { ObjectStore } from '#platform/object-store/object-store';
import { DEMO_PASSWORD, seedDemo } from '#db/seeds/demo';
import { seedBase } from '#db/seeds/base';
import type { Role } from '#domain/letter/vocabulary';
import { createLetterActivities } from '#activities/letter-activities';
import { openTemporal, type LetterTemporal } from './letter-worker';
import { getTestDatabase, type TestDatabase } from './servers';
import { openWorkerStack, type WorkerStack } from './worker-stack';

export type TestApp = {
  readonly app: FastifyInstance;
  readonly database: TestDatabase;
  readonly pool: Pool;
  readonly deps: ApiDeps;
  /** Lines logged so far, as JSON. */
  readonly logged: readonly string[];
  /** Moves the API's clock; instants are those of the real clock plus this many milliseconds. */
  moveClock(ms: number): void;
  close(): Promise<void>;
};

export type Answer<T = unknown> = { readonly statusCode: number; readonly body: T; readonly headers: LightMyRequestResponse['headers']; readonly raw: Buffer };
export type Person = {
  readonly login: string;
  readonly personId: string;
  readonly cookie: string;
  readonly csrfToken: string;
  get<T = unknown>(path: string, headers?: Record<string, string>): Promise<Answer<T>>;
  send<T = unknown>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  post<T = unknown>(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  upload<T = unknown>(path: string, bytes: Uint8Array, headers?: Record<string, string>): Promise<Answer<T>>;
};

const CONFIG: ApiConfig = {
  version: 'test', isDemo: true, demoPassword: DEMO_PASSWORD, isHttps: false, uploadMaxBytes: 1024 * 1024, sessionIdleMs: 30 * 60_000,
  sessionMaxMs: 12 * 3_600_000, actTimeoutMs: 8_000, uiFolder: null, loginLimit: { perAccount: 5, perAddress: 50, windowMs: 300_000 },
  canMail: true, trustProxy: false, heartbeatMs: 15_000,
};

/** A client of no server: whatever asks Temporal fails the test that forgot to bring one. */
const noTemporal = new Proxy({}, { get: () => { throw new Error('this test has no Temporal'); } }) as Client;

/** A database with the offices, routes and people of the demonstration. */
async function getDemoDatabase(): Promise<TestDatabase> {
  const database = await getTestDatabase();
  await seedBase(database.pool);
  await seedDemo(database.pool);
  return database;
}

/** Builds the API on a new database with the offices, routes and people of the demonstration. */
export async function openTestApp(options: { readonly temporal?: Client; readonly config?: Partial<ApiConfig>; readonly files?: ObjectStore; readonly database?: TestDatabase } = {}): Promise<TestApp> {
  const database = options.database ?? (await getDemoDatabase());
  const folder = await mkdtemp(join(tmpdir(), 'saraban-files-'));
  const logged: string[] = [];
  const write = (level: string) => (fields: object, text: string): void => void logged.push(JSON.stringify({ level, text, ...fields }, (_key, value: unknown) => (value instanceof Error ? value.stack : value)));
  let offset = 0;
  const deps: ApiDeps = {
    pool: database.pool,
    temporal: options.temporal ?? noTemporal,
    files: options.files ?? withLayers(createDiskStore(folder)),
    metrics: createMetrics('api'),
    config: { ...CONFIG, ...options.config },
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    now: () => new Date(Date.now() + offset),
  };
  const app = await buildApp(deps);
  await app.ready();
  return {
    app, database, pool: database.pool, deps, logged,
    moveClock: (ms) => { offset += ms; },
    async close() {
      await app.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type LiveApp = TestApp & {
  /** The worker of the letters; stop it to see what happens without. */
  readonly worker: { stop(): Promise<void>; start(): Promise<void> };
};

/** As {@link openTestApp}, with a Temporal namespace and a worker, so that acts take effect. */
export async function openLiveApp(options: { readonly config?: Partial<ApiConfig>; readonly files?: ObjectStore } = {}): Promise<LiveApp> {
  const temporal: LetterTemporal = await openTemporal();
  const testApp = await openTestApp({ ...options, temporal: temporal.client });
  const start = () => temporal.startWorker(createLetterActivities({ pool: testApp.pool }));
  let running: { stop(): Promise<void> } | null = await start();
  const stop = async (): Promise<void> => {
    await running?.stop();
    running = null;
  };
  return {
    ...testApp,
    worker: { stop, start: async () => { running ??= await start(); } },
    async close() {
      await stop();
      await testApp.close();
      await temporal.close();
    },
  };
}

/** As {@link openLiveApp}, with the whole worker: letters reach other offices, PDFs are made, notices go out. */
export async function openWholeApp(options: { readonly config?: Partial<ApiConfig> } = {}): Promise<TestApp & { readonly stack: WorkerStack }> {
  const database = await getDemoDatabase();
  const stack = await openWorkerStack(database.pool);
  await stack.startWorker();
  const testApp = await openTestApp({ ...options, database, temporal: stack.client, files: stack.files });
  return {
    ...testApp,
    stack,
    async close() {
      await stack.close();
      await testApp.close();
    },
  };
}

/** Signs a demo account in, or another by its password. */
export async function signIn({ app }: Pick<TestApp, 'app'>, login: string, password = DEMO_PASSWORD): Promise<Person> {
  const opened = await app.inject({ method: 'POST', url: '/api/v1/session', payload: { login, password } });
  if (opened.statusCode !== 200) throw new Error(`${login} cannot sign in: ${opened.body}`);
  const cookie = opened.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const session = opened.json<{ csrfToken: string; person: { id: string } }>();
  const call = async <T>(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, payload: string | Buffer | undefined, headers: Record<string, string>): Promise<Answer<T>> => {
    const answer = await app.inject({
      method, url: `/api/v1${path}`, ...(payload === undefined ? {} : { payload }),
      headers: { cookie, 'accept-language': 'en', ...(method === 'GET' ? {} : { 'x-csrf-token': session.csrfToken, 'idempotency-key': randomUUID() }), ...headers },
    });
    const isJson = String(answer.headers['content-type'] ?? '').includes('json');
    return { statusCode: answer.statusCode, body: (isJson ? answer.json() : answer.body) as T, headers: answer.headers, raw: answer.rawPayload };
  };
  const json = { 'content-type': 'application/json' };
  return {
    login, personId: session.person.id, cookie, csrfToken: session.csrfToken,
    get: (path, headers = {}) => call('GET', path, undefined, headers),
    send: (method, path, body, headers = {}) => call(method, path, body === undefined ? undefined : JSON.stringify(body), { ...(body === undefined ? {} : json), ...headers }),
    post: (path, body, headers = {}) => call('POST', path, JSON.stringify(body), { ...json, ...headers }),
    upload: (path, bytes, headers = {}) => call('POST', path, Buffer.from(bytes), { 'content-type': 'application/octet-stream', ...headers }),
  };
}

/** Somebody of an office who has a role, signed in; with `unit`, of that unit. */
export async function actor(testApp: TestApp, who: { readonly role: Role; readonly office: string; readonly unit?: string }): Promise<Person> {
  const { rows } = await testApp.pool.query<{ login: string }>(
    `select person.login from person join appointment a on a.person_id = person.id and a.capacity = 'own'
       join post p on p.id = a.post_id join office o on o.id = p.office_id join unit u on u.id = p.unit_id
      where o.code = $1 and $2 = any(p.roles) and ($3::text is null or u.code = $3) order by array_length(p.roles, 1), u.sort_order, p.code limit 1`,
    [who.office, who.role, who.unit ?? null],
  );
  const login = rows[0]?.login;
  if (login === undefined) throw new Error(`nobody is ${who.role} in ${who.office} ${who.unit ?? ''}`);
  return signIn(testApp, login);
}
