import * as fc from 'fast-check';
import { PLAIN_CALENDAR, type OfficeCalendar } from '../calendar/calendar';
import { routeCaseSaveSchema } from '../contracts/route-life';
import { createBooks } from './driver';
import { choose, drawNext, drawToEnd, pathOf, rehearse, standsAt, stepBack, type Rehearsal } from './rehearsal';
import { runCase } from './rehearsal/cases';
import { coverageOf } from './rehearsal/coverage';
import { MAX_MOVES, type Script, type TestCase } from './rehearsal/script';
import type { RehearsalSetting } from './rehearsal/session';
import { scriptSchema } from './rehearsal/schema';
import { approval, endNode, OUTGOING, post, route, startNode } from './testing/build';
import { buildDirectory, postId, unitId } from './testing/office';
import { script, settingFor } from './testing/rehearsing';
import { anyWellNested } from './testing/random-route';
import { verifyRoute } from './verify';

/** Days off around the Thai new year of 2569. */
const SONGKRAN: OfficeCalendar = {
  ...PLAIN_CALENDAR,
  days: Object.fromEntries(['2026-04-13', '2026-04-14', '2026-04-15'].map((date) => [date, { kind: 'holiday', name: 'วันสงกรานต์', scope: 'national' }])),
};
const FRIDAY = '2026-04-10T03:00:00.000Z';

const simple = route(
  [
    startNode,
    approval('check', 'clerk', { deadline: { rule: { unit: 'workingDays', amount: 2 } }, escalation: [{ id: 'late', when: 'afterDue', offset: { unit: 'workingDays', amount: 1 }, act: 'remindSuperior' }] }),
    approval('agree', 'chief', { returnTo: ['check'], canReject: true }),
    endNode,
    { id: 'refused', type: 'end', outcome: 'rejected' },
  ],
  ['start check', 'check approve agree', 'agree approve end', 'agree reject refused'],
);

/** Chooses by the name of the outcome. */
function take(setting: RehearsalSetting, rehearsal: Rehearsal, outcome: string): Rehearsal {
  const choice = rehearsal.choices.find((each) => each.outcome === outcome);
  if (choice === undefined) throw new Error(`no choice ${outcome} among ${rehearsal.choices.map((each) => each.outcome).join(' ')}`);
  return choose(setting, rehearsal, choice.move);
}
const kinds = ({ log }: Rehearsal): readonly string[] => log.map(({ kind }) => kind);

