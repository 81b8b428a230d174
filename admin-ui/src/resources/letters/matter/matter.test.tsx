import '@testing-library/jest-dom';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Matter } from '#domain/contracts/matters';
import type { FoundLetter } from '#domain/contracts/search';
import { ApiError } from '../../../providers/data/api-error';
import { buildLetter, ID, office } from '../../../testing/builders';
import { renderAdmin } from '../../../testing/render-admin';

const OTHER = '11111111-1111-4111-8111-111111111112';
const LINK = '99999999-9999-4999-8999-999999999999';
const letter = (part: Partial<Matter['letters'][number]> = {}): Matter['letters'][number] => ({
  letterId: ID.letter, office, direction: 'incoming', kind: 'external_letter', secrecy: 'none', subject: 'ขอให้รายงานผล', letterNo: null, letterDate: null, theirNo: 'มท 0210.2/1', theirDate: '2026-11-19', receiveNo: '12',
  fromText: 'สำนักงานปลัดกระทรวงมหาดไทย', toText: 'ผู้ว่าราชการจังหวัดลพบุรี', status: 'running', outcome: null, at: '2026-11-20T03:00:00.000Z', holders: [{ post: { th: 'เจ้าพนักงานธุรการ', en: '' }, since: '2026-11-20T04:00:00.000Z' }], ...part,
});
const reply = letter({ letterId: OTHER, direction: 'outgoing', subject: 'รายงานผล', letterNo: 'ลบ 0017.2/9', theirNo: '', receiveNo: null, status: 'ended', outcome: 'closed', holders: [], at: '2026-11-21T03:00:00.000Z' });
const byHand: Matter['byHand'][number] = {
  id: LINK, fromLetterId: ID.letter, toLetterId: OTHER, fromName: 'มท 0210.2/1', toName: 'ลบ 0017.2/9', reason: 'เรื่องเดียวกัน', by: { id: ID.person, name: { th: 'มาลี', en: '' } }, at: '2026-11-21T04:00:00.000Z', removed: null,
};
const build = (part: Partial<Matter> = {}): Matter => ({ letterId: ID.letter, on: null, at: '2026-11-22T03:00:00.000Z', letters: [letter(), reply], exchanges: [], links: [], byHand: [], isCut: false, canLink: true, ...part });
const exchange: Matter['exchanges'][number] = {
  deliveryId: LINK, letterId: OTHER, side: 'sent', name: { th: 'กรมการปกครอง', en: '' }, number: '4711', at: '2026-11-20T12:00:00.000Z', status: 'registered', registeredAt: '2026-11-21T02:00:00.000Z', answerNo: null, answeredAt: null,
};
const show = (part: Partial<Matter> = {}, api: NonNullable<Parameters<typeof renderAdmin>[0]>['api'] = {}, query = '') => renderAdmin({ path: `/letters/${ID.letter}/matter${query}`, api: { matter: async () => build(part), ...api } });

test('the letters stand in order of time with number, office, holder and state, deliveries between them', async () => {
  show({ exchanges: [exchange], links: [{ fromLetterId: OTHER, toLetterId: ID.letter, kind: 'answers' }] });
  const rows = within(await screen.findByRole('list', { name: 'หนังสือในแฟ้ม' })).getAllByRole('listitem');
  expect(rows).toHaveLength(3);
  expect(rows[0]).toHaveTextContent(/จังหวัดลพบุรี.*ขอให้รายงานผล.*ที่ มท 0210\.2\/1.*เลขรับ 12.*อยู่ที่ เจ้าพนักงานธุรการ ตั้งแต่/);
  expect(rows[0]).toHaveAttribute('aria-current', 'true');
  expect(rows[1]).toHaveTextContent(/ส่งถึง กรมการปกครอง.*เลขรับที่ปลายทาง 4711/);
  expect(rows[2]).toHaveTextContent(/ที่ ลบ 0017\.2\/9.*ตอบหนังสือ มท 0210\.2\/1/);
  expect(within(rows[2]!).getByRole('link', { name: 'รายงานผล' })).toHaveAttribute('href', expect.stringContaining(`/letters/${OTHER}`));
});

test('of a past day it says so, and nothing is changed there', async () => {
  const matter = jest.fn(async () => build({ on: '2026-11-20', byHand: [byHand] }));
  show({}, { matter }, '?on=2026-11-20');
  expect(await screen.findByText(/เมื่อสิ้นวันที่ 20 พฤศจิกายน 2569/)).toBeVisible();
  expect(screen.getByText(/ในวันนั้นอยู่ที่ เจ้าพนักงานธุรการ/)).toBeVisible();
  expect(matter).toHaveBeenCalledWith(expect.objectContaining({ query: { on: '2026-11-20' } }));
  expect(screen.queryByRole('button', { name: 'เชื่อมกับหนังสืออื่น' })).toBeNull();
  expect(screen.queryByRole('button', { name: /ยกเลิกการเชื่อม/ })).toBeNull();
});

test('a day before the first letter says that there was none', async () => {
  show({ on: '2020-01-01', letters: [] }, {}, '?on=2020-01-01');
  expect(await screen.findByText('เมื่อสิ้นวันที่ 1 มกราคม 2563 ยังไม่มีหนังสือฉบับใดในแฟ้มนี้')).toBeVisible();
});

