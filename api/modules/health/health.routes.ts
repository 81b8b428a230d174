import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { endpoints } from '#domain/contracts/endpoints';
import type { readySchema } from '#domain/contracts/health';
import { findOldestPending, ping } from '#db/repositories/health';
import type { ApiDeps } from '../../deps';
import { mount } from '../../plugins/mount';

/** A part that has not answered by then counts as away. */
const PROBE_MS = 2_000;

export function registerHealth(app: FastifyInstance, deps: ApiDeps): void {
  const { config, metrics, pool } = deps;
  metrics.watch('saraban_oldest_pending_command_seconds', 'Age of the oldest act that is not yet applied', async () => (await findOldestPending(pool)) ?? 0);

  mount(app, endpoints.live, async () => ({ status: 'ok' as const, version: config.version }));

  mount(app, endpoints.ready, async ({ reply }) => {
    const answer = await readiness(deps);
    if (answer.status === 'down') reply.code(503).serializer((payload: unknown) => JSON.stringify(payload));
    return answer;
  });
}

/** Without the database nothing can be served; without Temporal acts are accepted and applied later. */
async function readiness({ pool, temporal, files }: ApiDeps): Promise<z.infer<typeof readySchema>> {
  const [database, temporalAnswers, filesAnswer] = await Promise.all([
    answers(() => ping(pool)),
    answers(() => temporal.withDeadline(Date.now() + PROBE_MS, () => temporal.connection.workflowService.getSystemInfo({}))),
    answers(() => files.check()),
  ]);
  const parts = { database, temporal: temporalAnswers, files: filesAnswer };
  return { status: !database ? 'down' : temporalAnswers && filesAnswer ? 'ok' : 'degraded', parts };
}

async function answers(probe: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PROBE_MS);
  });
  try {
    return await Promise.race([probe().then(() => true), tooLate]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
