/** Settings of a route said back as a Thai office (or an English reader) would say them. */
import type { DeadlineRule, DeadlineUnit } from '../calendar/deadline';
import type { Role } from '../letter/vocabulary';
import { factLabel, findFact } from './facts';
import type { AssigneeRule, ConditionGroup, ConditionOperator, ConditionRule, Deadline, DecisionCell, EscalationRung, FactValue, Route, UnitRef } from './model';

export type Lang = 'th' | 'en';

/** Names that only the office or the language files know; without them codes are said. */
export type Words = {
  readonly lang: Lang;
  readonly post?: (code: string) => string;
  /** A post that is known by its id: whoever was chosen on the way, not by the route. */
  readonly postById?: (id: string) => string;
  readonly unit?: (code: string) => string;
  readonly role?: (role: Role) => string;
  /** A value of a fact: the label of a choice, the name behind an id. */
  readonly value?: (fact: string, value: string) => string;
};

/** A step by its name; where the route has no such step, by its id. */
export function sayStep(route: Route, id: string, { lang }: Pick<Words, 'lang'>): string {
  const node = route.nodes.find((each) => each.id === id);
  return node === undefined ? id : lang === 'en' ? (node.nameEn ?? node.name) : node.name;
}

type Said = { readonly [L in Lang]: string };

/** Who is asked: `ผู้ดำรงตำแหน่ง …`, `หัวหน้าของหน่วยงานที่ถือเรื่อง`. */
export function sayRule(rule: AssigneeRule, words: Words): string {
  const { lang } = words;
  const post = (code: string): string => words.post?.(code) ?? code;
  const byId = (id: string): string => words.postById?.(id) ?? post(id);
  const unit = (ref: UnitRef): string => (typeof ref === 'object' ? (words.unit?.(ref.unitCode) ?? ref.unitCode) : UNITS[ref][lang]);
  const say: { readonly [B in AssigneeRule['by']]: (each: Extract<AssigneeRule, { by: B }>) => Said } = {
    post: ({ postCode }) => ({ th: post(postCode), en: post(postCode) }),
    unitHead: (each) => ({ th: `หัวหน้าของ${unit(each.unit)}`, en: `the head of ${unit(each.unit)}` }),
    superior: ({ of }) => SUPERIORS[of],
    oversees: (each) => ({ th: `ผู้กำกับดูแล${unit(each.unit)}`, en: `who oversees ${unit(each.unit)}` }),
    role: (each) => {
      const name = words.role?.(each.role) ?? each.role;
      return each.unit === undefined ? { th: `ผู้ทำหน้าที่${name}`, en: `who serves as ${name}` } : { th: `ผู้ทำหน้าที่${name}ของ${unit(each.unit)}`, en: `who serves as ${name} in ${unit(each.unit)}` };
    },
    group: ({ postCodes }) => ({ th: `ผู้ใดผู้หนึ่งใน ${postCodes.map(post).join(', ')}`, en: `one of ${postCodes.map(post).join(', ')}` }),
    field: ({ fact }) => ({ th: `ผู้ที่ระบุในช่อง “${factName(fact, 'th')}”`, en: `whoever “${factName(fact, 'en')}” names` }),
    drafter: () => ({ th: 'ผู้ร่าง', en: 'the drafter' }),
    given: ({ postIds }) => ({ th: postIds.map(byId).join(', '), en: postIds.map(byId).join(', ') }),
    superiorOf: ({ postIds }) => ({ th: `ผู้บังคับบัญชาของ ${postIds.map(byId).join(', ')}`, en: `the superior of ${postIds.map(byId).join(', ')}` }),
  };
  // The key picks what is said of this very rule.
  return (say[rule.by] as (each: AssigneeRule) => Said)(rule)[lang];
}

const UNITS: { readonly [U in Exclude<UnitRef, object>]: Said } = {
  holder: { th: 'หน่วยงานที่ถือเรื่อง', en: 'the unit that holds the letter' },
  owner: { th: 'หน่วยงานเจ้าของเรื่อง', en: 'the owner unit' },
  proposed: { th: 'หน่วยงานที่เสนอให้ดำเนินการ', en: 'the unit proposed to act' },
  registry: { th: 'หน่วยงานสารบรรณ', en: 'the registry' },
};
const SUPERIORS: { readonly lastActor: Said; readonly drafter: Said } = {
  lastActor: { th: 'ผู้บังคับบัญชาของผู้ดำเนินการก่อนหน้า', en: 'the superior of whoever acted last' },
  drafter: { th: 'ผู้บังคับบัญชาของผู้ร่าง', en: "the drafter's superior" },
};

const factName = (fact: string, lang: Lang): string => factLabel(fact)[lang];

const SPANS: { readonly [U in DeadlineUnit]: Said } = {
  workingDays: { th: 'วันทำการ', en: 'working days' },
  workingHours: { th: 'ชั่วโมงทำการ', en: 'working hours' },
  workingMinutes: { th: 'นาทีทำการ', en: 'working minutes' },
  calendarDays: { th: 'วัน', en: 'days' },
  clockHours: { th: 'ชั่วโมง', en: 'hours' },
  clockMinutes: { th: 'นาที', en: 'minutes' },
};
const span = (unit: DeadlineUnit, amount: number, lang: Lang): string => (lang === 'en' && amount === 1 ? `1 ${SPANS[unit].en.replace(/s$/, '')}` : `${amount} ${SPANS[unit][lang]}`);

