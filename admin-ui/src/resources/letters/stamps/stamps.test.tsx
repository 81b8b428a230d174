import '@testing-library/jest-dom';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { LetterPage } from '#domain/contracts/letter-page';
import type { Stamps } from '#domain/contracts/stamps';
import { STAMP_SIZE } from '#domain/letter/stamp-place';
import type { PdfViewerProps } from '../../../components/pdf/PdfViewer';
import { buildLetter, ID, office } from '../../../testing/builders';
import { refusal, renderAdmin } from '../../../testing/render-admin';

// The page itself is drawn by pdf.js, which needs a browser: here it is an A4 page of one pixel a point.
jest.mock('../../../components/pdf/PdfViewer', () => ({ __esModule: true, default: ({ overlay }: PdfViewerProps) => overlay?.({ number: 1, widthPt: 595, heightPt: 842, scale: 1 }) ?? null }));
jest.mock('../../../components/pdf/PdfPages', () => ({ __esModule: true, default: () => null }));

const [CENTRAL, UNIT] = ['99999999-9999-4999-8999-999999999991', '99999999-9999-4999-8999-999999999992'];
const stamp = (part: Partial<Stamps['stamps'][number]> = {}): Stamps['stamps'][number] => ({
  entryId: CENTRAL, officeName: 'สำนักงานจังหวัดลพบุรี', receiveNo: '๑๒', date: '๒๒ พ.ย. ๖๙', time: '๐๙.๐๐ น.', place: { x: 400, y: 700, ...STAMP_SIZE }, found: 'empty', rev: 2, moved: null, canMove: true, ...part,
});
const other = stamp({ entryId: UNIT, officeName: 'กลุ่มงานอำนวยการ', receiveNo: '๗', place: { x: 400, y: 600, ...STAMP_SIZE }, rev: 0 });
const build = (stamps: readonly Stamps['stamps'][number][]): Stamps => ({ documentId: ID.route, name: 'หนังสือ.pdf', stamps: [...stamps] });
const document = (part: Partial<LetterPage['documents'][number]>): LetterPage['documents'][number] => ({
  id: ID.route, role: 'main', name: 'หนังสือ.pdf', mime: 'application/pdf', sizeBytes: 9, sha256: 'a', pages: 1, places: [], sourceId: null, uploadedBy: null, uploadedAt: '2026-11-20T03:00:00.000Z', isSuperseded: false, href: '/x', ...part,
});
const number = (part: Partial<LetterPage['numbers'][number]> = {}): LetterPage['numbers'][number] => ({
  key: 'k', entryId: CENTRAL, bookKind: 'receive', bookName: { th: 'ทะเบียนรับ', en: '' }, unit: null, office, no: 12, printed: '12', date: '2026-11-20', takenAt: '2026-11-20T03:00:00.000Z', status: 'issued', cancelReason: '', canCancel: false, stampFound: 'empty', canMoveStamp: true, ...part,
});
const letter = (part: Partial<LetterPage> = {}): LetterPage => buildLetter({ documents: [document({}), document({ id: ID.otherOffice, role: 'stamped', sourceId: ID.route })], numbers: [number()], ...part });
const show = (api: NonNullable<Parameters<typeof renderAdmin>[0]>['api'] = {}, page = letter()) => renderAdmin({ path: `/letters/${ID.letter}`, api: { getLetter: async () => page, stamps: async () => build([stamp(), other]), ...api } });
const open = async () => {
  fireEvent.click(await screen.findByRole('button', { name: 'ย้ายตรารับ' }));
  // What is shown while the places are asked for goes with them.
  const box = await screen.findByRole('button', { name: /ตรารับของสำนักงานจังหวัดลพบุรี/ });
  const dialog = within(screen.getByRole('dialog'));
  return { dialog, box, lay: dialog.getByRole('button', { name: 'วางตราที่นี่' }) };
};

