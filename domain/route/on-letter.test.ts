import { approval, AT, endNode, route, startNode, SUPERVISOR, walk, type Walk } from './testing/build';
import { buildDirectory, holder } from './testing/office';
import { circular } from './testing/routes';

const limit = { rule: { unit: 'workingDays', amount: 2 } } as const;
const plain = route(
  [startNode, approval('a', 'ict-head', { deadline: limit }), { id: 'pause', type: 'wait', until: limit }, { id: 'reg', type: 'register', book: 'receive', owner: 'office' }, approval('b', 'chief', { deadline: { rule: { at: '2025-06-20' } } }), endNode],
  ['start a', 'a approve pause', 'pause reg', 'reg b', 'b approve end'],
);
const begin = (more: object = {}): Walk => walk({ routes: { r: plain }, route: 'r', ...more });
const sent = (): Walk => {
  const run = walk({ routes: { circular }, route: 'circular', actor: holder('ict-officer'), facts: { direction: 'outgoing', kind: 'external_letter' }, driver: { list: () => [{ deliveryId: 'D1' }, { deliveryId: 'D2' }] } });
  run.act('sign', 'sign', { signature: true });
  return run;
};

test('every act on the whole letter names the letter as it was seen and gives a reason', () => {
  const run = begin();
  const acts = [
    { type: 'hold' }, { type: 'resume' }, { type: 'cancel' }, { type: 'cancelNumber', key: 'x' }, { type: 'registerAnew', anewLetterId: 'x' }, { type: 'recall', deliveryId: 'x' }, { type: 'reclassify', secrecy: 'secret' }, { type: 'urge', urgency: 'urgent' },
    { type: 'moveVersion', frame: 'f1', routeVersionId: 'r', nodes: {} },
  ];
  for (const act of acts) {
    expect(run.refusal(() => run.supervise({ ...act, seq: 0 }))).toBe('LETTER_STALE');
    expect(run.refusal(() => run.supervise({ ...act, hasReason: false }))).toBe('REASON_REQUIRED');
  }
});

describe('hold and resume', () => {
  test('stops the clocks and tells the holders', () => {
    const run = begin();
    run.supervise({ type: 'hold' });
    expect(run.state()).toMatchObject({ status: 'held', timers: {} });
    expect(run.effects('clearTimer')).toHaveLength(1);
    expect(run.effects('setStatus')).toEqual([{ type: 'setStatus', status: 'held' }]);
    expect(run.effects('notify')).toEqual([expect.objectContaining({ template: 'letterHeld', to: { postIds: ['P-ict-head'] } })]);
    expect(run.driver.runUntil('2026-01-01T00:00:00.000Z')).toEqual([]);
  });

  test('resumed, a span counts anew and a fixed date stays', () => {
    const later = '2025-06-09T02:00:00.000Z';
    const run = begin();
    run.supervise({ type: 'hold' });
    run.supervise({ type: 'resume', at: later });
    expect(run.driver.timers('L1').map((timer) => timer.at)).toEqual(['2025-06-11T09:30:00.000Z']);
    expect(run.effects('notify')).toEqual([expect.objectContaining({ template: 'letterResumed' })]);
    run.act('a', 'approve', { at: later });
    run.supervise({ type: 'hold', at: later });
    run.supervise({ type: 'resume', at: '2025-06-16T02:00:00.000Z' });
    expect(run.driver.timers('L1').map((timer) => timer.at)).toEqual(['2025-06-18T09:30:00.000Z']);
    run.driver.runUntil('2025-06-19T00:00:00.000Z');
    run.supervise({ type: 'hold', at: '2025-06-19T02:00:00.000Z' });
    run.supervise({ type: 'resume', at: '2025-06-19T03:00:00.000Z' });
    expect(run.driver.timers('L1').map((timer) => timer.at)).toEqual(['2025-06-20T09:30:00.000Z']);
  });

  test('tells nobody where nobody has a task', () => {
    const run = begin();
    run.act('a', 'approve');
    run.supervise({ type: 'hold' });
    expect(run.effects('notify')).toEqual([]);
  });

  test('is refused twice, and resuming what is not held', () => {
    const run = begin();
    expect(run.refusal(() => run.supervise({ type: 'resume' }))).toBe('LETTER_NOT_HELD');
    run.supervise({ type: 'hold' });
    expect(run.refusal(() => run.supervise({ type: 'hold' }))).toBe('LETTER_HELD');
  });

  test('what machines report meanwhile is not lost, and sets no clock', () => {
    const run = sent();
    run.act('check', 'done');
    run.supervise({ type: 'hold' });
    run.feed({ type: 'delivery', at: AT, deliveryId: 'D1', change: 'returned' });
    expect(run.task('follow')).toMatchObject({ kind: 'judge', about: 'D1' });
    expect(run.state().timers).toEqual({});
  });
});

