import { approval, endNode, post, refusedNode, route, startNode, walk, type Walk } from '../testing/build';
import { holder } from '../testing/office';

const EDGES = ['start write', 'write done ask', 'ask approve end', 'ask reject refused'];
const write = { id: 'write', type: 'work', assignee: post('ict-officer'), outcomes: [{ code: 'done', name: 'เสร็จ' }] } as const;

/** A route with one approval after a step to which it may be sent back. */
function asking(settings: object, actor = holder('ict-officer')): Walk {
  const ask = approval('ask', 'ict-head', { returnTo: ['write'], canReject: true, ...settings });
  const run = walk({ routes: { r: route([startNode, write, ask, endNode, refusedNode], EDGES) }, route: 'r', actor, facts: { direction: 'internal', kind: 'memo_note' } });
  run.act('write', 'done');
  return run;
}

describe('one approver', () => {
  test('passes the letter on with a line in the endorsement chain', () => {
    const run = asking({ action: 'agreed' });
    run.act('ask', 'approve');
    expect(run.state().outcome).toBe('closed');
    expect(run.effects('endorse')).toEqual([expect.objectContaining({ action: 'agreed', actor: holder('ict-head') })]);
  });

  test('refuses it by its own way out', () => {
    const run = asking({});
    run.act('ask', 'reject', { hasNote: true });
    expect(run.state().outcome).toBe('rejected');
  });

  test('amends and passes on: the version is kept and the drafter told', () => {
    const run = asking({ canAmend: true });
    run.act('ask', 'amend');
    expect(run.effects('keepVersion')).toEqual([expect.objectContaining({ why: 'amended', actor: holder('ict-head') })]);
    expect(run.effects('notify')).toEqual([expect.objectContaining({ template: 'draftAmended', to: { personId: 'H-ict-officer' } })]);
    expect(run.state().outcome).toBe('closed');
  });

  test('sends it back to an earlier step, which asks again', () => {
    const run = asking({});
    run.act('ask', 'return', { returnTo: 'write' });
    expect(run.tasks()).toEqual([expect.objectContaining({ node: 'write', postIds: ['P-ict-officer'] })]);
    expect(run.effects('notify')).toEqual([expect.objectContaining({ template: 'draftReturned' })]);
    run.act('write', 'done');
    expect(run.task('ask').postIds).toEqual(['P-ict-head']);
  });

  test('forwards: the other post decides instead, and the first task is closed as forwarded', () => {
    const run = asking({ canForward: true });
    run.act('ask', 'forward', { forwardTo: { postId: 'P-finance-head' } });
    expect(run.effects('closeTask')).toEqual([expect.objectContaining({ end: 'forwarded', outcome: 'forward' })]);
    expect(run.task('ask').postIds).toEqual(['P-finance-head']);
    run.act('ask', 'approve');
    expect(run.state().outcome).toBe('closed');
  });

  test('who is the drafter is passed over to the next superior, and it says so', () => {
    const run = asking({}, holder('ict-head'));
    expect(run.task('ask').postIds).toEqual(['P-deputy']);
    expect(Object.values(run.last().outcome.tasks)).toEqual([expect.objectContaining({ passedOver: ['P-ict-head'], via: 'rule' })]);
  });

  test('who is the drafter decides where the step allows it', () => {
    const run = asking({ allowDrafter: true }, holder('ict-head'));
    run.act('ask', 'approve');
    expect(run.state().outcome).toBe('closed');
  });

  test('sets the facts that the step lists', () => {
    const run = asking({ fields: ['subjectClass'] });
    run.act('ask', 'approve', { facts: { subjectClass: 'budget' } });
    expect(run.state().facts['subjectClass']).toBe('budget');
    expect(run.effects('setFacts')).toEqual([{ type: 'setFacts', facts: { subjectClass: 'budget' } }]);
  });
});

describe('the bound on returns', () => {
  test('the return after the last one allowed goes to the superior instead', () => {
    const run = asking({ maxReturns: 1 });
    run.act('ask', 'return', { returnTo: 'write' });
    run.act('write', 'done');
    run.act('ask', 'return', { returnTo: 'write' });
    expect(run.tasks()).toEqual([expect.objectContaining({ node: 'ask', postIds: ['P-deputy'] })]);
  });

  test('does not let a return to a step that is not listed through', () => {
    const run = asking({ maxReturns: 0 });
    expect(run.refusal(() => run.act('ask', 'return', { returnTo: 'ask' }))).toBe('RETURN_TARGET_INVALID');
    run.act('ask', 'return', { returnTo: 'write' });
    expect(run.task('ask').postIds).toEqual(['P-deputy']);
  });

  test('is three where the route sets none', () => {
    const run = asking({});
    for (let i = 0; i < 3; i += 1) {
      run.act('ask', 'return', { returnTo: 'write' });
      run.act('write', 'done');
    }
    run.act('ask', 'return', { returnTo: 'write' });
    expect(run.tasks().map((task) => task.node)).toEqual(['ask']);
  });
});

