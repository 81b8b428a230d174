import '@testing-library/jest-dom';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SarabanDataProvider } from '../../providers/data/data-provider';
import { buildSession, ID, office } from '../../testing/builders';
import { fill, refusal } from '../../testing/render-admin';
import { showIntake, starting } from './testing';

const submit = async () => userEvent.click(screen.getByRole('button', { name: 'ลงทะเบียนรับ' }));

test('what is missing is named at its field and nothing is sent', async () => {
  const startLetter = starting();
  showIntake({ startLetter });
  await screen.findByLabelText(/^จาก/);
  await submit();
  await waitFor(() => expect(screen.getAllByText('โปรดกรอก')).toHaveLength(2));
  expect(screen.getByLabelText(/^จาก/)).toHaveAttribute('aria-invalid', 'true');
  expect(screen.getByLabelText(/^เรื่อง/)).toHaveAttribute('aria-invalid', 'true');
  expect(startLetter).not.toHaveBeenCalled();
});

test('a subject of 300 characters is refused before it is sent, with the limit', async () => {
  const startLetter = starting();
  showIntake({ startLetter });
  fill(await screen.findByLabelText(/^เรื่อง/), 'ก'.repeat(300));
  fill(screen.getByLabelText(/^จาก/), 'กรมการปกครอง');
  await submit();
  expect(await screen.findByText('ต้องยาวไม่เกิน 250 ตัวอักษร')).toBeInTheDocument();
  expect(startLetter).not.toHaveBeenCalled();
});

test('the head of the office is the addressee until another is typed, and the table’s route is shown', async () => {
  showIntake();
  expect(await screen.findByDisplayValue('ผู้ว่าราชการจังหวัดลพบุรี')).toBeInTheDocument();
  expect(await screen.findByText('หนังสือรับจังหวัด')).toBeInTheDocument();
  expect(screen.getByText('เลือกตามแถวที่ 2 ของตารางเส้นทาง')).toBeInTheDocument();
});

test('a complete form is registered once and the receive number is said', async () => {
  const startLetter = starting();
  const uploadFile: SarabanDataProvider['uploadFile'] = async ({ onProgress }) => {
    onProgress?.(0.5);
    const document = { id: ID.command, role: 'main' as const, name: 'letter.pdf', mime: 'application/pdf', sizeBytes: 4, sha256: 'a'.repeat(64), pages: null, places: [], sourceId: null, uploadedBy: null, uploadedAt: '2026-11-21T03:00:00.000Z', isSuperseded: false, href: '/x' };
    return { document, duplicates: [{ letterId: ID.letter, subject: 'เรื่องเดียวกัน', letterNo: 'มท 0210.2/1', receiveNo: null, letterDate: null, office: office.name }] };
  };
  showIntake({ startLetter, uploadFile });
  await screen.findByDisplayValue('ผู้ว่าราชการจังหวัดลพบุรี');
  fill(screen.getByLabelText(/^จาก/), 'กรมการปกครอง');
  fill(screen.getByLabelText('ที่'), 'มท 0310.1/25');
  fill(screen.getByLabelText(/^เรื่อง/), 'แจ้งแนวทางปฏิบัติ');
  fill(screen.getByLabelText('สิ่งที่ส่งมาด้วย'), 'แบบรายงาน\nบัญชีรายชื่อ');
  await userEvent.upload(screen.getByLabelText('ลากสิ่งที่ส่งมาด้วยมาวางที่นี่'), new File(['%PDF'], 'form.pdf', { type: 'application/pdf' }));
  expect(await screen.findByText(/มีไฟล์เดียวกันนี้/)).toBeInTheDocument();
  await submit();
  expect(await screen.findByText('ลงทะเบียนรับแล้ว เลขรับ 13')).toBeInTheDocument();
  expect(startLetter.mock.calls).toHaveLength(1);
  expect(startLetter.mock.calls[0]![0].body).toMatchObject({
    type: 'incoming', fromText: 'กรมการปกครอง', theirNo: 'มท 0310.1/25', subject: 'แจ้งแนวทางปฏิบัติ', enclosureList: ['แบบรายงาน', 'บัญชีรายชื่อ'], postId: ID.post, documents: [{ documentId: ID.command, role: 'enclosure' }],
  });
  expect(screen.getByLabelText(/^เรื่อง/)).toHaveValue('');
});

