import '@testing-library/jest-dom';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Candidate, SupervisionItem, Weekly } from '#domain/contracts/supervision';
import { buildSession, done, ID, pending } from '../../testing/builders';
import { fill, type Overrides, refusal, renderAdmin } from '../../testing/render-admin';
import type { Board } from './use-board';

const name = (th: string) => ({ th, en: '' });
const unit = { id: ID.unit, code: 'strategy', name: name('กลุ่มงานยุทธศาสตร์') };
const post = { id: ID.post, code: 'officer', title: name('นักวิเคราะห์นโยบายและแผน'), unit: unit.name, officeId: ID.office };
const NOTHING = { open: 0, overdue: 0, dueSoon: 0, atRest: 0, held: 0 };

const item = (part: Partial<SupervisionItem> = {}): SupervisionItem => ({
  letterId: ID.letter, taskId: 't1', rev: 2, seq: 5, kind: 'work', nodeName: name('ดำเนินการ'), subject: 'ขอให้รายงานผล', letterNo: null, receiveNo: '12', correspondent: 'อำเภอเมือง', urgency: 'urgent', officeId: ID.office,
  posts: [post], persons: [{ id: ID.person, name: name('เจ้าหน้าที่ ก') }], isAway: false, unit, openedAt: '2026-11-20T03:00:00.000Z', dueAt: '2026-11-23T09:30:00.000Z', isOverdue: true, isHeld: false, late: { days: 3, minutes: 10 },
  restSince: '2026-11-20T03:00:00.000Z', rest: { days: 4, minutes: 0 }, remindedAt: null, reminders: [], firstReadAt: null, can: ['remind', 'reassign', 'extend', 'hold'], takeBackToken: null, ...part,
});
const board = (items: SupervisionItem[], part: Partial<Board> = {}): Board => ({
  items, total: items.length, nextCursor: null, counts: { ...NOTHING, open: items.length, overdue: items.length }, groups: [{ key: ID.unit, name: unit.name, ...NOTHING, open: items.length, overdue: items.length }], ...part,
});
const second = item({ letterId: ID.command, taskId: 't2', subject: 'ขอความอนุเคราะห์ข้อมูล' });
const show = (api: Overrides, path = '/supervision') => renderAdmin({ path, api: { me: async () => buildSession(), ...api } });
const dialog = async () => within(await screen.findByRole('dialog'));

test('the board tells how late each is in working time, with whom and since when', async () => {
  show({ supervision: async () => board([item({ reminders: [{ person: { id: ID.person, name: name('เจ้าหน้าที่ ก') }, by: { id: ID.post, name: name('หัวหน้าสำนักงาน') }, at: '2026-11-24T03:00:00.000Z' }] })]) });
  expect(await screen.findByText('เกินกำหนด 3 วันทำการ')).toBeInTheDocument();
  expect(screen.getByText('ไม่มีการดำเนินการ 4 วันทำการ')).toBeInTheDocument();
  expect(screen.getByText(/อยู่ที่ นักวิเคราะห์นโยบายและแผน \(เจ้าหน้าที่ ก\)/)).toBeInTheDocument();
  expect(screen.getByText(/เตือน เจ้าหน้าที่ ก แล้ว .* โดย หัวหน้าสำนักงาน/)).toBeInTheDocument();
});

test('what is asked for stands in the address, and the address is what is asked for', async () => {
  const supervision = jest.fn(async () => board([item()]));
  show({ supervision }, `/supervision?state=atRest&restDays=10&groupBy=person&personId=${ID.person}`);
  await screen.findByText('ขอให้รายงานผล');
  expect(supervision).toHaveBeenCalledWith(expect.objectContaining({ query: { state: 'atRest', restDays: 10, groupBy: 'person', personId: ID.person, limit: 25 } }));
  await userEvent.click(screen.getByRole('button', { name: /เกินกำหนด 1/ }));
  await waitFor(() => expect(supervision).toHaveBeenLastCalledWith(expect.objectContaining({ query: expect.objectContaining({ state: 'overdue', personId: ID.person }) })));
});

