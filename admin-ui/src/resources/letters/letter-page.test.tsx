import '@testing-library/jest-dom';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { LetterPage } from '#domain/contracts/letter-page';
import type { FoundLetter } from '#domain/contracts/search';
import type { SarabanDataProvider } from '../../providers/data/data-provider';
import { buildForm, buildLetter, buildOutcome, buildTask, ID, office, post } from '../../testing/builders';
import { fill, renderAdmin } from '../../testing/render-admin';

const show = (part: Partial<LetterPage>) => renderAdmin({ path: `/letters/${ID.letter}`, api: { getLetter: async () => buildLetter(part) } });
type Holder = LetterPage['holders'][number];
const holder = (next: Holder['next']): Holder => ({
  taskId: 'k9', rev: 0, kind: 'approve', nodeName: { th: 'เสนอหัวหน้า', en: '' }, posts: [post], persons: [], claimedBy: null, since: '2026-11-20T03:00:00.000Z', dueAt: null, isOverdue: false, firstReadAt: null, via: 'rule', can: [], next,
});

test.each([
  ['a step', [{ kind: 'step' as const, name: { th: 'ผู้ว่าราชการจังหวัดสั่งการ', en: '' }, outcome: null }], 'ถัดไป: ผู้ว่าราชการจังหวัดสั่งการ'],
  ['the unit that is chosen', [{ kind: 'unit' as const, name: null, outcome: null }], 'ถัดไป: ผู้ได้รับมอบหมาย'],
  ['one of two ways', [{ kind: 'step' as const, name: { th: 'ลงนาม', en: '' }, outcome: null }, { kind: 'end' as const, name: null, outcome: 'closed' as const }], 'ถัดไป: ลงนาม หรือ ปิดเรื่อง'],
])('one line says who holds it, since when, and what comes next: %s', async (_what, next, text) => {
  show({ holders: [holder(next)] });
  const group = await screen.findByRole('group', { name: 'ผู้ถือเรื่องขณะนี้' });
  expect(within(group).getByText(/อยู่ที่ เจ้าพนักงานธุรการ ตั้งแต่/)).toHaveTextContent(text);
});

test('who holds a letter is named once where the person is called like the post', async () => {
  show({ holders: [{ ...holder([]), persons: [{ id: ID.person, name: post.title, capacity: 'own' }] }] });
  const group = await screen.findByRole('group', { name: 'ผู้ถือเรื่องขณะนี้' });
  expect(within(group).getByText(/อยู่ที่/)).not.toHaveTextContent('(');
});

test('the timeline names the units and posts to which a letter was given', async () => {
  const to = { ...returned, action: 'assigned' as const, toUnits: [{ id: ID.unit, code: 'hr', name: { th: 'กลุ่มงานบริหารทรัพยากรบุคคล', en: '' } }], toPosts: [post] };
  const line: LetterPage['timeline'][number] = {
    at: returned.at, office, isOwnOffice: true, type: 'act', seq: 3, actor: returned.actor, nodeName: { th: 'หัวหน้าสำนักงานสั่งการ', en: '' }, outcome: 'assign', outcomeLabel: { th: 'สั่งการ', en: '' },
    numbers: [], note: null, unitInCharge: null, receiveNo: null, answerNo: null,
  };
  show({ endorsements: [to], timeline: [line, { ...line, seq: 4, outcomeLabel: { th: 'รับทราบ', en: '' } }] });
  await userEvent.click(await screen.findByRole('tab', { name: 'ลำดับเหตุการณ์' }));
  const lines = await screen.findAllByText(/หัวหน้าสำนักงานสั่งการ/);
  expect(lines.map((each) => each.textContent)).toEqual(['สั่งการ · หัวหน้าสำนักงานสั่งการ · ถึง กลุ่มงานบริหารทรัพยากรบุคคล, เจ้าพนักงานธุรการ', 'รับทราบ · หัวหน้าสำนักงานสั่งการ']);
});

