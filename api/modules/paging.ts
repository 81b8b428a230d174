import { fromCursor } from '#db/repositories/cursors';
import type { Locale } from '../messages';
import { invalidField } from '../plugins/problems';

/** Kinds of the parts of a sort key; `end` is an instant or never. */
export type KeyKind = 'number' | 'instant' | 'end' | 'id' | 'text';

/** Largest `int` of the database. */
const INT_MAX = 2_147_483_647;

const isInstant = (value: string | number | null): boolean =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) && !Number.isNaN(Date.parse(value));

const FITS: { readonly [K in KeyKind]: (value: string | number | null) => boolean } = {
  number: (value) => Number.isInteger(value) && Math.abs(Number(value)) <= INT_MAX,
  instant: isInstant,
  end: (value) => value === 'infinity' || isInstant(value),
  id: (value) => typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  text: (value) => typeof value === 'string' && !value.includes('\0'),
};

/**
 * The sort key after which a page starts, every part held against its kind: a cursor comes from outside.
 * @throws DomainError VALIDATION_FAILED for a cursor that is none of ours
 */
export function keyAfter(cursor: string | undefined, kinds: readonly KeyKind[], locale: Locale): readonly (string | number)[] | null {
  if (cursor === undefined) return null;
  const key = fromCursor(cursor, kinds.length);
  if (key === null || !kinds.every((kind, index) => FITS[kind](key[index] ?? null))) throw invalidField('query.cursor', locale);
  // Each part has been held against its kind, all of which are texts or numbers.
  return key as readonly (string | number)[];
}
