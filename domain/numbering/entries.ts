/**
 * Entries of a number book and what may become of them: issued, reserved, cancelled (rules N1–N5). An entry is never
 * removed and its number never used again.
 */
import { DomainError } from '../errors';
import { addDays, bangkokDate, yearBe, type CivilDate, type Instant } from '../thai/dates';
import { allocate, type Counter } from './allocate';

/** `record_lost`: issued, but what it was is not known; entered after a restore when the registrar confirms the last number. */
export type EntryStatus = 'issued' | 'reserved' | 'cancelled' | 'record_lost';

/** Who did something to an entry, when and why. */
export type EntryAct = { readonly actorId: string; readonly reason: string; readonly at: Instant };

export type BookEntry = {
  readonly no: number;
  readonly yearBe: number;
  readonly date: CivilDate;
  readonly status: EntryStatus;
  /** Whose entry it is; null while reserved, and where the record was lost. */
  readonly letterId: string | null;
  /** Taken by whom and why; an ordinary issue needs no words. */
  readonly taken: EntryAct;
  /** Written on paper while the system was down: its date is that of the day, whatever stands beside it. */
  readonly isOutage: boolean;
  /** Reserved until the end of this day (N4); null when it never was reserved. */
  readonly reservedUntil: CivilDate | null;
  /** A reserved number that was used: by whom, and who agreed where it was dated back (N5). */
  readonly filled: (EntryAct & { readonly approvedById: string | null }) | null;
  readonly cancelled: EntryAct | null;
};

/** Largest block that is reserved at once. */
export const MAX_RESERVED = 100;
/** Most numbers that can be entered as lost at once: a slip of the keyboard is refused. */
export const MAX_LOST = 10_000;

/**
 * Cancels a number (ยกเลิกเลข, N3): the row stays, with who, when and why.
 * @throws NUMBER_ALREADY_CANCELLED, REASON_REQUIRED; VALIDATION_FAILED without an actor.
 */
export function cancelEntry(entry: BookEntry, act: EntryAct): BookEntry {
  if (entry.status === 'cancelled') throw new DomainError('NUMBER_ALREADY_CANCELLED', { no: entry.no, yearBe: entry.yearBe });
  return { ...entry, status: 'cancelled', cancelled: checkedAct(act) };
}

/**
 * Reserves the next numbers (จองเลข, N4) for a purpose, dated as if issued now. They stay open until the end of `until`, by
 * default of the same day.
 * @throws REASON_REQUIRED; BOOK_YEAR_CLOSED for another year than the one that is running; RESERVED_UNTIL_INVALID for an end before the
 * date or in another year; VALIDATION_FAILED for an amount out of bounds or without an actor.
 */
export function reserveNumbers(
  args: { readonly counter: Counter | null; readonly yearBe: number; readonly count: number; readonly until?: CivilDate; readonly act: EntryAct },
): { readonly entries: readonly BookEntry[]; readonly counter: Counter } {
  const act = checkedAct(args.act);
  const isCount = Number.isInteger(args.count) && args.count >= 1 && args.count <= MAX_RESERVED;
  if (!isCount) throw new DomainError('VALIDATION_FAILED', { field: 'count', min: 1, max: MAX_RESERVED });
  const first = allocate(args.counter, act.at);
  if (args.yearBe !== first.yearBe) throw new DomainError('BOOK_YEAR_CLOSED', { yearBe: args.yearBe, current: first.yearBe });
  const until = args.until ?? first.date;
  if (until < first.date || yearBe(until) !== first.yearBe) throw new DomainError('RESERVED_UNTIL_INVALID', { field: 'until', earliest: first.date });
  const entries = Array.from({ length: args.count }, (_, offset) =>
    entryOf({ no: first.no + offset, yearBe: first.yearBe, date: first.date, status: 'reserved', letterId: null, taken: act, reservedUntil: until }),
  );
  return { entries, counter: { ...first.counter, lastNo: first.no + args.count - 1 } };
}

/**
 * Uses a reserved number for a letter; number and date are the reserved ones. On the day itself the reservation is reason
 * enough. On a later day, while it is still open, this is dating back: it needs a written reason and a second person (N5).
 * @throws NUMBER_NOT_RESERVED when it is not, or no longer, reserved; REASON_REQUIRED, SECOND_PERSON_REQUIRED when dating back;
 * VALIDATION_FAILED without an actor.
 */
