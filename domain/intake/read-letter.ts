/**
 * What a registry clerk would copy from the first page of an official letter, read from its text layer: proposals only, each with the
 * place it was read at. Nothing is registered from them until a person has confirmed it.
 */
import { parseLetterNo, printLetterNo } from '../numbering/letter-number';
import type { LetterKind, Secrecy, Urgency } from '../letter/vocabulary';
import { parseThaiDate } from '../thai/dates';
import { joinPlaces, type Line, type PagePlace, type Piece, placeWithin } from './page-lines';

export type Found<V> = { readonly value: V; readonly place: PagePlace };
export type ReadReference = { readonly letterNo: string; readonly date: string | null };
/** Null where the page does not say, or not clearly. */
export type ReadLetter = {
  readonly kind: Found<LetterKind> | null;
  readonly urgency: Found<Urgency> | null;
  readonly secrecy: Found<Secrecy> | null;
  readonly theirNo: Found<string> | null;
  readonly theirDate: Found<string> | null;
  readonly fromText: Found<string> | null;
  readonly toText: Found<string> | null;
  readonly subject: Found<string> | null;
  readonly references: Found<readonly ReadReference[]> | null;
  readonly enclosures: Found<readonly string[]> | null;
};

/** A word whose letters may stand apart, as they do where a program has spaced them. */
const loose = (word: string): string => [...word].join(' ?');
const LABELS = {
  number: `(?:${loose('ด่วนที่สุด')} ?|${loose('ด่วนมาก')} ?|${loose('ด่วน')} ?)?(?:เลข ?)?${loose('ที่')}`,
  subject: loose('เรื่อง'),
  to: `${loose('กราบเรียน')}|${loose('เรียน')}|${loose('นมัสการ')}|${loose('กราบทูล')}|${loose('ถึง')}`,
  references: loose('อ้างถึง'),
  enclosures: `${loose('สิ่งที่ส่งมาด้วย')}|${loose('สิ่งที่แนบมาด้วย')}`,
} as const;
type Label = keyof typeof LABELS;
const labelled = Object.fromEntries(
  Object.entries(LABELS).map(([label, words]) => [label, new RegExp(`^(?:${words})(?=[ :.…]|$|(?<=[ก-๙])[ก-๙0-9]) ?:?[ .…]*`)]),
) as { readonly [L in Label]: RegExp };
/** Labels below the subject: where one of them begins, the one before has ended. */
const BLOCKS = ['subject', 'to', 'references', 'enclosures'] as const;

type Block = { readonly label: Label; readonly at: number; readonly parts: readonly Found<string>[] };

/** @param heightPt height of the page in points */
export function readLetter(lines: readonly Line[], { heightPt }: { readonly heightPt: number }): ReadLetter {
  const blocks = BLOCKS.flatMap((label) => findBlock(lines, label) ?? []);
  const block = (label: Label): Block | undefined => blocks.find((each) => each.label === label);
  const kind = readKind(lines, heightPt);
  const subject = block('subject');
  const head = lines.slice(0, subject?.at ?? Math.ceil(lines.length / 3));
  const isMemo = kind?.value === 'internal_memo';
  const number = readNumber(head, isMemo);
  return {
    kind: kind ?? kindByAddress(lines, block('to')),
    urgency: readUrgency(head, heightPt),
    secrecy: readSecrecy(lines, heightPt),
    theirNo: number,
    theirDate: readDate({ head, lines, isMemo }),
    fromText: isMemo ? readUnit(head) : kind?.value === 'order' ? readIssuer(lines) : readAgency(head),
    toText: textOf(block('to'), 300),
    subject: textOf(subject, 250),
    references: readReferences(block('references')) ?? citedInBody(lines, Math.max(0, ...blocks.map(({ at }) => at + 1)), number),
    enclosures: readEnclosures(block('enclosures')),
  };
}

/** The value behind a label and the lines that go on below it, further to the right than the label. */
function findBlock(lines: readonly Line[], label: Label): Block | null {
  for (const [at, line] of lines.entries()) {
    const [first, ...rest] = line.pieces;
    const match = first === undefined ? null : labelled[label].exec(first.text);
    if (first === undefined || match === null || match[0].length === first.text.length && rest.length === 0) continue;
    const own = match[0].length < first.text.length ? [cut(first, match[0].length, first.text.length)] : [];
    const parts = [...own, ...rest.map(whole)];
    const start = parts[0]?.place.x ?? first.place.x;
    return { label, at, parts: [...parts, ...goesOn(lines.slice(at + 1), { labelX: first.place.x, start, lineHeight: first.place.h })] };
  }
  return null;
}

