/**
 * A quarter of closed letters in one province, to try drafts of routes on: lived by the virtual-clock driver with what chance draws of durations,
 * returns and absences. Marked as generated, with numbers that are no book's, so that neither the reconciler nor the books know of them.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { addWorkingDays, workingDayFrom } from '#domain/calendar/calendar';
import { machineEventKey } from '#domain/ids';
import type { LetterKind, Urgency } from '#domain/letter/vocabulary';
import { isDomainError } from '#domain/errors';
import { decideByTable } from '#domain/route/decision-table';
import { rememberedDirectory } from '#domain/route/directory-at';
import type { StartEvent } from '#domain/route/events';
import type { Facts, RouteVersionId } from '#domain/route/model';
import { addDays, bangkokDate, bangkokInstant, daysBetween, type CivilDate } from '#domain/thai/dates';
import { withTransaction } from '../client';
import { getOfficeCalendar } from '../repositories/calendars';
import { loadDirectoryFacts } from '../repositories/directory';
import { getRouteTable, listVersionsInForce, loadDefinitions } from '../repositories/routes';
import { LINKED_OFFICES } from './base';
import { personId } from './demo';
import { GENERATED_SUBJECTS } from './generate-subjects';
import { rowsOf, type Generated, type Rows } from './generate-rows';
import { officeId } from './insert-offices';
import { insertRows } from './insert-rows';
import { createLuck, liveToEnd, type Luck, type QuarterOffice } from './quarter-life';
import { seedId } from './seed-ids';

/** The province whose quarter it is. */
export const QUARTER_OFFICE = 'lopburi';
const LETTERS = 1_600;
/** Letters written in one transaction. */
const BATCH = 200;
const KINDS: readonly LetterKind[] = ['external_letter', 'external_letter', 'external_letter', 'external_letter', 'stamped_letter', 'order', 'news_release', 'announcement'];
const URGENCIES: readonly Urgency[] = ['normal', 'normal', 'normal', 'normal', 'urgent', 'very_urgent'];

export type QuarterSpan = { readonly from: CivilDate; readonly to: CivilDate };

/** The last calendar quarter that is over. */
export function lastQuarter(today: CivilDate): QuarterSpan {
  const year = Number(today.slice(0, 4));
  const begun = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3;
  const first = (months: number): CivilDate => `${year + Math.floor(months / 12)}-${String((((months % 12) + 12) % 12) + 1).padStart(2, '0')}-01`;
  return { from: first(begun - 3), to: addDays(first(begun), -1) };
}

type Options = { readonly n?: number; readonly now?: Date; readonly seed?: number };

/** Writes the letters of the last quarter, once; answers how many were written, and of which days. Needs the base seeds and the demo's people. */
export async function generateQuarter(pool: Pool, { n = LETTERS, now = new Date(), seed = 2569 }: Options = {}): Promise<QuarterSpan & { readonly written: number }> {
  const span = lastQuarter(bangkokDate(now.toISOString()));
  const id = officeId(QUARTER_OFFICE);
  const from = bangkokInstant(span.from, '00:00');
  const { rowCount } = await pool.query(`select 1 from letter where office_id = $1 and is_generated and status = 'ended' and created_at >= $2 limit 1`, [id, from]);
  if (rowCount !== 0) return { ...span, written: 0 };
  await insertAbsences(pool, span);
  const desk = await openDesk(pool, id, now);
  const luck = createLuck(seed);
  let written = 0;
  for (let no = 0; written < n && no < 2 * n; ) {
    const letters: Generated[] = [];
    while (letters.length < Math.min(BATCH, n - written) && no < 2 * n) {
      const letter = live(desk, { no, of: n, span, luck, now });
      no += 1;
      if (letter !== null) letters.push(letter);
    }
    await write(pool, letters.map(rowsOf));
    written += letters.length;
  }
  await pool.query('analyze letter, task, transition, command, letter_event');
  return { ...span, written };
}

/** The governor is on mission, the head of office and an officer on leave: others act for them. */
async function insertAbsences(pool: Pool, { from }: QuarterSpan): Promise<void> {
  const away = [['governor', 9, 12, 'mission'], ['governor', 47, 49, 'mission'], ['office-head', 23, 28, 'leave'], ['strategy-officer', 30, 35, 'leave'], ['registry-clerk', 58, 60, 'leave']] as const;
  await withTransaction(pool, (tx) => insertRows(tx, 'absence', away.map(([post, first, last, kind]) => ({
    id: seedId('office', QUARTER_OFFICE, 'absence', `${post}-${from}-${first}`), person_id: personId(QUARTER_OFFICE, post),
    from_at: bangkokInstant(addDays(from, first), '00:00'), to_at: bangkokInstant(addDays(from, last), '23:59'), kind,
  }))));
}

