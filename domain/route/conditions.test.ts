import { conditionFaults, evaluate, MAX_CONDITION_DEPTH, MAX_CONDITION_SIZE } from './conditions';
import { decideByTable } from './decision-table';
import { assertSettable, FACTS, findFact, fitsFact } from './facts';
import type { ConditionGroup, ConditionOperator, DecisionTable, FactValue } from './model';

const holds = (operator: ConditionOperator, known: FactValue, value: FactValue): boolean =>
  evaluate({ combinator: 'and', rules: [{ field: 'x', operator, value }] }, { x: known });

describe('an operator', () => {
  test.each<[ConditionOperator, FactValue, FactValue, boolean]>([
    ['=', 'a', 'a', true], ['=', 'a', 'b', false], ['=', 1, '1', false], ['=', ['a', 'b'], ['a', 'b'], true], ['=', ['a'], ['b'], false],
    ['!=', 'a', 'b', true], ['!=', 'a', 'a', false], ['!=', null, 'a', true],
    ['<', 1, 2, true], ['<', 2, 2, false], ['<=', 2, 2, true], ['<=', 3, 2, false], ['>', 3, 2, true], ['>', 2, 2, false], ['>=', 2, 2, true], ['>=', 1, 2, false],
    ['<', '2025-06-01', '2025-06-02', true], ['>', '2025-06-01', '2025-06-02', false],
    ['<', null, 2, false], ['>=', null, 2, false], ['<', 1, '2', false], ['>', true, false, false],
    ['in', 'a', ['a', 'b'], true], ['in', 'c', ['a', 'b'], false], ['in', 'a', 'a', false],
    ['notIn', 'c', ['a', 'b'], true], ['notIn', 'a', ['a', 'b'], false], ['notIn', 'a', 'b', false],
    ['contains', ['a', 'b'], 'a', true], ['contains', ['b'], 'a', false], ['contains', 'ab', 'a', false],
    ['null', null, null, true], ['null', 'a', null, false], ['notNull', 'a', null, true], ['notNull', null, null, false],
  ])('%s of %j and %j is as it reads', (operator, known, value, expected) => expect(holds(operator, known, value)).toBe(expected));
});

describe('a group', () => {
  const yes = { field: 'x', operator: '=', value: 1 } as const;
  const no = { field: 'x', operator: '=', value: 2 } as const;
  test.each<[string, ConditionGroup, boolean]>([
    ['and needs all', { combinator: 'and', rules: [yes, no] }, false],
    ['or needs one', { combinator: 'or', rules: [no, yes] }, true],
    ['or without any of its rules does not hold', { combinator: 'or', rules: [no, no] }, false],
    ['not turns it round', { combinator: 'or', not: true, rules: [no] }, true],
    ['an empty one holds', { combinator: 'or', rules: [] }, true],
    ['groups nest', { combinator: 'and', rules: [yes, { combinator: 'or', rules: [no, { combinator: 'and', not: true, rules: [no] }] }] }, true],
  ])('%s', (_name, group, expected) => expect(evaluate(group, { x: 1 })).toBe(expected));

  test('a fact that is not known is null, also by the name of something every object has', () => {
    expect(evaluate({ combinator: 'and', rules: [{ field: 'missing', operator: 'null', value: null }] }, {})).toBe(true);
  });

  test('too deep or too large is refused', () => {
    const deep = (levels: number): ConditionGroup => ({ combinator: 'and', rules: levels > 1 ? [deep(levels - 1)] : [yes] });
    expect(evaluate(deep(MAX_CONDITION_DEPTH), { x: 1 })).toBe(true);
    expect(() => evaluate(deep(MAX_CONDITION_DEPTH + 1), { x: 1 })).toThrow('CONDITION_INVALID');
    const wide = (count: number): ConditionGroup => ({ combinator: 'and', rules: Array.from({ length: count }, () => yes) });
    expect(evaluate(wide(MAX_CONDITION_SIZE), { x: 1 })).toBe(true);
    expect(() => evaluate(wide(MAX_CONDITION_SIZE + 1), { x: 1 })).toThrow('CONDITION_INVALID');
  });
});

