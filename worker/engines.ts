import { ENGINES } from '#domain/route/engine';

/**
 * A build whose engine lacks a version that open letters carry would let them stand still: it does not begin.
 * @throws Error that names the versions and what to do
 */
export function assertEngines(inUse: readonly number[]): void {
  const missing = inUse.filter((version) => !Object.hasOwn(ENGINES, version));
  if (missing.length === 0) return;
  throw new Error(
    `Open letters carry version ${missing.join(', ')} of the engine, and this build has only ${Object.keys(ENGINES).join(', ')}. ` +
      'Run the build that wrote them, or a newer one; a version may be dropped only once no open letter carries it.',
  );
}