describe('cancel', () => {
  test('ends the letter before it has a number; holders and drafter are told', () => {
    const run = begin({ actor: holder('ict-officer'), facts: { direction: 'internal', kind: 'memo_note' } });
    run.supervise({ type: 'cancel' });
    expect(run.state()).toMatchObject({ status: 'ended', outcome: 'cancelled', tasks: {}, timers: {} });
    expect(run.effects('notify').map((effect) => [effect['template'], effect['to']])).toEqual([
      ['letterCancelled', { postIds: ['P-ict-head'] }],
      ['letterCancelled', { personId: 'H-ict-officer' }],
    ]);
  });

  test('works on a held letter too', () => {
    const run = begin();
    run.supervise({ type: 'hold' });
    run.supervise({ type: 'cancel' });
    expect(run.state().outcome).toBe('cancelled');
  });

  test('is refused while a number stands, and possible once it is cancelled', () => {
    const run = begin();
    run.act('a', 'approve');
    run.driver.runUntil('2025-06-30T00:00:00.000Z');
    expect(run.refusal(() => run.supervise({ type: 'cancel' }))).toBe('LETTER_NUMBERED');
    run.supervise({ type: 'cancelNumber', key: 'f1/reg' });
    expect(run.effects('cancelNumber')).toEqual([{ type: 'cancelNumber', key: 'f1/reg', actor: SUPERVISOR }]);
    // The stamped page is made anew without it.
    const made = run.effects('render');
    expect(made).toMatchObject([{ what: 'stamps' }]);
    expect(run.state().pendingEffects).toContain(made[0]?.effectId);
    run.supervise({ type: 'cancel' });
    expect(run.state().outcome).toBe('cancelled');
  });

  test('is refused once the letter is on its way; then it can only be recalled', () => {
    const run = sent();
    run.act('check', 'done');
    expect(run.refusal(() => run.supervise({ type: 'cancel' }))).toBe('LETTER_DISPATCHED');
    expect(run.refusal(() => run.supervise({ type: 'cancelNumber', key: 'f1/number' }))).toBe('LETTER_DISPATCHED');
    run.supervise({ type: 'recall', deliveryId: 'D1' });
    run.supervise({ type: 'recall', deliveryId: 'D2' });
    run.supervise({ type: 'cancelNumber', key: 'f1/number' });
    run.supervise({ type: 'cancel' });
    expect(run.state().outcome).toBe('cancelled');
  });
});

describe('registering anew', () => {
  const ofChannel = (channel: string, direction = 'incoming'): Walk => begin({ facts: { direction, kind: 'external_letter', channel } });
  const refusal = (run: Walk): string => run.refusal(() => run.supervise({ type: 'registerAnew', anewLetterId: 'L2' }));

  test('cancels the number and ends the letter in one move', () => {
    const run = ofChannel('counter');
    run.act('a', 'approve');
    run.driver.runUntil('2025-06-30T00:00:00.000Z');
    run.supervise({ type: 'registerAnew', anewLetterId: 'L2' });
    expect(run.effects('cancelNumber')).toEqual([{ type: 'cancelNumber', key: 'f1/reg', actor: SUPERVISOR }]);
    expect(run.state()).toMatchObject({ status: 'ended', outcome: 'cancelled', tokens: {}, numbers: { 'f1/reg': { cancelled: true } } });
  });

  test('is refused before there is a number, for a letter of ours, and for one that another office sent through the system', () => {
    expect(refusal(ofChannel('counter'))).toBe('LETTER_NOT_NUMBERED');
    expect(refusal(ofChannel('counter', 'outgoing'))).toBe('REGISTRATION_NOT_OURS');
    expect(refusal(ofChannel('exchange'))).toBe('REGISTRATION_NOT_OURS');
  });
});

