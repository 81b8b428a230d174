/** The API as a process: `node --conditions=production dist/api/main.js`. Stops on SIGTERM and SIGINT when what runs has been answered. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { assertDatabaseFit, createPool } from '#db/client';
import { ConfigError, loadConfig, type Config } from '#platform/config';
import { createLogger } from '#platform/logger';
import { createMetrics } from '#platform/metrics';
import { createObjectStore } from '#platform/object-store/create';
import { projectRoot } from '#platform/project-root';
import { tellStarter } from '#platform/starter';
import { readKeyRing } from '#platform/temporal/codec';
import { connectLazily, createTemporalClient } from '#platform/temporal/connection';
import { createDataConverter } from '#platform/temporal/data-converter';
import { buildApp } from './app';
import type { ApiConfig } from './deps';

const HEARTBEAT_MS = 20_000;
const LOGIN_LIMIT = { perAccount: 5, perAddress: 50, windowMs: 5 * 60_000 };
/** A read may take longer than a commit: lists are filtered by what their reader may see. */
const STATEMENT_TIMEOUT_MS = 10_000;

async function main(): Promise<void> {
  const config = loadConfig();
  const log = createLogger({ name: 'api', level: config.logLevel });
  const pool = createPool(config.database.url, {
    max: config.database.poolSize,
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
    applicationName: 'saraban-api',
    onIdleError: (error) => log.warn({ err: error.message }, 'a database connection broke'),
  });
  await assertDatabaseFit(pool);
  const files = createObjectStore(config);
  const connection = connectLazily(config.temporal);
  const temporal = createTemporalClient({ connection, config: config.temporal, dataConverter: createDataConverter(readKeyRing(config.codecKeysFile)) });
  const app = await buildApp({ pool, temporal, files, config: toApiConfig(config), log, metrics: createMetrics('api'), now: () => new Date() });

  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    app
      .close()
      .then(() => connection.close())
      .then(() => pool.end())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'could not stop in order');
          process.exit(1);
        },
      );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  const port = await listen(app, config.http);
  log.info({ port }, 'the API listens');
  tellStarter({ port });
}

/** Answers the port, which the system chooses where 0 is asked for. */
async function listen(app: FastifyInstance, { host, port }: Config['http']): Promise<number> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') tellStarter({ isPortTaken: true });
    throw error;
  }
  const address = app.addresses()[0];
  return typeof address === 'object' ? address.port : port;
}

function toApiConfig(config: Config): ApiConfig {
  const ui = join(projectRoot(), 'dist', 'admin-ui');
  // The package's own file, written by us.
  const { version } = JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as { version: string };
  return {
    version,
    isDemo: config.demo.isOn,
    demoPassword: config.demo.password,
    isHttps: config.http.publicUrl.startsWith('https:'),
    uploadMaxBytes: config.files.maxBytes,
    sessionIdleMs: config.session.idleMs,
    sessionMaxMs: config.session.maxMs,
    canMail: config.smtp !== null,
    actTimeoutMs: config.actTimeoutMs,
    uiFolder: existsSync(ui) ? ui : null,
    loginLimit: LOGIN_LIMIT,
    trustProxy: config.http.trustProxy,
    heartbeatMs: HEARTBEAT_MS,
  };
}

main().catch((error: unknown) => {
  // Before the log is there, and for what the operator must mend: words, no stack.
  process.stderr.write(`${error instanceof ConfigError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
