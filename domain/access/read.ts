/**
 * Who may know of a letter, and who may read it (design §1.5, reference §4.3). `filter.ts` says the same in SQL; a
 * property test holds the two together.
 *
 * 1. Ordinary letters: whoever's post has a part in it, the units that work on it (registry, head), the central registry,
 *    supervisor and inspector.
 * 2. Classified letters: the reader's own clearance reaches the class, and the reader's post has a part in it or is the
 *    office's secret registrar. Never by unit, never by another role.
 * 3. Sealed items: as classified, whatever the class; the central registry sees the envelope only.
 * 4. A system administrator sees no letter at all.
 */
import { secrecyRank, type LetterKind, type Secrecy } from '../letter/vocabulary';
import type { ReadScope } from './subject';

/** A letter as access rules know it. */
export type LetterFacts = {
  readonly officeId: string;
  readonly ownerUnitId: string | null;
  readonly kind: LetterKind;
  readonly secrecy: Secrecy;
  readonly isSealed: boolean;
  /** Not yet started: nobody sees it. */
  readonly isNew: boolean;
  readonly readers: readonly { readonly postId: string; readonly why: string }[];
  readonly assignmentUnitIds: readonly string[];
  readonly tasks: readonly {
    readonly kind: string;
    readonly isOpen: boolean;
    readonly postIds: readonly string[];
    readonly personId: string | null;
    readonly doneByPersonId: string | null;
  }[];
};

export type ReadRule =
  | 'read.part' | 'read.personal' | 'read.delegated' | 'read.unit' | 'read.office' | 'read.secretRegistrar' | 'read.envelope' | 'read.none';
export type ReadDecision = { readonly allow: boolean; readonly rule: ReadRule; readonly reveal: boolean };

/** Reasons of a part in a sealed item that do not open it: whoever took the envelope in. */
export const ENVELOPE_ONLY = ['registry', 'owner'] as const;
/** A sealed item is read with at least this clearance, whatever its class turns out to be. */
export const SEALED_CLASS: Secrecy = 'confidential';

/** The class a reader must be cleared for. */
export const neededRank = ({ secrecy, isSealed }: Pick<LetterFacts, 'secrecy' | 'isSealed'>): number =>
  Math.max(secrecyRank(secrecy), isSealed ? secrecyRank(SEALED_CLASS) : 0);

/** Whether the reader may know of a letter (`allow`) and see its subject, class, text and files (`reveal`). */
export function decideRead(scope: ReadScope, letter: LetterFacts): ReadDecision {
  if (letter.isNew) return NONE;
  const rule = neededRank(letter) <= scope.clearanceRank ? needToKnow(scope, letter) : null;
  if (rule !== null) return { allow: true, rule, reveal: true };
  return letter.isSealed && scope.envelopeOfficeIds.includes(letter.officeId) ? { allow: true, rule: 'read.envelope', reveal: false } : NONE;
}

const NONE: ReadDecision = { allow: false, rule: 'read.none', reveal: false };

function needToKnow(scope: ReadScope, letter: LetterFacts): ReadRule | null {
  const envelopeOnly: readonly string[] = ENVELOPE_ONLY;
  if (letter.readers.some(({ postId, why }) => scope.postIds.includes(postId) && !(letter.isSealed && envelopeOnly.includes(why)))) return 'read.part';
  if (letter.tasks.some(({ isOpen, personId }) => isOpen && personId === scope.personId)) return 'read.personal';
  if (scope.delegated.some((each) => signsByDelegation(scope, letter, each))) return 'read.delegated';
  if (neededRank(letter) > 0) return scope.secretOfficeIds.includes(letter.officeId) ? 'read.secretRegistrar' : null;
  if (scope.officeIds.includes(letter.officeId)) return 'read.office';
  const units = [...(letter.ownerUnitId === null ? [] : [letter.ownerUnitId]), ...letter.assignmentUnitIds];
  return units.some((unitId) => scope.unitIds.includes(unitId)) ? 'read.unit' : null;
}

const signsByDelegation = (scope: ReadScope, letter: LetterFacts, { postId, kinds }: ReadScope['delegated'][number]): boolean =>
  (kinds.length === 0 || kinds.includes(letter.kind)) &&
  letter.tasks.some((task) => task.kind === 'sign' && task.postIds.includes(postId) && (task.isOpen || task.doneByPersonId === scope.personId));
