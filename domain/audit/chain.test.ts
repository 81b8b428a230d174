import { createHash } from 'node:crypto';
import { chainEvent, findBreak, letterChain, type ChainedEvent } from './chain';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function chainOf(length: number): ChainedEvent[] {
  const events: ChainedEvent[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    events.push(
      chainEvent(
        {
          chain: letterChain('l'), seq, at: `2026-11-2${seq}T00:00:00.000Z`, officeId: 'o', personId: null, postId: null,
          kind: 'letter.act', data: { seq, outcome: 'approve' }, prevHash: events.at(-1)?.hash ?? '',
        },
        sha256,
      ),
    );
  }
  return events;
}

test('a chain as written is whole', () => {
  expect(findBreak(chainOf(5), sha256)).toBeNull();
  expect(findBreak([], sha256)).toBeNull();
});

test('the order of keys in stored data does not break a chain', () => {
  const events = chainOf(2).map((event) => ({ ...event, data: Object.fromEntries(Object.entries(event.data as object).toReversed()) }));
  expect(findBreak(events, sha256)).toBeNull();
});

test.each([
  ['changed', (events: ChainedEvent[]) => events.with(2, { ...events[2]!, data: { seq: 3, outcome: 'reject' } }), { seq: 3, why: 'content' }],
  ['dropped', (events: ChainedEvent[]) => events.toSpliced(2, 1), { seq: 3, why: 'gap' }],
  ['dropped and renumbered', (events: ChainedEvent[]) => events.toSpliced(2, 1).map((event, index) => ({ ...event, seq: index + 1 })), { seq: 3, why: 'link' }],
  ['swapped', (events: ChainedEvent[]) => [events[0]!, events[2]!, events[1]!, events[3]!], { seq: 2, why: 'gap' }],
  ['inserted', (events: ChainedEvent[]) => events.toSpliced(2, 0, { ...events[1]!, seq: 3 }), { seq: 3, why: 'link' }],
  ['cut at the front', (events: ChainedEvent[]) => events.slice(1), { seq: 1, why: 'gap' }],
])('an event %s is found at its place', (_, tamper, expected) => {
  expect(findBreak(tamper(chainOf(4)), sha256)).toEqual(expected);
});
