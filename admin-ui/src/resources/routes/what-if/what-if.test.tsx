import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type Overrides, refusal, renderAdmin } from '../../../testing/render-admin';
import { spanOf } from './span';
import { toCsv } from './to-csv';
import { openDraft, outlineRow, whole } from '../testing';
import { toTried, type TriedLetter, type WhatIf, type WhatIfDone } from './use-what-if';

const DRAFT = '00000000-0000-4000-8000-0000000000d1';
const RUN = '00000000-0000-4000-8000-0000000000a1';
const POST = { id: '00000000-0000-4000-8000-0000000000b1', code: 'deputy', title: { th: 'รองผู้ว่าราชการจังหวัด', en: 'Deputy governor' }, unit: null, officeId: '00000000-0000-4000-8000-0000000000c1' };
const run = { id: RUN, from: '2026-07-01', to: '2026-09-30', letters: 'route', state: 'done', done: 120, total: 120, by: { id: POST.id, name: { th: 'ผู้ร่าง', en: 'Author' } }, startedAt: '2026-11-21T03:00:00.000Z', endedAt: '2026-11-21T03:00:09.000Z', isCurrent: true } as const;
const done: WhatIfDone = {
  ...run,
  result: {
    letters: { total: 120, same: 50, other: 60, cannot: 10 }, reasons: [{ code: 'RECORD_INCOMPLETE', nodeId: null, count: 10 }], differences: [{ after: 'propose', then: 'direct', now: 'deputy', count: 60 }],
    late: { then: 12, now: 20, became: 9, noLonger: 1 }, time: { then: { letters: 110, median: 840, mean: 900 }, now: { letters: 110, median: 1260, mean: 1300 } },
    steps: [{ nodeId: 'deputy', name: { th: 'รองผู้ว่าราชการกลั่นกรอง', en: 'Deputy screens' }, then: { tasks: 0, median: null }, now: { tasks: 60, median: 420 }, sources: { recorded: 0, post: 0, kind: 60, assumed: 0 } }],
    posts: [{ post: POST, then: { tasks: 5, minutes: 600 }, now: { tasks: 65, minutes: 25_800 } }],
    names: { propose: { th: 'เสนอ', en: 'Propose' }, direct: { th: 'สั่งการ', en: 'Direct' }, deputy: { th: 'กลั่นกรอง', en: 'Screen' } }, minutesOfDay: 420,
  },
};
const letter: TriedLetter = { id: '00000000-0000-4000-8000-0000000000e1', no: 0, verdict: 'other', difference: { after: 'propose', then: 'direct', now: 'deputy' }, reason: null, isLateThen: false, isLateNow: true, minutesThen: 840, minutesNow: 1260, way: ['start', 'work', 'end'], letterNo: null, receiveNo: '12', subject: 'ขอเชิญประชุม' };
const whatIf = (change: Partial<WhatIf> = {}): WhatIf => ({ latest: run, result: done, canStart: true, hasRoute: true, ...change });

async function open(api: Overrides, search = ''): Promise<void> {
  renderAdmin({ path: `/routes/drafts/${DRAFT}/what-if${search}`, api: { whatIf: async () => whatIf(), whatIfLetters: async () => ({ total: 60, shown: 1, items: [letter] }), ...api } });
  await screen.findByRole('heading', { level: 1 });
}
const press = async (name: string): Promise<void> => userEvent.click(await screen.findByRole('button', { name }));

test('a result says which letters go another way, who has more to do, how long steps take, and what is late then and by the draft', async () => {
  await open({});
  expect(await screen.findByText('หลัง “เสนอ” เดิมไป “สั่งการ” ตามร่างไป “กลั่นกรอง”', { selector: 'p' })).not.toBeNull();
  expect(screen.getByText('กลายเป็นเกินกำหนด 9 ฉบับ · ไม่เกินกำหนดแล้ว 1 ฉบับ')).not.toBeNull();
  const steps = within(screen.getByRole('table', { name: 'เวลาของแต่ละขั้น' })).getByRole('row', { name: /รองผู้ว่าราชการกลั่นกรอง/ });
  expect(steps.textContent).toContain('ค่ากลาง 7 ชั่วโมงทำการ');
  expect(steps.textContent).toContain('จากค่ากลางที่วัดได้ 60');
  const posts = within(screen.getByRole('table', { name: 'งานของแต่ละตำแหน่ง' })).getByRole('row', { name: /รองผู้ว่าราชการจังหวัด/ });
  // More work in words, not by a colour.
  expect(posts.textContent).toContain('เพิ่ม 60 งาน');
  expect(posts.textContent).toContain('เพิ่ม 60 วันทำการ');
  expect(screen.getByText('บันทึกของเรื่องไม่ครบ')).not.toBeNull();
});

