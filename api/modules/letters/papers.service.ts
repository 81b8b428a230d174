/** Papers that go along with a letter on paper: the cover sheet, and address labels. What they say is what its page shows the reader. */
import type { FastifyReply } from 'fastify';
import type { LetterPage } from '#domain/contracts/letter-page';
import { DomainError } from '#domain/errors';
import { secrecy as secrecyWord, urgency as urgencyWord } from '#domain/letter/words/th';
import { formatDate, formatTime } from '#domain/thai/dates';
import { toThaiDigits } from '#domain/thai/digits';
import { listOfficeAddresses } from '#db/repositories/office-addresses';
import { type CoverSheet, renderCoverSheet } from '#platform/pdf/cover-sheet';
import { renderLabels } from '#platform/pdf/labels';
import { toPrintable } from '#platform/pdf/printable';
import { getLetterPage } from './page/page.service';

type Deps = Parameters<typeof getLetterPage>[0];
type Asked = Parameters<typeof getLetterPage>[1] & { readonly reply: FastifyReply };

const send = (reply: FastifyReply, name: string, pdf: Uint8Array): FastifyReply =>
  reply.type('application/pdf').header('content-disposition', `inline; filename="${name}.pdf"`).send(Buffer.from(pdf));

/** @throws DomainError NOT_FOUND */
export async function sendCoverSheet(deps: Deps, { reply, ...asked }: Asked): Promise<FastifyReply> {
  const page = await getLetterPage(deps, asked);
  return send(reply, 'cover', await coverSheetOf(page, deps.now().toISOString()));
}

/** The cover itself, as the page shows its letter to the reader. */
export const coverSheetOf = async (page: LetterPage, madeAt: string): Promise<Uint8Array> => (await renderCoverSheet(toCover(page, madeAt))).pdf;

/** @throws DomainError NOT_FOUND, also where the letter goes to nobody */
export async function sendLabels(deps: Deps, { reply, skip, ...asked }: Asked & { readonly skip: number }): Promise<FastifyReply> {
  const page = await getLetterPage(deps, asked);
  if (page.addressees.length === 0) throw new DomainError('NOT_FOUND');
  const addresses = await listOfficeAddresses(deps.pool, page.addressees.flatMap(({ officeId }) => (officeId === null ? [] : [officeId])));
  const labels = page.addressees.map(({ name, address, officeId }) => ({ to: printed(name), address: printed(address === '' ? (addresses.get(officeId ?? '') ?? '') : address) }));
  const { pdf } = await renderLabels({ madeAt: deps.now().toISOString(), from: printed(page.office.name.th), no: printed(page.letterNo ?? '-'), urgency: urgencyOf(page), labels, skip });
  return send(reply, 'labels', pdf);
}

const printed = (text: string): string => toThaiDigits(toPrintable(text));
const day = (date: string | null): string => (date === null ? '' : formatDate(date, 'letter'));
const urgencyOf = ({ urgency, urgentBy }: LetterPage): string | null =>
  urgency === 'normal' ? null : [urgencyWord[urgency], ...(urgentBy === null ? [] : [formatDate(urgentBy, 'register'), formatTime(urgentBy)])].join(' ');

/** The cover of a classified letter bears its mark; of a sealed item nothing is known but the envelope. */
function toCover(page: LetterPage, madeAt: string): CoverSheet {
  const facts: readonly (readonly [string, string])[] = [
    ['ที่', page.letterNo ?? page.theirNo], ['ลงวันที่', day(page.letterDate ?? page.theirDate)], ['เลขทะเบียนรับ', page.receiveNo ?? ''],
    ['รับเมื่อ', page.receivedAt === null ? '' : `${day(page.receivedAt)} ${formatTime(page.receivedAt)}`],
    ['จาก', page.direction === 'incoming' ? page.fromText : page.office.name.th], ['ถึง', page.toText], ['เจ้าของเรื่อง', page.ownerUnit?.name.th ?? ''],
    ...page.enclosureList.map((each, index): readonly [string, string] => [index === 0 ? 'สิ่งที่ส่งมาด้วย' : '', each]),
  ];
  return {
    madeAt, office: printed(page.office.name.th), subject: printed(page.subject ?? 'หนังสือปิดผนึก'), code: page.publicCode, urgency: urgencyOf(page),
    secrecy: page.secrecy === null || page.secrecy === 'none' ? null : secrecyWord[page.secrecy],
    facts: facts.filter(([, value]) => value !== '').map(([label, value]) => [label, printed(value)]),
  };
}
