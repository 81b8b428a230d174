/** Channels of NOTIFY: who is to look again. A lost notification only costs time; nothing depends on it. */
export const CHANNELS = {
  /** Live hints for browsers, see `HintPayload`. */
  hints: 'saraban_hints',
  /** The outbox has something new; no payload. */
  outbox: 'saraban_outbox',
  /** A command has ended; the payload is its id. */
  commands: 'saraban_commands',
} as const;
export type Channel = (typeof CHANNELS)[keyof typeof CHANNELS];
