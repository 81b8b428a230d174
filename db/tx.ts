import type { ClientBase } from 'pg';

/** Whatever runs a statement: a client inside a transaction, or a pool for a single read. */
export type Tx = Pick<ClientBase, 'query'>;