test('a file that is refused says why, and blocks until it is taken out', async () => {
  const startLetter = starting();
  const uploadFile = async () => {
    throw refusal(415, 'FILE_TYPE_REFUSED');
  };
  showIntake({ startLetter, uploadFile });
  await screen.findByDisplayValue('ผู้ว่าราชการจังหวัดลพบุรี');
  fill(screen.getByLabelText(/^จาก/), 'กรมการปกครอง');
  fill(screen.getByLabelText(/^เรื่อง/), 'แจ้งแนวทางปฏิบัติ');
  await userEvent.upload(screen.getByLabelText('ลากสิ่งที่ส่งมาด้วยมาวางที่นี่'), new File(['text'], 'note.pdf', { type: 'application/pdf' }));
  expect(await screen.findByText(/ไม่รับไฟล์ชนิดนี้/)).toBeInTheDocument();
  await submit();
  expect(await screen.findByText(/มีไฟล์ที่ส่งไม่สำเร็จ/)).toBeInTheDocument();
  expect(startLetter).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', { name: 'นำไฟล์ note.pdf ออก' }));
  await submit();
  await waitFor(() => expect(startLetter).toHaveBeenCalledTimes(1));
});

test('a sealed item has neither subject, class nor file', async () => {
  const startLetter = starting();
  showIntake({ startLetter, me: async () => buildSession({ can: ['intake', 'intakeSealed'] }) });
  await userEvent.click(await screen.findByLabelText('ซองปิดผนึก (ไม่เปิดซอง)'));
  expect(screen.queryByLabelText(/^เรื่อง/)).not.toBeInTheDocument();
  expect(screen.queryByLabelText('ชั้นความลับ')).not.toBeInTheDocument();
  fill(screen.getByLabelText(/^จาก/), 'สำนักข่าวกรองแห่งชาติ');
  await submit();
  await waitFor(() => expect(startLetter).toHaveBeenCalled());
  const { body } = startLetter.mock.calls[0]![0];
  expect(Object.keys(body).sort()).toEqual(['channel', 'fromText', 'postId', 'theirDate', 'theirNo', 'toText', 'type', 'urgency', 'urgentBy']);
});

test('what the API finds wrong is shown at its field and nothing typed is lost', async () => {
  const startLetter = async () => {
    throw refusal(400, 'VALIDATION_FAILED', { fields: [{ path: 'body.theirNo', label: 'ที่', message: 'ยาวเกิน 100 ตัวอักษร' }] });
  };
  showIntake({ startLetter });
  await screen.findByDisplayValue('ผู้ว่าราชการจังหวัดลพบุรี');
  fill(screen.getByLabelText(/^จาก/), 'กรมการปกครอง');
  fill(screen.getByLabelText(/^เรื่อง/), 'แจ้งแนวทางปฏิบัติ');
  await submit();
  expect(await screen.findByText('ยาวเกิน 100 ตัวอักษร')).toBeInTheDocument();
  expect(screen.getByLabelText(/^เรื่อง/)).toHaveValue('แจ้งแนวทางปฏิบัติ');
});

