import '@testing-library/jest-dom';
import { fireEvent, screen } from '@testing-library/react';
import { buildLetter, ID, post, unit } from '../../../testing/builders';
import { refusal, renderAdmin } from '../../../testing/render-admin';

const note = { seq: 1, no: 1, action: 'noted' as const, actor: { person: { id: ID.person, name: { th: 'มาลี', en: '' } }, post, capacity: 'own' as const, ownPost: null, orderNo: '' }, toUnits: [unit], toPosts: [], text: 'ทราบ', at: '2026-11-20T03:00:00.000Z' };
beforeAll(() => Object.assign(URL, { createObjectURL: () => 'blob:file', revokeObjectURL: () => undefined }));
const show = (part: Parameters<typeof buildLetter>[0], downloadFile = jest.fn(async () => ({ name: 'file.pdf', blob: new Blob(['%PDF']) }))) => {
  renderAdmin({ path: `/letters/${ID.letter}`, api: { getLetter: async () => buildLetter(part), downloadFile } });
  return downloadFile;
};

test('the whole file is printed, with a cover where that is asked for', async () => {
  const downloadFile = show({ endorsements: [note] });
  fireEvent.click(await screen.findByRole('button', { name: 'พิมพ์ทั้งแฟ้ม' }));
  fireEvent.click(screen.getByRole('button', { name: 'พิมพ์ทั้งแฟ้มพร้อมใบปะหน้า' }));
  const file = { endpoint: 'printedFile', params: { letterId: ID.letter } };
  expect(downloadFile.mock.calls).toEqual([[file], [{ ...file, query: { cover: 'true' } }]]);
});

test('a file that is too long says so', async () => {
  show({ endorsements: [note] }, jest.fn(async () => Promise.reject(refusal(422, 'PRINT_TOO_LONG'))));
  fireEvent.click(await screen.findByRole('button', { name: 'พิมพ์ทั้งแฟ้ม' }));
  expect(await screen.findByText(/แฟ้มนี้เกิน 600 หน้า หรือ 100 MB จึงพิมพ์รวมไม่ได้/)).toBeVisible();
});

test.each([['an incoming letter without documents and notes', {}], ['an envelope', { isRevealed: false, isSealed: true, endorsements: [note] }]])('%s has no file to print', async (_, part) => {
  show(part);
  expect(await screen.findByRole('link', { name: 'พิมพ์ใบปะหน้า' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'พิมพ์ทั้งแฟ้ม' })).toBeNull();
});
