/**
 * Thai and Arabic digits. Text is stored with ASCII digits and rendered with Thai ones in official Thai documents
 * (reference §2.2). What a machine or a reader must copy exactly keeps its digits: web and e-mail addresses, file names
 * and paths, numeric network addresses, and codes with Latin letters.
 */

const THAI_ZERO = 0x0e50;

const FILE_SUFFIXES =
  'pdf|docx?|xlsx?|pptx?|odt|ods|odp|rtf|txt|csv|md|jpe?g|png|gif|bmp|tiff?|svg|webp|mp3|mp4|wav|mov|zip|7z|rar|gz|tar|xml|json|html?|eml|msg|p7[ms]|sql';

/**
 * Spans to leave alone, most telling first. Each takes as much as it can, so what stands inside an address is never
 * looked at again. A space always ends a span, except in the name of a standard ("ISO 27001").
 */
const VERBATIM = [
  // scheme:address, also one written in Thai letters; "www." without a scheme
  String.raw`[A-Za-z][A-Za-z0-9+.\-]*:\/\/\S+`,
  String.raw`(?:mailto|tel|data|urn):\S+`,
  String.raw`www\.\S+`,
  // e-mail
  String.raw`[^\s@()<>"“”,;]+@[^\s@()<>"“”,;]+`,
  // Windows and network paths
  String.raw`(?:[A-Za-z]:\\|\\\\)\S*`,
  // host names with an optional port, path or query
  String.raw`(?:[A-Za-z0-9\-]+\.)+[A-Za-z]{2,}(?![A-Za-z0-9\-])(?:[/:?#]\S*)?`,
  // file names, Thai ones as well
  String.raw`[^\s"“”()<>|:*?\\/]+\.(?:${FILE_SUFFIXES})(?![A-Za-z0-9])`,
  // numeric network addresses; a group of three digits tells them from paragraph numbers such as 1.2.3.4
  String.raw`(?<![\d.])(?=[\d.]*\d{3})\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2}|:\d{1,5})?(?![\d.])`,
  // standards, whose number is part of the name
  String.raw`\b(?:ISO|IEC|IEEE|RFC|NIST|ETSI|EN|TIS)(?:\/[A-Z]+)* \d[\d:.\-]*\d`,
  // any unbroken run of Latin letters and digits with at least one letter: TH-16, A4, COVID-19, v2.0, 5G
  String.raw`(?=[\d._\-/:#&%?=+~,]*[A-Za-z]|[A-Za-z])[A-Za-z0-9](?:[A-Za-z0-9_]|[._\-/:#&%?=+~,]+(?=[A-Za-z0-9]))*`,
].join('|');

const VERBATIM_OR_DIGIT = new RegExp(`(${VERBATIM})|[0-9]`, 'gi');

/**
 * The text with Thai digits, for rendering an official Thai document. Addresses, file names and codes keep theirs.
 * Idempotent, and undone by {@link toArabicDigits} where the text had no Thai digits before.
 */
export function toThaiDigits(text: string): string {
  return text.replace(VERBATIM_OR_DIGIT, (match, verbatim: string | undefined) => verbatim ?? thaiDigit(match));
}

/** The text with ASCII digits throughout: for storing, comparing and searching. */
export function toArabicDigits(text: string): string {
  return text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - THAI_ZERO));
}

function thaiDigit(digit: string): string {
  return String.fromCharCode(THAI_ZERO + Number(digit));
}
