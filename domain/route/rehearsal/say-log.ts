/** What happened in a rehearsal, as one would tell it: on the screen and on the command line alike. */
import type { LocalName } from '../../contracts/common';
import * as english from '../../letter/words/en';
import * as thai from '../../letter/words/th';
import type { Instant } from '../../thai/dates';
import type { NoticeTemplate } from '../effects';
import type { EndOutcome, Route, RouteBook } from '../model';
import { outcomeLabel } from '../outcome-label';
import { sayRule, sayStep, sayValue, type Words } from '../say';
import type { Addressed, LogEntry } from './log';
import type { Move } from './script';

/** Words of the office, with names of what only its ids are known of here. */
export type LogWords = Words & {
  readonly postById: (id: string) => string;
  readonly person: (id: string) => string;
  readonly dateTime: (at: Instant) => string;
  readonly count: (n: number) => string;
};
export type LogContext = { readonly words: LogWords; /** The rehearsed route: what is of no other is of it. */ readonly route: Route; /** Every route that the letter may go on. */ readonly routes: RouteBook };

const VACANT: LocalName = { th: 'ไม่มีผู้ดำรงตำแหน่ง', en: 'nobody holds the post' };
const NOBODY: LocalName = { th: 'ไม่มีผู้ใด', en: 'nobody' };
const DUE: LocalName = { th: 'ครบกำหนด', en: 'due' };
const PARTS: { readonly [P in 'main' | 'info']: LocalName } = { main: { th: 'หลัก', en: 'main' }, info: { th: 'เพื่อทราบ', en: 'for information' } };
const VIA: { readonly [V in 'fallback' | 'secretRegistrar']: LocalName } = {
  fallback: { th: 'ไม่พบผู้ปฏิบัติ จึงไปที่ตำแหน่งสำรอง', en: 'Nobody is found: it goes to the fallback post' },
  secretRegistrar: { th: 'ไปที่นายทะเบียนข้อมูลข่าวสารลับ', en: 'It goes to the secret registrar' },
};
const NOTICES: { readonly [T in NoticeTemplate]: LocalName } = {
  taskWithdrawn: { th: 'งานถูกถอน', en: 'Task withdrawn' },
  taskReminder: { th: 'งานใกล้หรือเกินกำหนด', en: 'Task nearly or past due' },
  taskOverdue: { th: 'งานเกินกำหนด', en: 'Task overdue' },
  draftAmended: { th: 'ร่างได้รับการแก้ไขและส่งต่อ', en: 'Draft amended and passed on' },
  draftReturned: { th: 'ร่างถูกส่งกลับให้แก้ไข', en: 'Draft sent back' },
  deliveryReturned: { th: 'ผู้รับส่งหนังสือคืน', en: 'Letter sent back by the addressee' },
  letterHeld: { th: 'เรื่องถูกพัก', en: 'Letter held' },
  letterResumed: { th: 'เรื่องเดินต่อแล้ว', en: 'Letter goes on' },
  letterCancelled: { th: 'เรื่องถูกยกเลิก', en: 'Letter cancelled' },
  letterUrged: { th: 'เรื่องถูกเร่ง', en: 'Letter made more urgent' },
  routeFlag: { th: 'ปัญหาของเส้นทาง', en: 'Trouble with the route' },
  custom: { th: 'แจ้งตามเส้นทาง', en: 'Notice of the route' },
};
/** What addressees do with a letter that was sent to them. */
const CHANGES: { readonly [C in Extract<Move, { kind: 'delivery' }>['change']]: LocalName } = {
  registered: { th: 'ผู้รับลงทะเบียนรับ', en: 'The addressee registers it' },
  returned: { th: 'ผู้รับส่งคืน', en: 'The addressee sends it back' },
  answered: { th: 'ผู้รับตอบ', en: 'The addressee answers' },
  acknowledged: { th: 'ผู้รับแจ้งว่ารับทราบ', en: 'The addressee acknowledges it' },
};

/** Who is meant, by post and person. */
export function sayWho(who: readonly Addressed[], { lang, postById, person }: LogWords): string {
  return who.map(({ postId, personIds }) => {
    const persons = personIds.map(person).join(', ');
    return postId === null ? persons : `${postById(postId)} (${persons === '' ? VACANT[lang] : persons})`;
  }).join(' · ') || NOBODY[lang];
}

/** When it falls due. */
export const sayDue = (at: Instant, { lang, dateTime }: LogWords): string => `${DUE[lang]} ${dateTime(at)}`;

/** How a letter ended. */
export const sayEnd = (outcome: EndOutcome, { lang }: Pick<Words, 'lang'>): string => ({ th: `สิ้นสุด: ${thai.endOutcome[outcome]}`, en: `Ended: ${english.endOutcome[outcome]}` })[lang];

/** What an addressee does. */
export const sayChange = (change: keyof typeof CHANGES, { lang }: Pick<Words, 'lang'>): string => CHANGES[change][lang];

type Telling<K extends LogEntry['kind']> = (entry: Extract<LogEntry, { kind: K }>, context: LogContext) => LocalName;

