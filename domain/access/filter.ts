/**
 * The rules of `read.ts` as SQL, for the WHERE clause of every list and read of letters.
 */
import { SECRECIES } from '../letter/vocabulary';
import { ENVELOPE_ONLY, SEALED_CLASS } from './read';
import { readScope, type Subject } from './subject';

export type LetterFilter = {
  /** True where the reader may know of the letter. */
  readonly sql: string;
  /** True where subject, class, text and files may be shown. */
  readonly reveal: string;
  readonly params: readonly unknown[];
};

/**
 * The clearance half of the filter, for lists of letters in which the reader has an open task: having it is the need to know.
 */
export function compileClearance(subject: Subject, { alias = 'l', firstParam = 1 }: { readonly alias?: string; readonly firstParam?: number } = {}): LetterFilter {
  const scope = readScope(subject);
  const classes = `$${firstParam}::text[]`;
  const offices = `$${firstParam + 1}::uuid[]`;
  const reveal = isClearedSql(alias, classes);
  return {
    sql: `(${alias}.status <> 'new' AND (${reveal} OR (${alias}.is_sealed AND ${alias}.office_id = ANY(${offices}))))`,
    reveal,
    params: [clearedClasses(scope.clearanceRank), scope.envelopeOfficeIds],
  };
}

const clearedClasses = (rank: number): readonly string[] => SECRECIES.slice(0, rank + 1);
const isClearedSql = (alias: string, classes: string): string =>
  `(${alias}.secrecy = ANY(${classes}) AND (NOT ${alias}.is_sealed OR '${SEALED_CLASS}' = ANY(${classes})))`;

/**
 * Compiles the filter over table `letter` under `alias`. Its parameters are `$firstParam` and following; values are
 * always parameters, never part of the text.
 */
export function compileFilter(subject: Subject, { alias = 'l', firstParam = 1 }: { readonly alias?: string; readonly firstParam?: number } = {}): LetterFilter {
  const scope = readScope(subject);
  const params: unknown[] = [];
  const param = (value: unknown, type: string): string => {
    params.push(value);
    return `$${firstParam + params.length - 1}::${type}`;
  };
  const l = alias;
  const isCleared = isClearedSql(l, param(clearedClasses(scope.clearanceRank), 'text[]'));
  const isOrdinary = `(${l}.secrecy = 'none' AND NOT ${l}.is_sealed)`;
  const posts = param(scope.postIds, 'uuid[]');
  const units = param(scope.unitIds, 'uuid[]');
  const person = param(scope.personId, 'uuid');
  const envelopeOnly = ENVELOPE_ONLY.map((why) => `'${why}'`).join(', ');

  // Two plain conditions instead of one that looks back at the letter: the planner may then hash either.
  const reads = (condition: string): string => `EXISTS (SELECT 1 FROM letter_reader r WHERE r.letter_id = ${l}.id AND r.post_id = ANY(${posts})${condition})`;
  const part = `((NOT ${l}.is_sealed AND ${reads('')}) OR (${l}.is_sealed AND ${reads(` AND r.why NOT IN (${envelopeOnly})`)}))`;
  const personal = `EXISTS (SELECT 1 FROM task p WHERE p.letter_id = ${l}.id AND p.status = 'open' AND p.person_id = ${person})`;
  const delegated = scope.delegated.map(
    ({ postId, kinds }) =>
      `(${kinds.length === 0 ? '' : `${l}.kind = ANY(${param(kinds, 'text[]')}) AND `}EXISTS (SELECT 1 FROM task d WHERE d.letter_id = ${l}.id AND d.kind = 'sign' AND ${param(postId, 'uuid')} = ANY(d.post_ids) AND (d.status = 'open' OR d.done_by_person_id = ${person})))`,
  );
  const whole = `(${isOrdinary} AND (${l}.office_id = ANY(${param(scope.officeIds, 'uuid[]')}) OR ${l}.owner_unit_id = ANY(${units}) OR EXISTS (SELECT 1 FROM assignment a WHERE a.letter_id = ${l}.id AND a.unit_id = ANY(${units}))))`;
  const secret = `(NOT ${isOrdinary} AND ${l}.office_id = ANY(${param(scope.secretOfficeIds, 'uuid[]')}))`;

  const reveal = `(${isCleared} AND (${[whole, part, personal, ...delegated, secret].join(' OR ')}))`;
  const envelope = `(${l}.is_sealed AND ${l}.office_id = ANY(${param(scope.envelopeOfficeIds, 'uuid[]')}))`;
  return { sql: `(${l}.status <> 'new' AND (${reveal} OR ${envelope}))`, reveal, params };
}
