/** Earlier registers: columns set by hand, what is wrong told by row and column, taken over a batch at a time, taken back with a reason. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { RegisterImport } from '#domain/contracts/register-imports';
import { buildSession, office } from '../../../testing/builders';
import { type Overrides, refusal, renderAdmin } from '../../../testing/render-admin';

const BOOK: RegisterImport['book'] = {
  id: 'B1', kind: 'receive', name: { th: 'ทะเบียนหนังสือรับ', en: '' }, office, unit: null, post: null, isHeld: false, isTest: false, canKeep: true, years: [{ yearBe: 2569, lastNo: 7, lastDate: '2026-11-22', isImported: false }],
};
const PERSON = { id: 'P1', name: { th: 'สมศรี', en: '' } };
const READ: RegisterImport = {
  id: 'I1', book: BOOK, yearBe: 2561, fileName: 'ทะเบียนรับ.xlsx', state: 'ready', headings: ['เลขทะเบียนรับ', 'ลงวันที่', 'เรื่องย่อ'], samples: [['1', '2 ม.ค. 61', 'ขอเชิญประชุม']], lineCount: 3, takenCount: 0,
  mapping: { no: 0, entryDate: null, letterNo: null, letterDate: 1, from: null, to: null, subject: 2, action: null, remark: null },
  waiting: { take: 2, same: 0, error: 1 }, madeAt: '2026-11-22T03:00:00.000Z', person: PERSON, doneAt: null, undoneAt: null, undoneBy: null, undoReason: '',
};
const FAULT = { line: 4, status: 'error' as const, cells: ['3', '30 ก.พ. 61', 'ส่งรายงาน'], entry: null, problems: [{ column: 'letterDate' as const, problem: 'noSuchDay' as const, details: { value: '30 ก.พ. 61' } }] };
const open = (path: string, api: Overrides) =>
  renderAdmin({ path, api: { me: async () => buildSession(), bookImports: async () => ({ book: BOOK, items: [] }), registerImport: async () => READ, registerImportRows: async () => ({ items: [FAULT], nextCursor: null }), ...api } });

/** jsdom's files cannot be read. */
const file = (size = 4): File => Object.assign(new File(['x'.repeat(size)], 'ทะเบียนรับ.xlsx'), { arrayBuffer: async () => new ArrayBuffer(4) });

test('a file is read for its year; what cannot be read says so and changes nothing', async () => {
  const startRegisterImport = jest.fn().mockRejectedValueOnce(refusal(422, 'IMPORT_UNREADABLE')).mockResolvedValueOnce(READ);
  open('/books/B1/imports', { startRegisterImport });
  const year = await screen.findByRole('textbox', { name: /ทะเบียนของปี พ\.ศ\./ });
  fireEvent.change(year, { target: { value: '61' } });
  expect(screen.getByText('ใส่ปี พ.ศ. สี่หลัก')).toBeTruthy();
  expect(screen.queryByLabelText('ลากไฟล์ Excel หรือ CSV มาวาง')).toBeNull();
  fireEvent.change(year, { target: { value: '๒๕๖๑' } });
  fireEvent.change(screen.getByLabelText('ลากไฟล์ Excel หรือ CSV มาวาง'), { target: { files: [file()] } });
  expect(await screen.findByText(/อ่านไฟล์นี้ไม่ได้/)).toBeTruthy();
  fireEvent.change(screen.getByLabelText('ลากไฟล์ Excel หรือ CSV มาวาง'), { target: { files: [file()] } });
  expect(await screen.findByRole('button', { name: 'รับเข้า 2 แถว' })).toBeTruthy();
  expect(startRegisterImport).toHaveBeenLastCalledWith({ params: { bookId: 'B1' }, body: { yearBe: 2561, fileName: 'ทะเบียนรับ.xlsx', content: 'AAAAAA==' } });
});

