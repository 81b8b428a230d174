import { outcomeLabel } from './outcome-label';
import { approval, endNode, refusedNode, route, startNode } from './testing/build';

const returnedNode = { id: 'returned', type: 'end', outcome: 'returned' } as const;
const unit = route([startNode, approval('take', 'ict-head'), endNode, returnedNode], ['start take', 'take approve end', 'take reject returned']);
const chief = route([startNode, approval('take', 'chief'), endNode, refusedNode], ['start take', 'take approve end', 'take reject refused']);
const labelOn = (of: typeof unit | null, code: string) => outcomeLabel(unit.nodes.find(({ id }) => id === 'take') ?? null, code, of);

test('a unit that refuses what it was given hands it back; elsewhere the same act refuses', () => {
  expect(labelOn(unit, 'reject')).toEqual({ th: 'ส่งคืนผู้มอบหมาย', en: 'Hand back' });
  expect(labelOn(chief, 'reject')).toEqual({ th: 'ไม่อนุมัติ', en: 'Refuse' });
  expect(labelOn(null, 'reject')).toEqual({ th: 'ไม่อนุมัติ', en: 'Refuse' });
  expect(outcomeLabel(null, 'reject', unit)).toEqual({ th: 'ไม่อนุมัติ', en: 'Refuse' });
  expect(labelOn(unit, 'approve')).toEqual({ th: 'เห็นชอบ', en: 'Approve' });
});

test('a branch is called by the words of what it asks for, never by a code', () => {
  const rule = (field: string, value: unknown, operator = '=') => ({ field, operator, value });
  const when = (...rules: readonly object[]) => ({ combinator: 'and' as const, rules });
  const way = {
    id: 'way', type: 'decide', name: 'ทางใด', otherwise: 'counter',
    branches: [{ outcome: 'exchange', when: when(rule('channel', 'exchange')) }, { outcome: 'urgent', when: when(rule('urgency', ['urgent', 'most_urgent'], 'in'), rule('kind', 'external_letter')) }, { outcome: 'big', when: when(rule('amount', 5, '>')) }, { outcome: 'ours', when: when(rule('ownerUnitId', 'U-1')) }, { outcome: 'long', when: when(...[1, 2, 3].map((amount) => rule('amount', amount, '>'))) }, { outcome: 'coded', when: when(rule('subjectClass', 'news')) }, { outcome: 'เรื่องด่วน', when: when(rule('amount', 5, '>')) }, { outcome: 'named', name: 'ลับ', nameEn: 'Secret', when: when(rule('channel', 'exchange')) }, { outcome: 'told', when: when(rule('subjectClass', 'ข่าวและประกาศ')) }],
  } as unknown as Parameters<typeof outcomeLabel>[0];
  expect(outcomeLabel(way, 'exchange', null).th).toMatch(/^[ก-๙ ]+$/);
  expect(outcomeLabel(way, 'urgent', null).th).toMatch(/ หรือ .* และ /);
  expect(outcomeLabel(way, 'counter', null)).toEqual({ th: 'กรณีอื่น', en: 'Otherwise' });
  expect(outcomeLabel(way, 'big', null)).toEqual({ th: 'วงเงิน (บาท) มากกว่า 5', en: 'Amount (baht) is more than 5' });
  expect(outcomeLabel(way, 'ours', null)).toEqual({ th: 'กรณีที่ 4', en: 'Case 4' });
  expect(outcomeLabel(way, 'long', null)).toEqual({ th: 'กรณีที่ 5', en: 'Case 5' });
  expect(outcomeLabel(way, 'coded', null)).toEqual({ th: 'กรณีที่ 6', en: 'Case 6' });
  expect(outcomeLabel(way, 'told', null)).toEqual({ th: 'ข่าวและประกาศ', en: 'ข่าวและประกาศ' });
  expect(outcomeLabel(way, 'named', null)).toEqual({ th: 'ลับ', en: 'Secret' });
  expect(outcomeLabel(way, 'เรื่องด่วน', null).th).toBe('เรื่องด่วน');
});

test("a step's own outcome carries its name; one that nobody knows is shown as it is written", () => {
  const done = { id: 'do', type: 'work', name: 'ทำ', assignee: { by: 'drafter' }, outcomes: [{ code: 'approve', name: 'ทำแล้ว' }, { code: 'odd', name: 'แปลก', nameEn: 'Odd' }] } as const;
  expect(outcomeLabel(done, 'approve', null)).toEqual({ th: 'ทำแล้ว', en: 'ทำแล้ว' });
  expect(outcomeLabel(done, 'odd', null)).toEqual({ th: 'แปลก', en: 'Odd' });
  expect(outcomeLabel(done, 'toString', null)).toEqual({ th: 'toString', en: 'toString' });
});
