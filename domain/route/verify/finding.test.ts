import type { AssigneeRule } from '../model';
import { buildDirectory } from '../testing/office';
import { approval, endNode, post, refusedNode, route, startNode } from '../testing/build';
import { verifyRoute, type FindingCode, type VerifyContext } from '../verify';

type Loose = Parameters<typeof route>[0][number];
type Value = Parameters<typeof verifyRoute>[0];
const said = (value: Value, wanted: FindingCode, context: VerifyContext = {}): readonly string[] =>
  verifyRoute(value, context).flatMap(({ code, textTh, textEn }) => (code === wanted ? [textTh, textEn] : []));
// A post and a unit may have one code.
const places = { posts: { chief: { th: 'หัวหน้ากลุ่มงาน', en: 'Chief' }, registry: { th: 'เจ้าหน้าที่สารบรรณ', en: '' } }, units: { registry: { th: 'กลุ่มงานสารบรรณ', en: '' } } };

test('an outcome is said as the step shows it', () => {
  const value = route([startNode, approval('a', 'chief'), endNode, refusedNode], ['start a', 'a reject refused']);
  expect(said(value, 'OUTCOME_UNWIRED')).toEqual([expect.stringContaining('"เห็นชอบ"'), expect.stringContaining('"Approve"')]);
});

test('a step with one way on has no word for it', () => {
  expect(said(route([startNode, { id: 'r', type: 'register', book: 'receive', owner: 'office' } as Loose, endNode], ['start r']), 'OUTCOME_UNWIRED')).toEqual([expect.stringMatching(/ยังไม่ได้กำหนดทางไปต่อ$/), expect.stringMatching(/leads nowhere$/)]);
});

describe('who is looked for', () => {
  const directory = buildDirectory({ chief: { holders: [] } }, { fallbackPostId: 'P-clerk' });
  const asking = (rule: AssigneeRule): Value => route([startNode, { ...approval('a', 'chief'), assignees: [rule] }, endNode, refusedNode], ['start a', 'a approve end', 'a reject refused']);

  test.each<[string, AssigneeRule, string, string]>([
    ['a post', post('chief'), '(หัวหน้ากลุ่มงาน)', '(Chief)'],
    ['the head of a unit, which has no English name', { by: 'unitHead', unit: { unitCode: 'registry' } }, '(หัวหน้าของกลุ่มงานสารบรรณ)', '(the head of กลุ่มงานสารบรรณ)'],
    ['a role', { by: 'role', role: 'inspector' }, 'ผู้ทำหน้าที่', 'who serves as'],
  ])('%s is said by its name', (_what, rule, th, en) => {
    expect(said(asking(rule), 'NOBODY_TODAY', { directory, places })).toEqual([expect.stringContaining(th), expect.stringContaining(en)]);
  });

  test('without names its code has to do', () => {
    expect(said(asking(post('chief')), 'NOBODY_TODAY', { directory })[0]).toContain('(chief)');
  });
});

test("settings, conditions and rows are said in the reader's words", () => {
  const node = (more: object): Value => route([startNode, { id: 'x', ...more } as Loose, endNode], ['start x', 'x next end']);
  const table = (rules: readonly object[]): Value => node({ type: 'classify', table: { hitPolicy: 'first', inputs: ['urgency'], outputs: ['subjectClass'], rules } });
  const row = (id: string, when: unknown): object => ({ id, when: [when], then: ['a'] });
  expect(said(node({ type: 'wait' }), 'SETTING')[0]).toContain('ต้องกำหนดเวลาหรือเหตุการณ์ที่รอ');
  expect(said(table([row('first', null), row('second', null)]), 'TABLE_ROW_DEAD')[0]).toContain('แถวที่ 2');
  expect(said(table([row('first', { operator: '>', value: 3 })]), 'CONDITION')).toEqual([expect.stringMatching(/แถวที่ 1 ชั้นความเร็ว$/), expect.stringMatching(/row 1, /)]);
});

test('calls that come back to themselves are said route by route', () => {
  const calling = (name: string, id: string): Value => ({ ...route([startNode, { id: 'x', type: 'call', routeVersionId: id } as Loose, endNode], ['start x', 'x next end']), name });
  const routes = { one: calling('เสนอเรื่อง', 'two'), two: calling('ตรวจเรื่อง', 'one') };
  expect(said(calling('รับหนังสือ', 'one'), 'CALL_CIRCLE', { routes })).toEqual([expect.stringMatching(/: เสนอเรื่อง → ตรวจเรื่อง → เสนอเรื่อง$/), expect.stringMatching(/: เสนอเรื่อง → ตรวจเรื่อง → เสนอเรื่อง$/)]);
});

test('calls that nest too deep are named from the first to the one that is too many', () => {
  const ids = Array.from({ length: 9 }, (_, i) => `r${i + 1}`);
  const calling = (name: string, id: string): Value => ({ ...route([startNode, { id: 'x', type: 'call', routeVersionId: id } as Loose, endNode], ['start x', 'x next end']), name });
  const plain = { ...route([startNode, endNode], ['start end']), name: 'r9' };
  const book = (depth: number) => Object.fromEntries(ids.slice(0, depth).map((id, i) => [id, i === depth - 1 ? { ...plain, name: id } : calling(id, ids[i + 1]!)]));
  expect(said(calling('รับหนังสือ', 'r1'), 'CALL_CIRCLE', { routes: book(9) })[0]).toContain('r1 → r2 → r3 → r4 → r5 → r6 → r7 → r8 → r9');
  expect(said(calling('รับหนังสือ', 'r1'), 'CALL_CIRCLE', { routes: book(8) })).toEqual([]);
});
