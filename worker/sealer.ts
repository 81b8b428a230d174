/**
 * Links audit events into their offices' chains some seconds after they happened, and signs the end of each chain once an hour
 * (design §4). Of several workers one links at a time.
 */
import type { Pool } from 'pg';
import { rootText } from '#domain/audit/ledger';
import { findUnsigned, insertRoots, linkEvents } from '#db/repositories/audit-ledger';
import type { AuditKey } from '#platform/audit-key';
import { createLoop } from './loop';
import type { Part, PartLog } from './part';

const ROUND_MS = 2_000;
const BATCH = 1_000;
const ROOT_EVERY_MS = 3_600_000;
/** How often it looks whether a root is due. */
const ROOT_CHECK_MS = 60_000;
/** An event may show after others with higher ids: each round looks a little back, a round now and then far back, and one an hour at everything. */
const NEAR = 1_000;
const FAR = 10_000;
const FAR_EVERY_MS = 30_000;
const WHOLE_EVERY_MS = 3_600_000;

export type SealerDeps = { readonly pool: Pool; readonly key: AuditKey | null; readonly log: PartLog; readonly clock?: () => Date; readonly roundMs?: number };

export function startSealer({ pool, key, log, clock = () => new Date(), roundMs = ROUND_MS }: SealerDeps): Part {
  let last = 0;
  let lookedFarAt = -Infinity;
  let lookedAtAll = -Infinity;
  let checkedAt = -Infinity;
  const loop = createLoop(async () => {
    const now = clock().getTime();
    const isWhole = now - lookedAtAll >= WHOLE_EVERY_MS;
    const isFar = isWhole || now - lookedFarAt >= FAR_EVERY_MS;
    const done = await linkEvents(pool, { above: isWhole ? 0 : Math.max(0, last - (isFar ? FAR : NEAR)), limit: BATCH });
    // While much is waiting, nothing is signed: the root would be old at once.
    if (done !== null && done.linked === BATCH) return 0;
    if (done !== null) {
      if (isWhole) lookedAtAll = now;
      if (isFar) lookedFarAt = now;
      last = Math.max(last, done.last);
    }
    if (key !== null && now - checkedAt >= ROOT_CHECK_MS) {
      await signRoots(pool, key, now);
      checkedAt = now;
    }
    return roundMs;
  }, log);
  if (key === null) log.warn({}, 'there is no key for the audit trail: it is chained, but not signed');
  return { stop: () => loop.stop() };
}

async function signRoots(pool: Pool, key: AuditKey, now: number): Promise<void> {
  const at = new Date(now).toISOString();
  const ends = await findUnsigned(pool, new Date(now - ROOT_EVERY_MS).toISOString());
  await insertRoots(pool, ends.map((end) => {
    const root = { ledger: end.ledger, seq: end.seq, hash: end.hash, at, keyId: key.id };
    return { ...root, signature: key.sign(rootText(root)) };
  }));
}
