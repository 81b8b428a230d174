import * as fc from 'fast-check';
import { diffRoutes, sayChange } from './diff';
import type { ConditionGroup, Route } from './model';
import { applyOperation, type RouteDraft } from './operations';
import { sayCondition, sayDeadline, sayRule, sayRung } from './say';
import { approval, endNode, post, route, startNode } from './testing/build';
import { anyWellNested } from './testing/random-route';

const th = { lang: 'th' } as const;
const en = { lang: 'en' } as const;
const before: Route = route([startNode, approval('a', 'chief', { name: 'ตรวจร่าง', nameEn: 'Check' }), endNode], ['start a', 'a approve end']);
const change = (operation: Parameters<typeof applyOperation>[1], draft: RouteDraft = { route: before, layout: {} }): Route => applyOperation(draft, operation).route;
const said = (after: Route): readonly string[] => diffRoutes(before, after).map((each) => sayChange(each, th));

describe('what changed between two versions', () => {
  test.each<[string, Route, readonly string[]]>([
    ['nothing, though ids of lines and the order differ', { ...before, edges: before.edges.toReversed().map((edge) => ({ ...edge, id: `${edge.id}x` })) }, []],
    ['the name of the route', change({ type: 'describe', name: 'ใหม่' }), ['เปลี่ยนชื่อเส้นทางจาก “เส้นทางทดสอบ” เป็น “ใหม่”']],
    [
      'a step in between',
      change({ type: 'together', operations: [
        { type: 'add', nodes: [{ id: 'w', type: 'work', name: 'จัดทำ', assignee: { by: 'drafter' }, outcomes: [{ code: 'done', name: 'เสร็จ' }] }], edges: [{ id: 'n', from: 'w', outcome: 'done', to: 'end' }], layout: {} },
        { type: 'redraw', edge: { ...before.edges[1]!, to: 'w' } },
      ] }),
      [
        'เพิ่มขั้น “จัดทำ” (ดำเนินการ)', 'เพิ่มทางจาก “ตรวจร่าง” (เห็นชอบ) ไป “จัดทำ”', 'เพิ่มทางจาก “จัดทำ” (เสร็จ) ไป “ขั้น end”', 'ตัดทางจาก “ตรวจร่าง” (เห็นชอบ) ไป “ขั้น end”',
      ],
    ],
    ['a step taken out', change({ type: 'remove', nodes: ['a'], edges: [] }), ['ตัดขั้น “ตรวจร่าง” (พิจารณา/เห็นชอบ) ออก', 'ตัดทางจาก “ขั้น start” ไป “ตรวจร่าง”', 'ตัดทางจาก “ตรวจร่าง” (เห็นชอบ) ไป “ขั้น end”']],
    [
      'settings of a step',
      change({ type: 'change', node: { ...before.nodes[1]!, name: 'พิจารณาร่าง', assignees: [{ by: 'superior', of: 'drafter' }], deadline: { rule: { unit: 'workingDays', amount: 2 } }, canReject: true, fields: ['proposedUnit', 'dueOn'] } as never }),
      [
        'เปลี่ยนชื่อขั้น “ตรวจร่าง” เป็น “พิจารณาร่าง”', 'ขั้น “พิจารณาร่าง”: ผู้พิจารณา จาก chief เป็น ผู้บังคับบัญชาของผู้ร่าง',
        'ขั้น “พิจารณาร่าง”: กำหนดเวลา จาก ไม่ได้กำหนด เป็น ภายใน 2 วันทำการ', 'ขั้น “พิจารณาร่าง”: ไม่อนุมัติได้ จาก ไม่ได้กำหนด เป็น ใช่', 'ขั้น “พิจารณาร่าง”: ข้อมูลที่แก้ไขได้ในขั้นนี้ จาก ไม่ได้กำหนด เป็น หน่วยงานที่เสนอให้ดำเนินการ, กำหนดแล้วเสร็จที่สั่งการ',
      ],
    ],
  ])('%s', (_what, after, sentences) => expect(said(after).toSorted()).toEqual(sentences.toSorted()));

  test('a step of the same id and another type is another step', () => {
    const other = { ...before, nodes: before.nodes.map((node) => (node.id === 'a' ? ({ id: 'a', type: 'notify', name: 'แจ้ง', who: { by: 'drafter' }, template: 't' } as const) : node)) };
    expect(diffRoutes(before, other).map(({ kind }) => kind)).toEqual(['stepAdded', 'stepRemoved']);
  });

  test('in English, by English names', () => {
    expect(diffRoutes(before, change({ type: 'remove', nodes: ['a'], edges: [] })).map((each) => sayChange(each, en))[0]).toBe('Step “Check” (Approve) is gone');
  });

  test('any two routes: none where they mean the same, and always one where they do not', () => {
    fc.assert(
      fc.property(anyWellNested, anyWellNested, (one, other) => {
        expect(diffRoutes(one, structuredClone(one))).toEqual([]);
        const key = (value: Route): string => JSON.stringify([value.nodes.map((node) => JSON.stringify(node)).toSorted(), value.edges.map(({ from, outcome, to }) => [from, outcome, to].join()).toSorted()]);
        expect(diffRoutes(one, other).length === 0).toBe(key(one) === key(other));
      }),
    );
  });
});

