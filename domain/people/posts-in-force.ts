/**
 * Who acts for a post, and which posts a person may act for, at one moment (reference §6.4).
 *
 * 1. An acting appointment in force moves the post to the acting person at once; its end moves it back. The holder does
 *    not act meanwhile.
 * 2. Else the holder acts, unless a recorded absence covers the moment.
 * 3. Else, the holder absent or the post vacant, the first successor in the standing order who is present acts for it.
 * 4. Nobody present: an acting person or holder on record keeps the post, so that its letters stay in somebody's sight.
 *
 * A delegation adds the power to sign in the post's name while its holder is there; it never takes anything away.
 */
import type { LetterKind } from '#domain/letter/vocabulary';
import type { AbsenceFact, AppointmentFact, DelegationFact, PeopleFacts, PostActor, PostInForce, SuccessionFact } from './facts';

/** Facts of one moment, indexed; make it once and ask many times. */
export type PeopleAt = {
  readonly own: ReadonlyMap<string, readonly AppointmentFact[]>;
  readonly acting: ReadonlyMap<string, readonly AppointmentFact[]>;
  readonly absent: ReadonlySet<string>;
  readonly successions: ReadonlyMap<string, readonly SuccessionFact[]>;
  readonly delegations: readonly DelegationFact[];
};

/** Whether an instant lies in a period; the start belongs to it, the end does not. */
export function isInForce(period: { readonly from: string; readonly to: string | null }, at: string): boolean {
  const instant = Date.parse(at);
  return Date.parse(period.from) <= instant && (period.to === null || instant < Date.parse(period.to));
}

/** The facts in force at a moment, indexed by post. */
export function peopleAt(facts: PeopleFacts, at: string): PeopleAt {
  const appointments = facts.appointments.filter((each) => isInForce(each, at));
  return {
    own: groupBy(appointments.filter(({ capacity }) => capacity === 'own'), ({ postId }) => postId),
    acting: groupBy(appointments.filter(({ capacity }) => capacity !== 'own'), ({ postId }) => postId),
    absent: new Set(facts.absences.filter((each) => isInForce(each, at)).map(({ personId }) => personId)),
    successions: groupBy(
      facts.successions.toSorted((a, b) => a.order - b.order),
      ({ postId }) => postId,
    ),
    delegations: facts.delegations.filter((each) => isInForce(each, at)),
  };
}

/**
 * Who acts for a post, by the four rules above. Empty only where the post has neither holder, nor acting person, nor a
 * successor who is present.
 */
export function actorsOf(people: PeopleAt, postId: string): readonly PostActor[] {
  const acting = people.acting.get(postId) ?? [];
  const own = people.own.get(postId) ?? [];
  const actingPresent = acting.filter(({ personId }) => !people.absent.has(personId));
  if (actingPresent.length > 0) return actingPresent.map(byAppointment);
  const ownPresent = own.filter(({ personId }) => !people.absent.has(personId));
  if (acting.length === 0 && ownPresent.length > 0) return ownPresent.map(asHolder);
  const successors = firstSuccessors(people, postId);
  if (successors.length > 0) return successors;
  return acting.length > 0 ? acting.map(byAppointment) : own.map(asHolder);
}

/**
 * Every post that concerns a person at a moment, in what capacity, and whether the person may act for it now: own posts,
 * posts acted for, and posts whose signing is delegated. Each post at most once per capacity.
 */
export function postsInForce(people: PeopleAt, personId: string): readonly PostInForce[] {
  const candidates = new Set([...people.own.keys(), ...people.acting.keys(), ...people.successions.keys()]);
  const posts: PostInForce[] = [];
  for (const postId of candidates) {
    const actors = actorsOf(people, postId);
    for (const actor of actors) {
      if (actor.personId === personId) posts.push(toPostInForce(postId, actor));
    }
    const held = (people.own.get(postId) ?? []).find((each) => each.personId === personId);
    if (held !== undefined && !actors.some((actor) => actor.personId === personId)) {
      posts.push({ postId, capacity: 'own', ownPostId: null, orderNo: held.orderNo, mayAct: false, kinds: null, until: held.to });
    }
  }
  return [...posts, ...delegatedPosts(people, personId)];
}

