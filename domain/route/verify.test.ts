import type { Route, RouteNode } from './model';
import { approval, endNode, post, route, startNode } from './testing/build';
import { buildDirectory } from './testing/office';
import { ROUTES } from './testing/routes';
import { isSound, verifyRoute, type FindingCode, type VerifyContext } from './verify';
import { parseAndVerify } from './verify-schema';

const codes = (value: Route, context: VerifyContext = {}): readonly FindingCode[] => verifyRoute(value, context).map((finding) => finding.code);
const work = (id: string, more: object = {}) => ({ id, type: 'work', assignee: post('clerk'), outcomes: [{ code: 'done', name: 'เสร็จ' }], ...more }) as const;
const outgoingStart = { ...startNode, directions: ['outgoing'] } as const;

describe('a sound route', () => {
  test.each(Object.keys(ROUTES))('%s has no error', (name) => {
    const found = verifyRoute(ROUTES[name]!, { routes: ROUTES, directory: buildDirectory() });
    expect(found.filter((finding) => finding.severity === 'error')).toEqual([]);
    expect(isSound(found)).toBe(true);
  });

  test.each(Object.keys(ROUTES))('%s is read back unchanged through the schema', (name) => {
    expect(parseAndVerify(JSON.parse(JSON.stringify(ROUTES[name])), { routes: ROUTES })).toMatchObject({ route: ROUTES[name] });
  });
});

describe('every finding says in Thai and English which steps are meant', () => {
  test('by the names that the designer gave them', () => {
    const [found] = verifyRoute(route([startNode, { ...endNode, name: 'ปิดเรื่อง', nameEn: 'Close' }, work('lost')], ['start end', 'lost done end']));
    expect(found).toMatchObject({ code: 'UNREACHABLE', nodes: ['lost'], id: 'UNREACHABLE:lost' });
    expect(found?.textTh).toContain('ขั้น lost');
    expect(found?.textEn).toContain('cannot be reached');
  });
});

describe('going through the states', () => {
  test('a finding shows how a letter gets to the step', () => {
    const value = route([startNode, work('a', { outcomes: [{ code: 'done', name: 'เสร็จ' }, { code: 'more', name: 'ต่อ' }] }), work('b'), work('c'), endNode], ['start a', 'a done end', 'a more c', 'c done b', 'b done b']);
    expect(verifyRoute(value).map(({ code, nodes, path }) => [code, nodes, path?.map(({ node, outcome }) => `${node} ${outcome}`)])).toEqual([['DEAD_END', ['b'], ['a more', 'c done']], ['DEAD_END', ['c'], ['a more']]]);
  });

  test('and says so where there are too many', () => {
    const value = route([startNode, work('a'), work('b'), work('c'), endNode], ['start a', 'a done b', 'b done c', 'c done end']);
    expect(codes(value)).toEqual([]);
    expect(verifyRoute(value, { maxStates: 2 })).toEqual([expect.objectContaining({ code: 'TOO_MANY_WAYS', severity: 'warning', textEn: expect.stringContaining('the first 2 states') })]);
  });
});

