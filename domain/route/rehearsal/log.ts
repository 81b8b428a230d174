/** What people would notice of a rehearsed letter, in order: who is asked, told and warned, when, and the numbers that are printed. */
import type { ActionWord, BookKind } from '../../letter/vocabulary';
import { resolveAssignee } from '../assignee';
import { indexOf, type Directory } from '../directory';
import type { Effect, EffectOf, EffectType, NoticeTemplate } from '../effects';
import type { AssigneeRule, EndOutcome, NodeId } from '../model';
import { NOBODY_EXCLUDED } from '../run';
import type { LetterState } from '../state';
import type { Played } from './session';

/** A post with whoever acts for it at that moment; without a post where only a person is meant. */
export type Addressed = { readonly postId: string | null; readonly personIds: readonly string[] };

type Happened =
  | { readonly kind: 'asked'; readonly route: string | null; readonly node: NodeId; /** What the task is called, where it is of no step. */ readonly name: string; readonly rule: AssigneeRule; readonly who: readonly Addressed[]; readonly via: 'rule' | 'fallback' | 'secretRegistrar'; readonly passedOver: readonly string[]; readonly dueAt: string | null }
  | { readonly kind: 'handedOver'; readonly route: string | null; readonly node: NodeId; readonly who: readonly Addressed[] }
  | { readonly kind: 'acted'; readonly route: string | null; readonly node: NodeId; readonly outcome: string; readonly who: readonly Addressed[]; readonly action: ActionWord | null }
  | { readonly kind: 'withdrawn'; readonly route: string | null; readonly node: NodeId; readonly who: readonly Addressed[] }
  | { readonly kind: 'told'; readonly template: NoticeTemplate; readonly custom: string | null; readonly who: readonly Addressed[] }
  | { readonly kind: 'number'; readonly book: BookKind; readonly printed: string; readonly date: string; readonly unitId: string | null }
  | { readonly kind: 'directed'; readonly unitId: string; readonly postId: string | null; readonly part: 'main' | 'info'; readonly action: ActionWord }
  | { readonly kind: 'sent'; readonly list: string | null; readonly count: number }
  | { readonly kind: 'delivery'; readonly deliveryId: string; readonly change: string }
  | { readonly kind: 'answered' }
  | { readonly kind: 'held' | 'resumed' }
  | { readonly kind: 'ended'; readonly outcome: EndOutcome };

/** `move`: which move of the script it comes from; -1 for the beginning. */
export type LogEntry = Happened & { readonly at: string; readonly move: number };

type Telling = { readonly played: Played; readonly before: LetterState | null; readonly directory: Directory; readonly dueAt: (taskId: string) => string | null };

/** @param before the state that the transition found; null at the start */
export function logOf(telling: Telling): readonly LogEntry[] {
  const { transition, move } = telling.played;
  const { at } = transition.event;
  return [...ofEvent(telling), ...transition.effects.flatMap((effect) => ofEffect(effect, telling))].map((each) => ({ ...each, at, move }));
}

function ofEvent({ played: { transition }, before, directory }: Telling): readonly Happened[] {
  const { event } = transition;
  if (event.type === 'act') {
    const who = [{ postId: event.actor.postId, personIds: holdersOf(directory, event.actor.postId, event.actor.personId) }];
    const task = before?.tasks[event.taskId];
    return [{ kind: 'acted', route: routeOf(before, task), node: task?.node ?? '', outcome: event.outcome, who, action: event.action ?? null }];
  }
  if (event.type === 'delivery') return [{ kind: 'delivery', deliveryId: event.deliveryId, change: event.change }];
  if (event.type === 'answered') return [{ kind: 'answered' }];
  if (event.type === 'hold') return [{ kind: 'held' }];
  return event.type === 'resume' ? [{ kind: 'resumed' }] : [];
}

/** On which route a task's step stands: a unit runs its own. */
const routeOf = (state: LetterState | null, task: LetterState['tasks'][string] | undefined): string | null => (task === undefined ? null : (state?.frames[task.frame]?.route ?? null));

