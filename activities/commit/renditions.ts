/** Documents to be made after this transition: the final PDF, the stamps. */
import type { EffectOf } from '#domain/route/effects';
import { addOutbox, type Work } from './work';

export function render(work: Work, { effectId, what }: EffectOf<'render'>): void {
  addOutbox(work, {
    effectId,
    orderKey: `render:${work.letter.id}`,
    kind: 'render',
    payload: { effectId, what },
  });
}
