import { PLAIN_CALENDAR, type OfficeCalendar } from '#domain/calendar/calendar';
import { dueAt, instantBefore } from '#domain/calendar/deadline';
import type { Capacity } from '#domain/letter/vocabulary';
import { actorsOf, peopleAt } from '#domain/people/posts-in-force';
import { resolveAssignee } from '#domain/route/assignee';
import { directoryAt, type DirectoryFacts } from '#domain/route/directory-at';
import type { AssigneeContext } from '#domain/route/effects';
import type { AssigneeRule, Deadline, EscalationRung, UnitRef } from '#domain/route/model';
import { bangkokDate, type CivilDate, type Instant } from '#domain/thai/dates';

/** The office's people and calendar, for what a setting would mean on a given day. */
export type PeopleView = {
  /** The moment that "today" means. */
  readonly now: Instant;
  readonly calendar: OfficeCalendar;
  readonly facts: DirectoryFacts;
  readonly personName: (id: string) => string;
  /** By id, not by code. */
  readonly postName: (id: string) => string;
};

/** One post that would be asked, with whoever acts for it then. */
export type WouldBeAsked = { readonly postId: string; readonly actors: readonly { readonly personId: string; readonly capacity: Capacity }[] };
export type Asking = { readonly via: 'rule' | 'fallback' | 'secretRegistrar'; readonly posts: readonly WouldBeAsked[] };

/** Whom a rule means at a moment, by the same rules as the commit: acting appointments, absences and succession honoured. */
export function askedAt({ facts }: PeopleView, rule: AssigneeRule, at: Instant, examplePostId: string | null): Asking {
  const directory = directoryAt(facts, at);
  const people = peopleAt({ ...facts.facts, delegations: [] }, at);
  const { postIds, personId, via } = resolveAssignee(rule, directory, contextOf(facts, examplePostId), { personIds: [], postIds: [] });
  const actorsAt = (postId: string) => actorsOf(people, postId).filter((actor) => personId === null || actor.personId === personId);
  return { via, posts: postIds.map((postId) => ({ postId, actors: actorsAt(postId).map(({ personId: id, capacity }) => ({ personId: id, capacity })) })) };
}

/** A letter that whoever holds this post has drafted, passed on and holds; nothing else is known of it. */
function contextOf({ posts }: DirectoryFacts, postId: string | null): AssigneeContext {
  const post = posts.find(({ id }) => id === postId);
  const actor = post === undefined ? null : ({ personId: '', postId: post.id, capacity: 'own' } as const);
  const unitId = post?.unitId ?? null;
  return { holderUnitId: unitId, lastActor: actor, drafter: actor, facts: { ownerUnitId: unitId, proposedUnit: unitId, actingPerson: postId, signerPost: postId, addresseePost: postId }, secrecy: 'none' };
}

const isOfLetter = (unit: UnitRef | undefined): boolean => typeof unit === 'string' && unit !== 'registry';

/** Whether a rule means somebody only beside a letter, so that an example is needed. */
export function needsExample(rule: AssigneeRule): boolean {
  if (rule.by === 'unitHead' || rule.by === 'oversees' || rule.by === 'role') return isOfLetter(rule.unit);
  return rule.by === 'superior' || rule.by === 'drafter' || rule.by === 'field';
}

/** 13 April of this year, or of the next where it has passed. */
export function nextSongkran(now: Instant): CivilDate {
  const today = bangkokDate(now);
  const year = Number(today.slice(0, 4));
  return today <= `${year}-04-13` ? `${year}-04-13` : `${year + 1}-04-13`;
}

/** When a time limit that begins at a moment ends; null for one that the letter carries. */
export function dueFrom(calendar: OfficeCalendar, deadline: Deadline, from: Instant): Instant | null {
  return 'fact' in deadline ? null : dueAt(calendar, deadline.rule, from);
}

/** When a rung is climbed. */
export function rungAt(calendar: OfficeCalendar, { when, offset }: EscalationRung, due: Instant): Instant {
  return when === 'beforeDue' ? instantBefore(calendar, offset, due) : dueAt(calendar, offset, due);
}

/** Where the office's own calendar is not there yet, the order of rungs is that of an office without holidays. */
export const calendarOf = (people: PeopleView | undefined): OfficeCalendar => people?.calendar ?? PLAIN_CALENDAR;