type Desk = QuarterOffice & { readonly registryUnitId: string | null; readonly headTitleTh: string; readonly routeOf: (facts: Facts) => RouteVersionId | null };

async function openDesk(pool: Pool, id: string, now: Date): Promise<Desk> {
  const [calendar, people, table, unitTable, versions] = await Promise.all([
    getOfficeCalendar(pool, id), loadDirectoryFacts(pool, id), getRouteTable(pool, { officeId: id, scope: 'letter' }), getRouteTable(pool, { officeId: id, scope: 'unit' }), listVersionsInForce(pool, id, now.toISOString()),
  ]);
  const byCode = (code: unknown): RouteVersionId | null => versions.find((version) => version.code === code)?.id ?? null;
  const routes = await loadDefinitions(pool, versions.map((version) => version.id));
  const unitRoutes = Object.fromEntries(people.units.flatMap((unit) => {
    const route = byCode(decideByTable(unitTable, { assignmentRole: 'main', ownerUnitId: unit.id, proposedUnit: unit.id }).values['route']);
    return route === null ? [] : [[unit.id, route]];
  }));
  const { headTitleTh } = LINKED_OFFICES.find(({ code }) => code === QUARTER_OFFICE)!;
  return { id, calendar, people, directoryAt: rememberedDirectory(people), routes, unitRoutes, headTitleTh, registryUnitId: people.office.registryUnitId, routeOf: (facts) => byCode(decideByTable(table, facts).values['route']) };
}

type Drawn = { readonly no: number; readonly of: number; readonly span: QuarterSpan; readonly luck: Luck; readonly now: Date };

/** Null for a letter that came to no end by now. */
function live(desk: Desk, { no, of, span, luck, now }: Drawn): Generated | null {
  const among = <T>(values: readonly T[]): T => values[Math.floor(luck() * values.length)]!;
  const day = workingDayFrom(desk.calendar, addDays(span.from, Math.floor((no % of) / of * (daysBetween(span.from, span.to) - 4))));
  const at = new Date(Date.parse(bangkokInstant(day, '08:30')) + Math.floor(luck() * 450) * 60_000).toISOString();
  const [kind, urgency] = [among(KINDS), among(URGENCIES)];
  const dateAsked = luck() < 0.25 ? addWorkingDays(desk.calendar, day, 7) : null;
  const facts: Facts = { direction: 'incoming', kind, urgency, secrecy: 'none', channel: 'exchange', isCircular: false, isReply: luck() < 0.1, hasEnclosures: luck() < 0.5, dateAsked };
  const routeVersionId = desk.routeOf(facts);
  if (routeVersionId === null) return null;
  const id = randomUUID();
  const start: StartEvent = { type: 'start', at, actor: null, letterId: id, officeId: desk.id, routeVersionId, unitId: desk.registryUnitId, secrecy: 'none', facts };
  const life = livedOrNull(desk, start, luck);
  const end = life?.driver.transitions(id).at(-1)?.event.at;
  if (life === null || end === undefined || Date.parse(end) > now.getTime()) return null;
  return {
    id, officeId: desk.id, routeVersionId, urgency, at, drafter: null, ownerUnitId: null, direction: 'incoming', subject: `${among(GENERATED_SUBJECTS)} (${no + 1})`, headTitleTh: desk.headTitleTh,
    publicCode: randomBytes(9).toString('base64url'), startKey: machineEventKey.start(id), transitions: life.driver.transitions(id), timers: life.driver.timers(id),
    kind, receiveNo: `จำลอง/${no + 1}`, endedAt: end, dues: life.dues,
  };
}

/** What chance draws is sometimes refused: then there is no such letter. */
function livedOrNull(desk: Desk, start: StartEvent, luck: Luck): ReturnType<typeof liveToEnd> {
  try {
    return liveToEnd(desk, start, luck);
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return null;
  }
}

async function write(pool: Pool, letters: readonly Rows[]): Promise<void> {
  await withTransaction(pool, async (tx) => {
    await tx.query('set local statement_timeout = 60000');
    for (const table of ['letter', 'task', 'transition', 'letter_reader', 'endorsement', 'audit_event', 'command', 'letter_event', 'assignment'] as const) {
      await insertRows(tx, table, letters.flatMap((rows) => rows[table]));
    }
  });
}