describe('cancelling a number', () => {
  test('is refused for one that was never taken and for one cancelled before', () => {
    const run = sent();
    expect(run.refusal(() => run.supervise({ type: 'cancelNumber', key: 'f1/other' }))).toBe('LETTER_NOT_NUMBERED');
    expect(run.refusal(() => run.supervise({ type: 'cancelNumber', key: 'constructor' }))).toBe('LETTER_NOT_NUMBERED');
    run.supervise({ type: 'cancelNumber', key: 'f1/number' });
    expect(run.refusal(() => run.supervise({ type: 'cancelNumber', key: 'f1/number' }))).toBe('NUMBER_ALREADY_CANCELLED');
  });

  test('leaves a signed letter that cannot be sent', () => {
    const run = sent();
    run.supervise({ type: 'cancelNumber', key: 'f1/number' });
    expect(run.refusal(() => run.act('check', 'done'))).toBe('LETTER_NOT_NUMBERED');
  });
});

describe('recall', () => {
  test('from one addressee asks the delivery row', () => {
    const run = sent();
    run.act('check', 'done');
    run.supervise({ type: 'recall', deliveryId: 'D1' });
    expect(run.effects('recallDelivery')).toEqual([expect.objectContaining({ deliveryId: 'D1', actor: SUPERVISOR })]);
    expect(run.state().deliveries['D1']?.status).toBe('recalled');
  });

  test('is refused before dispatch, twice, and once the other office has registered', () => {
    const run = sent();
    expect(run.refusal(() => run.supervise({ type: 'recall', deliveryId: 'D1' }))).toBe('LETTER_NOT_DISPATCHED');
    run.act('check', 'done');
    run.supervise({ type: 'recall', deliveryId: 'D1' });
    expect(run.refusal(() => run.supervise({ type: 'recall', deliveryId: 'D1' }))).toBe('DELIVERY_RECALLED');
    run.feed({ type: 'delivery', at: AT, deliveryId: 'D2', change: 'registered' });
    expect(run.state().status).toBe('ended');
  });

  test('is refused once the other office has registered, though the letter goes on', () => {
    const replying = walk({
      routes: { circular: { ...circular, nodes: circular.nodes.map((node) => (node.type === 'followUp' ? { ...node, expect: 'reply' as const } : node.type === 'dispatch' ? { ...node, recipients: { listCode: 'all', role: 'lead' as const } } : node)) } },
      route: 'circular', actor: holder('ict-officer'), facts: { direction: 'outgoing', kind: 'external_letter' }, driver: { list: () => [{ deliveryId: 'D1' }] },
    });
    replying.act('sign', 'sign', { signature: true });
    replying.act('check', 'done');
    replying.feed({ type: 'delivery', at: AT, deliveryId: 'D1', change: 'registered' });
    expect(replying.refusal(() => replying.supervise({ type: 'recall', deliveryId: 'D1' }))).toBe('DELIVERY_ALREADY_REGISTERED');
  });
});

