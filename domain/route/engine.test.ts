import { canonicalJson } from '../canonical-json';
import { advance, ENGINE_VERSION, ENGINES, settle, start, stateHash, type Engine, type Engines } from './engine';
import type { LetterEvent, StartEvent } from './events';
import type { Route } from './model';
import type { LetterState } from './state';
import { approval, endNode, INCOMING, route, startNode, SUPERVISOR } from './testing/build';
import { unitId } from './testing/office';
import { leave } from './tokens';

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

describe('versions of the engine', () => {
  const plain = route([startNode, approval('a', 'ict-head'), approval('b', 'chief'), endNode], ['start a', 'a approve b', 'b approve end']);
  const routes = { r: plain };
  const event = { type: 'start', at: AT, actor: null, letterId: 'L1', officeId: 'O1', routeVersionId: 'r', unitId: unitId('registry'), secrecy: 'none', facts: INCOMING } as const;
  const [first] = Object.values(ENGINES);
  if (first === undefined) throw new Error('there is no engine');
  /** A version in which an approval needs nobody: it shows at once which one drives. */
  const second: Engine = { ...first, steps: { ...first.steps, approve: { ...first.steps.approve, enter: (run, token) => leave(run, token, 'approve') } } };
  const engines: Engines = { 1: first, 2: second };
  const approve = (state: LetterState): LetterEvent => {
    const [task] = Object.values(state.tasks);
    return { type: 'act', at: AT, actor: SUPERVISOR, taskId: task?.id ?? '', rev: task?.rev ?? 0, outcome: 'approve', hasNote: false };
  };

  test('a letter keeps the meaning that it carries, whatever else there is', () => {
    const { state } = start(routes, event, { version: 1, engines });
    expect(state.engine).toBe(1);
    const next = advance(routes, state, approve(state), { engines });
    expect(next.state).toMatchObject({ engine: 1, status: 'running', tasks: { [Object.keys(next.state.tasks)[0] ?? '']: { node: 'b' } } });
    expect(advance(routes, state, approve(state), { version: 1, engines })).toEqual(next);
  });

  test('a run that raises it does so with its next event, and never lowers it', () => {
    const { state } = start(routes, event, { version: 1, engines });
    const raised = advance(routes, state, approve(state), { version: 2, engines });
    expect(raised.state).toMatchObject({ engine: 2, status: 'ended', outcome: 'closed' });
    expect(state.engine).toBe(1);
    const begun = start(routes, event, { version: 2, engines });
    expect(begun.state).toMatchObject({ engine: 2, status: 'ended' });
    const held = { ...state, engine: 2 };
    expect(advance(routes, held, approve(held), { version: 1, engines }).state).toMatchObject({ engine: 2, status: 'ended' });
  });

  test('what there is no version for is refused, and the newest drives what begins', () => {
    expect(() => start(routes, event, { version: 3, engines })).toThrow(expect.objectContaining({ code: 'ENGINE_UNSUPPORTED' }));
    const { state } = start(routes, event);
    expect(state.engine).toBe(ENGINE_VERSION);
    expect(Math.max(...Object.keys(ENGINES).map(Number))).toBe(ENGINE_VERSION);
    expect(() => advance(routes, state, approve(state), { version: 3, engines })).toThrow(expect.objectContaining({ code: 'ENGINE_UNSUPPORTED' }));
  });
});
