import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { buildSession, ID, office } from '../../../testing/builders';
import { renderAdmin } from '../../../testing/render-admin';
import { draftView, whole } from '../testing';

const words = (th: string) => ({ th, en: '' });
const VERSION = '00000000-0000-4000-8000-000000000001';
const ROUTE = '00000000-0000-4000-8000-00000000000a';
const inForce = { id: VERSION, routeId: ROUTE, version: 3, sha256: 'x', state: 'inForce', from: '2026-11-20T03:00:00.000Z', until: null, publishedAt: '2026-11-20T03:00:00.000Z', author: null, approver: null, note: '', openLetters: 0 };
const designs = {
  office, canDesign: true, canSetRules: false, rules: { fourEyes: true, offersTemplates: false },
  routes: [{ id: ROUTE, code: 'incoming', name: words('รับหนังสือ'), inForce, next: null, myDraft: null, otherDrafts: 0, proposal: null }],
  newRoutes: [{ code: 'mine', name: words('เวียนภายใน'), author: { id: ID.person, name: words('สมชาย') }, isMine: true, draft: { id: ID.letter, rev: 1, updatedAt: '2026-11-20T03:00:00.000Z' }, proposal: null }],
};

function open(path = '/routes', more: object = {}) {
  const started: unknown[] = [];
  renderAdmin({
    path,
    api: {
      me: async () => buildSession({ can: ['routes'] }),
      routeDesigns: (async () => designs) as never,
      routeVersion: (async () => ({ route: {}, canDesign: true, version: inForce, definition: whole, layout: {} })) as never,
      routeDraft: (async () => draftView({ ...whole, name: 'เวียนภายใน' })) as never,
      routeDraftCases: (async () => ({ items: [], canEdit: true })) as never,
      listPosts: (async () => ({ items: [{ id: ID.post, code: 'clerk', title: words('เจ้าพนักงานธุรการ'), unit: null, officeId: office.id }] })) as never,
      startRouteDraft: (async (args: { body: unknown }) => {
        started.push(args.body);
        return draftView(whole);
      }) as never,
      ...more,
    },
  });
  return started;
}
const results = () => screen.findByRole('region', { name: 'ผลการค้นหาในทุกเส้นทาง' });

test('a post is found in every route that asks it, in versions in force and in my drafts, with what was said of it', async () => {
  const user = userEvent.setup();
  open();
  await user.type(await screen.findByRole('searchbox', { name: /ค้นหาในทุกเส้นทาง/ }), 'เจ้าพนักงานธุรการ');
  await waitFor(async () => expect(within(await results()).getByRole('status').textContent).toBe('พบ 2 ขั้นใน 2 แผนผัง'));
  const links = within(await results()).getAllByRole('link', { name: 'เสนอเรื่อง' }).map((link) => link.getAttribute('href'));
  expect(links).toEqual([`/routes/drafts/${ID.letter}?step=work`, `/routes/${ROUTE}/versions?version=${VERSION}&step=work`]);
  expect((await results()).textContent).toContain('เจ้าพนักงานธุรการ');
});

test('the next version is begun at the step that was found', async () => {
  const user = userEvent.setup();
  const started = open('/routes?q=เสนอเรื่อง');
  await user.click(within(await results()).getByRole('button', { name: 'แก้ไขเป็นฉบับใหม่: เสนอเรื่อง' }));
  expect(started).toEqual([{ officeId: office.id, from: { kind: 'version', versionId: VERSION } }]);
});

test('an address that names a step opens the draft with it selected', async () => {
  open(`/routes/drafts/${ID.letter}?view=outline&step=work`);
  const list = await screen.findByRole('list', { name: 'เค้าโครงเส้นทาง' });
  await waitFor(() => expect(within(list).getByRole('button', { current: 'step' }).textContent).toContain('เสนอเรื่อง'));
});

test('what is in no route says so, and an emptied field shows the routes again', async () => {
  const user = userEvent.setup();
  open('/routes?q=ไม่มีคำนี้');
  expect(await screen.findByText('ไม่พบในเส้นทางใด')).toBeTruthy();
  await user.clear(screen.getByRole('searchbox', { name: /ค้นหาในทุกเส้นทาง/ }));
  expect(await screen.findByText('รับหนังสือ')).toBeTruthy();
});
