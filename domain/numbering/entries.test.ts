import * as fc from 'fast-check';
import { isDomainError } from '../errors';
import { allocate, type Counter } from './allocate';
import {
  cancelEntry, cancelUnused, checkBook, enterLostRecords, entryOf, fillOutage, fillReserved, isSound, MAX_RESERVED, reserveNumbers,
  type BookEntry, type EntryAct,
} from './entries';

const at = '2026-11-21T02:00:00.000Z';
const nextDay = '2026-11-22T02:00:00.000Z';
const clerk = 'post-clerk';
const head = 'post-registry-head';
const act = (reason: string, more: Partial<EntryAct> = {}): EntryAct => ({ actorId: clerk, reason, at, ...more });
const counter: Counter = { lastNo: 4, lastDate: '2026-11-20', yearBe: 2569 };

function issue(from: Counter | null = counter): BookEntry {
  return take(from, 'letter-1', at).entries[0]!;
}

/** What the commit does for a letter that is kept no number. */
function take(from: Counter | null, letterId: string, when: string) {
  const { no, yearBe, date, counter: next } = allocate(from, when);
  return { entries: [entryOf({ no, yearBe, date, status: 'issued', letterId, taken: act('', { at: when }) })], counter: next };
}

function reserve(count = 1, until?: string): BookEntry[] {
  return [...reserveNumbers({ counter, yearBe: 2569, count, act: act('รอลงนามเรื่องด่วนที่สุด', { actorId: head }), ...(until === undefined ? {} : { until }) }).entries];
}

function only(entries: readonly BookEntry[]): BookEntry {
  const [first] = entries;
  if (!first) throw new Error('no entry');
  return first;
}

/** A reservation that stays open for three days more. */
function openForDays(): BookEntry {
  return only(reserve(1, '2026-11-24'));
}

function entry(no: number, change: Partial<BookEntry> = {}): BookEntry {
  return { ...issue(null), no, ...change };
}

type Step = { readonly does: 'issue' | 'reserve' | 'fill' | 'key' | 'cancel' | 'rest' | 'lose'; readonly which: number; readonly count: number; readonly minutes: number };
type Book = { readonly counter: Counter | null; readonly entries: readonly BookEntry[] };

/** One act on a book; what it adds is appended, what it changes is replaced. */
function doStep(book: Book, { does, which, count }: Step, doing: EntryAct): Book {
  const add = (taken: { readonly entries: readonly BookEntry[]; readonly counter: Counter | null }) => ({ counter: taken.counter, entries: [...book.entries, ...taken.entries] });
  const change = (changed: readonly BookEntry[]) => ({
    ...book,
    entries: book.entries.map((old) => changed.find(({ no, yearBe }) => no === old.no && yearBe === old.yearBe) ?? old),
  });
  const chosen = book.entries[which % Math.max(1, book.entries.length)];
  const letterId = `letter-${which}`;
  const acts: { readonly [K in Step['does']]: () => Book } = {
    issue: () => add(take(book.counter, letterId, doing.at)),
    reserve: () => add(reserveNumbers({ counter: book.counter, yearBe: allocate(book.counter, doing.at).yearBe, count, act: doing })),
    lose: () => add(enterLostRecords({ counter: book.counter, confirmedLastNo: (book.counter?.lastNo ?? 0) + count, act: doing })),
    key: () => (chosen ? change([fillOutage(chosen, { letterId, act: doing, usedAt: new Date((Date.parse(chosen.taken.at) + Date.parse(doing.at)) / 2).toISOString() })]) : book),
    rest: () => change(cancelUnused(book.entries, { numbers: null, act: doing })),
    fill: () => (chosen ? change([fillReserved(chosen, { letterId, act: doing, approvedById: head })]) : book),
    cancel: () => (chosen ? change([cancelEntry(chosen, doing)]) : book),
  };
  try {
    return acts[does]();
  } catch (error) {
    // A refusal changes nothing; anything else is a bug.
    if (isDomainError(error)) return book;
    throw error;
  }
}

