import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Checklist, Template } from '#domain/contracts/set-up';
import { buildSession, ID, office } from '../../testing/builders';
import { fill, refusal, renderAdmin, type Overrides } from '../../testing/render-admin';

const words = (th: string) => ({ th, en: '' });
const trang = { id: ID.letter, code: 'trang', name: words('สำนักงานจังหวัดตรัง'), short: 'สนจ.ตรัง', kind: 'province', parentId: null, isLinked: false, units: 0, administrators: 0, hasLetters: false, isTemplate: false };
const lopburi = { ...office, kind: 'province', parentId: null, isLinked: true, units: 7, administrators: 1, hasLetters: true, isTemplate: true };
const checklist = (change: Partial<Checklist> = {}): Checklist => ({
  office: { id: trang.id, code: trang.code, name: trang.name, short: trang.short, isLinked: false },
  steps: [
    { step: 'units', state: 'done', count: 7, problems: [] },
    { step: 'posts', state: 'missing', count: 1, problems: [{ problem: 'nobody', names: [] }] },
    { step: 'books', state: 'missing', count: 0, problems: [{ problem: 'noBook', names: [words('receive'), words('send')] }] },
    { step: 'accounts', state: 'advice', count: 1, problems: [{ problem: 'notInvited', names: ['ก', 'ข', 'ค', 'ง', 'จ', 'ฉ', 'ช', 'ซ'].map(words) }] },
  ],
  isReady: false, firstReceived: null, canCopy: true, canManage: true, ...change,
});
const template: Template = {
  office: { id: office.id, kind: 'province', nameTh: 'สำนักงานจังหวัดลพบุรี', nameEn: '', shortTh: 'สนจ.ลพบุรี', headTitleTh: 'ผู้ว่าราชการจังหวัดลพบุรี', unitCode: '0017' },
  units: [{ id: ID.unit, code: 'executive', nameTh: 'จังหวัดลพบุรี', nameEn: '', parentId: null, letterCode: null }, { id: ID.post, code: 'hr', nameTh: 'กลุ่มงานบริหารทรัพยากรบุคคล', nameEn: '', parentId: ID.unit, letterCode: null }],
  posts: [{ id: ID.person, code: 'governor', titleTh: 'ผู้ว่าราชการจังหวัดลพบุรี', titleEn: '', unitId: ID.unit, roles: ['head'], isUnitHead: true }],
  books: [{ nameTh: 'ทะเบียนหนังสือรับ', nameEn: '', kind: 'receive' }], routes: [{ code: 'in', nameTh: 'หนังสือรับ', nameEn: '' }], lists: [], days: [],
};
const api = (change: Overrides = {}): Overrides => ({
  me: async () => buildSession({ can: ['setUp'] }),
  setUpOffices: async () => ({ items: [lopburi, trang], canCreate: true, canMark: false }),
  setUpChecklist: async () => checklist(),
  officeTemplates: async () => ({ items: [{ ...office, kind: 'province', units: 2, posts: 1 }] }),
  officeTemplate: async () => template,
  listOffices: async () => ({ items: [{ id: trang.id, code: 'trang', name: trang.name, short: trang.short, kind: 'province', headTitle: 'ผู้ว่าราชการจังหวัดตรัง', parentId: null, isLinked: false, pilotWave: null }] }),
  ...change,
});

test('the checklist says what is there and what is missing, with where it is done, and ticks nothing by hand', async () => {
  renderAdmin({ path: `/set-up/${trang.id}`, api: api() });
  const list = await screen.findByRole('list', { name: 'รายการตรวจความพร้อม' });
  expect(screen.getByText('พร้อมแล้ว 2 จาก 4 รายการ')).toBeTruthy();
  const [units, posts, books, accounts] = within(list).getAllByRole('listitem');
  expect(within(units!).getByText('เรียบร้อย')).toBeTruthy();
  expect(within(posts!).getByText('ยังไม่มีผู้ดำรงตำแหน่งใด')).toBeTruthy();
  expect(within(posts!).getByRole('link', { name: 'ไปที่ ตำแหน่งและผู้ดำรงตำแหน่ง' }).getAttribute('href')).toContain('/organisation?tab=import');
  expect(within(books!).getByText('ยังไม่มีทะเบียน: ทะเบียนหนังสือรับ, ทะเบียนหนังสือส่ง')).toBeTruthy();
  expect(within(accounts!).getByText(/ก, ข, ค, ง, จ, ฉ และอีก 2 รายการ/)).toBeTruthy();
  expect(within(list).queryByRole('checkbox')).toBeNull();
  expect(screen.queryByText(/พร้อมแล้ว ทดลองรับ/)).toBeNull();
});

