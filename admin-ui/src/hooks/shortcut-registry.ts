import { createContext } from 'react';

export type Shortcut = {
  /**
   * Physical keys, whatever the keyboard's language: `j`, `shift+slash`, `mod+enter` (Ctrl, on a Mac ⌘); one key after
   * another: `g>i`. Names are those of `event.code` in small letters, without "Key" and "Digit".
   */
  readonly keys: string;
  /** Text key of what it does, or the words themselves where a route's designer chose them. */
  readonly label: string;
  readonly run: () => void;
  /** Works also while the reader types in a field; only for keys that write nothing, such as `mod+enter`. */
  readonly whileTyping?: boolean;
};
export type ShortcutGroup = { readonly title: string; readonly shortcuts: readonly Shortcut[] };

/** What can be done by keyboard at this moment: each mounted page and dialog puts its own in. */
export type ShortcutRegistry = {
  put(owner: string, group: ShortcutGroup): void;
  remove(owner: string): void;
  /** Oldest first; a new array whenever something changed. */
  groups(): readonly ShortcutGroup[];
  /** Whether this is the newest shortcut on its keys: a page may take over one of the frame's. */
  isNewest(owner: string, keys: string): boolean;
  /** The key before this one began a sequence: `i` after `g` is the second half of `g>i`. */
  isAfterPrefix(now: number): boolean;
  /** Tells of every key pressed. */
  sawKey(code: string, at: number): void;
  subscribe(onChange: () => void): () => void;
};

/** Longest time between the two keys of a sequence. */
export const SEQUENCE_MS = 1_000;

export function createShortcutRegistry(): ShortcutRegistry {
  const owners = new Map<string, ShortcutGroup>();
  const listeners = new Set<() => void>();
  let shown: readonly ShortcutGroup[] = [];
  let keys: readonly { readonly code: string; readonly at: number }[] = [];
  const changed = (): void => {
    shown = [...owners.values()].filter(({ shortcuts }) => shortcuts.length > 0);
    for (const listener of listeners) listener();
  };
  const prefixes = (): readonly string[] => shown.flatMap(({ shortcuts }) => shortcuts.flatMap((each) => (each.keys.includes('>') ? [each.keys.split('>')[0] ?? ''] : [])));
  return {
    put(owner, group) {
      owners.set(owner, group);
      changed();
    },
    remove(owner) {
      owners.delete(owner);
      changed();
    },
    groups: () => shown,
    isNewest(owner, wanted) {
      const holders = [...owners].filter(([, { shortcuts }]) => shortcuts.some((each) => each.keys === wanted));
      return holders.at(-1)?.[0] === owner;
    },
    sawKey(code, at) {
      keys = [...keys.slice(-1), { code, at }];
    },
    isAfterPrefix(now) {
      const before = keys.length < 2 ? undefined : keys[0];
      return before !== undefined && now - before.at < SEQUENCE_MS && prefixes().includes(before.code.replace(/^(Key|Digit)/, '').toLowerCase());
    },
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}

export const ShortcutsContext = createContext<ShortcutRegistry>(createShortcutRegistry());
