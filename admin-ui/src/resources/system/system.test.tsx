import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { endpoints, ResponseOf } from '#domain/contracts/endpoints';
import { buildSession, ID, office } from '../../testing/builders';
import { refusal, renderAdmin, type Overrides } from '../../testing/render-admin';

type Explanation = ResponseOf<(typeof endpoints)['explainLetter']>;
const AT = '2026-11-21T03:00:00.000Z';

const system: ResponseOf<(typeof endpoints)['system']> = {
  at: AT, parts: [{ part: 'database', isWell: true, ms: 2 }, { part: 'documentWorker', isWell: false, ms: null }],
  commands: { pending: 2, oldestSeconds: 7_300, refusedToday: 0 }, outbox: { waiting: 3, failing: 1, oldestSeconds: 400, kinds: [{ kind: 'mail', waiting: 3 }] }, letters: { open: 12, held: 1, stuck: 1 },
  versions: { product: '0.1.0', node: '20', database: '18.1', temporal: null, engine: 1, migration: '20261121000000_start' },
};
const explanation = (change: Partial<Explanation> = {}): Explanation => ({
  id: ID.letter, office, status: 'running', seq: 3, isAhead: false, tasks: [{ id: 't1', kind: 'approve', nodeId: 'propose', posts: ['office-head'], openedAt: AT, dueAt: null }], waiting: [], timers: [],
  commands: [], outbox: [{ id: 1, kind: 'mail', attempts: 4, nextTryAt: AT, error: 'ECONNREFUSED' }], last: { seq: 3, eventType: 'act', committedAt: AT }, execution: { state: 'none', seq: null, agrees: null }, ...change,
});
const api = (change: Overrides = {}): Overrides => ({
  me: async () => buildSession({ can: ['system'] }),
  system: async () => system,
  stuckLetters: async () => ({ total: 1, items: [{ letterId: ID.letter, office, status: 'running', seq: 3, lastAt: AT, reasons: ['effect'] }] }),
  explainLetter: async () => explanation(), ...change,
});

test('a part that does not answer says so in words and what that means; what has waited long is marked', async () => {
  renderAdmin({ path: '/system', api: api() });
  const parts = await screen.findByRole('list', { name: 'ส่วนต่าง ๆ ของระบบ' });
  expect(within(parts).getByText('ไม่ตอบ')).toBeTruthy();
  expect(within(parts).getByText(/แต่ยังไม่มีฉบับพิมพ์/)).toBeTruthy();
  expect(screen.getByText('เก่าที่สุด 2 ชั่วโมง')).toBeTruthy();
  expect(screen.getByText(/ส่งไม่สำเร็จและรอลองใหม่ 1 รายการ/)).toBeTruthy();
  expect(screen.getAllByText('ควรตรวจ')).toHaveLength(3);
});

test('a stuck letter is explained and resumed', async () => {
  const resumeLetter = jest.fn(async () => ({ isStarted: true }));
  renderAdmin({ path: '/system', api: api({ resumeLetter }) });
  await userEvent.click(await screen.findByRole('button', { name: 'ดูสาเหตุ' }));
  const dialog = await screen.findByRole('dialog');
  expect(await within(dialog).findByText('ไม่มีตัวขับเคลื่อน สั่งเดินต่อได้')).toBeTruthy();
  expect(within(dialog).getByText(/ส่งไปรษณีย์อิเล็กทรอนิกส์ · ลองแล้ว 4 ครั้ง.*ECONNREFUSED/)).toBeTruthy();
  await userEvent.click(within(dialog).getByRole('button', { name: 'สั่งเดินต่อ' }));
  expect(resumeLetter).toHaveBeenCalledWith(expect.objectContaining({ params: { letterId: ID.letter } }));
  expect(await screen.findByText('สั่งเดินต่อแล้ว และบันทึกไว้')).toBeTruthy();
});

test('what runs and agrees cannot be resumed, and a refusal stays in the dialog', async () => {
  renderAdmin({ path: `/system?letter=${ID.letter}`, api: api({ explainLetter: async () => explanation({ execution: { state: 'running', seq: 3, agrees: true } }) }) });
  const dialog = await screen.findByRole('dialog');
  await within(dialog).findByText('ตัวขับเคลื่อนทำงานอยู่ และตรงกับฐานข้อมูล');
  expect(within(dialog).getByRole<HTMLButtonElement>('button', { name: 'สั่งเดินต่อ' }).disabled).toBe(true);
});

test('somebody who is no system administrator is told so', async () => {
  renderAdmin({ path: '/system', api: api({ system: async () => { throw refusal(403, 'FORBIDDEN'); }, stuckLetters: async () => { throw refusal(403, 'FORBIDDEN'); } }) });
  expect((await screen.findAllByText(/ไม่มีสิทธิ/)).length).toBeGreaterThan(0);
});