test('notes can be printed as a sheet', async () => {
  show({ endorsements: [returned] });
  expect(await screen.findByRole('link', { name: 'พิมพ์แผ่นเกษียน' })).toHaveAttribute('href', expect.stringMatching(new RegExp(`/letters/${ID.letter}/endorsements$`)));
});

test('where there is no note yet, none is printed', async () => {
  show({});
  expect(await screen.findByText('ยังไม่มีการเกษียน')).toBeVisible();
  expect(screen.queryByRole('link', { name: 'พิมพ์แผ่นเกษียน' })).toBeNull();
});

test('a letter that waits without a task says at what', async () => {
  show({ waitsAt: [{ type: 'followUp', name: { th: 'ติดตามคำตอบ', en: '' }, next: [{ kind: 'end', name: null, outcome: 'closed' }] }] });
  expect(await screen.findByText(/รอที่ขั้น ติดตามคำตอบ/)).toHaveTextContent('ถัดไป: ปิดเรื่อง');
});

const draft = buildTask({ kind: 'draft', form: buildForm({ canEditDraft: true, outcomes: [buildOutcome('submit', 'เสนอ', { tone: 'primary' })] }) });
const version = { version: 1, why: 'submitted' as const, by: null, post: null, at: '2026-11-20T03:00:00.000Z', subject: 'ขอให้รายงานผล', toText: 'ผู้ว่าราชการจังหวัด', body: 'ข้อความเดิม', enclosureList: [], dateAsked: null, returnedNote: 'โปรดแก้คำ', documentIds: [] };
const returned: LetterPage['endorsements'][number] = { seq: 3, no: 1, action: 'returned', actor: { person: { id: ID.person, name: { th: 'ผู้อำนวยการ', en: '' } }, post, capacity: 'own', ownPost: null, orderNo: '' }, toUnits: [], toPosts: [], text: 'โปรดแก้คำ', at: '2026-11-20T04:00:00.000Z' };
/** A picture: the pages of a PDF are drawn by a browser only. */
const scan = { id: ID.command, role: 'main' as const, name: 'scan.png', mime: 'image/png', sizeBytes: 9, sha256: '', pages: null, places: [], sourceId: null, uploadedBy: null, uploadedAt: '2026-11-20T03:00:00.000Z', isSuperseded: false, href: '/scan' };
const outgoing = { documents: [scan], direction: 'outgoing' as const, subject: 'ขอให้รายงานผล', toText: 'ผู้ว่าราชการจังหวัด', endorsements: [returned], versions: [version] };

test('a returned draft shows the reason beside the text that came back and what has been changed in it', async () => {
  show({ ...outgoing, body: 'ข้อความใหม่', myTasks: [draft] });
  const section = within(await screen.findByRole('region', { name: 'ร่างถูกส่งกลับให้แก้ไข' }));
  expect(section.getAllByText(/โปรดแก้คำ/).length).toBeGreaterThan(0);
  expect(section.getByText(/เจ้าพนักงานธุรการ/)).toHaveTextContent('ผู้อำนวยการ');
  expect(section.getByText('เดิม').tagName).toBe('DEL');
  expect(section.getByText('ใหม่').tagName).toBe('INS');
});

test('whoever has not to correct it sees no reason to', async () => {
  show({ ...outgoing, body: 'ข้อความเดิม', myTasks: [] });
  await screen.findByRole('heading', { level: 1 });
  expect(screen.queryByRole('region', { name: 'ร่างถูกส่งกลับให้แก้ไข' })).not.toBeInTheDocument();
});

