import { approval, AT, endNode, INCOMING, post, route, startNode, walk, type Walk } from './testing/build';
import { buildDirectory, holder } from './testing/office';
import { circular } from './testing/routes';

const rung = (id: string, when: 'beforeDue' | 'afterDue', amount: number, act: string) => ({ id, when, offset: { unit: 'workingDays', amount }, act });
const LADDER = [rung('soon', 'beforeDue', 1, 'remind'), rung('late', 'afterDue', 1, 'remindSuperior'), rung('later', 'afterDue', 2, 'handOver'), rung('last', 'afterDue', 3, 'flag')];
const value = route(
  [startNode, { id: 'reg', type: 'register', book: 'receive', owner: 'office' }, approval('a', 'ict-head', { deadline: { rule: { unit: 'workingDays', amount: 3 } }, escalation: LADDER }), endNode],
  ['start reg', 'reg a', 'a approve end'],
);
const begin = (more: object = {}): Walk => walk({ routes: { r: value }, route: 'r', ...more });

describe('the ladder', () => {
  test('is climbed rung by rung at the instants of the office calendar', () => {
    const run = begin();
    const fired = run.driver.runUntil('2025-06-30T00:00:00.000Z');
    expect(fired.map(({ event, effects }) => [event.at, effects.map((effect) => (effect.type === 'notify' ? effect.template : effect.type))])).toEqual([
      // Monday 2 June, three working days; the 3rd of June is a working day in this calendar.
      ['2025-06-04T01:30:00.000Z', ['taskReminder']],
      ['2025-06-05T09:30:00.000Z', ['taskOverdue']],
      ['2025-06-06T09:30:00.000Z', ['taskReminder']],
      ['2025-06-09T09:30:00.000Z', ['taskWithdrawn', 'changeTask']],
      ['2025-06-10T09:30:00.000Z', ['routeFlag']],
    ]);
    expect(run.task('a')).toMatchObject({ postIds: ['P-deputy'], rev: 1 });
  });

  test('tells the holders, the superior of the task, and the process owner', () => {
    const run = begin();
    const targets = run.driver.runUntil('2025-06-30T00:00:00.000Z').flatMap(({ effects }) => effects.flatMap((effect) => (effect.type === 'notify' ? [effect.to] : [])));
    const taskId = run.task('a').id;
    expect(targets).toEqual([{ postIds: ['P-ict-head'] }, { postIds: ['P-ict-head'] }, { superiorOfTask: taskId }, { postIds: ['P-ict-head'] }, { processOwner: true }]);
  });

  test('ends with the task', () => {
    const run = begin();
    run.act('a', 'approve');
    expect(run.effects('clearTimer')).toHaveLength(5);
    expect(run.driver.runUntil('2026-01-01T00:00:00.000Z')).toEqual([]);
  });

  test('hands a task over to the fallback where there is no superior', () => {
    const run = begin({ driver: { directory: buildDirectory({ 'ict-head': { superiorId: null } }) } });
    run.driver.runUntil('2025-06-30T00:00:00.000Z');
    expect(run.task('a').postIds).toEqual(['P-chief']);
  });

  test('of a follow-up reminds who will judge, the superior of the drafter, and the process owner', () => {
    const followed = route(
      [
        { ...startNode, directions: ['outgoing'] }, { id: 'sign', type: 'sign', assignee: post('deputy'), returnTo: [] },
        { id: 'number', type: 'register', book: 'send', owner: 'office' }, { id: 'send', type: 'dispatch', recipients: { listCode: 'all', role: 'lead' } },
        { id: 'f', type: 'followUp', expect: 'reply', until: { rule: { unit: 'workingDays', amount: 3 } }, judge: post('clerk'), escalation: LADDER as never }, endNode,
      ],
      ['start sign', 'sign sign number', 'number send', 'send f', 'f end'],
    );
    const run = walk({ routes: { r: followed }, route: 'r', actor: holder('ict-officer'), facts: { direction: 'outgoing', kind: 'external_letter' }, driver: { list: () => [{ deliveryId: 'D' }] } });
    run.act('sign', 'sign', { signature: true });
    const targets = run.driver.runUntil('2025-06-30T00:00:00.000Z').flatMap(({ effects }) => effects.flatMap((effect) => (effect.type === 'notify' ? [effect.to] : [])));
    expect(targets).toEqual([{ rule: post('clerk') }, { rule: post('clerk') }, { rule: { by: 'superior', of: 'drafter' } }, { processOwner: true }, { processOwner: true }]);
  });
});

