/** What the verifier can say, in the words of a Thai office and in English. */
import type { LocalName } from '../../contracts/common';
import type { NodeId, Route } from '../model';
import type { PathStep } from './explore';

type Severity = 'error' | 'warning';
type Text = { readonly severity: Severity; readonly th: (names: string, detail: string) => string; readonly en: (names: string, detail: string) => string };

/** What is said of an outcome; a step that has only one way on has no word for it. */
const on = (outcome: string, said: string, only = ''): string => (outcome === 'next' ? only : said);

const TEXTS = {
  SCHEMA: { severity: 'error', th: (_n, d) => `รูปแบบเส้นทางไม่ถูกต้อง: ${d}`, en: (_n, d) => `The route is not well formed: ${d}` },
  NO_START: { severity: 'error', th: () => 'เส้นทางต้องมีขั้นเริ่มต้นหนึ่งขั้น', en: () => 'A route needs one start' },
  MANY_STARTS: { severity: 'error', th: (n) => `มีขั้นเริ่มต้นมากกว่าหนึ่งขั้น: ${n}`, en: (n) => `More than one start: ${n}` },
  NO_END: { severity: 'error', th: () => 'เส้นทางต้องมีขั้นสิ้นสุดอย่างน้อยหนึ่งขั้น', en: () => 'A route needs at least one end' },
  DUPLICATE_NODE: { severity: 'error', th: (_n, d) => `รหัสขั้น ${d} ซ้ำกัน`, en: (_n, d) => `Two steps have the id ${d}` },
  DUPLICATE_EDGE: { severity: 'error', th: (_n, d) => `รหัสเส้น ${d} ซ้ำกัน`, en: (_n, d) => `Two lines have the id ${d}` },
  EDGE_DANGLING: { severity: 'error', th: (_n, d) => `เส้น ${d} ไม่ได้เชื่อมกับขั้นที่มีอยู่`, en: (_n, d) => `Line ${d} leads from or to a step that does not exist` },
  EDGE_INTO_START: { severity: 'error', th: (n) => `ห้ามมีเส้นกลับเข้าขั้นเริ่มต้น "${n}"`, en: (n) => `No line may lead into the start "${n}"` },
  OUTCOME_UNWIRED: { severity: 'error', th: (n, d) => `ขั้น "${n}" ยังไม่ได้กำหนดทางไป${on(d, `เมื่อผลเป็น "${d}"`, 'ต่อ')}`, en: (n, d) => `Step "${n}" leads nowhere${on(d, ` on the outcome "${d}"`)}` },
  OUTCOME_DOUBLED: { severity: 'error', th: (n, d) => `ขั้น "${n}" มีทางไปมากกว่าหนึ่งทาง${on(d, `เมื่อผลเป็น "${d}"`)}`, en: (n, d) => `Step "${n}" has more than one way on${on(d, ` the outcome "${d}"`)}` },
  OUTCOME_UNKNOWN: { severity: 'error', th: (n, d) => `ขั้น "${n}" ไม่มีผล "${d}"`, en: (n, d) => `Step "${n}" has no outcome "${d}"` },
  FORK_NARROW: { severity: 'error', th: (n) => `ขั้นแยกขนาน "${n}" ต้องมีอย่างน้อยสองทาง`, en: (n) => `Fork "${n}" needs at least two branches` },
  RETURN_UNKNOWN: { severity: 'error', th: (n, d) => `ขั้น "${n}" ส่งคืนไปยังขั้น "${d}" ซึ่งไม่มีอยู่หรือไม่มีผู้ปฏิบัติ`, en: (n, d) => `Step "${n}" returns to "${d}", which does not exist or asks nobody` },
  RETURN_INTO_BRANCH: { severity: 'error', th: (n) => `ส่งคืนเข้าไปในทางขนานที่ไม่ได้อยู่ไม่ได้: ${n}`, en: (n) => `Cannot return into a parallel branch from outside it: ${n}` },
  JOIN_FORK_UNKNOWN: { severity: 'error', th: (n) => `ขั้นรวม "${n}" ไม่ได้ระบุขั้นแยกขนานที่มีอยู่`, en: (n) => `Join "${n}" names no fork` },
  FORK_WITHOUT_JOIN: { severity: 'error', th: (n) => `ขั้นแยกขนาน "${n}" ต้องมีขั้นรวมหนึ่งขั้น`, en: (n) => `Fork "${n}" needs exactly one join` },
  JOIN_MISMATCH: { severity: 'error', th: (n) => `ทางขนานมาบรรจบไม่ตรงกับขั้นแยกที่ "${n}"`, en: (n) => `Branches meet at "${n}" in a way that does not match their fork` },
  JOIN_STARVES: { severity: 'error', th: (n, d) => `ขั้นรวม "${n}" รอ ${d} ทาง แต่มาถึงได้ไม่ครบ`, en: (n, d) => `Join "${n}" waits for ${d} branches, which cannot all arrive` },
  END_IN_BRANCH: { severity: 'warning', th: (n) => `ขั้นสิ้นสุด "${n}" อยู่ในทางขนาน เมื่อถึงแล้วทางอื่นจะถูกยุติด้วย`, en: (n) => `End "${n}" stands in a parallel branch: reaching it ends the others` },
  UNREACHABLE: { severity: 'error', th: (n) => `ไม่มีทางไปถึงขั้น "${n}"`, en: (n) => `Step "${n}" cannot be reached` },
  DEAD_END: { severity: 'error', th: (n) => `จากขั้น "${n}" ไปถึงขั้นสิ้นสุดไม่ได้`, en: (n) => `No end can be reached from step "${n}"` },
  STUCK: { severity: 'error', th: (n) => `หนังสืออาจค้างอยู่ที่ "${n}" โดยไม่มีทางสิ้นสุด`, en: (n) => `A letter can get stuck at "${n}" with no way to an end` },
  CANNOT_GO_ON: { severity: 'error', th: (n) => `เมื่อออกจากขั้น "${n}" ทางนี้ เส้นทางเดินต่อไม่ได้`, en: (n) => `Leaving step "${n}" like this, the route cannot go on` },
  TOO_MANY_WAYS: { severity: 'warning', th: (_n, d) => `เส้นทางมีความเป็นไปได้มาก ตรวจได้ ${d} สถานะแรก โปรดทดลองเดินเรื่องเพิ่มเติม`, en: (_n, d) => `The route allows very many ways: only the first ${d} states were checked; please rehearse it as well` },
  AUTOMATIC_LOOP: { severity: 'error', th: (n) => `ขั้นอัตโนมัติวนซ้ำไม่รู้จบ: ${n}`, en: (n) => `Automatic steps go round in a circle: ${n}` },
  SETTING: { severity: 'error', th: (n, d) => `ขั้น "${n}" ตั้งค่าไม่ถูกต้อง: ${d}`, en: (n, d) => `Step "${n}" has a wrong setting: ${d}` },
  CONDITION: { severity: 'error', th: (n, d) => `เงื่อนไขของขั้น "${n}" ไม่ถูกต้อง: ${d}`, en: (n, d) => `The condition of step "${n}" is wrong: ${d}` },
  TABLE_OPEN: { severity: 'warning', th: (n) => `ตารางตัดสินใจของขั้น "${n}" ไม่มีแถว "กรณีอื่น"`, en: (n) => `The decision table of step "${n}" has no row for every other case` },
  TABLE_ROW_DEAD: { severity: 'warning', th: (n, d) => `${d} ของตารางตัดสินใจในขั้น "${n}" ไม่มีวันถูกเลือก`, en: (n, d) => `In the decision table of step "${n}", ${d} is never chosen` },
  TABLE_OVERLAP: { severity: 'error', th: (n, d) => `ตารางตัดสินใจของขั้น "${n}" ให้ใช้ได้เพียงแถวเดียว แต่${d} ตรงเงื่อนไขพร้อมกันได้`, en: (n, d) => `The decision table of step "${n}" lets only one row decide, but ${d} can fit the same letter` },
  BRANCH_BARE: { severity: 'error', th: (n, d) => `ทาง "${d}" ของขั้น "${n}" ยังไม่ได้กำหนดเงื่อนไข`, en: (n, d) => `The way "${d}" of step "${n}" has no condition` },
  BRANCH_DEAD: { severity: 'warning', th: (n, d) => `ทาง "${d}" ของขั้น "${n}" ไม่มีวันถูกเลือก`, en: (n, d) => `The way "${d}" of step "${n}" is never chosen` },
  BRANCH_OVERLAP: { severity: 'warning', th: (n, d) => `เงื่อนไขของทาง ${d} ในขั้น "${n}" ตรงกันได้พร้อมกัน ระบบจะเลือกทางแรก`, en: (n, d) => `The conditions of the ways ${d} of step "${n}" can both hold; the first is taken` },
  LABEL_REPEATED: { severity: 'warning', th: (n) => `หนังสือเรื่องเดียวผ่านสองขั้นที่ชื่อเดียวกัน ผู้ปฏิบัติจะแยกไม่ออก: ${n}`, en: (n) => `One letter comes to two steps of one name, so that people cannot tell them apart: ${n}` },
  SELF_APPROVAL: { severity: 'error', th: (n) => `ขั้น "${n}" ให้ผู้ร่างพิจารณาเรื่องของตนเอง`, en: (n) => `Step "${n}" lets the drafter decide on their own letter` },
  CIRCLE_UNBOUNDED: { severity: 'warning', th: (n) => `เส้นทางวนซ้ำได้ไม่จำกัดครั้ง ควรใช้การส่งคืนซึ่งกำหนดจำนวนครั้งได้แทน: ${n}`, en: (n) => `The route can go round without a bound; returning instead has one: ${n}` },
  FIELD_UNFILLED: { severity: 'warning', th: (n, d) => `ขั้น "${n}" ใช้ข้อมูล "${d}" ซึ่งยังไม่มีขั้นใดก่อนหน้ากรอก`, en: (n, d) => `Step "${n}" uses "${d}", which no step before it fills in` },
  LADDER_TO_NOBODY: { severity: 'warning', th: (n, d) => `ขั้น "${n}" มอบงานต่อไปยังผู้บังคับบัญชาของ${d} ซึ่งไม่มี`, en: (n, d) => `Step "${n}" hands over to the superior of ${d}, which has none` },
  LIST_UNKNOWN: { severity: 'error', th: (n, d) => `ขั้น "${n}" ส่งตามบัญชีรายชื่อ ${d} ซึ่งไม่มีอยู่`, en: (n, d) => `Step "${n}" sends to the distribution list ${d}, which does not exist` },
  POST_UNASKED: { severity: 'error', th: () => 'ตารางของสำนักงานให้หนังสือที่มอบแก่ตำแหน่งเดินตามเส้นทางนี้ แต่ไม่มีขั้นใดให้ตำแหน่งที่ได้รับมอบเรื่องปฏิบัติ', en: () => "The office's table has letters given to a post run this route, but no step asks that post" },
  LADDER_WITHOUT_LIMIT: { severity: 'warning', th: (n) => `ขั้น "${n}" มีการเร่งรัดแต่ไม่ได้กำหนดเวลา`, en: (n) => `Step "${n}" has reminders but no time limit` },
  LADDER_AFTER_WAIT: { severity: 'warning', th: (n) => `ขั้น "${n}" กำหนดการเตือนหลังครบกำหนดไว้ แต่เมื่อครบกำหนดเรื่องไปต่อแล้ว จึงไม่มีการเตือนนั้น`, en: (n) => `Step "${n}" has reminders after its limit, when the letter has already gone on` },
  WAITS_FOR_EVER: { severity: 'warning', th: (n) => `ขั้น "${n}" ไม่ได้กำหนดเวลา อาจรอโดยไม่มีกำหนด`, en: (n) => `Step "${n}" has no time limit and may wait for ever` },
  CALL_UNKNOWN: { severity: 'error', th: (n) => `ขั้น "${n}" เรียกเส้นทางที่ไม่มีหรือยังไม่เผยแพร่`, en: (n) => `Step "${n}" calls a route that does not exist or is not published` },
  CALL_CIRCLE: { severity: 'error', th: (n, d) => `ขั้น "${n}" เรียกเส้นทางที่วนกลับมาที่เดิมหรือซ้อนลึกเกินไป: ${d}`, en: (n, d) => `Step "${n}" calls routes that come back to themselves or nest too deep: ${d}` },
  NUMBER_BEFORE_SIGNATURE: { severity: 'error', th: (n) => `ขั้น "${n}" ออกเลขก่อนลงนามได้`, en: (n) => `Step "${n}" can be reached before the letter is signed` },
  DISPATCH_BEFORE_NUMBER: { severity: 'error', th: (n) => `ขั้น "${n}" ส่งหนังสือก่อนออกเลขได้`, en: (n) => `Step "${n}" can be reached before the letter has a number` },
  NOBODY: { severity: 'error', th: (n, d) => `ไม่พบผู้ปฏิบัติของขั้น "${n}" (${d}) และหน่วยงานไม่มีตำแหน่งสำรอง`, en: (n, d) => `Nobody is found for step "${n}" (${d}) and the office has no fallback post` },
  NOBODY_TODAY: { severity: 'warning', th: (n, d) => `วันนี้ไม่พบผู้ปฏิบัติของขั้น "${n}" (${d}) งานจะไปที่ตำแหน่งสำรอง`, en: (n, d) => `Nobody is found today for step "${n}" (${d}); the fallback post would get it` },
  UNCLEARED: { severity: 'error', th: (n, d) => `ขั้น "${n}" (${d}) ไม่มีผู้มีระดับการเข้าถึงชั้นความลับของหนังสือในเส้นทางนี้ และหน่วยงานไม่มีนายทะเบียนข้อมูลข่าวสารลับที่รับแทนได้`, en: (n, d) => `Nobody of step "${n}" (${d}) is cleared for the letters of this route, and the office has no secret registrar who could have them instead` },
  UNCLEARED_TODAY: { severity: 'warning', th: (n, d) => `วันนี้ไม่มีผู้มีระดับการเข้าถึงชั้นความลับในขั้น "${n}" (${d}) งานจะไปที่นายทะเบียนข้อมูลข่าวสารลับ`, en: (n, d) => `Nobody of step "${n}" (${d}) is cleared today; the secret registrar would get it` },
  NO_CASES: { severity: 'warning', th: () => 'ยังไม่มีกรณีทดสอบ ควรทดลองเดินเรื่องแล้วเก็บไว้ ระบบจะเดินซ้ำทุกครั้งที่ตรวจ', en: () => 'There is no test case yet: rehearse the route and keep what was played; it is played again at every check' },
  CASE_ASTRAY: { severity: 'warning', th: (n, d) => `กรณีทดสอบ "${d}" ไม่เดินตามที่คาดแล้ว${n === '' ? '' : ` ตั้งแต่หลังขั้น "${n}"`}`, en: (n, d) => `Test case "${d}" no longer goes its way${n === '' ? '' : ` after step "${n}"`}` },
  LINES_UNCOVERED: { severity: 'warning', th: (n, d) => `ยังไม่มีกรณีทดสอบใดผ่านเส้น ${d} เส้นที่ออกจากขั้น: ${n}`, en: (n, d) => `No test case takes ${d === '1' ? 'one line' : `${d} lines`} out of: ${n}` },
} as const satisfies { readonly [code: string]: Text };

