/** What an administrator types wrong, form by form: the field says so beside it, what was typed stays, and nothing is sent. */
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { REGISTER_WITHIN } from '#domain/calendar/register-limit';
import { buildSession, ID, office, unit } from '../../testing/builders';
import { fill, renderAdmin, type Overrides } from '../../testing/render-admin';
import type { Organisation } from './types';

const EMPTY = 'โปรดกรอก';
const UNPRINTABLE = 'มีอักขระที่พิมพ์ลงในหนังสือไม่ได้ เช่น ภาพสัญลักษณ์ หรือเครื่องหมาย < >';
const tooLong = (max: number): string => `ต้องยาวไม่เกิน ${max} ตัวอักษร`;
const long = (max: number): string => 'ก'.repeat(max + 1);
/** What no name takes. */
const NO_NAME = [['   ', EMPTY], [long(200), tooLong(200)], ['<script>alert(1)</script>', UNPRINTABLE], ['กลุ่มงาน 😀', UNPRINTABLE]] as const;
const NO_ORDER = [['  ', EMPTY], [long(100), tooLong(100)]] as const;

type Form = { readonly path: string; readonly opens: string; readonly fields: readonly (readonly [label: RegExp, wrong: readonly (readonly [text: string, message: string])[]])[] };
const FORMS: { readonly [name: string]: Form } = {
  'a unit': {
    path: '/organisation', opens: 'เพิ่มหน่วยงาน',
    fields: [
      [/^ชื่อ \(ไทย\)/, NO_NAME], [/^ชื่อ \(อังกฤษ\)/, [[long(200), tooLong(200)], ['Unit <b>', UNPRINTABLE]]], [/^โทรศัพท์/, [['โทร <1>', 'หมายเลขโทรศัพท์ไม่ถูกต้อง'], [long(60), tooLong(60)]]],
      [/^รหัส(?!ใน)/, [["o'brien", 'ใช้ได้เฉพาะอักษร a–z ตัวเลข และขีด ไม่เกิน 40 ตัว']]], [/^ลำดับที่แสดง/, [['หนึ่ง', EMPTY], ['-1', 'ต้องไม่น้อยกว่า 0']]],
    ],
  },
  'a post': { path: '/organisation', opens: 'เพิ่มตำแหน่ง', fields: [[/^ชื่อตำแหน่ง \(ไทย\)/, NO_NAME], [/^รหัส/, [['รหัส ก', 'ใช้ได้เฉพาะอักษร a–z ตัวเลข และขีด ไม่เกิน 40 ตัว']]]] },
  'a person': {
    path: '/organisation?tab=accounts', opens: 'เพิ่มบุคคล',
    fields: [[/^ชื่อและสกุล \(ไทย\)/, NO_NAME], [/^ชื่อผู้ใช้/, [["o'brien", 'ใช้ได้เฉพาะอักษร a–z ตัวเลข จุด และขีด 3–60 ตัว'], ['ก', 'ใช้ได้เฉพาะอักษร a–z ตัวเลข จุด และขีด 3–60 ตัว']]], [/^ไปรษณีย์อิเล็กทรอนิกส์/, [['a b', 'ที่อยู่ไปรษณีย์อิเล็กทรอนิกส์ไม่ถูกต้อง']]]],
  },
  'a list of receivers': { path: '/organisation?tab=lists', opens: 'สร้างบัญชีรายชื่อ', fields: [[/^ชื่อ \(ไทย\)/, NO_NAME]] },
  'an appointment': { path: '/people', opens: 'บันทึกคำสั่งรักษาราชการแทน', fields: [[/^คำสั่งที่/, NO_ORDER], [/^เหตุผล/, [[long(500), tooLong(500)]]]] },
  'an absence': { path: '/people?tab=absences', opens: 'บันทึกการลาหรือไปราชการ', fields: [[/^หมายเหตุ/, [[long(500), tooLong(500)]]]] },
  'a delegation': { path: '/people?tab=delegations', opens: 'บันทึกการมอบอำนาจ', fields: [[/^คำสั่งที่/, NO_ORDER]] },
  'a day': { path: '/calendar', opens: 'ประกาศวัน', fields: [[/^ชื่อวัน \(ไทย\)/, [['  ', EMPTY], [long(200), tooLong(200)]]]] },
};