describe('reclassify', () => {
  test('puts every task again to those who may know it, else to the secret registrar', () => {
    const run = begin();
    run.supervise({ type: 'reclassify', secrecy: 'secret' });
    expect(run.effects('reclassify')).toEqual([{ type: 'reclassify', secrecy: 'secret', actor: SUPERVISOR }]);
    expect(run.task('a')).toMatchObject({ postIds: ['P-registrar'], rev: 1 });
    expect(Object.values(run.last().outcome.tasks)).toEqual([expect.objectContaining({ via: 'secretRegistrar' })]);
  });

  test('leaves the task with a holder who is cleared, also the one who claimed it', () => {
    const run = begin({ driver: { directory: buildDirectory({ 'ict-head': { clearance: 'secret' } }) } });
    const task = run.task('a');
    run.feed({ type: 'claim', at: AT, actor: holder('ict-head'), taskId: task.id, rev: task.rev });
    run.supervise({ type: 'reclassify', secrecy: 'secret' });
    expect(run.task('a')).toMatchObject({ postIds: ['P-ict-head'], personId: 'H-ict-head', claimed: true });
  });

  test('frees a task from a claimer who loses it', () => {
    const run = begin();
    const task = run.task('a');
    run.feed({ type: 'claim', at: AT, actor: holder('ict-head'), taskId: task.id, rev: task.rev });
    run.supervise({ type: 'reclassify', secrecy: 'secret' });
    expect(run.task('a')).toMatchObject({ postIds: ['P-registrar'], personId: null, claimed: false });
  });

  test('is refused to the same class, to one that does not exist, and into or out of top secret', () => {
    const run = begin();
    for (const secrecy of ['none', 'hidden', 'top_secret']) expect(run.refusal(() => run.supervise({ type: 'reclassify', secrecy }))).toBe('EVENT_INVALID');
    const control = begin({ start: { secrecy: 'top_secret' } });
    expect(control.refusal(() => control.supervise({ type: 'reclassify', secrecy: 'secret' }))).toBe('EVENT_INVALID');
  });

  test('tasks opened afterwards go by the new class', () => {
    const run = begin();
    run.supervise({ type: 'reclassify', secrecy: 'confidential' });
    run.act('a', 'approve');
    run.driver.runUntil('2025-06-30T00:00:00.000Z');
    expect(run.task('b').postIds).toEqual(['P-chief']);
    expect(run.state().secrecy).toBe('confidential');
  });
});

test('an ended letter takes no event at all', () => {
  const run = begin();
  run.supervise({ type: 'cancel' });
  for (const type of ['hold', 'resume', 'cancel', 'cancelNumber', 'recall', 'reclassify', 'moveVersion', 'takeBack', 'act', 'claim', 'timer', 'delivery', 'answered', 'effectReported']) {
    expect(run.refusal(() => run.supervise({ type }))).toBe('LETTER_ENDED');
  }
});

test('a circular rule of superiors or a post of another office never hangs the commit', () => {
  const run = begin({ driver: { directory: buildDirectory({ 'ict-head': { superiorId: 'P-ict-head' } }) }, actor: holder('ict-head'), facts: { direction: 'internal', kind: 'memo_note' } });
  expect(run.task('a').postIds).toEqual(['P-chief']);
});

