/** A number that was reserved and is kept for this letter (จองเลข), or was written on paper while the system was down. */
import type { GivenNumber } from '#db/repositories/commit/given-numbers';
import { DomainError } from '#domain/errors';
import { entryOf, fillOutage, fillReserved, isClosed, type BookEntry } from '#domain/numbering/entries';
import { bangkokDate } from '#domain/thai/dates';

export type Filling = { readonly letterId: string; readonly personId: string | null; readonly now: string; readonly isStart: boolean };
export type Filled = { readonly entryId: string; readonly no: number; readonly yearBe: number; readonly date: string; readonly takenAt: string };

/**
 * What becomes of the kept number as the letter takes it; null where its day has closed meanwhile, so that the letter takes the
 * next one like any other. Whoever asks for the number as they start the letter is refused instead.
 * @throws NUMBER_NOT_RESERVED, SECOND_PERSON_REQUIRED, REASON_REQUIRED, USED_AT_OUTSIDE, USED_AT_REQUIRED
 */
export function fillGiven(given: GivenNumber, { letterId, personId, now, isStart }: Filling): Filled | null {
  const entry = toEntry(given);
  const act = { actorId: personId ?? given.reservedBy, reason: given.givenReason, at: now };
  const { id: entryId, no, yearBe } = given;
  if (given.kind === 'outage') {
    const { usedAt } = given;
    if (usedAt === null) throw new DomainError('USED_AT_REQUIRED', { field: 'usedAt' });
    return { entryId, no, yearBe, date: fillOutage(entry, { letterId, act, usedAt }).date, takenAt: usedAt };
  }
  if (!isStart && isClosed(entry, bangkokDate(now))) return null;
  return { entryId, no, yearBe, date: fillReserved(entry, { letterId, act, approvedById: given.givenBy }).date, takenAt: now };
}

/** Numbers that somebody asked for with the start of the letter, and that it did not take. @throws NUMBER_OTHER_BOOK */
export function assertAllTaken(given: readonly GivenNumber[], taken: ReadonlySet<string>): void {
  const left = given.find(({ id }) => !taken.has(id));
  if (left !== undefined) throw new DomainError('NUMBER_OTHER_BOOK', { no: left.no });
}

function toEntry({ no, yearBe, date, reservedBy, reason, madeAt, untilDay }: GivenNumber): BookEntry {
  return entryOf({ no, yearBe, date, status: 'reserved', letterId: null, taken: { actorId: reservedBy, reason, at: madeAt }, reservedUntil: untilDay });
}
