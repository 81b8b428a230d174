/**
 * Jest's setup for the projects whose tests ask for servers. It starts none: it opens the run in which
 * `servers.ts` starts what a test asks for. `npm test` opens one run for all projects and hands it on.
 */
import { openTestRun } from '../../infra/lib/test-run.mjs';

export default async function setUp() {
  if (process.env.SARABAN_TEST_RUN) return;
  process.env.SARABAN_TEST_RUN = await openTestRun();
  globalThis.ownSarabanTestRun = process.env.SARABAN_TEST_RUN;
}
