import { PrismaPg } from '@prisma/adapter-pg';
import { Pool, types, type PoolClient } from 'pg';
import { PrismaClient } from './generated/client';

/** A commit is one short transaction: it gives up well before the local activity that carries it (2 s). Milliseconds. */
export const COMMIT_STATEMENT_TIMEOUT_MS = 1_500;

/** How long a connection may rest before it is given up. */
const IDLE_MS = 10 * 60_000;

const OLDEST_SERVER = 150_000;

export type PoolOptions = {
  /** Connections at most. */
  readonly max?: number;
  /** A statement that runs longer is cancelled. Milliseconds. */
  readonly statementTimeoutMs?: number;
  /** Shown in pg_stat_activity. */
  readonly applicationName?: string;
  /** Told when an idle connection breaks (the database was restarted); the pool heals by itself. */
  readonly onIdleError?: (error: Error) => void;
};

/**
 * A pool whose rows are plain JSON: `bigint` as number, `timestamptz` as ISO string in UTC with milliseconds,
 * `date` as 'YYYY-MM-DD'. Connects lazily.
 */
export function createPool(url: string, options: PoolOptions = {}): Pool {
  const pool = new Pool({
    connectionString: url,
    max: options.max ?? 10,
    statement_timeout: options.statementTimeoutMs ?? COMMIT_STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: 30_000,
    connectionTimeoutMillis: 5_000,
    application_name: options.applicationName ?? 'saraban',
    keepAlive: true,
    // A new connection costs as much as several commits: its process, its password, and every statement planned anew.
    idleTimeoutMillis: IDLE_MS,
    options: '-c timezone=UTC',
    types: { getTypeParser },
  });
  pool.on('error', (error) => options.onIdleError?.(error));
  return pool;
}

export type TransactionOptions = {
  /**
   * Plan each statement once per connection, without looking at its parameters: where all statements go by key, planning costs more than
   * it can save. Lists and sweeps, whose best plan depends on what is asked for, must not ask for it.
   */
  readonly plansOnce?: boolean;
};

/**
 * Runs `work` in one transaction and commits it; anything thrown rolls it back and is thrown on.
 * A connection that broke on the way is not given back to the pool.
 */
export async function withTransaction<Result>(pool: Pool, work: (tx: PoolClient) => Promise<Result>, { plansOnce = false }: TransactionOptions = {}): Promise<Result> {
  const tx = await pool.connect();
  let broken: Error | undefined;
  // A server that dies tells the connection as an event, too, which would end the process if nobody listened.
  const markBroken = (error: Error): void => {
    broken = error;
  };
  tx.on('error', markBroken);
  try {
    await tx.query(plansOnce ? 'BEGIN; SET LOCAL plan_cache_mode = force_generic_plan' : 'BEGIN');
    const result = await work(tx);
    await tx.query('COMMIT');
    return result;
  } catch (error) {
    await tx.query('ROLLBACK').catch(markBroken);
    throw error;
  } finally {
    tx.release(broken);
    // The event may come after the answer: the listener stays on a connection that goes.
    if (broken === undefined) tx.off('error', markBroken);
  }
}

/** Prisma's client on our pool, for administrative reading and writing. The pool stays the caller's to end. */
export function createPrisma(pool: Pool): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg(pool) });
}

/**
 * Throws, in words for an operator, when the database cannot serve Thai text: encoding other than UTF8, a server older than 15,
 * or ctype `C`, with which pg_trgm makes no trigrams of Thai and every search reads the whole table.
 */
export async function assertDatabaseFit(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ encoding: string; ctype: string; version: number }>(
    `SELECT pg_encoding_to_char(encoding) AS encoding, datctype AS ctype, current_setting('server_version_num')::int AS version
       FROM pg_database WHERE datname = current_database()`,
  );
  const database = rows[0];
  if (!database) throw new Error('The database does not know its own name');
  if (database.version < OLDEST_SERVER) throw new Error('PostgreSQL 15 or newer is needed');
  if (database.encoding !== 'UTF8') {
    throw new Error(`The database has encoding ${database.encoding}; Thai text needs UTF8. Make it with: createdb --encoding=UTF8 --locale=C.UTF-8 --template=template0`);
  }
  if (database.ctype === 'C' || database.ctype === 'POSIX') {
    throw new Error(
      `The database has ctype ${database.ctype}, with which Thai cannot be searched. Make it with: createdb --encoding=UTF8 --locale=C.UTF-8 --template=template0`,
    );
  }
}

type Parser = (text: string) => unknown;

const PARSERS: { readonly [oid: number]: Parser } = {
  20: Number,
  1082: (text) => text,
  1184: toIso,
  1016: arrayOf(Number),
  1182: arrayOf((text) => text),
  1185: arrayOf(toIso),
};

// pg declares the two formats as overloads; ours differ from its own only for text.
function getTypeParser(oid: number, format?: 'text' | 'binary'): Parser {
  const own = format === 'binary' ? undefined : PARSERS[oid];
  return own ?? (types.getTypeParser(oid, format as 'text') as Parser);
}

/** '2026-11-21 07:05:12.4+00' (the session is in UTC) to '2026-11-21T07:05:12.400Z'. */
function toIso(text: string): string {
  return new Date(text.replace(' ', 'T').replace(/\+00$/, 'Z')).toISOString();
}

/** Elements of these types never need quotes inside, except timestamps, which are always quoted whole. */
function arrayOf(parse: Parser): Parser {
  return (text) => (text === '{}' ? [] : text.slice(1, -1).split(',').map((element) => (element === 'NULL' ? null : parse(element.replaceAll('"', '')))));
}
