/** Tell a letter that something waits for it. The news itself stands in its inbox: a lost nudge costs only time. */
import { findLetterStanding } from '#db/repositories/exchange';
import type { OutboxRow } from '#db/repositories/outbox';
import { textOf, type EffectDeps, type EffectResult } from './effect';

export async function nudge({ pool, letters }: EffectDeps, row: OutboxRow): Promise<EffectResult> {
  const letterId = textOf(row, 'letterId');
  const letter = await findLetterStanding(pool, letterId);
  // Nobody to tell: it has ended, was made for load, or waits for an operator.
  if (letter === null || letter.status === 'ended' || letter.isGenerated || letter.isFlagged) return 'sent';
  await letters.wake(letterId);
  return 'sent';
}