test('whoever only watches an office is led nowhere', async () => {
  renderAdmin({ path: `/set-up/${trang.id}`, api: api({ setUpChecklist: async () => checklist({ canManage: false }) }) });
  await screen.findByRole('list', { name: 'รายการตรวจความพร้อม' });
  expect(screen.queryByRole('link', { name: /ไปที่/ })).toBeNull();
});

test('a ready office is tried with a letter, and then opened for others', async () => {
  const user = userEvent.setup();
  const ready = checklist({ isReady: true, canCopy: false });
  const openOffice = jest.fn(async () => ({ ...ready, office: { ...ready.office, isLinked: true } }));
  renderAdmin({ path: `/set-up/${trang.id}`, api: api({ me: async () => buildSession({ can: ['setUp', 'intake'] }), setUpChecklist: async () => ready, openOffice }) });
  expect((await screen.findByRole('link', { name: 'ทดลองรับหนังสือ' })).getAttribute('href')).toContain('/intake');
  expect(screen.queryByRole('button', { name: 'นำจากแม่แบบเพิ่ม' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'เปิดรับหนังสือจากหน่วยงานอื่น' }));
  await screen.findByText('หน่วยงานอื่นส่งหนังสือถึงสำนักงานนี้ทางระบบได้แล้ว');
  expect(openOffice).toHaveBeenCalledTimes(1);
});

test('once the first letter is in, its number stands there', async () => {
  renderAdmin({ path: `/set-up/${trang.id}`, api: api({ setUpChecklist: async () => checklist({ isReady: true, firstReceived: { no: '1', at: '2026-11-21T03:00:00.000Z' } }) }) });
  expect(await screen.findByText(/ลงทะเบียนรับฉบับแรกแล้ว เลขรับ 1 เมื่อ/)).toBeTruthy();
});

test('the administrator of one office sees its checklist at once', async () => {
  renderAdmin({ path: '/set-up', api: api({ setUpOffices: async () => ({ items: [trang], canCreate: false, canMark: false }) }) });
  expect(await screen.findByRole('list', { name: 'รายการตรวจความพร้อม' })).toBeTruthy();
});

test('an office known by name begins from a template, in its own words, without the unit that was left out', async () => {
  const user = userEvent.setup();
  const setUpOffice = jest.fn<Promise<never>, [{ readonly body: unknown }]>(async () => { throw refusal(409, 'LOGIN_TAKEN', { field: 'login' }); });
  renderAdmin({ path: `/set-up/new?officeId=${trang.id}`, api: api({ setUpOffice }) });
  await user.click(await screen.findByRole('combobox', { name: 'แม่แบบ' }));
  await user.click(await screen.findByRole('option', { name: /ลพบุรี|ปลัด|สำนักงาน/ }));
  const units = await screen.findByRole('group', { name: 'หน่วยงานที่นำมา' });
  expect(within(units).getByText('ผู้ว่าราชการจังหวัดตรัง')).toBeTruthy();
  await user.click(within(units).getByRole('checkbox', { name: /ทรัพยากรบุคคล/ }));
  await user.click(screen.getByRole('checkbox', { name: /วันหยุดของสำนักงาน/ }));
  fill(screen.getByLabelText(/ชื่อและสกุล/), "นายสมชาย โอ'ไบรอัน");
  fill(screen.getByLabelText(/ชื่อผู้ใช้/), 'trang.admin');
  await user.click(screen.getByRole('button', { name: 'เปิดสำนักงาน' }));
  // A login that is taken is said beside the login, and everything typed stays.
  expect((await screen.findByLabelText(/ชื่อผู้ใช้/)).getAttribute('aria-invalid')).toBe('true');
  expect(setUpOffice.mock.calls[0]?.[0].body).toEqual({
    officeId: trang.id, office: null, sourceId: office.id, parts: ['structure', 'books', 'routes', 'lists', 'settings'], unitIds: [ID.unit], adminLogin: 'trang.admin', adminNameTh: "นายสมชาย โอ'ไบรอัน",
  });
  expect((screen.getByLabelText(/ชื่อและสกุล/) as HTMLInputElement).value).toBe("นายสมชาย โอ'ไบรอัน");
});

