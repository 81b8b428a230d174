import { advance, start } from '../engine';
import { approval, AT, endNode, INCOMING, post, refusedNode, route, startNode, walk } from '../testing/build';
import { caller, council, incoming, unitRoute } from '../testing/routes';

const work = (id: string, outcomes: readonly string[] = ['done'], more: object = {}) =>
  ({ id, type: 'work', assignee: post('clerk'), outcomes: outcomes.map((code) => ({ code, name: code })), ...more }) as const;

describe('decide', () => {
  const decide = {
    id: 'd', type: 'decide', otherwise: 'plain',
    branches: [
      { outcome: 'secret', when: { combinator: 'and', rules: [{ field: 'secrecy', operator: '!=', value: 'none' }] } },
      { outcome: 'urgent', when: { combinator: 'and', rules: [{ field: 'urgency', operator: 'in', value: ['urgent', 'most_urgent'] }] } },
    ],
  } as const;
  const value = route([startNode, decide, work('secret'), work('urgent'), work('plain'), endNode], ['start d', 'd secret secret', 'd urgent urgent', 'd plain plain', 'secret done end', 'urgent done end', 'plain done end']);

  test.each([['normal', 'none', 'plain'], ['urgent', 'none', 'urgent'], ['urgent', 'secret', 'secret']])('%s and %s goes to %s', (urgency, secrecy, node) => {
    const run = walk({ routes: { r: value }, route: 'r', facts: { ...INCOMING, urgency }, start: { secrecy: secrecy as 'none' } });
    expect(run.tasks().map((task) => task.node)).toEqual([node]);
  });
});

test('classify sets facts by its table and says so', () => {
  const run = walk({ routes: { incoming, unitRoute }, route: 'incoming' });
  run.act('propose', 'proposed', { facts: { urgency: 'urgent', proposedUnit: 'U-ict' } });
  expect(run.state().facts['subjectClass']).toBe('fast');
  expect(run.effects('setFacts').map((effect) => effect['facts'])).toEqual([{ urgency: 'urgent' }, { subjectClass: 'fast' }]);
});

describe('work', () => {
  const value = route([startNode, work('w', ['done', 'drop'], { answeredOutcome: 'answered' }), endNode, refusedNode], ['start w', 'w done end', 'w answered end', 'w drop refused']);

  test('goes the way of its outcome; a report with a note is a line in the chain', () => {
    const run = walk({ routes: { r: value }, route: 'r' });
    run.act('w', 'drop', { hasNote: true });
    expect(run.state().outcome).toBe('rejected');
    expect(run.effects('endorse')).toEqual([expect.objectContaining({ action: 'proceed' })]);
  });

  test('is closed by itself when a letter that answers this one goes out', () => {
    const run = walk({ routes: { r: value }, route: 'r' });
    run.feed({ type: 'answered', at: AT, answerLetterId: 'L2' });
    expect(run.effects('closeTask')).toEqual([expect.objectContaining({ end: 'done', outcome: 'answered', actor: null })]);
    expect(run.state()).toMatchObject({ outcome: 'closed', facts: { isAnswered: true } });
  });

  test('on a branch for information is left to its reader', () => {
    const infoWork = route([startNode, work('iw', ['done'], { answeredOutcome: 'answered' }), endNode], ['start iw', 'iw done end', 'iw answered end']);
    const direct = { id: 'direct', type: 'assign', assignee: post('deputy'), actions: ['circulate'] } as const;
    const run = walk({ routes: { r: route([startNode, direct, work('w'), endNode], ['start direct', 'direct w', 'w done end']), infoWork }, route: 'r' });
    run.act('direct', 'assign', { action: 'circulate', picks: [{ unitId: 'U-ict', role: 'info', routeVersionId: 'infoWork' }] });
    run.feed({ type: 'answered', at: AT, answerLetterId: 'L2' });
    expect(run.tasks().map((task) => task.node)).toEqual(['iw', 'w']);
  });

  test.each([['approve', 'OUTCOME_UNKNOWN'], ['answered', 'OUTCOME_UNKNOWN'], ['return', 'OUTCOME_UNKNOWN']])('the outcome %s, which nobody may choose, is refused', (outcome, code) => {
    const run = walk({ routes: { r: value }, route: 'r' });
    expect(run.refusal(() => run.act('w', outcome))).toBe(code);
  });

  test('an outcome without the note it needs is refused', () => {
    const noted = route([startNode, { ...work('w'), outcomes: [{ code: 'done', name: 'x', noteRequired: true }] }, endNode], ['start w', 'w done end']);
    const run = walk({ routes: { r: noted }, route: 'r' });
    expect(run.refusal(() => run.act('w', 'done'))).toBe('NOTE_REQUIRED');
  });
});

