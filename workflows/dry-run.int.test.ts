import * as fc from 'fast-check';
import { drawToEnd } from '#domain/route/rehearsal';
import { openSession } from '#domain/route/rehearsal/session';
import type { LetterEvent } from '#domain/route/events';
import type { RouteBook } from '#domain/route/model';
import { anyWellNested } from '#domain/route/testing/random-route';
import { script, settingFor } from '#domain/route/testing/rehearsing';
import { openWorkflowRig, silence, type WorkflowRig } from '#test/support/workflow-rig';

/** Routes as chance draws them, the same each time; 500 with DRY_RUNS=500. */
const RUNS = Number(process.env['DRY_RUNS'] ?? 20);
const ROUTES: RouteBook = Object.fromEntries(fc.sample(anyWellNested, { numRuns: RUNS, seed: 20260413 }).map((route, i) => [`drawn-${i}`, route]));
jest.setTimeout(120_000 + RUNS * 5_000);

let rig: WorkflowRig;
beforeAll(async () => {
  silence();
  rig = await openWorkflowRig(ROUTES);
});
afterAll(() => rig.close());

/** What a rehearsal came to, as if it had been this letter. */
const asLetter = <T>(value: T, letterId: string): T => JSON.parse(JSON.stringify(value).replaceAll('"rehearsal"', JSON.stringify(letterId))) as T;

test('a dry run is what the real workflow does: the same states, effects and outcomes, step by step', async () => {
  let acts = 0;
  for (const [i, [id, route]] of Object.entries(ROUTES).entries()) {
    const setting = { ...settingFor(route), routes: ROUTES, route: id };
    const whole = drawToEnd(setting, script({ at: await rig.now() }), { seed: i, pace: null });
    const session = openSession(setting, whole);
    for (const move of whole.moves) session.apply(move);
    const letterId = `dry-${i}`;
    const rehearsed = asLetter(session.played().map(({ transition: { seq, event, effects, outcome, state } }) => ({ seq, event, effects, outcome, state })), letterId);

    const [begin, ...rest] = rehearsed.map(({ event }): LetterEvent => event);
    rig.letters.add(letterId, { id: `start:${letterId}`, event: begin! });
    await rig.start(letterId);
    await rig.until(() => rig.letters.transitions(letterId).length > 0, 'the letter begins');
    for (const event of rest) await rig.send(letterId, event);
    acts += rest.length;

    const real = rig.letters.transitions(letterId).map(({ seq, event, effects, outcome, state }) => ({ seq, event, effects, outcome, state }));
    expect(JSON.parse(JSON.stringify(real))).toEqual(rehearsed);
    expect(real.at(-1)?.state.status).toBe('ended');
  }
  expect(acts).toBeGreaterThan(RUNS);
});
