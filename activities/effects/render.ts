/** PDFs of a letter: the final one with number, date and signature, and the received one with the stamps of all registries. */
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Pool } from 'pg';
import { withTransaction } from '#db/client';
import { insertLetterEvent } from '#db/repositories/exchange';
import { hasten } from '#db/repositories/outbox';
import { dropRendition, findPrintable, findRendition, findReported, lockPrintable, recordRendition, type NewRendition, type PrintableLetter } from '#db/repositories/renditions';
import { keepStampPlaces, type LaidPlace } from '#db/repositories/stamp-places';
import type { Tx } from '#db/tx';
import { DomainError, isDomainError } from '#domain/errors';
import { machineEventKey } from '#domain/ids';
import type { DocumentActivities } from '#domain/messages';
import { printedDate, printedNumber, SIGNED_MARK, signatureLines, toPrintedLetter } from '#domain/letter/letter-document';
import type { ObjectStore } from '#platform/object-store/object-store';
import { fillPlaces, type FilledPlace } from '#platform/pdf/fill-places';
import { inspectPdf } from '#platform/pdf/inspect-pdf';
import { renderLetter } from '#platform/pdf/letter';
import { layReceipts } from '#platform/pdf/receipt-page';

export type RenderDeps = { readonly pool: Pool; readonly files: ObjectStore };
export type RenderArgs = Parameters<DocumentActivities['render']>[0];
/** `documentId` is the rendition in force; null where there was nothing to make. `ok` is false where the letter itself makes it impossible. */
export type RenderResult = { readonly ok: boolean; readonly documentId: string | null };

type Made = { readonly pdf: Uint8Array; readonly name: string; readonly sourceId: string | null; /** Of stamps. */ readonly laid?: readonly LaidPlace[] };
type Drawn = { readonly made: Made | null; readonly ok: boolean };
type Kept = Omit<NewRendition, 'letterId' | 'role'> & Pick<Made, 'laid'>;

/** A letter that changes while its PDF is being made is printed anew; more often than this, later. */
const MAX_ROUNDS = 5;

/**
 * Makes the PDF, keeps it, and reports to the letter, the last two in one transaction: whoever repeats a reported effect
 * changes nothing, and whoever printed an older state of the letter never supersedes a newer one. What the letter itself
 * makes impossible (a damaged PDF, a character that no font has) is reported as failed; everything else is thrown and tried again.
 */
export async function render({ pool, files }: RenderDeps, args: RenderArgs): Promise<RenderResult> {
  const { letterId, what } = args;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const letter = await findPrintable(pool, letterId);
    if (letter === null || (await findReported(pool, keyOf(args))) !== null) break;
    const { made, ok } = await draw(files, letter, what);
    const kept = made === null ? null : await keep(files, made);
    const result = await withTransaction(pool, (tx) => finish(tx, { args, letter, kept, ok }));
    if (result !== 'changed') return result;
  }
  return reported(pool, args);
}

const ROLES: { readonly [W in RenderArgs['what']]: NewRendition['role'] } = { final: 'rendition', stamps: 'stamped' };
const keyOf = ({ letterId, effectId }: RenderArgs) => ({ letterId, key: machineEventKey.effect(effectId) });

/** What became of an effect that was carried out before. */
async function reported(db: Tx, args: RenderArgs): Promise<RenderResult> {
  const found = await findReported(db, keyOf(args));
  if (found === null && (await findPrintable(db, args.letterId)) !== null) throw new Error(`letter ${args.letterId} does not hold still to be printed`);
  return { ok: found?.ok ?? true, documentId: await findRendition(db, { letterId: args.letterId, role: ROLES[args.what] }) };
}

async function draw(files: ObjectStore, letter: PrintableLetter, what: RenderArgs['what']): Promise<Drawn> {
  // Of what may not be opened there is no text to set and no page to stamp.
  if (letter.isSealed || letter.secrecy === 'top_secret') return { made: null, ok: true };
  try {
    return { made: await MAKE[what](files, letter), ok: true };
  } catch (error) {
    if (isDomainError(error) && IMPOSSIBLE.has(error.code)) return { made: null, ok: false };
    throw error;
  }
}

