import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import type { NodeId } from '#domain/route/model';
import type { TestCase } from '#domain/route/rehearsal/script';
import { approval, endNode, refusedNode, route, startNode } from '#domain/route/testing/build';
import { renderPart } from '../../../testing/render-admin';
import { FACTS, FRIDAY, settingsContext } from '../settings/testing';
import { check } from '../findings/check';
import { RehearsalPanel } from './RehearsalPanel';
import type { RehearsalContext } from '../use-designs';

const line = route(
  [
    startNode,
    { id: 'number', type: 'register', book: 'receive', owner: 'office' },
    approval('check', 'clerk', { deadline: { rule: { unit: 'workingDays', amount: 1 } } }),
    approval('agree', 'chief', { canReject: true, returnTo: ['check'] }),
    endNode, refusedNode,
  ],
  ['start number', 'number check', 'check approve agree', 'agree approve end', 'agree reject refused'],
);
const context = settingsContext({ route: line });
const OFFICE: RehearsalContext = {
  officeId: 'O1', at: FRIDAY, people: FACTS, persons: {}, calendar: context.people!.calendar, unitRoutes: {}, postRoute: null, routes: {},
  books: { agencyCode: 'ลบ', unitCode: '0017', units: [], books: [{ id: 'b', kind: 'receive', unitId: null, pattern: '{n}', isHeld: false, seriesId: 'b', counter: { lastNo: 41, lastDate: '2026-04-09', yearBe: 2569 } }] },
};

function open(begin: readonly TestCase[] = []) {
  const lit: (readonly NodeId[] | undefined)[] = [];
  let kept: readonly TestCase[] = begin;
  function Held() {
    const [cases, setCases] = useState(begin);
    kept = cases;
    return (
      <RehearsalPanel
        route={line} context={context} office={OFFICE} called={{}} cases={cases} checked={check(line, {}, { office: OFFICE, cases })} canEdit onTokens={(played) => lit.push(played?.at)}
        onSaveCase={(each) => setCases([...cases, { id: `c${cases.length}`, ...each }])} onRemoveCase={(id) => setCases(cases.filter((each) => each.id !== id))}
      />
    );
  }
  renderPart(<Held />);
  return { lit, kept: () => kept };
}
const press = async (name: string | RegExp): Promise<void> => userEvent.click(await screen.findByRole('button', { name }));
const standstill = () => screen.getByRole('group', { name: 'ขณะนี้เรื่องอยู่ที่' });
const log = (): string => screen.getByRole('list', { name: 'ลำดับเหตุการณ์' }).textContent ?? '';

test('it begins at once: says who is asked, until when, and the number that would be printed, and lights the step', async () => {
  const { lit } = open();
  expect((await screen.findByRole('status')).textContent).toBe('เวลาสมมุติ 10 เม.ย. 69 10.00 น.');
  expect(standstill().textContent).toContain('เจ้าพนักงานธุรการ (ท่าน clerk)');
  // One working day after Friday the 10th, over Songkran.
  expect(standstill().textContent).toContain('ครบกำหนด 16 เม.ย. 69 16.30 น.');
  expect(log()).toContain('ออกเลข 42');
  expect(lit).toEqual([['check']]);
});

test('choices are pressed, a step back takes the last one away', async () => {
  const { lit } = open();
  await press('เห็นชอบ');
  expect(standstill().textContent).toContain('หัวหน้าสำนักงานจังหวัด (ท่าน chief)');
  expect(within(standstill()).getByRole('button', { name: 'ส่งกลับแก้ไข · ขั้น check' })).toBeTruthy();
  await press('ไม่อนุมัติ');
  expect(within(standstill()).getByRole('alert').textContent).toBe('สิ้นสุด: ไม่อนุมัติ');
  expect(lit.at(-1)).toEqual([]);
  await press('ย้อนหนึ่งก้าว');
  expect(standstill().textContent).toContain('ท่าน chief');
});

test('over Songkran the limit passes, who has it is told, and whoever acts then is asked', async () => {
  open();
  await press('เห็นชอบ');
  await press('ข้ามช่วงสงกรานต์');
  expect(screen.getByRole('status').textContent).toBe('เวลาสมมุติ 16 เม.ย. 69 08.30 น.');
  // The chief is on leave until the 18th: the successor acts.
  expect(standstill().textContent).toContain('หัวหน้าสำนักงานจังหวัด (ท่าน ict-head)');
});

test('the clock goes to the next limit, and it is told who is warned', async () => {
  open();
  await press(/^ไปถึงกำหนดถัดไป/);
  expect(log()).toContain('แจ้ง “งานเกินกำหนด” ถึง เจ้าพนักงานธุรการ');
});

test('it plays by itself at the chosen speed until it ends, and can be paused', async () => {
  jest.useFakeTimers({ advanceTimers: false });
  try {
    const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
    open();
    await user.click(screen.getByRole('button', { name: 'เล่น' }));
    act(() => jest.advanceTimersByTime(1_000));
    const first = log();
    await user.click(screen.getByRole('button', { name: 'หยุดชั่วคราว' }));
    act(() => jest.advanceTimersByTime(60_000));
    expect(log()).toBe(first);
    await user.click(screen.getByRole('button', { name: 'เล่น' }));
    for (let i = 0; i < 40; i += 1) act(() => jest.advanceTimersByTime(1_000));
    expect(log()).toContain('สิ้นสุด');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'เล่น' }).disabled).toBe(true);
  } finally {
    jest.useRealTimers();
  }
});

test('what was played is kept as a test case, which is checked, covers lines and can be played again', async () => {
  const { kept } = open();
  await press('เห็นชอบ');
  await press('เห็นชอบ');
  expect(screen.getByText('กรณีทดสอบผ่าน 0 จาก 5 เส้น')).toBeTruthy();
  await userEvent.type(screen.getByRole('textbox', { name: 'ชื่อกรณีทดสอบ' }), 'เห็นชอบทุกขั้น');
  await press('เก็บเป็นกรณีทดสอบ');
  expect(kept()[0]).toMatchObject({ name: 'เห็นชอบทุกขั้น', expected: ['start', 'number', 'check', 'agree', 'end'], script: { moves: [{ outcome: 'approve' }, { outcome: 'approve' }] } });
  expect(screen.getByText('เดินตามที่คาด')).toBeTruthy();
  expect(screen.getByText('กรณีทดสอบผ่าน 4 จาก 5 เส้น')).toBeTruthy();
  expect(screen.getByText('ขั้น agree → ไม่อนุมัติ → ขั้น refused')).toBeTruthy();
  await press('เริ่มใหม่');
  await press('เล่นกรณี เห็นชอบทุกขั้น');
  expect(log()).toContain('สิ้นสุด: ปิดเรื่อง');
  await press('นำกรณี เห็นชอบทุกขั้น ออก');
  expect(kept()).toEqual([]);
});

test('a case that no longer goes its way says where', async () => {
  const moves = [{ kind: 'act', at: { node: 'check', index: 0, within: '', about: null }, outcome: 'approve' }] as const;
  const script = { schemaVersion: 1, at: FRIDAY, facts: { direction: 'incoming', kind: 'external_letter', urgency: 'normal' }, secrecy: 'none', unitId: null, drafterPost: null, moves } as const;
  open([{ id: 'c', name: 'เดิม', script, expected: ['start', 'number', 'check', 'end'] }]);
  expect(await screen.findByText('ขั้นที่ 4 ควรเป็น “ขั้น end” แต่เป็น “ขั้น agree”')).toBeTruthy();
});
