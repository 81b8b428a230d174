import type { FastifyReply } from 'fastify';
import type { LetterPage } from '#domain/contracts/letter-page';
import { DomainError } from '#domain/errors';
import { CAPACITY_PRINTED } from '#domain/letter/vocabulary';
import { actionWord, secrecy as secrecyWord } from '#domain/letter/words/th';
import { printedTitle } from '#domain/people/signature-block';
import { formatDate, formatTime } from '#domain/thai/dates';
import { toThaiDigits } from '#domain/thai/digits';
import { renderEndorsementSheet, type EndorsementEntry, type EndorsementSheet } from '#platform/pdf/endorsement-sheet';
import { toPrintable } from '#platform/pdf/printable';
import { getLetterPage } from './page/page.service';

type Deps = Parameters<typeof getLetterPage>[0];
type Asked = Parameters<typeof getLetterPage>[1] & { readonly reply: FastifyReply };

/** The notes on a letter as a sheet to lie behind it, as its page shows them to the reader. @throws DomainError NOT_FOUND, also where there are none */
export async function sendEndorsementSheet(deps: Deps, { reply, ...asked }: Asked): Promise<FastifyReply> {
  const page = await getLetterPage(deps, asked);
  if (page.endorsements.length === 0) throw new DomainError('NOT_FOUND');
  const pdf = await endorsementSheetOf(page, deps.now().toISOString());
  return reply.type('application/pdf').header('content-disposition', 'inline; filename="endorsements.pdf"').send(Buffer.from(pdf));
}

/** The sheet itself, of a page that has notes. */
export const endorsementSheetOf = async (page: LetterPage, madeAt: string): Promise<Uint8Array> => (await renderEndorsementSheet(toSheet(page, madeAt))).pdf;

const toSheet = ({ office, letterNo, theirNo, receiveNo, subject, secrecy, endorsements }: LetterPage, madeAt: string): EndorsementSheet => ({
  madeAt,
  office: printed(office.name.th),
  letterNo: printed([letterNo, theirNo, receiveNo].find((no) => no !== null && no !== '') ?? '-'),
  subject: printed(subject ?? '-'),
  secrecy: secrecy === null || secrecy === 'none' ? null : secrecyWord[secrecy],
  entries: endorsements.map(toEntry),
});

function toEntry({ action, actor, toUnits, toPosts, text, at }: LetterPage['endorsements'][number], index: number): EndorsementEntry {
  const to = [...toUnits.map(({ name }) => name.th), ...toPosts.map(({ title }) => printedTitle(title.th))].join(', ');
  const word = CAPACITY_PRINTED[actor.capacity];
  return {
    seq: index + 1,
    to: to === '' ? null : printed(to),
    action: actionWord[action],
    text: printed(text),
    name: printed(actor.person.name.th),
    post: printed(printedTitle((word === null ? actor.post : (actor.ownPost ?? actor.post)).title.th)),
    capacityLine: word === null || actor.ownPost === null ? null : printed(`${word} ${printedTitle(actor.post.title.th)}`),
    dateText: formatDate(at, 'register'),
    timeText: formatTime(at),
  };
}

/** A note stands as it was written for good: a sign that the font lacks shows as a question mark rather than that the whole sheet is refused. */
const printed = (text: string): string => toThaiDigits(toPrintable(text));
