import * as fc from 'fast-check';
import { hashText, stateHash } from './hash';
import { INCOMING, walk } from './testing/build';
import { incoming } from './testing/routes';

const state = walk({ routes: { incoming }, route: 'incoming', facts: INCOMING }).state();

test('equal states have equal hashes, whatever the order of their keys', () => {
  const turned = Object.fromEntries(Object.entries(state).toReversed()) as typeof state;
  expect(stateHash(turned)).toBe(stateHash(state));
  expect(stateHash(state)).toMatch(/^[0-9a-f]{32}$/);
});

test('any change gives another hash', () => {
  const changes = [{ seq: 2 }, { status: 'held' }, { signed: true }, { facts: { ...state.facts, urgency: 'urgent' } }, { tasks: {} }, { nextId: 99 }, { letterId: 'L2' }];
  const hashes = [state, ...changes.map((change) => ({ ...state, ...change }) as typeof state)].map(stateHash);
  expect(new Set(hashes).size).toBe(hashes.length);
});

test('texts that differ in one place differ in their hash', () => {
  const seen = new Map<string, string>();
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      const hash = hashText(text);
      expect(seen.get(hash) ?? text).toBe(text);
      seen.set(hash, text);
      for (let i = 0; i < text.length; i += 1) {
        const changed = `${text.slice(0, i)}${String.fromCharCode(text.charCodeAt(i) ^ 1)}${text.slice(i + 1)}`;
        expect(hashText(changed)).not.toBe(hash);
      }
      expect(hashText(`${text}\0`)).not.toBe(hash);
    }),
    { numRuns: 300, seed: 7 },
  );
});