test('choosing who has written before fills in their code, and dates are typed as one writes them', async () => {
  const startLetter = starting();
  const known = { name: 'กรมการปกครอง', letters: 7, lastAt: '2026-11-20T03:00:00.000Z', channel: 'post' as const, kind: 'external_letter' as const, theirNo: 'มท 0310.1/25', toText: '', letterCode: '', phone: '' };
  showIntake({ startLetter, correspondents: async () => ({ items: [known] }) });
  await screen.findByDisplayValue('ผู้ว่าราชการจังหวัดลพบุรี');
  const from = screen.getByLabelText(/^จาก/);
  await userEvent.type(from, 'กรม');
  await userEvent.click(await screen.findByRole('option', { name: /กรมการปกครอง/ }));
  await waitFor(() => expect(screen.getByLabelText('ที่')).toHaveValue('มท 0310.1/'));
  await userEvent.type(screen.getByLabelText('ที่'), '26');
  await userEvent.type(screen.getByLabelText('ลงวันที่'), '20 พ.ย. 69');
  fill(screen.getByLabelText(/^เรื่อง/), 'แจ้งแนวทางปฏิบัติ');
  await submit();
  await waitFor(() => expect(startLetter).toHaveBeenCalled());
  expect(startLetter.mock.calls[0]![0].body).toMatchObject({ fromText: 'กรมการปกครอง', theirNo: 'มท 0310.1/26', theirDate: '2026-11-20', channel: 'post' });
});

test('a day that does not exist is refused at its field and stays as it was typed', async () => {
  const startLetter = starting();
  showIntake({ startLetter });
  await screen.findByDisplayValue('ผู้ว่าราชการจังหวัดลพบุรี');
  fill(screen.getByLabelText(/^จาก/), 'กรมการปกครอง');
  fill(screen.getByLabelText(/^เรื่อง/), 'แจ้งแนวทางปฏิบัติ');
  await userEvent.type(screen.getByLabelText('ลงวันที่'), '31/2/69');
  await submit();
  expect(await screen.findByText('วันที่ไม่ถูกต้อง')).toBeInTheDocument();
  expect(screen.getByLabelText('ลงวันที่')).toHaveValue('31/2/69');
  expect(startLetter).not.toHaveBeenCalled();
});

test('the letter of ours that it answers is looked for while typing, and goes with the registration', async () => {
  const startLetter = starting();
  const asked = jest.fn(async () => ({ items: [{ letterId: ID.letter, letterNo: 'ลบ 0017.2/9', letterDate: '2026-11-01', subject: 'ขอข้อมูลโรงงาน', toText: 'กรมโรงงาน', isAwaited: true, dueOn: '2026-11-30' }] }));
  showIntake({ startLetter, answerableLetters: asked });
  await screen.findByDisplayValue('ผู้ว่าราชการจังหวัดลพบุรี');
  fill(screen.getByLabelText(/^จาก/), 'กรมโรงงาน');
  fill(screen.getByLabelText(/^เรื่อง/), 'ส่งข้อมูลโรงงาน');
  await userEvent.click(screen.getByRole('combobox', { name: 'ตอบหนังสือของเรา' }));
  await userEvent.click(await screen.findByRole('option', { name: /ลบ 0017.2\/9.*รอคำตอบภายใน/ }));
  await submit();
  await waitFor(() => expect(startLetter).toHaveBeenCalled());
  expect(startLetter.mock.calls[0]![0].body).toMatchObject({ answersLetterId: ID.letter });
});

test('what was typed comes back after a lost tab and is forgotten once it is registered', async () => {
  const startLetter = starting();
  const first = showIntake({ startLetter });
  await screen.findByDisplayValue('ผู้ว่าราชการจังหวัดลพบุรี');
  fill(screen.getByLabelText(/^จาก/), 'กรมการปกครอง');
  fill(screen.getByLabelText(/^เรื่อง/), 'เรื่องที่ยังไม่ได้บันทึก');
  await waitFor(() => expect(JSON.stringify({ ...localStorage })).toContain('เรื่องที่ยังไม่ได้บันทึก'));
  first.unmount();
  showIntake({ startLetter });
  expect(await screen.findByDisplayValue('เรื่องที่ยังไม่ได้บันทึก')).toBeInTheDocument();
  expect(screen.getByText(/พิมพ์ค้างไว้/)).toBeInTheDocument();
  await submit();
  await screen.findByText('ลงทะเบียนรับแล้ว เลขรับ 13');
  expect(screen.queryByText(/พิมพ์ค้างไว้/)).not.toBeInTheDocument();
  expect(JSON.stringify({ ...localStorage })).not.toContain('เรื่องที่ยังไม่ได้บันทึก');
});
