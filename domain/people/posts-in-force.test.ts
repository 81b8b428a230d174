import fc from 'fast-check';
import type { AppointmentFact, DelegationFact, PeopleFacts } from './facts';
import { actorsOf, findDelegation, findEntitlement, nextChange, peopleAt, postsInForce } from './posts-in-force';

const NOW = '2026-11-21T03:00:00.000Z';
const EARLIER = '2026-11-01T00:00:00.000Z';
const TOMORROW = '2026-11-22T03:00:00.000Z';

const appointment = (fact: Partial<AppointmentFact> & Pick<AppointmentFact, 'personId' | 'postId'>): AppointmentFact => ({
  id: `${fact.personId}@${fact.postId}`, capacity: 'own', ownPostId: null, orderNo: '', from: EARLIER, to: null, ...fact,
});
const GOVERNOR = appointment({ personId: 'nok', postId: 'governor' });
const DEPUTY_1 = appointment({ personId: 'lek', postId: 'deputy-1' });
const DEPUTY_2 = appointment({ personId: 'yai', postId: 'deputy-2' });
const ACTING = appointment({ personId: 'yai', postId: 'governor', capacity: 'acting_for', ownPostId: 'deputy-2', orderNo: '9/2569' });
const LADDER = [
  { postId: 'governor', order: 1, successorPostId: 'deputy-1', orderNo: '' },
  { postId: 'governor', order: 2, successorPostId: 'deputy-2', orderNo: '' },
];
const away = (personId: string) => ({ personId, from: EARLIER, to: TOMORROW });
const facts = (part: Partial<PeopleFacts>): PeopleFacts => ({
  appointments: [GOVERNOR, DEPUTY_1, DEPUTY_2], absences: [], successions: LADDER, delegations: [], ...part,
});
const whoActs = (known: PeopleFacts, at = NOW) => actorsOf(peopleAt(known, at), 'governor').map(({ personId }) => personId);
const postsOf = (known: PeopleFacts, personId: string, at = NOW) => postsInForce(peopleAt(known, at), personId);

test('the holder acts for the post while present', () => {
  expect(whoActs(facts({}))).toEqual(['nok']);
});

test('an acting appointment moves the post at once, and the holder keeps seeing it without acting', () => {
  const known = facts({ appointments: [GOVERNOR, DEPUTY_1, DEPUTY_2, ACTING] });
  expect(whoActs(known)).toEqual(['yai']);
  expect(postsOf(known, 'nok')).toEqual([expect.objectContaining({ postId: 'governor', capacity: 'own', mayAct: false })]);
  expect(postsOf(known, 'yai')).toContainEqual(
    expect.objectContaining({ postId: 'governor', capacity: 'acting_for', ownPostId: 'deputy-2', orderNo: '9/2569', mayAct: true }),
  );
});

test('the end of an acting appointment moves the post back at that very instant', () => {
  const known = facts({ appointments: [GOVERNOR, DEPUTY_1, DEPUTY_2, { ...ACTING, to: TOMORROW }] });
  expect(whoActs(known, '2026-11-22T02:59:59.999Z')).toEqual(['yai']);
  expect(whoActs(known, TOMORROW)).toEqual(['nok']);
});

test('an acting appointment that has not begun changes nothing', () => {
  expect(whoActs(facts({ appointments: [GOVERNOR, DEPUTY_1, DEPUTY_2, { ...ACTING, from: TOMORROW }] }))).toEqual(['nok']);
});

test('recording an absence is enough: the first successor who is present acts', () => {
  expect(whoActs(facts({ absences: [away('nok')] }))).toEqual(['lek']);
  expect(whoActs(facts({ absences: [away('nok'), away('lek')] }))).toEqual(['yai']);
});

test('a successor acts in the capacity of acting for, from the own post', () => {
  expect(postsOf(facts({ absences: [away('nok')] }), 'lek')).toContainEqual(
    expect.objectContaining({ postId: 'governor', capacity: 'acting_for', ownPostId: 'deputy-1', mayAct: true }),
  );
});

