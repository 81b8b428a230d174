/** Numbers of books: found by the office's table, counted under the counter's lock, dated by the clock after the lock. */
import { randomUUID } from 'node:crypto';
import { lockGivenNumbers } from '#db/repositories/commit/given-numbers';
import { lockCounters } from '#db/repositories/commit/locks';
import type { BookFacts, CommitContext, LockedLetter, UnitFacts } from '#db/repositories/commit/read';
import type { Tx } from '#db/tx';
import { deemedReceivedOn } from '#domain/calendar/calendar';
import { DomainError } from '#domain/errors';
import type { BookKind } from '#domain/letter/vocabulary';
import { allocate, entryDate, type Counter } from '#domain/numbering/allocate';
import { DEFAULT_SETTINGS, patternFor, printNumber, type NumberingSettings } from '#domain/numbering/book';
import type { Effect, EffectOf } from '#domain/route/effects';
import { isReceiving } from '#domain/route/formalities';
import { bangkokDate, yearBe } from '#domain/thai/dates';
import { changeAssignment } from './assignments';
import { registered } from './deliveries';
import { assertAllTaken, fillGiven } from './given-numbers';
import type { Issue, IssuedNumber, Work } from './work';

type Take = EffectOf<'takeNumber'>;
type Asking = {
  readonly effects: readonly Effect[];
  readonly letter: LockedLetter;
  readonly context: CommitContext;
  /** Whoever acts; null for a machine. */
  readonly personId: string | null;
  readonly isStart: boolean;
  readonly now: string;
  readonly clock?: (() => Date) | undefined;
};

/**
 * Takes the numbers that the effects ask for; a key that has one keeps it, and a reserved number kept for the letter goes before
 * the next one. `now` is the clock after the locks.
 * @throws BOOK_NOT_FOUND, BOOK_HELD, LETTER_NO_INVALID, NUMBER_OTHER_BOOK, NUMBER_NOT_RESERVED, SECOND_PERSON_REQUIRED, REASON_REQUIRED, USED_AT_OUTSIDE
 */
export async function issueNumbers(tx: Tx, { effects, letter, context, personId, isStart, now, clock }: Asking): Promise<Issue> {
  const issuer = issuerOf(effects, letter);
  const wanted = effects
    .filter((effect) => effect.type === 'takeNumber')
    .filter(({ key }) => !context.entries.some(({ numberKey }) => numberKey === key))
    .map((effect) => {
      const book = findBook(effect, issuer, context);
      return { effect, book, seriesId: book.sharesSeriesOf ?? book.id };
    });
  if (wanted.length === 0) return { issued: new Map(), counters: [], now };
  const locked = await lockSeries(tx, { seriesIds: wanted.map(({ seriesId }) => seriesId), now, clock });
  const given = context.given.length === 0 ? [] : await lockGivenNumbers(tx, letter.id);
  const issued = new Map<string, IssuedNumber>();
  const counted = new Set<string>();
  for (const { effect, book, seriesId } of wanted) {
    const series = locked.get(seriesId);
    if (series === undefined) throw new Error('a counter was not locked');
    const kept = given.find((each) => each.bookId === seriesId);
    const filled = kept === undefined ? null : fillGiven(kept, { letterId: letter.id, personId, now: series.now, isStart });
    if (filled !== null) {
      issued.set(effect.key, { ...filled, bookId: seriesId, printed: print(effect, { issuer, context, book, no: filled.no, yearBe: filled.yearBe }) });
      continue;
    }
    counted.add(seriesId);
    const { no, yearBe: year, date, counter } = allocate(series.counter, series.now);
    locked.set(seriesId, { ...series, counter });
    const printed = print(effect, { issuer, context, book, no, yearBe: year });
    issued.set(effect.key, { entryId: randomUUID(), bookId: seriesId, no, yearBe: year, printed, date, takenAt: null });
  }
  if (isStart) assertAllTaken(given, new Set([...issued.values()].map(({ entryId }) => entryId)));
  return {
    issued,
    counters: [...locked].filter(([bookId]) => counted.has(bookId)).map(([bookId, { counter }]) => ({ bookId, ...counter })),
    now: [...locked.values()].map((series) => series.now).toSorted().at(-1) ?? now,
  };
}

/** What of the letter decides its book and codes, as it is after this transition: signing and numbering may be one act. */
type Issuer = Pick<LockedLetter, 'kind' | 'secrecy' | 'signerPostId' | 'ownerUnitId'>;

function issuerOf(effects: readonly Effect[], { kind, secrecy, signerPostId, ownerUnitId }: LockedLetter): Issuer {
  const sealed = effects.findLast((effect) => effect.type === 'seal');
  const facts = effects.findLast((effect) => effect.type === 'setFacts' && typeof effect.facts['ownerUnitId'] === 'string');
  const owner = facts?.type === 'setFacts' ? facts.facts['ownerUnitId'] : null;
  return {
    kind,
    secrecy,
    signerPostId: sealed?.type === 'seal' ? sealed.actor.postId : signerPostId,
    ownerUnitId: typeof owner === 'string' ? owner : ownerUnitId,
  };
}