const organisation: Organisation = {
  office: {
    id: office.id, code: 'lopburi', name: office.name, short: 'สนจ.', rev: 0, kind: 'province', parentId: null, agencyCode: 'ลบ', unitCode: '0017', headTitle: 'ผู้ว่า', address: '', phone: '', email: '', isLinked: true,
    registryUnitId: null, fallbackPostId: null, secretRegistrarPostId: null, processOwnerPostId: null, validFrom: '2020-01-01', validTo: null, state: 'inForce',
  },
  units: [{ ...unit, rev: 0, parentId: null, short: '', letterCode: null, phone: '', sortOrder: 0, validFrom: '2020-01-01', validTo: null, state: 'inForce', isRegistry: false }],
  posts: [],
};
const NEVER = ['createUnit', 'createPost', 'createPerson', 'createList', 'createAppointment', 'createAbsence', 'createDelegation', 'previewDay', 'declareDay'] as const;

/** The page with its dialog open; `sent` counts what would have been changed. */
async function open({ path, opens }: Form) {
  const sent = jest.fn();
  const session = buildSession({ can: ['organisation', 'people', 'calendar'] });
  const nothing = async () => ({ items: [] });
  const api: Overrides = {
    me: async () => ({ ...session, posts: session.posts.map((each) => ({ ...each, roles: ['office_admin' as const] })) }),
    organisation: async () => organisation, listAccounts: nothing, listAppointments: nothing, listAbsences: nothing, listDelegations: nothing,
    calendar: async () => ({ officeId: ID.office, yearBe: 2569, hours: { start: '08:30', end: '16:30', lunchStart: '12:00', lunchEnd: '13:00' }, registerTimes: REGISTER_WITHIN, nextWorkingDay: '2026-11-23', days: [], canDeclare: true }),
    ...Object.fromEntries(NEVER.map((name) => [name, sent])),
  };
  renderAdmin({ path, api });
  await userEvent.click((await screen.findAllByRole('button', { name: opens }))[0]!);
  return { sent, dialog: await screen.findByRole('dialog') };
}

test.each(Object.entries(FORMS))('%s: what is wrong is said beside the field, stays as typed, and is not sent', async (_name, form) => {
  const { sent, dialog } = await open(form);
  const confirm = within(dialog).getByRole('button', { name: form.opens === 'ประกาศวัน' ? 'ดูผลก่อนประกาศ' : 'บันทึก' });
  for (const [label, wrong] of form.fields) {
    for (const [text, message] of wrong) {
      const field = within(dialog).getByLabelText<HTMLInputElement>(label);
      fill(field, text);
      await userEvent.click(confirm);
      await within(dialog).findAllByText(message);
      const said = document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent;
      expect({ text, invalid: field.getAttribute('aria-invalid'), said, value: field.value }).toEqual({ text, invalid: 'true', said: message, value: text });
    }
  }
  expect(sent).not.toHaveBeenCalled();
  expect(screen.getByRole('dialog')).toBe(dialog);
});

test('a name with an apostrophe is sent as it was typed', async () => {
  const { sent, dialog } = await open(FORMS['a unit']!);
  fill(within(dialog).getByLabelText(/^ชื่อ \(ไทย\)/), "กลุ่มงาน O'Brien & บุตร");
  await userEvent.click(within(dialog).getByRole('button', { name: 'บันทึก' }));
  expect(sent).toHaveBeenCalledWith({ body: expect.objectContaining({ nameTh: "กลุ่มงาน O'Brien & บุตร" }) });
});
