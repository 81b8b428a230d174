import { assertPrintable } from './printable';
import { EMBLEM_SVG } from './emblem';
import { LETTER_TEMPLATE } from './letter-template';
import { toPicture } from './picture';
import { mapPicture, releaseDocuments, typeset } from './typst-compiler';
import { toPieces, toWordLines } from './words';

/**
 * A document as it is printed: every text is the final one, digits and dates already in their printed form. A null
 * number, date or signature leaves its place blank, so the rendition before signing and the final one come from the
 * same function. Unsigned documents carry a faint ร่าง.
 */
export interface LetterDocument {
  readonly kind: 'external_letter' | 'memo' | 'order';
  /** Instant of making, ISO 8601: the PDF's own date. Equal input gives equal bytes. */
  readonly madeAt: string;
  /** The office's garuda, SVG or PNG; null draws our emblem in the same 3 cm (memo 1.5 cm). */
  readonly garuda: Uint8Array | null;
  /** Digits of what the layout counts itself (pages, references); `arabic` for letters in English. */
  readonly digits?: 'thai' | 'arabic';
  /** Secrecy mark, e.g. ลับมาก: top and bottom of every page. */
  readonly secrecy: string | null;
  /** Urgency mark, e.g. ด่วนที่สุด, and the time limit printed below it. */
  readonly urgency: string | null;
  readonly urgencyDetail?: string | null;
  /** Full printed number. While null, `numberStem` (e.g. "มท ๐๒๑๐.๒/") stands in its place. */
  readonly number: string | null;
  readonly numberStem?: string;
  readonly date: string | null;
  /** External letter: agency, then address lines. Memo: the text after ส่วนราชการ. Order: what follows คำสั่ง. */
  readonly agency: readonly string[];
  readonly subject: string;
  readonly addressee: { readonly salutation: string; readonly name: string } | null;
  readonly references: readonly string[];
  readonly enclosures: readonly string[];
  /** One text a paragraph; a line break inside is kept. */
  readonly body: readonly string[];
  /** Closing phrase of an external letter; memo and order have none. */
  readonly closing: string | null;
  /** What stands in place of a stroke of the pen, e.g. (ลงนามทางอิเล็กทรอนิกส์). */
  readonly signature: { readonly mark: string } | null;
  /** Capacity lines follow the own post: "ปฏิบัติราชการแทน", "ปลัดกระทรวงมหาดไทย". */
  readonly signer: { readonly name: string; readonly post: string; readonly capacityLines: readonly string[] } | null;
  /** Owner unit, telephone, e-mail: foot of an external letter, one line each. */
  readonly owner: readonly string[] | null;
  readonly copiesTo?: readonly string[];
}

/** A place on a page: `page` from 1, the rest in PDF points from the bottom left. */
export interface FieldBox {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface RenderedLetter {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly fields: { readonly number: FieldBox; readonly date: FieldBox; readonly signature: FieldBox };
}

const A4_HEIGHT = 841.89;
/** A last paragraph up to this length goes to the next page together with the signature. */
const SHORT_PARAGRAPH = 500;

/**
 * Sets a letter as PDF/A-2b in the layout of the regulation's forms 1, 2 and 4.
 * @throws DomainError TEXT_NOT_PRINTABLE for characters the font lacks; FILE_TYPE_REFUSED for a garuda that is neither SVG nor PNG.
 */
export async function renderLetter(input: LetterDocument): Promise<RenderedLetter> {
  assertPrintable(input);
  const set = typeset(LETTER_TEMPLATE, templateData(input), { archivedAt: new Date(input.madeAt) });
  const boxes = new Map<string, FieldBox>();
  for (const mark of set.marks('field')) {
    // The template writes exactly this shape (`field` in the prelude).
    const { name, page, x, y, w, h } = mark as FieldBox & { name: string };
    boxes.set(name, { page, x, y: A4_HEIGHT - y - h, w, h });
  }
  await releaseDocuments();
  const box = (name: string): FieldBox => {
    const found = boxes.get(name);
    if (!found) throw new Error(`layout without a place for ${name}`);
    return found;
  };
  return { pdf: set.pdf, pages: set.pages, fields: { number: box('number'), date: box('date'), signature: box('signature') } };
}

function templateData(input: LetterDocument): object {
  const picture = input.garuda ? toPicture(input.garuda) : ({ bytes: Buffer.from(EMBLEM_SVG), format: 'svg' } as const);
  return {
    ...input,
    garuda: undefined,
    title: input.subject,
    digits: input.digits ?? 'thai',
    draft: input.signature === null,
    emblem: mapPicture(picture),
    emblemAlt: input.garuda ? 'ตราครุฑ' : 'ตราส่วนราชการ',
    urgencyDetail: input.urgencyDetail ? toPieces(input.urgencyDetail) : null,
    agency: input.agency.map(toPieces),
    subject: toPieces(input.subject),
    addressee: input.addressee && { ...input.addressee, name: toPieces(input.addressee.name) },
    references: input.references.map(toPieces),
    enclosures: input.enclosures.map(toPieces),
    numberStem: input.numberStem ?? '',
    date: input.date ?? '',
    body: input.body.map(toWordLines),
    keepLast: (input.body.at(-1) ?? '').length <= SHORT_PARAGRAPH,
    closing: input.closing === null ? null : toWordLines(input.closing).flat(),
    owner: input.kind === 'external_letter' && input.owner ? input.owner.map(toPieces) : null,
    copiesTo: (input.copiesTo ?? []).map(toPieces),
  };
}
