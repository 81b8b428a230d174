import type { Recipient } from '../events';
import { AT, endNode, OUTGOING, post, route, startNode, walk, type Walk } from '../testing/build';
import { holder } from '../testing/office';

const DUE = { unit: 'workingDays', amount: 5 } as const;
const to = (name: string, role: Recipient['role'] = 'lead'): Recipient => ({ deliveryId: name, officeId: `O-${name}`, addressId: null, role });

/** A letter that has just been sent and is followed up. */
function sent(recipients: readonly Recipient[], settings: object = {}, facts: object = { dateAsked: '2025-06-20' }): Walk {
  const whole = route(
    [
      { ...startNode, directions: ['outgoing'] },
      { id: 'draft', type: 'draft', assignee: { by: 'drafter' }, template: 'external_letter' },
      { id: 'sign', type: 'sign', assignee: post('deputy'), returnTo: [] },
      { id: 'number', type: 'register', book: 'send', owner: 'office' },
      { id: 'send', type: 'dispatch', recipients: 'addressees' },
      { id: 'follow', type: 'followUp', expect: 'reply', until: { fact: 'dateAsked' }, judge: { by: 'drafter' }, escalation: [{ id: 'r', when: 'beforeDue', offset: { unit: 'workingDays', amount: 2 }, act: 'remind' }], ...settings } as never,
      { id: 'after', type: 'work', assignee: post('clerk'), outcomes: [{ code: 'done', name: 'เสร็จ' }] },
      endNode,
    ],
    ['start draft', 'draft sign', 'sign sign number', 'number send', 'send follow', 'follow after', 'after done end'],
  );
  const run = walk({ routes: { r: whole }, route: 'r', actor: holder('ict-officer'), facts: { ...OUTGOING, ...facts } });
  run.act('draft', 'submit', { recipients });
  run.act('sign', 'sign', { signature: true });
  return run;
}
const nodes = (run: Walk): readonly string[] => run.tasks().map((task) => task.node);
const report = (run: Walk, deliveryId: string, change: 'registered' | 'returned' | 'answered' | 'acknowledged') => run.feed({ type: 'delivery', at: AT, deliveryId, change });

test('the dispatch says what the follow-up expects of the addressees', () => {
  expect(sent([to('A')]).effects('dispatch')).toEqual([expect.objectContaining({ expect: 'reply' })]);
});

describe('a reply', () => {
  test('is put to the owner; full ends it and the letter goes on', () => {
    const run = sent([to('A')]);
    report(run, 'A', 'registered');
    expect(run.tasks()).toEqual([]);
    report(run, 'A', 'answered');
    expect(run.task('follow')).toMatchObject({ kind: 'judge', about: 'A', postIds: ['P-ict-officer'] });
    run.act('follow', 'full');
    expect(run.effects('judgeDelivery')).toEqual([expect.objectContaining({ deliveryId: 'A', verdict: 'full' })]);
    expect(nodes(run)).toEqual(['after']);
    expect(run.state().timers).toEqual({});
  });

  test.each(['partial', 'moreTime'])('judged %s waits on with a new limit, and the next reply is judged again', (verdict) => {
    const run = sent([to('A')]);
    report(run, 'A', 'answered');
    run.act('follow', verdict, { due: DUE });
    expect(run.tasks()).toEqual([]);
    expect(run.effects('setTimer').map((effect) => [effect['kind'], effect['rule']])).toEqual([['followUp', DUE], ['rung', expect.anything()]]);
    expect(run.effects('clearTimer')).toHaveLength(2);
    report(run, 'A', 'answered');
    run.act('follow', 'full');
    expect(nodes(run)).toEqual(['after']);
  });

  test('more time needs a new limit', () => {
    const run = sent([to('A')]);
    report(run, 'A', 'answered');
    expect(run.refusal(() => run.act('follow', 'moreTime'))).toBe('DUE_INVALID');
    expect(run.refusal(() => run.act('follow', 'moreTime', { due: { at: '2025-01-01' } }))).toBe('DUE_INVALID');
  });

  test('every addressee is waited for, copies for information are not', () => {
    const run = sent([to('A'), to('B', 'secondary'), to('C', 'info')]);
    report(run, 'A', 'answered');
    run.act('follow', 'full');
    expect(run.tasks()).toEqual([]);
    report(run, 'B', 'answered');
    run.act('follow', 'full');
    expect(nodes(run)).toEqual(['after']);
  });

  test('two replies are judged each by itself', () => {
    const run = sent([to('A'), to('B')]);
    report(run, 'A', 'answered');
    report(run, 'B', 'answered');
    expect(run.tasks('follow').map((task) => task.about)).toEqual(['A', 'B']);
  });

  test('told twice is asked once', () => {
    const run = sent([to('A')]);
    report(run, 'A', 'answered');
    report(run, 'A', 'answered');
    expect(run.tasks('follow')).toHaveLength(1);
  });

  test('cannot be judged with words of another question', () => {
    const run = sent([to('A')]);
    report(run, 'A', 'answered');
    expect(run.refusal(() => run.act('follow', 'accept'))).toBe('OUTCOME_UNKNOWN');
    expect(run.refusal(() => run.act('follow', 'close'))).toBe('OUTCOME_UNKNOWN');
  });
});

