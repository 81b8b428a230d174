/**
 * One text for one value: JSON with the keys of every object in code-unit order and without `undefined`, so that a state
 * that went through PostgreSQL or another engine gives the same text, hash and digest.
 */

// Looked up once: in a sandboxed context (workflow, tests) every use of a global is slow.
const { stringify } = JSON;
const { isArray } = Array;
const { keys } = Object;
const { isFinite } = Number;

/** Throws TypeError for what JSON cannot hold (functions, NaN, bigint): such a value is a bug, not data. */
export function canonicalJson(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'string' || typeof value === 'boolean') return stringify(value);
  if (typeof value === 'number') {
    if (!isFinite(value)) throw new TypeError('not a JSON number');
    return stringify(value);
  }
  if (isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value === 'object') {
    const parts: string[] = [];
    for (const key of keys(value).sort()) {
      // `key` is one of the object's own keys.
      const item = (value as { readonly [key: string]: unknown })[key];
      if (item !== undefined) parts.push(`${stringify(key)}:${canonicalJson(item)}`);
    }
    return `{${parts.join(',')}}`;
  }
  throw new TypeError(`not a JSON value: ${typeof value}`);
}
