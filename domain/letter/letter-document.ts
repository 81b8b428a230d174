/**
 * A letter's columns as the printed page has them: Thai digits, dates, marks and the signature in their printed forms
 * (reference §2.2). Used for the final rendition and for the preview of a draft alike, so that both look the same.
 */
import { CAPACITY_PRINTED, type LetterKind, type Secrecy, type Urgency } from './vocabulary';
import { signatureBlock } from '../people/signature-block';
import { formatDate, formatTime } from '../thai/dates';
import { toThaiDigits } from '../thai/digits';
import type { Addressee, LetterReference } from './content';
import { greet } from './salutation';
import type { LetterSignature } from './signature';

/** A place marked on an uploaded PDF: points from the bottom left of the seen page, pages from 1. */
export type MarkedPlace = {
  readonly kind: 'number' | 'date' | 'signature';
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
};

/** A letter as it is stored, with the names that stand on it. Civil dates are `YYYY-MM-DD`, instants ISO strings. */
export type LetterToPrint = {
  readonly kind: LetterKind;
  readonly urgency: Urgency;
  readonly urgentBy: string | null;
  readonly secrecy: Secrecy;
  readonly subject: string | null;
  readonly toText: string;
  readonly addressees: readonly Addressee[];
  readonly body: string | null;
  readonly enclosureList: readonly string[];
  /** With the office that wrote the letter referred to, where it is known. */
  readonly references: readonly (LetterReference & { readonly issuerTh: string | null })[];
  /** Number and date are null until the letter is numbered. */
  readonly letterNo: string | null;
  readonly letterDate: string | null;
  /** Null until it is signed. */
  readonly signature: LetterSignature | null;
  readonly createdAt: string;
  readonly office: {
    readonly nameTh: string;
    readonly addressTh: string;
    readonly phone: string;
    readonly email: string;
    readonly agencyCode: string;
    readonly unitCode: string;
  };
  /** Unit that owns the matter; telephone and letter code are those of the nearest unit above it that has one. */
  readonly ownerUnit: { readonly nameTh: string; readonly phone: string; readonly letterCode: string | null } | null;
  /** Unit of the post in whose name it is signed: it issues an order. */
  readonly issuerTh: string | null;
};

/** What the type-setter needs, the garuda's picture aside. */
export type PrintedLetter = {
  readonly kind: 'external_letter' | 'memo' | 'order';
  readonly madeAt: string;
  readonly secrecy: string | null;
  readonly urgency: string | null;
  readonly urgencyDetail: string | null;
  readonly number: string | null;
  readonly numberStem: string;
  readonly date: string | null;
  readonly agency: readonly string[];
  readonly subject: string;
  readonly addressee: { readonly salutation: string; readonly name: string } | null;
  readonly references: readonly string[];
  readonly enclosures: readonly string[];
  readonly body: readonly string[];
  readonly closing: string | null;
  readonly signature: { readonly mark: string } | null;
  readonly signer: { readonly name: string; readonly post: string; readonly capacityLines: readonly string[] } | null;
  readonly owner: readonly string[] | null;
  readonly copiesTo: readonly string[];
};

type Form = PrintedLetter['kind'];
/** `own`: greeted and closed as its addressee asks. `none`: the kind has neither. */
type Layout = { readonly form: Form; readonly greeting: 'own' | 'to' | 'none' };

const LETTER: Layout = { form: 'external_letter', greeting: 'own' };
/** Until such a kind has a form of its own: the letter's sheet without the words that only a letter has. */
const SHEET: Layout = { form: 'external_letter', greeting: 'none' };
const LAYOUTS: { readonly [K in LetterKind]: Layout } = {
  external_letter: LETTER,
  internal_memo: { form: 'memo', greeting: 'own' },
  memo_note: { form: 'memo', greeting: 'own' },
  stamped_letter: { form: 'external_letter', greeting: 'to' },
  order: { form: 'order', greeting: 'none' },
  regulation: SHEET,
  rule: SHEET,
  announcement: SHEET,
  statement: SHEET,
  news_release: SHEET,
  certificate: SHEET,
  minutes: SHEET,
  other_record: SHEET,
};
const URGENCY_MARKS: { readonly [U in Urgency]: string | null } = {
  normal: null, urgent: 'ด่วน', very_urgent: 'ด่วนมาก', most_urgent: 'ด่วนที่สุด', urgent_by: 'ด่วนภายใน',
};
const SECRECY_MARKS: { readonly [S in Secrecy]: string | null } = { none: null, confidential: 'ลับ', secret: 'ลับมาก', top_secret: 'ลับที่สุด' };

/** Stands in place of the stroke of a pen. */
export const SIGNED_MARK = '(ลงนามทางอิเล็กทรอนิกส์)';

/** The letter as it is printed. What is not there yet (number, date, signature) leaves its place blank. */
export function toPrintedLetter(letter: LetterToPrint): PrintedLetter {
  const { form, greeting } = LAYOUTS[letter.kind];
  const { signature, office } = letter;
  const { salutation, closing, name } = greet(letter.toText);
  const agency = agencyLines(form, letter);
  return {
    kind: form,
    madeAt: signature?.at ?? letter.createdAt,
    secrecy: SECRECY_MARKS[letter.secrecy],
    urgency: URGENCY_MARKS[letter.urgency],
    urgencyDetail: letter.urgency === 'urgent_by' && letter.urgentBy !== null ? `${formatDate(letter.urgentBy, 'letter')} เวลา ${formatTime(letter.urgentBy)}` : null,
    number: printedNumber(letter),
    numberStem: toThaiDigits(`${office.agencyCode} ${letter.ownerUnit?.letterCode ?? office.unitCode}/`),
    date: printedDate(letter),
    agency,
    subject: toThaiDigits(letter.subject ?? ''),
    addressee: greeting === 'none' || name === '' ? null : { salutation: greeting === 'to' ? 'ถึง' : salutation, name: toThaiDigits(name) },
    references: letter.references.map((reference) => toThaiDigits(citation(reference))),
    enclosures: letter.enclosureList.map(toThaiDigits),
    body: toParagraphs(letter.body ?? '').map(toThaiDigits),
    closing: form === 'external_letter' && greeting === 'own' ? closing : null,
    signature: signature === null ? null : { mark: SIGNED_MARK },
    signer: signature === null ? null : signerOf(signature),
    owner: form === 'external_letter' ? ownerLines(letter, agency) : null,
    copiesTo: letter.addressees.filter((each) => each.role === 'info' && !letter.toText.includes(each.name)).map((each) => toThaiDigits(each.name)),
  };
}

