const segmenter = new Intl.Segmenter('th', { granularity: 'word' });

/** A word, or a group that must stay on one line (the template boxes it). */
export type Piece = string | { readonly keep: string };

const D = '[0-9๐-๙]';
const MONTH =
  'มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม|' +
  'ม\\.ค\\.|ก\\.พ\\.|มี\\.ค\\.|เม\\.ย\\.|พ\\.ค\\.|มิ\\.ย\\.|ก\\.ค\\.|ส\\.ค\\.|ก\\.ย\\.|ต\\.ค\\.|พ\\.ย\\.|ธ\\.ค\\.';

/** Dates, years, letter numbers and telephone numbers: a line never turns inside them. */
const KEPT_TOGETHER = new RegExp(
  [
    `${D}{1,2} (?:${MONTH})(?: (?:พ\\.ศ\\. )?${D}{2,4})?`,
    `(?:${MONTH}|พ\\.ศ\\.|ค\\.ศ\\.) ${D}{2,4}`,
    `(?<![\\u0e00-\\u0e7f])[ก-ฮ]{1,4} ${D}{4,5}(?:\\.${D}+)*/(?:[ก-ฮ]{1,2} ?)?${D}*`,
    `(?:โทร\\.|โทรสาร) ${D}(?:[ -]?${D})+`,
    `(?<!${D})${D}{1,4}(?:[ -]${D}{3,4}){1,3}(?!${D})`,
  ].join('|'),
  'g',
);

/** Runs of letters with nowhere to turn a line are given places, so that they do not leave the page. */
const ENDLESS = /[^\s\u0e00-\u0e7f]{61,}/g;
const breakEndless = (text: string): string => text.replace(ENDLESS, (run) => run.replace(/.{30}/gu, '$&\u200b'));

/** A text for one place of a form, cut only at what must stay together. */
export function toPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(KEPT_TOGETHER)) {
    if (match.index > from) pieces.push(breakEndless(text.slice(from, match.index)));
    pieces.push({ keep: match[0] });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push(breakEndless(text.slice(from)));
  return pieces;
}

/** Lines of a running text, each cut into its words (a space is a word of its own): where a catchword may end. */
export function toWordLines(text: string): Piece[][] {
  return text.split(/\r?\n/).map((line) => toPieces(line).flatMap(toWords));
}

function toWords(piece: Piece): Piece[] {
  return typeof piece === 'string' ? Array.from(segmenter.segment(piece), (part) => part.segment) : [piece];
}
