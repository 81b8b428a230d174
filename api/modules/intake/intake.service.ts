/** Taking letters in: what is known already is shown before it is registered again. */
import type { z } from 'zod';
import { rolePosts } from '#domain/access/subject';
import type { knownQuerySchema, knownSchema } from '#domain/contracts/intake';
import type { LetterStart } from '#domain/contracts/letters';
import { DomainError } from '#domain/errors';
import { parseCited } from '#domain/intake/cited';
import { SUBJECT_MIN } from '#domain/intake/same-letter';
import type { LetterReference } from '#domain/letter/content';
import { type Incoming, isBeingTaken, listCited, listNearSubject, listSameNumber } from '#db/repositories/intake';
import type { Reader } from '#db/repositories/readers';
import type { Tx } from '#db/tx';
import type { ApiDeps } from '../../deps';

type Deps = Pick<ApiDeps, 'pool' | 'now'>;

/** The same letter in the register, and letters of ours that it refers to. @throws DomainError POST_UNKNOWN for a post that is not the reader's */
export async function findKnown({ pool, now }: Deps, reader: Reader, query: z.output<typeof knownQuerySchema>): Promise<z.output<typeof knownSchema>> {
  const officeId = officeOf(reader, query.postId);
  const at = now().toISOString();
  const letter = { officeId, fromText: query.fromText, theirNo: query.theirNo, theirDate: query.theirDate ?? null };
  const cites = query.cites.split('\n').filter((line) => line.trim() !== '').slice(0, 20).map(parseCited);
  const [byNumber, bySubject, cited] = await Promise.all([
    listSameNumber(pool, { reader, letter, at }),
    query.subject.length < SUBJECT_MIN ? [] : listNearSubject(pool, { reader, officeId, fromText: query.fromText, subject: query.subject, at }),
    listCited(pool, { reader, officeId, cites }),
  ]);
  const known = new Set(byNumber.map(({ letterId }) => letterId));
  return { same: [...byNumber, ...bySubject.filter(({ letterId }) => !known.has(letterId))], cited };
}

/**
 * Keeps two clerks from registering one letter, where the caller asked for it. Runs in the transaction that writes the letter.
 * @throws DomainError LETTER_TAKEN_IN
 */
export async function assertNotTaken(tx: Tx, { reader, letter, at, exceptId }: { readonly reader: Reader; readonly letter: Incoming; readonly at: string; readonly exceptId: string | null }): Promise<void> {
  if (await isBeingTaken(tx, { letter, at })) throw new DomainError('LETTER_TAKEN_IN', { letterId: null, receiveNo: null });
  const same = (await listSameNumber(tx, { reader, letter, at })).find(({ letterId }) => letterId !== exceptId);
  if (same !== undefined) throw new DomainError('LETTER_TAKEN_IN', { letterId: same.letterId, receiveNo: same.receiveNo });
}

/** References of a letter taken in, each with the letter of ours that it names, where there is just one that the reader may see. */
export async function withOurLetters({ pool }: Pick<Deps, 'pool'>, { reader, body, officeId }: { readonly reader: Reader; readonly body: LetterStart; readonly officeId: string }): Promise<readonly LetterReference[]> {
  if (body.type !== 'incoming' || body.references.length === 0) return [];
  const ours = await listCited(pool, { reader, officeId, cites: body.references });
  return body.references.map((reference) => {
    const found = ours.filter(({ cited }) => cited === reference.letterNo);
    return { ...reference, letterId: found.length === 1 ? (found[0]?.letterId ?? null) : null };
  });
}

function officeOf(reader: Reader, postId: string): string {
  const post = rolePosts(reader).find((each) => each.postId === postId);
  if (post === undefined) throw new DomainError('POST_UNKNOWN', { field: 'postId' });
  return post.officeId;
}