test('a vacant post passes to its first successor', () => {
  expect(whoActs(facts({ appointments: [DEPUTY_1, DEPUTY_2] }))).toEqual(['lek']);
});

test('an acting person who is absent is replaced by the succession', () => {
  expect(whoActs(facts({ appointments: [GOVERNOR, DEPUTY_1, DEPUTY_2, ACTING], absences: [away('nok'), away('yai')] }))).toEqual(['lek']);
});

test('with everybody absent the letters stay in sight of the holder', () => {
  expect(whoActs(facts({ absences: [away('nok'), away('lek'), away('yai')] }))).toEqual(['nok']);
});

test('a post without holder, acting person or successor has nobody', () => {
  expect(actorsOf(peopleAt(facts({}), NOW), 'unknown')).toEqual([]);
});

describe('a delegation', () => {
  const DELEGATION: DelegationFact = { fromPostId: 'governor', toPostId: 'deputy-1', kinds: ['external_letter'], orderNo: '4/2569', from: EARLIER, to: TOMORROW };
  const known = facts({ delegations: [DELEGATION] });

  test('lets the delegate sign the kinds it names, and nothing else', () => {
    const posts = postsOf(known, 'lek');
    const act = { postIds: ['governor'], taskKind: 'sign', letterKind: 'external_letter' } as const;
    expect(findEntitlement(posts, act)).toMatchObject({ capacity: 'delegated', ownPostId: 'deputy-1', orderNo: '4/2569' });
    expect(findEntitlement(posts, { ...act, taskKind: 'assign' })).toBeNull();
    expect(findEntitlement(posts, { ...act, letterKind: 'order' })).toBeNull();
  });

  test('takes nothing from its giver', () => {
    expect(whoActs(known)).toEqual(['nok']);
  });

  test('ends on its date', () => {
    expect(findDelegation(peopleAt(known, NOW), { fromPostId: 'governor', toPostId: 'deputy-1', kind: 'external_letter' })).not.toBeNull();
    expect(findDelegation(peopleAt(known, TOMORROW), { fromPostId: 'governor', toPostId: 'deputy-1', kind: 'external_letter' })).toBeNull();
  });

  test('of the own post counts before one that is acted for', () => {
    const posts = postsOf(known, 'lek');
    expect(findEntitlement(posts, { postIds: ['governor', 'deputy-1'], taskKind: 'sign', letterKind: 'external_letter' })).toMatchObject({ capacity: 'own' });
  });
});

test('a holder for whom somebody acts is not entitled meanwhile', () => {
  const posts = postsOf(facts({ appointments: [GOVERNOR, DEPUTY_2, ACTING] }), 'nok');
  expect(findEntitlement(posts, { postIds: ['governor'], taskKind: 'approve', letterKind: 'order' })).toBeNull();
});

const PEOPLE = ['a', 'b', 'c', 'd'] as const;
const POSTS = ['p', 'q', 'r'] as const;
const instant = fc.integer({ min: 0, max: 20 }).map((day) => new Date(Date.parse(EARLIER) + day * 86_400_000).toISOString());
const period = fc.record({ from: instant, to: fc.option(instant) });
const anyFacts: fc.Arbitrary<PeopleFacts> = fc.record({
  appointments: fc.array(
    fc.tuple(fc.constantFrom(...PEOPLE), fc.constantFrom(...POSTS), fc.constantFrom('own' as const, 'acting_for' as const), period).map(
      ([personId, postId, capacity, { from, to }]) => appointment({ personId, postId, capacity, from, to }),
    ),
    { maxLength: 10 },
  ),
  absences: fc.array(fc.record({ personId: fc.constantFrom(...PEOPLE), from: instant, to: instant }), { maxLength: 4 }),
  successions: fc.array(
    fc.record({ postId: fc.constantFrom(...POSTS), order: fc.integer({ min: 1, max: 5 }), successorPostId: fc.constantFrom(...POSTS), orderNo: fc.constant('') }),
    { maxLength: 5 },
  ),
  delegations: fc.array(
    fc.tuple(fc.constantFrom(...POSTS), fc.constantFrom(...POSTS), period).map(([fromPostId, toPostId, { from, to }]) => ({
      fromPostId, toPostId, kinds: [], orderNo: '1', from, to,
    })),
    { maxLength: 3 },
  ),
});

