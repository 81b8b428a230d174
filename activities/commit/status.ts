/** The letter's own columns: facts that lists show, secrecy, status and end. */
import type { Row } from '#db/repositories/commit/tables';
import { SECRECIES, URGENCIES } from '#domain/letter/vocabulary';
import type { EffectOf } from '#domain/route/effects';
import type { FactValue } from '#domain/route/model';
import { releaseGiven } from './numbers';
import { changeTask, knownTask, type Work } from './work';

/** Facts that are columns of the letter as well, and what they must look like to be written there. */
const FACT_COLUMNS: { readonly [fact: string]: { readonly column: keyof Row<'letter'>; readonly fits: (value: FactValue) => boolean } } = {
  urgency: { column: 'urgency', fits: (value) => URGENCIES.some((urgency) => urgency === value) },
  urgentBy: { column: 'urgentBy', fits: (value) => value === null || (typeof value === 'string' && !Number.isNaN(Date.parse(value))) },
  ownerUnitId: { column: 'ownerUnitId', fits: (value) => value === null || isUuid(value) },
  ownerUnit: { column: 'ownerUnitId', fits: (value) => value === null || isUuid(value) },
  dateAsked: { column: 'dateAsked', fits: (value) => value === null || (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) },
};
const isUuid = (value: FactValue): boolean => typeof value === 'string' && /^[0-9a-f-]{36}$/i.test(value);

export function setFacts(work: Work, { facts }: EffectOf<'setFacts'>): void {
  for (const [fact, value] of Object.entries(facts)) {
    const known = FACT_COLUMNS[fact];
    if (known?.fits(value) === true) Object.assign(work.patch, { [known.column]: value });
  }
}

export function reclassify(work: Work, { secrecy }: EffectOf<'reclassify'>): void {
  if (!SECRECIES.includes(secrecy)) throw new Error(`no class ${secrecy}`);
  work.patch.secrecy = secrecy;
}

/** Their places in the inboxes follow. */
export function urge(work: Work, { urgency, taskIds }: EffectOf<'urge'>): void {
  for (const taskId of taskIds) {
    changeTask(work, taskId, { urgencyRank: URGENCIES.indexOf(urgency) });
    const task = knownTask(work, taskId);
    for (const postId of task?.postIds ?? []) work.hints.posts.add(postId);
  }
}

export function setStatus(work: Work, { status }: EffectOf<'setStatus'>): void {
  work.summary.status = status;
}

export function endLetter(work: Work, { outcome }: EffectOf<'endLetter'>): void {
  releaseGiven(work);
  work.patch.endedAt = work.at;
  work.patch.outcome = outcome;
  work.summary.status = 'ended';
  work.summary.outcome ??= outcome;
}

/** The pin of a letter is its main frame's; other frames carry theirs in the state. */
export function moveVersion(work: Work, { isMain, routeVersionId }: EffectOf<'moveVersion'>): void {
  if (isMain) work.patch.routeVersionId = routeVersionId;
}