export type FindingCode = keyof typeof TEXTS;
/** Everything that can be said. */
export const FINDING_CODES = Object.keys(TEXTS) as readonly FindingCode[];

export type Finding = {
  /** Stable for the same fault at the same place. */
  readonly id: string;
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly nodes: readonly NodeId[];
  /** What at these steps is meant: an outcome, a row, a field; empty where nothing more is to be said. */
  readonly detail: string;
  /** A shortest way by which a letter gets there, for the designer to play; left out where it says nothing. */
  readonly path?: readonly PathStep[];
  readonly textTh: string;
  readonly textEn: string;
};

/**
 * Says a fault at these steps, naming them as the designer does.
 * @param said what the detail is called where it is a code
 */
export function finding(code: FindingCode, route: Route, nodes: readonly NodeId[], detail = '', said: LocalName = { th: detail, en: detail }): Finding {
  const text: Text = TEXTS[code];
  const name = (pick: 'th' | 'en'): string =>
    nodes.map((id) => route.nodes.find((node) => node.id === id)).map((node, i) => (pick === 'en' ? (node?.nameEn ?? node?.name) : node?.name) ?? nodes[i]).join(', ');
  const id = [code, ...nodes, ...(detail === '' ? [] : [detail])].join(':');
  return { id, code, severity: text.severity, nodes, detail, textTh: text.th(name('th'), said.th), textEn: text.en(name('en'), said.en) };
}
