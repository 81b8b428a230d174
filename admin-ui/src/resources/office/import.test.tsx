/** A table of people that cannot be taken as it is: the page says what to do, and takes over only lines that are right. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { buildSession } from '../../testing/builders';
import { type Overrides, refusal, renderAdmin } from '../../testing/render-admin';

type Checked = Awaited<ReturnType<NonNullable<Overrides['checkImport']>>>;
type Line = Checked['lines'][number];
const NO_VALUES = { unitCode: 'strategy', postCode: 'p1', titleTh: 'นักวิเคราะห์', titleEn: '', roles: '', isUnitHead: '', superiorCode: '', login: '', nameTh: "นางสาวมาลี โอ'แฮร์", nameEn: '', email: '', phone: '' };
const line = (part: Partial<Line>): Line => ({ line: 2, status: 'create', values: NO_VALUES, formulas: [], problems: [], ...part });

async function open(api: Overrides): Promise<HTMLInputElement> {
  const session = buildSession({ can: ['organisation'] });
  renderAdmin({ path: '/organisation?tab=import', api: { me: async () => ({ ...session, posts: session.posts.map((each) => ({ ...each, roles: ['office_admin' as const] })) }), ...api } });
  const button = await screen.findByText('เลือกไฟล์และตรวจ');
  return button.closest('label')!.querySelector('input')!;
}
const choose = (input: HTMLInputElement, file: File): boolean => fireEvent.change(input, { target: { files: [file] } });
/** jsdom's files cannot be read. */
const file = (name: string, size = 4): File => Object.assign(new File(['x'.repeat(size)], name), { arrayBuffer: async () => new ArrayBuffer(4) });

test('a file that is no table says what to use instead, and the corrected one is checked in its place', async () => {
  const checkImport = jest.fn<Promise<Checked>, []>().mockRejectedValueOnce(refusal(422, 'IMPORT_UNREADABLE')).mockResolvedValueOnce({ lines: [line({})] });
  const input = await open({ checkImport });
  choose(input, file('ภาพ.xlsx'));
  expect((await screen.findByText(/อ่านไฟล์นี้ไม่ได้ โปรดใช้ตาราง Excel หรือ CSV/)).closest('[role=alert]')).not.toBeNull();
  choose(input, file('คน.xlsx'));
  await screen.findByRole('button', { name: 'นำเข้า 1 แถวที่เลือก' });
  expect(screen.queryByText(/อ่านไฟล์นี้ไม่ได้/)).toBeNull();
});

test('a file that is too large is refused before it is sent', async () => {
  const checkImport = jest.fn();
  const input = await open({ checkImport });
  choose(input, file('คน.csv', 1024 * 1024 + 1));
  await screen.findByText(/ตารางใหญ่เกินกำหนด/);
  expect(checkImport).not.toHaveBeenCalled();
});

test('each wrong line says which column and why, cannot be chosen, and is not sent with the right ones', async () => {
  const applyImport = jest.fn(async () => ({ created: 1, updated: 0, same: 0, persons: 1 }));
  const wrong = line({ line: 3, status: 'error', values: { ...NO_VALUES, titleTh: '<b>นักวิชาการ</b> 😀' }, problems: [{ column: 'titleTh', problem: 'notPrintable' }, { column: 'unitCode', problem: 'unitUnknown' }] });
  const input = await open({ checkImport: async () => ({ lines: [line({}), wrong] }), applyImport });
  choose(input, file('คน.xlsx'));
  const [, right, bad] = within(await screen.findByRole('table')).getAllByRole('row') as [HTMLElement, HTMLElement, HTMLElement];
  expect(within(bad).getByText(/ชื่อตำแหน่ง: มีอักขระที่พิมพ์ลงในหนังสือไม่ได้/)).toBeTruthy();
  expect(within(bad).getByText(/รหัสหน่วยงาน: ไม่มีหน่วยงานรหัสนี้/)).toBeTruthy();
  expect(within(bad).getByText('<b>นักวิชาการ</b> 😀')).toBeTruthy();
  expect(within(bad).getByRole<HTMLInputElement>('checkbox')).toMatchObject({ disabled: true, checked: false });
  expect(within(right).getByText("นางสาวมาลี โอ'แฮร์")).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'นำเข้า 1 แถวที่เลือก' }));
  await waitFor(() => expect(applyImport).toHaveBeenCalledWith({ body: expect.objectContaining({ lines: [{ line: 2, values: NO_VALUES }] }) }));
  expect(await screen.findByText(/นำเข้าแล้ว เพิ่มใหม่ 1 แถว/)).toBeTruthy();
});