describe('N3: cancelling a number', () => {
  test('the row stays with who, when and why', () => {
    expect(cancelEntry(issue(), act('พิมพ์ผิด'))).toMatchObject({ no: 5, date: '2026-11-21', letterId: 'letter-1', status: 'cancelled', cancelled: { actorId: clerk, reason: 'พิมพ์ผิด', at } });
  });

  test('a reason and an actor are required', () => {
    expect(() => cancelEntry(issue(), act('  '))).toThrow('REASON_REQUIRED');
    expect(() => cancelEntry(issue(), act('พิมพ์ผิด', { actorId: '' }))).toThrow('VALIDATION_FAILED');
  });

  test('a cancelled number is neither cancelled again nor filled', () => {
    const cancelled = cancelEntry(only(reserve()), act('ไม่ใช้'));
    expect(() => cancelEntry(cancelled, act('อีกครั้ง'))).toThrow('NUMBER_ALREADY_CANCELLED');
    expect(() => fillReserved(cancelled, { letterId: 'letter-2', act: act('') })).toThrow('NUMBER_NOT_RESERVED');
  });
});

describe('N4: reserving numbers', () => {
  test('a block takes the next numbers, dated that day, with purpose and actor', () => {
    const { entries, counter: after } = reserveNumbers({ counter, yearBe: 2569, count: 3, act: act('รอลงนาม', { actorId: head }) });
    expect(entries.map(({ no, date, status, reservedUntil }) => [no, date, status, reservedUntil])).toEqual([
      [5, '2026-11-21', 'reserved', '2026-11-21'],
      [6, '2026-11-21', 'reserved', '2026-11-21'],
      [7, '2026-11-21', 'reserved', '2026-11-21'],
    ]);
    expect(after).toEqual({ lastNo: 7, lastDate: '2026-11-21', yearBe: 2569 });
    expect(only(entries).taken).toEqual({ actorId: head, reason: 'รอลงนาม', at });
  });

  test.each([0, -1, 1.5, MAX_RESERVED + 1])('a block of %d is refused', (count) => {
    expect(() => reserve(count)).toThrow('VALIDATION_FAILED');
  });

  test('a purpose is required, and the end may not lie before the day', () => {
    expect(() => reserveNumbers({ counter, yearBe: 2569, count: 1, act: act('') })).toThrow('REASON_REQUIRED');
    expect(() => reserve(1, '2026-11-20')).toThrow('RESERVED_UNTIL_INVALID');
  });

  test('numbers are reserved in the year that is running, and until a day of it', () => {
    expect(() => reserveNumbers({ counter, yearBe: 2568, count: 1, act: act('รอลงนาม') })).toThrow('BOOK_YEAR_CLOSED');
    expect(() => reserveNumbers({ counter, yearBe: 2570, count: 1, act: act('รอลงนาม') })).toThrow('BOOK_YEAR_CLOSED');
    expect(() => reserve(1, '2027-01-01')).toThrow('RESERVED_UNTIL_INVALID');
    expect(reserve(1, '2026-12-31')).toHaveLength(1);
  });

  test('the letter signed later that day takes the reserved number and its date', () => {
    const filled = fillReserved(only(reserve()), { letterId: 'letter-2', act: act('', { at: '2026-11-21T16:59:00.000Z' }) });
    expect(filled).toMatchObject({ no: 5, date: '2026-11-21', status: 'issued', letterId: 'letter-2' });
  });

  test('what was not used is cancelled with a reason, what was used stays', () => {
    const [first, second, third] = reserve(3);
    const used = fillReserved(first!, { letterId: 'letter-2', act: act('') });
    const block = [used, second!, third!];
    expect(cancelUnused(block, { numbers: null, act: act('ไม่ได้ใช้') }).map(({ no, status, cancelled }) => [no, status, cancelled?.reason])).toEqual([[6, 'cancelled', 'ไม่ได้ใช้'], [7, 'cancelled', 'ไม่ได้ใช้']]);
    expect(cancelUnused(block, { numbers: [7], act: act('ไม่ได้ใช้') }).map(({ no }) => no)).toEqual([7]);
    expect(() => cancelUnused(block, { numbers: [5, 6], act: act('ไม่ได้ใช้') })).toThrow('NUMBER_NOT_RESERVED');
    expect(() => cancelUnused([used], { numbers: null, act: act('ไม่ได้ใช้') })).toThrow('NUMBER_NOT_RESERVED');
    expect(() => cancelUnused(block, { numbers: null, act: act(' ') })).toThrow('REASON_REQUIRED');
  });
});

