/** Every effect of the engine and what the commit makes of it. What is missing here does not compile. */
import type { Effect, EffectOf, EffectType } from '#domain/route/effects';
import { closeAssignment, openAssignment } from './assignments';
import { dispatch, judgeDelivery, recallDelivery, returnDelivery } from './deliveries';
import { clearTimer, setTimer } from './due';
import { notify } from './notices';
import { remind } from './reminders';
import { cancelNumber, takeNumber } from './numbers';
import { render } from './renditions';
import { endLetter, moveVersion, reclassify, setFacts, setStatus, urge } from './status';
import { changeOpenTask, closeTask, openTask } from './tasks';
import { endorse, keepVersion, seal } from './texts';
import type { Work } from './work';

const HANDLERS: { readonly [K in EffectType]: (work: Work, effect: EffectOf<K>) => void } = {
  openTask,
  closeTask,
  changeTask: changeOpenTask,
  setTimer,
  clearTimer,
  takeNumber,
  cancelNumber,
  endorse,
  keepVersion,
  seal,
  openAssignment,
  closeAssignment,
  setFacts,
  reclassify,
  urge,
  dispatch,
  recallDelivery,
  returnDelivery,
  judgeDelivery,
  render,
  notify,
  remind,
  moveVersion,
  setStatus,
  endLetter,
};

/**
 * Takes in all effects in the order in which the engine asked for them, except that assignments and numbers come first: a
 * unit's number stands in its assignment, and what is sent in the same transition carries the letter's number.
 */
export function takeIn(work: Work, effects: readonly Effect[]): void {
  const rank = ({ type }: Effect): number => (type === 'openAssignment' ? 0 : type === 'takeNumber' ? 1 : 2);
  for (const effect of effects.toSorted((a, b) => rank(a) - rank(b))) handle(work, effect);
}

function handle<K extends EffectType>(work: Work, effect: EffectOf<K>): void {
  // The map gives the handler of this very type; TypeScript cannot follow the union through the index.
  (HANDLERS[effect.type] as (work: Work, effect: EffectOf<K>) => void)(work, effect);
}
