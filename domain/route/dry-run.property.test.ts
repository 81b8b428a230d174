/**
 * A dry run is what a letter's life would be. Here against the driver with a virtual clock; against the real workflow in
 * `workflows/dry-run.int.test.ts`. A failure prints the seed that repeats it.
 */
import { PLAIN_CALENDAR } from '../calendar/calendar';
import * as fc from 'fast-check';
import { createDriver } from './driver';
import { stateHash } from './engine';
import type { Route } from './model';
import { drawToEnd } from './rehearsal';
import { openSession } from './rehearsal/session';
import { anyWellNested } from './testing/random-route';
import { buildDirectory } from './testing/office';
import { script, settingFor } from './testing/rehearsing';

/** As many as a run of all tests bears; all fifty thousand with DRIVEN_RUNS=50000. */
const RUNS = Number(process.env['DRIVEN_RUNS'] ?? 500);
const seed = process.env['DRIVEN_SEED'] === undefined ? {} : { seed: Number(process.env['DRIVEN_SEED']) };
jest.setTimeout(60_000 + RUNS * 40);

/** Nine in ten as chance draws them; the others drawn by hand, with the kinds of step that chance does not draw. */
const anyRoute: fc.Arbitrary<Route | string> = fc.oneof({ weight: 9, arbitrary: anyWellNested }, { weight: 1, arbitrary: fc.constantFrom('incoming', 'council', 'caller', 'forks', 'nested') });
const anyPace = fc.constantFrom(null, { unit: 'workingHours', amount: 3 } as const, { unit: 'workingDays', amount: 2 } as const);

test('a dry run has the states, effects and outcomes that the driver has: nothing is added, nothing left out', () => {
  let acts = 0;
  fc.assert(
    fc.property(anyRoute, fc.nat({ max: 1_000_000 }), anyPace, (drawn, luck, pace) => {
      const setting = settingFor(drawn);
      const whole = drawToEnd(setting, script(), { seed: luck, pace });
      const session = openSession(setting, whole);
      for (const move of whole.moves) session.apply(move);
      const driver = createDriver({ routes: setting.routes, directory: buildDirectory(), calendar: PLAIN_CALENDAR });
      for (const { transition } of session.played()) {
        const { event } = transition;
        const again = event.type === 'start' ? driver.start(event) : driver.feed('rehearsal', event);
        expect(stateHash(again.state)).toBe(stateHash(transition.state));
        expect([again.effects, again.outcome]).toEqual([transition.effects, transition.outcome]);
        acts += 1;
      }
    }),
    { numRuns: RUNS, ...seed },
  );
  expect(acts).toBeGreaterThan(RUNS * 2);
});
