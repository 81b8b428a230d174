import type { DecisionTable } from './model';
import { postRoute, unitRoute } from './testing/routes';
import { asksAssignedPost, routeTableFaults } from './which-route';

const CODES = ['incoming', 'outgoing', 'secret'];
const is = (value: string) => ({ operator: '=', value }) as const;
const table = (change: Partial<DecisionTable> = {}): DecisionTable => ({
  hitPolicy: 'first', inputs: ['direction', 'secrecy'], outputs: ['route'],
  rules: [
    { id: 'r1', when: [is('incoming'), null], then: ['incoming'] },
    { id: 'r2', when: [null, is('secret')], then: ['secret'] },
    { id: 'r3', when: [null, null], then: ['outgoing'] },
  ],
  ...change,
});
const rows = (...rules: DecisionTable['rules']): DecisionTable => table({ rules });

test('a table by which every letter gets a route that is in force may be used', () => {
  expect(routeTableFaults(table(), CODES)).toEqual([]);
});

test('a letter that no row fits is named', () => {
  const [fault] = routeTableFaults(rows({ id: 'r1', when: [is('incoming'), null], then: ['incoming'] }), CODES);
  expect(fault).toMatchObject({ kind: 'gap' });
  expect(fault?.kind === 'gap' && fault.facts['direction']).not.toBe('incoming');
});

test.each([
  ['a route that is not in force', rows({ id: 'r1', when: [null, null], then: ['gone'] }), { kind: 'route', rowId: 'r1' }],
  ['no route', rows({ id: 'r1', when: [null, null], then: [null] }), { kind: 'route', rowId: 'r1' }],
  ['an operator that does not fit the field', rows({ id: 'r1', when: [{ operator: '>', value: 'incoming' }, null], then: ['incoming'] }), { kind: 'cell', rowId: 'r1' }],
  ['a value that the field does not have', rows({ id: 'r1', when: [is('sideways'), null], then: ['incoming'] }), { kind: 'cell', rowId: 'r1' }],
  ['a field that there is not', table({ inputs: ['weather', 'secrecy'] }), { kind: 'cell', rowId: 'r1' }],
  ['too few cells', rows({ id: 'r1', when: [null], then: ['incoming'] }), { kind: 'cell', rowId: 'r1' }],
  ['another output', table({ outputs: ['subjectClass'] }), { kind: 'shape' }],
  ['a second output beside the route', table({ outputs: ['route', 'subjectClass'], rules: [{ id: 'r1', when: [null, null], then: ['incoming', 'news'] }] }), { kind: 'shape' }],
  ['more results than outputs', rows({ id: 'r1', when: [null, null], then: ['incoming', 'outgoing'] }), { kind: 'cell', rowId: 'r1' }],
  ['several routes at once', table({ hitPolicy: 'collect' }), { kind: 'shape' }],
  ['two rows of one id', rows({ id: 'r1', when: [is('incoming'), null], then: ['incoming'] }, { id: 'r1', when: [null, null], then: ['outgoing'] }), { kind: 'shape' }],
  ['two rows for one letter where only one may fit', table({ hitPolicy: 'unique' }), { kind: 'overlap', rowId: 'r1', otherId: 'r2' }],
] as const)('a table with %s may not', (_what, value, fault) => {
  expect(routeTableFaults(value, CODES)).toContainEqual(fault);
});

test('a table whose rows cover everything between them needs no last row for the rest', () => {
  const both = [true, false].map((value) => ({ id: `circular ${value}`, when: [{ operator: '=', value }] as const, then: ['incoming'] }));
  const unknown = { id: 'unknown', when: [{ operator: 'null', value: null }] as const, then: ['outgoing'] };
  expect(routeTableFaults(table({ inputs: ['isCircular'], rules: [...both, unknown] }), CODES)).toEqual([]);
});

test('a table with more cases than can be gone through needs a last row for the rest', () => {
  const many = Array.from({ length: 40 }, (_, n) => ({ id: `r${n}`, when: [{ operator: '=', value: n }, is(`class ${n}`), is(`post-${n}`)] as const, then: ['incoming'] }));
  const wide = (more: DecisionTable['rules'] = []): DecisionTable => table({ inputs: ['amount', 'subjectClass', 'signerPost'], rules: [...many, ...more] });
  expect(routeTableFaults(wide(), CODES)).toEqual([{ kind: 'gap', facts: {} }]);
  expect(routeTableFaults(wide([{ id: 'otherwise', when: [null, null, null], then: ['outgoing'] }]), CODES)).toEqual([]);
});

test('only a route that asks the post given the letter is run by what is given to a post', () => {
  const other = { nodes: postRoute.nodes.map((node) => (node.type === 'work' ? { ...node, assignee: { by: 'field', fact: 'actingPerson' } as const } : node)).filter(({ type }) => type === 'work') };
  expect([asksAssignedPost(postRoute), asksAssignedPost(unitRoute), asksAssignedPost(other)]).toEqual([true, false, false]);
});
