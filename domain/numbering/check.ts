/**
 * What a registrar looks for in a year of a book (N1–N5): faults that somebody has to explain, and lawful irregularities that are
 * listed so that they are not taken for faults.
 */
export const CHECK_FINDINGS = {
  /** Numbers between the first and the last that have no entry. */
  gap: { isFault: true },
  /** Two entries that are not cancelled print the same number. */
  duplicateNumber: { isFault: true },
  /** One letter holds two numbers of the book. */
  duplicateLetter: { isFault: true },
  /** Received twice: the same sender, number and date. */
  duplicateSource: { isFault: true },
  /** Dated before a smaller number, and neither filled in later nor written while the system was down. */
  dateOrder: { isFault: true },
  /** Dated in another year than that of the book. */
  wrongYear: { isFault: true },
  /** Reserved, cancelled or lost without a person or a reason. */
  unexplained: { isFault: true },
  /** Still reserved although its day has closed. */
  overdue: { isFault: true },
  reserved: { isFault: false },
  filled: { isFault: false },
  outage: { isFault: false },
  cancelled: { isFault: false },
  lost: { isFault: false },
  amended: { isFault: false },
} as const satisfies Record<string, { readonly isFault: boolean }>;

export type CheckFinding = keyof typeof CHECK_FINDINGS;
/** In the order in which they are shown: what has to be explained first. */
// The table has no other keys.
export const CHECK_KINDS = Object.keys(CHECK_FINDINGS) as [CheckFinding, ...CheckFinding[]];
/** Findings of one kind that are shown at most; the rest is counted. */
export const CHECK_SHOWN = 200;
