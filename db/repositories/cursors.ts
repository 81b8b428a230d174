/** Keyset paging: a cursor is the sort key of the last row, opaque to the caller. */

/** The sort key of a row as text to hand out. */
export const toCursor = (key: readonly (string | number | null)[]): string => Buffer.from(JSON.stringify(key), 'utf8').toString('base64url');

/** The sort key in a cursor; null where the text is none of ours. */
export function fromCursor(cursor: string, length: number): readonly (string | number | null)[] | null {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const isKey = Array.isArray(key) && key.length === length && key.every((part) => part === null || typeof part === 'string' || typeof part === 'number');
    return isKey ? key : null;
  } catch {
    return null;
  }
}

/** A page of rows fetched with one more than `limit`. */
export function toPage<Row>(rows: readonly Row[], limit: number, keyOf: (row: Row) => readonly (string | number | null)[]): { readonly items: Row[]; readonly nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? toCursor(keyOf(last)) : null };
}

/** A text to look for with ILIKE: its own wildcards count as letters. */
export const likePattern = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