test('an act on many has a verdict for each: a refusal keeps the rest, and "again" does only what is left, with the same key', async () => {
  const keys: string[] = [];
  let isSecondRefused = true;
  const extend = jest.fn(async ({ params, key }: { params: { letterId: string }; key: string }) => {
    keys.push(`${params.letterId} ${key}`);
    if (params.letterId === ID.letter || !isSecondRefused) return done;
    throw refusal(0, 'NO_ANSWER');
  });
  show({ supervision: async () => board([item(), second]), extend: extend as unknown as NonNullable<Overrides['extend']> });
  await userEvent.click(await screen.findByLabelText('เลือกทั้งหมดที่แสดง'));
  await userEvent.click(within(screen.getByRole('group', { name: 'สั่งการเรื่องที่เลือก' })).getByRole('button', { name: 'ขยายเวลา' }));
  const box = await dialog();
  const confirm = box.getByRole('button', { name: 'ขยายเวลา' });
  await userEvent.click(confirm);
  expect(extend).not.toHaveBeenCalled();
  fill(box.getByLabelText(/เหตุผล/), 'รอข้อมูลจากอำเภอ');
  const field = box.getByRole('group', { name: /ขยายถึงวันที่/ });
  await userEvent.click(within(field).getAllByRole('spinbutton')[0]!);
  await userEvent.keyboard('31122599');
  await userEvent.click(confirm);
  expect(await box.findByText(/ติดต่อระบบไม่ได้/)).toBeInTheDocument();
  expect(box.getAllByText('ดำเนินการแล้ว')).toHaveLength(1);
  isSecondRefused = false;
  await userEvent.click(box.getByRole('button', { name: 'ขยายเวลา' }));
  await waitFor(() => expect(box.getAllByText('ดำเนินการแล้ว')).toHaveLength(2));
  expect(keys).toHaveLength(3);
  expect(keys[1]).toBe(keys[2]);
  expect(keys[0]).not.toBe(keys[1]);
  expect(box.getByRole('button', { name: 'ปิด' })).toBeInTheDocument();
  expect(box.queryByRole('button', { name: 'ยกเลิก' })).not.toBeInTheDocument();
});

test('an act in doubt is shown as being applied and settles by itself', async () => {
  let status: 'pending' | 'rejected' = 'pending';
  const command = { id: ID.command, letterId: ID.letter, kind: 'remind', code: 'REMINDED_TODAY', message: 'วันนี้เตือนแล้ว', details: {}, seq: null, numbers: [], note: null, createdAt: '2026-11-21T03:00:00.000Z', endedAt: null };
  show({ supervision: async () => board([item(), second]), remind: async () => pending, getCommand: async () => ({ ...command, status }) });
  await userEvent.click(await screen.findByLabelText('เลือกทั้งหมดที่แสดง'));
  await userEvent.click(within(screen.getByRole('group', { name: 'สั่งการเรื่องที่เลือก' })).getByRole('button', { name: 'เตือน' }));
  const box = await dialog();
  fill(box.getByLabelText(/ข้อความถึงผู้รับผิดชอบ/), 'โปรดเร่งดำเนินการ');
  await userEvent.click(box.getByRole('button', { name: 'เตือน' }));
  expect(await box.findAllByText(/รับคำสั่งแล้ว กำลังดำเนินการ/)).toHaveLength(2);
  status = 'rejected';
  expect(await box.findAllByText(/^วันนี้เตือนผู้รับผิดชอบเรื่องนี้แล้ว/)).toHaveLength(2);
});

