import { reasonFor } from './notices';

test.each([
  ['the holders of a task', { to: { postIds: ['P1'] }, taskId: 'k1' }, 'holder'],
  ['whoever was named for a task', { to: { personId: 'H1' }, taskId: 'k1' }, 'holder'],
  ['all who hold a letter that is put aside', { to: { postIds: ['P1', 'P2'] }, taskId: null }, 'holder'],
  ['the drafter', { to: { personId: 'H1' }, taskId: null }, 'drafter'],
  ['whoever a follow-up asks, where that is the drafter', { to: { rule: { by: 'drafter' } }, taskId: null }, 'drafter'],
  ['the superior of whoever is late', { to: { superiorOfTask: 'k1' }, taskId: 'k1' }, 'superior'],
  ["the drafter's superior", { to: { rule: { by: 'superior', of: 'drafter' } }, taskId: null }, 'superior'],
  ['the process owner', { to: { processOwner: true }, taskId: 'k1' }, 'processOwner'],
  ['whom the route names', { to: { rule: { by: 'post', postCode: 'clerk' } }, taskId: null }, 'route'],
] as const)('a notice says to %s why it comes', (_whom, effect, reason) => {
  expect(reasonFor(effect)).toBe(reason);
});
