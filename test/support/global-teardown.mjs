/** Ends the servers of a run that `global-setup.mjs` opened; one handed on by `npm test` is ended there. */
import { closeTestRun } from '../../infra/lib/test-run.mjs';

export default async function tearDown() {
  const folder = globalThis.ownSarabanTestRun;
  if (!folder) return;
  delete globalThis.ownSarabanTestRun;
  delete process.env.SARABAN_TEST_RUN;
  await closeTestRun(folder);
}
