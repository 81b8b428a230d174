import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { OfficeBooks } from '#domain/contracts/office-books';
import { buildSession, ID, office, post, unit } from '../../testing/builders';
import { fill, refusal, renderAdmin } from '../../testing/render-admin';
import type { Organisation } from './types';

const organisation: Organisation = {
  office: {
    id: office.id, code: 'lopburi', name: office.name, short: 'สนจ.', rev: 0, kind: 'province', parentId: null, agencyCode: 'ลบ', unitCode: '0017', headTitle: 'ผู้ว่า', address: '', phone: '', email: '', isLinked: true,
    registryUnitId: null, fallbackPostId: null, secretRegistrarPostId: null, processOwnerPostId: null, validFrom: '2020-01-01', validTo: null, state: 'inForce',
  },
  units: [{ ...unit, rev: 0, parentId: null, short: '', letterCode: null, phone: '', sortOrder: 0, validFrom: '2020-01-01', validTo: null, state: 'inForce', isRegistry: false }],
  posts: [],
};
const BOOK: OfficeBooks['items'][number] = {
  id: ID.command, rev: 3, kind: 'send', name: { th: 'ทะเบียนหนังสือส่ง', en: '' }, unit: null, post: null, issuerName: '', committeeCode: '', pattern: '{code}/{n}', patternsToCome: [{ fromDay: '2027-01-01', pattern: '{n}/{year}' }],
  isHeld: false, isTest: false, sharesSeriesOf: null, validFrom: '2020-01-01', validTo: null, state: 'inForce', lastNo: 122, rules: [], takers: [{ id: post.id, code: 'c', title: post.title, unit: null, officeId: office.id }],
};
const BOOKS: OfficeBooks = { codes: { agencyCode: 'ลบ', unitCode: '0017' }, yearBe: 2569, items: [BOOK] };

async function open(name: string, acts: object) {
  const session = buildSession({ can: ['organisation'] });
  renderAdmin({
    path: '/organisation?tab=books',
    api: { me: async () => ({ ...session, posts: session.posts.map((each) => ({ ...each, roles: ['office_admin' as const] })) }), organisation: async () => organisation, officeBooks: async () => BOOKS, ...acts },
  });
  const button = await screen.findByRole('button', { name });
  await waitFor(() => expect(button.hasAttribute('disabled')).toBe(false));
  fireEvent.click(button);
  return within(await screen.findByRole('dialog'));
}
const save = (dialog: ReturnType<typeof within>) => fireEvent.click(dialog.getByRole('button', { name: 'บันทึก' }));

test('the next number is shown as it will be printed, while one types; a pattern that cannot be printed is said and not sent', async () => {
  const createBook = jest.fn(async () => BOOKS);
  const dialog = await open('เพิ่มทะเบียน', { createBook });
  expect(dialog.getByText('เลขต่อไปจะพิมพ์ว่า ลบ 0017/1')).toBeTruthy();
  fill(dialog.getByLabelText(/^ชื่อ \(ไทย\)/), 'ทะเบียนคำสั่ง');
  fill(dialog.getByLabelText(/^รูปแบบเลข/), '{n}-{year}');
  expect(dialog.getByText('เลขต่อไปจะพิมพ์ว่า 1-2569')).toBeTruthy();
  fill(dialog.getByLabelText(/^รูปแบบเลข/), '{year}');
  save(dialog);
  await waitFor(() => expect(dialog.getByLabelText(/^รูปแบบเลข/).getAttribute('aria-invalid')).toBe('true'));
  expect(createBook).not.toHaveBeenCalled();
  fill(dialog.getByLabelText(/^รูปแบบเลข/), '{n}-{year}');
  fireEvent.click(dialog.getByRole('button', { name: 'เพิ่มแถว' }));
  save(dialog);
  await waitFor(() => expect(createBook).toHaveBeenCalledWith({ body: expect.objectContaining({ officeId: office.id, kind: 'send', nameTh: 'ทะเบียนคำสั่ง', pattern: '{n}-{year}', rules: [{ letterKind: null, signerPostId: null, ownerUnitId: null }] }) }));
});

test('what is refused is said at its field, and what was typed stays', async () => {
  const dialog = await open('เพิ่มทะเบียน', { createBook: () => Promise.reject(refusal(409, 'BOOK_EXISTS', { field: 'kind' })) });
  fill(dialog.getByLabelText(/^ชื่อ \(ไทย\)/), 'ทะเบียนส่งอีกเล่ม');
  save(dialog);
  expect((await dialog.findByRole('alert')).textContent).toContain('มีทะเบียนชนิดนี้ของผู้ออกเลขเดียวกันอยู่แล้ว');
  expect(dialog.getByLabelText<HTMLInputElement>(/^ชื่อ \(ไทย\)/).value).toBe('ทะเบียนส่งอีกเล่ม');
});

test('a pattern is changed from a day, over the revision that was seen; numbers go on in this year', async () => {
  const setBookPattern = jest.fn(async () => BOOKS);
  const dialog = await open('เปลี่ยนรูปแบบเลข ทะเบียนหนังสือส่ง', { setBookPattern });
  expect(screen.getByText(/ตั้งแต่ 1 ม.ค. 70: เลข\/ปี พ.ศ./)).toBeTruthy();
  expect(dialog.getByText('เลขต่อไปจะพิมพ์ว่า ลบ 0017/123')).toBeTruthy();
  fill(dialog.getByLabelText(/^รูปแบบเลข/), '{code}/ส {n}');
  save(dialog);
  await waitFor(() => expect(setBookPattern).toHaveBeenCalledWith({ params: { id: BOOK.id }, body: { rev: 3, fromDay: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), pattern: '{code}/ส {n}' } }));
});

test('a book that cannot be closed says what stands in the way', async () => {
  const dialog = await open('ปิด ทะเบียนหนังสือส่ง', { closeBook: () => Promise.reject(refusal(409, 'BOOK_IN_USE', { used: { reserved: 2 } })) });
  fireEvent.click(dialog.getByRole('button', { name: 'ปิด' }));
  expect(await dialog.findByText('เลขที่จองไว้ยังไม่ใช้ 2 เลข')).toBeTruthy();
});