describe('several approvers', () => {
  const council = [post('ict-head'), post('finance-head'), post('chief')];

  test('in sequence are asked one after another', () => {
    const run = asking({ mode: 'sequence', assignees: council });
    for (const asked of ['P-ict-head', 'P-finance-head', 'P-chief']) {
      expect(run.tasks().map((task) => task.postIds)).toEqual([[asked]]);
      run.act('ask', 'approve');
    }
    expect(run.state().outcome).toBe('closed');
  });

  test('who must all approve are asked at once, and the last one decides', () => {
    const run = asking({ mode: 'all', assignees: council });
    expect(run.tasks('ask')).toHaveLength(3);
    run.act('ask', 'approve', { index: 1 });
    run.act('ask', 'approve', { index: 0 });
    expect(run.state().status).toBe('running');
    run.act('ask', 'approve', { index: 2 });
    expect(run.state().outcome).toBe('closed');
  });

  test('who must all approve are stopped by one refusal; the others are withdrawn and told', () => {
    const run = asking({ mode: 'all', assignees: council });
    run.act('ask', 'reject', { index: 1 });
    expect(run.state().outcome).toBe('rejected');
    expect(run.effects('closeTask').map((effect) => effect['end'])).toEqual(['done', 'withdrawn', 'withdrawn']);
    expect(run.effects('notify')).toEqual([
      expect.objectContaining({ template: 'taskWithdrawn', to: { postIds: ['P-ict-head'] } }),
      expect.objectContaining({ template: 'taskWithdrawn', to: { postIds: ['P-chief'] } }),
    ]);
  });

  test('by quorum pass with enough approvals; the rest is withdrawn', () => {
    const run = asking({ mode: 'quorum', quorum: 2, assignees: council });
    run.act('ask', 'approve', { index: 0 });
    expect(run.state().status).toBe('running');
    run.act('ask', 'approve', { index: 2 });
    expect(run.state().outcome).toBe('closed');
  });

  test('by quorum are refused only once the quorum cannot be reached any more', () => {
    const run = asking({ mode: 'quorum', quorum: 2, assignees: council });
    run.act('ask', 'reject', { index: 0 });
    expect(run.state().status).toBe('running');
    run.act('ask', 'reject', { index: 1 });
    expect(run.state().outcome).toBe('rejected');
  });

  test('of whom the first decides', () => {
    const run = asking({ mode: 'first', assignees: council });
    run.act('ask', 'reject', { index: 2 });
    expect(run.state().outcome).toBe('rejected');
  });

  test('a return by one withdraws the others, and all are asked anew', () => {
    const run = asking({ mode: 'all', assignees: council });
    run.act('ask', 'approve', { index: 0 });
    run.act('ask', 'return', { index: 1, returnTo: 'write' });
    expect(run.tasks().map((task) => task.node)).toEqual(['write']);
    run.act('write', 'done');
    expect(run.tasks('ask')).toHaveLength(3);
  });
});

describe('is refused', () => {
  test.each<[string, object, string, object, string]>([
    ['an outcome the step does not have', {}, 'amend', {}, 'OUTCOME_UNKNOWN'],
    ['forwarding where it is not allowed', {}, 'forward', { forwardTo: { postId: 'P-chief' } }, 'OUTCOME_UNKNOWN'],
    ['forwarding to nobody', { canForward: true }, 'forward', {}, 'EVENT_INVALID'],
    ['forwarding to oneself', { canForward: true }, 'forward', { forwardTo: { postId: 'P-ict-head' } }, 'EVENT_INVALID'],
    ['an outcome without the note it needs', { noteRequiredFor: ['reject'] }, 'reject', {}, 'NOTE_REQUIRED'],
    ['an approval without the signature it needs', { signature: true }, 'approve', {}, 'SIGNATURE_REQUIRED'],
    ['a return to a step that is not listed', {}, 'return', { returnTo: 'ask' }, 'RETURN_TARGET_INVALID'],
    ['a return to nowhere', {}, 'return', {}, 'RETURN_TARGET_INVALID'],
    ['a fact that the step does not list', {}, 'approve', { facts: { urgency: 'urgent' } }, 'EVENT_INVALID'],
    ['a fact that nobody may set', { fields: ['secrecy'] }, 'approve', { facts: { secrecy: 'none' } }, 'EVENT_INVALID'],
    ['a fact of the wrong type', { fields: ['urgency'] }, 'approve', { facts: { urgency: 'fast' } }, 'EVENT_INVALID'],
  ])('%s', (_name, settings, outcome, more, code) => {
    const run = asking(settings);
    expect(run.refusal(() => run.act('ask', outcome, more))).toBe(code);
  });

  test('the drafter who approves from another post', () => {
    const run = asking({});
    const drafterActing = { ...holder('ict-head'), personId: 'H-ict-officer' };
    expect(run.refusal(() => run.act('ask', 'approve', { by: drafterActing }))).toBe('NOT_ENTITLED');
  });
});
