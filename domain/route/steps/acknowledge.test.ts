import { endNode, post, route, startNode, walk, type Walk } from '../testing/build';

const after = { id: 'after', type: 'work', assignee: post('chief'), outcomes: [{ code: 'done', name: 'เสร็จ' }], returnTo: ['before'] } as const;
const before = { id: 'before', type: 'work', assignee: post('clerk'), outcomes: [{ code: 'done', name: 'เสร็จ' }] } as const;
const READERS = ['ict-head', 'finance-head', 'clerk', 'owner'].map(post);

function begin(settings: object, readers = READERS): Walk {
  const read = { id: 'read', type: 'acknowledge', readers, wait: 'all', ...settings } as const;
  const run = walk({ routes: { r: route([startNode, before, read, after, endNode], ['start before', 'before done read', 'read after', 'after done end']) }, route: 'r' });
  run.act('before', 'done');
  return run;
}

test('waits until everybody has read', () => {
  const run = begin({});
  for (const index of [3, 1, 0]) run.act('read', 'acknowledge', { index });
  expect(run.tasks().map((task) => task.node)).toEqual(['read']);
  run.act('read', 'acknowledge');
  expect(run.tasks().map((task) => task.node)).toEqual(['after']);
});

test('waits for a share; the others keep their task until they have read', () => {
  const run = begin({ wait: 'share', share: 40, deadline: { rule: { unit: 'workingDays', amount: 2 } } });
  run.act('read', 'acknowledge', { index: 0 });
  expect(run.tasks('after')).toHaveLength(0);
  run.act('read', 'acknowledge', { index: 1 });
  expect(run.tasks().map((task) => task.node)).toEqual(['read', 'read', 'after']);
  expect(Object.values(run.state().timers)).toHaveLength(2);
  run.act('read', 'acknowledge', { index: 2 });
  run.act('read', 'acknowledge', { index: 3 });
  expect(run.tasks().map((task) => task.node)).toEqual(['after']);
  expect(run.state().scopes).toEqual({});
});

test('waits for nobody; at the end unread tasks become read marks', () => {
  const run = begin({ wait: 'none' });
  expect(run.tasks('read')).toHaveLength(4);
  run.act('after', 'done');
  expect(run.effects('closeTask').map((effect) => effect['end'])).toEqual(['done', 'readMark', 'readMark', 'readMark', 'readMark']);
});

test('directly before the end, those who are not waited for still have it on record, with a read mark', () => {
  const read = { id: 'read', type: 'acknowledge', readers: READERS, wait: 'none', deadline: { rule: { unit: 'workingDays', amount: 2 } } } as const;
  const run = walk({ routes: { r: route([startNode, before, read, endNode], ['start before', 'before done read', 'read end']) }, route: 'r' });
  run.act('before', 'done');
  const opened = run.effects('openTask').map((effect) => (effect['task'] as { id: string }).id);
  expect(opened).toHaveLength(4);
  expect(run.effects('closeTask')).toEqual([
    expect.objectContaining({ end: 'done' }),
    ...opened.map((taskId) => ({ type: 'closeTask', taskId, end: 'readMark', outcome: null, actor: null })),
  ]);
  expect(Object.keys(run.last().outcome.tasks)).toEqual(opened);
  expect(run.state()).toMatchObject({ status: 'ended', tasks: {}, timers: {} });
  expect(run.driver.timers('L1')).toEqual([]);
});

test('reached again it asks everybody anew, nobody twice', () => {
  const run = begin({ wait: 'none' });
  run.act('after', 'return', { returnTo: 'before' });
  run.act('before', 'done');
  expect(run.tasks('read')).toHaveLength(4);
  expect(run.effects('closeTask').filter((effect) => effect['end'] === 'withdrawn')).toHaveLength(4);
});

test('a note of a reader is a line in the chain, reading alone is not', () => {
  const run = begin({});
  run.act('read', 'acknowledge', { index: 0 });
  expect(run.effects('endorse')).toEqual([]);
  run.act('read', 'acknowledge', { index: 1, hasNote: true });
  expect(run.effects('endorse')).toEqual([expect.objectContaining({ action: 'noted' })]);
});

test('readers are not those who acted last: the superior that follows is of who directed', () => {
  const run = begin({});
  for (const index of [0, 1, 2, 3]) run.act('read', 'acknowledge', { index });
  expect(Object.values(run.state().tokens)[0]?.lastActor?.postId).toBe('P-clerk');
});

test('another outcome than acknowledge is refused', () => {
  const run = begin({});
  expect(run.refusal(() => run.act('read', 'approve', { index: 0 }))).toBe('OUTCOME_UNKNOWN');
});
