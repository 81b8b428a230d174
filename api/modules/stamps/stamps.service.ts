/** Receipt stamps of a letter: where they stand on page 1, and moving one. Every stamped page is made anew of the untouched original. */
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { z } from 'zod';
import { decide } from '#domain/access/policy';
import type { stampMoveSchema, Stamps } from '#domain/contracts/stamps';
import { DomainError } from '#domain/errors';
import { isTooClose, STAMP_SIZE, type StampBox, stampTexts } from '#domain/letter/stamp-place';
import { withTransaction } from '#db/client';
import { recordLetterAudit } from '#db/repositories/letter-audit';
import type { LetterAccess } from '#db/repositories/letter-access';
import { findPrintable, lockPrintable, type PrintableLetter, type PrintableReceipt, recordRendition } from '#db/repositories/renditions';
import { keepStampPlaces, type LaidPlace, listStampMoves, moveStampPlace } from '#db/repositories/stamp-places';
import type { Stamped } from '#platform/pdf/stamp-pdf';
import type { ApiDeps } from '../../deps';
import type { LongJobs } from '../../long-jobs/long-jobs';
import type { SignedIn } from '../../plugins/context';
import { assertAllowed, findOfficePost, openLetter } from '../letters/access';

export type StampDeps = Pick<ApiDeps, 'pool' | 'now' | 'files'> & { readonly longJobs: LongJobs };
type OfLetter = SignedIn & { readonly letterId: string };
type Original = NonNullable<PrintableLetter['main']>;
type Page1 = { readonly letter: LetterAccess; readonly printable: PrintableLetter; readonly main: Original };

/** Where the stamps of a letter stand. @throws DomainError NOT_FOUND, also where there is no page to stamp */
export async function readStamps(deps: StampDeps, { letterId, ...signedIn }: OfLetter): Promise<Stamps> {
  const { letter, printable, main } = await openPage(deps, { letterId, ...signedIn });
  const moves = await listStampMoves(deps.pool, main.id);
  return {
    documentId: main.id,
    name: main.name,
    stamps: printable.receipts.map((receipt) => {
      const { entryId, unitId, stampPlace } = receipt;
      const move = moves.find((each) => each.entryId === entryId);
      return {
        ...stampTexts(receipt), entryId, found: stampPlace?.found ?? null, rev: stampPlace?.rev ?? 0,
        place: stampPlace === null ? null : boxOf(stampPlace),
        moved: move === undefined ? null : { by: { id: move.byId, name: move.by }, at: move.at },
        canMove: decide(signedIn.reader, 'letter.moveStamp', { letter, unitId }).allow,
      };
    }),
  };
}

const boxOf = ({ x, y, w, h }: StampBox): StampBox => ({ x, y, w, h });

/** What is sealed or a mere control entry has no page here: nobody stamps what nobody opens. */
async function openPage(deps: StampDeps, { letterId, ...signedIn }: OfLetter): Promise<Page1> {
  const { letter, reveal } = await openLetter(deps, signedIn, letterId);
  const printable = reveal ? await findPrintable(deps.pool, letterId) : null;
  if (printable === null || printable.main === null || printable.main.mime !== 'application/pdf' || printable.isSealed || printable.secrecy === 'top_secret') throw new DomainError('NOT_FOUND');
  return { letter, printable, main: printable.main };
}

type Move = OfLetter & { readonly entryId: string; readonly body: z.output<typeof stampMoveSchema> };

/**
 * Lays the stamp elsewhere: a new page of the untouched original takes the place of the one before, which is kept.
 * @throws DomainError NOT_FOUND, FORBIDDEN, STAMP_MOVED, LETTER_STALE, STAMPS_OVERLAP, and what `stampPdf` refuses
 */