describe('structure', () => {
  test.each<[string, FindingCode, Route]>([
    ['no start', 'NO_START', route([work('a'), endNode], ['a done end'])],
    ['two starts', 'MANY_STARTS', route([startNode, { ...startNode, id: 'start2' }, endNode], ['start end', 'start2 end'])],
    ['no end', 'NO_END', route([startNode, work('a')], ['start a', 'a done a'])],
    ['a step id used twice', 'DUPLICATE_NODE', route([startNode, endNode, endNode], ['start end'])],
    ['a line into nothing', 'EDGE_DANGLING', route([startNode, endNode], ['start end', 'start x nowhere'])],
    ['a line into the start', 'EDGE_INTO_START', route([startNode, work('a'), endNode], ['start a', 'a done start', 'a x end'])],
    ['an outcome without a line', 'OUTCOME_UNWIRED', route([startNode, approval('a', 'chief', { canReject: true }), endNode], ['start a', 'a approve end'])],
    ['two lines for one outcome', 'OUTCOME_DOUBLED', route([startNode, work('a'), endNode], ['start a', 'a done end', 'a done a'])],
    ['a line for an outcome that does not exist', 'OUTCOME_UNKNOWN', route([startNode, work('a'), endNode], ['start a', 'a done end', 'a other end'])],
    ['a fork with one branch', 'FORK_NARROW', route([startNode, { id: 'f', type: 'fork' }, { id: 'j', type: 'join', fork: 'f', mode: 'all' }, endNode], ['start f', 'f a j', 'j end'])],
    ['a fork without a join', 'FORK_WITHOUT_JOIN', route([startNode, { id: 'f', type: 'fork' }, work('a'), work('b'), endNode], ['start f', 'f a a', 'f b b', 'a done end', 'b done end'])],
    ['a join of no fork', 'JOIN_FORK_UNKNOWN', route([startNode, { id: 'j', type: 'join', fork: 'f', mode: 'all' }, endNode], ['start j', 'j end'])],
    ['a return to a step where nobody acts', 'RETURN_UNKNOWN', route([startNode, work('a', { returnTo: ['start'] }), endNode], ['start a', 'a done end'])],
  ])('%s', (_name, code, value) => expect(codes(value)).toContain(code));

  test('two lines with one id', () => {
    const value = route([startNode, work('a'), endNode], ['start a', 'a done end']);
    expect(codes({ ...value, edges: value.edges.map((edge) => ({ ...edge, id: 'same' })) })).toContain('DUPLICATE_EDGE');
  });
});

describe('flow', () => {
  const fork = { id: 'f', type: 'fork' } as const;
  const join = { id: 'j', type: 'join', fork: 'f', mode: 'all' } as const;

  test('a step that no way leads to', () => {
    expect(codes(route([startNode, work('lost'), endNode], ['start end', 'lost done end']))).toContain('UNREACHABLE');
  });

  test('a step from which no end can be reached', () => {
    const value = route([startNode, work('a', { outcomes: [{ code: 'done', name: 'เสร็จ' }, { code: 'more', name: 'ต่อ' }] }), work('b'), endNode], ['start a', 'a done end', 'a more b', 'b done b']);
    expect(verifyRoute(value)).toEqual([expect.objectContaining({ code: 'DEAD_END', nodes: ['b'] })]);
  });

  test('a branch that leaves its fork past the join', () => {
    const out = work('a', { outcomes: [{ code: 'done', name: 'เสร็จ' }, { code: 'out', name: 'ออก' }] });
    const value = route([startNode, fork, out, work('b'), join, work('after'), endNode], ['start f', 'f a a', 'f b b', 'a done j', 'a out after', 'b done j', 'j after', 'after done end']);
    expect(codes(value)).toContain('JOIN_MISMATCH');
  });

  test('a join inside another fork than its own', () => {
    const value = route(
      [startNode, fork, { id: 'g', type: 'fork' }, work('a'), work('b'), work('c'), join, { id: 'k', type: 'join', fork: 'g', mode: 'all' }, endNode],
      ['start f', 'f a g', 'f b c', 'g a a', 'g b b', 'a done j', 'b done k', 'c done k', 'j k', 'k end'],
    );
    expect(codes(value)).toContain('JOIN_MISMATCH');
  });

  test('a join that waits for more branches than can arrive', () => {
    const value = route([startNode, fork, work('a'), work('b'), join, endNode, { ...endNode, id: 'end2' }], ['start f', 'f a a', 'f b b', 'a done j', 'b done end2', 'j end']);
    expect(codes(value)).toEqual(expect.arrayContaining(['JOIN_STARVES', 'END_IN_BRANCH']));
    const enough = route([startNode, fork, work('a'), work('b'), { ...join, mode: { atLeast: 3 } }, endNode], ['start f', 'f a a', 'f b b', 'a done j', 'b done j', 'j end']);
    expect(codes(enough)).toContain('JOIN_STARVES');
  });

  test('a return into a parallel branch from outside it', () => {
    const value = route([startNode, fork, work('a'), work('b'), join, work('c', { returnTo: ['a'] }), endNode], ['start f', 'f a a', 'f b b', 'a done j', 'b done j', 'j c', 'c done end']);
    expect(codes(value)).toContain('RETURN_INTO_BRANCH');
  });

  test('a circle in which nobody acts', () => {
    const decide = { id: 'd', type: 'decide', otherwise: 'no', branches: [{ outcome: 'yes', when: { combinator: 'and', rules: [{ field: 'urgency', operator: '=', value: 'urgent' }] } }] } as const;
    const value = route([startNode, { id: 'n', type: 'notify', who: post('clerk'), template: 't' }, decide, endNode], ['start n', 'n d', 'd yes n', 'd no end']);
    expect(verifyRoute(value)).toEqual([expect.objectContaining({ code: 'AUTOMATIC_LOOP', nodes: ['d', 'n'] })]);
  });
});

