import { placeWords } from '../place-words';
import { drawToEnd, rehearse } from '../rehearsal';
import { AT } from '../testing/build';
import { buildDirectory, postId, unitId } from '../testing/office';
import { script, settingFor } from '../testing/rehearsing';
import { incoming } from '../testing/routes';
import type { LogEntry } from './log';
import { type LogContext, sayEntry } from './say-log';

const posts = buildDirectory().posts.map(({ id, code }) => ({ id, code, name: { th: `ตำแหน่ง${code}`, en: `Post ${code}` } }));
const places = { posts: Object.fromEntries(posts.map(({ code, name }) => [code, name])), units: {} };
const byId = { ...Object.fromEntries(posts.map(({ id, name }) => [id, name])), [unitId('ict')]: { th: 'กลุ่มไอซีที', en: '' } };
const setting = settingFor('incoming');
const contextIn = (lang: 'th' | 'en'): LogContext => ({
  route: incoming, routes: setting.routes,
  words: { ...placeWords(places, lang, byId), dateTime: (at) => `[${at.slice(0, 10)}]`, count: String, person: (id) => `คน${id}`, postById: (id) => byId[id]?.[lang] ?? id },
});
const say = (entry: LogEntry): readonly [string, string] => [sayEntry(entry, contextIn('th')), sayEntry(entry, contextIn('en'))];
const moment = { at: AT, move: 0 } as const;
const clerk = { postId: postId('clerk'), personIds: ['P1'] };

test.each<[LogEntry, string, string]>([
  [{ ...moment, kind: 'asked', route: null, node: 'x', name: 'ลงรับ', rule: { by: 'post', postCode: 'clerk' }, who: [clerk], via: 'rule', passedOver: [], dueAt: AT }, `ลงรับ: ส่งให้ ตำแหน่งclerk (คนP1) ตามเกณฑ์ ตำแหน่งclerk · ครบกำหนด [${AT.slice(0, 10)}]`, `ลงรับ: put to Post clerk (คนP1) by the rule: Post clerk · due [${AT.slice(0, 10)}]`],
  [
    { ...moment, kind: 'asked', route: null, node: 'x', name: 'ลงรับ', rule: { by: 'post', postCode: 'gone' }, who: [{ ...clerk, personIds: [] }], via: 'fallback', passedOver: [postId('chief')], dueAt: null },
    'ลงรับ: ส่งให้ ตำแหน่งclerk (ไม่มีผู้ดำรงตำแหน่ง) ตามเกณฑ์ gone · ไม่พบผู้ปฏิบัติ จึงไปที่ตำแหน่งสำรอง · ข้าม ตำแหน่งchief เพราะเป็นผู้ร่าง',
    'ลงรับ: put to Post clerk (nobody holds the post) by the rule: gone · Nobody is found: it goes to the fallback post · Post chief passed over as the drafter',
  ],
  [{ ...moment, kind: 'acted', route: null, node: 'x', outcome: 'approve', who: [clerk], action: null }, 'x: ตำแหน่งclerk (คนP1) เห็นชอบ', 'x: Post clerk (คนP1) – Approve'],
  [{ ...moment, kind: 'acted', route: null, node: 'x', outcome: 'assign', who: [clerk], action: 'assigned' }, 'x: ตำแหน่งclerk (คนP1) มอบดำเนินการ', 'x: Post clerk (คนP1) – Assigned'],
  [{ ...moment, kind: 'told', template: 'custom', custom: 'แจ้งเจ้าของเรื่อง', who: [] }, 'แจ้ง “แจ้งเจ้าของเรื่อง” ถึง ไม่มีผู้ใด', '“แจ้งเจ้าของเรื่อง” told to nobody'],
  [{ ...moment, kind: 'told', template: 'taskOverdue', custom: null, who: [clerk] }, 'แจ้ง “งานเกินกำหนด” ถึง ตำแหน่งclerk (คนP1)', '“Task overdue” told to Post clerk (คนP1)'],
  [{ ...moment, kind: 'number', book: 'receive', printed: '12', date: '2026-11-23', unitId: unitId('ict') }, 'ออกเลข 12 จากทะเบียนหนังสือรับ (กลุ่มไอซีที)', 'Number 12 of the book Receive register (กลุ่มไอซีที)'],
  [{ ...moment, kind: 'directed', unitId: unitId('ict'), postId: null, part: 'info', action: 'circulate' }, 'แจ้งเวียน ให้ กลุ่มไอซีที (เพื่อทราบ)', 'Circulate: กลุ่มไอซีที (for information)'],
  [{ ...moment, kind: 'directed', unitId: unitId('ict'), postId: postId('clerk'), part: 'main', action: 'assigned' }, 'มอบดำเนินการ ให้ ตำแหน่งclerk (หลัก)', 'Assigned: Post clerk (main)'],
  [{ ...moment, kind: 'sent', list: 'all', count: 3 }, 'ส่งหนังสือตามบัญชีรายชื่อ all 3 แห่ง', 'Sent to the list all, 3 addressees'],
  [{ ...moment, kind: 'delivery', deliveryId: 'a-1', change: 'registered' }, 'ผู้รับลงทะเบียนรับ (a-1)', 'The addressee registers it (a-1)'],
  [{ ...moment, kind: 'ended', outcome: 'rejected' }, 'สิ้นสุด: ไม่อนุมัติ', 'Ended: Rejected'],
])('%j is said in both languages', (entry, th, en) => {
  expect(say(entry)).toEqual([th, en]);
});

test('who was chosen on the way is called by the post, and a step by its name in the language of the reader', () => {
  const [node] = incoming.nodes;
  const chosen: LogEntry = { ...moment, kind: 'asked', route: 'english', node: node!.id, name: node!.name, rule: { by: 'given', postIds: [postId('clerk')] }, who: [clerk], via: 'rule', passedOver: [], dueAt: null };
  const context = contextIn('en');
  const routes = { english: { ...incoming, nodes: [{ ...node!, nameEn: 'Comes in' }] } };
  expect(sayEntry(chosen, { ...context, routes })).toBe('Comes in: put to Post clerk (คนP1) by the rule: Post clerk');
});

test('a whole rehearsal is told, and units by their names', () => {
  const { log } = rehearse(setting, drawToEnd(setting, script(), { seed: 2, pace: null }));
  expect(log.length).toBeGreaterThan(3);
  for (const entry of log) expect(say(entry).join(' ')).not.toMatch(/undefined|\bU-|\[object/);
});