describe('N5: dating back', () => {
  test('on a later day a reserved number is filled with a reason and a second person, and keeps its day', () => {
    const filled = fillReserved(openForDays(), { letterId: 'letter-2', act: act('ผู้ลงนามติดราชการ', { at: nextDay }), approvedById: head });
    expect(filled).toMatchObject({ date: '2026-11-21', status: 'issued', filled: { approvedById: head, reason: 'ผู้ลงนามติดราชการ', at: nextDay } });
  });

  test('without a reason it is refused', () => {
    expect(() => fillReserved(openForDays(), { letterId: 'letter-2', act: act(' ', { at: nextDay }), approvedById: head })).toThrow('REASON_REQUIRED');
  });

  test.each([null, '', clerk])('without another person it is refused (%p)', (approvedById) => {
    expect(() => fillReserved(openForDays(), { letterId: 'letter-2', act: act('ผู้ลงนามติดราชการ', { at: nextDay }), approvedById })).toThrow('SECOND_PERSON_REQUIRED');
  });

  test('after the reservation has closed it is refused, even with both', () => {
    const late = { letterId: 'letter-2', act: act('ผู้ลงนามติดราชการ', { at: '2026-11-24T17:00:00.000Z' }), approvedById: head };
    expect(() => fillReserved(openForDays(), late)).toThrow('NUMBER_NOT_RESERVED');
  });

  test('a number that was issued cannot be given to another letter', () => {
    expect(() => fillReserved(issue(), { letterId: 'letter-2', act: act('') })).toThrow('NUMBER_NOT_RESERVED');
  });

  test('nobody fills a number anonymously', () => {
    expect(() => fillReserved(only(reserve()), { letterId: 'letter-2', act: act('', { actorId: ' ' }) })).toThrow('VALIDATION_FAILED');
  });
});

describe('numbers of an outage sheet', () => {
  const sheet = (): BookEntry => only(reserve(1, '2026-12-31'));
  const keyed = act('', { at: '2026-11-23T02:00:00.000Z' });

  test('are dated when they were used, by one person, and disturb no order', () => {
    const filled = fillOutage(sheet(), { letterId: 'letter-2', act: keyed, usedAt: '2026-11-22T08:30:00.000Z' });
    expect(filled).toMatchObject({ no: 5, date: '2026-11-22', status: 'issued', isOutage: true, letterId: 'letter-2', filled: { at: keyed.at, approvedById: null } });
    expect(checkBook([entry(1), entry(2), entry(3), entry(4), filled, entry(6, { date: '2026-11-21' })]).every(isSound)).toBe(true);
  });

  test.each([['2026-11-21T01:59:59.999Z', 'before the sheet was made'], ['2026-11-23T02:00:00.001Z', 'later than now']])('%s is refused: %s', (usedAt) => {
    expect(() => fillOutage(sheet(), { letterId: 'letter-2', act: keyed, usedAt })).toThrow('USED_AT_OUTSIDE');
  });

  test('a moment of the next year is refused, although the sheet is keyed in then', () => {
    const late = act('', { at: '2027-01-05T02:00:00.000Z' });
    expect(() => fillOutage(sheet(), { letterId: 'letter-2', act: late, usedAt: '2026-12-31T17:00:00.000Z' })).toThrow('USED_AT_OUTSIDE');
    expect(fillOutage(sheet(), { letterId: 'letter-2', act: late, usedAt: '2026-12-31T16:59:59.000Z' })).toMatchObject({ date: '2026-12-31' });
  });

  test('a number that was used or cancelled is not keyed in again, nor anonymously', () => {
    expect(() => fillOutage(issue(), { letterId: 'letter-2', act: keyed, usedAt: at })).toThrow('NUMBER_NOT_RESERVED');
    expect(() => fillOutage(sheet(), { letterId: 'letter-2', act: { ...keyed, actorId: '' }, usedAt: at })).toThrow('VALIDATION_FAILED');
  });
});

