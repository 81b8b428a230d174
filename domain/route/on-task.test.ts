import type { LetterEvent } from './events';
import { approval, AT, endNode, route, startNode, SUPERVISOR, walk, type Walk } from './testing/build';
import { holder } from './testing/office';

const limit = { rule: { unit: 'workingDays', amount: 2 } } as const;
const group = { by: 'group', postCodes: ['ict-officer', 'ict-second'] } as const;
const value = route(
  [startNode, { id: 'w', type: 'work', assignee: group, outcomes: [{ code: 'done', name: 'เสร็จ' }], deadline: limit, escalation: [{ id: 'r', when: 'beforeDue', offset: { unit: 'workingHours', amount: 2 }, act: 'remind' }] }, approval('a', 'ict-head', { returnTo: ['w'], canForward: true }), endNode],
  ['start w', 'w done a', 'a approve end'],
);
const begin = (): Walk => walk({ routes: { r: value }, route: 'r' });
const FIRST = holder('ict-officer');
const SECOND = holder('ict-second');

/** An event on the only open task of a node, as its first holder unless said otherwise. */
const on = (run: Walk, node: string, type: string, more: object = {}): LetterEvent => {
  const task = run.tasks(node).find((one) => one.kind !== 'adhoc');
  return { type, at: AT, actor: FIRST, taskId: task?.id, rev: task?.rev, ...more } as unknown as LetterEvent;
};

describe('every act on a task', () => {
  test('names a task that is open', () => {
    const run = begin();
    expect(run.refusal(() => run.feed(on(run, 'w', 'claim', { taskId: 'k99' })))).toBe('TASK_NOT_OPEN');
    expect(run.refusal(() => run.feed(on(run, 'w', 'claim', { taskId: 'constructor' })))).toBe('TASK_NOT_OPEN');
  });

  test('names the revision that the actor saw', () => {
    const run = begin();
    expect(run.refusal(() => run.feed(on(run, 'w', 'act', { outcome: 'done', hasNote: false, rev: 1 })))).toBe('TASK_STALE');
  });

  test('cannot be done twice', () => {
    const run = begin();
    const event = on(run, 'w', 'act', { outcome: 'done', hasNote: false });
    run.feed(event);
    expect(run.refusal(() => run.feed(event))).toBe('TASK_NOT_OPEN');
  });

  test('is done for a post that has the task', () => {
    const run = begin();
    for (const type of ['act', 'claim', 'release', 'adhoc']) {
      expect(run.refusal(() => run.feed(on(run, 'w', type, { actor: holder('chief'), outcome: 'done', hasNote: true, postId: 'P-clerk' })))).toBe('NOT_ENTITLED');
    }
  });

  test('waits while the letter is held', () => {
    const run = begin();
    run.supervise({ type: 'hold' });
    for (const type of ['act', 'claim', 'release', 'adhoc', 'reassign', 'extend', 'remind']) expect(run.refusal(() => run.feed(on(run, 'w', type)))).toBe('LETTER_HELD');
  });
});