const found: FoundLetter = {
  id: ID.letter, office, direction: 'incoming' as const, kind: 'external_letter' as const, subject: 'ขอความอนุเคราะห์ข้อมูล', isSealed: false, fromText: 'เทศบาลเมืองลพบุรี', toText: '', letterNo: null, letterDate: null, theirNo: 'ลบ 52001/123', theirDate: null,
  receiveNo: '7', receivedAt: null, urgency: 'normal' as const, secrecy: 'none' as const, status: 'running' as const, outcome: null, ownerUnit: null, createdAt: '2026-11-20T03:00:00.000Z', endedAt: null, isOverdue: false, snippet: null, earlier: null,
  holders: [{ post: post.title, unit: { th: 'กลุ่มงานอำนวยการ', en: '' }, since: '2026-11-20T03:00:00.000Z', phone: '0 3677 0151', taskKind: 'work' }],
};
const nothing = { items: [], total: 0, isMore: false, nextCursor: null, facets: [], understood: { numbers: [], words: [], days: null, urgency: null } };
const finding: SarabanDataProvider['searchLetters'] = async ({ query }) => (query?.q === 'เทศบาล' ? { ...nothing, items: [found], total: 1, understood: { ...nothing.understood, words: ['เทศบาล'] } } : nothing);

test('the search finds letters from any page, marks what was found, and opens one', async () => {
  const searchLetters = jest.fn(finding);
  renderAdmin({ api: { searchLetters, getLetter: async () => buildLetter() } });
  const box = await screen.findByRole('combobox', { name: 'ค้นหาหนังสือ' });
  await userEvent.click(box);
  fill(box, 'เทศบาล');
  const option = await screen.findByRole('option', { name: /ขอความอนุเคราะห์ข้อมูล/ });
  expect(within(option).getByText('เทศบาล').tagName).toBe('MARK');
  expect(option).toHaveTextContent(/อยู่ที่ เจ้าพนักงานธุรการ ตั้งแต่ .* · โทร\. 0 3677 0151/);
  expect(searchLetters.mock.calls.map(([{ query }]) => query)).toEqual([{ q: 'เทศบาล', limit: 8, typing: 'true' }]);
  await userEvent.click(option);
  expect(await screen.findByRole('heading', { level: 1, name: 'ขอให้รายงานผล' })).toBeInTheDocument();
});

test('a search without result says so and what to do; slash leads to it', async () => {
  renderAdmin({ api: { searchLetters: finding } });
  const box = await screen.findByRole('combobox', { name: 'ค้นหาหนังสือ' });
  await userEvent.keyboard('[Slash]');
  await waitFor(() => expect(box).toHaveFocus());
  await userEvent.click(box);
  fill(box, 'ไม่มีคำนี้');
  expect(await screen.findByText(/ไม่พบหนังสือที่มี “ไม่มีคำนี้”/)).toHaveTextContent('ระบบค้นเฉพาะหนังสือที่ท่านมีสิทธิดู');
});

test('each notice says why it comes', async () => {
  const notice = { taskId: null, letterId: ID.letter, subject: 'ขอให้รายงานผล', letterNo: null, letters: [], route: null, createdAt: '2026-11-20T03:00:00.000Z', readAt: null };
  const title = { th: 'หัวหน้าสำนักงานจังหวัด', en: '' };
  renderAdmin({
    path: '/notices',
    api: {
      listNotices: async () => ({
        items: [
          { ...notice, id: ID.person, template: 'draftReturned', why: { part: 'drafter', post: null } },
          { ...notice, id: ID.post, template: 'taskReminder', why: { part: 'holder', post: { title, capacity: 'own' } } },
          { ...notice, id: ID.unit, template: 'taskOverdue', why: { part: 'superior', post: { title, capacity: 'acting_for' } } },
        ],
        total: 3, unread: 3, nextCursor: null,
      }),
    },
  });
  for (const text of ['เหตุที่ได้รับ: ท่านเป็นผู้ร่างหรือผู้เริ่มเรื่อง', 'เหตุที่ได้รับ: ท่านเป็นผู้ถือเรื่อง ในตำแหน่ง หัวหน้าสำนักงานจังหวัด', 'เหตุที่ได้รับ: ท่านเป็นผู้บังคับบัญชาของผู้ถือเรื่อง โดยรักษาราชการแทน หัวหน้าสำนักงานจังหวัด']) {
    expect(await screen.findByText(text)).toBeInTheDocument();
  }
});
