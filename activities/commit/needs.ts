/** What a transition will have to look up, read off its event and effects before anything is read. */
import type { ContextNeeds, LockedLetter } from '#db/repositories/commit/read';
import type { CommitInput } from '#domain/messages';
import type { Effect } from '#domain/route/effects';
import type { LetterEvent } from '#domain/route/events';

export type Needs = ContextNeeds & { readonly people: boolean };

export function needsOf({ eventId, event, effects }: CommitInput, letter: LockedLetter): Needs {
  const dispatches = effects.filter((effect) => effect.type === 'dispatch');
  const list = dispatches.map(({ recipients }) => recipients).find((recipients) => 'listCode' in recipients);
  const numbers = effects.some(({ type }) => type === 'takeNumber' || type === 'cancelNumber');
  return {
    eventId,
    commandId: isPersons(event) ? eventId : null,
    machineKey: isPersons(event) || event.type === 'timer' ? null : eventId,
    taskIds: unique([...('taskId' in event ? [event.taskId] : []), ...effects.flatMap(taskIdsOf)]),
    timerIds: unique([...(event.type === 'timer' ? [event.timerId] : []), ...effects.flatMap(timerIdsOf)]),
    numberKeys: unique(effects.flatMap((effect) => (effect.type === 'takeNumber' || effect.type === 'cancelNumber' ? [effect.key] : []))),
    deliveryIds: unique([
      ...(letter.deliveryId === null ? [] : [letter.deliveryId]),
      ...effects.flatMap((effect) => (effect.type === 'recallDelivery' || effect.type === 'judgeDelivery' ? [effect.deliveryId] : [])),
    ]),
    books: numbers,
    given: effects.some(({ type }) => type === 'takeNumber' || type === 'endLetter'),
    calendar: numbers || asksForCalendar(effects),
    text: effects.some(({ type }) => type === 'keepVersion'),
    links: dispatches.length > 0 || effects.some(({ type }) => type === 'takeNumber'),
    paper: effects.some(({ type }) => type === 'render'),
    listCode: list !== undefined && 'listCode' in list ? list.listCode : null,
    people: effects.some(asksForPeople),
  };
}

/** Whether instants are counted by the office's calendar. */
export const asksForCalendar = (effects: readonly Effect[]): boolean => effects.some(({ type }) => type === 'setTimer' || type === 'openAssignment');

/** Whether somebody did it, so that a command row must vouch for it. */
export const isPersons = (event: LetterEvent): boolean => 'actor' in event && event.actor !== null;

const asksForPeople = (effect: Effect): boolean =>
  effect.type === 'openTask' ||
  effect.type === 'remind' ||
  effect.type === 'seal' ||
  effect.type === 'openAssignment' ||
  (effect.type === 'changeTask' && effect.resolve !== undefined) ||
  (effect.type === 'notify' && ('rule' in effect.to || 'superiorOfTask' in effect.to || 'processOwner' in effect.to));

function taskIdsOf(effect: Effect): readonly string[] {
  if (effect.type === 'closeTask' || effect.type === 'remind') return [effect.taskId];
  if (effect.type === 'urge') return effect.taskIds;
  if (effect.type === 'changeTask') return [effect.task.id];
  if (effect.type !== 'notify') return [];
  return [...(effect.taskId === null ? [] : [effect.taskId]), ...('superiorOfTask' in effect.to ? [effect.to.superiorOfTask] : [])];
}

function timerIdsOf(effect: Effect): readonly string[] {
  if (effect.type !== 'setTimer') return [];
  return 'timer' in effect.anchor ? [effect.timerId, effect.anchor.timer] : [effect.timerId];
}

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];
