import { admitsOf } from './admits';
import type { DecisionTable } from './model';

const table = (inputs: readonly string[], rules: DecisionTable['rules']): DecisionTable => ({ hitPolicy: 'first', inputs, outputs: ['route'], rules });

test('each route is given the highest class that the table sends its way, not what rows above it have taken', () => {
  const secret = { operator: 'in', value: ['confidential', 'secret'] } as const;
  const rows = [
    { id: 'a', when: [secret, null], then: ['secret-in'] },
    { id: 'b', when: [{ operator: '=', value: 'top_secret' } as const, null], then: ['control'] },
    { id: 'c', when: [null, null], then: ['incoming'] },
  ];
  expect(admitsOf(table(['secrecy', 'direction'], rows))).toEqual({ 'secret-in': 'secret', control: 'top_secret', incoming: 'none' });
});

test('a table that does not ask for the class says nothing about it', () => {
  expect(admitsOf(table(['direction'], [{ id: 'a', when: [null], then: ['incoming'] }]))).toEqual({});
});
