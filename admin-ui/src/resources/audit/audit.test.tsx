import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AuditEventView } from '#domain/contracts/audit';
import { buildSession, ID, post } from '../../testing/builders';
import { renderAdmin, type Overrides } from '../../testing/render-admin';

const event = (id: number, change: Partial<AuditEventView> = {}): AuditEventView => ({
  id, at: '2026-11-21T03:00:00.000Z', kind: 'letter.start', what: { th: 'เริ่มเรื่อง', en: 'Letter started' }, person: { id: ID.person, name: { th: 'เจ้าหน้าที่', en: '' } }, post,
  letter: { id: ID.letter, no: 'มท 0210/1', subject: null, canOpen: false }, details: [{ field: 'number', value: { th: '12', en: '12' } }], ...change,
});
const api = (change: Overrides = {}): Overrides => {
  const session = buildSession({ can: ['audit'] });
  return { me: async () => ({ ...session, posts: session.posts.map((each) => ({ ...each, roles: ['office_admin' as const] })) }), ...change };
};

test('an event says who, in which post, on which letter and what; a letter that one may not know is no link', async () => {
  renderAdmin({ path: '/audit', api: api({ auditTrail: async () => ({ officeId: ID.office, items: [event(2, { letter: { id: ID.letter, no: 'มท 0210/2', subject: 'รายงานผล', canOpen: true } }), event(1)], nextCursor: null }) }) });
  const [first, second] = await screen.findAllByText('เริ่มเรื่อง');
  const open = first!.closest('li')!;
  expect(within(open).getByRole('link', { name: 'ที่ มท 0210/2 · รายงานผล' }).getAttribute('href')).toContain(ID.letter);
  const closed = second!.closest('li')!;
  expect(within(closed).getByText('ที่ มท 0210/1')).toBeTruthy();
  expect(within(closed).queryByRole('link')).toBeNull();
  expect(within(closed).getByText('เลข: 12')).toBeTruthy();
});

test('what is asked for goes to the API and into the file’s address', async () => {
  const auditTrail = jest.fn(async () => ({ officeId: ID.office, items: [], nextCursor: null }));
  renderAdmin({ path: '/audit?group=people&from=2026-11-01', api: api({ auditTrail }) });
  expect(await screen.findByText('ไม่พบเหตุการณ์ตามเงื่อนไข')).toBeTruthy();
  expect(auditTrail).toHaveBeenCalledWith(expect.objectContaining({ query: expect.objectContaining({ group: 'people', from: '2026-11-01', officeId: ID.office }) }));
  const href = screen.getByRole('link', { name: 'ส่งออกเป็น Excel' }).getAttribute('href');
  expect(href).toContain('group=people');
  expect(href).toContain('format=xlsx');
});

test('more is fetched after the last one', async () => {
  const auditTrail = jest.fn(async ({ query }: { query?: { cursor?: string | undefined } | undefined }) => (query?.cursor === 'next' ? { officeId: ID.office, items: [event(1, { what: { th: 'ปิดเรื่อง', en: '' } })], nextCursor: null } : { officeId: ID.office, items: [event(2)], nextCursor: 'next' }));
  renderAdmin({ path: '/audit', api: api({ auditTrail }) });
  await userEvent.click(await screen.findByRole('button', { name: 'แสดงเพิ่ม' }));
  expect(await screen.findByText('ปิดเรื่อง')).toBeTruthy();
});