test('what is wrong with a new office is said beside each field before anything is sent', async () => {
  const user = userEvent.setup();
  const setUpOffice = jest.fn();
  renderAdmin({ path: '/set-up/new', api: api({ setUpOffice }) });
  fill(await screen.findByLabelText(/ชื่อสำนักงาน \(ไทย\)/), '<b>สำนักงาน</b> 😀');
  fill(screen.getByLabelText(/^ชื่อย่อ/), 'ก'.repeat(61));
  fill(screen.getByLabelText(/^รหัสในระบบ/), 'ตรัง 1');
  fill(screen.getByLabelText(/ชื่อผู้ใช้/), "o'brien");
  await user.click(screen.getByRole('button', { name: 'เปิดสำนักงาน' }));
  await screen.findAllByText(/60 ตัว/);
  for (const field of [/^ชื่อย่อ/, /ชื่อสำนักงาน \(ไทย\)/, /^รหัสในระบบ/, /ชื่อผู้ใช้/, /ตำแหน่งหัวหน้าสำนักงาน/]) expect(screen.getByLabelText(field).getAttribute('aria-invalid')).toBe('true');
  expect(setUpOffice).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'มีชื่อในระบบแล้ว' }));
  await user.click(screen.getByRole('button', { name: 'เปิดสำนักงาน' }));
  expect((await screen.findByRole('combobox', { name: /หน่วยงาน|สำนักงาน/ })).getAttribute('aria-invalid')).toBe('true');
});

test('the one-time password is shown once, and then the way leads to the checklist', async () => {
  const user = userEvent.setup();
  renderAdmin({ path: `/set-up/new?officeId=${trang.id}`, api: api({
    setUpOffice: async () => ({ office: { id: trang.id, code: 'trang', name: trang.name, short: 'สนจ.ตรัง' }, login: 'trang.admin', oneTimePassword: 'abcd-efgh-jkmn-pqrs', expiresAt: '2026-11-28T03:00:00.000Z', copied: { units: 0, posts: 0, books: 0, routes: 0, lists: 0, days: 0 } }),
  }) });
  fill(await screen.findByLabelText(/ชื่อและสกุล/), 'นายสมชาย');
  fill(screen.getByLabelText(/ชื่อผู้ใช้/), 'trang.admin');
  await user.click(screen.getByRole('button', { name: 'เปิดสำนักงาน' }));
  expect(await screen.findByText('abcd-efgh-jkmn-pqrs')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'จดแล้ว ปิด' }));
  expect(await screen.findByRole('list', { name: 'รายการตรวจความพร้อม' })).toBeTruthy();
});

test('taking more over asks for a template and sends only what is chosen', async () => {
  const user = userEvent.setup();
  const copyTemplate = jest.fn(async () => ({ units: 2, posts: 1, books: 0, routes: 0, lists: 0, days: 0 }));
  renderAdmin({ path: `/set-up/${trang.id}`, api: api({ copyTemplate }) });
  await user.click(await screen.findByRole('button', { name: 'นำจากแม่แบบเพิ่ม' }));
  const dialog = await screen.findByRole('dialog');
  expect((within(dialog).getByRole('button', { name: 'นำมา' }) as HTMLButtonElement).disabled).toBe(true);
  await user.click(within(dialog).getByRole('combobox', { name: 'แม่แบบ' }));
  await user.click(await screen.findByRole('option'));
  await within(dialog).findByRole('group', { name: 'หน่วยงานที่นำมา' });
  await user.click(within(dialog).getByRole('button', { name: 'นำมา' }));
  expect(await screen.findByText(/นำมาแล้ว หน่วยงาน 2 ตำแหน่ง 1/)).toBeTruthy();
  expect(copyTemplate).toHaveBeenCalledWith({ params: { id: trang.id }, body: { sourceId: office.id, parts: ['structure', 'books', 'routes', 'lists', 'calendar', 'settings'], unitIds: null } });
});

test('whoever keeps the installation says which offices are templates, and nobody else is asked', async () => {
  const offices = (isTemplate: boolean, canMark = true) => ({ items: [{ ...lopburi, isTemplate }, trang], canCreate: true, canMark });
  const markTemplate = jest.fn(async () => offices(false));
  const { unmount } = renderAdmin({ path: '/set-up', api: api({ setUpOffices: async () => offices(true), markTemplate }) });
  await userEvent.click(await screen.findByRole('button', { name: /^เลิกใช้เป็นแม่แบบ / }));
  expect(markTemplate).toHaveBeenCalledWith({ params: { id: lopburi.id }, body: { isTemplate: false } });
  expect(await screen.findByRole('button', { name: /^ใช้เป็นแม่แบบ / })).toBeTruthy();
  unmount();
  renderAdmin({ path: '/set-up', api: api({ setUpOffices: async () => offices(true, false) }) });
  await screen.findByText('แม่แบบ');
  expect(screen.queryByRole('button', { name: /แม่แบบ/ })).toBeNull();
});