describe('a letter sent back', () => {
  test('is put to the owner, who is told; accepting closes it for that addressee', () => {
    const run = sent([to('A'), to('B')]);
    report(run, 'A', 'returned');
    expect(run.effects('notify')).toEqual([expect.objectContaining({ template: 'deliveryReturned', to: { personId: 'H-ict-officer' } })]);
    expect(run.refusal(() => run.act('follow', 'full'))).toBe('OUTCOME_UNKNOWN');
    run.act('follow', 'accept');
    expect(run.state().deliveries['A']?.status).toBe('judged');
    expect(run.tasks()).toEqual([]);
  });
});

describe('when the limit passes', () => {
  test('the owner is told and may close or give more time', () => {
    const run = sent([to('A')]);
    run.driver.runUntil('2025-06-21T00:00:00.000Z');
    expect(run.effects('notify')).toEqual([expect.objectContaining({ template: 'taskOverdue', to: { rule: { by: 'drafter' } } })]);
    expect(run.task('follow')).toMatchObject({ kind: 'judge', about: null });
    expect(run.refusal(() => run.act('follow', 'moreTime'))).toBe('DUE_INVALID');
    run.act('follow', 'moreTime', { due: { at: '2025-07-01' } });
    run.driver.runUntil('2025-07-02T00:00:00.000Z');
    run.act('follow', 'close');
    expect(nodes(run)).toEqual(['after']);
  });

  test('it was reminded before, on the day the ladder says', () => {
    const run = sent([to('A')]);
    const fired = run.driver.runUntil('2025-06-20T00:00:00.000Z');
    expect(fired.map((transition) => transition.event.at.slice(0, 10))).toEqual(['2025-06-18']);
    expect(run.effects('notify')).toEqual([expect.objectContaining({ template: 'taskReminder' })]);
  });
});

describe('acknowledgement', () => {
  test.each(['registered', 'acknowledged'] as const)('%s counts', (change) => {
    const run = sent([to('A')], { expect: 'acknowledgement' });
    report(run, 'A', change);
    expect(nodes(run)).toEqual(['after']);
  });

  test('a circular sent to all for information waits for all of them', () => {
    const run = sent([to('A', 'info'), to('B', 'info')], { expect: 'acknowledgement' });
    report(run, 'A', 'registered');
    expect(nodes(run)).toEqual([]);
    report(run, 'B', 'acknowledged');
    expect(nodes(run)).toEqual(['after']);
  });
});

test('with nothing asked for it passes at once', () => {
  const run = sent([to('A')], { onlyWhen: { combinator: 'and', rules: [{ field: 'dateAsked', operator: 'notNull', value: null }] } }, {});
  expect(run.effects('dispatch')).toEqual([expect.objectContaining({ expect: 'nothing' })]);
  expect(nodes(run)).toEqual(['after']);
});