describe('one of a group', () => {
  test('claims the task; the others cannot act on it until it is released', () => {
    const run = begin();
    run.feed(on(run, 'w', 'claim'));
    expect(run.task('w')).toMatchObject({ personId: 'H-ict-officer', claimed: true, rev: 1 });
    expect(run.refusal(() => run.feed(on(run, 'w', 'act', { actor: SECOND, outcome: 'done', hasNote: false })))).toBe('TASK_CLAIMED');
    expect(run.refusal(() => run.feed(on(run, 'w', 'claim', { actor: SECOND })))).toBe('TASK_CLAIMED');
    run.feed(on(run, 'w', 'release'));
    run.feed(on(run, 'w', 'act', { actor: SECOND, outcome: 'done', hasNote: false }));
    expect(run.tasks().map((task) => task.node)).toEqual(['a']);
  });

  test('whoever claims with the view of before another did hears that it is taken, not that it has changed', () => {
    const run = begin();
    const second = on(run, 'w', 'claim', { actor: SECOND });
    run.feed(on(run, 'w', 'claim'));
    expect(run.refusal(() => run.feed(second))).toBe('TASK_CLAIMED');
  });

  test('a supervisor gives back with a reason what somebody has claimed, who is told; the question that it waits for stays', () => {
    const run = begin();
    run.feed(on(run, 'w', 'claim'));
    run.feed(on(run, 'w', 'adhoc', { postId: 'P-clerk', hasNote: true }));
    const order = (more: object) => run.feed(on(run, 'w', 'release', { actor: SUPERVISOR, byOrder: true, ...more }));
    expect(run.refusal(() => order({}))).toBe('REASON_REQUIRED');
    expect(order({ hasReason: true }).effects).toContainEqual(expect.objectContaining({ type: 'notify', template: 'taskWithdrawn', to: { personId: 'H-ict-officer' } }));
    expect(run.tasks('w').find(({ kind }) => kind === 'work')).toMatchObject({ personId: null, claimed: false, postIds: ['P-ict-officer', 'P-ict-second'], waitsFor: expect.any(String) });
    expect(run.refusal(() => order({ hasReason: true }))).toBe('TASK_NOT_OPEN');
  });

  test('cannot release what nobody has claimed', () => {
    const run = begin();
    expect(run.refusal(() => run.feed(on(run, 'w', 'release')))).toBe('TASK_NOT_OPEN');
  });

  test('a person whom the rule names cannot be released from the task', () => {
    const named = route([startNode, { id: 'w', type: 'work', assignee: { by: 'field', fact: 'actingPerson' }, outcomes: [{ code: 'done', name: 'x' }] }, endNode], ['start w', 'w done end']);
    const run = walk({ routes: { r: named }, route: 'r', facts: { direction: 'incoming', actingPerson: 'H-ict-officer' } });
    expect(run.task('w')).toMatchObject({ personId: 'H-ict-officer', claimed: false, postIds: ['P-ict-officer'] });
    run.feed(on(run, 'w', 'claim'));
    expect(run.refusal(() => run.feed(on(run, 'w', 'release')))).toBe('TASK_NOT_OPEN');
  });
});

describe('a question out of turn', () => {
  const ask = (run: Walk, more: object = {}) => run.feed(on(run, 'w', 'adhoc', { postId: 'P-clerk', hasNote: true, ...more }));
  const adhoc = (run: Walk) => {
    const task = run.tasks('w').find((one) => one.kind === 'adhoc');
    if (!task) throw new Error('no question');
    return task;
  };
  const answer = (run: Walk, more: object = {}) =>
    run.feed({ type: 'act', at: AT, actor: holder('clerk'), taskId: adhoc(run).id, rev: adhoc(run).rev, outcome: 'answer', hasNote: true, ...more });

  test('goes to the other post; the asking task waits and wakes with the answer', () => {
    const run = begin();
    ask(run, { due: { unit: 'workingHours', amount: 3 } });
    expect(adhoc(run)).toMatchObject({ postIds: ['P-clerk'], due: { rule: { unit: 'workingHours', amount: 3 } } });
    expect(run.effects('setTimer')).toHaveLength(1);
    expect(run.refusal(() => run.feed(on(run, 'w', 'act', { outcome: 'done', hasNote: false })))).toBe('TASK_WAITING');
    expect(run.refusal(() => ask(run))).toBe('TASK_WAITING');
    answer(run);
    expect(run.effects('changeTask')).toEqual([expect.objectContaining({ why: 'wake' })]);
    run.feed(on(run, 'w', 'act', { outcome: 'done', hasNote: false }));
    expect(run.tasks().map((task) => task.node)).toEqual(['a']);
  });

  test('can be withdrawn by who asked', () => {
    const run = begin();
    ask(run);
    run.feed(on(run, 'w', 'release'));
    expect(run.tasks('w')).toEqual([expect.objectContaining({ kind: 'work', waitsFor: null })]);
    expect(run.effects('closeTask')).toEqual([expect.objectContaining({ end: 'withdrawn' })]);
  });

  test('is withdrawn with the task that asked it', () => {
    const run = begin();
    ask(run);
    run.supervise({ type: 'cancel' });
    expect(run.effects('closeTask').map((effect) => effect['end'])).toEqual(['withdrawn', 'withdrawn']);
  });

  test('may itself be put on to another', () => {
    const run = begin();
    ask(run);
    const first = adhoc(run);
    run.feed({ type: 'adhoc', at: AT, actor: holder('clerk'), taskId: first.id, rev: first.rev, postId: 'P-chief', hasNote: true });
    expect(run.tasks('w').map((task) => task.kind)).toEqual(['work', 'adhoc', 'adhoc']);
  });

  test('needs a question, a post other than one’s own, and a limit that lies ahead', () => {
    const run = begin();
    expect(run.refusal(() => ask(run, { hasNote: false }))).toBe('NOTE_REQUIRED');
    expect(run.refusal(() => ask(run, { postId: 'P-ict-officer' }))).toBe('EVENT_INVALID');
    expect(run.refusal(() => ask(run, { postId: '' }))).toBe('EVENT_INVALID');
    expect(run.refusal(() => ask(run, { due: { at: '2025-06-01' } }))).toBe('DUE_INVALID');
  });

  test('is answered with a note and with nothing else', () => {
    const run = begin();
    ask(run);
    expect(run.refusal(() => answer(run, { hasNote: false }))).toBe('NOTE_REQUIRED');
    expect(run.refusal(() => answer(run, { outcome: 'done' }))).toBe('OUTCOME_UNKNOWN');
  });
});