describe('at a standstill', () => {
  test('it says who is asked, by which rule, until when, and what they could do', () => {
    const setting = settingFor(simple);
    const asked = take(setting, rehearse(setting, script()), 'approve').asked;
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({ task: { node: 'agree', rule: post('chief'), postIds: [postId('chief')] }, dueAt: null });
    expect(asked[0]!.choices.map(({ outcome }) => outcome)).toEqual(['approve', 'reject', 'return']);
    expect(asked[0]!.choices[2]!.name).toEqual({ th: 'ขั้น check', en: 'ขั้น check' });
  });

  test('only what the step allows is offered', () => {
    const setting = settingFor(route([startNode, approval('check', 'clerk', { canAmend: true, canForward: true }), endNode], ['start check', 'check approve end']));
    expect(rehearse(setting, script()).asked[0]!.choices.map(({ outcome }) => outcome)).toEqual(['approve', 'amend', 'forward']);
  });

  test('the clock can go on to the next limit, and over the days of Songkran', () => {
    const setting = settingFor(simple, { calendar: SONGKRAN });
    const begun = rehearse(setting, script({ at: FRIDAY }));
    // Two working days after Friday the 10th: Thursday the 16th and Friday the 17th.
    expect(begun.asked[0]!.dueAt).toBe('2026-04-17T09:30:00.000Z');
    expect(begun.nextAt).toBe('2026-04-17T09:30:00.000Z');
    const late = take(setting, take(setting, begun, 'clock'), 'clock');
    expect(late.now).toBe('2026-04-20T09:30:00.000Z');
    expect(late.log.flatMap((each) => (each.kind === 'told' ? [[each.template, each.at, each.who[0]!.postId]] : []))).toEqual([
      ['taskOverdue', '2026-04-17T09:30:00.000Z', postId('clerk')],
      ['taskReminder', '2026-04-20T09:30:00.000Z', postId('chief')],
    ]);
  });

  test('whoever acts on that day is asked, not whoever acts today', () => {
    const away = buildDirectory({ clerk: { holders: ['H-acting'] } });
    const setting = settingFor(simple, { directoryAt: (at) => (at >= '2026-04-13' ? away : buildDirectory()) });
    const who = (at: string) => rehearse(setting, script({ at })).log.flatMap((each) => (each.kind === 'asked' ? each.who : []));
    expect(who(FRIDAY)).toEqual([{ postId: postId('clerk'), personIds: ['H-clerk'] }]);
    expect(who('2026-04-16T03:00:00.000Z')).toEqual([{ postId: postId('clerk'), personIds: ['H-acting'] }]);
  });

  test('an event that is waited for may be reported, or not come in time', () => {
    const session = { id: 'session', type: 'wait', event: 'ที่ประชุมมีมติ', eventEn: 'the meeting has decided', assignee: post('clerk'), until: { rule: { unit: 'workingDays', amount: 2 } } } as const;
    const setting = settingFor(route([startNode, session, approval('agree', 'chief'), approval('late', 'chief'), endNode], ['start session', 'session agree', 'session overdue late', 'agree approve end', 'late approve end']));
    const waits = rehearse(setting, script());
    expect(waits.asked).toMatchObject([{ task: { node: 'session', postIds: [postId('clerk')] }, choices: [{ outcome: 'happened', name: { th: 'แจ้งว่าที่ประชุมมีมติแล้ว', en: 'Report: the meeting has decided' } }] }]);
    expect(take(setting, waits, 'happened').asked).toMatchObject([{ task: { node: 'agree' } }]);
    expect(take(setting, waits, 'clock').asked).toMatchObject([{ task: { node: 'late' } }]);
  });

  test('a letter that nothing more can be done with is said to be stuck, one that waits is not', () => {
    const starving = route([startNode, { id: 'pause', type: 'wait', until: { rule: { unit: 'workingDays', amount: 1 } } }, endNode], ['start pause', 'pause end']);
    const waits = rehearse(settingFor(starving), script());
    expect(waits).toMatchObject({ isStuck: false, asked: [] });
    const mute = route([startNode, { id: 'do', type: 'work', assignee: post('clerk'), outcomes: [] }, endNode], ['start do']);
    expect(rehearse(settingFor(mute), script())).toMatchObject({ isStuck: true, state: { status: 'running' } });
    const held = take(settingFor(starving), waits, 'hold');
    expect(held.choices.map(({ outcome }) => outcome)).toEqual(['resume', 'cancel']);
  });
});