const IMPOSSIBLE: ReadonlySet<string> = new Set(['FILE_TYPE_REFUSED', 'PLACE_INVALID', 'STAMP_NO_ROOM', 'TEXT_NOT_PRINTABLE']);

async function keep(files: ObjectStore, { pdf, laid = [], ...made }: Made): Promise<Kept> {
  const { sha256, size } = await files.put(Readable.from([pdf]));
  return { ...made, laid, sha256, sizeBytes: size, pages: (await inspectPdf(pdf)).pages };
}

type Finish = { readonly args: RenderArgs; readonly letter: PrintableLetter; readonly kept: Kept | null; readonly ok: boolean };

async function finish(tx: Tx, { args, letter, kept, ok }: Finish): Promise<RenderResult | 'changed'> {
  const { letterId, effectId, what } = args;
  const now = await lockPrintable(tx, letterId);
  if ((await findReported(tx, keyOf(args))) !== null) return reported(tx, args);
  if (JSON.stringify(now) !== JSON.stringify(letter)) return 'changed';
  const documentId = kept === null ? null : await recordRendition(tx, { letterId, role: ROLES[what], ...kept });
  if (letter.main !== null && kept?.laid !== undefined) await keepStampPlaces(tx, { documentId: letter.main.id, laid: kept.laid });
  // Nothing is left to show: its only number was cancelled, and the page that carries it is no longer in force.
  if (kept === null && ok) await dropRendition(tx, { letterId, role: ROLES[what] });
  const event = { type: 'effectReported', at: new Date().toISOString(), effectId, ok } as const;
  await insertLetterEvent(tx, { ...keyOf(args), event });
  await hasten(tx, { letterId, kinds: ['deliver', 'mail'] });
  return { ok, documentId };
}

const MAKE: { readonly [W in RenderArgs['what']]: (files: ObjectStore, letter: PrintableLetter) => Promise<Made | null> } = {
  final: async (files, letter) => {
    const { main } = letter;
    const name = `${(letter.letterNo ?? letter.id).replaceAll(/[/\\]/g, '-')}.pdf`;
    if (main !== null) {
      const places = placesOf(letter);
      return places.length === 0 ? null : { name, pdf: await fillPlaces(await read(files, main), places), sourceId: main.id };
    }
    // Without a signature it would be a draft, and say so.
    if (letter.signature === null || (letter.body ?? '').trim() === '') return null;
    return { name, pdf: (await renderLetter({ ...toPrintedLetter(letter), garuda: null })).pdf, sourceId: null };
  },
  stamps: async (files, letter) => {
    const { main, receipts } = letter;
    if (main === null || receipts.length === 0) return null;
    const original = await read(files, main);
    const { pdf, laid } = await layReceipts(original, receipts);
    return { name: main.name, pdf, sourceId: main.id, laid: receipts.flatMap(({ entryId }, index) => (laid[index] === undefined ? [] : [{ ...laid[index], entryId }])) };
  },
};

async function read(files: ObjectStore, main: NonNullable<PrintableLetter['main']>): Promise<Uint8Array> {
  if (main.mime !== 'application/pdf') throw new DomainError('FILE_TYPE_REFUSED', { mime: main.mime });
  return buffer(await files.get(main.sha256));
}

/** What goes into the places that the drafter marked. */
function placesOf(letter: PrintableLetter): readonly FilledPlace[] {
  const { main, signature } = letter;
  const texts: { readonly [K in FilledPlace['kind']]: string | null } = {
    number: printedNumber(letter),
    date: printedDate(letter),
    signature: signature === null ? null : [SIGNED_MARK, ...signatureLines(signature)].join('\n'),
  };
  return (main?.places ?? []).flatMap((place) => {
    const text = texts[place.kind];
    return text === null ? [] : [{ ...place, text }];
  });
}