describe('a supervisor', () => {
  const supervised = { actor: SUPERVISOR, hasReason: true };

  test('gives the task to another post, also one that somebody has claimed', () => {
    const run = begin();
    run.feed(on(run, 'w', 'claim'));
    run.feed(on(run, 'w', 'reassign', { ...supervised, postId: 'P-finance-officer' }));
    expect(run.task('w')).toMatchObject({ postIds: ['P-finance-officer'], personId: null, claimed: false, rev: 2 });
    expect(run.effects('changeTask')).toEqual([expect.objectContaining({ why: 'reassign', resolve: expect.anything() })]);
  });

  test('sets another limit: all timers of the task are set anew', () => {
    const run = begin();
    const before = Object.keys(run.state().timers);
    run.feed(on(run, 'w', 'extend', { ...supervised, due: { at: '2025-06-30' } }));
    expect(run.effects('clearTimer').map((effect) => effect['timerId'])).toEqual(before);
    expect(run.effects('setTimer').map((effect) => effect['kind'])).toEqual(['due', 'rung']);
    expect(run.driver.timers('L1').map((timer) => timer.at)).toEqual(['2025-06-30T09:30:00.000Z', '2025-06-30T07:30:00.000Z']);
  });

  test('reminds whoever has the task, which stays as it is', () => {
    const run = begin();
    const before = run.task('w');
    run.feed(on(run, 'w', 'remind', supervised));
    expect(run.effects('remind')).toEqual([expect.objectContaining({ taskId: before.id, actor: SUPERVISOR })]);
    expect(run.task('w')).toEqual(before);
  });

  test('gives a reason', () => {
    const run = begin();
    expect(run.refusal(() => run.feed(on(run, 'w', 'remind', { actor: SUPERVISOR, hasReason: false })))).toBe('REASON_REQUIRED');
    expect(run.refusal(() => run.feed(on(run, 'w', 'reassign', { actor: SUPERVISOR, hasReason: false, postId: 'P-clerk' })))).toBe('REASON_REQUIRED');
    expect(run.refusal(() => run.feed(on(run, 'w', 'extend', { actor: SUPERVISOR, hasReason: false, due: { at: '2025-06-30' } })))).toBe('REASON_REQUIRED');
  });

  test('cannot reassign to nobody or set a limit that has passed', () => {
    const run = begin();
    expect(run.refusal(() => run.feed(on(run, 'w', 'reassign', { ...supervised, postId: '' })))).toBe('EVENT_INVALID');
    for (const due of [{ at: '2025-06-01' }, { at: 'soon' }, { unit: 'workingDays', amount: 0 }, { unit: 'workingDays', amount: 1.5 }, { unit: 'years', amount: 1 }, { unit: 'workingDays', amount: 1e9 }]) {
      expect(run.refusal(() => run.feed(on(run, 'w', 'extend', { ...supervised, due })))).toBe('DUE_INVALID');
    }
  });

  test('may set the limit to this very day', () => {
    const run = begin();
    run.feed(on(run, 'w', 'extend', { ...supervised, due: { at: '2025-06-02' } }));
    expect(run.task('w').due).toEqual({ rule: { at: '2025-06-02' }, anchor: AT });
  });
});

