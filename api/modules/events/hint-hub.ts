/** Who is to hear of a change: one LISTEN for the process, any number of open streams. */
import type { Client, Notification, Pool } from 'pg';
import { HINT_CHANNEL, hintPayloadSchema, type HintEvent, type HintPayload } from '#domain/contracts/events';
import type { ApiLog } from '../../deps';

/** Posts and person that a stream stands for, as they are at the moment of the hint. */
export type Audience = { readonly personId: string; readonly postIds: ReadonlySet<string> };
export type Listener = {
  /** Asked anew for every hint that may concern it; null once the reader is gone. */
  readonly audience: () => Audience | null;
  readonly send: (event: HintEvent) => void;
};
export type HintHub = {
  readonly add: (listener: Listener) => () => void;
  readonly close: () => Promise<void>;
};

/** Pause before listening again after the connection was lost, in milliseconds. */
const RECONNECT_MS = 1_000;

/**
 * Listens on {@link HINT_CHANNEL} over a connection of its own and hands each hint to the streams it concerns. After a lost
 * connection every stream is told to `resync`, since hints may have been missed.
 */
export function createHintHub({ pool, log, now }: { readonly pool: Pool; readonly log: ApiLog; readonly now: () => Date }): HintHub {
  const listeners = new Set<Listener>();
  let client: (Client & { release(destroy?: boolean): void }) | null = null;
  let isClosed = false;
  let retry: NodeJS.Timeout | undefined;

  const resyncAll = (): void => {
    for (const listener of listeners) listener.send({ topic: 'resync', letterId: null, at: now().toISOString() });
  };

  const onNotification = ({ payload }: Notification): void => {
    const hint = parseHint(payload, log);
    if (hint === null) return;
    for (const listener of listeners) {
      const concern = concerns(listener.audience(), hint);
      if (concern === 'none') continue;
      listener.send({ topic: hint.topic, letterId: concern === 'named' ? (hint.letterId ?? null) : null, at: now().toISOString() });
    }
  };

  const lost = (error: Error): void => {
    if (client === null) return;
    client.release(true);
    client = null;
    if (isClosed) return;
    log.warn({ err: error.message }, 'lost the connection for live hints');
    retry = setTimeout(() => void listen(true), RECONNECT_MS);
  };

  const listen = async (isAgain: boolean): Promise<void> => {
    if (isClosed) return;
    try {
      // A pooled client is a Client with `release`.
      const fresh = (await pool.connect()) as unknown as Client & { release(destroy?: boolean): void };
      client = fresh;
      fresh.on('notification', onNotification);
      fresh.on('error', lost);
      fresh.on('end', () => lost(new Error('connection ended')));
      await fresh.query(`listen ${HINT_CHANNEL}`);
      if (isClosed) fresh.release(true);
      else if (isAgain) resyncAll();
    } catch (error) {
      log.warn({ err: error instanceof Error ? error.message : 'unknown' }, 'live hints cannot be listened to; trying again');
      client?.release(true);
      client = null;
      retry = setTimeout(() => void listen(true), RECONNECT_MS);
    }
  };
  void listen(false);

  return {
    add: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      isClosed = true;
      clearTimeout(retry);
      listeners.clear();
      client?.release(true);
      client = null;
    },
  };
}

/** `named`: the reader or one of the posts is named; `all`: the hint names nobody and says no more than its topic. */
export function concerns(audience: Audience | null, hint: HintPayload): 'named' | 'all' | 'none' {
  if (audience === null) return 'none';
  const isNamed = (hint.personIds?.includes(audience.personId) ?? false) || (hint.postIds?.some((id) => audience.postIds.has(id)) ?? false);
  if (isNamed) return 'named';
  return hint.postIds === undefined && hint.personIds === undefined ? 'all' : 'none';
}

function parseHint(payload: string | undefined, log: ApiLog): HintPayload | null {
  try {
    return hintPayloadSchema.parse(JSON.parse(payload ?? ''));
  } catch {
    log.warn({ length: payload?.length ?? 0 }, 'a live hint could not be read');
    return null;
  }
}