describe('a timer', () => {
  const timer = (run: Walk, more: object = {}) => run.feed({ type: 'timer', at: AT, timerId: Object.keys(run.state().timers)[0] ?? '', nth: 0, ...more });

  test('fires once', () => {
    const run = begin();
    timer(run);
    expect(run.refusal(() => timer(run))).toBe('EVENT_OUTDATED');
    expect(run.refusal(() => timer(run, { nth: 1 }))).toBe('EVENT_OUTDATED');
  });

  test('that was cleared, or never was, is refused', () => {
    const run = begin();
    expect(run.refusal(() => timer(run, { timerId: 'm99' }))).toBe('EVENT_OUTDATED');
    expect(run.refusal(() => timer(run, { timerId: 'toString' }))).toBe('EVENT_OUTDATED');
    expect(run.refusal(() => timer(run, { nth: 1 }))).toBe('EVENT_OUTDATED');
  });
});

describe('a report of an effect', () => {
  test('is taken once; a failure is flagged to the process owner', () => {
    const run = begin();
    const [effectId = ''] = run.state().pendingEffects;
    run.feed({ type: 'effectReported', at: AT, effectId, ok: false });
    expect(run.state().pendingEffects).toEqual([]);
    expect(run.effects('notify')).toEqual([expect.objectContaining({ template: 'routeFlag', to: { processOwner: true } })]);
    expect(run.refusal(() => run.feed({ type: 'effectReported', at: AT, effectId, ok: true }))).toBe('EVENT_OUTDATED');
  });

  test('of success says nothing to anybody', () => {
    const run = begin();
    run.feed({ type: 'effectReported', at: AT, effectId: run.state().pendingEffects[0] ?? '', ok: true });
    expect(run.last().effects).toEqual([]);
  });
});

describe('a delivery', () => {
  const sent = (): Walk => {
    const run = walk({ routes: { circular }, route: 'circular', actor: holder('ict-officer'), facts: { ...INCOMING, direction: 'outgoing' }, driver: { list: () => ['D1', 'D2'].map((deliveryId) => ({ deliveryId })) } });
    run.act('sign', 'sign', { signature: true });
    run.act('check', 'done');
    return run;
  };
  const report = (run: Walk, deliveryId: string, change: 'registered' | 'answered' | 'acknowledged') => run.feed({ type: 'delivery', at: AT, deliveryId, change });

  test('that this letter does not know is refused', () => {
    const run = sent();
    expect(run.refusal(() => report(run, 'D9', 'registered'))).toBe('EVENT_OUTDATED');
    expect(run.refusal(() => report(run, 'valueOf', 'registered'))).toBe('EVENT_OUTDATED');
  });

  test('that was recalled cannot be registered any more', () => {
    const run = sent();
    run.supervise({ type: 'recall', deliveryId: 'D1' });
    expect(run.refusal(() => report(run, 'D1', 'registered'))).toBe('DELIVERY_RECALLED');
  });

  test('reported out of order keeps the later stage', () => {
    const run = sent();
    report(run, 'D1', 'acknowledged');
    report(run, 'D1', 'registered');
    expect(run.state().deliveries['D1']?.status).toBe('acknowledged');
  });
});

describe('recalled by its sender', () => {
  const arrived = route(
    [startNode, approval('open', 'clerk'), { id: 'reg', type: 'register', book: 'receive', owner: 'office' }, approval('a', 'chief'), endNode],
    ['start open', 'open approve reg', 'reg a', 'a approve end'],
  );

  test('before it is registered the letter ends as cancelled, its holders are told once, and nothing goes back', () => {
    const run = walk({ routes: { r: arrived }, route: 'r' });
    run.feed({ type: 'recalled', at: AT });
    expect(run.state()).toMatchObject({ status: 'ended', outcome: 'cancelled', tasks: {} });
    expect(run.last().effects.map(({ type }) => type)).toEqual(['notify', 'closeTask', 'endLetter']);
    expect(run.effects('notify')).toEqual([expect.objectContaining({ template: 'letterCancelled', to: { postIds: ['P-clerk'] } })]);
  });

  test('after the registration it comes too late', () => {
    const run = walk({ routes: { r: arrived }, route: 'r' });
    run.act('open', 'approve');
    expect(run.refusal(() => run.feed({ type: 'recalled', at: AT }))).toBe('EVENT_OUTDATED');
  });
});