describe('said back', () => {
  const condition: ConditionGroup = {
    combinator: 'and',
    rules: [
      { field: 'urgency', operator: '=', value: 'urgent' },
      { combinator: 'or', rules: [{ field: 'amount', operator: '>', value: 500 }, { field: 'isCircular', operator: '=', value: true }] },
      { combinator: 'or', not: true, rules: [{ field: 'dateAsked', operator: '<', value: '2569-01-01' }] },
      { field: 'subjectClass', operator: 'null', value: null },
    ],
  };

  test('a condition', () => {
    const words = { ...th, value: (_fact: string, value: string) => (value === 'urgent' ? 'ด่วน' : value) };
    expect(sayCondition(condition, words)).toBe('ชั้นความเร็ว เป็น ด่วน และ (วงเงิน (บาท) มากกว่า 500 หรือ เป็นหนังสือเวียน เป็น ใช่) และ ไม่ใช่กรณีที่ (วันที่ขอให้ตอบ ก่อน 2569-01-01) และ หมวดเรื่อง ยังไม่ทราบ');
    expect(sayCondition({ combinator: 'and', rules: [] }, en)).toBe('always');
    expect(sayCondition({ combinator: 'or', rules: [{ field: 'kind', operator: 'in', value: ['order', 'rule'] }] }, en)).toBe('Kind of letter is one of order, rule');
  });

  test.each([
    [post('head'), 'หัวหน้า', 'หัวหน้า'],
    [{ by: 'unitHead', unit: 'holder' } as const, 'หัวหน้าของหน่วยงานที่ถือเรื่อง', 'the head of the unit that holds the letter'],
    [{ by: 'oversees', unit: { unitCode: 'ict' } } as const, 'ผู้กำกับดูแลศทส.', 'who oversees ศทส.'],
    [{ by: 'role', role: 'clerk', unit: 'registry' } as const, 'ผู้ทำหน้าที่clerkของหน่วยงานสารบรรณ', 'who serves as clerk in the registry'],
    [{ by: 'group', postCodes: ['head', 'x'] } as const, 'ผู้ใดผู้หนึ่งใน หัวหน้า, x', 'one of หัวหน้า, x'],
    [{ by: 'field', fact: 'actingPerson' } as const, 'ผู้ที่ระบุในช่อง “ผู้ได้รับมอบหมาย”', 'whoever “Person in charge” names'],
    [{ by: 'superior', of: 'lastActor' } as const, 'ผู้บังคับบัญชาของผู้ดำเนินการก่อนหน้า', 'the superior of whoever acted last'],
  ])('who is asked: %j', (rule, thai, english) => {
    const names = { post: (code: string) => (code === 'head' ? 'หัวหน้า' : code), unit: (code: string) => (code === 'ict' ? 'ศทส.' : code) };
    expect([sayRule(rule, { ...th, ...names }), sayRule(rule, { ...en, ...names })]).toEqual([thai, english]);
  });

  test('time limits and the ladder', () => {
    expect(sayDeadline({ rule: { unit: 'workingHours', amount: 4 } }, th)).toBe('ภายใน 4 ชั่วโมงทำการ');
    expect(sayDeadline({ fact: 'dateAsked' }, en)).toBe('by “Date asked for”');
    expect(sayRung({ id: 'r', when: 'beforeDue', offset: { unit: 'workingHours', amount: 2 }, act: 'remind' }, th)).toBe('ก่อนครบกำหนด 2 ชั่วโมงทำการ เตือนผู้ปฏิบัติ');
    expect(sayRung({ id: 'r', when: 'afterDue', offset: { unit: 'workingDays', amount: 1 }, act: 'handOver' }, en)).toBe('1 working day after the limit hand it over to the superior');
  });
});