/** `ภายใน 3 วันทำการ`, `ตาม “วันที่ขอให้ตอบ”`. */
export function sayDeadline(deadline: Deadline, { lang }: Words): string {
  if ('fact' in deadline) return lang === 'th' ? `ตาม “${factName(deadline.fact, lang)}”` : `by “${factName(deadline.fact, lang)}”`;
  return sayLimit(deadline.rule, lang);
}

function sayLimit(rule: DeadlineRule, lang: Lang): string {
  if ('at' in rule) return lang === 'th' ? `ภายใน ${rule.at}` : `by ${rule.at}`;
  return lang === 'th' ? `ภายใน ${span(rule.unit, rule.amount, lang)}` : `within ${span(rule.unit, rule.amount, lang)}`;
}

const RUNGS: { readonly [A in EscalationRung['act']]: Said } = {
  remind: { th: 'เตือนผู้ปฏิบัติ', en: 'remind whoever has it' },
  remindSuperior: { th: 'แจ้งผู้บังคับบัญชา', en: 'tell the superior' },
  handOver: { th: 'มอบงานต่อให้ผู้บังคับบัญชา', en: 'hand it over to the superior' },
  flag: { th: 'แจ้งผู้กำกับงาน', en: 'flag it to the supervisor' },
};

/** `ก่อนครบกำหนด 2 ชั่วโมงทำการ เตือนผู้ปฏิบัติ`. */
export function sayRung({ when, offset, act }: EscalationRung, { lang }: Words): string {
  const length = span(offset.unit, offset.amount, lang);
  if (lang === 'th') return `${when === 'beforeDue' ? 'ก่อนครบกำหนด' : 'เกินกำหนด'} ${length} ${RUNGS[act].th}`;
  return `${length} ${when === 'beforeDue' ? 'before' : 'after'} the limit ${RUNGS[act].en}`;
}

const OPERATORS: { readonly [O in ConditionOperator]: Said } = {
  '=': { th: 'เป็น', en: 'is' },
  '!=': { th: 'ไม่เป็น', en: 'is not' },
  '<': { th: 'น้อยกว่า', en: 'is less than' },
  '<=': { th: 'ไม่เกิน', en: 'is at most' },
  '>': { th: 'มากกว่า', en: 'is more than' },
  '>=': { th: 'ตั้งแต่', en: 'is at least' },
  in: { th: 'เป็นอย่างใดอย่างหนึ่งใน', en: 'is one of' },
  notIn: { th: 'ไม่เป็นอย่างใดใน', en: 'is none of' },
  contains: { th: 'มี', en: 'contains' },
  null: { th: 'ยังไม่ทราบ', en: 'is not known' },
  notNull: { th: 'ทราบแล้ว', en: 'is known' },
};
/** Dates are before and after, not less and more. */
const DATE_OPERATORS: { readonly [O in ConditionOperator]?: Said } = {
  '<': { th: 'ก่อน', en: 'is before' },
  '<=': { th: 'ไม่หลัง', en: 'is not after' },
  '>': { th: 'หลัง', en: 'is after' },
  '>=': { th: 'ไม่ก่อน', en: 'is not before' },
};

/** `ชั้นความเร็ว เป็น ด่วน และ (วงเงิน (บาท) มากกว่า 500000 หรือ เป็นหนังสือเวียน เป็น ใช่)`. */
export function sayCondition(condition: ConditionGroup, words: Words): string {
  const { lang } = words;
  if (condition.rules.length === 0) return lang === 'th' ? 'ทุกกรณี' : 'always';
  const parts = condition.rules.map((rule) => {
    if (!('combinator' in rule)) return sayComparison(rule, words);
    const said = sayCondition(rule, words);
    return rule.rules.length > 1 && rule.not !== true ? `(${said})` : said;
  });
  const joined = parts.join(condition.combinator === 'and' ? (lang === 'th' ? ' และ ' : ' and ') : lang === 'th' ? ' หรือ ' : ' or ');
  if (condition.not !== true) return joined;
  return lang === 'th' ? `ไม่ใช่กรณีที่ (${joined})` : `not (${joined})`;
}

/** One comparison, also a cell of a decision table. */
export function sayComparison({ field, ...cell }: ConditionRule, words: Words): string {
  return `${factName(field, words.lang)} ${sayTest(field, cell, words)}`;
}

/** A cell of a decision table under the heading of its field: `ด่วน, ด่วนมาก`, `มากกว่า 500000`. */
export function sayCell(field: string, cell: DecisionCell, words: Words): string {
  return cell.operator === '=' || cell.operator === 'in' ? sayValue(field, cell.value, words) : sayTest(field, cell, words);
}

/** An operator as it is said of a field. */
export function sayOperator(field: string, operator: ConditionOperator, lang: Lang): string {
  const isDate = findFact(field)?.type === 'date';
  return ((isDate ? DATE_OPERATORS[operator] : undefined) ?? OPERATORS[operator])[lang];
}

function sayTest(field: string, { operator, value }: DecisionCell, words: Words): string {
  const verb = sayOperator(field, operator, words.lang);
  return operator === 'null' || operator === 'notNull' ? verb : `${verb} ${sayValue(field, value, words)}`;
}

/** A value of a fact in words. */
export function sayValue(field: string, value: FactValue, words: Words): string {
  const { lang } = words;
  if (value === null) return '–';
  if (typeof value === 'boolean') return { th: value ? 'ใช่' : 'ไม่ใช่', en: value ? 'yes' : 'no' }[lang];
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return words.value?.(field, value) ?? value;
  return value.map((each) => words.value?.(field, each) ?? each).join(', ');
}