function goesOn(below: readonly Line[], { labelX, start, lineHeight }: { readonly labelX: number; readonly start: number; readonly lineHeight: number }): Found<string>[] {
  const parts: Found<string>[] = [];
  for (const line of below.slice(0, 8)) {
    const [first] = line.pieces;
    const begins = first === undefined || BLOCKS.some((label) => labelled[label].test(first.text));
    // A paragraph of the body is indented too, but less or more than the value above it.
    if (begins || first.place.x < labelX + lineHeight || Math.abs(first.place.x - start) > lineHeight * 0.8) break;
    parts.push(...line.pieces.map(whole));
  }
  return parts;
}

function textOf(block: Block | undefined, most: number): Found<string> | null {
  if (block === undefined) return null;
  // Thai has no blank between words: a line that is turned inside a sentence goes on at once.
  const value = block.parts.map((part) => part.value).join('').replace(/ ?[.…]{3,}/g, ' ').replace(/\s+/g, ' ').trim();
  const place = joinPlaces(block.parts.map((part) => part.place));
  return value === '' || value.length > most || value.includes('\ufffd') || place === null ? null : { value, place };
}

const MEMO = new RegExp(`^${loose('บันทึกข้อความ')}$`);
const ORDER = /^คำ ?สั่ง ?(?=[ก-ฮเ-ไ])/;
function readKind(lines: readonly Line[], heightPt: number): Found<LetterKind> | null {
  for (const { pieces, y } of lines) {
    if (y < heightPt * 0.6) return null;
    for (const piece of pieces) {
      if (MEMO.test(piece.text)) return { value: 'internal_memo', place: piece.place };
      if (ORDER.test(piece.text) && pieces.length === 1) return { value: 'order', place: piece.place };
    }
  }
  return null;
}

/** A letter that is only "to" an office is one under seal; the others are external letters. */
function kindByAddress(lines: readonly Line[], to: Block | undefined): Found<LetterKind> | null {
  const piece = to === undefined ? undefined : lines[to.at]?.pieces[0];
  if (piece === undefined) return null;
  return { value: /^ถ ?ึ ?ง/.test(piece.text) ? 'stamped_letter' : 'external_letter', place: piece.place };
}

/** In a memo the day may stand right behind the number, on dots. */
const DAY_BEHIND = /(?: ?[.…]{2,} ?| )วันที่.*$/;
function readNumber(head: readonly Line[], isMemo: boolean): Found<string> | null {
  for (const { pieces } of head) {
    for (const [at, piece] of pieces.entries()) {
      const match = labelled.number.exec(piece.text);
      if (match === null) continue;
      const next = pieces[at + 1];
      const found = match[0].length < piece.text.length ? numberIn(piece, match[0].length, isMemo) : next === undefined ? null : numberIn(next, 0, isMemo);
      if (found !== null) return found;
    }
  }
  return null;
}

function numberIn(piece: Piece, from: number, isMemo: boolean): Found<string> | null {
  const rest = piece.text.slice(from);
  const shown = (isMemo ? rest.replace(DAY_BEHIND, '') : rest).replace(/[ .…]+$/, '');
  const value = printed(shown);
  return value === null ? null : { value, place: placeWithin(piece, from, from + shown.length) };
}

/** The number as registers write it; null where what was read is no letter number. */
function printed(text: string): string | null {
  const parsed = parseLetterNo(text) ?? parseLetterNo(text.replace(/ /g, ''));
  if (parsed === null || parsed.date !== null) return null;
  if (parsed.form === 'letter' && parsed.inserted === null) return printLetterNo(parsed);
  return parsed.form === 'yearly' ? `${parsed.seq}/${parsed.yearBe}` : text.trim();
}