type LockedSeries = { readonly counter: Counter; readonly now: string };

/**
 * Locks the counter of the year in which each number will be dated, lowest year and book first. The year is known only
 * after the lock: whoever waited over New Year's midnight goes on to the new year's counter.
 */
async function lockSeries(
  tx: Tx,
  { seriesIds, now, clock }: { readonly seriesIds: readonly string[]; readonly now: string; readonly clock: (() => Date) | undefined },
): Promise<Map<string, LockedSeries>> {
  const ready = new Map<string, LockedSeries>();
  const waiting = new Map([[yearBe(bangkokDate(now)), new Set(seriesIds)]]);
  for (let [year] = lowest(waiting); year !== undefined; [year] = lowest(waiting)) {
    const ids = [...(waiting.get(year) ?? [])].toSorted();
    waiting.delete(year);
    for (const row of await lockCounters(tx, year, ids)) {
      const instant = clock?.().toISOString() ?? row.now;
      const dated = yearBe(entryDate(instant, row.lastDateOfBook));
      if (dated > year) waiting.set(dated, (waiting.get(dated) ?? new Set<string>()).add(row.bookId));
      else ready.set(row.bookId, { now: instant, counter: { lastNo: row.lastNo, lastDate: row.lastDateOfBook, yearBe: year } });
    }
  }
  return ready;
}

const lowest = (waiting: ReadonlyMap<number, unknown>): number[] => [...waiting.keys()].toSorted((a, b) => a - b);

/** The book that the office's table names; for the holder, the book of its unit or of the nearest unit above it. */
function findBook({ book: kind, owner, unitId }: Take, issuer: Issuer, { books, bookRules, units }: CommitContext): BookFacts {
  // A book to practise in numbers no real letter.
  const ofKind = (books ?? []).filter((each) => each.kind === kind && !each.isTest);
  const found = owner === 'holder' ? unitBook(ofKind, units ?? [], unitId) : officeBook(ofKind, kind, issuer, bookRules ?? []);
  if (found === undefined) throw new DomainError('BOOK_NOT_FOUND', { kind, unitId: owner === 'holder' ? unitId : null });
  if (found.isHeld) throw new DomainError('BOOK_HELD', { bookId: found.id });
  return found;
}

function officeBook(books: readonly BookFacts[], kind: BookKind, issuer: Issuer, rules: NonNullable<CommitContext['bookRules']>): BookFacts | undefined {
  // A unit's own receive book is for what the unit is given, not for the office's registration of a letter that it will own.
  const ownerUnitId = isReceiving(kind) ? null : issuer.ownerUnitId;
  const fits = (asked: string | null, has: string | null): boolean => asked === null || asked === has;
  // A row of a book that is closed, or not open yet, names none.
  const rule = rules
    .filter((each) => books.some(({ id }) => id === each.bookId))
    .toSorted((a, b) => a.sortOrder - b.sortOrder)
    .find(
      (each) =>
        each.bookKind === kind && fits(each.letterKind, issuer.kind) && fits(each.signerPostId, issuer.signerPostId) && fits(each.ownerUnitId, ownerUnitId),
    );
  return rule === undefined ? ownBook(books, rules) : books.find(({ id }) => id === rule.bookId);
}

/** The office's own book for whatever no row names: not one that was opened for some letters only. */
function ownBook(books: readonly BookFacts[], rules: NonNullable<CommitContext['bookRules']>): BookFacts | undefined {
  const own = books.filter(({ unitId, postId, issuerName }) => unitId === null && postId === null && issuerName === '');
  return own.find(({ id }) => !rules.some(({ bookId }) => bookId === id)) ?? own[0];
}

const MAX_LEVELS = 20;

function unitBook(books: readonly BookFacts[], units: readonly UnitFacts[], unitId: string | null): BookFacts | undefined {
  let at = unitId;
  for (let level = 0; at !== null && level < MAX_LEVELS; level += 1) {
    const own = books.find((book) => book.unitId === at);
    if (own !== undefined) return own;
    at = units.find(({ id }) => id === at)?.parentId ?? null;
  }
  return undefined;
}

type Printing = { readonly issuer: Issuer; readonly context: CommitContext; readonly book: BookFacts; readonly no: number; readonly yearBe: number };

