import { manualRows, wayName } from './manual';
import { approval, endNode, post, refusedNode, route, startNode } from './testing/build';

const words = { lang: 'th', post: (code: string) => ({ chief: 'หัวหน้าสำนักงาน' })[code] ?? code } as const;
const incoming = route(
  [
    endNode, refusedNode, { id: 'lost', type: 'fork' },
    approval('a', 'chief', { canReject: true, deadline: { rule: { unit: 'workingDays', amount: 2 } }, escalation: [{ id: 'r', when: 'afterDue', offset: { unit: 'workingHours', amount: 1 }, act: 'remindSuperior' }] }),
    { id: 'r', type: 'register', book: 'receive', owner: 'office' },
    { id: 'w', type: 'work', assignee: post('clerk'), outcomes: [{ code: 'w1', name: 'ครบ', nameEn: 'complete' }, { code: 'w2', name: 'ไม่ครบ' }], description: 'ตรวจเอกสารให้ครบ' },
    startNode,
  ],
  ['start r', 'r a', 'a approve w', 'a reject refused', 'w w1 end', 'w w2 a'],
);

test('the table goes as a letter goes, and ends with what nothing leads to', () => {
  expect(manualRows(incoming, words).map(({ no, nodeId }) => `${no} ${nodeId}`)).toEqual(['1 start', '2 r', '3 a', '4 w', '5 refused', '6 end', '7 lost']);
});

test('a row tells who, in what time, on which form, by which clause, and where it goes on', () => {
  const [, register, asked, work] = manualRows(incoming, words);
  expect(register).toMatchObject({ who: [], time: [], documents: ['ทะเบียนหนังสือรับ (แบบที่ 13) และตรารับหนังสือ (แบบที่ 12)'], regulation: ['ระเบียบงานสารบรรณ พ.ศ. 2526 ข้อ 37–38'], next: [{ outcome: '', no: 3 }] });
  expect(asked).toMatchObject({
    who: ['หัวหน้าสำนักงาน'], time: ['ภายใน 2 วันทำการ', 'เกินกำหนด 1 ชั่วโมงทำการ แจ้งผู้บังคับบัญชา'], regulation: ['ระเบียบงานสารบรรณ พ.ศ. 2526 ข้อ 26'],
    next: [{ outcome: 'เห็นชอบ', no: 4 }, { outcome: 'ไม่อนุมัติ', no: 5 }],
  });
  expect(work).toMatchObject({ what: [expect.any(String), 'ตรวจเอกสารให้ครบ'], next: [{ outcome: 'ครบ', no: 6 }, { outcome: 'ไม่ครบ', no: 3 }] });
});

test('the ways out of a decision are its conditions', () => {
  const decision = { id: 'd', type: 'decide', branches: [{ outcome: 'y', when: { combinator: 'and', rules: [{ field: 'isReply', operator: '=', value: true }] } }], otherwise: 'n' } as const;
  const [, row] = manualRows(route([startNode, decision, endNode], ['start d', 'd y end', 'd n end']), words);
  expect(row?.next.map(({ outcome }) => outcome)).toEqual(['เป็นหนังสือตอบ เป็น ใช่', 'กรณีอื่น']);
});

test('a way with a name is called by it, and the table says when it is taken', () => {
  const when = { combinator: 'and', rules: [{ field: 'isReply', operator: '=', value: true }] } as const;
  const decision = { id: 'd', type: 'decide', branches: [{ outcome: 'y', when, name: 'หนังสือตอบ', nameEn: 'A reply' }], otherwise: 'n' } as const;
  const decided = route([startNode, decision, endNode], ['start d', 'd y end', 'd n end']);
  expect(manualRows(decided, words)[1]?.next[0]?.outcome).toBe('หนังสือตอบ (เป็นหนังสือตอบ เป็น ใช่)');
  expect(wayName(decided, { from: 'd', outcome: 'y' }, words)).toBe('หนังสือตอบ');
  expect(wayName(decided, { from: 'd', outcome: 'y' }, { lang: 'en' })).toBe('A reply');
});

test('in English where there are English words', () => {
  const [, , , work] = manualRows(incoming, { lang: 'en' });
  expect(work?.next.map(({ outcome }) => outcome)).toEqual(['complete', 'ไม่ครบ']);
});

test.each([
  ['secret_receive', 'ทะเบียนรับข้อมูลข่าวสารลับ (ทขล.1)', 'ระเบียบว่าด้วยการรักษาความลับของทางราชการ พ.ศ. 2544'],
  ['circular', 'ทะเบียนหนังสือส่ง (แบบที่ 14) เลขรหัส ว', 'ระเบียบงานสารบรรณ พ.ศ. 2526 ข้อ 32'],
] as const)('a number of %s has its own form and clause', (book, document, clause) => {
  const [, row] = manualRows(route([startNode, { id: 'r', type: 'register', book, owner: 'office' }, endNode], ['start r', 'r end']), words);
  expect(row).toMatchObject({ documents: [document], regulation: [clause] });
});

test.each([['external_letter', 'หนังสือภายนอก (แบบที่ 1)', '11'], ['internal_memo', 'บันทึกข้อความ (แบบที่ 2)', '12'], ['order', 'คำสั่ง (แบบที่ 4)', '16']] as const)('a draft of kind %s names its form', (template, document, clause) => {
  const [, row] = manualRows(route([startNode, { id: 'd', type: 'draft', template, assignee: { by: 'drafter' } }, endNode], ['start d', 'd end']), words);
  expect(row).toMatchObject({ documents: [document], regulation: [`ระเบียบงานสารบรรณ พ.ศ. 2526 ข้อ ${clause}`] });
});
