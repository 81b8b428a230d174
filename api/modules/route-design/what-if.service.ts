/** Letters of the past tried on a draft: asked for by its author, looked at by whoever designs for the office. */
import type { z } from 'zod';
import { minutesOfDay } from '#domain/calendar/working-span';
import { WHAT_IF_MAX, type whatIfLettersQuerySchema, type whatIfLettersSchema, type whatIfRunSchema, type whatIfSchema, type whatIfStartSchema } from '#domain/contracts/route-what-if';
import { DomainError } from '#domain/errors';
import { addDays, bangkokDate, bangkokInstant } from '#domain/thai/dates';
import { routesNeeded } from '#domain/route/routes-needed';
import { withTransaction } from '#db/client';
import { getOfficeCalendar } from '#db/repositories/calendars';
import { loadDirectoryFacts } from '#db/repositories/directory';
import { findNames } from '#db/repositories/names';
import { listRouteTables } from '#db/repositories/office-settings';
import type { Reader } from '#db/repositories/readers';
import { givenBy, loadCalled, unitRoutesOf } from '#db/repositories/route-context';
import type { RouteDraft } from '#db/repositories/route-drafts';
import { listVersionIds, listVersionsInForce, routeDigest } from '#db/repositories/routes';
import { endRun, findRun, findRuns, insertRun, listCompared, type WhatIfRun } from '#db/repositories/what-if';
import { listLettersOfSpan } from '#db/repositories/what-if-records';
import type { WhatIfRunner } from '../../what-if/runner';
import { getDraft, lockOwnDraft } from './drafts.service';
import { assertDesigns, mayDesign, type Deps } from './rights';

type Start = z.output<typeof whatIfStartSchema>;
type Run = z.output<typeof whatIfRunSchema>;
type Running = Deps & { readonly whatIf: WhatIfRunner };

/** People are on record for little longer than that. */
const MAX_DAYS_BACK = 366;

/** @throws DomainError NOT_FOUND, FORBIDDEN, DRAFT_PROPOSED, WHAT_IF_SPAN, WHAT_IF_NOTHING, WHAT_IF_RUNNING, LONG_JOBS_BUSY */
export async function startWhatIf(deps: Running, reader: Reader, { draftId, body }: { readonly draftId: string; readonly body: Start }): Promise<Run> {
  const { pool, now, whatIf } = deps;
  const at = now().toISOString();
  assertSpan(body, bangkokDate(at));
  whatIf.assertFree();
  const begun = await withTransaction(pool, async (tx) => {
    const draft = await lockOwnDraft(tx, reader, { id: draftId, at });
    const by = assertDesigns(reader, draft.officeId, at);
    const versions = draft.routeId === null ? [] : await listVersionIds(tx, draft.routeId);
    const isAll = body.letters === 'all';
    const span = { officeId: draft.officeId, from: bangkokInstant(body.from, '00:00'), until: bangkokInstant(addDays(body.to, 1), '00:00') };
    const letterIds = await listLettersOfSpan(tx, { ...span, versions: isAll ? null : versions, limit: WHAT_IF_MAX });
    if (letterIds.length === 0) throw new DomainError('WHAT_IF_NOTHING');
    const id = await insertRun(tx, { officeId: draft.officeId, draftId, digest: routeDigest(draft.definition), fromDay: body.from, toDay: body.to, takesAll: isAll, total: letterIds.length }, by);
    return { id, draft, versions, letterIds };
  });
  try {
    const setting = await settingOf(deps, { ...begun, takesAll: body.letters === 'all', at });
    whatIf.start({ id: begun.id, officeId: begun.draft.officeId, letterIds: begun.letterIds, setting });
  } catch (error) {
    await withTransaction(pool, (tx) => endRun(tx, { id: begun.id, state: 'failed', at }));
    throw error;
  }
  return toRun((await findRun(pool, begun.id))!, begun.draft);
}

/** @throws DomainError WHAT_IF_SPAN naming the field */
function assertSpan({ from, to }: Start, today: string): void {
  const earliest = addDays(today, -MAX_DAYS_BACK);
  if (from < earliest) throw new DomainError('WHAT_IF_SPAN', { field: 'from', earliest });
  if (to < from || to > today) throw new DomainError('WHAT_IF_SPAN', { field: 'to' });
}