describe('records lost with a restore', () => {
  test('the numbers up to the confirmed one are entered as issued, record lost', () => {
    const { entries, counter: after } = enterLostRecords({ counter, confirmedLastNo: 7, act: act('กู้คืนระบบ') });
    expect(entries.map(({ no, status }) => [no, status])).toEqual([[5, 'record_lost'], [6, 'record_lost'], [7, 'record_lost']]);
    expect(after).toMatchObject({ lastNo: 7 });
  });

  test('nothing is entered where nothing was lost', () => {
    expect(enterLostRecords({ counter, confirmedLastNo: 4, act: act('กู้คืนระบบ') })).toEqual({ entries: [], counter });
  });

  test.each([3, 4.5, 20_000])('%d cannot be the last number of a book that stands at 4', (confirmedLastNo) => {
    expect(() => enterLostRecords({ counter, confirmedLastNo, act: act('กู้คืนระบบ') })).toThrow('VALIDATION_FAILED');
  });

  test('a reason is required', () => {
    expect(() => enterLostRecords({ counter, confirmedLastNo: 7, act: act('') })).toThrow('REASON_REQUIRED');
  });
});

describe('N1: checkBook', () => {
  const sound = { yearBe: 2569, gaps: [], duplicates: [], outOfOrder: [], wrongYear: [], unexplained: [] };

  test('issued, reserved, cancelled and lost ones without a gap are sound', () => {
    const book = [
      entry(1),
      entry(2, { status: 'reserved', letterId: null, taken: act('รอลงนาม') }),
      cancelEntry(entry(3), act('พิมพ์ผิด')),
      entry(4, { status: 'record_lost', letterId: null, taken: act('กู้คืนระบบ') }),
    ];
    expect(checkBook(book)).toEqual([{ ...sound, lastNo: 4 }]);
    expect(checkBook(book).every(isSound)).toBe(true);
    expect(checkBook([])).toEqual([]);
  });

  test('a gap, a double, a date that goes back and a date of another year are each named', () => {
    const findings = checkBook([entry(2, { date: '2026-11-25' }), entry(4, { date: '2026-11-24' }), entry(4, { date: '2026-11-26' }), entry(5, { date: '2025-11-26' })]);
    expect(findings).toEqual([{ ...sound, lastNo: 5, gaps: [1, 3], duplicates: [4], outOfOrder: [4, 5], wrongYear: [5] }]);
    expect(findings.some(isSound)).toBe(false);
  });

  test('whatever became of a number, somebody must stand behind it', () => {
    const nobody = act('เหตุผล', { actorId: ' ' });
    const findings = checkBook([
      entry(1, { status: 'reserved', letterId: null, taken: nobody }),
      entry(2, { status: 'record_lost', letterId: null, taken: nobody }),
      entry(3, { status: 'cancelled', cancelled: nobody }),
      entry(4, { taken: nobody }),
    ]);
    expect(findings).toMatchObject([{ unexplained: [1, 2, 3, 4] }]);
  });

  test('a number without an actor, a reason or a letter is unexplained', () => {
    const findings = checkBook([
      entry(1, { letterId: null }),
      entry(2, { taken: act('', { actorId: '' }) }),
      entry(3, { status: 'reserved', letterId: null, taken: act('') }),
      entry(4, { status: 'cancelled', cancelled: null }),
      entry(5, { status: 'cancelled', cancelled: act('') }),
      entry(6, { status: 'record_lost', letterId: null, taken: act('') }),
      entry(7),
    ]);
    expect(findings).toMatchObject([{ unexplained: [1, 2, 3, 4, 5, 6] }]);
  });

  test('each year is checked by itself', () => {
    const findings = checkBook([entry(1, { yearBe: 2570, date: '2027-01-04' }), entry(1), entry(2)]);
    expect(findings.map(({ yearBe, lastNo }) => [yearBe, lastNo])).toEqual([[2569, 2], [2570, 1]]);
    expect(findings.every(isSound)).toBe(true);
  });

  test('property: any run of issuing, reserving, filling, cancelling and closing leaves the book sound', () => {
    const step: fc.Arbitrary<Step> = fc.record({
      does: fc.constantFrom('issue', 'reserve', 'fill', 'key', 'cancel', 'rest', 'lose'),
      which: fc.nat(),
      count: fc.integer({ min: 1, max: 4 }),
      minutes: fc.integer({ min: -2000, max: 6000 }),
    });
    fc.assert(fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let now = Date.parse('2026-12-20T02:00:00Z');
      let book: Book = { counter: null, entries: [] };
      for (const next of steps) {
        now += next.minutes * 60_000;
        book = doStep(book, next, act('เหตุผล', { at: new Date(now).toISOString() }));
      }
      expect(checkBook(book.entries).filter((finding) => !isSound(finding))).toEqual([]);
    }));
  });
});
