/**
 * An office as a seed describes it: codes instead of ids. `insert-offices.ts` turns codes into rows.
 */
import type { BookKind, LetterKind, Role } from '#domain/letter/vocabulary';

export type UnitSeed = {
  readonly code: string;
  readonly parent: string | null;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly shortTh: string;
  /** Printed code where it differs from the office's. */
  readonly letterCode: string | null;
};

export type PostSeed = {
  readonly code: string;
  readonly unit: string;
  readonly titleTh: string;
  readonly titleEn: string;
  readonly superior: string | null;
  readonly roles: readonly Role[];
  readonly isUnitHead?: boolean;
  /** Units (by code) that this post oversees for the head of the office. */
  readonly oversees?: readonly string[];
  /** Login of the demo account after the office's code: `ict.officer`. */
  readonly login: string;
  /** Name of the demo person: the role, never an invented name. */
  readonly personTh: string;
  readonly personEn: string;
  /** Clearance of the demo person. */
  readonly clearance?: 'confidential' | 'secret' | 'top_secret';
};

export type SuccessionSeed = { readonly post: string; readonly successors: readonly string[] };

export type BookSeed = {
  readonly code: string;
  readonly kind: BookKind;
  readonly unit?: string;
  readonly post?: string;
  readonly nameTh: string;
  readonly nameEn: string;
  /** Code of the book whose running numbers this one uses. */
  readonly sharesSeriesOf?: string;
};

export type BookRuleSeed = {
  readonly bookKind: BookKind;
  readonly letterKind?: LetterKind;
  readonly signerPost?: string;
  readonly ownerUnit?: string;
  readonly book: string;
};

export type OfficeSeed = {
  readonly code: string;
  readonly kind: 'central' | 'province';
  readonly parent: string | null;
  readonly nameTh: string;
  readonly nameEn: string;
  readonly shortTh: string;
  readonly agencyCode: string;
  readonly unitCode: string;
  readonly headTitleTh: string;
  readonly addressTh: string;
  readonly provinceIso: string | null;
  readonly isLinked: boolean;
  /** Others may begin as it is. */
  readonly isTemplate?: boolean;
  readonly pilotWave: number | null;
  readonly validFrom: string;
  readonly fallbackPost: string | null;
  readonly secretRegistrarPost: string | null;
  readonly processOwnerPost: string | null;
  readonly registryUnit: string | null;
  readonly units: readonly UnitSeed[];
  readonly posts: readonly PostSeed[];
  readonly successions: readonly SuccessionSeed[];
  readonly books: readonly BookSeed[];
  readonly bookRules: readonly BookRuleSeed[];
};

/** First day for which the reference data of this installation speaks: the cabinet's resolution on province groups. */
export const RECORDS_BEGIN = '2008-01-15';
