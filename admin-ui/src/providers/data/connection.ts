import { createContext } from 'react';

/** `slow`: an answer is awaited for longer than usual; `lost`: the last call got none. */
export type ConnectionState = 'good' | 'slow' | 'lost';
export type Connection = {
  readonly state: () => ConnectionState;
  readonly subscribe: (onChange: () => void) => () => void;
  /** Tells that a call has begun; what it answers is called at the end of it. */
  readonly began: () => (outcome: 'answered' | 'unanswered' | 'given up') => void;
};

/** From when on waiting is worth a word. */
export const SLOW_MS = 8_000;

/** What is known of the line to the server, from the calls that the screens make anyway. */
export function createConnection(slowMs = SLOW_MS): Connection {
  const listeners = new Set<() => void>();
  let isLost = false;
  let waiting = 0;
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    state: () => (isLost ? 'lost' : waiting > 0 ? 'slow' : 'good'),
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    began() {
      let isSlow = false;
      const timer = setTimeout(() => {
        isSlow = true;
        waiting += 1;
        tell();
      }, slowMs);
      return (outcome) => {
        clearTimeout(timer);
        if (isSlow) waiting -= 1;
        if (outcome !== 'given up') isLost = outcome === 'unanswered';
        tell();
      };
    },
  };
}

export const ConnectionContext = createContext<Connection>(createConnection());