describe('choosing', () => {
  test('a letter is directed to a unit, which runs a route of its own and comes back', () => {
    const setting = settingFor('incoming');
    const directed = take(setting, take(setting, take(setting, rehearse(setting, script()), 'proposed'), 'approve'), 'assign');
    expect(directed.log.some(({ kind }) => kind === 'directed')).toBe(true);
    expect(directed.way.some(({ route: id }) => id === 'unitRoute')).toBe(true);
    // The drawing of the rehearsed route shows the step that gave it away.
    expect(standsAt(directed, setting)).toEqual(['direct']);
    expect(directed.asked[0]!.task.node).toBe('work');
    expect(take(setting, directed, 'done').state?.status).toBe('ended');
  });

  test('numbers come from a copy of the books: a step back gives them back', () => {
    const books = () => {
      const give = createBooks();
      return (ask: Parameters<typeof give>[0]) => ({ ...give(ask), printed: 'ลบ 0017/ว 124' });
    };
    const setting = settingFor('incoming', { books });
    const begun = rehearse(setting, script());
    expect(begun.log.find(({ kind }) => kind === 'number')).toMatchObject({ book: 'receive', printed: 'ลบ 0017/ว 124', date: '2025-06-02' });
    const again = stepBack(setting, take(setting, begun, 'proposed'));
    expect(again).toEqual(begun);
  });

  test('a letter is drafted, agreed in branches, signed, numbered, sent, answered and judged', () => {
    const setting = settingFor('outgoing');
    const begin = script({ facts: { ...OUTGOING, dateAsked: '2025-06-20' }, drafterPost: 'ict-officer', unitId: unitId('ict') });
    const outcomes = ['submit', 'approve', 'done', 'approve', 'sign', 'delivery.registered', 'delivery.answered', 'full'];
    const done = outcomes.reduce((rehearsal, outcome) => take(setting, rehearsal, outcome), rehearse(setting, begin));
    expect(done.state).toMatchObject({ status: 'ended', outcome: 'closed' });
    expect(kinds(done)).toEqual(expect.arrayContaining(['asked', 'acted', 'withdrawn', 'number', 'sent', 'delivery', 'ended']));
  });

  test('a circular goes to its list', () => {
    const setting = settingFor('circular');
    const sent = ['sign', 'done'].reduce((rehearsal, outcome) => take(setting, rehearsal, outcome), rehearse(setting, script({ facts: OUTGOING })));
    expect(sent.log.find(({ kind }) => kind === 'sent')).toMatchObject({ list: 'all', count: 3 });
  });

  test('a move that is refused changes nothing and is said', () => {
    const setting = settingFor(simple);
    const begun = rehearse(setting, script());
    const refused = choose(setting, begun, { kind: 'act', at: { node: 'agree', index: 0, within: '', about: null }, outcome: 'approve' });
    expect(refused.broken).toEqual({ move: 0, code: 'TASK_NOT_OPEN', details: { nodeId: 'agree' } });
    expect({ ...refused, broken: null }).toEqual(begun);
  });

  test('a route that refuses the letter at once says so', () => {
    const bare = route([startNode, endNode], []);
    expect(rehearse(settingFor(bare), script())).toMatchObject({ state: null, broken: { move: -1, code: 'ROUTE_INVALID' } });
  });

  test('whoever has drafted it is passed over, and it says so', () => {
    const setting = settingFor(route([{ ...startNode, directions: ['outgoing'] }, approval('check', 'clerk'), endNode], ['start check', 'check approve end']));
    const begun = rehearse(setting, script({ facts: OUTGOING, drafterPost: 'clerk' }));
    expect(begun.log.find(({ kind }) => kind === 'asked')).toMatchObject({ who: [{ postId: postId('chief') }], passedOver: [postId('clerk')] });
  });
});

describe('drawn by a seed', () => {
  const drawn = { seed: 7, pace: { unit: 'workingHours', amount: 3 } } as const;

  test('the same seed draws the same, another seed sooner or later something else', () => {
    const setting = settingFor(simple);
    expect(drawToEnd(setting, script(), drawn)).toEqual(drawToEnd(setting, script(), drawn));
    const ways = new Set(Array.from({ length: 20 }, (_, seed) => pathOf(rehearse(setting, drawToEnd(setting, script(), { seed, pace: null })), setting).join(' ')));
    expect(ways.size).toBeGreaterThan(2);
  });

  test('one move at a time comes to the same as all at once', () => {
    const setting = settingFor('incoming');
    let one: Script = script();
    for (let more = drawNext(setting, one, drawn); more.moves.length > one.moves.length; more = drawNext(setting, one, drawn)) one = more;
    expect(one).toEqual(drawToEnd(setting, script(), drawn));
  });

  test('people take their time: the clock goes on between acts, within office hours', () => {
    const setting = settingFor(simple, { calendar: SONGKRAN });
    const moves = drawToEnd(setting, script({ at: FRIDAY }), drawn).moves;
    expect(moves[0]).toEqual({ kind: 'clock', to: '2026-04-10T07:00:00.000Z' });
  });

  test('a move that the route cannot take ends the play with the reason', () => {
    const early = route([startNode, approval('check', 'clerk'), { id: 'send', type: 'dispatch', recipients: 'addressees' }, endNode], ['start check', 'check approve send', 'send end']);
    const played = rehearse(settingFor(early), drawToEnd(settingFor(early), script(), { seed: 1, pace: null }));
    expect(played.broken).toMatchObject({ move: 0, code: 'LETTER_NOT_NUMBERED' });
  });
});