describe('wait', () => {
  const waiting = (until: object) => walk({ routes: { r: route([startNode, { id: 'w', type: 'wait', until } as never, work('after'), endNode], ['start w', 'w after', 'after done end']) }, route: 'r', facts: { ...INCOMING, dateAsked: '2025-06-06' } });

  test('stands for its span of working time', () => {
    const run = waiting({ rule: { unit: 'workingDays', amount: 2 } });
    expect(run.driver.runUntil('2025-06-04T09:00:00.000Z')).toEqual([]);
    run.driver.runUntil('2025-06-04T10:00:00.000Z');
    expect(run.tasks().map((task) => task.node)).toEqual(['after']);
  });

  test('stands until the date that a fact holds', () => {
    const run = waiting({ fact: 'dateAsked' });
    expect(run.driver.timers('L1').map((timer) => timer.at)).toEqual(['2025-06-06T09:30:00.000Z']);
  });

  test('passes at once where the fact holds none', () => {
    expect(waiting({ fact: 'urgentBy' }).tasks().map((task) => task.node)).toEqual(['after']);
  });

  describe('for an event', () => {
    const EVENT = { id: 'w', type: 'wait', event: 'ที่ประชุมมีมติ', assignee: post('clerk') } as const;
    const LIMIT = { rule: { unit: 'workingDays', amount: 2 } } as const;
    const awaiting = (more: object = {}, edges: readonly string[] = []) =>
      walk({ routes: { r: route([startNode, { ...EVENT, ...more }, work('after'), work('late'), endNode], ['start w', 'w after', ...edges, 'after done end', 'late done end']) }, route: 'r' });
    const places = (run: ReturnType<typeof awaiting>) => run.tasks().map((task) => task.node);

    test('stands until the one who may say so says that it has happened', () => {
      const run = awaiting();
      expect(run.task('w')).toMatchObject({ kind: 'report', postIds: ['P-clerk'], due: null });
      expect(run.driver.timers('L1')).toEqual([]);
      run.act('w', 'happened', { hasNote: true });
      expect(places(run)).toEqual(['after']);
      expect(run.effects('endorse')).toEqual([expect.objectContaining({ action: 'for_info', node: 'w' })]);
    });

    test('writes no line of the chain where nothing is noted', () => {
      const run = awaiting();
      run.act('w', 'happened', { hasNote: false });
      expect(run.effects('endorse')).toEqual([]);
    });

    test('stops waiting at its limit, tells whoever should have reported, and goes on', () => {
      const run = awaiting({ until: LIMIT });
      run.driver.runUntil('2025-06-04T10:00:00.000Z');
      expect(places(run)).toEqual(['after']);
      expect(run.effects('closeTask')).toEqual([expect.objectContaining({ end: 'withdrawn' })]);
      expect(run.effects('notify')).toEqual([expect.objectContaining({ template: 'taskWithdrawn', to: { postIds: ['P-clerk'] } })]);
    });

    test('goes another way at its limit where one is drawn, and the usual way when it happens in time', () => {
      const late = awaiting({ until: LIMIT }, ['w overdue late']);
      late.driver.runUntil('2025-06-04T10:00:00.000Z');
      expect(places(late)).toEqual(['late']);
      const inTime = awaiting({ until: LIMIT }, ['w overdue late']);
      inTime.act('w', 'happened');
      expect(places(inTime)).toEqual(['after']);
      expect(inTime.driver.timers('L1')).toEqual([]);
    });

    test('is waited for without a limit where the fact of the limit holds no date', () => {
      const run = awaiting({ until: { fact: 'urgentBy' } });
      expect(places(run)).toEqual(['w']);
      expect(run.driver.timers('L1')).toEqual([]);
    });

    test('waits anew after a hold, for the same people', () => {
      const run = awaiting({ until: LIMIT });
      run.supervise({ type: 'hold' });
      run.supervise({ type: 'resume' });
      expect(places(run)).toEqual(['w']);
      expect(Object.values(run.state().timers)).toEqual([expect.objectContaining({ kind: 'wait', task: null })]);
    });

    describe('with a ladder', () => {
      const rungs = (...acts: readonly string[]) => ({ until: { rule: { unit: 'workingDays', amount: 3 } }, escalation: acts.map((act, i) => ({ id: `r${i}`, when: 'beforeDue', offset: { unit: 'workingDays', amount: acts.length - i }, act })) });
      const told = (run: ReturnType<typeof awaiting>) => run.effects('notify').map(({ template, to }) => [template, to]);

      test('reminds whoever should report, then the superior, before the limit', () => {
        const run = awaiting(rungs('remind', 'remindSuperior'));
        run.driver.runUntil('2025-06-03T10:00:00.000Z');
        expect(told(run)).toEqual([['taskReminder', { postIds: ['P-clerk'] }]]);
        run.driver.runUntil('2025-06-04T10:00:00.000Z');
        expect(told(run)).toContainEqual(['taskReminder', { superiorOfTask: run.task('w').id }]);
        expect(places(run)).toEqual(['w']);
      });

      test('hands the report over, and is counted anew after a hold', () => {
        const run = awaiting(rungs('handOver'));
        run.supervise({ type: 'hold' });
        run.supervise({ type: 'resume' });
        expect(Object.values(run.state().timers).map(({ kind, rung }) => [kind, rung])).toEqual([['wait', null], ['rung', 'r0']]);
        run.driver.runUntil('2025-06-04T10:00:00.000Z');
        expect(told(run)).toContainEqual(['taskWithdrawn', { postIds: ['P-clerk'] }]);
        expect(run.task('w').postIds).not.toEqual(['P-clerk']);
      });

      test('is forgotten once the event has happened', () => {
        const run = awaiting(rungs('remind'));
        run.act('w', 'happened');
        expect(run.driver.timers('L1')).toEqual([]);
      });
    });

    test.each([['next'], ['overdue'], ['return']])('the outcome %s is nobody’s to choose', (outcome) => {
      const run = awaiting({ until: LIMIT });
      expect(run.refusal(() => run.act('w', outcome))).toBe('OUTCOME_UNKNOWN');
    });
  });
});