/** The number with Thai digits; null before numbering. */
export const printedNumber = ({ letterNo }: Pick<LetterToPrint, 'letterNo'>): string | null => (letterNo === null ? null : toThaiDigits(letterNo));

/** The date in the style of its kind, without the words that the form itself prints (วันที่, สั่ง ณ วันที่); null before numbering. */
export function printedDate({ kind, letterDate }: Pick<LetterToPrint, 'kind' | 'letterDate'>): string | null {
  if (letterDate === null) return null;
  return LAYOUTS[kind].form === 'order' ? formatDate(letterDate, 'formal').replace(/^วันที่ /, '') : formatDate(letterDate, 'letter');
}

/** The lines under a signature: name in brackets, own post, then each capacity and its post on lines of their own (reference §6.4). */
export function signatureLines(signature: LetterSignature): readonly string[] {
  const isOwn = CAPACITY_PRINTED[signature.capacity] === null;
  const [name = '', ...rest] = signatureBlock({
    nameTh: signature.nameTh,
    postTitleTh: signature.postTitleTh,
    capacity: signature.capacity,
    ...(isOwn || signature.ownPostTitleTh === null ? {} : { ownPostTitleTh: signature.ownPostTitleTh }),
    ...(signature.onBehalfOfTitleTh === null ? {} : { onBehalfOfTitleTh: signature.onBehalfOfTitleTh }),
  });
  // Both on one line leave the half page that a signature has.
  return [name, ...rest.flatMap((line) => splitCapacity(line))].map(toThaiDigits);
}

const CAPACITY_WORDS = Object.values(CAPACITY_PRINTED).filter((word) => word !== null);

function splitCapacity(line: string): readonly string[] {
  const word = CAPACITY_WORDS.find((each) => line.startsWith(`${each} `));
  return word === undefined ? [line] : [word, line.slice(word.length + 1)];
}

function signerOf(signature: LetterSignature): NonNullable<PrintedLetter['signer']> {
  const [, post = '', ...capacityLines] = signatureLines(signature);
  return { name: toThaiDigits(signature.nameTh), post, capacityLines };
}

/** A province writes from its hall, whose address names it; every other office by its name and address. */
function agencyLines(form: Form, { office, ownerUnit, issuerTh }: LetterToPrint): readonly string[] {
  if (form === 'order') return [issuerTh ?? office.nameTh];
  if (form === 'memo') return [joined([office.nameTh, nameBeside(office.nameTh, ownerUnit), phoneLine(ownerUnit?.phone || office.phone)])];
  const address = toLines(toThaiDigits(office.addressTh));
  return address[0]?.startsWith('ศาลากลาง') === true ? address : [office.nameTh, ...address];
}

function ownerLines({ office, ownerUnit }: LetterToPrint, agency: readonly string[]): readonly string[] {
  const unit = nameBeside(office.nameTh, ownerUnit);
  const isNamedAbove = agency.includes(office.nameTh);
  const email = office.email === '' ? '' : `ไปรษณีย์อิเล็กทรอนิกส์ ${office.email}`;
  return [isNamedAbove && unit !== '' ? '' : office.nameTh, unit, phoneLine(ownerUnit?.phone || office.phone), email].filter((line) => line !== '').map(toThaiDigits);
}

const nameBeside = (officeName: string, unit: LetterToPrint['ownerUnit']): string => (unit === null || unit.nameTh === officeName ? '' : unit.nameTh);
const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');
const phoneLine = (phone: string): string => (phone === '' ? '' : toThaiDigits(`โทร. ${phone.replace(/^โทร\.?\s*/, '')}`));
const toLines = (text: string): string[] => text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '');

/** Blank lines part paragraphs; in a text without any, every line is one. */
function toParagraphs(body: string): readonly string[] {
  const text = body.replaceAll('\r\n', '\n').trim();
  const parts = /\n[ \t]*\n/.test(text) ? text.split(/\n[ \t]*\n/) : text.split('\n');
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** หนังสือสำนักงานปลัดกระทรวงมหาดไทย ที่ มท 0210.2/123 ลงวันที่ …; what the drafter already wrote in words stays. */
function citation({ letterNo, date, issuerTh }: LetterToPrint['references'][number]): string {
  const bare = letterNo.trim().replace(/^ที่\s*/, '');
  const isNamed = /^(?:หนังสือ|บันทึก|คำสั่ง|ประกาศ|ระเบียบ|มติ)/.test(bare);
  const cited = isNamed ? bare : `หนังสือ${issuerTh ?? ''} ${bare.startsWith('ด่วน') ? bare : `ที่ ${bare}`}`;
  return date === null || /ลงวันที่/.test(bare) ? cited : `${cited} ลงวันที่ ${formatDate(date, 'letter')}`;
}