test('a hold of two tasks of one letter is one act on the letter, with its revision', async () => {
  const actOnLetter = jest.fn(async () => done);
  show({ supervision: async () => board([item(), item({ taskId: 't2' })]), actOnLetter });
  await userEvent.click(await screen.findByLabelText('เลือกทั้งหมดที่แสดง'));
  await userEvent.click(within(screen.getByRole('group', { name: 'สั่งการเรื่องที่เลือก' })).getByRole('button', { name: 'พักเรื่อง' }));
  const box = await dialog();
  fill(box.getByLabelText(/เหตุผล/), 'รอข้อมูล');
  await userEvent.click(box.getByRole('button', { name: 'พักเรื่อง' }));
  await waitFor(() => expect(actOnLetter).toHaveBeenCalledTimes(1));
  expect(actOnLetter).toHaveBeenCalledWith({ params: { letterId: ID.letter }, body: { type: 'hold', seq: 5, reason: 'รอข้อมูล' }, key: expect.any(String) });
});

test('whoever reassigns sees the load of each post and is warned of absences', async () => {
  const away = { kind: 'mission' as const, fromAt: '2026-11-22T17:00:00.000Z', toAt: '2026-11-25T17:00:00.000Z' };
  const candidate: Candidate = { ...post, id: ID.command, title: name('นักวิชาการคอมพิวเตอร์'), open: 7, overdue: 2, holders: [{ id: ID.person, name: name('เจ้าหน้าที่ ข'), capacity: 'own', isAbsent: false, absences: [away] }] };
  const candidates = jest.fn(async () => ({ items: [candidate] }));
  const reassign = jest.fn(async () => done);
  show({ supervision: async () => board([item()]), candidates, reassign });
  await userEvent.click((await screen.findAllByRole('button', { name: 'เปลี่ยนผู้รับผิดชอบ' }))[0]!);
  const box = await dialog();
  await userEvent.click(box.getByRole('combobox', { name: /ตำแหน่งใหม่/ }));
  await userEvent.click(await screen.findByRole('option', { name: /งานค้าง 7 เกินกำหนด 2/ }));
  expect(candidates).toHaveBeenCalledWith(expect.objectContaining({ query: { officeId: ID.office } }));
  expect(box.getByRole('status')).toHaveTextContent(/ไม่อยู่: เจ้าหน้าที่ ข \(ไปราชการ/);
  fill(box.getByLabelText(/เหตุผล/), 'งานล้นมือ');
  await userEvent.click(box.getByRole('button', { name: 'เปลี่ยนผู้รับผิดชอบ' }));
  await waitFor(() => expect(reassign).toHaveBeenCalledWith({ params: { letterId: ID.letter, taskId: 't1' }, body: { rev: 2, reason: 'งานล้นมือ', postId: ID.command }, key: expect.any(String) }));
});

test('the week is a sheet with Thai digits', async () => {
  const weekly: Weekly = {
    from: '2026-11-16', to: '2026-11-22', at: '2026-11-20T03:00:00.000Z', offices: [{ id: ID.office, code: 'lopburi', name: name('สำนักงานจังหวัดลพบุรี'), short: 'สนจ.ลพบุรี' }], units: [],
    week: { received: 12, sent: 3, ended: 8, reminded: 1 }, now: { ...NOTHING, open: 25, overdue: 4 }, others: { unregistered: 1, waiting: 2, late: 0 }, byUnit: [{ key: ID.unit, name: unit.name, ...NOTHING, open: 25, overdue: 4 }],
    otherUnits: null, longest: [item()], unregistered: [],
  };
  show({ weekly: async () => weekly }, '/supervision/weekly');
  const sheet = within(await screen.findByRole('article', { name: 'สรุปการกำกับงานสารบรรณประจำสัปดาห์' }));
  expect(sheet.getByText('ระหว่างวันที่ ๑๖ พฤศจิกายน ๒๕๖๙ ถึง ๒๒ พฤศจิกายน ๒๕๖๙')).toBeInTheDocument();
  expect(sheet.getByText('๑๒')).toBeInTheDocument();
  expect(sheet.getByText('๓ วันทำการ')).toBeInTheDocument();
  expect(sheet.queryByText(/\d/)).not.toBeInTheDocument();
});