test('letters that may be seen are linked; the others are said to be counted and not shown', async () => {
  const asked: unknown[] = [];
  await open({ whatIfLetters: async ({ query }) => { asked.push(query); return { total: 60, shown: 1, items: [letter] }; } });
  const link = await screen.findByRole('link', { name: 'ขอเชิญประชุม' });
  expect(link.getAttribute('href')).toContain(`/letters/${letter.id}`);
  expect((await screen.findByRole('note')).textContent).toBe('ท่านดูได้ 1 จาก 60 ฉบับ ฉบับอื่นนับรวมแต่ไม่แสดง');
  await userEvent.click(screen.getByRole('combobox', { name: 'แสดง' }));
  await userEvent.click(await screen.findByRole('option', { name: 'กลายเป็นเกินกำหนด' }));
  await screen.findByRole('link', { name: 'ขอเชิญประชุม' });
  expect(asked).toEqual([expect.objectContaining({ verdict: 'other' }), expect.objectContaining({ lateness: 'became' })]);
});

test('the way of a letter is one press from the drawing; whoever comes back finds the list as the address says', async () => {
  const asked: unknown[] = [];
  await open({ whatIfLetters: async ({ query }) => { asked.push(query); return { total: 60, shown: 1, items: [letter] }; } }, '?show=noLonger');
  expect((await screen.findByRole('link', { name: 'แสดงทางบนแผนผัง: ขอเชิญประชุม' })).getAttribute('href')).toBe(toTried({ draftId: DRAFT, runId: RUN, no: 0 }));
  expect(screen.getByRole('combobox', { name: 'แสดง' }).textContent).toBe('ไม่เกินกำหนดแล้ว');
  expect(asked).toEqual([expect.objectContaining({ lateness: 'noLonger' })]);
});

test('a result of another draft offers no way to play', async () => {
  await open({ whatIf: async () => whatIf({ result: { ...done, isCurrent: false } }) });
  await screen.findByRole('link', { name: 'ขอเชิญประชุม' });
  expect(screen.queryByRole('link', { name: /^แสดงทางบนแผนผัง/ })).toBeNull();
});

const parted = { ...done, result: { ...done.result, names: { start: { th: 'เริ่มต้น', en: '' }, work: { th: 'เสนอเรื่อง', en: '' }, direct: { th: 'สั่งการ', en: '' } } } };
/** The drawing, in its outline, with a tried letter named in the address. */
function openTried(result: WhatIfDone | null, asked: unknown[] = []): void {
  openDraft(whole, {
    path: `outline&tried=${RUN}&letter=7`,
    api: {
      whatIf: async () => whatIf({ result }),
      whatIfLetters: async ({ query }) => { asked.push(query); return { total: 60, shown: 1, items: [{ ...letter, no: 7, difference: { after: 'start', then: 'direct', now: 'work' } }] }; },
    },
  });
}

// Whoever wants less motion moves it by hand, and so does a test.
const usual = window.matchMedia;
beforeEach(() => {
  window.matchMedia = (query) => ({ ...usual(query), matches: query.includes('reduced-motion') || usual(query).matches });
});
afterEach(() => {
  window.matchMedia = usual;
});

test('the drawing plays the way of a letter step by step, and says where it parts from the way of then', async () => {
  const asked: unknown[] = [];
  openTried(parted, asked);
  const bar = await screen.findByRole('region', { name: 'ทางตามร่างของ “ขอเชิญประชุม”' });
  expect(asked).toEqual([expect.objectContaining({ after: 6, limit: 1 })]);
  expect(outlineRow(/เริ่มต้น/).closest('[data-played=at]')).not.toBeNull();
  await userEvent.click(within(bar).getByRole('button', { name: 'ก้าวต่อไป' }));
  expect(within(bar).getByRole('status').textContent).toContain('หลัง “เริ่มต้น” เดิมไป “สั่งการ” ตามร่างไป “เสนอเรื่อง”');
  expect(outlineRow(/เสนอเรื่อง/).closest('[data-played=at]')).not.toBeNull();
  expect(outlineRow(/เริ่มต้น/).closest('[data-played=passed]')).not.toBeNull();
  await userEvent.click(within(bar).getByRole('button', { name: 'ปิดการแสดง' }));
  expect(screen.queryByRole('region', { name: /^ทางตามร่าง/ })).toBeNull();
});