test('a letter is found by its number and linked with a reason; a refusal keeps what was typed', async () => {
  const found = { ...reply, id: LINK, subject: 'แผนงาน', isSealed: false, letterNo: 'ลบ 0017.2/77', earlier: null } as unknown as FoundLetter;
  const searchLetters = jest.fn(async () => ({ items: [found, { ...found, id: OTHER }], total: 2, isMore: false, nextCursor: null, facets: [], understood: { numbers: [], words: [], days: null, urgency: null } }));
  const linkLetter = jest.fn(async () => build()).mockRejectedValueOnce(new ApiError(409, { code: 'LINK_EXISTS', message: '', details: {}, requestId: 'r' }));
  show({}, { searchLetters, linkLetter });
  await userEvent.click(await screen.findByRole('button', { name: 'เชื่อมกับหนังสืออื่น' }));
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.click(dialog.getByRole('button', { name: 'เชื่อมกับหนังสืออื่น' }));
  expect(linkLetter).not.toHaveBeenCalled();
  await userEvent.type(dialog.getByRole('combobox'), '77');
  const options = await screen.findAllByRole('option');
  expect(options).toHaveLength(1);
  await userEvent.click(options[0]!);
  await userEvent.type(dialog.getByRole('textbox', { name: /เหตุผลที่เชื่อม/ }), 'เรื่องเดียวกัน');
  await userEvent.click(dialog.getByRole('button', { name: 'เชื่อมกับหนังสืออื่น' }));
  expect(await dialog.findByText(/หนังสือสองฉบับนี้เชื่อมกันไว้แล้ว/)).toBeVisible();
  expect(dialog.getByRole('textbox', { name: /เหตุผลที่เชื่อม/ })).toHaveValue('เรื่องเดียวกัน');
  await userEvent.click(dialog.getByRole('button', { name: 'เชื่อมกับหนังสืออื่น' }));
  expect(await screen.findByText('เชื่อมหนังสือแล้ว')).toBeVisible();
  expect(linkLetter).toHaveBeenLastCalledWith({ params: { letterId: ID.letter }, body: { letterId: LINK, reason: 'เรื่องเดียวกัน' } });
});

test('a link is taken away with a reason, and what was taken away stays to be read', async () => {
  const unlinkLetter = jest.fn(async () => build());
  const removed = { by: byHand.by, at: '2026-11-21T06:00:00.000Z', reason: 'ผิดฉบับ' };
  show({ byHand: [byHand, { ...byHand, id: ID.command, removed }] }, { unlinkLetter });
  expect(await screen.findByText(/ยกเลิกโดย มาลี.*ผิดฉบับ/)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: /^ยกเลิกการเชื่อม/ }));
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.type(dialog.getByRole('textbox', { name: /เหตุผลที่ยกเลิก/ }), 'คนละเรื่อง');
  await userEvent.click(dialog.getByRole('button', { name: 'ยกเลิกการเชื่อม' }));
  expect(await screen.findByText('ยกเลิกการเชื่อมแล้ว')).toBeVisible();
  expect(unlinkLetter).toHaveBeenCalledWith({ params: { letterId: ID.letter, linkId: LINK }, body: { reason: 'คนละเรื่อง' } });
});

test('a reason that is too long is marked where it was typed, and nothing is sent', async () => {
  const unlinkLetter = jest.fn(async () => build());
  show({ byHand: [byHand] }, { unlinkLetter });
  await userEvent.click(await screen.findByRole('button', { name: /^ยกเลิกการเชื่อม/ }));
  const dialog = within(await screen.findByRole('dialog'));
  const reason = dialog.getByRole('textbox', { name: /เหตุผลที่ยกเลิก/ });
  fireEvent.change(reason, { target: { value: 'ก'.repeat(5_001) } });
  await userEvent.click(dialog.getByRole('button', { name: 'ยกเลิกการเชื่อม' }));
  expect(reason).toHaveAttribute('aria-invalid', 'true');
  expect(unlinkLetter).not.toHaveBeenCalled();
});

test('whoever may not link is offered nothing to change', async () => {
  show({ canLink: false, byHand: [byHand] });
  expect(await screen.findByText(/เชื่อมโดย มาลี/)).toBeVisible();
  expect(screen.queryByRole('button', { name: /เชื่อม/ })).toBeNull();
});

test('the letter page names what belongs to it and leads to the matter; an envelope shows none', async () => {
  const links = [{ letterId: OTHER, kind: 'together' as const, subject: 'รายงานผล', letterNo: 'ลบ 0017.2/9', receiveNo: null, direction: 'outgoing' as const, status: 'ended' as const, createdAt: '2026-11-21T03:00:00.000Z' }];
  const page = renderAdmin({ path: `/letters/${ID.letter}`, api: { getLetter: async () => buildLetter({ links }) } });
  const panel = within(await screen.findByRole('region', { name: 'แฟ้มเรื่อง' }));
  expect(panel.getByText(/เจ้าหน้าที่เชื่อมไว้/)).toBeVisible();
  expect(panel.getByRole('link', { name: 'เปิดแฟ้มเรื่อง' })).toHaveAttribute('href', expect.stringContaining(`/letters/${ID.letter}/matter`));
  page.unmount();
  renderAdmin({ path: `/letters/${ID.letter}`, api: { getLetter: async () => buildLetter({ isSealed: true, isRevealed: false, secrecy: null }) } });
  await screen.findByRole('tab', { name: 'ตัวหนังสือ' });
  expect(screen.queryByRole('region', { name: 'แฟ้มเรื่อง' })).toBeNull();
});
