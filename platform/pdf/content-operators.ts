/** One operator of a page's drawing, with the numbers before it and the last name among its operands. */
export interface Operator {
  readonly name: string;
  readonly numbers: readonly number[];
  readonly word: string | null;
}

const SPACE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set([...'()<>[]{}/%'].map((sign) => sign.charCodeAt(0)));
const [OPEN, CLOSE, BACKSLASH, LESS, GREATER, SLASH, PERCENT] = [...'()\\<>/%'].map((sign) => sign.charCodeAt(0)) as [number, number, number, number, number, number, number];

/**
 * The operators of a content stream in their order (ISO 32000-1, 7.8.2). Strings are passed over: only what is drawn where is asked for, not
 * what it says. Whatever the bytes are, it comes to their end.
 */
export function* readOperators(bytes: Uint8Array): Generator<Operator> {
  let numbers: number[] = [];
  let word: string | null = null;
  let at = 0;
  while (at < bytes.length) {
    const sign = bytes[at] ?? 0;
    if (SPACE.has(sign)) at += 1;
    else if (sign === PERCENT) at = endOfLine(bytes, at);
    else if (sign === OPEN) at = endOfString(bytes, at);
    else if (sign === LESS && bytes[at + 1] !== LESS) at = endOfHex(bytes, at);
    else if (sign !== SLASH && DELIMITERS.has(sign)) at += 1;
    else {
      const end = endOfToken(bytes, at + 1);
      const token = Buffer.from(bytes.buffer, bytes.byteOffset + at, end - at).toString('latin1');
      at = end;
      if (sign === SLASH) word = token.slice(1);
      else if (/^[+-]?[\d.]/.test(token)) numbers.push(Number.parseFloat(token) || 0);
      else {
        yield { name: token, numbers, word };
        numbers = [];
        word = null;
        // The bytes of a picture that stands in the stream itself are no operators.
        if (token === 'ID') at = endOfInlineImage(bytes, at);
      }
    }
  }
}

function endOfToken(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && !SPACE.has(bytes[at] ?? 0) && !DELIMITERS.has(bytes[at] ?? 0)) at += 1;
  return at;
}

function endOfLine(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
  return at;
}

function endOfString(bytes: Uint8Array, from: number): number {
  let depth = 0;
  for (let at = from; at < bytes.length; at += 1) {
    if (bytes[at] === BACKSLASH) at += 1;
    else if (bytes[at] === OPEN) depth += 1;
    else if (bytes[at] === CLOSE) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return bytes.length;
}

function endOfHex(bytes: Uint8Array, from: number): number {
  const end = bytes.indexOf(GREATER, from);
  return end < 0 ? bytes.length : end + 1;
}

function endOfInlineImage(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 2 < bytes.length; at += 1) {
    const isEnd = SPACE.has(bytes[at] ?? 0) && bytes[at + 1] === 69 && bytes[at + 2] === 73 && (at + 3 >= bytes.length || SPACE.has(bytes[at + 3] ?? 0));
    if (isEnd) return at + 3;
  }
  return bytes.length;
}
