/**
 * What if the letters of a span had gone by this draft? Each is played again by the same `advance`, with what people decided then and how
 * long they took; nothing is written anywhere. Letters are taken in first, since what a new step takes is known from all of them.
 */
import type { OfficeCalendar } from '../calendar/calendar';
import { isDomainError } from '../errors';
import type { Instant } from '../thai/dates';
import { type DirectoryFacts, rememberedDirectory } from './directory-at';
import { graphOf } from './graph';
import type { Facts, Route, RouteBook, RouteVersionId } from './model';
import { compareLetter, notReplayed, type ComparedLetter } from './what-if/compare';
import { createDurations } from './what-if/durations';
import { followRecord, type LetterRecord, type Taken } from './what-if/record';
import { replay, type ReplaySetting } from './what-if/replay';
import { createTally, type WhatIfReport } from './what-if/report';

/** Id of the draft among published versions. */
export const DRAFT_VERSION: RouteVersionId = 'draft';

/** What surrounds the letters: the office as it is on record, and every version that they ran on. */
export type WhatIfSetting = {
  readonly draft: Route;
  /** Versions that the draft takes the place of: those of its own route. */
  readonly versions: readonly RouteVersionId[];
  /** The draft takes every letter in, by whatever route it went: for a new route. */
  readonly takesAll: boolean;
  readonly routes: RouteBook;
  readonly calendar: OfficeCalendar;
  readonly people: DirectoryFacts;
  /** Incoming route of a unit, by its id. */
  readonly unitRoutes: { readonly [unitId: string]: RouteVersionId };
  readonly until: Instant;
};

export type RecordedLetter = { readonly id: string; readonly record: LetterRecord | null };
export type WhatIf = {
  /** Takes letters in, with versions that they ran on; of a letter without a record it is only said that it cannot be played. */
  readonly add: (letters: readonly RecordedLetter[], routes?: RouteBook) => void;
  /** Plays the next few; null when all have been played. */
  readonly next: (count: number) => readonly ComparedLetter[] | null;
  readonly report: () => WhatIfReport;
};

type Waiting = RecordedLetter & { readonly taken: Taken | null };

export function createWhatIf(given: WhatIfSetting): WhatIf {
  const routes: Record<RouteVersionId, Route> = { ...given.routes, [DRAFT_VERSION]: given.draft };
  const durations = createDurations(given.calendar);
  const common: Omit<ReplaySetting, 'instead'> = {
    routes, calendar: given.calendar, durations, until: given.until, directoryAt: rememberedDirectory(given.people), routeOfUnit: (unitId) => given.unitRoutes[unitId] ?? null,
  };
  const tally = createTally(common, DRAFT_VERSION);
  const waiting: Waiting[] = [];
  let played = 0;
  const playOne = ({ id, record, taken }: Waiting): ComparedLetter => {
    const refuse = (code: string): ComparedLetter => tally.add(notReplayed(id, code), null);
    if (record === null || taken === null) return refuse('RECORD_INCOMPLETE');
    const setting: ReplaySetting = { ...common, instead: insteadOf(given, record) };
    if (setting.instead(record.start.routeVersionId) === DRAFT_VERSION && !admits(given.draft, record.start.facts)) return refuse('NOT_ADMITTED');
    const replayed = replay(setting, record, taken);
    return tally.add(compareLetter(setting, { record, taken, replayed, draft: DRAFT_VERSION }), { taken, replayed, instead: setting.instead });
  };
  return {
    add: (letters, more = {}) => {
      Object.assign(routes, more, { [DRAFT_VERSION]: given.draft });
      for (const { id, record } of letters) {
        const taken = record === null ? null : follow(routes, record);
        for (const task of taken?.tasks ?? []) durations.add(task);
        waiting.push({ id, record, taken });
      }
    },
    next: (count) => {
      const batch = waiting.slice(played, played + count);
      played += batch.length;
      return batch.length === 0 ? null : batch.map(playOne);
    },
    report: tally.report,
  };
}

const insteadOf = ({ versions, takesAll }: WhatIfSetting, { start }: LetterRecord): ReplaySetting['instead'] =>
  (route) => (versions.includes(route) || (takesAll && route === start.routeVersionId) ? DRAFT_VERSION : route);

/** Whether such a letter may enter the draft at all. */
function admits(draft: Route, { kind, direction }: Facts): boolean {
  const { nodes, start } = graphOf(draft);
  const node = nodes.get(start ?? '');
  // The lists hold the very codes that facts carry.
  return node?.type === 'start' && (node.kinds as readonly unknown[]).includes(kind) && (node.directions as readonly unknown[]).includes(direction);
}

/** The way that is on record; null where its events do not follow from one another. */
function follow(routes: RouteBook, record: LetterRecord): Taken | null {
  try {
    return followRecord(routes, record);
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return null;
  }
}
