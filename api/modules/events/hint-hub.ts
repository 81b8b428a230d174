/** Who is to hear of a change: one LISTEN for the process, any number of open streams. */
import type { Pool } from 'pg';
import { CHANNELS } from '#db/channels';
import { listen } from '#db/listen';
import { hintPayloadSchema, type HintEvent, type HintPayload } from '#domain/contracts/events';
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

/**
 * Listens for hints and hands each to the streams it concerns. After a lost connection every stream is told to `resync`, since
 * hints may have been missed.
 */
export function createHintHub({ pool, log, now }: { readonly pool: Pool; readonly log: ApiLog; readonly now: () => Date }): HintHub {
  const listeners = new Set<Listener>();
  const resyncAll = (): void => {
    for (const listener of listeners) listener.send({ topic: 'resync', letterId: null, at: now().toISOString() });
  };
  const heard = (payload: string): void => {
    if (payload === '') return resyncAll();
    const hint = parseHint(payload, log);
    if (hint === null) return;
    for (const listener of listeners) {
      const concern = concerns(listener.audience(), hint);
      if (concern === 'none') continue;
      listener.send({ topic: hint.topic, letterId: concern === 'named' ? (hint.letterId ?? null) : null, at: now().toISOString() });
    }
  };
  const stopListening = listen(pool, CHANNELS.hints, heard, (error) => log.warn({ err: error }, 'live hints are not heard for a moment'));
  return {
    add: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      listeners.clear();
      await stopListening();
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

function parseHint(payload: string, log: ApiLog): HintPayload | null {
  try {
    return hintPayloadSchema.parse(JSON.parse(payload));
  } catch {
    log.warn({ length: payload.length }, 'a live hint could not be read');
    return null;
  }
}
