import type { Tx } from '../tx';

export type Row = { readonly [column: string]: unknown };

/** PostgreSQL takes at most 65,535 parameters in one statement. */
const MAX_PARAMETERS = 20_000;

/**
 * Inserts rows that all have the columns of the first one; rows that are there already (by any unique key) stay untouched.
 * Answers how many were new.
 */
export async function insertRows(tx: Tx, table: string, rows: readonly Row[]): Promise<number> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return 0;
  const perStatement = Math.floor(MAX_PARAMETERS / columns.length);
  let inserted = 0;
  for (let from = 0; from < rows.length; from += perStatement) {
    const batch = rows.slice(from, from + perStatement);
    const places = batch.map((_, row) => `(${columns.map((_column, column) => `$${row * columns.length + column + 1}`).join(', ')})`);
    const values = batch.flatMap((row) => columns.map((column) => row[column]));
    const { rowCount } = await tx.query(
      `insert into ${table} (${columns.map((column) => `"${column}"`).join(', ')}) values ${places.join(', ')} on conflict do nothing`,
      values,
    );
    inserted += rowCount ?? 0;
  }
  return inserted;
}