describe('any route as chance draws it', () => {
  const seeds = fc.nat({ max: 1_000_000 });

  test('comes to its end by drawn choices', () => {
    fc.assert(fc.property(anyWellNested, seeds, (drawn, seed) => {
      const setting = settingFor(drawn);
      const played = rehearse(setting, drawToEnd(setting, script(), { seed, pace: null }));
      expect(played).toMatchObject({ broken: null, state: { status: 'ended' } });
      expect(played.script.moves.length).toBeLessThan(MAX_MOVES);
    }), { numRuns: 150 });
  });

  test('plays the same from its script as plain JSON, and takes edges from where it was', () => {
    fc.assert(fc.property(anyWellNested, seeds, (drawn, seed) => {
      const setting = settingFor(drawn);
      const whole = drawToEnd(setting, script(), { seed, pace: { unit: 'workingDays', amount: 1 } });
      const kept = scriptSchema.parse(JSON.parse(JSON.stringify(whole)));
      const played = rehearse(setting, kept);
      expect(played).toEqual(rehearse(setting, whole));
      const path = new Set(pathOf(played, setting));
      for (const { edge, node } of played.way) {
        const taken = drawn.edges.find(({ id }) => id === edge);
        if (edge !== null) expect([taken?.to, path.has(taken?.from ?? '')]).toEqual([node, true]);
      }
    }), { numRuns: 100 });
  });

  test('is covered by enough drawn cases wherever it passes the check', () => {
    fc.assert(fc.property(anyWellNested, (drawn) => {
      const setting = settingFor(drawn);
      const cases = Array.from({ length: 12 }, (_, seed): TestCase => {
        const whole = drawToEnd(setting, script(), { seed, pace: null });
        return { id: `c${seed}`, name: `กรณี ${seed}`, script: whole, expected: pathOf(rehearse(setting, whole), setting) };
      });
      const results = cases.map((each) => runCase(setting, each));
      expect(results.map(({ verdict }) => verdict.kind)).toEqual(cases.map(() => 'passed'));
      const { uncovered, byEdge } = coverageOf(drawn, results);
      expect(Object.keys(byEdge)).toHaveLength(drawn.edges.length);
      // What nobody can reach (a branch that another one ends) may stay uncovered; the first line never does.
      expect(uncovered).not.toContain(drawn.edges[0]!.id);
      expect(verifyRoute(drawn).filter(({ severity }) => severity === 'error')).toEqual([]);
    }), { numRuns: 20 });
  });
});

