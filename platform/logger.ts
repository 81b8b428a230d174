import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';

export type { Logger } from 'pino';

const HIDDEN = '[hidden]';
const DEPTH = 6;

/**
 * Names of fields that never reach the log, at any depth: what letters say, what people write, what opens doors.
 * Compared without case, hyphens and underscores.
 */
const HIDDEN_FIELDS = new Set(
  [
    ...['subject', 'body', 'content', 'text', 'note', 'reason', 'comment', 'fromText', 'toText', 'enclosureList', 'theirNo', 'fileName'],
    ...['password', 'passwordHash', 'token', 'csrfToken', 'secret', 'secretKey', 'accessKey', 'key', 'keys', 'cookie', 'setCookie', 'authorization'],
    ...['databaseUrl', 'connectionString', 'email', 'phone', 'citizenId'],
    // PostgreSQL repeats the row in these fields of its errors.
    ...['detail', 'where', 'parameters', 'values', 'internalQuery'],
  ].map(normalise),
);

/** A JSON logger for one part (`api`, `worker`). Fields of letters' contents, notes and secrets are replaced wherever they stand. */
export function createLogger({ name, level, destination }: { name: string; level: string; destination?: DestinationStream }): Logger {
  const options = {
    name,
    level,
    base: { part: name, pid: process.pid },
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }), log: (fields: object) => hideFields(fields) as Record<string, unknown> },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

function hideFields(value: unknown, depth = 0): unknown {
  if (value instanceof Error) return toLoggedError(value, depth);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return value.toISOString();
  if (depth >= DEPTH || Buffer.isBuffer(value)) return HIDDEN;
  if (Array.isArray(value)) return value.map((element) => hideFields(element, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, isHidden(name, inner) ? HIDDEN : hideFields(inner, depth + 1)]));
}

/** `reason` and the like as codes of ours (`reason: 'TIMEOUT'`) would be useful, but nothing tells them from what a person wrote. */
function isHidden(name: string, value: unknown): boolean {
  return value !== null && value !== undefined && HIDDEN_FIELDS.has(normalise(name));
}

function toLoggedError(error: Error, depth: number): object {
  const own = Object.fromEntries(Object.entries(error).filter(([name]) => name !== 'message' && name !== 'stack' && name !== 'cause'));
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    ...(hideFields(own, depth + 1) as object),
    ...(error.cause === undefined ? {} : { cause: hideFields(error.cause, depth + 1) }),
  };
}

function normalise(name: string): string {
  return name.toLowerCase().replaceAll(/[-_]/g, '');
}
