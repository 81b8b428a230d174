import type { Notification, Pool, PoolClient } from 'pg';
import type { Channel } from './channels';

/** Pause before listening again after the connection was lost. Milliseconds. */
const AGAIN_MS = 1_000;

/**
 * Calls `heard` for every notification on a channel, over a connection of its own that is renewed when it breaks. What was
 * notified meanwhile is lost, so `heard` is also called, with nothing, once after every new connection; `lost` is told why one
 * broke. Gives the function that ends it.
 */
export function listen(pool: Pool, channel: Channel, heard: (payload: string) => void, lost?: (error: unknown) => void): () => Promise<void> {
  let client: PoolClient | null = null;
  let isEnded = false;
  let timer: NodeJS.Timeout | undefined;

  const again = (error: unknown): void => {
    lost?.(error);
    client?.release(true);
    client = null;
    if (!isEnded) timer = setTimeout(() => void connect(), AGAIN_MS);
  };
  const connect = async (): Promise<void> => {
    try {
      const fresh = await pool.connect();
      if (isEnded) {
        fresh.release();
        return;
      }
      client = fresh;
      fresh.on('notification', ({ payload }: Notification) => heard(payload ?? ''));
      fresh.once('error', again);
      await fresh.query(`LISTEN ${channel}`);
      heard('');
    } catch (error) {
      again(error);
    }
  };
  const connecting = connect();
  return async () => {
    isEnded = true;
    clearTimeout(timer);
    await connecting;
    client?.release(true);
    client = null;
  };
}