describe('made more urgent', () => {
  const dues = (run: Walk): string[] => run.driver.timers('L1').map((timer) => timer.at);

  test('every open task is to be done within the time of the new class, beside the limit it had', () => {
    const run = begin();
    run.supervise({ type: 'urge', urgency: 'very_urgent' });
    expect(run.state().facts).toMatchObject({ urgency: 'very_urgent', urgentBy: null });
    expect(dues(run).toSorted()).toEqual(['2025-06-03T09:30:00.000Z', '2025-06-04T09:30:00.000Z']);
    const [task] = Object.keys(run.state().tasks);
    expect(run.effects('urge')).toEqual([{ type: 'urge', urgency: 'very_urgent', taskIds: [task] }]);
    expect(run.effects('setFacts')).toEqual([{ type: 'setFacts', facts: { urgency: 'very_urgent', urgentBy: null } }]);
    expect(run.effects('setTimer')).toEqual([expect.objectContaining({ taskId: task, kind: 'due', isFurther: true })]);
    expect(run.effects('notify')).toEqual([expect.objectContaining({ template: 'letterUrged', to: { postIds: ['P-ict-head'] } })]);
  });

  test('so is every step that follows; what is only to be read is not', () => {
    const read = route([startNode, { id: 'k', type: 'acknowledge', readers: [{ by: 'post', postCode: 'chief' }], wait: 'all' }, endNode], ['start k', 'k end']);
    const run = begin();
    run.supervise({ type: 'urge', urgency: 'urgent' });
    run.act('a', 'approve');
    run.driver.runUntil('2025-06-05T00:00:00.000Z');
    expect(run.effects('setTimer')).toEqual([expect.objectContaining({ rule: { at: '2025-06-20' } }), expect.objectContaining({ rule: { unit: 'workingDays', amount: 3 }, isFurther: true })]);
    const reader = walk({ routes: { r: read }, route: 'r' });
    reader.supervise({ type: 'urge', urgency: 'urgent' });
    expect(reader.effects('setTimer')).toEqual([]);
  });

  test('a stated moment is the limit, must lie ahead, and can be brought forward', () => {
    const run = begin();
    const urge = (urgentBy?: string) => run.supervise({ type: 'urge', urgency: 'urgent_by', ...(urgentBy === undefined ? {} : { urgentBy }) });
    expect(run.refusal(() => urge())).toBe('DUE_INVALID');
    expect(run.refusal(() => urge('2020-01-01T00:00:00.000Z'))).toBe('DUE_INVALID');
    urge('2025-06-03T05:00:00.000Z');
    expect(dues(run)).toContain('2025-06-03T05:00:00.000Z');
    expect(run.refusal(() => urge('2025-06-03T05:00:00.000Z'))).toBe('URGENCY_NOT_RAISED');
    expect(run.refusal(() => urge('2025-06-04T05:00:00.000Z'))).toBe('URGENCY_NOT_RAISED');
    urge('2025-06-03T03:00:00.000Z');
    expect(dues(run)).toContain('2025-06-03T03:00:00.000Z');
    expect(run.state().facts).toMatchObject({ urgency: 'urgent_by', urgentBy: '2025-06-03T03:00:00.000Z' });
  });

  test('never less urgent, and not once it is signed', () => {
    const run = begin();
    expect(run.refusal(() => run.supervise({ type: 'urge', urgency: 'normal' }))).toBe('URGENCY_NOT_RAISED');
    run.supervise({ type: 'urge', urgency: 'most_urgent' });
    for (const urgency of ['urgent', 'very_urgent', 'most_urgent']) expect(run.refusal(() => run.supervise({ type: 'urge', urgency }))).toBe('URGENCY_NOT_RAISED');
    const signed = sent();
    expect(signed.refusal(() => signed.supervise({ type: 'urge', urgency: 'urgent' }))).toBe('LETTER_SIGNED');
  });

  test('a sooner moment renews no class but that of a stated moment', () => {
    const run = begin({ facts: { direction: 'incoming', kind: 'external_letter', urgency: 'urgent', urgentBy: '2025-06-05T05:00:00.000Z' } });
    expect(run.refusal(() => run.supervise({ type: 'urge', urgency: 'urgent', urgentBy: '2025-06-03T05:00:00.000Z' }))).toBe('URGENCY_NOT_RAISED');
  });

  test('a limit that a supervisor then sets holds, also after a hold', () => {
    const run = begin();
    run.supervise({ type: 'urge', urgency: 'very_urgent' });
    const [task] = Object.values(run.state().tasks);
    run.supervise({ type: 'extend', taskId: task?.id, rev: task?.rev, due: { unit: 'workingDays', amount: 9 } });
    expect(dues(run)).toHaveLength(1);
    run.supervise({ type: 'hold' });
    run.supervise({ type: 'resume' });
    expect(dues(run)).toHaveLength(1);
  });

  test('after a hold both limits count anew', () => {
    const run = begin();
    run.supervise({ type: 'urge', urgency: 'very_urgent' });
    run.supervise({ type: 'hold' });
    run.supervise({ type: 'resume', at: '2025-06-09T02:00:00.000Z' });
    expect(dues(run).toSorted()).toEqual(['2025-06-10T09:30:00.000Z', '2025-06-11T09:30:00.000Z']);
  });
});

test('what was passed on to where nobody has it cannot be taken back', () => {
  const run = begin();
  run.act('a', 'approve');
  const [token] = Object.values(run.state().tokens);
  expect(token).toMatchObject({ node: 'pause', passedOn: null });
  expect(run.refusal(() => run.supervise({ type: 'takeBack', actor: holder('ict-head'), token: token?.id }))).toBe('TAKE_BACK_REFUSED');
});
