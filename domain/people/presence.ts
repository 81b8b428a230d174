/**
 * Who would get what is put to a post, and who of them is away: now, or when it is due. A warning to whoever hands work
 * down; nothing is refused because of it.
 */
import { overlaps } from './appointments';
import type { AbsenceFact, PeopleFacts, PostActor, SuccessionFact } from './facts';
import { actorsOf, isInForce, peopleAt } from './posts-in-force';

/** When work is due: the office hours of that day. */
export type DueWindow = { readonly from: string; readonly to: string };

export type Away = {
  readonly personId: string;
  readonly from: string;
  readonly to: string;
  /** Away at this moment. */
  readonly isNow: boolean;
  /** Away at some time of the day on which it is due. */
  readonly isAtDue: boolean;
  /** Who acts for the post meanwhile; empty where nobody stands in. */
  readonly standIns: readonly PostActor[];
};
export type Presence = { readonly receivers: readonly PostActor[]; readonly away: readonly Away[] };

/** What is known of a post at `at`, for work that is due in `due`. `facts` must reach from `at` to the end of `due`. */
export function presenceOf(facts: PeopleFacts, { postId, at, due }: { readonly postId: string; readonly at: string; readonly due: DueWindow | null }): Presence {
  const now = peopleAt(facts, at);
  const receivers = actorsOf(now, postId);
  const holders = (now.own.get(postId) ?? []).map(({ personId }) => personId);
  const concerned = new Set([...holders, ...receivers.map(({ personId }) => personId)]);
  const away = facts.absences.flatMap((absence): Away[] => {
    if (!concerned.has(absence.personId)) return [];
    const isNow = isInForce(absence, at);
    const isAtDue = due !== null && overlaps(absence, due);
    if (!isNow && !isAtDue) return [];
    const moment = isNow ? at : later(absence.from, due?.from ?? at);
    return [{ ...absence, isNow, isAtDue, standIns: actorsOf(peopleAt(facts, moment), postId).filter(({ personId }) => personId !== absence.personId) }];
  });
  return { receivers, away: away.toSorted((a, b) => Date.parse(a.from) - Date.parse(b.from)) };
}

export type Rung = SuccessionFact & { readonly persons: readonly { readonly personId: string; readonly isAway: boolean }[] };

/** Who acts for a post while its holder is away from `from` to `to`, and the standing order by which that is decided. */
export function standInsOf(facts: PeopleFacts, { postId, personId, from, to }: { readonly postId: string } & AbsenceFact): { readonly standIns: readonly PostActor[]; readonly ladder: readonly Rung[] } {
  const people = peopleAt({ ...facts, absences: [...facts.absences, { personId, from, to }] }, from);
  const isAway = (person: string): boolean => person === personId || facts.absences.some((absence) => absence.personId === person && overlaps(absence, { from, to }));
  return {
    standIns: actorsOf(people, postId).filter((actor) => actor.personId !== personId),
    ladder: (people.successions.get(postId) ?? []).map((rung) => ({
      ...rung,
      persons: (people.own.get(rung.successorPostId) ?? []).map((held) => ({ personId: held.personId, isAway: isAway(held.personId) })),
    })),
  };
}

const later = (one: string, other: string): string => (Date.parse(one) > Date.parse(other) ? one : other);
