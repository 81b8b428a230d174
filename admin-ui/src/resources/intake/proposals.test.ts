import { readLetter } from '#domain/intake/read-letter';
import { type TextRun, toLines } from '#domain/intake/page-lines';
import { EMPTY_INTAKE, isComplete, nextStart, toIntakeBody } from './intake-form';
import { openProposals, proposalsOf } from './proposals';

const run = (text: string, y: number, x = 85): TextRun => ({ text, x, y, w: text.length * 8, h: 16 });
const page = [run('ที่ มท 0310.1/25', 700), run('กรมการปกครอง', 700, 340), run('20 พฤศจิกายน 2569', 660, 320), run('เรื่อง ขอความร่วมมือ', 630), run('อ้างถึง หนังสือจังหวัด ที่ ลบ 0017.2/9 ลงวันที่ 1 ต.ค. 2569', 600)];
const read = (runs: readonly TextRun[]) => readLetter(toLines(runs, 1), { heightPt: 842 });

test('what was read is proposed as the form would hold it, and is done once the form says so', () => {
  const proposals = proposalsOf(read(page), EMPTY_INTAKE);
  const patch = Object.assign({}, ...openProposals(proposals).map((each) => each.patch)) as object;
  expect(patch).toEqual({ theirNo: 'มท 0310.1/25', theirDate: '2026-11-20', fromText: 'กรมการปกครอง', subject: 'ขอความร่วมมือ', references: 'ลบ 0017.2/9 ลงวันที่ 1 ต.ค. 69' });
  expect(openProposals(proposalsOf(read(page), { ...EMPTY_INTAKE, ...patch }))).toEqual([]);
});

test('the highest class is never put into the form', () => {
  const [proposal] = openProposals(proposalsOf(read([run('ลับที่สุด', 820, 280), ...page]), EMPTY_INTAKE)).filter(({ field }) => field === 'secrecy');
  expect(proposal?.patch).toBeNull();
});

test('references are sent with their days, and the register is asked before the same letter is taken again', () => {
  const body = toIntakeBody({ ...EMPTY_INTAKE, references: 'ลบ 0017.2/9 ลงวันที่ 1 ต.ค. 69\nหนังสือลับ' }, []);
  expect(body).toMatchObject({ onSame: 'refuse', references: [{ letterNo: 'ลบ 0017.2/9', date: '2026-10-01', letterId: null }, { letterNo: 'หนังสือลับ', date: null, letterId: null }] });
});

test('the next form keeps what was pinned, and how the letter came', () => {
  const values = { ...EMPTY_INTAKE, fromText: 'กรมการปกครอง', theirNo: 'มท 1/1', theirDate: '2026-11-20', subject: 'เรื่อง', channel: 'post' as const, postId: 'p' };
  expect(nextStart(values, ['fromText'])).toEqual({ ...EMPTY_INTAKE, fromText: 'กรมการปกครอง', channel: 'post', postId: 'p' });
  expect(nextStart(values, [])).toEqual({ ...EMPTY_INTAKE, channel: 'post', postId: 'p' });
});

test('a letter is complete with sender, addressee and subject; a sealed item without a subject', () => {
  const values = { ...EMPTY_INTAKE, fromText: 'ก', toText: 'ข' };
  expect([isComplete(values), isComplete({ ...values, isSealed: true }), isComplete({ ...values, subject: 'ค' })]).toEqual([false, true, true]);
});
