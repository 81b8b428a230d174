import { withTransaction } from '#db/client';
import { sendHint } from '#db/repositories/hints';
import type { Tx } from '#db/tx';
import type { ApiDeps } from '../../deps';

/** Runs a change of people in one transaction and tells all streams afterwards: inboxes, deputies and pickers may have changed with it. */
export async function changePeople<Result>({ pool, log }: Pick<ApiDeps, 'pool' | 'log'>, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const result = await withTransaction(pool, work);
  // The change stands whether or not anybody hears of it now.
  await sendHint(pool, { topic: 'people' }).catch((error: Error) => log.warn({ err: error.message }, 'a change of people could not be told'));
  return result;
}