const on = ({ route, routes }: LogContext, id: string | null): Route => (id === null ? undefined : routes[id]) ?? route;
const same = (text: string): LocalName => ({ th: text, en: text });

/** At a step, somebody. */
function placed(entry: { readonly route: string | null; readonly node: string; readonly who: readonly Addressed[] }, context: LogContext): { readonly step: string; readonly who: string } {
  return { step: sayStep(on(context, entry.route), entry.node, context.words), who: sayWho(entry.who, context.words) };
}

const SAY: { readonly [K in LogEntry['kind']]: Telling<K> } = {
  asked: (entry, context) => {
    const { node, name, rule, who, via, passedOver, dueAt } = entry;
    const { words } = context;
    const drawn = on(context, entry.route);
    const step = drawn.nodes.some(({ id }) => id === node) || name === '' ? sayStep(drawn, node, words) : name;
    const [whom, by] = [sayWho(who, words), sayRule(rule, words)];
    const over = passedOver.map(words.postById).join(', ');
    const more = (lang: 'th' | 'en'): readonly string[] => [
      ...(via === 'rule' ? [] : [VIA[via][lang]]),
      ...(over === '' ? [] : [lang === 'th' ? `ข้าม ${over} เพราะเป็นผู้ร่าง` : `${over} passed over as the drafter`]),
      ...(dueAt === null ? [] : [sayDue(dueAt, words)]),
    ];
    return { th: [`${step}: ส่งให้ ${whom} ตามเกณฑ์ ${by}`, ...more('th')].join(' · '), en: [`${step}: put to ${whom} by the rule: ${by}`, ...more('en')].join(' · ') };
  },
  acted: (entry, context) => {
    const { step, who } = placed(entry, context);
    const route = on(context, entry.route);
    const { action, outcome, node } = entry;
    const said = action === null ? outcomeLabel(route.nodes.find(({ id }) => id === node) ?? null, outcome, route) : { th: thai.actionWord[action], en: english.actionWord[action] };
    return { th: `${step}: ${who} ${said.th}`, en: `${step}: ${who} – ${said.en}` };
  },
  handedOver: (entry, context) => {
    const { step, who } = placed(entry, context);
    return { th: `${step}: เกินกำหนด มอบต่อให้ ${who}`, en: `${step}: overdue, handed over to ${who}` };
  },
  withdrawn: (entry, context) => {
    const { step, who } = placed(entry, context);
    return { th: `${step}: ถอนงานจาก ${who}`, en: `${step}: withdrawn from ${who}` };
  },
  told: ({ template, custom, who }, { words }) => {
    const [what, whom] = [custom === null ? NOTICES[template] : same(custom), sayWho(who, words)];
    return { th: `แจ้ง “${what.th}” ถึง ${whom}`, en: `“${what.en}” told to ${whom}` };
  },
  number: ({ book, printed, unitId }, { words }) => {
    const unit = unitId === null ? '' : ` (${sayUnit(unitId, words)})`;
    return { th: `ออกเลข ${printed} จาก${thai.bookKind[book]}${unit}`, en: `Number ${printed} of the book ${english.bookKind[book]}${unit}` };
  },
  directed: ({ unitId, postId, part, action }, { words }) => {
    const whom = postId === null ? sayUnit(unitId, words) : words.postById(postId);
    return { th: `${thai.actionWord[action]} ให้ ${whom} (${PARTS[part].th})`, en: `${english.actionWord[action]}: ${whom} (${PARTS[part].en})` };
  },
  sent: ({ list, count }, { words }) => {
    const n = words.count(count);
    return list === null ? { th: `ส่งหนังสือถึงผู้รับ ${n} แห่ง`, en: `Sent to ${n} addressees` } : { th: `ส่งหนังสือตามบัญชีรายชื่อ ${list} ${n} แห่ง`, en: `Sent to the list ${list}, ${n} addressees` };
  },
  // What else can become of a delivery has no word of its own.
  delivery: ({ deliveryId, change }, { words }) => same(`${Object.hasOwn(CHANGES, change) ? sayChange(change as keyof typeof CHANGES, words) : change} (${deliveryId})`),
  answered: () => ({ th: 'ส่งหนังสือตอบเรื่องนี้แล้ว', en: 'An answer to it has gone out' }),
  held: () => ({ th: 'พักเรื่อง', en: 'Held' }),
  resumed: () => ({ th: 'เดินเรื่องต่อ', en: 'Goes on' }),
  ended: ({ outcome }) => ({ th: sayEnd(outcome, { lang: 'th' }), en: sayEnd(outcome, { lang: 'en' }) }),
};

const sayUnit = (id: string, words: Words): string => sayValue('ownerUnitId', id, words);

/** One thing that happened, in the reader's language. */
export function sayEntry(entry: LogEntry, context: LogContext): string {
  // The key picks what is said of this very entry.
  return (SAY[entry.kind] as (entry: LogEntry, context: LogContext) => LocalName)(entry, context)[context.words.lang];
}
