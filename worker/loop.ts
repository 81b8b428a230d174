import type { PartLog } from './part';

/** Pause after a round that failed, so that a database that is away is not asked in a storm. Milliseconds. */
const AFTER_FAILURE_MS = 1_000;

/**
 * Runs `round` again and again. It says after how many milliseconds the next one is due; `wake` brings that forward, also
 * while a round runs. A round that throws is logged and followed by another.
 */
export function createLoop(round: () => Promise<number>, log: PartLog): { readonly wake: () => void; stop(): Promise<void> } {
  let isStopped = false;
  let isWoken = false;
  let rouse: (() => void) | null = null;
  const rest = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      if (isWoken || isStopped || ms <= 0) {
        resolve();
        return;
      }
      const timer = setTimeout(resolve, ms);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async (): Promise<void> => {
    while (!isStopped) {
      isWoken = false;
      const pause = await round().catch((error: unknown) => {
        if (!isStopped) log.warn({ err: error }, 'a round failed; another follows');
        return -1;
      });
      if (pause < 0) isWoken = false;
      await rest(pause < 0 ? AFTER_FAILURE_MS : pause);
      rouse = null;
    }
  };
  const running = run();
  const wake = (): void => {
    isWoken = true;
    rouse?.();
  };
  return {
    wake,
    async stop() {
      isStopped = true;
      rouse?.();
      await running;
    },
  };
}