export function fillReserved(entry: BookEntry, args: { readonly letterId: string; readonly act: EntryAct; readonly approvedById?: string | null }): BookEntry {
  const { letterId, act, approvedById = null } = args;
  const today = bangkokDate(act.at);
  if (entry.status !== 'reserved' || isClosed(entry, today)) throw new DomainError('NUMBER_NOT_RESERVED', { no: entry.no, yearBe: entry.yearBe, until: entry.reservedUntil });
  const isDatedBack = today > entry.date;
  if (isDatedBack) {
    checkedAct(act);
    if (approvedById === null || approvedById === '' || approvedById === act.actorId) throw new DomainError('SECOND_PERSON_REQUIRED', { no: entry.no });
  }
  assertActor(act);
  return { ...entry, status: 'issued', letterId, filled: { ...act, approvedById } };
}

/**
 * Keys in a number that was written on paper from an outage sheet. It was used when it was used: its date is that day, and may be
 * later than those of the numbers after it.
 * @throws NUMBER_NOT_RESERVED; USED_AT_OUTSIDE for a moment before the sheet was made, after now, or in another year;
 * VALIDATION_FAILED without an actor.
 */
export function fillOutage(entry: BookEntry, { letterId, act, usedAt }: { readonly letterId: string; readonly act: EntryAct; readonly usedAt: Instant }): BookEntry {
  if (entry.status !== 'reserved') throw new DomainError('NUMBER_NOT_RESERVED', { no: entry.no, yearBe: entry.yearBe, until: entry.reservedUntil });
  const date = bangkokDate(usedAt);
  const isInside = Date.parse(usedAt) >= Date.parse(entry.taken.at) && Date.parse(usedAt) <= Date.parse(act.at) && yearBe(date) === entry.yearBe;
  if (!isInside) throw new DomainError('USED_AT_OUTSIDE', { field: 'usedAt', from: entry.taken.at });
  assertActor(act);
  return { ...entry, status: 'issued', date, isOutage: true, letterId, filled: { ...act, approvedById: null } };
}

/**
 * Cancels numbers of a block that were not used (N4): those asked for, or all that are left.
 * @throws NUMBER_NOT_RESERVED where one of them was used or cancelled, or none is left; REASON_REQUIRED; VALIDATION_FAILED without an actor.
 */
export function cancelUnused(entries: readonly BookEntry[], { numbers, act }: { readonly numbers: readonly number[] | null; readonly act: EntryAct }): readonly BookEntry[] {
  const asked = numbers === null ? entries.filter(({ status }) => status === 'reserved') : numbers.map((no) => entries.find((entry) => entry.no === no && entry.status === 'reserved'));
  const chosen = asked.filter((entry) => entry !== undefined);
  if (chosen.length === 0 || chosen.length < asked.length) throw new DomainError('NUMBER_NOT_RESERVED', { no: numbers?.find((_no, index) => asked[index] === undefined) ?? null });
  return chosen.map((entry) => cancelEntry(entry, act));
}

/**
 * Enters the numbers up to the one that the registrar confirms as really used last, where records were lost with a restore.
 * Nothing is entered when the book already stands there.
 * @throws REASON_REQUIRED; VALIDATION_FAILED where the confirmed number is below what the book has, too far above, or without an actor.
 */
export function enterLostRecords(
  args: { readonly counter: Counter | null; readonly confirmedLastNo: number; readonly act: EntryAct },
): { readonly entries: readonly BookEntry[]; readonly counter: Counter | null } {
  const act = checkedAct(args.act);
  const next = allocate(args.counter, act.at);
  const count = args.confirmedLastNo - (next.no - 1);
  if (!Number.isInteger(count) || count < 0 || count > MAX_LOST) throw new DomainError('VALIDATION_FAILED', { field: 'confirmedLastNo', min: next.no - 1, max: next.no - 1 + MAX_LOST });
  if (count === 0) return { entries: [], counter: args.counter };
  const entries = Array.from({ length: count }, (_, offset) =>
    entryOf({ no: next.no + offset, yearBe: next.yearBe, date: next.date, status: 'record_lost', letterId: null, taken: act }),
  );
  return { entries, counter: { ...next.counter, lastNo: args.confirmedLastNo } };
}

