import { approval, endNode, post, route, startNode } from '../testing/build';
import { ROUTES } from '../testing/routes';
import { exploreRoute } from './explore';

const work = (id: string, codes: readonly string[] = ['done'], more: object = {}) =>
  ({ id, type: 'work', assignee: post('clerk'), outcomes: codes.map((code) => ({ code, name: code })), ...more }) as const;
const fork = { id: 'f', type: 'fork' } as const;
const join = { id: 'j', type: 'join', fork: 'f', mode: 'all' } as const;

test.each(Object.keys(ROUTES))('%s can always end, whatever people do', (name) => {
  expect(exploreRoute(ROUTES[name]!)).toMatchObject({ isWhole: true, stuck: [], refused: [] });
});

test('a step that leads only to itself is stuck, with the shortest way to it', () => {
  const value = route([startNode, work('a', ['done', 'more']), work('b'), work('c'), endNode], ['start a', 'a done end', 'a more c', 'c done b', 'b done b']);
  expect(exploreRoute(value).stuck).toEqual([{ nodes: ['c'], path: [{ node: 'a', outcome: 'more' }] }]);
});

test('a branch that never comes to its join holds up the others', () => {
  const value = route([startNode, fork, work('a'), work('b', ['done', 'again']), work('loop'), join, endNode], ['start f', 'f a a', 'f b b', 'a done j', 'b done j', 'b again loop', 'loop done loop', 'j end']);
  expect(exploreRoute(value).stuck).toEqual([{ nodes: ['loop'], path: [{ node: 'a', outcome: 'done' }, { node: 'b', outcome: 'again' }] }]);
});

test('a join for one of two goes on without the branch that never comes', () => {
  const value = route([startNode, fork, work('a'), work('loop'), { ...join, mode: { atLeast: 1 } }, work('after'), endNode], ['start f', 'f a a', 'f b loop', 'a done j', 'loop done loop', 'j after', 'after done end']);
  expect(exploreRoute(value).pathTo.get('after')).toEqual([{ node: 'a', outcome: 'done' }]);
});

test('returns are ways too', () => {
  const value = route([startNode, work('a'), approval('b', 'chief', { returnTo: ['a'] }), endNode], ['start a', 'a done b', 'b approve end']);
  const { states, stuck } = exploreRoute(value);
  expect({ states, stuck }).toEqual({ states: 3, stuck: [] });
  const trap = route([startNode, work('a', ['done', 'sure']), approval('b', 'chief', { returnTo: ['c'] }), work('c', ['x']), endNode], ['start a', 'a sure end', 'a done b', 'b approve c', 'c x c']);
  expect(exploreRoute(trap).stuck).toEqual([{ nodes: ['b'], path: [{ node: 'a', outcome: 'done' }] }]);
});

test('automatic steps that go round in a circle are refused by the engine itself', () => {
  const value = route([startNode, work('a', ['done', 'round']), { id: 'n', type: 'notify', who: post('clerk'), template: 't' }, { id: 'm', type: 'notify', who: post('clerk'), template: 't' }, endNode], ['start a', 'a done end', 'a round n', 'n m', 'm n']);
  expect(exploreRoute(value).refused).toEqual([{ node: 'a', path: [{ node: 'a', outcome: 'round' }] }]);
});

test('many branches side by side are few states, and a bound that is reached is said', () => {
  const branches = Array.from({ length: 8 }, (_, i) => i);
  const value = route(
    [startNode, fork, ...branches.flatMap((i) => [work(`a${i}`), work(`b${i}`), work(`c${i}`)]), join, endNode],
    ['start f', ...branches.flatMap((i) => [`f x${i} a${i}`, `a${i} done b${i}`, `b${i} done c${i}`, `c${i} done j`]), 'j end'],
  );
  expect(exploreRoute(value)).toMatchObject({ isWhole: true, stuck: [], states: 25 });
  expect(exploreRoute(value, 10)).toMatchObject({ isWhole: false, stuck: [], states: 10 });
});