test.each([['was replaced', { ...parted, id: POST.id }], ['is of another draft', { ...parted, isCurrent: false }], ['is gone', null]])('a letter of a result that %s is not played, and the drawing says so', async (_what, result) => {
  openTried(result);
  expect(await screen.findByText(/แสดงทางของหนังสือที่เลือกไม่ได้/)).not.toBeNull();
  expect(screen.queryByRole('region', { name: /^ทางตามร่าง/ })).toBeNull();
});

test('it begins with the last quarter; while it runs it says how far it is, and can be called off', async () => {
  const asked: unknown[] = [];
  let state = whatIf({ latest: null, result: null });
  const running = { ...run, state: 'running', done: 40 } as const;
  await open({
    whatIf: async () => state,
    startWhatIf: async ({ body }) => { asked.push(body); state = whatIf({ latest: running, result: null }); return running; },
    cancelWhatIf: async ({ params }) => { asked.push(params); state = whatIf({ latest: { ...running, state: 'cancelled' }, result: null }); return { ...running, state: 'cancelled' }; },
  });
  expect(await screen.findByText('ยังไม่ได้ลอง')).not.toBeNull();
  expect(screen.getByText('npm start -- --with-quarter')).not.toBeNull();
  await press('เริ่มลอง');
  expect(await screen.findByRole('progressbar', { name: 'กำลังลอง 40 จาก 120 ฉบับ' })).not.toBeNull();
  await press('ยกเลิก');
  expect(await screen.findByText('การลองครั้งล่าสุดถูกยกเลิก ลองใหม่ได้')).not.toBeNull();
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  expect(asked).toEqual([{ ...spanOf('quarter', today, { from: today, to: today }), letters: 'route' }, { id: RUN }]);
});

test('a result of the draft as it was says so, an interrupted run too; a refusal is told', async () => {
  await open({ whatIf: async () => whatIf({ latest: { ...run, state: 'interrupted' }, result: { ...done, isCurrent: false } }), startWhatIf: async () => Promise.reject(refusal(422, 'WHAT_IF_NOTHING')) });
  expect(await screen.findByText(/ร่างเปลี่ยนไปแล้วหลังจากลอง/)).not.toBeNull();
  expect(screen.getByText(/หยุดกลางคัน/)).not.toBeNull();
  await press('ลองอีกครั้ง');
  expect(await screen.findByText(/ไม่มีหนังสือที่เดินตามเส้นทางนี้/)).not.toBeNull();
});

test('whoever is not its author reads the result and cannot begin', async () => {
  await open({ whatIf: async () => whatIf({ canStart: false }) });
  expect(await screen.findByText('ผู้ร่างเท่านั้นที่เริ่มลองได้ ท่านดูผลได้')).not.toBeNull();
  expect(screen.queryByRole('button', { name: 'ลองอีกครั้ง' })).toBeNull();
});

test.each([['2026-11-21', '2026-07-01', '2026-09-30'], ['2027-02-01', '2026-10-01', '2026-12-31']])('on %s the last quarter is %s to %s', (today, from, to) => {
  expect(spanOf('quarter', today, { from: today, to: today })).toEqual({ from, to });
});

test('the table holds every step and post, and nothing that a spreadsheet would run', () => {
  const [post] = done.result.posts;
  const result = { ...done.result, posts: [{ ...post!, post: { ...POST, title: { th: '=HYPERLINK("x")', en: '' } } }] };
  const text = toCsv(result, { translate: (key) => key, localName: ({ th }) => th });
  expect(text).toContain('"รองผู้ว่าราชการกลั่นกรอง",0,"",60,420');
  expect(text).toContain(`"'=HYPERLINK(""x"")",5,600,65,25800`);
});