/** The printed code is that of the unit which owns the matter, or of the nearest unit above it that has one. */
function print({ book: kind }: Take, { issuer, context, book, no, yearBe: year }: Printing): string {
  const { office } = context;
  // Settings are checked where they are written; what is not there is the usual.
  const settings = (office?.settings ?? {}) as { readonly numbering?: Partial<NumberingSettings> };
  const pattern = book.pattern === '' ? patternFor(kind, { ...DEFAULT_SETTINGS, ...settings.numbering }) : book.pattern;
  const codes = office === null ? null : { agencyCode: office.agencyCode, unitCode: letterCode(context.units ?? [], issuer.ownerUnitId) ?? office.unitCode, committeeCode: book.committeeCode === '' ? null : book.committeeCode };
  return printNumber({ kind, pattern, seq: no, yearBe: year, codes, secrecy: issuer.secrecy });
}

function letterCode(units: readonly UnitFacts[], unitId: string | null): string | null {
  let at = unitId;
  for (let level = 0; at !== null && level < MAX_LEVELS; level += 1) {
    const unit = units.find(({ id }) => id === at);
    if (unit?.letterCode !== null && unit?.letterCode !== undefined) return unit.letterCode;
    at = unit?.parentId ?? null;
  }
  return null;
}

/** The entry in the book, and the number in the letter's own columns. */
export function takeNumber(work: Work, effect: Take): void {
  const { key, book } = effect;
  const issued = work.issued.get(key);
  if (issued === undefined) {
    keepNumber(work, key);
    return;
  }
  const { entryId, no, printed, date, takenAt } = issued;
  work.outcome.numbers[key] = { entryId, no, printed, date };
  const unitId = effect.owner === 'holder' ? effect.unitId : (work.context.office?.registryUnitId ?? null);
  const row = {
    id: entryId, printed, letterId: work.letter.id, numberKey: key, unitId, status: 'issued', entryDate: date, takenAt: takenAt ?? work.now,
    personId: work.actor?.personId ?? null, postId: work.actor?.postId ?? null,
  };
  if (takenAt === null) work.batch.insert('registerEntry', { ...row, bookId: issued.bookId, yearBe: issued.yearBe, no });
  else work.batch.update('registerEntry', ['id'], row);
  work.summary.numbers = [...work.summary.numbers, { key, bookKind: book, printed, date, unitId, isCancelled: false }];
  if (isReceiving(book)) received(work, key, { printed, at: takenAt ?? work.now });
  else if (book === 'secret_control') work.patch.receiveNo = printed;
  else Object.assign(work.patch, { letterNo: printed, letterDate: date });
}

/** A step reached again keeps its number. */
function keepNumber(work: Work, key: string): void {
  const entry = work.context.entries.find(({ numberKey }) => numberKey === key);
  if (entry === undefined) throw new Error(`no number was taken for ${key}`);
  work.outcome.numbers[key] = { entryId: entry.id, no: entry.no, printed: entry.printed, date: entry.date };
}

/** Main registration, or the stamp of a unit on the way. */
function received(work: Work, key: string, { printed, at }: { readonly printed: string; readonly at: string }): void {
  const frame = work.input.state.numbers[key]?.frame ?? null;
  const isUnits = frame !== null && (work.assignments.has(frame) || work.context.frames.includes(frame));
  if (isUnits) changeAssignment(work, frame, { receiveNo: printed });
  if (isUnits || work.letter.receiveNo !== null || (work.patch.receiveNo ?? null) !== null) return;
  Object.assign(work.patch, { receiveNo: printed, receivedAt: at });
  if (work.calendar !== null) work.patch.deemedReceivedOn = deemedReceivedOn(work.calendar, at);
  registered(work, printed);
}

/** Reserved numbers that an ended letter did not take are free for another, or to be cancelled. */
export function releaseGiven(work: Work): void {
  const taken = new Set([...work.issued.values()].map(({ entryId }) => entryId));
  for (const id of work.context.given) if (!taken.has(id)) work.batch.update('registerEntry', ['id'], { id, givenTo: null });
}

/** The number stays in its book as cancelled; the letter no longer carries it. */
export function cancelNumber(work: Work, { key, actor }: EffectOf<'cancelNumber'>): void {
  const entry = work.context.entries.find(({ numberKey }) => numberKey === key);
  if (entry === undefined) throw new DomainError('NUMBER_ALREADY_CANCELLED', { key });
  work.batch.update('registerEntry', ['id'], {
    id: entry.id, status: 'cancelled', cancelledAt: work.now, cancelledBy: actor.personId, cancelReason: work.content.reason ?? '',
  });
  if (work.letter.letterNo === entry.printed) Object.assign(work.patch, { letterNo: null, letterDate: null });
  if (work.letter.receiveNo === entry.printed) work.patch.receiveNo = null;
  const book = work.input.state.numbers[key]?.book;
  if (book !== undefined) {
    work.summary.numbers = [...work.summary.numbers, { key, bookKind: book, printed: entry.printed, date: entry.date, unitId: null, isCancelled: true }];
  }
}
