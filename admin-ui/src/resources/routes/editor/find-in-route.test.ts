import type { Route } from '#domain/route/model';
import { findInRoute } from './find-in-route';

const route = {
  schemaVersion: 1, name: 'รับหนังสือ', edges: [],
  nodes: [
    { id: 'start', type: 'start', name: 'เข้า', kinds: ['external_letter'], directions: ['incoming'] },
    { id: 'work', type: 'work', name: 'เสนอ', assignee: { by: 'post', postCode: 'clerk' }, outcomes: [{ code: 'done', name: 'เสนอแล้ว' }], fields: ['amount'] },
    { id: 'way', type: 'decide', name: 'แยก', otherwise: 'other', branches: [{ outcome: 'big', when: { combinator: 'and', rules: [{ field: 'urgency', operator: '=', value: 'urgent' }] } }] },
  ],
} as unknown as Route;
const words = { lang: 'th', post: (code: string) => (code === 'clerk' ? 'เจ้าพนักงานธุรการ' : code), value: (_fact: string, value: string) => (value === 'urgent' ? 'ด่วน' : value) } as const;

test.each([
  ['a post by the name that the office gives it', 'ธุรการ', ['work']],
  ['a field that is set at the step', 'วงเงิน', ['work']],
  ['a condition by the words in which it is said', 'ชั้นความเร็ว เป็น ด่วน', ['way']],
  ['a step by its name', 'แยก', ['way']],
  ['nothing for what is in no step', 'รัฐมนตรี', []],
  ['nothing for no words', '  ', []],
])('finds %s', (_name, typed, ids) => {
  expect(findInRoute(route, typed, words).map(({ node }) => node.id)).toEqual(ids);
});
