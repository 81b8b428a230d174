import type { z } from 'zod';
import type { RecipientInput, TextPatch } from '#domain/contracts/acts';
import type { LetterPage } from '#domain/contracts/letter-page';
import type { composeSchema, replySchema } from '#domain/contracts/letters';
import type { LetterKind, Urgency } from '#domain/letter/vocabulary';
import { toLines } from '../../components/lines';
import type { FileRole } from '../../components/use-files';

export type ReferenceValue = { readonly letterNo: string; readonly date: string | null; readonly letterId: string | null };
export type ComposeValues = {
  readonly kind: LetterKind;
  readonly subject: string;
  readonly toText: string;
  readonly recipients: readonly RecipientInput[];
  readonly listCode: string;
  readonly isCircular: boolean;
  readonly urgency: Urgency;
  readonly urgentBy: string | null;
  readonly secrecy: 'none' | 'confidential' | 'secret';
  readonly dateAsked: string | null;
  readonly body: string;
  readonly enclosures: string;
  readonly references: readonly ReferenceValue[];
  readonly postId: string;
  readonly routeVersionId: string;
  readonly routeReason: string;
};
type Documents = readonly { documentId: string; role: FileRole }[];

export const COMPOSE_KINDS = ['external_letter', 'internal_memo', 'order'] as const satisfies readonly LetterKind[];
export const EMPTY_COMPOSE: ComposeValues = {
  kind: 'external_letter', subject: '', toText: '', recipients: [], listCode: '', isCircular: false, urgency: 'normal', urgentBy: null, secrecy: 'none', dateAsked: null,
  body: '', enclosures: '', references: [], postId: '', routeVersionId: '', routeReason: '',
};

/** What is common to a new letter, an answer and a saved draft. */
function textOf(values: ComposeValues) {
  return {
    subject: values.subject,
    toText: values.toText,
    recipients: [...values.recipients],
    body: values.body.trim() === '' ? null : values.body,
    enclosureList: toLines(values.enclosures),
    references: values.references.filter(({ letterNo }) => letterNo.trim() !== '').map((reference) => ({ ...reference })),
    dateAsked: values.dateAsked,
  };
}

/** The body of `POST /letters` for a letter of our own. */
export function toComposeBody(values: ComposeValues, documents: Documents): z.input<typeof composeSchema> {
  return {
    type: 'outgoing',
    kind: values.kind,
    urgency: values.urgency,
    urgentBy: values.urgency === 'urgent_by' ? values.urgentBy : null,
    secrecy: values.secrecy,
    ...textOf(values),
    listCode: values.listCode === '' ? null : values.listCode,
    isCircular: values.isCircular,
    documents: [...documents],
    postId: values.postId,
    ...(values.routeVersionId === '' ? {} : { route: { routeVersionId: values.routeVersionId, reason: values.routeReason } }),
  };
}

/** The body of `POST /letters/:letterId/reply`. */
export function toReplyBody(values: ComposeValues, documents: Documents): z.input<typeof replySchema> {
  const { type: _type, urgentBy: _urgentBy, ...body } = toComposeBody(values, documents);
  return body;
}

/** Changed parts of a saved draft; the addressees only where they differ, since each has its own delivery. */
export function toDraftPatch(letter: LetterPage, values: ComposeValues): TextPatch {
  const { recipients, ...text } = textOf(values);
  const isSame = JSON.stringify(recipients) === JSON.stringify(recipientsOf(letter));
  return { ...text, ...(isSame ? {} : { recipients }) };
}

export function recipientsOf(letter: LetterPage): RecipientInput[] {
  return letter.addressees.map((each) =>
    each.officeCode === null ? { name: each.name, address: each.address, role: each.role } : { officeCode: each.officeCode, role: each.role },
  );
}

/** The form of a draft as it stands. */
export function draftValues(letter: LetterPage): ComposeValues {
  return {
    ...EMPTY_COMPOSE,
    kind: letter.kind,
    subject: letter.subject ?? '',
    toText: letter.toText,
    recipients: recipientsOf(letter),
    urgency: letter.urgency,
    urgentBy: letter.urgentBy,
    secrecy: letter.secrecy === 'confidential' || letter.secrecy === 'secret' ? letter.secrecy : 'none',
    dateAsked: letter.dateAsked,
    body: letter.body ?? '',
    enclosures: letter.enclosureList.join('\n'),
    references: letter.references,
    postId: letter.drafter?.post?.id ?? '',
  };
}

/** The form of an answer: the old subject, the sender as addressee, the letter answered as reference. */
export function replyValues(letter: LetterPage): ComposeValues {
  const no = letter.theirNo === '' ? (letter.letterNo ?? '') : letter.theirNo;
  return {
    ...EMPTY_COMPOSE,
    kind: 'external_letter',
    subject: letter.subject ?? '',
    recipients: letter.cameBy === null ? (letter.fromText === '' ? [] : [{ name: letter.fromText, address: '', role: 'lead' }]) : [{ officeCode: letter.cameBy.office.code, role: 'lead' }],
    toText: letter.cameBy === null ? letter.fromText : '',
    urgency: letter.urgency === 'urgent_by' ? 'most_urgent' : letter.urgency,
    references: no === '' ? [] : [{ letterNo: no, date: letter.theirDate ?? letter.letterDate, letterId: letter.id }],
  };
}

/** Field of the form that shows what is wrong with a part of the body. */
export function composeFieldOf(path: string): string {
  const first = path.replace(/^text\./, '').split('.')[0] ?? 'root';
  if (first === 'enclosureList') return 'enclosures';
  if (first === 'route') return path.endsWith('reason') ? 'routeReason' : 'routeVersionId';
  return first;
}
