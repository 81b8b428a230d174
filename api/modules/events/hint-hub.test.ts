import { concerns, type Audience } from './hint-hub';

const audience: Audience = { personId: 'p1', postIds: new Set(['clerk', 'head']) };

test('a hint reaches whoever holds a post that it names, and the person it names', () => {
  expect(concerns(audience, { topic: 'inbox', postIds: ['head'] })).toBe('named');
  expect(concerns(audience, { topic: 'command', personIds: ['p1'] })).toBe('named');
});

test('a hint that names others is not passed on', () => {
  expect(concerns(audience, { topic: 'inbox', postIds: ['governor'] })).toBe('none');
  expect(concerns(audience, { topic: 'command', personIds: ['p2'], postIds: ['governor'] })).toBe('none');
  expect(concerns(audience, { topic: 'inbox', postIds: [] })).toBe('none');
});

test('a hint that names nobody concerns all', () => {
  expect(concerns(audience, { topic: 'people' })).toBe('all');
});

test('a reader who is gone hears nothing', () => {
  expect(concerns(null, { topic: 'people' })).toBe('none');
});