export async function moveStamp(deps: StampDeps, { letterId, entryId, body, ...signedIn }: Move): Promise<Stamps> {
  const { letter, printable, main } = await openPage(deps, { letterId, ...signedIn });
  const receipt = printable.receipts.find((each) => each.entryId === entryId);
  if (receipt === undefined) throw new DomainError('NOT_FOUND');
  assertAllowed(signedIn.reader, 'letter.moveStamp', { letter, unitId: receipt.unitId });
  const before = receipt.stampPlace;
  if ((before?.rev ?? 0) !== body.rev) throw new DomainError('STAMP_MOVED', { entryId });
  const stampPlace = placeOf(printable.receipts, receipt, body);
  const receipts = printable.receipts.map((each) => (each === receipt ? { ...each, stampPlace } : each));
  const original = await buffer(await deps.files.get(main.sha256));
  const { pdf, laid } = await deps.longJobs.layStamps({ original, receipts });
  const places = receipts.flatMap((each, index) => (laid[index] === undefined ? [] : [{ ...laid[index], entryId: each.entryId }]));
  await keep(deps, { letter, printable, main, signedIn, entryId, pdf, places });
  return readStamps(deps, { letterId, ...signedIn });
}

/** @throws DomainError STAMPS_OVERLAP where another registry's stamp stands */
function placeOf(receipts: readonly PrintableReceipt[], receipt: PrintableReceipt, { x, y }: { readonly x: number; readonly y: number }): NonNullable<PrintableReceipt['stampPlace']> {
  const { w, h } = receipt.stampPlace ?? STAMP_SIZE;
  const place = { x, y, w, h };
  const other = receipts.find((each) => each !== receipt && each.stampPlace !== null && isTooClose(place, each.stampPlace));
  if (other !== undefined) throw new DomainError('STAMPS_OVERLAP', { receiveNo: other.printed });
  return { ...place, found: 'person', rev: receipt.stampPlace?.rev ?? 0 };
}

type Kept = Page1 & { readonly signedIn: SignedIn; readonly entryId: string; readonly pdf: Stamped['pdf']; readonly places: readonly LaidPlace[] };

/** Page, place and trail in one transaction, unless the letter has changed since it was read. */
async function keep({ pool, files, now }: StampDeps, { letter, printable, main, signedIn, entryId, pdf, places }: Kept): Promise<void> {
  const { sha256, size } = await files.put(Readable.from([pdf]));
  const at = now().toISOString();
  const { personId } = signedIn.reader;
  await withTransaction(pool, async (tx) => {
    const locked = await lockPrintable(tx, letter.id);
    if (JSON.stringify(locked) !== JSON.stringify(printable)) throw new DomainError(wasMoved(locked, printable, entryId) ? 'STAMP_MOVED' : 'LETTER_STALE', { entryId });
    const place = places.find((each) => each.entryId === entryId);
    if (place === undefined) throw new Error(`no place was laid for the stamp of ${entryId}`);
    const renditionId = await recordRendition(tx, { letterId: letter.id, role: 'stamped', name: main.name, sourceId: main.id, sha256, sizeBytes: size, pages: null });
    await moveStampPlace(tx, { documentId: main.id, place, personId, at });
    await keepStampPlaces(tx, { documentId: main.id, laid: places });
    const from = printable.receipts.find((each) => each.entryId === entryId)?.stampPlace ?? null;
    const post = findOfficePost(signedIn.reader, letter.officeId, ({ roles }) => roles.includes('clerk') || roles.includes('secret_registrar'));
    const data = { entryId, documentId: main.id, renditionId, from: from === null ? null : boxOf(from), to: boxOf(place) };
    await recordLetterAudit(tx, { letterId: letter.id, kind: 'letter.stampMoved', at, by: { personId, postId: post?.postId ?? null }, data });
  });
}

const wasMoved = (now: PrintableLetter | null, then: PrintableLetter, entryId: string): boolean => {
  const revOf = (letter: PrintableLetter | null) => letter?.receipts.find((each) => each.entryId === entryId)?.stampPlace?.rev ?? 0;
  return revOf(now) !== revOf(then);
};