describe('test cases', () => {
  const setting = settingFor(simple);
  const moves = take(setting, take(setting, rehearse(setting, script()), 'approve'), 'reject').script.moves;
  const refusal: TestCase = { id: 'refusal', name: 'ไม่อนุมัติ', script: script({ moves }), expected: ['start', 'check', 'agree', 'refused'] };

  test('pass where the letter goes the expected way, and say by which lines', () => {
    const result = runCase(setting, { ...refusal, script: scriptSchema.parse(JSON.parse(JSON.stringify(refusal.script))) });
    expect(result).toMatchObject({ verdict: { kind: 'passed', outcome: 'rejected' }, edges: ['e0', 'e1', 'e3'] });
    expect(coverageOf(simple, [result])).toEqual({ byEdge: { e0: 1, e1: 1, e2: 0, e3: 1 }, uncovered: ['e2'] });
  });

  test('say where it went another way once the route is changed', () => {
    const changed = { ...simple, edges: simple.edges.map((edge) => (edge.id === 'e3' ? { ...edge, to: 'end' } : edge)) };
    const result = runCase(settingFor(changed), refusal);
    expect(result.verdict).toEqual({ kind: 'otherWay', step: 3, expected: 'refused', actual: 'end' });
    expect(coverageOf(changed, [result]).uncovered).toHaveLength(4);
  });

  test('say which move is no longer possible', () => {
    const changed = { ...simple, nodes: simple.nodes.map((node) => (node.id === 'agree' ? { ...node, canReject: false } : node)) };
    expect(runCase(settingFor(changed), refusal).verdict).toMatchObject({ kind: 'refused', move: 1, code: 'OUTCOME_UNKNOWN' });
  });

  test.each([
    ['a move of no kind', { script: script({ moves: [{ kind: 'jump' } as never] }) }],
    ['too many moves', { script: script({ moves: Array.from({ length: MAX_MOVES + 1 }, () => ({ kind: 'answered' }) as const) }) }],
    ['an unknown class', { script: script({ secrecy: 'very' as never }) }],
    ['no name', { name: ' ' }],
  ])('that come from outside with %s are refused', (_what, change) => {
    const { id: _id, ...body } = refusal;
    expect(routeCaseSaveSchema.safeParse(body).success).toBe(true);
    expect(routeCaseSaveSchema.safeParse({ ...body, ...change }).success).toBe(false);
  });
});

describe('what is given to a post', () => {
  const direct = route([startNode, { id: 'direct', type: 'assign', assignee: post('ict-head'), actions: ['assigned'] }, endNode], ['start direct', 'direct end']);
  const toPost = ({ choices }: Rehearsal, code: string) => choices.find(({ move }) => move.kind === 'act' && move.picks?.[0]?.postId === postId(code))?.move;

  test('can be rehearsed to the posts right below whoever directs, and is told by name of the post', () => {
    const setting = settingFor(direct);
    const begun = rehearse(setting, script());
    expect(toPost(begun, 'finance-officer')).toBeUndefined();
    const given = choose(setting, begun, toPost(begun, 'ict-officer')!);
    expect(given.log).toContainEqual(expect.objectContaining({ kind: 'directed', unitId: unitId('ict'), postId: postId('ict-officer'), part: 'main' }));
    expect(given.asked[0]!.task).toMatchObject({ node: 'handle', postIds: [postId('ict-officer')] });
    expect(scriptSchema.parse(given.script)).toEqual(given.script);
    const reported = take(setting, given, 'done');
    expect(reported.asked[0]!.task).toMatchObject({ node: 'report', postIds: [postId('ict-head')] });
    expect(take(setting, reported, 'approve').state).toMatchObject({ status: 'ended', outcome: 'closed' });
  });

  test('two posts of one unit stand at places of their own', () => {
    const setting = settingFor(direct);
    const both = choose(setting, rehearse(setting, script()), {
      kind: 'act', at: { node: 'direct', index: 0, within: '', about: null }, outcome: 'assign', action: 'assigned',
      picks: [{ unitId: unitId('ict'), postId: postId('ict-officer'), role: 'main' }, { unitId: unitId('ict'), postId: postId('ict-second'), role: 'info' }],
    });
    const places = both.choices.flatMap(({ move }) => (move.kind === 'act' ? [move.at.within] : []));
    expect([...new Set(places)]).toEqual([`/direct:${postId('ict-officer')}`, `/direct:${postId('ict-second')}`]);
  });

  test('is offered only where the office has a route for posts', () => {
    const setting = settingFor(direct, { postRoute: null });
    const begun = rehearse(setting, script());
    expect(begun.choices.some(({ move }) => move.kind === 'act' && move.picks?.[0]?.postId !== undefined)).toBe(false);
    expect(choose(setting, begun, toPost(rehearse(settingFor(direct), script()), 'ict-officer')!).broken).toMatchObject({ code: 'ROUTE_MISSING' });
  });
});