/** The person who acts, unless nobody holds the post. */
const holdersOf = (directory: Directory, postId: string, personId: string): readonly string[] =>
  (indexOf(directory).posts.get(postId)?.holders ?? []).includes(personId) ? [personId] : [];

function ofEffect(effect: Effect, telling: Telling): readonly Happened[] {
  // The key picks the teller of this very effect; the other effects are nothing that anybody notices.
  const tell = TELL[effect.type] as ((effect: Effect, telling: Telling) => readonly Happened[]) | undefined;
  return tell?.(effect, telling) ?? [];
}

const TELL: { readonly [T in EffectType]?: (effect: EffectOf<T>, telling: Telling) => readonly Happened[] } = {
  openTask: ({ task, nodeName }, { played: { transition }, directory, dueAt }) => {
    const found = transition.outcome.tasks[task.id];
    const who = found === undefined ? [] : addressed(directory, found.postIds, found.personId);
    return [{ kind: 'asked', route: routeOf(transition.state, task), node: task.node, name: nodeName, rule: task.rule, who, via: found?.via ?? 'rule', passedOver: found?.passedOver ?? [], dueAt: dueAt(task.id) }];
  },
  changeTask: ({ task, why }, { played: { transition }, directory }) => {
    const found = transition.outcome.tasks[task.id];
    return why === 'handOver' && found !== undefined ? [{ kind: 'handedOver', route: routeOf(transition.state, transition.state.tasks[task.id]), node: task.node, who: addressed(directory, found.postIds, found.personId) }] : [];
  },
  closeTask: ({ taskId, end }, { before, directory }) => {
    const task = before?.tasks[taskId];
    return end !== 'withdrawn' || task === undefined ? [] : [{ kind: 'withdrawn', route: routeOf(before, task), node: task.node, who: addressed(directory, task.postIds, task.personId) }];
  },
  // Whoever loses a task has just been said to.
  notify: (effect, telling) => (effect.template === 'taskWithdrawn' ? [] : [{ kind: 'told', template: effect.template, custom: effect.custom ?? null, who: targets(effect, telling) }]),
  takeNumber: ({ key, book, unitId, owner }, { played: { transition } }) => {
    const taken = transition.outcome.numbers[key];
    return taken === undefined ? [] : [{ kind: 'number', book, printed: taken.printed, date: taken.date, unitId: owner === 'holder' ? unitId : null }];
  },
  openAssignment: ({ unitId, postId = null, role, action }) => [{ kind: 'directed', unitId, postId, part: role, action }],
  dispatch: ({ recipients }, { played: { transition } }) => ('listCode' in recipients ? [{ kind: 'sent', list: recipients.listCode, count: transition.outcome.deliveries.length }] : [{ kind: 'sent', list: null, count: recipients.length }]),
  endLetter: ({ outcome }) => [{ kind: 'ended', outcome }],
};

/** Posts with whoever acts for them; only this person where one is meant. */
export function addressed(directory: Directory, postIds: readonly string[], personId: string | null): readonly Addressed[] {
  return postIds.map((postId) => {
    const holders = indexOf(directory).posts.get(postId)?.holders ?? [];
    return { postId, personIds: personId === null ? holders : holders.filter((each) => each === personId) };
  });
}

/** Whom a notice reaches, as the notices' own effect finds them. */
function targets({ to, context }: EffectOf<'notify'>, { played: { transition }, before, directory }: Telling): readonly Addressed[] {
  if ('personId' in to) return [{ postId: null, personIds: [to.personId] }];
  if ('postIds' in to) return addressed(directory, to.postIds, null);
  if ('processOwner' in to) return directory.processOwnerPostId === null ? [] : addressed(directory, [directory.processOwnerPostId], null);
  if ('rule' in to) return addressed(directory, resolveAssignee(to.rule, directory, context, NOBODY_EXCLUDED).postIds, null);
  const task = transition.state.tasks[to.superiorOfTask] ?? before?.tasks[to.superiorOfTask];
  const superiors = (task?.postIds ?? []).flatMap((id) => indexOf(directory).posts.get(id)?.superiorId ?? []);
  return addressed(directory, [...new Set(superiors)], null);
}
