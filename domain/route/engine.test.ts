import { canonicalJson } from '../canonical-json';
import { advance, settle, start, stateHash } from './engine';
import type { Route } from './model';
import type { StartEvent } from './events';

const ROUTE: Route = {
  schemaVersion: 1,
  name: 'รับหนังสือ',
  nodes: [
    { id: 'start', type: 'start', name: 'เริ่ม', kinds: ['external_letter'], directions: ['incoming'] },
    { id: 'reg', type: 'register', name: 'ลงรับ', book: 'receive', owner: 'office' },
    { id: 'head', type: 'approve', name: 'พิจารณา', mode: 'one', assignees: [{ by: 'post', postCode: 'head' }], returnTo: [] },
    {
      id: 'urgent', type: 'decide', name: 'ด่วนหรือไม่', otherwise: 'no',
      branches: [{ outcome: 'yes', when: { combinator: 'and', rules: [{ field: 'urgency', operator: '!=', value: 'normal' }] } }],
    },
    { id: 'second', type: 'approve', name: 'พิจารณาด่วน', mode: 'one', assignees: [{ by: 'superior', of: 'lastActor' }], returnTo: [] },
    { id: 'end', type: 'end', name: 'จบ', outcome: 'closed' },
  ],
  edges: [
    { id: 'a', from: 'start', outcome: 'next', to: 'reg' },
    { id: 'b', from: 'reg', outcome: 'next', to: 'head' },
    { id: 'c', from: 'head', outcome: 'approve', to: 'urgent' },
    { id: 'd', from: 'urgent', outcome: 'no', to: 'end' },
    { id: 'e', from: 'urgent', outcome: 'yes', to: 'second' },
    { id: 'f', from: 'second', outcome: 'approve', to: 'end' },
  ],
};
const AT = '2025-06-02T02:00:00.000Z';
const HEAD = { personId: 'p-head', postId: 'post-head', capacity: 'own' } as const;
const BEGIN: StartEvent = {
  type: 'start', at: AT, actor: null, letterId: 'l1', officeId: 'o1', routeVersionId: 'r1', unitId: 'u1', secrecy: 'none',
  facts: { direction: 'incoming', kind: 'external_letter', urgency: 'normal', channel: 'exchange' },
};

describe('a letter that is registered, approved and closed', () => {
  test('is numbered and put to its approver in one step, and ends with the approval', () => {
    const begun = start({ r1: ROUTE }, BEGIN);
    expect(begun.effects.map((effect) => effect.type)).toEqual(['takeNumber', 'render', 'openTask']);
    const [task] = Object.values(begun.state.tasks);
    const settled = settle(begun.state, {
      tasks: { [task!.id]: { postIds: ['post-head'], personId: null, via: 'rule', passedOver: [] } },
      numbers: { 'f1/reg': { entryId: 'n1', no: 1, printed: '1', date: '2025-06-02' } },
      deliveries: [],
    });
    expect(settled.numbers['f1/reg']?.entryId).toBe('n1');
    const ended = advance({ r1: ROUTE }, settled, {
      type: 'act', at: AT, actor: HEAD, taskId: task!.id, rev: 0, outcome: 'approve', hasNote: false,
    });
    expect(ended.state).toMatchObject({ status: 'ended', outcome: 'closed', seq: 2, tokens: {}, tasks: {}, timers: {} });
    expect(ended.effects.map((effect) => effect.type)).toEqual(['endorse', 'closeTask', 'endLetter']);
    expect(stateHash(ended.state)).toBe(stateHash(JSON.parse(canonicalJson(ended.state))));
  });

  test('waits for no effect that was over with the commit', () => {
    const begun = start({ r1: ROUTE }, BEGIN);
    const [effectId] = begun.state.pendingEffects;
    expect(settle(begun.state, { tasks: {}, numbers: {}, deliveries: [] }).pendingEffects).toEqual([effectId]);
    expect(settle(begun.state, { tasks: {}, numbers: {}, deliveries: [], carriedOut: [effectId!] }).pendingEffects).toEqual([]);
  });
});