type Begun = { readonly draft: RouteDraft; readonly versions: readonly string[]; readonly takesAll: boolean; readonly at: string };

async function settingOf({ pool }: Deps, { draft, versions, takesAll, at }: Begun) {
  const { officeId, definition } = draft;
  const [people, calendar, tables, inForce] = await Promise.all([loadDirectoryFacts(pool, officeId), getOfficeCalendar(pool, officeId), listRouteTables(pool, officeId), listVersionsInForce(pool, officeId, at)]);
  const unitRoutes = unitRoutesOf(givenBy(tables, inForce), people.units);
  const routes = await loadCalled(pool, officeId, [...new Set([...versions, ...Object.values(unitRoutes), ...routesNeeded({ draft: definition }, null)])]);
  return { draft: definition, versions, takesAll, routes, calendar, people, unitRoutes, until: at };
}

/** @throws DomainError NOT_FOUND, FORBIDDEN */
export async function readWhatIf(deps: Deps, reader: Reader, draftId: string): Promise<z.output<typeof whatIfSchema>> {
  const { pool } = deps;
  const draft = await getDraft(deps, reader, draftId);
  const { latest, result } = await findRuns(pool, draftId);
  return {
    latest: latest === null ? null : toRun(latest, draft), result: result === null ? null : await withResult(deps, result, draft),
    canStart: draft.author.id === reader.personId && mayDesign(reader, draft.officeId), hasRoute: draft.routeId !== null,
  };
}

async function withResult({ pool }: Deps, run: WhatIfRun, draft: RouteDraft): Promise<NonNullable<z.output<typeof whatIfSchema>['result']>> {
  // A run that is done has its result.
  const { posts, ...report } = run.result!;
  const [names, calendar] = await Promise.all([findNames(pool, { posts: posts.map(({ postId }) => postId), persons: [], units: [], offices: [] }), getOfficeCalendar(pool, draft.officeId)]);
  return {
    ...toRun(run, draft),
    result: {
      ...report, reasons: [...report.reasons], differences: [...report.differences], steps: [...report.steps],
      posts: posts.map(({ postId, then, now }) => ({ post: names.posts.get(postId) ?? null, then, now })), minutesOfDay: minutesOfDay(calendar),
    },
  };
}

const toRun = ({ id, fromDay, toDay, takesAll, state, done, total, by, startedAt, endedAt, digest }: WhatIfRun, { definition }: RouteDraft): Run => ({
  id, from: fromDay, to: toDay, letters: takesAll ? 'all' : 'route', state, done, total, by, startedAt, endedAt, isCurrent: digest === routeDigest(definition),
});

/** Calls a run off; one that has ended stays as it is. @throws DomainError NOT_FOUND, FORBIDDEN */
export async function cancelWhatIf(deps: Deps, reader: Reader, id: string): Promise<Run> {
  const { pool, now } = deps;
  const { draft } = await getRun(deps, reader, id);
  if (draft.author.id !== reader.personId) throw new DomainError('FORBIDDEN');
  await withTransaction(pool, (tx) => endRun(tx, { id, state: 'cancelled', at: now().toISOString() }));
  return toRun((await findRun(pool, id))!, draft);
}

/** @throws DomainError NOT_FOUND, FORBIDDEN */
export async function readWhatIfLetters(deps: Deps, reader: Reader, { id, query }: { readonly id: string; readonly query: z.output<typeof whatIfLettersQuerySchema> }): Promise<z.output<typeof whatIfLettersSchema>> {
  await getRun(deps, reader, id);
  const { verdict = null, lateness = null, after, limit } = query;
  const { items, ...counts } = await listCompared(deps.pool, { reader, runId: id, verdict, lateness, after, limit });
  return { ...counts, items: items.map((item) => ({ ...item, way: [...item.way] })) };
}

async function getRun(deps: Deps, reader: Reader, id: string): Promise<{ readonly run: WhatIfRun; readonly draft: RouteDraft }> {
  const run = await findRun(deps.pool, id);
  if (run === null) throw new DomainError('NOT_FOUND');
  return { run, draft: await getDraft(deps, reader, run.draftId) };
}
