/** An office's working calendar, and what declaring or withdrawing a day does to open deadlines. */
import type { z } from 'zod';
import type { calendarQuerySchema, calendarSchema, declareDaySchema, daySummarySchema } from '#domain/contracts/calendar';
import { compileClearance, compileFilter } from '#domain/access/filter';
import { decide } from '#domain/access/policy';
import { actingPosts } from '#domain/access/subject';
import { nextWorkingDay } from '#domain/calendar/calendar';
import type { RegisterTimes } from '#domain/calendar/register-limit';
import { DomainError } from '#domain/errors';
import { bangkokDate, yearBe } from '#domain/thai/dates';
import { withTransaction } from '#db/client';
import type { RecordedBy } from '#db/repositories/appointments';
import {
  countMovedDeadlines, declareDay, findDay, listDays, listMovedDeadlines, listRegistries, previewDay, setRegisterTimes, withdrawDay, type CalendarChange, type DeclaredDay,
} from '#db/repositories/calendars';
import type { Reader } from '#db/repositories/readers';
import type { Tx } from '#db/tx';
import type { ApiDeps } from '../../deps';

type Day = z.output<typeof declareDaySchema>;
type Summary = z.output<typeof daySummarySchema>;

/** Buddhist years run 543 ahead of the civil year in which days are stored. */
const BUDDHIST_ERA = 543;
/** Moved deadlines shown by name; the rest are counted. */
const EXAMPLES = 50;

/** Days of one year as an office sees them; without an office, that of the reader's first post. @throws DomainError NOT_FOUND */
export async function readCalendar(
  { pool, now }: ApiDeps,
  reader: Reader,
  query: z.output<typeof calendarQuerySchema>,
): Promise<z.output<typeof calendarSchema>> {
  const officeId = query.officeId ?? reader.posts[0]?.officeId;
  if (officeId === undefined || !reader.posts.some((post) => post.officeId === officeId || post.officeIds.includes(officeId))) {
    throw new DomainError('NOT_FOUND', { officeId: officeId ?? null });
  }
  const year = query.yearBe ?? yearBe(now().toISOString());
  const [registries, days] = await Promise.all([listRegistries(pool, [officeId]), listDays(pool, { officeId, from: `${year - BUDDHIST_ERA}-01-01`, to: `${year - BUDDHIST_ERA}-12-31` })]);
  const registry = registries.get(officeId);
  if (registry === undefined) throw new DomainError('NOT_FOUND', { officeId });
  const { calendar, times: registerTimes } = registry;
  const { hours } = calendar;
  const next = nextWorkingDay(calendar, bangkokDate(now().toISOString()));
  return { officeId, yearBe: year, hours, registerTimes, nextWorkingDay: next, days: days.map(toDay), canDeclare: decide(reader, 'calendar.declare', { officeId }).allow };
}

/** What declaring the day would move; changes nothing. @throws DomainError FORBIDDEN, CALENDAR_DAY_INVALID */
export async function preview({ pool }: ApiDeps, reader: Reader, day: Day): Promise<Summary> {
  assertMayDeclare(reader, day.officeId);
  return toSummary(pool, reader, day, await previewDay(pool, day));
}

/** Declares the day, moves the office's open deadlines and wakes letters that are due earlier. @throws as {@link preview} */
export async function declare({ pool, now }: ApiDeps, reader: Reader, day: Day): Promise<Summary> {
  const by = assertMayDeclare(reader, day.officeId, now);
  return withTransaction(pool, async (tx) => toSummary(tx, reader, day, await declareDay(tx, { day, by })));
}

/** Sets within what time the registry registers what other offices send. @throws DomainError NOT_FOUND for an office that is not the reader's, FORBIDDEN */
export async function changeRegisterTimes(deps: ApiDeps, reader: Reader, { officeId, times }: { readonly officeId: string; readonly times: RegisterTimes }): Promise<z.output<typeof calendarSchema>> {
  if (!reader.posts.some((post) => post.officeId === officeId)) throw new DomainError('NOT_FOUND', { officeId });
  const by = assertMayDeclare(reader, officeId, deps.now);
  await withTransaction(deps.pool, (tx) => setRegisterTimes(tx, { officeId, times, by }));
  return readCalendar(deps, reader, { officeId });
}

/** Takes an office's own day back. @throws DomainError NOT_FOUND, FORBIDDEN */
export async function withdraw({ pool, now }: ApiDeps, reader: Reader, id: string): Promise<Summary> {
  return withTransaction(pool, async (tx) => {
    const day = await findDay(tx, id);
    // National days belong to no office; a day of an office one has nothing to do with is not to be known.
    if (day === null || day.officeId === null || !reader.posts.some((post) => post.officeId === day.officeId)) throw new DomainError('NOT_FOUND', { id });
    const by = assertMayDeclare(reader, day.officeId, now);
    return toSummary(tx, reader, { ...day, officeId: day.officeId }, await withdrawDay(tx, { id, by }));
  });
}

function assertMayDeclare(reader: Reader, officeId: string, now: () => Date = () => new Date()): RecordedBy {
  if (!decide(reader, 'calendar.declare', { officeId }).allow) throw new DomainError('FORBIDDEN');
  const post = actingPosts(reader).find((each) => each.officeId === officeId && each.roles.includes('office_admin'));
  return { personId: reader.personId, postId: post?.postId ?? null, at: now().toISOString() };
}

const toDay = (day: DeclaredDay): z.output<typeof calendarSchema>['days'][number] => ({
  id: day.id,
  day: day.day,
  kind: day.kind,
  name: { th: day.nameTh, en: day.nameEn },
  status: day.status,
  scope: day.officeId === null ? 'national' : 'office',
});

/** Counts are of letters of the classes that the reader is cleared for; those named are the ones that the reader may know, with the subject only where it may be shown. */
async function toSummary(tx: Tx, reader: Reader, { officeId, day, kind }: Pick<Day, 'day' | 'kind'> & { readonly officeId: string }, change: CalendarChange): Promise<Summary> {
  const examples = await listMovedDeadlines(tx, { moved: change.moved, filter: compileFilter(reader, { firstParam: 3 }), limit: EXAMPLES });
  const figures = await countMovedDeadlines(tx, { officeId, moved: change.moved, clearance: compileClearance(reader, { firstParam: 3 }) });
  return { day, kind, ...figures, examples: [...examples] };
}
