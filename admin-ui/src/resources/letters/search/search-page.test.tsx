import '@testing-library/jest-dom';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { FoundLetter, SavedSearch, SearchPage } from '#domain/contracts/search';
import type { SarabanDataProvider } from '../../../providers/data/data-provider';
import { ID, office, post } from '../../../testing/builders';
import { fill, renderAdmin } from '../../../testing/render-admin';

const letter: FoundLetter = {
  id: ID.letter, direction: 'incoming', kind: 'external_letter', subject: 'การเตรียมรับน้ำท่วมฉับพลัน', isSealed: false, fromText: 'กรมชลประทาน', toText: '', letterNo: null, letterDate: null, theirNo: 'กษ 0326.1/123', theirDate: '2026-10-05',
  receiveNo: '45', receivedAt: null, createdAt: '2026-10-06T03:00:00.000Z', endedAt: null, urgency: 'urgent', secrecy: 'none', status: 'running', outcome: null, office, ownerUnit: null, isOverdue: false,
  holders: [{ post: post.title, unit: post.unit!, since: '2026-10-07T03:00:00.000Z', phone: '0 3677 0151', taskKind: 'work' }], snippet: 'เครื่องสูบน้ำขนาด 12 นิ้ว', earlier: null,
};
const page: SearchPage = {
  items: [letter], total: 1, isMore: false, nextCursor: null,
  facets: [{ facet: 'year', values: [{ value: '2569', name: null, n: 3 }, { value: '2568', name: null, n: 2 }] }, { facet: 'bookId', values: [{ value: ID.person, name: { th: 'ทะเบียนหนังสือรับ', en: '' }, n: 4 }, { value: ID.post, name: { th: 'ทะเบียนหนังสือส่ง', en: '' }, n: 1 }] }],
  understood: { numbers: [], words: ['น้ำท่วม'], days: { text: 'เดือนที่แล้ว', from: '2026-10-01', to: '2026-10-31' }, urgency: null },
};
const none: SearchPage = { items: [], total: 0, isMore: false, nextCursor: null, facets: [], understood: { numbers: [], words: [], days: null, urgency: null } };

function show(path: string, api: Partial<SarabanDataProvider> = {}) {
  const searchLetters = jest.fn<ReturnType<SarabanDataProvider['searchLetters']>, Parameters<SarabanDataProvider['searchLetters']>>(async () => page);
  renderAdmin({ path, api: { searchLetters, savedSearches: async () => ({ items: [] }), ...api } });
  return searchLetters;
}
const main = async () => within(await screen.findByRole('main'));

test('what was found says who has it, since when and the telephone, with the words marked and the piece of the file', async () => {
  const asked = show('/search?q=น้ำท่วม เดือนที่แล้ว');
  const results = within(await screen.findByRole('region', { name: 'ผลการค้นหา' }));
  expect(results.getByRole('link', { name: 'การเตรียมรับน้ำท่วมฉับพลัน' })).toHaveAttribute('href', expect.stringContaining(`/letters/${ID.letter}`));
  expect(results.getByText('น้ำท่วม').tagName).toBe('MARK');
  expect(results.getByText(/อยู่ที่ เจ้าพนักงานธุรการ ตั้งแต่/)).toBeVisible();
  expect(results.getByRole('link', { name: 'โทร. 0 3677 0151' })).toHaveAttribute('href', 'tel:036770151');
  expect(results.getByText('เครื่องสูบน้ำขนาด 12 นิ้ว')).toBeVisible();
  expect((await main()).getByText(/ระบบเข้าใจว่า.*1 ต.ค. 69 ถึง 31 ต.ค. 69/)).toBeVisible();
  expect(asked.mock.calls[0]?.[0].query).toEqual({ q: 'น้ำท่วม เดือนที่แล้ว', limit: 25 });
});

test('a facet narrows by its address and lets go again', async () => {
  const asked = show('/search?q=น้ำท่วม');
  await userEvent.click(await screen.findByRole('button', { name: '2568 (2 ฉบับ)' }));
  await waitFor(() => expect(asked.mock.lastCall?.[0].query).toEqual({ q: 'น้ำท่วม', year: '2568', limit: 25 }));
  await userEvent.click(await screen.findByRole('button', { name: 'ล้างตัวกรองทั้งหมด' }));
  await waitFor(() => expect(screen.getByRole('button', { name: '2568 (2 ฉบับ)' })).toHaveAttribute('aria-pressed', 'false'));
});

test('an empty page shows what can be typed; an example is asked for at once', async () => {
  const asked = show('/search');
  await userEvent.click(await screen.findByRole('button', { name: 'เลขรับ 45' }));
  await waitFor(() => expect(asked.mock.lastCall?.[0].query).toEqual({ q: 'เลขรับ 45', limit: 25 }));
});

test('nothing found says so and what to do', async () => {
  show('/search?q=ก', { searchLetters: async () => none });
  expect(await screen.findByText('ไม่พบหนังสือตามคำค้น')).toBeVisible();
  expect(screen.getByText(/ลองใช้คำที่สั้นลง/)).toBeVisible();
});

test('Enter in the box finds', async () => {
  const asked = show('/search');
  fill(await screen.findByRole('searchbox', { name: /เลขที่ คำในเรื่อง/ }), 'งบ');
  await userEvent.click(screen.getByRole('button', { name: 'ค้นหา' }));
  await waitFor(() => expect(asked.mock.lastCall?.[0].query).toEqual({ q: 'งบ', limit: 25 }));
});

test('a search is kept for oneself or the office, opened again and taken away', async () => {
  const saved: SavedSearch = { id: ID.command, name: 'งบเดือนนี้', query: { q: 'งบ', status: 'running' }, isMine: true, office, owner: { th: 'ก', en: '' } };
  const saveSearch = jest.fn<ReturnType<SarabanDataProvider['saveSearch']>, Parameters<SarabanDataProvider['saveSearch']>>(async () => ({ items: [saved] }));
  const deleteSavedSearch = jest.fn<ReturnType<SarabanDataProvider['deleteSavedSearch']>, Parameters<SarabanDataProvider['deleteSavedSearch']>>(async () => ({ items: [] }));
  const asked = show('/search?q=น้ำท่วม', { saveSearch, deleteSavedSearch });
  await userEvent.click(await screen.findByRole('button', { name: 'เก็บการค้นหานี้' }));
  const dialog = within(await screen.findByRole('dialog'));
  fill(dialog.getByRole('textbox', { name: /ชื่อ/ }), 'งบเดือนนี้');
  await userEvent.click(dialog.getByRole('combobox'));
  await userEvent.click(await screen.findByRole('option', { name: /จังหวัดลพบุรี/ }));
  await userEvent.click(dialog.getByRole('button', { name: 'เก็บ' }));
  await userEvent.click(await screen.findByRole('button', { name: /^งบเดือนนี้/ }));
  expect(saveSearch.mock.calls[0]?.[0].body).toEqual({ name: 'งบเดือนนี้', query: { q: 'น้ำท่วม' }, officeId: ID.office });
  await waitFor(() => expect(asked.mock.lastCall?.[0].query).toEqual({ q: 'งบ', status: 'running', limit: 25 }));
  await userEvent.click(screen.getByRole('button', { name: 'ลบการค้นหา “งบเดือนนี้”' }));
  await waitFor(() => expect(deleteSavedSearch.mock.calls[0]?.[0]).toEqual({ params: { id: ID.command } }));
  await waitFor(() => expect(screen.queryByRole('button', { name: /^งบเดือนนี้/ })).not.toBeInTheDocument());
});