test('with copies for information only, no reply is waited for', () => {
  expect(nodes(sent([to('A', 'info')]))).toEqual(['after']);
});

describe('recalled', () => {
  test('from one addressee it waits for the others', () => {
    const run = sent([to('A'), to('B')]);
    run.supervise({ type: 'recall', deliveryId: 'A' });
    report(run, 'B', 'answered');
    run.act('follow', 'full');
    expect(nodes(run)).toEqual(['after']);
  });

  test('from everybody the owner decides what becomes of it', () => {
    const run = sent([to('A')]);
    run.supervise({ type: 'recall', deliveryId: 'A' });
    expect(run.task('follow')).toMatchObject({ kind: 'judge', about: null });
    run.act('follow', 'close');
    expect(nodes(run)).toEqual(['after']);
  });

  test('before it came to the follow-up, it still passes when the others are done', () => {
    const run = sent([to('A'), to('B')]);
    report(run, 'B', 'answered');
    run.act('follow', 'full');
    run.supervise({ type: 'recall', deliveryId: 'A' });
    expect(nodes(run)).toEqual(['after']);
  });
});

test('a distribution list becomes known with the commit, and its reading is waited for', () => {
  const whole = route(
    [
      { ...startNode, directions: ['outgoing'] }, { id: 'sign', type: 'sign', assignee: post('deputy'), returnTo: [] },
      { id: 'number', type: 'register', book: 'circular', owner: 'office' }, { id: 'send', type: 'dispatch', recipients: { listCode: 'all', role: 'info' } },
      { id: 'follow', type: 'followUp', expect: 'acknowledgement', judge: post('clerk') }, endNode,
    ],
    ['start sign', 'sign sign number', 'number send', 'send follow', 'follow end'],
  );
  const run = walk({ routes: { r: whole }, route: 'r', facts: OUTGOING, driver: { list: () => [{ deliveryId: 'X' }, { deliveryId: 'Y' }] } });
  run.act('sign', 'sign', { signature: true });
  expect(Object.keys(run.state().deliveries)).toEqual(['X', 'Y']);
  report(run, 'X', 'registered');
  expect(run.state().status).toBe('running');
  report(run, 'Y', 'registered');
  expect(run.state().outcome).toBe('closed');
});

describe('a delivery that came back', () => {
  test('is sent again, to the same or a corrected addressee, and its answer is waited for', () => {
    const run = sent([to('A')]);
    report(run, 'A', 'returned');
    run.act('follow', 'resend', { recipients: [to('A2')] });
    expect(run.effects('dispatch')).toEqual([expect.objectContaining({ recipients: [to('A2')], expect: 'reply' })]);
    expect(run.state().deliveries).toMatchObject({ A: { status: 'judged' }, A2: { status: 'sent', role: 'lead' } });
    expect(nodes(run)).toEqual([]);
    report(run, 'A2', 'answered');
    run.act('follow', 'full');
    expect(nodes(run)).toEqual(['after']);
  });

  test('is not sent again to nobody, under a delivery that is there already, or while nothing came back', () => {
    const run = sent([to('A')]);
    report(run, 'A', 'returned');
    expect(run.refusal(() => run.act('follow', 'resend'))).toBe('RECIPIENTS_REQUIRED');
    expect(run.refusal(() => run.act('follow', 'resend', { recipients: [to('A')] }))).toBe('EVENT_INVALID');
    expect(run.refusal(() => run.act('follow', 'resend', { recipients: [{ ...to('B'), officeId: null }] }))).toBe('EVENT_INVALID');
    const other = sent([to('A')]);
    report(other, 'A', 'answered');
    expect(other.refusal(() => other.act('follow', 'resend', { recipients: [to('B')] }))).toBe('OUTCOME_UNKNOWN');
  });
});
