/** Two administrators change the same unit: whoever saves second is shown both, chooses, and loses nothing. */
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { buildSession, ID, office } from '../../testing/builders';
import { fill, refusal, renderAdmin } from '../../testing/render-admin';
import type { Organisation } from './types';

const words = (th: string) => ({ th, en: '' });
/** The office with one unit, as it stands at a revision. */
const organisation = (rev: number, name: string, phone: string): Organisation => ({
  office: {
    id: office.id, code: 'lopburi', name: office.name, short: 'สนจ.', rev: 0, kind: 'province', parentId: null, agencyCode: 'ลบ', unitCode: '0017', headTitle: 'ผู้ว่า', address: '', phone: '', email: '', isLinked: true,
    registryUnitId: null, fallbackPostId: null, secretRegistrarPostId: null, processOwnerPostId: null, validFrom: '2020-01-01', validTo: null, state: 'inForce',
  },
  units: [{ id: ID.unit, code: 'ict', name: words(name), rev, parentId: null, short: '', letterCode: null, phone, sortOrder: 0, validFrom: '2020-01-01', validTo: null, state: 'inForce', isRegistry: false }],
  posts: [],
});

/** Edits the unit's name while somebody else saves another; answers what was sent. */
async function editAtOnce() {
  const user = userEvent.setup();
  let now = organisation(0, 'กลุ่มงานข้อมูล', '1');
  const updateUnit = jest.fn(async ({ body }: { readonly body: { readonly rev: number; readonly nameTh: string } }) => {
    if (body.rev === 0) {
      now = organisation(1, 'กลุ่มงานดิจิทัล', '2');
      throw refusal(409, 'EDIT_CONFLICT', { rev: 1 });
    }
    return now;
  });
  const session = buildSession({ can: ['organisation'] });
  renderAdmin({ path: '/organisation', api: { me: async () => ({ ...session, posts: session.posts.map((each) => ({ ...each, roles: ['office_admin' as const] })) }), organisation: async () => now, updateUnit } });
  await user.click(await screen.findByRole('button', { name: 'การดำเนินการกับ กลุ่มงานข้อมูล' }));
  await user.click(await screen.findByRole('menuitem', { name: 'แก้ไขหรือย้ายหน่วยงาน' }));
  const dialog = await screen.findByRole('dialog');
  fill(within(dialog).getByLabelText(/^ชื่อ \(ไทย\)/), "กลุ่มงานของข้าพเจ้า 'ใหม่'");
  await user.click(within(dialog).getByRole('button', { name: 'บันทึก' }));
  // The refusal stands there first, and is replaced once the fresh state has come.
  await within(dialog).findByRole('button', { name: 'ใช้ข้อมูลที่ผู้อื่นบันทึก' });
  const alert = within(dialog).getByRole('alert');
  return { user, dialog, alert, updateUnit };
}
const nameIn = (dialog: HTMLElement): string => (within(dialog).getByLabelText(/^ชื่อ \(ไทย\)/) as HTMLInputElement).value;

test('what somebody else saved meanwhile stands beside what was typed, and nothing is sent before one is chosen', async () => {
  const { dialog, alert, updateUnit } = await editAtOnce();
  expect(within(alert).getByText('กลุ่มงานดิจิทัล')).toBeTruthy();
  expect(within(alert).getByText("กลุ่มงานของข้าพเจ้า 'ใหม่'")).toBeTruthy();
  expect((within(dialog).getByRole('button', { name: 'บันทึก' }) as HTMLButtonElement).disabled).toBe(true);
  expect(updateUnit).toHaveBeenCalledTimes(1);
  expect(nameIn(dialog)).toBe("กลุ่มงานของข้าพเจ้า 'ใหม่'");
});

test('theirs: the form has what they saved', async () => {
  const { user, dialog, alert, updateUnit } = await editAtOnce();
  await user.click(await within(alert).findByRole('button', { name: 'ใช้ข้อมูลที่ผู้อื่นบันทึก' }));
  expect(nameIn(dialog)).toBe('กลุ่มงานดิจิทัล');
  expect(within(dialog).queryByRole('alert')).toBeNull();
  expect(updateUnit).toHaveBeenCalledTimes(1);
});

test('mine: what was typed stays, and is saved over their revision', async () => {
  const { user, dialog, alert, updateUnit } = await editAtOnce();
  await user.click(await within(alert).findByRole('button', { name: 'ใช้ข้อมูลที่ข้าพเจ้ากรอก' }));
  expect(nameIn(dialog)).toBe("กลุ่มงานของข้าพเจ้า 'ใหม่'");
  await user.click(within(dialog).getByRole('button', { name: 'บันทึก' }));
  expect(await screen.findByText('บันทึกแล้ว มีผลทันที')).toBeTruthy();
  expect(updateUnit.mock.calls.map(([{ body }]) => [body.rev, body.nameTh])).toEqual([[0, "กลุ่มงานของข้าพเจ้า 'ใหม่'"], [1, "กลุ่มงานของข้าพเจ้า 'ใหม่'"]]);
});