test('who acts for a post and which posts a person may act for are the same answer', () => {
  fc.assert(
    fc.property(anyFacts, instant, (known, at) => {
      const people = peopleAt(known, at);
      for (const postId of POSTS) {
        for (const personId of PEOPLE) {
          const acts = actorsOf(people, postId).some((actor) => actor.personId === personId);
          const listed = postsInForce(people, personId).some((post) => post.postId === postId && post.mayAct && post.capacity !== 'delegated');
          expect(listed).toBe(acts);
        }
      }
    }),
  );
});

test('an absent person acts for a post only where nobody else is on record for it', () => {
  fc.assert(
    fc.property(anyFacts, instant, (known, at) => {
      const people = peopleAt(known, at);
      for (const postId of POSTS) {
        const actors = actorsOf(people, postId);
        if (!actors.some(({ personId }) => people.absent.has(personId))) continue;
        expect(actors.every(({ personId }) => people.absent.has(personId))).toBe(true);
      }
    }),
  );
});

test('nothing changes before the next change', () => {
  fc.assert(
    fc.property(anyFacts, instant, fc.nat({ max: 86_400_000 }), (known, at, later) => {
      const next = nextChange(known, at);
      const then = Date.parse(at) + later;
      if (next !== null && then >= Date.parse(next)) return;
      const answers = (instantAsked: string) => POSTS.map((postId) => actorsOf(peopleAt(known, instantAsked), postId));
      expect(answers(new Date(then).toISOString())).toEqual(answers(at));
    }),
  );
});

test('where whoever was appointed to act is absent the succession decides, not the holder for whom they act', () => {
  expect(whoActs(facts({ appointments: [GOVERNOR, DEPUTY_1, DEPUTY_2, ACTING], absences: [away('yai')] }))).toEqual(['lek']);
});

test('a holder who acts has the post once', () => {
  expect(postsOf(facts({}), 'nok')).toEqual([expect.objectContaining({ postId: 'governor', mayAct: true })]);
});

describe('of several delegations', () => {
  const delegation = (change: Partial<DelegationFact>): DelegationFact => ({ fromPostId: 'governor', toPostId: 'deputy-1', kinds: ['order'], orderNo: '1', from: EARLIER, to: TOMORROW, ...change });
  const find = (delegations: readonly DelegationFact[]) =>
    findDelegation(peopleAt(facts({ delegations }), NOW), { fromPostId: 'governor', toPostId: 'deputy-1', kind: 'order' })?.orderNo ?? null;

  test('the one counts that is given by this post, to this post, for this kind', () => {
    expect(find([delegation({ fromPostId: 'office-head' })])).toBeNull();
    expect(find([delegation({ toPostId: 'deputy-2' })])).toBeNull();
    expect(find([delegation({ kinds: ['external_letter'] })])).toBeNull();
    expect(find([delegation({ kinds: ['external_letter'], orderNo: '2' }), delegation({ orderNo: '3' })])).toBe('3');
  });

  test('one that names no kind is for all of them', () => {
    expect(find([delegation({ kinds: [] })])).toBe('1');
    const posts = postsOf(facts({ delegations: [delegation({ kinds: [] })] }), 'lek');
    expect(findEntitlement(posts, { postIds: ['governor'], taskKind: 'sign', letterKind: 'announcement' })).toMatchObject({ capacity: 'delegated' });
  });
});
