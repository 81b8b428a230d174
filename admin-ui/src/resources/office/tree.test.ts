import { buildTree, withBelow } from './tree';
import type { PostDetail, UnitDetail } from './types';

const unit = (id: string, parentId: string | null, more: Partial<UnitDetail> = {}): UnitDetail => ({
  id, code: id, name: { th: `หน่วยงาน ${id}`, en: '' }, rev: 0, parentId, short: '', letterCode: null, phone: '', sortOrder: 0, validFrom: '2020-01-01', validTo: null, state: 'inForce', isRegistry: false, ...more,
});
const post = (id: string, unitId: string, more: Partial<PostDetail> = {}): PostDetail => ({
  id, code: id, title: { th: `ตำแหน่ง ${id}`, en: '' }, rev: 0, unitId, superiorId: null, roles: [], isUnitHead: false, oversees: [], validFrom: '2020-01-01', validTo: null, state: 'inForce', holders: [], ...more,
});
const units = [unit('top', null), unit('one', 'top'), unit('two', 'top'), unit('gone', 'top', { state: 'ended' }), unit('left', 'gone')];
const posts = [post('head', 'top'), post('officer', 'two', { holders: [{ id: 'p', name: { th: 'สมหญิง', en: '' }, capacity: 'own', isAbsent: false }] }), post('closed', 'one', { state: 'ended' })];
const all = { words: '', withClosed: false };
const shape = (branches: ReturnType<typeof buildTree>): unknown => branches.map((branch) => [branch.unit.id, branch.posts.map(({ id }) => id), shape(branch.below)]);

test('units stand below their parents with their posts; what is closed comes only where asked for', () => {
  expect(shape(buildTree({ units, posts }, all))).toEqual([['top', ['head'], [['one', [], []], ['two', ['officer'], []]]], ['left', [], []]]);
  expect(shape(buildTree({ units, posts }, { words: '', withClosed: true }))).toEqual([['top', ['head'], [['one', ['closed'], []], ['two', ['officer'], []], ['gone', [], [['left', [], []]]]]]]);
});

test('somebody who holds a post is found with the way to it', () => {
  expect(shape(buildTree({ units, posts }, { words: 'สมหญิง', withClosed: false }))).toEqual([['top', [], [['two', ['officer'], []]]]]);
});

test('a unit that is found keeps what it holds', () => {
  expect(shape(buildTree({ units, posts }, { words: 'หน่วยงาน top', withClosed: false }))).toEqual([['top', ['head'], [['one', [], []], ['two', ['officer'], []]]]]);
});

test('a unit with all below it', () => {
  expect([...withBelow(units, 'top')].sort()).toEqual(['gone', 'left', 'one', 'top', 'two']);
});