describe('formalities', () => {
  const sign = { id: 'sign', type: 'sign', assignee: post('deputy'), returnTo: [] } as const;
  const number = { id: 'number', type: 'register', book: 'send', owner: 'office' } as const;
  const send = { id: 'send', type: 'dispatch', recipients: 'addressees' } as const;

  test('a number that can be taken before the signature', () => {
    expect(codes(route([outgoingStart, number, sign, send, endNode], ['start number', 'number sign', 'sign sign send', 'send end']))).toContain('NUMBER_BEFORE_SIGNATURE');
  });

  test('a letter that can be sent before it has a number', () => {
    expect(codes(route([outgoingStart, sign, send, number, endNode], ['start sign', 'sign sign send', 'send number', 'number end']))).toContain('DISPATCH_BEFORE_NUMBER');
  });

  test('a receive number does not count as the number of an outgoing letter', () => {
    expect(codes(route([outgoingStart, sign, { ...number, book: 'receive' }, send, endNode], ['start sign', 'sign sign number', 'number send', 'send end']))).toContain('DISPATCH_BEFORE_NUMBER');
  });

  test('records that need no signature are numbered without one', () => {
    const note = { ...outgoingStart, kinds: ['other_record'] } as const;
    expect(codes(route([note, number, send, endNode], ['start number', 'number send', 'send end']))).toEqual([]);
  });

  test('a called route may sign for its caller', () => {
    const signing = route([outgoingStart, sign, endNode], ['start sign', 'sign sign end']);
    const value = route([outgoingStart, { id: 'call', type: 'call', routeVersionId: 'signing' }, number, send, endNode], ['start call', 'call number', 'number send', 'send end']);
    expect(codes(value, { routes: { signing } })).toEqual([]);
  });
});

