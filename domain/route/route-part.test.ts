import { mapPositions, positionsOf } from './positions';
import { applyOperation, type RouteDraft } from './operations';
import { copyPart, pastePart, readPart } from './route-part';
import { approval, endNode, post, route, startNode } from './testing/build';

const whole = route(
  [startNode, { id: 'f', type: 'fork' }, approval('a', 'chief', { returnTo: ['w'] }), { id: 'w', type: 'work', assignee: post('clerk'), outcomes: [{ code: 'done', name: 'เสร็จ' }] }, { id: 'j', type: 'join', fork: 'f', mode: 'all' }, endNode],
  ['start w', 'w done f', 'f b1 a', 'f b2 j', 'a approve j', 'j end'],
);
const draft: RouteDraft = { route: whole, layout: { f: { x: 10, y: 20 }, a: { x: 10, y: 140 } } };

describe('a part on the clipboard', () => {
  test('holds the chosen steps with the lines among them, without the start', () => {
    const part = copyPart(draft, ['start', 'f', 'a', 'j']);
    expect(part.nodes.map(({ id }) => id)).toEqual(['f', 'a', 'j']);
    expect(part.edges.map(({ id }) => id)).toEqual(['e2', 'e3', 'e4']);
    expect(part.layout).toEqual(draft.layout);
  });

  test('is pasted under ids of its own, with what its steps say of each other', () => {
    const part = readPart(JSON.stringify(copyPart(draft, ['f', 'a', 'j'])));
    const { operation, nodeIds } = pastePart(draft, part!, { x: 30, y: 30 });
    const { route: pasted, layout } = applyOperation(draft, operation);
    expect(nodeIds).toEqual(['fork1', 'approve1', 'join1']);
    expect(pasted.nodes.find(({ id }) => id === 'join1')).toMatchObject({ fork: 'fork1' });
    // The step it returned to was left behind.
    expect(pasted.nodes.find(({ id }) => id === 'approve1')).toMatchObject({ returnTo: [] });
    expect(pasted.edges.slice(-3).map(({ from, to }) => [from, to])).toEqual([['fork1', 'approve1'], ['fork1', 'join1'], ['approve1', 'join1']]);
    expect(layout['approve1']).toEqual({ x: 40, y: 170 });
    expect(pasted.nodes.slice(0, whole.nodes.length)).toEqual(whole.nodes);
  });

  test('keeps a return to a step that goes along', () => {
    const { operation } = pastePart(draft, copyPart(draft, ['a', 'w']), { x: 0, y: 0 });
    expect(applyOperation(draft, operation).route.nodes.find(({ id }) => id === 'approve1')).toMatchObject({ returnTo: ['work1'] });
  });

  test.each([['no JSON', 'สวัสดี'], ['other JSON', '{"a":1}'], ['a part with a step that is none', JSON.stringify({ ...copyPart(draft, ['a']), nodes: [{ id: 'a', type: 'magic', name: 'x' }] })]])(
    'is not made of %s',
    (_name, text) => expect(readPart(text)).toBeNull(),
  );
});

describe('posts and units of another office', () => {
  const foreign = route(
    [
      startNode, approval('a', 'chief'), { ...approval('g', 'x'), assignees: [{ by: 'group', postCodes: ['clerk', 'chief'] }] },
      { id: 'w', type: 'work', assignee: { by: 'unitHead', unit: { unitCode: 'ict' } }, outcomes: [{ code: 'done', name: 'เสร็จ' }] },
      { id: 's', type: 'sign', assignee: { by: 'role', role: 'head', unit: { unitCode: 'finance' } }, onBehalfOf: post('governor'), returnTo: [] },
      { id: 'k', type: 'acknowledge', readers: [{ by: 'oversees', unit: 'holder' }, post('deputy')], wait: 'none' },
      { id: 'u', type: 'followUp', expect: 'reply', judge: post('owner') }, { id: 'n', type: 'notify', who: post('registrar'), template: 't' }, endNode,
    ],
    [],
  );

  test('are found wherever a rule names them', () => {
    expect(positionsOf(foreign.nodes)).toEqual({ postCodes: ['chief', 'clerk', 'deputy', 'governor', 'owner', 'registrar'], unitCodes: ['finance', 'ict'] });
  });

  test('are mapped everywhere, and nothing else is', () => {
    const mapped = mapPositions(foreign, { posts: { chief: 'หน.', governor: 'ผว.' }, units: { ict: 'สทส.' } });
    expect(positionsOf(mapped.nodes)).toEqual({ postCodes: ['clerk', 'deputy', 'owner', 'registrar', 'ผว.', 'หน.'], unitCodes: ['finance', 'สทส.'] });
    expect(mapPositions(mapped, { posts: { 'หน.': 'chief', 'ผว.': 'governor' }, units: { 'สทส.': 'ict' } })).toEqual(foreign);
  });
});
