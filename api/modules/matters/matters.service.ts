import type { z } from 'zod';
import { decide } from '#domain/access/policy';
import { neededRank } from '#domain/access/read';
import { officeChain } from '#domain/audit/chain';
import { MATTER_MAX, type Matter, type matterLinkInputSchema, type matterUnlinkSchema } from '#domain/contracts/matters';
import { DomainError } from '#domain/errors';
import { addDays, bangkokDate } from '#domain/thai/dates';
import { withTransaction } from '#db/client';
import { recordAudit } from '#db/repositories/audit';
import { findLetterAccess, type LetterAccess } from '#db/repositories/letter-access';
import { findMatterLink, insertMatterLink, removeMatterLink } from '#db/repositories/matter-links';
import { findMatterIds, listExchanges, listHandLinks, listMatterLetters, listMatterLinks, type MatterTime } from '#db/repositories/matters';
import type { Reader } from '#db/repositories/readers';
import type { Tx } from '#db/tx';
import type { ApiDeps } from '../../deps';
import type { SignedIn } from '../../plugins/context';
import { assertAllowed, findOfficePost, getKnownLetter, openLetter } from '../letters/access';

export type MatterDeps = Pick<ApiDeps, 'pool' | 'now'>;
type OfLetter = SignedIn & { readonly letterId: string };

/** The matter of a letter, now or at the end of a day. Whoever sees an envelope only learns nothing of it. @throws DomainError NOT_FOUND */
export async function readMatter(deps: MatterDeps, { letterId, on = null, reader, session }: OfLetter & { readonly on?: string | undefined | null }): Promise<Matter> {
  const { letter, reveal } = await openLetter(deps, { reader, session }, letterId);
  if (!reveal) throw new DomainError('NOT_FOUND');
  const time = momentOf(deps.now().toISOString(), on);
  const found = await findMatterIds(deps.pool, { letterId, reader, at: time.at });
  const ids = found.slice(0, MATTER_MAX);
  const [letters, exchanges, links, byHand] = await Promise.all([
    listMatterLetters(deps.pool, { ids, ...time }),
    listExchanges(deps.pool, { ids, ...time }),
    listMatterLinks(deps.pool, { ids, at: time.at }),
    listHandLinks(deps.pool, { ids, at: time.at, reader }),
  ]);
  return {
    letterId, on: time.isPast ? on : null, at: time.at, letters, exchanges: exchanges.slice(0, MATTER_MAX), links, byHand,
    isCut: found.length > MATTER_MAX || exchanges.length > MATTER_MAX,
    canLink: decide(reader, 'letter.link', { letter }).allow,
  };
}

/** The end of a day in Bangkok; today, and what has not come yet, is now. */
function momentOf(now: string, on: string | null): MatterTime {
  if (on === null || on >= bangkokDate(now)) return { at: now, isPast: false };
  return { at: new Date(Date.parse(`${addDays(on, 1)}T00:00:00+07:00`) - 1).toISOString(), isPast: true };
}

/** Says that two letters belong together. @throws DomainError NOT_FOUND, FORBIDDEN, LINK_TO_SELF, LINK_LETTER_UNKNOWN, LINK_EXISTS */
export async function linkLetter(deps: MatterDeps, { letterId, body, ...signedIn }: OfLetter & { readonly body: z.output<typeof matterLinkInputSchema> }): Promise<Matter> {
  const { reader } = signedIn;
  const { letter } = await getKnownLetter(deps.pool, reader, letterId);
  assertAllowed(reader, 'letter.link', { letter });
  if (body.letterId === letterId) throw new DomainError('LINK_TO_SELF', { field: 'letterId' });
  const other = await findReadable(deps.pool, reader, body.letterId);
  if (other === null) throw new DomainError('LINK_LETTER_UNKNOWN', { field: 'letterId' });
  const at = deps.now().toISOString();
  await withTransaction(deps.pool, async (tx) => {
    const linkId = await insertMatterLink(tx, { fromLetterId: letterId, toLetterId: other.id, reason: body.reason, at, personId: reader.personId });
    if (linkId === null) throw new DomainError('LINK_EXISTS', { letterId: other.id });
    await record(tx, { kind: 'matter.linked', linkId, reader, at, ends: [letter, other] });
  });
  return readMatter(deps, { letterId, ...signedIn });
}

type Removal = OfLetter & { readonly linkId: string; readonly body: z.output<typeof matterUnlinkSchema> };

/** Takes a link away that was made by hand. @throws DomainError NOT_FOUND, FORBIDDEN, LINK_REMOVED */
export async function unlinkLetter(deps: MatterDeps, { letterId, linkId, body, ...signedIn }: Removal): Promise<Matter> {
  const { reader } = signedIn;
  const { letter } = await getKnownLetter(deps.pool, reader, letterId);
  assertAllowed(reader, 'letter.link', { letter });
  const link = await findMatterLink(deps.pool, linkId);
  if (link === null || ![link.fromLetterId, link.toLetterId].includes(letterId)) throw new DomainError('NOT_FOUND');
  const other = await findReadable(deps.pool, reader, link.fromLetterId === letterId ? link.toLetterId : link.fromLetterId);
  if (other === null) throw new DomainError('NOT_FOUND');
  const at = deps.now().toISOString();
  await withTransaction(deps.pool, async (tx) => {
    if (!(await removeMatterLink(tx, { id: linkId, at, personId: reader.personId, reason: body.reason }))) throw new DomainError('LINK_REMOVED');
    await record(tx, { kind: 'matter.unlinked', linkId, reader, at, ends: [letter, other] });
  });
  return readMatter(deps, { letterId, ...signedIn });
}

/** A letter that the reader may read, not only know of; null where there is none. */
async function findReadable(tx: Tx, reader: Reader, letterId: string): Promise<LetterAccess | null> {
  const letter = await findLetterAccess(tx, letterId);
  return letter !== null && decide(reader, 'letter.read', { letter }).reveal ? letter : null;
}

type Recorded = { readonly kind: 'matter.linked' | 'matter.unlinked'; readonly linkId: string; readonly reader: Reader; readonly at: string; readonly ends: readonly [LetterAccess, LetterAccess] };

/** The event names the more secret of the two only: whoever may not know of that one does not learn of it by the trail of the other. */
async function record(tx: Tx, { kind, linkId, reader, at, ends: [letter, other] }: Recorded): Promise<void> {
  const { officeId } = letter;
  const named = neededRank(other) > neededRank(letter) ? other : letter;
  const post = findOfficePost(reader, officeId, () => true);
  await recordAudit(tx, { chain: officeChain(officeId), officeId, kind, at, personId: reader.personId, postId: post?.postId ?? null, data: { letterId: named.id, linkId } });
}
