/** Two versions of a draft beside each other: what was taken out, what was added, the note of whoever sent it back, and the files. */
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { LetterPage } from '#domain/contracts/letter-page';
import { buildLetter, ID } from '../../../testing/builders';
import { renderAdmin } from '../../../testing/render-admin';
import { comparable } from './VersionsPanel';

const file = (id: string, name: string, isSuperseded = false): LetterPage['documents'][number] => ({
  id, role: 'enclosure', name, mime: 'image/png', sizeBytes: 9, sha256: '', pages: null, places: [], sourceId: null, uploadedBy: null, uploadedAt: '2026-11-20T03:00:00.000Z', isSuperseded, href: `/${name}`,
});
const [OLD, NEW] = [file(ID.command, 'เดิม.png', true), file(ID.route, 'ใหม่.png')];
const version = (no: number, change: Partial<LetterPage['versions'][number]> = {}): LetterPage['versions'][number] => ({
  version: no, why: 'submitted', by: { id: ID.person, name: { th: 'เจ้าหน้าที่', en: '' } }, post: null, at: '2026-11-20T03:00:00.000Z', subject: 'ขอให้รายงานผล', toText: 'ผู้ว่าราชการจังหวัด', body: 'ข้อความแรก', enclosureList: [], dateAsked: null,
  returnedNote: null, documentIds: [OLD.id], ...change,
});
const draft = (part: Partial<LetterPage> = {}): LetterPage => buildLetter({
  direction: 'outgoing', subject: 'ขอให้รายงานผล', toText: 'ผู้ว่าราชการจังหวัด', body: 'ข้อความสาม', documents: [OLD, NEW],
  versions: [version(2, { why: 'amended', body: 'ข้อความสอง', returnedNote: "แก้คำของ O'Brien", documentIds: [NEW.id] }), version(1)], ...part,
});
const show = async (letter: LetterPage) => {
  renderAdmin({ path: `/letters/${ID.letter}?tab=versions`, api: { getLetter: async () => letter } });
  return within(await screen.findByRole('region', { name: 'เทียบฉบับแก้ไข' }));
};

test('versions stand in their order, and the draft as it is now comes last where it has been changed since', () => {
  expect(comparable(draft()).map(({ version: no, why }) => [no, why])).toEqual([[1, 'submitted'], [2, 'amended'], [3, 'current']]);
  expect(comparable(draft({ body: 'ข้อความสอง' })).map(({ why }) => why)).toEqual(['submitted', 'amended']);
});

test.each<[string, Partial<LetterPage>]>([
  ['has ended', { status: 'ended' }],
  ['is signed', { signature: {} as LetterPage['signature'] }],
  ['came in', { direction: 'incoming' }],
])('a letter that %s has no version of now', (_what, part) => {
  expect(comparable(draft(part)).map(({ why }) => why)).toEqual(['submitted', 'amended']);
});

test('a change of files alone is a version too', () => {
  expect(comparable(draft({ body: 'ข้อความสอง', documents: [OLD] })).map(({ why }) => why)).toEqual(['submitted', 'amended', 'current']);
});

test('the two latest are compared first; another pair may be chosen, and the note of who sent it back stands above', async () => {
  const panel = await show(draft());
  expect(panel.getByText('สอง').tagName).toBe('DEL');
  expect(panel.getByText('สาม').tagName).toBe('INS');
  expect(panel.getByRole('alert').textContent).toContain("ฉบับที่ 2 ถูกส่งกลับ: แก้คำของ O'Brien");
  await userEvent.click(panel.getByRole('combobox', { name: 'ฉบับก่อน' }));
  await userEvent.click(await screen.findByRole('option', { name: /^ฉบับที่ 1 · เสนอ · เจ้าหน้าที่/ }));
  expect(panel.getByText('แรก').tagName).toBe('DEL');
  expect(panel.queryByRole('alert')).toBeNull();
});

test('of the files of a version it says by a word which came and which went', async () => {
  const panel = await show(draft({ body: 'ข้อความสอง' }));
  expect(panel.getByText(/· นำออกแล้ว/).textContent).toContain('เดิม.png');
  expect(panel.getByText(/· เพิ่มใหม่/).textContent).toContain('ใหม่.png');
});

test('one version alone is compared with nothing', async () => {
  renderAdmin({ path: `/letters/${ID.letter}?tab=versions`, api: { getLetter: async () => draft({ versions: [version(1)], body: 'ข้อความแรก', documents: [{ ...OLD, isSuperseded: false }] }) } });
  await screen.findByRole('heading', { level: 1 });
  expect(screen.queryByRole('region', { name: 'เทียบฉบับแก้ไข' })).toBeNull();
});