describe('settings', () => {
  const around = (node: object, outcome = 'next'): Route => route([startNode, { id: 'x', ...node } as RouteNode, endNode], ['start x', `x ${outcome} end`]);
  const table = (more: object) => ({ type: 'classify', table: { hitPolicy: 'first', inputs: ['urgency'], outputs: ['subjectClass'], rules: [{ id: 'r', when: [null], then: ['a'] }], ...more } });

  test.each<[string, FindingCode, object, string]>([
    ['a quorum of more than are asked', 'SETTING', { type: 'approve', mode: 'quorum', quorum: 3, assignees: [post('clerk')], returnTo: [] }, 'approve'],
    ['a decision by one that asks two', 'SETTING', { type: 'approve', mode: 'one', assignees: [post('clerk'), post('chief')], returnTo: [] }, 'approve'],
    ['a share of nobody', 'SETTING', { type: 'acknowledge', readers: [post('clerk')], wait: 'share' }, 'next'],
    ['a field nobody may set', 'SETTING', { type: 'work', assignee: post('clerk'), outcomes: [{ code: 'done', name: 'เสร็จ' }], fields: ['secrecy'] }, 'done'],
    ['a time limit by a fact that is no date', 'SETTING', { type: 'wait', until: { fact: 'urgency' } }, 'next'],
    ['somebody named in a fact that names nobody', 'SETTING', { type: 'work', assignee: { by: 'field', fact: 'urgency' }, outcomes: [{ code: 'done', name: 'เสร็จ' }] }, 'done'],
    ['reminders without a time limit', 'LADDER_WITHOUT_LIMIT', { ...approval('x', 'chief'), escalation: [{ id: 'r', when: 'beforeDue', offset: { unit: 'workingDays', amount: 1 }, act: 'remind' }] }, 'approve'],
    ['a follow-up that may wait for ever', 'WAITS_FOR_EVER', { type: 'followUp', expect: 'reply', judge: post('clerk') }, 'next'],
    ['a table over an unknown fact', 'CONDITION', table({ inputs: ['subject'] }), 'next'],
    ['a table that sets what may not be set', 'CONDITION', table({ outputs: ['secrecy'] }), 'next'],
    ['a table row with too few cells', 'CONDITION', table({ rules: [{ id: 'r', when: [], then: ['a'] }] }), 'next'],
    ['a table cell with an operator that does not fit', 'CONDITION', table({ rules: [{ id: 'r', when: [{ operator: '<', value: 'normal' }], then: ['a'] }] }), 'next'],
    ['a table value of the wrong type', 'CONDITION', table({ rules: [{ id: 'r', when: [null], then: [3] }] }), 'next'],
    ['a table without a last resort', 'TABLE_OPEN', table({ rules: [{ id: 'r', when: [{ operator: '=', value: 'normal' }], then: ['a'] }] }), 'next'],
    ['a row after the one that always matches', 'TABLE_ROW_DEAD', table({ rules: [{ id: 'r', when: [null], then: ['a'] }, { id: 's', when: [null], then: ['b'] }] }), 'next'],
  ])('%s', (_name, code, node, outcome) => expect(codes(around(node, outcome))).toContain(code));

  const rows = (...cells: readonly (object | null)[][]) => cells.map((when, i) => ({ id: `r${i + 1}`, when, then: ['a'] }));
  const is = (value: unknown) => ({ operator: '=', value });
  const unique = (more: object) => around(table({ hitPolicy: 'unique', ...more }));

  test.each<[string, string, object, string]>([
    ['one value in two rows', 'r1, r2', { rules: rows([{ operator: 'in', value: ['normal', 'urgent'] }], [is('urgent')]) }, 'urgent'],
    ['a row that fits everything', 'r1, r2', { rules: rows([is('normal')], [null]) }, 'normal'],
    ['two spans of a number that touch', 'r1, r2', { inputs: ['amount'], rules: rows([{ operator: '<=', value: 500 }], [{ operator: '>=', value: 500 }]) }, '500'],
    ['two spans of a number with room between their bounds', 'r1, r2', { inputs: ['amount'], rules: rows([{ operator: '>', value: 1 }], [{ operator: '<', value: 2 }]) }, '1.5'],
    ['two spans of a date', 'r1, r2', { inputs: ['dateAsked'], rules: rows([{ operator: '>', value: '2026-01-01' }], [{ operator: '<', value: '2026-06-01' }]) }, 'between'],
    ['everything but two different values', 'r1, r2', { inputs: ['subjectClass'], rules: rows([{ operator: '!=', value: 'x' }], [{ operator: 'notIn', value: ['y'] }]) }, 'other'],
    ['two units that a list may both hold', 'r1, r2', { inputs: ['proposedInfoUnits'], rules: rows([{ operator: 'contains', value: 'U-a' }], [{ operator: 'contains', value: 'U-b' }]) }, 'both'],
    ['what is not known', 'r1, r2', { inputs: ['isReply'], rules: rows([{ operator: 'null', value: null }], [{ operator: '!=', value: true }]) }, 'null'],
    ['the third row with the first, by another input', 'r1, r3', { inputs: ['urgency', 'isReply'], rules: rows([is('normal'), null], [is('urgent'), is(true)], [is('normal'), is(true)]) }, 'normal'],
  ])('rows of a table in which only one may fit, both fitting %s, are refused by name', (_name, pair, more) => {
    const found = verifyRoute(unique(more)).filter(({ code }) => code === 'TABLE_OVERLAP');
    expect(found).toEqual([expect.objectContaining({ severity: 'error', nodes: ['x'], id: `TABLE_OVERLAP:x:${pair}` })]);
    expect(found[0]?.textTh).toContain(pair.replace(/r(\d), r(\d)/, 'แถวที่ $1 และแถวที่ $2'));
    expect(codes(around(table(more)))).not.toContain('TABLE_OVERLAP');
  });

  test.each<[string, object]>([
    ['different values', { inputs: ['isReply'], rules: rows([is(true)], [is(false)], [{ operator: 'null', value: null }]) }],
    ['spans of a number beside each other', { inputs: ['amount'], rules: rows([{ operator: '<', value: 500 }], [{ operator: '>=', value: 500 }], [{ operator: 'null', value: null }]) }],
    ['the same value of one input and different ones of another', { inputs: ['isReply', 'needsReply'], rules: rows([is(true), is(true)], [is(true), { operator: '!=', value: true }], [{ operator: '!=', value: true }, null]) }],
    ['a choice and all others', { rules: rows([is('normal')], [{ operator: '!=', value: 'normal' }]) }],
  ])('rows with %s do not overlap, leave nothing open and are all used', (_name, more) => expect(codes(unique(more)).filter((code) => code.startsWith('TABLE_'))).toEqual([]));

  test('a row that earlier ones leave nothing to is dead, and cases that no row has are open', () => {
    const dead = around(table({ inputs: ['isReply'], rules: rows([is(true)], [{ operator: '!=', value: true }], [is(false)]) }));
    expect(verifyRoute(dead)).toEqual([expect.objectContaining({ code: 'TABLE_ROW_DEAD', id: 'TABLE_ROW_DEAD:x:r3' })]);
    expect(codes(around(table({ inputs: ['isReply'], rules: rows([is(true)], [is(false)]) })))).toEqual(['TABLE_OPEN']);
    const twice = around(table({ inputs: ['urgency', 'urgency'], rules: rows([is('normal'), is('urgent')], [null, null]) }));
    expect(verifyRoute(twice)).toEqual([expect.objectContaining({ id: 'TABLE_ROW_DEAD:x:r1' })]);
  });

  test('a table with too many cases to go through is only looked at for its overlaps and its last row', () => {
    const inputs = ['urgentBy', 'dateAsked', 'subjectClass', 'ownerUnitId', 'addresseePost', 'fromOfficeId'];
    const many = rows(...Array.from({ length: 12 }, (_, i) => inputs.map((name) => is(['urgentBy', 'dateAsked'].includes(name) ? `2026-01-${String(i + 10)}` : `v${i}`))));
    expect(codes(unique({ inputs, rules: many }))).toEqual(['TABLE_OPEN']);
    expect(codes(around(table({ inputs, rules: [...many, { id: 'otherwise', when: inputs.map(() => null), then: ['a'] }] })))).toEqual([]);
  });

  test('a condition over an unknown fact or with an operator that does not fit', () => {
    const decide = (field: string, operator: string) =>
      route([startNode, { id: 'd', type: 'decide', otherwise: 'no', branches: [{ outcome: 'yes', when: { combinator: 'and', rules: [{ field, operator, value: 'x' }] } }] } as unknown as RouteNode, endNode], ['start d', 'd yes end', 'd no end']);
    expect(codes(decide('subject', '='))).toContain('CONDITION');
    expect(codes(decide('kind', '<'))).toContain('CONDITION');
    expect(codes(decide('subjectClass', '='))).toEqual([]);
  });

  test('a call of a route that is not published, and one that comes back to itself', () => {
    const call = around({ type: 'call', routeVersionId: 'again' });
    expect(codes(call, { routes: {} })).toContain('CALL_UNKNOWN');
    expect(codes(call, { routes: { again: call } })).toContain('CALL_CIRCLE');
    expect(codes(call)).toEqual([]);
  });
});

