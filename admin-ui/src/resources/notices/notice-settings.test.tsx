import '@testing-library/jest-dom';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { NoticeSettingsView } from '#domain/contracts/notices';
import { USUAL_WAYS } from '#domain/notices/kinds';
import type { SarabanDataProvider } from '../../providers/data/data-provider';
import { refusal, renderAdmin } from '../../testing/render-admin';

const view = (part: Partial<NoticeSettingsView> = {}): NoticeSettingsView => ({ kinds: USUAL_WAYS, email: 'somsri@moi.go.th', canMail: true, nextDigest: '2026-11-23T01:30:00.000Z', ...part });
type Change = SarabanDataProvider['changeNoticeSettings'];

async function open(settings: NoticeSettingsView, change: Change = async () => settings) {
  const changeNoticeSettings = jest.fn<ReturnType<Change>, Parameters<Change>>(change);
  renderAdmin({ path: '/notices', api: { listNotices: async () => ({ items: [], total: 0, unread: 0, nextCursor: null }), noticeSettings: async () => settings, changeNoticeSettings } });
  await userEvent.click(await screen.findByRole('button', { name: 'ตั้งค่าการแจ้งเตือน' }));
  return { dialog: within(await screen.findByRole('dialog')), changeNoticeSettings };
}

test('each kind has its own ways; only what was changed is sent', async () => {
  const { dialog, changeNoticeSettings } = await open(view());
  expect(await dialog.findByText(/ส่งไปที่ somsri@moi.go.th .*23 พ.ย. 69/)).toBeInTheDocument();
  expect(dialog.getByRole('button', { name: 'บันทึก' })).toBeDisabled();
  const due = within(dialog.getByRole('group', { name: 'กำหนดเวลาและการเตือน' }));
  await userEvent.click(due.getByRole('combobox', { name: 'ไปรษณีย์อิเล็กทรอนิกส์' }));
  await userEvent.click(await screen.findByRole('option', { name: 'ส่งทันทีทุกรายการ' }));
  await userEvent.click(within(dialog.getByRole('group', { name: 'เส้นทางหนังสือ' })).getByRole('switch', { name: 'นับที่กระดิ่งในระบบ' }));
  await userEvent.click(dialog.getByRole('button', { name: 'บันทึก' }));
  await waitFor(() => expect(changeNoticeSettings.mock.calls.map(([{ body }]) => body)).toEqual([{ due: { bell: true, mail: 'now' }, route: { bell: false, mail: 'none' } }]));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
});

test.each([
  ['no mail server is set', { canMail: false }, /ยังไม่ได้ตั้งเครื่องแม่ข่ายไปรษณีย์/],
  ['the account has no address', { email: '' }, /ยังไม่มีที่อยู่ไปรษณีย์อิเล็กทรอนิกส์/],
])('it says so where %s', async (_what, part, words) => {
  const { dialog } = await open(view(part));
  expect(await dialog.findByText(words)).toBeInTheDocument();
});

test('what was chosen stays where it could not be saved', async () => {
  const { dialog } = await open(view(), async () => { throw refusal(503, 'UNAVAILABLE'); });
  const task = within(await dialog.findByRole('group', { name: 'งานและร่างของท่าน' }));
  await userEvent.click(task.getByRole('switch'));
  await userEvent.click(dialog.getByRole('button', { name: 'บันทึก' }));
  expect(await dialog.findByText(/ระบบยังไม่พร้อมให้บริการ/)).toBeInTheDocument();
  expect(task.getByRole('switch')).not.toBeChecked();
});
