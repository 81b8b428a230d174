import type { HintEvent } from '#domain/contracts/events';
import { API_PREFIX } from '../data/routes';

const CHANNEL = 'saraban-live';
const TOPICS = ['resync', 'inbox', 'letter', 'notice', 'people', 'command'] as const;

/**
 * One stream of hints per browser: browsers allow six connections to a server, and every open tab would take one. The
 * tab that gets the lock listens and tells the others; when it closes, the next one takes over. Without locks each tab
 * listens for itself.
 *
 * @returns a function that ends listening
 */
export function listenForHints(onHint: (hint: HintEvent) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  const ending = new AbortController();
  let source: EventSource | undefined;
  let release: (() => void) | undefined;

  const onMessage = (event: MessageEvent<HintEvent>): void => onHint(event.data);
  channel.addEventListener('message', onMessage);

  const open = (): void => {
    if (ending.signal.aborted) return;
    source = new EventSource(`${API_PREFIX}/events`);
    for (const topic of TOPICS) {
      source.addEventListener(topic, (event: MessageEvent<string>) => {
        // A hint may still be on its way when listening has ended.
        if (ending.signal.aborted) return;
        const hint = parseHint(event.data, topic);
        onHint(hint);
        channel.postMessage(hint);
      });
    }
  };

  if (typeof navigator.locks === 'undefined') open();
  else {
    navigator.locks
      .request(CHANNEL, { signal: ending.signal }, () => {
        open();
        return new Promise<void>((resolve) => {
          release = resolve;
        });
      })
      // Ended while still waiting for the lock.
      .catch(() => undefined);
  }

  return () => {
    ending.abort();
    source?.close();
    release?.();
    channel.removeEventListener('message', onMessage);
    channel.close();
  };
}

function parseHint(data: string, topic: HintEvent['topic']): HintEvent {
  try {
    const value: unknown = JSON.parse(data);
    const letterId = typeof value === 'object' && value !== null && 'letterId' in value ? value.letterId : null;
    return { topic, letterId: typeof letterId === 'string' ? letterId : null, at: '' };
  } catch {
    return { topic, letterId: null, at: '' };
  }
}
