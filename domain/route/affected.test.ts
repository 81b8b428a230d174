import { affectedPosts, sayChanges } from './affected';
import type { Route } from './model';
import { buildDirectory, postId } from './testing/office';
import { ROUTES } from './testing/routes';

const directory = buildDirectory();
const names = { th: { post: (code: string) => `ตำแหน่ง ${code}` }, en: { post: (code: string) => `post ${code}` } };
const incoming = ROUTES['incoming']!;
const change = (id: string, set: object): Route => ({ ...incoming, nodes: incoming.nodes.map((node) => (node.id === id ? { ...node, ...set } : node)) }) as Route;
const asked = incoming.nodes.find((node) => node.type === 'approve')!;

test('only whom a changed step asks, before or after, is told, and only of that step', () => {
  const after = change(asked.id, { assignees: [{ by: 'post', postCode: 'clerk' }], name: 'กลั่นกรอง' });
  const affected = affectedPosts(incoming, after, { directory, names });
  const clerk = affected.find((each) => each.postId === postId('clerk'))!;
  expect(clerk.th.join('\n')).toContain('กลั่นกรอง');
  expect(clerk.th.join('\n')).not.toMatch(/[a-z]{12}/);
  expect(clerk.en).toHaveLength(clerk.th.length);
  const before = affectedPosts(incoming, incoming, { directory, names });
  expect(before).toEqual([]);
  expect(affected.length).toBeLessThan(directory.posts.length);
});

test('a new route is told to everybody it asks, and has no differences to say', () => {
  const affected = affectedPosts(null, change(asked.id, { assignees: [{ by: 'group', postCodes: ['clerk'] }] }), { directory, names });
  expect(affected.map((each) => each.postId)).toContain(postId('clerk'));
  expect(sayChanges(null, incoming, names)).toEqual({ th: [], en: [] });
});

test('a change at a step that asks nobody concerns nobody', () => {
  const register = incoming.nodes.find((node) => node.type === 'register')!;
  expect(affectedPosts(incoming, change(register.id, { name: 'ลงรับ' }), { directory, names })).toEqual([]);
});