test('a stamp is moved by arrow keys, a millimetre each and a centimetre with Shift, and laid where it is', async () => {
  const moveStamp = jest.fn(async () => build([stamp({ rev: 3 }), other]));
  show({ moveStamp });
  const { box, lay, dialog } = await open();
  expect(lay).toBeDisabled();
  fireEvent.keyDown(box, { code: 'ArrowLeft', shiftKey: true });
  fireEvent.keyDown(box, { code: 'ArrowUp' });
  expect(dialog.getByText('ห่างขอบซ้าย 13.1 ซม. ขอบบน 2.4 ซม.')).toBeVisible();
  await userEvent.click(lay);
  expect(moveStamp).toHaveBeenCalledWith(expect.objectContaining({ params: { letterId: ID.letter, entryId: CENTRAL }, body: { x: 371.6, y: 702.8, rev: 2 } }));
  expect(await screen.findByText('วางตรารับที่ใหม่แล้ว ฉบับเดิมยังเก็บไว้')).toBeInTheDocument();
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('by finger or mouse it follows, never off the page', async () => {
  const moveStamp = jest.fn(async () => build([stamp({ rev: 3 }), other]));
  show({ moveStamp });
  const { box, lay } = await open();
  const at = (type: string, x: number, y: number) => fireEvent(box, new MouseEvent(type, { bubbles: true, clientX: x, clientY: y }));
  at('pointerdown', 450, 100);
  at('pointermove', 250, 500);
  at('pointerup', 250, 500);
  at('pointermove', 50, 50);
  expect(box).toHaveStyle({ left: '200px' });
  at('pointerdown', 250, 500);
  at('pointermove', 250, 2000);
  at('pointerup', 250, 2000);
  await userEvent.click(lay);
  expect(moveStamp).toHaveBeenCalledWith(expect.objectContaining({ body: { x: 200, y: 0, rev: 2 } }));
});

test('over another registry’s stamp it is not laid, and the other may be chosen where it is one’s own', async () => {
  show();
  const { box, lay, dialog } = await open();
  for (let step = 0; step < 3; step += 1) fireEvent.keyDown(box, { code: 'ArrowDown', shiftKey: true });
  expect(await dialog.findByText('ตรารับจะทับหรือชิดกับตรารับอีกดวงหนึ่ง โปรดเลื่อนไปที่อื่น')).toBeVisible();
  expect(lay).toBeDisabled();
  fireEvent.click(dialog.getByRole('button', { name: /กลุ่มงานอำนวยการ · ๗/ }));
  expect(await dialog.findByRole('button', { name: /ตรารับของกลุ่มงานอำนวยการ/ })).toBeVisible();
  expect(dialog.queryByRole('button', { name: /ตรารับของสำนักงานจังหวัดลพบุรี/ })).toBeNull();
});

test('where somebody else has moved it, it is told and shown where it is now', async () => {
  let seen = build([stamp()]);
  const moveStamp = jest.fn(async () => {
    seen = build([stamp({ rev: 3, place: { x: 100, y: 100, ...STAMP_SIZE } })]);
    throw refusal(409, 'STAMP_MOVED');
  });
  show({ stamps: async () => seen, moveStamp });
  const { box, lay, dialog } = await open();
  fireEvent.keyDown(box, { code: 'ArrowLeft' });
  await userEvent.click(lay);
  expect(await dialog.findByText(/มีผู้ย้ายตรารับนี้หลังจากที่ท่านเปิดดู/)).toBeVisible();
  expect(await dialog.findByText('ห่างขอบซ้าย 3.5 ซม. ขอบบน 23.7 ซม.')).toBeVisible();
});

test('a stamp on a scanned page asks to be looked at; whose stamp is not there moves none', async () => {
  show({ stamps: async () => build([stamp({ found: 'unseen' })]) }, letter({ numbers: [number({ stampFound: 'unseen' })] }));
  expect(await screen.findByText('ตำแหน่งตรารับยังไม่ได้ตรวจ')).toBeVisible();
  const { dialog } = await open();
  expect(await dialog.findByText(/หน้านี้เป็นภาพสแกน/)).toBeVisible();
});

test('who may not move it is not asked to', async () => {
  show({}, letter({ numbers: [number({ canMoveStamp: false, stampFound: 'unseen' })] }));
  expect(await screen.findByRole('button', { name: 'ดูต้นฉบับ' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'ย้ายตรารับ' })).toBeNull();
  expect(screen.queryByText('ตำแหน่งตรารับยังไม่ได้ตรวจ')).toBeNull();
});
