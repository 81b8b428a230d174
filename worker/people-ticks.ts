/**
 * Tells open streams when an appointment, an absence or a delegation begins or ends by time alone: nobody acts at that
 * moment, yet other people have the posts from then on. A change that somebody records is told by whoever records it.
 */
import type { Pool } from 'pg';
import { findNextPeopleChange, listOfficesChanged } from '#db/repositories/appointments';
import { sendHint } from '#db/repositories/hints';
import { createLoop } from './loop';
import type { Part, PartLog } from './part';

/** What is recorded while this waits may begin sooner than what it waits for. Milliseconds. */
const RECHECK_MS = 10_000;
/** Told this long after the moment, so that whoever is told finds it passed by their own clock too. Milliseconds. */
const AFTER_MS = 250;

export type PeopleTicksDeps = { readonly pool: Pool; readonly log: PartLog; readonly recheckMs?: number; readonly clock?: () => Date };

/** Any number may run: each tells, and to be told twice only costs a look. */
export function startPeopleTicks({ pool, log, recheckMs = RECHECK_MS, clock = () => new Date() }: PeopleTicksDeps): Part {
  // Nobody may have looked while no worker ran.
  let told: string | null = null;
  return createLoop(async () => {
    const until = new Date(clock().getTime() - AFTER_MS).toISOString();
    const offices = told === null ? null : await listOfficesChanged(pool, { after: told, until });
    // Told to all: whom a post comes to is not yet known as its reader.
    if (offices === null || offices.length > 0) await sendHint(pool, { topic: 'people' });
    told = until;
    const next = await findNextPeopleChange(pool, until);
    return next === null ? recheckMs : Math.min(recheckMs, Math.max(0, Date.parse(next) - Date.parse(until)));
  }, log);
}
