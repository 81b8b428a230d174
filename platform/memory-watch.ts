/** Bounds on what a thread may take. V8's own limits do not count what is unpacked into buffers, which is what a bomb fills. */

const EVERY_MS = 50;
const MB = 1024 * 1024;

/**
 * Calls `onOver` once when this process has grown by more than so many megabytes. To be stopped when the work is done.
 *
 * @returns stops watching
 */
export function watchMemory(growthMb: number, onOver: () => void): () => void {
  const most = process.memoryUsage.rss() + growthMb * MB;
  const timer = setInterval(() => {
    if (process.memoryUsage.rss() <= most) return;
    clearInterval(timer);
    onOver();
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