const STAMP = /^(?:เลข ?รับ|รับ ?ที่|เลข ?ที่ ?รับ|เวลา)/;
const DAY = /(?:^|ณ |[.… ])วันที่ ?[.… ]*(.+)$/;
function readDate({ head, lines, isMemo }: { readonly head: readonly Line[]; readonly lines: readonly Line[]; readonly isMemo: boolean }): Found<string> | null {
  const bare = isMemo ? null : firstDay(head, (piece) => dayOf(piece, 0, piece.text));
  const named = (within: readonly Line[]) => firstDay(within, (piece) => {
    const match = DAY.exec(piece.text);
    return match === null ? null : dayOf(piece, piece.text.length - (match[1]?.length ?? 0), match[1] ?? '');
  });
  // A sealed letter and an order carry their day at the foot.
  return bare ?? named(head) ?? firstDay(lines.slice(head.length), (piece) => dayOf(piece, 0, piece.text)) ?? named(lines.slice(head.length).filter(({ pieces }) => /^(?:สั่ง|ประกาศ|ให้ไว้)/.test(pieces[0]?.text ?? '')));
}

function firstDay(lines: readonly Line[], read: (piece: Piece) => Found<string> | null): Found<string> | null {
  for (const [at, { pieces }] of lines.entries()) {
    for (const piece of pieces) {
      // The day inside a receipt stamp is the day of receipt, not of the letter.
      const isStamp = [lines[at - 1], lines[at], lines[at + 1]].some((line) => line?.pieces.some((each) => STAMP.test(each.text) && Math.abs(each.place.x - piece.place.x) < 60) === true);
      const found = isStamp ? null : read(piece);
      if (found !== null) return found;
    }
  }
  return null;
}

function dayOf(piece: Piece, from: number, text: string): Found<string> | null {
  const value = parseThaiDate(text.replace(/^[ .…]+|[ .…]+$/g, '').replace(/(\d) (?=\d)/g, '$1'));
  return value === null ? null : { value, place: placeWithin(piece, from, piece.text.length) };
}

/** Right of the number stands who writes, below it the address. */
function readAgency(head: readonly Line[]): Found<string> | null {
  const from = head.findIndex(({ pieces }) => pieces.some(({ text }) => labelled.number.test(text)));
  const number = head[from]?.pieces.find(({ text }) => labelled.number.test(text));
  if (number === undefined) return null;
  for (const { pieces } of head.slice(Math.max(0, from - 1), from + 3)) {
    const piece = pieces.findLast((each) => each.place.x > number.place.x + 100 && isName(each.text));
    if (piece !== undefined) return { value: piece.text.slice(0, 200), place: piece.place };
  }
  return null;
}
const isName = (text: string): boolean => /^[ก-ฮเ-ไ][ก-๙ .()]{3,}/.test(text) && !STAMP.test(text) && !/^(?:ด่วน|ลับ|ที่ |วันที่|ถนน|โทร|อำเภอ|อ\.)/.test(text) && parseThaiDate(text) === null && !/\d{4,5}.*\//.test(text);

