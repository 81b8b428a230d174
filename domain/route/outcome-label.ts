/** Names of the ways in which a step is left, on its form and on the drawing. */
import type { LocalName } from '../contracts/common';
import { hasThai } from '../thai/script';
import { valueWord } from '../letter/words/value-words';
import { type FactType, findFact } from './facts';
import { graphOf, handsBack } from './graph';
import type { ConditionGroup, DecideNode, Route, RouteNode } from './model';
import { type Lang, sayCondition } from './say';

/** What people's acts are called; a step's own outcomes carry their names. */
export const OUTCOME_LABELS = {
  approve: { th: 'เห็นชอบ', en: 'Approve' },
  amend: { th: 'แก้ไขแล้วส่งต่อ', en: 'Amend and pass on' },
  return: { th: 'ส่งกลับแก้ไข', en: 'Return' },
  reject: { th: 'ไม่อนุมัติ', en: 'Refuse' },
  handBack: { th: 'ส่งคืนผู้มอบหมาย', en: 'Hand back' },
  forward: { th: 'ส่งต่อให้ผู้อื่นพิจารณา', en: 'Forward' },
  submit: { th: 'เสนอ', en: 'Submit' },
  sign: { th: 'ลงนาม', en: 'Sign' },
  assign: { th: 'สั่งการ', en: 'Direct' },
  acknowledge: { th: 'รับทราบ', en: 'Noted' },
  answer: { th: 'ตอบ', en: 'Answer' },
  full: { th: 'ตอบครบถ้วน', en: 'Fully answered' },
  partial: { th: 'ตอบบางส่วน', en: 'Partly answered' },
  moreTime: { th: 'ขยายเวลา', en: 'More time' },
  accept: { th: 'รับทราบการส่งคืน', en: 'Accept the return' },
  resend: { th: 'ส่งใหม่', en: 'Send again' },
  close: { th: 'ปิดการติดตาม', en: 'Stop waiting' },
  happened: { th: 'แจ้งว่าเกิดขึ้นแล้ว', en: 'Report that it has happened' },
  overdue: { th: 'ครบกำหนดก่อน', en: 'Not in time' },
} as const satisfies { readonly [code: string]: LocalName };
export type KnownOutcome = keyof typeof OUTCOME_LABELS;

/** The label of an outcome: the step's own, what it means on its route, else that of the code. */
export function outcomeLabel(node: RouteNode | null, code: string, route: Route | null): LocalName {
  if (code === 'reject' && node !== null && isHandedBack(route, node)) return OUTCOME_LABELS.handBack;
  if (code === 'happened' && node?.type === 'wait' && node.event !== undefined) return { th: `แจ้งว่า${node.event}แล้ว`, en: `Report: ${node.eventEn ?? node.event}` };
  if (node?.type === 'decide') return branchLabel(node, code);
  const own = node?.type === 'work' ? node.outcomes.find((outcome) => outcome.code === code) : undefined;
  if (own !== undefined) return { th: own.name, en: own.nameEn ?? own.name };
  return Object.hasOwn(OUTCOME_LABELS, code) ? OUTCOME_LABELS[code as KnownOutcome] : { th: code, en: code };
}

const OTHERWISE = { th: 'กรณีอื่น', en: 'Otherwise' } as const;
const JOINED = { and: { th: ' และ ', en: ' and ' }, or: { th: ' หรือ ', en: ' or ' } } as const;

/** A branch by its own name, else by the words of what it asks for; one that has none by its code where that is Thai, else by its place. */
function branchLabel({ branches, otherwise }: DecideNode, code: string): LocalName {
  if (code === otherwise) return OTHERWISE;
  const at = branches.findIndex(({ outcome }) => outcome === code);
  const branch = branches[at];
  if (branch?.name !== undefined) return { th: branch.name, en: branch.nameEn ?? branch.name };
  if (branch === undefined || hasThai(code)) return { th: code, en: code };
  const { when } = branch;
  return wordsOf(when) ?? sentenceOf(when) ?? { th: `กรณีที่ ${at + 1}`, en: `Case ${at + 1}` };
}

/** Words of the values that a plain condition asks for; null for any other. */
function wordsOf({ combinator, rules }: ConditionGroup): LocalName | null {
  const words = rules.map((rule): LocalName | null => {
    if ('combinator' in rule || (rule.operator !== '=' && rule.operator !== 'in')) return null;
    const values = [rule.value].flat().filter((value): value is string => typeof value === 'string').map((value) => ({ value, word: valueWord(rule.field, value) }));
    if (values.length === 0 || values.some(({ value, word }) => word.th === value && !hasThai(value))) return null;
    return { th: values.map(({ word }) => word.th).join(JOINED.or.th), en: values.map(({ word }) => word.en).join(JOINED.or.en) };
  });
  const known = words.flatMap((word) => word ?? []);
  if (known.length === 0 || known.length < words.length) return null;
  return { th: known.map(({ th }) => th).join(JOINED[combinator].th), en: known.map(({ en }) => en).join(JOINED[combinator].en) };
}

const SHORT = 60;
/** Their values are ids, which say nothing to a reader. */
const BY_ID: ReadonlySet<FactType> = new Set(['unit', 'post', 'office', 'person', 'units']);

/** The whole condition as a sentence; null for one too long for a label, or with values that only the office can name. */
function sentenceOf(when: ConditionGroup): LocalName | null {
  if (when.rules.length === 0 || fieldsOf(when).some((field) => BY_ID.has(findFact(field)?.type ?? 'unit'))) return null;
  const say = (lang: Lang): string => sayCondition(when, { lang, value: (fact, value) => valueWord(fact, value)[lang] });
  const [th, en] = [say('th'), say('en')];
  // A value that has no Thai word is a code to its reader.
  return th.length > SHORT || en.length > SHORT || /[A-Za-z]/.test(th) ? null : { th, en };
}

const fieldsOf = ({ rules }: ConditionGroup): readonly string[] => rules.flatMap((rule) => ('combinator' in rule ? fieldsOf(rule) : [rule.field]));

/** A unit that refuses what it was given hands it back to whoever directed it there. */
const isHandedBack = (route: Route | null, { id }: RouteNode): boolean => route !== null && handsBack(graphOf(route), id);
