/** Documents to be made after this transition: the final PDF, the stamps. */
import type { EffectOf } from '#domain/route/effects';
import { addOutbox, type Work } from './work';

type Wanted = Pick<EffectOf<'render'>, 'effectId' | 'what'>;

export function render(work: Work, { effectId, what }: EffectOf<'render'>): void {
  work.renditions.push({ effectId, what });
}

/** Orders what is to be made; what has nothing to show is over at once, without a workflow and a report of its own. */
export function orderRenditions(work: Work): void {
  const idle = work.renditions.filter((wanted) => !hasContent(work, wanted));
  if (idle.length > 0) work.outcome.carriedOut = idle.map(({ effectId }) => effectId);
  for (const wanted of work.renditions.filter((each) => !idle.includes(each))) {
    addOutbox(work, { effectId: wanted.effectId, orderKey: `render:${work.letter.id}`, kind: 'render', payload: wanted });
  }
}

/**
 * Whether there may be something to draw, as the letter will be after this transition, or a page in force that would have to go. In doubt
 * it is ordered: whoever draws looks again.
 */
function hasContent({ context, content, patch }: Work, { what }: Wanted): boolean {
  const { paper } = context;
  if (paper === null) return true;
  if (paper.hasMain || (content.documents ?? []).some(({ role }) => role === 'main')) return true;
  if (what === 'stamps') return paper.hasStamped;
  if (paper.hasRendition) return true;
  const isSigned = paper.isSigned || (patch.signature ?? null) !== null;
  return isSigned && (patch.body === undefined ? paper.hasBody : (patch.body ?? '').trim() !== '');
}