describe('people', () => {
  const value = route([startNode, work('a', { assignee: post('nobody') }), endNode], ['start a', 'a done end']);

  test('a post that nobody holds is a warning while the fallback holds, an error without one', () => {
    expect(verifyRoute(value, { directory: buildDirectory() })).toEqual([expect.objectContaining({ code: 'NOBODY_TODAY', severity: 'warning', nodes: ['a'] })]);
    expect(codes(value, { directory: buildDirectory({}, { fallbackPostId: null }) })).toEqual(['NOBODY']);
    expect(codes(value, { directory: buildDirectory({ chief: { holders: [] } }) })).toEqual(['NOBODY']);
  });

  describe('for classified letters', () => {
    const asks = (code: string, book: string) =>
      route([startNode, { id: 'number', type: 'register', book, owner: 'office' } as RouteNode, work('a', { assignee: post(code) }), endNode], ['start number', 'number a', 'a done end']);

    test('a step whose holders are not cleared is said where the secret registrar would get it, and refused where nobody would', () => {
      expect(verifyRoute(asks('chief', 'secret_receive'), { directory: buildDirectory() })).toEqual([
        expect.objectContaining({ code: 'UNCLEARED_TODAY', severity: 'warning', nodes: ['a'] }),
      ]);
      const without = { secretRegistrarPostId: null, parentSecretRegistrarPostId: null };
      expect(verifyRoute(asks('chief', 'secret_receive'), { directory: buildDirectory({}, without) })).toEqual([expect.objectContaining({ code: 'UNCLEARED', severity: 'error' })]);
      const uncleared = { registrar: { clearance: 'confidential' } } as const;
      expect(codes(asks('chief', 'secret_receive'), { directory: buildDirectory(uncleared, { parentSecretRegistrarPostId: null }) })).toEqual(['UNCLEARED']);
      expect(codes(asks('chief', 'secret_receive'), { directory: buildDirectory({ registrar: { holders: [] } }, { parentSecretRegistrarPostId: null }) })).toEqual(['UNCLEARED']);
      expect(codes(asks('chief', 'secret_receive'), { directory: buildDirectory({}, { secretRegistrarPostId: null }) })).toEqual(['UNCLEARED_TODAY']);
    });

    test('a step with somebody cleared, and a route that takes no classified letter, are sound', () => {
      expect(codes(asks('governor', 'secret_receive'), { directory: buildDirectory() })).toEqual([]);
      expect(codes(asks('clerk', 'receive'), { directory: buildDirectory() })).toEqual([]);
      expect(codes(asks('governor', 'secret_control'), { directory: buildDirectory() })).toEqual(['UNCLEARED_TODAY']);
    });

    test('what the office’s table gives the route goes before what its registers say', () => {
      expect(codes(asks('clerk', 'receive'), { directory: buildDirectory(), admits: 'confidential' })).toEqual(['UNCLEARED_TODAY']);
      expect(codes(asks('chief', 'receive'), { directory: buildDirectory(), admits: 'confidential' })).toEqual([]);
      expect(codes(asks('chief', 'secret_receive'), { directory: buildDirectory(), admits: 'confidential' })).toEqual([]);
    });
  });

  test('a rule that depends on the letter is not judged', () => {
    const relative = route([startNode, work('a', { assignee: { by: 'superior', of: 'lastActor' } }), endNode], ['start a', 'a done end']);
    expect(codes(relative, { directory: buildDirectory({}, { fallbackPostId: null }) })).toEqual([]);
  });
});

describe('a route from outside', () => {
  test.each<[string, unknown]>([
    ['nothing', null],
    ['another version', { schemaVersion: 2, name: 'x', nodes: [], edges: [] }],
    ['an unknown step type', { schemaVersion: 1, name: 'x', nodes: [{ id: 'a', type: 'script', name: 'x' }], edges: [] }],
    ['a setting that the type does not have', { schemaVersion: 1, name: 'x', nodes: [{ ...endNode, name: 'จบ', script: 'x' }], edges: [] }],
    ['a rule that only the engine makes', { schemaVersion: 1, name: 'x', nodes: [{ ...work('a', { assignee: { by: 'given', postIds: ['p'] } }), name: 'x' }], edges: [] }],
  ])('%s is refused with the place that is wrong', (_name, value) => {
    const { route: read, findings } = parseAndVerify(value);
    expect(read).toBeNull();
    expect(findings.map((finding) => finding.code)).toEqual(findings.map(() => 'SCHEMA'));
    expect(findings.length).toBeGreaterThan(0);
  });
});
