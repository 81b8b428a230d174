import type { ConditionGroup, DecisionCell } from '../model';
import { feelOfCell, feelOfCondition } from './feel';

const all = (...rules: ConditionGroup['rules']): ConditionGroup => ({ combinator: 'and', rules });

test.each<[string, ConditionGroup, string]>([
  ['nothing asked', all(), 'true'],
  ['text', all({ field: 'urgency', operator: '=', value: 'most_urgent' }), 'urgency = "most_urgent"'],
  ['quotes within text', all({ field: 'subjectClass', operator: '!=', value: 'a"b' }), 'subjectClass != "a\\"b"'],
  ['a number', all({ field: 'amount', operator: '>=', value: 500000 }), 'amount >= 500000'],
  ['yes or no', all({ field: 'isReply', operator: '=', value: true }), 'isReply = true'],
  ['a day', all({ field: 'dateAsked', operator: '<', value: '2026-04-13' }), 'dateAsked < date("2026-04-13")'],
  ['a moment', all({ field: 'urgentBy', operator: '<=', value: '2026-04-13T09:00:00+07:00' }), 'urgentBy <= date and time("2026-04-13T09:00:00+07:00")'],
  ['one of', all({ field: 'kind', operator: 'in', value: ['order', 'rule'] }), 'kind in ("order", "rule")'],
  ['none of', all({ field: 'kind', operator: 'notIn', value: ['order', 'rule'] }), 'not(kind in ("order", "rule"))'],
  ['a list holds', all({ field: 'proposedInfoUnits', operator: 'contains', value: 'u1' }), 'list contains(proposedInfoUnits, "u1")'],
  ['known and unknown', all({ field: 'amount', operator: 'null', value: null }, { field: 'dueOn', operator: 'notNull', value: null }), 'amount = null and dueOn != null'],
  [
    'groups in groups, and not',
    { combinator: 'or', not: true, rules: [all({ field: 'isReply', operator: '=', value: false }, { field: 'amount', operator: '>', value: 1 }), { field: 'isCircular', operator: '=', value: true }] },
    'not((isReply = false and amount > 1) or isCircular = true)',
  ],
])('a condition in FEEL: %s', (_what, condition, feel) => expect(feelOfCondition(condition)).toBe(feel));

test.each<[string, DecisionCell | null, string]>([
  ['urgency', null, '-'],
  ['urgency', { operator: '=', value: 'urgent' }, '"urgent"'],
  ['urgency', { operator: '!=', value: 'normal' }, 'not("normal")'],
  ['urgency', { operator: 'in', value: ['urgent', 'very_urgent'] }, '"urgent", "very_urgent"'],
  ['urgency', { operator: 'notIn', value: ['urgent', 'very_urgent'] }, 'not("urgent", "very_urgent")'],
  ['amount', { operator: '<', value: 100 }, '< 100'],
  ['amount', { operator: '<=', value: 100 }, '<= 100'],
  ['amount', { operator: '>', value: 100 }, '> 100'],
  ['amount', { operator: '>=', value: 100 }, '>= 100'],
  ['dueOn', { operator: '>', value: '2026-01-01' }, '> date("2026-01-01")'],
  ['amount', { operator: 'null', value: null }, 'null'],
  ['amount', { operator: 'notNull', value: null }, 'not(null)'],
  ['proposedInfoUnits', { operator: 'contains', value: 'u1' }, 'list contains(?, "u1")'],
])('a cell of %s as unary tests: %j', (fact, cell, feel) => expect(feelOfCell(fact, cell)).toBe(feel));