const UNIT = new RegExp(`^${loose('ส่วนราชการ')}[ .…:]*`);
function readUnit(head: readonly Line[]): Found<string> | null {
  for (const { pieces } of head) {
    const at = pieces.findIndex(({ text }) => UNIT.test(text));
    const piece = pieces[at];
    if (piece === undefined) continue;
    const label = UNIT.exec(piece.text)?.[0].length ?? 0;
    const source = label < piece.text.length ? piece : pieces[at + 1];
    if (source === undefined) return null;
    const from = source === piece ? label : 0;
    const value = source.text.slice(from).replace(/ ?\(?โทร.*$/, '').replace(/[ .…]{2,}$/, '').trim();
    return value === '' ? null : { value, place: placeWithin(source, from, from + value.length) };
  }
  return null;
}

function readIssuer(lines: readonly Line[]): Found<string> | null {
  const piece = lines.flatMap(({ pieces }) => pieces).find(({ text }) => ORDER.test(text));
  const from = piece === undefined ? 0 : (ORDER.exec(piece.text)?.[0].length ?? 0);
  return piece === undefined ? null : { value: piece.text.slice(from), place: placeWithin(piece, from, piece.text.length) };
}

const URGENT: readonly (readonly [RegExp, Urgency])[] = [
  [new RegExp(`^${loose('ด่วนที่สุด')}(?:$| (?=ที่))`), 'most_urgent'],
  [new RegExp(`^${loose('ด่วนมาก')}(?:$| (?=ที่))`), 'very_urgent'],
  [new RegExp(`^${loose('ด่วน')}(?:$| (?=ที่))`), 'urgent'],
];
function readUrgency(head: readonly Line[], heightPt: number): Found<Urgency> | null {
  for (const { pieces, y } of head) {
    if (y < heightPt * 0.5) return null;
    for (const piece of pieces) {
      const mark = URGENT.find(([words]) => words.test(piece.text));
      if (mark !== undefined) return { value: mark[1], place: placeWithin(piece, 0, mark[0].exec(piece.text)?.[0].length ?? piece.text.length) };
    }
  }
  return null;
}

const SECRET: readonly (readonly [RegExp, Secrecy])[] = [
  [/^(?:ลับ ?ที่ ?สุด|TOP SECRET)$/, 'top_secret'],
  [/^(?:ลับ ?มาก|SECRET)$/, 'secret'],
  [/^(?:ลับ|CONFIDENTIAL)$/, 'confidential'],
];
/** The mark stands alone, at the head or the foot of the page. */
function readSecrecy(lines: readonly Line[], heightPt: number): Found<Secrecy> | null {
  for (const { pieces, y } of lines) {
    if (y < heightPt * 0.8 && y > heightPt * 0.12) continue;
    for (const piece of pieces) {
      const mark = SECRET.find(([words]) => words.test(piece.text));
      if (mark !== undefined) return { value: mark[1], place: piece.place };
    }
  }
  return null;
}

/** A letter number in running text, with the day behind it where there is one. */
const CITED = /(?<![ก-๙])([ก-ฮ]{1,4}(?: ?\([ก-ฮ.]{1,8}\))? ?\d{4,5}(?:\.\d{1,3}){0,4} ?\/ ?(?:ว|ลม|ลส|ล)? ?\d{1,6})(?: *(?:ลงวันที่|ลว\.?|ลง) *(\d{1,2} ?[ก-ฮ][ก-๎.]+ ?(?:พ\.ศ\. ?)?\d{2,4}))?/g;
const cited = (text: string): ReadReference[] => [...text.matchAll(CITED)].flatMap((match) => {
  const letterNo = printed(match[1] ?? '');
  return letterNo === null ? [] : [{ letterNo, date: parseThaiDate(match[2] ?? '') }];
});

function readReferences(block: Block | undefined): Found<readonly ReadReference[]> | null {
  if (block === undefined) return null;
  const value = onceEach(cited(block.parts.map((part) => part.value).join(' ')));
  const place = joinPlaces(block.parts.map((part) => part.place));
  return value.length === 0 || place === null ? null : { value, place };
}

/** A memo names what it refers to in its text. */
function citedInBody(lines: readonly Line[], from: number, own: Found<string> | null): Found<readonly ReadReference[]> | null {
  const body = lines.slice(from, from + 12);
  const value = onceEach(cited(body.map(({ pieces }) => pieces.map(({ text }) => text).join(' ')).join(' '))).filter(({ letterNo }) => letterNo !== own?.value);
  const place = joinPlaces(body.flatMap(({ pieces }) => pieces).filter(({ text }) => cited(text).length > 0).map((piece) => piece.place));
  return value.length === 0 || place === null ? null : { value, place };
}

const onceEach = (all: readonly ReadReference[]): ReadReference[] => all.filter(({ letterNo }, at) => all.findIndex((each) => each.letterNo === letterNo) === at).slice(0, 20);

function readEnclosures(block: Block | undefined): Found<readonly string[]> | null {
  if (block === undefined) return null;
  const value: string[] = [];
  for (const { value: text } of block.parts) {
    const numbered = /^\d{1,2}[.)] ?(.*)$/.exec(text);
    if (numbered !== null || value.length === 0) value.push(numbered?.[1] ?? text);
    else value.push(`${value.pop() ?? ''}${text.startsWith('จำนวน') ? ' ' : ''}${text}`);
  }
  const place = joinPlaces(block.parts.map((part) => part.place));
  const known = value.map((each) => each.trim().slice(0, 300)).filter((each) => each !== '');
  return known.length === 0 || place === null ? null : { value: known, place };
}

const whole = (piece: Piece): Found<string> => ({ value: piece.text, place: piece.place });
const cut = (piece: Piece, from: number, to: number): Found<string> => ({ value: piece.text.slice(from, to).trim(), place: placeWithin(piece, from, to) });
