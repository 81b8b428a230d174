/** What the verifier says of a decision table is what the engine then does with it. */
import * as fc from 'fast-check';
import { isDomainError } from '../../errors';
import { OPERATORS } from '../conditions';
import { decideByTable } from '../decision-table';
import { findFact } from '../facts';
import type { DecisionTable, FactValue } from '../model';
import { tableFacts } from './tables';

const INPUTS = ['urgency', 'isReply', 'amount', 'dateAsked', 'subjectClass', 'proposedInfoUnits'] as const;
/** Few values of each input, so that rows meet often. */
const VALUES: { readonly [I in (typeof INPUTS)[number]]: readonly FactValue[] } = {
  urgency: ['normal', 'urgent', 'very_urgent'],
  isReply: [true, false],
  amount: [1, 2, 3],
  dateAsked: ['2026-01-01', '2026-01-02', '2026-06-01'],
  subjectClass: ['a', 'b', 'c'],
  proposedInfoUnits: ['U-a', 'U-b'],
};

const cell = (input: (typeof INPUTS)[number]) =>
  fc.option(
    fc.constantFrom(...OPERATORS[findFact(input)!.type]).chain((operator) => {
      const one = fc.constantFrom(...VALUES[input]);
      return fc.record({ operator: fc.constant(operator), value: operator === 'in' || operator === 'notIn' ? fc.subarray([...VALUES[input]] as string[], { minLength: 1 }) : one });
    }),
    { nil: null, freq: 2 },
  );
const tables = (hitPolicy: DecisionTable['hitPolicy']) =>
  fc.subarray([...INPUTS], { minLength: 1, maxLength: 3 }).chain((inputs) =>
    fc
      .array(fc.tuple(...inputs.map(cell)), { minLength: 1, maxLength: 5 })
      .map((rows): DecisionTable => ({ hitPolicy, inputs, outputs: ['category'], rules: rows.map((when, i) => ({ id: `r${i}`, when, then: [`v${i}`] })) })),
  );
/** Any value of an input: unknown, named, between and beyond the named ones. */
const ANY: { readonly [I in (typeof INPUTS)[number]]: fc.Arbitrary<FactValue> } = {
  urgency: fc.constantFrom(null, 'normal', 'urgent', 'very_urgent', 'most_urgent', 'urgent_by'),
  isReply: fc.constantFrom(null, true, false),
  amount: fc.constantFrom<FactValue>(null, 0, 1, 1.5, 2, 2.5, 3, 99),
  dateAsked: fc.constantFrom(null, '2025-12-31', '2026-01-01', '2026-01-01T10:00:00Z', '2026-01-02', '2026-03-01', '2026-06-01', '2027-01-01'),
  subjectClass: fc.constantFrom(null, 'a', 'b', 'c', 'z'),
  proposedInfoUnits: fc.constantFrom<FactValue>(null, [], ['U-a'], ['U-b'], ['U-a', 'U-b'], ['U-z']),
};
const facts = fc.record(ANY);

test('a letter that is named as a gap is one that the engine finds no row for', () => {
  let found = 0;
  fc.assert(
    fc.property(tables('first'), (table) => {
      const { gaps, isComplete } = tableFacts(table);
      expect(gaps.length > 0).toBe(isComplete === false);
      for (const gap of gaps) expect(decideByTable(table, gap).ruleIds).toEqual([]);
      found += gaps.length;
    }),
    { seed: 20260103 },
  );
  expect(found).toBeGreaterThan(20);
});

test('a letter that two rows fit is refused by the engine only where the verifier has named two of them', () => {
  fc.assert(
    fc.property(tables('unique'), fc.array(facts, { minLength: 20, maxLength: 20 }), (table, letters) => {
      const { overlaps } = tableFacts(table);
      for (const letter of letters) {
        try {
          decideByTable(table, letter);
        } catch (error) {
          const ids = isDomainError(error) ? (error.details['ruleIds'] as readonly string[]) : [];
          expect(overlaps).toContainEqual([ids[0], ids[1]]);
        }
      }
    }),
  );
});

test.each(['first', 'unique', 'collect'] as const)('with the policy %s no letter is decided by a row called dead, nor left open by a table called complete', (hitPolicy) => {
  fc.assert(
    fc.property(tables(hitPolicy), fc.array(facts, { minLength: 20, maxLength: 20 }), (table, letters) => {
      const { overlaps, dead, isComplete } = tableFacts(table);
      fc.pre(overlaps.length === 0);
      for (const letter of letters) {
        const { ruleIds } = decideByTable(table, letter);
        expect(ruleIds.filter((id) => dead?.includes(id))).toEqual([]);
        if (isComplete === true) expect(ruleIds.length).toBeGreaterThan(0);
      }
    }),
  );
});

test('two rows named as overlapping do fit one letter', () => {
  const every = (input: (typeof INPUTS)[number]): readonly FactValue[] => fc.sample(ANY[input], { numRuns: 200, seed: 7 });
  fc.assert(
    fc.property(tables('unique'), (table) => {
      const { overlaps } = tableFacts(table);
      for (const pair of overlaps) {
        const alone = { ...table, hitPolicy: 'collect' as const, rules: table.rules.filter(({ id }) => pair.includes(id)) };
        // Inputs do not depend on each other: for each there is a value that both rows take.
        for (const [at, input] of table.inputs.entries()) {
          const column = { ...alone, inputs: [input], rules: alone.rules.map((rule) => ({ ...rule, when: [rule.when[at] ?? null] })) };
          expect(every(input as (typeof INPUTS)[number]).some((value) => decideByTable(column, { [input]: value }).ruleIds.length === 2)).toBe(true);
        }
      }
    }),
    { numRuns: 30 },
  );
});
