/** The product's main job over HTTP: a letter from the Office of the Permanent Secretary through a province and back. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EntryView } from '#domain/contracts/books';
import type { LetterPage } from '#domain/contracts/letter-page';
import type { Uploaded } from '#domain/contracts/documents';
import { bookId, postId, unitId } from '#db/seeds/insert-offices';
import { projectRoot } from '#platform/project-root';
import { act, ok, ownPost, page, taskOn, type Done, type InboxAnswer } from '#test/support/letter-steps';
import { openWholeApp, signIn, type Person } from '#test/support/test-app';
import { eventually } from '#test/support/worker-stack';

jest.setTimeout(180_000);
let whole: Awaited<ReturnType<typeof openWholeApp>>;
beforeAll(async () => {
  whole = await openWholeApp();
}, 180_000);
afterAll(() => whole.close());

const inbox = async (person: Person): Promise<InboxAnswer['items']> => ok(await person.get<InboxAnswer>('/tasks')).items;
/** The letter of a subject in somebody's inbox, once it is there. */
const arrives = (person: Person, subject: string): Promise<string> =>
  eventually(async () => (await inbox(person)).find((item) => item.subject === subject)?.letterId, `${subject} for ${person.login}`);

test('a letter goes from OPS through Lop Buri and back, and each office sees of the other what it may', async () => {
  const people = ['ops.ict.officer', 'ops.ict.section-head', 'ops.ict.director', 'ops.deputy-ps-2', 'ops.registry.clerk', 'lopburi.registry.clerk', 'lopburi.office-head', 'lopburi.deputy-governor-1', 'lopburi.governor', 'lopburi.strategy.head', 'lopburi.strategy.officer', 'lopburi.ict.head'];
  const [officer, section, director, deputy, opsClerk, clerk, officeHead, acting, governor, strategyHead, strategyOfficer, ictHead] = (await Promise.all(people.map((login) => signIn(whole, login)))) as [
    Person, Person, Person, Person, Person, Person, Person, Person, Person, Person, Person, Person,
  ];

  // 1. OPS drafts, the director returns it once and amends it, the deputy signs; it is numbered and sent.
  const subject = 'ขอให้รายงานผลการใช้ระบบสารบรรณอิเล็กทรอนิกส์';
  const pdf = await readFile(join(projectRoot(), 'platform/pdf/fixtures/linearised.pdf'));
  const enclosure = ok(await officer.upload<Uploaded>('/documents?role=enclosure&name=form.pdf', pdf)).document;
  const draft = {
    type: 'outgoing', kind: 'external_letter', urgency: 'urgent', subject, body: 'ด้วยสำนักงานปลัดกระทรวงมหาดไทยได้นำระบบสารบรรณอิเล็กทรอนิกส์มาใช้', dateAsked: '2027-01-15',
    enclosureList: ['แบบรายงาน'], recipients: [{ officeCode: 'lopburi', role: 'lead' }], documents: [{ documentId: enclosure.id, role: 'enclosure' }], postId: (await ownPost(officer)).id,
  };
  const outgoing = ok(await officer.post<Done>('/letters', draft)).letterId;
  ok(await act(officer, outgoing, { outcome: 'submit' }));
  ok(await act(section, outgoing, { outcome: 'approve' }));
  ok(await act(director, outgoing, { outcome: 'return', returnTo: 'draft', note: 'โปรดระบุกำหนดวันรายงาน' }));
  ok(await act(officer, outgoing, { outcome: 'submit', text: { body: 'ด้วยสำนักงานปลัดกระทรวงมหาดไทย… ภายในวันที่ 15 มกราคม 2570' } }));
  ok(await act(section, outgoing, { outcome: 'approve' }));
  ok(await act(director, outgoing, { outcome: 'amend', text: { subject: `${subject} ประจำปี` } }));
  const title = `${subject} ประจำปี`;
  const signed = ok(await act(deputy, outgoing, { outcome: 'sign', signature: { password: 'saraban-demo' } }));
  const letterNo = signed.numbers[0]!.printed;
  expect(letterNo).toMatch(/^มท 0210(\.\d)?\/\d+$/);

  // 2. It arrives at Lop Buri by itself; the clerk registers it and proposes a unit; the acting deputy directs it.
  const incoming = await arrives(clerk, title);
  expect(await page(clerk, incoming)).toMatchObject({ theirNo: letterNo, urgency: 'urgent', dateAsked: '2027-01-15', cameBy: { office: { code: 'ops' }, letterNo, dueOn: '2027-01-15' }, documents: expect.any(Array) });
  const registered = ok(await act(clerk, incoming, { outcome: 'register', facts: { proposedUnit: unitId('lopburi', 'strategy') } }));
  const receiveNo = registered.numbers[0]!.printed;
  ok(await act(officeHead, incoming, { outcome: 'approve', note: 'เห็นควรมอบกลุ่มงานยุทธศาสตร์ฯ' }));
  expect(await page(governor, incoming)).toMatchObject({ myTasks: [{ kind: 'assign' }] });
  ok(await clerk.post('/appointments', {
    personId: acting.personId, postId: postId('lopburi', 'governor'), ownPostId: postId('lopburi', 'deputy-governor-1'), capacity: 'acting_for', orderNo: '55/2569', validFrom: new Date(Date.now() - 1000).toISOString(),
  }));
  expect((await page(governor, incoming)).myTasks).toEqual([]);
  const directing = await taskOn(acting, incoming);
  expect(directing).toMatchObject({ capacity: 'acting_for', printedCapacity: 'รักษาราชการแทน', form: { dueSuggestion: { at: '2027-01-15' } } });
  const unit = (code: string) => directing.form.units.find((each) => each.code === code)!;
  expect(unit('strategy').isProposed).toBe(true);
  ok(await act(acting, incoming, {
    outcome: 'assign', action: 'assigned', note: 'ดำเนินการภายในกำหนด', due: { at: '2027-01-13' }, picks: [{ unitId: unit('strategy').id, role: 'main' }, { unitId: unit('ict').id, role: 'info' }],
  }));
  ok(await act(strategyHead, incoming, { outcome: 'approve', facts: { actingPerson: strategyOfficer.personId } }));

  // The officer answers it; a second group gives its opinion beside the review; the head of office corrects; the acting deputy signs.
  const working = await taskOn(strategyOfficer, incoming);
  expect(working).toMatchObject({ kind: 'work', form: { canReply: true } });
  const answer = ok(await strategyOfficer.post<Done>(`/letters/${incoming}/reply`, { postId: (await ownPost(strategyOfficer)).id, body: 'ขอรายงานผลการใช้ระบบ' })).letterId;
  expect(await page(strategyOfficer, answer)).toMatchObject({ subject: title, addressees: [{ officeCode: 'ops' }], references: [{ letterNo }], links: [{ letterId: incoming, kind: 'answers' }] });
  ok(await act(strategyOfficer, answer, { outcome: 'submit', facts: { proposedUnit: unitId('lopburi', 'ict') } }));
  ok(await act(ictHead, answer, { outcome: 'agree' }));
  ok(await act(strategyHead, answer, { outcome: 'approve' }));
  ok(await act(officeHead, answer, { outcome: 'amend', text: { body: 'ขอรายงานผลการใช้ระบบสารบรรณอิเล็กทรอนิกส์' } }));
  const answered = ok(await act(acting, answer, { outcome: 'sign', signature: { password: 'saraban-demo' } }));
  const answerNo = answered.numbers[0]!.printed;
  expect(answerNo).toMatch(/^ลบ 0017\.\d\/\d+$/);
  expect((await page(strategyOfficer, answer)).signature).toMatchObject({ capacity: 'acting_for', printedCapacity: 'รักษาราชการแทน' });
  // The work on the letter answered ends by itself.
  await eventually(async () => (await page(officeHead, incoming)).status === 'ended', 'the letter answered is closed');

  // 3. OPS sees the receive number in its send book, registers the answer, and the owner judges it.
  const entries = ok(await opsClerk.get<{ items: readonly EntryView[] }>(`/books/${await sendBook(opsClerk)}/years/${new Date().getUTCFullYear() + 543}/entries`)).items;
  expect(entries.find((entry) => entry.letterId === outgoing)).toMatchObject({ printed: letterNo, peers: [{ receiveNo }] });
  const reply = await arrives(opsClerk, title);
  const replyNo = ok(await act(opsClerk, reply, { outcome: 'register' })).numbers[0]!.printed;
  expect(replyNo).toMatch(/^\d+$/);
  const judging = await eventually(async () => (await page(officer, outgoing)).myTasks.find(({ kind }) => kind === 'judge'), 'the owner is asked to judge');
  expect(judging.form.outcomes.map(({ code }) => code)).toEqual(['full', 'partial', 'moreTime']);
  const toJudge = await page(officer, outgoing);
  expect(toJudge.deliveries).toMatchObject([{ office: { code: 'lopburi' }, status: 'answered', receiveNo, answerNo }]);
  const peer = toJudge.timeline.filter(({ isOwnOffice }) => !isOwnOffice);
  expect(peer.map(({ type, office }) => [type, office.code])).toEqual(expect.arrayContaining([['registered', 'lopburi'], ['answered', 'lopburi']]));
  expect(JSON.stringify(peer)).not.toMatch(/เห็นควรมอบ|ดำเนินการภายในกำหนด/);
  ok(await act(officer, outgoing, { outcome: 'full' }));
  expect(await page(officer, outgoing)).toMatchObject({ status: 'ended', outcome: 'closed' });

  // Neither office reads the other's letter.
  for (const [person, letterId] of [[officer, incoming], [director, answer], [clerk, outgoing], [acting, reply]] as const) {
    expect((await person.get(`/letters/${letterId}`)).statusCode).toBe(404);
  }
  await stamps(clerk, incoming);
});

const sendBook = async (person: Person): Promise<string> =>
  ok(await person.get<{ items: readonly { id: string; kind: string; unit: object | null }[] }>('/books')).items.find(({ kind, unit }) => kind === 'send' && unit === null)?.id ?? bookId('ops', 'send');

/** Every registry on the way stamped the first page; the letter as received is unchanged. */
async function stamps(person: Person, letterId: string): Promise<void> {
  const seen = await eventually(async () => {
    const found: LetterPage = await page(person, letterId);
    return found.documents.some(({ role }) => role === 'stamped') && found;
  }, 'the stamped PDF');
  const stamped = seen.documents.find(({ role, isSuperseded }) => role === 'stamped' && !isSuperseded)!;
  const content = await person.get(`/documents/${stamped.id}/content`);
  expect(content.raw.subarray(0, 5).toString()).toBe('%PDF-');
}