describe('taking back what one has passed on', () => {
  const takeBack = (run: Walk, more: object = {}) =>
    run.feed({ type: 'takeBack', at: AT, actor: FIRST, seq: run.state().seq, hasReason: false, token: Object.keys(run.state().tokens)[0], ...more } as LetterEvent);
  const passedOn = (): Walk => {
    const run = begin();
    run.act('w', 'done', { by: FIRST });
    return run;
  };

  test('brings it back to the post one acted for, and tells the next holder', () => {
    const run = passedOn();
    takeBack(run);
    expect(run.tasks()).toEqual([expect.objectContaining({ node: 'w', kind: 'work', postIds: ['P-ict-officer'], rule: { by: 'given', postIds: ['P-ict-officer'] } })]);
    expect(run.effects('closeTask')).toEqual([expect.objectContaining({ end: 'withdrawn' })]);
    expect(run.effects('notify')).toEqual([expect.objectContaining({ to: { postIds: ['P-ict-head'] } })]);
    run.act('w', 'done');
    run.act('a', 'approve');
    expect(run.state().outcome).toBe('closed');
  });

  test('works for a forwarding too', () => {
    const run = passedOn();
    run.act('a', 'forward', { forwardTo: { postId: 'P-finance-head' } });
    takeBack(run, { actor: holder('ict-head') });
    expect(run.tasks()).toEqual([expect.objectContaining({ node: 'a', postIds: ['P-ict-head'] })]);
  });

  test('is for who passed it on', () => {
    const run = passedOn();
    expect(run.refusal(() => takeBack(run, { actor: SECOND }))).toBe('TAKE_BACK_REFUSED');
  });

  test('needs a token that is there and the letter as one saw it', () => {
    const run = passedOn();
    expect(run.refusal(() => takeBack(run, { token: 't99' }))).toBe('TAKE_BACK_REFUSED');
    expect(run.refusal(() => takeBack(run, { seq: run.state().seq - 1 }))).toBe('LETTER_STALE');
  });

  test('is over once the next has claimed, asked or been reassigned', () => {
    const claimed = passedOn();
    claimed.feed(on(claimed, 'a', 'claim', { actor: holder('ict-head') }));
    expect(claimed.refusal(() => takeBack(claimed))).toBe('TAKE_BACK_REFUSED');
    const asked = passedOn();
    asked.feed(on(asked, 'a', 'adhoc', { actor: holder('ict-head'), postId: 'P-clerk', hasNote: true }));
    expect(asked.refusal(() => takeBack(asked))).toBe('TAKE_BACK_REFUSED');
    const reassigned = passedOn();
    reassigned.feed(on(reassigned, 'a', 'reassign', { actor: SUPERVISOR, hasReason: true, postId: 'P-clerk' }));
    expect(reassigned.refusal(() => takeBack(reassigned))).toBe('TAKE_BACK_REFUSED');
  });

  test('is over once the next has acted', () => {
    const run = passedOn();
    run.act('a', 'return', { returnTo: 'w' });
    expect(run.refusal(() => takeBack(run))).toBe('TAKE_BACK_REFUSED');
  });

  test('waits while the letter is held', () => {
    const run = passedOn();
    run.supervise({ type: 'hold' });
    expect(run.refusal(() => takeBack(run))).toBe('LETTER_HELD');
  });

  test('is impossible where readers were told on the way', () => {
    const told = route(
      [startNode, { id: 'w', type: 'work', assignee: group, outcomes: [{ code: 'done', name: 'x' }] }, { id: 'tell', type: 'acknowledge', readers: [group], wait: 'none' }, approval('a', 'ict-head'), endNode],
      ['start w', 'w done tell', 'tell a', 'a approve end'],
    );
    const run = walk({ routes: { r: told }, route: 'r' });
    run.act('w', 'done', { by: FIRST });
    expect(run.refusal(() => takeBack(run))).toBe('TAKE_BACK_REFUSED');
  });

  test('is impossible where a number was taken on the way', () => {
    const numbered = route(
      [startNode, { id: 'w', type: 'work', assignee: group, outcomes: [{ code: 'done', name: 'x' }] }, { id: 'reg', type: 'register', book: 'receive', owner: 'office' }, approval('a', 'ict-head'), endNode],
      ['start w', 'w done reg', 'reg a', 'a approve end'],
    );
    const run = walk({ routes: { r: numbered }, route: 'r' });
    run.act('w', 'done', { by: FIRST });
    expect(run.refusal(() => takeBack(run))).toBe('TAKE_BACK_REFUSED');
  });
});