test('notify tells whom the rule means, with the name of the notice, and goes on', () => {
  const run = walk({ routes: { r: route([startNode, { id: 'n', type: 'notify', who: post('owner'), template: 'arrived' }, work('after'), endNode], ['start n', 'n after', 'after done end']) }, route: 'r' });
  expect(run.effects('notify')).toEqual([expect.objectContaining({ template: 'custom', custom: 'arrived', to: { rule: post('owner') } })]);
  expect(run.tasks()).toHaveLength(1);
});

describe('call', () => {
  test('runs the other route and comes back with its outcome', () => {
    const run = walk({ routes: { caller, council }, route: 'caller' });
    expect(run.task('line').frame).not.toBe('f1');
    for (const node of ['line', 'line', 'line']) run.act(node, 'approve');
    run.act('all', 'approve', { index: 0 });
    run.act('all', 'approve', { index: 1 });
    run.act('first', 'approve', { index: 0 });
    expect(Object.values(run.state().tokens)).toEqual([expect.objectContaining({ node: 'pause', scope: null })]);
    expect(Object.keys(run.state().frames)).toEqual(['f1']);
  });

  test('forgets with the called route how often its steps sent the letter back', () => {
    const run = walk({ routes: { caller, council }, route: 'caller' });
    const line = () => ['line', 'line', 'line'].forEach((node) => run.act(node, 'approve'));
    line();
    run.act('all', 'return', { index: 0, returnTo: 'line' });
    expect(Object.values(run.state().memory)).toEqual([{ returns: 1 }]);
    line();
    run.act('all', 'approve', { index: 0 });
    run.act('all', 'approve', { index: 1 });
    run.act('first', 'approve', { index: 0 });
    expect(run.state().memory).toEqual({});
  });

  test('takes the way of the outcome where one is drawn', () => {
    const run = walk({ routes: { caller, council }, route: 'caller' });
    run.act('line', 'reject');
    expect(run.state()).toMatchObject({ status: 'ended', outcome: 'rejected' });
  });

  test('of itself is refused at eight frames', () => {
    const circle = route([startNode, { id: 'c', type: 'call', routeVersionId: 'circle' }, endNode], ['start c', 'c end']);
    const run = walk({ routes: { circle, r: route([startNode, approval('a', 'chief'), { id: 'c', type: 'call', routeVersionId: 'circle' }, endNode], ['start a', 'a approve c', 'c end']) }, route: 'r' });
    expect(run.refusal(() => run.act('a', 'approve'))).toBe('DEPTH_EXCEEDED');
  });

  test('of a route that was not loaded is refused', () => {
    const run = walk({ routes: { r: route([startNode, approval('a', 'chief'), { id: 'c', type: 'call', routeVersionId: 'gone' }, endNode], ['start a', 'a approve c', 'c end']) }, route: 'r' });
    expect(run.refusal(() => run.act('a', 'approve'))).toBe('ROUTE_MISSING');
  });
});

