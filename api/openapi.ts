import { Client, Connection } from '@temporalio/client';
import { createPool } from '#db/client';
import { createMetrics } from '#platform/metrics';
import { createDiskStore } from '#platform/object-store/disk';
import { buildApp } from './app';

/** The OpenAPI document of the API as JSON text, made without any server. */
export async function openApiJson(): Promise<string> {
  const silent = (): void => undefined;
  const pool = createPool('postgres://nowhere.invalid/none');
  const connection = Connection.lazy();
  const app = await buildApp({
    pool,
    temporal: new Client({ connection }),
    files: createDiskStore('unused'),
    metrics: createMetrics('openapi'),
    log: { info: silent, warn: silent, error: silent },
    now: () => new Date(0),
    config: {
      version: '1', isDemo: false, demoPassword: '', isHttps: true, uploadMaxBytes: 1, sessionIdleMs: 1, sessionMaxMs: 1, actTimeoutMs: 1, canMail: false, uiFolder: null,
      loginLimit: { perAccount: 1, perAddress: 1, windowMs: 1 }, trustProxy: false, heartbeatMs: 1000,
    },
  });
  try {
    await app.ready();
    return `${JSON.stringify(app.swagger(), null, 1)}\n`;
  } finally {
    await app.close();
    await pool.end();
    await connection.close();
  }
}