test('claimed once more by whoever has it, a task can still be given back', () => {
  const run = begin();
  run.feed(on(run, 'w', 'claim'));
  run.feed(on(run, 'w', 'claim'));
  expect(run.task('w')).toMatchObject({ personId: 'H-ict-officer', claimed: true });
  run.feed(on(run, 'w', 'release'));
  expect(run.task('w')).toMatchObject({ personId: null, claimed: false });
});

test('an answer wakes whoever asked, and nobody else who waits', () => {
  const both = route(
    [startNode, { ...approval('a', 'ict-head'), mode: 'all', assignees: [{ by: 'post', postCode: 'ict-head' }, { by: 'post', postCode: 'finance-head' }] }, endNode],
    ['start a', 'a approve end'],
  );
  const run = walk({ routes: { r: both }, route: 'r' });
  const ask = (index: number, code: string, whom: string) => {
    const { id: taskId, rev } = run.task('a', index);
    run.feed({ type: 'adhoc', at: AT, actor: holder(code), taskId, rev, postId: whom, hasNote: true });
  };
  const asking = (code: string) => run.tasks('a').find((task) => task.kind === 'approve' && task.postIds.includes(`P-${code}`));
  ask(0, 'ict-head', 'P-clerk');
  const [second] = run.tasks('a').filter((task) => task.kind === 'approve' && task.postIds.includes('P-finance-head'));
  run.feed({ type: 'adhoc', at: AT, actor: holder('finance-head'), taskId: second?.id ?? '', rev: second?.rev ?? 0, postId: 'P-owner', hasNote: true });
  const owners = run.tasks('a').find((task) => task.kind === 'adhoc' && task.postIds.includes('P-owner'));
  run.feed({ type: 'act', at: AT, actor: holder('owner'), taskId: owners?.id ?? '', rev: owners?.rev ?? 0, outcome: 'answer', hasNote: true });
  expect(asking('finance-head')?.waitsFor).toBeNull();
  expect(asking('ict-head')?.waitsFor).not.toBeNull();
});

test('a note that a step asks for is enough once it is there', () => {
  const noted = walk({ routes: { r: route([startNode, approval('a', 'ict-head', { noteRequiredFor: ['approve'] }), endNode], ['start a', 'a approve end']) }, route: 'r' });
  expect(noted.refusal(() => noted.act('a', 'approve'))).toBe('NOTE_REQUIRED');
  noted.act('a', 'approve', { hasNote: true });
  expect(noted.state().status).toBe('ended');
});

test('nothing is forwarded to no post', () => {
  const run = begin();
  run.act('w', 'done');
  expect(run.refusal(() => run.act('a', 'forward', { forwardTo: { postId: '' } }))).toBe('EVENT_INVALID');
});
