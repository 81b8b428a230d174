/**
 * The workflow bundle: built once (`npm run build:bundle`), so that a worker starts without a bundler and every worker of a
 * build runs the same code. Its hash is the build id of the worker deployment.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bundleWorkflowCode, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { projectRoot } from '#platform/project-root';
import { FAILURE_CONVERTER_PATH } from '#platform/temporal/data-converter';

/** Where the built bundle lies. */
export const bundlePath = (): string => join(projectRoot(), 'dist', 'worker', 'workflow-bundle.js');

/** Bundles `workflows/index`. Takes a few seconds. */
export async function buildBundle(): Promise<WorkflowBundleWithSourceMap> {
  return bundleWorkflowCode({
    workflowsPath: join(projectRoot(), 'workflows', 'index.ts'),
    failureConverterPath: FAILURE_CONVERTER_PATH,
    logger: { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error() {} },
  });
}

/** Builds the bundle and writes it; whoever reads it sees a whole file. */
export async function writeBundle(path = bundlePath()): Promise<string> {
  const { code } = await buildBundle();
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, code);
  renameSync(unfinished, path);
  return path;
}

/** The built bundle; run from the sources, where a built one may be of yesterday, one built now. */
export async function loadBundle(): Promise<{ readonly code: string; readonly buildId: string }> {
  const isBuilt = !__filename.endsWith('.ts') && existsSync(bundlePath());
  const code = isBuilt ? readFileSync(bundlePath(), 'utf8') : (await buildBundle()).code;
  return { code, buildId: createHash('sha256').update(code).digest('hex').slice(0, 16) };
}