test('a wrong row is told by its number and the heading of the file; a column can be chosen otherwise, and is used once', async () => {
  const mapRegisterImport = jest.fn(async () => READ);
  open('/books/B1/imports?import=I1', { mapRegisterImport });
  expect(await screen.findByText('แถวที่ 4 คอลัมน์ “ลงวันที่”: ไม่มีวันที่ “30 ก.พ. 61” ในปฏิทิน')).toBeTruthy();
  expect(screen.getByText('ขอเชิญประชุม')).toBeTruthy();
  fireEvent.mouseDown(screen.getByRole('combobox', { name: 'หมายเหตุ' }));
  fireEvent.click(within(await screen.findByRole('listbox')).getByText('C · เรื่องย่อ'));
  await waitFor(() => expect(mapRegisterImport).toHaveBeenCalledWith({ params: { id: 'I1' }, body: { mapping: { ...READ.mapping, subject: null, remark: 2 } } }));
});

test('rows are taken over until none is left, with how far it is', async () => {
  const taking: RegisterImport = { ...READ, state: 'taking', takenCount: 1, waiting: { take: 1, same: 0, error: 1 } };
  let goOn = (): void => undefined;
  const second = new Promise<RegisterImport>((resolve) => { goOn = () => resolve({ ...READ, state: 'done', takenCount: 2, waiting: { take: 0, same: 0, error: 1 } }); });
  const takeRegisterRows = jest.fn().mockResolvedValueOnce(taking).mockReturnValueOnce(second);
  let shown = READ;
  open('/books/B1/imports?import=I1', { takeRegisterRows, registerImport: async () => shown });
  fireEvent.click(await screen.findByRole('button', { name: 'รับเข้า 2 แถว' }));
  expect(await screen.findByText('รับเข้าแล้ว 1 จาก 2 แถว')).toBeTruthy();
  expect(screen.getByRole('progressbar', { name: 'ความคืบหน้าการรับเข้า' }).getAttribute('aria-valuenow')).toBe('50');
  shown = { ...READ, state: 'done', takenCount: 2, waiting: { take: 0, same: 0, error: 1 } };
  goOn();
  expect(await screen.findByText(/รับเข้าแล้ว 2 แถว เหลือ 1 แถวที่ต้องแก้ไข/)).toBeTruthy();
  expect(takeRegisterRows).toHaveBeenCalledTimes(2);
  expect(screen.getByRole('button', { name: 'แถวที่ต้องแก้ไข (Excel)' })).toBeTruthy();
});

test('an import is taken back with a reason', async () => {
  const done = { ...READ, state: 'done' as const, takenCount: 2 };
  const undoRegisterImport = jest.fn().mockRejectedValueOnce(refusal(409, 'IMPORT_IN_USE', { firstNo: 501 })).mockResolvedValueOnce(done);
  open('/books/B1/imports', { bookImports: async () => ({ book: BOOK, items: [done] }), undoRegisterImport });
  fireEvent.click(await screen.findByRole('button', { name: 'ถอนการนำเข้า' }));
  const dialog = await screen.findByRole('dialog');
  const confirm = within(dialog).getByRole('button', { name: 'ถอนการนำเข้า' });
  fireEvent.click(confirm);
  expect(within(dialog).getByText('โปรดกรอก')).toBeTruthy();
  const reason = within(dialog).getByRole('textbox', { name: /เหตุผลที่ถอน/ });
  fireEvent.change(reason, { target: { value: 'ก'.repeat(4_001) } });
  fireEvent.click(confirm);
  expect(undoRegisterImport).not.toHaveBeenCalled();
  fireEvent.change(reason, { target: { value: 'ผิดเล่ม' } });
  fireEvent.click(confirm);
  expect(await within(dialog).findByText(/ระบบออกเลขต่อจากทะเบียนเล่มนี้ตั้งแต่เลข 501/)).toBeTruthy();
  fireEvent.click(confirm);
  await waitFor(() => expect(undoRegisterImport).toHaveBeenLastCalledWith({ params: { id: 'I1' }, body: { reason: 'ผิดเล่ม' } }));
});