describe('faults of a condition', () => {
  const fault = (field: string, operator: ConditionOperator, value: FactValue): number => conditionFaults({ combinator: 'and', rules: [{ combinator: 'or', rules: [{ field, operator, value }] }] }).length;
  test.each<[string, string, ConditionOperator, FactValue, number]>([
    ['a known code', 'urgency', '=', 'urgent', 0], ['a code that does not exist', 'urgency', '=', 'fast', 1], ['a list with a code that does not exist', 'urgency', 'in', ['urgent', 'fast'], 1],
    ['a list of codes', 'urgency', 'in', ['urgent'], 0], ['an operator that does not fit', 'urgency', '<', 'urgent', 1], ['a fact that does not exist', 'subject', '=', 'x', 1],
    ['a number', 'amount', '>', 5, 0], ['a text for a number', 'amount', '>', '5', 1], ['yes or no', 'isReply', '=', true, 0], ['a text for yes or no', 'isReply', '=', 'true', 1],
    ['one unit among units', 'proposedInfoUnits', 'contains', 'U1', 0], ['known at all', 'dateAsked', 'notNull', null, 0], ['one value where a list is needed', 'urgency', 'in', 'urgent', 1],
  ])('%s', (_name, field, operator, value, count) => expect(fault(field, operator, value)).toBe(count));
});

describe('a decision table', () => {
  const table = (hitPolicy: DecisionTable['hitPolicy']): DecisionTable => ({
    hitPolicy, inputs: ['urgency', 'amount'], outputs: ['subjectClass', 'proposedUnit'],
    rules: [
      { id: 'a', when: [{ operator: '=', value: 'urgent' }, null], then: ['fast', 'U-ict'] },
      { id: 'b', when: [null, { operator: '>', value: 100 }], then: ['large', 'U-finance'] },
      { id: 'c', when: [{ operator: '=', value: 'never' }, null], then: ['x', null] },
    ],
  });

  test('by first hit gives the first matching row', () => {
    expect(decideByTable(table('first'), { urgency: 'urgent', amount: 500 })).toEqual({ ruleIds: ['a'], values: { subjectClass: 'fast', proposedUnit: 'U-ict' } });
  });

  test('by unique hit refuses two matching rows', () => {
    expect(decideByTable(table('unique'), { urgency: 'normal', amount: 500 }).ruleIds).toEqual(['b']);
    expect(() => decideByTable(table('unique'), { urgency: 'urgent', amount: 500 })).toThrow('CONDITION_INVALID');
  });

  test('by collect gives the distinct values of all matching rows', () => {
    expect(decideByTable(table('collect'), { urgency: 'urgent', amount: 500 }).values).toEqual({ subjectClass: ['fast', 'large'], proposedUnit: ['U-ict', 'U-finance'] });
  });

  test('without a matching row gives nothing', () => {
    expect(decideByTable(table('first'), { urgency: 'normal', amount: 1 })).toEqual({ ruleIds: [], values: {} });
  });
});

describe('the catalogue of facts', () => {
  test('has no text that people write', () => {
    expect(Object.keys(FACTS).filter((name) => /subject$|note|body|reason|title/i.test(name))).toEqual([]);
  });

  test('names every fact in Thai and English', () => {
    for (const fact of Object.values(FACTS)) {
      expect(fact.th).toMatch(/[ก-๙]/);
      expect(fact.en).toMatch(/[A-Za-z]/);
    }
  });

  test('does not know what it does not name, nor what every object has', () => {
    expect(findFact('subject')).toBeNull();
    expect(findFact('toString')).toBeNull();
  });

  test.each<[string, FactValue, boolean]>([
    ['urgency', 'urgent', true], ['urgency', 'fast', false], ['amount', 5, true], ['amount', Number.NaN, false], ['isReply', true, true], ['isReply', 'yes', false],
    ['dateAsked', '2025-06-30', true], ['dateAsked', '2025-06-30T02:00:00.000Z', true], ['dateAsked', '2025-13-01', false], ['dateAsked', 'tomorrow', false],
    ['proposedUnit', 'U-ict', true], ['proposedUnit', 'a unit', false], ['proposedInfoUnits', ['U1', 'U2'], true], ['proposedInfoUnits', 'U1', false],
    ['subjectClass', 'x'.repeat(64), true], ['subjectClass', 'x'.repeat(65), false], ['urgency', null, true], ['subject', 'x', false],
  ])('%s may hold %j: %s', (name, value, expected) => expect(fitsFact(name, value)).toBe(expected));

  test('lets people set only what is settable, listed and of the right type', () => {
    expect(() => assertSettable({ urgency: 'urgent' }, ['urgency'])).not.toThrow();
    expect(() => assertSettable({ urgency: 'urgent' }, [])).toThrow('EVENT_INVALID');
    expect(() => assertSettable({ direction: 'incoming' }, ['direction'])).toThrow('EVENT_INVALID');
    expect(() => assertSettable({ urgency: 'fast' }, ['urgency'])).toThrow('EVENT_INVALID');
  });
});