/** What somebody wants to do for a post. */
export type ActForPost = { readonly postIds: readonly string[]; readonly taskKind: string; readonly letterKind: LetterKind };

/**
 * The entry under which a person may act on a task of the given posts, or null. A delegation covers signing only, and
 * only the kinds of document it names; own posts come before posts acted for.
 */
export function findEntitlement(posts: readonly PostInForce[], act: ActForPost): PostInForce | null {
  const fitting = posts.filter((post) => post.mayAct && act.postIds.includes(post.postId) && covers(post, act));
  const rank = (post: PostInForce): number => (post.capacity === 'own' ? 0 : post.capacity === 'delegated' ? 2 : 1);
  return fitting.toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
}

/** Whether a post may sign in another's name, and by what order: the delegation in force, or null. */
export function findDelegation(
  people: PeopleAt,
  { fromPostId, toPostId, kind }: { readonly fromPostId: string; readonly toPostId: string; readonly kind: LetterKind },
): DelegationFact | null {
  return (
    people.delegations.find(
      (each) => each.fromPostId === fromPostId && each.toPostId === toPostId && (each.kinds.length === 0 || each.kinds.includes(kind)),
    ) ?? null
  );
}

/**
 * The next instant after `at` at which any of these facts begins or ends: until then every answer of this file stays the
 * same. Null where nothing is planned.
 */
export function nextChange(facts: PeopleFacts, at: string): string | null {
  const now = Date.parse(at);
  const instants = [...facts.appointments, ...facts.absences, ...facts.delegations]
    .flatMap((period: AppointmentFact | AbsenceFact | DelegationFact) => [period.from, period.to])
    .filter((instant): instant is string => instant !== null)
    .map((instant) => Date.parse(instant))
    .filter((instant) => instant > now);
  return instants.length === 0 ? null : new Date(Math.min(...instants)).toISOString();
}

function firstSuccessors(people: PeopleAt, postId: string): readonly PostActor[] {
  for (const rung of people.successions.get(postId) ?? []) {
    if (rung.successorPostId === postId) continue;
    const present = (people.own.get(rung.successorPostId) ?? []).filter(({ personId }) => !people.absent.has(personId));
    if (present.length > 0) {
      return present.map(({ personId }) => ({
        personId,
        capacity: 'acting_for',
        ownPostId: rung.successorPostId,
        orderNo: rung.orderNo,
        via: 'succession',
        until: null,
      }));
    }
  }
  return [];
}

function delegatedPosts(people: PeopleAt, personId: string): readonly PostInForce[] {
  return people.delegations
    .filter(({ toPostId }) => actorsOf(people, toPostId).some((actor) => actor.personId === personId))
    .map(({ fromPostId, toPostId, orderNo, kinds, to }) => ({
      postId: fromPostId,
      capacity: 'delegated',
      ownPostId: toPostId,
      orderNo,
      mayAct: true,
      kinds,
      until: to,
    }));
}

const covers = (post: PostInForce, act: ActForPost): boolean =>
  post.kinds === null || (act.taskKind === 'sign' && (post.kinds.length === 0 || post.kinds.includes(act.letterKind)));

const toPostInForce = (postId: string, { capacity, ownPostId, orderNo, until }: PostActor): PostInForce => ({
  postId,
  capacity,
  ownPostId,
  orderNo,
  mayAct: true,
  kinds: null,
  until,
});

const asHolder = ({ personId, orderNo, to }: AppointmentFact): PostActor => ({ personId, capacity: 'own', ownPostId: null, orderNo, via: 'own', until: to });

const byAppointment = ({ personId, capacity, ownPostId, orderNo, to }: AppointmentFact): PostActor => ({
  personId,
  capacity,
  ownPostId,
  orderNo,
  via: 'appointment',
  until: to,
});

function groupBy<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}