describe('end', () => {
  const back = route([startNode, work('w'), { id: 'end', type: 'end', outcome: 'returned', retention: 'y10' }], ['start w', 'w done end']);

  test('returned sends the delivery back where the letter came by one', () => {
    const run = walk({ routes: { r: back }, route: 'r' });
    run.act('w', 'done');
    expect(run.last().effects.map((effect) => effect.type)).toEqual(['closeTask', 'returnDelivery', 'endLetter']);
    expect(run.effects('endLetter')).toEqual([{ type: 'endLetter', outcome: 'returned', retention: 'y10' }]);
    const counter = walk({ routes: { r: back }, route: 'r', facts: { ...INCOMING, channel: 'counter' } });
    counter.act('w', 'done');
    expect(counter.effects('returnDelivery')).toEqual([]);
  });

  test('leaves nothing that could still be acted on', () => {
    const run = walk({ routes: { r: back }, route: 'r' });
    const { id, rev } = run.task('w');
    run.act('w', 'done');
    expect(run.refusal(() => run.feed({ type: 'act', at: AT, actor: { personId: 'H-clerk', postId: 'P-clerk', capacity: 'own' }, taskId: id, rev, outcome: 'done', hasNote: false }))).toBe('LETTER_ENDED');
  });
});

describe('the engine itself', () => {
  test('refuses a circle of automatic steps instead of hanging', () => {
    const circle = route(
      [startNode, work('w'), { id: 'a', type: 'notify', who: post('clerk'), template: 't' }, { id: 'b', type: 'notify', who: post('clerk'), template: 't' }, endNode],
      ['start w', 'w done a', 'a b', 'b a'],
    );
    const run = walk({ routes: { r: circle }, route: 'r' });
    expect(run.refusal(() => run.act('w', 'done'))).toBe('LOOP_EXCEEDED');
  });

  test('refuses a state of another engine version', () => {
    const run = walk({ routes: { incoming, unitRoute }, route: 'incoming' });
    const event = { type: 'answered', at: AT, answerLetterId: 'L2' } as const;
    expect(run.refusal(() => advance({ incoming }, { ...run.state(), engine: 2 as 1 }, event))).toBe('ENGINE_UNSUPPORTED');
    expect(run.refusal(() => advance({ incoming }, { ...run.state(), schema: 2 as 1 }, event))).toBe('ENGINE_UNSUPPORTED');
  });

  test('refuses to act by a version that lacks the step where the letter stands', () => {
    const run = walk({ routes: { incoming, unitRoute }, route: 'incoming' });
    const { id, rev } = run.task('propose');
    const event = { type: 'act', at: AT, actor: { personId: 'H-clerk', postId: 'P-clerk', capacity: 'own' }, taskId: id, rev, outcome: 'proposed', hasNote: false } as const;
    expect(run.refusal(() => advance({ incoming: unitRoute }, run.state(), event))).toBe('ROUTE_INVALID');
  });

  test('refuses a second start and an event it does not know', () => {
    const run = walk({ routes: { incoming, unitRoute }, route: 'incoming' });
    const begin = { type: 'start', at: AT, actor: null, letterId: 'L1', officeId: 'O1', routeVersionId: 'incoming', unitId: null, secrecy: 'none', facts: {} } as const;
    expect(run.refusal(() => run.feed(begin))).toBe('EVENT_INVALID');
    expect(run.refusal(() => run.feed({ type: 'constructor', at: AT } as never))).toBe('EVENT_INVALID');
  });

  test('refuses to start on a route that is not there or has no start', () => {
    const begin = { type: 'start', at: AT, actor: null, letterId: 'L1', officeId: 'O1', routeVersionId: 'r', unitId: null, secrecy: 'none', facts: {} } as const;
    expect(() => start({}, begin)).toThrow('ROUTE_MISSING');
    expect(() => start({ r: route([endNode], []) }, begin)).toThrow('ROUTE_INVALID');
  });

  test('refuses to leave a step by a way that is not drawn', () => {
    const run = walk({ routes: { r: route([startNode, work('w'), endNode], ['start w']) }, route: 'r' });
    expect(run.refusal(() => run.act('w', 'done'))).toBe('ROUTE_INVALID');
  });

  test('takes who registers a letter from elsewhere for no drafter', () => {
    const actor = { personId: 'H-clerk', postId: 'P-clerk', capacity: 'own' } as const;
    expect(walk({ routes: { incoming }, route: 'incoming', actor }).state().drafter).toBeNull();
    expect(walk({ routes: { incoming }, route: 'incoming', actor, facts: { direction: 'internal' } }).state().drafter).toEqual(actor);
  });
});