/** An entry as it is when it is made. */
export function entryOf(
  given: Pick<BookEntry, 'no' | 'yearBe' | 'date' | 'status' | 'letterId' | 'taken'> & { readonly reservedUntil?: CivilDate },
): BookEntry {
  return { isOutage: false, reservedUntil: null, filled: null, cancelled: null, ...given };
}

/** Whether the day until which it is reserved is over. */
export function isClosed({ reservedUntil, date }: Pick<BookEntry, 'reservedUntil' | 'date'>, today: CivilDate): boolean {
  return today >= addDays(reservedUntil ?? date, 1);
}

function checkedAct(act: EntryAct): EntryAct {
  assertActor(act);
  if (act.reason.trim() === '') throw new DomainError('REASON_REQUIRED');
  return act;
}

function assertActor({ actorId }: EntryAct): void {
  if (actorId.trim() === '') throw new DomainError('VALIDATION_FAILED', { field: 'actorId' });
}

/** What is wrong with a book, by year. All lists empty: the book holds N1. */
export type BookFindings = {
  readonly yearBe: number;
  readonly lastNo: number;
  /** Numbers from 1 to the last that have no entry. */
  readonly gaps: readonly number[];
  readonly duplicates: readonly number[];
  /** Numbers dated before a smaller number. */
  readonly outOfOrder: readonly number[];
  /** Numbers whose date lies in another year. */
  readonly wrongYear: readonly number[];
  /** Reserved, cancelled or lost ones without an actor or a reason, issued ones without an actor. */
  readonly unexplained: readonly number[];
};

/** Checks the entries of one book, any years and order (N1, N3). One finding a year, oldest first. */
export function checkBook(entries: readonly BookEntry[]): readonly BookFindings[] {
  const years = [...new Set(entries.map((entry) => entry.yearBe))].toSorted((a, b) => a - b);
  const byNumber = entries.toSorted((a, b) => a.no - b.no);
  return years.map((year) => checkYear(year, byNumber.filter((entry) => entry.yearBe === year)));
}

/** Whether a year of a book has no finding. */
export function isSound({ gaps, duplicates, outOfOrder, wrongYear, unexplained }: BookFindings): boolean {
  return [gaps, duplicates, outOfOrder, wrongYear, unexplained].every((list) => list.length === 0);
}

function checkYear(year: number, sorted: readonly BookEntry[]): BookFindings {
  const lastNo = sorted.at(-1)?.no ?? 0;
  const taken = new Set(sorted.map(({ no }) => no));
  const duplicates = new Set(sorted.filter(({ no }, index) => sorted[index - 1]?.no === no).map(({ no }) => no));
  const outOfOrder: number[] = [];
  let latest = '';
  for (const { no, date, isOutage } of sorted) {
    if (isOutage) continue;
    if (date < latest) outOfOrder.push(no);
    else latest = date;
  }
  return {
    yearBe: year,
    lastNo,
    gaps: Array.from({ length: lastNo }, (_, index) => index + 1).filter((no) => !taken.has(no)),
    duplicates: [...duplicates],
    outOfOrder,
    wrongYear: sorted.filter(({ date }) => yearBe(date) !== year).map(({ no }) => no),
    unexplained: sorted.filter((entry) => !isExplained(entry)).map(({ no }) => no),
  };
}

const EXPLAINED_BY: { readonly [K in EntryStatus]: (entry: BookEntry) => boolean } = {
  issued: ({ taken, letterId }) => hasActor(taken) && letterId !== null,
  reserved: ({ taken }) => hasActor(taken) && hasReason(taken),
  record_lost: ({ taken }) => hasActor(taken) && hasReason(taken),
  cancelled: ({ cancelled }) => cancelled !== null && hasActor(cancelled) && hasReason(cancelled),
};

function isExplained(entry: BookEntry): boolean {
  return EXPLAINED_BY[entry.status](entry);
}

function hasActor({ actorId }: EntryAct): boolean {
  return actorId.trim() !== '';
}

function hasReason({ reason }: EntryAct): boolean {
  return reason.trim() !== '';
}
