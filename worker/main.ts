/** The worker process. Ends with 0 after SIGINT or SIGTERM, with 1 when it cannot go on. */
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { assertDatabaseFit, createPool } from '#db/client';
import { listEnginesInUse, oldestPendingSeconds, oldestUnsentSeconds } from '#db/repositories/dispatch';
import { readAuditKey } from '#platform/audit-key';
import { loadConfig, type Config } from '#platform/config';
import { createLogger, type Logger } from '#platform/logger';
import { createMailer } from '#platform/mailer';
import { createMetrics, type Metrics } from '#platform/metrics';
import { createObjectStore } from '#platform/object-store/create';
import { tellStarter } from '#platform/starter';
import { readKeyRing } from '#platform/temporal/codec';
import { connectLazily, createTemporalClient, toTls } from '#platform/temporal/connection';
import { createDataConverter } from '#platform/temporal/data-converter';
import { assertEngines } from './engines';
import { mailFolderIn, runWorker } from './run-worker';

const AGAIN_MS = 500;

async function main(): Promise<void> {
  const config = loadConfig();
  const log = createLogger({ name: 'worker', level: config.logLevel });
  Runtime.install({ logger: new DefaultLogger('WARN', ({ level, message }) => log.warn({ source: 'temporal', level }, message)) });
  const metrics = createMetrics('worker');
  const pool = createPool(config.database.url, {
    max: config.database.poolSize, applicationName: 'saraban-worker', onIdleError: (error) => log.warn({ err: error }, 'a database connection broke'),
  });
  const dataConverter = createDataConverter(readKeyRing(config.codecKeysFile));
  const connection = connectLazily(config.temporal);
  const client = createTemporalClient({ connection, config: config.temporal, dataConverter });
  let isEnding = false;
  const ending = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        isEnding = true;
        resolve();
      });
    }
  });
  await patiently(() => assertDatabaseFit(pool), { log, what: 'the database', isEnding: () => isEnding });
  assertEngines((await patiently(() => listEnginesInUse(pool), { log, what: 'the database', isEnding: () => isEnding })) ?? []);
  const tls = toTls(config.temporal);
  const native = await patiently(() => NativeConnection.connect({ address: config.temporal.address, ...(tls === undefined ? {} : { tls }) }), {
    log, what: 'the Temporal server', isEnding: () => isEnding,
  });
  if (native === null) return;
  const worker = await runWorker({
    pool, files: createObjectStore(config), native, connection, client, namespace: config.temporal.namespace, dataConverter,
    poolSize: config.database.poolSize, mailFolder: mailFolderIn(config.dataDir), log,
    mail: config.smtp === null ? null : { mailer: createMailer(config.smtp), publicUrl: config.http.publicUrl },
    auditKey: existsSync(config.auditKeyFile) ? readAuditKey(config.auditKeyFile) : null,
    onCommit: (answer, seconds) => metrics.commits.observe({ answer }, seconds),
    onEffect: (kind, result) => metrics.effects.inc({ kind, result }),
  });
  metrics.watch('saraban_oldest_pending_command_seconds', 'Age of the oldest command without an outcome', () => oldestPendingSeconds(pool));
  metrics.watch('saraban_oldest_unsent_effect_seconds', 'Age of the oldest outbox row', () => oldestUnsentSeconds(pool));
  const server = await serveMetrics(config, metrics);
  await Promise.race([worker.ready, ending]);
  log.info({}, 'worker ready');
  tellStarter({ isReady: true });
  try {
    await Promise.race([ending, worker.failed]);
  } finally {
    log.info({}, 'worker draining');
    await worker.stop();
    server?.close();
    await native.close();
    await connection.close();
    await pool.end();
  }
}

/** Tries until it works: whatever this process needs may still be starting. Null where the process is to end. */
async function patiently<T>(work: () => Promise<T>, { log, what, isEnding }: { readonly log: Logger; readonly what: string; readonly isEnding: () => boolean }): Promise<T | null> {
  for (let attempt = 1; !isEnding(); attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt % 10 === 1) log.warn({ err: error }, `${what} does not answer yet`);
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
  return null;
}

async function serveMetrics({ workerMetricsPort: port, http }: Config, { registry }: Metrics): Promise<Server | null> {
  if (port === 0) return null;
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(port, http.host, resolve));
  return server;
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (process.env['DEBUG'] ? error.stack : error.message) : String(error)}\n`);
    process.exit(1);
  },
);
