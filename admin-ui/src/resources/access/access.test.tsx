import { screen, within } from '@testing-library/react';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import { buildSession, ID, office, post, unit } from '../../testing/builders';
import { refusal, renderAdmin, type Overrides } from '../../testing/render-admin';

type Why = ResponseOf<(typeof endpoints)['accessWhy']>;
const granted = { id: ID.post, title: post.title, unit, office, capacity: 'acting_for' as const, ownPost: null, orderNo: '81/2569', mayAct: true, roles: ['clerk' as const], until: null };
const person = { id: ID.person, name: { th: 'หัวหน้ากลุ่มงาน', en: 'Head' } };
const decision = (change: Partial<Why['decisions'][number]>): Why['decisions'][number] => ({
  act: 'letter.read', task: null, allow: true, reveal: true, rule: 'read.part', reasons: [{ kind: 'post', post: granted, clearance: null, parts: ['task'] }], ...change,
});
const api = (decisions: Why['decisions']): Overrides => {
  const session = buildSession({ can: ['access'] });
  return {
    me: async () => ({ ...session, posts: session.posts.map((each) => ({ ...each, roles: ['office_admin' as const] })) }),
    listLetters: async () => ({ items: [], total: 0, nextCursor: null }),
    accessWhy: async () => ({ person, letter: { id: ID.letter, subject: 'เรื่อง', theirNo: '' }, decisions }),
    accessPerson: async () => ({ person, isDisabled: false, clearance: 'none', posts: [granted], abilities: [{ act: 'letter.intake', rule: 'intake.post', postIds: [ID.post] }] }),
  };
};
const path = `/access?personId=${ID.person}&letterId=${ID.letter}`;

test('why she sees it: the rule in words with its id, the post, the order, and how the post came by its part', async () => {
  renderAdmin({ path, api: api([decision({}), decision({ act: 'letter.hold', allow: false, rule: 'hold.none', reasons: [] })]) });
  const why = await screen.findByRole('region', { name: 'หัวหน้ากลุ่มงาน เห็นหนังสือนี้' });
  expect(within(why).getByText(/เห็นหนังสือที่ตำแหน่งมีส่วนเกี่ยวข้อง/)).toBeTruthy();
  expect(within(why).getByText('จากตำแหน่ง รักษาราชการแทน เจ้าพนักงานธุรการ · คำสั่งที่ 81/2569 (เคยมีหรือมีงาน)')).toBeTruthy();
  expect(within(why).getByText('กฎ read.part')).toBeTruthy();
  expect(within(why).getByText(/พักเรื่องไม่ได้/)).toBeTruthy();
});

test('why not: too little clearance', async () => {
  renderAdmin({ path, api: api([decision({ allow: false, reveal: false, rule: 'read.none', reasons: [{ kind: 'clearance', post: null, clearance: 'confidential', parts: [] }] })]) });
  const why = await screen.findByRole('region', { name: 'หัวหน้ากลุ่มงาน ไม่เห็นหนังสือนี้' });
  expect(within(why).getByText('ระดับการเข้าถึงปัจจุบันคือ “ลับ” ซึ่งไม่ถึงชั้นความลับของหนังสือ')).toBeTruthy();
});

test('what a person may do stands there without a letter', async () => {
  renderAdmin({ path: `/access?personId=${ID.person}`, api: api([]) });
  const rights = await screen.findByRole('region', { name: 'ตำแหน่งและสิทธิของ หัวหน้ากลุ่มงาน' });
  expect(within(rights).getByText('ลงทะเบียนรับหนังสือได้')).toBeTruthy();
  expect(within(rights).getByText('ระดับการเข้าถึงหนังสือลับ: ไม่มี')).toBeTruthy();
});

test('a letter that is not to be known is not found, and the person’s rights are still shown', async () => {
  renderAdmin({ path, api: { ...api([]), accessWhy: async () => { throw refusal(404, 'NOT_FOUND'); } } });
  expect(await screen.findByText(/ไม่พบ/)).toBeTruthy();
  expect(await screen.findByText('สิ่งที่ทำได้')).toBeTruthy();
});
